"""The rules of the house that a machine can hold: short files, a tidy top, locked and generated files fresh."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOP = {
    *("app.py", "pages", "data", "analytics", "tests", "docs"),
    *("README.md", "CHANGELOG.md", "SECURITY.md", "Makefile", "pyproject.toml", "requirements.txt"),
}
VAGUE = {"utils", "helpers", "common", "base"}
CODE = {".py", ".js", ".css", ".sql"}


def tracked() -> list[Path]:
    """Returns the files of the repository, relative to its top."""
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode("utf-8").split("\0")
    return [Path(name) for name in names if name and (ROOT / name).is_file()]


def lines(path: Path) -> list[str]:
    """Returns the lines of a file of the repository."""
    return (ROOT / path).read_text("utf-8").splitlines()


FILES = tracked()
WRITTEN = [path for path in FILES if path.suffix in CODE and path != Path("pages/static/fonts.css")]


def test_top_level_holds_only_what_was_agreed():
    top = {path.parts[0] for path in FILES}
    assert {name for name in top if not name.startswith(".")} <= TOP


def test_no_file_is_longer_than_300_lines():
    assert {str(path): len(lines(path)) for path in WRITTEN if len(lines(path)) > 300} == {}


def test_no_page_is_longer_than_60_lines():
    screens = [path for path in WRITTEN if path.parent == Path("pages") and path.suffix == ".py"]
    assert {str(path): len(lines(path)) for path in screens if len(lines(path)) > 60} == {}


def test_no_file_has_a_name_that_says_nothing():
    assert [str(path) for path in WRITTEN if VAGUE & {part.removesuffix(".py") for part in path.parts}] == []


def test_every_module_says_what_it_is():
    texts = {str(path): (ROOT / path).read_text("utf-8") for path in WRITTEN if path.suffix == ".py"}
    assert [name for name, text in texts.items() if text and not re.match(r'(#[^\n]*\n)*"""\S', text)] == []


def test_nothing_is_left_to_do_or_skipped():
    mark = re.compile(r"\bTO" + r"DO\b|\bFIX" + r"ME\b|pytest\.(mark\.)?(skip|x" + r"fail)")
    assert [f"{path}:{n}" for path in WRITTEN for n, line in enumerate(lines(path), 1) if mark.search(line)] == []


@pytest.mark.parametrize("lock, of", [("requirements.txt", "dependencies"), ("tests/requirements.txt", "test")])
def test_lock_holds_every_direct_dependency_at_its_version_with_hashes(lock, of):
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = declared["project"]["dependencies"] if of == "dependencies" else declared["dependency-groups"][of]
    locked = (ROOT / lock).read_text("utf-8")
    pins = re.findall(r"^(\S+==\S+)[^\n]*\\\n    --hash=sha256:", locked, re.MULTILINE)
    assert set(wanted) <= set(pins), "run `make lock`"
    assert len(pins) == len(re.findall(r"^[a-z]", locked, re.MULTILINE))


def test_versions_are_pinned_exactly_and_each_has_its_reason():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    entries = re.findall(r'^(    #[^\n]*\n)?    "([^"]+==[^"]+)",$', text, re.MULTILINE)
    assert len(entries) == len(re.findall(r'^    "[^"]+",$', text, re.MULTILINE))
    assert [name for reason, name in entries if not reason] == []
