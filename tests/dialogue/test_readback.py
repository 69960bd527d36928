"""Instruction against readback, by values."""

from __future__ import annotations

import pytest

from callsigns import Dialogue
from callsigns.parser import default_parser
from callsigns.readback import Finding, findings
from callsigns.records import Difference, Readback


def answer(said: str, heard: str) -> Readback | None:
    """The readback that ``heard`` is."""
    dialogue = Dialogue(default_parser())
    dialogue.add(said)
    return dialogue.add(heard, speaker="pilot").readback


CORRECT = [
    ("csa one two descend flight level nine zero", "descending flight level nine zero csa one two"),
    ("csa one two contact tower one one niner decimal eight", "nineteen eight csa one two"),
    ("csa one two contact tower one one niner decimal eight", "one one nine eight csa one two"),
    ("delta three oh six descend and maintain four thousand", "down to four delta three oh six"),
    ("delta three oh six descend and maintain four thousand", "four thousand delta three oh six"),
    ("delta three oh six reduce speed to one seven zero knots", "back to one seventy delta three oh six"),
    ("delta three oh six turn left heading zero four zero", "left to zero four zero three oh six"),
    ("baw12 descend four thousand feet q n h one zero two two", "four thousand one zero two two speedbird one two"),
    ("speedbird one two turn left heading three six zero", "left three six zero"),
]
WRONG = [
    ("csa one two descend flight level nine zero", "descending level eight zero csa one two", ("altitude", 90, 80)),
    ("csa one two turn left heading two four zero", "left heading two five zero csa one two", ("heading", 240, 250)),
    ("csa one two turn left heading two four zero", "left two three zero csa one two", ("heading", 240, 230)),
    ("csa one two reduce speed one eight zero knots", "one six zero knots csa one two", ("speed", 180, 160)),
    ("csa one two squawk four two one six", "squawk four two one seven csa one two", ("squawk", "4216", "4217")),
]


@pytest.mark.parametrize(("said", "heard"), CORRECT)
def test_correct(said: str, heard: str) -> None:
    """Fewer words, no units, a shorter call sign: no error."""
    readback = answer(said, heard)
    assert readback == Readback(1, "correct")


@pytest.mark.parametrize(("said", "heard", "difference"), WRONG)
def test_wrong(said: str, heard: str, difference: tuple[str, object, object]) -> None:
    """One figure makes the difference, and is named."""
    readback = answer(said, heard)
    assert readback is not None
    assert readback.status == "wrong"
    assert [(d.quantity, d.said, d.heard) for d in readback.differences] == [difference]


def test_partial() -> None:
    """One of two values came back."""
    readback = answer(
        "csa one two turn left heading two four zero descend flight level nine zero",
        "left heading two four zero csa one two",
    )
    assert readback == Readback(1, "partial", (Difference("altitude", 90, None),))


def test_missing() -> None:
    """Roger is no readback."""
    readback = answer("csa one two turn left heading two four zero", "roger csa one two")
    assert readback == Readback(1, "missing", (Difference("heading", 240, None),))


@pytest.mark.parametrize("heard", ["say again csa one two", "unable csa one two"])
def test_no_readback(heard: str) -> None:
    """Who asks again or refuses has not read back."""
    assert answer("csa one two turn left heading two four zero", heard) is None


def test_nothing_to_read_back() -> None:
    """Traffic and wind need none."""
    assert answer("csa one two traffic twelve o'clock three miles", "looking csa one two") is None


def test_findings() -> None:
    """What an analyst looks at: the wrong one, and the one that nobody answered."""
    dialogue = Dialogue(default_parser())
    said = "csa one two turn left heading two four zero"
    lost = "speedbird four five climb flight level one hundred"
    lines = [said, "left heading two five zero csa one two", lost]
    lines += ["lufthansa six turn left heading one zero zero", "left heading one zero zero lufthansa six"] * 5
    found = list(findings(dialogue.add(text) for text in lines))
    assert found == [
        Finding(1, 2, "CSA12", "wrong", (Difference("heading", 240, 250),), said, lines[1]),
        Finding(3, None, "BAW45", "missing", (Difference("altitude", 100, None),), lost, None),
    ]
