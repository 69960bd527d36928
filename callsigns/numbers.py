"""Spoken numbers: a run of number words has several readings, and whoever asks takes the legal one.

>>> digits("fifteen forty nine".split())
'1549'
>>> digits("two thousand one".split()), digits("one hundred".split()), digits("triple seven".split())
('2001', '100', '777')
>>> cardinal("one two thousand five hundred".split()), cardinal("thirty one".split())
(12500, 31)
>>> [(r.words, r.text, r.natural) for r in prefixes("three thirty one seven".split())]
[(1, '3', 3), (2, '330', 3), (3, '331', 3), (4, '3317', 1)]

Source: ICAO Annex 10 Vol II 5.2.1.4 (digit by digit); FAA JO 7110.65 2-4-17 and 2-4-20 (group form).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from callsigns.grammar import shipped_table
from callsigns.grammar.expressions import searchable

__all__ = ["Reading", "cardinal", "digits", "prefixes", "symbols", "whole"]


class Reading(NamedTuple):
    """The first ``words`` words read as ``text``; ``natural``: 3 as people group numbers, 2 unusual, 1 odd."""

    words: int
    text: str
    natural: int


# o zero, d digit, t ten to nineteen or two figures, T a multiple of ten, H hundred, K thousand, 3 4 figures, x double
_PAIR: Final = "(?:t|T[d]?|od|oo)"
_NATURAL: Final = searchable(
    rf"[do]{{1,4}}|[do]?{_PAIR}|{_PAIR}{_PAIR}|dH|{_PAIR}H|dK[do]?|dKdH|dK{_PAIR}|[34]|x[do]+|[do]?x[do]"
)
_UNUSUAL: Final = searchable(
    rf"[do][do]{_PAIR}|{_PAIR}[do]{{1,2}}|{_PAIR}H?[do]|dH(?:d|{_PAIR})|[do]{{5}}|[do]3|3[do]"
    rf"|[do]{{3}}{_PAIR}|{_PAIR}{_PAIR}[do]|[do]{_PAIR}{_PAIR}|{_PAIR}[do]{_PAIR}"
)
_MULTIPLIER: Final = frozenset("HK")
_JOINS: Final = frozenset("THKx")  # what is said before a word that does not just stand behind it
_MAX_RUN: Final = 12  # no quantity or call sign takes more words than this


@cache
def symbols() -> dict[str, tuple[str, str]]:
    """Number word to (symbol, digits)."""
    table = shipped_table("numbers.toml")
    found = {word: ("d" if value else "o", str(value)) for word, value in table["digit"].items()}
    found |= {word: ("d", str(value)) for word, value in table["homophone"].items()}
    found |= {word: ("t", str(value)) for word, value in table["teen"].items()}
    found |= {word: ("T", str(value)) for word, value in table["tens"].items()}
    found |= {word: ("HK"[value // 1000], str(value)[1:]) for word, value in table["multiplier"].items()}
    found |= {word: ("x", str(times)) for word, times in table["repeat"].items()}
    return found


def _symbol(word: str) -> tuple[str, str]:
    return symbols().get(word) or _written(word)


def _written(word: str) -> tuple[str, str]:
    figures = word.replace(",", "")
    if not figures.isdecimal() or not figures.isascii():
        return "?", ""
    match len(figures):
        case 1:
            return ("d" if figures != "0" else "o"), figures
        case 2:
            return "t", figures
        case length if length <= 4:
            return str(length), figures
    return "5", figures


def _append(text: str, form: str, symbol: str, value: str) -> str:
    """The digits so far with one more word: "twenty" + "five" is 25, "one hundred" + "five" is 105."""
    last = form[-1:]
    if symbol == "d" and last == "T":
        return text[:-1] + value
    if last in ("H", "K") and symbol in ("d", "o", "t", "T") and text.endswith("0" * len(value)):
        return text[: -len(value)] + value
    if symbol == "H" and "K" in form and last in ("d", "t") and len(text) > 3:
        return text[: -(len(value) + 1)] + text[-1] + value  # two thousand five + hundred
    if last == "x":
        return text[:-1] + value * int(text[-1])
    return text + value


def prefixes(words: Sequence[str]) -> Iterator[Reading]:
    """Every beginning of a run of number words, read as digits; "double" and "triple" wait for what they double."""
    text = form = ""
    for count, word in enumerate(words[:_MAX_RUN], 1):
        symbol, value = _symbol(word)
        if symbol in ("H", "K") and not text:
            return
        text = _append(text, form, symbol, value)
        form += symbol
        if symbol == "x":
            continue
        yield Reading(count, text, _natural(form))


@lru_cache(maxsize=4096)  # people group numbers in a few dozen ways
def _natural(form: str) -> int:
    return 3 if _NATURAL.fullmatch(form) else 2 if _UNUSUAL.fullmatch(form) else 1


def whole(words: Sequence[str]) -> Reading:
    """The run as one reading; its text is empty when it is none."""
    text = form = last = ""
    known = symbols()
    for word in words[:_MAX_RUN]:
        symbol, value = known.get(word) or _written(word)
        if symbol in _MULTIPLIER and not text:
            return Reading(0, "", 1)
        text = _append(text, form, symbol, value) if last in _JOINS or symbol in _MULTIPLIER else text + value
        form += symbol
        last = symbol
    if form.endswith("x") or len(words) > _MAX_RUN:
        return Reading(0, "", 1)
    return Reading(len(words), text, _natural(form))


def digits(words: Sequence[str]) -> str:
    """The whole run as digits, the empty string when it is none."""
    return whole(words).text


def cardinal(words: Sequence[str]) -> int | None:
    """The whole run as a quantity: thousands and hundreds add up, digits before them stand side by side."""
    total = 0
    part: list[str] = []
    for word in words:
        symbol, _ = _symbol(word)
        if symbol in ("H", "K"):
            text = digits(part) or ("1" if not part and not total else "")
            if not text:
                return None
            total += int(text) * (100 if symbol == "H" else 1000)
            part = []
        else:
            part.append(word)
    if not part:
        return total if words else None
    text = digits(part)
    return total + int(text) if text else None
