"""Lines in which transmissions were run together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callsigns import parse
from callsigns.parser import default_parser

TWO = [
    ("reducing two zero zero knots csa five six one", "csa seven four three descend flight level one zero zero"),
    ("csa seven zero two climb flight level one six zero", "climbing flight level one six zero csa seven zero two"),
    ("- KLM 861 contact tower 118.2.", "- 118.2 KLM 861."),
    ("KLM 861 contact tower 118.2.", "- 118.2 KLM 861."),
    (
        "turn right heading zero four zero finnair two one",
        "finnair two one roger contact radar one one nine decimal three",
    ),
    ("easy four six papa contact ground one two one point nine good bye", "one two one nine easy four six papa"),
    ("london tower finnair two one established runway two seven", "finnair two one london tower continue approach"),
    ("iberia three one climb flight level three seven zero", "climb flight level three seven zero iberia three one"),
    ("klm seven five line up runway one three", "lining up runway one three klm seven five"),
    ("speedbird one two turn left heading three zero zero", "break break lufthansa six climb level nine zero"),
]
ONE = [
    "speedbird one two turn left heading three zero zero and descend flight level nine zero",
    "break break speedbird one two cleared to land",
    "left heading three zero zero speedbird one two good day",
    "london control speedbird one two flight level three five zero",
    "fly heading one nine zero maintain six thousand finnair two one",
    "correction finnair two one descend flight level seven zero",
    "affirm finnair two one contact tower one one eight decimal two",
    "descend one zero thousand cross lagoo at one zero thousand finnair two one",
    "finnair two one london tower good morning runway two seven cleared to land wind two six zero at eight",
    "united two eighteen traffic ten o'clock three miles is a king air maintain visual descend to three thousand",
    "",
]


SENTENCES = [
    [
        "Delta 306, turn left heading 260.",
        "260, Delta 306.",
        "United 1247, contact tower 118.3.",
        "118.3, good day, United 1247.",
    ],
    [
        "American 2314, cross runway 22 right, contact ground point niner.",
        "Cross 22 right, ground point nine, American 2314. Thank you.",
        "Delta 89, line up and wait runway 22 right.",
        "Line up and wait 22 right, Delta 89.",
    ],
    [
        "Ground, good morning, Southwest 452 at gate B12, ready to push.",
        "Southwest 452, push approved, tail west.",
        "Tail west, Southwest 452.",
    ],
    [
        "Delta 306, descend and maintain 5000. Turn left heading 260. Reduce speed to 180.",
        "5000, left 260. Reduce to 180, Delta 306.",
    ],
    [
        "Tower, Cirrus 512CD is 10 miles south, inbound for landing with Bravo.",
        "Cirrus 512CD, tower, make straight in runway 36. Report 3 mile final.",
        "Straight in 36, report 3 mile final, 2CD.",
    ],
]
EXCHANGES = [
    [
        "lufthansa four five six descend flight level one two zero",
        "descending one two zero lufthansa four five six",
        "austrian six one two turn right heading zero niner zero",
        "right zero niner zero austrian six one two",
    ],
    [
        "american twenty three fourteen cross runway two two right contact ground point niner",
        "cross two two right ground point nine american twenty three fourteen",
        "delta eighty nine line up and wait two two right",
    ],
]


@pytest.mark.parametrize("turns", [*SENTENCES, *EXCHANGES])
def test_several(turns: list[str]) -> None:
    """A recording of half a minute: each turn is one speaker's, and each is found."""
    read = [*default_parser().parse_lines([" ".join(turns)], split=True)]
    assert [t.text for t in read] == turns
    first = read[0].role
    assert [t.role == first for t in read] == [not number % 2 for number in range(len(turns))]


@pytest.mark.parametrize("turns", [*SENTENCES, *EXCHANGES])
def test_turns_in_one_record(turns: list[str]) -> None:
    """One record has each turn as it would be alone."""
    whole, alone = parse(" ".join(turns)), [parse(turn) for turn in turns]
    assert whole.role is None
    assert [(c.icao, c.use) for c in whole.callsigns] == [(c.icao, c.use) for t in alone for c in t.callsigns]
    assert [(m.act, m.topic) for m in whole.messages] == [(m.act, m.topic) for t in alone for m in t.messages]
    assert [whole.text[c.start : c.end] for c in whole.callsigns] == [c.text for c in whole.callsigns]


@pytest.mark.parametrize(
    "turns",
    [
        ["Delta 306, turn left heading 260.", "United 1247, descend and maintain 5000."],
        ["Delta 306, heading 260.", "United 1247, heading 270."],
        ["Delta 306, traffic in sight.", "United 1247, traffic in sight."],
    ],
)
def test_two_aircraft(turns: list[str]) -> None:
    """What is said to another aircraft, or by another one, is a transmission of its own."""
    assert [*default_parser().split(" ".join(turns))] == turns


def test_one_speaker() -> None:
    """A controller speaks to two, a pilot in three sentences: nobody answers, and the record has a role."""
    order = parse("Okay, FedEx 1407, thanks. United 388, reduce speed to 170.")
    assert [c.use for c in order.callsigns] == ["addressee", "addressee"]
    all_of_you = "united one eighty nine american four ten delta three oh six all of you reduce to one seventy"
    assert parse(all_of_you).role == "controller"
    call = parse("Good morning, Boston. Delta 306 is with you at 5,000. We have Bravo, Delta 306.")
    assert call.role == "pilot"


@settings(deadline=None)
@given(st.lists(st.sampled_from([" ".join(turns) for turns in (*SENTENCES, *EXCHANGES, *TWO)]), max_size=4))
def test_nothing_is_lost(texts: list[str]) -> None:
    """The parts together are what was said, but for dashes and the blanks between them."""
    text = " ".join(texts)
    parts = " ".join(default_parser().split(text))
    assert parts.replace("-", " ").split() == text.replace("-", " ").split()


@pytest.mark.parametrize("parts", TWO)
def test_two(parts: tuple[str, str]) -> None:
    """Each part is a transmission of its own, on the line from which it came."""
    read = list(default_parser().parse_lines(["hello", " ".join(parts)], split=True))[1:]
    assert [t.text for t in read] == [part.removeprefix("- ") for part in parts]
    assert {t.line for t in read} == {2}


@pytest.mark.parametrize("text", ONE)
def test_one(text: str) -> None:
    """One transmission stays whole, an empty line too."""
    assert [t.text for t in default_parser().parse_lines([text], split=True)] == [text]


def test_only_when_asked() -> None:
    """Without ``split`` a line is one transmission."""
    assert len(list(default_parser().parse_lines([" ".join(TWO[0])]))) == 1
