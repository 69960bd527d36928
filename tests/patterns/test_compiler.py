"""What the compiler tells of forms: with which words they begin and end, and how they go on behind some of these."""

from __future__ import annotations

import pytest

from callsigns.errors import GrammarError
from callsigns.forms.forms import Compiler, Forms, compiler
from callsigns.lexicon import Lexicon

LEXICON = Lexicon({"digit": ["one", "two"], "letter": ["alpha"]}, {"go", "over", "to"})
DEFINES = {"start": "(go|over)", "one_way": "go over"}
COMPILER: Compiler = compiler(LEXICON, DEFINES)


def chars(words: str) -> set[str]:
    """Their classes."""
    return set(LEXICON.classes(words.split()))


@pytest.mark.parametrize(
    ("form", "begins", "ends"),
    [
        ("go over", "go", "over"),
        ("[go] over", "go over", "over"),
        ("go{0,2} over", "go over", "over"),
        ("go{1,2} over", "go", "over"),
        ("over [to]", "over", "over to"),
        ("over to{0,1}", "over", "over to"),
        ("<start> <digit>", "go over", "one"),
        ("(go|to <digit>) <letter>{0,3}", "go to", "go one alpha"),
    ],
)
def test_first_and_last(form: str, begins: str, ends: str) -> None:
    assert (COMPILER.first(form), COMPILER.last(form)) == (chars(begins), chars(ends))


@pytest.mark.parametrize("form", ["[go]", "go{0,2}", "[go] over{0,1}", "(go|[to])"])
def test_nothing_at_all(form: str) -> None:
    with pytest.raises(GrammarError, match="can match nothing at all"):
        COMPILER.first(form)


def test_beyond() -> None:
    """Behind "go": over there, or with a digit."""
    assert COMPILER.beyond("go [<digit>]", frozenset(chars("go"))) == (chars("one"), True)
    assert COMPILER.beyond("go <digit>", frozenset(chars("go"))) == (chars("one"), False)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("[<digit>] go [over]", "go"),
        ("<start> <letter>", "alpha"),  # there are fewer of these
        ("(go over|<digit>{2})", "go one"),
        ("(go|<digit>{0,2} over) to{0,1}", "go over"),
        ("(go|[over] <begin>)", ""),  # every line begins
        ("[go] over{0,2}", ""),
    ],
)
def test_needed(form: str, words: str) -> None:
    """No match is without one of them."""
    assert COMPILER.needed(form) == chars(words)


def test_each_alternative_of_a_named_form() -> None:
    """A form that is no choice is one alternative of its own."""
    passed = frozenset(chars("go"))
    assert [each[1:] for each in COMPILER.each("start", passed)] == [(set(), True), (chars("over"), False)]
    assert [each[1:] for each in COMPILER.each("one_way", passed)] == [(chars("over"), False)]


def test_every_entry_that_matches_at_a_word() -> None:
    """The first is found by searching, the others are asked for."""
    forms = Forms({"a": ["go over"], "b": ["go <digit>"], "c": ["<start>"]}, COMPILER)
    found = forms.search(LEXICON.classes("to go over".split()))
    assert found is not None
    assert (found.start(), forms.entry(found), [*forms.others(found)]) == (1, "a", ["c"])
    assert Forms({}, COMPILER).search(LEXICON.classes(["go"])) is None
