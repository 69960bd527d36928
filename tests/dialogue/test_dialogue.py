"""What a conversation decides that one transmission alone leaves open."""

from __future__ import annotations

import pytest

from callsigns import Dialogue, Traffic
from callsigns.parser import default_parser
from callsigns.records import Transmission


def talk(*texts: str) -> list[Transmission]:
    """A dialogue over some lines."""
    dialogue = Dialogue(default_parser())
    return [dialogue.add(text) for text in texts]


def matches(*texts: str) -> list[str | None]:
    """What the call signs of the last line stand for."""
    return [callsign.match for callsign in talk(*texts)[-1].callsigns]


def test_short_registration() -> None:
    """FAA JO 7110.65 2-4-9: the last three."""
    assert matches("approach november five zero six lima delta five thousand", "six lima delta roger") == ["N506LD"]


def test_first_and_last_letters() -> None:
    """ICAO Annex 10 II 5.2.1.7.2.2 a."""
    said = "oscar kilo lima mike november report downwind", "downwind oscar mike november"
    assert matches(*said) == ["OKLMN"]


def test_bare_number() -> None:
    """The number alone, with the wake category."""
    said = "united twelve oh four heavy turn left heading two one zero", "two one zero twelve oh four heavy"
    assert matches(*said) == ["UAL1204"]


def test_cut_off() -> None:
    """A recording that ends inside the call sign."""
    said = "csa five six one descend flight level nine zero", "descending flight level nine zero csa five six"
    assert matches(*said) == ["CSA561"]


def test_full_call_sign_heard_before() -> None:
    """A full call sign stands for itself once it has been heard; the first time only the text vouches for it."""
    first, second = talk("speedbird one two climb flight level nine zero", "climbing nine zero speedbird one two")
    assert [first.callsigns[0].match, second.callsigns[0].match] == [None, "BAW12"]
    assert first.aircraft == second.aircraft == "BAW12"


def test_similar_call_signs_stay_open() -> None:
    """Two that fit are not guessed between."""
    said = ("csa five six one turn left heading one zero zero", "csa eight six one turn left heading two zero zero")
    last = talk(*said, "speedbird one two climb flight level nine zero", "six one say again")[-1]
    assert [callsign.match for callsign in last.callsigns if callsign.kind == "partial"] in ([None], [])
    assert last.aircraft in (None, "BAW12")


@pytest.mark.parametrize("answer", ["roger", "two two zero", "say again", "wilco", "turning now"])
def test_answer_without_a_call_sign(answer: str) -> None:
    """It belongs to the aircraft that was called."""
    last = talk("speedbird one two turn left heading two two zero", answer)[-1]
    assert (last.aircraft, last.role) == ("BAW12", "pilot")


def test_handed_over_is_forgotten() -> None:
    """Twenty transmissions after "contact ..." a short call sign means nobody any more."""
    said = ["csa five six one contact praha radar one two zero decimal two seven five"]
    said += ["speedbird one two turn left heading two two zero", "left heading two two zero speedbird one two"] * 11
    assert "CSA561" not in [c.match for c in talk(*said, "roger five six one")[-1].callsigns]


def test_forgotten_by_the_clock() -> None:
    """Ten minutes after it, when times are known."""
    dialogue = Dialogue(default_parser())
    dialogue.add("csa five six one contact praha radar one two zero decimal two seven five", time=(0.0, 3.0))
    dialogue.add("speedbird one two turn left heading two two zero", time=(900.0, 903.0))
    last = dialogue.add("left heading two two zero five six one", time=905.0)
    assert "CSA561" not in [c.match for c in last.callsigns]
    assert last.time == (905.0, 905.0)


def test_speaker_labels() -> None:
    """A label that tells the role wins over text and memory."""
    dialogue = Dialogue(default_parser())
    assert dialogue.add("speedbird one two climb flight level nine zero", speaker="PILOT 2").role == "pilot"
    assert dialogue.add("climb flight level nine zero speedbird one two", speaker="TWR-1").role == "controller"
    assert dialogue.add("roger", speaker="SPEAKER_00").speaker == "SPEAKER_00"


def test_out_of_time_order() -> None:
    """Times that go back are no reason to fail."""
    dialogue = Dialogue(default_parser())
    for time in (100.0, 50.0, None, 10.0):
        assert dialogue.add("speedbird one two climb flight level nine zero", time=time).aircraft == "BAW12"


def test_a_pause_answers_nothing() -> None:
    """Minutes later nobody answers; the text alone decides the role."""
    dialogue = Dialogue(default_parser())
    dialogue.add("speedbird one two climb flight level nine zero", time=0.0)
    text = "lufthansa three four five turn left heading two two zero"
    assert dialogue.add(text, time=400.0).role == "controller"


def test_any_text() -> None:
    """Whatever comes in gives a record."""
    for text in ("", " ", "\n", "break break", "one " * 500, "\u0000", "csa " * 200):
        assert Dialogue(default_parser()).add(text).text == text


def test_traffic() -> None:
    """A list of aircraft decides before memory does."""
    dialogue = Dialogue(default_parser(), traffic=Traffic(["UAL452", "BAW12"]))
    last = dialogue.add("united four five two climb flight level nine zero")
    assert last.aircraft == "UAL452"


def test_memory_is_bounded() -> None:
    """A week of audio does not grow the memory."""
    dialogue = Dialogue(default_parser())
    for number in range(600):
        dialogue.add(f"Speedbird {number + 100}, descend flight level 90")
    assert len(list(dialogue.frequency.names())) <= 200


def test_an_answer_is_a_readback() -> None:
    """Alone "maintaining" reports; behind "maintain" it answers."""
    said = "speedbird one two maintain five thousand feet", "maintaining five thousand feet speedbird one two"
    assert [m.act for m in talk(said[1])[0].messages] == ["report"]
    assert [m.act for m in talk(*said)[1].messages] == ["readback"]
