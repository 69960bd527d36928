"""``explain`` tells which form read what and why the act was chosen; ``check`` finds what a user's file breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsigns.check import check
from callsigns.errors import GrammarError
from callsigns.explain import explain
from callsigns.parser import default_parser

LINE = (
    "swiss four one two when passing six thousand feet turn left heading two one zero, reduce speed two two zero knots"
)


def test_explain_names_form_file_values_and_condition() -> None:
    told = explain(LINE, default_parser())
    assert "by [heading.turn] in messages.toml" in told
    assert "heading = 210" in told
    assert "holds when_passing: 'when passing six thousand feet' ([when_passing])" in told
    assert "speed = 220 kt" in told
    assert max(map(len, told.splitlines())) <= 80


def test_explain_says_why_the_act_changed() -> None:
    told = explain("descend flight level eight zero swiss four one two", default_parser())
    assert "readback/altitude" in told
    assert "the form says instruction; from this speaker it is a readback" in told


@pytest.mark.parametrize("line", ["", "uh", "the old man went down to the river", ". . .", "\n"])
def test_explain_any_line(line: str) -> None:
    assert explain(line, default_parser()).endswith("\n")


@pytest.mark.parametrize(
    "line",
    [
        "Pilots should read back the altimeter setting 30.12.",
        "Traffic, two miles, sold by Wilson in the opposite direction, is a Boeing 737 that the bank maintained.",
    ],
)
def test_explain_what_nobody_speaks(line: str) -> None:
    """Forms are found in ordinary English, and in what a book says, but nothing is meant by them."""
    told = explain(line, default_parser())
    assert "nobody speaks" in told
    assert "act:" not in told


def test_explain_an_order_and_its_answer() -> None:
    """One form runs through both: it is told where it begins, and the second half has its values."""
    told = explain(
        "swiss four one cleared to land runway two eight cleared to land two eight swiss four one", default_parser()
    )
    assert told.count("runway = 28") == 2


def grammar(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_check_is_content(tmp_path: Path) -> None:
    text = """
        [message.drone]
        act = "report"
        forms = ["payload [is] released", "roger that payload"]
        examples = ["the payload is released", "roger that payload"]
        not = ["payload ahead"]
    """
    assert check(grammar(tmp_path, text)) == []


def test_check_names_what_its_own_form_does_not_read(tmp_path: Path) -> None:
    text = """
        [message.drone]
        act = "report"
        forms = ["payload released"]
        examples = ["good morning", "payload landed safely in there"]
        not = ["the payload released"]
        [value.altitude_of_drone]
        quantity = "altitude"
        forms = ["drone height <plain>{3}"]
        examples = { "drone height one two three" = 124 }
        [condition.drone]
        kind = "after"
        forms = ["drone away then"]
        examples = ["swiss four one two hello"]
    """
    problems = check(grammar(tmp_path, text))
    assert any("example 'good morning' is read by [greeting]" in problem for problem in problems)
    assert any("'the payload released' is read by it, and must not be" in problem for problem in problems)
    assert any("[value.altitude_of_drone]" in problem for problem in problems)
    assert any("[condition.drone]" in problem for problem in problems)


def test_check_raises_on_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(GrammarError, match=r"mine\.toml"):
        check(grammar(tmp_path, '[message.drone]\nact = "dance"\nforms = ["drone"]\n'))
    with pytest.raises(GrammarError, match="can match nothing at all"):
        check(grammar(tmp_path, '[message.drone]\nact = "report"\nforms = ["[drone]"]\n'))
