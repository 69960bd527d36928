"""What a user's forms may cost: the ways in which they can be read are counted, and bounded."""

from __future__ import annotations

import pytest

from callsigns.errors import GrammarError
from callsigns.forms.automaton import Automaton
from callsigns.forms.bounds import Bounds
from callsigns.forms.compiled import Compiled
from callsigns.grammar import Grammar
from callsigns.grammar.patterns import read
from callsigns.lexicon import Lexicon

LEXICON = Lexicon(
    {"digit": ["one", "two"], "letter": ["alpha", "delta"], "telephony": ["delta", "speedbird"]},
    literals=["zip", "zap"],
)
DEFINES = {"two": "zip zap", "either": "zip|zap", "maybe": "[zip]", "deep": "<two> <either>"}

# A form, in how many ways it reads no words, one word, two words ..., and how many words it is when written out.
WAYS = [
    ("zip", (0, 1), 1),
    ("<digit>", (0, 1), 1),
    ("zip zap", (0, 0, 1), 2),
    ("[zip]", (1, 1), 1),
    ("zip|zap", (0, 1), 2),
    ("zip|zip", (0, 2), 2),
    ("<letter>|<telephony>", (0, 2), 2),
    ("<letter>|<digit>", (0, 1), 2),
    ("zip [zap]", (0, 1, 1), 2),
    ("[zip] [zap]", (1, 2, 1), 2),
    ("[zip] [zap] [zip]", (1, 3, 3, 1), 3),
    ("zip{3}", (0, 0, 0, 1), 3),
    ("zip{1,3}", (0, 1, 1, 1), 3),
    ("zip{0,2}", (1, 1, 1), 2),
    ("[zip]{2}", (1, 2, 1), 2),
    ("(zip{1,2}){1,2}", (0, 1, 2, 2, 1), 4),
    ("zip zap|zip", (0, 1, 1), 3),
    ("zip zap|<digit>|<letter> zip", (0, 1, 1), 5),
    ("[zip] zap|zap", (0, 2, 1), 3),
    ("(<letter>|<telephony>) (<letter>|<telephony>)", (0, 0, 4), 4),
    ("<two>", (0, 0, 1), 2),
    ("<two> <either>", (0, 0, 0, 1), 4),
    ("<maybe> zip", (0, 1, 1), 2),
    ("<deep>{2}", (0, 0, 0, 0, 0, 0, 1), 8),
]


@pytest.mark.parametrize(("form", "ways", "states"), WAYS, ids=lambda part: str(part)[:24])
def test_ways(form: str, ways: tuple[int, ...], states: int) -> None:
    size = Bounds(LEXICON, DEFINES)._size(read(form))
    assert (size.ways, size.states) == (ways, states)


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("zip zap", ["zip"]),
        ("[zip] zap", ["zip", "zap"]),
        ("[zip] [zap] <digit>", ["zip", "zap", "one"]),
        ("zip|<digit>", ["zip", "one"]),
        ("zip{0,2} zap", ["zip", "zap"]),
        ("<maybe> <two>", ["zip"]),
    ],
)
def test_first(form: str, begins: list[str]) -> None:
    """With which words a form can begin: rivals are told by it."""
    found = Bounds(LEXICON, DEFINES)._size(read(form)).first
    assert found == {char for word in begins for char in LEXICON.words[word]}


def test_alternatives_that_begin_alike_are_rivals() -> None:
    """As many of them count as can begin with the same word, the ones with most ways."""
    size = Bounds(LEXICON, {})._size(read("zip [zip]|zip|<digit> [<digit>]"))
    assert size.ways == (0, 2, 2)


@pytest.mark.parametrize("form", ["[zip]", "[zip] [zap]", "zip{0,2}", "<maybe>", "[<digit>]{2}"])
def test_nothing_said(form: str) -> None:
    with pytest.raises(GrammarError, match="can match nothing at all"):
        Bounds(LEXICON, DEFINES).check(form, searched=False)


def test_ways_are_bounded_only_where_a_search_goes_back() -> None:
    form = "[zip] " * 20 + "zap"
    assert Bounds(LEXICON, {}).check(form, searched=False) == 21
    with pytest.raises(GrammarError, match="more than 100,000 ways"):
        Bounds(LEXICON, {}).check(form, searched=True)
    assert Bounds(LEXICON, {}).check("[zip] " * 16 + "zap", searched=True) == 17  # 65,536 ways


def test_words_are_bounded() -> None:
    assert Bounds(LEXICON, {}).check("(zip{10}){10} (zip{10}){10}", searched=True) == 200
    with pytest.raises(GrammarError, match="more than 200 words one after the other"):
        Bounds(LEXICON, {}).check("(zip{10}){10} (zip{10}){10} zip", searched=True)


def test_definitions_inside_each_other_are_bounded() -> None:
    chain = {"d0": "zip"} | {f"d{n}": f"<d{n - 1}>" for n in range(1, 40)}
    assert Bounds(LEXICON, chain).check("<d15>", searched=True) == 1
    with pytest.raises(GrammarError, match="<d16>: more than 16 definitions inside each other"):
        Bounds(LEXICON, chain).check("<d16>", searched=True)


def test_shipped_call_signs_and_values_keep_the_bound_of_users() -> None:
    """The shipped grammar would pass as a stranger's."""
    grammar = Grammar.default()
    bounds = Bounds(Compiled(grammar).lexicon, grammar.section("define"))
    for section, key in (("callsign", "patterns"), ("value", "forms")):
        for entry in grammar.section(section).values():
            for form in entry[key]:
                bounds.check(form, searched=True)
    for section in ("message", "condition", "role"):
        for entry in grammar.section(section).values():
            for form in entry["forms"]:
                bounds.check(form, searched=False)


@pytest.mark.parametrize("section", ["value", "message", "condition", "role"])
def test_shipped_forms_are_good_to_their_end(section: str) -> None:
    """A parser takes their word for it: it builds a shipped form only as far as a line needs it."""
    grammar = Grammar.default()
    lexicon, defines = Compiled(grammar).lexicon, grammar.section("define")
    entries = {name: entry["forms"] for name, entry in grammar.section(section).items()}
    Automaton(entries, lexicon, defines)
    name, *others = entries
    with pytest.raises(GrammarError, match="nonsense"):
        Automaton({name: [*entries[name], "zip [<nonsense>]"]}, lexicon, defines, good=others)
    Automaton({name: [*entries[name], "zip [<nonsense>]"]}, lexicon, defines, good=entries)
