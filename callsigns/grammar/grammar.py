"""The grammar: everything that ``grammars/`` and a user's own files say, read once and checked.

>>> grammar = Grammar.default()
>>> grammar.letters["kilo"], grammar.telephony.named("lufthansa").designator
('K', 'DLH')

A ``Grammar`` never changes; ``extended(path)`` gives a new one. What is wrong in a file is a ``GrammarError`` that
names the file and the entry.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from attrs import frozen

from callsigns.errors import GrammarError
from callsigns.grammar.file import FREE, Part, fault, flat, parse_toml, read_part
from callsigns.grammar.kept import kept
from callsigns.grammar.plain_toml import read_plain
from callsigns.grammar.tables import Airline, Telephony, read_text, spoken, telephony

__all__ = ["MESSAGE_FILES", "VALUE_FILES", "Grammar", "shipped_table"]

_MAX_FILE: Final = 4_000_000  # bytes of a user's grammar: a larger one is a mistake
# Of the values at one word, and of forms of equal length, the one that stands first counts: the order of the files is
# part of the grammar.
VALUE_FILES: Final = (
    "values.toml", "values_level.toml", "values_bare.toml", "values_radio.toml", "values_runway.toml",
    "values_wind.toml", "values_heading.toml", "values_distance.toml", "values_point.toml", "values_ground.toml",
    "values_limit.toml",
)  # fmt: skip
MESSAGE_FILES: Final = (
    "messages.toml", "messages_route.toml", "messages_aerodrome.toml", "messages_radio.toml", "messages_around.toml",
    "messages_field.toml", "messages_aircraft.toml", "messages_brevity.toml", "messages_plain.toml",
)  # fmt: skip
_Sections = dict[str, Any]  # section -> its entries
# file -> what its top-level tables are
_SHIPPED: Final[Mapping[str, str]] = {
    "callsigns.toml": "callsign", **dict.fromkeys(VALUE_FILES, "value"), **dict.fromkeys(MESSAGE_FILES, "message"),
    "conditions.toml": "condition", "roles.toml": "role",
}  # fmt: skip


@cache
def _shipped() -> tuple[Part, ...]:
    """The shipped files as they are used: without examples, and unchecked, for the tests have checked them."""
    return _parts(kept("entries", _unchecked_sections))


@cache
def _without_forms() -> tuple[Part, ...]:
    """The same without the forms of messages, which are half of it; by how they begin they are kept elsewhere."""

    def made() -> list[_Sections]:
        return [_less(part.sections) if part.source in MESSAGE_FILES else {**part.sections} for part in _shipped()]

    return _parts(kept("entries_without_forms", made))


def _less(sections: Mapping[str, Mapping[str, Any]]) -> _Sections:
    entries = {name: {k: v for k, v in e.items() if k != "forms"} for name, e in sections["message"].items()}
    return {**sections, "message": entries}


def _parts(sections: Iterable[_Sections]) -> tuple[Part, ...]:
    return tuple(Part(name, found) for name, found in zip(_SHIPPED, sections, strict=True))


def _unchecked_sections() -> list[_Sections]:
    return [_unchecked(name, section) for name, section in _SHIPPED.items()]


@cache
def documented() -> tuple[Part, ...]:
    """The shipped files with their sources and examples, checked as a user's are."""
    return tuple(read_part(read_text(name), name, section) for name, section in _SHIPPED.items())


def _unchecked(name: str, section: str) -> _Sections:
    tables = {**_read_table(name)}
    free = {key: tables.pop(key, {}) for key in FREE}
    return {**free, section: dict(flat(tables))}


@cache
def shipped_table(name: str) -> Mapping[str, Any]:
    """One of the shipped TOML tables (alphabet, numbers, registrations, types, ...), without its documentation."""
    return kept(name, lambda: _read_table(name))


def _read_table(name: str) -> Mapping[str, Any]:
    text = read_text(name)
    plain = read_plain(text)
    return parse_toml(text, name) if plain is None else plain


