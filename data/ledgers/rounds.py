"""轮次台账: who was inspected in which round, and what that round reports in totals."""

from data.kinds import Count, Day, Flag, Money, Percent
from data.kinds.counts import ITEM_ONLY, PERSONS
from data.ledger import Field, Ledger
from data.ledgers.shared import (
    BATCH,
    COUNTY,
    END,
    FORM,
    KIND,
    NOTE,
    ORGANISATION,
    PERIOD,
    ROUND,
    START,
    STATUS,
    TEAM,
    TERM,
    THEME,
    YEAR,
)  # fmt: skip
from data.rules import AtMost, InOrder, RateIs


def _count(name: str, label: str, unit: str, *headings: str, also: tuple[str, ...] = (), units: tuple[str, ...] | None = None) -> Field:
    kind = Count(units=units) if units else Count()
    return Field(name=name, label=f"{label}({unit})", kind=kind, unit=unit, headings=(label, *headings), also=also)


ROUNDS = Ledger(
    name="rounds",
    label="轮次台账",
    meaning="每轮(批)各巡察组巡察了哪些党组织、到了什么阶段、报了哪些数。早期轮次只有总数的，一轮一行，被巡察单位留空。",
    titles=("轮次台账", "巡察情况统计", "巡察工作台账", "巡察工作情况", "轮次安排", "巡察情况台账", "轮次统计", "情况统计表", "巡察进度", "各轮", "巡察台账"),
    fields=(
        COUNTY, TERM, YEAR, ROUND, BATCH, KIND, FORM, THEME, TEAM, ORGANISATION, START, END, PERIOD,
        Field(name="days", label="天数", kind=Count(), unit="天", headings=("巡察天数", "进驻天数", "时长")),
        Field(name="fed_back_on", label="反馈时间", kind=Day(), headings=("反馈日期", "反馈会时间"), fill_down=True),
        STATUS,
        Field(
            name="counts_for_coverage", label="是否计入覆盖", kind=Flag(), headings=("计入覆盖", "是否计入本县覆盖", "计入全覆盖", "是否计入全覆盖"),
            help="留空：常规、提级、联动、交叉计入，专项、机动、回头看不计入。",
        ),
        _count("organisations_reported", "被巡察单位数", "个", "巡察单位数", "巡察党组织数", "被巡察党组织数", "单位数", "巡察单位", "巡察对象数"),
        _count("villages", "延伸村数", "个", "延伸巡察村", "延伸巡察村(社区)数", "延伸巡察村(社区)", "巡察村数", "延伸走访村", "延伸村(社区)数", "延伸村(社区)", "延伸巡察村数"),
        _count("talks", "个别谈话", "人次", "谈话人次", "谈话人数", "谈话", "个别谈话人次", "谈话人次数"),
        _count("petitions", "受理信访", "件", "信访件", "信访举报", "受理信访数", "来信来访来电", "信访", "信访件数", "受理信访件"),
        _count("visits", "走访", "人次", "走访调研", "实地走访数", "入户走访", "明察暗访", "实地走访"),
        _count("documents", "调阅资料", "份", "查阅资料", "查阅资料数", "资料"),
        _count(
            "issues", "发现问题", "个", "发现问题数", "问题数", "问题个数", "问题数量", "发现问题总数", "问题", "发现各类问题", "查找问题数", "问题总数",
            "发现问题个数",
        ),
        _count("issues_fed_back", "反馈问题", "个", "反馈问题数", "反馈意见数"),
        _count("issues_policy", "党的领导", "个", "党的领导弱化", "聚焦贯彻落实", "聚焦党的路线方针政策", "第一个聚焦", "聚焦一", "决策部署落实"),
        _count("issues_conduct", "从严治党", "个", "全面从严治党", "全面从严治党方面问题数", "群众身边腐败", "聚焦群众身边", "聚焦二", "作风腐败"),
        _count("issues_party", "党的建设", "个", "党的建设方面问题数", "组织建设", "基层党组织软弱涣散", "聚焦基层党组织", "聚焦三"),
        _count("issues_earlier", "巡察整改", "个", "整改落实", "聚焦整改", "聚焦四", "以往整改"),
        _count("immediate", "立行立改", "个", "立行立改问题数", "移交立行立改问题数", "即知即改", "边巡边改", "立行立改数", "立行立改问题"),
        _count("act_now", "立查立处", "件", "快查快办", "速查速办"),
        _count(
            "clues", "移交线索", "件", "移送线索", "移送问题线索", "移交问题线索", "问题线索", "线索数", "线索件数", "问题线索数", "线索", "移交线索数",
            "移送线索件数", "移交线索件数", "移送问题线索件数", "移交问题线索件数", also=("clue_persons",), units=ITEM_ONLY,
        ),
        _count(
            "clue_persons", "线索涉及人数", "人", "线索人数", "涉及人数", "被反映人数", "被反映人人数", "移交线索人数", "移送线索人数",
            "移交线索(人)", "移送线索(人)", "移送问题线索人数", units=PERSONS,
        ),
        _count("cases", "立案", "件", "立案数", "立案件数", "成案", "转立案", "成案数", also=("case_persons",), units=ITEM_ONLY),
        _count("case_persons", "立案人数", "人", "立案(人)", "立案人", units=PERSONS),
        _count(
            "sanctions", "党纪政务处分", "人", "处分", "处分人数", "党纪政纪处分", "党政纪处分", "给予处分", "处分人", "给予党纪政务处分",
            "党纪政务处分人数", units=PERSONS,
        ),
        _count("party_sanctions", "党纪处分", "人", "党纪处分数", "党纪处分人数", units=PERSONS),
        _count("admin_sanctions", "政务处分", "人", "政纪处分", "政务处分人数", units=PERSONS),
        _count("org_handlings", "组织处理", "人", "第一种形态", "谈话提醒", "诫勉", "组织处理人数"),
        _count("detained", "留置", "人", "采取留置"),
        _count("judicial", "移送司法", "人", "移送检察", "移送司法机关", "移送司法数", "移送检察机关"),
        Field(name="money_recovered", label="挽回经济损失(万元)", kind=Money(), unit="万元", headings=("挽回损失", "挽回", "挽回经济损失")),
        Field(name="money_collected", label="追缴(万元)", kind=Money(), unit="万元", headings=("追缴资金", "收缴", "追缴违纪款", "追回", "上缴财政", "追缴")),
        Field(name="money_refunded", label="清退(万元)", kind=Money(), unit="万元", headings=("清退资金", "清退违规资金", "退赔", "清退")),
        Field(name="money_involved", label="涉及金额(万元)", kind=Money(), unit="万元", headings=("涉及金额", "涉案金额", "问题金额")),
        _count("rules_made", "完善制度", "项", "建章立制", "制度", "新建和完善制度", "完善和新建制度", "完善(新建)制度", "新建(完善)制度"),
        _count("rules_new", "新建制度", "项", "出台制度", "新制定制度"),
        _count("rules_revised", "修订制度", "项", "修订完善制度"),
        _count("rectify_due", "应整改", "个", "应整改数", "反馈问题应整改数", "需整改", "应整改问题"),
        _count("rectified", "已整改", "个", "已整改数", "已完成整改", "整改完成", "完成整改", "已销号", "已完成", "完成整改数", "整改完成数"),
        _count("rectifying", "正在整改", "个", "进行中", "持续整改", "长期整改", "整改中"),
        _count("overdue", "超期未完成", "个", "超期", "逾期"),
        Field(name="rectified_rate", label="整改率", kind=Percent(), stored=False, headings=("整改完成率", "完成率", "整改到位率")),
        Field(name="filing_rate", label="立案率", kind=Percent(), stored=False, headings=("成案率", "线索转化率", "线索立案率", "线索成案率")),
        Field(name="immediate_rate", label="立行立改率", kind=Percent(), stored=False, headings=("立行立改占比",)),
        NOTE,
    ),
    key=("county", "term", "year", "round", "theme", "batch", "organisation"),
    names_row=("organisation", "organisations_reported"),
    needs=("organisation", "organisations_reported", "issues", "clues"),
    scope=("county", "term", "year", "round", "theme"),
    rules=(
        InOrder(first="start", second="end"),
        InOrder(first="end", second="fed_back_on"),
        AtMost(part="immediate", whole="issues"),
        AtMost(part="rectified", whole="rectify_due", severity="error"),
        RateIs(rate="rectified_rate", part="rectified", whole="rectify_due"),
        RateIs(rate="filing_rate", part="cases", whole="clues"),
        RateIs(rate="immediate_rate", part="immediate", whole="issues"),
    ),
    personal=("组长", "副组长", "联络员", "组员", "巡察组组长", "带队组长", "组长姓名"),
    aside=("人数", "巡察人数", "问卷", "听取汇报", "问责", "满意度", "覆盖率", "底稿", "意见建议"),
)  # fmt: skip
