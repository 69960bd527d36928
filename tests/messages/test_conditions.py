"""Conditions: which message holds only then, and whose call sign is a part of them."""

from __future__ import annotations

import pytest

import callsigns

# What is said; each message with the conditions it holds under, in brackets.
SAID = [
    ("when passing four thousand feet turn right heading two one zero", ["heading [when passing four thousand feet]"]),
    ("turn right heading two one zero when passing four thousand feet", ["heading [when passing four thousand feet]"]),
    (
        "reduce speed one eight zero knots until five miles contact tower one one nine decimal one",
        ["speed [until five miles]", "frequency"],
    ),
    (
        "climb flight level nine zero after passing dolap turn left heading two one zero",
        ["altitude", "heading [after passing dolap]"],
    ),
    (
        "descend flight level seven zero when ready contact tower one one nine decimal one",
        ["altitude", "frequency [when ready]"],
    ),
    (
        "descend flight level nine zero after passing dolap and then turn left heading two one zero",
        ["altitude [after passing dolap]", "heading"],
    ),
    ("report when established on the localizer", ["approach"]),
    (
        "behind the landing airbus line up runway two two behind",
        ["runway [behind the landing airbus] [behind]"],
    ),
    (
        "after the landing cessna line up runway zero nine",
        ["runway [after the landing cessna]"],
    ),
    ("wind two two zero degrees six knots land at your discretion", ["wind", "landing [at your discretion]"]),
    ("EZY4AB when passing FL90 contact langen on 124.725", ["frequency [when passing FL90]"]),
    ("direct dolap at dolap cleared ils runway two four approach", ["route", "approach [at dolap]"]),
    ("three thousand or above at dolap cleared ils runway two four", ["altitude [at dolap]", "approach"]),
    ("land when ready contact ground", ["landing [when ready]", "frequency"]),
    ("taxi left on kilo when able then monitor ground point niner", ["taxi", "frequency [when able]"]),
    ("taxi left on kilo when able please and then monitor ground point niner", ["taxi [when able]", "frequency"]),
    ("taxi via kilo there and then when able please monitor ground point niner", ["taxi", "frequency [when able]"]),
    ("keep one eight zero knots or so until five miles contact tower", ["speed [until five miles]", "frequency"]),
    (
        "hold short of runway two seven and then please behind the landing embraer line up",
        ["hold_short", "runway [behind the landing embraer]"],
    ),
    (
        "keep one eight zero knots or so then and until five miles now please contact tower",
        ["speed [until five miles]", "frequency"],
    ),
    (
        "keep one eight zero knots or better please until five miles contact tower",
        ["speed [until five miles]", "frequency"],
    ),
    ("cleared for takeoff after departure turn left heading two one zero", ["takeoff", "heading [after departure]"]),
    ("report when established, when passing dolap contact tower", ["approach", "frequency [when passing dolap]"]),
    ("until five miles keep one eight zero knots", ["speed [until five miles]"]),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_owner(text: str, expected: list[str]) -> None:
    """A condition in front of an order, or behind it."""
    read = callsigns.parse(text)
    found = [" ".join([str(m.topic), *(f"[{when.text}]" for when in m.conditions)]) for m in read.messages]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("behind the landing airbus line up runway three one behind, swiss one four papa", ["speaker"]),
        ("behind the landing seven three seven line up runway three one behind swiss one four papa", ["speaker"]),
        ("swiss one four papa behind the landing speedbird two six line up", ["addressee", "mentioned"]),
    ],
)
def test_party(text: str, uses: list[str]) -> None:
    """Who is named behind "behind" is waited for; but not behind the one that ends the readback."""
    assert [call.use for call in callsigns.parse(text).callsigns] == uses


@pytest.mark.parametrize(
    ("text", "own", "taken"),
    [
        ("turn right heading two one zero when passing four thousand feet", ["RIGHT", 210], [4000]),
        ("clearance void if not off by one three four zero", [], ["13:40"]),
    ],
)
def test_values(text: str, own: list[int | str], taken: list[int]) -> None:
    """What is said in a condition is no value of the order."""
    message = callsigns.parse(text).messages[-1]
    assert [value.value for value in message.values] == own
    assert [value.value for when in message.conditions for value in when.values] == taken
