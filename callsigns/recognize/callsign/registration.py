"""Registrations: a nationality mark and what the state puts behind it, in full or in the short forms that are allowed.

>>> # november one two three alpha bravo  ->  registration, N123AB, United States
>>> # oscar kilo tango november tango     ->  registration, OKTNT, Czechia
>>> # cessna four five quebec             ->  registration, CESSNA, N45Q, abbreviated

Source: ICAO Annex 10 Vol II 5.2.1.7.2.1 a and table 5-1; FAA JO 7110.65 2-4-9 (prefix and last three), 14 CFR 45.23.
"""

from __future__ import annotations

import re

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching, searching
from callsigns.line import Line
from callsigns.numbers import whole
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.callsign.marks import is_mark, mark_of, whole_mark
from callsigns.recognize.callsign.number_run import figure_of_name, hyphened
from callsigns.recognize.callsign.route_mark import RouteMark
from callsigns.recognize.evidence import RadioEvidence, is_year
from callsigns.recognize.heard import Heard, endings
from callsigns.recognize.position import Positions
from callsigns.recognize.value.names import type_designator

__all__ = ["RegistrationReader", "is_pressure"]

# The last three characters may begin with a zero: "bonanza zero mike charlie".
_US = re.compile(r"[1-9](?:\d{0,4}|\d{0,3}[A-HJ-NP-Z]|\d{0,2}[A-HJ-NP-Z]{2})|0[\dA-HJ-NP-Z][A-HJ-NP-Z]")
_US_SAID = re.compile(_US.pattern.replace("HJ-NP-", ""))  # I and O are given to nobody, but said
_FIGURED = re.compile(r"[A-Z]{1,2}(?:(?P<many>\d{4,5}[A-Z]?)|\d{2,3}[A-Z]{1,2})")
_WITH_FIGURE = re.compile(r"\d[A-Z]{4}|[A-Z]\d[A-Z]{3}")  # 9A-XBK, S5-MNX: no other word looks like that
_FLIGHT = re.compile(r"\d{1,2}[A-Z]{1,2}")
_PRESSURE = re.compile(r"10[0-4]\d|99\d")  # hPa
_NO_UNIT = "(?!KT|FT|NM|ST|ND|RD|TH)"
_ENDING = re.compile(rf"\d{_NO_UNIT}[A-Z]{{2}}|\d{{1,2}}{_NO_UNIT}[A-KM-QS-Z][A-Z]?")  # of "N12 3AB"; "4L" is a runway
_IN_CAPITALS = 5  # letters of a name code, and of most marks
_AFTER_LETTERS = 2  # figures behind a whole mark of letters ("OK-UUA 24")
_UNSPEAKABLE = re.compile(r"(?=.*[^AEIOUY]{3})[A-Z]{5}")  # name codes can be said (ICAO Annex 11 appendix 2)
_WHOLE = re.compile(r"(?!11[89]|12|13[0-6])\d{5}")  # five figures that are no frequency
_ORDINAL = ("ST", "ND", "RD", "TH")  # "November 17th"
_ENDED = re.compile(r"\d{1,3}[A-Z]{1,2}")
_LAST = 3  # figures of a short form (FAA JO 7110.65 2-4-9)
_LONGEST_MODEL = 3  # words: "one seventy two"
_TOLD = (3, 4)  # figures of a level, of the code of a transponder
_US_MOST = 5  # characters behind the N
_US_FULL = 4  # characters behind the N: fewer are the short form that the FAA allows after the first call


def is_pressure(characters: str) -> bool:
    """Figures that are hectopascals ("1019")."""
    return _PRESSURE.fullmatch(characters) is not None


