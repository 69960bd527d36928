"""What entries say about themselves beside their forms: ``details``, ``objects``, ``first_call`` and who speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsigns.errors import GrammarError
from callsigns.explain import explain
from callsigns.grammar import Grammar
from callsigns.parser import Parser, default_parser


def types(text: str, role: str | None = None) -> list[str]:
    record = default_parser().parse(text, role=role)
    return [f"{m.act}/{m.topic}" if m.topic else m.act for m in record.messages]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("caution wake turbulence heavy boeing departing runway two four", ["warning/wake"]),
        ("traffic ten o'clock four miles a learjet turning final", ["information/traffic"]),
        ("hold east of renka on the zero six zero radial left turns", ["instruction/hold"]),
        # an order of its own is no detail
        (
            "traffic ten o'clock four miles turn left heading two one zero",
            ["information/traffic", "instruction/heading"],
        ),
        ("avoiding action descend flight level eight zero", ["warning/traffic", "instruction/altitude"]),
    ],
)
def test_details_belong_to_what_they_tell_of(text: str, wanted: list[str]) -> None:
    assert types(text, "controller") == wanted


def test_details_end_at_a_call_sign() -> None:
    assert (
        types("traffic ten o'clock four miles swiss four one two on final runway two four")[0] == "information/traffic"
    )
    assert len(types("traffic ten o'clock four miles swiss four one two on final runway two four")) == 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("unable to provide the weather", ["denial/weather"]),
        ("unable, moderate turbulence ahead", ["denial", "information/weather"]),
    ],
)
def test_objects_give_a_bare_verb_its_topic(text: str, wanted: list[str]) -> None:
    assert types(text, "controller") == wanted


def test_an_object_is_explained() -> None:
    assert "topic: that of the words behind it" in explain("unable to provide the weather", default_parser())


@pytest.mark.parametrize(
    ("text", "role", "wanted"),
    [
        ("five miles from touchdown", "controller", ["information/position"]),
        ("moderate turbulence at flight level three four zero", "controller", ["information/weather"]),
        ("moderate turbulence at flight level three four zero", "pilot", ["report/weather"]),
        ("request startup stand two one information golf", "pilot", ["request/pushback", "report/atis"]),
        ("vienna radar swiss four one two flight level one two zero", "pilot", ["initial_call", "report/altitude"]),
    ],
)
def test_the_act_goes_with_the_speaker(text: str, role: str, wanted: list[str]) -> None:
    assert types(text, role) == wanted


def test_distress_before_a_first_call_is_a_message_of_its_own() -> None:
    record = default_parser().parse("mayday mayday mayday vienna radar swiss four one two engine failure")
    assert {m.act: m.text for m in record.messages} == {
        "distress": "mayday mayday mayday",
        "initial_call": "vienna radar swiss four one two",
        "report": "engine failure",
    }


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("pan am twelve pan am twelve boston center", []),
        ("boston center pan pan pan pan pan am twelve", ["pan pan pan pan"]),
        ("london pan pan swiss one one one", ["pan pan"]),
    ],
)
def test_pan_american_is_in_no_trouble(text: str, urgent: list[str]) -> None:
    assert [m.text for m in default_parser().parse(text).messages if m.act == "urgency"] == urgent


@pytest.mark.parametrize(
    ("key", "value"),
    [("details", '["nothing.here"]'), ("also", '"nothing.here"'), ("beside", '{taxi = "nothing.here"}')],
)
def test_an_unknown_entry_is_named(tmp_path: Path, key: str, value: str) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(
        f'[message.altitude.sky]\nact = "instruction"\n{key} = {value}\nforms = ["go sky high"]\n'
        'examples = ["go sky high"]\nnot = ["sky"]\n'
    )
    with pytest.raises(GrammarError, match=rf"\] {key}: no entry is named 'nothing.here'"):
        Parser(Grammar.default().extended(mine))
