"""联动巡察: how much is done together with other levels and counties, what it finds, and who did what for whom."""

import pandas as pd

from analytics.charts import Segment, bars, stacked
from analytics.dimensions import LINKAGES, UNSAID
from analytics.lists.linked import linked_inspections
from analytics.panels.frames import basis, merged
from analytics.panels.panel import Made, Panel, Where
from analytics.query import figure, frame
from analytics.ranking import few as is_few
from analytics.theme import Theme
from analytics.wording import listed, strong, whole
from data.facts import Facts
from data.ledgers.linked_inspections import LEVELS
from data.ledgers.shared import FORMS
from data.settings import Settings

ROUNDS = 8
"""More rounds than this are not read in a meeting; the table view has them all."""
# Blues and greys for what the county does alone; the forms in which others take part stand out.
COLOURS = dict(zip(FORMS, (0, 2, 1, 3, 4), strict=True))
SAYS = {True: "计入", False: "不计入"}


def by_form(facts: Facts, where: Where, theme: Theme) -> Made:
    """The forms of each round's inspections; a round that says no form is named, not drawn."""
    found = frame(facts, "orgs_inspected", by=("round", "form"), where=where)
    found = found[found["round"] != UNSAID]
    said = found[found["form"] != UNSAID]
    silent = [name for name in dict.fromkeys(found["round"]) if name not in set(said["round"])]
    found = found[~found["round"].isin(silent)]
    names = [*(form for form in FORMS if form in set(said["form"])), *([UNSAID] if UNSAID in set(found["form"]) else [])]
    wide = found.pivot_table(index="round", columns="form", values="value", aggfunc="sum", sort=False).reindex(columns=names)
    # A round that says its forms has none of those that it does not name.
    wide = wide.fillna(0)
    share = frame(facts, "linked_share", by=("round",), where=where)
    rows = merged(wide.reset_index(), {"linked_share": share}, on="round")
    rows = rows[rows["round"].isin(wide.index)].merge(share[["round", "numerator", "denominator"]], on="round", how="left")
    drawn = rows.tail(ROUNDS).assign(
        name=lambda some: some["round"],
        text=lambda some: [
            f"联动等 {whole(one.numerator, one.denominator)}　{one.linked_share:.1f}%" if pd.notna(one.linked_share) else "—"
            for one in some.itertuples()
        ],
    )
    total = figure(facts, "linked_share", where)
    segments = [Segment(column=name, label=name, colour=COLOURS.get(name)) for name in names]
    table = rows[["round", *names, "numerator", "denominator", "linked_share"]].rename(
        columns={"round": "轮次", "numerator": "联动交叉提级（个）", "denominator": "巡察党组织（个）", "linked_share": "联动等方式占比（%）"}
        | {name: f"{name}（个）" for name in names}
    )  # fmt: skip
    return Made(
        table=table,
        say=say_share(total.of, total.text, silent) if total.value is not None else "",
        figure=stacked(drawn, theme, segments, unit="个", share=True) if len(drawn) else None,
        basis=basis(found),
    )


def say_share(of: str, text: str, silent: list[str]) -> str:
    """Returns the share over the whole scope, and which rounds say no form."""
    said = f"联动、交叉、提级巡察占巡察党组织的 {strong(text)}（{of}）。"
    return said + (f"{listed(silent)}未注明巡察方式，未列入图中。" if silent else "")


def issues_compared(facts: Facts, where: Where, theme: Theme) -> Made:
    """Issues per inspection with another level or county and without, over the units whose issues are known one by one."""
    rows = issues_known(facts, where)
    groups = [(name, rows.loc[rows["linkage"] == name, "issues"]) for name in LINKAGES]
    groups = [(name, issues) for name, issues in groups if len(issues)]
    table = pd.DataFrame(
        {
            "方式": [name for name, _ in groups],
            "单位次（个）": [len(issues) for _, issues in groups],
            "发现问题（个）": [float(issues.sum()) for _, issues in groups],
            "平均每个单位（个）": [float(issues.mean()) for _, issues in groups],
        }
    )
    drawn = pd.DataFrame(
        {
            "name": table["方式"],
            "length": table["平均每个单位（个）"],
            "text": [f"{issues.mean():.1f} 个　{issues.sum():g}/{len(issues)}" for _, issues in groups],
        }
    )
    return Made(
        table=table,
        say=say_compared(groups, int((rows["linkage"] == UNSAID).sum()), facts.settings),
        figure=bars(drawn, theme, row=72) if len(groups) else None,
        basis=basis(rows),
    )


