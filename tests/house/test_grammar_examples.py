"""Every entry of the grammars reads its own examples, and leaves its counter-examples alone.

Each line is tried by itself and with words on both sides of it, since nobody speaks in isolated phrases. A file with
examples that no check here understands is a failure: examples that nobody runs are worse than none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import pytest

from callsigns.grammar import MESSAGE_FILES, VALUE_FILES
from callsigns.grammar.file import KEYS
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.messages import Said, topic_of
from callsigns.parser import default_parser
from callsigns.recognize.value import Quantity
from callsigns.records import Transmission
from callsigns.speakers import role_of
from callsigns.tokens import scan
from tests.house.source import ROOT

AROUND = (("", ""), ("good morning ", ""), ("", " good day"), ("uh ", " thank you"))
HESITATION = (("", ""), ("uh ", " uh"))
SOCIAL = {"greeting", "farewell", "courtesy"}


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
        for part in inner if isinstance(inner, list) else [inner]:
            if isinstance(part, dict):
                yield from entries(part, f"{name}.{key}".lstrip("."))


def cases() -> Iterator[Case]:
    for path in sorted((ROOT / "grammars").glob("*.toml")):
        for name, entry in entries(tomllib.loads(path.read_text(encoding="utf-8"))):
            examples = entry.get("examples", ())
            wanted = examples if isinstance(examples, dict) else dict.fromkeys(examples, ...)
            yield from (Case(path.name, name, entry, line, value) for line, value in wanted.items())
            yield from (Case(path.name, name, entry, line, None) for line in entry.get("not", ()))


class Read(NamedTuple):
    """One line, read: the record, and what the stages saw on the way to it."""

    record: Transmission
    line: Line
    said: list[Said]


@cache
def read(text: str, role: str | None) -> Read:
    parser = default_parser()
    line = parser.line(text)
    return Read(parser.parse(text, role=role), line, parser.recognize(line))


def callsign(case: Case, seen: Read) -> bool:
    """A call sign is read, with the identity that the example gives."""
    return any(case.wanted in (None, ..., call.icao) for call in seen.record.callsigns)


def value(case: Case, seen: Read) -> bool:
    """A value of the entry's quantity is read, with the entry's limit where it has one."""
    kind = (case.entry["quantity"], case.entry.get("limit"))
    found = [what for what in seen.line.found.values() if isinstance(what, Quantity)]
    found = [what for what in found if kind == (what.quantity, what.limit if kind[1] else None)]
    return any(case.wanted in (None, ..., what.value) for what in found)


def message(case: Case, seen: Read) -> bool:
    """A message of the entry's act and topic is read, behind a greeting that of a first call, from a controller his;
    for ``not``, by this very entry."""
    if case.wanted is None:
        return case.name in {said.entry for said in seen.said}
    acts = {case.entry.get(key, case.entry["act"]) for key in ("act", "first_call", "from_controller")}
    topic = topic_of(case.name, case.entry)
    given = bool({"opens", "closes", "objects"} & case.entry.keys())  # a topic, by what stands beside it
    return any(said.act in acts and (given or said.topic == topic) for said in seen.record.messages)


def condition(case: Case, seen: Read) -> bool:
    """A condition of the entry's kind is kept on some message."""
    return any(kept.kind == case.entry["kind"] for said in seen.record.messages for kept in said.conditions)


def blank(case: Case, seen: Read) -> bool:
    """The blank is read as what its table is named by, or is left out."""
    if case.name == "left_out":
        return not {*scan(case.line).words} & {*seen.line.words}
    lexicon = default_parser()._compiled.lexicon
    return (lexicon.entity.get(case.name) or lexicon.words.shapes[case.name]) in seen.line.classes


