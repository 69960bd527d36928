"""The machine behind the forms: the longest counts, the first among equals; small words cost nothing."""

from __future__ import annotations

import pytest

from callsigns import automaton
from callsigns.automaton import Automaton
from callsigns.errors import GrammarError
from callsigns.lexicon import Lexicon

WORDS = {"digit": ["one", "two", "three"], "small": ["please", "now"], "name": ["air france"]}
LITERALS = ["climb", "to", "level", "stop", "turn", "left"]


def machine(entries: dict[str, list[str]], defines: dict[str, str] | None = None) -> tuple[Automaton, Lexicon]:
    lexicon = Lexicon(WORDS, LITERALS)
    return Automaton(entries, lexicon, defines or {}, between=["small"]), lexicon


def found(
    entries: dict[str, list[str]], text: str, defines: dict[str, str] | None = None
) -> list[tuple[str, int, int]]:
    made, lexicon = machine(entries, defines)
    return [(f.entry, f.start, f.end) for f in made.find(lexicon.classes(text.split()))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("climb two three", [("climb", 0, 3)]),
        ("please climb please now two three", [("climb", 1, 6)]),
        ("climb climb to two", [("climb", 0, 4)]),
        ("climb please", [("bare", 0, 1)]),
        ("two three climb", [("bare", 2, 3)]),
        ("climb two three one", [("climb", 0, 3)]),
        ("", []),
    ],
)
def test_longest(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert found({"bare": ["climb"], "climb": ["climb [to] <digit>{1,2}"]}, text) == expected


def test_first_among_equals() -> None:
    assert found({"a": ["climb <digit>"], "b": ["(climb|stop) <digit>"]}, "climb one") == [("a", 0, 2)]


def test_small_words_do_not_lead() -> None:
    assert found({"a": ["[to] [turn] left"]}, "now left") == [("a", 1, 2)]
    assert found({"a": ["<maybe> left"]}, "now to now left", {"maybe": "[to] [turn]"}) == [("a", 1, 4)]


def test_names_are_one_word() -> None:
    assert found({"a": ["<name> level"], "b": ["stop <name>"]}, "stop air france level") == [("b", 0, 3)]


@pytest.mark.parametrize(
    ("form", "defines", "problem"),
    [("[climb]", {}, "nothing at all"), ("<x>", {}, "unknown class"), ("<x>", {"x": "to <x>"}, "defined by itself")],
)
def test_refused(form: str, defines: dict[str, str], problem: str) -> None:
    with pytest.raises(GrammarError, match=problem):
        machine({"a": [form]}, defines)


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was remembered is forgotten at the bound, and the reading stays the same."""
    monkeypatch.setattr(automaton, "_MOST_STEPS", 3)
    made, lexicon = machine({"climb": ["climb [to] <digit>{1,2}"]})
    for text in ("climb to two three", "climb one", "climb to two three"):
        assert [f.end for f in made.find(lexicon.classes(text.split()))] == [len(text.split())]
