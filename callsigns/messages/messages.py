"""Forms over entities to messages: what was said about which topic, with its values and conditions.

>>> # (callsign) descend (altitude) qnh (pressure) expect ils approach (runway)
>>> #            instruction/altitude  information/altimeter  expectation/approach

The topic and the values come from the form, the act is that of the form alone; who performs which act is settled when
it is known who speaks (``role.py``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise, zip_longest
from operator import itemgetter
from typing import Final

from callsigns.errors import GrammarError
from callsigns.forms.automaton import Begun
from callsigns.forms.compiled import Compiled
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.messages.asked import ASKED_BEHIND, MARK, Asked
from callsigns.messages.conditions import ConditionRecognizer, When
from callsigns.messages.first_call import FirstCall
from callsigns.messages.hanging import Hanging
from callsigns.messages.joined import Wording, joined, with_conditions
from callsigns.messages.openings import Openings
from callsigns.messages.said import FIRST_CALL, SOCIAL, Said, new_said, topic_of
from callsigns.messages.told_of import ToldOf
from callsigns.recognize.value import Quantity

__all__ = ["MessageRecognizer", "Said", "topic_of"]

_BEFORE_NAME: Final = frozenset(("farewell", "negation"))  # "good day, swiss four one two": the name is no part of it
_NO: Final = "negation"
_CODED: Final = frozenset(("weapons", "target"))  # topics whose messages are code words
_CODE: Final = (".code_", ".brevity")  # so are named the entries of code words with another topic
_FUEL: Final = "fuel"  # told by code words, and otherwise
_POLITE: Final = SOCIAL | {"acknowledgement", "affirmation"}  # beside them plain speech may stand
_TOLD: Final = frozenset(("report", "information", "denial"))
_entry, _act = itemgetter(2), itemgetter(3)
_UNREAD: Final = 4  # unread words from which a line without any message counts as plain speech


# A line between the marks of its beginning and end: one class for each name or entity, the word at which each begins,
# and which of them begin a form.
_Marked = tuple[list[str], list[int], list[tuple[int, Begun]]]


class MessageRecognizer:
    """Finds the messages of a line."""

    def __init__(self, compiled: Compiled) -> None:
        self._forms = compiled.message_forms
        self._conditions = ConditionRecognizer(compiled)
        self._openings, self._hanging, self._asked = Openings(compiled), Hanging(compiled), Asked(compiled)
        self._entries = {n: (e["act"], topic_of(n, e), e.get("side")) for n, e in compiled.messages.items()}
        self._also = {name: str(e["also"]) for name, e in compiled.messages.items() if "also" in e}
        listed = compiled.lexicon.listed
        details, objects, runways = (_listed(compiled, key) for key in ("details", "objects", "runway_before"))
        self._wording = Wording(details, objects, runways, listed("small"), listed("denying"), listed("clausal"))
        self._leading = _listed(compiled, "leads_to")
        self._telling = {n: frozenset(e["tells_before"]) for n, e in compiled.conditions.items() if "tells_before" in e}
        self._beside = {n: e["beside"] for n, e in compiled.messages.items() if "beside" in e}
        topics = {name: topic for name, (_, topic, _) in self._entries.items()}
        self._coded = frozenset(n for n in topics if topics[n] in _CODED or any(code in n for code in _CODE))
        for name, other in self._also.items():
            self._check(name, "also", (other,))
        for name, others in self._wording.details.items():
            self._check(name, "details", sorted(others))
        for name, places in self._beside.items():
            self._check(name, "beside", map(str, places.values()))
        entity = compiled.lexicon.entity
        self._begin, self._end = entity["begin"], entity["end"]
        self._address = listed("address")
        self._callsign, self._entities = entity["callsign"], frozenset(entity.values())
        self._break = compiled.lexicon.words[""]
        self._opens, self._closes = frozenset((self._begin, self._break)), frozenset((self._end, self._break))
        self._known = [(name, *self._entries[name]) for name in self._forms.names]
        self._doubting = listed("doubting")
        self._declaring = listed("distress_call", "urgency_call")
        self._weak = compiled.lexicon.listed("weak")
        self._first_call, self._told_of = FirstCall(compiled), ToldOf(compiled)
        self._turning = self._first_call.turning | self._also.keys()  # entries that may not stay what they are

    def _check(self, name: str, key: str, others: Iterable[str]) -> None:
        for other in others:
            if other not in self._entries:
                raise GrammarError(f"[{name}] {key}: no entry is named {other!r}")

    def recognize(self, line: Line) -> list[Said]:
        """Messages in the order in which they were said."""
        said, conditions = self._heard(line)
        if not self._doubting.isdisjoint(line.chars):
            said = [message for message in said if not self._is_doubted(line, said, message)]
        if not self._openings.coordinating.isdisjoint(map(_act, said)):
            said = self._openings.coordinated(line, said)
            said = [self._opened(line, message) for message in said]
        if line.commas and self._is_coded(line, said):
            said = self._code_words(line, said)
        if not self._told_of.last.isdisjoint(line.chars):
            said = self._told_of.settle(line, said)
        entries = {*map(_entry, said)}
        if not self._openings.closing.isdisjoint(entries):
            said = self._openings.closed(line.classes, said)
        if len(said) > 1:
            if not self._beside.keys().isdisjoint(entries):
                told = dict.fromkeys(of for message in said for of in (message.topic, message.act))
                said = [self._placed(message, told) for message in said]
            said = joined(line, said, self._wording)
        if len(said) > 1:
            said = self._hanging.joined(line, said)
        if MARK in line.text:
            said = self._asked.settle(line, said)
        if ASKED_BEHIND in entries:
            said = self._asked.behind(line, said)
        if not self._openings.bare.isdisjoint(entries):
            said = [message for message in said if message.topic or message.entry not in self._openings.bare]
        said = self._first_call.called(line, said)
        if not self._turning.isdisjoint(map(_entry, said)):
            said = self._first_call.settle(line, said)
            said = [both for message in said for both in self._both(message)]
        if conditions:
            said = with_conditions(self._hanging.without_reasons(line, said, conditions), conditions)
        if _POLITE.issuperset(map(_act, said)):
            said = sorted([*said, *self._unclassified(line, said)], key=itemgetter(0))
        return said

    def _heard(self, line: Line) -> tuple[list[Said], Sequence[When]]:
        """The messages by their forms alone, and the conditions that stand between them."""
        unclaimed = line.classes
        marked, conditional = self._marked(line.chars)
        conditions = self._conditions.recognize(line) if conditional else []
        if conditions:
            marked, _ = self._marked(line.chars)
        said = self._scan(line, marked, _values(line, conditions))
        if conditions and (all(message.act in SOCIAL for message in said) or self._tells(said, conditions[0])):
            line.become(unclaimed)
            conditions = []  # a condition of nothing says something itself: "overhead RENKA"
            marked, _ = self._marked(line.chars)
            said = self._scan(line, marked, _values(line, conditions))
        line.marked = marked[0]
        return said, conditions

    def _tells(self, said: Sequence[Said], first: When) -> bool:
        """ "tower, oscar kilo alpha, over MELNIK two thousand feet": where one is; a height follows, or a wish."""
        told = self._telling.get(first.entry)
        behind = next((message for message in said if message.act not in SOCIAL), None)
        if told is None or behind is None:
            return False
        return behind.start == first.end and not told.isdisjoint((behind.entry, behind.act))

    def _is_doubted(self, line: Line, said: Sequence[Said], message: Said) -> bool:
        """What is told behind "if", with no more than small words between, is not told at all."""
        at = message.start - 1
        while at >= 0 and line.chars[at] in self._wording.small:
            at -= 1
        doubted = at >= 0 and message.act in _TOLD and line.chars[at] in self._doubting
        return doubted and not any(other.start <= at < other.end for other in said)

    def _opened(self, line: Line, message: Said) -> Said:
        return self._openings.opened_by(line.classes, message) if message[3] in self._openings.opened else message

    def _is_coded(self, line: Line, said: Sequence[Said]) -> bool:
        """A code word was said, or nothing but who is called."""
        if not said:
            return self._callsign in line.classes
        return any(message.entry in self._coded or message.topic == _FUEL for message in said)

    def _code_words(self, line: Line, said: list[Said]) -> list[Said]:
        """Code words count as whole messages only, but what stands between two commas is a whole of its own
        ("bingo fuel, off station")."""
        bounds = sorted({0, *line.commas, *(at for at, word in enumerate(line.words) if not word), len(line.words)})
        out, values = [*said], _values(line, ())
        taken = {at for message in said for at in range(message.start, message.end)}
        for first, last in pairwise(bounds):
            if taken.isdisjoint(range(first, last)):
                marked, _ = self._marked(line.chars[first:last], first)
                out += [more for more in self._scan(line, marked, values) if more.entry in self._coded]
        return sorted(out, key=itemgetter(0))

    def _scan(self, line: Line, marks: _Marked, values: Sequence[Quantity]) -> list[Said]:
        """Every form, from left to right, the longest at each word."""
        marked, places, begun_at = marks
        said: list[Said] = []
        longest, after, cries, led = self._forms.longest, 0, False, False
        next_value, last_value = bisect_left(values, places[1], key=itemgetter(0)) if values else 0, len(values)
        for start, begun in begun_at:
            if start < after:
                continue
            number, end = longest(marked, start, begun)
            if number < 0:
                continue
            entry, act, topic, side = self._known[number]
            closing = marked[end - 1]
            start += marked[start] in self._opens
            end -= closing in self._closes
            if closing in self._weak and places[end] == places[start] + 1:
                if entry not in self._leading:
                    continue
                led = True
            if entry in _BEFORE_NAME and self._callsign in marked[start:end]:
                end = marked.index(self._callsign, start)
            if entry == _NO and marked[end - 1] in self._wording.clausal:
                end -= 1  # "no, | we need the full length"
            calls = entry == FIRST_CALL
            while calls and marked[start] in self._declaring:
                start += 1  # "mayday mayday mayday, boston center, ...": the cry is a message of its own
                cries = True
            begins, ends = places[start], places[end]
            inside: tuple[Quantity, ...] = ()
            if not calls:
                after = end
                while next_value < last_value and (value := values[next_value])[0] < ends:
                    next_value += 1
                    if value[0] >= begins:
                        inside += (value,)
            said.append(new_said(Said, (begins, ends, entry, act, topic, side, inside, ())))
        if cries:
            said.sort(key=itemgetter(0))  # what a cry stands before was found first
        return self._led(line, said) if led else said

    def _led(self, line: Line, said: list[Said]) -> list[Said]:
        """Without those words that mean something only where they lead to another message ("continue, wind ...")."""
        small = self._wording.small
        return [
            message
            for message, behind in zip_longest(said, said[1:])
            if message.entry not in self._leading
            or message.end > message.start + 1
            or line.chars[message.start] not in self._weak
            or (
                behind is not None
                and behind.topic in self._leading[message.entry]
                and all(char in small for char in line.classes[message.end : behind.start])
            )
        ]

    def _marked(self, chars: Sequence[str], first: int = 0) -> tuple[_Marked, bool]:
        """The words whose classes are ``chars``, the first of them word ``first``, as if only they had been said; and
        whether some condition may begin in them."""
        marked, places, begins = [self._begin], [first - 1], []
        heads, seconds = self._forms.heads, self._forms.behind(self._begin)
        at, conditional = first, False
        for char in [*chars, self._end]:
            if char != CONTINUED:
                try:
                    begun, seconds = seconds[char], heads[char]
                except KeyError:
                    begun, seconds = self._forms.begin(marked[-1], char)
                if begun is not None:
                    begins.append((len(places) - 1, begun))
                    conditional = conditional or begun.also
                marked.append(char)
                places.append(at)
            at += 1
        return (marked, places, begins), conditional

    def _both(self, message: Said) -> tuple[Said, ...]:
        """The message, and the second one that is said with the same words: "abort" directs and cancels."""
        entry = self._also.get(message.entry)
        if entry is None:
            return (message,)
        return message, Said(message.start, message.end, entry, *self._entries[entry], ())

    def _placed(self, message: Said, told: Iterable[str | None]) -> Said:
        """What the message means beside the others, of these topics and acts: "follow the airbus" on the way to the
        runway is no landing."""
        places = self._beside.get(message.entry)
        entry = next((places[of] for of in told if of in places), None) if places else None
        if entry is None:
            return message
        act, topic, side = self._entries[entry]
        return message._replace(entry=entry, act=act, topic=topic, side=side)

    def _unclassified(self, line: Line, said: Sequence[Said]) -> list[Said]:
        """A bare call sign acknowledges (ICAO Doc 9432 2.8.3), with "sir" or without; plain speech that no form knows
        asks or is ``other``."""
        silent = (CONTINUED, self._break)
        words = [at for at, char in enumerate(line.chars) if char not in self._entities and char not in silent]
        if asked := self._hanging.plain_question(line, said, words):
            return asked
        if said:
            return []
        if self._callsign in line.classes and self._address.issuperset([line.chars[at] for at in words]):
            at = line.classes.index(self._callsign)
            return [Said(at, line.name_end(at), "acknowledgement", "acknowledgement", None, None, ())]
        if len(words) >= _UNREAD:
            return [Said(words[0], words[-1] + 1, "", "other", None, None, ())]
        return []


def _listed(compiled: Compiled, key: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(entry[key]) for name, entry in compiled.messages.items() if key in entry}


def _values(line: Line, conditions: Sequence[When]) -> Sequence[Quantity]:
    """Those that no condition has taken, in their order."""
    if not line.found:
        return ()
    values = []
    for what in line.found.values():
        if type(what) is Quantity:
            values.append(what)
    if values and conditions:
        taken = {at for when in conditions for at in range(when.start, when.end)}
        values = [value for value in values if value.start not in taken]
    return values
