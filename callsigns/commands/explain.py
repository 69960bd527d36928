"""``callsigns explain``: which words became which classes, which rule matched, what was dropped and why."""

from __future__ import annotations

import click

from callsigns.commands.options import callsigns_option, parser_with

__all__ = ["command"]


@click.command(name="explain")
@click.argument("words", nargs=-1, required=True, metavar="LINE")
@callsigns_option
def command(words: tuple[str, ...], grammars: tuple[str, ...]) -> None:
    """Tell how LINE was read.

    \b
    Example:
      callsigns explain "Benghazi, good morning, Ascot 9908"
    """
    from callsigns.explain import explain

    click.echo(explain(" ".join(words), parser_with(grammars)).rstrip("\n"))
