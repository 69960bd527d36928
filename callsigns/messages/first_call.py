"""What a message is in the whole line: in a first call, and at its end.

>>> # (facility) (callsign) climbing (altitude)    ->  initial_call, report/altitude: nothing to read back yet
>>> # (callsign) (facility) request taxi           ->  initial_call, request/taxi
>>> # (facility) traffic (callsign) ...            ->  broadcast
>>> # hello good day                               ->  greeting, greeting: nobody parts who has said nothing
"""

from __future__ import annotations

from itertools import zip_longest
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import matching
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.messages.said import FIRST_CALL, SOCIAL, Said
from callsigns.recognize.mention import Cue

__all__ = ["FirstCall"]

_REQUEST: Final = "request"
# Acts that may change what other messages of the line are.
_TURNING: Final = frozenset((FIRST_CALL, "farewell", "greeting", _REQUEST))
_SEEN: Final = "surveillance"
_FREQUENCY: Final = "frequency"
_ATIS: Final = "atis"  # the pilot's own information; a pressure beside a request repeats the controller's
_ALONE: Final = ".alone"  # so are named entries of values without a verb
# What a pilot says of himself, and what he asks for.
_TOLD: Final = frozenset(("report", "request"))
_PARTING: Final = frozenset(("farewell", "courtesy"))
_WITH_YOU: Final = "checking_in"
_PASSING: Final = "altitude.passing"
_LEVEL: Final = "altitude.alone"
_FLIGHT_LEVEL: Final = "FL"
_PLACES: Final = frozenset(("position.report", "hold.report", "pattern.report", "route.flight", "takeoff.report"))
# Said behind a place: how high one is there, and what one comes to do.
_BESIDE_PLACE: Final = frozenset(
    ("altitude.alone", "altitude.climbing", "altitude.descending", "altimeter.setting", "landing.kind")
)
_ANSWERING: Final = "controller"
_NO_CALL: Final = frozenset((FIRST_CALL, "query"))  # beside it nothing more calls
_ORDERS: Final = ("clearance", "instruction")
_EVERYBODY: Final = "traffic"  # "Strawn traffic": all who are there, no station


