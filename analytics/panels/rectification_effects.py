"""整改成效: rules made and revised, money got back in three streams, evaluation, satisfaction, what is followed beside the issues."""

import pandas as pd

from analytics.charts import bars, heat
from analytics.dimensions import UNSAID
from analytics.formats import number
from analytics.metrics import METRICS
from analytics.panels.frames import basis
from analytics.panels.panel import Made, Panel, Where
from analytics.panels.rectification import counted_as_done
from analytics.query import figure, frame
from analytics.ranking import INTERVAL, bar_frame, extreme, intervals, marked, small_noted
from analytics.theme import Theme
from analytics.wording import strong, whole
from data.facts import Facts

ROUNDS = 8
RULES = ("rules_new", "rules_revised")
MONEY = ("money_refunded", "money_collected", "money_recovered")
BESIDE = ("on_time_rate", "immediate_rectification_rate", "suggestions_done_rate")


def streams(facts: Facts, where: Where, names: tuple[str, ...]) -> pd.DataFrame:
    """Returns several metrics by round in one long frame: stream (its label), round, value, basis."""
    parts = [frame(facts, name, by=("round",), where=where).assign(stream=METRICS[name].label) for name in names]
    found = pd.concat(parts, ignore_index=True)
    order = {name: place for place, name in enumerate(frame(facts, "rounds", by=("round",), where=where)["round"])}
    found = found[found["value"].notna()]
    return found.sort_values("round", key=lambda rounds: rounds.map(order), kind="stable", na_position="last")


def crossed(found: pd.DataFrame, names: tuple[str, ...], heading: str) -> pd.DataFrame:
    """Returns the table view: a row per stream, a column per round."""
    labels = [METRICS[name].label for name in names]
    table = found.pivot_table(index="stream", columns="round", values="value", aggfunc="sum", sort=False)
    table = table.reindex([label for label in labels if label in table.index])
    return table.rename_axis(None, axis="columns").reset_index().rename(columns={"stream": heading})


def drawn_streams(found: pd.DataFrame, names: tuple[str, ...]) -> pd.DataFrame:
    """Returns the rows of the last rounds, streams in their order."""
    last = list(dict.fromkeys(one for one in found["round"] if one != UNSAID))[-ROUNDS:]
    drawn = found[found["round"].isin(last)]
    drawn = drawn.assign(stream=pd.Categorical(drawn["stream"], [METRICS[name].label for name in names]))
    drawn = drawn.assign(round=pd.Categorical(drawn["round"], last))
    return drawn.sort_values(["stream", "round"], kind="stable")


def rules(facts: Facts, where: Where, theme: Theme) -> Made:
    """Rules made and revised, apart, round by round."""
    found = streams(facts, where, RULES)
    new, revised, made = (figure(facts, name, where) for name in (*RULES, "rules_made"))
    say = ""
    if made.value is not None:
        say = f"新建制度 {strong(new.text)} 项，修订制度 {strong(revised.text)} 项。"
        rest = made.value - (new.value or 0) - (revised.value or 0)
        say += f"另有 {rest:g} 项只报合计。" if rest > 0 else ""
    drawn = drawn_streams(found, RULES)
    return Made(
        table=crossed(found, RULES, "制度"), say=say,
        figure=heat(drawn, theme, rows="stream", columns="round", unit="项") if len(drawn) else None, basis=basis(found),
    )  # fmt: skip


def money(facts: Facts, where: Where, theme: Theme) -> Made:
    """Money refunded, collected and recovered, three streams that are never added up."""
    found = streams(facts, where, MONEY)
    totals = [figure(facts, name, where) for name in MONEY]
    told = [f"{one.metric.label} {strong(one.text)} 万元" for one in totals if one.value is not None]
    drawn = drawn_streams(found, MONEY).assign(value=lambda rows: rows["value"].astype(float).round(2))
    return Made(
        table=crossed(found, MONEY, "资金（万元）"), say=f"{'，'.join(told)}。" if told else "",
        figure=heat(drawn, theme, rows="stream", columns="round", unit="万元") if len(drawn) else None, basis=basis(found),
    )  # fmt: skip


