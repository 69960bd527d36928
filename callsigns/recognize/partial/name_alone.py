"""The name of an operator without its number, where a call sign stands: "climb level one four zero lufthansa".

It is at the beginning before a station or a greeting, at the end, or talked about ("follow the speedbird"). A word that
means something else as well counts only right behind a value or the station that is called.
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, matching, searching
from callsigns.grammar.tables import Airline
from callsigns.lexicon import CONTINUED, matches
from callsigns.line import Line
from callsigns.once import once
from callsigns.recognize.callsign.alike import busy_operators
from callsigns.recognize.evidence import RadioEvidence, number_values
from callsigns.recognize.heard import Heard, operator_of
from callsigns.recognize.position import Positions

__all__ = ["NameAlone"]

_FORMER: Final = "historic"  # recordings are older than tables: "descending flight level nine zero jobair"
_FLOWN: Final = ("current", "user", _FORMER)
_LEAST: Final = 4  # letters of a name that is cut off


class NameAlone:
    """Finds the names for one grammar."""

    _mention = ending("<mention_before>")
    _airspace = ending("<airspace_before>")
    _name = searching("<name_alone>")
    _seen = matching("<seen_behind>")
    _certain = matching("(<facility>|<greeting>|<name_alone_behind>)")

    def __init__(self, compiled: Compiled, evidence: RadioEvidence, positions: Positions) -> None:
        self._compiled = compiled
        self._evidence, self._positions = evidence, positions
        self._telephony = compiled.telephony
        self._entity = compiled.lexicon.entity["callsign"]
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        self._digit, self._letter = listed("digit"), listed("letter")
        self._counted = listed("digit", "decimal")
        self._article = listed("article")
        self._prose = listed("unknown", "ordinary") - listed("directive")
        self._letter_slot = listed("letter_slot", "handover")
        self._facility = listed("facility")
        self._station_end = frozenset(members("facility") + members("greeting") + CONTINUED)
        self._value = number_values(compiled)
        self._farewell = listed("farewell")
        self._unknown = compiled.lexicon.words.shapes["unknown"]
        self._spoken_otherwise = listed("greeting", "farewell", "tactical", "ordinary", "vehicle_alone")

    @once
    def _begun(self) -> dict[str, str]:
        """Beginnings of the names of those who fly most, and of nothing else -> their designators."""
        rows = [row for designator in busy_operators() if (row := self._telephony.designated(designator)) is not None]
        known = {row.telephony.lower(): row.designator for row in rows}
        begun: dict[str, list[str]] = {}
        for name in known:
            for at in range(_LEAST, len(name)):
                begun.setdefault(name[:at], []).append(name)
        shortest = {start: min(names, key=len) for start, names in begun.items()}
        others = {word[:at] for word in self._compiled.lexicon.literals for at in range(_LEAST, len(word) + 1)}
        return {
            start: known[name]
            for start, name in shortest.items()
            if start not in others and all(one.startswith(name) for one in begun[start])
        }

    def cut_off(self, line: Line) -> None:
        """ "line up runway three one lufth": the recording ends within the name, right behind a value or a farewell."""
        at = len(line.words) - 1
        if at < 1 or line.named or line.chars[at] != self._unknown or line.words[at] not in self._begun:
            return
        row = self._telephony.designated(self._begun[line.words[at]])
        behind = self._certainly_behind(line, at) or line.chars[line.name_start(at - 1)] in self._farewell
        if row is not None and behind:
            line.claim(at, at + 1, self._entity, self._named(row, at, at + 1))

    def claim(self, line: Line) -> None:
        """Claim every name that stands for a call sign."""
        line.prose = None
        for found in matches(self._name, line.classes):
            heard = self._read(line, found.start(), found.end())
            if heard is not None:
                line.claim(heard.start, heard.end, self._entity, heard)
                line.prose = None

    def _read(self, line: Line, start: int, end: int) -> Heard | None:
        """ "climb level one four zero lufthansa": the name without its number, where a call sign stands."""
        row = self._telephony.named(" ".join(line.words[start:end]))
        if line.classes[end : end + 1] == self._entity:
            return None  # "speedbird speedbird one two"
        # "one point nine lufthansa", but not "one raccoon"
        said = line.before(start) in self._digit
        said = said and (start == 1 or line.chars[start - 2] in self._counted)
        if not (said or self._evidence.heard(line) or self._apart(line, start, end)):
            return None
        if row is None or row.caution == "high" or row.status not in _FLOWN or not row.designator:
            return None
        mentioned = self.mentioned(line, start)
        named = line.named or (mentioned and self._seen(line.classes, end) is not None)
        if mentioned and named and self._is_airline(line, start, row):
            return self._named(row, start, end)  # "american two forty five follow the united ahead"
        if not mentioned and line.before(start) in self._article:
            return None  # "a firefly is not a fly but a beetle"
        cautious = (
            row.caution or row.kind == "other" or row.status == _FORMER or line.chars[start] in self._spoken_otherwise
        )
        if cautious and (line.named or not self._positions.ends(line, end) or not self._certainly_behind(line, start)):
            return None
        if not mentioned and line.before(start) in self._letter_slot:
            return None  # "the strike at Qantas"
        begins = self._positions.begins(line, start) and self._certain(line.classes, end) is not None
        if begins and line.named and line.chars[end] in self._facility:
            return None  # "rocky mountain metro tower, cessna two three six five golf": of the station
        if not mentioned and not begins and not self._positions.ends(line, end):
            return None
        return self._named(row, start, end)

    def _apart(self, line: Line, start: int, end: int) -> bool:
        """The words stand alone, and nothing else in the line is prose: not "Equatorial!" He gave a hollow laugh."""
        if not self._evidence.around(line, start, end):
            return False
        if line.prose is None:
            line.prose = self._prose_among(line.chars)
        return line.prose == self._prose_among(line.chars[start:end])

    def _prose_among(self, chars: list[str]) -> int:
        return sum(map(self._prose.__contains__, chars))

    def _is_airline(self, line: Line, start: int, row: Airline) -> bool:
        """An airline in force; a spelling word ("pass delta") only behind "the", and not in "clear of the delta"."""
        lettered = line.chars[start] in self._letter and (
            line.before(start) not in self._article or self._airspace.search(line.classes, max(0, start - 4), start)
        )
        return row.kind == "airline" and row.status == "current" and not lettered

    def mentioned(self, line: Line, start: int) -> bool:
        """ "follow the", "traffic is a" stand before it."""
        return self._mention.search(line.classes, max(0, start - 4), start) is not None

    def _certainly_behind(self, line: Line, start: int) -> bool:
        """An ordinary word is a name at the end, right behind the station that is called or a value ("line up three one
        austrian"); nothing else is said there."""
        if not start:
            return False
        begin = line.name_start(start - 1)
        if line.chars[begin] in self._value:
            return True
        called = line.chars[begin] in self._station_end and line.chars[0] in self._facility
        return called and self._positions.begins(line, start)

    def _named(self, row: Airline, start: int, end: int) -> Heard:
        return Heard(
            start, end, "flight", None, row.telephony, row.designator, None, operator_of(row), row.country or None, True
        )
