"""关注事项: what a leader should act on, each a sentence with its figure and the rule behind it."""

from analytics import lines
from analytics.attention import RULES, matters
from analytics.panels.panel import Made, Panel, Where
from analytics.theme import Theme
from analytics.wording import strong, warning
from data.facts import Facts


def attention(facts: Facts, where: Where, theme: Theme) -> Made:
    """Everything that a rule finds on the day of the figures."""
    del where, theme
    found = matters(facts)
    pressing = sum(one.state == "late" for one in found)
    said = f"共 {strong(len(found))} 项，其中需办理 {warning(pressing)} 项。" if pressing else f"共 {strong(len(found))} 项。"
    return Made(table=lines.table(found, "事项"), say=said if found else "没有需要关注的事项。", lines=found)


ATTENTION_PANELS = (
    Panel(
        name="attention", title="关注事项", metrics=(), make=attention, takes=(), unit="按轻重排列",
        besides=tuple(dict.fromkeys(ledger for rule in RULES for ledger in rule.ledgers)),
        note="提醒规则中的天数、月数、年数可在设置页更改。",
    ),
)  # fmt: skip
