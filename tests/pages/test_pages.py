"""Every page there is or will be runs on the sample county, on an office that has just begun, and on any one of its ledgers alone."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.panels import PANELS
from data.beginning import begin
from data.importing import Checked, Choices, Known, check
from data.reading import Import
from data.samples import tracked
from data.store import open_store
from data.workbook.limits import Limits
from data.workbook.reading import read_in_process
from pages.contents import FOLDER, PAGES, Page
from tests.sample import sample_home

FRAME = FOLDER / "frame.py"
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.url)


def panels_of(page: Page) -> tuple[str, ...]:
    """The names that a page lists as its PANELS, read without running the page; none where it takes them from elsewhere."""
    for part in ast.parse((FOLDER / page.file).read_text("utf-8")).body:
        if isinstance(part, ast.Assign) and [getattr(t, "id", "") for t in part.targets] == ["PANELS"]:
            return ast.literal_eval(part.value) if isinstance(part.value, ast.Tuple) else ()
    return ()


def ledgers_of(page: Page) -> tuple[str, ...]:
    """The ledgers that a page's panels rest on."""
    return tuple(dict.fromkeys(ledger for name in panels_of(page) for ledger in PANELS[name].ledgers))


ALONE = [(page, ledger) for page in PAGES for ledger in ledgers_of(page)]


@pytest.fixture(scope="module")
def county_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the sample county's store."""
    return sample_home(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def begun_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of an office that has chosen to begin and sent nothing yet."""
    home = tmp_path_factory.mktemp("begun")
    begin(home)
    return home


@pytest.fixture(scope="module")
def checked() -> Checked:
    """The tracked workbooks of the sample county as read."""
    books = [read_in_process(path.name, path.read_bytes(), Limits()) for path in tracked()]
    return check(books, Known(), Choices())


@pytest.fixture(scope="module")
def alone_homes(tmp_path_factory: pytest.TempPathFactory, checked: Checked) -> dict[str, Path]:
    """Ledger → a home of an office that has sent nothing else, for every ledger that some page rests on."""
    homes = {}
    for ledger in dict.fromkeys(ledger for _, ledger in ALONE):
        home = homes[ledger] = tmp_path_factory.mktemp(ledger)
        store = open_store(home)
        store.commit(only(checked, ledger), "经办人")
        store.close()
    return homes


def only(checked: Checked, ledger: str) -> list[Import]:
    """The sample workbooks with nothing but the sheets of one ledger."""
    kept = [replace(one, tables=tuple(t for t in one.tables if t.ledger == ledger)) for one in checked.imports]
    found = [one for one in kept if one.tables]
    assert found, f"no sample workbook has a sheet of {ledger}"
    return found


def shown(page: Page, home: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page as a reader of that home sees it; fails where it raises or reports an error."""
    monkeypatch.setenv("INSPECTION_HOME", str(home))
    app = AppTest.from_file(str(FRAME), default_timeout=60)
    app.switch_page(page.file).run()
    assert not app.exception, [one.value for one in app.exception]
    assert not app.error, [one.value for one in app.error]
    assert len(app.main.children) > 1, "nothing is shown"
    return app


@every_page
def test_page_runs_on_the_sample_county(page, county_home, monkeypatch):
    shown(page, county_home, monkeypatch)


@every_page
def test_page_runs_for_an_office_that_has_begun_and_sent_nothing(page, begun_home, monkeypatch):
    shown(page, begun_home, monkeypatch)


@pytest.mark.parametrize(("page", "ledger"), ALONE, ids=[f"{page.url}-{ledger}" for page, ledger in ALONE])
def test_page_runs_on_one_of_its_ledgers_alone(page, ledger, alone_homes, monkeypatch):
    shown(page, alone_homes[ledger], monkeypatch)


def test_pages_of_figures_are_found_by_their_panels():
    assert {page.url for page in PAGES if panels_of(page)} >= {"overview", "coverage", "issues", "clues", "villages"}


def test_settings_are_saved_together_or_not_at_all(begun_home, monkeypatch):
    page = next(one for one in PAGES if one.url == "settings")
    app = shown(page, begun_home, monkeypatch)
    app.number_input(key="set_green_days").set_value(5)
    press(app, "保存时限与提醒")
    assert [one.value for one in app.error] == ["请先在页首填写经办人：每次更改都要记录是谁改的。"]
    app.text_input(key="who").set_value("张").run()
    app.number_input(key="set_green_days").set_value(5)
    press(app, "保存时限与提醒")
    assert [one.value for one in app.error] == ["黄色天数应不小于 0、不大于绿色天数"]
    app.number_input(key="set_yellow_days").set_value(3)
    press(app, "保存时限与提醒")
    assert not app.error
    listed = next(one.value for one in app.get("html") if "更改记录" in one.value)
    assert "<td>张</td><td>绿色天数</td><td>20天</td><td>5天</td>" in listed
    assert "<td>张</td><td>黄色天数</td><td>10天</td><td>3天</td>" in listed


def press(app: AppTest, label: str) -> None:
    """Presses the button of that name."""
    next(one for one in app.button if one.label == label).click().run()
