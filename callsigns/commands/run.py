"""The way through ``parse``: open each file, read utterances, let the engine work, write in order, tell the summary.

``Settings(files=("benina.txt",), ...)`` -> ten blocks of text on standard output.
"""

from __future__ import annotations

import os
import stat
import sys
import warnings
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

import click

from callsigns.commands.engine import Counts, Engine, Result, Work
from callsigns.commands.interrupt import Interrupt
from callsigns.commands.output import Output
from callsigns.commands.progress import Meter
from callsigns.formats import utterances
from callsigns.formats.source import open_source
from callsigns.formats.utterance import Utterance
from callsigns.formats.writers import Writer
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
            source = open_source(path)
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
        KeyboardInterrupt: Ctrl-C came; what was read before it is written.
    """
    if settings.quiet:
        warnings.simplefilter("ignore")  # while the command runs
    counts = Counts()
    inputs = _Inputs(settings)
    with Interrupt() as interrupt:
        utterances = interrupt.between(inputs)
        if settings.work.output == "parquet":
            _write_table(settings, utterances, counts)
        else:
            engine = Engine(settings.work)
            with Output(settings.output, live=_is_live(settings)) as output:
                results = _results(engine, utterances, settings.jobs)
                _write(engine.writer, _counted(results, counts, inputs), output)
    if _on_terminal(settings, summary=True):
        click.echo(_summary(counts), err=True)


def _write(writer: Writer, results: Iterable[Result], output: Output) -> None:
    """Write a document; it is ended whatever ends the results, but for a failed write."""
    output.write(writer.head)
    between = ""
    try:
        for result in results:
            if result.counts.transmissions:
                output.write(between + result.text)
                between = writer.between
    except OSError:
        raise
    except BaseException:
        output.write(writer.tail)
        raise
    output.write(writer.tail)


def _counted(results: Iterable[Result], counts: Counts, inputs: _Inputs) -> Iterator[Result]:
    """The results; each is counted and shown when the next is asked for, since it was written then."""
    for result in results:
        yield result
        counts.add(result.counts)
        if inputs.meter is not None:
            inputs.meter.advance(counts.transmissions)


def _results(engine: Engine, utterances: Iterable[Utterance], jobs: int) -> Iterator[Result]:
    if jobs == 1:
        return (engine.run((utterance,)) for utterance in utterances)
    from callsigns.commands.parallel import results

    return results(engine, Engine.run, utterances, jobs)


def _transmissions(engine: Engine, utterances: Iterable[Utterance], jobs: int) -> Iterator[Transmission]:
    if jobs == 1:
        return engine.transmissions(utterances)
    from callsigns.commands.parallel import results

    return chain.from_iterable(results(engine, Engine.records, utterances, jobs))


def _write_table(settings: Settings, utterances: Iterable[Utterance], counts: Counts) -> None:
    from callsigns.formats.writers.parquet import write

    def counted() -> Iterator[Transmission]:
        for transmission in _transmissions(Engine(settings.work), utterances, settings.jobs):
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
