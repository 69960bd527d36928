"""Where a call sign stands: at the beginning of what is said, or at its end.

"Control, Mustang 99 is departing": behind the station, before the message. "descend four thousand, six lima delta":
behind the message. Between the two, a bare word and a number are something else ("page nine").
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED, one_of
from callsigns.line import Line
from callsigns.numbers import digits
from callsigns.recognize.value.names import type_designator
from callsigns.tokens import BREAK

__all__ = ["Positions"]

_BEFORE: Final = (
    "opening",
    "alerting",
    "greeting",
    "farewell",
    "courtesy",
    "facility",
    "callsign",
    "pupil",
    "distress_call",
    "urgency_call",
    "collective",
    "formation",
)
_OF_ROUTE: Final = searchable(r"\d[A-Z]?")
_GATE: Final = 2  # figures of its number
_FLOWN: Final = 3  # words before the name of a procedure
_FARTHEST: Final = 400  # words: twelve names and call signs are shorter; what is looked at must not grow with the line


class Positions:
    """Answers for one grammar whether a place in a line is one for call signs."""

    _order = matching("<order_behind>")
    _complete = ending("<partial_after>")
    _taxied, _joined = ending("via (<letter> [<plain>]){1,4}"), ending("<joined_before>")
    _parked = ending("<parked_before>")
    _route, _passed = ending("<unknown> <plain>"), ending("<place_passed>")
    _flown, _approved = ending("<procedure_flown>"), matching("<procedure_approved>")
    _goes_on = matching("<procedure_goes_on>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        lexicon = compiled.lexicon
        self._full_stop = lexicon.words[BREAK]
        self._breaks = frozenset((self._full_stop, *lexicon.members("separator")))
        behind = "(<farewell>|<courtesy>|<greeting>|<wake>|<formation>|<callsign>|<opening>){0,12}"
        before = lexicon.listed(*_BEFORE)
        breaks, expression = one_of(self._breaks), compiled.compile.expression
        self._lead = searchable(f"(?>.*{breaks})?(?:{one_of(before)}{CONTINUED}*){{0,12}}")
        units = f"(?:{one_of(before - self._breaks)}{CONTINUED}*){{0,12}}"
        self._leading = searchable(f"(?:{units}{breaks})*{units}")  # from the beginning of a line
        self.loosely = f"{one_of({*before, *self._breaks, CONTINUED})}*"  # all that may lead to a word that ``begins``
        self._make, self._article = (
            lexicon.listed("make", "make_caution"),
            lexicon.listed("article"),
        )
        self._side, self._and = lexicon.listed("side_of_runway"), lexicon.listed("and")
        self._figure = lexicon.listed("digit", "teen", "tens", "figure2", "figure3", "figure4", "figure5")
        self._procedure = frozenset(compiled.words.get("procedure_word", ()))
        self._tail = searchable(rf"(?>{expression(behind)})(?:{breaks}|\Z)")

    def lead(self, classes: str) -> int:
        """Up to which word of a line every name and entity begins where ``begins`` says so."""
        found = self._leading.match(classes)
        return found.end() if found is not None else 0

    def asking(self, line: Line, word: int) -> str:
        """The class of the word before ``word``, which may ask for a letter; the "and" that begins a line does not."""
        before = line.before(word)
        return "" if word == 1 and before in self._and else before

    def begins(self, line: Line, word: int) -> bool:
        """Nothing stands before ``word`` in its sentence but greetings, stations, call signs and the like."""
        if word == 0:
            return True
        return self._lead.fullmatch(line.classes, word - _FARTHEST if word > _FARTHEST else 0, word) is not None

    def ends(self, line: Line, word: int) -> bool:
        """Nothing follows from ``word`` on but farewells and the like."""
        return self._tail.match(line.classes, word) is not None

    def at_edge(self, line: Line, start: int, end: int) -> bool:
        """The words ``start`` to ``end`` are the first or the last that count."""
        return self.begins(line, start) or self.ends(line, end)

    def over(self, line: Line, end: int) -> int:
        """The word behind the end of a sentence at ``end``: recognizers write a full stop behind a call sign."""
        return end + (line.classes[end : end + 1] == self._full_stop)

    def ordered(self, line: Line, word: int) -> bool:
        """An order, a request or a station stands at ``word``, or behind the full stop there."""
        return self._order(line.classes, self.over(line, word)) is not None

    def answered(self, line: Line, word: int) -> bool:
        """ "negative contact", "ready for taxi": what stands before ``word`` is complete, though its last word asks."""
        return self._complete.search(line.classes, max(0, word - 4), word) is not None

    def behind_runway(self, line: Line, word: int) -> bool:
        """ "cleared to land four left | precision ninety": behind the side of a runway, which no letter has."""
        return word > 1 and line.chars[word - 1] in self._side and line.chars[word - 2] in self._figure

    def in_procedure(self, line: Line, start: int, ident: str, end: int) -> bool:
        """ "husky two departure", "descending via the raven six", "skyline two then as filed": a name and one figure
        before such a word, or behind such words, name a route."""
        if _OF_ROUTE.fullmatch(ident) is None:
            return False
        said = end < len(line.words) and line.words[end] in self._procedure
        if said and self.is_approved(line, end):
            return False
        if not said and self._goes_on(line.classes, end) is not None:
            return True
        return said or self._flown.search(line.classes, max(0, start - _FLOWN), start) is not None

    def is_approved(self, line: Line, end: int) -> bool:
        """ "chopper four | transition approved": no procedure has that number."""
        return self._approved(line.classes, end) is not None

    def on_way(self, line: Line, word: int) -> bool:
        """ "speedbird one two taxi via sierra three | november one foxtrot": the next taxiway of one who is named; "in
        the alley for | delta three": a gate; and "left at alpha, then | delta five"."""
        before = far(word)
        if self._parked.search(line.classes, before, word) or self._joined.search(line.classes, before, word):
            return self._is_gate(line, line.name_end(word))
        return bool(line.found) and self._taxied.search(line.classes, far(word), word) is not None

    def _is_gate(self, line: Line, at: int) -> bool:
        """ "going to delta | three": one figure or two; "say again ramp for delta twenty two twelve" is a flight."""
        end = at
        while end < len(line.chars) and line.chars[end] in self._figure:
            end += 1
        return len(digits(line.words[at:end])) <= _GATE

    def type_begins(self, line: Line, word: int) -> int:
        """ "piper | cherokee", "helicopter | G-ABCD": where the maker or kind that is said before ``word`` begins; it
        is part of the call sign (ICAO Annex 10 II 5.2.1.7.2.1 a); but none is in "over the lake | cessna"."""
        named = word not in line.commas and line.before(word) in self._make
        if not named or self._passed.search(line.classes, max(0, word - 4), word) is not None:
            return word
        return word if _two_types(line, word) else word - 1

    def behind_article(self, line: Line, word: int) -> bool:
        """ "a cessna", "the piper cherokee": a type is described whose last word is ``word``; not "via A, Cessna"."""
        first = self.type_begins(line, word)
        return first not in line.commas and line.before(first) in self._article

    def in_route(self, line: Line, word: int) -> bool:
        """ "tusin three | november nine two kilo": a name and a figure, and a letter follows."""
        return word > 1 and self._route.search(line.classes, word - 2, word) is not None and self.begins(line, word - 2)

    def follows_comma(self, line: Line, word: int) -> bool:
        """A comma or the end of a sentence stands before ``word``."""
        return word == 0 or word in line.commas or line.chars[word - 1] in self._breaks


def _two_types(line: Line, word: int) -> bool:
    """ "behind the airbus | mooney four two kilo": no maker's name and its model's, but two aircraft."""
    first, second = line.words[word - 1 : word], line.words[word : line.name_end(word)]
    known = type_designator(first, {}) is not None and type_designator(second, {}) is not None
    return known and type_designator(first + second, {}) is None
