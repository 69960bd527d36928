"""``callsigns evaluate``: how well lines with known answers are read."""

from __future__ import annotations

import click

from callsigns.commands.options import callsigns_option, parser_with

__all__ = ["command"]


@click.command(name="evaluate")
@click.argument("gold", metavar="GOLD")
@click.option("--errors", is_flag=True, help="List the lines that were read otherwise.")
@callsigns_option
def command(gold: str, errors: bool, grammars: tuple[str, ...]) -> None:
    """Score the parser on GOLD, JSON lines of texts with their call signs or messages.

    \b
    Example:
      callsigns evaluate gold.jsonl --errors
    """
    from callsigns.evaluate import evaluate

    click.echo(str(evaluate(gold, parser_with(grammars), errors=errors)).rstrip("\n"))
