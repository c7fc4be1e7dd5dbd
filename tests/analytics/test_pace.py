"""Pace: where coverage should stand, how it got here, what is left by name."""

from datetime import date

import pytest

from analytics.pace import not_done, pace
from data.facts import Facts
from data.store import Store
from tests.store.sendings import inspected, organisations, sending, store_of

TERM = {13: (date(2016, 10, 1), date(2021, 9, 30))}


def _office() -> Store:
    store = store_of(
        organisations("甲局", "乙局", "丙局", "丁局"),
        inspected("甲局", "丁局", round=1, year=2013, term=12, end=date(2013, 12, 31)),
        inspected("甲局", year=2018, start=date(2018, 3, 1), end=date(2018, 5, 20)),
        inspected("甲局", "乙局", round=2, year=2020, end=date(2020, 6, 8)),
        inspected("丙局", round=3, year=2020, status="进驻中", start=date(2020, 11, 2)),
    )
    store.set("terms", TERM, "张")
    return store


def test_what_should_be_done_grows_evenly_over_the_term() -> None:
    at = pace(_office().facts())
    assert (at.term, at.start, at.end) == (13, *TERM[13])
    assert at.due == pytest.approx(
        100 * (date(2020, 12, 31) - date(2016, 10, 1)).days / (date(2021, 9, 30) - date(2016, 10, 1)).days
    )
    assert at.value == 50
    assert at.gap == pytest.approx(50 - at.due)


def test_coverage_cumulates_from_each_organisations_first_completion() -> None:
    at = pace(_office().facts())
    assert at.months.values.tolist() == [[date(2018, 5, 1), 25], [date(2020, 6, 1), 50]]
    assert at.value_at_year_start == 25


def test_what_is_left_is_shared_by_the_months_that_are_left() -> None:
    at = pace(_office().facts())
    assert (at.left, at.months_left) == (2, 9)
    assert at.needed == pytest.approx(2 / 9)


def test_without_the_terms_dates_there_is_no_pace_but_a_course() -> None:
    at = pace(store_of(organisations("甲局"), inspected("甲局", end=date(2020, 6, 8))).facts())
    assert (at.due, at.gap, at.months_left, at.needed) == (None, None, None, None)
    assert at.months["value"].tolist() == [100]
    empty = pace(Store.memory().facts())
    assert (empty.value, empty.left, len(empty.months)) == (None, None, 0)


def test_what_is_not_done_is_named_with_the_years_since_it_was_last_inspected() -> None:
    left = not_done(_office().facts())
    assert left[["organisation", "state"]].values.tolist() == [["丙局", "doing"], ["丁局", "todo"]]
    assert left["years"].tolist()[0] is None
    assert left["years"].tolist()[1] == pytest.approx(7, abs=0.01)


def test_a_county_has_a_pace_of_its_own() -> None:
    both = [
        one
        for c, names in (("甲县", ("甲局",)), ("乙县", ("甲局", "乙局")))
        for one in (organisations(*names, county=c), inspected("甲局", county=c))
    ]
    facts = store_of(*both).facts()
    assert pace(facts, {"county": "甲县"}).value == 100
    assert pace(facts, {"county": "乙县"}).value == 50
    assert not_done(facts, {"county": "甲县"}).empty
    assert not_done(facts, {"county": "乙县"})["organisation"].tolist() == ["乙局"]


def test_the_sample_county_lags_and_names_what_is_left(sample_facts: Facts) -> None:
    at, left = pace(sample_facts), not_done(sample_facts)
    assert at.months["value"].iloc[-1] == pytest.approx(at.value)
    assert at.months["value"].is_monotonic_increasing
    assert len(left) == at.left == 18
    assert set(left["state"]) == {"doing"}


def test_an_organisation_that_has_left_the_register_is_not_left_to_do() -> None:
    register = sending(
        "organisations", {"organisation": "甲局"}, {"organisation": "旧局", "to_date": date(2019, 3, 15)}
    )
    assert not_done(store_of(register, inspected("甲局")).facts()).empty
