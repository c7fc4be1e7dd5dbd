"""What a sending does to the store."""

import gzip
from pathlib import Path

import pytest

from data.importing import Choices
from data.intake import KEPT, commit, differences, open_files, receive
from data.rebuild import rebuild
from data.store import Store, open_store
from data.store.store import StoreChanged
from tests.intake.books import REGISTER, ROUNDS, book


@pytest.fixture
def store(tmp_path: Path):
    made = open_store(tmp_path, "office")
    yield made
    made.close()


def send(store: Store, home: Path, name: str, rows: list[list], choices: Choices | None = None, who: str = "甲"):
    """Read, check and commit one workbook; the intake."""
    books, refused = open_files([(name, book(rows))])
    intake = receive(store, books, refused, choices or Choices())
    commit(store, home, intake, who)
    return intake


def test_names_become_those_of_the_register(store, tmp_path) -> None:
    send(store, tmp_path, "名录.xlsx", REGISTER)
    intake = send(store, tmp_path, "轮次.xlsx", ROUNDS)
    assert [r["status"] for r in intake.reports] == ["loaded"]
    assert list(store.live("rounds")["organisation"]) == ["县财政局", "县审计局"]


def test_files_sent_together_know_each_other_in_any_order(store) -> None:
    books, refused = open_files([("轮次.xlsx", book(ROUNDS)), ("名录.xlsx", book(REGISTER))])
    assert receive(store, books, refused, Choices()).loaded


def test_an_unknown_name_is_asked_with_the_nearest_ones_and_its_alias_is_remembered(store, tmp_path) -> None:
    send(store, tmp_path, "名录.xlsx", REGISTER)
    rows = [*ROUNDS[:3], ["十三届", 2020, "第十轮", "县水力局", 8, 0]]
    intake = send(store, tmp_path, "轮次.xlsx", rows)
    problem = intake.reports[0]["problems"][0]
    assert (problem["cell"], problem["code"], problem["candidates"][0]) == ("D4", "name_unknown", "县水利局")
    assert store.live("rounds").empty
    send(store, tmp_path, "轮次.xlsx", rows, Choices(aliases={"县水力局": "县水利局"}))
    rows = [*rows[:3], ["十三届", 2021, "第十二轮", "县水力局", 5, 0]]
    assert send(store, tmp_path, "第十二轮.xlsx", rows).loaded
    assert "县水利局" in set(store.live("rounds")["organisation"])


def test_the_same_bytes_are_not_imported_twice(store, tmp_path) -> None:
    content = book(REGISTER)
    for name, status in (("名录.xlsx", "loaded"), ("名录(最终版).xlsx", "refused")):
        books, refused = open_files([(name, content)])
        intake = receive(store, books, refused, Choices())
        commit(store, tmp_path, intake, "甲")
        assert [r["status"] for r in intake.reports] == [status]
    assert "名录.xlsx" in intake.reports[0]["reason"]
    assert len(store.imports()) == 1


def test_a_later_version_replaces_by_key_and_the_difference_is_told_first(store, tmp_path) -> None:
    send(store, tmp_path, "名录.xlsx", REGISTER)
    send(store, tmp_path, "六月.xlsx", ROUNDS)
    later = [*ROUNDS[:2], ["十三届", 2020, "第十轮", "财政局", 12, 1], ["十三届", 2020, "第十轮", "县水利局", 5, 0]]
    books, refused = open_files([("十二月.xlsx", book(later))])
    intake = receive(store, books, refused, Choices())
    (_, found), = differences(store, intake)
    assert [(c.name, c.fields) for c in found.changed] == [("第10轮 县财政局", {"issues": (10, 12)})]
    assert [name for name, _ in found.new] == ["第10轮 县水利局"]
    assert (found.gone, found.absent) == ([], ["第10轮 县审计局"])
    commit(store, tmp_path, intake, "甲")
    assert sorted(store.live("rounds")["issues"]) == [5, 8, 12]


def test_a_sending_declared_complete_ends_the_rows_it_leaves_out(store, tmp_path) -> None:
    send(store, tmp_path, "六月.xlsx", ROUNDS)
    later = [*ROUNDS[:2], ["十三届", 2020, "第十轮", "县财政局", 12, 1]]
    send(store, tmp_path, "十二月.xlsx", later, Choices(sweep=frozenset({("十二月.xlsx", "Sheet1")})))
    assert list(store.live("rounds")["issues"]) == [12]


