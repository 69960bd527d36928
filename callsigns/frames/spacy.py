"""spaCy: a component that sets entities, each with an id where the record has one.

``nlp.add_pipe("callsigns")`` -> ``doc.ents``: ``Benghazi`` (``FACILITY``, ``HLLB``), ``Ascot 9908`` (``CALLSIGN``,
``RRR9908``)

Installed with the package (entry point ``spacy_factories``); ``import callsigns.frames.spacy`` does the same. Needs
``callsigns[spacy]``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from callsigns.frames.engine import need
from callsigns.grammar import Grammar
from callsigns.parser import Parser, default_parser
from callsigns.records import Transmission

__all__ = ["Component", "create"]


class _Entity(NamedTuple):
    start: int
    end: int
    label: str
    id: str


class Component:
    """Called with a ``spacy.tokens.Doc`` of one transmission, gives it back with entities; whole words are covered.

    Entities set before it stay, unless ``overwrite``. Where two overlap, the longer one is kept.
    """

    def __init__(self, parser: Parser, overwrite: bool = False, values: bool = False) -> None:
        self._parser = parser
        self._overwrite = overwrite
        self._values = values

    def __call__(self, doc: Any) -> Any:
        """Set ``doc.ents``: labels ``CALLSIGN``, ``FACILITY``, ``SPELLING``, and ``VALUE`` if asked for."""
        found = []
        for entity in _entities(self._parser.parse(doc.text), self._values):
            span = doc.char_span(
                entity.start, entity.end, label=entity.label, span_id=entity.id, alignment_mode="expand"
            )  # fmt: skip
            found += [span] if span is not None else []
        doc.ents = self._settled(list(doc.ents), found)
        return doc

    def _settled(self, before: list[Any], found: list[Any]) -> list[Any]:
        settle = need("spacy.util", "spacy").filter_spans
        first, second = (found, before) if self._overwrite else (before, found)
        taken = {token.i for span in first for token in span}
        kept: list[Any] = settle([*first, *(s for s in second if taken.isdisjoint(token.i for token in s))])
        return kept


def _entities(t: Transmission, values: bool) -> Iterator[_Entity]:
    for call in t.callsigns:
        yield _Entity(call.start, call.end, "CALLSIGN", call.match or call.icao or "")
    for facility in t.facilities:
        yield _Entity(facility.start, facility.end, "FACILITY", facility.icao or "")
    for spelling in t.spellings:
        yield _Entity(spelling.start, spelling.end, "SPELLING", spelling.letters)
    for message in t.messages if values else ():
        for value in (*message.values, *(v for c in message.conditions for v in c.values)):
            yield _Entity(value.start, value.end, "VALUE", value.quantity)


def create(nlp: Any, name: str, grammar: str | None = None, overwrite: bool = False, values: bool = False) -> Component:
    """Make the component; ``grammar`` is the path of a TOML file of your own.

    Raises:
        GrammarError: the file cannot be used; the message names it and the entry.
    """
    parser = default_parser() if grammar is None else Parser(Grammar.default().extended(grammar))
    return Component(parser, overwrite, values)


# Without spaCy there is nothing to register with, and importing this module does nothing.
with suppress(ImportError):
    need("spacy.language", "spacy").Language.factory("callsigns", assigns=["doc.ents"], func=create)
