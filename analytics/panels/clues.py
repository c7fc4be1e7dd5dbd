"""线索转化: from issue to sanction, what became of each round's clues, and how long the open ones have waited."""

import pandas as pd

from analytics.absence import is_sign, told
from analytics.charts import Segment, columns, stacked
from analytics.dimensions import AGES, UNSAID
from analytics.formats import NONE
from analytics.lists.clues import watched_clues
from analytics.panels.clue_survival import CLUE_SURVIVAL, GROWING, young
from analytics.panels.frames import basis, merged
from analytics.panels.funnels import Words, funnel
from analytics.panels.panel import Made, Panel, Step, Where
from analytics.query import figure, frame
from analytics.ranking import INTERVAL, few, intervals, marked, rate_texts
from analytics.theme import Theme
from analytics.wording import one_more, strong, warning, whole
from data.facts import Facts
from data.settings import Settings

ROUNDS = 7
FATES = (
    Segment(column="filed", label="已立案", state="done"),
    Segment(column="others", label="未立案", state="todo"),
)
STATES = dict(zip(AGES, ("done", "done", "doing", "late"), strict=True))


def way_to_case(facts: Facts, where: Where, theme: Theme) -> Made:
    """Four figures, each in its own unit, and the rates between them."""
    del theme
    found = {name: figure(facts, name, where) for name in WAY}
    issues, clues, cases, persons, sanctions, filing, sanctioned = found.values()
    per_hundred = clues.numerator / issues.numerator * 100 if issues.numerator and clues.numerator is not None else None
    between = (
        "",
        f"每百个问题移送线索 {per_hundred:.1f} 件" if per_hundred is not None else "",
        f"线索立案率 {filing.text}（{filing.of} 件）" if filing.value is not None else "",
        f"已处分占立案人数 {sanctioned.text}（{sanctioned.of} 人）" if sanctioned.value is not None else "",
    )
    rows = (
        ("发现问题", issues.text, "个"),
        ("移送问题线索", clues.text, "件"),
        ("立案", cases.text, "件"),
        ("党纪政务处分", sanctions.text, "人"),
    )
    steps = tuple(
        Step(label=label, value=value, unit=unit, between=said, metric=metric, rate=rate)
        for (label, value, unit), said, (metric, rate) in zip(rows, between, STEPS, strict=True)
    )
    table = pd.DataFrame(
        {
            "环节": [step.label for step in steps],
            "数量": [one.numerator for one in (issues, clues, cases, sanctions)],
            "单位": [step.unit for step in steps],
            "与上一环节": [step.between or "—" for step in steps],
        }
    )
    has_any = any(one.numerator for one in (issues, clues, cases, sanctions))
    return Made(
        table=table if has_any else table.head(0),
        say=f"立案 {cases.text} 件 {persons.text} 人。" if persons.numerator else "",
        headline=f"发现问题 {issues.text} 个，移送线索 {strong(clues.text)} 件，立案 {strong(cases.text)} 件",
        steps=steps,
        basis=basis(pd.DataFrame({"basis": [one.basis for one in found.values()]})),
    )


WAY = (
    "issues_found", "clues_transferred", "cases_filed", "case_persons", "sanctions_persons", "filing_rate", "sanction_rate",
)  # fmt: skip
STEPS = (("issues_found", ""), ("clues_transferred", ""), ("cases_filed", "filing_rate"), ("sanctions_persons", "sanction_rate"))
"""Whose figure each step is, and whose rate leads to it."""


def cohorts(facts: Facts, where: Where, theme: Theme) -> Made:
    """The clues of each round, wherever they are today."""
    found = merged(
        frame(facts, "filing_rate", by=("round",), where=where).rename(columns={"numerator": "filed", "denominator": "clues"}),
        {name: frame(facts, metric, by=("round",), where=where) for name, metric in (
            ("open", "clues_open"), ("cases", "cases_filed"), ("persons", "case_persons"), ("sanctions", "sanctions_persons"),
        )},
        on="round",
    )  # fmt: skip
    found = found[(found["clues"].fillna(0) > 0) & (found["round"] != UNSAID)]
    found = marked(found.assign(others=found["clues"] - found["filed"].fillna(0), denominator=found["clues"], numerator=found["filed"]), "filing_rate", facts.settings)
    growing = still_growing(facts, where)
    drawn = found.tail(ROUNDS).assign(
        name=lambda rows: rows["round"],
        text=lambda rows: [
            f"立案 {said}{f'　{GROWING}' if name in growing else ''}" if not is_sign(said) else said
            for name, said in zip(rows["round"], rate_texts(rows), strict=True)
        ],
    )
    table = found[["round", "clues", "filed", "value", "open", "cases", "persons", "sanctions"]].rename(
        columns={
            "round": "轮次", "clues": "移送线索（件）", "filed": "已立案（件）", "value": "立案率（%）", "open": "未办结（件）",
            "cases": "立案（件）", "persons": "立案（人）", "sanctions": "处分（人）",
        }
    )  # fmt: skip
    absent = told(
        found, {"已立案（件）": "filed", "立案率（%）": "value", "未办结（件）": "open", "立案（件）": "cases", "立案（人）": "persons", "处分（人）": "sanctions"}
    )
    table.insert(4, INTERVAL, intervals(found))
    return Made(
        table=table.assign(说明=[GROWING if name in growing else NONE for name in found["round"]]),
        say=say_cohorts(found, facts.settings),
        absent=absent,
        figure=stacked(drawn, theme, FATES, unit="件", latest=True) if len(drawn) else None,
        basis=basis(found),
    )


