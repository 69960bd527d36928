"""Texts in which dashes part the turns: each turn is one speaker's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callsigns import parse
from callsigns.dashes import dashes, dashes_of_turns, turns
from callsigns.explain import explain
from callsigns.parser import default_parser

ORDER = "KLM 861 turn right heading 240, descend and maintain 5000."
ANSWER = "Right heading 240, 5000, KLM 861."


def test_each_turn_has_its_speaker() -> None:
    """The order is the controller's, its readback the pilot's; the text as a whole is nobody's."""
    t = parse(f"- {ORDER} - {ANSWER}")
    assert [c.use for c in t.callsigns] == ["addressee", "speaker"]
    assert [(m.act, m.topic, m.callsign) for m in t.messages] == [
        ("instruction", "heading", 0),
        ("instruction", "altitude", 0),
        ("readback", "heading", 1),
        ("readback", "altitude", 1),
    ]
    assert t.role is None
    assert t.aircraft == "KLM861"


@pytest.mark.parametrize(
    "text",
    [
        "- KLM 861 descend via STAR to 9000. - KLM 861 roger, descend via STAR 9000.",
        "- KLM 86 turn left heading 210, descend to 4000. - KLM 86 turn left heading 210, descend to 4000 KLM 86.",
        "- KLM 861 report speed. - KLM 861 210 knots.",
        "- KLM 86 recleared direct RENKA, maintain 7000. - KLM 86 direct RENKA, descend maintain 7000, KLM 86.",
    ],
)
def test_answers_that_read_like_orders(text: str) -> None:
    """The aircraft says its call sign first, and what it was told: a dash is another speaker."""
    t = parse(text)
    assert t.role is None
    assert {c.use for c in t.callsigns[1:]} == {"speaker"}


@pytest.mark.parametrize(
    "text",
    [
        "- Approach, KLM 861, confirm descend 5000 or 6000? - KLM 861, 6000. - 6000, KLM 861.",
        "- Approach, KLM 861 passing 140, descending 8000. - KLM 861.",
        "- Tower, KLM 861, ready for departure. - KLM 861, roger.",
        "- Approach, KLM 861. - KLM 861, go ahead.",
    ],
)
def test_answers_that_read_like_the_same_pilot(text: str) -> None:
    """The call sign of who has just spoken first, and no more than what he asked for: a dash is another speaker."""
    assert [c.use for c in parse(text).callsigns][:2] == ["speaker", "addressee"]


def test_what_is_affirmed_was_asked() -> None:
    """ "Affirm, descend to six thousand" is no readback."""
    t = parse("- KLM 861 confirm descend 6000. - KLM 861 affirm, descend and maintain 6000.")
    assert t.callsigns[1].use == "addressee"


def test_captions() -> None:
    """Captions say ">>" where another speaker begins."""
    t = parse("descend flight level eight zero >> flight level eight zero air france one two >> klm six contact radar")
    assert [c.use for c in t.callsigns] == ["speaker", "addressee"]
    assert [m.act for m in t.messages] == ["instruction", "readback", "instruction"]


@pytest.mark.parametrize("text", ["speedbird one two - taxi to holding point alpha", "- - "])
def test_one_turn(text: str) -> None:
    """A dash within a sentence parts nothing, and dashes alone have nothing to part."""
    assert list(turns(text, dashes(text))) == [(0, text)]


def test_one_role_of_all() -> None:
    """Two turns of the same side have that side's role."""
    assert parse("- KLM 861 turn right heading 240. - Air France 12 descend flight level 80.").role == "controller"


@pytest.mark.parametrize("turn", [ORDER, ANSWER, "Tower, passing 3000 until established, KLM 861, say again"])
def test_places(turn: str) -> None:
    """What is found in a turn has its place in the whole text."""
    alone, lead = parse(turn), "- Approach, good evening. - "
    whole = parse(lead + turn)
    for kind in ("callsigns", "messages"):
        of_turn = getattr(alone, kind)
        assert [(x.start, x.text) for x in getattr(whole, kind)[-len(of_turn) :]] == [
            (len(lead) + x.start, x.text) for x in of_turn
        ]
    places = [c.start for m in whole.messages for c in (*m.values, *m.conditions)]
    assert [whole.text[at:].split()[0] for at in places] == [
        turn[c.start :].split()[0] for m in alone.messages for c in (*m.values, *m.conditions)
    ]


@pytest.mark.parametrize(
    ("text", "uses", "acts"),
    [
        (
            "finnair four kilo descend flight level nine zero descending flight level nine zero finnair four kilo",
            ["addressee", "speaker"],
            ["instruction", "readback"],
        ),
        (
            "two zero zero knots wizz air three one two swiss eight four alfa contact radar one two seven decimal one",
            ["speaker", "addressee"],
            ["readback", "instruction"],
        ),
    ],
)
def test_run_together(text: str, uses: list[str], acts: list[str]) -> None:
    """A recording that holds an order and its readback, or a readback and the next order."""
    t = parse(text)
    assert [c.use for c in t.callsigns] == uses
    assert [m.act for m in t.messages] == acts
    assert t.role is None


@pytest.mark.parametrize(
    "text",
    [
        "delta four twelve turn left heading two one zero break united eight oh six descend and maintain five thousand",
        "ryanair four tango alpha stand by easy six two golf hotel taxi to stand two one",
        "bronco seven one hold viper two one cleared hot",
        "speedbird one two follow the lufthansa three two one and hold short of alfa",
    ],
)
def test_one_speaker_to_several(text: str) -> None:
    """A controller who speaks to one after the other stays one speaker."""
    assert parse(text).role == "controller"


@pytest.mark.parametrize("text", [f"{ORDER} - {ANSWER}", f"- {ORDER}"])
def test_one_dash(text: str) -> None:
    """One dash may be anything."""
    assert list(turns(text, dashes_of_turns(text))) == [(0, text)]


@pytest.mark.parametrize("text", ["- - -", "-", "- . -"])
def test_nothing_between(text: str) -> None:
    """Dashes alone are no turns."""
    assert parse(text).text == text
    assert parse(text).messages == ()


def test_hint() -> None:
    """Who knows who keyed the microphone knows of one speaker."""
    t = default_parser().parse(f"- {ORDER} - {ANSWER}", role="pilot")
    assert {c.use for c in t.callsigns} == {"speaker"}


def test_explained_turn_by_turn() -> None:
    """Each turn is explained by itself."""
    assert explain(f"- {ORDER} - {ANSWER}", default_parser()).count("speaker\n") == 2


@settings(deadline=None)
@given(st.lists(st.sampled_from([ORDER, ANSWER, "", ".", "-", "Good day.", " – ", "\n"]), max_size=6))
def test_any_turns(said: list[str]) -> None:
    """Whatever stands between dashes is read, and every place is one of the text."""
    text = "".join(f"- {turn} " for turn in said)
    t = parse(text)
    assert t.text == text
    for found in (*t.callsigns, *t.messages):
        assert text[found.start : found.end] == found.text
