"""Which metric a number in its place states, out of the noun that it counts and the verb that rules it."""

import re
from dataclasses import dataclass, field

from analytics.check import rates
from analytics.check.clauses import Place
from analytics.check.nouns import TELLING, goes_on
from analytics.check.phrases import bare, finer, stated
from analytics.check.verbs import verbs_in

_PERSON_UNITS = frozenset({"人", "名", "位", "人次", "人(次)"})
_BODY_VERBS = ("revisit", "talk", "left", "total", "classify", "visit", "tell", "inspect")
_BODY_UNITS = frozenset("个家所户处支座")
_ISSUE_UNITS = frozenset({"个", "条", "项", "件", "处", "起", "例", "宗"})
_EACH = re.compile(r"(?<!平均)每[个组名支村镇县]")
_MEAN = re.compile(r"平均|[人户村均]均")
_ISSUE_VERBS = ("immediate", "unfinished", "rectify", "find")
_CLUE_VERBS = ("transfer", "dispose", "find", "file")
_MORE = re.compile(r"(增至|升至|增加到|增长到|减至|减少到|降至)$")


@dataclass
class Memory:
    """What a sentence has said so far: the last metric, its unit, what was counted and which verb ruled it."""

    metric: str = ""
    unit: str = ""
    verb: str = ""
    kinds: tuple[str, ...] = ()
    said: list[str] = field(default_factory=list)

    def keep(self, metric: str, unit: str, kind: str, verb: str) -> None:
        """Remembers one more claim."""
        self.metric, self.unit, self.verb = metric, unit, verb or self.verb
        self.kinds = (*self.kinds[-20:], kind) if kind else self.kinds


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """A metric of the store or `other`, the noun's kind, the ruling verb; `before`, `after`: how far the phrase reaches."""

    metric: str
    kind: str = ""
    verb: str = ""
    before: int = 0
    after: int = 0


def meaning(place: Place, memory: Memory) -> Meaning | None:
    """Returns what a number states; None where it counts nothing that a report answers for."""
    number, before = place.number, place.before
    # What is told in brackets to explain a way of working counts nothing: (即1个巡察组巡察镇的同时……).
    if (inner := place.said.rfind("(即")) >= 0 and place.said.count(")", inner) < place.said.count("(", inner):
        return None
    if _MORE.search(before) and memory.metric:
        return Meaning(metric=memory.metric, kind=memory.kinds[-1] if memory.kinds else "", verb=memory.verb, before=len(before))
    if _EACH.search(place.lead):
        return None
    if _MEAN.search(place.lead):
        return Meaning(metric="issues_per_org" if "问题" in place.lead and number.unit == "个" else "other", before=_reach(before))
    told = finer(before, number.unit)
    behind, ahead = place.counted_after, place.counted_before
    reach = {"before": _reach(before), "after": behind.end if behind else 0}
    if told and _agree(told[0], behind.kind if behind else ""):
        return Meaning(metric=told[0], kind=ahead.kind if ahead else "", before=len(before) - told[1])
    said = _said(place, memory, reach)
    if (said is None or said.metric == "other") and not behind and (name := stated(before, number.unit)):
        return Meaning(metric=name, kind=said.kind if said else "", **reach)
    return said


def _said(place: Place, memory: Memory, reach: dict[str, int]) -> Meaning | None:
    """What nouns and verbs say, by the kind of the number's unit."""
    number = place.number
    if number.unit in ("%", "个百分点"):
        return Meaning(metric=rates.rate(place, memory.metric, memory.kinds), before=reach["before"])
    if number.unit == "万元":
        metric = rates.money(place, memory.metric)
        return Meaning(metric=metric, before=reach["before"], after=reach["after"]) if metric else None
    if number.unit == "轮":
        return _rounds(place, reach)
    if number.unit in _PERSON_UNITS:
        metric = rates.persons(place, memory.metric, memory.kinds)
        if metric == "other" and number.chinese and number.value < 3:
            return None
        return Meaning(metric=metric, kind="person", **reach)
    return _thing(place, memory, reach)


def _agree(metric: str, kind: str) -> bool:
    """Whether a finer metric may count the noun behind the number: 交叉巡察98个村 counts villages."""
    return not (kind == "village" and "village" not in metric) and not (kind == "organisation" and "org" not in metric)


