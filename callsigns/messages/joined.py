"""What was found in pieces and is one message: "descend sierra flight level eight zero".

>>> # descend | sierra | (altitude)            ->  one instruction/altitude
>>> # caution jet blast | departing (runway)   ->  one warning/wake: what follows only tells more
>>> # (runway), (wind) | cleared for takeoff   ->  the runway is that of the clearance
>>> # descend (altitude) | correction | (altitude)  ->  the second altitude takes the place of the first
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from callsigns.line import Line
from callsigns.messages.conditions import When, owner
from callsigns.messages.said import SOCIAL, Said
from callsigns.recognize.value import Quantity

__all__ = ["Wording", "goes_on", "joined", "with_conditions"]

Named = Mapping[str, frozenset[str]]

_RUNWAY_TOPICS: Final = frozenset(("landing", "takeoff", "approach", "runway", "taxi", "hold_short", "pattern"))
_RUNWAY: Final = "runway.alone"
_CORRECTION: Final = "correction"
_DENIAL: Final = "denial"
_CLOCK: Final = "clock"
_POSITION: Final = "position"
_ORDERS: Final = frozenset(("instruction", "clearance", "expectation"))
_MANY: Final = frozenset(("route", "frequency", "runway", "taxi"))  # topics of which one gives several orders in a row
_LATER: Final = ".report_when"  # "climb, report reaching": two orders
_TOLD: Final = frozenset(("report", "information", "readback"))
_ONE_EACH: Final = frozenset(("greeting", "farewell", *_ORDERS))
_EACH_COUNTS: Final = frozenset(("weapons", "target"))  # "rifle, two away": two events, though of one entry
_STAMMER: Final = 12  # words of an order that is begun again
_GAP: Final = 3  # unread words between a verb and its value: a name that was misheard has no more
_NOTHING: Final[frozenset[str]] = frozenset()


class Wording(NamedTuple):
    """What the grammar says of entries and words.

    ``details``: entry -> the entries that only tell more of it; ``objects``: entry without a topic -> the acts of what
    gives it one ("unable to provide | flight following"), an order past ``small`` words only; ``runways``: entry ->
    the topics of what may stand between it and the runway that was said for it; ``denying``: words before what is not
    meant; ``clausal``: words with which a sentence of its own begins ("unable, | we need ten minutes").
    """

    details: Named
    objects: Named
    runways: Named
    small: frozenset[str]
    denying: frozenset[str]
    clausal: frozenset[str]


def joined(line: Line, said: list[Said], wording: Wording) -> list[Said]:
    """A value without a verb belongs to the verb without one before it, and a detail to what it tells more of; one that
    is not meant belongs nowhere.
    """
    details, objects, runways, small, denying, clausal = wording
    out = said[:1]
    for message in said[1:]:
        before, entry = out[-1], message[2]
        entry_before = before[2]
        if line.chars[line.name_start(message[0] - 1)] in denying and _is_other(before, message):
            continue
        tells_more = entry in details.get(entry_before, _NOTHING) and (
            goes_on(line, before, message) or _is_beside_mentioned(line, before, message)
        )
        if tells_more or (entry.endswith(".alone") and _completes(line, before, message)):
            out[-1] = before._replace(end=message.end, values=before.values + message.values)
        elif message[3] in objects.get(entry_before, _NOTHING) and _is_object(line, before, message, small, clausal):
            out[-1] = before._replace(end=message.end, topic=message.topic, values=before.values + message.values)
        elif entry == entry_before and _again(line, before, message):
            out[-1] = before._replace(end=message.end)
        elif message[0] == before[1] and _begins(line, before, message):
            out[-1] = message._replace(start=before.start, values=before.values + message.values)
        elif entry in runways and (told := _runway_told(out, message, runways[entry])) is not None:
            before = out[told]
            own = before.entry == _RUNWAY  # "runway one three left at bravo seven": all of it is the clearance's
            if not own and _ends_with_runway(before, message):
                *left, last = before.values
                out[told] = before._replace(end=left[-1].end, values=tuple(left))
                out.append(message._replace(start=left[-1].end, values=(last, *message.values)))
                continue
            runway = before.values if own else before.values[:1]
            out[told : told + 1] = [] if own else [before._replace(values=before.values[1:])]
            out.append(message._replace(values=runway + message.values))
        elif entry_before == _CORRECTION and len(out) > 1 and _corrects(line, out[-2], before, message):
            corrected = out[-2]._replace(values=out[-2].values[:-1] + message.values)
            if entry.endswith(".alone") or len(corrected.values) > len(message.values):
                out[-2] = corrected
            else:
                out[-2:] = [before, message]
        else:
            out.append(message)
    return out


def _is_other(meant: Said, message: Said) -> bool:
    """Of the same kind as what was said before ("two eight zero, not two nine zero")."""
    return {v.quantity for v in meant.values} >= {v.quantity for v in message.values} != set()


def _runway_told(out: Sequence[Said], message: Said, between: frozenset[str]) -> int | None:
    """Where the runway of a clearance that names none was said: before the wind, a heading and the like (``between``).

    FAA JO 7110.65 3-9-10: the runway, what else there is to say, the clearance.
    """
    if any(map(_is_runway, message.values)):
        return None
    for place in reversed(range(len(out))):
        before = out[place]
        if before.entry == _RUNWAY or (before.topic == "wind" and before.values[:1] and _is_runway(before.values[0])):
            return place
        if before.topic in between and _ends_with_runway(before, message):
            return place
        if before.topic not in between or any(map(_is_runway, before.values)):
            return None
    return None


def _ends_with_runway(before: Said, message: Said) -> bool:
    """ "caution wake turbulence, a heavy boeing on final, | runway 27, | cleared to land": not the other's runway."""
    if len(before.values) < 2 or before.end != message.start:
        return False
    position, runway = before.values[-2:]
    return position.quantity == _POSITION and _is_runway(runway) and runway.end == before.end


