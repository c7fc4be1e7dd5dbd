"""Which colour a number has on a filled cell, by measured contrast."""

from collections.abc import Sequence

# Pure black: with any softer ink some shade between leaves less than 4.5 : 1 either way.
DARK_INK, LIGHT_INK = "#000000", "#FFFFFF"


def luminance(colour: str) -> float:
    """Returns the relative luminance (0 to 1, WCAG 2) of a colour written #RRGGBB."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Returns the contrast (1 to 21) between two colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def on_ramp(ramp: Sequence[str], share: float) -> str:
    """Returns the colour at `share` (0 to 1) of a ramp, between its steps."""
    place = max(0.0, min(1.0, share)) * (len(ramp) - 1)
    step = min(int(place), len(ramp) - 2)
    part = place - step
    low, high = ramp[step], ramp[step + 1]
    mixed = (round(int(low[i : i + 2], 16) * (1 - part) + int(high[i : i + 2], 16) * part) for i in (1, 3, 5))
    return "#" + "".join(f"{value:02X}" for value in mixed)


def readable_on(fill: str) -> str:
    """Returns the ink, dark or light, that stands out more on a fill."""
    return max((DARK_INK, LIGHT_INK), key=lambda ink: contrast(ink, fill))
