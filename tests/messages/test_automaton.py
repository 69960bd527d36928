"""The machine behind the forms: the longest counts, the first among equals; small words cost nothing."""

from __future__ import annotations

from random import Random

import pytest

from callsigns.errors import GrammarError
from callsigns.forms import automaton
from callsigns.forms.automaton import Automaton
from callsigns.forms.spotter import Spotter
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
    return read_by(made, lexicon.classes(text.split()))


def read_by(made: Automaton, classes: str) -> list[tuple[str, int, int]]:
    """The longest form at each word, from left to right; ``find`` looks only where one begins, and finds the same."""
    scanned: list[tuple[str, int, int]] = []
    after = 0
    for start, char in enumerate(classes):
        begun, _ = made.begin(char, classes[start + 1 : start + 2])
        assert made.heads[char][classes[start + 1 : start + 2]] is begun
        if begun is not None and start >= after:
            entry, end = made.longest([*classes], start, begun)
            if entry >= 0:
                scanned.append((made.names[entry], start, end))
                after = end
    assert [(f.entry, f.start, f.end) for f in made.find(classes)] == scanned
    return scanned


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
    assert found({"a": ["[to]{0,2} left now"]}, "now left now") == [("a", 1, 3)]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("([to] [turn]|level) left", "left"),
        ("(climb|([to]|turn)) left", "left"),
        ("<digit>{0,2} left", "left"),
        ("(<digit>{0,2}) left", "left"),
        ("[to]{0,2} [turn] (<digit>{0,2}) left stop", "left stop"),
        ("<maybe> left", "left"),
        ("<maybe> <maybe> (to|left) stop", "left stop"),
        ("[turn] <digit>{1,2} [to] left", "one two left"),
        ("climb|[turn] left", "left"),
    ],
)
def test_what_may_be_left_out_at_the_beginning(form: str, text: str) -> None:
    assert found({"a": [form]}, text, {"maybe": "[to] [turn]"}) == [("a", 0, len(text.split()))]


def test_names_are_one_word() -> None:
    assert found({"a": ["<name> level"], "b": ["stop <name>"]}, "stop air france level") == [("b", 0, 3)]


@pytest.mark.parametrize(
    ("form", "defines", "problem"),
    [
        ("climb{0,2}", {}, "nothing at all"),
        ("[climb] (to|[level])", {}, "nothing at all"),
        ("<x>{1,2}", {"x": "[climb]"}, "nothing at all"),
        ("[climb]", {}, "nothing at all"),
        ("<x>", {}, "unknown class"),
        ("<x>", {"x": "to <x>"}, "defined by itself"),
    ],
)
def test_refused(form: str, defines: dict[str, str], problem: str) -> None:
    with pytest.raises(GrammarError, match=problem):
        machine({"a": [form]}, defines)


SEVERAL = {
    "climb": ["climb [to] [level] <digit>{1,2}", "climb"],
    "turn": ["[stop] turn (left|<digit>)", "<name> [turn] left"],
    "level": ["(climb|stop) level <maybe> <digit>"],
}


def texts(count: int) -> list[str]:
    words = [*LITERALS, *WORDS["digit"], *WORDS["small"], "air", "france", "other"]
    chance = Random(7)
    return [" ".join(chance.choices(words, k=chance.randint(1, 9))) for _ in range(count)]


def test_what_was_asked_before_changes_nothing() -> None:
    """Steps are shared by words of the same use: whatever lines a machine has read, it reads the next as a new one."""
    defines = {"maybe": "[to] [please|other]"}
    made, lexicon = machine(SEVERAL, defines)
    for text in texts(400):
        classes = lexicon.classes(text.split())
        new = Automaton(SEVERAL, lexicon, defines, between=["small"])
        assert read_by(made, classes) == read_by(new, classes), text


def test_a_spotter_forgets_nothing_that_counts() -> None:
    lexicon = Lexicon(WORDS, LITERALS)
    entries = {"order": ["climb [to] <digit>"], "number": ["<digit>{2}"], "left": ["turn [<digit>] left", "left turn"]}
    used = Spotter(entries, lexicon, {})
    for text in texts(400):
        classes = lexicon.classes(text.split())
        assert used.every(classes) == Spotter(entries, lexicon, {}).every(classes), text


def test_words_of_the_same_use_share_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one digit has told is known of every other, and a word that leads nowhere asks for no step at all."""
    made, lexicon = machine({"climb": ["climb [to] <digit>{1,2}", "climb level"]})
    read_by(made, lexicon.classes("climb one".split()))
    monkeypatch.setattr(Automaton, "_reached", None)
    for text in ("climb two", "climb three", "climb stop", "climb left"):
        read_by(made, lexicon.classes(text.split()))
    with pytest.raises(TypeError):
        read_by(made, lexicon.classes("climb level".split()))


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was remembered is forgotten at the bound, and the reading stays the same."""
    monkeypatch.setattr(automaton, "_MOST_STEPS", 3)
    made, lexicon = machine({"climb": ["climb [to] <digit>{1,2}"]})
    for text in ("climb to two three", "climb one", "climb to two three"):
        assert [f.end for f in made.find(lexicon.classes(text.split()))] == [len(text.split())]
