"""How call signs and stations are used in a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import pytest

import callsigns
from callsigns.parser import default_parser

# Tapes, European radio, a recognizer's output, several aircraft in a line.
LINES = [json.loads(line) for line in (Path(__file__).parent / "uses.jsonl").read_text("utf-8").splitlines()]
RIGHT = {"american": 0.91, "european": 0.94, "whisper": 0.95, "several": 0.91}


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("benghazi good morning ascot nine nine zero eight", ["speaker"]),
        ("london control speedbird one two", ["speaker"]),
        ("speedbird one two london control identified", ["addressee"]),
        ("speedbird one two turn left heading zero four zero", ["addressee"]),
        ("left heading zero four zero speedbird one two", ["speaker"]),
        ("speedbird one two give way to lufthansa three four five", ["addressee", "mentioned"]),
        (
            "speedbird one two give way to lufthansa three four five then follow klm six seven alpha",
            ["addressee", "mentioned", "mentioned"],
        ),
        ("speedbird one two behind the lufthansa three four five line up", ["addressee", "mentioned"]),
        ("maintain two thousand feet above merpati zero zero two", ["mentioned"]),
        ("follow the united four fifty two", ["mentioned"]),
        ("comair six twelve uh delta forty four wants to know how your ride was", ["addressee", "mentioned"]),
        ("following the united four fifty two, speedbird one two", ["mentioned", "speaker"]),
        ("speedbird one two climb level nine zero break break lufthansa three four five turn left", ["addressee"] * 2),
        ("reducing two zero zero knots csa five six one csa seven four three direct somis", ["speaker", "addressee"]),
        ("lufthansa five kilo victor say again your destination", ["addressee"]),
        ("is lufthansa nine one alpha still with you", ["mentioned"]),
        ("once easyjet five one has vacated line up", ["mentioned"]),
        ("behind the landing airbus line up and wait behind condor six two", ["speaker"]),
        ("line up runway two four behind condor six two", ["mentioned"]),
        ("widow six five ugly five one ready for nine line", ["addressee", "speaker"]),
        ("comair six twelve for delta forty four hold position", ["addressee", "mentioned"]),
        ("hold at charlie for jetblue nine eleven spirit six oh two", ["mentioned", "speaker"]),
        (
            "easyjet two four bravo number three behind vueling eight one papa and iberia two seven one",
            ["addressee", "mentioned", "mentioned"],
        ),
        ("nope delta sixteen oh two that was for delta twelve oh two", ["addressee", "mentioned"]),
        ("lufthansa four two traffic information company lufthansa four three same level", ["addressee", "mentioned"]),
        ("speedbird six did you copy ryanair one one's position", ["addressee", "mentioned"]),
        ("cactus one eleven no delay delta forty four is holding for you", ["addressee", "mentioned"]),
        ("comair six twelve for comair six twelve say again", ["addressee", "addressee"]),
        ("comair six twelve hold short for delta forty four", ["addressee", "mentioned"]),
        ("good morning comair six twelve with delta forty four", ["speaker", "mentioned"]),
        ("turn left for delta forty four", ["speaker"]),
        ("behind the landing boeing line up runway two four behind speedbird one two", ["speaker"]),
        ("seven hundred or below delta forty four", ["speaker"]),
        ("speedbird one two is lufthansa nine one alpha with you", ["speaker", "mentioned"]),
    ],
)
def test_callsigns(text: str, uses: list[str]) -> None:
    """By the place, by what stands before it, and by who speaks."""
    assert [callsign.use for callsign in callsigns.parse(text).callsigns] == uses


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("ryanair four kilo lima dublin tower good morning ready", ["called"]),
        ("ryanair four kilo lima dublin tower good morning continue approach", ["calling"]),
        ("london control speedbird one two", ["called"]),
        ("speedbird one two london control good morning", ["calling"]),
        ("speedbird one two contact london control one two seven decimal one", ["handover"]),
        ("klm one two geneva radar one two eight decimal one five goodbye", ["handover"]),
        ("to geneva radar one two eight decimal one five klm one two", ["handover"]),
        ("klm one two praha radar hello radar contact", ["calling"]),
        ("eva six one stand by break starlux eight zero two approach", ["calling"]),
        ("good evening praha radar klm one two level three four zero", ["called"]),
        ("follow the ryanair four one two praha tower klm one two", ["called"]),
        ("praha radar good morning", ["called"]),
        ("approaching dolap klm one two four praha radar contact", ["calling"]),
        ("approaching dolap klm one two four praha radar", ["called"]),
        ("we were told by geneva radar to hold at willa klm one two", ["mentioned"]),
        ("tower good morning speedbird one two", ["called"]),
        ("praha radar good morning klm one two level three four zero", ["called"]),
        ("klm one two good morning praha radar", ["calling"]),
    ],
)
def test_stations(text: str, uses: list[str]) -> None:
    """Station before aircraft calls it; aircraft before station is called by it."""
    assert [station.use for station in callsigns.parse(text).facilities] == uses


@pytest.mark.parametrize(
    ("role", "text", "uses"),
    [
        ("pilot", "speedbird one two descending flight level nine zero", ["speaker"]),
        ("controller", "roger leaving flight level nine zero speedbird one two", ["addressee"]),
        ("controller", "good morning speedbird one two", ["addressee"]),
        ("pilot", "ryanair four one two ready for departure ryanair four one two", ["speaker"] * 2),
        ("pilot", "we have the lufthansa three four five in sight speedbird one two", ["mentioned", "speaker"]),
        ("pilot", "speedbird one two lufthansa three four five is ahead of us", ["speaker", "mentioned"]),
        ("pilot", "level nine zero speedbird one two lufthansa three four five climb", ["speaker", "addressee"]),
        ("pilot", "ryanair four one two holding position and easyjet five one is behind us", ["speaker", "mentioned"]),
        ("controller", "ryanair four one two hold position easyjet five one line up", ["addressee"] * 2),
        (
            "controller",
            "ryanair four one two wait easyjet five one to your right goes ahead",
            ["addressee", "mentioned"],
        ),
        ("controller", "ryanair four one two. wait. easyjet five one. to your right", ["addressee"] * 2),
        ("controller", "ryanair four one two wait break easyjet five one any time", ["addressee"] * 2),
        ("controller", "luxair seven five six one wait luxair five six one to your right", ["addressee"] * 2),
        (
            "controller",
            "smartwings four two turn left heading one six zero left one six zero smartwings four two",
            ["addressee", "speaker"],
        ),
        (
            "controller",
            "november eight two sierra contact tower good day over to tower eight two sierra",
            ["addressee", "speaker"],
        ),
        (
            "controller",
            "finnair six bravo finnair six bravo descend flight level nine zero",
            ["addressee", "addressee"],
        ),
    ],
)
def test_callsigns_of_a_known_speaker(role: Literal["pilot", "controller"], text: str, uses: list[str]) -> None:
    """A pilot is one of the aircraft, a controller none."""
    assert [callsign.use for callsign in default_parser().parse(text, role=role).callsigns] == uses


@pytest.mark.parametrize(
    ("role", "text", "uses"),
    [
        ("pilot", "klm one two good evening praha radar", ["called"]),
        ("pilot", "praha radar good morning", ["called"]),
        ("pilot", "alpha praha radar klm one two good morning", ["called"]),
        ("controller", "klm one two i'll coordinate that with praha radar", ["mentioned"]),
        ("controller", "klm one two maastricht now on one three two decimal eight five", ["handover"]),
        ("pilot", "klm one two climbing level three four zero praha radar", ["called"]),
        ("controller", "praha radar pass your message", ["calling"]),
        ("controller", "klm one two climb level three four zero praha radar", ["mentioned"]),
    ],
)
def test_stations_of_a_known_speaker(role: Literal["pilot", "controller"], text: str, uses: list[str]) -> None:
    """A pilot calls a station, a controller is one."""
    assert [station.use for station in default_parser().parse(text, role=role).facilities] == uses


@pytest.mark.parametrize("style", RIGHT)
def test_style(style: str) -> None:
    """So many of the call signs that were found are used as the line says."""
    right = found = 0
    for line in (line for line in LINES if line["style"] == style):
        uses = {call.text: call.use for call in callsigns.parse(line["text"]).callsigns}
        known = [(text, use) for text, use in line["uses"] if text in uses]
        found += len(known)
        right += sum(uses[text] == use for text, use in known)
    assert right / found >= RIGHT[style], f"{right} of {found}"


def test_each_line_of_a_known_speaker() -> None:
    """With the speaker known, each is used as the line says, or the line says in "fault" why not, and only then."""
    wrong = []
    for line in LINES:
        read = default_parser().parse(line["text"], role=line["role"])
        uses = {call.text: call.use for call in read.callsigns}
        if all(uses.get(text, use) == use for text, use in line["uses"]) is ("fault" in line):
            wrong.append(line["text"])
    assert not wrong


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        (
            "finnair seven three turn left heading two one zero left two one zero finnair seven three",
            ["addressee", "speaker"],
        ),
        ("left heading three zero zero now finnair seven three", ["speaker"]),
        ("finnair seven three thank you", ["addressee"]),
        ("this is delta four twelve it looks like that aircraft went off the end sir", ["speaker"]),
    ],
)
def test_use_without_a_role(text: str, uses: list[str]) -> None:
    """Its place tells, as where two transmissions were run together; else the likelier side."""
    parser = default_parser()
    line = parser.line(text)
    read = parser.record(line, parser.recognize(line), None)
    assert read.role is None
    assert [call.use for call in read.callsigns] == uses


@pytest.mark.parametrize(
    ("text", "calls", "stations"),
    [
        (
            "langen good day condor two alpha contact bremen radar one two three decimal two",
            ["condor two alpha"],
            ["langen", "bremen radar"],
        ),
        (
            "wien hallo austrian six kilo austrian six kilo wien radar identified",
            ["austrian six kilo"] * 2,
            ["wien", "wien radar"],
        ),
    ],
)
def test_in_the_order_in_which_they_were_said(text: str, calls: list[str], stations: list[str]) -> None:
    """Stations with a unit are found before those without, call signs with a name before the rest."""
    read = callsigns.parse(text)
    assert [call.text for call in read.callsigns] == calls
    assert [station.text for station in read.facilities] == stations


def test_who_is_mentioned_does_not_speak() -> None:
    """The role is read without the aircraft that is only spoken about."""
    read = callsigns.parse("november two seven yankee hold short of alpha for comair six twelve")
    assert [call.use for call in read.callsigns] == ["addressee", "mentioned"]
    assert read.role == "controller"


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("tower you know if they are still holding", ["called"]),
        ("finnair seven three langen radar good morning", ["calling"]),
        ("good morning langen radar", ["called"]),
    ],
)
def test_stations_without_a_role(text: str, uses: list[str]) -> None:
    """Behind the aircraft that it answers, or before the one that calls it."""
    parser = default_parser()
    line = parser.line(text)
    read = parser.record(line, parser.recognize(line), None)
    assert [station.use for station in read.facilities] == uses
