"""对账: numbers given twice, side by side; what is answered is kept for as long as both stay as they were."""

from dataclasses import replace
from datetime import date

import pytest

from analytics.reconcile import BOTH, CHECKS, FIRST, PENDING, Finding, answer, findings, open_findings, outcomes
from data.facts import Facts
from data.store import Store
from tests.messy import messy
from tests.store.sendings import inspected, sending, store_of


def said(found: list[Finding]) -> list[tuple]:
    """What differs, where, and both numbers."""
    return [(one.what.label, one.scope, one.left.value, one.right.value) for one in found]


def one_of(store: Store) -> Finding:
    """The only finding."""
    (found,) = findings(store.facts())
    return found


def issues(*counts: tuple[str | None, int], round: int = 10, **values: object):
    """An issue ledger with so many rows a unit."""
    rows = ({"term": 13, "year": 2020, "round": round, "organisation": unit, "text": f"{unit}{n}", **values} for unit, count in counts for n in range(count))
    return sending("issues", *rows, file="问题.xlsx")


def test_a_report_and_its_details_stand_side_by_side_where_both_are_known() -> None:
    store = store_of(inspected("甲局", round=10, issues=9, clues=2), inspected("乙局", round=11, issues=7), issues(("甲局", 8)))
    one = one_of(store)
    assert said([one]) == [("发现问题", "第十轮", 9, 8)]
    assert (one.left.whose, one.right.whose, one.difference) == ("轮次台账", "问题台账", "少 1 个")


def test_both_sides_lead_to_their_cells() -> None:
    one = one_of(store_of(inspected("甲局", "乙局", round=10, issues=4), issues(("甲局", 7))))
    assert one.left.cells == ("第10轮.xlsx › Sheet1 › E4—E5",)
    assert one.right.cells == ("问题.xlsx › Sheet1 › E4—E10",)


def test_a_total_and_the_rows_below_it_stand_side_by_side() -> None:
    rows = [{"round": 1, "year": 2020, "organisations_reported": 3, "issues": 30, "money_recovered": 2.5}]
    rows += [{"round": 1, "year": 2020, "organisation": o, "issues": 14, "money_recovered": 1.2} for o in ("甲局", "乙局")]
    found = findings(store_of(sending("rounds", *rows)).facts())
    assert said(found) == [
        ("发现问题", "第一轮", 30, 28), ("挽回经济损失", "第一轮", 2.5, 2.4), ("被巡察单位数", "第一轮", 3, 2),
    ]  # fmt: skip
    assert found[1].what.said(found[1].left.value) == "2.50 万元"


def test_numbers_that_agree_are_counted_and_not_shown() -> None:
    found = outcomes(store_of(inspected("甲局", round=10, issues=8), issues(("甲局", 8))).facts())
    assert (found[0].check.name, found[0].compared, found[0].findings) == ("details", 1, ())


def special(*rows: dict):
    """A ledger of special inspections on one theme."""
    return sending("specials", *({"year": 2020, "theme": "扶贫领域", **row} for row in rows), file="专项.xlsx")


def reported(*rows: dict):
    """A round ledger's rows on the same theme."""
    return sending("rounds", *({"year": 2020, "theme": "扶贫领域", "kind": "专项", **row} for row in rows))


def test_a_special_round_is_compared_by_unit_with_its_funds_put_together() -> None:
    funds = special({"organisation": "甲局", "fund": "一", "issues": 3}, {"organisation": "甲局", "fund": "二", "issues": 4})
    assert said(findings(store_of(reported({"organisation": "甲局", "issues": 7}), funds).facts())) == []
    assert said(findings(store_of(reported({"organisation": "甲局", "issues": 6}), funds).facts())) == [
        ("发现问题", "2020年扶贫领域专项 · 甲局", 6, 7)
    ]


def test_a_special_round_reported_in_one_total_is_compared_as_a_whole() -> None:
    funds = special({"organisation": "甲局", "fund": "一", "clues": 1}, {"organisation": "乙局", "fund": "二", "clues": 2})
    found = findings(store_of(reported({"organisations_reported": 2, "clues": 2}), funds).facts())
    assert said(found) == [("移交线索", "2020年扶贫领域专项", 2, 3)]


def test_enterprises_and_villages_visited_together_are_never_compared_with_villages() -> None:
    store = store_of(reported({"organisation": "甲局", "villages": 5}), special({"organisation": "甲局", "fund": "一", "sites": 26}))
    assert findings(store.facts()) == []


