"""``callsigns lookup``: what the tables know about a designator, a telephony, an indicator or a place.

``ASCOT`` -> ``RRR  ASCOT  Royal Air Force, United Kingdom (military)``; ``LGSA`` -> ``LGSA  Chania ...``
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from callsigns.commands.options import callsigns_option, grammar_with

if TYPE_CHECKING:
    from callsigns.grammar import Grammar
    from callsigns.grammar.tables import Airline

__all__ = ["command", "found"]

_MOST_PLACES = 8


@click.command(name="lookup")
@click.argument("words", nargs=-1, required=True, metavar="NAME...")
@callsigns_option
def command(words: tuple[str, ...], grammars: tuple[str, ...]) -> None:
    """Look NAME up: a telephony, a designator, a location indicator or a place; exit code 1 when unknown.

    \b
    Examples:
      callsigns lookup ASCOT
      callsigns lookup RRR
      callsigns lookup LGSA
    """
    name = " ".join(words)
    if not name.strip():
        raise click.BadParameter("expected a name or a code, found nothing")
    lines = list(found(name, grammar_with(grammars)))
    for line in lines:
        click.echo(line)
    if not lines:
        raise click.ClickException(f"{name}: no telephony, designator, location indicator or place of this name")


def found(name: str, grammar: Grammar) -> Iterator[str]:
    """One line for everything that is called ``name``."""
    from callsigns.grammar.tables import spoken

    table = grammar.telephony
    rows = (table.named(spoken(name)), table.designated(name.strip()))
    for row in dict.fromkeys(row for row in rows if row is not None):
        yield _airline(row)
    indicator = name.strip().upper()
    shown = _place(indicator)
    if shown is not None:
        yield shown
    for indicator in _indicators(name, grammar):
        line = _place(indicator)
        if line is not None and line != shown:
            yield line


def _airline(row: Airline) -> str:
    place = f", {row.country}" if row.country else ""
    status = "" if row.status in ("current", "variant", "user") else f", {row.status}"
    caution = f"  ({row.caution})" if row.caution else ""
    return f"{row.designator or '---'}   {row.telephony}: {row.operator}{place} ({row.kind}{status}){caution}"


def _place(indicator: str) -> str | None:
    from callsigns.grammar.tables import location

    place = location(indicator)
    if place is None:
        return None
    city = f", {place.city}" if place.city and place.city not in place.name else ""
    return f"{place.indicator}  {place.name}{city}, {place.country}"


def _indicators(name: str, grammar: Grammar) -> tuple[str, ...]:
    from callsigns.grammar.tables import place_indicators, spoken

    key = spoken(name)
    return (grammar.places.get(key) or place_indicators(key))[:_MOST_PLACES]