def grades(facts: Facts, where: Where, theme: Theme) -> Made:
    """How many units have which grade."""
    found = frame(facts, "evaluated_orgs", by=("grade",), where=where)
    found = found[found["value"].fillna(0) > 0]
    total = figure(facts, "evaluated_orgs", where)
    drawn = pd.DataFrame(
        {
            "name": found["grade"], "length": found["value"],
            "text": [f"{one.value:g} 个　{one.value / total.value * 100:.1f}%" for one in found.itertuples()] if total.value else [],
        }
    )  # fmt: skip
    say = ""
    if total.value:
        best = float(found.loc[found["grade"].isin(("好", "较好")), "value"].sum())
        say = f"{strong(total.text)} 个单位有评估等次，好和较好 {strong(f'{best:g}')} 个。"
    return Made(
        table=found[["grade", "value"]].rename(columns={"grade": "评估等次", "value": "单位（个）"}), say=say,
        figure=bars(drawn, theme, full=float(total.value)) if len(drawn) else None, basis=basis(found),
    )  # fmt: skip


def satisfaction(facts: Facts, where: Where, theme: Theme) -> Made:
    """Satisfaction by round, from the returns."""
    found = frame(facts, "satisfaction_rate", by=("round",), where=where)
    found = found[found["value"].notna()].tail(ROUNDS)
    total = figure(facts, "satisfaction_rate", where)
    found = marked(found, "satisfaction_rate", facts.settings)
    table = found[["round", "denominator", "numerator", "value"]].assign(span=intervals(found))
    table.columns = ["轮次", "有效测评（份）", "满意（份）", "满意度（%）", INTERVAL]
    drawn = bar_frame(found, "round", facts.settings)
    return Made(
        table=table, say=f"有效测评 {strong(number(total.denominator))} 份，满意度 {strong(total.text)}（{total.of}）。" if total.value is not None else "",
        figure=bars(drawn, theme, full=100) if len(drawn) else None, basis=basis(found), note=small_noted(found, facts.settings),
    )  # fmt: skip


def beside(facts: Facts, where: Where, theme: Theme) -> Made:
    """Three rates beside the one of all issues: in time, at once, suggestions."""
    totals = [figure(facts, name, where) for name in BESIDE]
    rows = pd.DataFrame(
        {
            "name": [one.metric.label for one in totals], "numerator": [one.numerator for one in totals],
            "denominator": [one.denominator for one in totals], "value": [one.value for one in totals],
            "basis": [one.basis for one in totals],
        }
    )  # fmt: skip
    rows = marked(rows[rows["value"].notna()].astype({"value": float}), BESIDE[0], facts.settings)
    table = rows[["name", "denominator", "numerator", "value"]].assign(span=intervals(rows))
    table.columns = ["项目", "应完成", "已完成", "完成率（%）", INTERVAL]
    say = ""
    if len(rows):
        suggestions = figure(facts, "suggestions", where)
        told = f"提出意见建议 {strong(suggestions.text)} 条。" if suggestions.value else ""
        low = extreme(rows.sort_values("value", kind="stable"))
        lowest = f"{low['name']}最低，{strong(f'{low.value:.1f}%')}（{whole(low.numerator, low.denominator)}）。" if low is not None else ""
        say = f"{lowest}{told}{counted_as_done(facts)}。"
    drawn = bar_frame(rows, "name", facts.settings)
    return Made(
        table=table, say=say, figure=bars(drawn, theme, full=100) if len(drawn) else None, basis=basis(rows), note=small_noted(rows, facts.settings),
    )  # fmt: skip


EFFECT_PANELS = (
    Panel(name="rectify_rules", title="完善制度", unit="单位：项　新建与修订分开", metrics=("rules_made", *RULES), make=rules),
    Panel(
        name="rectify_money", title="清退、追缴与挽回损失", unit="单位：万元", metrics=MONEY, make=money,
        note="三项可能重叠，分别统计，不相加。",
    ),
    Panel(
        name="rectify_grades", title="整改评估等次", unit="单位：个", metrics=("evaluated_orgs",), make=grades,
        note="优秀计入好，合格、良好计入较好，基本合格计入一般，不合格计入差。",
    ),
    Panel(
        name="rectify_satisfaction", title="群众满意度", unit="单位：%　n/N 为满意/有效测评", metrics=("satisfaction_rate",), make=satisfaction,
        note="普遍较高，区分度低，只作参考。",
    ),
    Panel(
        name="rectify_beside", title="按期、立行立改与意见建议", unit="单位：%　n/N 为已完成/应完成", metrics=(*BESIDE, "suggestions"), make=beside,
        note="按期整改率只计时限已过、有明细的问题。",
    ),
)  # fmt: skip
