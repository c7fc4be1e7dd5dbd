"""队伍建设: who is in the talent pool and serves, what was trained year by year, which rules were made. Counts only, never a person."""

import pandas as pd

from analytics.charts import Segment, bars, columns, stacked
from analytics.compare import unfinished
from analytics.dimensions import UNSAID
from analytics.formats import number
from analytics.panels.frames import basis, merged
from analytics.panels.panel import Made, Panel, Where
from analytics.query import figure, frame
from analytics.ranking import bar_frame, not_ranked, ranked, small_noted
from analytics.theme import Theme
from analytics.wording import changed, strong, whole
from data.facts import Facts
from data.ledgers.trainings import TRAINING_FORMS

ROWS = 10
OTHER = "其他"
FORMS = tuple(Segment(column=form, label=form, colour=place) for place, form in enumerate((*TRAINING_FORMS, OTHER)))
ACTIONS = (Segment(column="new", label="新建", colour=0), Segment(column="revised", label="修订", colour=1))


def by_specialty(facts: Facts, where: Where, theme: Theme) -> Made:
    """The pool by speciality; who has several counts under each."""
    return _pool_by(facts, where, theme, "specialty", "专业特长")


def by_kind(facts: Facts, where: Where, theme: Theme) -> Made:
    """The pool by the kind of unit that its people come from."""
    return _pool_by(facts, where, theme, "organisation_kind", "单位类型", ordered=True)


def by_employer(facts: Facts, where: Where, theme: Theme) -> Made:
    """The units that have most people in the pool."""
    return _pool_by(facts, where, theme, "employer", "所在单位")


def _pool_by(facts: Facts, where: Where, theme: Theme, name: str, label: str, *, ordered: bool = False) -> Made:
    found = frame(facts, "talent_pool", by=(name,), where=where)
    found = found[found["value"].fillna(0) > 0]
    if not ordered:
        found = found.sort_values("value", ascending=False, kind="stable")
    said = found[found[name] != UNSAID].sort_values("value", ascending=False, kind="stable")
    total = figure(facts, "talent_pool", where)
    say = ""
    if len(said) and total.value:
        first = said.iloc[0]
        say = f"在库 {strong(total.text)} 人；{first[name]}最多，{strong(f'{first.value:g}')} 人，占 {first.value / total.value:.1%}（{first.value:g}/{total.value:g}）。"
        say += f"共来自 {len(said)} 个单位。" if name == "employer" else ""
        say += "一人有多项特长的分别计。" if found["value"].sum() > total.value else ""
    elif len(found):
        say = f"在库 {strong(total.text)} 人，均未注明{label}。"
    head = found.head(ROWS)
    drawn = pd.DataFrame({"name": head[name], "length": head["value"], "text": [f"{n:g} 人" for n in head["value"]]})
    return Made(
        table=found[[name, "value"]].rename(columns={name: label, "value": "在库（人）"}).astype({"在库（人）": int}),
        say=say, figure=bars(drawn, theme, row=30) if len(drawn) else None, basis=basis(found),
    )  # fmt: skip


def served(facts: Facts, where: Where, theme: Theme) -> Made:
    """How many of the pool have served, by speciality, and how often."""
    shares = frame(facts, "served_share", by=("specialty",), where=where)
    times = frame(facts, "times_served", by=("specialty",), where=where)
    found = merged(shares[shares["value"].notna()], {"times": times[times["value"].notna()]}, on="specialty")
    found = ranked(found, "served_share", facts.settings)
    table = found[["specialty", "denominator", "numerator", "value", "times"]]
    table.columns = ["专业特长", "在库（人）", "参加过巡察（人）", "比例（%）", "参加轮次（人次）"]
    ends = [f"{whole(r.numerator, r.denominator)}　{r.value:.1f}%　{r.times:g} 人次" for r in found.itertuples()]
    drawn = bar_frame(found, "specialty", facts.settings, said=ends).head(ROWS)
    share, all_times = figure(facts, "served_share", where), figure(facts, "times_served", where)
    say = ""
    if share.denominator:
        say = (
            f"在库人员 {strong(share.of)} 参加过巡察，占 {strong(share.text)}；累计 {strong(all_times.text)} 人次，"
            f"参加过的人均 {all_times.value / share.numerator:.1f} 轮。" if share.numerator else "在库人员尚未参加过巡察。"
        )  # fmt: skip
    return Made(
        table=table, say=say, note=small_noted(found, facts.settings), basis=basis(shares),
        figure=bars(drawn, theme, full=100, row=30, apart_text=not_ranked(facts.settings)) if len(drawn) else None,
    )  # fmt: skip


def trainings(facts: Facts, where: Where, theme: Theme) -> Made:
    """Sessions by year and form, with persons beside them."""
    found = frame(facts, "trainings", by=("year", "training_form"), where=where)
    found = found[found["value"].fillna(0) > 0]
    years = _years(facts, where, "trainings", "training_persons")
    if found.empty or years.empty:
        return Made(table=years.head(0))
    table = found.pivot_table(index="year", columns="training_form", values="value", aggfunc="sum", sort=False)
    table = table.reindex(years["year"]).fillna(0).astype(int).rename_axis(None, axis="columns").reset_index()
    drawn = table.rename(columns={"year": "name"}).assign(text=[_said(one) for one in years.itertuples()])
    known = [one for one in TRAINING_FORMS if one in drawn]
    drawn[OTHER] = drawn.drop(columns=["name", "text", *known]).sum(axis=1)
    parts = [one for one in FORMS if one.column in drawn and drawn[one.column].sum()]
    table = table.assign(sessions=years["trainings"].to_numpy(), persons=years["training_persons"].to_numpy())
    names = [f"{one}（期）" for one in table.columns[1:-2]]
    table.columns = ["年度", *names, "合计（期）", "参训（人次）"]
    return Made(
        table=table,
        say=_against(facts, years),
        figure=stacked(drawn, theme, parts, unit="期"), basis=basis(found),
    )  # fmt: skip


