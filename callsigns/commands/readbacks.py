"""``callsigns readbacks``: what was read back otherwise than it was said, or not at all.

``line 4  wrong readback of line 3: heading 240 said, 230 heard`` and the two lines under it.
"""

from __future__ import annotations

from collections import OrderedDict

import click

from callsigns.commands.engine import Engine, Work
from callsigns.commands.options import callsigns_option
from callsigns.formats import utterances, wording
from callsigns.formats.registry import INPUTS
from callsigns.formats.source import open_source
from callsigns.records import Transmission

__all__ = ["command"]

# A readback follows what it reads back within a few transmissions; older lines are forgotten.
_REMEMBERED = 1000


@click.command(name="readbacks")
@click.argument("file", metavar="FILE")
@callsigns_option
@click.option("--traffic", metavar="FILE", help="Aircraft on frequency; call signs are matched with them.")
@click.option("--input-format", type=click.Choice(["auto", *INPUTS]), default="auto", help="Input format.")
@click.option("--column", metavar="NAME", help="The column or key that holds the text (csv, jsonl).")
@click.option("--all", "every", is_flag=True, help="List correct readbacks too.")
def command(
    file: str, grammars: tuple[str, ...], traffic: str | None, input_format: str, column: str | None, every: bool
) -> None:
    """List the readbacks in FILE that are partial, wrong or missing.

    \b
    Example:
      callsigns readbacks tower.srt
    """
    engine = Engine(Work(grammars=grammars, traffic=traffic, dialogue=True))
    source = open_source(file)
    said: OrderedDict[int | None, str] = OrderedDict()
    try:
        for transmission in engine.transmissions(utterances(source, input_format, column)):
            said[transmission.line] = transmission.text
            if len(said) > _REMEMBERED:
                said.popitem(last=False)
            if transmission.readback and (every or transmission.readback.status != "correct"):
                click.echo(_told(transmission, said.get(transmission.readback.of)))
    finally:
        source.close()


def _told(transmission: Transmission, said: str | None) -> str:
    readback = transmission.readback
    assert readback is not None
    aircraft = f"  {transmission.aircraft}" if transmission.aircraft else ""
    head = f"line {transmission.line}{aircraft}  {wording.readback_words(readback)}"
    quoted = "" if said is None else f"\n    said:  {said.strip()}"
    return f"{head}{quoted}\n    heard: {transmission.text.strip()}"
