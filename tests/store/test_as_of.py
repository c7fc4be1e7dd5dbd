"""Going back: the facts, the imports and the settings as they were after any event, whatever came later."""

import gc
import random
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from analytics.cards import CARDS
from analytics.masking import masking
from analytics.panels import PANELS
from analytics.panels.panel import build
from analytics.query import figure
from analytics.theme import THEMES
from data.facts import Facts
from data.importing import Choices, Known, check
from data.samples import COUNTY, TERM, TERM_DATES, tracked
from data.store import Store, open_store, past
from data.workbook.limits import Limits
from data.workbook.reading import read_in_process
from tests.store.sendings import inspected, organisations, sending, store_of

UNITS = ("县公安局", "县法院", "县财政局", "县民政局", "县残联")
SHOWN = ("works", "coverage_pace", "issues_by_category", "village_wall")


def schemas(store: Store) -> int:
    """How many earlier versions hold memory."""
    return store._connection.execute("SELECT count(*) FROM duckdb_schemas() WHERE schema_name LIKE 'as_of_%'").fetchone()[0]


def redated(store: Store, *days: str) -> Store:
    """The store with its events on these days."""
    store.redate([f"{day}T10:00:00" for day in days])
    return store


def shown(facts: Facts) -> list[object]:
    """What the overview and the list of matters show of the whole store: cards, sentences, tables."""
    found: list[object] = [CARDS["overview"](facts, {})]
    for name in SHOWN:
        made = build(PANELS[name], facts, {}, THEMES["light"])
        found.append((name, made.say, made.headline, list(made.table.columns), made.table.astype(object).fillna("—").to_dict("records"), made.steps, made.lines))
    return found


def test_facts_can_be_asked_for_right_after_any_event():
    store = store_of(organisations("县公安局", "县法院"), inspected("县公安局"))
    store.withdraw(2, "李")
    store.set("county", "示例县", "李")
    store.restore(2, "李")
    assert [figure(store.facts_at(event), "coverage_rate").of for event in (1, 2, 3, 4, 5)] == ["—/2", "1/2", "—/2", "—/2", "1/2"]
    assert [store.facts_at(event).settings.county for event in (3, 4)] == ["", "示例县"]
    assert figure(store.facts_at(0), "orgs_total").value is None


def test_the_last_event_is_now_and_one_that_has_not_been_is_refused_in_words():
    store = store_of(organisations("县公安局"))
    assert store.facts_at(1) is store.facts()
    assert not store.facts_at(1).past and store.facts_at(0).past
    for event in (2, -1):
        with pytest.raises(KeyError, match="没有第"):
            store.facts_at(event)


def test_earlier_facts_say_on_paper_that_they_are():
    store = store_of(organisations("县公安局"), inspected("县公安局"))
    assert (store.facts_at(1).edition, store.facts().edition) == ("第1版（历史版本）", "第2版")


def test_imports_are_listed_as_they_stood():
    store = store_of(organisations("县公安局"), inspected("县公安局"))
    store.withdraw(1, "李")
    assert [one["id"] for one in store.imports(1)] == [1]
    assert [one["withdrawn_by"] for one in store.imports(2)] == [None, None]
    assert [one["withdrawn_by"] for one in store.imports()] == ["李", None]


def test_what_protects_holds_for_earlier_figures_as_it_is_today():
    store = Store.memory()
    store.set_all({"marking": "内部资料", "office": "旧名"}, "张")
    store.commit([organisations("县公安局")], "张")
    store.set_all({"marking": "机密", "office": "新名", "mask_below": 5}, "张")
    then = store.facts_at(3).settings
    assert (then.office, then.marking, then.mask_below) == ("旧名", "机密", 5)
    store.set("marking", "秘密", "张")
    assert store.facts_at(3).settings.marking == "秘密"


