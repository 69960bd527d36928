"""How far a long run is, on a terminal: a bar where the size is known, a counter where it is not.

Nothing is shown, and nothing imported, in the first second or when standard error is no terminal.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from callsigns.formats.source import Source

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

__all__ = ["Meter"]

_PATIENCE = 1.0
_EVERY = 0.1


class Meter:
    """Shows how much of a source was read; ``advance`` is cheap enough to call for every result."""

    def __init__(self, source: Source, shown: bool) -> None:
        self._source = source
        self._next = time.monotonic() + _PATIENCE if shown else float("inf")
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def advance(self, transmissions: int) -> None:
        """Tell how many transmissions were written so far."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _EVERY
        done, size = self._source.progress()
        if self._bar is None and not self._open(size):
            self._next = float("inf")
            return
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done, total=size, lines=f"{transmissions:,} transmissions")

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def _open(self, size: int | None) -> bool:
        try:
            from rich.console import Console
            from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
        except ImportError:
            # rich is an extra (callsigns[terminal]); without it a run is silent.
            return False
        known = (BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TimeRemainingColumn()) if size else ()
        console = Console(file=sys.stderr)
        self._bar = Progress(
            SpinnerColumn(), TextColumn("{task.fields[lines]}"), *known, console=console, transient=True
        )
        self._task = self._bar.add_task("", total=size, lines="")
        self._bar.start()
        return True
