"""Registrations that are written with hyphens: "G-ABCD", as people write them, "D-E-A-B-C", as recognizers do; and with
a blank, "G ABCD".

>>> # Helicopter G-ABCD, N-123-AB, OK-A-B-C  ->  registrations GABCD, N123AB, OKABC
>>> # G ABCD, report final                   ->  the same with a blank for the hyphen
>>> # G-CD, report downwind                  ->  partial, GCD
>>> # the f-word                             stays as it is

Source: ICAO Annex 7; Annex 10 Vol II 5.2.1.7.2.2 for the short form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.grammar.expressions import searchable
from callsigns.line import Line
from callsigns.numbers import symbols
from callsigns.recognize.callsign.marks import MARK_WITH_BLANK, Mark, is_mark, mark_of
from callsigns.recognize.evidence import RadioEvidence
from callsigns.recognize.heard import Heard, partial
from callsigns.recognize.position import Positions

__all__ = ["HyphenReader"]

_PAIR: Final = searchable(r"(?<![0-9]-)\b([a-z0-9]{1,4})-(?=([a-z0-9]{2,7})\b)", re.IGNORECASE)
_CHAIN: Final = searchable(r"(?<![\w-])([a-z0-9]{1,6}(?:-[a-z0-9]{1,5})+)(?![\w-])", re.IGNORECASE)
_AMERICAN: Final = "N"
_SHORT: Final = 2  # letters behind the mark in a short form (ICAO Annex 10 II 5.2.1.7.2.2)
_PIECES: Final = 3  # "D-E-A-B-C": more than one hyphen


class HyphenReader:
    """Reads such registrations for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._positions, self._evidence = compiled.shared(Positions), compiled.shared(RadioEvidence)
        listed = compiled.lexicon.listed
        self._amounts = listed("figure3", "figure4", "comma_figure", "decimal_figure")
        self._unknown = compiled.lexicon.words.shapes["unknown"]
        sides = compiled.words.get("side_of_runway", ())
        self._said = frozenset((*compiled.letters, *symbols(), *sides))
        self._asks, self._goes_on = listed("letter_slot"), listed("letter", "digit")

    def read(self, line: Line) -> list[Heard]:
        """The registrations of a line with a hyphen."""
        with_blank = () if line.one_case else self._with_blank(line)
        if "-" not in line.text:
            return [*with_blank]
        pieces = [*self._in_pieces(line)]
        taken = {heard.start for heard in pieces}
        return [*pieces, *(heard for heard in (*self._in_two(line), *with_blank) if heard.start not in taken)]

    def _in_pieces(self, line: Line) -> Iterator[Heard]:
        """ "D-E-A-B-C", "OK-A-B-C", "N-123-AB": a hyphen more than the one behind the mark, or an American mark."""
        words = frozenset(line.words)
        for match in _CHAIN.finditer(line.text):
            parts = match[1].upper().split("-")
            mark = mark_of("".join(parts))
            if mark is None or not self._is_in_pieces(parts, mark) or "".join(parts).lower() in words:
                continue  # "direct DANNY, D-A-N-N-Y"
            start, end = line.between(*match.span())
            if start == end or line.ends[end - 1] != match.end() or not (line.one_case or match[1].isupper()):
                continue
            start, characters = self._positions.type_begins(line, start), "".join(parts)
            if self._placed(line, start, end):
                yield Heard(start, end, "registration", characters, None, None, characters, None, mark.country)

    def _is_in_pieces(self, parts: list[str], mark: Mark) -> bool:
        american = mark.mark == _AMERICAN and parts[-1][-1].isalpha() and len("".join(parts)) > _PIECES
        return american or (mark.mark != _AMERICAN and len(parts) >= _PIECES and _begins_with(parts, mark.mark))

    def _placed(self, line: Line, start: int, end: int) -> bool:
        """By itself, or where a call sign stands on the air; nothing asks for letters or goes on with them."""
        if line.before(start) in self._asks or line.classes[end : end + 1] in self._goes_on:
            return False
        alone = end - start == len(line.words)
        return alone or (self._evidence.heard(line) and self._positions.at_edge(line, start, end))

    def _in_two(self, line: Line) -> Iterator[Heard]:
        """ "G-ABCD", "OK-TNT", "Helicopter G-ABCD" as people write them."""
        behind = 0
        for match in _PAIR.finditer(line.text):
            first, last = match.start(), match.end(2)
            if first < behind or not is_mark(match[1].upper()) or match[2].lower() in self._said:
                continue  # "two-oh-nine", "6-2-lima", "runway 2-left"
            behind = last
            characters = (match[1] + match[2]).upper()
            mark = mark_of(characters)
            figured = any(c.isdigit() for c in characters) and not match[1].isdecimal()
            if mark is not None and mark.mark == _AMERICAN:
                continue  # "N-123 Alpha Bravo" goes on in words: read with the mark as a letter
            shouted = match[1].isdecimal() and line.shouted  # "VERSION 2-ONLY"
            if shouted or not (line.one_case or figured or line.text[first:last].isupper()):
                continue
            start, end = line.between(first, last)
            start = self._positions.type_begins(line, start)
            amounts = line.nothing_but(self._amounts, start, end)  # "C-FTOB, 3,500.", and by itself
            if line.one_case and not (figured or amounts or self._evidence.heard(line)):
                continue  # "the f-word"
            if mark is None:
                if self._is_short(line, start, end, match[2]):
                    yield partial(start, end, characters)
            elif start < end and line.ends[end - 1] == last:
                yield Heard(start, end, "registration", characters, None, None, characters, None, mark.country)

    def _with_blank(self, line: Line) -> Iterator[Heard]:
        """ "G ABCD", where a call sign stands; "I ILS" and "VFR OK" are no marks, and a name code has five letters."""
        for match in MARK_WITH_BLANK.finditer(line.text):
            mark = mark_of(match[1] + match[2])
            start, end = line.between(*match.span())
            if mark is None or mark.mark != match[1] or not mark.hyphen or line.chars[end - 1] != self._unknown:
                continue
            start = self._positions.type_begins(line, start)
            if self._placed(line, start, end):
                characters = match[1] + match[2]
                yield Heard(start, end, "registration", characters, None, None, characters, None, mark.country)

    def _is_short(self, line: Line, start: int, end: int, last: str) -> bool:
        """ "G-CD, report downwind": the mark and the last two letters, where a call sign stands."""
        if len(last) != _SHORT or not last.isalpha():
            return False
        if self._evidence.heard(line):
            return self._positions.at_edge(line, start, end)
        if not start and end in line.commas and not line.one_case:
            return True  # "G-CD, steer 270"
        signed = start in line.commas and end == len(line.words)  # "not above 2,000, G-CD"
        return signed and not self._amounts.isdisjoint(line.chars[:start])


def _begins_with(parts: list[str], mark: str) -> bool:
    """The mark ends where a hyphen stands: "OK-A-B-C", "O-K-A-B-C"."""
    return len(mark) in accumulate(map(len, parts))
