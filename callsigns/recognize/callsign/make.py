"""Registrations behind the name of a make or of a type.

>>> # cessna four five quebec                       ->  registration, CESSNA, N45Q, abbreviated
>>> # helicopter golf alpha bravo charlie delta     ->  registration, GABCD, United Kingdom
>>> # cessna one seventy two five nine mike alpha   ->  N59MA, behind the number of the model
>>> # traffic, a cessna one seventy two             ->  none: the number of the model

Source: ICAO Annex 10 Vol II 5.2.1.7.2.1 a and table 5-1; FAA JO 7110.65 2-4-9 (prefix and last three), 14 CFR 45.23.
"""

from __future__ import annotations

from string import ascii_uppercase

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching, searching
from callsigns.grammar.expressions import searchable
from callsigns.line import Line
from callsigns.numbers import symbols, whole
from callsigns.recognize.callsign.american import LAST, US, US_FULL, US_MOST, AmericanMarks, registered
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.callsign.marks import WITH_FIGURE, is_mark, mark_of, whole_mark
from callsigns.recognize.callsign.number_run import figure_of_name
from callsigns.recognize.heard import Heard
from callsigns.recognize.position import Positions
from callsigns.recognize.value.names import type_designator

__all__ = ["MakeReader"]

_IN_CAPITALS = 5  # letters of most marks
_AFTER_LETTERS = 2  # figures behind a whole mark of letters ("OK-UUA 24")
_ENDED = searchable(r"\d{1,3}[A-Z]{1,2}")
_MARK_ENDS = searchable(r"\d[A-Z]{2}\Z")
_NO_REST = searchable(r"[1-9A-Z].*|0\d?|0\d[05]")  # behind the figure of a model; the last are headings
_LONGEST_MODEL = 3  # words: "one seventy two"


