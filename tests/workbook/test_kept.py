"""What is kept of a workbook."""

import gzip
from pathlib import Path

import pytest

from data.workbook import read_in_process
from data.workbook.kept import keep, kept

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


@pytest.mark.parametrize(
    "name", ["messy_cn/01_巡察问题整改台账_双层表头.xlsx", "xls/错误值与隐藏.xls", "xls/问题清单.xls"]
)
def test_what_is_kept_comes_back_as_it_was_read(name, tmp_path):
    workbook = read_in_process(Path(name).name, (CORPUS / name).read_bytes())
    path = keep(tmp_path / "kept", workbook, {})
    assert path.name == f"{workbook.sha256}.json.gz"
    assert kept(tmp_path / "kept", workbook.sha256) == workbook


def test_personal_columns_leave_no_trace(tmp_path):
    content = "姓名,单位\n张三丰,县公安局\n".encode()
    workbook = read_in_process("名单.csv", content)
    path = keep(tmp_path, workbook, {"名单": [0]})
    assert "张三丰" not in gzip.decompress(path.read_bytes()).decode()
    assert kept(tmp_path, workbook.sha256).sheets[0].rows == [[None, "单位"], [None, "县公安局"]]


def test_keeping_twice_gives_the_same_bytes_and_no_leftovers(tmp_path):
    workbook = read_in_process("a.csv", b"a,b\n1,2\n")
    first = keep(tmp_path, workbook, {}).read_bytes()
    assert keep(tmp_path, workbook, {}).read_bytes() == first
    assert len(list(tmp_path.iterdir())) == 1


def test_damage_and_absence_are_told_apart(tmp_path):
    workbook = read_in_process("a.csv", b"a,b\n1,2\n")
    with pytest.raises(FileNotFoundError):
        kept(tmp_path, workbook.sha256)
    path = keep(tmp_path, workbook, {})
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(ValueError, match="damaged"):
        kept(tmp_path, workbook.sha256)


def test_name_that_is_no_checksum_is_refused(tmp_path):
    with pytest.raises(ValueError, match="sha256"):
        kept(tmp_path, "../../etc/passwd")
