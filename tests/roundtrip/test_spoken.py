"""A call sign spoken by our own speller, inside a real phrase, is read back to itself.

The goal is 99.5%; ``python -m tests.roundtrip`` runs all and tells what does not come back, and why.
"""

from __future__ import annotations

import pytest

from callsigns.parser import Parser
from callsigns.speller import STYLES, speak, speak_ident, split_callsign
from tests.roundtrip.spoken import Case, cases, failure

SHARE = 0.25


@pytest.fixture(scope="module")
def sample() -> list[Case]:
    return list(cases(seed=7, share=SHARE))


@pytest.mark.parametrize(("flights", "bound"), [(True, 0.994), (False, 0.97)], ids=["flights", "registrations"])
def test_spoken_call_signs_come_back(sample: list[Case], flights: bool, bound: float) -> None:
    parser = Parser()
    chosen = [case for case in sample if bool(split_callsign(case.callsign)[0]) == flights]
    missed = [f"{case.callsign} {case.text!r}: {cause}" for case in chosen if (cause := failure(parser, case))]
    assert len(chosen) > 500
    assert 1 - len(missed) / len(chosen) >= bound, "\n".join(missed)


@pytest.mark.parametrize(
    ("ident", "digits", "group", "mixed"),
    [
        ("5YV", "five yankee victor", "five yankee victor", "five yankee victor"),
        ("452", "four five two", "four fifty two", "four fifty two"),
        ("1204", "one two zero four", "twelve zero four", "one two zero four"),
        ("4512", "four five one two", "forty five twelve", "four five twelve"),
        ("500", "five zero zero", "five hundred", "five zero zero"),
        ("1200", "one two zero zero", "twelve hundred", "one two zero zero"),
        ("2000", "two zero zero zero", "two thousand", "two zero zero zero"),
        ("101", "one zero one", "one zero one", "one zero one"),
        ("70", "seven zero", "seventy", "seven zero"),
        ("80835", "eight zero eight three five", "eight zero eight thirty five", "eight zero eight three five"),
        ("0010", "zero zero one zero", "zero zero ten", "zero zero one zero"),
    ],
)
def test_styles(ident: str, digits: str, group: str, mixed: str) -> None:
    assert tuple(speak_ident(ident, style) for style in STYLES) == (digits, group, mixed)


def test_kinds() -> None:
    assert speak("VANDY86", style="group") == "vandy eighty six"
    assert speak("ok-tnt") == "oscar kilo tango november tango"
    assert speak("CNAI54") == "charlie november alfa india five four"


@pytest.mark.parametrize("bad", ["UAL 452!", "ÄBC12", "", "-"])
def test_no_call_sign(bad: str) -> None:
    with pytest.raises(ValueError, match="no call sign"):
        speak(bad)


def test_no_style() -> None:
    with pytest.raises(ValueError, match="expected a style of digits, group, mixed"):
        speak("UAL452", style="slowly")  # type: ignore[arg-type]
