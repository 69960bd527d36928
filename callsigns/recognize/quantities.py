"""How the number of each quantity is read.

A reader gets the words of a form as they stand (with its other words: "flight level two four zero") and the spelling
alphabet; it gives the value, or ``None`` where the number is no legal one.

>>> level("flight level two four zero".split(), {}), frequency("one two zero decimal two seven five".split(), {})
(240, 120.275)
>>> squawk("four six three eight".split(), {}), pressure("two niner niner two".split(), {})
(None, 29.92)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final

from callsigns.numbers import cardinal, digits, symbols
from callsigns.recognize.names import letter, name, point, procedure, side, stand, type_designator

__all__ = ["READERS", "frequency", "level", "pressure", "squawk"]

Reader = Callable[[Sequence[str], Mapping[str, str]], "int | float | str | None"]
_HOMOPHONES: Final = ("to", "for", "fore", "won", "ate")
_POINT: Final = ("decimal", "point", "dayseemal", "comma", "dot")


@cache
def _single() -> Mapping[str, str]:
    """Words of one digit, the usual case."""
    return {word: value for word, (kind, value) in symbols().items() if kind in "do" and word not in _HOMOPHONES} | {
        str(n): str(n) for n in range(10)
    }


def _is_number(word: str) -> bool:
    return word in symbols() and word not in _HOMOPHONES or word[:1].isdigit()


def _number_words(words: Sequence[str]) -> list[str]:
    return [w for w in words if _is_number(w)]


def spoken_digits(words: Sequence[str]) -> str:
    """The number words as digits, leading zeros kept; what is no number word is left out."""
    single = _single()
    try:
        return "".join([single[w] for w in words])
    except KeyError:
        found = _number_words(words)
        return "".join(found) if all(w.isdecimal() for w in found) else digits(found)


def number(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """A whole number: digits one by one, in groups, or as a quantity."""
    return cardinal(_number_words(words))


def level(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Hundreds of feet; no aircraft flies above 600, none is cleared to 8 or 9 hundred."""
    text = spoken_digits([w.removeprefix("fl") for w in words])
    return int(text) if text.isdecimal() and 2 <= len(text) <= 3 and 10 <= int(text) <= 500 else None


