"""The command in this process (``run``), and as people start it (``start``)."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from callsigns.cli import cli

LINES = """\
Benghazi, good morning, Ascot 9908.
Ascot 9908 with you again from Benina, flight plan route from Lima Golf Sierra Alpha.
Sorry about the trouble, sir, our radios are not working well.
Speedbird 12, descend flight level eight zero.
"""

Run = Callable[..., Result]
Start = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(autouse=True)
def as_on_a_terminal() -> Iterator[None]:
    """SIGINT as a process started by a person has it, whoever started the tests."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def run() -> Run:
    """Run the command with some arguments and, maybe, standard input."""

    def call(*arguments: str | Path, given: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=given)

    return call


@pytest.fixture
def start() -> Start:
    """Start the command as a process of its own."""

    def call(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "callsigns", *map(str, arguments)]
        settings = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 120, **options}
        return subprocess.run(command, check=False, **settings)  # type: ignore[call-overload,no-any-return]

    return call


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """Four transmissions in a text file."""
    path = tmp_path / "recording.txt"
    path.write_text(LINES, "utf-8")
    return path


@pytest.fixture
def long_recording(tmp_path: Path) -> Path:
    """Some thousand transmissions, no two with the same number."""
    path = tmp_path / "long.txt"
    lines = (f"Speedbird {number}, descend flight level eight zero.\n" for number in range(1, 1501))
    path.write_text("".join(lines), "utf-8")
    return path
