"""Ranges of figures in lists of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsigns import Grammar, GrammarError, Parser
from callsigns.grammar.figures import listed_words


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["08..11"], ["08", "09", "10", "11"]),
        (["1..3"], ["1", "2", "3"]),
        (["90..110/10"], ["90", "100", "110"]),
        (["005..012/5", "calm"], ["005", "010", "calm"]),
        (["7..7"], ["7"]),
    ],
)
def test_range(words: list[str], meant: list[str]) -> None:
    """The last figure counts where a step meets it; zeros in front are kept."""
    assert list(listed_words(words)) == meant


@pytest.mark.parametrize("word", ["..", "5..", "..5", "9..1", "1..9/0", "1..99999", "a..b", "1...3", "1..9/"])
def test_no_range(word: str, tmp_path: Path) -> None:
    """What looks like a range and is none is refused with its place."""
    own = tmp_path / "own.toml"
    own.write_text(f'[words]\nmoon = ["{word}"]\n', encoding="utf-8")
    with pytest.raises(GrammarError, match=r"own\.toml: \[words\.moon\] expected a range of figures"):
        Grammar.default().extended(own)


def test_range_in_a_form(tmp_path: Path) -> None:
    """Figures outside the range are no words of the list."""
    own = tmp_path / "own.toml"
    own.write_text(
        '[words]\nmoon_count = ["20..24/2"]\n'
        '[message.traffic.moon]\nact = "report"\nforms = ["moon count <moon_count>"]\n'
        'examples = ["moon count 22"]\nnot = ["moon count 23", "moon count 26"]\n',
        encoding="utf-8",
    )
    parser = Parser(Grammar.default().extended(own))
    assert [m.topic for m in parser.parse("moon count 24").messages] == ["traffic"]
    assert "traffic" not in [m.topic for m in parser.parse("moon count 23").messages]
