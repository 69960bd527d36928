"""Who speaks: pilot, controller, or not to be told from the text.

>>> # left heading three zero zero swiss one two   -> pilot        callsign_last +3.8, value_first +1.6
>>> # swiss one two turn left heading three zero zero -> controller turn -1.7, unit_word -1.4

``grammars/roles.toml`` names the cues and their weights (log-odds, fitted): a small model whose every answer can be
explained. The content of a readback is that of the instruction, so the act is settled here as well, once it is known
who performs it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import Final

from callsigns.forms.compiled import LINE_MARKS, Compiled
from callsigns.forms.own_forms import sought
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.messages import Said
from callsigns.recognize.heard import Heard

__all__ = ["RoleFinder"]

# What only a controller does; from a pilot's mouth the same words repeat it (ICAO Doc 9432 2.8.3).
_REPEATED: Final = frozenset(("instruction", "clearance", "expectation"))
# A controller's facts that a pilot repeats: runway in use, level settings, information (ICAO Annex 11 3.7.3.1).
_REPEATED_FACTS: Final = frozenset(("pressure", "runway", "atis"))
_REPEATED_TOPIC: Final = "altimeter"  # also without a figure: "on standard"
_FACT: Final = "information"
_ORDER: Final = "instruction"
_CLEARED: Final = "clearance"
_RUNWAY: Final = "runway"
_FLOWN: Final = frozenset(("altitude", "heading", "speed"))
_OF_FLIGHT: Final = frozenset(("position", "route"))  # where one is, and from where to where
_TO_ALL: Final = "broadcast"
_NO: Final = "negation"
_OTHER: Final = "other"
_ASKED: Final = "query"  # "can you accept ..." asks, whoever says it
_WISHED: Final = "request"
_OF_BOTH: Final = frozenset((_FACT, _ASKED))  # what a pilot tells of himself with the same words
_ALONE: Final = ".alone"  # so are named entries of values without a verb
_REASONED: Final = "reasoned"  # says something, where nothing else is understood ("unable due traffic")
_MARKS_ALONE: Final = frozenset(f"<{name}>" for name in LINE_MARKS if name != _REASONED)
_MOST_WEIGHTS: Final = 4096  # sets of cues whose sum is remembered
_BEYOND_DOUBT: Final = 1.65  # log-odds
_BEYOND_DOUBT_IF_BRIEF: Final = 2.05  # phrases of a manual are as brief as answers
_ENOUGH: Final = 0.2  # log-odds from which the text alone tells who speaks; tests/role/fit.py shows the price
_ENOUGH_OF_TALK: Final = 1.0  # the same for many words that are about nothing of the trade
_ENOUGH_OF_PROSE: Final = 3.0  # ... and for many of which none is understood
_PILOT: Final = "pilot"
_CONTROLLER: Final = "controller"
_BRIEF: Final = 3  # words of an answer
_FEW: Final = 7  # words of a clearance that is read back with nothing else
_LENGTHY: Final = 10  # words of several orders, or of an order and what it is for
_BRIEF_LINE: Final = "pilot.brief"
_UNKNOWN_CALLER: Final = "controller.unknown_caller"
_side: Final = itemgetter(5)
_conditions: Final = itemgetter(7)
_POSSESSIVE: Final = ("'s", "'S")


class RoleFinder:
    """Decides the role for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._forms = compiled.role_forms
        self._callsign = compiled.lexicon.entity["callsign"]
        self._mentioned = compiled.lexicon.entity["mentioned"]
        self._begin, self._end = compiled.lexicon.entity["begin"], compiled.lexicon.entity["end"]
        marks = [compiled.lexicon.entity[name] for name in LINE_MARKS]
        self._nameless, self._owning, self._ordered, self._several, *others = marks
        self._pilot_said, self._controller_said, self._brief, self._lengthy, self._reasoned = others
        told_by = {name: entry.get("side") for name, entry in compiled.conditions.items()}
        self._reasons = frozenset(name for name, side in told_by.items() if side == _CONTROLLER)
        self._of_oneself = frozenset(name for name, side in told_by.items() if side == _PILOT)
        only_marks = [name for name, e in compiled.roles.items() if all(form in _MARKS_ALONE for form in e["forms"])]
        self._only_marks = self._forms.bits(only_marks)
        self._is_brief = self._forms.bits([_BRIEF_LINE])
        self._about = sought(compiled, "<written_about>")
        self._told_about = compiled.compile.needed("<written_about>")
        self._doing = compiled.lexicon.listed("doing")
        self._promising = compiled.lexicon.listed("promising")
        self._orders = compiled.lexicon.listed("order")
        self._left_of_order = compiled.lexicon.listed("left_of_order") | {compiled.lexicon.entity["facility"]}
        entries = compiled.messages
        self._from_controller = {n: str(e["from_controller"]) for n, e in entries.items() if "from_controller" in e}
        self._from_pilot = {n: str(e["from_pilot"]) for n, e in entries.items() if "from_pilot" in e}
        self._weights = {
            name: float(entry["weight"]) * (1 if name.startswith("pilot.") else -1)
            for name, entry in compiled.roles.items()
        }
        self._weight = lru_cache(_MOST_WEIGHTS)(self._weight_of)
        self._guess = lru_cache(_MOST_WEIGHTS)(self._guess_of)

    def cues(self, line: Line, said: Sequence[Said]) -> dict[str, float]:
        """Cue -> weight; above zero speaks for a pilot, below it for a controller."""
        return {name: self._weights[name] for name in self._forms.named(self._found(line, said))}

    def _found(self, line: Line, said: Sequence[Said]) -> int:
        """The cues, one bit each; a line of which nothing is understood tells nothing."""
        again = self._said_again(line) if len(line.found) > 1 else ()
        classes = self._with_mentions(line, again) if line.mentioned or again else line.marked
        sides = [*map(_side, said)]
        reasoned = False
        if any(map(_conditions, said)):
            when = {condition.entry for message in said for condition in message.conditions}
            reasoned = not when.isdisjoint(self._reasons)
            if not when.isdisjoint(self._of_oneself):
                sides.append(_PILOT)
        marks = self._marks_of(classes, line, sides)
        if reasoned:
            marks.append(self._reasoned)
        found = self._forms.found(classes + marks)
        return found if line.found or found & ~self._only_marks or any(sides) else 0

    def _said_again(self, line: Line) -> Sequence[int]:
        """ "delta one two, delta one two, are you on frequency": the call sign right behind the same one is no second
        party, by which one aircraft would call another."""
        if line.marked.count(self._callsign) == 1:
            return ()
        heard = sorted((what for what in line.found.values() if isinstance(what, Heard)), key=itemgetter(0))
        return [b.start for a, b in pairwise(heard) if a.end == b.start and a.icao and a.icao == b.icao]

    def _with_mentions(self, line: Line, again: Sequence[int]) -> list[str]:
        """The classes of a line in which those who are only spoken about are no party, nor who is named ``again``."""
        classes = line.chars.copy()
        for at in again:
            classes[at] = CONTINUED
        for at in line.mentioned:
            classes[at] = self._mentioned
        return [line.marked[0], *filter(CONTINUED.__ne__, classes), line.marked[-1]]

    def _marks_of(self, classes: list[str], line: Line, sides: Collection[str | None]) -> list[str]:
        """What the line is as a whole, one class for each mark, in the order of ``LINE_MARKS``."""
        marks = []
        words = len(line.marked) - 2
        if self._callsign not in classes:
            marks.append(self._nameless)
        elif "'" in line.text and self._owned(line):
            marks.append(self._owning)
        if classes[1] in self._orders or (words > 1 and classes[1] != self._callsign and classes[2] in self._orders):
            marks.append(self._ordered)
        if self._nameless not in marks and self._orders_before_name(classes):
            marks.append(self._several)
        if _PILOT in sides:
            marks.append(self._pilot_said)
        if _CONTROLLER in sides:
            marks.append(self._controller_said)
        if words <= _BRIEF:
            marks.append(self._brief)
        elif words >= _LENGTHY:
            marks.append(self._lengthy)
        return marks

    def _orders_before_name(self, classes: list[str]) -> bool:
        """Several words order before the first call sign: who is told to do things is named before them."""
        named = classes.index(self._callsign)
        return named > 2 and sum(map(self._orders.__contains__, classes[1:named])) > 1

    def _owned(self, line: Line) -> bool:
        """ "american eleven's with you"."""
        ends = [line.ends[line.name_end(at) - 1] for at, char in enumerate(line.chars) if char == self._callsign]
        return any(line.text.startswith(_POSSESSIVE, end) or line.text.endswith(_POSSESSIVE, 0, end) for end in ends)

    def why(self, line: Line, said: Sequence[Said]) -> list[tuple[str, float]]:
        """The cues in the order of their weight, for explanations."""
        return sorted(self.cues(line, said).items(), key=lambda cue: -abs(cue[1]))

    def score(self, line: Line, said: Sequence[Said]) -> float:
        """Log-odds that a pilot speaks, the sum of the cues; 0 without any evidence."""
        return self._weight(self._found(line, said))[0]

    def judged(self, line: Line, said: Sequence[Said]) -> tuple[float, bool]:
        """The score, and whether somebody is spoken to whose name was not heard ("station calling, say again")."""
        return self._weight(self._found(line, said))

    def _weight_of(self, found: int) -> tuple[float, bool]:
        names = list(self._forms.named(found))
        return sum([self._weights[name] for name in names]), _UNKNOWN_CALLER in names

    def guess(self, line: Line, said: Sequence[Said]) -> tuple[str | None, bool]:
        """``pilot``, ``controller`` or ``None``, and whether a pilot is heard beyond doubt, whatever is ordered."""
        role, sure = self._guess(self._found(line, said), _enough(line, said))
        return (None, False) if role and self.is_written(line) else (role, sure)

    def is_written(self, line: Line) -> bool:
        """What books say of those who speak, and nobody says to them."""
        if self._told_about.isdisjoint(line.chars):
            return False  # three of four lines
        return self._about.search(f"{self._begin}{line.classes}{self._end}") is not None

    def _guess_of(self, found: int, enough: float) -> tuple[str | None, bool]:
        score = self._weight(found)[0]
        sure = score >= (_BEYOND_DOUBT_IF_BRIEF if found & self._is_brief else _BEYOND_DOUBT)
        return role_of_score(score, enough), sure

    def likelier(self, line: Line, said: Sequence[Said]) -> str | None:
        """The likelier side, if only by a little: a call sign is that of one side or of the other."""
        return role_of_score(self.score(line, said))

    def settle(
        self, line: Line, said: Sequence[Said], role: str | None, *, sure: bool = False, begin: int = 0
    ) -> Sequence[Said]:
        """The messages with the acts that this speaker, who begins at word ``begin``, performs with them; ``sure``: the
        role is beyond doubt.

        An order without any call sign ("maintain two eight zero knots") stays what its form says as long as the role is
        no more than a guess from the same words.
        """
        if role == "controller":
            own = self._from_controller
            return [m.performing(own[m[2]]) if m[2] in own and m[3] != _ASKED else m for m in said]
        if role != "pilot":
            return said
        named = line.classes.find(self._callsign, begin)
        unsure = named < 0 and not sure and not self._is_done(line, said)
        ordered = unsure and any(line.chars[message.start] in self._orders for message in said)
        settled = []
        wishes = _WISHED in [message[3] for message in said]
        told = denied = -2  # behind which word it has been told what is being done, and something denied
        for message in said:
            start, end, entry, act, topic, side, *_ = message
            doing = line.chars[start] in self._doing
            own_act = act
            if entry in self._from_pilot and (act in _OF_BOTH or not unsure or doing):
                own_act = self._from_pilot[entry]  # a fact from a pilot is his own, whoever he is
            elif unsure and not (doing or self._is_left(line, message, ordered=ordered)):
                pass  # "descending four thousand", "heading two one zero": no order begins so
            elif act == "readback" or (side != "pilot" if act in _REPEATED else act == _FACT and _is_repeated(message)):
                # Behind the call sign, what is being done is told as in reports (FAA AIM 5-3-1), what it adds, and what
                # stands before or behind a wish: nobody reads back and asks in one breath.
                beside_wish = wishes and _is_flown(message)
                tells = 0 <= named < start and (doing or beside_wish or _adds(message, told))
                own_act = "report" if tells or denied + 1 >= start else "readback"  # "negative, heading two seven five"
            if act == _TO_ALL:
                told = max(end, line.name_end(named)) if named == end else end  # who speaks to all tells of himself
            elif own_act == "report" and (doing or topic in _OF_FLIGHT or told + 1 >= start):
                told = end
            if act == _NO:
                denied = end
            settled.append(message if own_act == act else message.performing(own_act))
        return settled

    def _is_left(self, line: Line, message: Said, *, ordered: bool) -> bool:
        """ "two one zero", "next right", "normal speed": what is left of an order in an answer."""
        if message.values and message.entry.endswith(_ALONE):
            return True
        if ordered:
            return False
        if message.act == _CLEARED:  # "cleared visual one eight right": phrases of a manual are longer
            return len(line.words) <= _FEW and any(value.quantity == _RUNWAY for value in message.values)
        return message.act == _ORDER and line.chars[message.start] in self._left_of_order

    def _is_done(self, line: Line, said: Sequence[Said]) -> bool:
        """ "present heading and descending altitude four thousand", "will turn left heading two one zero": no order is
        said so, nor what stands beside it."""
        return any(
            (act == "readback" and line.chars[start] in self._doing)
            or (start > 0 and act in _REPEATED and line.chars[start - 1] in self._promising)
            for start, _, _, act, *_ in said
        )


def _enough(line: Line, said: Sequence[Said]) -> float:
    """More where there are many words, and nobody is named, nothing measured, and no message about anything."""
    if line.found or len(line.words) < _LENGTHY or any(message.topic for message in said):
        return _ENOUGH
    return _ENOUGH_OF_PROSE if all(message.act == _OTHER for message in said) else _ENOUGH_OF_TALK


def _adds(message: Said, told: int) -> bool:
    """It stands right behind what is told, and is no more than a value or a fact."""
    return told + 1 >= message.start and (message.act == _FACT or message.entry.endswith(_ALONE))


def _is_flown(message: Said) -> bool:
    """ "golf delta kilo, two thousand feet, request basic service": how one flies, and no more words."""
    return message.topic in _FLOWN and message.entry.endswith(_ALONE)


def _is_repeated(message: Said) -> bool:
    return message.topic == _REPEATED_TOPIC or any(value.quantity in _REPEATED_FACTS for value in message.values)


def role_of_score(score: float, enough: float = 0.05) -> str | None:
    """The sign of the log-odds where they are ``enough``."""
    return None if abs(score) < enough else "pilot" if score > 0 else "controller"
