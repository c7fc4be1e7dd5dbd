"""What a ledger (台账) is. Everything else — DDL, template, help, importer, samples, tests — derives from its declaration."""

from collections.abc import Callable
from dataclasses import dataclass, field

from data.kinds import Kind
from data.rules import Rule

# The sheet of every template that explains it; passed over at reading.
GUIDE_SHEET = "填写说明"


@dataclass(frozen=True, kw_only=True)
class Field:
    """One column of a ledger.

    `name` is the identifier and the column of the table, `label` the heading that templates print, `headings` other
    spellings. `also` names the fields that receive the further values of one cell (12件12人). `fill_down`: merged or
    blank cells take the value above (keys only, never numbers). `from_title`: taken from the title, the sheet's name or
    the file's name where the sheet has no such column. `stored=False`: read and checked, never kept (printed rates).
    """

    name: str
    label: str
    kind: Kind
    headings: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    required: bool = False
    fill_down: bool = False
    from_title: bool = False
    stored: bool = True
    unit: str = ""
    help: str = ""

    def __post_init__(self) -> None:
        if not self.name.isidentifier() or self.name.startswith("_"):
            raise ValueError(f"Field {self.name!r}: use a plain lower_snake identifier")

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every heading that means this field, the template's first."""
        return (self.label, *self.headings)


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """A ledger: its fields, the key that tells its rows apart, and what must hold within a row.

    `sweep`: the wider scope within which the user may declare a sending complete (default: `scope`).
    `key`: fields whose values identify a row from one sending to the next. `needs`: any one of these fields must be
    found in a sheet for it to be this ledger. `titles`: words in titles or sheet names that point here. `scope`: the
    fields within which a later sending replaces an earlier one whole, where `complete`. `personal`: headings dropped at
    reading, besides the general ones; `aside`: headings known and knowingly not kept.

    A row with an `identifier` (问题编号) is known by it alone; one without by its `key` and `content`, and rows that
    then repeat are told apart by their order. `names_row`: a row that holds none of these fields is incomplete.
    `tells`: unless a title names the ledger, one of these must be found too. `across`: rounds may be written as columns.
    `dated`: the field whose day tells the year and term of a row that does not name them.
    """

    name: str
    label: str
    meaning: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    needs: tuple[str, ...]
    scope: tuple[str, ...]
    titles: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    personal: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    complete: bool = False
    sweep: tuple[str, ...] = ()
    identifier: str | None = None
    content: tuple[str, ...] = ()
    names_row: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    across: bool = False
    dated: str = ""
    by_name: dict[str, Field] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.fields:
            if one.name in self.by_name:
                raise ValueError(f"Ledger {self.name}: field {one.name!r} is declared twice")
            self.by_name[one.name] = one
        declared = tuple(name for name in (self.identifier, self.dated) if name)
        for name in (
            *declared, *self.key, *self.content, *self.needs, *self.scope, *self.names_row, *self.tells,
            *(a for f in self.fields for a in f.also),
        ):  # fmt: skip
            if name not in self.by_name:
                raise ValueError(f"Ledger {self.name}: no field {name!r}; declare it in fields")

    def __getitem__(self, name: str) -> Field:
        return self.by_name[name]

    def where(self, test: Callable[[Field], bool]) -> tuple[Field, ...]:
        """The fields that pass the test, in order."""
        return tuple(f for f in self.fields if test(f))

    @property
    def stored(self) -> tuple[Field, ...]:
        """The fields that become columns of the table."""
        return self.where(lambda f: f.stored)
