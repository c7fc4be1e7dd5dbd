"""One entry of the glossary, from its declaration."""

from collections.abc import Iterable
from html import escape

from analytics.absence import Absence
from analytics.dimensions import DIMENSIONS, Dimension
from analytics.metric import Metric
from data.ledgers import LEDGERS

BETTER = {"up": "越高越好", "down": "越低越好", "none": "高低不直接代表好坏"}


def metric_html(metric: Metric) -> str:
    """Returns a metric's entry: label, unit, meaning, why it matters, sources, splits, phrases."""
    facts = (
        ("定义", metric.meaning),
        ("作用", metric.why),
        ("方向", BETTER[metric.better]),
        ("台账", "、".join(LEDGERS[name].label for name in metric.ledgers)),
        ("可按", "、".join(DIMENSIONS[name].label for name in metric.by) or "不可拆分"),
        ("报告用语", "、".join(metric.said_as)),
    )
    rows = "".join(f"<dt>{term}</dt><dd>{escape(text)}</dd>" for term, text in facts if text)
    head = f"<h3>{escape(metric.label)}<small>单位：{escape(metric.unit)}</small></h3>"
    return f'<section class="definition" id="{escape(metric.name)}">{head}<dl>{rows}</dl></section>'


def absence_html(absences: Iterable[Absence]) -> str:
    """Returns what stands instead of a value, and what each sign means."""
    rows = "".join(f"<dt>{escape(one.sign)}</dt><dd>{escape(one.label)}：{escape(one.meaning)}</dd>" for one in absences)
    return f'<section class="definition"><h3>没有数字时的写法</h3><dl>{rows}</dl></section>'


def dimension_html(dimensions: Iterable[Dimension]) -> str:
    """Returns the list of dimensions that figures can be split by."""
    rows = "".join(f"<dt>{escape(one.label)}</dt><dd>{escape(one.example)}</dd>" for one in dimensions)
    return f'<section class="definition dimensions"><h3>维度</h3><dl>{rows}</dl></section>'
