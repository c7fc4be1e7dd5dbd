"""Issues, clues and villages: details where a round has them, reported numbers where not, each measure for itself."""

from datetime import date

from analytics.query import figure, frame
from data.categories import CONDUCT, OTHER, PARTY, POLICY
from tests.store.sendings import inspected, organisations, sending, store_of


def _issues(*rows: dict, **values: object):
    return sending(
        "issues", *({"text": f"问题{n}", "round": 10, "year": 2020} | values | row for n, row in enumerate(rows))
    )


def _clues(*rows: dict, **values: object):
    return sending(
        "clues", *({"clue_no": str(n), "round": 10, "year": 2020} | values | row for n, row in enumerate(rows))
    )


def test_a_rounds_details_take_the_place_of_its_reported_number_and_of_no_other_rounds() -> None:
    store = store_of(inspected("甲局", round=10, issues=9), inspected("乙局", round=11, issues=7), _issues({}, {}, {}))
    found = frame(store.facts(), "issues_found", ("round",))
    assert found[["round", "value", "basis"]].values.tolist() == [["第十轮", 3, "明细"], ["第十一轮", 7, "报送"]]
    whole = figure(store.facts(), "issues_found")
    assert (whole.value, whole.basis) == (10, "明细、报送")


def test_what_details_leave_out_comes_from_the_inspection_of_that_organisation() -> None:
    register = organisations("甲局", organisation_kind="党政机关")
    rounds = inspected("甲局", round=10, batch=2, team="第一巡察组", form="联动、交叉", kind="常规")
    facts = store_of(register, rounds, _issues({"organisation": "甲局", "year": None})).facts()
    for where in (
        {"batch": 2},
        {"team": "一组"},
        {"form": "交叉"},
        {"organisation_kind": "党政机关"},
        {"year": 2020},
        {"term": 13},
    ):
        assert figure(facts, "issues_found", where).value == 1, where


def test_details_without_a_round_are_in_the_only_round_of_their_organisation() -> None:
    rounds = [inspected("甲局", round=10, issues=9), inspected("乙局", round=11, issues=7)]
    store = store_of(*rounds, _issues({"organisation": "甲局", "round": None}, {"organisation": "甲局", "round": None}))
    found = frame(store.facts(), "issues_found", ("round",))
    assert found[["round", "value"]].values.tolist() == [["第十轮", 2], ["第十一轮", 7]]


def test_details_that_name_only_the_year_stand_for_all_its_rounds() -> None:
    store = store_of(
        inspected("甲局", round=10, issues=9),
        inspected("乙局", round=11, issues=7),
        _issues({"round": None}, {"round": None}),
    )
    assert figure(store.facts(), "issues_found").value == 2


def test_immediate_fixes_are_reported_where_the_details_say_nothing_of_them() -> None:
    silent = store_of(inspected("甲局", round=10, issues=9, immediate=4), _issues({}, {}))
    assert figure(silent.facts(), "issues_found").value == 2
    assert (figure(silent.facts(), "issues_immediate").value, figure(silent.facts(), "issues_immediate").basis) == (
        4,
        "报送",
    )
    flagged = store_of(inspected("甲局", round=10, immediate=4), _issues({"immediate": True}, {"immediate": False}, {}))
    assert figure(flagged.facts(), "issues_immediate").value == 1
    said = store_of(_issues({"disposal": "立行立改"}, {"disposal": "反馈"}, {"disposal": "反馈、立行立改"}))
    assert figure(said.facts(), "issues_immediate").value == 2


def test_categories_of_all_schemes_come_together_and_the_unknown_is_kept() -> None:
    texts = (
        "聚焦群众身边腐败问题和不正之风",
        "全面从严治党不力",
        "党的建设缺失",
        "落实党的理论路线方针政策",
        "其他情况",
        None,
    )
    found = frame(store_of(_issues(*({"category": t} for t in texts))).facts(), "issues_found", ("category",))
    assert found[["category", "value"]].values.tolist() == [
        [POLICY, 1],
        [CONDUCT, 2],
        [PARTY, 1],
        [OTHER, 1],
        ["未注明", 1],
    ]


def test_reported_issues_are_split_by_category_where_the_parts_fit_into_the_whole() -> None:
    rounds = sending(
        "rounds",
        {"round": 1, "year": 2020, "organisation": "甲局", "issues": 10, "issues_policy": 4, "issues_party": 3},
        {"round": 1, "year": 2020, "organisation": "乙局", "issues": 5, "issues_policy": 9},
    )
    found = frame(store_of(rounds).facts(), "issues_found", ("category",))
    assert found[["category", "value"]].values.tolist() == [[POLICY, 4], [PARTY, 3], ["未注明", 8]]


