"""``callsigns evaluate``: how well lines with known answers are read.

``evaluate gold.jsonl`` prints precision, recall and F1 of call signs, spellings, stations, messages, values and roles.
"""

from __future__ import annotations

import click

from callsigns.commands.options import callsigns_option, parser_with

__all__ = ["command"]


@click.command(name="evaluate")
@click.argument("gold", metavar="GOLD")
@click.option("--errors", is_flag=True, help="List the lines that were read otherwise, before the table.")
@click.option("--roles-known", is_flag=True, help="Tell the parser who speaks, and measure the rest.")
@callsigns_option
def command(gold: str, errors: bool, roles_known: bool, grammars: tuple[str, ...]) -> None:
    """Score the parser on GOLD, JSON lines of texts with their call signs, messages, values or roles.

    \b
    Example:
      callsigns evaluate gold.jsonl --errors
    """
    from callsigns.evaluate import evaluate, misses, read_gold, table
    from callsigns.formats.source import open_source

    source = open_source(gold)
    try:
        lines = read_gold(source.lines(), source.name)
        evaluation = evaluate(lines, parser_with(grammars), roles_known=roles_known)
    finally:
        source.close()
    if errors:
        for line in misses(evaluation):
            click.echo(line)
    click.echo(table(evaluation))