def _rounds(place: Place, reach: dict[str, int]) -> Meaning | None:
    whole = place.lead + place.rest
    if re.search(r"培训|集训", place.before + place.after):
        return Meaning(metric="trainings", **reach)
    if re.search(r"巡察|巡视|开展|完成|分$|组织", whole + place.said[-30:]) and not re.search(r"至少|不少于", place.lead):
        return Meaning(metric="rounds", kind="round", **reach)
    return None


def _thing(place: Place, memory: Memory, reach: dict[str, int]) -> Meaning | None:
    number, behind, ahead = place.number, place.counted_after, place.counted_before
    noun = behind or (None if goes_on(place.after) else ahead)
    kind = noun.kind if noun else ""
    if kind == "idle":
        return None
    if place.joined and not behind:
        kind = memory.kinds[-1] if memory.kinds else kind
    own = verbs_in(place.before)
    if re.search(r"立案(?:审查)?(?:调查)?(?:查处)?(?:案件)?$", bare(place.before)) and not behind:
        return Meaning(metric="cases_filed", kind="case", **reach)
    if not kind:
        kind = _carried(place, memory, own)
    metric, verb = _ruled(kind, place, memory, behind is not None)
    if not kind or not metric:
        return _unknown(place, memory, reach)
    if metric == "other" and number.chinese and number.value < 4 and kind not in ("organisation", "village", "town", "clue", "issue"):
        return None
    return Meaning(metric=metric, kind=kind, verb=verb, **reach)


def _carried(place: Place, memory: Memory, own: list) -> str:
    """What is counted where no noun says so: 发现问题908个、整改862个; 移送县纪委61个; 市委组织部14条."""
    names = [verb.name for verb in own]
    if place.number.unit not in _ISSUE_UNITS | _BODY_UNITS:
        return ""
    if "transfer" in names or (re.search(r"纪委|监委|组织部|公安|司法", place.before) and memory.metric == "clues_transferred"):
        return "clue"
    if "dispose" in names and (memory.kinds[-1:] == ("clue",) or (not memory.kinds and "线索" in place.said)):
        return "clue"
    near = [verb.name for verb in own if verb.end + 3 > len(bare(place.before))]
    if {"rectify", "immediate", "unfinished"} & set(near) and place.number.unit in _ISSUE_UNITS:
        return "issue"
    if any(name in names for name in _BODY_VERBS) and memory.kinds and memory.kinds[-1] not in ("organisation", "village"):
        return next((kind for kind in reversed(memory.kinds) if kind in ("organisation", "village")), "")
    if memory.kinds and memory.unit == place.number.unit and len(place.before.strip("、和及其中,从含有: ")) < 8:
        return memory.kinds[-1]
    return ""


def _ruled(kind: str, place: Place, memory: Memory, behind: bool) -> tuple[str, str]:
    """The metric of what is counted under its verb, and that verb; nothing where the noun is none of ours."""
    if kind in ("organisation", "village", "town"):
        if place.number.unit not in _BODY_UNITS:
            return "", ""
        verb = body_verb(place, memory, behind)
        return _BODY[verb][kind == "village"], verb
    if kind in ("issue", "clue") and place.number.unit not in _ISSUE_UNITS:
        return "", ""
    if kind == "issue":
        return _issue(place, memory)
    if kind == "clue":
        verb = _last(place, memory, _CLUE_VERBS) or "find"
        return ("clues_transferred" if verb == "transfer" else "cases_filed" if verb == "file" else "other"), verb
    if kind == "rule":
        verb = _last(place, memory, ("make",))
        return ("rules_made" if verb else ""), verb
    if kind == "petition":
        return "petitions_received", ""
    if kind == "talk":
        return ("talks_persontimes" if place.number.unit in ("次", "场次") else ""), ""
    if kind == "training":
        return ("trainings" if place.number.unit in ("期", "场", "次", "班", "个", "轮", "场次") else ""), ""
    metric, units = _PLAIN.get(kind, ("", ""))
    return (metric if place.number.unit in units else ""), ""


_BODY = {
    "inspect": ("orgs_inspected", "villages_inspected"), "revisit": ("revisit_orgs", "revisit_orgs"), "talk": ("collective_talk_orgs", "collective_talk_orgs"),
    "total": ("orgs_total", "villages_total"), "left": ("other", "other"), "classify": ("other", "other"), "visit": ("other", "other"), "tell": ("other", "other"),
}  # fmt: skip
_PLAIN = {
    "team": ("teams", "个支"), "subteam": ("other", "个支"), "suggestion": ("suggestions", "条项个份件"), "campaign": ("special_campaigns", "项个次场"),
    "fund": ("special_funds", "个项"), "case": ("cases_filed", "件起个例宗"),
}  # fmt: skip