def test_a_linked_inspection_is_compared_with_its_unit_and_its_switch_for_coverage() -> None:
    row = {"term": 13, "year": 2020, "round": 1, "organisation": "甲局", "form": "联动", "issues": 5, "counts_for_coverage": False}
    found = findings(store_of(inspected("甲局", "乙局", issues=4, counts_for_coverage=True), sending("linked_inspections", row)).facts())
    assert said(found) == [("发现问题", "第一轮 · 甲局", 4, 5), ("是否计入覆盖", "第一轮 · 甲局", 1, 0)]
    assert [found[1].what.said(side.value) for side in (found[1].left, found[1].right)] == ["计入", "不计入"]
    assert found[1].difference == "—"


def rectified(*states: str, **values: object):
    """A rectification ledger of one unit, one issue a state."""
    rows = ({"term": 13, "year": 2020, "round": 1, "organisation": "甲局", "text": str(n), "state": s, **values} for n, s in enumerate(states))
    return sending("rectifications", *rows, file="整改.xlsx")


TOTALS = {"term": 13, "year": 2020, "round": 1, "organisation": "甲局", "due": 3, "done": 2}


def test_what_counts_as_done_is_the_offices_setting() -> None:
    store = store_of(sending("rectification_totals", TOTALS), rectified("已完成", "基本完成", "进行中"))
    assert said(findings(store.facts())) == [("已整改", "第一轮 · 甲局", 2, 1)]
    store.set("done_states", ("已完成", "基本完成"), "张")
    assert findings(store.facts()) == []


def test_units_whose_ledger_names_villages_are_left_alone() -> None:
    store = store_of(sending("rectification_totals", TOTALS), rectified("已完成", village="甲村"))
    assert findings(store.facts()) == []


def test_a_village_is_compared_where_the_issue_ledger_names_it() -> None:
    spot = {"term": 13, "year": 2020, "round": 10}
    reach = [{**spot, "town": "白沙镇", "village": f"{c}村", "issues": 3} for c in "甲乙"]
    store = store_of(sending("village_reaches", *reach), issues(("白沙镇党委", 2), town="白沙镇", village="甲村"))
    assert said(findings(store.facts())) == [("发现问题", "第十轮 · 白沙镇甲村", 3, 2)]


def test_a_revisit_that_says_talked_to_wants_a_talk() -> None:
    revisit = {"term": 13, "year": 2020, "revisit_round": 3, "start": date(2020, 4, 1)}
    revisits = sending("revisits", *({**revisit, "organisation": o, "talked": t} for o, t in (("甲局", True), ("乙局", True), ("丙局", False), ("丁局", False))))
    talk = {"term": 13, "held_on": date(2020, 8, 26), "talk_form": "集体约谈"}
    talks = sending("talks", {**talk, "year": 2020, "organisation": "甲局"}, {**talk, "organisation": "丙局", "revisit_round": 3}, {**talk, "organisation": "丁局"})
    assert findings(store_of(revisits).facts()) == []
    found = findings(store_of(revisits, talks).facts())
    assert said(found) == [("是否约谈", "2020年第三轮回访 · 丙局", 0, 1), ("是否约谈", "2020年第三轮回访 · 乙局", 1, 0)]


def printed(number: int, code: str, **differs: object) -> dict:
    """A problem as an import's report keeps it."""
    cell = f"C{number}"
    return {"cell": cell, "code": code, "severity": "warning", "raw": "", "message": "", "differs": {"row": "", "first": 0, "last": 0, **differs}}


def with_report(one, *problems: dict):
    """A sending whose report names these problems."""
    return replace(one, report=[{"sheet": "Sheet1", "ledger": one.tables[0].ledger, "problems": list(problems)}])


SUM = printed(6, "sum_differs", field="issues", printed=19, computed=18, row="合计", first=4, last=5)
RATE = printed(5, "rate_wrong", field="rectified_rate", printed=80, computed=50)


def round_sheet(*values: int, units: tuple[str, ...] = ("甲局", "乙局")):
    rows = ({"round": 1, "organisation": o, "issues": n, "rectified": 1, "rectify_due": 2} for o, n in zip(units, values, strict=True))
    return sending("rounds", *rows, file="统计表.xlsx")


def test_totals_and_rates_that_their_sheet_contradicts_are_taken_from_the_imports_report() -> None:
    found = findings(store_of(with_report(round_sheet(9, 9), SUM, RATE)).facts())
    assert said(found) == [("发现问题", "轮次台账 · 第一轮 · “合计”行", 19, 18), ("整改率", "轮次台账 · 第一轮 · 乙局", 80, 50)]
    assert found[0].right.cells == ("统计表.xlsx › Sheet1 › C4—C5",)
    assert found[1].right.cells == ("统计表.xlsx › Sheet1 › D5、E5",)
    assert found[1].difference == "少 30.0 个百分点"


