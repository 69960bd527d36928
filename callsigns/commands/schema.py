"""``callsigns schema``: the contract of the JSON as JSON Schema, for those who read it in another language."""

from __future__ import annotations

import json

import click

__all__ = ["command"]


@click.command(name="schema")
def command() -> None:
    """Print the JSON Schema of a transmission (one line of --format jsonl).

    \b
    Example:
      callsigns schema > transmission.schema.json
    """
    from callsigns.formats.schema import schema

    click.echo(json.dumps(schema(), indent=2))
