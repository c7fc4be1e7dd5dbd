"""村级延伸巡察台账: one row per village inspected in a round."""

from data.ledger import Ledger
from data.ledgers.shared import (
    BATCH,
    COUNTY,
    END,
    FORM,
    KIND,
    NOTE,
    PERIOD,
    ROUND,
    START,
    STATUS,
    TEAM,
    TERM,
    THEME,
    TOWN,
    VILLAGE,
    VILLAGE_CLASS,
    YEAR,
    count,
)  # fmt: skip
from data.rules import AtMost, InOrder

VILLAGE_REACHES = Ledger(
    name="village_reaches",
    label="村级延伸巡察台账",
    meaning="每轮延伸巡察到的村(社区),一村一轮一行。只走访未巡察的村不在此列。",
    titles=("延伸巡察", "延伸村", "村级巡察", "延伸台账", "村(社区)巡察", "村居巡察", "巡察村", "村级延伸"),
    fields=(
        COUNTY, TERM, YEAR, ROUND, BATCH, KIND, FORM, THEME, TEAM, TOWN, VILLAGE, VILLAGE_CLASS, START, END, PERIOD,
        count("households_visited", "入户", "户", "入户数", "入户走访", "走访户数", "入户走访户数"),
        count("visits", "走访", "人次", "走访群众", "走访人次", "走访人数"),
        count("talks", "个别谈话", "人次", "谈话", "谈话人次"),
        count("issues", "发现问题", "个", "发现问题数", "问题数", "问题个数", "问题"),
        count("immediate", "立行立改", "个", "立行立改数", "立行立改问题"),
        count("clues", "移交线索", "件", "移送线索", "线索", "线索数", "移交问题线索", "移送问题线索", "问题线索"),
        count("rectified", "整改", "个", "已整改", "整改数", "已整改数", "完成整改"),
        STATUS,
        NOTE,
    ),
    key=("county", "term", "year", "round", "theme", "town", "village"),
    names_row=("village",),
    needs=("village",),
    tells=(
        "round", "batch", "theme", "kind", "form", "team", "start", "end", "period", "status", "households_visited", "visits", "talks", "issues",
        "immediate", "clues",
    ),
    across=True,
    scope=("county", "term", "year", "round", "theme"),
    rules=(InOrder(first="start", second="end"), AtMost(part="immediate", whole="issues")),
    personal=("书记姓名", "村书记", "党组织书记", "组长", "组员", "小组长"),
    aside=("类型", "户数", "人口", "党员数", "集体经济收入", "风险因素", "是否一肩挑", "天数"),
    dated="start",
)  # fmt: skip