def test_a_sheet_whose_rows_are_superseded_or_withdrawn_drops_out() -> None:
    store = store_of(with_report(round_sheet(9, 9), SUM, RATE), round_sheet(9, units=("乙局",)))
    assert [one.what.label for one in findings(store.facts())] == ["发现问题"]
    store.commit([round_sheet(9, 9)], "张")
    assert findings(store.facts()) == []
    other = store_of(with_report(round_sheet(9, 9), SUM))
    other.withdraw(1, "张")
    assert findings(other.facts()) == []
    assert len(findings(other.facts(as_of=1))) == 1


def test_an_answer_is_kept_with_who_and_when_and_changes_no_figure() -> None:
    store = store_of(inspected("甲局", round=10, issues=9), issues(("甲局", 8)))
    answer(store, one_of(store), FIRST, " 有一条未录入 ", "李主任")
    one = one_of(store)
    assert (one.open, one.answer.choice, one.answer.note, one.answer.who) == (False, FIRST, "有一条未录入", "李主任")
    assert one.choice_said(FIRST) == "以轮次台账为准（9 个）"
    assert (one.left.value, one.right.value, open_findings(store.facts())) == (9, 8, 0)


def test_what_is_still_being_looked_into_stays_open_and_a_later_answer_holds() -> None:
    store = store_of(inspected("甲局", round=10, issues=9), issues(("甲局", 8)))
    answer(store, one_of(store), PENDING, "", "张")
    assert open_findings(store.facts()) == 1
    answer(store, one_of(store), BOTH, "轮次台账含村级问题", "张")
    assert open_findings(store.facts()) == 0


def test_an_answer_holds_only_while_both_numbers_stay() -> None:
    store = store_of(inspected("甲局", round=10, issues=9), issues(("甲局", 8)))
    answer(store, one_of(store), FIRST, "", "张")
    store.commit([inspected("甲局", round=10, issues=10)], "张")
    assert one_of(store).answer is None
    store.withdraw(3, "张")
    assert one_of(store).answer is not None
    assert findings(store.facts(as_of=2))[0].answer is None, "as of then nobody had answered"


def test_an_answer_without_a_name_or_a_choice_is_refused() -> None:
    store = store_of(inspected("甲局", round=10, issues=9), issues(("甲局", 8)))
    for choice, who, words in ((FIRST, " ", "经办人"), ("都对", "张", "请选择")):
        with pytest.raises(ValueError, match=words):
            answer(store, one_of(store), choice, "", who)
    assert store.version() == 2


@pytest.mark.parametrize("seed", [1, 2])
def test_ledgers_full_of_gaps_can_be_compared_and_no_two_findings_are_one(seed: int) -> None:
    facts = messy(seed).facts()
    found = findings(facts)
    assert found
    assert len({one.key for one in found}) == len(found)
    assert all(abs(one.left.value - one.right.value) > 0.006 for one in found)
    assert all(one.scope and one.what.label and (one.left.cells or one.right.cells) for one in found)


@pytest.mark.parametrize("seed", [1, 2])
def test_what_a_round_reports_and_its_issues_are_compared_as_plain_counting_does(seed: int) -> None:
    facts = messy(seed).facts()
    said, counted = {}, {}
    for name, n in facts.rows(f"SELECT round_name, n FROM {facts.table('fact_reported')} WHERE measure = 'issues'"):
        said[name] = said.get(name, 0) + n
    for (name,) in facts.rows(f"SELECT round_name FROM {facts.table('fact_issue')} WHERE basis = '明细'"):
        counted[name] = counted.get(name, 0) + 1
    both = {name for name in said.keys() & counted.keys() if name and said[name] != counted[name]}
    found = [one for one in outcomes(facts)[0].findings if one.what.label == "发现问题"]
    assert {one.scope: (one.left.value, one.right.value) for one in found} == {n: (said[n], counted[n]) for n in both}


def test_the_sample_countys_ledgers_agree(sample_facts: Facts) -> None:
    assert [(one.key, one.scope) for one in findings(sample_facts)] == []


def test_checks_differ_and_every_one_says_what_it_compares() -> None:
    assert len({one.name for one in CHECKS}) == len({one.label for one in CHECKS}) == len(CHECKS)
    assert all(one.meaning.endswith("。") for one in CHECKS)
    assert all(outcome.compared == 0 for outcome in outcomes(Store.memory().facts()))