def test_a_column_that_is_gone_is_asked_and_never_empties_what_is_stored(store, tmp_path) -> None:
    send(store, tmp_path, "六月.xlsx", ROUNDS)
    shorter = [row[:5] for row in ROUNDS]
    intake = send(store, tmp_path, "缺列.xlsx", shorter)
    assert intake.reports[0]["status"] == "asked"
    assert "移交线索" in intake.reports[0]["reason"]
    send(store, tmp_path, "缺列.xlsx", shorter, Choices(keep_lost=True))
    assert list(store.live("rounds")["clues"]) == [1, 0]


def test_what_another_user_committed_meanwhile_stops_the_commit(store, tmp_path) -> None:
    books, refused = open_files([("名录.xlsx", book(REGISTER))])
    intake = receive(store, books, refused, Choices())
    send(store, tmp_path, "轮次.xlsx", ROUNDS)
    with pytest.raises(StoreChanged):
        commit(store, tmp_path, intake, "乙")


def test_personal_columns_are_kept_nowhere(store, tmp_path) -> None:
    rows = [
        ["线索编号", "被巡察单位", "被反映人", "联系电话", "移交时间", "办理情况", "立案"],
        ["2020-001", "县财政局", "张三丰甲", "13800001234", "2020-06-13", "已办结", "是"],
    ]
    intake = send(store, tmp_path, "线索.xlsx", rows)
    assert intake.reports[0]["dropped"] == ["被反映人", "联系电话"]
    store.close()
    for path in tmp_path.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            held += gzip.decompress(held) if path.suffix == ".gz" else b""
            assert "张三丰甲".encode() not in held and b"13800001234" not in held
    assert list((tmp_path / KEPT).iterdir())


def test_files_are_kept_only_where_the_office_says_so(store, tmp_path) -> None:
    content = book(REGISTER)
    for keep, count in ((False, 0), (True, 1)):
        store.set("keep_files", keep, "甲")
        books, refused = open_files([(f"名录{keep}.xlsx", content if keep else book(ROUNDS))])
        commit(store, tmp_path, receive(store, books, refused, Choices()), "甲", [("名录.xlsx", content)])
        assert len(list((tmp_path / "files").glob("*"))) == count


def test_a_heading_once_answered_is_not_asked_again(store, tmp_path) -> None:
    rows = [["被巡察单位", "问题具体表现", "类别"], ["县财政局", "账目不清", "三资"]]
    assert send(store, tmp_path, "问题台账.xlsx", rows).reports[0]["status"] == "asked"
    assert send(store, tmp_path, "问题台账.xlsx", rows, Choices(headings={"问题具体表现": "text"})).loaded
    rows = [rows[0], ["县审计局", "会议记录补写", "党建"]]
    assert send(store, tmp_path, "问题台账(续).xlsx", rows).loaded


def test_rebuilding_gives_the_same_rows_from_what_was_kept(tmp_path) -> None:
    store = open_store(tmp_path, "office")
    store.set("county", "示例县", "甲")
    send(store, tmp_path, "名录.xlsx", REGISTER)
    send(store, tmp_path, "轮次.xlsx", [*ROUNDS, ["十三届", 2020, "第十轮", "县水力局", 3, 0]], Choices(aliases={"县水力局": "县水利局"}))
    send(store, tmp_path, "又一轮.xlsx", [*ROUNDS[:2], ["十三届", 2021, "第十一轮", "县财政局", 30, 3]])
    store.withdraw(3, "乙")
    before = {name: store.live(name) for name in ("organisations", "rounds")}
    known = [(o["file"], o["at"], o["withdrawn_by"]) for o in store.imports()]
    store.close()
    (tmp_path / "office.duckdb").unlink()
    assert rebuild(tmp_path)["imports"] == 3
    again = open_store(tmp_path, "office")
    for name, rows in before.items():
        assert again.live(name).equals(rows)
    assert [(o["file"], o["at"], o["withdrawn_by"]) for o in again.imports()] == known
    again.close()


def test_a_rebuild_without_the_kept_sheets_leaves_everything_in_place(tmp_path) -> None:
    store = open_store(tmp_path, "office")
    send(store, tmp_path, "名录.xlsx", REGISTER)
    store.close()
    for path in (tmp_path / KEPT).iterdir():
        path.unlink()
    with pytest.raises(FileNotFoundError, match=r"名录\.xlsx"):
        rebuild(tmp_path)
    assert (tmp_path / "office.duckdb").exists()
