"""How single cells are read: every way of writing that the field knows, and what is refused instead of guessed."""

from datetime import date

import pytest

from data.kinds import Count, Day, Filed, Flag, Marked, Money, Number, Percent, Period, Round, Team, Term, Tokens, Year
from data.kinds.dates import YEARLESS
from data.ledgers.shared import FORMS, KINDS, STAGES

CLUES = Count(units=("件", "条", "个"))


@pytest.mark.parametrize(
    ("cell", "first", "second"),
    [
        ("12件12人", 12, 12),
        ("2件3人", 2, 3),
        ("２件３人", 2, 3),
        ("12件/12人", 12, 12),
        ("12(12)", 12, 12),
        ("12件（12人）", 12, 12),
        ("14件，16人", 14, 16),
        ("17条", 17, None),
        ("30 条", 30, None),
        ("无", 0, 0),
        ("零", 0, 0),
        (0, 0, 0),
        (3.0, 3, None),
        ("1 2", 12, None),
        ("2,512", 2512, None),
        ("12(其中立行立改3)", 12, None),
    ],
)
def test_counts_in_the_ways_offices_write_them(cell, first, second) -> None:
    read = CLUES.read(cell)
    assert (read.value, read.also[0] if read.also else None, read.trouble) == (first, second, None)


@pytest.mark.parametrize("cell", ["12+3", "近百", "三十左右", "12.5", 12.5, -1, "12人", "约", date(2020, 1, 1)])
def test_a_count_that_would_have_to_be_guessed_is_a_problem(cell) -> None:
    assert CLUES.read(cell).trouble


@pytest.mark.parametrize("cell", ["/", "—", "－－", "-", "…", "N/A"])
def test_not_reported_is_kept_apart_from_zero(cell) -> None:
    read = CLUES.read(cell)
    assert (read.value, read.mark, read.trouble) == (None, "未报", None)


def test_an_approximate_count_keeps_its_mark() -> None:
    read = Count().read("200余人次")
    assert (read.value, read.mark) == (200, "约")


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("3.15万元", 3.15),
        ("31500元", 3.15),
        ("2,512.84", 2512.84),
        ("1.2亿", 12000),
        ("约3万", 3),
        ("￥1,234.00", 1234),
        (6.5, 6.5),
    ],
)
def test_amounts_come_out_in_ten_thousands(cell, amount) -> None:
    assert Money().read(cell).value == pytest.approx(amount)


def test_the_unit_of_the_cell_wins_over_the_unit_of_the_heading() -> None:
    assert Money(unit="元").read("3.15万元").value == pytest.approx(3.15)
    assert Money(unit="元").read("31500").value == pytest.approx(3.15)


@pytest.mark.parametrize("cell", ["12..5", "三十万左右", "3-5万", "若干"])
def test_an_amount_that_is_no_amount_is_a_problem(cell) -> None:
    assert Money().read(cell).trouble


@pytest.mark.parametrize(
    ("cell", "number", "batch", "year"),
    [
        ("第十一轮", 11, None, None),
        ("十一轮", 11, None, None),
        ("11轮", 11, None, None),
        (11.0, 11, None, None),
        ("XI", 11, None, None),
        ("第十一轮第二批", 11, 2, None),
        ("第十一轮(二期)", 11, 2, None),
        ("2020年第一轮", 1, None, 2020),
    ],
)
def test_rounds_in_the_ways_offices_write_them(cell, number, batch, year) -> None:
    read = Round().read(cell)
    assert read.value == number
    assert (*read.also, None, None)[:2] == (batch, year)


def test_a_special_round_has_a_theme_and_no_ordinal() -> None:
    read = Round().read("2020年扶贫领域暨扫黑除恶专项巡察")
    assert (read.value, read.also) == (None, (None, 2020, "扶贫领域暨扫黑除恶"))


@pytest.mark.parametrize(
    ("kind", "cell"), [(Round(), "第十轮或十一轮"), (Round(), "第轮"), (Term(), "十三四届"), (Year(), "二〇二零或二一")]
)
def test_two_ordinals_in_a_cell_are_a_problem(kind, cell) -> None:
    assert kind.read(cell).trouble


@pytest.mark.parametrize("cell", ["十三届", "13届", "第13届", "第十三届", "十三届县委", 13, "13"])
def test_terms_in_the_ways_offices_write_them(cell) -> None:
    assert Term().read(cell).value == 13


