"""Three transmissions made by hand, so that what a writer does is told apart from what the parser does."""

from __future__ import annotations

import pytest

from callsigns.records import (
    CallSign,
    Condition,
    Difference,
    Facility,
    Message,
    Operator,
    Readback,
    Spelling,
    Transmission,
    Value,
)

ASCOT = Operator("RRR", "ASCOT", "Royal Air Force", "United Kingdom", "military")


def _find(text: str, part: str) -> tuple[str, int, int]:
    start = text.index(part)
    return part, start, start + len(part)


def _call() -> Transmission:
    text = "Benghazi, good morning, Ascot 9908, route from Lima Golf Sierra Alpha."
    callsign = CallSign(
        *_find(text, "Ascot 9908"), "flight", "RRR9908", "ASCOT", "RRR", "9908", ASCOT, None, (), "speaker"
    )
    messages = (
        Message(*_find(text, "Benghazi"), "initial_call", callsign=0),
        Message(*_find(text, "good morning"), "greeting", callsign=0),
    )
    return Transmission(
        text,
        1,
        "benina.txt",
        role="pilot",
        aircraft="RRR9908",
        callsigns=(callsign,),
        spellings=(Spelling(*_find(text, "Lima Golf Sierra Alpha"), "LGSA", "aerodrome", "Chania (Souda)"),),
        facilities=(Facility(*_find(text, "Benghazi"), "Benghazi", None, "HLLB", "called"),),
        messages=messages,
    )


def _instruction() -> Transmission:
    text = "Speedbird 12 heavy, after RENKA descend to flight level 80 or above, 118.0 <script>alert(1)</script>"
    callsign = CallSign(
        *_find(text, "Speedbird 12 heavy"),
        "flight",
        icao="BAW12",
        telephony="SPEEDBIRD",
        designator="BAW",
        ident="12",
        operator=Operator("BAW", "SPEEDBIRD", "British Airways", "United Kingdom", "airline"),
        modifiers=("heavy",),
        use="addressee",
    )
    level = Value(*_find(text, "flight level 80 or above"), "altitude", 80, "FL", "at_or_above")
    after = Condition(*_find(text, "after RENKA"), "after", (Value(*_find(text, "RENKA"), "waypoint", "RENKA"),))
    descend = Message(
        *_find(text, "after RENKA descend to flight level 80 or above"),
        "instruction",
        "altitude",
        (level,),
        (after,),
        0,
        "UM23",
        "DESCEND",
    )
    contact = Message(
        *_find(text, "118.0"), "instruction", "frequency", (Value(*_find(text, "118.0"), "frequency", 118.0),)
    )
    return Transmission(
        text,
        2,
        "benina.txt",
        (61.5, 64.25),
        "TWR",
        "controller",
        "BAW12",
        callsigns=(callsign,),
        messages=(descend, contact),
    )


def _unread() -> Transmission:
    readback = Readback(2, "wrong", (Difference("altitude", 80, 90), Difference("frequency", 118.0, None)))
    return Transmission("… ďakujem 🛩 naslyšenou", 3, None, (3661.0, 3662.0), readback=readback)


@pytest.fixture
def transmissions() -> list[Transmission]:
    """A first call with a spelling; an instruction with values; words in another language with a wrong readback."""
    return [_call(), _instruction(), _unread()]
