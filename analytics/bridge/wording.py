"""A bridge in words and in numbers as they are shown: rounded so that what is shown adds up too."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import floor

from analytics.bridge.bridge import Bridge, Part
from analytics.bridge.level import Level
from analytics.formats import MINUS, NONE
from analytics.metrics import METRICS
from analytics.wording import strong
from data.store.stages import Stages


def decimals(bridge: Bridge) -> int:
    """How many decimals the bridge is shown with: the metric's own, one more where only then the ends give the change."""
    usual = METRICS[bridge.metric].decimals
    return next((places for places in (usual, usual + 1) if _agree(bridge, places)), usual)


def _agree(bridge: Bridge, places: int) -> bool:
    """Whether then and change as shown give now as shown."""
    then, now = (one.value or Fraction(0) for one in (bridge.then, bridge.now))
    return units(now, places) - units(then, places) == units(bridge.change, places)


def units(value: Fraction, places: int) -> int:
    """The value in units of its last place shown; halves away from nought, as people round."""
    size = Decimal(abs(value).numerator * 10**places) / Decimal(abs(value).denominator)
    return int(size.quantize(Decimal(1), ROUND_HALF_UP)) * (-1 if value < 0 else 1)


def shares(bridge: Bridge) -> list[int]:
    """Each part in units of the last place shown, by the largest remainders: together they are the whole as shown."""
    places = decimals(bridge)
    exact = [part.change * 10**places for part in bridge.parts]
    found = [floor(one) for one in exact]
    short = units(bridge.change, places) - sum(found)
    for place in sorted(range(len(exact)), key=lambda n: found[n] - exact[n])[:short]:
        found[place] += 1
    return found


def signed(amount: int, places: int, unit: str) -> str:
    """An amount in units of its last place, with sign and unit: +3个, −2.3个百分点, ±0个."""
    sign = "+" if amount > 0 else MINUS if amount < 0 else "±"
    return f"{sign}{plain(abs(amount), places)}{'个百分点' if unit == '%' else unit}"


def plain(amount: int, places: int) -> str:
    """An amount in units of its last place as a number: 1,264 or 81.05."""
    return f"{Decimal(amount).scaleb(-places):,.{places}f}"


def level_said(level: Level, bridge: Bridge) -> str:
    """The figure at one end: 83.3%（20/24）, 264个, —."""
    metric, places = METRICS[bridge.metric], decimals(bridge)
    if level.value is None:
        return NONE
    amount = units(level.value, places)
    value = ("" if amount >= 0 else MINUS) + plain(abs(amount), places) + metric.unit
    return value if metric.denominator is None else f"{value}（{over(level)}）"


def over(level: Level) -> str:
    """Numerator over denominator: 20/24."""
    return "/".join(NONE if one is None else f"{float(one):,.4f}".rstrip("0").rstrip(".") for one in (level.top, level.bottom))


def change_said(bridge: Bridge) -> str:
    """The whole change: +3个, −2.3个百分点; 首次有数 or 已无数据 where one side does not exist."""
    if bridge.then.value is None and bridge.now.value is not None:
        return "首次有数"
    if bridge.now.value is None and bridge.then.value is not None:
        return "已无数据"
    return signed(units(bridge.change, decimals(bridge)), decimals(bridge), METRICS[bridge.metric].unit)


def part_said(part: Part, share: int, bridge: Bridge) -> str:
    """What a part did: +3个, −2.3个百分点; 由此有数 and 由此无数 where the figure came and went, — where there was none."""
    if part.before.value is None and part.after.value is None:
        return NONE
    if part.before.value is None and part.after.value is not None:
        return f"由此有数 {level_said(part.after, bridge).split('（')[0]}"
    if part.after.value is None and part.before.value is not None:
        return "由此无数"
    return signed(share, decimals(bridge), METRICS[bridge.metric].unit)


def parts_said(bridge: Bridge) -> list[str]:
    """What each part did, in their order."""
    return [part_said(part, share, bridge) for part, share in zip(bridge.parts, shares(bridge), strict=True)]


def sentence(bridge: Bridge) -> str:
    """The answer to why the figure is another one: 整改完成率由 83.3%（20/24）变为 81.1%（…），变动 −2.3个百分点：更正的行 −1.5个百分点，…。"""
    label = METRICS[bridge.metric].label
    then, now = (strong(level_said(one, bridge)) for one in (bridge.then, bridge.now))
    if not bridge.moved:
        return f"{label}当时为 {then}，现在仍是 {now}。"
    told = [(one, said) for one, said in zip(bridge.parts, parts_said(bridge), strict=True) if one.moves]
    causes = "，".join(f"{one.label} {said}" for one, said in told)
    return f"{label}当时为 {then}，现在为 {now}，{strong(change_said(bridge))}" + (f"：{causes}。" if causes else "。")


def rounding_said(bridge: Bridge) -> str:
    """How the numbers shown were rounded; empty where nothing had to be."""
    places = decimals(bridge)
    rounded = [part for part in bridge.parts if (part.change * 10**places).denominator > 1]
    if len(rounded) < 2 and _agree(bridge, places):
        return ""
    ends = "" if _agree(bridge, places) else "首尾两数各自四舍五入，其差与总变动在末位可差1。"
    return f"各项按未取整的数计算，相加恰为总变动；显示时末位按最大余数法取整，所显示的各项仍相加得总变动。{ends}"


def events_said(stages: Stages) -> str:
    """What happened in the store between the two moments: 新增 38 行、更正 5 行、设置变动 1 项."""
    words = {"new": "新增", "corrected": "更正", "gone": "不再报送"}
    sums = dict.fromkeys(words, 0)
    withdrawn, said = 0, []
    for stage in stages.steps:
        for counts in stage.moved.values():
            for what, count in counts.items():
                if stage.cause == "withdrawn":
                    withdrawn += count
                elif what in sums:
                    sums[what] += count
    said += [f"{words[what]} {count} 行" for what, count in sums.items() if count]
    said += [f"撤回或恢复导入涉及 {withdrawn} 行"] if withdrawn else []
    for cause, word in (("names", "名称确认 {} 条"), ("settings", "设置变动 {} 项")):
        said += [word.format(len(stage.changed)) for stage in stages.steps if stage.cause == cause]
    return "、".join(said)


def listed_causes(bridges: Sequence[Bridge]) -> list[str]:
    """For each bridge its main cause, with how many others there were: 更正的行（另 2 项）."""
    said = []
    for one in bridges:
        others = sum(part.moves for part in one.parts) - 1
        said.append(one.main.label + (f"（另{others}项）" if others > 0 else "") if one.main else NONE)
    return said