def test_a_day_means_its_last_event():
    store = store_of(organisations("县公安局"), inspected("县公安局"), inspected("县公安局", round=2))
    redated(store, "2026-06-29", "2026-06-30", "2026-06-30")
    days = [date(2026, 6, 28), date(2026, 6, 29), date(2026, 6, 30), date(2027, 1, 1)]
    assert [store.event_on(day) for day in days] == [0, 1, 3, 3]


def test_moments_tell_every_change_of_figures_once_and_the_newest_first():
    store = Store.memory()
    store.set_all({"office": "县委巡察办", "county": "示例县"}, "张")
    store.commit([organisations("县公安局"), inspected("县公安局")], "李")
    store.answer("deck", "", "三季度", "[]", "张")
    store.answer("organisation", "", "公安局", "县公安局", "张")
    store.withdraw(2, "王")
    store.restore(2, "王")
    found = store.moments()
    assert [(one.event, one.who, one.what) for one in found] == [
        (8, "王", "恢复第2次导入：第1轮.xlsx"),
        (7, "王", "撤回第2次导入：第1轮.xlsx"),
        (6, "张", "确认名称：公安局即县公安局"),
        (4, "李", "第1至2次导入：名录.xlsx等2份"),
        (2, "张", "更改设置：单位名称、所在县（市、区）"),
    ]


@pytest.fixture(scope="module")
def growing() -> Store:
    """A register that grows by a unit with each event: version 1 has one, version 6 has six."""
    return store_of(*(organisations(*(f"单位{i}" for i in range(n + 1))) for n in range(6)))


