"""回访问责: from the end of fieldwork to feedback, report, revisit and talk; what revisits, talks and accountability came to."""

import pandas as pd

from analytics.absence import told
from analytics.charts import Segment, bars, stacked, timeline
from analytics.dimensions import UNSAID
from analytics.lists.follow_up import LAGS, STEPS, drawn_ways, lags, spans, step_marks, way_table, ways
from analytics.panels.frames import basis, merged
from analytics.panels.panel import Made, Panel, Where
from analytics.query import figure, frame
from analytics.ranking import few, span_said
from analytics.theme import Theme
from analytics.wording import one_more, strong, whole
from data.facts import Facts

ROWS = 12
CALLED = (
    Segment(column="called", label="回访后约谈", state="doing"),
    Segment(column="others", label="未约谈", state="todo"),
)


def chain(facts: Facts, where: Where, theme: Theme) -> Made:
    """Each unit's way on one line of time; of many, those that came to a revisit or a talk and the latest are drawn."""
    found = ways(facts, where)
    drawn = drawn_ways(found, everything="round" in where)
    return Made(
        table=way_table(found),
        say=say_chain(found, len(drawn)),
        figure=timeline(step_marks(drawn), theme, STEPS) if len(drawn) else None,
        basis="明细" if len(found) else "",
    )


def say_chain(found: pd.DataFrame, drawn: int) -> str:
    """Returns how many units have come how far, and how many of them the chart has room for."""
    if found.empty:
        return ""
    counts = [(verb, found.loc[found[step].notna(), "unit"].nunique()) for step, verb in (
        ("反馈", "已反馈"), ("整改报告", "已报告整改"), ("回访", "已回访"), ("约谈", "被约谈"),
    )]  # fmt: skip
    # What no ledger dates is left out: nobody knows that nobody reported.
    came = "、".join(f"{verb} {strong(count)} 个" for verb, count in counts if count)
    said = f"范围内 {strong(found['unit'].nunique())} 个单位，{came or '台账中尚无反馈、整改报告、回访、约谈日期'}。"
    return said + (f"图中为回访、约谈和最近反馈的 {drawn} 个，其余见表格。" if 0 < drawn < len(found) else "")


def waiting(facts: Facts, where: Where, theme: Theme) -> Made:
    """How many days passed between the steps: median and range by round, with the number of units."""
    each = lags(ways(facts, where))
    found = spans(each)
    drawn = pd.DataFrame(
        {
            "name": [f"{one.lag}　{one.round}" for one in found.itertuples()],
            "length": found["median"],
            "text": [
                f"{one.median:g} 天" + (f"（{one.low:g}–{one.high:g}）" if one.low < one.high else "") + f"　{one.n} 个单位"
                for one in found.itertuples()
            ],
        }
    )
    table = found[["lag", "round", "n", "median", "low", "high"]]
    table.columns = ["环节", "轮次", "单位（个）", "中位数（天）", "最短（天）", "最长（天）"]
    return Made(
        table=table,
        say=say_waiting(each),
        figure=bars(drawn.head(ROWS), theme, row=30) if len(drawn) else None,
        basis="明细" if len(found) else "",
    )


def say_waiting(each: pd.DataFrame) -> str:
    """Returns the median of each lag over all units of the scope, and how many dates stand in the wrong order."""
    right = each[each["days"] >= 0]
    whole_scope = spans(right.assign(round=""))
    said = [f"{one.lag}中位数 {strong(f'{one.median:g} 天')}（{one.n} 个单位）" for one in whole_scope.itertuples()]
    wrong = len(each) - len(right)
    return ("，".join(said) + "。" if said else "") + (f"另有 {wrong} 处日期先后颠倒，未计。" if wrong else "")


def revisits(facts: Facts, where: Where, theme: Theme) -> Made:
    """The rounds of revisits, which are counted by themselves: units, issues pushed, units that came back to a talk."""
    by = ("term", "revisit_round")
    found = frame(facts, "talk_after_revisit_rate", by=by, where=where)
    pushed = frame(facts, "issues_pushed", by=by, where=where)[[*by, "value", "absent"]].rename(columns={"value": "pushed", "absent": "pushed_absent"})
    found = found.merge(pushed, on=list(by), how="left")
    several = found["term"].nunique() > 1
    found["name"] = [
        (f"{one.term}" if several else "") + ("未编轮次" if one.revisit_round == UNSAID else f"{one.revisit_round}回访")
        for one in found.itertuples()
    ]
    known = found["numerator"].notna().any()
    drawn = found.assign(
        called=found["numerator"].fillna(0),
        others=found["denominator"] - found["numerator"].fillna(0),
        length=found["denominator"],
        text=[revisit_text(one, known) for one in found.itertuples()],
    )
    table = found[["name", "denominator", "pushed", "numerator", "value"]].rename(
        columns={"name": "回访轮次", "denominator": "回访单位（个）", "pushed": "督促整改问题（个）", "numerator": "回访后约谈（个）", "value": "约谈占比（%）"}
    )
    chart = None
    if len(drawn):
        chart = stacked(drawn, theme, CALLED, unit="个单位") if known else bars(drawn, theme)
    absent = told(found, {"督促整改问题（个）": "pushed", "回访后约谈（个）": "numerator", "约谈占比（%）": "value"})
    return Made(table=table, say=say_revisits(facts, where), figure=chart, basis=basis(found), absent=absent)


