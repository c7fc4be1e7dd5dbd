"""专项巡察: what each fund brought, how dense the issues are, which campaigns followed, round by round."""

import pandas as pd

from analytics.absence import told
from analytics.charts import bars
from analytics.dimensions import UNSAID
from analytics.formats import number
from analytics.lists.specials import campaigns, fund_units
from analytics.panels.frames import basis, merged
from analytics.panels.panel import Made, Panel, Where
from analytics.query import figure, frame
from analytics.theme import Theme
from analytics.wording import listed, strong, warning
from data.facts import Facts

ROWS = 10
RESULTS = {
    "amount": "fund_amount", "sites": "sites_visited", "issues": "special_issues", "clues": "special_clues",
    "campaigns": "special_campaigns",
}  # fmt: skip
HEADINGS = {
    "amount": "资金规模（万元）", "sites": "走访企业、村（社区）（个）", "issues": "发现问题（个）", "clues": "移送线索（条）",
    "campaigns": "推动专项整治（项）",
}  # fmt: skip
MILLION = 100
"""万元 in a million: issues per million are easier to say than issues per 万元."""


def by_fund(facts: Facts, where: Where, theme: Theme) -> Made:
    """Issues of each fund with what else it brought; the table has every result."""
    found = results(facts, where, "fund")
    found = found[found["fund"] != UNSAID].sort_values("issues", ascending=False, kind="stable", na_position="last")
    units = fund_units(facts, where)
    drawn = pd.DataFrame(
        {"name": found["fund"], "length": found["issues"], "text": [said(one) for one in found.itertuples()]}
    ).head(ROWS)
    table = found[["fund", *RESULTS]].rename(columns={"fund": "专项资金"} | HEADINGS)
    absent = told(found, {label: name for name, label in HEADINGS.items()})
    table.insert(1, "单位", [units.get(fund, "") for fund in found["fund"]])
    return Made(
        table=table,
        say=say_funds(facts, where) if len(found) else "",
        absent=absent,
        figure=bars(drawn, theme, row=44) if len(drawn) else None,
        basis=basis(found),
    )


def results(facts: Facts, where: Where, name: str) -> pd.DataFrame:
    """Returns each result by one dimension, every figure at its own grain."""
    first = frame(facts, "special_funds", by=(name,), where=where)
    return merged(first, {key: frame(facts, metric, by=(name,), where=where) for key, metric in RESULTS.items()}, on=name)


def said(one: object) -> str:
    """Returns what stands at the end of a fund's bar; what is not known is left out."""
    parts = (("问题", one.issues, "个"), ("线索", one.clues, "条"), ("走访", one.sites, "个"), ("整治", one.campaigns, "项"))
    return "　".join(f"{label} {number(value)} {unit}" for label, value, unit in parts if pd.notna(value)) or "—"


def say_funds(facts: Facts, where: Where) -> str:
    """Returns what all funds brought, and where the round ledger says another number of issues."""
    funds, orgs, sites, issues, clues = (
        figure(facts, name, where) for name in ("special_funds", "special_orgs", "sites_visited", "special_issues", "special_clues")
    )
    text = f"对 {strong(orgs.text)} 个单位的 {strong(funds.text)} 项资金开展专项巡察，走访企业、村（社区）{strong(sites.text)} 个，发现问题 {strong(issues.text)} 个，移送线索 {strong(clues.text)} 条。"
    other = figure(facts, "issues_found", where | {"kind": "专项"})
    if other.numerator is None or issues.numerator is None or other.numerator == issues.numerator:
        return text
    return text + warning(f"轮次（问题）台账中专项巡察发现问题为 {other.text} 个，与本台账不一致，请核对。")