@pytest.fixture
def two_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the two versions last asked for stay."""
    monkeypatch.setattr(past, "KEPT", 2)


def test_a_reader_of_a_version_long_put_away_is_not_disturbed(growing, two_kept):
    reading = growing.facts_at(1)
    for event in (2, 3, 4, 5):
        growing.facts_at(event)
    # Not answered before, so the tables themselves are asked.
    assert reading.rows(f"SELECT organisation FROM {reading.table('fact_organisation')}") == [("单位0",)]
    assert growing.facts_at(1) is reading


def test_a_masked_copy_keeps_its_tables_too(growing, two_kept):
    masked = masking(growing.facts_at(1))[0]
    for event in (2, 3, 4, 5):
        growing.facts_at(event)
    gc.collect()
    growing.facts_at(2)
    assert len(masked.sql(f"SELECT * FROM {masked.table('fact_organisation')}")) == 1


def test_versions_that_nobody_reads_any_more_give_their_memory_back(growing, two_kept):
    for event in (1, 2, 3, 4, 5, 1, 2, 3):
        assert figure(growing.facts_at(event), "orgs_total").value == event
    gc.collect()
    growing.facts_at(4)
    # The two kept, and the one whose place the last of them took.
    assert schemas(growing) <= 3


def test_many_readers_at_different_moments_each_see_their_own(growing, two_kept):
    start = threading.Barrier(4)

    def read(seed: int) -> None:
        chance = random.Random(seed)
        start.wait()
        for _ in range(4):
            event = chance.randint(1, 6)
            facts = growing.facts_at(event)
            assert figure(facts, "orgs_total").value == event
            assert len(facts.sql(f"SELECT * FROM {facts.table('fact_organisation')}")) == event

    with ThreadPoolExecutor(4) as pool:
        for one in [pool.submit(read, seed) for seed in range(4)]:
            one.result()


def test_readers_of_earlier_versions_are_not_disturbed_by_commits(tmp_path, two_kept):
    store = open_store(tmp_path)
    for n in range(3):
        store.commit([organisations(*UNITS[: n + 1])], "张")
    done = threading.Event()

    def read() -> int:
        looks = 0
        while not done.wait(0.01):
            for event in (1, 2, 3):
                assert figure(store.facts_at(event), "orgs_total").value == event
                looks += 1
        return looks

    with ThreadPoolExecutor(2) as pool:
        readers = [pool.submit(read) for _ in range(2)]
        for n in (1, 2):
            store.commit([inspected(*UNITS, round=n)], "张")
        done.set()
        assert all(one.result() for one in readers)
    store.close()


def test_going_back_shows_exactly_what_the_pages_showed_then():
    books = [read_in_process(path.name, path.read_bytes(), Limits()) for path in tracked()]
    imports = check(books, Known(county=COUNTY), Choices()).imports
    store, then = Store.memory(), {}

    def kept() -> None:
        then[store.version()] = shown(store.facts())
        assert then[store.version()] not in list(then.values())[:-1], "nothing has changed"

    store.set_all({"county": COUNTY, "terms": {TERM: TERM_DATES}}, "张")
    for one in imports[:3]:
        store.commit([one], "张")
        kept()
    issues = next(one for one in imports[3:] if one.tables[0].ledger == "issues")
    store.commit([issues], "张")
    # Corrected: fewer rows of the same ledger, sent as complete.
    store.commit([replace(issues, tables=tuple(replace(t, frame=t.frame.head(100), complete=True) for t in issues.tables))], "张")
    kept()
    store.withdraw(2, "张")
    kept()
    store.set("coverage_target", 90, "张")
    kept()
    store.restore(2, "张")
    store.commit(imports[3:], "张")
    for event, before in then.items():
        assert shown(store.facts_at(event)) == before, f"第{event}版"


@pytest.mark.parametrize("seed", range(3))
def test_after_any_sequence_of_changes_every_moment_is_as_it_was_then(seed):
    chance, store, then = random.Random(seed), Store.memory(), {}

    def state(facts: Facts) -> list[object]:
        names = ("orgs_total", "orgs_inspected", "coverage_rate", "issues_found", "clues_transferred", "rounds")
        figures = [(one.numerator, one.denominator, one.value) for one in (figure(facts, name) for name in names)]
        return [figures, facts.as_of_date, facts.term, facts.settings, sorted(facts.rows(f"SELECT * FROM {facts.table('fact_inspection')}"), key=repr)]

    for _ in range(7):
        live = {one["id"]: one["withdrawn_at"] is None for one in store.imports()}
        gone = [number for number, there in live.items() if not there]
        there = [number for number, one in live.items() if one]
        what = chance.choice(["send", "send", "send", *(["withdraw"] if there else []), *(["restore"] if gone else []), "set"])
        if what == "send":
            store.commit(chance.sample(sendings(chance), chance.randint(1, 2)), "张")
        elif what == "withdraw":
            store.withdraw(chance.choice(there), "张")
        elif what == "restore":
            store.restore(chance.choice(gone), "张")
        else:
            store.set(*chance.choice([("predecessor_counts", False), ("county", "示例县"), ("coverage_target", chance.randint(50, 100)), ("terms", {13: (date(2016, 10, 1), date(2021, 9, 30))})]), "张")
        then[store.version()] = state(store.facts()), [(one["id"], one["withdrawn_at"] is None) for one in store.imports()]
    for event in chance.sample(sorted(then), len(then)):
        assert (state(store.facts_at(event)), [(one["id"], one["withdrawn_at"] is None) for one in store.imports(event)]) == then[event], f"seed {seed}, event {event}"


def sendings(chance: random.Random) -> list:
    """A few small workbooks that correct, complete and contradict each other."""
    some = chance.sample(UNITS, chance.randint(1, 4))
    issues = [{"organisation": one, "term": 13, "year": 2020, "round": 1, "text": f"问题{n}", "category": "选人用人"} for n, one in enumerate(some)]
    return [
        organisations(*some, from_date=chance.choice([None, date(2019, 1, 1)])),
        inspected(*some, round=chance.randint(1, 2), status=chance.choice(["已完成", "进驻中", "计划"]), issues=chance.randint(0, 9)),
        sending("issues", *issues, complete=chance.random() < 0.5),
        sending("clues", {"organisation": some[0], "term": 13, "year": 2020, "round": 1, "clue_no": str(chance.randint(1, 3)), "text": "线索"}),
    ]
