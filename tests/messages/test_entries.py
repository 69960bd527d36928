"""Every entry of messages.toml and conditions.toml reads its own examples, and none of what it must leave alone.

The house tests ask whether act and topic come out; here it must be the entry's own form that reads the line, bare, with
a call sign before or behind it, and with a greeting and a farewell around it. What is said in a whole line only (the
words of the strike, first calls) is tried alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from callsigns.grammar import Grammar
from callsigns.messages import topic_of
from callsigns.parser import default_parser

AROUND = (("", ""), ("swiss four one two ", ""), ("", " swiss four one two"), ("hello ", " bye bye"))
MESSAGES = Grammar.default().section("message", examples=True)
CONDITIONS = Grammar.default().section("condition", examples=True)
# Words that belong to a call sign behind them ("mayday swiss four one two"), and farewells, which run together.
TAKEN = ("mayday", "pan", "medical", "emergency", "goodbye", "bye bye")


def whole(entry: Mapping[str, Any]) -> bool:
    """The entry wants the beginning or the end of the line: words around it would change what is meant."""
    return any(mark in form for form in entry["forms"] for mark in ("<start>", "<stop>"))


def lines(entry: Mapping[str, Any], kind: str) -> Iterator[str]:
    """The examples of one entry, or its ``not``, each with what may stand around it."""
    for line in entry.get(kind, ()):
        for before, behind in AROUND[:1] if whole(entry) else AROUND:
            if not (behind and line.endswith(TAKEN)):
                yield f"{before}{line}{behind}"


def messages(text: str) -> list[str]:
    parser = default_parser()
    return [said.entry for said in parser.recognize(parser.line(text))]


def conditions(text: str) -> list[str]:
    parser = default_parser()
    return [when.entry for said in parser.recognize(parser.line(text)) for when in said.conditions]


def check(entry: Mapping[str, Any], name: str, read: Callable[[str], list[str]]) -> None:
    missed = {text: found for text in lines(entry, "examples") if name not in (found := read(text))}
    assert not missed
    wrong = {text: found for text in lines(entry, "not") if name in (found := read(text))}
    assert not wrong


@pytest.mark.parametrize("name", MESSAGES)
def test_message(name: str) -> None:
    check(MESSAGES[name], name, messages)


@pytest.mark.parametrize("name", CONDITIONS)
def test_condition(name: str) -> None:
    check(CONDITIONS[name], name, conditions)


def test_every_act_and_topic_has_an_entry() -> None:
    """The contract names them; ``other`` is what no form reads."""
    from callsigns.grammar.file import ACTS, TOPICS

    acts = {entry["act"] for entry in MESSAGES.values()}
    topics = {topic_of(name, entry) for name, entry in MESSAGES.items()}
    assert {*ACTS} - acts == {"other"}
    assert {*TOPICS} <= topics
