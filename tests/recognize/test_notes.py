"""What transcribers note beside what was said parts nothing and adds nothing."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser


@pytest.mark.parametrize(
    ("text", "icao"),
    [
        ("swiss four [noise] five lima climb level one two zero", "SWR45L"),
        ("swiss four <hes> five lima climb level one two zero", "SWR45L"),
        ("swiss %hes four five #uh lima climb level one two zero", "SWR45L"),
        ("swiss four (uh) five {cough} lima climb level one two zero", "SWR45L"),
        ("=swiss four five ~lima climb level one =two zero", "SWR45L"),
        ("[#callsign]swiss four five lima[/#callsign] climb level [#value]one two zero[/#value]", "SWR45L"),
        ("(unclear) swiss four five lima climb (crackling) level one two zero (unclear)", "SWR45L"),
        ("[FRAGMENT] swiss four five lima [NO_ENG] gruezi [/NO_ENG] climb level one two zero [EMPTY]", "SWR45L"),
    ],
)
def test_noted(text: str, icao: str) -> None:
    """The call sign and the level are whole, and nobody else is named."""
    seen = default_parser().parse(text)
    assert [call.icao for call in seen.callsigns] == [icao]
    assert [value.value for said in seen.messages for value in said.values] == [120]


def test_places() -> None:
    """Places are those of the text as it was given, with its notes."""
    text = "[HNOISE] swiss four [noise] five lima, descend"
    (call,) = default_parser().parse(text).callsigns
    assert text[call.start : call.end] == "swiss four [noise] five lima"


def test_unheard() -> None:
    """A word that was not heard stays one: what stands on its two sides is not one number, and it names no point."""
    seen = default_parser().parse("swiss four five lima climb level [unk] two zero direct [unintelligible]")
    assert [value for said in seen.messages for value in said.values] == []


@pytest.mark.parametrize(
    ("text", "icao", "level"),
    [
        ("swiss fo- four five lima climb to l- level one two zero", "SWR45L", 120),
        ("swiss four fif- five lima climb level one th- two zero", "SWR45L", 120),
        ("swiss fo- uh four five l… lima climb level one tw-- two zero", "SWR45L", 120),
        ("swiss forty- uh... forty five lima level one th-- two zero", "SWR45L", 120),
        ("swiss fo, four five lima climb level one two ze, zero", "SWR45L", 120),
        ("roger- swiss four five lima level one two zero", "SWR45L", 120),
    ],
)
def test_broken_off(text: str, icao: str, level: int) -> None:
    """Words that were broken off are left out; whole words before a dash stay."""
    seen = default_parser().parse(text)
    assert [call.icao for call in seen.callsigns] == [icao]
    assert [value.value for said in seen.messages for value in said.values] == [level]


@pytest.mark.parametrize(
    ("text", "icao"),
    [
        ("((american)) twelve forty five turn left", "AAL1245"),
        ("American (twelve) forty five turn left", "AAL1245"),
        ("(( austrian six two )) golf turn left", "AUA62G"),
        ("AUSTRIAN (SIX) TWO GOLF (UH) TURN LEFT", "AUA62G"),
        ("austrian six two golf (and others) turn left", "AUA62G"),
        ("austrian (and others) six two golf turn left", None),  # nobody knows who is called
    ],
)
def test_doubt(text: str, icao: str | None) -> None:
    """Words in brackets that may be part of a call sign were said, perhaps; other words stand beside it."""
    assert [call.icao for call in default_parser().parse(text).callsigns] == [icao] * (icao is not None)


def test_capitals() -> None:
    """Where everything is in capitals, brackets hold words that may be added."""
    topics = [said.topic for said in default_parser().parse("CLEARED TO LAND [VACATE] LEFT").messages]
    assert topics == ["landing", "runway"]


def test_other_scripts() -> None:
    """Greetings in the letters of their language: the station is called, and the aircraft behind them calls it."""
    seen = default_parser().parse("Approach <j>こんにちは<j> CEBU 5054 level 240")
    assert [call.use for call in seen.callsigns] == ["speaker"]
    assert [said.act for said in seen.messages] == ["initial_call", "greeting", "report"]
