"""What contradicts itself in a text, whatever the store says: lists, sums, rates, a part greater than its whole."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from analytics.check.claims import Claim
from analytics.check.scopes import Scope

MOST = 30
"""Parts that one whole may have."""
Scoped = tuple[Claim, Scope]


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    """What does not agree within a text, as one sentence, and the places of the numbers concerned."""

    kind: str
    say: str
    spans: tuple[tuple[int, int], ...]


def contradictions(folded: str, scoped: list[Scoped]) -> list[Contradiction]:
    """Returns the inner contradictions of a text, in order."""
    claims = [claim for claim, _ in scoped]
    found = [*_lists(folded, claims), *_brackets(folded, claims), *_parts(claims), *_rates(claims), *_rounds(scoped), *_twice(scoped)]
    unique = {(one.kind, one.spans): one for one in found}
    return sorted(unique.values(), key=lambda one: one.spans[0])


def _one(kind: str, say: str, *claims: Claim) -> Contradiction:
    return Contradiction(kind=kind, say=say, spans=tuple((claim.start, claim.end) for claim in claims))


_GENERAL = re.compile(r"(单位|部门|党组织|乡镇|街道|企业|村|社区|\(社区\)|学校|机关|来信|来电|来访|线索|问题)$")
_LEAD = re.compile(r"^.*(?:对|向|选取|包括|巡察|进驻|了|即|:)")
_NAME = re.compile(r"(局|院|室|会|委|办|队|所|处|社|站|校|厂|公司|集团|部|团|联|银行|镇|乡|村|街道|场|馆|中心|园区|党组|党委|机关|小学|中学|基金|资金|补贴|补助)$")


def _lists(folded: str, claims: list[Claim]) -> Iterable[Contradiction]:
    """县法院、县公安局5个单位: names that stand right before their number, and not 等5个."""
    for claim in claims:
        if claim.kind not in ("organisation", "village", "town", "fund", "") or claim.unit not in ("个", "家") or claim.approx:
            continue
        before = claim.place.before
        names = [part.strip(" “”\"") for part in re.split(r"、|和|及|以及", before.rstrip("等这").strip())]
        if len(names) < 2 or any(not 2 <= len(_LEAD.sub("", name) or name) <= 20 for name in names[1:]):
            continue
        if any(_GENERAL.search(name) for name in names) or re.search(r"\d|[轮批届]", "".join(names[1:])):
            continue
        places = bool(re.match(r"[^,;。]{0,2}(乡|镇|村|街道)", claim.place.after))
        if not all(_NAME.search(name) or (places and len(_LEAD.sub("", name)) < 4) for name in names):
            continue
        opened, count = before.rstrip().endswith("等"), len(names)
        # Of an open list only too many names are wrong; twice as many as named was never meant to be a full list.
        if count > claim.value or (not opened and count < claim.value <= 2 * count):
            start = claim.number.start - len(before) + (lead.end() if (lead := _LEAD.match(names[0])) else 0)
            yield Contradiction(kind="列举", say=f"列出 {count} 个名称，文中写“{claim.number_said}”", spans=((start, claim.end),))


def _brackets(folded: str, claims: list[Claim]) -> Iterable[Contradiction]:
    """4个专项资金(甲、乙、丙、丁), and sums in brackets (18+11+9)."""
    for claim in claims:
        match = re.match(r"[^,;。()]{0,12}\(([^()]{3,200})\)", folded[claim.number.end :])
        if not match or claim.approx:
            continue
        inner = match[1]
        if re.fullmatch(r"[\d+ ]+", inner) and "+" in inner:
            total = sum(int(part) for part in re.findall(r"\d+", inner))
            if total != claim.value:
                yield _one("合计", f"括号中各数合计 {total}，文中写“{claim.number_said}”", claim)
            continue
        names = [part for part in re.split(r"、", inner) if part]
        if len(names) > 1 and "等" not in names[-1][-2:] and not re.search(r"\d", inner) and len(names) != claim.value and claim.unit in ("个", "家", "轮", "项"):
            yield _one("列举", f"括号中列出 {len(names)} 项，文中写“{claim.number_said}”", claim)


def _parts(claims: list[Claim]) -> Iterable[Contradiction]:
    """其中A 3个、B 4个 of 5个; 即 and 分别 must add up to the whole."""
    for place, whole in enumerate(claims):
        parts, closed = [], False
        for claim in claims[place + 1 : place + 1 + MOST]:
            if not parts and claim.place.clause < whole.number.end:
                break
            if claim.place.sentence != whole.place.sentence or claim.unit != whole.unit or claim.unit == "%":
                break
            between = whole.place.rest if not parts else ""
            head = claim.place.said[-len(claim.place.lead) - 1 :] if claim.place.lead else ""
            if not parts:
                if not re.match(r"(其中|即|分别是|分别为|包括|含)", head.lstrip(",;:(")) and not re.search(r"(其中|即)[^,]*$", between):
                    break
                closed = bool(re.match(r"(即|分别)", head.lstrip(",;:(")))
            elif len(claim.place.lead) <= len(claim.place.before) and not re.search(r"[、和]", claim.place.before[:1]):
                break
            parts.append(claim)
        parts = [part for part in parts if part.kind == whole.kind or part.metric == whole.metric]
        if not parts:
            continue
        total = sum(part.value for part in parts)
        listed = " + ".join(f"{part.value:g}" for part in parts)
        if len(parts) > 1 and (total > whole.value or (closed and total != whole.value)):
            yield _one("合计", f"{listed} = {total:g}，文中写“{whole.number_said}”", whole, *parts)
        elif len(parts) == 1 and parts[0].value > whole.value:
            yield _one("合计", f"“其中”的 {parts[0].number_said} 大于总数 {whole.number_said}", whole, parts[0])


_QUOTIENTS = {
    "rectification_rate": (("issues_rectified",), ("issues_found", "issues_to_rectify")),
    "coverage_rate": (("orgs_inspected",), ("orgs_total",)),
    "village_coverage_rate": (("villages_inspected",), ("villages_total",)),
    "filing_rate": (("cases_filed",), ("clues_transferred",)),
    "sanction_rate": (("sanctions_persons",), ("case_persons",)),
}


def _rates(claims: list[Claim]) -> Iterable[Contradiction]:
    """整改862个 of 908个 is 94.9%: a rate beside both its parts."""
    for place, rate in enumerate(claims):
        if rate.figure not in _QUOTIENTS or rate.unit != "%" or rate.approx:
            continue
        above, below = _QUOTIENTS[rate.figure]
        near = [claim for claim in claims[max(0, place - MOST) : place] if claim.place.sentence == rate.place.sentence][::-1]
        top = next((claim for claim in near if claim.figure in above or claim.metric in above), None)
        bottom = next((claim for claim in near if claim.figure in below or claim.metric in below), None)
        if top is None or bottom is None or not bottom.value or top.approx or bottom.approx:
            continue
        right = 100 * top.value / bottom.value
        if abs(right - rate.value) > 10**-rate.decimals + 1e-9:
            yield _one("比率", f"{top.value:g} ÷ {bottom.value:g} = {right:.{max(1, rate.decimals)}f}%，文中写“{rate.number_said}”", rate, top, bottom)


def _rounds(scoped: list[Scoped]) -> Iterable[Contradiction]:
    """14 of round ten and 18 of round eleven are the 32 of the year that had two rounds."""
    for rounds, scope in scoped:
        if rounds.figure != "rounds" or not scope.where.get("year"):
            continue
        about = (scope.where.get("year"), scope.where.get("kind"))
        named = re.match(r"[^,;。()]{0,4}\(([^()]+)\)", rounds.place.rest + rounds.place.after)
        names = re.findall(r"第[^、和轮]+轮", named[1]) if named else []
        if len(names) != rounds.value:
            continue
        for whole, its in scoped:
            if its.where.get("round") or (its.where.get("year"), its.where.get("kind")) != about or whole is rounds or "rate" in whole.metric:
                continue
            parts = {one.where["round"]: claim for claim, one in scoped if claim.figure == whole.figure and one.where.get("round") in names and not one.where.get("batch")}
            total = sum(claim.value for claim in parts.values())
            if whole.figure and len(parts) == len(names) and total != whole.value:
                listed = " + ".join(f"{claim.value:g}" for claim in parts.values())
                yield _one("合计", f"各轮合计 {listed} = {total:g}，文中写“{whole.number_said}”", whole, *parts.values())


def _twice(scoped: list[Scoped]) -> Iterable[Contradiction]:
    """One round's figure given twice and not alike."""
    seen: dict[tuple, Claim] = {}
    for claim, scope in scoped:
        if not claim.figure or claim.approx or "round" not in scope.said or re.search(r"其中|含", claim.place.lead):
            continue
        key = (claim.figure, claim.unit, tuple(sorted(scope.where.items())))
        before = seen.setdefault(key, claim)
        if before.value != claim.value and before.place.sentence != claim.place.sentence:
            yield _one("前后", f"前文写“{before.number_said}”，此处写“{claim.number_said}”", claim, before)
