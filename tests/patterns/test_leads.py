"""How forms begin: what is built first, and under what each is found."""

from __future__ import annotations

import pytest

from callsigns.forms.leads import beginnings, by_leads, first_part
from callsigns.lexicon import Lexicon


@pytest.mark.parametrize(
    ("form", "part", "lead"),
    [
        ("climb to <level>", ("climb", "to <level>"), "climb"),
        ("it's a", ("it's", "a"), "it's"),
        ("[please] climb to <level>", ("[please]", "climb to <level>"), "[please] climb"),
        ("[a] [b] c d", ("[a]", "[b] c d"), "[a] [b] c"),
        (
            "[(left|right) turn] heading <heading>",
            ("[(left|right) turn]", "heading <heading>"),
            "[(left|right) turn] heading",
        ),
        ("[a [b (c|d)]]{0,2} e f", ("[a [b (c|d)]]{0,2}", "e f"), "[a [b (c|d)]]{0,2} e f"),
        ("(climb|descend) [to] <level>", ("(climb|descend)", "[to] <level>"), "(climb|descend)"),
        ("(a [b|c]) d", ("(a [b|c])", "d"), "(a [b|c])"),
        ("<x.y-z>{1,4} b (c|d)", ("<x.y-z>{1,4}", "b (c|d)"), "<x.y-z>{1,4}"),
        ("(a|b){2} c", ("(a|b){2}", "c"), "(a|b){2}"),
        # One part, where a bar stands outside of all brackets, or a word need not be said at all.
        ("a|b c", ("a|b c", None), "a|b c"),
        ("a{0,2} b", ("a{0,2} b", None), "a{0,2} b"),
        ("[a]", ("[a]", None), "[a]"),
        # A choice in which nothing need be said is no lead.
        ("(a|[b]) c", ("(a|[b])", "c"), "(a|[b]) c"),
        ("([a]) b", ("([a])", "b"), "([a]) b"),
    ],
)
def test_beginning(form: str, part: tuple[str, str | None], lead: str) -> None:
    assert first_part(form) == part
    assert by_leads([(form, 3)]) == {lead: [(form, 3)]}


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
