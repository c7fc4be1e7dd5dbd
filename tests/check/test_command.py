"""`python -m analytics check`."""

import io
import json
import sys

from analytics.__main__ import main


def test_a_file_is_checked_and_told_as_data(tmp_path, capsys):
    file = tmp_path / "总结.txt"
    file.write_text("巡察单位8个,其中乡镇5个、部门4个。", "utf-8")
    assert main(["check", str(file), "--json", "--home", str(tmp_path / "home")]) == 0
    said = json.loads(capsys.readouterr().out)
    assert set(said) == {"claims", "contradictions"}
    first = said["claims"][0]
    assert {"metric", "value", "unit", "approx", "scope", "span", "start", "verdict", "expected", "link"} <= set(first)
    assert (first["metric"], first["value"], first["verdict"], first["link"]) == ("orgs_inspected", 8, "无法核对", None)
    assert said["contradictions"][0]["say"] == "5 + 4 = 9，文中写“8个”"


def test_standard_input_is_checked_in_words(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("发现问题264个。".encode()), "utf-8"))
    assert main(["check", "-", "--home", str(tmp_path)]) == 0
    assert "找到数字 1 处" in capsys.readouterr().out


def test_a_file_that_is_not_there_or_no_document_is_told_in_one_sentence(tmp_path, capsys):
    assert main(["check", str(tmp_path / "a.txt"), "--home", str(tmp_path)]) == 2
    (tmp_path / "a.xlsx").write_bytes(b"x")
    assert main(["check", str(tmp_path / "a.xlsx"), "--home", str(tmp_path)]) == 2
    assert "只能核对" in capsys.readouterr().err
