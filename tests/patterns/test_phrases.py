"""A form may say word by word what a list holds as one phrase: in every line the phrase is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from callsigns import Grammar, Parser
from callsigns.forms import compiler
from callsigns.forms.automaton import Automaton
from callsigns.forms.spotter import Spotter
from callsigns.grammar import shipped_table
from callsigns.lexicon import CONTINUED, Lexicon
from callsigns.parser import default_parser

LEXICON = Lexicon(
    {"handover": ["over to"], "ours": ["our gate hold"], "digit": ["one", "two"], "small": ["to"]},
    literals=["go", "over", "back", "to", "our", "gate", "hold", "tower"],
)
DEFINES = {"on": "go|over", "held": "gate [back] hold"}

# A form, what is said, and whether it is that.
SAID = [
    ("over to tower", "over to tower", True),
    ("over to", "over to", True),
    ("go over to <digit>", "go over to two", True),
    ("(go|over) to tower", "over to tower", True),
    ("(go|over) [back] to tower", "over to tower", True),
    ("(go|over) [back] to tower", "over back to tower", True),
    ("<on> to tower", "over to tower", True),
    ("over [to] tower", "over to tower", True),
    ("[over|go] (to|back) tower", "over to tower", True),
    ("over{0,1} to tower", "over to tower", True),
    ("our <held>", "our gate hold", True),
    ("our gate [back] hold tower", "our gate hold tower", True),
    ("over <handover>", "over to", False),
    ("over tower", "over to tower", False),
    ("over tower to", "over to", False),
    ("over{2} to tower", "over to tower", False),
    ("our gate", "our gate hold", False),
    ("gate hold", "our gate hold", False),
]


@pytest.mark.parametrize(("form", "said", "is_that"), SAID)
def test_automaton(form: str, said: str, is_that: bool) -> None:
    classes = LEXICON.classes(said.split())
    found = Automaton({"x": [form]}, LEXICON, DEFINES).at(classes, 0)
    assert (found is not None and found.end == len(classes)) == is_that


@pytest.mark.parametrize(("form", "said", "is_that"), SAID)
def test_spotter(form: str, said: str, is_that: bool) -> None:
    found = Spotter({"x": [form]}, LEXICON, DEFINES).every(LEXICON.classes(said.split()))
    assert found == ({"x"} if is_that else set())


@pytest.mark.parametrize(("form", "said", "is_that"), SAID)
def test_expression(form: str, said: str, is_that: bool) -> None:
    compiled = compiler(LEXICON, DEFINES)
    classes = LEXICON.classes(said.split())
    assert (re.fullmatch(compiled.expression(form), classes) is not None) == is_that
    if is_that:
        assert classes[0] in compiled.first(form)
        assert classes.rstrip(CONTINUED)[-1] in compiled.last(form)


def test_small_words_stand_between_words_and_not_in_phrases() -> None:
    """ "over to tower" names no place that one is over."""
    machine = Automaton({"x": ["over tower"]}, LEXICON, {}, between=["small"])
    assert machine.at(LEXICON.classes("over to tower".split()), 0) is None
    assert machine.at(LEXICON.classes("over go tower".split()), 0) is None
    assert machine.at(LEXICON.classes(["over", "to", "to", "tower"]), 0) is None


def _american(phrase: str) -> str:
    twins = shipped_table("twins.toml")["twin"]
    return " ".join([twins.get(word, word) for word in phrase.split()])


def test_every_phrase_of_the_shipped_lists_can_be_said_in_a_form() -> None:
    lexicon = default_parser()._compiled.lexicon
    compiled = compiler(lexicon, {})
    machine = Automaton({phrase: [phrase] for phrase in lexicon.phrases}, lexicon, {})
    assert len(lexicon.phrases) > 500
    for phrase in lexicon.phrases:
        classes = lexicon.classes(phrase.split())
        found = machine.at(classes, 0)
        assert found is not None
        assert (_american(found.entry), found.end) == (_american(phrase), len(classes))
        assert re.fullmatch(compiled.expression(phrase), classes)


OWN = """
[message.kite.start]
act = "report"
forms = ["kite start up complete"]
[message.kite.over]
act = "report"
forms = ["(kite|balloon) over [the] to <altitude>"]
[value.kite]
quantity = "kites"
forms = ["<number> over to kites"]
read = "number"
[condition.kite]
kind = "after"
forms = ["after start up of the kite"]
[role.pilot.kite]
weight = 9
forms = ["million air kite"]
"""


def test_forms_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN)
    parser = Parser(grammar=Grammar.default().extended(path))
    [message] = parser.parse("kite start up complete").messages
    assert (message.act, message.text) == ("report", "kite start up complete")
    [message] = parser.parse("balloon over to five thousand feet").messages
    assert [value.value for value in message.values] == [5000]
    [order] = parser.parse("climb five thousand feet after start up of the kite").messages
    assert [condition.text for condition in order.conditions] == ["after start up of the kite"]
    assert parser.parse("the million air kite").role == "pilot"
