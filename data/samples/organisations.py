"""The party organisations of the sample county, and in which round each was inspected."""

from dataclasses import dataclass
from datetime import date

from data.samples import CUT_OFF
from data.samples.places import TOWNS

_REFORM = date(2019, 2, 1)

# Name, short name, round; 11.2 is the second batch of round eleven.
_UNITS = {
    "党政机关": """
        县委办公室 县委办 11.1
        县人大常委会办公室 县人大办 11.1
        县人民政府办公室 县政府办 6
        县政协办公室 县政协办 7
        县委组织部 组织部 8
        县委宣传部 宣传部 8
        县委统一战线工作部 统战部 9
        县委政法委员会 县委政法委 9
        县委机构编制委员会办公室 县委编办 10
        县委政策研究室 县委政研室 11.2
        县直属机关工作委员会 县直机关工委 10
        县委老干部局 老干部局 7
        县信访局 - 6
        县人民法院 县法院 11.2
        县人民检察院 县检察院 10
        县公安局 公安局 11.2
        县司法局 司法局 5
        县发展和改革局 县发改局 4
        县经济和信息化局 县经信局 5
        县教育和体育局 县教体局 2
        县科学技术局 县科技局 6
        县民政局 民政局 3
        县财政局 财政局 11.2
        县人力资源和社会保障局 县人社局 2
        县住房和城乡建设局 县住建局 3
        县交通运输局 县交通局 1
        县水务局 水务局 1
        县商务局 商务局 4
        县审计局 审计局 7
        县统计局 统计局 8
        县林业局 林业局 4
        县扶贫开发局 县扶贫局 2
        县综合行政执法局 县综合执法局 10
        县人民防空办公室 县人防办 6
    """,
    "群团组织": """
        县总工会 - 5
        共青团示例县委员会 团县委 7
        县妇女联合会 县妇联 8
        县科学技术协会 县科协 9
        县文学艺术界联合会 县文联 10
        县残疾人联合会 县残联 3
        县工商业联合会 县工商联 9
        县红十字会 - 11.1
    """,
    "事业单位": """
        县委党校 - 5
        县档案馆 - 4
        县机关事务服务中心 县机关事务中心 7
        县地方志办公室 县志办 6
        县招商引资促进中心 县招商中心 9
        县疾病预防控制中心 县疾控中心 11.1
        县人民医院 - 2
        县中医医院 县中医院 6
        县第一中学 县一中 3
        县职业技术学校 县职校 4
        县公共资源交易中心 县交易中心 10
        县供销合作社联合社 县供销社 1
    """,
    "国有企业": """
        县城市建设投资集团 县城投集团 1
        县交通建设投资集团 县交投集团 5
        县水务投资集团 县水投集团 10
        县粮油集团 - 2
        县农业发展投资集团 县农投集团 3
    """,
}
# Made by the reform: name, short name, round, what it was before.
_CREATED = {
    "党政机关": """
        县自然资源和规划局 县自然资源局 11.2 县国土资源局
        县农业农村局 - 10 县农业局
        县文化和旅游局 县文旅局 11.1 县旅游局
        县卫生健康局 县卫健局 8 县卫生和计划生育局
        县退役军人事务局 县退役军人局 9 -
        县应急管理局 县应急局 10 县安全生产监督管理局
        县市场监督管理局 县市场监管局 7 县工商质量监督局
        县医疗保障局 县医保局 10 -
        县行政审批局 - 11.1 -
    """,
    "事业单位": """
        县融媒体中心 - 11.1 县广播电视台
    """,
    "国有企业": """
        县文化旅游投资集团 县文旅集团 8 -
    """,
}
# Gone before the term began, so never to be inspected in it.
_GONE_EARLIER = ("县粮食局", "县旧城改造指挥部")
_GONE_EARLIER_ON = date(2016, 6, 30)


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """One line of the register. `round` is None for an organisation that was abolished uninspected."""

    name: str
    short: str
    kind: str
    round: int | None = None
    batch: int | None = None
    members: int = 0
    subordinates: int = 0
    start: date | None = None
    end: date | None = None
    change: str = ""
    predecessor: str = ""

    @property
    def current(self) -> bool:
        """Whether it is on the register at the cut-off date."""
        return self.end is None or self.end > CUT_OFF


def _lines(block: str) -> list[list[str]]:
    return [["" if word == "-" else word for word in line.split()] for line in block.strip().splitlines()]


def _size(name: str) -> dict[str, int]:
    """Numbers of members and subordinate bodies, by the name alone so that an added unit changes no other."""
    number = sum(map(ord, name))
    return {"members": 18 + number * 7 % 160, "subordinates": number % 9}


def _when(text: str) -> dict[str, int | None]:
    number, _, batch = text.partition(".")
    return {"round": int(number), "batch": int(batch) if batch else None}


def organisations() -> list[Organisation]:
    """The register, kind by kind: the 95 in being and those abolished."""
    found: list[Organisation] = []
    for kind, block in _UNITS.items():
        for name, short, when in _lines(block):
            found.append(Organisation(name=name, short=short, kind=kind, **_when(when), **_size(name)))
        for name, short, when, before in _lines(_CREATED.get(kind, "")):
            change = f"机构改革,由{before}职责划入组建" if before else "机构改革新组建"
            made = Organisation(
                name=name, short=short, kind=kind, **_when(when), **_size(name),
                start=_REFORM, change=change, predecessor=before,
            )  # fmt: skip
            found.append(made)
            if before:
                found.append(
                    Organisation(name=before, short="", kind=kind, end=_REFORM, change=f"机构改革,职责划入{name}")
                )
    found += [
        Organisation(name=name, short="", kind="事业单位", end=_GONE_EARLIER_ON, change="撤销")
        for name in _GONE_EARLIER
    ]
    for town in TOWNS:
        found.append(
            Organisation(
                name=town.name, short="", kind="乡镇(街道)", round=town.round, batch=town.batch, **_size(town.name)
            )
        )
    order = {kind: place for place, kind in enumerate((*_UNITS, "乡镇(街道)"))}
    return sorted(found, key=lambda o: order[o.kind])
