"""The bridge: a figure then, what each cause has added or taken, the figure now. The parts add up exactly."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from analytics.bridge.kept import kept
from analytics.bridge.level import Level, level, takes
from analytics.metrics import METRICS
from data.store.meetings import Figures
from data.store.stages import Stages

DEFINITION = "definition"
# What moved a figure, as people call it.
CAUSES = {
    DEFINITION: "口径调整", "withdrawn": "撤回或恢复导入", "registers": "名录变动", "names": "名称确认", "corrected": "更正的行",
    "gone": "不再报送的行", "new": "新增的行", "settings": "设置变动", "day": "截至日期推移",
}  # fmt: skip
NOUGHT = Fraction(0)


@dataclass(frozen=True, kw_only=True)
class Part:
    """What one cause did: the figure before and after it. `stage`: its number among the stages, 0 for the definition."""

    cause: str
    stage: int
    before: Level
    after: Level

    @property
    def label(self) -> str:
        """The cause in words."""
        return CAUSES[self.cause]

    @property
    def change(self) -> Fraction:
        """By how much the figure moved, in its unit; one that does not exist counts as nought."""
        return (self.after.value or NOUGHT) - (self.before.value or NOUGHT)

    @property
    def moves(self) -> bool:
        """Whether anything of the figure moved: its value, its numerator or its denominator."""
        return self.before != self.after


@dataclass(frozen=True, kw_only=True)
class Bridge:
    """How a metric moved within a scope from one moment to another.

    `told`: whether `then` is what was shown at the time; else it is computed by today's definition.
    """

    metric: str
    where: tuple[tuple[str, str], ...]
    then: Level
    now: Level
    parts: tuple[Part, ...]
    told: bool

    @property
    def change(self) -> Fraction:
        """The whole change, in the metric's unit; a figure that does not exist counts as nought."""
        return (self.now.value or NOUGHT) - (self.then.value or NOUGHT)

    @property
    def moved(self) -> bool:
        """Whether there is a figure, and it is another one than then."""
        return self.then != self.now and (self.then.value is not None or self.now.value is not None)

    @property
    def main(self) -> Part | None:
        """The part that moved the value most, else what lies behind it; None where nothing moved."""
        moving = [one for one in self.parts if one.moves]
        return max(moving, key=lambda one: abs(one.change), default=None)


def bridge(stages: Stages, metric: str, where: Mapping[str, str], figures: Figures | None = None) -> Bridge:
    """The bridge of a metric within a scope (what of it the metric can take), over the stages of a store.

    `figures`: what was shown at the first moment, as `shown_now` gave it. Raises as `analytics.query.figure` does.
    """
    scope = takes(METRICS[metric], where)
    levels = [level(stage.facts, metric, scope) for stage in stages.steps]
    shown = kept(figures or {}, metric, scope)
    parts = [
        Part(cause=stage.cause, stage=number, before=before, after=after)
        for number, (stage, before, after) in enumerate(zip(stages.steps[1:], levels, levels[1:], strict=False), 1)
    ]
    if shown is not None and shown != levels[0]:
        parts = [Part(cause=DEFINITION, stage=0, before=shown, after=levels[0]), *parts]
    return Bridge(
        metric=metric, where=tuple(scope.items()), then=levels[0] if shown is None else shown, now=levels[-1],
        parts=tuple(parts), told=shown is not None,
    )  # fmt: skip


def bridges(stages: Stages, where: Mapping[str, str], figures: Figures | None = None) -> tuple[Bridge, ...]:
    """The bridges of all metrics that moved within a scope, in the order of the glossary."""
    return tuple(bridge(stages, name, where, figures) for name in METRICS if _moved(stages, name, where, figures or {}))


def _moved(stages: Stages, metric: str, where: Mapping[str, str], figures: Figures) -> bool:
    """Whether the ends differ: what lies between them is then asked for too."""
    scope = takes(METRICS[metric], where)
    now = level(stages.steps[-1].facts, metric, scope)
    then = kept(figures, metric, scope) or level(stages.steps[0].facts, metric, scope)
    return then != now and (then.value is not None or now.value is not None)
