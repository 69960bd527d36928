"""Figures in the words in which they may have been said."""

from __future__ import annotations

import pytest

from callsigns.parser import Parser
from callsigns.recognize.as_said import AsSaid

PARSER = Parser()
AS_SAID = AsSaid(PARSER._compiled)


@pytest.mark.parametrize(
    ("text", "grouped", "said"),
    [
        ("we're slowing 3819", True, "we're slowing thirty eight nineteen"),
        ("604 position and hold", True, "six zero four position and hold"),
        ("cottage 210", False, "cottage two one zero"),
        ("cottage 210", True, "cottage two ten"),
        ("0412, 7", True, "zero four one two seven"),
        ("3,000 and 12,500", True, "three thousand and twelve thousand five hundred"),
        ("1,234", True, "1,234"),
        ("123,000", True, "123,000"),
        ("2300", True, "2300"),
        ("20 05", True, "twenty zero five"),
        ("118.7", True, "118.7"),
    ],
)
def test_figures_become_words(text: str, grouped: bool, said: str) -> None:
    line = PARSER.line(text)
    assert AS_SAID.line(line, line.chars, grouped=grouped).line.words == said.split()


def test_what_is_found_stands_where_it_is_written() -> None:
    line = PARSER.line("slowing 3819, 41")
    said = AS_SAID.line(line, line.chars, grouped=True)
    assert said.line.words == ["slowing", "thirty", "eight", "nineteen", "forty", "one"]
    assert said.written(1, 4) == (1, 2)
    assert said.written(1, 6) == (1, 3)
    assert said.written(3, 4) is None  # begins within 3819
    assert said.written(1, 3) is None  # ends within it
    assert said.line.commas == {4}
    assert said.line.starts[1:4] == [8, 8, 8]
