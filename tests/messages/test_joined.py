"""What was said in pieces and is one message, and what stays apart."""

from __future__ import annotations

import re

import pytest

from callsigns.parser import default_parser

# Each line parted into its messages by "|", which is no part of it; words in brackets belong to no message.
LINES = [
    # A runway without a verb belongs to the verb before it that lacks one.
    "[delta twelve] cleared for takeoff the runway two four",
    "cleared ils approach to the runway two two left",
    "cleared visual approach for the other runway two two left",
    "hold short of the other runway two four",
    "make left traffic for the old runway two seven",
    # And so does a level: behind a few words that nobody understands, not behind a call sign or the end of a sentence.
    "descend to sierra kind of flight level eight zero",
    "descend | [hollow marble copper pepper] flight level eight zero",
    "climb | [delta twelve] flight level eight zero",
    "climb | [;] flight level eight zero",
    "climb . flight level eight zero",  # recognizers write one there
    "good morning | flight level eight zero",
    # A value of a kind that the verb has got is told once more.
    "turn left heading two seven zero | heading two seven zero",
    "reduce speed to two ten | speed two ten",
    # What stands between commas is a whole code word where one was said; elsewhere it is only a word.
    "bingo fuel | [,] off station",
    "[viper three] tally one | [,] visual",
    "turn left heading two seven zero [, off station]",
    # Two stations, two orders; the same order begun again is one.
    "contact tower | contact ground",
    "contact contact tower",
    "report traffic in sight [.] | maintain visual separation [.]",
    # A runway is told before what is done there.
    "runway two four taxi via alfa",
    "runway two four cleared to land",
    "caution wake turbulence a heavy boeing on final | runway two four cleared to land",
    "runway two four line up and wait",
    "runway two four make left traffic",
    "runway two four hold short",
    "runway two four cleared ils approach",
    "runway two four vacate left",
    "runway two four visibility eight hundred metres",
    # The same order in two verbs is one.
    "descend maintain six thousand",
    "cleared approach cleared ils approach runway two four",
    "expect ils expect ils runway two four",
    # Orders of which one gives several in a row, and what is to be done later.
    "resume own navigation | proceed direct renka",
    "contact ground | monitor tower one two one decimal nine",
    "vacate left runway two four | taxi to stand five",
    "climb | report reaching flight level two zero zero",
    "taxi via alfa | taxi via bravo",
    # What is said twice counts once, but for events, and for good wishes on both sides of a call sign.
    "okay okay [delta twelve]",
    "good morning | [delta twelve] good morning",
    "good bye | [swiss one two] good bye",
    "good bye [.] | good bye",
    "radio check . how do you read",
    "splash one | splash two",
    "rifle | rifle | two away",
    # A bare verb takes its topic from what stands behind it.
    "unable to provide flight following",
]


def _parted(line: str) -> list[str]:
    return [re.sub(r"\[.*?\]", "", part).strip() for part in line.split("|")]


@pytest.mark.parametrize("line", LINES)
def test_pieces(line: str) -> None:
    text = " ".join(line.replace("|", " ").replace("[", " ").replace("]", " ").split())
    assert [message.text for message in default_parser().parse(text, role="controller").messages] == _parted(line)


def test_a_condition_belongs_to_what_is_done() -> None:
    """Not to the greeting beside it."""
    record = default_parser().parse("when passing renka good morning descend six thousand", role="controller")
    assert [(m.act, [c.kind for c in m.conditions]) for m in record.messages] == [
        ("greeting", []),
        ("instruction", ["when_passing"]),
    ]


# Which message has which value, where a value goes elsewhere than to the words around it.
VALUES = {
    # The wind stands between a runway and what is done there.
    "runway two two wind two four zero at six cleared for takeoff": [("wind", [240, 6]), ("takeoff", ["22"])],
    "runway three six left wind calm cleared to land": [("wind", []), ("landing", ["36L"])],
    "runway one two fly heading zero niner zero cleared for takeoff": [("heading", [90]), ("takeoff", ["12"])],
    "runway one two vacated cleared for takeoff": [("runway", ["12"]), ("takeoff", [])],
    "runway two two wind two four zero at six runway two four cleared to land": [
        ("wind", ["22", 240, 6]),
        ("landing", ["24"]),
    ],
    "runway two two, wind calm, altimeter two niner eight one, traffic on a four mile final, cleared for takeoff": [
        ("wind", []),
        ("altimeter", [29.81]),
        ("traffic", [4, "FINAL"]),
        ("takeoff", ["22"]),
    ],
    "runway two two wind two four zero at six contact ground": [("wind", ["22", 240, 6]), ("frequency", [])],
    # What is said wrongly and put right at once counts only as it was meant.
    "descend and maintain seven thousand correction six thousand": [("altitude", [6000]), (None, [])],
    "turn left heading two seven zero correction two eight zero": [("heading", ["LEFT", 280]), (None, [])],
    "runway two four left correction two four right cleared to land": [(None, []), ("landing", ["24R"])],
    "cleared to land runway 06. Correction, 24": [("landing", ["24"]), (None, [])],
    "climb seven thousand correction descend six thousand": [("altitude", [7000]), (None, []), ("altitude", [6000])],
    "descend six thousand correction speed two one zero": [("altitude", [6000]), (None, []), ("speed", [210])],
}


@pytest.mark.parametrize("text", VALUES)
def test_values_go_where_they_are_meant(text: str) -> None:
    """The topic and the values of each message, in order."""
    messages = default_parser().parse(text).messages
    assert [(m.topic, [v.value for v in m.values]) for m in messages] == VALUES[text]
