"""制度台账: rules and procedures of inspection work, made or revised."""

from data.kinds import Choice, Day, Label, Text
from data.ledger import Field, Ledger
from data.ledgers.shared import COUNTY, NOTE, YEAR

ACTIONS = {"新建": ("新制定", "制定", "出台", "新出台", "新建立", "印发"), "修订": ("修改", "修订完善", "完善"), "废止": ("废除", "失效")}

REGULATIONS = Ledger(
    name="regulations",
    label="制度台账",
    meaning="巡察工作的制度、办法、流程，一项一行；新建与修订分别统计。",
    titles=("制度台账", "制度建设", "制度清单", "制度汇编", "制度目录"),
    fields=(
        COUNTY, YEAR,
        Field(name="title", label="制度名称", kind=Text(), required=True, headings=("名称", "文件名称", "制度", "办法名称", "标题")),
        Field(name="action", label="新建或修订", kind=Choice(options=ACTIONS), headings=("类型", "性质", "新建/修订", "方式", "制修订情况", "类别")),
        Field(name="made_on", label="出台时间", kind=Day(), headings=("印发时间", "制定时间", "发文时间", "时间", "日期", "印发日期", "修订时间")),
        Field(name="issuer", label="制发单位", kind=Label(), headings=("发文单位", "制定单位", "印发单位", "发文机关")),
        Field(name="document_no", label="文号", kind=Text(), headings=("发文字号", "文件编号")),
        NOTE,
    ),
    key=("county", "title"),
    # One rule is made once and may be revised more than once.
    content=("action", "year", "made_on"),
    needs=("title",),
    tells=("made_on", "issuer", "document_no", "action"),
    scope=("county",),
    personal=("起草人", "责任人"),
    aside=("状态", "有效期"),
    dated="made_on",
)  # fmt: skip
