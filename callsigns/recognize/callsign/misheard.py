"""Telephonies that a recognizer wrote down as other words: "air friends thirty one oh eight heavy" is Air France 3108.

>>> # lift answer eight eighty nine turn right heading three six zero
>>> # flight: DLH889-------------

Only where nothing else was found: words that are no telephony stand at the beginning, right before a number of the
shape of a flight identification, and an order follows; or at the end, behind a value, a farewell or a place; or a word
that no table lists was read as a call sign there. They count as an operator's name when exactly one sounds like them
(``alike``). Where none does, a number in groups or of a heavy aircraft stands alone, if an order follows: somebody was
called. A number of one or two figures, which a word of squadrons has as well, needs more likeness than a longer
one. Words that are listed as tactical stay tactical.
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import matching
from callsigns.grammar.expressions import searchable
from callsigns.grammar.tables import Airline, is_place
from callsigns.lexicon import CONTINUED, one_of
from callsigns.line import Line
from callsigns.once import Roomy
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.callsign.likeness import ALONE, LONG, MOST_WORDS, NEVER, SMALL, SURE, Guess, Likeness
from callsigns.recognize.evidence import is_year
from callsigns.recognize.heard import Heard, operator_of, partial
from callsigns.recognize.position import Positions
from callsigns.recognize.value.names import type_designator

__all__ = ["MisheardReader"]

_IDENT: Final = searchable(r"[1-9]\d{0,3}|0\d[1-9]|[1-9]\d{0,2}[A-Z]|[1-9]\d?[A-Z]{2}")
_VALUE: Final = searchable(r"\d|[12]\d[05]")  # "we can give you two sixty"; one figure may be a word, "too heavy"
_LETTERED: Final = searchable(r"[1-9]\d?[A-Z]{1,2}|[1-9]\d{2}[A-Z]")
_WORDS: Final = 4  # before the number; no name that was cut in pieces is longer


class MisheardReader(Roomy):
    """Reads such names for one grammar."""

    __slots__ = ("_call", "_compiled", "_figure", "_identities", "_likeness", "_number", "_positions")

    _told, _no_flight = matching("<told_behind>"), matching("<no_flight>")

    def __init__(self, compiled: Compiled, identities: IdentityReader, positions: Positions) -> None:
        self._compiled, self._identities, self._positions = compiled, identities, positions
        members, listed, entity = compiled.lexicon.members, compiled.lexicon.listed, compiled.lexicon.entity
        self._call, self._classes = entity["callsign"], compiled.lexicon.classes
        self._likeness = Likeness(compiled)
        number = members(
            "digit", "teen", "tens", "hundred", "thousand", "repeat", "figure1", "figure2", "figure3", "figure4"
        )
        self._number = frozenset(number)
        self._ident_word = listed("flight_ident")
        self._teen = listed("teen", "tens")
        self._figure = searchable(one_of({*number, *self._ident_word})).search
        self._letter, self._giver = listed("letter", "single"), listed("information_giver")
        self._no_name = frozenset(number + members("break") + members("facility") + "".join(entity.values()))
        asks = members("number_slot", "radio_word", "handover", "greeting", "opening", "article")
        self._asks = frozenset(asks).difference(members("courtesy"))
        self._order, self._slot, self._unit = listed("order"), listed("number_slot"), listed("unit")
        self._never_before = self._no_name | self._slot  # no last word of a name at the end
        self._article = listed("article")
        self._models = frozenset(compiled.words.get("model_number", ()))
        self._multiplier, self._thousand = listed("hundred", "thousand"), listed("thousand")
        self._dangling = listed("dangling", "decimal").union(self._multiplier)
        self._nameable = listed("unknown", "nameable", "telephony", "name_part", "company")
        self._counted = self._number | self._ident_word | self._letter
        self._goes_on = self._dangling | self._number | self._letter
        self._lead = frozenset(members("greeting") + members("opening") + members("farewell") + CONTINUED)
        self._wake, self._english, self._directive = listed("wake"), listed("ordinary"), listed("directive")
        value_end = members("side_of_runway", "radio_word", "greeting", "farewell", "courtesy", "opening", "kt", "NM")
        self._value_end = self._no_name.union(value_end, compiled.compile.last("<partial_before>"), CONTINUED)
        social = one_of(members("farewell") + members("courtesy") + members("break") + members("wake") + CONTINUED)
        self._last = searchable(f"{social}*\\Z")

    def complete(self, line: Line) -> None:
        """Claim the call sign at the beginning of a line in which none was understood."""
        before, doubtful = line.classes, None
        at = before.find(self._call)
        if at >= 0:
            call = line.found.get(at)
            if call and call.designator and (not at or at in line.commas):
                return  # most lines
            doubtful = self._doubtful(line)
            if doubtful is None:
                return
            own = self._classes(line.words[doubtful.start : doubtful.end])
            line.become(before[: doubtful.start] + own + before[doubtful.end :])
        heard = self._again(line, doubtful)
        if heard is None:
            line.become(before)
            return
        if doubtful is not None:
            line.found.pop(doubtful.start)
            line.endings = None
        line.claim(heard.start, heard.end, self._call, heard)

    def _again(self, line: Line, doubtful: Heard | None) -> Heard | None:
        """The flight that was meant, at the beginning or the end of the line; ``doubtful``: what was read there."""
        heard = None
        named = doubtful if doubtful is not None and self._row(doubtful) is not None else None
        found = self._figure(line.classes)
        if named is not None:
            heard = self._read(line, found.start(), SURE) if found is not None else None
            if heard is not None and not (heard.designator and self._longer(line, heard, named)):
                heard = None  # "cat a | pacific four seven": somebody else, whose name has more words
        else:
            heard = self._read(line, found.start()) if found is not None else None
            if doubtful is not None and heard is not None and heard.kind == "partial":
                heard = None  # a name that no table lists is one
            if heard is None and doubtful is not None and self._positions.ends(line, doubtful.end):
                heard = self._read_last(line, doubtful)
        if heard is None:
            heard = self._read_end(line, ALONE if named is None else SURE)
            if heard is not None and doubtful is not None and not self._other(line, heard, doubtful):
                return None
        return heard

    def _other(self, line: Line, heard: Heard, doubtful: Heard) -> bool:
        """Somebody else, whose name has more words; not with two words of everyday English, "going to be | swiss"."""
        before = line.chars[heard.start : doubtful.start]
        return self._longer(line, heard, doubtful) and not (len(before) > 1 and self._english.issuperset(before))

    def _longer(self, line: Line, heard: Heard, doubtful: Heard) -> bool:
        """The name of somebody else, which has more words, none of them of an order: not "full stop | swiss"."""
        before = line.chars[heard.start : doubtful.start]
        return bool(before) and heard.designator != doubtful.designator and self._directive.isdisjoint(before)

    def _doubtful(self, line: Line) -> Heard | None:
        """The only call sign, if its name is a word that no table lists, or an ordinary one behind words that nobody
        claims ("six thousand chat blue fifty two eighteen")."""
        calls = [what for what in line.found.values() if isinstance(what, Heard)]
        if len(calls) != 1 or calls[0].kind not in ("tactical", "flight", "partial"):
            return None
        call = calls[0]
        if call.kind == "partial":
            return call if self._behind_name(line, call) else None
        behind = call.start > 0 and call.start not in line.commas
        if call.designator and not behind:
            return None
        name, row = (call.telephony or "").lower(), self._row(call)
        if row is not None:
            return call if row.caution and behind and not self._starts_name(line, call.start) else None
        listed = call.designator or name in self._compiled.tactical or name in self._compiled.services
        return None if listed else call

    def _behind_name(self, line: Line, call: Heard) -> bool:
        """ "flight level one two zero rayan air | seven four bravo": letters at the end, and words before them that may
        be the name."""
        ident = call.ident or ""
        lettered = _LETTERED.fullmatch(ident) is not None and call.start > 1 and call.start not in line.commas
        return lettered and line.chars[call.start - 1] in self._nameable and self._positions.ends(line, call.end)

    def _row(self, call: Heard) -> Airline | None:
        """Whose telephony its name is, if it has one word ("avi anca": two, as the tables of words have them)."""
        name = (call.telephony or "").lower()
        return None if " " in name else self._compiled.telephony.named(name)

    def _read(self, line: Line, number: int, least: float = 0.0) -> Heard | None:
        """The flight whose number begins at word ``number``; ``least``: score and lead of its name."""
        first, farthest, chars = number, max(0, number - _WORDS), line.chars
        while first > farthest and chars[first - 1] not in self._no_name and first not in line.commas:
            first -= 1
        listed = self._likeness.listed(line, first, number)
        lead = self._behind_lead(line, first, number)
        first = lead if listed is None else listed
        if first == number or number in line.commas or not self._begins(line, lead, first):
            return None
        if number - first == 1 and line.chars[first] in self._asks:
            return None  # "squawk seven zero one two": no other words could be the name
        if line.chars[first] in self._order and line.chars[number - 1] in self._slot:
            return None  # "keep speed one seventy"
        if self._no_flight(line.classes, first) is not None:
            return None  # "speed below two five zero"
        identity = self._identity(line, number)
        if identity is None:
            return None
        if self._is_type(line, first, number, identity):
            return None
        wake = line.classes[identity.end : identity.end + 1] in self._wake
        ordered = wake or self._told(line.classes, self._positions.over(line, identity.end)) is not None
        if not ordered and len(identity.text) < LONG:
            return None
        if self._likeness.needed(line, number, identity, ordered=ordered, wake=wake) == NEVER:
            return None
        guess = self._likeness.guess(line, first, number, identity)
        if guess is not None and guess.score + guess.near.lead < least:
            return None
        told = wake or (ordered and self._is_called(line, number, identity))
        like = told or (ordered and self._is_written(line, number, identity))
        flight = self._flight(line, guess, number, identity, ordered=ordered, wake=wake, told=like)
        return flight if flight is not None or not told else self._nameless(line, first, number, identity)

    def _begins(self, line: Line, lead: int, first: int) -> bool:
        """A call sign may begin at word ``first``, or units that are called stand between it and ``lead``."""
        if self._positions.begins(line, first):
            return True
        return lead < first and self._unit.issuperset(line.chars[lead:first]) and self._positions.begins(line, lead)

    def _is_called(self, line: Line, number: int, identity: Identity) -> bool:
        """Before an order: a number in groups, or in figures and a comma, "so best 818, reduce speed"; "in 2019, report
        ..." is a year."""
        if len(identity.text) < LONG:
            return False
        if not line.words[number].isdecimal():
            return self._likeness.grouped(line, number)
        return identity.end in line.commas and not is_year(identity.text)

    def _is_written(self, line: Line, number: int, identity: Identity) -> bool:
        """Four figures without a comma: they tell nothing of who is called, but whose name was misheard, "rise on 2360
        cleared visual"."""
        written = line.words[number].isdecimal() and len(identity.text) > LONG
        return written and not identity.text.endswith("00") and not is_year(identity.text)

    def _behind_lead(self, line: Line, first: int, number: int) -> int:
        """Where the greetings end that begin at word ``first``."""
        while first < number and line.chars[first] in self._lead:
            first += 1
        return first

    def _nameless(self, line: Line, first: int, number: int, identity: Identity) -> Heard | None:
        """ "break yard fifty six seventy reduce speed": somebody is called, and nobody knows by which name."""
        if not self._asks.isdisjoint(line.chars[first:number]) or not self._likeness.on_radio(line):
            return None
        frequency = len(identity.text) == LONG and line.chars[number] in self._teen  # "will be nineteen one"
        if frequency or not identity.text.isdecimal() or _VALUE.fullmatch(identity.text):
            return None
        return partial(number, identity.end, identity.text)

    def _flight(
        self, line: Line, guess: Guess | None, number: int, identity: Identity, *, ordered: bool, wake: bool, told: bool
    ) -> Heard | None:
        """The flight of the operator that was meant, where the likeness holds."""
        holds = self._likeness.holds
        if guess is None or not holds(line, guess, number, identity, ordered=ordered, wake=wake, told=told):
            return None
        near, names = guess.near, self._compiled.telephony
        row = names.named(near.name) or names.designated(near.designator)
        if row is None:
            return None
        return Heard(
            guess.start, identity.end, "flight", row.designator + identity.text, row.telephony, row.designator,
            identity.text, operator_of(row), row.country or None,
        )  # fmt: skip

    def _read_last(self, line: Line, tactical: Heard) -> Heard | None:
        """ "one three two decimal four luthansa four golf": the same at the end, where a name was seen already."""
        number = tactical.end
        while number > tactical.start and line.chars[number - 1] in self._counted:
            number -= 1
        identity = self._identity(line, number) if tactical.start < number < tactical.end else None
        if identity is None or identity.end != tactical.end:
            return None
        first = tactical.start
        while (
            first
            and number - first < MOST_WORDS
            and first not in line.commas
            and line.chars[first - 1] in self._nameable
        ):
            first -= 1
        guess = self._likeness.guess(line, first, number, identity)
        return self._flight(line, guess, number, identity, ordered=True, wake=False, told=False)

    def _read_end(self, line: Line, least: float) -> Heard | None:
        """ "down to four thousand jet blu forty four thirty nine": words that no table lists together, right behind a
        number or the side of a runway, and the figures at the end."""
        social = self._last.search(line.classes)
        end = number = social.start() if social else len(line.classes)
        while number and line.chars[number - 1] in self._counted:
            number -= 1
        while 0 < number < end and line.chars[number] in self._letter:
            number += 1  # "fed x fifty two eighteen"
        if not number or line.chars[number - 1] in self._never_before:
            return None  # "flight level three four zero", "on course two oh one"
        identity = self._identity(line, number) if 1 < number < end and number not in line.commas else None
        if identity is None or identity.end != end or len(identity.text) < LONG:
            return None  # a short number needs an order behind it
        if not identity.text.isdecimal():
            if _LETTERED.fullmatch(identity.text) is None:
                return None
            least = SURE
        for size in range(MOST_WORDS, 0, -1):
            first = number - size
            if first > 0 and self._starts_name(line, first) and not self._is_type(line, first, number, identity):
                guess = self._at_end(line, first, number, identity, least)
                heard = self._flight(line, guess, number, identity, ordered=False, wake=False, told=False)
                if heard is not None:
                    return heard
        return None

    def _at_end(self, line: Line, first: int, number: int, identity: Identity, least: float) -> Guess | None:
        """The operator that the words ``first`` to ``number`` sound like, all of them; ``least``: score and lead."""
        words = range(first + 1, number)
        if not line.commas.isdisjoint(words) or not self._no_name.isdisjoint(line.chars[first:number]):
            return None
        last = line.chars[number - 1]
        asks = last in self._value_end or last in self._asks or len(line.words[number - 1]) < SMALL
        if asks and not words:
            return None  # "three zero west at one four one two", "t c a seven seven six"
        guess = self._likeness.guess(line, first, number, identity)
        if guess is None or (guess.start, guess.end) != (first, number):
            return None
        odd = asks or any(self._starts_name(line, at) for at in words)
        return guess if guess.score + guess.near.lead >= (SURE if odd else least) else None

    def _is_type(self, line: Line, first: int, number: int, identity: Identity) -> bool:
        """ "traffic is a delta seven twenty seven", "follow the southwest seven thirty seven", "md eleven heavy on"."""
        if any(type_designator(line.words[at : identity.end], {}) is not None for at in range(first, number)):
            return True
        return identity.text in self._models and not self._article.isdisjoint(line.chars[first:number])

    def _starts_name(self, line: Line, word: int) -> bool:
        """What stands before ``word`` is no part of a name: a value, a farewell, a place, a comma."""
        if word in line.commas or line.chars[word - 1] in self._value_end:
            return True
        return is_place(line.words[word - 1]) or self._positions.answered(line, word)

    def _identity(self, line: Line, number: int) -> Identity | None:
        """An identification to its last word: no number or letter behind it, and no word that makes it a quantity."""
        if number > 1 and line.chars[number - 1] in self._letter and line.before(number - 1) in self._giver:
            return None  # "we have kilo | three eight echo"
        identity = self._identities.read(line, number)
        if identity is None and line.chars[number] in self._ident_word:  # "lufthanza 7pn"
            identity = Identity(line.words[number].upper(), number + 1)
        if identity is None or _IDENT.fullmatch(identity.text) is None:
            return None
        if line.chars[identity.end - 1] in self._multiplier or not self._thousand.isdisjoint(
            line.chars[number : identity.end]
        ):
            return None  # "four thousand five hundred"; "three hundred five" is no quantity
        behind = line.classes[identity.end : identity.end + 1]
        if behind not in self._goes_on or identity.end in line.commas:
            return identity
        valued = len(identity.text) >= LONG and self._identities.quantity(line, identity.end)
        return identity if valued else None  # "jett blue eleven ninety four | two hundred and ten knots"