# Words right before a number that make it one of all there are.
_ALL = re.compile(r"(全[县区市州镇旗]|应巡察?|要巡完|需巡察?|[县区市旗](现有|共有|共|有)?|(?<!所)辖区?内?|下辖|现有|总共有)(共|有|共有|共计|现有)?$")


def body_verb(place: Place, memory: Memory, behind: bool) -> str:
    """The verb that rules a number of units or villages: 对7个单位开展回访 behind it, 回访7个单位 before it."""
    rest = TELLING.sub("", place.rest, count=1) if TELLING.match(place.rest) else place.rest
    before, after = verbs_in(place.before, _BODY_VERBS), verbs_in(rest, _BODY_VERBS)
    turned = re.search(r"(^|[^针面反])[对向就把将在]", place.lead)
    if re.search(r"类$", bare(place.before)):
        return "classify"
    if re.search(r"(剩余|余下|剩下|还有|尚有)的?$", place.before):
        return "left"
    if re.search(r"已(巡察?|完成|覆盖|延伸)[^,的]{0,4}$", place.before):
        return "inspect"
    if re.match(r"[^,;。、]{0,14}?已(巡|完成|覆盖)[^,;]{0,4}\d", place.rest):
        return "total"
    if re.search(r"从[^,]{0,14}$", place.before) and re.search(r"选取|抽调|遴选|抽选|选派|精选", rest):
        return "tell"
    if re.search(r"(任务|对象|名录)共?(计|有)?$", place.before):
        return "total"
    if match := _ALL.search(place.before):
        if turned and any(verb.name in ("inspect", "revisit") for verb in after):
            return after[0].name
        if not verbs_in(place.before[: match.start()], ("inspect", "revisit")):
            return "total"
    if re.search(r"向$", place.before) and after and after[0].name == "tell":
        return "tell"
    order = [*(verb.name for verb in (after if turned else before[::-1])), *(verb.name for verb in (before[::-1] if turned else after))]
    # A visit to see what was put right is one even where the inspection that it follows is named with it.
    if "revisit" in order and order[0] == "inspect" and after and any(v.name == "revisit" for v in after) and not before:
        return "revisit"
    if "talk" in [verb.name for verb in after]:
        return "talk"
    return order[0] if order else _inherited(place, memory)


def _inherited(place: Place, memory: Memory) -> str:
    """The verb that an earlier clause of the sentence leaves in force."""
    if memory.verb in _BODY:
        return memory.verb
    said = verbs_in(place.said, ("revisit", "talk", "total", "inspect"))
    return said[-1].name if said else "inspect"


def _last(place: Place, memory: Memory, among: tuple[str, ...]) -> str:
    found = verbs_in(place.before, among)
    if found:
        return found[-1].name
    behind = verbs_in(place.after, among)
    if behind:
        return behind[0].name
    # 移交纪委线索3件、组织部5件: one verb for a whole clause, not for the next.
    if memory.verb in among and (len(place.lead) > len(place.before) or place.counted_before is None):
        return memory.verb
    return ""


def _issue(place: Place, memory: Memory) -> tuple[str, str]:
    found = verbs_in(place.before, _ISSUE_VERBS) or verbs_in(place.after, _ISSUE_VERBS)[:1]
    names = [verb.name for verb in found]
    if "immediate" in names:
        return "issues_immediate", "immediate"
    if "unfinished" in names:
        return "issues_unrectified", "unfinished"
    if "rectify" in names and (names[-1] == "rectify" or "find" not in names):
        eased = re.search(r"解决|化解", place.before) and re.search(r"群众|民生|急难愁盼|诉求", place.before + place.after)
        return ("public_concerns" if eased else "issues_rectified"), "rectify"
    return "issues_found", "find"


def _unknown(place: Place, memory: Memory, reach: dict[str, int]) -> Meaning | None:
    """A count of something that the store knows nothing of; ways of speaking are none."""
    words = re.sub(r"[^\u4e00-\u9fff]", "", place.after[:12] + bare(place.before)[-8:])
    if place.number.chinese or len(words) < 2:
        return None
    return Meaning(metric="other", before=min(reach["before"], 10), after=min(max(reach["after"], 0), 10))


def _reach(before: str) -> int:
    """How far a phrase reaches back: to the last 、 or joining word, at most 16 signs."""
    cut = max(before.rfind(sign) for sign in "、和及“,:") + 1
    return min(len(before) - cut, 16)
