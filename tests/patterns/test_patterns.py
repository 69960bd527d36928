"""The notation of forms: what each mark means, and what is refused with its place."""

from __future__ import annotations

import re

import pytest

from callsigns.errors import GrammarError
from callsigns.grammar.patterns import Node, classes_in, literals_in, read, render, words_in

CLASSES = {"digit": "[0-9]", "letter": "[a-z]", "a-b.c": "[+]"}
WORD, OTHER, DIGIT = ("word", "zip"), ("word", "zap"), ("class", "digit")

TREES: list[tuple[str, Node]] = [
    ("zip", WORD),
    ("  zip  ", WORD),
    ("ZIP", WORD),
    ("o'clock", ("word", "o'clock")),
    ("118.1", ("word", "118.1")),
    ("naslyšenou", ("word", "naslyšenou")),
    ("<digit>", DIGIT),
    ("<a-b.c>", ("class", "a-b.c")),
    ("zip zap", ("all", WORD, OTHER)),
    ("zip<digit>zap", ("all", WORD, DIGIT, OTHER)),
    ("zip|zap", ("any", WORD, OTHER)),
    ("(zip|zap)", ("any", WORD, OTHER)),
    ("zip | zap", ("any", WORD, OTHER)),
    ("(zip)", WORD),
    ("[zip]", ("opt", WORD)),
    ("[zip|zap]", ("opt", ("any", WORD, OTHER))),
    ("zip <digit>|zap", ("any", ("all", WORD, DIGIT), OTHER)),
    ("zip (zap|<digit>) [zap]", ("all", WORD, ("any", OTHER, DIGIT), ("opt", OTHER))),
    ("zip{2}", ("times", WORD, 2, 2)),
    ("<digit>{1,3}", ("times", DIGIT, 1, 3)),
    ("<digit>{0,12}", ("times", DIGIT, 0, 12)),
    ("<digit>{12}", ("times", DIGIT, 12, 12)),
    ("(zip zap){1,2}", ("times", ("all", WORD, OTHER), 1, 2)),
    ("[zip]{1,2}", ("times", ("opt", WORD), 1, 2)),
    ("((zip))", WORD),
]

# The form, the character where it goes wrong, and what the message says.
REFUSED = [
    ("", 1, "expected a word or class on each side"),
    ("   ", 1, "expected a word or class on each side"),
    ("zip|", 5, "expected a word or class on each side of '|' and inside brackets, found 'the end'"),
    ("|zip", 5, "expected a word or class on each side"),
    ("()", 3, "expected a word or class on each side"),
    ("zip []", 7, "expected a word or class on each side"),
    ("(zip", 5, r"expected '\)', found 'the end'"),
    ("[zip", 5, r"expected '\]', found 'the end'"),
    ("(zip]", 5, r"expected '\)', found '\]'"),
    ("[zip)", 5, r"expected '\]', found '\)'"),
    ("zip)", 4, r"expected no closing bracket, found '\)'"),
    ("zip ]", 4, r"expected no closing bracket, found ' \]'"),
    ("zip + zap", 4, r"expected a word, <class>, '\(' or '\[', found ' \+ zap'"),
    ("zip <two words>", 4, "expected a word, <class>"),
    ("zip <>", 4, "expected a word, <class>"),
    ("zip*", 4, "expected a word, <class>"),
    ("{2}", 1, "expected a word, <class>"),
    ("zip{2}{2}", 7, "expected a word, <class>"),
    ("zip{x}", 4, "expected a word, <class>"),
    ("zip{,2}", 4, "expected a word, <class>"),
    ("zip{3,2}", 4, r"expected \{m,n\} with m <= n, and n from 1 to 12, found '\{3,2\}'"),
    ("zip{0}", 4, r"expected \{m,n\}"),
    ("zip{0,0}", 4, r"expected \{m,n\}"),
    ("zip{13}", 4, r"expected \{m,n\}"),
    ("zip{1,13}", 4, r"expected \{m,n\}"),
    ("(" * 13 + "zip" + ")" * 13, 14, "expected at most 12 brackets inside each other"),
    ("[" * 13 + "zip" + "]" * 13, 14, "expected at most 12 brackets inside each other"),
]

