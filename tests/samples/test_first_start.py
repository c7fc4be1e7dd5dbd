"""The sample store: filled at first start, left alone afterwards, made anew when its sources change."""

from datetime import date

from data.samples import tracked
from data.samples.first_start import ensure_sample
from data.store import open_store


def test_every_tracked_workbook_is_an_import_of_the_sample_store(home):
    store = ensure_sample(home)
    assert [one["file"] for one in store.imports()] == [path.name for path in tracked()]
    assert store.facts().as_of_date == date(2020, 12, 31)
    store.close()


def test_the_sample_store_knows_its_office_and_term(home):
    store = ensure_sample(home)
    settings = store.settings()
    store.close()
    assert (settings.office, settings.county) == ("示例县委巡察办", "示例县")
    assert settings.terms == {13: (date(2016, 10, 1), date(2021, 9, 30))}


def test_a_second_start_changes_nothing(home):
    before = (home / "sample.duckdb").stat().st_mtime_ns
    store = ensure_sample(home)
    store.close()
    assert (home / "sample.duckdb").stat().st_mtime_ns == before


def test_changed_workbooks_make_the_store_anew_and_not_twice_as_full(home):
    (home / "sample.made").write_text("an older version", encoding="utf-8")
    store = ensure_sample(home)
    imports = len(store.imports())
    store.close()
    assert imports == len(tracked())


def test_a_damaged_sample_store_is_made_anew(home):
    (home / "sample.duckdb").write_bytes(b"not a database at all" * 1000)
    store = ensure_sample(home)
    imports = len(store.imports())
    store.close()
    assert imports == len(tracked())


def test_the_office_store_stays_empty(home):
    ensure_sample(home).close()
    office = open_store(home, "office")
    imports = office.imports()
    office.close()
    assert imports == []
