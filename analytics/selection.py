"""选村: which of the villages left comes first, by weights that the office sets, why, and in which form."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields

from data.kinds.kind import plain
from data.ledgers import LEDGERS

MOST = 10
"""The heaviest weight."""


@dataclass(frozen=True, kw_only=True)
class Weights:
    """Points for each risk mark and for each class of village, from 0 to 10."""

    weak: int = 3
    petitions: int = 2
    legacy: int = 2
    funds: int = 2
    key: int = 4
    watch: int = 2
    plain: int = 0

    def __post_init__(self) -> None:
        for one in fields(self):
            if not 0 <= getattr(self, one.name) <= MOST:
                raise ValueError(f"weight {one.name} is {getattr(self, one.name)}; use 0 to {MOST}")


@dataclass(frozen=True, kw_only=True)
class Factor:
    """What can bring a village points: a risk mark (the register's column) or a class; `name` is its weight's."""

    name: str
    label: str
    mark: str = ""
    village_class: str = ""


FACTORS = (
    Factor(name="weak", label="党组织软弱涣散", mark="risk_weak"),
    Factor(name="petitions", label="信访反映多", mark="risk_petitions"),
    Factor(name="legacy", label="历史遗留问题多", mark="risk_legacy"),
    Factor(name="funds", label="项目资金多", mark="risk_funds"),
    Factor(name="key", label="重点村", village_class="重点"),
    Factor(name="watch", label="关注村", village_class="关注"),
    Factor(name="plain", label="一般村", village_class="一般"),
)
MARKS = tuple(one.mark for one in FACTORS if one.mark)


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """In which form a class of villages is best inspected."""

    village_class: str
    form: str


# 分类施策 as counties practise it; the words stand in the list as they are here.
PROPOSALS = (
    Proposal(village_class="重点", form="县委直巡，或提请市委提级"),
    Proposal(village_class="关注", form="巡镇带村，纪巡联动"),
    Proposal(village_class="一般", form="巡镇带村"),
)
UNCLASSED = "先确定村情分类"


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A village that is left. `others` are risks that the register names besides the four; `known`: it says anything at all."""

    town: str
    village: str
    village_class: str = ""
    marks: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()
    known: bool = True


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A village in its place; `points` are its factors with what each brings. `place` is None where the register says nothing of it."""

    candidate: Candidate
    place: int | None
    points: dict[str, int] = field(hash=False)

    @property
    def score(self) -> int:
        """All its points."""
        return sum(self.points.values())

    @property
    def form(self) -> str:
        """The form proposed for its class."""
        return next((p.form for p in PROPOSALS if p.village_class == self.candidate.village_class), UNCLASSED)

    @property
    def why(self) -> str:
        """Why it stands where it does."""
        if not self.candidate.known:
            return "名录未填村情分类和风险标志，暂排最后"
        said = [f"{one.label} +{self.points[one.name]}" for one in FACTORS if self.points.get(one.name)]
        said += [one.label for one in FACTORS if self.points.get(one.name) == 0]
        text = "、".join(said) if said else "无风险标志"
        return text + (f"；另有{'、'.join(self.candidate.others)}，不计分" if self.candidate.others else "")


def ranked(candidates: Iterable[Candidate], weights: Weights) -> tuple[Choice, ...]:
    """Returns the villages, the most points first; equals keep the register's order, those without data stand last."""
    scored = [(one, brought(one, weights)) for one in candidates]
    scored.sort(key=lambda pair: (not pair[0].known, -sum(pair[1].values())))
    return tuple(
        Choice(candidate=one, place=place if one.known else None, points=points)
        for place, (one, points) in enumerate(scored, 1)
    )


def brought(one: Candidate, weights: Weights) -> dict[str, int]:
    """Returns the factors that a village has, each with its points."""
    return {
        factor.name: getattr(weights, factor.name)
        for factor in FACTORS
        if factor.mark in one.marks or (factor.village_class and factor.village_class == one.village_class)
    }


def candidate(
    town: str, village: str, village_class: str | None, ticks: Sequence[bool | None], risks: str | None
) -> Candidate:
    """Returns a village of the register: its four marks by tick (in the order of MARKS) or by the words of its 风险因素."""
    words = [word for part in re.split("[、,;/+]", plain(risks or "")) if (word := re.sub(r"^\(?\d+[.)]", "", part))]
    named = {word: _mark(word) for word in words}
    marks = {mark for mark, tick in zip(MARKS, ticks, strict=True) if tick} | {m for m in named.values() if m}
    others = [word for word, mark in named.items() if not mark and word not in ("无", "没有")]
    return Candidate(
        town=town, village=village, village_class=village_class or "", marks=frozenset(marks), others=tuple(others),
        known=bool(village_class or words or any(tick is not None for tick in ticks)),
    )  # fmt: skip


def _mark(word: str) -> str | None:
    return next((m for m in MARKS if word in {plain(s) for s in LEDGERS["villages"][m].spellings}), None)


def weights_said(weights: Weights) -> str:
    """Returns the weights in words, as they stand under a list and in its export."""
    return "权重：" + "、".join(f"{one.label} {getattr(weights, one.name)}" for one in FACTORS)