def revisit_text(one: object, known: bool) -> str:
    """Returns what stands at the end of a round of revisits."""
    said = [f"{one.denominator:g} 个单位"] + ([f"督促整改 {one.pushed:g} 个问题"] if pd.notna(one.pushed) else [])
    return "　".join(said + ([f"约谈 {whole(one.numerator, one.denominator)}"] if known else []))


def say_revisits(facts: Facts, where: Where) -> str:
    """Returns units, issues and the share that came back to a talk, over the whole scope."""
    units, pushed, called = (figure(facts, name, where) for name in ("revisit_orgs", "issues_pushed", "talk_after_revisit_rate"))
    if not units.value:
        return ""
    said = f"回访 {strong(units.text)} 个单位" + (f"，督促整改问题 {strong(pushed.text)} 个" if pushed.value is not None else "")
    if called.value is None:
        return said + "；回访后是否约谈未填报。"
    said += f"；回访后约谈 {strong(called.of)}，占 {strong(called.text)}。"
    span = span_said(called, facts.settings)
    said = said.removesuffix("。") + (f"（{span}）。" if span else "。")
    return said + (f"基数{one_more(facts.settings.rank_below, '个')}。" if few(called.denominator, facts.settings) else "")


def talks(facts: Facts, where: Where, theme: Theme) -> Made:
    """Talks by year and form: units drawn, persons written beside them, never added up."""
    by = ("year", "talk_form")
    units = frame(facts, "talk_orgs", by=by, where=where)
    persons = frame(facts, "talk_persons", by=by, where=where)[[*by, "value", "absent"]].rename(columns={"value": "persons", "absent": "persons_absent"})
    found = units.merge(persons, on=list(by), how="left")
    drawn = pd.DataFrame(
        {
            "name": [f"{one.year}　{one.talk_form}" for one in found.itertuples()],
            "length": found["value"],
            "text": [f"{one.value:g} 个单位　" + (f"{one.persons:g} 人" if pd.notna(one.persons) else "人数未填") for one in found.itertuples()],
        }
    )
    table = found[[*by, "value", "persons"]]
    table.columns = ["年度", "约谈形式", "约谈单位（个）", "约谈人数（人）"]
    whole_scope, together, people = (figure(facts, name, where) for name in ("talk_orgs", "collective_talk_orgs", "talk_persons"))
    said = ""
    if whole_scope.value:
        said = f"约谈 {strong(whole_scope.text)} 个单位" + (f"，其中集体约谈 {strong(together.text)} 个" if together.value is not None else "")
        said += f"；约谈 {strong(people.text)} 人。" if people.value is not None else "；约谈人数未填报。"
    return Made(table=table, say=said, figure=bars(drawn.tail(ROWS), theme) if len(drawn) else None, basis=basis(units), absent=told(found, {"约谈人数（人）": "persons"}))


def accountability(facts: Facts, where: Where, theme: Theme) -> Made:
    """Organisations and persons held to account, year by year, in columns of their own; small numbers are not drawn to be compared."""
    del theme
    bodies, persons = (frame(facts, name, by=("year",), where=where) for name in ("accountable_orgs", "accountable_persons"))
    found = merged(bodies, {"persons": persons}, on="year").sort_values("year", kind="stable")
    absent = told(found, {"问责党组织（个）": "value", "问责人员（人）": "persons"})
    found = found[["year", "value", "persons"]].set_axis(["年度", "问责党组织（个）", "问责人员（人）"], axis="columns")
    whole_scope = [figure(facts, name, where) for name in ("accountable_orgs", "accountable_persons")]
    said = f"问责党组织 {strong(whole_scope[0].text)} 个、人员 {strong(whole_scope[1].text)} 人。" if len(found) else ""
    return Made(table=found, say=said, basis=basis(pd.concat([bodies, persons])), absent=absent)


_CHAIN = ("rounds", "organisations", "rectification_totals")

FOLLOW_UP_PANELS = (
    Panel(
        name="follow_up_chain", title="巡察—反馈—整改—回访—约谈", unit="一个单位一行　一年之内有任一环节的计入该年度",
        metrics=("revisit_orgs", "talk_orgs"), make=chain, besides=_CHAIN,
        note="早期轮次只有整轮起止日期的，按整轮画出；缺日期的环节不画。",
    ),
    Panel(
        name="follow_up_lags", title="各环节间隔", unit="单位：天　中位数（最短–最长）", metrics=("revisit_orgs",), make=waiting, besides=_CHAIN,
        note=f"{'、'.join(LAGS)}；日期不全的单位不计。",
        why={"单位": "两个日期都有的单位清点得出", **dict.fromkeys(("中位数", "最短", "最长"), "由台账中两个日期相减得出的天数")},
    ),
    Panel(
        name="revisits_by_round", title="各轮回访", unit="单位：个　n/N 为回访后约谈/回访单位", make=revisits,
        metrics=("talk_after_revisit_rate", "revisit_orgs", "issues_pushed"), note="回访轮次自成次序，与巡察轮次无关；年度按回访时间。",
        why={"未约谈": "回访单位减回访后约谈"},
    ),
    Panel(
        name="talks_by_form", title="约谈", unit="单位数与人数分别统计", metrics=("talk_orgs", "collective_talk_orgs", "talk_persons"), make=talks,
        note="巡察期间的个别谈话不在内；年度按约谈时间。",
    ),
    Panel(
        name="accountability", title="追责问责", unit="党组织与人员分别统计", metrics=("accountable_orgs", "accountable_persons"), make=accountability,
        note="年度按问责时间；党组织与人员不相加。",
    ),
)  # fmt: skip
