"""What a percentage or a sum of money says."""

import re

from analytics.check.clauses import Place
from analytics.check.nouns import nouns_in

_MONEY = re.compile(r"挽回|追缴|追回|清退|收缴|退缴|清收|上缴|退还|退赔|返还")
_ABOUT_MONEY = re.compile(r"资金|经费|金额|损失|款|费用|财政|拨付|补助|补贴|投入|收入|套取|涉及|节约")
_MORE = re.compile(r"(增至|升至|提升至|提升到|提高到|上升到|上升至|下降到|降至|增加到|增长到|增长至|扩大到)$")


def rate(place: Place, earlier: str, kinds: tuple[str, ...]) -> str:
    """Returns the metric of a percentage; `kinds`: what was counted before it in the sentence."""
    before = place.before if len(place.before) > 1 else place.lead
    if _MORE.search(place.before) and earlier:
        return earlier
    if re.search(r"高出|增长|下降|上升|提高了|同比|环比|降低", before) or place.number.unit == "个百分点":
        return "other"
    if re.search(r"按期|到期", before) and "率" in before:
        return "on_time_rate"
    if re.search(r"(立行立改|边巡边改|即知即改).*率", before):
        return "immediate_rectification_rate"
    if re.search(r"覆盖", before + place.after):
        text = before if "覆盖" in before else before + place.after
        villages = re.search(r"村|社区|嘎查", text) or (kinds[-1:] == ("village",) and "organisation" not in kinds and "巡察" not in text)
        return "village_coverage_rate" if villages else "coverage_rate"
    if re.search(r"(?<!整改)完成率", before) and kinds[-1:] in (("village",), ("organisation",)) and "问题" not in before:
        return "village_coverage_rate" if kinds[-1] == "village" else "coverage_rate"
    if re.search(r"整改.{0,6}率|(?<![结成])(?<!办)(完成|销号)率", before):
        return "rectification_rate"
    if re.search(r"占$|占(全[县区市国]|已巡).*的?$", before):
        counted = [noun.kind for noun in nouns_in(before)] or list(kinds)
        for kind in reversed(counted):
            if kind == "village":
                return "village_coverage_rate"
            if kind == "organisation":
                return "coverage_rate"
    # 其中乡镇完成100%: a part of the rate before it.
    return earlier if earlier.endswith("_rate") and not re.search(r"率|占|比例|度|总数", before) else "other"


def money(place: Place, earlier: str) -> str:
    """Returns the metric of a sum of money; nothing where it is an anecdote."""
    if _MORE.search(place.before) and earlier:
        return earlier
    whole = place.lead + place.rest
    if _MONEY.search(place.before) or (_MONEY.search(whole) and not place.before.strip("、和及 ")):
        return "money_recovered"
    return "other" if _ABOUT_MONEY.search(place.before + place.after) else ""


def persons(place: Place, earlier: str, kinds: tuple[str, ...]) -> str:
    """Returns the metric of a number of persons; `earlier`: that of the number before it."""
    near, after = place.before, place.after
    if place.joined:
        return {"clues_transferred": "clue_persons", "cases_filed": "case_persons", "petitions_received": "petitions_received"}.get(earlier, "other")
    found = [(match.end(), name) for name, pattern in _PERSONS for match in re.finditer(pattern, near)]
    behind = [name for name, pattern in _PERSONS_AFTER if re.search(pattern, after)]
    if behind and not re.search(r"处分|立案|留置|移送|组织处理", near):
        return behind[0]
    if found:
        return max(found)[1]
    if re.search(r"涉及|涉", near) and (kinds[-1:] == ("clue",) or "线索" in near):
        return "clue_persons" if earlier in ("clues_transferred", "clue_persons") or re.search(r"移[交送]", place.lead) else "other"
    if not near.strip("、和及,其中 ") and earlier:
        return earlier
    return "other"


_PERSONS = (
    ("case_persons", r"立案(?:审查)?(?:调查)?(?:查处)?"), ("sanctions_persons", r"处分|警告|撤销党内职务|撤职|留党察看|开除党籍|开除公职|记过|降级"), ("org_handling_persons", r"组织处理|组织调整"),
    ("detained_persons", r"留置"), ("judicial_persons", r"移[送交](?:司法|检察|审查起诉|起诉)[\u4e00-\u9fff]{0,4}|司法(?:机关)?处理"), ("other", r"问责|谈话函询|第一种形态|约谈|诫勉|(?<!立案)查处|(?<!组织)(?<!司法机关)(?<!司法)处理"),
    ("talks_persontimes", r"(?<!第一种形态)(?<!提醒)(?<!诫勉)谈话(?!函询)"), ("training_persons", r"参训|培训|听课|大讲堂|集训|以干代训|以巡代训"), ("talent_pool", r"人才库|组长库|专家库|队员库|巡察员库|入库|后备队伍|储备"),
    ("staff", r"抽调|巡察干部|业务骨干|编制|配备|选调|一行|工作人员|选配|调配|选优配强"), ("petitions_received", r"来信|来访|来电|信访|接访"), ("other", r"问题线索(?!涉及|涉)"),
)  # fmt: skip
_PERSONS_AFTER = (
    ("training_persons", r"参训|听课|受训|参加[\u4e00-\u9fff“”\"]{0,10}(?:培训|集训|讲堂)|培训|集训"), ("talent_pool", r"人才库|组长库|专家库|队员库|巡察员库|入库|后备队伍"),
    ("staff", r"巡察干部|业务骨干|巡察人员|工作人员|组成"), ("talks_persontimes", r"(?:个别)?谈话(?!函询)"), ("sanctions_persons", r"(?:受到|给予|受)[\u4e00-\u9fff]{0,8}处分"),
    ("case_persons", r"被立案"), ("detained_persons", r"被?留置"), ("org_handling_persons", r"组织处理"), ("judicial_persons", r"移[送交]司法"),
)  # fmt: skip
