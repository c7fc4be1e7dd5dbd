"""The tables of pages, ledgers and metrics in the README, made from the declarations: `python -m tests.readme`."""

import re
import sys
from pathlib import Path

from analytics.metrics import METRICS
from data.ledgers import LEDGERS
from pages.contents import PAGES

README = Path(__file__).parent.parent / "README.md"


def tables() -> dict[str, str]:
    """Name of a table → its Markdown."""
    return {
        "pages": _table(("menu", "page", "file", "address"), [(p.section, p.title, f"`pages/{p.file}`", f"`/{p.url}`") for p in PAGES]),
        "ledgers": _table(
            ("name", "ledger", "fields", "one row is known by"),
            [(f"`{one.name}`", one.label, str(len(one.fields)), _key(one)) for one in LEDGERS.values()],
        ),
        "metrics": _table(
            ("name", "metric", "unit", "definition"), [(f"`{m.name}`", m.label, m.unit, m.meaning) for m in METRICS.values()]
        ),
    }


def _key(ledger) -> str:
    labels = [ledger[n].label for n in ledger.key if n != "county"]
    if ledger.identifier:
        return f"{ledger[ledger.identifier].label},没有编号的按{'、'.join([*labels, *(ledger[n].label for n in ledger.content)])}"
    return "、".join(labels)


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def renewed(text: str) -> str:
    """The README's text with its tables made anew."""
    for name, table in tables().items():
        mark = rf"(<!-- {name} -->\n).*?(\n<!-- /{name} -->)"
        text, found = re.subn(mark, lambda m, t=table: f"{m[1]}{t}{m[2]}", text, flags=re.DOTALL)
        if not found:
            raise ValueError(f"README.md has no place for the table {name!r}: <!-- {name} --> … <!-- /{name} -->")
    return text


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write("README.md\n")
