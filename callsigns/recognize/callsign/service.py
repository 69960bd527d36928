"""Services: a word that everybody knows, and the serial, the number or the letters behind it.

>>> # navy alpha foxtrot two zero one         ->  tactical, NAVY, AF201
>>> # medevac one two three alpha bravo       ->  registration, MEDEVAC, N123AB
>>> # navy four one two contact ... decimal   ->  flight, NVY412, Royal Navy

Source: FAA JO 7110.65 2-4-20 a.6 to a.10; AIM 4-2-4 b.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import matching
from callsigns.grammar.expressions import searchable
from callsigns.line import Line
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.evidence import RadioEvidence
from callsigns.recognize.heard import Heard, operator_of
from callsigns.recognize.position import Positions

__all__ = ["ServiceReader"]

_SHORT: Final = 2  # characters of an identification
_LONGEST: Final = 4  # characters behind a designator
_FLIGHT: Final = searchable(r"\d{1,4}|\d{1,3}[A-Z]|\d{1,2}[A-Z]{2}")  # "4P21" is the US Navy's everywhere
_TAIL: Final = searchable(r"[1-9]\d{0,3}[A-HJ-NP-Z]{1,2}")  # what follows the N of a registration that ends in letters
_HOME: Final = "United States"


class ServiceReader:
    """Reads services for one grammar."""

    _no_flight = matching("<no_flight>")

    def __init__(self, compiled: Compiled, identities: IdentityReader, positions: Positions) -> None:
        self._compiled, self._identities, self._positions = compiled, identities, positions
        self._letter, self._letters = compiled.lexicon.listed("letter"), compiled.letters
        self._figure5 = compiled.lexicon.listed("figure5")
        self._evidence = compiled.shared(RadioEvidence)
        self._end = compiled.lexicon.entity["end"]

    def read(self, line: Line, start: int) -> Heard | None:
        """ "army one two three four five", "navy alpha foxtrot two zero one", "air force one"."""
        name_end = line.name_end(start)
        name = " ".join(line.words[start:name_end])
        if name_end in line.commas:
            return None  # "Secretary of the Navy, 1981-1987"
        if self._no_flight(line.classes + self._end, start) is not None:
            return None  # "monitor guard one two one five"
        entry = self._compiled.services.get(name, {})
        identity = self._identity(line, name_end, entry)
        if identity is None:
            return None
        ident, end = identity
        abroad = self._abroad(line, start, name, entry, identity)
        if abroad is not None:
            return abroad
        if not entry and _TAIL.fullmatch(ident):  # "medevac one two three alpha bravo"
            full = len(ident) > 3
            return Heard(
                start, end, "registration", "N" + ident if full else None, name.upper(), None, "N" + ident, None,
                _HOME, not full,
            )  # fmt: skip
        doubtful = entry.get("ordinary") or not (entry or self._positions.ends(line, end))
        placed = self._positions.at_edge(line, start, end) if entry else self._positions.begins(line, start)
        if len(ident) < 2 and doubtful and not placed:
            return None  # "went into a hospital one day"
        if entry.get("ordinary") and not self._on_air(line, start, identity):
            return None  # "he joined the army 45 years ago"
        designator = entry.get("designator")
        row = self._compiled.telephony.designated(designator) if designator else None
        icao = designator + ident if designator and len(ident) <= _LONGEST else None
        return Heard(
            start, end, "flight" if icao else "tactical", icao, name.upper(), designator, ident,
            operator_of(row) if row else None, entry.get("country"),
        )  # fmt: skip

    def _identity(self, line: Line, at: int, entry: Mapping[str, Any]) -> Identity | None:
        """Figures, or letters and figures in the ways of the services."""
        letters = self._identities.letters(line, at, 3)
        if not entry and letters is not None:  # "lifeguard delta fifty one": the airline's call sign
            return None
        at = letters.end if letters is not None else at
        if letters is not None and line.classes[at : at + 1] in self._letter:  # "navy lima delta four zero two"
            more = self._letters.get(line.words[at], "")
            letters, at = Identity(letters.text + more, at + 1), at + 1
        number = self._identities.read(line, at, 5) or self._in_one_word(line, at)
        if number is None:
            return None
        ident, end = (letters.text if letters else "") + number.text, number.end
        goes_on = entry and ident[-1].isalpha() and letters is None
        last = self._identities.read(line, end, 3) if goes_on else None
        if last is not None:  # "navy four papa two one"
            ident, end = ident + last.text, last.end
        return Identity(ident, end)

    def _abroad(self, line: Line, start: int, name: str, entry: Mapping[str, Any], identity: Identity) -> Heard | None:
        """A service of the United States, in a line that nobody says there: another country has given the same word to
        an operator."""
        row = self._compiled.telephony.named(name)
        if row is None or row.status != "current" or row.country == _HOME or "designator" in entry:
            return None
        ident, end = identity
        if _FLIGHT.fullmatch(ident) is None or entry.get("country", _HOME) != _HOME or not self._evidence.abroad(line):
            return None
        return Heard(
            start, end, "flight", row.designator + ident, row.telephony, row.designator, ident, operator_of(row),
            row.country,
        )  # fmt: skip

    def _on_air(self, line: Line, start: int, identity: Identity) -> bool:
        ident, end = identity
        if self._evidence.on_air(line, start, end) or self._evidence.calls_another(line, start, end):
            return True
        return len(ident) > _SHORT and self._apart(line, start, end)

    def _apart(self, line: Line, start: int, end: int) -> bool:
        """Signs of punctuation stand on both sides: "Rescue 924, what is your endurance?"."""
        return self._positions.follows_comma(line, start) and (end in line.commas or end == len(line.words))

    def _in_one_word(self, line: Line, at: int) -> Identity | None:
        """ "army 12345": five figures; "medevac 755UC": the end of a registration."""
        if at >= len(line.words):
            return None
        word = line.words[at].upper()
        return Identity(word, at + 1) if line.chars[at] in self._figure5 or _TAIL.fullmatch(word) else None
