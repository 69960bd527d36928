"""``callsigns parse``: any input format in, any output format out.

``callsigns parse --format jsonl benina.txt`` -> one JSON object a transmission on standard output.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from callsigns.commands.engine import Work
from callsigns.commands.options import callsigns_option
from callsigns.commands.run import Settings, run
from callsigns.formats.registry import INPUTS, OUTPUTS
from callsigns.formats.writers import Options

__all__ = ["command"]

_ROWS = ("transmissions", "callsigns", "messages")


@click.command(name="parse")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option(
    "--format", "-f", "output_format", type=click.Choice(list(OUTPUTS)), default="text", help="Output format."
)
@click.option("--output", "-o", metavar="PATH", help="Write here; the file appears when it is whole.")
@callsigns_option
@click.option("--traffic", metavar="FILE", help="Aircraft on frequency; call signs are matched with them.")
@click.option("--dialogue", is_flag=True, help="Resolve short forms and readbacks by what was said before.")
@click.option("--role", type=click.Choice(["pilot", "controller"]), help="Who speaks in all of it.")
@click.option("--split", is_flag=True, help="Split lines that hold several turns, each after a dash.")
@click.option(
    "--input-format", type=click.Choice(["auto", *INPUTS]), default="auto", help="Input format; auto: by content."
)
@click.option("--column", metavar="NAME", help="The column or key that holds the text (csv, jsonl).")
@click.option("--rows", type=click.Choice(_ROWS), default=_ROWS[0], help="What a row of csv or parquet is.")
@click.option("--tokens", is_flag=True, help="Add the words and their kinds (jsonl).")
@click.option("--jobs", "-j", type=click.IntRange(1, 256), default=1, metavar="N", help="Processes; the order stays.")
@click.option("--color/--no-color", default=None, help="Colours in text; on a terminal by default.")
@click.option("--quiet", "-q", is_flag=True, help="No progress, warnings or summary.")
def command(files: tuple[str, ...], output_format: str, output: str | None, **options: Any) -> None:
    """Read transmissions from FILEs, or from standard input (-).

    Text files hold one transmission a line; subtitles, Whisper JSON, CSV, JSON lines, ATCO2 XML, STM and CTM are
    told by their content, and each may be gzipped.

    \b
    Examples:
      callsigns parse tower.txt
      callsigns parse --format jsonl --jobs 2 --output tower.jsonl tower.srt
      echo "Benghazi, good morning, Ascot 9908" | callsigns parse
    """
    if options["dialogue"] and options["jobs"] > 1:
        raise click.UsageError("--dialogue reads one transmission after the other; leave out --jobs")
    if output_format == "parquet" and output in (None, "-"):
        raise click.UsageError("--format parquet needs --output PATH")
    run(_settings(files or ("-",), output_format, output, options))


def _settings(files: tuple[str, ...], output_format: str, output: str | None, options: dict[str, Any]) -> Settings:
    to_terminal = output in (None, "-") and sys.stdout.isatty()
    writing = Options(
        rows=options["rows"],
        tokens=options["tokens"],
        color=_colored(options["color"], to_terminal),
        width=min(_width(), 120) if to_terminal else 80,
        title=", ".join(os.path.basename(name) for name in files if name != "-") or "Transmissions",
    )
    return Settings(
        files=files,
        output=output,
        input_format=options["input_format"],
        column=options["column"],
        jobs=options["jobs"],
        quiet=options["quiet"],
        work=Work(
            output=output_format,
            options=writing,
            grammars=tuple(options["grammars"]),
            traffic=options["traffic"],
            role=options["role"],
            dialogue=options["dialogue"],
            split=options["split"],
        ),
    )


def _colored(asked: bool | None, to_terminal: bool) -> bool:
    # https://no-color.org: any value but the empty one turns colours off, unless they were asked for.
    return asked if asked is not None else to_terminal and not os.environ.get("NO_COLOR")


def _width() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 80
