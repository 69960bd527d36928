"""``callsigns grammar check``: whether a grammar file of one's own can be used, and does what its examples say.

``mine.toml`` -> ``mine.toml: 3 entries, 7 examples, all read as they say``
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from callsigns.errors import GrammarError

if TYPE_CHECKING:
    from callsigns.parser import Parser
    from callsigns.records import Transmission

__all__ = ["command"]


@click.group(name="grammar")
def command() -> None:
    """Work on grammar files of your own.

    \b
    Example:
      callsigns grammar check mine.toml
    """


@command.command(name="check")
@click.argument("file", metavar="FILE")
def check(file: str) -> None:
    """Read FILE as --callsigns would, and try its examples; exit code 2 when it is broken.

    \b
    Example:
      callsigns grammar check mine.toml
    """
    from callsigns.grammar import Grammar
    from callsigns.parser import Parser

    grammar = Grammar.default().extended(file)
    parser = Parser(grammar)
    # Patterns are compiled when a line needs them; here they are what is asked about.
    parser.parse("Tower, Speedbird 12")
    sections = grammar.added[-1].sections
    tried = list(_tried(parser, sections))
    wrong = [f"{entry}: {problem}" for entry, problem in tried if problem]
    if wrong:
        raise GrammarError(f"{file}: {'; '.join(wrong)}")
    entries = sum(len(section) for section in sections.values())
    click.echo(f"{file}: {entries} entries, {len(tried)} examples, all read as they say")


def _tried(parser: Parser, sections: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str | None]]:
    for section, reads in (("message", _reads_message), ("callsign", _reads_callsign), ("value", _reads_value)):
        for name, entry in sections.get(section, {}).items():
            for text, expected in _pairs(entry.get("examples", ())):
                good = reads(parser.parse(text), entry, expected)
                yield f"[{section}.{name}]", None if good else f"example {text!r} is not read so"
            for text in entry.get("not", ()):
                good = not reads(parser.parse(text), entry, None)
                yield f"[{section}.{name}]", None if good else f"{text!r} is read so, and must not"


def _pairs(examples: Mapping[str, object] | Iterable[str]) -> Iterable[tuple[str, object]]:
    return examples.items() if isinstance(examples, Mapping) else ((text, None) for text in examples)


def _reads_message(t: Transmission, entry: Mapping[str, Any], expected: object) -> bool:
    return any(m.act == entry["act"] and m.topic == entry.get("topic") for m in t.messages)


def _reads_callsign(t: Transmission, entry: Mapping[str, Any], expected: object) -> bool:
    if expected is None:
        return bool(t.callsigns)
    return any(expected in (c.icao, c.ident, c.text) for c in t.callsigns)


def _reads_value(t: Transmission, entry: Mapping[str, Any], expected: object) -> bool:
    values = [value for message in t.messages for value in message.values]
    return any(v.quantity == entry["quantity"] and expected in (None, v.value) for v in values)
