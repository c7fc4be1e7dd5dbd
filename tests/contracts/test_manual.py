"""The manual speaks of what is there: its ledgers, pages, metrics, commands and pictures exist under these names."""

import re
from pathlib import Path

import pytest

from analytics.metrics import METRICS
from data.commands import main
from data.ledgers import LEDGERS
from pages.contents import PAGES
from tests.pictures import pictures

MANUAL = (Path(__file__).parents[2] / "docs" / "使用手册.md").read_text(encoding="utf-8")


def tables(heading: str) -> list[str]:
    """The first cells of the first table below a heading, without the head."""
    below = MANUAL.split(f"{heading}\n", 1)[1]
    rows = re.search(r"(?:^\|.*\n)+", below, re.MULTILINE)[0].splitlines()[2:]
    return [row.split("|")[1].strip() for row in rows]


def test_the_manual_lists_every_ledger_in_order():
    assert [name.replace("（", "(").replace("）", ")") for name in tables("## 二、台账一览")] == [
        one.label for one in LEDGERS.values()
    ]


def test_the_manual_lists_every_page_that_shows_figures():
    assert tables("## 八、看数") == [page.title for page in PAGES if page.section != "办"]


def test_the_manual_names_every_page_on_which_work_is_done():
    assert [page.title for page in PAGES if page.section == "办" and page.title not in MANUAL] == []


def test_metrics_are_called_in_the_manual_what_they_are_called_on_screen():
    assert set(tables("### 主要指标口径")) <= {one.label for one in METRICS.values()}


def test_pictures_in_the_manual_are_ones_that_are_taken():
    shown = re.findall(r"\]\(pictures/([^)]+)\)", MANUAL)
    assert shown
    assert set(shown) <= set(pictures())


@pytest.mark.parametrize("line", re.findall(r"^python -m (\S+ \S+)", MANUAL, re.MULTILINE))
def test_commands_in_the_manual_exist(line, capsys):
    module, command = line.split()
    if module == "analytics":
        from analytics.__main__ import main as run
    else:
        run = main
    with pytest.raises(SystemExit) as ended:
        run([command, "--help"])
    assert ended.value.code == 0
    assert command in capsys.readouterr().out
