"""One unit, many spellings: figures count the unit."""

from analytics.query import figure, frame
from tests.store.sendings import inspected, organisations, sending, store_of


def test_spellings_of_one_organisation_are_one_organisation() -> None:
    register = sending(
        "organisations", {"organisation": "县教育和体育局", "short_name": "县教体局", "aliases": "教育局、体育局"}
    )
    names = ("县教体局", "中共示例县教育和体育局党组", "教育局")
    store = store_of(register, *(inspected(name, round=n) for n, name in enumerate(names, 1)))
    assert figure(store.facts(), "orgs_inspected").value == 1
    assert figure(store.facts(), "coverage_rate").of == "1/1"
    assert frame(store.facts(), "orgs_inspected", ("organisation",))["organisation"].tolist() == ["县教育和体育局"]


def test_a_register_that_comes_later_resolves_what_is_there_already() -> None:
    store = store_of(inspected("县公安局党委", issues=4), inspected("县公安局", issues=6))
    assert figure(store.facts(), "orgs_inspected").value == 2
    store.commit([organisations("县公安局")], "张")
    assert figure(store.facts(), "orgs_inspected").value == 1
    assert figure(store.facts(), "issues_found").value == 6


def test_a_confirmed_spelling_counts_for_the_organisation_that_was_meant() -> None:
    store = store_of(organisations("县住房和城乡建设局"), inspected("县房管所"))
    assert figure(store.facts(), "coverage_rate").of == "0/1"
    store.answer("organisation", "", "县房管所", "县住房和城乡建设局", "张")
    assert figure(store.facts(), "coverage_rate").of == "1/1"
    assert store.answers("organisation") == {"县房管所": "县住房和城乡建设局"}


def test_a_short_name_that_two_units_share_means_neither() -> None:
    register = sending(
        "organisations", *({"organisation": n, "short_name": "县办"} for n in ("县委办公室", "县政府办公室"))
    )
    store = store_of(register, inspected("县办"))
    assert figure(store.facts(), "coverage_rate").of == "0/2"
    assert figure(store.facts(), "orgs_inspected").value == 1


def test_placeholders_are_never_counted_as_a_unit() -> None:
    row = {"round": 1, "year": 2020, "organisation": "××局", "issues": 5, "_marks": '{"organisation": "隐名"}'}
    store = store_of(sending("rounds", row))
    assert not figure(store.facts(), "orgs_inspected").value
    assert figure(store.facts(), "issues_found").value == 5


def test_a_village_is_looked_for_in_its_own_town() -> None:
    register = sending(
        "villages",
        *({"town": t, "village": v} for t, v in (("白沙镇", "永兴村"), ("凤鸣镇", "永兴村"), ("凤鸣镇", "石桥社区"))),
    )
    reached = sending(
        "village_reaches",
        *(
            {"round": 1, "year": 2020, "town": t, "village": v}
            for t, v in (("凤鸣镇党委", "永兴村"), (None, "石桥社区"))
        ),
    )
    towns = frame(store_of(register, reached).facts(), "village_coverage_rate", ("town",))
    assert towns[["town", "numerator", "denominator"]].values.tolist() == [["白沙镇", 0, 1], ["凤鸣镇", 2, 2]]


def test_rows_without_a_county_are_the_offices_own() -> None:
    store = store_of(organisations("县公安局"), inspected("县公安局", county="示例县"))
    assert figure(store.facts(), "coverage_rate").of == "1/1"
    store.commit([organisations("县公安局", county="邻县")], "张")
    store.set("county", "示例县", "张")
    assert figure(store.facts(), "coverage_rate", {"county": "示例县"}).of == "1/1"
    assert figure(store.facts(), "coverage_rate", {"county": "邻县"}).of == "—/1"
