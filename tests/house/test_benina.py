"""The ten transmissions of ``docs/examples/benina.txt``, from the text to the record and to the command's output."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

import callsigns
from callsigns import Transmission
from callsigns.cli import cli
from tests.house.source import ROOT

TAPE = ROOT / "docs" / "examples" / "benina.txt"


@pytest.fixture(scope="module")
def tape() -> list[Transmission]:
    return list(callsigns.read(TAPE))


def said(record: Transmission) -> set[tuple[str, str | None]]:
    return {(message.act, message.topic) for message in record.messages}


def calls(record: Transmission) -> list[tuple[str, str, str | None]]:
    return [(call.text, call.kind, call.icao) for call in record.callsigns]


def test_first_call(tape: list[Transmission]) -> None:
    """A station is called, the caller names himself, and greets."""
    record = tape[0]
    assert calls(record) == [("Ascot 9908", "flight", "RRR9908")]
    (call,) = record.callsigns
    assert call.operator is not None
    assert (call.operator.name, call.operator.kind, call.use) == ("Royal Air Force", "military", "speaker")
    assert [(facility.text, facility.icao) for facility in record.facilities] == [("Benghazi", "HLLB")]
    assert [message.act for message in record.messages] == ["initial_call", "greeting"]
    assert record.role == "pilot"


def test_station_is_no_aircraft(tape: list[Transmission]) -> None:
    """The second line holds the same aircraft; the place that is spoken of is none."""
    assert calls(tape[1]) == [("Ascot 9908", "flight", "RRR9908")]


def test_spelling_is_no_aircraft(tape: list[Transmission]) -> None:
    """Lima Golf Sierra Alpha is an aerodrome, asked for a route."""
    record = tape[2]
    assert calls(record) == [("Ascot 9908", "flight", "RRR9908")]
    (spelling,) = record.spellings
    assert (spelling.text, spelling.letters, spelling.kind) == ("Lima Golf Sierra Alpha", "LGSA", "aerodrome")
    assert (spelling.name or "").startswith("Chania")
    assert ("request", "route") in said(record)
    assert [spelling.letters for spelling in tape[3].spellings] == ["LGSA"]
    assert calls(tape[3]) == [("Ascot 9908", "flight", "RRR9908")]


def test_radio_trouble(tape: list[Transmission]) -> None:
    """No call sign is made out of an apology."""
    assert calls(tape[4]) == []
    assert "radio_trouble" in {topic for _, topic in said(tape[4])}


def test_tactical(tape: list[Transmission]) -> None:
    """Mustang 99 is no flight of a known operator, and "to" behind it is no two."""
    record = tape[5]
    assert calls(record) == [("Mustang 99", "tactical", None)]
    assert record.callsigns[0].ident == "99"
    assert record.callsigns[0].operator is None
    assert {"report", "farewell"} <= {act for act, _ in said(record)}
    assert record.role == "pilot"


def test_strike(tape: list[Transmission]) -> None:
    """Reports in plain language about targets, and nobody called."""
    for record in (tape[6], tape[7], tape[9]):
        assert calls(record) == []
        assert any(act == "report" and topic in {"target", "weapons"} for act, topic in said(record)), record
    assert calls(tape[8]) == []


@pytest.mark.parametrize("line", ["Bronco 71, go ahead", "bronco seven one", "bronco seventy one"])
def test_bronco(line: str) -> None:
    """The same aircraft, however its number is said."""
    (call,) = callsigns.parse(line).callsigns
    assert (call.kind, call.ident, call.icao) == ("tactical", "71", None)


def test_places(tape: list[Transmission]) -> None:
    """Every part of every record stands where it says."""
    for record in tape:
        for part in (*record.callsigns, *record.spellings, *record.facilities, *record.messages, *record.tokens):
            assert record.text[part.start : part.end] == part.text
    assert [record.line for record in tape] == list(range(1, 11))
    assert [record.text for record in tape] == TAPE.read_text(encoding="utf-8").splitlines()


def run(*arguments: str) -> list[str]:
    result = CliRunner().invoke(cli, ["parse", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_command(tape: list[Transmission]) -> None:
    """The command prints what Python returns: one object a line, with the contract's names."""
    rows: list[dict[str, Any]] = [json.loads(line) for line in run("--format", "jsonl", str(TAPE))]
    assert [row["text"] for row in rows] == [record.text for record in tape]
    assert list(rows[0]) == [
        "text", "line", "source", "time", "speaker", "role", "aircraft",
        "callsigns", "spellings", "facilities", "messages", "readback",
    ]  # fmt: skip
    assert [[call["icao"] for call in row["callsigns"]] for row in rows] == [
        [call.icao for call in record.callsigns] for record in tape
    ]


def test_command_for_people() -> None:
    """A person reads who it was, in words."""
    shown = "\n".join(run(str(TAPE)))
    for word in ("RRR9908", "Royal Air Force", "HLLB", "LGSA", "Chania", "Mustang 99"):
        assert word in shown
