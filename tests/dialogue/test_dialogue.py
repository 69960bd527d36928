"""What a conversation decides that one transmission alone leaves open."""

from __future__ import annotations

from typing import Any

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


def test_answer_that_is_no_call_sign() -> None:
    """The value that was waited for: its message names no call sign of the line any more."""
    _, answer = talk("delta ten twelve contact tower 118.35", "118.35 118")
    assert (answer.callsigns, [message.callsign for message in answer.messages]) == ((), [None])


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


def test_registration_that_comes_back() -> None:
    """The last three of a registration are known again long after it left; letters stand for few others."""
    said = ["bonanza three one two delta mike contact ground point seven"]
    said += ["speedbird one two turn left heading two two zero", "left heading two two zero speedbird one two"] * 11
    assert matches(*said, "tower two delta mike ready two nine left") == ["N312DM"]


def test_side_number() -> None:
    """The navy's aircraft by the last three figures."""
    assert matches("approach navy four juliett four zero seven", "navy four zero seven roger") == ["NAVY4J407"]


@pytest.mark.parametrize(
    "text", ["station calling say again", "aircraft calling stand by", "say again you were blocked"]
)
def test_unknown_caller(text: str) -> None:
    """Nobody is meant when the caller was not understood."""
    last = talk("speedbird one two turn left heading two two zero", "left two two zero speedbird one two", text)[-1]
    assert (last.aircraft, last.role) == (None, "controller")


def test_figures_before_a_short_call_sign() -> None:
    """The memory parts what one transmission alone runs together: "point seven | two delta mike"."""
    last = talk(
        "bonanza three one two delta mike turn left on charlie contact ground point seven",
        "left on charlie and point seven two delta mike",
    )[-1]
    assert [(c.text, c.match) for c in last.callsigns] == [("two delta mike", "N312DM")]
    assert last.readback is not None
    assert last.readback.status == "correct"


def test_figures_that_a_value_took() -> None:
    """ "right two seventy | one three x-ray": not heading 271."""
    last = talk("cherokee eight two one three x-ray turn right two seventy", "right two seventy one three x-ray")[-1]
    assert [c.text for c in last.callsigns] == ["one three x-ray"]
    assert last.readback is not None
    assert last.readback.status == "correct"


@pytest.mark.parametrize(
    ("said", "text", "wanted"),
    [
        ("boston tower u s air six twenty eight final two seven", "six twenty eight exit right to the gate", "USA628"),
        (
            "eagle flight forty four seventy one cleared to land two seven",
            "forty four seventy one two two right",
            "EGF4471",
        ),
        ("london virgin eight flight level three eight zero", "virgin eight what is your mach number", "VIR8"),
        (
            "eagle flight forty four seventy one cleared to land two seven",
            "eagle forty four seventy one left on charlie",
            "EGF4471",
        ),
        (
            "cessna november one two x ray papa squawk four two one six",
            "two x ray papa descend to four thousand",
            "N12XP",
        ),
        ("bonanza november nine two b taxi via kilo", "left two ten nine two b", "N92B"),
        ("ups twenty nine fourteen climb to nine thousand", "twenty nine fourteen we've got him in sight", "UPS2914"),
    ],
)
def test_in_front_of_the_message(said: str, text: str, wanted: str) -> None:
    """What the text alone leaves open at its beginning, the memory knows, whoever was told something since."""
    assert talk(said, "northwest nine taxi via kilo", text)[-1].aircraft == wanted


def test_one_letter_is_nobody() -> None:
    """ "x ray": two words, and no end of a call sign."""
    assert not talk("cessna november one two three x ray taxi via kilo", "we have x ray")[-1].callsigns


def test_called_by_the_name_of_the_place() -> None:
    """ "thai nine three three praha": the station that was called before calls back."""
    said = ["praha radar thai nine three three flight level three five zero", "thai nine three three praha identified"]
    said += ["praha radar csa five flight level two zero zero", "csa five identified"]
    assert [t.role for t in talk(*said, "thai nine three three praha")][-1] == "controller"


def test_similar_call_signs_in_an_exchange() -> None:
    """Two end alike: the one that has just spoken is meant by the answer, and nobody by anybody else."""
    said = ["eurowings seven alpha papa speed two two zero", "two two zero eurowings seven alpha papa"]
    said += [
        "palma ryanair seven alpha papa flight level one four zero",
        "ryanair seven alpha papa descend flight level nine zero",
    ]
    assert talk(*said, "level nine zero seven alpha papa")[-1].aircraft == "RYR7AP"


def test_told_to_report() -> None:
    """Who was told to report speaks when it is reported, long after, with the call sign in front."""
    said = ["skyhawk five two one seven kilo make right traffic report midfield downwind", "wilco one seven kilo"]
    said += ["speedbird one two turn left heading two two zero", "left heading two two zero speedbird one two"]
    last = talk(*said, "one seven kilo midfield downwind")[-1]
    assert (last.aircraft, last.role) == ("N5217K", "pilot")


def test_two_orders_two_answers() -> None:
    """Answers without a call sign go by their values."""
    said = ["speedbird one two turn left heading two two zero", "lufthansa four five climb flight level nine zero"]
    assert talk(*said, "left heading two two zero")[-1].aircraft == "BAW12"
    assert talk(*said, "climb flight level nine zero")[-1].aircraft == "DLH45"


def test_another_word_before_the_number() -> None:
    """Who was just called, with another airline's name before his number."""
    said = "finnair eight five zero zero reduce speed two two zero knots", "two two zero ryanair eight five zero zero"
    last = talk(*said)[-1]
    assert (last.aircraft, last.readback and last.readback.status) == ("FIN8500", "correct")


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


