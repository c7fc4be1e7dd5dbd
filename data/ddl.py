"""The tables of the store, derived from the ledgers. No keys, no indexes: the loader checks keys by query."""

from collections.abc import Iterable

from data.ledger import Ledger
from data.ledgers import LEDGERS

SOURCE = {"_import": "INTEGER", "_sheet": "VARCHAR", "_row": "INTEGER", "_key": "VARCHAR", "_marks": "VARCHAR"}

# One sequence numbers everything that changes a figure; each row's details stand in the table of its kind.
REGISTERS = {
    "events": {"event": "INTEGER", "kind": "VARCHAR", "import": "INTEGER", "at": "TIMESTAMP", "who": "VARCHAR"},
    "imports": {
        "import": "INTEGER", "event": "INTEGER", "sending": "INTEGER", "file": "VARCHAR", "sha256": "VARCHAR", "cut_off": "DATE",
        "report": "VARCHAR",
    },
    "import_tables": {
        "import": "INTEGER", "position": "INTEGER", "sheet": "VARCHAR", "ledger": "VARCHAR", "columns": "VARCHAR", "headings": "VARCHAR",
        "complete": "BOOLEAN", "scope": "VARCHAR", "rows": "INTEGER",
    },
    "settings": {"event": "INTEGER", "name": "VARCHAR", "value": "VARCHAR"},
    "answers": {"event": "INTEGER", "kind": "VARCHAR", "ledger": "VARCHAR", "given": "VARCHAR", "meant": "VARCHAR"},
    # Of each meeting the newest row holds; one without a name takes its mark away.
    "meetings": {
        "event": "INTEGER", "meeting": "INTEGER", "name": "VARCHAR", "held_on": "DATE", "import": "INTEGER", "figures": "VARCHAR",
    },
}  # fmt: skip


def quoted(name: str) -> str:
    """An identifier, quoted for SQL."""
    return '"' + name.replace('"', '""') + '"'


def table_name(ledger: str) -> str:
    """The table that holds a ledger's rows, live and superseded."""
    return f"ledger_{ledger}"


def columns_of(ledger: Ledger) -> dict[str, str]:
    """Column → SQL type of a ledger's table."""
    return SOURCE | {field.name: field.kind.sql for field in ledger.stored}


def tables(ledgers: Iterable[Ledger] = LEDGERS.values()) -> dict[str, dict[str, str]]:
    """Every table of the store: name → column → SQL type."""
    return REGISTERS | {table_name(one.name): columns_of(one) for one in ledgers}


def create(name: str, columns: dict[str, str]) -> str:
    """CREATE TABLE for one table."""
    return f"CREATE TABLE {quoted(name)} ({', '.join(f'{quoted(c)} {kind}' for c, kind in columns.items())})"


def statements(present: dict[str, set[str]]) -> list[str]:
    """What brings a store that has the tables and columns `present` up to the declarations; nothing is ever dropped."""
    todo = []
    for name, columns in tables().items():
        if name not in present:
            todo.append(create(name, columns))
            continue
        todo += [
            f"ALTER TABLE {quoted(name)} ADD COLUMN {quoted(column)} {kind}"
            for column, kind in columns.items()
            if column not in present[name]
        ]
    return todo
