"""What follows an inspection: ordinals of its own, years of its own, units and persons apart, the way on a line of time."""

import json
from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from analytics.cards.follow_up import follow_up_cards
from analytics.charts import timeline
from analytics.lists.follow_up import MOST, STEPS, drawn_ways, lags, ways
from analytics.panels import PANELS
from analytics.panels.follow_up import FOLLOW_UP_PANELS
from analytics.panels.panel import build
from analytics.panels.scopes import scopes_known
from analytics.query import figure, frame
from analytics.theme import THEMES
from data.facts import Facts
from data.handled import persons_in
from data.importing import Choices, Known, check
from data.samples import tracked
from data.store import Store
from data.workbook.limits import Limits
from data.workbook.reading import read_in_process
from tests.store.sendings import inspected, sending, store_of

LIGHT = THEMES["light"]
EACH = pytest.mark.parametrize("name", [one.name for one in FOLLOW_UP_PANELS])


def revisit(unit: str, day: date | None, **values: object) -> dict:
    return {"organisation": unit, "start": day, "revisit_round": 3, **values}


def talk(unit: str, day: date | None, **values: object) -> dict:
    return {"organisation": unit, "held_on": day, "talk_form": "集体约谈", **values}


def facts(revisits: list[dict] = (), talks: list[dict] = (), *others: object) -> Facts:
    sent = [sending(name, *rows, file=f"{name}.xlsx") for name, rows in (("revisits", revisits), ("talks", talks)) if rows]
    return store_of(*others, *sent).facts()


def test_a_unit_revisited_in_two_rounds_counts_once_in_a_scope_and_once_in_each_of_them() -> None:
    found = facts([revisit("甲局", date(2019, 4, 1), revisit_round=2), revisit("甲局", date(2020, 4, 1))])
    assert figure(found, "revisit_orgs").value == 1
    assert frame(found, "revisit_orgs", ("revisit_round",))["value"].tolist() == [1, 1]


def test_the_year_is_the_revisits_and_the_round_the_inspections() -> None:
    rows = [revisit("甲局", date(2020, 4, 1), round=2, term=13)]
    found = facts(rows, [], inspected("甲局", round=2, year=2017))
    assert figure(found, "revisit_orgs", {"year": "2020年", "round": "第二轮"}).value == 1
    assert figure(found, "revisit_orgs", {"year": "2017年"}).value != 1
    assert figure(found, "revisit_orgs", {"revisit_round": "第三轮"}).value == 1
    assert figure(found, "revisit_orgs", {"revisit_round": "第二轮"}).value == 0


def test_a_round_that_names_its_year_is_found_whatever_the_revisits_year_is() -> None:
    """Where rounds are counted anew each year, 2018年第一轮 is a name; the revisit of 2020 still belongs to it."""
    others = [inspected("甲局", round=1, year=2018), inspected("乙局", round=2, year=2018), inspected("丙局", round=1, year=2019)]
    found = facts([revisit("甲局", date(2020, 4, 1), round=1, inspected_year=2018, term=13)], [], *others)
    assert frame(found, "revisit_orgs", ("round",))["round"].tolist() == ["2018年第一轮"]
    assert figure(found, "revisit_orgs", {"round": "2018年第一轮", "year": "2020年"}).value == 1
    assert figure(found, "orgs_inspected", {"round": "2018年第一轮"}).value == 1


def test_only_a_talk_on_or_after_the_revisit_came_of_it() -> None:
    rows = [revisit(unit, date(2020, 4, 1)) for unit in ("甲局", "乙局", "丙局")]
    calls = [talk("甲局", date(2020, 4, 1)), talk("乙局", date(2020, 3, 31)), talk("丁局", date(2020, 8, 26))]
    found = figure(facts(rows, calls), "talk_after_revisit_rate")
    assert (found.numerator, found.denominator) == (1, 3)


