"""Figures that were said one by one, as recognizers write them: with hyphens, commas or blanks between them.

>>> # heading 0-9-0, level 3,5,0   -> heading zero nine zero, level three five zero
>>> # 1 1 o'clock, turn 0 9 0      -> one one o'clock, turn zero nine zero
>>> # 1-2-7-point-8-5              -> one two seven point eight five
>>> # 8, 7, 9, descending          -> eight seven nine, descending
>>> # maintain 1-70 to the marker  -> maintain one seventy to the marker
>>> # maintain 1-1,000; 17, 000    -> maintain 11,000; 17,000
>>> # 19-1, United 1-93; 1-2-8.75  -> nineteen one, United one ninety three; one two eight point seven five
>>> # 1-1-9.3-7-5, 1-18.3          -> one one nine point three seven five, one eighteen point three
>>> # 1 1 8.7                      -> one one eight point seven
>>> # cessna 9,852 golf; 1,891, cleared  -> cessna 9852 golf; 1891, cleared
>>> # 10-15 minutes, 2, 3 miles    stay as they are
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import matching
from callsigns.grammar import shipped_table
from callsigns.grammar.expressions import searchable
from callsigns.numbers import symbols
from callsigns.recognize.value.spoken import points
from callsigns.tokens import Words

__all__ = ["FigureReader"]

_JOINS: Final = frozenset(("-", ",", ", ", " "))
_HYPHEN: Final = "-"
_BLANK: Final = " "
_BLANKS: Final = searchable(" +")
# A frequency whose last figure before the point is written with those behind it: "1 1 8.7".
_APART: Final = r"1 +[1-3] +\d\.\d{1,3}"
_FREQUENCY: Final = searchable(_APART)
# "19-1", "1-19-1", "21-55", "1-2-8.75", "1-2-8.7-5"; no date, and no part of a longer number.
_CHAIN: Final = searchable(
    rf"(?<![\w.,-])(?:{_APART}|(?=[\d-]*\d\d|[\d-]*\.)\d\d?(?:-\d\d?)+(?:\.(?:\d(?:-\d){{1,2}}|\d{{1,3}}))?)"
    r"(?![\w.,]*\d|-\d)"
)
_TEN_THOUSANDS: Final = searchable(r"[1-4]")
_HUNDREDS: Final = searchable(r"\d,\d00")
_THOUSANDS: Final = searchable(r"[1-9]|[1-4]\d")
_NUMBER: Final = searchable(r"[1-9],\d(?!00)\d\d")  # of a call sign; heights are round
_HUNDREDS_APART: Final = searchable(r"\d00")
_HUNDRED: Final = "00"
_ROUND: Final = "000"
_IN_CHAIN: Final = range(3, 7)  # figures
_BEFORE_POINT: Final = 3  # figures of a frequency; fewer are thousands ("1-2.000")
_ONE_BY_ONE: Final = 3  # figures: nobody writes so many with marks between them but what was said one by one
_BY_BLANKS: Final = 2  # figures
_NAME: Final = 2  # words of one that is misheard


class FigureReader:
    """Writes such figures as the words that were said, for one grammar."""

    _told = matching("<verb_behind_callsign>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        said = [*reversed(symbols().items())]
        self._figures = {figure: word for word, (kind, figure) in said if kind in "od"}
        self._points = points()
        self._said = {**self._figures, **{word: word for word in self._points}}
        self._tens = {figures: word for word, (kind, figures) in said if kind in "tT"}
        self._miles = frozenset(compiled.words.get("NM", ()))
        self._units = frozenset(
            unit
            for name in ("NM", "kt", "min", "deg", "ft", "m", "km", "h", "s", "lb", "kg")
            for unit in compiled.words.get(name, ())
        )
        self._point: str = shipped_table("numbers.toml")["signs"]["."]
        self._counted = self._units.difference(compiled.words.get("ft", ()))
        self._class_of, self._names = compiled.lexicon.class_of, compiled.lexicon.listed("telephony")
        listed = compiled.lexicon.listed
        self._asks = listed("asks_thousands")
        self._before_number = listed(
            "telephony", "make", "make_caution", "company", "flight_word", "tactical", "service"
        )
        self._unread = listed("unknown", "nameable", "ordinary") - listed("asks_thousands", "asks_three_digits")
        self._letters = compiled.letters

    def read(self, text: str, found: Words) -> Words | None:
        """The words with such figures as they were said; nothing where there are none."""
        numbers = [at for at, word in enumerate(found.words) if self._is_number(found, at, word)]
        if numbers:
            for at in numbers:
                found.words[at] = found.words[at].replace(",", "")
            return self.read(text, found) or found
        if _HYPHEN not in text and not _FREQUENCY.search(text):
            whole = self._thousands(text, found)
            return self._single(text, whole or found) or whole
        whole = self._thousands(text, found) or found
        chained = self._chained(text, whole) or whole
        return self._single(text, chained) or (chained if chained is not found else None)

    def _is_number(self, found: Words, at: int, word: str) -> bool:
        """What recognizers write like thousands, behind a name, or where one is called: "1,891, cleared"."""
        words, behind = found.words, at + 1
        if _NUMBER.fullmatch(word) is None or (behind < len(words) and words[behind] in self._units):
            return False
        before = [*map(self._class_of, words[max(0, at - _NAME) : at])]
        if at and (before[-1] in self._before_number or self._letters.get(words[at - 1]) == "N"):
            return True
        if behind == len(words):
            return at in found.commas  # "field in sight, 1,604"
        called = at <= _NAME and behind in found.commas and self._unread.issuperset(before)
        return called and self._told(self._class_of(words[behind]), 0) is not None

    def _thousands(self, text: str, found: Words) -> Words | None:
        """ "1-1,000", "1-4,500", "17, 000": the figures of one number of thousands."""
        if _HUNDRED not in text:
            return None
        words, starts, ends, commas = found
        joined = [at for at in range(len(words) - 1) if self._joins_thousands(text, found, at)]
        for at in reversed(joined):
            words[at : at + 2], starts[at : at + 2], ends[at : at + 2] = (
                [words[at] + "," * (at + 1 in commas) + words[at + 1]], [starts[at]], [ends[at + 1]],
            )  # fmt: skip
        behind = frozenset(comma - bisect_left(joined, comma) for comma in commas if comma - 1 not in joined)
        return found._replace(commas=behind) if joined else None

    def _joins_thousands(self, text: str, found: Words, at: int) -> bool:
        """What hyphens join, or a comma and a blank: behind these more than "000" is a height where one is asked for
        and nothing is counted ("maintain 3, 500", but "delta 3, 500 feet", "descend 5, 200 knots")."""
        words, starts, ends, commas = found
        behind = words[at + 1]
        if text[ends[at] : starts[at + 1]] == _HYPHEN:
            begins = text[starts[at] - 1 : starts[at]] != _HYPHEN and _TEN_THOUSANDS.fullmatch(words[at]) is not None
            return begins and _HUNDREDS.fullmatch(behind) is not None
        if at + 1 not in commas or not _HUNDREDS_APART.fullmatch(behind) or not _THOUSANDS.fullmatch(words[at]):
            return False
        if behind == _ROUND:
            return True
        asked = at > 0 and self._class_of(words[at - 1]) in self._asks
        return asked and (at + 2 == len(words) or words[at + 2] not in self._counted)

    def _chained(self, text: str, found: Words) -> Words | None:
        """Figures and groups of two that hyphens join, in the words of each group."""
        made, ends_at, longer = Words([], [], [], frozenset()), [0], [0]
        for chain in _CHAIN.finditer(text):
            first, end = bisect_left(found.starts, chain.start()), bisect_left(found.starts, chain.end())
            if not self._is_said(found.words, first, end):
                continue
            _extend(made, found, ends_at[-1], first)
            for at in range(first, end):
                for word, a, b in self._group(found.words[at]):
                    made.words.append(word)
                    made.starts.append(found.starts[at] + a)
                    made.ends.append(found.starts[at] + b)
            ends_at.append(end)
            longer.append(len(made.words) - end)
        if len(longer) == 1:
            return None
        _extend(made, found, ends_at[-1], len(found.words))
        # The line holds these lists.
        found.words[:], found.starts[:], found.ends[:] = made.words, made.starts, made.ends
        return found._replace(commas=frozenset(at + longer[bisect_right(ends_at, at) - 1] for at in found.commas))

    def _is_said(self, words: list[str], first: int, end: int) -> bool:
        """As many figures as a call sign or a value has; no range ("10-15 minutes"), no score ("beat United 98-95");
        with a letter at the end only behind a name ("Ryanair 19-2K", but "circular 90-66B")."""
        joined = "".join(words[first:end])
        if not joined.replace(".", "", 1).isdecimal():
            named = first > 0 and self._class_of(words[first - 1]) in self._names
            return named and joined[:-1].isdecimal() and joined[-1].isalpha()
        whole, _, tenths = joined.partition(".")
        if len(whole) + len(tenths) not in _IN_CHAIN or (tenths and len(whole) < _BEFORE_POINT):
            return False
        if end - first == 2 and len(whole) == 4 and first and self._class_of(words[first - 1]) in self._names:
            return False  # where it is a call sign is told of the figures
        return end == len(words) or words[end] not in self._units

    def _group(self, word: str) -> Iterator[tuple[str, int, int]]:
        """The words for "1", "19", "28", "8.75", "18.3", "2k", each with its place in it."""
        whole = word.partition(".")[0]
        group = len(whole) if whole in self._tens else 0
        if group:
            yield self._tens[whole], 0, group
        tens = not group and len(word) > 1 and word[1].isdecimal() and f"{word[0]}0" in self._tens
        for at, sign in enumerate(word[group:], group):
            said = self._point if sign == "." else self._figures.get(sign, sign)
            yield self._tens[f"{sign}0"] if tens and not at else said, at, at + 1

    def _single(self, text: str, found: Words) -> Words | None:
        words = found.words
        if _HYPHEN not in text and sum(map(self._figures.__contains__, words)) < _BY_BLANKS:
            return None
        commas, changed = found.commas, False
        for first, end, join in self._runs(text, found):
            if end - first >= (_BY_BLANKS if join == _BLANK else _ONE_BY_ONE):
                words[first:end] = [self._said[word] for word in words[first:end]]
                commas, changed = commas.difference(range(first + 1, end)), True
            elif end - first == 1 and self._with_tens(text, found, first):
                words[first : end + 1] = [self._figures[words[first]], self._tens[words[end]]]
                changed = True
        return found._replace(commas=commas) if changed else None

    def _runs(self, text: str, found: Words) -> Iterator[tuple[int, int, str]]:
        """Single figures that marks of one kind join, the point between them as well, and each that none joins; and
        the mark."""
        words, starts, ends, _ = found
        first, join = 0, ""
        said = [word in self._said for word in words]
        for at in range(1, len(words) + 1):
            if at < len(words) and said[at - 1] and said[at]:
                gap = text[ends[at - 1] : starts[at]]
                mark = _BLANKS.sub(" ", gap)
                if mark.isspace() and not self._points.isdisjoint(words[at - 1 : at + 1]):
                    continue
                if mark in _JOINS and join in ("", mark) and (mark in (_HYPHEN, _BLANK) or not self._counts(words, at)):
                    join = mark
                    continue
            if said[first]:
                yield first, at, join
            first, join = at, ""

    def _counts(self, words: list[str], at: int) -> bool:
        """ "Delta 4, 5, 6 miles": the figure counts miles, which no comma joins to the others."""
        return at + 1 < len(words) and words[at + 1] in self._miles

    def _with_tens(self, text: str, found: Words, at: int) -> bool:
        """ "1-70": a figure, a hyphen, tens or a teen, and no other hyphen beside them."""
        words, starts, ends, _ = found
        if at + 1 >= len(words) or words[at] not in self._figures or words[at + 1] not in self._tens:
            return False
        if text[ends[at] : starts[at + 1]] != _HYPHEN:
            return False
        return _HYPHEN not in (text[starts[at] - 1 : starts[at]], text[ends[at + 1] : ends[at + 1] + 1])


def _extend(made: Words, found: Words, start: int, end: int) -> None:
    """The words ``start`` to ``end`` as they stand."""
    made.words.extend(found.words[start:end])
    made.starts.extend(found.starts[start:end])
    made.ends.extend(found.ends[start:end])
