"""Which round a row belongs to, and in what order rounds stand."""

from datetime import date

from data.placing import Spot, place, theme_of
from data.settings import Settings

UNSET = Settings()
TERMS = Settings(terms={12: (date(2011, 10, 1), date(2016, 9, 30)), 13: (date(2016, 10, 1), date(2021, 9, 30))})


def _spot(term=None, year=None, round=None, theme=None, start=None, county="示例县") -> Spot:
    return Spot(county, term, year, round, theme, start)


def _places(*spots: Spot, settings: Settings = UNSET):
    found = place(spots, settings)
    return [found[one] for one in spots]


def test_a_year_that_a_row_leaves_out_is_taken_from_other_rows_of_its_round() -> None:
    _, bare = _places(_spot(term=13, year=2020, round=10), _spot(term=13, round=10))
    assert bare.year == 2020


def test_a_year_is_not_taken_where_two_are_possible() -> None:
    *_, bare = _places(_spot(term=12, year=2014, round=2), _spot(term=13, year=2017, round=2), _spot(round=2))
    assert (bare.year, bare.term) == (None, None)


def test_a_year_may_come_from_the_first_day() -> None:
    assert _places(_spot(round=3, start=date(2018, 3, 1)))[0].year == 2018


def test_a_term_is_taken_from_the_round_from_the_dates_or_from_the_office() -> None:
    _, of_round = _places(_spot(term=13, year=2020, round=10), _spot(year=2020, round=10))
    dated, of_year, turning = _places(
        _spot(year=2016, round=1, start=date(2016, 11, 1)),
        _spot(year=2018, round=5),
        _spot(year=2016, round=9),
        settings=TERMS,
    )
    assert [p.term for p in (of_round, dated, of_year, turning)] == [13, 13, 13, None]


def test_rounds_with_and_without_a_stated_year_are_one_round() -> None:
    ids = {p.round_id for p in _places(_spot(term=13, year=2020, round=10), _spot(round=10), _spot(term=13, round=10))}
    assert len(ids) == 1


def test_a_round_whose_second_batch_falls_in_the_next_year_is_one_round() -> None:
    places = _places(*(_spot(term=13, year=y, round=r) for y, r in ((2020, 10), (2020, 11), (2021, 11), (2021, 12))))
    assert places[1].round_id == places[2].round_id
    assert places[1].round_name == "第十一轮"


def test_rounds_that_are_counted_anew_each_year_are_told_apart_by_year() -> None:
    places = _places(*(_spot(term=13, year=y, round=r) for y, r in ((2018, 1), (2018, 2), (2019, 1), (2019, 2))))
    assert [p.round_name for p in places] == ["2018年第一轮", "2018年第二轮", "2019年第一轮", "2019年第二轮"]
    assert len({p.round_id for p in places}) == 4


def test_the_same_round_of_two_terms_bears_its_terms_name() -> None:
    names = [p.round_name for p in _places(_spot(term=12, year=2013, round=1), _spot(term=13, year=2017, round=1))]
    assert names == ["十二届第一轮", "十三届第一轮"]


def test_a_special_round_is_known_by_year_and_theme_however_it_is_spelt() -> None:
    spellings = ("扶贫领域暨扫黑除恶", "扶贫领域暨扫黑除恶专项", "2020年扶贫领域暨扫黑除恶专项巡察")
    places = _places(*(_spot(term=13, year=2020, theme=t) for t in spellings))
    assert {p.round_name for p in places} == {"2020年扶贫领域暨扫黑除恶专项"}
    assert {p.kind for p in places} == {"专项"}
    assert theme_of("粮食购销领域机动巡察") == "粮食购销领域机动"


def test_kinds_that_nobody_says_come_from_the_theme() -> None:
    kinds = [
        p.kind for p in _places(_spot(round=3), _spot(theme="第三轮巡察“回头看”"), _spot(theme="机动巡察"), _spot())
    ]
    assert kinds == ["常规", "回头看", "机动", "常规"]


def test_rounds_follow_each_other_by_term_year_and_number_with_specials_after_the_years_regular_ones() -> None:
    spots = [
        _spot(term=13, year=2021, round=12), _spot(term=13, year=2020, theme="扶贫"), _spot(term=13, year=2020, round=11),
        _spot(term=13, year=2020, round=10), _spot(term=13, round=9), _spot(term=12, year=2015, round=8),
    ]  # fmt: skip
    ordered = sorted(_places(*spots), key=lambda p: p.round_order)
    assert [p.round_name for p in ordered] == ["第八轮", "第九轮", "第十轮", "第十一轮", "2020年扶贫专项", "第十二轮"]


def test_counties_have_rounds_of_their_own() -> None:
    ids = {
        p.round_id
        for p in _places(_spot(term=13, year=2020, round=1), _spot(term=13, year=2020, round=1, county="邻县"))
    }
    assert len(ids) == 2
