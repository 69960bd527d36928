"""Registrations that are written in one word, or whose beginning is.

>>> # N914RY, N123 Alpha Bravo, N8-2-5-Tango-Victor  ->  registrations of the United States
>>> # JA8119                                         ->  registration, Japan
>>> # HB papa golf kilo                              ->  registration, Switzerland
>>> # HBKEC report final                             ->  registration, Switzerland: no point is called so

Those with a hyphen are read by ``hyphened``.

Source: ICAO Annex 10 Vol II 5.2.1.7.2.1 a; 14 CFR 45.23; ICAO Annex 11 appendix 2 (names of points can be said).
"""

from __future__ import annotations

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far
from callsigns.grammar.expressions import searchable
from callsigns.line import Line
from callsigns.recognize.callsign.american import LAST, US, US_MOST, AmericanMarks, registered
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.callsign.marks import WITH_FIGURE, is_mark, mark_of
from callsigns.recognize.callsign.number_run import hyphened
from callsigns.recognize.heard import Heard
from callsigns.recognize.position import Positions

__all__ = ["WrittenMarkReader"]

_FIGURED = searchable(r"[A-Z]{1,2}(?:(?P<many>\d{4,5}[A-Z]?)|\d{2,3}[A-Z]{1,2})")
_NO_UNIT = "(?!KT|FT|NM|ST|ND|RD|TH)"
_ENDING = searchable(rf"\d{_NO_UNIT}[A-Z]{{2}}|\d{{1,2}}{_NO_UNIT}[A-KM-QS-Z][A-Z]?")  # of "N12 3AB"; "4L" is a runway
_IN_CAPITALS = 5  # letters of a name code, and of most marks
_MARK_ALONE = 2  # characters of a mark that a hyphen and three letters follow
_UNSPEAKABLE = searchable(r"(?=.*[^AEIOUY]{3})[A-Z]{5}")  # name codes can be said (ICAO Annex 11 appendix 2)


