"""One script and one width for all texts, character by character, so that places in the folded text are places in the text."""

from functools import cache
from unicodedata import normalize

from opencc import OpenCC

_SIGNS = {"　": " ", "—": "-", "–": "-", "~": "-", "～": "-", "﹪": "%", "\t": " ", "\u00a0": " ", "\r": "\n"}
# PDFs hold radicals in place of the characters that look the same; these the standard does not map.
_RADICALS = dict(zip("⻓⻔⻅⻆⻉⻋⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳", "长门见角贝车青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟", strict=True))
# Full-width digits, letters and punctuation, each 0xFEE0 above its half-width twin.
_WIDE = range(0xFF01, 0xFF5F)


@cache
def _character(sign: str) -> str:
    if sign in _SIGNS:
        return _SIGNS[sign]
    if "\u2e80" <= sign <= "\u2fdf" or "\uf900" <= sign <= "\ufaff":
        sign = _RADICALS.get(sign, normalize("NFKC", sign))
    if ord(sign) in _WIDE:
        return chr(ord(sign) - 0xFEE0)
    folded = _script().convert(sign) if "\u3400" <= sign <= "\u9fff" else sign
    return folded if len(folded) == 1 else sign


@cache
def _script() -> OpenCC:
    return OpenCC("t2s")


def fold(text: str) -> str:
    """Returns the text in simplified script and half width, exactly as long as the text itself.

    A full-width comma between digits stays one: it parts two figures (12，345), where a half-width one may group
    thousands (12,345).
    """
    folded = "".join(map(_character, text))
    return "".join("，" if sign == "，" and place and folded[place - 1].isdigit() else folded[place] for place, sign in enumerate(text))
