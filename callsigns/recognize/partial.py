"""Bare remainders of call signs: "roger, fifteen forty nine", "six lima delta hartford approach".

Among the words that nothing else has claimed, figures and letters that stand where a call sign stands: at the
beginning before a station, a greeting, a verb; at the end behind a value or a farewell. Never behind a word that asks
for a number or a letter of its own ("runway", "via", "information").

Source: ICAO Annex 10 Vol II 5.2.1.7.2.2 (abbreviated call signs); FAA AIM 4-2-4 (last three characters).
"""

from __future__ import annotations

import re
from typing import Final

from callsigns.compiled import Compiled
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.recognize.evidence import RadioEvidence
from callsigns.recognize.heard import Heard, operator_of
from callsigns.recognize.identity import IdentityReader
from callsigns.recognize.position import Positions
from callsigns.tables import location

__all__ = ["PartialRecognizer"]

_MIXED: Final = re.compile(r"\d{1,4}[A-Z]{1,3}")
_FIGURES: Final = re.compile(r"\d{2,4}")
_NAMED_FOR: Final = re.compile(r"\d{1,2}[A-Z]{2}")  # no quantity, runway or stand is said so
_LETTERS: Final = re.compile(r"[A-Z]{2,3}")
_LETTERS_FIRST: Final = re.compile(r"[A-Z]{2,3}\d{2,4}|[A-Z]\d{3}")
_FREQUENCY_LIKE: Final = re.compile(r"1(?:1[89]|2\d|3[0-6])\d{1,2}")