def _said(one: object) -> str:
    persons = f"　{one.training_persons:g} 人次" if pd.notna(one.training_persons) else ""
    return f"{one.trainings:g} 期{persons}"


def hours(facts: Facts, where: Where, theme: Theme) -> Made:
    """Hours a person, year against year."""
    found = frame(facts, "hours_per_person", by=("year",), where=where)
    found = found[found["value"].notna()]
    table = found[["year", "numerator", "denominator", "value"]]
    table.columns = ["年度", "培训学时（学时·人）", "参训（人次）", "人均学时（学时）"]
    drawn = pd.DataFrame(
        {"name": found["year"], "height": found["value"], "text": [f"{value:.1f}" for value in found["value"]]}
    )
    say = ""
    dated = found[found["year"] != UNSAID]
    if len(dated):
        last = dated.iloc[-1]
        change = changed(last.value, dated.iloc[-2].value, "学时") if len(dated) > 1 else ""
        basis_of = f"，较{dated.iloc[-2].year} {strong(change)}" if change else ""
        say = f"{_named(facts, last.year)}人均 {strong(f'{last.value:.1f}')} 学时（{number(last.numerator, short=False)}/{last.denominator:g}）{basis_of}。"
    return Made(
        table=table, say=say, figure=columns(drawn, theme, unit=" 学时", height=200) if len(drawn) else None, basis=basis(found)
    )


def regulations(facts: Facts, where: Where, theme: Theme) -> Made:
    """Rules made and revised, year by year."""
    years = _years(facts, where, "regulations_new", "regulations_revised")
    if years.empty:
        return Made(table=years)
    drawn = pd.DataFrame({"name": years["year"], "new": years["regulations_new"], "revised": years["regulations_revised"]})
    drawn["text"] = [f"{one.new + one.revised:g} 项" for one in drawn.itertuples()]
    table = years[["year", "regulations_new", "regulations_revised"]].astype({"regulations_new": int, "regulations_revised": int})
    table.columns = ["年度", "新建（项）", "修订（项）"]
    made, revised = (figure(facts, name, where) for name in ("regulations_new", "regulations_revised"))
    return Made(
        table=table, say=f"新建 {strong(made.text)} 项，修订 {strong(revised.text)} 项。",
        figure=stacked(drawn, theme, ACTIONS, unit="项", row=34), basis="明细",
    )  # fmt: skip


def _years(facts: Facts, where: Where, first: str, second: str) -> pd.DataFrame:
    """Two metrics by year, side by side; years of which neither says anything are left out."""
    one, other = (frame(facts, name, by=("year",), where=where)[["year", "value"]] for name in (first, second))
    found = merged(one.rename(columns={"value": first}), {second: other}, on="year")
    return found[found[[first, second]].notna().any(axis=1)].reset_index(drop=True)


def _against(facts: Facts, years: pd.DataFrame) -> str:
    """The last year's trainings against the year before."""
    years = years[years["year"] != UNSAID]
    if years.empty:
        return ""
    last = years.iloc[-1]
    change = changed(last.trainings, years.iloc[-2].trainings, "期") if len(years) > 1 else ""
    said = f"{_named(facts, last.year)}培训 {strong(f'{last.trainings:g}')} 期" + (f"，较{years.iloc[-2].year} {strong(change)}" if change else "")
    return said + (f"；参训 {strong(f'{last.training_persons:g}')} 人次。" if pd.notna(last.training_persons) else "。")


def _named(facts: Facts, year: str) -> str:
    return f"{year}至今" if unfinished(facts, year) else year


POOL, TRAINED = ("talent_pool",), ("trainings", "training_persons", "training_hours", "hours_per_person")

PEOPLE_PANELS = (
    Panel(name="talent_by_specialty", title="人才库按专业特长", unit="单位：人", metrics=POOL, make=by_specialty, takes=("term", "year")),
    Panel(name="talent_by_kind", title="人才库按单位类型", unit="单位：人", metrics=POOL, make=by_kind, takes=("term", "year")),
    Panel(name="talent_by_employer", title="人才库主要来源单位", unit="单位：人", metrics=POOL, make=by_employer, takes=("term", "year")),
    Panel(
        name="talent_served", title="参加巡察情况", unit="n/N 为参加过/在库", metrics=("served_share", "times_served"), make=served, takes=(),
        note="一人有多项特长的分别计；按名册最新报送，不按年度追溯。",
    ),
    Panel(name="trainings_by_year", title="历年培训", unit="单位：期", metrics=TRAINED, make=trainings, takes=("term",)),
    Panel(name="training_hours_by_year", title="历年人均学时", unit="单位：学时/人次", metrics=TRAINED, make=hours, takes=("term",)),
    Panel(
        name="regulations_by_year", title="历年制度建设", unit="单位：项", metrics=("regulations_new", "regulations_revised"), make=regulations,
        takes=("term",), note="只计巡察机构自身的制度；被巡察单位整改中建立的制度见整改。",
    ),
)  # fmt: skip