# A form over classes written as one character a word, what it matches, and what it does not.
MATCHES = [
    ("zip", "Z", ["", "ZZ", "A"]),
    ("zip zap", "ZA", ["Z", "A", "AZ"]),
    ("zip|zap", "A", ["ZA", ""]),
    ("zip [zap] <digit>", "Z5", ["5", "Z"]),
    ("zip [zap] <digit>", "ZA5", ["ZAA5"]),
    ("<digit>{2,3}", "55", ["5", "5555"]),
    ("(zip zap){2}", "ZAZA", ["ZA", "ZAZAZA", "ZAAZ"]),
    ("zip{0,2} zap", "A", ["", "ZZZA"]),
    ("(zip|zap zap)", "AA", ["A", "ZA"]),
    ("[zip|zap] <digit>", "A5", ["ZA5"]),
]


@pytest.mark.parametrize(("form", "tree"), TREES, ids=lambda part: part if isinstance(part, str) else "")
def test_read(form: str, tree: Node) -> None:
    assert read(form) == tree


@pytest.mark.parametrize(("form", "character", "message"), REFUSED, ids=lambda part: str(part)[:20])
def test_refused(form: str, character: int, message: str) -> None:
    """Which form, at which character, what was expected and what was found."""
    with pytest.raises(GrammarError, match=message) as caught:
        read(form)
    assert str(caught.value).startswith(f"form {form[:60]!r}, character {character}: expected ")


def test_long_forms_are_shown_by_their_beginning() -> None:
    with pytest.raises(GrammarError, match=rf"^form '{'z' * 60}', character 71: expected a word"):
        read("z" * 70 + "+")
    with pytest.raises(GrammarError, match=r"found '\+ zap zip za'$"):
        read("zip+ zap zip zap zip")


@pytest.mark.parametrize(("form", "good", "bad"), MATCHES, ids=lambda part: str(part)[:20])
def test_render(form: str, good: str, bad: list[str]) -> None:
    """The expression matches the words of the form and no others."""
    literals = {"zip": "Z", "zap": "A"}
    expression = re.compile(render(read(form), CLASSES.__getitem__, literals.__getitem__))
    assert expression.fullmatch(good)
    assert [text for text in bad if expression.fullmatch(text)] == []


def test_render_refuses_what_is_no_tree() -> None:
    with pytest.raises(AssertionError):
        render(("nothing",), str, str)


def test_depth_and_length_just_allowed() -> None:
    assert read("(" * 12 + "zip" + ")" * 12) == WORD
    assert len(read("zip " * 500)) == 501
    assert len(read(("zip " * 500)[:-1] + " ")) == 501


def test_length() -> None:
    read("z" * 2000)
    with pytest.raises(GrammarError, match=r"form 'z{40}'\.\.\.: longer than 2000 characters"):
        read("z" * 2001)


@pytest.mark.parametrize(
    "forms",
    [
        ["zip [<digit>|zap] (<letter> zop){1,3} <digit>"],
        ["ZIP o'clock 118.1"],
        ["zip", "zap <zup>", "<digit>{2}"],
        ["<digit>{1,2}"],
        [],
    ],
)
def test_literals_are_found_without_reading(forms: list[str]) -> None:
    """The quick way gives what the trees give."""
    assert literals_in(forms) == {word for form in forms for word in words_in(read(form))}


def test_nothing_but_words() -> None:
    assert list(words_in(("all", ("word", "zip"), ("opt", ("class", "digit"))))) == ["zip"]
    assert list(classes_in(("word", "zip"))) == []


def test_words_and_classes() -> None:
    """Every one, as often as it is named, in order."""
    tree = read("zip [<digit>|zap] (<letter> zip){1,3} <digit>")
    assert list(words_in(tree)) == ["zip", "zap", "zip"]
    assert list(classes_in(tree)) == ["digit", "letter", "digit"]
    assert list(words_in(read("<digit>"))) == []
    assert list(classes_in(read("zip"))) == []


def test_words_in_brackets_are_read_alike_however_they_are_written() -> None:
    written = read("(zip|<Zap>|Zop) [(zip|zap){1,2}]")
    assert written == read("( zip | <Zap> |Zop ) [ (zip|zap ){1,2} ]")
    assert written[1] == ("any", ("word", "zip"), ("class", "Zap"), ("word", "zop"))


def test_words_in_brackets_are_no_deeper_than_other_brackets() -> None:
    with pytest.raises(GrammarError, match="at most 12 brackets inside each other"):
        read("(" * 12 + "zip (zap|zop)" + ")" * 12)
