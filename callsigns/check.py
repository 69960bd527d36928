"""Whether a grammar file of one's own does what its examples say.

``check("mine.toml")`` gives one line for each example that its own entry does not read, and for each counter-example
that it does: ``[message.drone.launch] example 'drone airborne' is read by [takeoff.report]``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from callsigns.grammar import Grammar
from callsigns.line import Line
from callsigns.messages import Said
from callsigns.parser import Parser
from callsigns.recognize.heard import Heard
from callsigns.recognize.value import Quantity

__all__ = ["check"]

Entry = Mapping[str, Any]
# What is wrong with the reading of a text by an entry: nothing, or the words to say so.
Verdict = Callable[[Parser, str, str, Entry, object], str | None]


def check(path: str | os.PathLike[str]) -> list[str]:
    """What is wrong in the grammar file ``path``; raises ``GrammarError`` where it cannot be read at all."""
    grammar = Grammar.default().extended(path)
    parser = Parser(grammar)
    return [problem for problem in _problems(parser, grammar.added[-1].sections) if problem]


def _problems(parser: Parser, sections: Mapping[str, Mapping[str, Entry]]) -> Iterator[str]:
    for section, verdict in _VERDICTS.items():
        for name, entry in sections.get(section, {}).items():
            for text, wanted in _pairs(entry.get("examples", ())):
                found = verdict(parser, text, name, entry, wanted)
                if found is not None:
                    yield f"[{section}.{name}] example {text!r} is {found}"
            for text in entry.get("not", ()):
                if verdict(parser, text, name, entry, None) is None:
                    yield f"[{section}.{name}] {text!r} is read by it, and must not be"


def _pairs(examples: Mapping[str, object] | list[str]) -> list[tuple[str, object]]:
    return [*examples.items()] if isinstance(examples, Mapping) else [(text, None) for text in examples]


def _read(parser: Parser, text: str) -> tuple[Line, list[Said]]:
    line = parser.line(text)
    return line, parser.recognize(line)


def _message(parser: Parser, text: str, name: str, entry: Entry, wanted: object) -> str | None:
    entries = [message.entry or "other" for message in _read(parser, text)[1]]
    if name in entries:
        return None
    return f"read by {', '.join(f'[{e}]' for e in entries)}" if entries else "not read at all"


def _condition(parser: Parser, text: str, name: str, entry: Entry, wanted: object) -> str | None:
    entries = [when.entry for message in _read(parser, text)[1] for when in message.conditions]
    if name in entries:
        return None
    return f"read by {', '.join(f'[{e}]' for e in entries)}" if entries else "not read as a condition"


def _callsign(parser: Parser, text: str, name: str, entry: Entry, wanted: object) -> str | None:
    heard = [what for what in _read(parser, text)[0].found.values() if isinstance(what, Heard)]
    names = {known for h in heard for known in (h.icao, h.ident)}
    if heard and (wanted is None or wanted in names):
        return None
    return f"read as {', '.join(sorted(n for n in names if n))}" if heard else "not read as a call sign"


def _value(parser: Parser, text: str, name: str, entry: Entry, wanted: object) -> str | None:
    found = [what for what in _read(parser, text)[0].found.values() if isinstance(what, Quantity)]
    own = [q.value for q in found if q.quantity == entry["quantity"]]
    if own and (wanted is None or wanted in own):
        return None
    return f"read as {', '.join(f'{q.quantity} {q.value}' for q in found)}" if found else "not read as a value"


_VERDICTS: dict[str, Verdict] = {"message": _message, "condition": _condition, "callsign": _callsign, "value": _value}
