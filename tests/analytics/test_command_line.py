"""`python -m analytics`: figures for scripts."""

import json

import pytest

from analytics.__main__ import main
from analytics.metrics import METRICS
from data.store import open_store
from tests.store.sendings import inspected, organisations


@pytest.fixture
def home(tmp_path) -> str:
    """An office with two organisations, one of them inspected."""
    store = open_store(tmp_path)
    store.commit([organisations("甲局", "乙局")], "张")
    store.commit([inspected("甲局", round=10, issues=14)], "张")
    store.commit([inspected("乙局", round=11, year=2021, issues=9)], "张")
    store.close()
    return str(tmp_path)


def _said(capsys: pytest.CaptureFixture, *arguments: str) -> object:
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_all_metrics_are_listed_with_their_definition(home: str, capsys: pytest.CaptureFixture) -> None:
    listed = _said(capsys, "metrics", "--home", home)
    assert [one["name"] for one in listed] == list(METRICS)
    assert all(one["unit"] and one["meaning"] for one in listed)


def test_a_figure_with_its_unit_and_parts(home: str, capsys: pytest.CaptureFixture) -> None:
    (row,) = _said(capsys, "show", "coverage_rate", "--home", home)
    assert row == {"numerator": 2, "denominator": 2, "value": 100.0, "basis": "明细", "unit": "%"}
    (row,) = _said(capsys, "show", "issues_found", "--where", "year=2020", "--where", "kind=常规", "--home", home)
    assert (row["value"], row["denominator"], row["unit"]) == (14, None, "个")


def test_a_split_has_its_dimensions_as_labels(home: str, capsys: pytest.CaptureFixture) -> None:
    rows = _said(capsys, "show", "issues_found", "--by", "round", "--home", home)
    assert [(row["round"], row["value"]) for row in rows] == [("第十轮", 14), ("第十一轮", 9)]


def test_figures_as_of_an_earlier_import(home: str, capsys: pytest.CaptureFixture) -> None:
    (row,) = _said(capsys, "show", "coverage_rate", "--as-of", "2", "--home", home)
    assert (row["numerator"], row["denominator"]) == (1, 2)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "orgs_total", "--by", "team"), "不能按“巡察组”"),
        (("show", "issues_found", "--where", "year=去年"), "不是年度的写法"),
        (("show", "issues_found", "--where", "2020"), "维度=值"),
        (("show", "issues_found", "--by", "colour"), "不能按“colour”"),
        (("show", "issues_found", "--as-of", "9"), "没有编号为 9 的导入"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_sentence(
    home: str, capsys: pytest.CaptureFixture, arguments: tuple, said: str
) -> None:
    assert main([*arguments, "--home", home]) == 2
    out = capsys.readouterr()
    assert out.out == ""
    assert said in out.err and len(out.err.strip().splitlines()) == 1


def test_a_figure_that_is_not_there_says_why(home: str, capsys: pytest.CaptureFixture) -> None:
    (row,) = _said(capsys, "show", "clues_transferred", "--home", home)
    assert (row["value"], row["absent"]) == (None, "unreported")
    assert main(["show", "clues_transferred", "--home", home]) == 0
    assert capsys.readouterr().out.split() == ["—", "—", "未报", "条"]
