"""``callsigns readbacks``: what was read back otherwise than it was said, in part, or not at all.

``line 4  BAW12  wrong readback of line 3: heading 240 said, 230 heard`` and the two lines under it; the same as JSON
lines or CSV.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final

import click

from callsigns.commands.engine import Engine, Work
from callsigns.commands.options import callsigns_option
from callsigns.commands.output import Output
from callsigns.formats import utterances, wording
from callsigns.formats.registry import INPUTS
from callsigns.formats.source import open_source
from callsigns.formats.writers.csv import rows_of
from callsigns.readback import Finding, findings

__all__ = ["command"]

_COLUMNS: Final = ("line_said", "line_heard", "aircraft", "status", "differences", "text_said", "text_heard")


@click.command(name="readbacks")
@click.argument("file", metavar="FILE")
@callsigns_option
@click.option("--traffic", metavar="FILE", help="Aircraft on frequency; call signs are matched with them.")
@click.option("--input-format", type=click.Choice(["auto", *INPUTS]), default="auto", help="Input format.")
@click.option("--column", metavar="NAME", help="The column or key that holds the text (csv, jsonl).")
@click.option("--all", "every", is_flag=True, help="List correct readbacks too.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "jsonl", "csv"]), default="text", help="Output format."
)
@click.option("-o", "--output", metavar="PATH", help="Write there instead of to standard output.")
def command(
    file: str, grammars: tuple[str, ...], traffic: str | None, input_format: str, column: str | None, every: bool,
    form: str, output: str | None,
) -> None:  # fmt: skip
    """List the readbacks in FILE that are partial, wrong or missing.

    \b
    Example:
      callsigns readbacks tower.srt
    """
    engine = Engine(Work(grammars=grammars, traffic=traffic, dialogue=True))
    source = open_source(file)
    try:
        with Output(output) as out:
            out.write(rows_of([_COLUMNS]) if form == "csv" else "")
            for finding in findings(engine.transmissions(utterances(source, input_format, column)), every=every):
                out.write(_FORMS[form](finding))
    finally:
        source.close()


def _text(finding: Finding) -> str:
    line = finding.line_heard if finding.line_heard is not None else finding.line_said
    aircraft = f"  {finding.aircraft}" if finding.aircraft else ""
    rows = [f"line {line}{aircraft}  {wording.finding_words(finding)}"]
    rows += [f"    said:  {finding.text_said.strip()}"] if finding.text_said is not None else []
    rows += [f"    heard: {finding.text_heard.strip()}"] if finding.text_heard is not None else []
    return "\n".join(rows) + "\n"


def _json(finding: Finding) -> str:
    differences = [{"quantity": d.quantity, "said": d.said, "heard": d.heard} for d in finding.differences]
    row = {name: getattr(finding, name) for name in _COLUMNS} | {"differences": differences}
    return json.dumps(row, ensure_ascii=False) + "\n"


def _csv(finding: Finding) -> str:
    differences = wording.differences_words(finding.differences)
    return rows_of([[differences if name == "differences" else getattr(finding, name) for name in _COLUMNS]])


_FORMS: Final[dict[str, Callable[[Finding], str]]] = {"text": _text, "jsonl": _json, "csv": _csv}
