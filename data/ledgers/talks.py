"""约谈台账: one row per unit called to a talk about its rectification."""

from data.kinds import Choice, Day, Label, Round, Text
from data.kinds.counts import PERSONS
from data.ledger import Field, Ledger
from data.ledgers.shared import (
    BATCH,
    COUNTY,
    INSPECTED_IN,
    INSPECTED_YEAR,
    NOTE,
    ORGANISATION,
    TERM,
    THEME,
    YEAR,
    count,
)

TALK_FORMS = {
    "集体约谈": ("集体", "集中约谈", "集体谈话"),
    "个别约谈": ("个别", "单独约谈", "单独", "一对一", "个别谈话"),
}

TALKS = Ledger(
    name="talks",
    label="约谈台账",
    meaning="巡察整改约谈，一个单位一次一行。单位数与人数分别统计，集体约谈与个别约谈分别统计；姓名、职务读入时即丢弃。",
    titles=("约谈",),
    fields=(
        COUNTY, TERM, YEAR, INSPECTED_YEAR, INSPECTED_IN, BATCH, THEME,
        Field(name="revisit_round", label="回访轮次", kind=Round(), headings=("回访轮",), fill_down=True),
        Field(name="held_on", label="约谈时间", kind=Day(), headings=("约谈日期", "时间", "日期", "谈话时间"), fill_down=True),
        Field(name="talk_form", label="约谈形式", kind=Choice(options=TALK_FORMS, open=True), headings=("形式", "约谈方式", "方式", "约谈类型", "类型"), fill_down=True),
        Field(
            name="organisation", label="被约谈单位", kind=ORGANISATION.kind,
            headings=("约谈单位", "约谈对象", "被约谈党组织", *ORGANISATION.spellings), fill_down=True,
        ),
        count("persons", "被约谈人数", "人", "约谈人数", "人数", "被约谈", units=PERSONS),
        Field(name="cause", label="约谈事由", kind=Text(), headings=("事由", "约谈原因", "原因", "约谈内容")),
        Field(name="commitment", label="整改承诺", kind=Text(), headings=("承诺", "表态", "承诺事项")),
        Field(name="result", label="约谈结果", kind=Label(), headings=("结果", "约谈成效", "后续整改")),
        NOTE,
    ),
    key=("county", "term", "year", "held_on", "talk_form", "organisation"),
    names_row=("organisation",),
    needs=("talk_form", "held_on", "persons"),
    tells=("talk_form", "commitment"),
    scope=("county", "term", "year"),
    personal=("约谈人", "被约谈人", "主持人", "被约谈人姓名", "被约谈人职务", "约谈领导", "参加人员", "记录人"),
    aside=("地点",),
    dated="held_on",
)  # fmt: skip