def test_a_talk_that_names_another_revisit_round_or_inspection_came_of_those() -> None:
    rows = [revisit("甲局", date(2018, 4, 1), revisit_round=1, round=2, term=13), revisit("乙局", date(2018, 4, 1), revisit_round=1, round=2, term=13)]
    calls = [talk("甲局", date(2020, 8, 26), revisit_round=3), talk("乙局", date(2020, 8, 26), round=9, term=13)]
    assert figure(facts(rows, calls), "talk_after_revisit_rate").numerator == 0


def test_the_revisit_ledgers_own_word_is_enough_and_without_any_word_the_rate_is_unknown() -> None:
    said = facts([revisit("甲局", date(2020, 4, 1), talked=True), revisit("乙局", date(2020, 4, 1), talked=None)])
    assert figure(said, "talk_after_revisit_rate").of == "1/2"
    silent = figure(facts([revisit("甲局", date(2020, 4, 1))]), "talk_after_revisit_rate")
    assert (silent.numerator, silent.denominator, silent.text) == (None, 1, "未报")


def test_a_talk_without_a_day_counts_where_it_names_the_same_revisit_round() -> None:
    rows = [revisit("甲局", None, year=2020), revisit("乙局", None, year=2020)]
    calls = [talk("甲局", None, year=2020, revisit_round=3), talk("乙局", None, year=2020)]
    assert figure(facts(rows, calls), "talk_after_revisit_rate").of == "1/2"


def test_units_and_persons_of_talks_are_two_figures_and_one_never_stands_for_the_other() -> None:
    found = facts([], [talk("甲局", date(2020, 8, 26), persons=2), talk("乙局", date(2020, 8, 26)), talk("乙局", date(2020, 9, 1), talk_form="个别约谈")])
    assert [figure(found, name).value for name in ("talk_orgs", "collective_talk_orgs", "talk_persons")] == [2, 2, 2]
    unsaid = facts([], [talk("甲局", date(2020, 8, 26))])
    assert figure(unsaid, "talk_persons").value is None


def test_talks_of_the_fieldwork_and_talks_of_rectification_are_two_figures() -> None:
    found = facts([], [talk("甲局", date(2020, 8, 26), persons=1)], inspected("甲局", talks=40))
    assert (figure(found, "talks_persontimes").value, figure(found, "talk_persons").value) == (40, 1)


def test_a_unit_alone_is_an_organisation_held_to_account_only_where_the_manner_can_be_nothing_else() -> None:
    day = {"decided_on": date(2020, 10, 15)}
    rows = [
        {"organisation": "甲局", "manner": "责令书面检查", **day}, {"organisation": "乙局", "manner": "诫勉", **day},
        {"organisation": "丙局", "manner": "书面检查", "persons": 2, **day}, {"organisation": "丁局", "manner": "通报", "organisations": 1, **day},
    ]  # fmt: skip
    found = store_of(sending("accountabilities", *rows)).facts()
    assert (figure(found, "accountable_orgs").value, figure(found, "accountable_persons").value) == (2, 2)


def test_a_row_with_two_manners_is_found_under_each() -> None:
    row = {"organisation": "甲局", "organisations": 1, "manner": "通报、书面检查", "decided_on": date(2020, 10, 15)}
    found = store_of(sending("accountabilities", row)).facts()
    assert frame(found, "accountable_orgs", ("manner",))[["manner", "value"]].values.tolist() == [["书面检查", 1], ["通报", 1]]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("诫勉2人", 2), ("诫勉2人、批评教育1人", 3), ("两名", 2), ("2", 2), ("政务警告", 1), ("是", 1), ("不再担任领导职务", 1),
        ("无期徒刑", 1), ("2020年8月移送", 1), ("20200812", 1), ("无", 0), ("否", 0), ("未采取", 0), ("0", 0), ("", None), (None, None),
    ],
)  # fmt: skip
def test_a_cell_on_what_became_of_somebody_is_read_as_persons(text: str | None, persons: int | None) -> None:
    assert persons_in(text) == persons


