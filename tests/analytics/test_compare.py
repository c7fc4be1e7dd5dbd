"""Comparisons: the round before, the same time of the year before, the same stretch of the term before, days written out."""

from datetime import date

import pytest

from analytics.compare import Comparison, comparisons, round_before, term_ago, year_ago
from analytics.period import Period, month_end, whole_months, year_before
from data.facts import Facts
from data.store import Store
from tests.store.sendings import sending

TERMS = {12: (date(2011, 10, 1), date(2016, 9, 30)), 13: (date(2016, 10, 1), date(2021, 9, 30))}


def said(one: Comparison) -> tuple[str, ...]:
    """A comparison as the card reads."""
    assert one.now and one.then, one.reason
    return (one.now.period.text, one.now.figure.text, one.then.period.text, one.then.figure.text, one.change)


def found(year: int, month: int, term: int, *texts: str, round: int = 1) -> list[dict]:
    """Issues found on the tenth of a month."""
    return [
        {"organisation": "县公安局", "term": term, "year": year, "round": round, "text": text, "found_on": date(year, month, 10), "category": "选人用人"}
        for text in texts
    ]  # fmt: skip


def made(cut_off: date, *rows: dict, terms: dict | None = None) -> Facts:
    """Facts of an office with one unit and these issues, as of a day."""
    store = Store.memory()
    if terms:
        store.set("terms", terms, "张")
    store.commit([sending("organisations", {"organisation": "县公安局"}, cut_off=cut_off), sending("issues", *rows, cut_off=cut_off)], "张")
    return store.facts()


@pytest.fixture(scope="module")
def may() -> Facts:
    """In the middle of May of the current term's fourth year."""
    rows = [
        *found(2020, 2, 13, "甲", "乙"), *found(2020, 4, 13, "丙"), *found(2020, 5, 13, "丁"),
        *found(2019, 3, 13, "戊", round=2), *found(2019, 5, 13, "己", round=2), *found(2019, 11, 13, "庚", "辛", round=2),
        *found(2014, 6, 12, "壬", round=3), *found(2015, 4, 12, "癸", round=4), *found(2015, 6, 12, "子", round=4),
    ]  # fmt: skip
    return made(date(2020, 5, 20), *rows, terms=TERMS)


def test_known_figures_of_the_sample_county_are_compared_with_their_dates(sample_facts):
    assert said(round_before(sample_facts, "issues_found", {"term": "十三届", "round": "第十一轮"})) == (
        "2020年10月12日起", "118", "2020年4月13日至6月12日", "146", "−28个",
    )  # fmt: skip
    year = year_ago(sample_facts, "filing_rate", {"term": "十三届", "year": "2020年", "kind": "常规"})
    assert said(year)[:2] == ("2020年1月1日至12月31日", "70.6%") and year.then.period.text == "2019年1月1日至12月31日"
    assert year.change.endswith("个百分点") and year.caveat == ""
    for metric, agreed in (("issues_found", "264"), ("clues_transferred", "17"), ("cases_filed", "12"), ("villages_inspected", "86")):
        assert year_ago(sample_facts, metric, {"year": "2020年", "kind": "常规"}).now.figure.text == agreed
    assert round_before(sample_facts, "issues_found", {"round": "第十一轮"}).caveat == "第十一轮尚未结束。"


def test_what_adds_up_over_a_term_is_compared_as_it_stood_a_year_before(sample_facts):
    assert said(year_ago(sample_facts, "coverage_rate", {})) == (
        "2016年10月1日至2020年12月31日", "81.1%", "2016年10月1日至2019年12月31日", "66.3%", "+14.7个百分点",
    )  # fmt: skip
    # A year that was asked for is that year's own part.
    assert said(year_ago(sample_facts, "coverage_rate", {"year": "2020年"}))[:2] == ("2020年1月1日至12月31日", "14.7%")


def test_a_register_is_compared_day_with_day():
    store = Store.memory()
    rows = [
        {"organisation": "县公安局"}, {"organisation": "县法院", "from_date": date(2019, 6, 1)},
        {"organisation": "县财政局", "from_date": date(2019, 5, 20)}, {"organisation": "县残联", "to_date": date(2020, 1, 1)},
    ]  # fmt: skip
    store.commit([sending("organisations", *rows, cut_off=date(2020, 5, 20))], "张")
    assert said(year_ago(store.facts(), "orgs_total", {})) == ("截至2020年5月20日", "3", "截至2019年5月20日", "3", "±0个")


def test_an_unfinished_year_is_compared_month_with_month(may):
    one = year_ago(may, "issues_found", {})
    assert said(one) == ("2020年1月1日至4月30日", "3", "2019年1月1日至4月30日", "1", "+2个")
    assert one.caveat == "5月未满，比较到4月底。"
    assert year_ago(may, "issues_found", {"year": "2019年"}).reason == "2018年没有这项数据。"


def test_the_last_day_of_a_month_takes_the_whole_month_in():
    facts = made(date(2020, 5, 31), *found(2020, 5, 13, "甲"), *found(2019, 5, 13, "乙", "丙", round=2), *found(2019, 6, 13, "丁", round=2))
    one = year_ago(facts, "issues_found", {})
    assert said(one) == ("2020年1月1日至5月31日", "1", "2019年1月1日至5月31日", "2", "−1个") and one.caveat == ""


