"""Labels of speakers in front of a text: they tell who speaks, and are none of what was said."""

from __future__ import annotations

import pytest

from callsigns import Parser, Transmission, parse

ORDER = "Ascot 9908, turn left heading 090, descend to altitude 3000 feet QNH 1013"
ORDERS = ["instruction", "instruction", "information"]


@pytest.mark.parametrize("label", ["BRIZE RADAR", "Brize Radar", "TWR", "ATC", "Controller"])
def test_a_controller(label: str) -> None:
    """What follows is read as it is without the label, but for its place."""
    plain, labelled = Parser().parse(ORDER, role="controller"), parse(f"{label}: {ORDER}")
    assert labelled.role == "controller"
    assert [m.act for m in labelled.messages] == ORDERS
    assert [m.start - len(label) - 2 for m in labelled.messages] == [m.start for m in plain.messages]
    assert [(c.icao, c.use) for c in labelled.callsigns] == [("RRR9908", "addressee")]


def test_a_station_speaks_itself() -> None:
    """The name of a station is told, as the one that calls; a word like TWR is no station."""
    assert [(f.text, f.start, f.use) for f in parse(f"BRIZE RADAR: {ORDER}").facilities] == [
        ("BRIZE RADAR", 0, "calling")
    ]
    assert not parse(f"TWR: {ORDER}").facilities


def test_a_pilot() -> None:
    """The same words are a readback from a pilot."""
    assert [m.act for m in parse("Pilot: runway 27, cleared to land").messages] == ["readback"]
    assert [m.act for m in parse("Tower: runway 27, cleared to land").messages] == ["clearance"]


@pytest.mark.parametrize("text", ["FASTAIR 345: Climb to FL 280", "Wind: 270 degrees 10 knots", "at 12: 30 overhead"])
def test_no_label(text: str) -> None:
    """A call sign or a word before a colon is read as it would be without the colon."""
    plain, colon = parse(text.replace(":", ",")), parse(text)
    assert (colon.role, acts(colon)) == (plain.role, acts(plain))


@pytest.mark.parametrize(("text", "role", "use"), [
    ("DAL105: roger, leaving flight level 350", "pilot", "speaker"),
    ("AAL77: Dulles, American seventy-seven, requesting three five zero", "pilot", "speaker"),
    ("DAL105: climb and maintain flight level 350", "controller", "addressee"),
])  # fmt: skip
def test_an_aircraft(text: str, role: str, use: str) -> None:
    """A call sign as it is written speaks, unless it is told what to do."""
    read = parse(text)
    assert (read.role, read.callsigns[0].use) == (role, use)


@pytest.mark.parametrize("label", ['EXAMPLE- "', "EXAMPLE: ", 'PILOT- "', "(Pilot) ", "[Crew] "])
def test_as_manuals_print_it(label: str) -> None:
    """A hyphen or brackets stand for the colon, and the word before an example is nobody's."""
    read = parse(f"{label}Oakdale Tower, Skyhawk 52W, three miles north, inbound for landing")
    assert read.role == "pilot"
    assert [(station.text, station.use) for station in read.facilities] == [("Oakdale Tower", "called")]


def test_a_microphone() -> None:
    """Accident reports number them and set no colon."""
    assert parse("RDO-2 runway two seven left").role == "pilot"
    assert parse("RDO-2 runway two seven left").messages[0].act == "readback"
    assert parse("0532:17 APP Delta one twelve, climb and maintain five thousand").role == "controller"
    assert [station.text for station in parse("APP Delta one twelve, climbing to five thousand").facilities] == ["APP"]
    assert parse("BAW-12 climb").callsigns[0].icao == "BAW12"


def acts(record: Transmission) -> list[tuple[str, str | None]]:
    """What was said."""
    return [(m.act, m.topic) for m in record.messages]


def test_an_anonymous_label() -> None:
    """It says nothing about the role, and is no letter of what follows."""
    assert parse("A: roger, speedbird 12, descending flight level 80").role == "pilot"
    assert [c.icao for c in parse("SPEAKER_01: speedbird 12, descend flight level 80").callsigns] == ["BAW12"]


def test_a_hint_counts_more() -> None:
    """Who says which side speaks knows it better than the text."""
    assert Parser().parse("TWR: runway 27, cleared to land", role="pilot").role == "pilot"


@pytest.mark.parametrize("time", ["[00:12]", "(0:05)", "12:01:33", "[00:00:12.000 --> 00:00:15.000]", "1201:33"])
def test_a_time_in_front(time: str) -> None:
    """It is none of what was said, before a label or without one."""
    plain, timed = parse(ORDER), parse(f"{time} {ORDER}")
    assert (timed.role, acts(timed)) == (plain.role, acts(plain))
    assert [c.start - len(time) - 1 for c in timed.callsigns] == [0]
    assert parse(f"{time} Pilot: runway 27, cleared to land").role == "pilot"
    assert parse(time).text == time
