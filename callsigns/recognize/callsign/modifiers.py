"""What is said around a call sign and is no part of the identification: heavy, super, flight of two, medevac, student.

A priority word or a pupil's in front belongs to the span ("lifeguard delta fifty one"), a wake category or a formation
behind does not ("speedbird one two three heavy"); both go to ``modifiers``. A call sign that its speaker takes back
("lufthansa eight correction lupus seven seven delta kilo") is dropped.

Source: FAA AIM 4-2-4; ICAO Doc 4444 4.10.4 (wake); FAA JO 7110.65 2-4-15 (formation).
"""

from __future__ import annotations

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import matching
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED, one_of
from callsigns.line import Line
from callsigns.recognize.heard import Heard

__all__ = ["ModifierReader"]


class ModifierReader:
    """Completes the call signs of a line."""

    _corrected = matching("<correction>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._entity = compiled.lexicon.entity["callsign"]
        listed = compiled.lexicon.listed
        self._before = listed("priority", "pupil")
        self._behind = listed("wake", "formation")
        self._level, self._article = listed("level_word"), listed("article")
        self._noun = listed("priority_noun")
        self._callsign = listed("callsign")
        callsign, name_rest = one_of(self._callsign), f"{CONTINUED}*"
        corrects = compiled.compile.first("<correction>")
        self._around = self._before | self._behind | corrects
        behind = one_of(self._behind | self._callsign | corrects)
        self._any = searchable(f"{one_of(self._before)}{name_rest}{callsign}|{callsign}{name_rest}{behind}").search

    def complete(self, line: Line) -> None:
        """Add the words around each call sign; drop those that were taken back."""
        if self._around.isdisjoint(line.chars) and line.classes.count(self._entity) < 2:
            return
        if self._any(line.classes) is None:
            return
        for start, heard in list(line.found.items()):
            if isinstance(heard, Heard):
                self._drop_corrected(line, start, heard)
                if start in line.found:
                    self.around(line, heard)

    def _drop_corrected(self, line: Line, start: int, heard: Heard) -> None:
        again = line.found.get(heard.end)
        if isinstance(again, Heard) and again.telephony == heard.telephony and self._begun(heard, again):
            line.dropped.append((start, heard.end, "begun again"))
            line.release(start, heard.end)
            return
        found = self._corrected(line.classes, heard.end)
        if found is not None and line.classes[found.end() : found.end() + 1] in self._callsign:
            line.dropped.append((start, heard.end, "corrected"))
            line.release(start, heard.end)

    def _begun(self, heard: Heard, again: Heard) -> bool:
        """ "lufthansa four lufthansa four papa": a false start."""
        first, second = heard.ident or "", again.ident or ""
        return len(first) < len(second) and second.startswith(first) and heard.telephony is not None

    def around(self, line: Line, heard: Heard) -> None:
        """Add the words around one call sign."""
        start = heard.start
        words: list[str] = []
        before = line.name_start(start - 1)
        if start and line.chars[before] in self._before and not self._is_noun(line, before):
            words.append(" ".join(line.words[before:start]))
            line.release(start, heard.end)
            start = before
        end = heard.end
        while end < len(line.classes) and line.chars[end] in self._behind and not self._is_level(line, end):
            after = line.name_end(end)
            words.append(" ".join(line.words[end:after]))
            end = after
        if words:
            heard = heard._replace(start=start, modifiers=(*heard.modifiers, *words))
            line.claim(start, heard.end, self._entity, heard)

    def _is_noun(self, line: Line, at: int) -> bool:
        """ "inbound to the hospital, swiss four one two"."""
        return line.chars[at] in self._noun and line.before(at) in self._article

    def _is_level(self, line: Line, at: int) -> bool:
        """ "bronco seven one flight" is a formation, "bronco seven one flight level" is not."""
        return line.words[at] == "flight" and line.classes[at + 1 : at + 2] in self._level
