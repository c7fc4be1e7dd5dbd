"""Dimensions (维度): what figures are split and filtered by, how people write their values, and the values' order."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from data import categories
from data.kinds import Batch, Kind, Round, Team, Term, Year
from data.kinds.kind import plain
from data.kinds.numerals import NUMERAL, chinese, numeral
from data.ledgers.audit_links import MODES, STAGES, STEPS
from data.ledgers.linked_inspections import LEVELS
from data.ledgers.rectification_totals import GRADES
from data.ledgers.rectifications import STATES
from data.ledgers.revisits import REVISIT_KINDS
from data.ledgers.shared import FORMS, KINDS, VILLAGE_CLASSES
from data.ledgers.supervisions import DIRECTIONS, MATTERS, PARTNERS
from data.ledgers.talents import ROLES
from data.ledgers.talks import TALK_FORMS
from data.ledgers.trainings import TRAINING_FORMS
from data.placing import NO_TERM, NO_YEAR, named_special, theme_of

UNSAID = "未注明"
# How an issue not yet put right stands to its deadline, the most pressing first.
TIMINGS = ("超期", "黄色预警", "绿色提醒", "期内", "长期坚持", "未定期限")
AGES = ("0–3个月", "3–6个月", "6–12个月", "12个月以上")
# Forms in which another level or county takes part, and whether an inspection is of any of them.
LINKED_FORMS = ("联动", "交叉", "提级")
LINKAGES = ("联动交叉提级", "其他方式")

# SQL over a fact view → what it must equal.
Conditions = Mapping[str, object]


class Unreadable(ValueError):
    """A value that is none of a dimension's; the message is one Chinese sentence."""


@dataclass(frozen=True, kw_only=True)
class Dimension:
    """A way to split figures.

    `column`: its SQL over a fact view. `read`: a value as people write it → conditions, None where it is no such value.
    `said`: a raw value → its label. `key`: a raw value → its sort key. `order`: an aggregate that carries the order where
    the value does not. `register`: the register in whose order the values stand. `several`: a row may hold several
    values, joined by 、. `example`: a value as people write it.
    """

    name: str
    label: str
    column: str
    read: Callable[[str], Conditions | None]
    example: str
    said: Callable[[object], str] = str
    key: Callable[[object], object] = str
    order: str = ""
    register: str = ""
    several: bool = False

    def conditions(self, value: object) -> Conditions:
        """What a row must have to be of this value; raises Unreadable with a hint for what cannot be read."""
        found = self.read(str(value))
        if found is None:
            raise Unreadable(f"“{value}”不是{self.label}的写法，请写成“{self.example}”这样")
        return found


def _same(column: str) -> Callable[[str], Conditions]:
    return lambda text: {column: text.strip()}


def _of(column: str, kind: Kind) -> Callable[[str], Conditions | None]:
    def read(text: str) -> Conditions | None:
        value = kind.read(int(text) if text.strip().isdecimal() else text).value
        return None if value is None else {column: value}

    return read


def _word(column: str, words: Mapping[str, tuple[str, ...]]) -> Callable[[str], Conditions]:
    def read(text: str) -> Conditions:
        said = plain(text)
        return {column: next((word for word, others in words.items() if said in (plain(word), *others)), said)}

    return read


def _state(text: str) -> Conditions:
    # Offices write states of their own beside the known ones: what is no synonym stays as it stands.
    return {"state": next((word for word, others in STATES.items() if plain(text) in (word, *others)), text.strip())}


def _listed(words: tuple[str, ...]) -> Callable[[object], object]:
    return lambda value: (words.index(value) if value in words else len(words), str(value))


_PREFIX = re.compile(rf"第?(?P<term>{NUMERAL})届(?:县委|[市区]委)?|(?P<year>\d{{4}})年度?")
_ORDINAL = re.compile(rf"第?({NUMERAL})轮?(?:巡察)?")
_BARE_NAME = "regexp_replace(round_name, '^(.{1,3}届)?([0-9]{4}年)?|[(](年度|届次)未注明[)]', '', 'g')"

