"""What is known of stations wherever they are looked for: names of places, and how a station is claimed.

>>> # singapore (good evening qantas nine)  -> a place with stations, though an airline is called so
>>> # singapore (two one)                   -> the airline, for a number follows

``facility`` looks for stations that name their unit, ``place_alone`` for those that do not.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from callsigns.forms.compiled import Compiled, Matcher
from callsigns.forms.own_forms import matching
from callsigns.grammar.tables import has_units, ordinary_words
from callsigns.line import Line, name_end
from callsigns.recognize.position import Positions
from callsigns.recognize.station.places import Places

__all__ = ["Station", "Stations"]


_HYPHEN: Final = "-"
_LONGEST_MARK: Final = 2  # characters of a nationality mark that a hyphen follows (ICAO Annex 7)


class Station(NamedTuple):
    """A facility before it is known how it is used; words ``start`` to ``end``."""

    start: int
    end: int
    place: str | None
    unit: str | None
    icao: str | None


class Stations:
    """Names and claims stations, for one grammar."""

    _marked = matching("(<us_mark>|november <digit>)")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self.positions, self.places = compiled.shared(Positions), Places(compiled)
        self.entity, self.end = compiled.lexicon.entity["facility"], compiled.lexicon.entity["end"]
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        self.telephony, self.handed = listed("telephony"), listed("handover")
        self._company = listed("company")
        self._reached = listed("reached")
        self.figures = listed("digit", "teen", "tens")
        written = members("figure1", "figure2", "figure3", "figure4")
        self._numbered = self.figures.union(members("flight_ident", "runway_figure"), written)
        self._make = listed("make", "make_caution")
        self._unknown, self._nameable = listed("unknown"), listed("nameable")

    def claim(self, line: Line, station: Station) -> None:
        line.claim(station.start, station.end, self.entity, station)

    def claim_named(
        self, line: Line, start: int, end: int, unit: str | None = None, unit_at: int | None = None
    ) -> None:
        """Claim the words ``start`` to ``end``, of which those before ``unit_at`` are the name of a place."""
        place, icao = self.places.named(line, start, end if unit_at is None else unit_at)
        self.claim(line, Station(start, end, place, unit, icao))

    def claims_place(self, line: Line, at: int, behind: Matcher, *, namesake: bool = False) -> bool:
        """Claim a place that begins at ``at`` if ``behind`` fits what follows it."""
        size = self.places.ahead(line, at) if at < len(line.words) else 0
        if namesake and not size and at < len(line.words):
            size = self.namesake(line, at)
        if not size or not behind(line.classes + self.end, at + size):
            return False
        if self._is_make(line, at, at + size):
            return False
        self.claim_named(line, at, at + size)
        return True

    def flies(self, line: Line, start: int, end: int) -> bool:
        """ "precision twenty four seventeen": the word is an operator's name as well, and a number follows."""
        chars = line.chars
        return end < len(chars) and chars[start] in self.telephony and chars[end] in self.figures

    def namesake(self, line: Line, start: int) -> int:
        """How many words from ``start`` on are a place with stations and an airline's name, no number behind it:
        "singapore good evening qantas nine"."""
        if line.chars[start] not in self.telephony:
            return 0  # most words
        end = name_end(line.chars, start)
        number = end + 1 if line.chars[end : end + 1] and line.chars[end] in self._company else end
        if line.classes[number : number + 1] in self._numbered or self._is_make(line, start, end):
            return 0  # "singapore nine two", "singapore cargo nine two"
        name = " ".join(line.words[start:end])
        return end - start if has_units(name) and name not in ordinary_words() else 0

    def _is_make(self, line: Line, start: int, end: int) -> bool:
        """ "archer november five seven two mike": a make, though a place with stations is called so."""
        return line.chars[start] in self._make and self._marked(line.classes, end) is not None

    def set_off(self, line: Line, word: int) -> bool:
        """Commas stand before the word and behind the next one, the unit."""
        return word in line.commas and word + 2 in line.commas

    def _is_hyphen(self, line: Line, word: int) -> bool:
        """Nothing but a hyphen parts the word from the one before it."""
        return line.text[line.ends[word - 1] : line.starts[word]] == _HYPHEN

    def named_like_a_place(self, line: Line, word: int) -> bool:
        """A word that no table lists, or an ordinary one to which somebody is sent ("contact alexander control") or
        that commas set off with its unit ("G-ABCD, Alexander Control, turn"): in a text with capitals a place has one.
        """
        if word and len(line.words[word - 1]) <= _LONGEST_MARK and self._is_hyphen(line, word):
            return False  # "G-ABCD, ground ...": the end of a registration
        sent = line.before(word) in self.handed or self.set_off(line, word)
        if not (sent and line.chars[word] in self._nameable) and line.chars[word] not in self._unknown:
            return False
        if line.before(word) in self._reached:
            return False  # "until jiffy | tower one two six": a point
        first = line.text[line.starts[word]]
        return first.isupper() or (line.low and first.isalpha())
