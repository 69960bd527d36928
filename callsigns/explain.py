"""How a line was read, in words: for whoever wonders why, or writes forms of their own.

``explain("speedbird one two descend flight level eight zero", parser)`` tells the words and their classes, the entry
and file behind each message, its values and conditions, what was put aside, who speaks and why, and how each act was
chosen. Nothing here decides anything; it runs the stages of the parser and prints what they hand on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from callsigns.dashes import dashes_of_turns, turns
from callsigns.line import Line
from callsigns.messages import Said, topic_of
from callsigns.parser import Parser
from callsigns.records import Message

__all__ = ["explain"]

_WIDTH: Final = 80
_OTHER: Final = "other"
_NOT_SPOKEN: Final = "nobody speaks: ordinary English, or what a book says of those who do"
_SHOWN: Final = 12  # cues of the role that are worth reading


def explain(text: str, parser: Parser) -> str:
    """The reading of ``text``, step by step, at most 80 columns wide where its words allow; of each turn by itself."""
    return "\n".join(_explained(turn, parser) for _, turn in turns(text, dashes_of_turns(text)))


def _explained(text: str, parser: Parser) -> str:
    line = parser.line(text)
    said = parser.recognize(line)
    parts = parser.parted(line)
    if parts:
        return "\n".join(_explained(turn, parser) for _, turn in parts)
    record = parser.parse(text)
    cues = [f"{weight:+.1f}  {cue}" for cue, weight in parser.why(line, said)[:_SHOWN]]
    forms = {line.starts[form.start]: form for form in said}
    messages = [row for one in record.messages for row in _message(line, forms.get(one.start), one, parser)]
    if any(form.entry for form in said) and all(message.act == _OTHER for message in record.messages):
        messages = [_NOT_SPOKEN]
    sections = [
        ("words", [f"{token.text}: {token.kind.replace('|', ', ')}" for token in parser.tokenize(text)]),
        ("entities", _entities(line)),
        ("messages", messages),
        ("put aside", [f"{line.said(start, end)!r}: {why}" for start, end, why in line.dropped]),
        ("speaker", [record.role or "not to be told", *cues]),
    ]
    return "\n".join(row for title, rows in sections if rows for row in _section(title, rows)) + "\n"


def _section(title: str, rows: Sequence[str]) -> Iterator[str]:
    yield title
    for row in rows:
        inner = row.lstrip()
        lead = "  " + " " * (len(row) - len(inner))
        yield from wrap(inner, _WIDTH, initial_indent=lead, subsequent_indent=lead + "    ")


def _entities(line: Line) -> list[str]:
    """What was claimed: call signs, stations, spellings, values."""
    rows = []
    for start, what in sorted(line.found.items()):
        said = " ".join(line.words[start : line.name_end(start)])
        facts = [f"{field} {value}" for field, value in zip(what._fields, what, strict=True) if _tells(field, value)]
        rows.append(f"{type(what).__name__.lower()} {said!r}: {', '.join(facts)}")
    return rows


def _tells(field: str, value: object) -> bool:
    return field not in ("start", "end") and value not in (None, (), False, "") and not hasattr(value, "designator")


def _message(line: Line, form: Said | None, message: Message, parser: Parser) -> Iterator[str]:
    yield f"{message.act}/{message.topic or '-'}  {message.text!r}"
    if form is None:  # the second half of one that runs on in the answer
        yield from _values(message)
        return
    yield f"    by {_source(form, parser)}"
    if form.entry and form.topic != topic_of(form.entry, parser.grammar.section("message")[form.entry]):
        yield "    topic: that of the words behind it, which tell what it is about"
    yield from _values(message)
    yield from (f"    holds {c.kind}: {line.said(c.start, c.end)!r} ([{c.entry}])" for c in form.conditions)
    yield f"    act: {_why(form, message)}"


def _values(message: Message) -> Iterator[str]:
    return (f"    {v.quantity} = {v.value}{' ' + v.unit if v.unit else ''}" for v in message.values)


def _source(form: Said, parser: Parser) -> str:
    if not form.entry:
        return "no form: words that none of them knows"
    return f"[{form.entry}] in {parser.grammar.source_of('message', form.entry)}"


def _why(form: Said, message: Message) -> str:
    if message.act != form.act:
        return f"the form says {form.act}; from this speaker it is a {message.act}"
    return f"only a {form.side} says this" if form.side else "that of the form"
