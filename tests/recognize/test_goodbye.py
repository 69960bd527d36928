"""A good bye in which the recording ends is one, or nothing; a figure or a letter that is cut off stays what it was."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser


@pytest.mark.parametrize(
    ("text", "call", "acts"),
    [
        ("climb level nine zero swiss two kilo hezky d", "swiss two kilo", ["readback", "farewell"]),
        ("cleared to land two four swiss two kilo thank y", "swiss two kilo", ["readback", "courtesy"]),
        ("over to tower swiss two kilo good b", "swiss two kilo", ["readback", "farewell"]),
        # So little is left that anything may have been meant: it is passed over.
        ("climb level nine zero swiss two kilo hez", "swiss two kilo", ["readback"]),
        # A figure or a letter may begin so, and a whole good bye needs nothing.
        ("climbing level nine zero condor two si", "condor two", ["readback"]),
        ("climb level nine zero swiss two kilo hezky den", "swiss two kilo", ["readback", "farewell"]),
    ],
)
def test_cut_off(text: str, call: str, acts: list[str]) -> None:
    seen = default_parser().parse(text)
    assert [each.text for each in seen.callsigns] == [call]
    assert [said.act for said in seen.messages] == acts
    assert seen.role == "pilot"


def test_behind_a_call_sign_only() -> None:
    """In the middle of nowhere the same letters are a word like any other."""
    seen = default_parser().parse("wind calm good b")
    assert [said.act for said in seen.messages] == ["information"]
