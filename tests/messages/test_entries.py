"""Every entry of messages.toml and conditions.toml reads its own examples, and none of what it must leave alone.

The house tests ask whether act and topic come out; here it must be the entry's own form that reads the line, bare, with
a call sign before or behind it, and with a greeting and a farewell around it. What is said in a whole line only (the
words of the strike, first calls) is tried alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


def cases(section: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str, str]]:
    for name, entry in section.items():
        for line in entry.get(kind, ()):
            for before, behind in AROUND[:1] if whole(entry) else AROUND:
                if behind and line.endswith(TAKEN):
                    continue
                yield name, line, f"{before}{line}{behind}"


def messages(text: str) -> list[str]:
    parser = default_parser()
    return [said.entry for said in parser.recognize(parser.line(text))]


def conditions(text: str) -> list[str]:
    parser = default_parser()
    return [when.entry for said in parser.recognize(parser.line(text)) for when in said.conditions]


@pytest.mark.parametrize(("name", "line", "text"), [*cases(MESSAGES, "examples")])
def test_message(name: str, line: str, text: str) -> None:
    assert name in messages(text), f"{text!r} is read by {messages(text)}"


@pytest.mark.parametrize(("name", "line", "text"), [*cases(MESSAGES, "not")])
def test_no_message(name: str, line: str, text: str) -> None:
    assert name not in messages(text), f"{text!r} is read by {messages(text)}"


@pytest.mark.parametrize(("name", "line", "text"), [*cases(CONDITIONS, "examples")])
def test_condition(name: str, line: str, text: str) -> None:
    assert name in conditions(text), f"{text!r} has {conditions(text)}"


@pytest.mark.parametrize(("name", "line", "text"), [*cases(CONDITIONS, "not")])
def test_no_condition(name: str, line: str, text: str) -> None:
    assert name not in conditions(text), f"{text!r} has {conditions(text)}"


def test_every_act_and_topic_has_an_entry() -> None:
    """The contract names them; ``other`` is what no form reads."""
    from callsigns.grammar.file import ACTS, TOPICS

    acts = {entry["act"] for entry in MESSAGES.values()}
    topics = {topic_of(name, entry) for name, entry in MESSAGES.items()}
    assert {*ACTS} - acts == {"other"}
    assert {*TOPICS} <= topics
