"""American marks: N, then figures and up to two letters, in full or the short form that is allowed.

>>> # (november) one two three alpha bravo         ->  N123AB
>>> # (cessna) four five quebec                    ->  N45Q, abbreviated
>>> # six echo correction six four echo alpha      ->  N64EA
>>> # N735S Papa                                   ->  N735SP

Source: 14 CFR 45.23; FAA JO 7110.65 2-4-9 (prefix and last three).
"""

from __future__ import annotations

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import matching
from callsigns.grammar.expressions import searchable
from callsigns.line import Line
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.evidence import RadioEvidence, is_year
from callsigns.recognize.heard import Heard
from callsigns.recognize.position import Positions
from callsigns.recognize.value.names import type_designator

__all__ = ["LAST", "US", "US_FULL", "US_MOST", "AmericanMarks", "registered"]

# The last three characters may begin with a zero: "bonanza zero mike charlie".
US = searchable(r"[1-9](?:\d{0,4}|\d{0,3}[A-HJ-NP-Z]|\d{0,2}[A-HJ-NP-Z]{2})|0[\dA-HJ-NP-Z][A-HJ-NP-Z]")
US_FULL = 4  # characters behind the N: fewer are the short form that the FAA allows after the first call
_US_SAID = searchable(US.pattern.replace("HJ-NP-", ""))  # I and O are given to nobody, but said
US_MOST = 5  # characters behind the N
LAST = 3  # characters of a short form
_ORDINAL = ("ST", "ND", "RD", "TH")  # "November 17th"


def registered(start: int, end: int, ident: str, make: str | None) -> Heard:
    """The words ``start`` to ``end`` as the mark N and ``ident``, said behind the name of a ``make`` or not."""
    full = len(ident) >= US_FULL
    icao = "N" + ident if full else None
    return Heard(start, end, "registration", icao, make, None, "N" + ident, None, "United States", not full)


def _opens_again(line: Line, start: int, end: int) -> bool:
    """ "november one two three | november one two three alpha bravo": the last word opens the mark once more."""
    words, again = line.words, end - 1
    return 0 < start < again - 1 and words[start - 1 : start + 2] == words[again : again + 3]


class AmericanMarks:
    """Reads what stands behind the N, for one grammar."""

    _correction = matching("<correction>")

    def __init__(self, compiled: Compiled, identities: IdentityReader, positions: Positions) -> None:
        self._compiled, self._identities, self._positions = compiled, identities, positions
        self._evidence = compiled.shared(RadioEvidence)
        self._multiplier = compiled.lexicon.listed("hundred", "thousand")
        self._corrects = compiled.compile.first("<correction>")
        words = compiled.words
        self._taxi = frozenset(words.get("air_taxi", ()))
        self._models = frozenset(words.get("model_number", ()))

    def read(self, line: Line, start: int) -> Identity | None:
        """What begins at word ``start``, as it was corrected; ``None`` where nothing does."""
        identity = self.identity(line, start)
        return None if identity is None else self._corrected(line, identity)

    def _corrected(self, line: Line, identity: Identity) -> Identity:
        """ "november six echo correction six four echo alpha": the words behind the correction count."""
        if line.classes[identity.end : identity.end + 1] not in self._corrects:
            return identity
        found = self._correction(line.classes, identity.end)
        if found is None:
            return identity
        at = found.end()
        if line.words[at : at + 1] == ["november"]:
            at += 1
        again = self.identity(line, at)
        if again is None or len(again.text) < 2:
            return identity
        line.dropped.append((identity.end, at, "corrected"))
        return again

    def identity(self, line: Line, start: int) -> Identity | None:
        """The same as it was said first."""
        if start >= len(line.words):
            return None
        word = line.words[start].upper().removeprefix("N")
        most = LAST if len(word) < len(line.words[start]) else US_FULL  # figures alone behind their N are a mark sooner
        counted = word[-2:] in _ORDINAL and (line.shouted or not line.said(start, start + 1).isupper())  # not "79RD"
        if US.fullmatch(word) and (not word.isdigit() or len(word) > most) and not counted:
            return self.last_letter(line, Identity(word, start + 1))
        identity = self._identities.read(line, start, US_MOST)
        if identity is not None and _opens_again(line, start, identity.end):
            identity = Identity(identity.text[:-1], identity.end - 1)
        if identity is None or (
            identity.text.isdigit() and not self._multiplier.isdisjoint(line.chars[start : identity.end])
        ):
            return None  # "a dash eight three thousand": a quantity
        if identity.text not in self._models or not self._is_type(line, start, identity.end):  # "cessna 172 RG"
            identity = self._identities.with_capitals(line, identity, US)
        return identity if _US_SAID.fullmatch(identity.text) else None

    def _is_type(self, line: Line, start: int, end: int) -> bool:
        """ "cessna | 172", but not "november | 340"."""
        return start > 0 and type_designator(line.words[start - 1 : end], {}) is not None

    def last_letter(self, line: Line, identity: Identity) -> Identity:
        """ "N735S Papa", "Mooney 201P Zulu": only its last letter is said as a word."""
        text, end = identity
        if end >= len(line.words) or end in line.commas or not text[-1].isalpha() or not text[-2:-1].isdecimal():
            return identity
        letter = self._compiled.letters.get(line.words[end], "")
        return Identity(text + letter, end + 1) if letter and US.fullmatch(text + letter) else identity

    def is_taxi(self, line: Line, start: int) -> bool:
        """ "tango november one two three four", "tango mooney five five five two quebec": an air taxi's."""
        return start > 0 and line.words[start - 1] in self._taxi and self._positions.begins(line, start - 1)

    def as_taxi(self, line: Line, heard: Heard) -> Heard:
        """The call sign with the word before it, where that is an air taxi's."""
        if not self.is_taxi(line, heard.start):
            return heard
        before = heard.start - 1
        return heard._replace(start=before, modifiers=(line.words[before],))

    def is_dated(self, line: Line, start: int, end: int) -> bool:
        """ "the Cessna 1946": a year, unless an order follows, or it is parted off in a line of the trade."""
        if not is_year(line.words[end - 1]) or self._positions.ordered(line, end):
            return False
        parted = start in line.commas or self._positions.begins(line, start)
        return not (parted and self._evidence.heard(line))
