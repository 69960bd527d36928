"""``callsigns grammar check``: whether a grammar file of one's own can be used, and does what its examples say.

``mine.toml`` -> ``mine.toml: all examples are read as they say``
"""

from __future__ import annotations

import click

from callsigns.errors import GrammarError

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
    from callsigns.check import check as problems_in

    problems = problems_in(file)
    if problems:
        raise GrammarError(f"{file}: {'; '.join(problems)}")
    click.echo(f"{file}: all examples are read as they say")
