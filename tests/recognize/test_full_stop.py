"""Full stops between a call sign and what is said to it."""

from __future__ import annotations

import pytest

import callsigns


def _said(text: str) -> list[object]:
    read = callsigns.parse(text)
    return [read.role, [(c.icao, c.use) for c in read.callsigns], [(m.act, m.topic) for m in read.messages]]


@pytest.mark.parametrize(
    "text",
    [
        "Delta 306. Turn left heading 270.",
        "Turn left heading 225. Aeroflot 143.",
        "Korean Air 85 heavy. Hold short of Mike Alpha.",
        "Skywest 41. 170 until the marker.",
        "One eight zero. American 1803. Good day.",
        "Lauda 25 Charlie. Right heading 190.",
        "Easy 96 Papa. Final runway 22.",
    ],
)
def test_as_a_comma(text: str) -> None:
    """Behind the first call sign, or before the last, a full stop parts no more than a comma."""
    stop = text.index(". ")
    assert _said(text) == _said(text[:stop] + "," + text[stop + 1 :])


def test_other_sentences() -> None:
    """Between two things that are said a full stop stays one."""
    read = callsigns.parse("Delta 306, contact tower 118.1. Wind 270 at 10.")
    assert [m.topic for m in read.messages] == ["frequency", "wind"]
    assert callsigns.parse("Number two. Traffic on final.").callsigns == ()
