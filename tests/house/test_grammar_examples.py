"""Every entry of the grammars reads its own examples, and leaves its counter-examples alone.

Each line is tried by itself and with words on both sides of it, since nobody speaks in isolated phrases. A file with
examples that no check here understands is a failure: examples that nobody runs are worse than none.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import pytest

from callsigns.formats.speakers import role_of
from callsigns.parser import default_parser
from callsigns.records import Message, Transmission, Value
from tests.house.source import ROOT

AROUND = (("", ""), ("good morning ", ""), ("", " good day"), ("uh ", " thank you"))


class Case(NamedTuple):
    """One line of one entry; ``wanted`` is ``None`` for a line of ``not``, and ``...`` where anything will do."""

    file: str
    name: str
    entry: Mapping[str, Any]
    line: str
    wanted: Any

    @property
    def title(self) -> str:
        return f"{self.file.removesuffix('.toml')}:{self.name}:{'not ' if self.wanted is None else ''}{self.line}"


def entries(table: Mapping[str, Any], name: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every table that has ``examples`` or ``not``, with its dotted name, however deep it stands."""
    if {"examples", "not"} & table.keys():
        yield name, table
        return
    for key, inner in table.items():
        if isinstance(inner, dict):
            yield from entries(inner, f"{name}.{key}".lstrip("."))


def cases() -> Iterator[Case]:
    for path in sorted((ROOT / "grammars").glob("*.toml")):
        for name, entry in entries(tomllib.loads(path.read_text(encoding="utf-8"))):
            examples = entry.get("examples", ())
            wanted = examples if isinstance(examples, dict) else dict.fromkeys(examples, ...)
            yield from (Case(path.name, name, entry, line, value) for line, value in wanted.items())
            yield from (Case(path.name, name, entry, line, None) for line in entry.get("not", ()))


@cache
def read(line: str) -> Transmission:
    return default_parser().parse(line)


def values(record: Transmission) -> Iterator[Value]:
    for message in record.messages:
        yield from message.values
        for condition in message.conditions:
            yield from condition.values


def callsign(case: Case, record: Transmission) -> bool:
    """A call sign is read, with the identity that the example gives."""
    return any(case.wanted in (None, ..., call.icao) for call in record.callsigns)


def value(case: Case, record: Transmission) -> bool:
    """A value of the entry's quantity is read."""
    found = [found.value for found in values(record) if found.quantity == case.entry["quantity"]]
    return bool(found) if case.wanted in (None, ...) else case.wanted in found


def message(case: Case, record: Transmission) -> bool:
    """A message of the entry's act and topic is read."""

    def fits(said: Message) -> bool:
        return (said.act, said.topic) == (case.entry["act"], case.entry.get("topic", topic))

    topic = case.name.partition(".")[0] if "." in case.name else None
    return any(map(fits, record.messages))


def condition(case: Case, record: Transmission) -> bool:
    """A condition of the entry's kind is kept on some message."""
    return any(kept.kind == case.entry["kind"] for said in record.messages for kept in said.conditions)


CHECKS: dict[str, Callable[[Case, Transmission], bool]] = {
    "callsigns.toml": callsign,
    "values.toml": value,
    "messages.toml": message,
    "conditions.toml": condition,
}
CASES = list(cases())


@pytest.mark.parametrize("case", [case for case in CASES if case.file in CHECKS], ids=lambda case: case.title)
def test_example(case: Case) -> None:
    """What the entry promises is there for each example, and is not there for what it must leave alone."""
    for before, behind in AROUND:
        line = f"{before}{case.line}{behind}"
        record = read(line)
        assert CHECKS[case.file](case, record) is (case.wanted is not None), f"{line!r} is read as {record}"


@pytest.mark.parametrize("case", [case for case in CASES if case.file == "speakers.toml"], ids=lambda case: case.title)
def test_speaker(case: Case) -> None:
    """The label of a speaker gives the role whose entry it stands in, or none."""
    assert role_of(case.line) == (None if case.wanted is None else case.name)


def test_nothing_is_left_unread() -> None:
    """No file has examples that this module does not run, and no form is without them."""
    assert {case.file for case in CASES} <= CHECKS.keys() | {"speakers.toml"}
    tried = {(case.file, case.name, case.wanted is None) for case in CASES}
    bare = [
        f"{file}: [{name}] has no {'not' if refused else 'examples'}"
        for file in CHECKS
        for name in forms(tomllib.loads((ROOT / "grammars" / file).read_text(encoding="utf-8")))
        for refused in (False, True)
        if (file, name, refused) not in tried
    ]
    assert not bare


def forms(table: Mapping[str, Any], name: str = "") -> Iterator[str]:
    """The dotted names of all entries that say how something is said."""
    for key, inner in table.items():
        if isinstance(inner, dict):
            title = f"{name}.{key}".lstrip(".")
            if {"forms", "patterns"} & inner.keys():
                yield title
            else:
                yield from forms(inner, title)