def density(facts: Facts, where: Where, theme: Theme) -> Made:
    """Issues per million of each fund whose amount is known; the others are said."""
    found = frame(facts, "issues_per_fund", by=("fund",), where=where)
    found = found[(found["fund"] != UNSAID) & found["value"].notna()].sort_values("value", ascending=False, kind="stable")
    everything = frame(facts, "special_funds", by=("fund",), where=where)
    unknown = [str(name) for name in everything["fund"] if name != UNSAID and name not in set(found["fund"])]
    drawn = pd.DataFrame(
        {
            "name": found["fund"],
            "length": found["value"] * MILLION,
            "text": [
                f"{number(one.value * MILLION, 2)}　{one.numerator:g} 个/{number(one.denominator, 2, short=False)} 万元"
                for one in found.itertuples()
            ],
        }
    ).head(ROWS)
    table = found[["fund", "numerator", "denominator", "value"]].assign(million=(found["value"] * MILLION).astype(float).round(2))
    table.columns = ["专项资金", "发现问题（个）", "资金规模（万元）", "每万元（个）", "每百万元（个）"]
    table["每万元（个）"] = table["每万元（个）"].astype(float).round(3)
    return Made(
        table=table,
        say=say_density(facts, where, unknown) if len(found) or unknown else "",
        figure=bars(drawn, theme, row=44) if len(drawn) else None,
        basis=basis(found),
    )


def say_density(facts: Facts, where: Where, unknown: list[str]) -> str:
    """Returns the density over all funds whose amount is known, and which are left out."""
    total = figure(facts, "issues_per_fund", where)
    text = ""
    if total.value is not None:
        text = (
            f"每万元资金发现问题 {strong(total.text)} 个，即每百万元 {strong(number(total.value * MILLION, 2))} 个"
            f"（{number(total.numerator)} 个/{number(total.denominator, 2, short=False)} 万元）。"
        )
    return text + (f"{listed(unknown, unit='项')}的问题数或资金规模未填，不参与计算。" if unknown else "")


def by_round(facts: Facts, where: Where, theme: Theme) -> Made:
    """Each special round with its funds and results."""
    del theme
    found = results(facts, where, "round")
    found = merged(found, {"organisations": frame(facts, "special_orgs", by=("round",), where=where)}, on="round")
    table = found[["round", "organisations", "value", *RESULTS]].rename(
        columns={"round": "专项", "organisations": "单位（个）", "value": "专项资金（项）"} | HEADINGS
    )
    absent = told(found, {"单位（个）": "organisations", "专项资金（项）": "value"} | {label: name for name, label in HEADINGS.items()})
    named = found[found["round"] != UNSAID]
    return Made(
        table=table,
        absent=absent,
        say=f"共 {strong(len(named))} 轮专项巡察，专项资金规模 {strong(figure(facts, 'fund_amount', where).text)} 万元。" if len(named) else "",
        basis=basis(found),
    )


def campaign_list(facts: Facts, where: Where, theme: Theme) -> Made:
    """The campaigns that followed, what each covers and which fund and organisation set it in motion."""
    del theme
    rows = campaigns(facts, where)
    table = rows.rename(columns={"campaign": "整治内容", "n": "项数（项）", "fund": "由哪项资金推动", "organisation": "单位", "round": "专项"})
    total = figure(facts, "special_campaigns", where)
    names = [str(name) for name in rows["campaign"] if name != UNSAID]
    inside = f"：{listed(names, most=6, unit='项')}" if names else ""
    return Made(
        table=table, say=f"推动专项整治 {strong(total.text)} 项{inside}。" if total.value else "", basis="明细" if len(rows) else ""
    )


METRICS = ("special_orgs", "special_funds", *RESULTS.values())

SPECIAL_PANELS = (
    Panel(
        name="special_by_fund", title="各项专项资金的巡察成果", unit="按发现问题排列", metrics=METRICS, make=by_fund,
        note="走访企业、村（社区）是混合单位，不计入延伸巡察村数。",
    ),
    Panel(
        name="special_density", title="每百万元资金发现问题", unit="单位：个/百万元", metrics=("issues_per_fund", "special_funds"), make=density,
        note="资金性质、笔数、发放环节不同，高低不等于管得好坏，不用于排名。",
        why=dict.fromkeys(("每万元", "每百万元"), "发现问题除以资金规模，按资金单位换算"),
    ),
    Panel(name="special_campaigns", title="推动的专项整治", metrics=("special_campaigns",), make=campaign_list),
    Panel(
        name="special_by_round", title="各轮专项巡察", metrics=METRICS, make=by_round,
        note="专项巡察不计入巡察覆盖；资金规模只计已填写的。",
    ),
)  # fmt: skip