def test_a_clue_is_followed_to_what_became_of_it() -> None:
    rows = [
        {"filed": True, "cases": 1, "case_persons": 2, "clue_persons": 2, "sanctions": 2},
        {"filed": True, "clue_persons": 1, "party_sanction": "党内警告"},
        {"filed": False, "clue_persons": 3, "state": "予以了结"},
        {"state": "初步核实"},
        {"state": "已立案", "cases": 2},
    ]
    facts = store_of(_clues(*rows)).facts()
    names = ("clues_transferred", "clue_persons", "cases_filed", "case_persons", "sanctions_persons", "clues_open")
    assert [figure(facts, n).value for n in names] == [5, 6, 4, 4, 3, 1]
    assert figure(facts, "filing_rate").of == "3/5"
    assert figure(facts, "sanction_rate").of == "3/4"


def test_what_the_clue_ledger_never_states_is_taken_from_the_rounds_report() -> None:
    rounds = inspected("甲局", round=10, clues=9, cases=5, case_persons=6, sanctions=2, clue_persons=11)
    facts = store_of(rounds, _clues({"filed": True}, {"filed": False}, {"filed": True})).facts()
    found = {
        n: figure(facts, n)
        for n in ("clues_transferred", "cases_filed", "case_persons", "sanctions_persons", "clue_persons")
    }
    assert {n: (f.value, f.basis) for n, f in found.items()} == {
        "clues_transferred": (3, "明细"), "cases_filed": (2, "明细"), "case_persons": (6, "报送"), "sanctions_persons": (2, "报送"),
        "clue_persons": (11, "报送"),
    }  # fmt: skip


def test_reported_rates_are_cases_over_clues() -> None:
    facts = store_of(inspected("甲局", round=10, clues=17, cases=12, case_persons=12, sanctions=4)).facts()
    assert figure(facts, "filing_rate").text == "70.6%"
    assert figure(facts, "sanction_rate").text == "33.3%"


def test_a_units_totals_in_the_clue_ledger_are_numbers_not_one_clue() -> None:
    facts = store_of(_clues({"clues": 5, "cases": 2, "case_persons": 3}, {"clues": 0})).facts()
    assert [figure(facts, n).value for n in ("clues_transferred", "cases_filed", "case_persons")] == [5, 2, 3]
    assert figure(facts, "filing_rate").of == "2/5"


def test_open_clues_age_from_the_day_they_were_handed_over() -> None:
    days = (date(2020, 12, 1), date(2020, 9, 30), date(2020, 1, 5), date(2019, 12, 31), None)
    found = frame(
        store_of(_clues(*({"transferred_on": d, "state": "办理中"} for d in days))).facts(), "clues_open", ("clue_age",)
    )
    assert found[["clue_age", "value"]].values.tolist() == [
        ["0–3个月", 1], ["3–6个月", 1], ["6–12个月", 1], ["12个月以上", 1], ["未注明", 1],
    ]  # fmt: skip


def test_villages_are_counted_by_name_and_reported_numbers_only_where_no_name_is_known() -> None:
    register = sending(
        "villages",
        *(
            {"town": "白沙镇", "village": v, "village_class": c}
            for v, c in (("甲村", "重点"), ("乙村", "一般"), ("丙村", None))
        ),
    )
    reaches = sending(
        "village_reaches",
        {"round": 10, "year": 2020, "town": "白沙镇", "village": "甲村", "status": "已完成"},
        {"round": 11, "year": 2020, "town": "白沙镇", "village": "甲村", "status": "已完成"},
        {"round": 11, "year": 2020, "town": "白沙镇", "village": "乙村", "status": "进驻中"},
        {"round": 11, "year": 2020, "town": "白沙镇", "village": "外村", "status": "已完成"},
    )
    rounds = [inspected("白沙镇", round=r, villages=v) for r, v in ((9, 6), (10, 4))]
    facts = store_of(register, reaches, *rounds).facts()
    found = figure(facts, "villages_inspected")
    assert (found.value, found.basis) == (3 + 6, "明细、报送")
    assert figure(facts, "village_coverage_rate").of == "1/3"
    states = facts.rows(f"SELECT village, state FROM {facts.table('fact_village')} ORDER BY village")
    assert dict(states) == {"甲村": "done", "乙村": "doing", "丙村": "todo"}
    classes = frame(facts, "village_coverage_rate", ("village_class",))
    assert classes[["village_class", "numerator", "denominator"]].values.tolist() == [
        ["重点", 1, 1],
        ["一般", 0, 1],
        ["未注明", 0, 1],
    ]


def test_rows_with_nothing_but_a_name_do_not_break_a_figure() -> None:
    facts = store_of(
        organisations("甲局"), sending("rounds", {"organisation": "甲局"}), sending("issues", {"text": "问题"}),
        sending("clues", {"clue_no": "1"}), sending("villages", {"village": "甲村"}), sending("village_reaches", {"village": "甲村"}),
    ).facts()  # fmt: skip
    assert figure(facts, "coverage_rate").of == "1/1"
    assert figure(facts, "village_coverage_rate").of == "1/1"
    assert figure(facts, "issues_found").value == 1
    assert figure(facts, "clues_transferred").value == 1
    assert figure(facts, "rounds").value is None
    assert frame(facts, "issues_found", ("round", "term"))["round"].tolist() == ["未注明"]