# A round's own year stands in its name where it tells rounds apart; a row's year may be another, that of a revisit.
_YEAR_OF_ROUND = f"CASE WHEN NOT contains(round_name, '{NO_YEAR}') THEN coalesce(TRY_CAST(regexp_extract(round_name, '([0-9]{{4}})年', 1) AS INTEGER), year) END"


def _round(text: str) -> Conditions | None:
    said, found = plain(text), {}
    for end, column in ((NO_YEAR, _YEAR_OF_ROUND), (NO_TERM, "term")):
        if said.endswith(end):
            said, found[column] = said.removesuffix(end), None
    while match := _PREFIX.match(said):
        said = said[match.end() :]
        columns = {"term": "term", "year": _YEAR_OF_ROUND}
        found |= {columns[name]: numeral(number) for name, number in match.groupdict().items() if number}
    if (match := _ORDINAL.fullmatch(said)) and (number := numeral(match[1])) and number < 100:
        return found | {"round": number}
    # A special round is known by its theme.
    theme = theme_of(said)
    return found | {_BARE_NAME: named_special(theme)} if theme else None


def _revisit_round(text: str) -> Conditions | None:
    return _of("revisit_round", Round())(text.strip().removesuffix("回访"))


def _month(text: str) -> Conditions | None:
    match = re.fullmatch(r"(\d{4})[年./-](\d{1,2})月?(?:-01)?", plain(text))
    return {"month": date(int(match[1]), int(match[2]), 1)} if match and 1 <= int(match[2]) <= 12 else None


def _category(text: str) -> Conditions:
    return {"category": text if text in categories.ORDER else categories.category(text)}


def _team(name: object) -> object:
    match = re.fullmatch(rf"第({NUMERAL})巡察组", str(name))
    return (0, numeral(match[1]) or 0, "") if match else (1, 0, str(name))


_AGE = (
    "CASE WHEN age_months < 3 THEN '0–3个月' WHEN age_months < 6 THEN '3–6个月' WHEN age_months < 12 THEN '6–12个月' "
    "WHEN age_months >= 12 THEN '12个月以上' END"
)
_LINKAGE = (
    f"CASE WHEN regexp_matches(form, '{'|'.join(LINKED_FORMS)}') THEN '{LINKAGES[0]}' WHEN form IS NOT NULL THEN '{LINKAGES[1]}' END"
)

