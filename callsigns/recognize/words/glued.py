"""A name and a number written as one word: "JEJU AIR1102", "Speedbird12", "KLM2-3-Whiskey".

>>> # jeju air1102 descend       -> jeju air 1102 descend
>>> # QNH1013, FL2-8-0           -> QNH 1013, FL 2-8-0
>>> # 5Yankee Victor, 27Left     -> 5 Yankee Victor, 27 Left
>>> # runway27left, united1722heavy  -> runway 27 left, united 1722 heavy
>>> # via AMTEL1F                 -> via AMTEL 1F
>>> # wind 24010 knots           -> wind 240 10 knots
>>> # wind 1804 knots, ...       -> wind 180 4 knots
>>> # wind 27012G25KT            -> wind 270 12 G 25 KT
>>> # traffic 10nm, 118.5MHz      -> traffic 10 nm, 118.5 MHz
>>> # american 306th             -> american 306
>>> # Swiss 7 7 7W, delta 8 04a  -> Swiss 7 7 7 W, delta 8 04 a
>>> # DLH5YV                     stays as it is

The word is parted where its letters are a telephony designator, by themselves or with the word before them, where they
are a word that a number follows, or a spelling word or the side of a runway behind figures; so is a wind that is
written as in a METAR, and a departure or arrival.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.grammar import shipped_table
from callsigns.grammar.expressions import searchable
from callsigns.grammar.tables import ordinary_words
from callsigns.lexicon import CONTINUED
from callsigns.tokens import Words

__all__ = ["GluedReader"]

_GLUED: Final = searchable(r"([a-z]{3,}|fl(?=\d\Z))(\d{1,4}[a-z]{0,2})")
_BETWEEN: Final = searchable(r"([a-z]{3,})(\d{1,4})([a-z]{4,})")
_WIND: Final = searchable(r"([0-3]\d0)(\d\d)")  # Annex 3 appendix 3, 4.1.5
_LIGHT_WIND: Final = searchable(r"([0-3]\d0)(\d)")
_WIND_IN_KNOTS: Final = searchable(r"([0-3]\d0)(\d\d)(?:(g)(\d\d))?(kts?)")
_GUST: Final = searchable(r"(\d{1,2})(g)(\d\d)(kts?)?")
_SPELLED: Final = searchable(r"(\d{1,4})([a-z]{4,})")
_FLIGHT: Final = searchable(r"(?!19|20)\d{4}|\d{3}")  # no year
_LETTERED: Final = searchable(r"\d{2,3}[a-z]|\d{1,2}[a-z]{2}")
_DESIGNATOR: Final = 3  # letters
_MEASURED: Final = searchable(r"(\d{1,5})([a-z]{2,4})")
_SHAPES: Final = (_GLUED, _WIND, _LIGHT_WIND, _WIND_IN_KNOTS, _GUST, _MEASURED, _SPELLED, _BETWEEN)
_POINT: Final = 5  # letters
_SIGN: Final = searchable(r"\d[a-z]?")  # of a departure or arrival
_LONG: Final = 3
_LONGEST_MARK: Final = 2  # letters behind the figures of a flight
_LONGEST_US_MARK: Final = 6  # characters: 14 CFR 45.23
_END_OF_NUMBER: Final = searchable(r"(\d{1,3})([a-z])([a-z])?")
_LONGEST_FLIGHT: Final = 4  # characters
_SEVERAL: Final = 2  # figures said one by one, behind which another one is said so


class GluedReader:
    """Parts such words, for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._telephony, self._letters = compiled.telephony, compiled.letters
        self._procedure = frozenset(compiled.words.get("procedure_word", ()))
        sides = compiled.words.get("side_of_runway", ())
        wake = shipped_table("modifiers.toml")["wake"]
        self._spelled = frozenset((*self._letters, *sides, *wake["heavy"], *wake["super"]))
        self._knots = frozenset(compiled.words.get("kt", ()))
        self._winds = frozenset(compiled.words.get("wind_word", ()))
        self._numbered = frozenset(compiled.words.get("glued", ()))
        self._units = frozenset(compiled.words.get("glued_unit", ()))
        self._small_units = frozenset(compiled.words.get("glued_unit_small", ()))
        self._ordinals = frozenset(shipped_table("numbers.toml")["ordinal"]["endings"])
        listed, shapes = compiled.lexicon.listed, compiled.lexicon.words.shapes
        self._names, self._makes = listed("telephony", "make"), listed("make", "make_caution")
        self._company = listed("company")
        self._class_of = compiled.lexicon.class_of
        self._side_figure = listed("runway_figure")
        self._letter, self._mark = listed("letter", "single"), shapes["us_mark"]
        self._spoken = listed("letter", "single", "digit", "figure1", "figure2", "figure3", "figure4")

    def part(self, text: str, found: Words, chars: list[str]) -> Words:
        """The words with each such word in two or more; ``chars``: their classes, by which a name is known."""
        words, starts, ends = [*found.words], [*found.starts], [*found.ends]
        commas = found.commas
        for at in range(len(words) - 1, -1, -1):
            if words[at].isalpha() or ends[at] - starts[at] != len(words[at]):
                continue
            glued = self._end_of_number(words, chars, commas, at)
            if glued is None:
                glued = next((match for shape in _SHAPES if (match := shape.fullmatch(words[at])) is not None), None)
            if glued is None:
                continue
            before = words[at - 1] if at and at not in commas else ""
            behind = words[at + 1] if at + 1 < len(words) else ""
            if glued.re is _MEASURED and glued[2] in self._ordinals:
                written = text[starts[at] : ends[at]].isupper() and not text.isupper()  # "Baron 871ST"
                if not written and self._counts_flights(words, chars, at, glued[1]):
                    words[at] = glued[1]
                continue
            if glued.re is _WIND:
                parted = behind in self._knots or before in self._winds
            elif glued.re is _LIGHT_WIND:
                parted = behind in self._knots and before in self._winds
            elif glued.re is _GUST:
                parted = at > 1 and (before.isdecimal() or words[at - 2].isdecimal())  # "240 at 12G18"
            elif glued.re in (_WIND_IN_KNOTS, _END_OF_NUMBER):
                parted = True
            elif glued.re is _BETWEEN:
                parted = glued[3] in self._spelled and self._named(before, glued[1], glued[2], behind)
            elif glued[2] in self._units:
                parted = len(glued[2]) > _LONGEST_MARK or not (
                    (glued[2] in self._small_units and text[starts[at] : ends[at]] != words[at])
                    or self._is_named(words, chars, at, commas)
                )
            else:
                parted = (
                    glued[2] in self._spelled
                    or self._named(before, glued[1], glued[2], behind)
                    or self._route(behind, glued, capitals=text[starts[at] : ends[at]].isupper())
                )
            if not parted:
                continue
            pieces = [piece for piece in glued.groups() if piece]
            cuts = list(accumulate(map(len, pieces[:-1]), initial=starts[at]))[1:]
            words[at : at + 1] = pieces
            starts[at + 1 : at + 1] = ends[at:at] = cuts
            commas = frozenset(comma + len(cuts) * (comma > at) for comma in commas)
        return Words(words, starts, ends, commas)

    def _end_of_number(
        self, words: list[str], chars: list[str], commas: frozenset[int], at: int
    ) -> re.Match[str] | None:
        """ "swiss 7 7 | 7w", "november 5 | 04ga": figures and letters that end a number, behind its name, which begins
        before them; not "delta 8 | 9L", where a runway may stand."""
        end = _END_OF_NUMBER.fullmatch(words[at])
        first = at
        while first and first not in commas and words[first - 1].isdecimal():
            first -= 1
        if end is None or not 0 < first < at or end[2] + (end[3] or "") in self._units:
            return None
        name = first - 1
        while name and chars[name] == CONTINUED:
            name -= 1
        if name and chars[name] in self._company:
            name -= 1  # "turkish air 8 1ph"
        registered = chars[name] in self._makes or self._letters.get(words[name]) == "N"
        if not registered and chars[name] not in self._names:
            return None
        if chars[at] in self._side_figure and (at - first < _SEVERAL or len("".join(words[first:at])) != at - first):
            return None
        return end if sum(map(len, words[first : at + 1])) <= _LONGEST_FLIGHT + registered else None

    def _counts_flights(self, words: list[str], chars: list[str], at: int, number: str) -> bool:
        """ "american 306th", "jetblue 11 73rd": behind a name; shorter numbers are anybody's, round ones
        are of years."""
        if at and len(number) < _LONG and words[at - 1].isdecimal():
            number, at = words[at - 1] + number, at - 1
        counts = len(number) >= _LONG and not number.endswith("0")
        return counts and at > 0 and self._is_named(words, chars, at, frozenset())

    def _is_named(self, words: list[str], chars: list[str], at: int, commas: frozenset[int]) -> bool:
        """ "easy 12KM" is a flight, N45 6KM one mark; behind a comma only a name asks for it: "N45, 6NM final"."""
        comma = at in commas
        while at > 1 and chars[at - 1] == CONTINUED:
            at -= 1
        if not at or chars[at - 1] in self._names:
            return at > 0
        if comma:
            return False
        if chars[at - 1] == self._mark:
            return len(words[at - 1]) + len(words[at]) <= _LONGEST_US_MARK
        ends_mark = at > 1 and at - 1 not in commas and chars[at - 2] in self._spoken
        return chars[at - 1] in self._letter and not ends_mark

    def _route(self, behind: str, glued: re.Match[str], *, capitals: bool) -> bool:
        """ "via the LEEHY4 arrival", "via AMTEL1F", "via ANJLL4": a point, and the number of the route that is named
        after it."""
        letters, number = glued.groups()
        if len(letters) != _POINT or not _SIGN.fullmatch(number):
            return False
        return behind in self._procedure or ((capitals or len(number) > 1) and not self._is_word(letters))

    def _is_word(self, letters: str) -> bool:
        return letters in self._letters or letters in ordinary_words()

    def _named(self, before: str, letters: str, number: str, behind: str) -> bool:
        """The letters are what an airline is called; three letters that are another's designator are not parted, and an
        ordinary word ("top10") only before a long number, which may go on ``behind``."""
        if letters in self._numbered or (before and self._telephony.named(f"{before} {letters}") is not None):
            return True
        row = self._telephony.named(letters)
        if row is None and len(letters) > _DESIGNATOR and self._class_of(letters) in self._makes:
            return True  # "cessna321 lima hotel"
        if row is not None and row.kind == "airline" and row.status == "current":
            whole = number + behind if behind.isdecimal() else number
            if _FLIGHT.fullmatch(whole) or (_LETTERED.fullmatch(number) and letters not in self._letters):
                return True  # "Delta2210", "Delta306", "american12 38", "easy61bx"
        if row is None or row.is_everyday or (len(number) < _LONG and letters in ordinary_words()):
            return False
        other = self._telephony.designated(letters) if len(letters) == _DESIGNATOR else None
        return other is None or other.designator == row.designator
