"""The fuzzer runs: its target takes any bytes, and its command ends with 0 when nothing is found."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.fuzz.target import run, text_of
from tests.house.source import ROOT


@pytest.mark.parametrize("data", [b"", b"\x00", b"\x01a\nb", b"\x02Delta One", b"\x03\xff\xfe", b"\x80abc", b"\xff"])
def test_any_bytes(data: bytes) -> None:
    assert isinstance(text_of(data), str)
    run(data)


def test_command() -> None:
    """A few inputs without atheris, which a stranger does not have."""
    command = [sys.executable, "-m", "tests.fuzz", "--runs", "50", "--seconds", "20", "--without-atheris"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "nothing found" in result.stdout
