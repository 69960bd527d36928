"""Who speaks, told from the text alone: the corpus of this folder, by the style of the people who speak."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import callsigns
from callsigns.parser import default_parser
from tests.role import fit

LINES = [json.loads(line) for line in (Path(__file__).parent / "corpus.jsonl").read_text(encoding="utf-8").splitlines()]
# The corpus has many short turns on purpose ("so long", "negative"), which either side says; loose talk is what people
# say to each other once in a while ("how bad was it"), mostly without any call sign.
RIGHT = {"american": 0.89, "european": 0.96, "written": 0.95, "loose": 0.65}
RIGHT_WHERE_DECIDED = {"american": 0.92, "european": 0.97, "written": 0.95, "loose": 0.8}


@pytest.mark.parametrize("style", RIGHT)
def test_style(style: str) -> None:
    """So many lines right, an undecided one being wrong; and so many of those that are decided."""
    lines = [line for line in LINES if line["style"] == style]
    roles = [callsigns.parse(line["text"]).role for line in lines]
    right = sum(role == line["role"] for role, line in zip(roles, lines, strict=True))
    decided = sum(role is not None for role in roles)
    assert right / len(lines) >= RIGHT[style]
    assert right / decided >= RIGHT_WHERE_DECIDED[style]


def test_held_out() -> None:
    """Lines that no weight was fitted to and no cue was written for: talk of approach and tower, much of it loose."""
    lines = [json.loads(line) for line in (Path(__file__).parent / "held_out.jsonl").read_text("utf-8").splitlines()]
    roles = [callsigns.parse(line["text"]).role for line in lines]
    right = sum(role == line["role"] for role, line in zip(roles, lines, strict=True))
    assert right / len(lines) >= 0.86
    assert right / sum(role is not None for role in roles) >= 0.89


def test_weights_are_those_of_the_lines() -> None:
    """Whoever adds a cue or many lines fits the weights again: each stands near what the lines say."""
    lines, prior = fit.examples(*fit.CORPORA), fit.priors()
    weights, found = default_parser().grammar.section("role"), fit.fit(lines, prior)
    far = {name: w for name, w in found.items() if abs(max(abs(w), 0.1) - weights[name]["weight"]) > 0.8}
    assert not far


def test_enough_lines() -> None:
    """A corpus that a rule cannot be fitted to by heart."""
    assert len(LINES) >= 300
    assert len({line["text"] for line in LINES if line["style"] == "american"}) > 250


@pytest.mark.parametrize("text", [
    "", "...", "the cat sat on the mat", "fourscore and seven",
    "two of the five candidates withdrew before the second round",
    "there were fifty men and seven wagons in the valley when the rain began",
])  # fmt: skip
def test_nothing_to_tell(text: str) -> None:
    """No role without evidence."""
    assert callsigns.parse(text).role is None


@pytest.mark.parametrize("text", [
    "Taxi Procedures",
    "The aircraft was at flight level 350 when the right engine failed.",
    "The first officer called out 80 knots and the captain replied.",
    "Table 5-1",
    "The pilot of the Cessna 172 reported an engine failure at 1,500 feet.",
    "He told the controller that he had the runway in sight.",
    "The speed was reduced to 180 knots, and the flaps were extended.",
    "Pilots should always read back the runway and the holding point.",
    "The words line up and wait shall only be used when the runway is not clear for takeoff.",
    "Wilco means I have understood your instruction and will comply with it.",
    "The approach controller instructed the crew to descend to four thousand feet and turn left.",
])  # fmt: skip
def test_what_is_written_about_speakers(text: str) -> None:
    """Books tell of pilots and controllers what nobody says to them."""
    assert callsigns.parse(text).role is None


def test_a_hint_wins() -> None:
    """Whoever knows who keyed the microphone knows better than the text."""
    text = "speedbird one two climb flight level one hundred"
    assert callsigns.parse(text).role == "controller"
    assert default_parser().parse(text, role="pilot").role == "pilot"


def test_why() -> None:
    """The answer can be explained by cues and weights, the heaviest first."""
    parser = default_parser()
    line = parser.line("left heading three zero zero swiss one two")
    why = parser.why(line, parser.recognize(line))
    assert why[0][0] == "pilot.callsign_last"
    assert abs(why[0][1]) >= abs(why[-1][1])


def acts(text: str, role: str) -> list[str]:
    return [message.act for message in default_parser().parse(text, role=role).messages]


def test_the_act_follows_the_speaker() -> None:
    """The same words order and repeat."""
    text = "climb flight level one hundred"
    assert acts(text, "controller") == ["instruction"]
    assert acts(text, "pilot") == ["readback"]


def test_a_report_stays_a_report() -> None:
    """What the crew tells of itself is no readback."""
    assert "report" in acts("passing four thousand feet", "pilot")


def test_call_sign_first_reports() -> None:
    """An -ing verb behind the call sign reports; before it, it reads back."""
    assert acts("csa two mike delta climbing flight level eight zero", "pilot") == ["report"]
    assert acts("climbing flight level eight zero csa two mike delta", "pilot") == ["readback"]
    assert acts("cargolux four one descending six thousand and two ten knots", "pilot") == ["report", "report"]


def test_behind_the_call_sign_a_turn_is_an_answer() -> None:
    """However sure it is that a pilot speaks."""
    assert [m.act for m in callsigns.parse("cargolux four one six thirty degrees left").messages] == ["readback"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("heading two one zero", "readback"),
        ("flight level eight zero", "readback"),
        ("maintain two eight zero knots", "instruction"),
        ("direct dolap", "instruction"),
    ],
)
def test_without_a_call_sign_only_a_bare_value_is_an_answer(text: str, act: str) -> None:
    assert [message.act for message in callsigns.parse(text).messages] == [act]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("tell me when you have passed swiss two six", "controller"),
        ("no that was for austrian nine eighty", "controller"),
        ("is condor two fifteen with you yet", "controller"),
    ],
)
def test_who_is_only_mentioned_is_no_party(text: str, role: str) -> None:
    """A call sign at the end is the speaker's, but not where it is spoken about."""
    assert callsigns.parse(text).role == role
