"""The command ``callsigns``: a group whose commands are imported when they are called.

``callsigns parse benina.txt`` -> ``callsigns.commands.parse``; errors become one line on standard error.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import IO, Any, NoReturn

import click

from callsigns.errors import CallsignsError

__all__ = ["cli", "main"]

# Each module defines ``command``; the line is its help in the list, so that listing imports none of them.
COMMANDS = {
    "parse": ("parse", "Read transmissions: who calls whom, what kind of message, which values."),
    "spell": ("spell", "Spell letters and figures aloud, or read a spelling back."),
    "lookup": ("lookup", "Look up a designator, telephony, location indicator or place."),
    "explain": ("explain", "Tell how one line was read, and what was dropped and why."),
    "readbacks": ("readbacks", "List readbacks that differ from what was said, or are missing."),
    "evaluate": ("evaluate", "Score the parser on lines with known answers."),
    "grammar": ("grammar", "Check a grammar file of your own."),
    "schema": ("schema", "Print the JSON Schema of a transmission."),
}


class Failure(click.ClickException):
    """What ends the command with one line on standard error."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.splitlines()))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line."""
        click.echo(f"callsigns: {self.message}", file=file or sys.stderr)


class BrokenInput(Failure):
    """A file of the user's cannot be read."""

    exit_code = 2


class Stopped(Failure):
    """Ctrl-C: 128 and the number of SIGINT, as shells count."""

    exit_code = 130


class Commands(click.Group):
    """A group that imports a command when it is called, and turns errors into exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"callsigns.commands.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options, of which some print something and end."""
        with _faults_told(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _faults_told(ctx):
            with warnings.catch_warnings():
                warnings.showwarning = _show_warning
                result = super().invoke(ctx)
            sys.stdout.flush()
            return result


@contextmanager
def _faults_told(ctx: click.Context) -> Iterator[None]:
    """Broken input and grammars end with 2, a full disk with 1, Ctrl-C with 130, a closed pipe quietly."""
    try:
        yield
    except CallsignsError as error:
        raise BrokenInput(str(error)) from error
    except KeyboardInterrupt as error:
        raise Stopped("stopped") from error
    except BrokenPipeError:
        _discard_output()
        ctx.exit(0)
    except OSError as error:
        _end_on_os_error(error)


def _show_warning(message: Warning | str, *_: object, **_named: object) -> None:
    """One line like that of an error, without the place in the code."""
    click.echo(f"callsigns: warning: {' '.join(str(message).splitlines())}", err=True)


def _end_on_os_error(error: OSError) -> NoReturn:
    _discard_output()
    where = f"{error.filename}: " if error.filename else "output: "
    raise Failure(f"{where}{error.strerror or error}") from error


def _discard_output() -> None:
    # What is still buffered would fail a second time when the interpreter ends.
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def _version(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from callsigns import __version__

        click.echo(f"callsigns {__version__}")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version and end."
)
def cli() -> None:
    """Read aeronautical radio transmissions.

    \b
    Example:
      callsigns parse recording.txt
    """


def main() -> None:
    """Entry point of the script."""
    gc.disable()  # while the grammar is read nothing becomes garbage; the engine turns it on again
    _stand_in()
    try:
        cli(prog_name="callsigns")
    except SystemExit as end:
        if end.code == 0 and threading.active_count() == 1:  # others are waited for, and with them worker processes
            _leave()
        raise


def _stand_in() -> None:
    """A standard stream that the caller has closed fails when it is used; what is said on a closed standard error is
    lost. Else the next file would take its number."""
    closed = (("stdin", os.O_WRONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w"))
    for number, (name, access, mode) in enumerate(closed):
        if getattr(sys, name) is None:
            os.dup2(os.open(os.devnull, access), number)
            setattr(sys, name, os.fdopen(number, mode, closefd=False))


def _leave() -> None:
    """End at once when all is well: taking apart what the grammar was read into takes a twentieth of a short run."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(0)
