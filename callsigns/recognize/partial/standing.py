"""Whether figures and letters that nothing else has claimed stand where a call sign stands.

>>> # roger fifteen forty nine               -> at the end, said in pairs: a call sign
>>> # six lima delta hartford approach       -> at the beginning, before a station
>>> # wind calm kilo mike bravo cleared ...  -> between what may end a message and what may begin one
>>> # traffic at two three                   -> the word before asks for figures of its own: none

Never behind a word that asks for a number or a letter of its own ("runway", "via", "information").

Source: ICAO Annex 10 Vol II 5.2.1.7.2.2 (abbreviated call signs); FAA AIM 4-2-4 (last three characters).
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching, searching
from callsigns.grammar.expressions import searchable
from callsigns.grammar.tables import location
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.numbers import symbols
from callsigns.recognize.callsign.marks import is_mark
from callsigns.recognize.evidence import RadioEvidence, is_year, number_values
from callsigns.recognize.partial.name_alone import NameAlone
from callsigns.recognize.partial.possible import MIXED, VALUE_SHORT, Possible, is_end_again
from callsigns.recognize.position import Positions
from callsigns.tokens import BREAK

__all__ = ["PartialStanding"]

_FIGURES: Final = searchable(r"\d{2,4}")
_TWO_LETTERS: Final = searchable(r"\d{1,2}[A-Z]{2}")  # no quantity, runway or stand is said so
_PROCEDURE_LIKE: Final = searchable(r"\d[A-Z]")  # departures and arrivals are named so: "VENOX one bravo"
_LEVEL_LIKE: Final = searchable(r"[0-4]\d0|[1-9]0")  # a level, a heading, a speed whose first words are lost
_ROUND: Final = searchable(r"(?:[12]\d|3[0-6])0")  # a heading or a speed, which is answered in as few words
_SPEED_LIKE: Final = searchable(r"[12]\d0")
_UNROUND: Final = searchable(
    r"(?!1[0-3]|9[5-9])(?:[1-9]\d[1-46-9]|(?:3[7-9]|[4-9]\d)5)"
)  # no heading, level or speed is said so
_LETTERS: Final = searchable(r"[A-Z]{2,3}")
_LETTERS_FIRST: Final = searchable(r"[A-Z]{2,3}\d{2,4}|[A-Z]\d{3}")
_LETTER_AND_TWO: Final = searchable(r"[A-Z]\d\d")  # "tango four five hold position"
_FIGURED_MARK: Final = searchable(r"(?:\d[A-Z]|[A-Z]\d)[A-Z]{2}")  # "nine hotel november kilo", of 9H-...
_LATELY: Final = "19"  # a year before is hardly ever spoken of, but many flights have its number
_PAIRS: Final = searchable(r"(?:1[0-7]|3[7-9]|[4-9]\d)\d\d")  # no megahertz without their first figure, no altimeter


class PartialStanding:
    """Judges bare figures and letters by what stands around them, for one grammar."""

    _verb_behind = matching("(<partial_behind>|<sentence_behind_number>)")
    _pairs_behind = matching("<pairs_behind>")
    _subject = matching("<partial_subject>")
    _goes_on_behind = matching("<between_behind>")
    _last_behind, _last_before = matching("<last_sign_behind>"), ending("<last_sign_before>")
    _told = matching("<aircraft_told_behind>")
    _certain, _flies = matching("(<facility>|<greeting>)"), matching("<letters_behind>")
    _letters_before = ending("<four_letters_before>")
    _plain_before = searching("<partial_before>")
    _asks_nothing = ending("<asks_nothing>")

    def __init__(self, compiled: Compiled, evidence: RadioEvidence, positions: Positions, names: NameAlone) -> None:
        self._compiled = compiled
        self._evidence, self._positions, self._names = evidence, positions, names
        self._possible = Possible(compiled, evidence, positions, names)
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        handover = members("handover")
        self._letter_slot = frozenset(members("letter_slot") + handover)
        self._number_slot = frozenset(members("number_slot") + handover)
        self._stand_slot = frozenset(members("stand_slot") + handover)
        self._digit = listed("digit")
        self._teen, self._and = listed("teen", "tens"), listed("and")
        self._unheard = listed("unheard")
        self._for, self._whom = listed("partial_for"), listed("partial_whom")
        self._pairs_slot = listed("pairs_slot")
        self._mixed_slot = frozenset(members("mixed_slot") + handover)
        self._agreeing = listed("opening", "courtesy")
        self._station_end = frozenset(members("facility") + members("greeting") + CONTINUED)
        self._value = number_values(compiled)
        self._facility = listed("facility")
        self._ground = frozenset(compiled.lexicon.entity[name] for name in ("runway", "taxiway", "stand"))
        self._break = compiled.lexicon.words[BREAK]
        self._wake = listed("wake")
        self._kind_before = listed("article", "make", "maker", "thousand")

    def stands(self, line: Line, start: int, end: int, ident: str) -> bool:
        """Whether the words ``start`` to ``end``, read as ``ident``, are a call sign."""
        if self._waked(line, start, end, ident) or self.short_mark(line, start, end, ident):
            return True
        if not self._possible.is_one(line, start, end, ident):
            return False
        if self._begins_at(line, start, ident) and self._begins(line, start, end, ident):
            return True
        apart = start in line.commas or (len(ident) >= VALUE_SHORT and line.before(start) == self._break)
        free = apart or self._positions.answered(line, start) or self._meant(line, start, ident)
        if start and not free and self._asked(line, start, end, ident):
            return self._positions.ends(line, end) and self._of_nobody_else(line, start, end, ident)
        if self._positions.ends(line, end):
            return self._ends(line, start, end, ident, free=free)
        return (not line.named or is_end_again(line, ident)) and self._between(line, start, end, ident)

    def short_mark(self, line: Line, start: int, end: int, ident: str) -> bool:
        """ "nine hotel november kilo good morning": a mark that has a figure, and two letters (9H-...NK)."""
        if not (_FIGURED_MARK.fullmatch(ident) and is_mark(ident[:2]) and self._positions.begins(line, start)):
            return False
        if line.named and not is_end_again(line, ident):
            return False
        if self._certain(line.classes, end) is not None:
            return True
        ordered = end == len(line.classes) or self._verb_behind(line.classes, end) is not None
        return ident[0].isdecimal() and ordered  # "alpha six bravo kilo, hold short": taxiways

    def _waked(self, line: Line, start: int, end: int, ident: str) -> bool:
        """ "250 knots, 2914 heavy": what an aircraft calls itself; "a seven sixty heavy" is a type."""
        if line.classes[end : end + 1] not in self._wake or not self._positions.ends(line, end):
            return False
        free = not start or not self._another_named(line, ident)
        called = free and line.before(start) not in self._kind_before
        return called and len(ident) == 4 and ident.isdecimal() and self._evidence.heard(line)

    def _another_named(self, line: Line, ident: str) -> bool:
        return line.named and not is_end_again(line, ident)

    def _begins_at(self, line: Line, start: int, ident: str) -> bool:
        """ "for kilo mike bravo ..." begins there as well."""
        if start == 1 and line.chars[0] in self._for and not ident.isdigit():
            return True
        return self._positions.begins(line, start)

    def _begins(self, line: Line, start: int, end: int, ident: str) -> bool:
        """At the beginning: before a station or greeting, or before a verb when the shape is one of a call sign."""
        if len(ident) > 2 and not start:
            end = self._positions.over(line, end)
        if end >= len(line.classes):
            return self._alone(line, start, end, ident)
        if len(ident) == 1:
            return self._last_sign(line, start, end, ident)
        if _LETTERS_FIRST.fullmatch(ident) or (start == 0 and _LETTER_AND_TWO.fullmatch(ident)):
            return end in line.commas or self._verb_behind(line.classes, end) is not None
        if ident.isalpha() and len(ident) == 4:
            return self._four_letters(line, start, end, ident)
        mixed = MIXED.fullmatch(ident) is not None
        shaped = mixed or bool(_FIGURES.fullmatch(ident) or _LETTERS.fullmatch(ident))
        listed = len(ident) == 2 and line.words[start] == ident  # "18 (french): say ..."
        if mixed or self._certain(line.classes, end) or (end in line.commas and not listed):
            return shaped
        if _LEVEL_LIKE.fullmatch(ident) and self._teen.isdisjoint(line.chars[start:end]):
            return start == 0 and self._subject(line.classes, end) is not None
        if len(ident) == 3 and ident.isalpha() and line.chars[end] not in self._letter_slot:
            return True
        if len(ident) == 2 and ident.isdecimal() and line.words[end] in symbols():
            return False  # "eight seven seven thousand": nobody knows where the one ends and the other begins
        verb = self._flies if ident.isalpha() else self._verb_behind
        return shaped and (verb(line.classes, end) is not None or self._paired(line, start, end, ident))

    def _four_letters(self, line: Line, start: int, end: int, ident: str) -> bool:
        """ "oscar kilo mike bravo praha", "oscar victor sierra alpha report final": letters of the mark are left out;
        no order is given to an aerodrome."""
        if start == 0 and self._told(line.classes, end) is not None:
            return True
        behind = start == 0 and self._flies(line.classes, end) is not None
        return (behind or self._certain(line.classes, end) is not None) and location(ident) is None

    def _paired(self, line: Line, start: int, end: int, ident: str) -> bool:
        """ "forty five fifty three | one eight zero": two pairs, the first of which is none of a frequency or time."""
        paired = start == 0 and line.chars[0] in self._teen and _PAIRS.fullmatch(ident) is not None
        return paired and self._pairs_behind(line.classes, end) is not None

    def _last_sign(self, line: Line, start: int, end: int, ident: str) -> bool:
        """ "golf good evening descend flight level one hundred": the recording begins within the call sign."""
        if start or ident == "0" or line.words[start].isdecimal() or not self._last_behind(line.classes, end):
            return False
        valued = not self._value.isdisjoint(line.chars) or not self._facility.isdisjoint(line.chars)
        return valued or (ident.isalpha() and self._evidence.heard(line))

    def _ends(self, line: Line, start: int, end: int, ident: str, *, free: bool) -> bool:
        """At the end: figures with letters behind anything; bare figures or letters behind a value or a comma."""
        if MIXED.fullmatch(ident) and not (start and _PROCEDURE_LIKE.fullmatch(ident)):
            return True
        if self._of_nobody_else(line, start, end, ident):
            return True
        if start == 0:
            return self._alone(line, start, len(line.classes), ident)
        if len(ident) == 1:  # "runway three one clear to land charlie"
            return ident.isalpha() and self._last_before.search(line.classes, far(start), start) is not None
        shaped = any(shape.fullmatch(ident) for shape in (MIXED, _FIGURES, _LETTERS, _LETTERS_FIRST))
        if not shaped:  # "level six zero oscar kilo kilo sierra": the mark and its last two letters
            lettered = len(ident) == 4 and ident.isalpha() and location(ident) is None
            if lettered and self._letters_before.search(line.classes, far(start), start) is not None:
                return True  # "cleared to land runway two four oscar lima mike november"
            on_ground = line.chars[line.name_start(start - 1)] in self._ground
            behind = self._behind_end(line, start) or (line.before(start) == self._break and self._is_valued(line))
            return lettered and (is_mark(ident[:2]) or not on_ground) and behind
        parted = self._parted(line, start, ident)
        parted = parted or (start in line.commas and ident < _LATELY and self._is_valued(line))
        if is_year(line.words[start]) and not parted and not self._behind_end(line, start):
            return False  # "turning down the Beatles, 1962"
        if free or parted or self._unmistakable(line, start, end, ident):
            return True
        answered = ident.isdecimal() and (
            len(ident) < VALUE_SHORT
            or _ROUND.fullmatch(ident)
            or (len(ident) > VALUE_SHORT and self._digit.issuperset(line.chars[start:end]))
        )
        if answered and self._agreeing.issuperset(line.chars[:start]):
            return False  # "okay eleven", "okay two ten", "that's affirmative two fifty", "okay four six one two"
        level_like = self._level_like(line, start, end, ident)
        if level_like and not self._evidence.around(line, start, start + 1):
            return False
        # "heading two six zero [unk] four ten"
        unheard = len(ident) >= VALUE_SHORT and not level_like and line.before(start) in self._unheard
        return self._behind_end(line, start - unheard)

    def _of_nobody_else(self, line: Line, start: int, end: int, ident: str) -> bool:
        """ "short approach two lima", "left three sixty for two lima": no procedure, taxiway or stand."""
        if (
            _PROCEDURE_LIKE.fullmatch(ident) is None
            or start in line.commas
            or not self._possible.spelled(line, start, end)
        ):
            return False
        return self._positions.answered(line, start) or self._meant_for(line, start)

    def _parted(self, line: Line, start: int, ident: str) -> bool:
        """ "Cleared to land, runway 33 left. 1209.": four figures between full stops, or three that are no value."""
        if line.before(start) != self._break or not self._is_valued(line):
            return False
        return (len(ident) > VALUE_SHORT and ident.isdecimal()) or _UNROUND.fullmatch(ident) is not None

    def _is_valued(self, line: Line) -> bool:
        if line.valued is None:
            line.valued = not self._value.isdisjoint(line.chars)
        return line.valued

    def _level_like(self, line: Line, start: int, end: int, ident: str) -> bool:
        plain = self._teen.isdisjoint(line.chars[start:end])
        return (_LEVEL_LIKE if plain else _SPEED_LIKE).fullmatch(ident) is not None

    def _behind_end(self, line: Line, start: int) -> bool:
        """What stands right before word ``start`` may end a message: "heading zero two zero and five eighty eight"."""
        start -= start > 1 and line.chars[start - 1] in self._and and line.chars[start] not in self._teen
        return start > 0 and self._plain_before.match(line.classes, line.name_start(start - 1)) is not None

    def _between(self, line: Line, start: int, end: int, ident: str) -> bool:
        """ "wind calm kilo mike bravo cleared to land": behind what may end a message, before what may begin one."""
        two = _TWO_LETTERS.fullmatch(ident) is not None
        mixed = MIXED.fullmatch(ident) is not None and not _PROCEDURE_LIKE.fullmatch(ident)
        # "Readback correct, 46QT, contact ground"
        written = end == start + 1 and start in line.commas and (end in line.commas or line.classes[end] == self._break)
        spelled = written or self._possible.spelled(line, start, end)
        if not spelled or not (mixed or (len(ident) == 3 and ident.isalpha())):
            return False
        before, behind = self._behind_end(line, start), self._goes_on_behind(line.classes, end) is not None
        if self._names.mentioned(line, start) or (two and line.before(start) in self._for):
            return True
        return (before and behind) or (two and (before or behind))

    def _asked(self, line: Line, start: int, end: int, ident: str) -> bool:
        """The word before asks for figures or letters of its own."""
        before = self._positions.asking(line, start)
        if self._asks_nothing.search(line.classes, far(start), start) is not None:
            return False  # "holding position | seven nine november"
        if ident[0].isalpha():
            return before in self._letter_slot
        if self._possible.spelled(line, start, end) and MIXED.fullmatch(ident) and not _PROCEDURE_LIKE.fullmatch(ident):
            return before in (self._stand_slot if _TWO_LETTERS.fullmatch(ident) else self._mixed_slot)
        if len(ident) == 4 and line.chars[start] in self._teen and before in self._pairs_slot:
            return True
        return before in self._number_slot or before in self._mixed_slot

    def _meant(self, line: Line, start: int, ident: str) -> bool:
        """ "hold short for three thirty six", "that was for fifteen sixty seven": no level, heading or speed."""
        paired = line.chars[start] in self._teen and _PAIRS.fullmatch(ident) is not None
        return (paired or _UNROUND.fullmatch(ident) is not None) and self._meant_for(line, start)

    def _meant_for(self, line: Line, start: int) -> bool:
        return line.before(start) in self._whom and self._evidence.heard(line)

    def _unmistakable(self, line: Line, start: int, end: int, ident: str) -> bool:
        """ "looking for traffic forty one sixty", "leaving the frequency sierra lima kilo": no quantity is said so."""
        if not self._evidence.heard(line):
            return False
        pairs = len(ident) == 4 and ident.isdigit() and line.chars[start] in self._teen
        return pairs or (len(ident) == 3 and ident.isalpha()) or self._unround(line, start, end, ident)

    def _unround(self, line: Line, start: int, end: int, ident: str) -> bool:
        """Figures said one by one that are no heading, level or speed."""
        return _UNROUND.fullmatch(ident) is not None and self._digit.issuperset(line.chars[start:end])

    def _alone(self, line: Line, start: int, end: int, ident: str) -> bool:
        """The line holds nothing else: a call sign when it is said like one."""
        if MIXED.fullmatch(ident) or _LETTERS.fullmatch(ident):
            return True
        if ident.isalpha():  # "prague tower hotel zulu mike foxtrot": the rest of a registration
            return line.before(start) in self._station_end and location(ident) is None
        if not self._teen.isdisjoint(line.chars[start:end]):
            return bool(_FIGURES.fullmatch(ident)) and len(ident) > 2 and not _ROUND.fullmatch(ident)
        return self._unround(line, start, end, ident)