def _is_runway(value: Quantity) -> bool:
    return value.quantity == "runway"


def _corrects(line: Line, wrong: Said, correction: Said, message: Said) -> bool:
    """The last value is said again, right behind the word: what was said first does not count (SERA.14075 c 1)."""
    return (
        bool(wrong.values and message.values)
        and message.values[0].start == correction.end == message.start
        and wrong.values[-1].quantity == message.values[0].quantity
        and not any(line.words[wrong.values[-1].end : wrong.end])
        and _is_near(line, wrong, correction)
    )


def _is_near(line: Line, wrong: Said, correction: Said) -> bool:
    """No more than a few unread words stand between, or the end of a sentence: "runway 06. Correction, 24"."""
    gap = range(wrong.end, correction.start)
    return len(gap) <= _GAP and not any(at in line.found for at in gap)


def _is_beside_mentioned(line: Line, told: Said, detail: Said) -> bool:
    """Between them stands only somebody who is talked about: "traffic ten miles, (callsign), (altitude)"."""
    other = next((at for at in range(told.end, detail.start) if at in line.mentioned), None)
    if other is None or not told.values:
        return False
    apart = (*range(told.end, other), *range(line.name_end(other), detail.start))
    return len(apart) <= _GAP and all(line.words[at] and at not in line.found for at in apart)


def goes_on(line: Line, before: Said, detail: Said) -> bool:
    """No more than a few unread words stand between, and no call sign or end of a sentence."""
    return _is_near(line, before, detail) and all(line.words[before.end : detail.start])


def _is_object(line: Line, verb: Said, message: Said, small: frozenset[str], clausal: frozenset[str]) -> bool:
    """It has a topic where the verb has none, and no comma parts them, nor any other word from an order."""
    return (
        verb.topic is None
        and not (verb.act == _DENIAL and (line.chars[message.start] in clausal or _is_news(message)))
        and message.topic is not None
        and line.commas.isdisjoint(range(verb.end, message.start + 1))
        and (message.act in _TOLD or all(char in small for char in line.classes[verb.end : message.start]))
        and goes_on(line, verb, message)
    )


def _is_news(message: Said) -> bool:
    """Traffic is told for itself behind an answer: "not at the moment traffic twelve o'clock"."""
    return any(v.quantity == _CLOCK for v in message.values)


def _completes(line: Line, before: Said, value: Said) -> bool:
    """It gives the verb before it the value that is missing."""
    if before.act in SOCIAL or not goes_on(line, before, value):
        return False
    if value.topic == "runway":
        return before.topic in _RUNWAY_TOPICS and not any(v.quantity == "runway" for v in before.values)
    known = {v.quantity for v in before.values}
    return before.topic == value.topic and not known & {v.quantity for v in value.values}


def _again(line: Line, before: Said, message: Said) -> bool:
    """The same is said twice: "okay. okay", "radio check. how do you read"; two who part both say goodbye, and two
    sentences give two orders ("report traffic in sight. maintain visual separation")."""
    apart = message.topic in _EACH_COUNTS or (message.start > before.end and message.act in _ONE_EACH)
    apart = apart or (message.act in _ORDERS and not _stammers(line, before, message))
    return not (apart or before.values or message.values or any(line.words[before.end : message.start]))


def _begins(line: Line, before: Said, message: Said) -> bool:
    """What stands right in front is the same message: "runway two four, taxi via alfa", "descend, maintain ...", but
    not "contact tower, contact ground".
    """
    if before.entry == _RUNWAY:
        kinds = {v.quantity for v in message.values}
        return "runway" not in kinds and (message.topic in _RUNWAY_TOPICS or "visibility" in kinds)
    return (
        not before.values
        and before.act in _ORDERS
        and (before.act, before.topic) == (message.act, message.topic)
        and (before.topic not in _MANY or _stammers(line, before, message))
        and not message.entry.endswith(_LATER)
    )


def _stammers(line: Line, before: Said, message: Said) -> bool:
    """The same order begun again, before anything was named in it: "contact, contact tower"."""
    short = before.end - before.start <= _STAMMER and before.entry == message.entry
    return short and not any(at in line.found for at in range(before.start, before.end))


def with_conditions(said: list[Said], conditions: Sequence[When]) -> list[Said]:
    """Each condition with the message that it belongs to."""
    places = [number for number, m in enumerate(said) if m.act not in SOCIAL]
    places = [number for number in places if not _is_roger(said[number])] or places
    spans = [(said[number].start, said[number].end) for number in places]
    for when in conditions:
        number = owner(when, spans)
        if number is not None:
            message = said[places[number]]
            said[places[number]] = message._replace(conditions=(*message.conditions, when))
    return said


def _is_roger(message: Said) -> bool:
    """ "roger, due to traffic maintain ...": nobody has heard only if something holds."""
    return message.act == "acknowledgement" and message.end == message.start + 1
