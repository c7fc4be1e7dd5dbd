"""Issue categories. The schemes changed over the years; each is mapped to the current one, the original text is kept."""

import re
from dataclasses import dataclass

from data.kinds.kind import plain

VERSION = "2024"

POLICY = "贯彻决策部署"
CONDUCT = "群众身边腐败和作风"
PARTY = "基层党组织建设"
EARLIER = "巡察整改落实"
OTHER = "其他(未归类)"

CURRENT: dict[str, str] = {
    POLICY: "聚焦党的理论路线方针政策和党中央决策部署在基层贯彻落实",
    CONDUCT: "聚焦群众身边腐败问题和不正之风",
    PARTY: "聚焦基层党组织软弱涣散、组织力欠缺和领导班子干部队伍建设",
    EARLIER: "聚焦巡视巡察、审计等监督发现问题和主题教育检视问题整改",
}
ORDER = (*CURRENT, OTHER)


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """One scheme as it was in use: `words` → current category; a text that holds one of the words belongs there.

    Words are looked for in their order, so that the more telling ones stand first.
    """

    name: str
    years: str
    words: tuple[tuple[str, str], ...]


SCHEMES: tuple[Scheme, ...] = (
    Scheme(
        name="四个聚焦", years="2022 年起",
        words=(
            ("巡视巡察整改", EARLIER), ("巡察整改", EARLIER), ("巡视整改", EARLIER), ("整改落实", EARLIER), ("审计整改", EARLIER),
            ("聚焦四", EARLIER), ("第四个聚焦", EARLIER), ("主题教育检视", EARLIER), ("以往整改", EARLIER), ("整改不到位", EARLIER),
        ),
    ),
    Scheme(
        name="三个聚焦", years="2018 年至 2022 年",
        words=(
            ("聚焦一", POLICY), ("第一个聚焦", POLICY), ("聚焦二", CONDUCT), ("第二个聚焦", CONDUCT), ("聚焦三", PARTY), ("第三个聚焦", PARTY),
            ("群众身边", CONDUCT), ("腐败", CONDUCT), ("不正之风", CONDUCT), ("软弱涣散", PARTY), ("组织力", PARTY), ("干部队伍", PARTY),
            ("基层党组织", PARTY), ("路线方针政策", POLICY), ("决策部署", POLICY), ("贯彻落实", POLICY),
        ),
    ),
    Scheme(
        name="四个落实", years="2020 年起与“三个聚焦”并用",
        words=(("落实全面从严治党", CONDUCT), ("新时代党的组织路线", PARTY), ("组织路线", PARTY), ("落实巡视", EARLIER), ("落实党的理论", POLICY)),
    ),
    Scheme(
        name="三大问题", years="2015 年至 2018 年",
        words=(
            ("党的领导", POLICY), ("党的建设", PARTY), ("从严治党", CONDUCT), ("党建", PARTY), ("两个责任", CONDUCT), ("主体责任", CONDUCT),
        ),
    ),
    Scheme(
        name="六围绕一加强", years="2016 年至 2018 年",
        words=(
            ("围绕党的政治建设", POLICY), ("政治建设", POLICY), ("思想建设", POLICY), ("意识形态", POLICY), ("组织建设", PARTY), ("作风建设", CONDUCT),
            ("纪律建设", CONDUCT), ("夺取反腐败斗争", CONDUCT), ("巡视巡察", EARLIER),
        ),
    ),
    Scheme(
        name="六大纪律", years="2015 年起用于线索和信访",
        words=(
            ("政治纪律", POLICY), ("组织纪律", PARTY), ("廉洁纪律", CONDUCT), ("群众纪律", CONDUCT), ("工作纪律", POLICY), ("生活纪律", CONDUCT),
        ),
    ),
    Scheme(
        name="专题及常用小类", years="各年",
        words=(
            ("八项规定", CONDUCT), ("四风", CONDUCT), ("廉洁", CONDUCT), ("廉政", CONDUCT), ("三资", CONDUCT), ("财务", CONDUCT), ("资金", CONDUCT),
            ("工程项目", CONDUCT), ("惠民", CONDUCT), ("微腐败", CONDUCT), ("作风", CONDUCT), ("选人用人", PARTY), ("班子", PARTY), ("民主集中", PARTY),
            ("三重一大", PARTY), ("组织生活", PARTY), ("三会一课", PARTY), ("党员", PARTY), ("党费", PARTY), ("机构编制", PARTY),
            ("乡村振兴", POLICY), ("脱贫", POLICY), ("扶贫", POLICY), ("风险", POLICY), ("理论学习", POLICY), ("职能", POLICY), ("整改", EARLIER),
        ),
    ),
)  # fmt: skip

# Fields of the round ledger that report issues by category.
REPORTED: dict[str, str] = {
    "issues_policy": POLICY, "issues_conduct": CONDUCT, "issues_party": PARTY, "issues_earlier": EARLIER,
}  # fmt: skip

_LETTER = {"A": POLICY, "B": CONDUCT, "C": PARTY, "D": EARLIER, "一": POLICY, "二": CONDUCT, "三": PARTY, "四": EARLIER}


def category(text: str | None, sub: str | None = None) -> str | None:
    """The current category of a category text, else of its second-level text; OTHER where neither is known; None for none."""
    for given in (text, sub):
        if given and (found := _found(plain(given))):
            return found
    return OTHER if text or sub else None


def _found(text: str) -> str | None:
    if text in CURRENT:
        return text
    if match := re.fullmatch(r"(?:聚焦)?([A-D一二三四])[类.、]?", text):
        return _LETTER[match[1]]
    return next((main for scheme in SCHEMES for word, main in scheme.words if word in text), None)
