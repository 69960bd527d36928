"""The bar and the counter of long runs, on what passes for a terminal."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from callsigns.commands import progress
from callsigns.formats.source import Source, open_source

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Capture:
    """Standard error as a terminal, and no patience."""
    pytest.importorskip("rich", reason="needs rich: pip install 'callsigns[terminal]'")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    monkeypatch.setattr(progress, "_EVERY", 0)
    return capsys


def test_a_bar_where_the_size_is_known(terminal: Capture, recording: Path) -> None:
    source = open_source(recording)
    meter = progress.Meter(source, shown=True)
    assert len(list(source.lines())) == 4
    meter.advance(2)
    meter.advance(4)
    meter.close()
    shown = terminal.readouterr().err
    assert "4 transmissions" in shown
    assert "100%" in shown
    source.close()


def test_a_counter_where_it_is_not(terminal: Capture) -> None:
    source = Source("<stdin>", cast(BinaryIO, io.BytesIO(b"roger\n")))
    meter = progress.Meter(source, shown=True)
    meter.advance(12345)
    meter.close()
    shown = terminal.readouterr().err
    assert "12,345 transmissions" in shown
    assert "%" not in shown


def test_nothing_where_it_is_not_wanted_or_rich_is_missing(
    terminal: Capture, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = open_source(recording)
    progress.Meter(source, shown=False).advance(1)
    monkeypatch.setitem(sys.modules, "rich.console", None)
    meter = progress.Meter(source, shown=True)
    meter.advance(1)
    meter.advance(2)
    meter.close()
    assert terminal.readouterr().err == ""
    source.close()