def issues_known(facts: Facts, where: Where) -> pd.DataFrame:
    """Returns the issues of each organisation and round, where known by organisation: organisation, round, linkage, issues, basis.

    An inspection that only the linked ledger has brings the number that this ledger states.
    """
    found = frame(facts, "issues_found", by=("organisation", "round", "linkage"), where=where).rename(columns={"value": "issues"})
    found = found[(found["organisation"] != UNSAID) & found["issues"].notna()]
    found = found[["organisation", "round", "linkage", "issues", "basis"]]
    told = linked_inspections(facts, where)
    told = told[told["apart"] & told["issues_told"].notna() & (told["status"] != "计划")]
    told = told.assign(round=told["round_name"].fillna(UNSAID), linkage=LINKAGES[0], issues=told["issues_told"], basis="报送")
    have = set(zip(found["organisation"], found["round"], strict=True))
    new = [(one.organisation, one.round) not in have for one in told.itertuples()]
    told = told.loc[pd.Series(new, index=told.index, dtype=bool), list(found.columns)]
    known = [one for one in (found, told) if len(one)]
    return (pd.concat(known) if known else found).astype({"issues": float})


def say_compared(groups: list[tuple[str, pd.Series]], unsaid: int, settings: Settings) -> str:
    """Returns both averages with their wholes, and that a few units prove nothing."""
    if not groups:
        return ""
    parts = [f"{name} {strong(f'{issues.mean():.1f}')} 个（{issues.sum():g}/{len(issues)}）" for name, issues in groups]
    said = f"平均每个单位：{'，'.join(parts)}。"
    few = [name for name, issues in groups if is_few(len(issues), settings)]
    said += f"{'、'.join(few)}不足{settings.rank_below}个单位，个别单位即可左右平均数。" if few else ""
    return said + (f"另有 {unsaid} 个单位未注明方式。" if unsaid else "")


def by_name(facts: Facts, where: Where, theme: Theme) -> Made:
    """Every linked inspection: who organised it, who sent people, for whom results count, whether it covers."""
    del theme
    found = linked_inspections(facts, where)
    table = pd.DataFrame(
        {
            "轮次": found["round_name"].fillna(UNSAID), "党组织": found["organisation"], "巡察方式": found["form"].fillna(UNSAID),
            "组织方": found["organiser"], "派出单位": found["sent_by"], "成果归属": found["results_for"], "计入覆盖": found["counts"].map(SAYS),
            "所报问题（个）": found["issues_told"], "状态": found["status"], "巡察组": found["team"], "进驻时间": found["start"], "结束时间": found["end"],
        }
    )  # fmt: skip
    return Made(table=table, say=say_names(found), basis="明细" if len(found) else "")


def say_names(found: pd.DataFrame) -> str:
    """Returns how many there are, who organised them and how many count for coverage."""
    if found.empty:
        return ""
    by = found["organiser"].value_counts(sort=False)
    gap = int(found["organiser"].isna().sum())
    parts = [f"{name}{'级' if name in LEVELS else ''}组织 {count} 次" for name, count in by.items()]
    parts += [f"未注明组织方 {gap} 次"] if gap else []
    return f"共 {strong(len(found))} 次：{'，'.join(parts)}；计入本县覆盖 {strong(whole(float(found['counts'].sum()), len(found)))}。"


LINKED_PANELS = (
    Panel(
        name="linked_forms", title="各轮巡察方式构成", unit="按党组织计　n/N 为联动等/巡察党组织", metrics=("linked_share", "linked_orgs", "orgs_inspected"),
        make=by_form, note="一次巡察可以有几种方式，在各方式中各计一次；只有总数的轮次按该轮所注方式。",
    ),
    Panel(
        name="linked_issues", title="联动等与其他方式的单位平均问题数", unit="单位：个　n/N 为发现问题/单位次", metrics=("issues_found", "linked_orgs"), make=issues_compared,
        note="被巡察单位的大小、类型和巡察天数不同，不宜据此比较方式优劣；只统计逐个单位有问题数的巡察。",
        why={"单位次": "有问题数的巡察逐次清点", "平均每个单位": "发现问题除以单位次"},
    ),
    Panel(
        name="linked_list", title="联动、交叉、提级巡察一览", metrics=("linked_orgs",), make=by_name,
        note="所报问题为联动交叉提级巡察台账所填。是否计入覆盖：轮次台账注明的从轮次台账，其次从联动交叉提级巡察台账，均未注明的按巡察类型。",
    ),
)  # fmt: skip
