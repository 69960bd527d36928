"""A question mark makes a question of what has the words of a statement, and of nothing else."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Condor 12, you have enough fuel?", [("query", "fuel")]),
        ("Condor 12, you have enough fuel.", [("information", "fuel")]),
        ("Condor 12 you're direct ROLIS, correct?", [("query", "route")]),
        ("We're cleared to land, Condor 12?", [("query", "landing")]),
        ("You're at 5,000 ? Descend now to 4,000", [("query", "altitude"), ("instruction", "altitude")]),
        ("Condor 12, you need to return?", [("query", "emergency")]),
        # A tone of voice asks nothing, and a wish stays one.
        ("Condor 12, heading 270?", [("instruction", "heading")]),
        ("We'd like lower?", [("request", "altitude")]),
        # The mark is that of another sentence.
        ("You are number two. Any questions?", [("information", "landing")]),
    ],
)
def test_asked(text: str, types: list[tuple[str, str]]) -> None:
    seen = default_parser().parse(text)
    assert [(said.act, said.topic) for said in seen.messages][: len(types)] == types


def test_far_mark() -> None:
    """It is looked for within the sentence that the statement ends, no farther."""
    seen = default_parser().parse("you have enough fuel" + " and so on" * 5 + "?")
    assert [said.act for said in seen.messages][:1] == ["information"]