def still_growing(facts: Facts, where: Where) -> set[str]:
    """Returns the rounds of which a clue is open and younger than the last of the office's steps."""
    found = watched_clues(facts, where)
    return set(found.loc[young(found, facts.settings), "round"])


def say_cohorts(found: pd.DataFrame, settings: Settings) -> str:
    """Returns the rate over all rounds shown, recomputed from sums, and a caveat where rounds are small."""
    if found.empty:
        return ""
    filed, clues = found["filed"].sum(), found["clues"].sum()
    said = f"各轮移送线索 {strong(f'{clues:g}')} 件，至今立案 {strong(f'{filed:g}')} 件，立案率 {strong(f'{filed / clues * 100:.1f}%')}（{whole(filed, clues)}）。"
    small = sum(few(one.clues, settings) for one in found.itertuples())
    return said + (f"其中{small}个轮次{one_more(settings.rank_below, '件')}。" if small else "")


def open_ages(facts: Facts, where: Where, theme: Theme) -> Made:
    """How long the open clues have waited since they were handed over."""
    found = frame(facts, "clues_open", by=("clue_age",), where=where)
    known = found[found["clue_age"].isin(list(STATES))]
    counts = {name: float(known.loc[known["clue_age"] == name, "value"].sum()) for name in STATES}
    drawn = pd.DataFrame(
        {
            "name": list(counts),
            "height": list(counts.values()),
            "text": [f"{count:g} 件" for count in counts.values()],
            "state": list(STATES.values()),
        }
    )
    table = found[["clue_age", "value"]].rename(columns={"clue_age": "移送至今", "value": "办理中线索（件）"})
    return Made(
        table=table,
        say=say_ages(counts, float(found["value"].sum())),
        figure=columns(drawn, theme, unit="件") if sum(counts.values()) else None,
        basis=basis(found),
    )


def say_ages(counts: dict[str, float], total: float) -> str:
    """Returns how many clues are open and how many of them too long."""
    if not total:
        return "移送的线索均已办结。"
    said = f"办理中 {strong(f'{total:g}')} 件"
    old = counts["12个月以上"]
    said += f"，其中 {warning(f'{old:g} 件超过12个月')}。" if old else "，没有超过12个月的。"
    undated = total - sum(counts.values())
    return said + (f"另有 {undated:g} 件缺移送时间。" if undated else "")


def by_team(facts: Facts, where: Where, theme: Theme) -> Made:
    """The share of each team's clues that were filed, against what chance explains."""
    return funnel(facts, where, theme, metric="filing_rate", by="team", words=TEAMS)


TEAMS = Words(counter="个巡察组", part="巡察组", of="移送线索（件）", done="已立案（件）", rate="立案率（%）")

CLUE_PANELS = (
    Panel(name="way_to_case", title="从问题到案件", unit="个 / 件 / 件 / 人", metrics=WAY, make=way_to_case),
    Panel(
        name="clue_cohorts", title="各轮移送线索的去向", unit="单位：件", make=cohorts,
        metrics=("filing_rate", "clues_transferred", "clues_open", "cases_filed", "case_persons", "sanctions_persons"),
        why={"未立案": "移送线索减已立案"},
        note="按移送轮次跟踪至今：较近轮次的线索办理时间短，立案率会继续变化。",
    ),
    CLUE_SURVIVAL,
    Panel(
        name="filing_by_team", title="各巡察组线索立案率", unit="单位：%　横轴为移送线索件数", metrics=("filing_rate",), make=by_team,
        note="线索由纪检监察机关办理，立案与否不由巡察组决定。",
    ),
    Panel(name="open_clues_by_age", title="办理中线索的时长", unit="单位：件　自移送之日起", metrics=("clues_open",), make=open_ages),
)  # fmt: skip
