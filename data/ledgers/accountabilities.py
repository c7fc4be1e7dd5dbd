"""追责问责台账: organisations and persons held to account over rectification; the two are never added up."""

from dataclasses import replace

from data.kinds import Day, Label, Text
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

ACCOUNTABILITIES = Ledger(
    name="accountabilities",
    label="追责问责台账",
    meaning="因巡察整改不力等追责问责，一个单位一次一行。问责党组织数与问责人数分别统计；姓名、职务读入时即丢弃。",
    titles=("问责", "追责"),
    fields=(
        COUNTY, TERM, YEAR, INSPECTED_YEAR, INSPECTED_IN, BATCH, THEME,
        Field(name="decided_on", label="问责时间", kind=Day(), headings=("问责日期", "时间", "日期", "追责时间", "决定时间"), fill_down=True),
        Field(
            name="organisation", label="被问责单位", kind=ORGANISATION.kind,
            headings=("问责单位", "涉及单位", "所在单位", "问责对象所在单位", *(s for s in ORGANISATION.spellings if s != "涉及单位")), fill_down=True,
        ),
        replace(
            count("organisations", "问责党组织", "个", "问责党组织数", "追责党组织", "党组织数"),
            help="被问责的党组织个数。只问责到人的写 0；个数、人数都不填的，问责方式为检查、改组的计一个党组织，其他方式不计。",
        ),
        count("persons", "问责人数", "人", "问责人员数", "追责问责人数", "追责人数", "问责党员干部", "问责人员", units=PERSONS),
        Field(name="manner", label="问责方式", kind=Label(), headings=("方式", "追责方式", "处理方式", "问责形式", "问责结果")),
        Field(name="cause", label="问责事由", kind=Text(), headings=("事由", "问责原因", "追责原因", "原因", "追责情形")),
        Field(name="document_no", label="文号", kind=Text(), headings=("问责文号",)),
        NOTE,
    ),
    key=("county", "term", "year", "decided_on", "organisation", "manner"),
    names_row=("organisation",),
    needs=("organisations", "persons", "manner"),
    tells=("manner", "organisations"),
    scope=("county", "term", "year"),
    personal=("问责对象", "被问责人", "被问责人姓名", "被问责人职务", "责任人", "责任人员"),
    aside=("问责机关",),
    dated="decided_on",
)  # fmt: skip
