"""Lines found by halves are those that a search from the first to the last finds."""

from hypothesis import given
from hypothesis import strategies as st

from callsigns.grammar.sorted_lines import SortedLines

WORDS = st.text("ab ,\u00e9", max_size=4)


@given(st.lists(WORDS, max_size=20), WORDS)
def test_first(lines: list[str], beginning: str) -> None:
    lines.sort()
    found = SortedLines("".join(f"{line}\n" for line in lines)).first(beginning)
    assert found == next((line for line in lines if line.startswith(beginning)), "")


def test_ends() -> None:
    lines = SortedLines("able\nbaker\ncharlie\n")
    assert [lines.first(word) for word in ("a", "bak", "charlie")] == ["able", "baker", "charlie"]
    assert [lines.first(word) for word in ("0", "bal", "charlies", "\n")] == [""] * 4