def test_what_became_of_persons_is_counted_by_clue_and_reported_where_clues_say_nothing_of_it() -> None:
    clues = [{"clue_no": "1", "round": 10, "year": 2020, "org_handling": "诫勉2人", "party_sanction": "党内警告"}, {"clue_no": "2", "round": 10, "year": 2020}]
    found = store_of(inspected("甲局", round=10, org_handlings=9, detained=1), sending("clues", *clues)).facts()
    handled, detained = (figure(found, name) for name in ("org_handling_persons", "detained_persons"))
    assert (handled.value, handled.basis) == (2, "明细")
    assert (detained.value, detained.basis) == (1, "报送")
    assert figure(found, "sanctions_persons").value == 1
    assert figure(found, "judicial_persons").value is None


def test_a_way_has_the_rounds_days_where_the_unit_has_none_and_the_units_own_where_it_has() -> None:
    total = sending("rounds", {"term": 13, "year": 2017, "round": 2, "organisations_reported": 9, "start": date(2017, 3, 13), "end": date(2017, 5, 5)})
    register = sending("organisations", {"organisation": "甲局", "rounds": "第二轮", "inspected": True, "term": 13}, file="名录.xlsx")
    later = inspected("乙局", round=10, start=date(2020, 4, 13), end=date(2020, 6, 12), fed_back_on=date(2020, 8, 3))
    report = sending("rectification_totals", {"organisation": "乙局", "round": 10, "year": 2020, "term": 13, "reported_on": date(2020, 11, 2)})
    found = ways(facts([revisit("甲局", date(2018, 9, 3))], [], total, register, later, report), {})
    first, second = found.to_dict("records")
    assert (first["name"], first["of_round"], first["end"], first["回访"]) == ("甲局　第二轮", True, date(2017, 5, 5), ((date(2018, 9, 3), date(2018, 9, 3)),))
    assert (second["of_round"], second["start"], second["反馈"][0][0], second["整改报告"][0][0]) == (False, date(2020, 4, 13), date(2020, 8, 3), date(2020, 11, 2))
    assert lags(found)[["lag", "days"]].values.tolist() == [["现场结束到回访", 486], ["现场结束到反馈", 52], ["反馈到整改报告", 91]]


def test_a_revisit_that_names_no_round_follows_the_last_inspection_that_was_over() -> None:
    others = [
        inspected("甲局", round=2, year=2017, start=date(2017, 3, 1), end=date(2017, 5, 1)),
        inspected("甲局", round=9, year=2019, start=date(2019, 3, 1), end=date(2019, 5, 1)),
        inspected("甲局", round=11, year=2020, start=date(2020, 10, 1), end=date(2020, 12, 1)),
    ]
    found = ways(facts([revisit("甲局", date(2020, 4, 1))], [], *others), {})
    assert found.loc[found["回访"].notna(), "round"].tolist() == ["第九轮"]


def test_a_year_takes_the_ways_in_which_any_step_of_it_falls(sample_facts: Facts) -> None:
    found = ways(sample_facts, {"year": "2020年"})
    assert found["回访"].notna().sum() == 7
    assert {"县教育和体育局", "龙吟镇"} <= set(found["organisation"])
    assert "云栖镇" not in set(found["organisation"])


def test_the_chart_has_room_for_some_ways_and_the_table_for_all(sample_facts: Facts) -> None:
    found = ways(sample_facts, {})
    drawn = drawn_ways(found, everything=False)
    assert len(drawn) == MOST < len(found)
    assert drawn["反馈"].notna().any()
    assert drawn["约谈"].notna().any()
    made = build(PANELS["follow_up_chain"], sample_facts, {}, LIGHT)
    assert len(made.table) == len(found)


def test_dates_the_wrong_way_round_are_told_and_not_taken_into_the_median() -> None:
    later = inspected("甲局", "乙局", round=10, start=date(2020, 4, 13), end=date(2020, 6, 12), fed_back_on=date(2020, 8, 3))
    wrong = inspected("丙局", round=10, start=date(2020, 4, 13), end=date(2020, 6, 12), fed_back_on=date(2020, 6, 1))
    made = build(PANELS["follow_up_lags"], store_of(later, wrong).facts(), {}, LIGHT)
    assert made.say == "现场结束到反馈中位数 **52 天**（2 个单位）。另有 1 处日期先后颠倒，未计。"
    assert made.table.values.tolist() == [["现场结束到反馈", "第十轮", 2, 52, 52, 52]]


