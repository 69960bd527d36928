"""How the number of each quantity is read.

A reader gets the words of a form as they stand (with its other words: "flight level two four zero") and the spelling
alphabet; it gives the value, or ``None``.

>>> number("flight level two four zero".split(), {}), frequency("one two zero decimal two seven five".split(), {})
(240, 120.275)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from callsigns.numbers import cardinal, digits, symbols

__all__ = ["READERS", "frequency", "number"]

Reader = Callable[[Sequence[str], Mapping[str, str]], "int | float | str | None"]


def _is_number(word: str) -> bool:
    return word in symbols() and word not in ("to", "for", "fore", "won", "ate") or word[:1].isdigit()


def _number_words(words: Sequence[str]) -> list[str]:
    return [w for w in words if _is_number(w)]


def number(words: Sequence[str], letters: Mapping[str, str]) -> int | None:
    """A whole number: digits one by one, in groups, or as a quantity."""
    return cardinal(_number_words(words))


def frequency(words: Sequence[str], letters: Mapping[str, str]) -> float | None:
    """Megahertz, with or without a spoken decimal sign."""
    text = ""
    part: list[str] = []
    for word in words:
        if word in ("decimal", "point", "dayseemal", "comma", "dot"):
            text, part = text + digits(part) + ".", []
        elif _is_number(word):
            part.append(word)
    text += digits(part) if all(p.isdecimal() or p in symbols() for p in part) else "".join(part)
    if "." not in text:
        text = text[:3] + "." + text[3:]
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 108 <= value < 400 else None


def spoken_digits(words: Sequence[str], letters: Mapping[str, str]) -> str | None:
    """Digits as they were said, leading zeros kept: a squawk."""
    return digits(_number_words(words)) or None


READERS: Final[Mapping[str, Reader]] = {"number": number, "frequency": frequency, "digits": spoken_digits}
