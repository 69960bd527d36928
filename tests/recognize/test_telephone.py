"""Numbers of a telephone that are read out on frequency."""

from __future__ import annotations

import pytest

import callsigns

NUMBERS = [
    "possible pilot deviation, the phone number is seven zero three five five five zero one four two",
    "call the tower at two zero one five five five one three five zero when you get down",
    "the number for the tracon is six three one, five five five, nine nine six two",
    "a phone number when you're ready to copy eight zero one five five five twenty two ten",
    "Phone number 206-555-3530.",
    "Call us at (703) 555-2957.",
    "1-800-555-3022",
    "The number is 555-2961.",
    "for radio check one two three four five five four three two one",
    "test count 1, 2, 3, 4, 5, 5, 4, 3, 2, 1",
]


@pytest.mark.parametrize("text", NUMBERS)
def test_nothing_is_read_of_it(text: str) -> None:
    read = callsigns.parse(text)
    assert read.callsigns == ()
    assert [value for message in read.messages for value in message.values] == []


def test_what_stands_beside_it_is_read() -> None:
    read = callsigns.parse("delta four fifty two call 703-555-0142, altimeter 2992")
    assert [found.text for found in read.callsigns] == ["delta four fifty two"]
    assert [value.value for message in read.messages for value in message.values] == [29.92]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("the number for the tower is one two four point five", 124.5),
        ("ready to copy? squawk four six one two", "4612"),
        ("the altimeter is 2992, 350-2992", 29.92),
    ],
)
def test_other_figures_are_no_telephone(text: str, first: float | str) -> None:
    assert next(value.value for message in callsigns.parse(text).messages for value in message.values) == first
