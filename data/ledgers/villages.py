"""村(社区)名录: the register of villages and communities, the denominator of village coverage."""

from data.kinds import Choice, Count, Flag, Label, Money
from data.ledger import Field, Ledger
from data.ledgers.shared import COUNTY, FROM, NOTE, TO, TOWN, VILLAGE, VILLAGE_CLASS
from data.rules import InOrder

VILLAGE_KINDS = {"村": ("行政村", "建制村"), "社区": ("居委会", "居民社区", "城市社区"), "涉农社区": ("村改居", "农村社区")}

VILLAGES = Ledger(
    name="villages",
    label="村(社区)名录",
    meaning="全县的村和社区，一村一行，连同村情分类与风险标志。村级覆盖率以此为分母。",
    titles=("村情档案", "村(社区)名录", "村居名录", "村级名录", "村名录", "村(居)名录", "村社区名录", "行政村名录", "村(社区)名册", "村名册", "村居名册", "村(社区)一览", "村(社区)基本情况", "村情台账"),
    fields=(
        COUNTY,
        TOWN,
        VILLAGE,
        Field(name="village_kind", label="类型", kind=Choice(options=VILLAGE_KINDS, open=True), headings=("村居类型", "村(社区)类型", "性质")),
        VILLAGE_CLASS,
        Field(name="risk_weak", label="党组织软弱涣散", kind=Flag(), headings=("软弱涣散", "软弱涣散党组织")),
        Field(name="risk_petitions", label="信访反映多", kind=Flag(), headings=("信访多", "信访突出", "信访反映较多")),
        Field(name="risk_legacy", label="历史遗留问题多", kind=Flag(), headings=("历史遗留", "历史遗留多", "历史遗留问题")),
        Field(name="risk_funds", label="项目资金多", kind=Flag(), headings=("项目资金", "项目多", "资金项目多")),
        Field(name="risks", label="风险因素", kind=Label(), headings=("风险标志", "风险点", "风险隐患", "风险类型"), help="多个用顿号隔开。"),
        Field(name="households", label="户数", kind=Count(), unit="户", headings=("总户数", "农户数")),
        Field(name="population", label="人口", kind=Count(), unit="人", headings=("总人口", "人口数", "人数", "户籍人口")),
        Field(name="members", label="党员数", kind=Count(), unit="人", headings=("党员人数", "党员")),
        Field(
            name="income", label="集体经济收入(万元)", kind=Money(), unit="万元", headings=("集体经济收入", "村集体经济收入", "集体收入", "集体经济年收入")
        ),
        FROM,
        TO,
        NOTE,
    ),
    names_row=("village",),
    aside=("面积", "耕地面积", "距县城距离", "村民小组数", "组数", "干部人数", "两委人数", "脱贫户数", "低保户数"),
    key=("county", "town", "village"),
    needs=("village",),
    scope=("county",),
    rules=(InOrder(first="from_date", second="to_date"),),
    personal=("书记姓名", "村书记", "党组织书记", "支部书记", "书记", "是否一肩挑", "一肩挑", "主任", "村主任"),
)
