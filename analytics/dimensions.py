"""What figures can be split and filtered by: how values are written, read and put in order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from data.categories import ORDER as CATEGORIES
from data.kinds import Batch, Day, Period, Round, Team, Term, Year
from data.kinds.kind import plain
from data.kinds.numerals import chinese
from data.ledgers.shared import FORMS, KINDS, VILLAGE_CLASSES

UNSAID = "未注明"


@dataclass(frozen=True, kw_only=True)
class Dimension:
    """A way to split figures.

    `column` SQL over a fact view, `order` an aggregate that puts its values in order, `listed` their order where it is
    fixed, `said` raw value → label, `read` a value as people write it → (column to compare, value). `several`: a row may
    have more than one value (forms).
    """

    name: str
    label: str
    column: str
    read: Callable[[str], tuple[str, object]]
    said: Callable[[object], str] = str
    order: str | None = None
    listed: tuple[str, ...] = ()
    several: bool = False


def _number(column: str, kind: Term | Year | Batch) -> Callable[[str], tuple[str, object]]:
    def read(text: str) -> tuple[str, object]:
        value = kind.read(int(text) if str(text).isdigit() else str(text)).value
        if value is None:
            raise ValueError(f"“{text}”不是{column}的写法。{kind.describe()}")
        return column, value

    return read


def _round(text: str) -> tuple[str, object]:
    said = Round().read(int(text) if str(text).isdigit() else str(text)).value
    labelled = not str(text).isdigit() and ("届" in str(text) or "年" in str(text))
    return ("round_name", str(text)) if said is None or labelled else ("round", said)


def _word(column: str, words: dict[str, tuple[str, ...]] | None = None) -> Callable[[str], tuple[str, object]]:
    def read(text: str) -> tuple[str, object]:
        said = plain(str(text))
        return column, next((w for w, others in (words or {}).items() if said == w or said in others), str(text))

    return read


def _month(text: str) -> tuple[str, object]:
    day = Day(loose=True).read(str(text)).value or (Period().read(str(text)).also or (None,))[0]
    if not isinstance(day, date):
        raise ValueError(f"“{text}”不是月份,请写成 2020-04")
    return "month", day.replace(day=1)


AGE = "CASE WHEN age_months < 3 THEN '3个月以内' WHEN age_months < 6 THEN '3至6个月' WHEN age_months < 12 THEN '6至12个月' WHEN age_months >= 12 THEN '12个月以上' END"
AGES = ("3个月以内", "3至6个月", "6至12个月", "12个月以上")

_ALL = (
    Dimension(name="county", label="县(市、区)", column="county", read=_word("county"), order="min(_row)"),
    Dimension(name="term", label="届次", column="term", read=_number("term", Term()), said=lambda v: f"{chinese(v)}届"),
    Dimension(name="year", label="年度", column="year", read=_number("year", Year()), said=lambda v: f"{v}年"),
    Dimension(name="round", label="轮次", column="round_name", read=_round, order="min(round_order)"),
    Dimension(name="batch", label="批次", column="batch", read=_number("batch", Batch()), said=lambda v: f"第{chinese(v)}批"),
    Dimension(name="kind", label="巡察类型", column="kind", read=_word("kind", KINDS), listed=tuple(KINDS)),
    Dimension(name="form", label="巡察方式", column="form", read=_word("form", FORMS), listed=tuple(FORMS), several=True),
    Dimension(name="organisation_kind", label="单位类型", column="organisation_kind", read=_word("organisation_kind"), order="min(_row)"),
    Dimension(name="organisation", label="党组织", column="organisation", read=_word("organisation"), order="min(_row)"),
    Dimension(name="team", label="巡察组", column="team", read=lambda t: ("team", Team().read(t).value or t), order="min(team)"),
    Dimension(name="town", label="乡镇(街道)", column="town", read=_word("town"), order="min(_row)"),
    Dimension(
        name="village_class", label="村情分类", column="village_class", read=_word("village_class", VILLAGE_CLASSES), listed=tuple(VILLAGE_CLASSES)
    ),
    Dimension(name="category", label="问题类别", column="category", read=_word("category"), listed=CATEGORIES),
    Dimension(name="subcategory", label="问题小类", column="subcategory", read=_word("subcategory"), order="min(_row)"),
    Dimension(name="month", label="月份", column="month", read=_month, said=lambda v: f"{v.year}年{v.month}月"),
    Dimension(name="clue_age", label="线索时长", column=AGE, read=_word(AGE), listed=AGES),
)  # fmt: skip

DIMENSIONS: dict[str, Dimension] = {one.name: one for one in _ALL}