def test_a_whole_year_beside_an_unfinished_one_is_said():
    rows = [*found(2020, 2, 13, "甲"), *found(2019, 2, 13, "乙", round=2)]
    rows[1] |= {"found_on": None}
    one = year_ago(made(date(2020, 5, 31), *rows), "issues_found", {})
    assert said(one) == ("2020年1月1日至5月31日", "1", "2019年1月1日至12月31日", "1", "±0个")
    assert one.caveat == "部分数据未注明月份：2020年截至5月31日，2019年为全年。"
    january = year_ago(made(date(2020, 1, 15), *rows), "issues_found", {})
    assert january.caveat == "不足一个月：2020年截至1月15日，2019年为全年。"


def test_a_metric_without_months_says_that_a_whole_year_stands_beside_it():
    store = Store.memory()
    rows = [{"organisation": "县公安局", "term": 13, "year": year, "round": number, "issues": 3} for number, year in enumerate((2019, 2019, 2020), 1)]
    store.commit([sending("rounds", *rows, cut_off=date(2020, 5, 31))], "张")
    one = year_ago(store.facts(), "rounds", {})
    assert said(one) == ("2020年1月1日至5月31日", "1", "2019年1月1日至12月31日", "2", "−1轮")
    assert one.caveat == "不按月份统计：2020年截至5月31日，2019年为全年。"


def test_a_term_is_compared_as_many_days_after_its_start(may):
    one = term_ago(may, "issues_found", {})
    assert said(one) == ("2016年10月1日至2020年4月30日", "7", "2011年10月1日至2015年4月30日", "2", "+5个")
    assert one.caveat == "5月未满，比较到2020年4月30日。"
    assert (one.now.period.name, one.then.period.name) == ("十三届", "十二届")


def test_a_rate_of_a_register_is_compared_with_the_register_of_that_day():
    units = [{"organisation": "县公安局"}, {"organisation": "县法院"}, {"organisation": "县财政局", "from_date": date(2018, 1, 1)}]
    done = [
        {"organisation": unit, "term": term, "year": day.year, "round": 1, "status": "已完成", "start": day, "end": day}
        for unit, term, day in (("县公安局", 13, date(2020, 3, 10)), ("县法院", 13, date(2020, 5, 10)), ("县公安局", 12, date(2015, 3, 10)), ("县法院", 12, date(2016, 3, 10)))
    ]  # fmt: skip
    store = Store.memory()
    store.set("terms", TERMS, "张")
    store.commit([sending("organisations", *units, cut_off=date(2020, 5, 31)), sending("rounds", *done, cut_off=date(2020, 5, 31))], "张")
    one = term_ago(store.facts(), "coverage_rate", {})
    assert (one.now.figure.of, one.then.figure.of, one.change) == ("2/3", "1/2", "+16.7个百分点")
    assert one.then.period.text == "2011年10月1日至2015年5月31日"


def test_a_term_that_is_over_is_compared_whole(may):
    facts = made(date(2022, 1, 1), *found(2020, 2, 13, "甲"), *found(2016, 9, 12, "乙", "丙", round=2), terms=TERMS)
    one = term_ago(facts, "issues_found", {"term": "十三届"})
    assert said(one) == ("2016年10月1日至2021年9月30日", "1", "2011年10月1日至2016年9月30日", "2", "−1个")


@pytest.mark.parametrize(
    "metric, where, reasons",
    [
        ("issues_found", {"round": "第九轮"}, ("第九轮没有可比的轮次数据。", "已限定轮次，不作此项比较。", "已限定轮次，不作此项比较。")),
        ("served_share", {}, ("“参加过巡察的比例”不按轮次统计。", "“参加过巡察的比例”不按年度统计。", "“参加过巡察的比例”不按届次统计。")),
        ("trainings", {"year": "2020年"}, ("“培训期数”不按轮次统计。", "2020年、2019年没有这项数据。", "已限定年度，不作此项比较。")),
    ],
)
def test_where_nothing_can_be_compared_the_reason_is_said(may, metric, where, reasons):
    assert tuple(one.reason for one in comparisons(may, metric, where)) == reasons


def test_without_the_days_of_both_terms_nothing_is_compared(sample_facts):
    assert term_ago(sample_facts, "issues_found", {}).reason == "设置中没有十二届的起止日期。"
    facts = made(date(2020, 5, 31), *found(2020, 5, 13, "甲"))
    assert term_ago(facts, "issues_found", {}).reason == "设置中没有十三届、十二届的起止日期。"


def test_an_empty_store_has_only_reasons():
    assert all(one.reason and one.now is None for one in comparisons(Store.memory().facts(), "issues_found", {}))


def test_days_are_written_out():
    assert Period(name="", first=date(2020, 3, 1), last=date(2020, 5, 31)).text == "2020年3月1日至5月31日"
    assert Period(name="", first=date(2016, 10, 1), last=date(2020, 5, 31)).text == "2016年10月1日至2020年5月31日"
    assert Period(name="", last=date(2020, 5, 31)).text == "截至2020年5月31日"
    assert Period(name="").text == "起止日期未注明"


def test_months_end_where_the_calendar_ends_them():
    assert month_end(date(2020, 2, 3)) == date(2020, 2, 29)
    assert whole_months(date(2020, 2, 28)) == date(2020, 1, 31) and whole_months(date(2019, 2, 28)) == date(2019, 2, 28)
    assert (year_before(date(2020, 2, 29)), year_before(date(2021, 2, 28)), year_before(date(2020, 5, 20))) == (
        date(2019, 2, 28), date(2020, 2, 29), date(2019, 5, 20),
    )  # fmt: skip