def note(case: Case, seen: Read) -> bool:
    """What was left out is no word of the line; something stands for what was not heard; nothing is read of a group."""
    if case.name == "weather":
        unknown = default_parser()._compiled.lexicon.words.shapes["unknown"]
        at = seen.record.text.index(case.line)
        words = zip(seen.line.starts, seen.line.chars, strict=True)
        return {char for start, char in words if at <= start < at + len(case.line)} <= {unknown, CONTINUED}
    if case.name == "unheard":
        return bool(case.entry["stand_in"] in seen.line.words)
    return not {*scan(case.line).words} & {*seen.line.words}


def homophone(case: Case, seen: Read) -> bool:
    """The words become what the example says; those of ``not`` stay."""
    words = " ".join(seen.line.words)
    return case.wanted in words if case.wanted is not None else " ".join(scan(case.line).words) not in words


def cue(case: Case, seen: Read) -> bool:
    """The cue is seen, whatever role the line has when all cues are weighed."""
    return case.name in default_parser()._roles.cues(seen.line, seen.said)


CHECKS: dict[str, Callable[[Case, Read], bool]] = {
    "callsigns.toml": callsign,
    **dict.fromkeys(VALUE_FILES, value),
    **dict.fromkeys(MESSAGE_FILES, message),
    "conditions.toml": condition,
    "roles.toml": cue,
    "blanks.toml": blank,
    "notes.toml": note,
    "homophones.toml": homophone,
}
CASES = list(cases())
CASES_OF: dict[tuple[str, str], list[Case]] = {}
for each in CASES:
    CASES_OF.setdefault((each.file, each.name), []).append(each)


def around(case: Case) -> tuple[tuple[str, str], ...]:
    """The words that may stand around a line: only a hesitation, where its place counts or it is of their own kind."""
    bound = any("<start>" in form or "<stop>" in form for form in case.entry.get("forms", ()))
    return HESITATION if bound or case.file == "roles.toml" or case.entry.get("act") in SOCIAL else AROUND


@pytest.mark.parametrize("of", [of for of in CASES_OF if of[0] in CHECKS], ids=".".join)
def test_examples(of: tuple[str, str]) -> None:
    """What the entry promises is there for each example, and is not there for what it must leave alone."""
    wrong = []
    for case in CASES_OF[of]:
        # The words of an instruction and of its readback are the same: say who speaks, where the entry is one side's.
        role = case.entry.get("side", "controller") if case.file in MESSAGE_FILES else None
        for before, behind in around(case):
            seen = read(f"{before}{case.line}{behind}", role)
            if CHECKS[case.file](case, seen) is not (case.wanted is not None):
                wrong.append(f"{case.title}: {before}{case.line}{behind} is read as {seen.record}")
    assert not wrong


@pytest.mark.parametrize("case", [case for case in CASES if case.file == "speakers.toml"], ids=lambda case: case.title)
def test_speaker(case: Case) -> None:
    """The label of a speaker gives the role whose entry it stands in, or none."""
    assert role_of(case.line) == (None if case.wanted is None else case.name)


def test_registrations() -> None:
    """Every registration given as an example has the shape that its mark asks for, hyphen and all."""
    wrong = [
        case.title
        for case in CASES
        if case.file == "registrations.toml"
        and not re.fullmatch(case.name + "-" * case.entry["hyphen"] + f"(?:{case.entry['shape']})", case.line)
    ]
    assert not wrong


def test_nothing_is_left_unread() -> None:
    """No file has examples that this module does not run, and no form is without them."""
    assert {case.file for case in CASES} <= CHECKS.keys() | {"speakers.toml", "registrations.toml", "roles.toml"}
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


def test_each_definition_stands_in_one_file() -> None:
    """A name that two files define would silently mean what the later one says."""
    places: dict[str, list[str]] = {}
    for path in sorted((ROOT / "grammars").glob("*.toml")):
        for name in tomllib.loads(path.read_text(encoding="utf-8")).get("define", {}):
            places.setdefault(name, []).append(path.name)
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


def test_every_key_of_an_entry_is_described() -> None:
    page = (ROOT / "grammars" / "README.md").read_text("utf-8")
    assert {key for keys in KEYS.values() for key in keys if f"`{key}" not in page} == set()
