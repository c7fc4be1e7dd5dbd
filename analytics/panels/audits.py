"""巡审联动: which inspections had an audit beforehand, what audits handed over and what became of it."""

import pandas as pd

from analytics.absence import told
from analytics.charts import bars
from analytics.dimensions import UNSAID
from analytics.lists.linked import audit_projects
from analytics.panels.frames import basis, merged
from analytics.panels.panel import Made, Panel, Step, Where
from analytics.query import figure, frame
from analytics.ranking import bar_frame, marked, small_noted
from analytics.theme import Theme
from analytics.wording import one_more, strong, whole
from data.facts import Facts

ROUNDS = 8
WAY = ("audit_links", "audit_findings", "audit_taken_up", "audit_rectified", "audit_taken_up_rate", "audit_rectified_rate")
COUNTS = {"projects": "audit_links", "findings": "audit_findings", "taken_up": "audit_taken_up", "rectified": "audit_rectified"}
KEPT = ["sort", "name", *COUNTS, *(f"{name}_absent" for name in COUNTS), "basis", "absent"]
LABELS = {"audit_mode": "联动形式", "audit_stage": "联动环节", "audit_step": "工作步骤"}


def first_by_round(facts: Facts, where: Where, theme: Theme) -> Made:
    """The share of each round's organisations that had been audited before; rounds without any audit on record are left out."""
    found = frame(facts, "audit_first_rate", by=("round",), where=where)
    found = marked(found[found["value"].notna() & (found["round"] != UNSAID)], "audit_first_rate", facts.settings)
    drawn = bar_frame(found, "round", facts.settings).tail(ROUNDS)
    table = found[["round", "numerator", "denominator", "value"]].rename(
        columns={"round": "轮次", "numerator": "先审后巡（个）", "denominator": "巡察党组织（个）", "value": "先审后巡占比（%）"}
    )
    return Made(
        table=table,
        say=say_first(found, facts.settings.rank_below),
        note=small_noted(found, facts.settings),
        figure=bars(drawn, theme, full=100, row=46) if len(drawn) else None,
        basis=basis(found),
    )


def say_first(found: pd.DataFrame, below: int) -> str:
    """Returns the share over the rounds shown, recomputed from sums."""
    if found.empty:
        return ""
    first, inspected = float(found["numerator"].sum()), float(found["denominator"].sum())
    said = f"有巡审联动记录的 {len(found)} 轮，先审后巡 {strong(whole(first, inspected))}，占 {strong(f'{first / inspected * 100:.1f}%')}。"
    few = int(found["apart"].sum())
    return said + (f"其中 {few} 轮{one_more(below, '个')}。" if few else "")


def way_to_rectified(facts: Facts, where: Where, theme: Theme) -> Made:
    """From what audits handed over to what was put right, with the rates between."""
    del theme
    found = {name: figure(facts, name, where) for name in WAY}
    projects, findings, taken_up, rectified, took, put_right = found.values()
    rows = (
        ("审计移送问题", findings, ""),
        ("巡察采用", taken_up, f"采用率 {took.text}（{took.of}）" if took.value is not None else ""),
        ("整改完成", rectified, f"整改率 {put_right.text}（{put_right.of}）" if put_right.value is not None else ""),
    )
    steps = tuple(
        Step(label=label, value=one.text, unit="个", between=between, metric=one.metric.name, rate=rate)
        for (label, one, between), rate in zip(rows, ("", "audit_taken_up_rate", "audit_rectified_rate"), strict=True)
    )
    table = pd.DataFrame(
        {
            "环节": [step.label for step in steps],
            "数量（个）": [one.numerator for _, one, _ in rows],
            "与上一环节": [step.between or "—" for step in steps],
        }
    )
    there = any(one.numerator is not None for _, one, _ in rows)
    left = (taken_up.numerator or 0) - (put_right.denominator or 0)
    return Made(
        table=table if there else table.head(0),
        say=f"审计项目 {strong(projects.text)} 个。" + (f"采用的问题中有 {left:g} 个尚未填写整改情况，不计入整改率。" if left else "") if there else "",
        steps=steps if there else (),
        basis=basis(pd.DataFrame({"basis": [one.basis for one in found.values()]})),
    )


def by_stage_and_step(facts: Facts, where: Where, theme: Theme) -> Made:
    """Projects and findings by mode, link and step, one below the other: 三项联动 and 三个环节."""
    del theme
    parts = []
    for name, label in LABELS.items():
        first, *others = (frame(facts, metric, by=(name,), where=where) for metric in COUNTS.values())
        rows = merged(first.rename(columns={"value": "projects"}), dict(zip(list(COUNTS)[1:], others, strict=True)), on=name)
        parts.append(rows.assign(sort=label, name=rows[name], projects_absent=rows["absent"])[KEPT])
    found = pd.concat([part for part in parts if len(part)]) if any(len(part) for part in parts) else parts[0]
    table = found[["sort", "name", *COUNTS]].set_axis(
        ["分类", "名称", "审计项目（个）", "移送问题（个）", "采用问题（个）", "整改完成（个）"], axis="columns"
    )
    absent = told(found, {"审计项目（个）": "projects", "移送问题（个）": "findings", "采用问题（个）": "taken_up", "整改完成（个）": "rectified"})
    return Made(table=table, say=say_stages(found), basis=basis(found), absent=absent)


def say_stages(found: pd.DataFrame) -> str:
    """Returns how many projects reach each of the three links."""
    stages = found[(found["sort"] == LABELS["audit_stage"]) & (found["name"] != UNSAID)]
    parts = [f"{one.name} {strong(f'{one.projects:g}')} 个" for one in stages[["name", "projects"]].itertuples(index=False)]
    return f"联动到各环节的项目：{'，'.join(parts)}。" if parts else ""


def by_name(facts: Facts, where: Where, theme: Theme) -> Made:
    """Every project."""
    del theme
    found = audit_projects(facts, where)
    found = found.assign(round_name=found["round_name"].fillna(UNSAID))
    table = found.set_axis(
        [
            "轮次", "党组织", "审计项目", "联动形式", "移送问题（个）", "采用问题（个）", "整改完成（个）", "移送金额（万元）", "审计报告时间",
            "巡察进驻时间", "联动环节", "工作步骤",
        ],
        axis="columns",
    )  # fmt: skip
    money = found["money"].sum()
    said = f"共 {strong(len(found))} 个项目" + (f"，移送金额合计 {strong(f'{money:,.2f}')} 万元。" if money else "。")
    return Made(table=table, say=said if len(found) else "", basis="明细" if len(found) else "")


AUDIT_PANELS = (
    Panel(
        name="audit_first", title="各轮先审后巡占比", unit="单位：%　n/N 为先审后巡/巡察党组织", metrics=("audit_first_rate",), make=first_by_round,
        note="进驻前已有审计成果可用的计入；没有巡审联动记录的轮次不列。",
    ),
    Panel(
        name="audit_way", title="从审计移送到整改", unit="单位：个", metrics=WAY, make=way_to_rectified,
        note="采用率、整改率只计前后两数都填写的项目。",
    ),
    Panel(
        name="audit_stages", title="三项联动与三个环节", metrics=("audit_links", "audit_findings", "audit_taken_up", "audit_rectified"),
        make=by_stage_and_step, note="一个项目可以有几个环节、几个步骤，各计一次，相加会大于项目总数。",
    ),
    Panel(name="audit_list", title="巡审联动项目一览", metrics=("audit_links", "audit_findings"), make=by_name),
)  # fmt: skip