_ALL = (
    Dimension(name="county", label="县(市、区)", column="county", read=_same("county"), example="示例县"),
    Dimension(
        name="term", label="届次", column="term", read=_of("term", Term()), example="十三届", said=lambda v: f"{chinese(int(v))}届", key=int,
    ),
    Dimension(name="year", label="年度", column="year", read=_of("year", Year()), example="2020年", said=lambda v: f"{int(v)}年", key=int),
    Dimension(name="round", label="轮次", column="round_name", read=_round, example="第十一轮", order="min(round_order)"),
    Dimension(
        name="batch", label="批次", column="batch", read=_of("batch", Batch()), example="第二批", said=lambda v: f"第{chinese(int(v))}批", key=int,
    ),
    Dimension(name="kind", label="巡察类型", column="kind", read=_word("kind", KINDS), example="常规", key=_listed(tuple(KINDS))),
    Dimension(
        name="form", label="巡察方式", column="form", read=_word("form", FORMS), example="联动", key=_listed(tuple(FORMS)), several=True,
    ),
    Dimension(
        name="linkage", label="是否联动", column=_LINKAGE, read=_word(_LINKAGE, dict.fromkeys(LINKAGES, ())), example=LINKAGES[0], key=_listed(LINKAGES),
    ),
    Dimension(name="organiser", label="组织方", column="organiser", read=_word("organiser", LEVELS), example="市", key=_listed(tuple(LEVELS))),
    Dimension(
        name="results_for", label="成果归属", column="results_for", read=_word("results_for", LEVELS), example="县", key=_listed(tuple(LEVELS)),
    ),
    Dimension(name="audit_mode", label="联动形式", column="audit_mode", read=_word("audit_mode", MODES), example="先审后巡", key=_listed(tuple(MODES))),
    Dimension(
        name="audit_stage", label="联动环节", column="audit_stage", read=_word("audit_stage", STAGES), example="计划", key=_listed(tuple(STAGES)),
        several=True,
    ),
    Dimension(
        name="audit_step", label="工作步骤", column="audit_step", read=_word("audit_step", STEPS), example="数据比对", key=_listed(tuple(STEPS)),
        several=True,
    ),
    Dimension(
        name="organisation_kind", label="单位类型", column="organisation_kind", read=_same("organisation_kind"), example="党政机关",
        register="fact_organisation",
    ),
    Dimension(
        name="organisation", label="党组织", column="organisation", read=_same("organisation"), example="县公安局", register="fact_organisation",
    ),
    Dimension(name="team", label="巡察组", column="team", read=_of("team", Team()), example="第一巡察组", key=_team),
    Dimension(name="town", label="乡镇(街道)", column="town", read=_same("town"), example="白沙镇", register="fact_village"),
    Dimension(
        name="village_class", label="村情分类", column="village_class", read=_word("village_class", VILLAGE_CLASSES), example="重点",
        key=_listed(tuple(VILLAGE_CLASSES)),
    ),
    Dimension(
        name="category", label="问题类别", column="category", read=_category, example=categories.ORDER[0], key=_listed(categories.ORDER),
    ),
    Dimension(name="subcategory", label="问题小类", column="subcategory", read=_same("subcategory"), example="选人用人"),
    Dimension(name="clue_age", label="移送至今", column=_AGE, read=_word(_AGE, dict.fromkeys(AGES, ())), example=AGES[0], key=_listed(AGES)),
    Dimension(
        name="revisit_round", label="回访轮次", column="revisit_round", read=_revisit_round, example="第三轮",
        said=lambda v: f"第{chinese(int(v))}轮", key=int,
    ),
    Dimension(
        name="revisit_kind", label="回访类型", column="revisit_kind", read=_word("revisit_kind", REVISIT_KINDS), example="回访", key=_listed(tuple(REVISIT_KINDS)),
    ),
    Dimension(
        name="talk_form", label="约谈形式", column="talk_form", read=_word("talk_form", TALK_FORMS), example="集体约谈", key=_listed(tuple(TALK_FORMS)),
    ),
    Dimension(name="manner", label="问责方式", column="manner", read=_same("manner"), example="通报", several=True),
    Dimension(
        name="state", label="整改状态", column="state", read=_state, example="已完成", key=_listed(tuple(STATES)),
    ),
    Dimension(
        name="timing", label="时限情况", column="timing", read=_word("timing", dict.fromkeys(TIMINGS, ())), example="超期", key=_listed(TIMINGS),
    ),
    Dimension(name="grade", label="评估等次", column="grade", read=_word("grade", GRADES), example="好", key=_listed(tuple(GRADES))),
    Dimension(
        name="month", label="月份", column="month", read=_month, example="2020年7月", said=lambda v: f"{v.year}年{v.month}月",
        key=lambda v: v,
    ),
    Dimension(name="fund", label="专项资金", column="fund", read=_same("fund"), example="居家养老服务专项资金"),
    Dimension(name="partner", label="监督类别", column="partner", read=_word("partner", PARTNERS), example="审计", key=_listed(tuple(PARTNERS))),
    Dimension(name="matter", label="事项类别", column="matter", read=_word("matter", MATTERS), example="线索", key=_listed(tuple(MATTERS))),
    Dimension(
        name="direction", label="移交接收", column="direction", read=_word("direction", DIRECTIONS), example="移交", key=_listed(tuple(DIRECTIONS)),
    ),
    Dimension(name="employer", label="所在单位", column="employer", read=_same("employer"), example="县财政局"),
    Dimension(name="specialty", label="专业特长", column="specialty", read=_same("specialty"), example="财务审计", several=True),
    Dimension(
        name="talent_role", label="巡察任职", column="talent_role", read=_word("talent_role", ROLES), example="组员", key=_listed(tuple(ROLES)),
    ),
    Dimension(
        name="training_form", label="培训形式", column="training_form", read=_word("training_form", TRAINING_FORMS), example="巡察讲堂",
        key=_listed(tuple(TRAINING_FORMS)),
    ),
)  # fmt: skip

DIMENSIONS: dict[str, Dimension] = {one.name: one for one in _ALL}
