"""Number words inside a form: "flight level two four zero" holds the digits 240.

>>> spoken_digits("flight level two four zero".split()), spoken_digits("one thirteen".split())
('240', '113')
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from callsigns.grammar import shipped_table
from callsigns.numbers import digits, symbols

__all__ = ["Reader", "grouped", "is_number", "multipliers", "number_words", "points", "single", "spoken_digits"]

# words of a form, the spelling alphabet -> the value
Reader = Callable[[Sequence[str], Mapping[str, str]], "int | float | str | None"]


@cache
def points() -> frozenset[str]:
    """Words for the decimal sign."""
    return frozenset(shipped_table("numbers.toml")["decimal"]["words"])


@cache
def _homophones() -> frozenset[str]:
    """Words that only sound like a digit: no form here asks for one."""
    return frozenset(shipped_table("numbers.toml")["homophone"])


@cache
def single() -> Mapping[str, str]:
    """Words of one digit, the usual case."""
    return {word: value for word, (kind, value) in symbols().items() if kind in "do" and word not in _homophones()} | {
        str(n): str(n) for n in range(10)
    }


@cache
def multipliers() -> Mapping[str, int]:
    """ "hundred" and "thousand"."""
    table: Mapping[str, int] = shipped_table("numbers.toml")["multiplier"]
    return table


@cache
def grouped() -> frozenset[str]:
    """Number words of more than one digit, and those that change the digit behind them."""
    return frozenset(symbols()) - _homophones() - frozenset(single())


def is_number(word: str) -> bool:
    return word in single() or word in grouped() or word[:1].isdigit()


def number_words(words: Sequence[str]) -> list[str]:
    return [w for w in words if is_number(w)]


def spoken_digits(words: Sequence[str]) -> str:
    """The number words as digits, leading zeros kept; what is no number word is left out."""
    ones = single()
    plain = [*map(ones.get, words)]
    if None not in plain:
        return "".join(plain)  # type: ignore[arg-type]
    groups, text = grouped(), ""
    for word in words:
        digit = ones.get(word)
        if digit is not None:
            text += digit
        elif word in groups or word[:1].isdigit():
            found = number_words(words)
            return "".join(found) if all(w.isdecimal() for w in found) else digits(found)
    return text
