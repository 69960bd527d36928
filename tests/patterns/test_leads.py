"""How forms begin, and under what each is found."""

from __future__ import annotations

import pytest

from callsigns.forms.leads import beginnings, by_leads, first_words
from callsigns.lexicon import Lexicon


@pytest.mark.parametrize(
    ("form", "lead"),
    [
        ("climb to <level>", "climb"),
        ("it's a", "it's"),
        ("[please] climb to <level>", "[please] climb"),
        ("[a] [b] c d", "[a] [b] c"),
        ("[(left|right) turn] heading <heading>", "[(left|right) turn] heading"),
        ("[a [b (c|d)]]{0,2} e f", "[a [b (c|d)]]{0,2} e f"),
        ("(climb|descend) [to] <level>", "(climb|descend)"),
        ("(a [b|c]) d", "(a [b|c])"),
        ("<x.y-z>{1,4} b (c|d)", "<x.y-z>{1,4}"),
        ("(a|b){2} c", "(a|b){2}"),
        # All of it, where a bar stands outside of all brackets, or a word need not be said at all.
        ("a|b c", "a|b c"),
        ("a{0,2} b", "a{0,2} b"),
        ("[a]", "[a]"),
        # A choice in which nothing need be said is no lead.
        ("(a|[b]) c", "(a|[b]) c"),
        ("([a]) b", "([a]) b"),
    ],
)
def test_lead(form: str, lead: str) -> None:
    assert by_leads([(form, 3)]) == {lead: [(form, 3)]}


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("climb", {"climb"}),
        ("<level>", {"<level>"}),
        ("(climb to|[please] descend now|<level>{0,2} up)", {"climb", "please", "descend", "<level>", "up"}),
        # Behind what may be nothing any other word may be the first.
        ("(<polite> climb to)", {"<polite>", "climb", "to"}),
    ],
)
def test_words_of_a_part(part: str, words: set[str]) -> None:
    assert {word or f"<{name}>" for word, name in first_words(part, {"polite"})} == words


def test_forms_that_begin_alike() -> None:
    assert by_leads([("climb now", 0), ("climb to <level>", 1)]) == {
        "climb": [("climb now", 0), ("climb to <level>", 1)]
    }


def test_first_words() -> None:
    """Leads under each word and class with which their forms can begin; also where what is first need not be said."""
    lexicon = Lexicon({"digit": ["two", "four"]}, literals=["climb", "to", "please", "now"])
    leads = by_leads([("<level> now", 0), ("<asked> to <digit>", 1), ("(now|Climb) please", 2)])
    words, classes = beginnings(leads, lexicon, {"level": "climb <digit>", "asked": "[please]"})
    assert {word: {*words.get(lexicon.words[word], ())} for word in ("climb", "to", "please", "now")} == {
        "climb": {"<level>", "(now|Climb)"},
        "to": {"<asked>"},
        "please": {"<asked>"},
        "now": {"(now|Climb)"},
    }
    assert classes == {"digit": ["<asked>"]}
