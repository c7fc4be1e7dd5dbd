"""Chinese sentences from figures. Marks: **strong**, !!warning!! (see the pages' sentences)."""

from collections.abc import Mapping, Sequence


def listed(names: Sequence[str], most: int = 3, unit: str = "个") -> str:
    """Returns names joined by 、; more than `most` become 「甲、乙、丙等5个」."""
    shown = "、".join(names[:most])
    return shown if len(names) <= most else f"{shown}等{len(names)}{unit}"


def strong(text: object) -> str:
    """Returns a text marked as strong."""
    return f"**{text}**"


def warning(text: object) -> str:
    """Returns a text marked as a warning."""
    return f"!!{text}!!"


def against_pace(gap: float | None) -> str:
    """Returns how a share stands against its pace; `gap` in percentage points, positive where it leads."""
    if gap is None:
        return "未设置本届起止日期，不能与序时进度比较"
    if round(gap, 1) == 0:
        return "与序时进度持平"
    if gap < 0:
        return warning(f"落后序时 {-gap:.1f} 个百分点")
    return f"超前序时 {strong(f'{gap:.1f}')} 个百分点"


def changed(now: float | None, before: float | None, unit: str) -> str:
    """Returns a change with its sign and unit (+38个, −3.2个百分点); empty where one side is missing.

    The unit % becomes 个百分点: a difference of rates is never a percentage.
    """
    if now is None or before is None:
        return ""
    difference = now - before
    if unit == "%":
        size, unit = f"{abs(difference):.1f}", "个百分点"
    else:
        size = f"{abs(difference):.1f}".removesuffix(".0")
    sign = "±" if float(size) == 0 else "+" if difference > 0 else "−"
    return f"{sign}{size}{unit}"


def whole(numerator: float | None, denominator: float | None) -> str:
    """Returns n/N as it stands beside every rate; 「—」 where there is no whole."""
    if numerator is None or not denominator:
        return "—"
    return f"{numerator:g}/{denominator:g}"


def one_more(below: int, unit: str) -> str:
    """Returns what a whole of fewer than `below` means: 不足10件，一件之差即超过10个百分点."""
    return f"不足{below}{unit}，一{unit}之差即超过{100 // below}个百分点"


def scope_said(where: Mapping[str, object]) -> str:
    """Returns a scope's years, rounds and kinds in words (2020年常规巡察); empty where it names none of them."""
    said = "".join(str(where[name]) for name in ("year", "round") if name in where and not in_round(where, name))
    return said + (f"{where['kind']}巡察" if "kind" in where else "")


def in_round(where: Mapping[str, object], name: str) -> bool:
    """Whether a year is said by the round already (2020年扶贫领域专项)."""
    return name == "year" and str(where.get("round", "")).startswith(str(where["year"]))
