"""The README does not drift from the declarations."""

from tests.readme import README, renewed


def test_the_tables_of_the_readme_are_fresh() -> None:
    text = README.read_text(encoding="utf-8")
    assert renewed(text) == text, "run: python -m tests.readme"
