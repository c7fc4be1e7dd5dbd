"""专项巡察台账: one row per unit and fund in a special round, with the sites visited and what it set in motion."""

from data.kinds import Label
from data.kinds.counts import ITEM_ONLY
from data.ledger import Field, Ledger
from data.ledgers.shared import COUNTY, END, NOTE, ORGANISATION, PERIOD, START, TEAM, TERM, THEME, YEAR, count, money
from data.rules import AtMost, InOrder

SPECIALS = Ledger(
    name="specials",
    label="专项巡察台账",
    meaning="专项巡察的单位、专项资金和成果，一个单位一项资金一行；走访的企业、村(社区)是混合单位，单独统计，不计入延伸巡察村数。",
    titles=("专项巡察台账", "专项资金巡察", "专项巡察资金", "专项巡察情况"),
    fields=(
        COUNTY, TERM, YEAR, THEME, TEAM, ORGANISATION, START, END, PERIOD,
        Field(name="fund", label="专项资金名称", kind=Label(), headings=("资金名称", "专项资金", "巡察资金", "资金项目")),
        money("fund_amount", "资金规模", "资金总额", "专项资金规模", "资金额", "专项资金总额", "资金量"),
        count("sites", "走访企业、村(社区)", "个", "走访企业/村", "走访企业村", "走访点位", "延伸走访", "延伸走访企业、村(社区)", "走访企业、村", "走访企业和村", "延伸走访企业村"),
        count("issues", "发现问题", "个", "发现问题数", "问题数", "问题个数", "问题"),
        count("immediate", "立行立改", "个", "立行立改数"),
        count("clues", "移送线索", "件", "移交线索", "移送问题线索", "移交问题线索", "线索", "线索数", "问题线索", units=ITEM_ONLY),
        count("campaigns", "推动专项整治", "项", "专项整治", "开展专项整治", "推动专项整治数", "专项整治数"),
        Field(name="campaign", label="整治内容", kind=Label(), headings=("专项整治内容", "整治事项", "专项整治名称"), help="多个用顿号隔开，每个算一项。"),
        NOTE,
    ),
    key=("county", "year", "theme", "organisation", "fund"),
    names_row=("organisation", "fund"),
    needs=("fund", "fund_amount", "campaigns", "campaign", "sites"),
    scope=("county", "year", "theme"),
    rules=(InOrder(first="start", second="end"), AtMost(part="immediate", whole="issues")),
    personal=("组长", "副组长", "组员"),
    aside=("个别谈话", "受理信访", "调阅资料", "人数"),
    dated="start",
)  # fmt: skip