def bare_altitude(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """A level, or feet in figures ("descend 11000"); a level of two digits ends in 0 or 5."""
    text = spoken_digits(words)
    if len(text) < 4:
        value = level(words, letters)
        return value if value is None or value >= 100 or value % 5 == 0 else None
    return int(text) if len(text) <= 5 and 1000 <= int(text) <= 60000 and text.endswith("0") else None


def altitude(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Feet or metres up to where aircraft fly."""
    value = number(words, letters)
    return value if value is not None and 50 <= value <= 60000 else None


def thousands(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Feet that no other word announces: what is said with thousands up to the highest transition altitude."""
    value = number(words, letters)
    return value if value is not None and 1000 <= value < 30000 else None


def three(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Degrees of the compass, always three digits; north is 360 (ICAO Doc 4444 12.3.1)."""
    text = spoken_digits(words)
    return (int(text) or 360) if len(text) == 3 and int(text) <= 360 else None


def speed(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Knots of an aircraft."""
    text = spoken_digits(words)
    return int(text) if 1 <= len(text) <= 3 and 10 <= int(text) <= 700 else None


def small(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """Up to two digits."""
    text = spoken_digits(words)
    return int(text) if 1 <= len(text) <= 3 else None


def mach(words: Sequence[str], letters: Mapping[str, str]) -> float | None:
    """ "mach point seven two", "mach eight zero"; ".82" comes as "82"."""
    text = spoken_digits(words) if not any("." in w for w in words) else words[-1].partition(".")[2]
    if len(text) == 3 and text[0] == "0":
        text = text[1:]
    return float("0." + text) if 1 <= len(text) <= 3 and text[0] in "456789" else None


def decimal_number(words: Sequence[str], letters: Mapping[str, str]) -> int | float | None:
    """Miles and the like, with or without a decimal part or a half."""
    for place, word in enumerate(words):
        if word in _POINT and place:
            whole, part = spoken_digits(words[:place]), spoken_digits(words[place:])
            return float(f"{whole}.{part}") if whole and part else None
        if "." in word:
            return float(word)
    value = cardinal(_number_words(words))
    if "half" in words:
        return (value or 0) + 0.5
    return value


def frequency(words: Sequence[str], letters: Mapping[str, str]) -> float | None:
    """Megahertz with or without a spoken decimal sign; only what is a channel.

    Two decimals may stand for a third that is not said: .02 is .025, .07 is .075 (ICAO Annex 10 Vol II 5.2.1.7.3.4).
    """
    text = _with_point(words)
    whole, _, part = text.partition(".")
    if not whole:
        return float("0." + part) if len(part) <= 3 and part else None
    if len(whole) == 2:  # "nineteen eight"
        whole = "1" + whole
    if len(whole) != 3 or not 1 <= len(part) <= 3:
        return None
    if len(part) == 2 and part[1] in "27":
        part += "5"
    value = float(f"{whole}.{part}")
    if 118 <= value < 137:
        return value if int(part.ljust(3, "0")) % 25 in (0, 5, 10, 15) else None
    aids = any("." in w or w in _POINT for w in words)  # of navigation, and the military band: never without the point
    return value if aids and (108 <= value < 118 or 225 <= value < 400) else None


def _with_point(words: Sequence[str]) -> str:
    for place, word in enumerate(words):
        if word in _POINT:
            return spoken_digits(words[:place]) + "." + spoken_digits(words[place + 1 :])
        if "." in word:
            return word
    text = spoken_digits(words)
    size = 3 if len(text) > 3 and text[:2] in ("11", "12", "13") else 2
    return text[:size] + "." + text[size:]


def squawk(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """Four octal digits, leading zeros kept."""
    text = spoken_digits(words)
    return text if len(text) == 4 and not {"8", "9"} & set(text) else None


def pressure(words: Sequence[str], letters: Mapping[str, str]) -> int | float | None:
    """Hectopascals, or inches of mercury where the number can only be those."""
    text = _figures_of_pressure(words)
    if not text.isdecimal():
        return None
    if len(text) == 4 and 2700 <= int(text) < 3200:
        return int(text) / 100
    return int(text) if len(text) in (3, 4) and 850 <= int(text) <= 1090 else None


def _figures_of_pressure(words: Sequence[str]) -> str:
    if "thousand" in words:
        return str(number(words, {}) or "")
    return spoken_digits([w.replace(".", "") for w in words if w not in _POINT])


def runway(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """01 to 36 and the side; one digit gets its zero (FAA JO 7110.65 3-4-9 says it without)."""
    last = words[-1]
    if last[:1].isdigit() and last[-1:].isalpha():
        text, where = last[:-1], last[-1:].upper()
    else:
        where = side(last)
        text = spoken_digits(words)
    return f"{int(text):02}{where}" if text and len(text) <= 2 and 1 <= int(text) <= 36 else None


def clock(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """One to twelve."""
    text = spoken_digits(words)
    return int(text) if text and 1 <= int(text) <= 12 else None


def time(words: Sequence[str], letters: Mapping[str, str]) -> int | str | None:
    """Hours and minutes as ``HH:MM``; two digits are minutes past the hour."""
    text = spoken_digits(words)
    if len(text) == 4 and int(text[:2]) <= 24 and int(text[2:]) < 60:
        return f"{text[:2]}:{text[2:]}"
    return int(text) if 1 <= len(text) <= 2 and int(text) < 60 else None


def duration(words: Sequence[str], letters: Mapping[str, str]) -> int | float | None:
    """Minutes, hours or seconds, whichever was said; "two hours thirty" is 150 minutes."""
    for place, word in enumerate(words):
        if word in ("hour", "hours") and (more := spoken_digits(words[place + 1 :])):
            return int(spoken_digits(words[:place]) or 1) * 60 + int(more)
    return decimal_number(words, letters)


READERS: Final[Mapping[str, Reader]] = {
    "number": number, "level": level, "bare_altitude": bare_altitude, "altitude": altitude, "thousands": thousands,
    "three": three, "speed": speed, "small": small, "mach": mach, "decimal_number": decimal_number,
    "frequency": frequency, "squawk": squawk, "pressure": pressure, "runway": runway, "clock": clock, "time": time,
    "duration": duration, "letter": letter, "name": name, "point": point, "procedure": procedure, "stand": stand,
    "type": type_designator,
}  # fmt: skip