def test_sentences_hold_the_years_figures(sample_facts: Facts) -> None:
    where = {"year": "2020年"}
    said = {name: build(PANELS[name], sample_facts, where, LIGHT).say for name in ("revisits_by_round", "talks_by_form", "accountability")}
    assert "回访 **7** 个单位，督促整改问题 **15** 个；回访后约谈 **5/7**，占 **71.4%**" in said["revisits_by_round"]
    assert "基数不足10个" in said["revisits_by_round"]
    assert said["talks_by_form"] == "约谈 **5** 个单位，其中集体约谈 **5** 个；约谈 **5** 人。"
    assert said["accountability"] == "问责党组织 **2** 个、人员 **3** 人。"
    assert [card.value for card in follow_up_cards(sample_facts, where)] == ["7", "15", "5", "2"]


def test_the_scope_bar_offers_the_years_of_revisits_for_the_rounds_that_they_follow(sample_facts: Facts) -> None:
    known = scopes_known(sample_facts, ["revisits_by_round"])
    assert {"term": "十三届", "year": "2020年", "round": "第二轮", "kind": "常规"} in known


@EACH
def test_a_panel_stands_an_empty_store(name: str) -> None:
    assert build(PANELS[name], Store.memory().facts(), {}, LIGHT).empty


@EACH
@pytest.mark.parametrize("number", [13, 14, 15])
def test_a_panel_stands_a_store_that_has_only_one_ledger(name: str, number: int) -> None:
    path = next(one for one in tracked() if one.name.startswith(f"{number}."))
    store = Store.memory()
    store.commit(check([read_in_process(path.name, path.read_bytes(), Limits())], Known(), Choices()).imports, "经办人")
    made = build(PANELS[name], store.facts(), {}, LIGHT)
    own = {13: "revisits_by_round", 14: "talks_by_form", 15: "accountability"}
    assert not (made.empty and name == own[number])
    assert len(follow_up_cards(store.facts(), {})) == 4


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_a_time_line_is_plain_data_with_a_row_a_unit_and_no_text_of_a_workbook_as_markup(theme) -> None:
    rows = [
        ("<b>甲局</b>", "巡察", date(2020, 4, 13), date(2020, 6, 12), "<i>甲局</i>"), ("<b>甲局</b>", "反馈", date(2020, 8, 3), None, "甲局"),
        ("乙局", "巡察", date(2020, 4, 13), None, "乙局"),
    ]  # fmt: skip
    drawn = timeline(pd.DataFrame(rows, columns=["name", "step", "day", "until", "text"]), theme, STEPS)
    json.dumps(drawn, allow_nan=False)
    go.Figure(drawn)
    assert [name.strip() for name in drawn["layout"]["yaxis"]["ticktext"]] == ["&lt;b&gt;甲局&lt;/b&gt;", "乙局"]
    assert "<i>" not in str(drawn["data"])
    assert [trace["name"] for trace in drawn["data"]] == ["巡察", "反馈"]
    assert drawn["data"][0]["x"][:3] == ["2020-04-13", "2020-06-12", None]


@pytest.mark.parametrize("days", [0, 40, 300, 1200, 3000])
def test_a_time_line_names_some_but_not_too_many_days(days: int) -> None:
    rows = pd.DataFrame([("甲局", "回访", date(2017, 3, 13), None, ""), ("甲局", "约谈", date.fromordinal(date(2017, 3, 13).toordinal() + days), None, "")])
    rows.columns = ["name", "step", "day", "until", "text"]
    drawn = timeline(rows, LIGHT, STEPS)
    assert len(drawn["layout"]["xaxis"]["ticktext"]) <= 10
