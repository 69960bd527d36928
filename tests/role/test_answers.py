"""A transmission and its answer in one line: nobody is said to speak, and each is used as in his own turn."""

from __future__ import annotations

import pytest

import callsigns
from callsigns.parser import default_parser


@pytest.mark.parametrize(
    ("text", "uses", "acts"),
    [
        (
            "finnair two four climb flight level nine zero climbing level nine zero finnair two four",
            ["addressee", "speaker"],
            ["instruction", "readback"],
        ),
        (
            "austrian two six descend level nine zero descending eight zero austrian two six",
            ["addressee", "speaker"],
            ["instruction", "readback"],
        ),
        (
            "delta hotel alpha climb level nine zero delta hotel alpha climbing level nine zero",
            ["addressee", "speaker"],
            ["instruction", "readback"],
        ),
        (
            "condor two one cleared to land two five left wind calm condor two one cleared to land two five left",
            ["addressee", "speaker"],
            ["clearance", "information", "readback"],
        ),
        (
            "direct ELMEK condor two one thanks finnair five six direct ABRAX",
            ["speaker", "addressee"],
            ["readback", "courtesy", "instruction"],
        ),
        (
            "good morning condor two one line up runway two five lining up two five condor two one",
            ["addressee", "speaker"],
            ["greeting", "instruction", "readback"],
        ),
        (
            "line up runway two five lining up runway two five condor two one",
            ["speaker"],
            ["instruction", "readback"],
        ),
        (
            "condor two one reduce speed two one zero reducing speed two one zero",
            ["addressee"],
            ["instruction", "readback"],
        ),
        (
            "tower iberia five one established runway two seven iberia five one good morning continue approach",
            ["speaker", "addressee"],
            ["initial_call", "report", "greeting", "instruction"],
        ),
        (
            "descend level eight zero condor eight lima lot two six one turn right heading one two zero",
            ["speaker", "addressee"],
            ["readback", "instruction"],
        ),
        (
            "break break condor seven one two climb level nine zero climbing level nine zero condor seven two one",
            ["addressee", "speaker"],
            ["instruction", "readback"],
        ),
        (
            "condor six alpha contact ground one two one point nine bye one two one nine danke",
            ["addressee"],
            ["instruction", "farewell", "readback", "courtesy"],
        ),
        (
            "condor six alpha contact ground one two one point nine bye condor six alpha to one two one nine bye bye",
            ["addressee", "speaker"],
            ["instruction", "farewell", "readback", "farewell"],
        ),
        (
            "condor six line up runway two five and wait understood line up and wait condor six",
            ["addressee", "speaker"],
            ["instruction", "acknowledgement", "readback"],
        ),
        (
            "delta six request flight level three one zero roger climb flight level three one zero",
            ["speaker"],
            ["request", "acknowledgement", "instruction"],
        ),
    ],
)
def test_each_in_his_turn(text: str, uses: list[str], acts: list[str]) -> None:
    read = callsigns.parse(text)
    assert read.role is None
    assert [call.use for call in read.callsigns] == uses
    assert [message.act for message in read.messages] == acts


def test_stations_of_both() -> None:
    """The one that is called calls back."""
    read = callsigns.parse("london hello speedbird nine level three five zero speedbird nine london control identified")
    assert [station.use for station in read.facilities] == ["called", "calling"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("tower finnair two four five miles south inbound finnair two four", "pilot"),
        ("finnair two four go around i say again finnair two four go around", "controller"),
        ("finnair two four descend level nine zero. finnair two four descend level nine zero", "controller"),
        ("finnair two four turn left heading one zero zero finnair two four reduce speed two one zero", "controller"),
        ("boston tower finnair two four finnair two four request lower", "pilot"),
        ("speedbird one two lufthansa three turn left heading one zero zero", "controller"),
        ("we have a cracked windscreen request descent to ten thousand and return", "pilot"),
        ("finnair two four descend level nine zero condor two one turn left heading two one zero", "controller"),
        ("left heading two one zero turning left heading two one zero condor two one", "pilot"),
    ],
)
def test_no_answer(text: str, role: str | None) -> None:
    """A call sign said twice by one side, and orders to two aircraft."""
    assert callsigns.parse(text).role == role


def test_a_hint_wins() -> None:
    """Who keyed the microphone is known: then he says all of it."""
    text = "finnair two four climb flight level nine zero climbing level nine zero finnair two four"
    assert {call.use for call in default_parser().parse(text, role="pilot").callsigns} == {"speaker"}
