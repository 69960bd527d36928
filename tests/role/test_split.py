"""Lines in which transmissions were run together."""

from __future__ import annotations

import pytest

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