@frozen
class Grammar:
    """Immutable; make one with ``Grammar.default()`` and ``.extended(path)``."""

    added: tuple[Part, ...] = ()

    @classmethod
    def default(cls) -> Grammar:
        """The shipped grammar, one object for everybody; nothing is read before it is needed."""
        return _default()

    def extended(self, path: str | os.PathLike[str]) -> Grammar:
        """This grammar and a user's TOML file; raises ``GrammarError`` with file and entry."""
        from pathlib import Path  # a fifth of the time that the package may take to import

        source = os.fspath(path)
        try:
            if Path(source).stat().st_size > _MAX_FILE:
                raise GrammarError(f"{source}: larger than {_MAX_FILE:,} bytes")
            text = Path(source).read_text(encoding="utf-8-sig")
        except OSError as error:
            raise GrammarError(f"{source}: {error.strerror}") from None
        except UnicodeDecodeError as error:
            raise GrammarError(f"{source}: byte {error.start}: no UTF-8") from None
        except ValueError as error:  # no name of a file: a NUL in it, half of a surrogate pair
            raise GrammarError(f"{source}: {error}") from None
        part = read_part(text, source)
        self._refuse_duplicates(part)
        return Grammar((*self.added, part))

    def _refuse_duplicates(self, part: Part) -> None:
        for section, entries in part.sections.items():
            if section == "words":
                continue
            known = self.section(section)
            for name in entries:
                if name in known:
                    raise fault(part.source, f"{section}.{name}", "is there already")
        for name in part.sections.get("telephony", {}):
            row = telephony().named(spoken(name))
            if row is not None and row.status == "current":
                raise fault(part.source, f"telephony.{name}", f"is there already: {row.designator}, {row.operator}")

    @property
    def parts(self) -> tuple[Part, ...]:
        """The shipped files, then the user's, in order."""
        return (*_shipped(), *self.added)

    def section(self, name: str, *, examples: bool = False, forms: bool = True) -> Mapping[str, Any]:
        """All entries of one section, in the order of the files; lists of words are joined.

        ``examples``: shipped entries with their ``source``, ``examples`` and ``not``, which no line needs. Without
        ``forms`` shipped messages leave out theirs, which few lines need.
        """
        merged: dict[str, Any] = {}
        shipped = documented() if examples else _shipped() if forms else _without_forms()
        for part in (*shipped, *self.added):
            found = part.sections.get(name, {})
            if name != "words":
                merged |= found
                continue
            for entry_name, words in found.items():
                merged.setdefault(entry_name, []).extend(words)
        return merged

    def source_of(self, section: str, entry: str) -> str:
        """The file that an entry stands in."""
        return next((p.source for p in self.parts if entry in p.sections.get(section, {})), "?")

    @property
    def letters(self) -> Mapping[str, str]:
        """Spelling word to letter: ``kilo`` to ``K``."""
        table = shipped_table("alphabet.toml")["letters"]
        letters = {word: letter for letter, words in table.items() for word in words}
        for word in self.section("words", forms=False).get("letter", ()):
            letters[word] = word[:1].upper()
        return letters

    @property
    def telephony(self) -> Telephony:
        """Telephony designators, the user's first."""
        added = self.section("telephony", forms=False)
        if not added:
            return telephony()
        rows = [
            Airline(e.get("designator", ""), name.upper(), e.get("operator", ""), e.get("country", ""),
                    e.get("kind", "other"), "user", "")
            for name, e in added.items()
        ]  # fmt: skip
        return telephony().with_rows(rows)

    @property
    def places(self) -> Mapping[str, tuple[str, ...]]:
        """A user's own places: spoken name to location indicators."""
        entries = self.section("facility", forms=False).items()
        return {spoken(name): (e["indicator"],) if "indicator" in e else () for name, e in entries}


@cache
def _default() -> Grammar:
    return Grammar()
