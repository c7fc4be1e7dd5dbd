"""联动交叉提级巡察台账: inspections done together with, by, or for another level or county."""

from data.kinds import Choice, Flag, Label, Tokens
from data.kinds.counts import ITEM_ONLY
from data.ledger import Field, Ledger
from data.ledgers.shared import (
    BATCH,
    COUNTY,
    END,
    FORMS,
    KINDS,
    NOTE,
    ORGANISATION,
    PERIOD,
    ROUND,
    START,
    TEAM,
    TERM,
    THEME,
    YEAR,
    count,
)
from data.rules import InOrder

LEVELS = {
    "省": ("省委", "省级", "省委巡视办"),
    "市": ("市委", "市级", "市委巡察办", "市委巡察工作领导小组", "州委", "地委"),
    "县": ("县委", "县级", "县委巡察办", "区委", "区级", "本县", "本级", "县(市、区)"),
}

LINKED_INSPECTIONS = Ledger(
    name="linked_inspections",
    label="联动交叉提级巡察台账",
    meaning="联动、交叉、提级巡察，一个单位一次一行：谁组织、谁派人、成果归谁、是否计入本县覆盖。",
    titles=("联动巡察", "交叉巡察", "提级巡察", "联动交叉", "市县联动", "上下联动"),
    fields=(
        COUNTY, TERM, YEAR, ROUND, BATCH, THEME,
        Field(
            name="form", label="巡察方式", kind=Tokens(options=FORMS, other=KINDS), headings=("方式", "联动方式", "联动形式", "巡察形式", "形式"),
            also=("kind",), fill_down=True, help="可写多个，例如 联动、交叉。",
        ),
        Field(name="kind", label="巡察类型", kind=Tokens(options=KINDS, other=FORMS), headings=("类型",), also=("form",), fill_down=True),
        Field(name="organiser", label="组织方", kind=Choice(options=LEVELS, open=True), headings=("组织单位", "组织层级", "牵头单位", "牵头方", "组织方式")),
        Field(name="sent_by", label="派出单位", kind=Label(), headings=("派出方", "派员单位", "人员来源", "组长来自何地", "派出地")),
        TEAM, ORGANISATION, START, END, PERIOD,
        count("issues", "发现问题", "个", "发现问题数", "问题数", "问题个数", "问题"),
        count("clues", "移交线索", "件", "移送线索", "移送问题线索", "移交问题线索", "线索", "线索数", "问题线索", units=ITEM_ONLY),
        Field(name="results_for", label="成果归属", kind=Choice(options=LEVELS, open=True), headings=("成果归属方", "成果运用", "成果归属(市/县)", "结果归属")),
        Field(
            name="counts_for_coverage", label="是否计入覆盖", kind=Flag(yes_words=("计入",), no_words=("不计入",)),
            headings=("是否计入本县覆盖", "计入覆盖", "计入本县覆盖", "是否计入全覆盖"), help="留空按计入处理。",
        ),
        NOTE,
    ),
    key=("county", "year", "round", "organisation", "form"),
    names_row=("organisation",),
    needs=("organiser", "sent_by", "results_for"),
    scope=("county", "term", "year", "round"),
    rules=(InOrder(first="start", second="end"),),
    personal=("组长", "副组长", "组员", "联络员"),
    aside=("人数", "抽调人数"),
    dated="start",
)  # fmt: skip