class FirstCall:
    """Settles what depends on the whole line."""

    _named_first = matching("<call_behind>")
    _calls = matching("<role_calls>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        entries = compiled.messages
        entry = entries[FIRST_CALL]
        self._act, self._side = str(entry["act"]), entry.get("side")
        self.turning = frozenset(n for n, e in entries.items() if e["act"] in _TURNING) | {_PASSING, _LEVEL, *_PLACES}
        self._acts = {n: str(e["first_call"]) for n, e in entries.items() if "first_call" in e}
        self._callsign, self._facility = (compiled.lexicon.entity[name] for name in ("callsign", "facility"))
        self._handed = Cue(compiled, "<use_handover>", "<facility>").stands_before
        self._parting = compiled.lexicon.listed("parting")
        self._leaving = compiled.lexicon.listed("leaving")
        self._meeting = compiled.lexicon.listed("meeting")
        self._opening = compiled.lexicon.listed("and") | {self._callsign}
        self._number = compiled.lexicon.listed("digit", "teen", "tens", "figure2", "figure3", "figure4", "figure5")

    def called(self, line: Line, said: list[Said]) -> list[Said]:
        """The messages; "swiss one four papa, vienna tower, request taxi" calls with the own name first, as answers
        begin too: what is told behind the station makes it a call."""
        named = self._named_first(line.classes, 0) if self._facility in line.classes else None
        if named is None or any(m.act in _NO_CALL or m.side == _ANSWERING for m in said):
            return said
        if self._calls(line.classes, named.end()) is None:
            return said
        call = Said(line.classes.index(self._callsign), named.end(), FIRST_CALL, self._act, None, self._side, ())
        return sorted([call, *said], key=lambda message: message.start)

    def settle(self, line: Line, said: list[Said]) -> list[Said]:
        """In a first call "climbing ..." is a report, with nothing to read back yet, and so is what is told behind a
        request; to "Strawn traffic" one broadcasts; "good day" at the end of a call without a message only greets,
        but by itself it parts.
        """
        said = [m for m in said if m.entry != FIRST_CALL or not self._goes_over(line, m)]
        if not said:
            return said  # "to the tower now", and no more
        acts = {message.act for message in said}
        greeted = self._greeted(line, said)
        first = FIRST_CALL in acts or any(m.entry == _PASSING for m in said) or self._checks_in(line, said)
        placed = not first and self._placed(said)
        asked = _REQUEST in acts and any(value.quantity == _ATIS for message in said for value in message.values)
        called = calls = spoken = everybody = False
        greets = acts <= SOCIAL and not self._parts(line, said)
        answer = self._answer(line)
        out: list[Said] = []
        for message, behind in zip_longest(said, said[1:]):
            start, _, entry, act, _, side, values, _ = message
            if entry == _WITH_YOU and calls:
                continue  # "boston center delta three oh six with you": one call
            own = start < answer
            told = called and act == "instruction" and bool(values)  # "... speed two fifty"
            tells = told or (entry in self._acts and self._tells(message, first or placed, asked, greeted))
            asked = asked or act == _REQUEST
            called = called or (entry == FIRST_CALL and side == "pilot")
            granted = everybody and act in _ORDERS  # "oceano traffic ... straight out": to oneself
            if own and (tells or granted or ((first or placed) and act == "readback")):
                message = message._replace(act=self._acts.get(entry, "report"), side="pilot")
            elif entry == FIRST_CALL and self._to_everybody(line, message):
                message = message._replace(act="broadcast", entry="broadcast")
                everybody = True
            elif act == "farewell" and self._meets(line, message, behind, greets, spoken):
                message = message._replace(act="greeting", entry="greeting")
            elif act == "greeting" and self._leaves(line, message, behind, out[-1] if out else None):
                message = message._replace(act="farewell", entry="farewell")
            spoken = spoken or message.act not in SOCIAL
            calls = calls or message.entry == FIRST_CALL
            out.append(message)
        return out

    def _goes_over(self, line: Line, call: Said) -> bool:
        """ "to the tower, good day": one goes to the station that is named, and does not call it."""
        named = line.classes.find(self._facility, call.start)
        return named > call.start and self._handed(line.classes, named)

    def _meets(self, line: Line, message: Said, behind: Said | None, greets: bool, spoken: bool) -> bool:
        """ "ahoj" parts, but not before anything else is said (``spoken``), nor where one is identified (``behind``);
        ``greets``: nothing is said at all."""
        char = line.chars[message.start]
        answers = message.start and line.chars[line.name_start(message.start - 1)] == self._facility
        late = (message.start and not answers) if greets else spoken  # "swiss two praha ahoj"
        opens = not late or (behind is not None and behind.topic == _SEEN)
        return (greets and char in self._parting) or (opens and char in self._meeting)

    def _leaves(self, line: Line, message: Said, behind: Said | None, before: Said | None) -> bool:
        """ "one three four zero five ciao grazie": who says so behind a message, and thanks, is leaving; and so is who
        says "good day" right behind the frequency, whatever is answered."""
        char = line.chars[message.start]
        if before is not None and before.topic == _FREQUENCY and before.end == message.start and char in self._leaving:
            return True
        thanks = behind is not None and behind.act == "courtesy" and behind.start == message.end
        return thanks and (char in self._leaving if before is None else char in self._parting)

    @staticmethod
    def _placed(said: list[Said]) -> bool:
        """ "two miles south of the lake two thousand feet one zero one eight": where one is, and how high."""
        facts = [m for m in said if m.act not in SOCIAL]
        told = bool(facts) and facts[0].entry in _PLACES
        return told and all(m.act in _TOLD or (m.entry in _BESIDE_PLACE and not m.conditions) for m in facts[1:])

    def _tells(self, message: Said, first: bool, asked: bool, greeted: bool) -> bool:
        """There is nothing to repeat: a first call, where one is, what one has heard of the weather beside a request
        ("stand four one information romeo request start up"), a value alone behind "hello, speedbird two"."""
        return first or (asked and bool(message.values)) or (greeted and message.entry.endswith(_ALONE))

    def _greeted(self, line: Line, said: list[Said]) -> bool:
        """The line begins with a greeting and a call sign, that of who speaks more often than not, or with a greeting
        and a value; or it names the speaker, greets, and gives a level: nobody greets to repeat one."""
        greeting, *others = said
        before = line.classes[: greeting.start].replace(CONTINUED, "")
        if greeting.act != "greeting" or (before and before not in self._opening):
            return False
        next_to = bool(others) and others[0].start == greeting.end
        if before == self._callsign:
            return next_to and others[0].entry == _LEVEL
        alone = next_to and others[0].entry.endswith(_ALONE)
        return alone or line.classes[greeting.end : greeting.end + 1] == self._callsign

    def _checks_in(self, line: Line, said: list[Said]) -> bool:
        """ "speedbird two level three four zero", and no more: who repeats a level gives his name last."""
        levels = [m for m in said if m.act not in SOCIAL]
        if len(levels) != 1 or levels[0].entry != _LEVEL:
            return False
        before = line.classes[: levels[0].start].replace(CONTINUED, "")
        return before == self._callsign and all(value.unit == _FLIGHT_LEVEL for value in levels[0].values)

    def _parts(self, line: Line, said: list[Said]) -> bool:
        """ "good day", "thank you good day", and nothing else: who says no more than that leaves, and so does who reads
        back figures of which nothing was understood ("one seven five seven american ten twenty three good day")."""
        if said and not self._number.isdisjoint(line.classes[: said[-1].start]):
            return True
        return (
            not line.found
            and line.chars[said[-1].start] in self._leaving
            and all(message.act in _PARTING for message in said)
        )

    def _answer(self, line: Line) -> int:
        """Where another call sign begins: what is behind it was said by somebody else, or in another transmission."""
        named = line.classes.find(self._callsign)
        again = line.classes.find(self._callsign, named + 1)
        return len(line.classes) if again == -1 else again

    def _to_everybody(self, line: Line, call: Said) -> bool:
        return any(getattr(line.found.get(at), "unit", None) == _EVERYBODY for at in range(call.start, call.end))