class WrittenMarkReader:
    """Reads registrations in one word, for one grammar."""

    _pointless = ending("<word_mark_before>")

    def __init__(
        self, compiled: Compiled, identities: IdentityReader, positions: Positions, american: AmericanMarks
    ) -> None:
        self._compiled, self._identities, self._positions = compiled, identities, positions
        self._american = american
        self._slot = compiled.lexicon.listed("letter_slot")
        self._station = compiled.lexicon.entity["facility"]
        self._greeting = compiled.lexicon.listed("greeting")
        self._unknown = compiled.lexicon.listed("unknown")
        self._operator = compiled.lexicon.listed("telephony") - compiled.lexicon.listed("letter")

    def read(self, line: Line, start: int) -> Heard | None:
        """ "N914RY" in one word."""
        word = line.words[start].upper()
        if len(word) == _MARK_ALONE and (said := self._said_behind(line, start, word)) is not None:
            return said
        prefix = "" if word[0] == "N" else word[:1]  # TN5552Q, LN751B: an air taxi, a lifeguard in flight plans
        mark = word.removeprefix(prefix)
        if mark[:1] == "N" and US.fullmatch(mark[1:]) and prefix in ("", "T", "L"):
            whole = self._goes_on(line, start, mark[1:])
            if whole is not None:
                return registered(start, whole.end, whole.text, None)
            more = self._american.last_letter(line, Identity(mark[1:], start + 1))
            if more.end > start + 1:
                return registered(start, more.end, more.text, None)
            if len(mark) > LAST:
                return Heard(start, start + 1, "registration", mark, None, None, mark, None, "United States")
            if not prefix and self._is_short(line, start, mark):
                return registered(start, start + 1, mark[1:], None)
        return self._foreign(line, start, word)

    def _said_behind(self, line: Line, start: int, mark: str) -> Heard | None:
        """ "HB papa golf kilo", "9A delta kilo mike": the mark in one word, and the three letters behind it as said."""
        letters = self._identities.letters(line, start + 1, _IN_CAPITALS) if is_mark(mark) else None
        if letters is None or len(letters.text) != LAST or not line.commas.isdisjoint(range(start + 1, letters.end)):
            return None
        text = mark + letters.text
        state = mark_of(text)
        if state is None or not self._positions.at_edge(line, start, letters.end):
            return None
        taxiway = mark[-1].isdecimal() or self._positions.asking(line, start) in self._slot  # "via S5 delta ..."
        if taxiway and not self._positions.begins(line, start):
            return None
        return Heard(start, letters.end, "registration", text, None, None, text, None, state.country)

    def _is_short(self, line: Line, start: int, mark: str) -> bool:
        """ "N8T, turn left": at an edge; "N12" may be a taxiway."""
        if mark[-1].isdecimal() or self._positions.asking(line, start) in self._slot:
            return False
        return self._positions.at_edge(line, start, start + 1)

    def _goes_on(self, line: Line, start: int, figures: str) -> Identity | None:
        """ "N123 Alpha Bravo", "N8-2-5-Tango-Victor": only its beginning is one word with the mark."""
        at = start + 1
        if not figures.isdecimal() or at >= len(line.words) or at in line.commas:
            return None
        most = US_MOST - len(figures)
        if (ending := line.words[at].upper()) and _ENDING.fullmatch(ending) and US.fullmatch(figures + ending):
            return Identity(figures + ending, at + 1)
        shown = self._identities.with_capitals(line, Identity(figures, at), US)
        if shown.end > at:
            return shown  # "N123 AB"
        rest = self._identities.read(line, at, most) or self._identities.letters(line, at, most)
        if rest is None or not US.fullmatch(figures + rest.text):
            return None
        return Identity(figures + rest.text, rest.end) if hyphened(line, at) or rest.text[-1].isalpha() else None

    def _foreign(self, line: Line, start: int, word: str) -> Heard | None:
        """ "JA8119", "JA801A": another state's mark and figures in one word, where a call sign stands."""
        figured = _FIGURED.fullmatch(word)
        shown = line.said(start, start + 1).isupper() and not line.text[: line.starts[start]].endswith(
            "."
        )  # "14.4KBPS"
        whole = bool(figured and figured["many"]) or (shown and WITH_FIGURE.fullmatch(word) is not None)
        mark = mark_of(word) if figured or whole else None
        if mark is None or (mark.hyphen and not whole):
            return None
        if not self._positions.at_edge(line, start, start + 1):
            return None
        return Heard(start, start + 1, "registration", word, None, None, word, None, mark.country)

    def in_capitals(self, line: Line) -> Heard | None:
        """ "HBKEC report final", "Roger, PHBKL": letters that nobody could say as the name of a point; before a
        station, behind one, and before or behind the order to one who is called alone, all may be ("PHABC, Rotterdam
        Tower", "Brno Tower, OKBDN, request taxi", "OKVAM, taxi to holding point")."""
        last = len(line.words) - 1
        told = last > 0 and not line.one_case
        calling = self._behind_station(line) if told else 0
        for at in (0, calling, last) if told else ():
            if len(line.words[at]) != _IN_CAPITALS or not line.names_point(at):
                continue
            word = line.words[at].upper()
            answered = not at and 1 in line.commas and line.chars[1] == self._station
            called = not at and 1 in line.commas and self._nobody_else(line) and self._positions.ordered(line, 1)
            called = called or (at > 0 and (at == calling or self._told(line, at)) and self._alone(line, at))
            mark = mark_of(word) if answered or called or _UNSPEAKABLE.fullmatch(word) is not None else None
            placed = at in line.commas if at else self._positions.ordered(line, 1)
            if mark is not None and placed:
                return Heard(at, at + 1, "registration", word, None, None, word, None, mark.country)
        return None

    def _behind_station(self, line: Line) -> int:
        """ "Brno Tower, | OKBDN, request taxi": the word behind the station or the greeting with which the line begins,
        between commas, an order or a request behind the greeting; 0 if there is none."""
        at = line.name_end(0) if line.chars[0] == self._station else 0
        while at < len(line.chars) and line.chars[at] in self._greeting:
            at = line.name_end(at)
        parted = at in line.commas and (at + 1 in line.commas or at + 1 == len(line.words))
        return at if parted and (line.chars[0] == self._station or self._positions.ordered(line, at + 1)) else 0

    def _told(self, line: Line, at: int) -> bool:
        """ "Cleared to land runway 25, | OYJWE": behind what no point follows."""
        return self._pointless.search(line.classes, far(at), at) is not None

    def _alone(self, line: Line, at: int) -> bool:
        """No name of an operator, nor another mark, and the word is unknown."""
        named = any(isinstance(what, Heard) for what in line.found.values())
        return not named and line.chars[at] in self._unknown and self._operator.isdisjoint(line.chars)

    def _nobody_else(self, line: Line) -> bool:
        """No name of an operator, nor another mark, and the first word is no other one: "OKVAM, taxi to holding point";
        not "DIBAN, descend, Lufthansa 12", "SPEED, reduce"."""
        return not line.found and line.chars[0] in self._unknown and self._operator.isdisjoint(line.chars)