def test_a_minute_of_silence() -> None:
    """After it, a transmission without a call sign is nobody's."""
    dialogue = Dialogue(default_parser())
    dialogue.add("speedbird one two climb flight level nine zero", time=0.0)
    assert dialogue.add("roger", time=20.0).aircraft == "BAW12"
    assert dialogue.add("roger", time=120.0).aircraft is None


@pytest.mark.parametrize("time", [-5.0, (7.0, 3.0), float("nan"), None])
def test_odd_times(time: float | tuple[float, float] | None) -> None:
    """Negative times, times that end before they begin, no times: still a record."""
    dialogue = Dialogue(default_parser())
    dialogue.add("speedbird one two climb flight level nine zero", time=1.0)
    assert dialogue.add("climbing nine zero speedbird one two", time=time).aircraft == "BAW12"


@pytest.mark.parametrize(
    "wrong", [{"time": "7"}, {"time": (1.0,)}, {"time": ("a", "b")}, {"speaker": 5}, {"text": None}, {"text": b"x"}]
)
def test_what_is_no_transmission_leaves_no_trace(wrong: dict[str, Any]) -> None:
    """A wrong type is told where it comes in, and the conversation goes on as if it had not been."""
    dialogue = Dialogue(default_parser())
    dialogue.add("speedbird one two climb flight level nine zero", time=1.0)
    with pytest.raises(TypeError, match="expected a "):
        dialogue.add(**{"text": "roger", **wrong})
    record = dialogue.add("climbing nine zero", time=4.0)
    assert (record.aircraft, record.line) == ("BAW12", 2)


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


def test_whole_number_behind_a_value() -> None:
    """The value before it has taken its first figures; the memory knows the whole number."""
    said = ("united fifteen eighty three descend and maintain four thousand", "down to four fifteen eighty three")
    last = talk(*said)[-1]
    assert [(c.text, c.match) for c in last.callsigns] == [("fifteen eighty three", "UAL1583")]
    assert last.readback is not None
    assert last.readback.status == "correct"


def test_farewell_to_the_next_station() -> None:
    """Behind a handover its name is no first call of somebody else."""
    assert talk("united fifteen eighty three contact tower eighteen five", "tower good day")[-1].aircraft == "UAL1583"
    assert talk("united fifteen eighty three turn left heading two one zero", "tower good day")[-1].aircraft is None


def test_left_out_and_asked_for() -> None:
    """A readback that ended with the call sign lacks a speed; who says it next is the controller."""
    said = (
        "american twelve sixty one turn right heading three two zero reduce speed to one eight zero",
        "right three two zero american twelve sixty one",
        "and one eighty on the speed",
        "one eighty on the speed",
    )
    records = talk(*said)
    assert [t.role for t in records] == ["controller", "pilot", "controller", "pilot"]
    assert [t.readback and t.readback.status for t in records] == [None, "partial", None, "correct"]


def test_report_of_what_was_left_out() -> None:
    """A report of the very thing is the pilot's."""
    said = ("city seven cross runway three one left report clear", "crossing city seven")
    assert talk(*said, "city seven's clear of three one left")[-1].role == "pilot"


def test_nobody_knows_who_called() -> None:
    """Whoever was spoken with before, "station calling" comes from the ground."""
    last = talk("delta twelve descend eight thousand", "Station calling, say again.")[-1]
    assert (last.role, last.aircraft) == ("controller", None)


def test_who_was_asked_for() -> None:
    """A call sign alone, behind "who's asking", is the answer of a pilot; the question itself is nobody's."""
    said = ("delta twenty one eighty seven descend eight thousand", "united six maintain four thousand")
    records = talk(*said, "can we get lower", "who's asking", "delta twenty one eighty seven")
    assert [t.role for t in records[-2:]] == ["controller", "pilot"]
    assert [t.aircraft for t in records[-2:]] == [None, "DAL2187"]


def test_value_alone_is_no_call_sign() -> None:
    """The frequency that was read back wrongly, once more and nothing else."""
    said = (
        "frontier four fourteen contact center one two four point three five",
        "one two four three frontier four fourteen",
    )
    last = talk(*said, "twenty four thirty five")[-1]
    assert (last.callsigns, last.aircraft, last.role) == ((), "FFT414", "controller")


def test_own_words_come_again() -> None:
    """ "squawk ident", "ident": the pilot says what he was told."""
    assert talk("air france eight eight victor bravo squawk ident", "ident")[-1].role == "pilot"


def test_nothing_to_repeat() -> None:
    """Behind a pilot to whom nothing was told, a value in the form of an answer is an order."""
    said = ("turkish four kilo bravo are you ready for a turn to base", "affirm ready turkish four kilo bravo")
    assert talk(*said, "left heading three four zero then")[-1].role == "controller"


def test_go_ahead() -> None:
    """Who was invited to speak speaks."""
    said = ("center southwest twenty two thirty eight", "southwest twenty two thirty eight go ahead")
    assert talk(*said, "light chop at three six zero for the last fifty miles")[-1].role == "pilot"


def test_leg_without_its_side() -> None:
    """The leg that was to be reported, with or without its side."""
    said = (
        "skyhawk one two papa report midfield downwind",
        "wilco one two papa",
        "bonanza six two zero mike charlie turn base",
    )
    assert talk(*said, "six two zero mike charlie turning base", "one two papa right downwind")[-1].role == "pilot"


def test_answer_to_a_question() -> None:
    """What would repeat an order by itself tells what was asked for, and repeats it where it was told."""
    asked = talk("speedbird one two say altitude", "one three thousand five hundred speedbird one two")[-1]
    told = talk("speedbird one two say altitude and climb one four thousand", "one four thousand speedbird one two")[-1]
    assert [m.act for m in (*asked.messages, *told.messages)] == ["report", "readback"]
