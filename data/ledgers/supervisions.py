"""监督贯通台账: what inspection handed to, or received from, other kinds of supervision."""

from dataclasses import replace

from data.kinds import Choice, Day, Number
from data.ledger import Field, Ledger
from data.ledgers.shared import BATCH, COUNTY, NOTE, ORGANISATION, ROUND, TERM, THEME, YEAR, count
from data.rules import AtMost, InOrder

DIRECTIONS = {
    "移交": ("移送", "转交", "移出", "巡察移交", "送出", "推送"),
    "接收": ("收到", "接受", "移入", "提供", "来自", "接收情况"),
}
PARTNERS = {
    "纪检监察": ("纪委监委", "县纪委监委", "纪检", "纪检监察监督", "纪律监督", "监察监督", "派驻监督", "纪检监察机关"),
    "组织": ("组织部", "县委组织部", "组织部门", "组织监督", "组织人事"),
    "信访": ("信访局", "县信访局", "信访部门"),
    "统计": ("统计局", "县统计局", "统计监督", "统计部门"),
    "审计": ("审计局", "县审计局", "审计监督", "审计部门", "审计机关"),
    "财会": ("财政局", "县财政局", "财会监督", "财政部门", "财政"),
    "司法": ("法院", "检察院", "公安局", "司法监督", "政法机关"),
}
MATTERS = {
    "线索": ("问题线索",),
    "问题": ("问题清单", "具体问题"),
    "信访件": ("信访", "信访举报", "信访事项"),
    "意见建议": ("建议", "工作建议", "意见"),
    "情况通报": ("情况", "数据", "资料", "信息", "通报", "情况资料"),
}

# Most matters concern no single unit: a blank cell below one that does is not the same unit.
CONCERNED = replace(ORGANISATION, fill_down=False)

SUPERVISIONS = Ledger(
    name="supervisions",
    label="监督贯通台账",
    meaning="巡察与纪检监察、组织、信访、统计、审计等监督之间移交和接收的事项，一批一行，数量写明件数。",
    titles=("监督贯通", "贯通融合", "贯通协作", "协作配合", "监督协同", "融会贯通"),
    fields=(
        COUNTY, TERM, YEAR, ROUND, BATCH, THEME,
        Field(name="item_no", label="编号", kind=Number(), headings=("移交编号", "函号")),
        Field(name="direction", label="移交或接收", kind=Choice(options=DIRECTIONS), headings=("方向", "类型", "移交/接收", "移送方向", "流向"), fill_down=True),
        Field(name="partner", label="监督类别", kind=Choice(options=PARTNERS, open=True), headings=("监督部门", "贯通部门", "协作部门", "对方单位", "监督主体", "部门", "协作单位"), fill_down=True),
        CONCERNED,
        Field(name="matter", label="事项类别", kind=Choice(options=MATTERS, open=True), headings=("事项", "移交事项", "内容类别", "类别", "移交内容")),
        count("items", "数量", "件", "件数", "移交数量", "事项数量", "条数"),
        count("taken_up", "采用或办理", "件", "采用数", "办理数", "采纳数", "采用", "已办理", "办结数"),
        Field(name="handed_on", label="移交时间", kind=Day(), headings=("移送时间", "接收时间", "时间", "日期", "移交(接收)时间", "移交日期"), fill_down=True),
        Field(name="answered_on", label="反馈时间", kind=Day(), headings=("反馈日期", "回复时间", "办结时间")),
        NOTE,
    ),
    key=("county", "term", "year", "handed_on", "direction", "partner", "organisation", "matter"),
    identifier="item_no",
    names_row=("direction", "partner"),
    needs=("direction", "partner"),
    scope=("county", "term", "year"),
    rules=(AtMost(part="taken_up", whole="items"), InOrder(first="handed_on", second="answered_on")),
    personal=("经办人", "联系人", "接收人", "移交人"),
    aside=("文号", "事项摘要"),
    dated="handed_on",
)  # fmt: skip
