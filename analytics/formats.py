"""Numbers as people read them: — for none, thousands apart, 万 and 亿 for large ones, a true minus sign."""

MINUS = "\u2212"


def number(value: float | int | None, decimals: int = 0) -> str:
    """264, 1.2万, 81.1; — for None."""
    if value is None or value != value:  # noqa: PLR0124
        return "—"
    size = abs(value)
    if size >= 1e8:
        text = f"{size / 1e8:.1f}亿"
    elif size >= 1e4:
        text = f"{size / 1e4:.1f}万"
    else:
        text = f"{size:,.{decimals}f}"
    return (MINUS if value < 0 else "") + text
