"""Forms over entities to messages: what was said about which topic, with its values and conditions.

>>> # (callsign) descend (altitude) qnh (pressure) expect ils approach (runway)
>>> #            instruction/altitude  information/altimeter  expectation/approach

The topic and the values come from the form, the act is that of the form alone; who performs which act is settled when
it is known who speaks (``role.py``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from callsigns.compiled import Compiled
from callsigns.conditions import ConditionRecognizer, When, owner
from callsigns.errors import GrammarError
from callsigns.grammar import TOPICS
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.recognize.value import Quantity

__all__ = ["MessageRecognizer", "Said", "topic_of"]

_FIRST_CALL: Final = "initial_call"  # its words (greetings) are messages of their own as well
_FAREWELL: Final = "farewell"
_TURNING: Final = frozenset((_FIRST_CALL, _FAREWELL))  # acts that may change what other messages of the line are
_WITH_YOU: Final = "checking_in"
_PASSING: Final = "altitude.passing"
# Values that an aircraft gives of its own accord when it first calls (FAA AIM 5-3-1).
_REPORTED: Final = frozenset(
    (
        "altitude.alone",
        "heading.alone",
        "speed.alone",
        "altimeter.setting",
        "atis.information",
        "squawk.code",
        "approach.continue",
        "route.alone",
    )
)
_SOCIAL: Final = frozenset(("greeting", "farewell", "courtesy", "initial_call", "correction"))
_RUNWAY_TOPICS: Final = frozenset(("landing", "takeoff", "approach", "runway", "taxi", "hold_short", "pattern"))
_RUNWAY: Final = "runway.alone"
_ORDERS: Final = frozenset(("instruction", "clearance", "expectation"))
_MANY: Final = frozenset(("route", "frequency", "runway", "taxi"))  # topics of which one gives several orders in a row
_LATER: Final = ".report_when"  # "climb, report reaching": two orders
_BOTH_SAY: Final = frozenset(("greeting", "farewell"))
_GAP: Final = 3  # unread words between a verb and its value: a name that was misheard has no more
_new_said = tuple.__new__  # half of what the constructor of a NamedTuple takes
_UNREAD: Final = 4  # unread words from which a line without any message counts as plain speech


class Said(NamedTuple):
    """A form of ``messages.toml`` in the words ``start`` to ``end``, with the values inside."""

    start: int
    end: int
    entry: str
    act: str
    topic: str | None
    side: str | None
    values: tuple[Quantity, ...]
    conditions: tuple[When, ...] = ()

    def performing(self, act: str) -> Said:
        """The same, as another act; ``_replace`` takes four times as long."""
        start, end, entry, _, topic, side, values, conditions = self
        return _new_said(Said, (start, end, entry, act, topic, side, values, conditions))


def topic_of(name: str, entry: Mapping[str, Any]) -> str | None:
    """What an entry is about: its ``topic``, else the first part of its name, where that is a topic."""
    topic = entry.get("topic", name.partition(".")[0])
    return topic if topic in TOPICS else None


class MessageRecognizer:
    """Finds the messages of a line."""

    def __init__(self, compiled: Compiled) -> None:
        self._forms = compiled.message_forms
        self._conditions = ConditionRecognizer(compiled)
        self._entries = {n: (e["act"], topic_of(n, e), e.get("side")) for n, e in compiled.messages.items()}
        self._also = {name: str(e["also"]) for name, e in compiled.messages.items() if "also" in e}
        for name, other in self._also.items():
            if other not in self._entries:
                raise GrammarError(f"[{name}] also: no entry is named {other!r}")
        entity = compiled.lexicon.entity
        self._begin, self._end = entity["begin"], entity["end"]
        self._callsign, self._entities = entity["callsign"], frozenset(entity.values())
        self._break = compiled.lexicon.words[""]
        self._edges = frozenset((self._begin, self._end, self._break))
        self._parting = frozenset(compiled.lexicon.members("parting"))
        self._addressees = frozenset(("traffic", "stations"))  # "Strawn traffic": everybody there, no station
        self._weak = frozenset(compiled.lexicon.members("weak"))
        self._turning = frozenset(n for n, (act, _, _) in self._entries.items() if act in _TURNING) | {_PASSING}

    def recognize(self, line: Line) -> list[Said]:
        """Messages in the order in which they were said."""
        unclaimed = line.classes
        conditions = self._conditions.recognize(line)
        said = self._scan(line, conditions)
        if conditions and all(message.act in _SOCIAL for message in said):
            line.classes, conditions = unclaimed, []  # a condition of nothing says something itself: "overhead RENKA"
            said = self._scan(line, conditions)
        if "mayday" in line.words or "pan" in line.words:
            said = _with_distress(line, said)
        entries = {message.entry for message in said}
        if len(said) > 1:
            said = _joined(line, said)
        if not self._turning.isdisjoint(entries):
            said = self._settle_first_call(line, said)
        if not self._also.keys().isdisjoint(entries):
            said = [both for message in said for both in self._both(message)]
        said = _with_conditions(said, conditions) if conditions else said
        return said or self._unclassified(line)

    def _scan(self, line: Line, conditions: Sequence[When]) -> list[Said]:
        """Every form, from left to right, the longest at each word."""
        classes = [self._begin, *line.classes, self._end]  # each character is made once, and each loop goes over it
        values = _values(line, conditions) if line.found else {}
        said: list[Said] = []
        edges, weak, known = self._edges, self._weak, self._entries

        def take(place: int, behind: int, entry: str) -> int:
            start, end = place - 1, behind - 1
            if classes[place] in edges or classes[end] in edges:
                start, end = self._inside(classes, place, behind)
            if end == start + 1 and classes[behind - 1] in weak:
                return 0
            if entry == _FAREWELL and self._callsign in classes[start + 1 : end + 1]:
                end = classes.index(self._callsign, start + 1) - 1  # "good day, swiss four one two"
            act, topic, side = known[entry]
            inside: tuple[Quantity, ...] = ()
            if values and entry != _FIRST_CALL:
                for at in range(start, end):
                    if at in values:
                        inside += (values[at],)
            said.append(_new_said(Said, (start, end, entry, act, topic, side, inside, ())))
            return end + 1 if entry != _FIRST_CALL else 0

        self._forms.scan(classes, take)
        return said

    def _inside(self, classes: Sequence[str], start: int, end: int) -> tuple[int, int]:
        """Word numbers of a match, without the marks of beginning, end and sentence at its edges."""
        if classes[start] in (self._begin, self._break):
            start += 1
        if classes[end - 1] in (self._end, self._break):
            end -= 1
        while classes[start] == CONTINUED and start < end - 1:
            start += 1
        return start - 1, end - 1

    def _settle_first_call(self, line: Line, said: list[Said]) -> list[Said]:
        """What depends on the whole line: in a first call "climbing ..." is a report, with nothing to read back yet;
        to "Strawn traffic" one broadcasts; "good day" at the end of a call without a message only greets.
        """
        acts = {message.act for message in said}
        first = _FIRST_CALL in acts or any(m.entry == _PASSING for m in said)
        greets = acts <= _SOCIAL
        answer = self._answer(line)
        out: list[Said] = []
        for message in said:
            if message.entry == _WITH_YOU and any(m.entry == _FIRST_CALL for m in out):
                continue  # "boston center delta three oh six with you": one call
            own = first and message.start < answer
            if own and (message.act == "readback" or message.entry in _REPORTED):
                message = message._replace(act="report", side="pilot")
            elif message.entry == _FIRST_CALL and self._to_everybody(line, message):
                message = message._replace(act="broadcast", entry="broadcast")
            elif message.act == "farewell" and greets and line.classes[message.start] in self._parting:
                message = message._replace(act="greeting", entry="greeting")
            out.append(message)
        return out

    def _both(self, message: Said) -> tuple[Said, ...]:
        """The message, and the second one that is said with the same words: "abort" directs and cancels."""
        entry = self._also.get(message.entry)
        if entry is None:
            return (message,)
        return message, Said(message.start, message.end, entry, *self._entries[entry], ())

    def _answer(self, line: Line) -> int:
        """Where another call sign begins: what is behind it was said by somebody else, or in another transmission."""
        named = line.classes.find(self._callsign)
        again = line.classes.find(self._callsign, named + 1)
        return again if again > 0 else len(line.classes)

    def _to_everybody(self, line: Line, call: Said) -> bool:
        return any(getattr(line.found.get(at), "unit", None) in self._addressees for at in range(call.start, call.end))

    def _unclassified(self, line: Line) -> list[Said]:
        """A bare call sign acknowledges (ICAO Doc 9432 2.8.3); plain speech that no form knows is ``other``."""
        silent = (CONTINUED, self._break)
        words = [at for at, char in enumerate(line.classes) if char not in self._entities and char not in silent]
        if not words and self._callsign in line.classes:
            at = line.classes.index(self._callsign)
            return [Said(at, line.name_end(at), "acknowledgement", "acknowledgement", None, None, ())]
        if len(words) >= _UNREAD:
            return [Said(words[0], words[-1] + 1, "", "other", None, None, ())]
        return []


def _values(line: Line, conditions: Sequence[When]) -> dict[int, Quantity]:
    """First word -> value, for those that no condition has taken."""
    values = {at: what for at, what in line.found.items() if type(what) is Quantity}
    for when in conditions:
        for at in range(when.start, when.end):
            values.pop(at, None)
    return values


def _with_distress(line: Line, said: list[Said]) -> list[Said]:
    """MAYDAY and PAN PAN before a call sign were read with it; said twice or first of all they declare (SERA.14095)."""
    for act, word in (("distress", "mayday"), ("urgency", "pan")):
        count = line.words.count(word)
        if not count or any(m.act == act or m.entry.startswith("emergency.") for m in said):
            continue
        start = line.words.index(word)
        if count > 1 or (start == 0 and act == "distress"):  # "pan" alone is an airline's
            end = start + next((n for n, w in enumerate(line.words[start:]) if w != word), count)
            said = sorted([*said, Said(start, end, act, act, None, None, ())])
    return said


def _joined(line: Line, said: list[Said]) -> list[Said]:
    """A value without a verb belongs to the verb without one before it: "descend sierra flight level eight zero"."""
    out = said[:1]
    for message in said[1:]:
        before = out[-1]
        if message.entry.endswith(".alone") and _completes(line, before, message):
            out[-1] = before._replace(end=message.end, values=before.values + message.values)
        elif message.entry == before.entry and _again(line, before, message):
            out[-1] = before._replace(end=message.end)
        elif message.start == before.end and _begins(before, message):
            out[-1] = message._replace(start=before.start, values=before.values + message.values)
        else:
            out.append(message)
    return out


def _completes(line: Line, before: Said, value: Said) -> bool:
    if not 0 <= value.start - before.end <= _GAP or any(at in line.found for at in range(before.end, value.start)):
        return False
    if "" in line.words[before.end : value.start] or before.act in _SOCIAL:
        return False
    if value.topic == "runway":
        return before.topic in _RUNWAY_TOPICS and not any(v.quantity == "runway" for v in before.values)
    known = {v.quantity for v in before.values}
    return before.topic == value.topic and not known & {v.quantity for v in value.values}


def _again(line: Line, before: Said, message: Said) -> bool:
    """The same is said twice: "okay. okay", "radio check. how do you read"; two who part both say goodbye."""
    apart = message.start > before.end and message.act in _BOTH_SAY
    return not (apart or before.values or message.values or any(line.words[before.end : message.start]))


def _begins(before: Said, message: Said) -> bool:
    """What stands right in front is the same message: "runway two four, taxi via alfa", "descend, maintain ..."."""
    if before.entry == _RUNWAY:
        kinds = {v.quantity for v in message.values}
        return "runway" not in kinds and (message.topic in _RUNWAY_TOPICS or "visibility" in kinds)
    return (
        not before.values
        and before.act in _ORDERS
        and (before.act, before.topic) == (message.act, message.topic)
        and (before.topic not in _MANY or before.entry == message.entry)
        and not message.entry.endswith(_LATER)
    )


def _with_conditions(said: list[Said], conditions: Sequence[When]) -> list[Said]:
    spans = [(m.start, m.end) for m in said if m.act not in _SOCIAL]
    places = [number for number, m in enumerate(said) if m.act not in _SOCIAL]
    for when in conditions:
        number = owner(when, spans)
        if number is not None:
            message = said[places[number]]
            said[places[number]] = message._replace(conditions=(*message.conditions, when))
    return said