@pytest.mark.parametrize("cell", ["第一巡察组", "县委巡察一组", "一组", "1组", "第1巡察组", "县委第一巡察组", 1])
def test_a_team_has_one_spelling(cell) -> None:
    assert Team().read(cell).value == "第一巡察组"


@pytest.mark.parametrize(
    "cell",
    ["2020-04-15", "2020/4/15", "2020.4.15", "20.4.15", "20200415", "2020年4月15日", 43936, "43936", date(2020, 4, 15)],
)
def test_dates_in_the_ways_offices_write_them(cell) -> None:
    assert Day().read(cell).value == date(2020, 4, 15)


@pytest.mark.parametrize("cell", ["2020年13月5日", "2020-6-31", "2020.7", 2020.7, "近期"])
def test_a_date_that_is_none_is_a_problem(cell) -> None:
    assert Day().read(cell).trouble


def test_a_month_keeps_its_precision() -> None:
    read = Day().read("2020年4月")
    assert (read.value, read.mark) == (date(2020, 4, 1), "到月")


@pytest.mark.parametrize(
    ("cell", "start", "end"),
    [
        ("2020年4月7日至6月8日", date(2020, 4, 7), date(2020, 6, 8)),
        ("2020.4.7-2020.6.8", date(2020, 4, 7), date(2020, 6, 8)),
        ("2020年4月—6月", date(2020, 4, 1), date(2020, 6, 30)),
        ("2020.9-2020.10", date(2020, 9, 1), date(2020, 10, 31)),
        ("2020年3-4月", date(2020, 3, 1), date(2020, 4, 30)),
        ("2020-4-7-2020-6-8", date(2020, 4, 7), date(2020, 6, 8)),
        ("2020年12月1日至1月15日", date(2020, 12, 1), date(2021, 1, 15)),
        ("10月下旬至12月上旬", date(YEARLESS, 10, 21), date(YEARLESS, 12, 10)),
        ("11月2日—12月28日", date(YEARLESS, 11, 2), date(YEARLESS, 12, 28)),
    ],
)
def test_periods_in_the_ways_offices_write_them(cell, start, end) -> None:
    assert Period().read(cell).also == (start, end)


@pytest.mark.parametrize(
    ("cell", "said"),
    [("√", "已完成"), ("否", "计划"), ("正在巡察", "进驻中"), ("未反馈", "已完成"), ("已反馈", "已反馈")],
)
def test_a_state_may_be_a_word_or_a_tick(cell, said) -> None:
    assert Marked(options=STAGES, yes="已完成", no_="计划").read(cell).value == said


def test_kinds_and_forms_share_a_column() -> None:
    read = Tokens(options=FORMS, other=KINDS).read("常规、联动、交叉")
    assert (read.value, read.also) == ("联动、交叉", ("常规",))
    assert Tokens(options=FORMS).read("飞行").trouble


def test_filed_may_say_how_many() -> None:
    assert Filed().read("1件2人") == (True, (1, 2), None, None)
    assert Filed().read("否").value is False
    assert Filed().read("待定").trouble


def test_a_long_number_that_lost_its_digits_is_a_problem() -> None:
    assert Number().read(5.105221990010113e17).trouble.code == "digits_lost"
    assert Number().read("510522199001011234").value == "510522199001011234"


def test_a_printed_rate_is_read_in_percent() -> None:
    assert [Percent().read(c).value for c in ("81%", "81.0％", 0.81, 81)] == [81, 81, 81, 81]


@pytest.mark.parametrize(
    ("cell", "said"), [("√", True), ("■", True), ("Y", True), ("×", False), ("否", False), (1, True), (0, False)]
)
def test_ticks(cell, said) -> None:
    assert Flag().read(cell).value is said


@pytest.mark.parametrize(
    "kind", [CLUES, Money(), Round(), Term(), Team(), Day(), Period(), Flag(), Year()], ids=lambda k: type(k).__name__
)
@pytest.mark.parametrize("filler", ["第", "十", "1", "12件", "(", "2020.", "一二三", "约", "-"])
def test_a_very_long_cell_is_read_at_once(kind, filler) -> None:
    import time

    cell = (filler * 32767)[:32767]
    began = time.process_time()
    kind.read(cell)
    assert time.process_time() - began < 0.5
