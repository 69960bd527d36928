"""The way through ``parse``: open each file, read utterances, let the engine work, write in order, tell the summary.

``Settings(files=("benina.txt",), ...)`` -> ten blocks of text on standard output.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from typing import NamedTuple

import click

from callsigns.commands.engine import Counts, Engine, Result, Work
from callsigns.commands.output import Output
from callsigns.commands.progress import Meter
from callsigns.formats import utterances
from callsigns.formats.source import open_source
from callsigns.formats.utterance import Utterance
from callsigns.records import Transmission

__all__ = ["Settings", "run"]


class Settings(NamedTuple):
    """What the command line asked for."""

    files: tuple[str, ...]
    output: str | None
    input_format: str
    column: str | None
    jobs: int
    quiet: bool
    work: Work


class _Inputs:
    """The files one after the other as one stream of utterances, opened as they are reached."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.meter: Meter | None = None

    def __iter__(self) -> Iterator[Utterance]:
        settings = self._settings
        for path in settings.files:
            source = open_source(path, warn=_silent if settings.quiet else _warn)
            self.meter = Meter(source, shown=_on_terminal(settings))
            try:
                yield from utterances(source, settings.input_format, settings.column)
            finally:
                self.meter.close()
                source.close()


def run(settings: Settings) -> None:
    """Parse all files into the output.

    Raises:
        CallsignsError: a file is broken; what was parsed before it is written.
        OSError: the output cannot be written.
    """
    counts = Counts()
    inputs = _Inputs(settings)
    if settings.work.output == "parquet":
        _write_table(settings, inputs, counts)
    else:
        engine = Engine(settings.work)
        with Output(settings.output, live=_is_live(settings)) as output:
            _write(settings, engine, inputs, output, counts)
    if _on_terminal(settings, summary=True):
        click.echo(_summary(counts), err=True)


def _write(settings: Settings, engine: Engine, inputs: _Inputs, output: Output, counts: Counts) -> None:
    writer = engine.writer
    output.write(writer.head)
    try:
        for result in _results(settings, engine, inputs):
            if counts.transmissions and writer.between and result.counts.transmissions:
                output.write(writer.between)
            output.write(result.text)
            counts.add(result.counts)
            if inputs.meter is not None:
                inputs.meter.advance(counts.transmissions)
    except OSError:
        raise
    except BaseException:
        output.write(writer.tail)
        raise
    output.write(writer.tail)


def _results(settings: Settings, engine: Engine, inputs: _Inputs) -> Iterator[Result]:
    if settings.jobs == 1:
        return (engine.run((utterance,)) for utterance in inputs)
    from callsigns.commands.parallel import results

    return results(engine, inputs, settings.jobs)


def _write_table(settings: Settings, inputs: _Inputs, counts: Counts) -> None:
    from callsigns.formats.writers.parquet import write

    def counted() -> Iterator[Transmission]:
        for transmission in Engine(settings.work).transmissions(inputs):
            counts.see(transmission)
            yield transmission

    with Output(settings.output) as output:
        write(counted(), output.binary, settings.work.options)


def _summary(counts: Counts) -> str:
    aircraft = len(counts.aircraft)
    return (
        f"{counts.transmissions:,} transmissions, {counts.callsigns:,} call signs, {aircraft:,} aircraft; "
        f"{counts.unread:,} not understood"
    )


def _on_terminal(settings: Settings, summary: bool = False) -> bool:
    if settings.quiet or not sys.stderr.isatty():
        return False
    # A bar would run through the results where both go to the terminal.
    return summary or settings.output not in (None, "-") or not sys.stdout.isatty()


def _is_live(settings: Settings) -> bool:
    """Whether somebody may be waiting for each line: standard input that is no file."""
    if "-" not in settings.files or settings.jobs > 1:
        return False
    try:
        return not stat.S_ISREG(os.fstat(sys.stdin.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _warn(message: str) -> None:
    click.echo(f"callsigns: warning: {message}", err=True)


def _silent(message: str) -> None:
    return
