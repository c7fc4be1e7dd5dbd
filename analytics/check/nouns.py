"""What reports count: the nouns of inspection work by kind, and which of them a number counts."""

import re
from typing import NamedTuple

# A village is said in many ways: 村(社区), 村、社区, 村党组织, 村“两委”班子.
_VILLAGE = (
    r"(?:行政村|建制村|自然村|村级?\([社居][区委]?\)|\(社区\)村|村\(社区、?[^()]{0,4}\)|村[、和及与/]?社区|村居|村社|村级|社区|嘎查|居委会|村委会|村)"
    r"(?:\((?:社区|社|居|居委会)\))?(?:基层|[“\"]?两委[”\"]?)?(?:党组织|党总支|党支部|党委|班子|居民委员会|居党支部|居党组织)?(?:\((?:党组织|党支部|党总支|社区)\))?"
)
_ORGANISATION = (
    r"被巡察(?:党组织|单位|对象|地区)(?:\((?:单位|党组织)\))?|党组织(?:\(单位\))?|单位(?:党组织|\(部门\))?|党委(?:\(党组\))?|党\(工\)委|党工委|党组(?!织)|党总支|党支部|"
    r"部门(?:\(单位\))?|乡\(镇、?[^()]{0,6}\)|乡\(镇\)|镇\(街道?[^()]{0,8}\)|乡镇(?:\([^()]{0,6}\))?|镇乡|镇街|街镇|街道|[县区市]\([县市区、]+\)委|[县区市旗]委(?=[,;。、及和]|$)|"
    r"巡察对象|国有企业|企业|公司|学校(?:\(所\))?|高中|中学|小学|学区|医院|卫生院|医疗机构(?:\(所\))?|站所|机关|国企|(?<=[直级])局"
)
# At one place the longest match counts, of equal ones the first.
NOUNS: tuple[tuple[str, str], ...] = (
    ("idle", r"方面|大类|环节|步骤|原则|阶段|层面|维度|聚焦|联动|民族|意识|结合|到位|必须|确保|[县区](?=[,;。]|$)|[县区市]\([县市区、]+\)(?!委)|小时|模式"),
    ("subteam", r"小组(?!长)"),
    (
        "team",
        r"(?:巡察|巡视|督导|督查|督办|监督检查|检查|回访|调研|指导|工作|专项)(?:工作|小|专项)?组(?!长|员|成|织)|组(?=[开对进负分,;。、]|$)|专班",
    ),
    ("pool", r"人才库|组长库|专家库|队员库|巡察员库|人员库|后备队伍|储备干部|后备干部"),
    ("clue", r"(?:问题|案件|违纪|违法)?线索"),
    ("case", r"案件|要案|案例"),
    ("campaign", r"专项整治|专项治理|专项行动|专项清理"),
    ("fund", r"专项资金"),
    ("training", r"培训班|培训会|集训班|大讲堂|讲堂|培训|集训|以干代训|以巡代训"),
    ("staff", r"巡察干部|巡察人员|业务骨干|抽调干部|抽调人员|巡察工作人员|工作人员|专业人才|专业人员|编制"),
    ("talk", r"(?<!诫勉)(?<!提醒)(?<!函询)谈话"),
    ("petition", r"来信|来电|来访|信访件?|举报件?|投诉|咨询|诉求|信件"),
    ("suggestion", r"意见建议|建议书?|整改意见"),
    ("rule", r"制度|机制|办法|规定|细则|规范性文件"),
    ("village", _VILLAGE),
    ("village", r"[“\"]?两委[”\"]?班子"),
    ("organisation", _ORGANISATION),
    ("issue", r"问题(?!线索|表现|导向)|偏差|整改事项|立行立改事项|具体表现"),
    ("town", r"镇(?![\(街村])|乡(?![\(镇村])"),
    (
        "person",
        r"党员领导干部|党员干部|领导干部|负责人|责任人|书记|党员|干部|人员|组长|组员|老兵|群众|代表|委员|成员|同志",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in NOUNS)
# Words that end what a number counts: of 2个部门接受巡察 only 部门 is counted.
STOPS = re.compile(
    r"为(?!民|主)|对(?!口|象)|全部|分别|开展|接受|进行|实现|完成|列为|列入|作为|作了|参训|参加|参与|听课|实施|组成|组建|巡察(?!组|干部|对象|人才|小组|工作人员|人员|员库|建议|单位)|巡视(?!组)|回访|回头看|督查(?!组)|督导(?!组)|督促|"
    r"整改(?!事项|意见|建议|问题)|移交|移送|交办|反馈|通报|约谈|立案|处分|发现|查出|查处|占|达|共|均|已|都(?!市)|由|里|分(?=\d|两|三)|把|向|被(?!巡察)|纳入|覆盖|开班|召开|举办|涉及|提出|形成|报销|走访|追究|问责"
)  # fmt: skip
# What tells more of the noun that follows is passed over: 35家已巡察过的党组织.
TELLING = re.compile(r"(?:已经?|曾|被|未|尚未|接受|受到?|完成)*(?:巡察|巡视|巡|整改|反馈|督查|回访)(?:过|完|到位|不到位)?(?:整改)?的")
# 12个由乡镇纪委书记任组长的巡察小组 counts what comes last.
_BY = re.compile(r"由[^,;。]{2,20}的")
_JOINS = re.compile(r"和|及|以及|与|的|并|等")


class Noun(NamedTuple):
    """A noun in a text: its kind and where it stands."""

    kind: str
    start: int
    end: int


def noun_at(text: str, place: int) -> Noun | None:
    """Returns the longest noun that begins at a place."""
    best: Noun | None = None
    for kind, pattern in _COMPILED:
        match = pattern.match(text, place)
        if match and match.end() > place and (best is None or match.end() > best.end):
            best = Noun(kind, place, match.end())
    return best


def counted_after(text: str, unit: str) -> Noun | None:
    """Returns the noun that a number counts which stands before this text: the last one before a verb or a 的."""
    passed = TELLING.match(text) or _BY.match(text)
    place, found = passed.end() if passed else 0, None
    begun = place
    while place < len(text):
        noun, stop = noun_at(text, place), STOPS.match(text, place)
        if stop and (noun is None or stop.end() > noun.end):
            break
        if noun:
            # 5个单位主要负责人 counts units: persons are counted in 人 and 名.
            # 23个村问题整改 counts villages.
            joined = found and noun.start == found.end
            if not (found and noun.kind == "person" and unit in ("个", "家")) and not (joined and noun.kind == "issue"):
                found = noun
            place = noun.end
            continue
        if text[place] == "、" or (found and _JOINS.match(text, place)):
            break
        if (found and place - found.end > 10) or place - begun > 24:
            break
        place += 1
    return found


def goes_on(text: str) -> bool:
    """Whether the text behind a number goes on with something that it counts, known or not: 239个建设项目."""
    return bool(re.match(r"[\u4e00-\u9fff“]{2}", text)) and not STOPS.match(text) and not _JOINS.match(text)


def nouns_in(text: str) -> list[Noun]:
    """Returns all nouns of a text, in order, none within another."""
    place, found = 0, []
    while place < len(text):
        noun = noun_at(text, place)
        if noun:
            found.append(noun)
        place = noun.end if noun else place + 1
    return found
