"""The issues of rounds ten and eleven, one by one. Texts are put together from invented sentences."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from data.samples import CUT_OFF, SEED
from data.samples.places import Village, villages
from data.samples.rounds import STREAMS, Inspection

CATEGORIES = {
    "policy": "聚焦党的理论路线方针政策和党中央决策部署在基层贯彻落实情况",
    "conduct": "聚焦群众身边腐败问题和不正之风",
    "party": "聚焦基层党组织软弱涣散、组织力欠缺问题",
}
# {n} is a small number, {y} a year of the term. A text ending in 元 also fills the column of amounts.
_TEXTS = {
    "policy": {
        "理论学习": ("理论学习中心组全年仅集中学习{n}次，未按计划开展研讨", "传达学习上级会议精神以会议落实会议，{n}次学习无研讨记录"),
        "意识形态": ("意识形态工作责任制落实不到位，{y}年未开展专题研判", "所办信息平台审核不严，{n}条信息未经审签即发布"),
        "脱贫攻坚": ("扶贫产业项目推进缓慢，{n}个项目未按期完工", "帮扶台账更新不及时，{n}户家庭信息与实际不符", "扶贫项目资产管护责任不清，{n}处设施闲置"),
        "职能责任": ("履行主责主业有差距，{n}项年度重点任务未按期完成", "政务服务事项精简不到位，{n}个事项仍要求重复提交材料", "对下属单位监管不力，{n}个单位连续两年未开展检查"),
        "风险防范": ("风险隐患排查流于形式，{n}处隐患未建立整改台账", "信访积案化解不力，{n}件事项超期未办结"),
    },
    "conduct": {
        "两个责任": ("主体责任压得不实，{y}年领导班子未专题研究党风廉政建设", "日常监督宽松软，{n}名干部苗头性问题未及时谈话提醒"),
        "作风建设": ("公务接待管理不严，{n}次接待无公函或审批单", "形式主义仍然存在，{y}年印发通知要求基层报送材料{n}次", "办公用房清理不彻底，{n}间超出规定面积"),
        "惠民资金": ("惠民补贴审核把关不严，{n}户不符合条件人员享受补助", "补贴资金发放不及时，{n}户群众应领未领"),
        "工程项目": ("工程建设程序不规范，{n}个项目未经招标或比选直接确定施工方", "工程变更审批不严，{n}个项目增加投资未履行程序", "项目验收走过场，{n}个项目竣工资料不全"),
        "财务管理": ("财务报销不规范，{n}笔支出缺少附件", "往来款项清理不及时，{n}笔挂账超过三年", "固定资产管理混乱，{n}件资产账实不符"),
        "三资管理": ("集体资产出租未公开竞价，{n}份合同租金偏低", "村级财务公开不及时，{n}个季度未张榜公布", "集体资源发包程序不规范，{n}份合同未经会议讨论"),
    },
    "party": {
        "班子建设": ("领导班子战斗力不强，年度民主生活会查摆问题雷同{n}条", "班子成员分工长期未调整，{n}项工作无人牵头"),
        "民主集中制": ("“三重一大”事项集体决策不到位，{n}项重大支出未上会研究", "议事规则执行不严，{n}次会议主要负责人未末位表态"),
        "选人用人": ("干部选拔任用程序不规范，{n}份考察材料过于简单", "干部轮岗交流不到位，{n}名中层干部任同一岗位超过八年"),
        "组织生活": ("“三会一课”制度执行不严，{n}次主题党日记录雷同", "组织生活会质量不高，{n}名党员未作对照检查", "党费收缴不规范，{n}名党员未按月足额交纳"),
        "党员发展教育": ("发展党员程序不严谨，{n}份入党材料时间逻辑有误", "党员教育管理松散，{n}名流动党员长期失联"),
    },
}  # fmt: skip
_MONEY = {"惠民资金", "工程项目", "财务管理", "三资管理"}
_VILLAGE = {
    "policy": ("脱贫攻坚", "风险防范"),
    "conduct": ("惠民资金", "工程项目", "三资管理"),
    "party": ("组织生活", "党员发展教育", "班子建设"),
}
# What only those find who deal with money and people on the ground.
_FIELD_WORK = {"脱贫攻坚", "惠民资金", "工程项目"}
_FIELD_UNITS = ("局", "集团", "中心", "镇", "乡", "街道")
# How often each stream is found in a village, a town and a county organisation.
_ODDS = {"village": (2, 6, 4), "town": (3, 5, 3), "unit": (4, 5, 4)}


@dataclass(frozen=True, kw_only=True)
class Issue:
    """One issue found at an organisation, or at a village that its inspection was extended to."""

    number: str
    inspection: Inspection
    village: Village | None
    text: str
    stream: str
    subcategory: str
    money: float | None
    found_on: date
    immediate: bool
    key: bool


def issues(inspections: list[Inspection]) -> list[Issue]:
    """All issues of the inspections, in order; each inspection's `streams` and `immediate` are set from its own."""
    dice = Random(SEED + 2)
    places: dict[str, list[Village]] = {}
    for place in villages():
        if place.town.reached and not place.gone:
            places.setdefault(place.town.name, []).append(place)
    found: list[Issue] = []
    said: set[str] = set()
    for one in inspections:
        before = sum(i.inspection.round == one.round for i in found)
        own = [_issue(one, before + n, places.get(one.organisation, []), said, dice) for n in range(1, one.issues + 1)]
        one.streams = {stream: sum(i.stream == stream for i in own) for stream in STREAMS}
        one.immediate = sum(i.immediate for i in own)
        found += own
    return found


def _issue(one: Inspection, number: int, places: list[Village], said: set[str], dice: Random) -> Issue:
    village = dice.choice(places) if places and dice.random() < 0.6 else None
    odds = _ODDS["village" if village else "town" if one.form == "巡镇带村" else "unit"]
    stream = dice.choices(STREAMS, odds)[0]
    sub = dice.choice(_VILLAGE[stream] if village else _subjects(stream, one.organisation))
    text = _text(stream, sub, said, dice)
    days = (min(one.end, CUT_OFF - timedelta(days=7)) - one.start).days
    return Issue(
        number=f"{one.round}-{number:03d}", inspection=one, village=village, text=text, stream=stream, subcategory=sub,
        money=round(dice.uniform(0.3, 38), 2) if sub in _MONEY and dice.random() < 0.7 else None,
        found_on=one.start + timedelta(days=dice.randrange(6, days)),
        immediate=dice.random() < 0.17, key=dice.random() < 0.12,
    )  # fmt: skip


def _subjects(stream: str, organisation: str) -> list[str]:
    """What may be found at an organisation itself."""
    beyond = {"三资管理"} if organisation.endswith(_FIELD_UNITS) else {"三资管理", *_FIELD_WORK}
    return [name for name in _TEXTS[stream] if name not in beyond]


def _text(stream: str, sub: str, said: set[str], dice: Random) -> str:
    """A sentence, seldom one said before, so that no two issues look like the same one sent twice."""
    while True:
        text = dice.choice(_TEXTS[stream][sub]).format(n=dice.randrange(2, 28), y=dice.randrange(2017, 2020))
        if text not in said or dice.random() < 0.02:
            said.add(text)
            return text
