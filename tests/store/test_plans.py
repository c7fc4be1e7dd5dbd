"""Plans and teams as facts: what is planned for the next term, totals beside their rounds, teams wherever they are named."""

from datetime import date

from analytics.query import figure, frame
from data.store import Store
from tests.store.sendings import inspected, organisations, sending, store_of


def _plan(*rows: dict) -> Store:
    return store_of(inspected("甲局", round=1, team="第一巡察组"), sending("plans", *({"term": 13, **row} for row in rows)))


def test_what_is_planned_is_no_round_held_and_no_unit_inspected() -> None:
    facts = _plan({"year": 2021, "round": 2, "organisations": 9, "villages": 4}).facts()
    assert (figure(facts, "rounds_planned").value, figure(facts, "rounds").value) == (1, 1)
    assert (figure(facts, "orgs_planned").value, figure(facts, "orgs_inspected").value) == (9, 1)


def test_a_plan_for_the_next_term_makes_no_term_current() -> None:
    facts = _plan({"term": 14, "year": 2022, "round": 1, "organisations": 9}).facts()
    assert facts.term == 13
    assert figure(facts, "orgs_planned", {"term": "十四届"}).value == 9


def test_a_years_total_stands_back_where_its_rounds_are_planned_one_by_one() -> None:
    total = {"year": 2021, "organisations": 20, "_key": "total"}
    assert figure(_plan(total).facts(), "orgs_planned").value == 20
    one_by_one = _plan(total, {"year": 2021, "round": 2, "organisations": 12}, {"year": 2021, "round": 3, "organisations": 8})
    assert figure(one_by_one.facts(), "orgs_planned", {"year": "2021年"}).value == 20
    assert figure(one_by_one.facts(), "rounds_planned").value == 2


def test_batches_of_a_round_are_one_round_planned() -> None:
    rows = [{"year": 2021, "round": 2, "batch": batch, "organisations": 5} for batch in (1, 2)]
    facts = _plan(*rows).facts()
    assert (figure(facts, "orgs_planned").value, figure(facts, "rounds_planned").value) == (10, 1)


def test_teams_of_a_round_come_from_its_ledger_or_else_from_its_inspections() -> None:
    store = store_of(
        inspected("甲局", "乙局", round=1, team="第一巡察组"),
        inspected("丙局", round=1, batch=2, team="第二巡察组"),
        inspected("丁局", round=2, team="第三巡察组"),
        sending("teams", *({"term": 13, "year": 2020, "round": 2, "team": f"第{n}巡察组", "staff": 6} for n in "一二三四")),
    )
    teams = frame(store.facts(), "teams", ("round",))
    assert dict(zip(teams["round"], teams["value"], strict=True)) == {"第一轮": 2, "第二轮": 4}
    assert figure(store.facts(), "staff").value == 24
    assert figure(store.facts(), "staff", {"round": "第一轮"}).value is None


def test_a_team_in_two_batches_of_a_round_is_one_team() -> None:
    rows = [{"term": 13, "year": 2020, "round": 1, "batch": batch, "team": "第一巡察组", "staff": 6} for batch in (1, 2)]
    store = store_of(sending("teams", *({**row, "_key": str(n)} for n, row in enumerate(rows))))
    assert (figure(store.facts(), "teams").value, figure(store.facts(), "staff").value) == (1, 6)


def test_avoidance_names_units_as_the_register_does() -> None:
    store = store_of(
        sending("organisations", {"organisation": "县教育和体育局", "short_name": "县教体局"}, {"organisation": "县财政局"}),
        sending("teams", {"term": 13, "year": 2020, "round": 1, "team": "第一巡察组", "avoid_organisations": "县教体局，县财政局;无", "avoid_towns": "/"}),
    )
    facts = store.facts()
    rows = facts.rows(f"SELECT what, name FROM {facts.table('fact_avoidance')} ORDER BY name")
    assert rows == [("organisation", "县教育和体育局"), ("organisation", "县财政局")]


def test_a_planned_round_in_the_round_ledger_makes_no_term_current() -> None:
    store = store_of(organisations("甲局", "乙局"), inspected("甲局"), inspected("乙局", term=14, year=2022, status="计划", start=date(2022, 3, 1)))
    assert store.facts().term == 13
