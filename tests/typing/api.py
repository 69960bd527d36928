"""What a type checker must see in the public API. Never executed: ``mypy`` reads it, strictly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_type

if TYPE_CHECKING:
    from pathlib import Path

    import callsigns
    from callsigns import CallSign, Dialogue, Grammar, Message, Parser, Traffic, Transmission, Value
    from callsigns.records import Facility, Operator, Readback, Spelling, Token

    transmission = callsigns.parse("Benghazi, good morning, Ascot 9908")
    assert_type(transmission, Transmission)
    assert_type(transmission.text, str)
    assert_type(transmission.line, int | None)
    assert_type(transmission.time, tuple[float, float] | None)
    assert_type(transmission.role, str | None)
    assert_type(transmission.callsigns, tuple[CallSign, ...])
    assert_type(transmission.callsigns[0].icao, str | None)
    assert_type(transmission.callsigns[0].operator, Operator | None)
    assert_type(transmission.callsigns[0].modifiers, tuple[str, ...])
    assert_type(transmission.spellings, tuple[Spelling, ...])
    assert_type(transmission.facilities, tuple[Facility, ...])
    assert_type(transmission.messages, tuple[Message, ...])
    assert_type(transmission.messages[0].values, tuple[Value, ...])
    assert_type(transmission.messages[0].values[0].value, int | float | str)
    assert_type(transmission.readback, Readback | None)
    assert_type(transmission.tokens, tuple[Token, ...])

    assert_type(callsigns.tokenize("ascot nine nine zero eight"), tuple[Token, ...])
    assert_type(callsigns.read("tape.txt"), Iterator[Transmission])
    assert_type(callsigns.read(Path("tape.txt")), Iterator[Transmission])
    assert_type(callsigns.__version__, str)

    grammar = Grammar.default()
    assert_type(grammar, Grammar)
    assert_type(grammar.extended("mine.toml"), Grammar)

    parser = Parser(grammar=grammar)
    traffic = Traffic(["UAL452", {"callsign": "N914RY", "type": "P212"}])
    assert_type(parser.parse("united four fifty two"), Transmission)
    assert_type(parser.parse("united four fifty two", traffic=traffic, role="pilot"), Transmission)
    assert_type(parser.parse_lines(["roger"]), Iterator[Transmission])
    assert_type(Traffic.read("aircraft.json"), Traffic)
    assert_type(Dialogue(parser).add("roger", time=(0.0, 1.5), speaker="TWR"), Transmission)