class PartialRecognizer:
    """Finds and claims partial call signs among the words that nothing else has claimed."""

    def __init__(self, compiled: Compiled) -> None:
        self._entity = compiled.lexicon.entity["callsign"]
        self._identities = IdentityReader(compiled)
        self._positions = Positions(compiled)
        self._run = compiled.searcher("(<number>|<sign>|<flight_ident>) (<number>|<sign>){0,7}")
        members = compiled.lexicon.members
        handover = members("handover")
        self._letter_slot = frozenset(members("letter_slot") + handover)
        self._number_slot = frozenset(members("number_slot") + handover)
        self._for = frozenset(members("partial_for"))
        self._verb_behind = compiled.matcher("(<partial_behind>)")
        self._corrected = compiled.matcher("<correction>")
        self._certain = compiled.matcher("(<facility>|<greeting>)")
        self._callsign = frozenset(members("callsign"))
        self._dangling = frozenset(members("dangling") + members("thousand") + members("hundred"))
        self._farewell = frozenset(members("farewell"))
        self._thousand = frozenset(members("thousand"))
        self._evidence = RadioEvidence(compiled)
        self._letter = frozenset(members("letter"))
        self._station_end = frozenset(members("facility") + members("greeting") + CONTINUED)
        self._telephony = compiled.telephony
        self._name = compiled.searcher("<name_alone>")
        self._spoken_otherwise = frozenset(
            members("greeting") + members("farewell") + members("tactical") + members("ordinary")
        )
        self._mention = compiled.matcher("<mention_before>")
        self._group = frozenset(members("teen") + members("tens"))
        self._plain_before = compiled.searcher("<partial_before>")

    def recognize(self, line: Line) -> None:
        """Claim every partial call sign."""
        line.named, line.radio = self._entity in line.classes, None
        for found in self._run.finditer(line.classes):
            heard = self._read(line, found.start(), found.end())
            if heard is not None:
                line.claim(heard.start, heard.end, self._entity, heard)
                line.named = True

        for found in self._name.finditer(line.classes):
            heard = self._name_alone(line, found.start(), found.end())
            if heard is not None:
                line.claim(heard.start, heard.end, self._entity, heard)

    def _name_alone(self, line: Line, start: int, end: int) -> Heard | None:
        """ "climb level one four zero lufthansa": the name without its number, where a call sign stands."""
        row = self._telephony.named(" ".join(line.words[start:end]))
        if line.classes[end : end + 1] in self._callsign and end < len(line.classes):
            return None  # "speedbird speedbird one two"
        if not (self._evidence.heard(line) or self._evidence.around(line, start, end)):
            return None
        if (
            row is None
            or row.caution
            or line.classes[start] in self._spoken_otherwise
            or row.status not in ("current", "user")
            or not row.designator
        ):
            return None
        mentioned = any(
            found.end() == start for at in range(max(0, start - 3), start) if (found := self._mention(line.classes, at))
        )
        if not mentioned and start and line.classes[start - 1] in self._letter_slot:
            return None  # "the strike at Qantas"
        begins = self._positions.begins(line, start) and self._certain(line.classes, end) is not None
        if not mentioned and not begins and not self._positions.ends(line, end):
            return None
        return Heard(
            start, end, "flight", None, row.telephony, row.designator, None, operator_of(row), row.country or None, True
        )

    def _read(self, line: Line, start: int, end: int) -> Heard | None:
        ident, ident_end = self._ident(line, start)
        if ident is None or ident_end != end or not self._stands(line, start, end, ident):
            return None
        return Heard(start, end, "partial", ident=ident, abbreviated=True)

    def _ident(self, line: Line, start: int) -> tuple[str | None, int]:
        word = line.words[start].upper()
        if _MIXED.fullmatch(word):
            return word, start + 1
        identity = self._identities.read(line, start, 5)
        if identity is not None:
            return identity.text, identity.end
        letters = self._identities.letters(line, start, 5)
        if letters is None:
            return None, start
        behind = self._identities.read(line, letters.end) if len(letters.text) <= 3 else None
        return (letters.text + behind.text, behind.end) if behind is not None else (letters.text, letters.end)

    def _stands(self, line: Line, start: int, end: int, ident: str) -> bool:
        before = line.classes[start - 1] if start else ""
        behind = line.classes[end] if end < len(line.classes) else ""
        if behind and (behind in self._callsign or self._corrected(line.classes, end) is not None):
            return False
        if (behind and behind in self._dangling) or not self._thousand.isdisjoint(line.classes[start:end]):
            return False
        if ident.isalpha() and any(at in line.commas for at in range(start + 1, end)):
            return False  # "alpha, bravo and charlie": a list
        if not self._radio(line, start, end, ident):
            return False
        mixed = _MIXED.fullmatch(ident) is not None
        if _FREQUENCY_LIKE.fullmatch(ident + "0" * (behind in self._farewell)) and self._group.isdisjoint(
            line.classes[start:end]
        ):
            return False
        if not mixed and line.named:  # one transmission, one aircraft: a number beside it is a value
            return False
        if self._positions.begins(line, start) and self._begins(line, start, end, ident):
            return True
        slot = self._letter_slot if ident[0].isalpha() else self._number_slot
        named_for = before in self._for and _NAMED_FOR.fullmatch(ident) is not None
        if before and before in slot and start not in line.commas and not named_for:
            return False
        return self._positions.ends(line, end) and self._ends(line, start, ident)

    def _radio(self, line: Line, start: int, end: int, ident: str) -> bool:
        """Alphabet words are of the trade themselves; a bare number needs company that is."""
        if self._evidence.priced(line, start) or (
            ident.isalpha() and not self._letter.issuperset(line.classes[start:end])
        ):
            return False
        spelled = not self._letter.isdisjoint(line.classes[start:end])
        return spelled or self._evidence.heard(line) or self._evidence.around(line, start, end)

    def _begins(self, line: Line, start: int, end: int, ident: str) -> bool:
        """At the beginning: before a station or greeting, or before a verb when the shape is one of a call sign."""
        if end >= len(line.classes):
            return self._alone(line, start, end, ident)
        if _LETTERS_FIRST.fullmatch(ident):
            return self._verb_behind(line.classes, end) is not None
        if ident.isalpha() and len(ident) == 4:  # "oscar kilo mike bravo praha": one letter of the registration is lost
            return self._certain(line.classes, end) is not None and location(ident) is None
        shaped = bool(_MIXED.fullmatch(ident) or _FIGURES.fullmatch(ident) or _LETTERS.fullmatch(ident))
        if self._certain(line.classes, end) or end in line.commas:
            return shaped
        mixed = _MIXED.fullmatch(ident) is not None
        return shaped and (mixed or self._verb_behind(line.classes, end) is not None)

    def _ends(self, line: Line, start: int, ident: str) -> bool:
        """At the end: figures with letters behind anything; bare figures or letters behind a value or a comma."""
        if _MIXED.fullmatch(ident):
            return True
        if not (_FIGURES.fullmatch(ident) or _LETTERS.fullmatch(ident) or _LETTERS_FIRST.fullmatch(ident)):
            return False
        if start == 0:
            return self._alone(line, start, len(line.classes), ident)
        if start in line.commas or self._unmistakable(line, start, ident):
            return True
        begin = start - 1
        while begin and line.name_end(begin - 1) == start:
            begin -= 1
        return self._plain_before.match(line.classes, begin) is not None

    def _unmistakable(self, line: Line, start: int, ident: str) -> bool:
        """ "looking for traffic forty one sixty", "leaving the frequency sierra lima kilo": no quantity is said so."""
        if not self._evidence.heard(line):
            return False
        pairs = len(ident) == 4 and ident.isdigit() and line.classes[start] in self._group
        return pairs or (len(ident) == 3 and ident.isalpha())

    def _alone(self, line: Line, start: int, end: int, ident: str) -> bool:
        """The line holds nothing else: a call sign when it is said like one."""
        if _MIXED.fullmatch(ident) or _LETTERS.fullmatch(ident):
            return True
        if ident.isalpha():  # "prague tower hotel zulu mike foxtrot": the rest of a registration
            return start > 0 and line.classes[start - 1] in self._station_end and location(ident) is None
        grouped = not self._group.isdisjoint(line.classes[start:end])
        return bool(_FIGURES.fullmatch(ident)) and len(ident) > 2 and grouped
