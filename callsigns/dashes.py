"""Turns that dashes part in one text, as transcripts and captions (">>") have them: each is read by itself.

>>> tape = "- KLM 861 contact tower 118.2. - 118.2, KLM 861."
>>> [text for _, text in turns(tape, dashes_of_turns(tape))]
['KLM 861 contact tower 118.2.', '118.2, KLM 861.']

Who speaks is told for each turn, and with it who is spoken to and what is an instruction, what its readback; the record
of the whole text has a role if all its turns have the same. A dash is another speaker: what a controller seems to say
to the aircraft that was just told or asked the same is its answer, and what an aircraft seems to say that has just
spoken is the answer to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from attrs import evolve

from callsigns.grammar.expressions import searchable
from callsigns.records import CallSign, Condition, Facility, Message, Spelling, Transmission, Value

__all__ = ["answering", "dashes", "dashes_of_turns", "together", "turns"]

Placed = TypeVar("Placed", CallSign, Facility, Spelling, Value, Condition, Message)

_DASHED: Final = searchable(r"\s*(?:[-–—]|>>)\s")
_DASH_BEHIND_SENTENCE: Final = searchable(r"(?<=[.?!])\s+[-–—]\s+")
_DASH: Final = searchable(r"(?:^|(?<=\s))(?:[-–—]|>>)(?=\s)")
_ASKED: Final = "query"
_AFFIRMED: Final = "affirmation"
_ACKNOWLEDGED: Final = "acknowledgement"
_NEXT_SPEAKER: Final = ">>"  # of captions (CEA-608): whoever is heard now is another one


def dashes_of_turns(text: str) -> re.Pattern[str] | None:
    """What parts turns where a text surely is written so: a dash begins it and another stands in it, or ">>" does."""
    if _NEXT_SPEAKER in text:
        return _DASH
    return _DASH if _DASHED.match(text) and len(_DASH.findall(text)) > 1 else None


def dashes(text: str) -> re.Pattern[str]:
    """What may part turns: any dash where a line begins with one or has two, else one behind a sentence."""
    many = _DASHED.match(text) or _NEXT_SPEAKER in text or len(_DASH.findall(text)) > 1
    return _DASH if many else _DASH_BEHIND_SENTENCE


def turns(text: str, dash: re.Pattern[str] | None) -> Iterator[tuple[int, str]]:
    """Each turn that dashes part, and the place where it begins; the whole text where nothing parts it."""
    parting = list(dash.finditer(text)) if dash is not None else []
    starts, ends = [0, *(m.end() for m in parting)], [*(m.start() for m in parting), len(text)]
    found = False
    for start, end in zip(starts, ends, strict=True):
        part = text[start:end]
        if part.strip(" ."):
            found = True
            yield start + len(part) - len(part.lstrip()), part.strip()
    if not found:
        yield 0, text


def answering(
    text: str, dash: re.Pattern[str], read: Callable[[str, str | None], Transmission]
) -> list[tuple[int, Transmission]]:
    """The records of the turns, and the places where they begin; ``read`` reads one, as said by that side."""
    records: list[tuple[int, Transmission]] = []
    for at, turn in turns(text, dash):
        record = read(turn, None)
        if records and _answers(records[-1][1], record):
            record = read(turn, "pilot")
        elif records and _called_back(records[-1][1], record):
            record = read(turn, "controller")
        records.append((at, record))
    return records


def _answers(told: Transmission, record: Transmission) -> bool:
    """Whether a turn that reads like the next order, or like both, is the answer to the one before it: the aircraft
    says its call sign first, and nothing but values that it was told, or the one that it was asked for."""
    if told.role != "controller" or record.role == "pilot" or not (told.callsigns and record.callsigns):
        return False
    if not record.messages or record.messages[0].act == _AFFIRMED:
        return False  # "swiss one two confirm six thousand | swiss one two affirm six thousand": the pilot asked
    if record.callsigns[0].use != "addressee" or _who(told.callsigns[-1]) != _who(record.callsigns[0]):
        return False
    said, known = _said(record.messages), _said(told.messages)
    asked = {message.topic for message in told.messages if message.act == _ASKED}
    topics = {message.topic for message in record.messages if message.values}
    return bool(said) and (said <= known or (topics <= asked and len(said) == 1))


def _called_back(told: Transmission, record: Transmission) -> bool:
    """Whether a turn that reads like one more of the pilot who has just spoken, or like nobody's, is the answer: his
    call sign first, and behind it nothing, a "roger" or one of the values that he asked for."""
    if told.role != "pilot" or record.role == "controller" or not (told.callsigns and record.callsigns):
        return False
    if record.text.find(record.callsigns[0].text) or _who(told.callsigns[-1])[1] != _who(record.callsigns[0])[1]:
        return False
    if record.role is None or all(message.act == _ACKNOWLEDGED for message in record.messages):
        return True
    asked = [message for message in told.messages if message.act == _ASKED]
    return set() != _said(record.messages) <= _said(asked)


def _said(messages: Iterable[Message]) -> set[tuple[str, object]]:
    return {(value.quantity, value.value) for message in messages for value in message.values}


def _who(call: CallSign) -> tuple[str | None, str | None]:
    """Who is told something, or is not."""
    return call.use, call.icao or call.ident


def together(text: str, read: Sequence[tuple[int, Transmission]]) -> Transmission:
    """The record of the whole text from those of its turns and the places where they begin."""
    records = [record for _, record in read]
    roles = {record.role for record in records}
    return Transmission(
        text,
        role=roles.pop() if len(roles) == 1 else None,
        aircraft=next((record.aircraft for record in records if record.aircraft), None),
        callsigns=tuple([_moved(c, start) for start, record in read for c in record.callsigns]),
        spellings=tuple([_moved(s, start) for start, record in read for s in record.spellings]),
        facilities=tuple([_moved(f, start) for start, record in read for f in record.facilities]),
        messages=tuple(_messages(read)),
    )


def _moved(what: Placed, by: int) -> Placed:
    return evolve(what, start=what.start + by, end=what.end + by)


def _messages(read: Sequence[tuple[int, Transmission]]) -> Iterator[Message]:
    """The messages with their places in the whole text, and their call signs among all."""
    before = 0
    for start, record in read:
        for message in record.messages:
            conditions = [
                evolve(_moved(c, start), values=tuple([_moved(v, start) for v in c.values])) for c in message.conditions
            ]
            yield evolve(
                _moved(message, start),
                values=tuple([_moved(v, start) for v in message.values]),
                conditions=tuple(conditions),
                callsign=None if message.callsign is None else message.callsign + before,
            )
        before += len(record.callsigns)