class RegistrationReader:
    """Reads registrations for one grammar."""

    _correction, _doing = matching("<correction>"), matching("<partial_behind>")
    _clock = searching("<clock_said>")
    _informed = ending("(<information_giver>|information|atis) <letter>")

    def __init__(self, compiled: Compiled, identities: IdentityReader, positions: Positions) -> None:
        self._compiled, self._identities, self._positions = compiled, identities, positions
        self._behind_route = RouteMark(compiled, identities, positions).begins
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        self._slot = listed("letter_slot")
        self._letter = listed("letter", "single")
        self._signs = listed("letter", "digit")
        self._airspace = listed("airspace_slot")
        self._letter_slot = self._slot | listed("information_giver")
        self._multiplier = listed("hundred", "thousand")
        self._figures = self._multiplier.union(members("digit"), members("ft"))
        self._and = listed("and")
        self._telephony = listed("telephony") - listed("letter")
        self._evidence = RadioEvidence(compiled)
        self._station = compiled.lexicon.entity["facility"]
        self._corrects = compiled.compile.first("<correction>")
        self._digits, self._unlisted = listed("digit"), listed("unknown")
        self._make_caution = listed("make_caution")
        self._taxi = frozenset(compiled.grammar.section("words").get("air_taxi", ()))
        self._gliders = frozenset(compiled.grammar.section("words").get("glider", ()))
        self._models = frozenset(compiled.grammar.section("words").get("model_number", ()))

    def november(self, line: Line, start: int) -> Heard | None:
        """ "november one two three alpha bravo"; speech recognition often hears "number"."""
        identity = self._corrected(line, self._us_identity(line, start + 1))
        misheard = line.words[start] == "number"
        taxi = self._is_taxi(line, start)
        before = "" if taxi else self._positions.asking(line, start)
        if identity is None:
            return None
        if self._is_dated(line, start, identity.end) or self._positions.on_way(line, start):
            return None  # "in November 1942"
        if before in self._letter and start not in line.commas and self._behind_route(line, start):
            return self._us(start, identity.end, identity.text, None)
        named = line.classes[identity.end : identity.end + 1] in self._telephony
        if is_pressure(identity.text) and (named or before in self._figures or endings(line)):
            return None  # "descending flight level one seven zero november one zero one nine": of the information
        if before in self._letter and start not in line.commas and not self._apart(line, start, identity):
            return None
        behind = _FLIGHT.fullmatch(identity.text) or (named and len(identity.text) in _TOLD and identity.text.isdigit())
        if behind and self._positions.in_route(line, start):
            return None  # "tusin three november | nine two kilo", "tusin three november | two one four five | swiss"
        if len(identity.text) < (4 if misheard else 2) and (misheard or not self._lone(line, start, identity.end)):
            return None
        if misheard and not (identity.text[-1].isalpha() and self._positions.begins(line, start)):
            return None
        if before in self._slot and (len(identity.text) < _US_FULL or identity.text.isdigit()):
            return self._beside(line, start, identity)
        if identity.text.isdigit() and len(identity.text) < 3 and not self._positions.begins(line, start):
            return None
        return self._as_taxi(line, self._us(start, identity.end, identity.text, None))

    def _beside(self, line: Line, start: int, identity: Identity) -> Heard | None:
        """ "envoy eight eight two and november three two mike": two aircraft, by figures and a letter each."""
        first = line.found.get(line.name_start(start - 2)) if start > 1 else None
        lettered = len(identity.text) > 2 and identity.text[-1].isalpha()
        called = isinstance(first, Heard) and first.end == start - 1 and line.chars[start - 1] in self._and
        return self._us(start, identity.end, identity.text, None) if called and lettered else None

    def _apart(self, line: Line, start: int, identity: Identity) -> bool:
        """ "via alpha bravo | november two five two hotel yankee", "clear of the bravo | november five two yankee": the
        letter belongs to another word."""
        if len(identity.text) > 1 and self._informed.search(line.classes, far(start), start) is not None:
            return True  # "with kilo | november five three xray"
        if start < 2 or not identity.text[-1].isalpha():
            return start > 1 and _WHOLE.fullmatch(identity.text) is not None
        whole = len(identity.text) >= _US_FULL and (
            identity.text[:2].isdecimal() or line.before(start - 1) in self._letter_slot
        )
        return whole or (len(identity.text) > 2 and line.before(start - 1) in self._airspace)

    def _corrected(self, line: Line, identity: Identity | None) -> Identity | None:
        """ "november six echo correction six four echo alpha": the words behind the correction count."""
        if identity is None or line.classes[identity.end : identity.end + 1] not in self._corrects:
            return identity
        found = self._correction(line.classes, identity.end)
        if found is None:
            return identity
        at = found.end()
        if line.words[at : at + 1] == ["november"]:
            at += 1
        again = self._us_identity(line, at)
        if again is None or len(again.text) < 2:
            return identity
        line.dropped.append((identity.end, at, "corrected"))
        return again

    def _is_taxi(self, line: Line, start: int) -> bool:
        """ "tango november one two three four", "tango mooney five five five two quebec": an air taxi's."""
        return start > 0 and line.words[start - 1] in self._taxi and self._positions.begins(line, start - 1)

    def _as_taxi(self, line: Line, heard: Heard) -> Heard:
        if not self._is_taxi(line, heard.start):
            return heard
        before = heard.start - 1
        return heard._replace(start=before, modifiers=(line.words[before],))

    def _lone(self, line: Line, start: int, end: int) -> bool:
        """ "november two turn left": at the very beginning, before an order."""
        return self._positions.ordered(line, end) and self._positions.begins(line, start)

    def _us(self, start: int, end: int, ident: str, make: str | None) -> Heard:
        full = len(ident) >= _US_FULL
        icao = "N" + ident if full else None
        return Heard(start, end, "registration", icao, make, None, "N" + ident, None, "United States", not full)

    def _us_identity(self, line: Line, start: int) -> Identity | None:
        if start >= len(line.words):
            return None
        word = line.words[start].upper().removeprefix("N")
        if _US.fullmatch(word) and (not word.isdigit() or len(word) > _US_FULL) and word[-2:] not in _ORDINAL:
            return self._last_letter(line, Identity(word, start + 1))
        identity = self._identities.read(line, start, 5)
        if identity is None or (
            identity.text.isdigit() and not self._multiplier.isdisjoint(line.chars[start : identity.end])
        ):
            return None  # "a dash eight three thousand": a quantity
        if identity.text not in self._models:  # "cessna 172 RG"
            identity = self._identities.with_capitals(line, identity, _US)
        return identity if _US_SAID.fullmatch(identity.text) else None

    def make(self, line: Line, start: int) -> Heard | None:
        """ "cessna one two three alpha bravo", "helicopter golf alpha bravo charlie delta", "piper zulu tango"."""
        name_end = line.name_end(start)
        at = name_end
        if at < len(line.words) and line.words[at] == "november":
            at += 1
        if at in line.commas and not (start == 0 and self._lettered(line, at)):
            return None
        make = " ".join(line.words[start:name_end]).upper()
        start = self._positions.type_begins(line, start)
        figured = figure_of_name(line, at, self._compiled.letters) if at == name_end else ""
        if figured and not self._positions.behind_article(line, start):
            return self._us(start, at + 1, figured, make.rpartition(" ")[0])
        identity = self._corrected(line, self._us_identity(line, at))
        goes_on = identity is not None and line.classes[identity.end : identity.end + 1] in self._signs
        lettered = self._letters_behind_model(line, at) if goes_on else None
        if lettered is not None:
            return Heard(start, lettered.end, "registration", None, make, None, lettered.text, None, None, True)
        if identity is None or (goes_on and identity.text.isdigit()):
            identity = self._behind_model(line, at) or identity
        if identity is not None and not self._is_model(line, start, identity):
            found = self._of_make(line, start, identity.end, identity.text, make)
            return self._as_taxi(line, found) if found is not None else None
        letters = self._with_figures(line, at) or self._in_capitals(line, at)
        if letters is None:
            return None
        told = letters.end in line.commas or self._positions.ordered(line, letters.end)
        called = told and self._positions.begins(line, start)
        if line.chars[start] in self._make_caution and len(letters.text) < 3 and not called:
            return None  # "cherokee charlie delta, tower, cleared to land" is one
        if line.chars[start] in self._make_caution and self._positions.behind_article(line, start):
            return None  # "over the lake, hotel bravo papa golf alpha"
        whole = letters.text if mark_of(letters.text) else whole_mark(letters.text)
        mark = mark_of(whole)
        if mark is not None and len(letters.text) > 3:
            return Heard(start, letters.end, "registration", whole, make, None, whole, None, mark.country)
        if self._positions.behind_article(line, start) and self._positions.ends(line, letters.end):
            return None  # "number two behind the cessna, kilo mike bravo": the letters are those of who says so
        if 2 <= len(letters.text) <= 3 and self._positions.at_edge(line, start, letters.end):
            return Heard(start, letters.end, "registration", None, make, None, letters.text, None, None, True)
        return None

    def _in_capitals(self, line: Line, at: int) -> Identity | None:
        """ "Cessna XRZ": the last three letters of a mark, written as a word that no table knows."""
        if at >= len(line.words) or at in line.commas or line.shouted or line.chars[at] not in self._unlisted:
            return None
        shown = line.said(at, at + 1)
        written = len(shown) == _LAST and shown.isalpha() and shown.isupper()
        return Identity(shown, at + 1) if written else None

    def _lettered(self, line: Line, at: int) -> bool:
        """ "Cessna, 1-2-3 Alpha Bravo": a whole mark with letters at its end."""
        whole = self._us_identity(line, at)
        return whole is not None and len(whole.text) >= _US_FULL and whole.text[-1].isalpha()

    def _behind_model(self, line: Line, at: int) -> Identity | None:
        """ "cessna one seventy two | five nine mike alpha": the number of the model, then figures and letters."""
        end = self._model_end(line, at)
        identity = self._us_identity(line, end) if end > at else None
        return identity if identity is not None and _ENDED.fullmatch(identity.text) else None

    def _letters_behind_model(self, line: Line, at: int) -> Identity | None:
        """ "cessna one seven two | alpha bravo charlie": three letters at the end, as no American mark has."""
        end = self._model_end(line, at)
        letters = self._identities.letters(line, end, _IN_CAPITALS) if end > at else None
        return letters if letters is not None and len(letters.text) == _LAST else None

    def mark_behind_model(self, line: Line, at: int) -> bool:
        """ "boeing | triple seven | oscar kilo hotel oscar papa": a model's number, then the five letters of a mark."""
        end = self._model_end(line, at)
        letters = self._identities.letters(line, end, 5) if end > at else None
        return letters is not None and len(letters.text) == 5 and mark_of(letters.text) is not None

    def _model_end(self, line: Line, at: int) -> int:
        """Where the number of a model ends that begins at word ``at``; there, if none does."""
        for size in range(min(_LONGEST_MODEL, len(line.words) - at), 0, -1):
            words = line.words[at : at + size]
            if self._letter.isdisjoint(line.chars[at : at + size]) and whole(words).text in self._models:
                return at + size
        return at

    def _with_figures(self, line: Line, start: int) -> Identity | None:
        """Letters alone, or a mark and the figures behind it: "glider delta four two seven three", "ultralight
        oscar kilo quebec uniform alpha two three"."""
        letters = self._identities.letters(line, start, 5) or self._mark_of_glider(line, start)
        figures = None if letters is None else self._identities.read(line, letters.end)
        if letters is None or figures is None or mark_of(letters.text + figures.text) is None:
            return letters
        if not is_mark(letters.text) and (len(letters.text) < _IN_CAPITALS or len(figures.text) < _AFTER_LETTERS):
            return letters  # "oscar kilo mike bravo papa | two seven miles final"
        return Identity(letters.text + figures.text, figures.end)

    def _mark_of_glider(self, line: Line, at: int) -> Identity | None:
        """ "delta four two ..." is an airline's, but not behind "glider"."""
        letter = self._compiled.letters.get(line.words[at]) if at < len(line.words) else None
        return Identity(letter, at + 1) if letter is not None and line.words[at - 1] in self._gliders else None

    def _of_make(self, line: Line, start: int, end: int, ident: str, make: str) -> Heard | None:
        if ident.isdigit() and (self._of_others(line, start, end, make, ident) or self._is_dated(line, start, end)):
            return None
        if ident.isdigit() and len(ident) < _US_FULL and not self._positions.at_edge(line, start, end):
            return None
        if len(ident) < 2 or (ident.endswith("00") and self._clock.search(line.classes, far(start), start) is not None):
            return None  # "traffic, 11 o'clock, 3 miles, a Beech Baron 3500": how high it is
        return self._us(start, end, ident, make)

    def _of_others(self, line: Line, start: int, end: int, make: str, ident: str) -> bool:
        """ "baron five seven": a make whose name means other things, and figures alone; five of them are a
        registration, and so are four said one by one where no operator has the name, and three if no squadron has."""
        if line.chars[start] not in self._make_caution or len(ident) > _US_FULL:
            return False
        name, grouped = make.lower(), not self._digits.issuperset(line.chars[end - len(ident) : end])
        if len(ident) < _LAST or (grouped and not line.words[end - 1].isdecimal()):
            return True
        row = self._compiled.telephony.named(name)
        return (row and row.status != "historic") or (len(ident) < _US_FULL and name in self._compiled.tactical)

    def _is_dated(self, line: Line, start: int, end: int) -> bool:
        """ "the Cessna 1946": a year, unless an order follows, or it is parted off in a line of the trade."""
        if not is_year(line.words[end - 1]) or self._positions.ordered(line, end):
            return False
        parted = start in line.commas or self._positions.begins(line, start)
        return not (parted and self._evidence.heard(line))

    def _is_model(self, line: Line, start: int, identity: Identity) -> bool:
        """ "a cessna one seventy two", "boeing 737": the number of a model, not of an aircraft."""
        if self._positions.behind_article(line, start):
            return True
        if identity.text[:-1] in self._models and line.said(identity.end - 1, identity.end).endswith("s"):
            return True  # "two Boeing 747s": several of them
        return identity.text in self._models and not self._of_no_model(line, start, identity)

    def _of_no_model(self, line: Line, start: int, identity: Identity) -> bool:
        """ "skyhawk 321 turn left", "skyhawk three two one entering": somebody else's models have that number."""
        if len(identity.text) < _LAST or not self._positions.begins(line, start):
            return False
        known = type_designator(line.words[start : identity.end], {}) is not None
        said = identity.end - _LAST > start and self._signs.issuperset(line.chars[identity.end - _LAST : identity.end])
        told = said and self._doing(line.classes, identity.end) is not None
        return not known and (told or identity.end in line.commas or self._positions.ordered(line, identity.end))

    def written(self, line: Line, start: int) -> Heard | None:
        """ "N914RY" in one word."""
        word = line.words[start].upper()
        prefix = "" if word[0] == "N" else word[:1]  # TN5552Q, LN751B: an air taxi, a lifeguard in flight plans
        mark = word.removeprefix(prefix)
        if mark[:1] == "N" and _US.fullmatch(mark[1:]) and prefix in ("", "T", "L"):
            whole = self._goes_on(line, start, mark[1:])
            if whole is not None:
                return self._us(start, whole.end, whole.text, None)
            more = self._last_letter(line, Identity(mark[1:], start + 1))
            if more.end > start + 1:
                return self._us(start, more.end, more.text, None)
            if len(mark) > _LAST:
                return Heard(start, start + 1, "registration", mark, None, None, mark, None, "United States")
            if not prefix and self._is_short(line, start, mark):
                return self._us(start, start + 1, mark[1:], None)
        return self._foreign(line, start, word)

    def _last_letter(self, line: Line, identity: Identity) -> Identity:
        """ "N735S Papa", "Mooney 201P Zulu": only its last letter is said as a word."""
        text, end = identity
        if end >= len(line.words) or end in line.commas or not text[-1].isalpha() or not text[-2:-1].isdecimal():
            return identity
        letter = self._compiled.letters.get(line.words[end], "")
        return Identity(text + letter, end + 1) if letter and _US.fullmatch(text + letter) else identity

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
        most = _US_MOST - len(figures)
        if (ending := line.words[at].upper()) and _ENDING.fullmatch(ending) and _US.fullmatch(figures + ending):
            return Identity(figures + ending, at + 1)
        shown = self._identities.with_capitals(line, Identity(figures, at), _US)
        if shown.end > at:
            return shown  # "N123 AB"
        rest = self._identities.read(line, at, most) or self._identities.letters(line, at, most)
        if rest is None or not _US.fullmatch(figures + rest.text):
            return None
        return Identity(figures + rest.text, rest.end) if hyphened(line, at) or rest.text[-1].isalpha() else None

    def _foreign(self, line: Line, start: int, word: str) -> Heard | None:
        """ "JA8119", "JA801A": another state's mark and figures in one word, where a call sign stands."""
        figured = _FIGURED.fullmatch(word)
        shown = line.said(start, start + 1).isupper() and not line.text[: line.starts[start]].endswith(
            "."
        )  # "14.4KBPS"
        whole = bool(figured and figured["many"]) or (shown and _WITH_FIGURE.fullmatch(word) is not None)
        mark = mark_of(word) if figured or whole else None
        if mark is None or (mark.hyphen and not whole):
            return None
        if not self._positions.at_edge(line, start, start + 1):
            return None
        return Heard(start, start + 1, "registration", word, None, None, word, None, mark.country)

    def in_capitals(self, line: Line) -> Heard | None:
        """ "HBKEC report final", "Roger, PHBKL": letters that nobody could say as the name of a point; before a station
        all may be ("PHABC, Rotterdam Tower")."""
        last = len(line.words) - 1
        for at in (0, last) if last > 0 else ():
            if len(line.words[at]) != _IN_CAPITALS or not line.names_point(at):
                continue
            word = line.words[at].upper()
            answered = not at and 1 in line.commas and line.chars[1] == self._station
            mark = mark_of(word) if answered or _UNSPEAKABLE.fullmatch(word) is not None else None
            placed = at in line.commas if at else self._positions.ordered(line, 1)
            if mark is not None and placed:
                return Heard(at, at + 1, "registration", word, None, None, word, None, mark.country)
        return None
