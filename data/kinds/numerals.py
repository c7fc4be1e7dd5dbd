"""Chinese and Arabic numerals as ledgers write them: 十一, 11, 二〇二〇."""

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
NUMERAL = "[0-9〇零一二两三四五六七八九十]+"


def numeral(text: str) -> int | None:
    """The whole number that the text writes, below 100 with 十, else digit by digit; None when it is not one numeral."""
    if len(text) > 4:
        return None
    if text.isascii():
        return int(text) if text.isdigit() else None
    if "十" in text:
        tens, _, ones = text.partition("十")
        if len(tens) > 1 or len(ones) > 1 or (ones and ones in "〇零"):
            return None
        high, low = DIGITS.get(tens, None) if tens else 1, DIGITS.get(ones, None) if ones else 0
        return None if high is None or low is None or high == 0 else high * 10 + low
    digits = [DIGITS.get(c) for c in text]
    if None in digits or len(digits) in (2, 3):
        return None
    return int("".join(map(str, digits))) if digits else None


_PLACES = {"千": 1000, "百": 100, "十": 10}
QUANTITY = "[一二两三四五六七八九十百千零〇]+"


def quantity(text: str) -> int | None:
    """The whole number below 10,000 that Chinese numerals with places write (一百二十, 十二, 两千零五); None when they do not."""
    total, digit, floor = 0, None, 10000
    for position, sign in enumerate(text):
        if sign in "零〇":
            if digit is not None or position in (0, len(text) - 1):
                return None
        elif sign in _PLACES:
            place = _PLACES[sign]
            if place >= floor or (digit is None and (place != 10 or total)):
                return None
            total, digit, floor = total + (digit or 1) * place, None, place
        elif digit is not None:
            return None
        else:
            digit = DIGITS[sign]
    if digit is not None and floor > 10 and total and text[-2] not in "零〇":
        return None  # 一百二 may be 120 or 102
    return total + (digit or 0) if total or digit is not None else None


def chinese(number: int) -> str:
    """A whole number from 0 to 99 in Chinese numerals; larger ones in Arabic."""
    if not 0 <= number < 100:
        return str(number)
    signs = "零一二三四五六七八九"
    if number < 10:
        return signs[number]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else signs[tens]) + "十" + (signs[ones] if ones else "")
