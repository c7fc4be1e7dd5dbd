"""What is done to what reports count: inspected, revisited, put right, handed over. Of several, the nearest counts."""

import re
from typing import NamedTuple

VERBS: tuple[tuple[str, str], ...] = (
    ("revisit", r"回头看|回访|督查(?!组)|督导(?!组)|督促检查|监督检查(?!组)|联席检查|整改评估|成效评估|巡后评估|整改成效|四方联审|复诊|督办(?!组)|整改验收|再巡察|逐一检查|实地检查|联合检查"),
    ("talk", r"约谈"),
    ("left", r"剩余|余下|剩下|尚未|未巡|尚有|还有|还剩"),
    ("total", r"辖区内有|下辖|现辖|所辖有|(?<!所)辖(?!区|的)|应巡|要巡完|需巡|现有|共有|总数|全[县区市州镇旗]|对象(?=由|从|共有|总)"),
    ("planned", r"计划|拟(?!定)|将(?!近)|预计|明年"),
    ("classify", r"划分|分为|分成|归为|分类|评为"),
    ("visit", r"走访|入户|调研(?!组)"),
    ("tell", r"交办|通报(?!问题)|参会|抄送"),
    ("inspect", r"巡察(?!组|干部|办|人才|机构|工作领导|专员|发现|对象|单位|反馈|建议|移|成果|讲堂|大讲堂|小组|整改|[“\"]?回头看|员|工作|党组织)|巡视(?!组|办)|进驻|政治体检|直巡|已巡|巡完|巡过|覆盖|夜巡|机动巡|延伸|巡村|选取|监督(?!检查|组)|同巡|被巡"),
    ("immediate", r"立行立改|边巡边改|边查边改|边查边巡|即知即改|未巡先改|立整立改"),
    ("unfinished", r"未完成|未整改|正在整改|持续整改|基本完成|阶段性完成|未到位|逾期|超期"),
    ("rectify", r"整改(?!意见|建议|不到位|责任|情况|方案|期|时限|台账|率|落实|评估|督查|清单)|销号|解决|办结|化解|纠正|纠治|完成整改"),
    ("transfer", r"移交|移送|上报|转交|转办|移转"),
    ("dispose", r"处置|办理|办结|查结|初核|了结|结案|成案|核查|查办|查处"),
    ("find", r"发现|查出|查找|查摆|反馈|指出|梳理|摸排|排查|收集|形成|检视"),
    ("make", r"建立|完善|制定|出台|修订|健全|规范|新建|修改|印发|建章立制"),
    ("file", r"立案"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in VERBS)


class Verb(NamedTuple):
    """A verb in a text: what is done, and where it is said."""

    name: str
    start: int
    end: int


def verbs_in(text: str, among: tuple[str, ...] = ()) -> list[Verb]:
    """Returns the verbs of a text by place; only those named, where any are."""
    found = [
        Verb(name, match.start(), match.end())
        for name, pattern in _COMPILED
        if not among or name in among
        for match in pattern.finditer(text)
    ]
    return sorted(found, key=lambda verb: (verb.end, verb.start))