class MakeReader:
    """Reads registrations behind makes, for one grammar."""

    _doing = matching("<partial_behind>")
    _clock = searching("<clock_said>")
    _definite = ending("the")

    def __init__(
        self, compiled: Compiled, identities: IdentityReader, positions: Positions, american: AmericanMarks
    ) -> None:
        self._compiled, self._identities, self._positions = compiled, identities, positions
        self._american = american
        listed = compiled.lexicon.listed
        self._letter = listed("letter", "single")
        self._signs = listed("letter", "digit")
        self._digits, self._unlisted = listed("digit"), listed("unknown")
        self._make_caution = listed("make_caution")
        words = compiled.words
        self._gliders = frozenset(words.get("glider", ()))
        self._models = frozenset(words.get("model_number", ()))

    def read(self, line: Line, start: int) -> Heard | None:
        """ "cessna one two three alpha bravo", "helicopter golf alpha bravo charlie delta", "piper zulu tango"."""
        name_end = line.name_end(start)
        at = name_end
        if at < len(line.words) and line.words[at] == "november":
            at += 1
        if at in line.commas and not (start == 0 and self._is_whole(line, at)):
            return None
        make = " ".join(line.words[start:name_end]).upper()
        start = self._positions.type_begins(line, start)
        figured = figure_of_name(line, at, self._compiled.letters) if at == name_end else ""
        if figured and not self._positions.behind_article(line, start):
            return registered(start, at + 1, figured, make.rpartition(" ")[0])
        first = self._figure_first(line, at) if at == name_end else None
        if first is not None and not self._positions.behind_article(line, start):
            return registered(start, first.end, first.text, make.rpartition(" ")[0])
        foreign = self._of_state_with_figure(line, at) if at == name_end else None
        if foreign is not None and not self._positions.behind_article(line, start):
            return self._lettered(line, start, foreign, make)
        identity = self._american.read(line, at)
        goes_on = identity is not None and line.classes[identity.end : identity.end + 1] in self._signs
        lettered = self._letters_behind_model(line, at) if goes_on else None
        if lettered is not None:
            return Heard(start, lettered.end, "registration", None, make, None, lettered.text, None, None, True)
        if identity is None or (goes_on and identity.text.isdigit()):
            identity = self._behind_model(line, at) or identity
        if identity is not None and not self._is_model(line, start, identity):
            found = self._of_make(line, start, identity.end, identity.text, make)
            return self._american.as_taxi(line, found) if found is not None else None
        letters = self._with_figures(line, at) or self._in_capitals(line, at)
        return None if letters is None else self._lettered(line, start, letters, make)

    def _figure_first(self, line: Line, at: int) -> Identity | None:
        """ "cherokee six | zero whiskey", "cherokee six | zero nine nine two": a mark begins with the figure of the
        model, for none begins with a zero; a heading does ("cherokee six | zero nine zero")."""
        figure, rest = symbols().get(line.words[at - 1]), self._identities.read(line, at, US_MOST - 1)
        if figure is None or rest is None or _NO_REST.fullmatch(rest.text):
            return None
        return Identity(figure[1] + rest.text, rest.end) if US.fullmatch(figure[1] + rest.text) else None

    def _lettered(self, line: Line, start: int, letters: Identity, make: str) -> Heard | None:
        """The mark of another state, or the last letters of one: "helicopter golf alpha bravo charlie delta", "piper
        zulu tango"."""
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

    def _of_state_with_figure(self, line: Line, at: int) -> Identity | None:
        """ "tecnam | alpha six uniform romeo xray", "cessna | nine alpha papa charlie zulu", "Robin S5JBK": a mark with
        a figure and three letters; no American registration has more than two."""
        if at in line.commas:
            return None
        if at < len(line.words) and WITH_FIGURE.fullmatch(shown := line.said(at, at + 1)) and mark_of(shown):
            return Identity(shown, at + 1)
        end = at + _IN_CAPITALS
        spelled = end <= len(line.chars) and self._signs.issuperset(line.chars[at:end])
        if not spelled or line.classes[end : end + 1] in self._signs or not line.commas.isdisjoint(range(at, end)):
            return None
        signs = "".join(symbols().get(w, ("", ""))[1] or self._compiled.letters.get(w, "") for w in line.words[at:end])
        return Identity(signs, end) if WITH_FIGURE.fullmatch(signs) and mark_of(signs) else None

    def _in_capitals(self, line: Line, at: int) -> Identity | None:
        """ "Cessna XRZ", "Cessna GXRZ", "Robin OKXRZ": a mark or its last letters, written as a word that no table
        knows."""
        if at >= len(line.words) or at in line.commas or line.shouted or line.chars[at] not in self._unlisted:
            return None
        shown = line.said(at, at + 1)
        if not (shown.isalpha() and shown.isupper()):
            return None
        whole = len(shown) == _IN_CAPITALS and mark_of(shown) is not None
        return Identity(shown, at + 1) if whole or len(shown) == LAST or whole_mark(shown) != shown else None

    def _is_whole(self, line: Line, at: int) -> bool:
        """ "Cessna, 1-2-3 Alpha Bravo": a whole mark with letters at its end."""
        whole = self._american.identity(line, at)
        return whole is not None and len(whole.text) >= US_FULL and whole.text[-1].isalpha()

    def _behind_model(self, line: Line, at: int) -> Identity | None:
        """ "cessna one seventy two | five nine mike alpha": the number of the model, then figures and letters."""
        end = self._model_end(line, at)
        identity = self._american.identity(line, end) if end > at else None
        return identity if identity is not None and _ENDED.fullmatch(identity.text) else None

    def _letters_behind_model(self, line: Line, at: int) -> Identity | None:
        """ "cessna one seven two | alpha bravo charlie": three letters at the end, as no American mark has."""
        end = self._model_end(line, at)
        letters = self._identities.letters(line, end, _IN_CAPITALS) if end > at else None
        return letters if letters is not None and len(letters.text) == LAST else None

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
        if ident.isdigit() and (
            self._of_others(line, start, end, make, ident) or self._american.is_dated(line, start, end)
        ):
            return None
        if ident.isdigit() and len(ident) < US_FULL and not self._positions.at_edge(line, start, end):
            return None
        if len(ident) < 2 or (ident.endswith("00") and self._clock.search(line.classes, far(start), start) is not None):
            return None  # "traffic, 11 o'clock, 3 miles, a Beech Baron 3500": how high it is
        return registered(start, end, ident, make)

    def _of_others(self, line: Line, start: int, end: int, make: str, ident: str) -> bool:
        """ "baron five seven": a make whose name means other things, and figures alone; five of them are a
        registration, and so are four said one by one where no operator has the name, and three if no squadron has,
        and all of which the mark is said."""
        if line.chars[start] not in self._make_caution or len(ident) > US_FULL:
            return False
        if line.words[line.name_end(start)] == "november" or line.words[end - 1] == f"n{ident}":
            return False  # "Cherokee N5851"
        name, grouped = make.lower(), not self._digits.issuperset(line.chars[end - len(ident) : end])
        if len(ident) < LAST or (grouped and not line.words[end - 1].isdecimal()):
            return True
        row = self._compiled.telephony.named(name)
        return (row and row.status != "historic") or (len(ident) < US_FULL and name in self._compiled.tactical)

    def _is_model(self, line: Line, start: int, identity: Identity) -> bool:
        """ "a cessna one seventy two", "boeing 737": the number of a model, not of an aircraft."""
        if self._positions.behind_article(line, start):
            return not (self._is_told(line, start, identity) or self._is_another(line, start, identity))
        if identity.text[:-1] in self._models and line.said(identity.end - 1, identity.end).endswith("s"):
            return True  # "two Boeing 747s": several of them
        return identity.text in self._models and not self._of_no_model(line, start, identity)

    def names_mark(self, line: Line, start: int) -> bool:
        """ "skyhawk one two three alpha bravo, | skyhawk four five six charlie delta is behind you": a make, and what
        is no model's number."""
        at = line.name_end(start)
        identity = self._american.read(line, at)
        if identity is not None and self._ends_as_mark(identity):
            return True
        return bool(figure_of_name(line, at, self._compiled.letters))  # "cherokee six | charlie"

    def _ends_as_mark(self, identity: Identity) -> bool:
        figures = identity.text.rstrip(ascii_uppercase)
        lettered = 0 < len(figures) < len(identity.text) and len(identity.text) >= LAST
        return lettered and figures not in self._models and US.fullmatch(identity.text) is not None

    def _is_another(self, line: Line, start: int, identity: Identity) -> bool:
        """ "cessna one two three alpha bravo, follow the | cherokee four five six charlie delta": somebody else, who is
        known to be one by the call sign before."""
        definite = self._definite.search(line.classes, far(start), self._positions.type_begins(line, start)) is not None
        return definite and self._ends_as_mark(identity) and any(isinstance(w, Heard) for w in line.found.values())

    def _is_told(self, line: Line, start: int, identity: Identity) -> bool:
        """ "okay the cessna one seven two kilo lima say intentions": at the beginning, an order behind, and it ends
        as a mark does."""
        told = _MARK_ENDS.search(identity.text) is not None and self._positions.ordered(line, identity.end)
        return told and self._positions.begins(line, self._positions.type_begins(line, start) - 1)

    def _of_no_model(self, line: Line, start: int, identity: Identity) -> bool:
        """ "skyhawk 321 turn left", "skyhawk three two one entering": somebody else's models have that number."""
        if len(identity.text) < LAST or not self._positions.begins(line, start):
            return False
        known = type_designator(line.words[start : identity.end], {}) is not None
        said = identity.end - LAST > start and self._signs.issuperset(line.chars[identity.end - LAST : identity.end])
        told = said and self._doing(line.classes, identity.end) is not None
        signed = start > 0 and self._positions.ends(line, identity.end)  # "roger, skyhawk three two one"
        called = identity.end in line.commas or self._positions.ordered(line, identity.end)
        return not known and (told or signed or called)
