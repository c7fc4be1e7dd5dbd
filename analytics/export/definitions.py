"""What a figure means, in words that leave the product with it: for the notes of slides and the sheet 口径."""

from collections.abc import Iterable, Mapping

from analytics.metrics import METRICS
from analytics.panels import PANELS
from data.ledgers import LEDGERS
from data.settings import Settings

HEADINGS = ("指标", "单位", "口径", "分母", "来源台账", "用途")


def metrics_of(panels: Iterable[str]) -> list[str]:
    """Returns the metrics of these panels, each once, in their order."""
    return list(dict.fromkeys(name for panel in panels for name in PANELS[panel].metrics if name in METRICS))


def definition(metric: str, settings: Settings) -> tuple[str, ...]:
    """Returns a metric's label, unit, definition (with the office's setting beside it), denominator, ledgers and use."""
    one = METRICS[metric]
    beside = one.said_beside(settings)
    meaning = one.meaning + (f"{beside}。" if beside else "")
    return one.label, one.unit, meaning, one.of, ledgers_said(one.ledgers), one.why


def ledgers_said(names: Iterable[str]) -> str:
    """Returns the names of ledgers as the product calls them."""
    return "、".join(LEDGERS[name].label for name in names)


def defined(panel: str, settings: Settings) -> list[str]:
    """Returns a line for each metric of a panel, and one for the ledgers that it reads besides them."""
    lines = [told(name, settings) for name in metrics_of([panel])]
    besides = PANELS[panel].besides
    return lines + ([f"另据：{ledgers_said(besides)}。"] if besides else [])


def told(metric: str, settings: Settings) -> str:
    """Returns a metric in one line: what it is, of what, from which ledgers."""
    label, unit, meaning, of, ledgers, _ = definition(metric, settings)
    return f"{label}（{unit}）：{meaning}" + (f"分母：{of}。" if of else "") + f"来源：{ledgers}。"


def scope_words(where: Mapping[str, str]) -> str:
    """Returns a scope as it stands on exports."""
    return " · ".join(where.values()) or "全部范围"
