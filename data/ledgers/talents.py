"""人才库名册: the pool that teams are drawn from, as counts; whatever names a person is dropped at reading."""

from data.kinds import Choice, Day, Label, Times
from data.kinds.counts import PERSONS
from data.ledger import Field, Ledger
from data.ledgers.shared import COUNTY, NOTE, count
from data.rules import InOrder

ROLES = {"组长": ("巡察组长",), "副组长": ("巡察副组长",), "联络员": ("联络", "信息联络员"), "组员": ("成员", "巡察专员", "工作人员")}

TALENTS = Ledger(
    name="talents",
    label="人才库名册",
    meaning="巡察人才库，一人一行或一类一行(填人数)。姓名、职务等个人信息读入时即丢弃，只保留人数。",
    titles=("人才库",),
    fields=(
        COUNTY,
        Field(name="employer", label="所在单位", kind=Label(), headings=("工作单位", "单位", "推荐单位", "单位名称", "现工作单位")),
        Field(name="specialty", label="专业特长", kind=Label(), headings=("专业", "特长", "专业类别", "业务专长", "专业领域", "专长")),
        Field(name="role", label="巡察任职", kind=Choice(options=ROLES, open=True), headings=("任职", "担任角色", "组内任职", "库别", "曾任")),
        count("persons", "人数", "人", "入库人数", "人员数", "在库人数", units=PERSONS),
        Field(name="times_served", label="参加轮次", kind=Times(), headings=("参加轮次数", "参与轮次", "参加巡察轮次", "参加次数", "参加巡察次数"), help="写次数，或列出轮次，例如 第八轮、第十轮。"),
        Field(name="joined_on", label="入库时间", kind=Day(loose=True), headings=("入库日期", "纳入时间")),
        Field(name="left_on", label="出库时间", kind=Day(loose=True), headings=("退出时间", "调出时间", "出库日期")),
        Field(name="grade", label="考核等次", kind=Label(), headings=("考核结果", "等次", "考核")),
        NOTE,
    ),
    key=("county", "employer"),
    content=("specialty", "role", "joined_on"),
    names_row=("employer", "specialty", "role"),
    needs=("specialty", "times_served", "joined_on", "role"),
    tells=("specialty", "joined_on", "role", "times_served"),
    scope=("county",),
    rules=(InOrder(first="joined_on", second="left_on"),),
    personal=(
        "姓名", "性别", "出生年月", "民族", "学历", "学位", "政治面貌", "职务", "职级", "现任职务", "职务职级", "入编时间", "联系方式", "籍贯", "毕业院校", "年龄",
        "回避单位", "现任职务职级", "工作单位及职务",
    ),
    aside=("参加工作时间", "入党时间", "身份", "编制"),
    complete=True,
)  # fmt: skip
