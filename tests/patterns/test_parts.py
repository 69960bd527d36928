"""Forms in parts: what is said first, and what may be said in its place."""

from __future__ import annotations

import pytest

from callsigns.forms.parts import Silent, alternatives, first_part, repeated, silent

DEEP = "(a [b (c [d (e [f (g|h)])])])"  # deeper than the expressions for brackets go


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("climb", ["climb"]),
        ("climb|descend", ["climb", "descend"]),
        ("a (b|c)|[d|e] f|<g>{1,2}", ["a (b|c)", "[d|e] f", "<g>{1,2}"]),
        (f"x|{DEEP} y|z", ["x", f"{DEEP} y", "z"]),
    ],
)
def test_alternatives(text: str, found: list[str]) -> None:
    assert alternatives(text) == found


@pytest.mark.parametrize(
    ("form", "part"),
    [
        ("climb to <level>", ("climb", "to <level>")),
        (" it's a", ("it's", "a")),
        ("[please] climb", ("[please]", "climb")),
        ("[a [b (c|d)]]{0,2} e f", ("[a [b (c|d)]]{0,2}", "e f")),
        ("<x.y-z>{1,4} b (c|d)", ("<x.y-z>{1,4}", "b (c|d)")),
        ("a{0,2} b", ("a{0,2}", "b")),
        ("(a|b)", ("(a|b)", None)),
        (f"{DEEP}{{2}} x", (f"{DEEP}{{2}}", "x")),
        (DEEP, (DEEP, None)),
    ],
)
def test_first_part(form: str, part: tuple[str, str | None]) -> None:
    assert first_part(form) == part


@pytest.mark.parametrize(
    ("part", "times"),
    [("to", ("to", 1, 1)), ("[a]", ("[a]", 1, 1)), ("<x>{2}", ("<x>", 2, 2)), ("(a b){0,3}", ("(a b)", 0, 3))],
)
def test_how_often(part: str, times: tuple[str, int, int]) -> None:
    assert repeated(part) == times


@pytest.mark.parametrize(
    ("text", "may_be_nothing"),
    [
        ("climb", False),
        ("[climb] to", False),
        ("[climb] [to]", True),
        ("(climb|[to])", True),
        ("(climb|[to] left)", False),
        ("(climb to{0,2})", False),
        ("climb{0,2}", True),
        ("<polite>{2}", True),
        ("(left|<more>)", True),
        ("<itself>", False),
    ],
)
def test_nothing_need_be_said(text: str, may_be_nothing: bool) -> None:
    names = Silent({"polite": "[please] [now]", "more": "left|<polite> <polite>", "itself": "<itself>"})
    assert silent(text, names) == may_be_nothing
