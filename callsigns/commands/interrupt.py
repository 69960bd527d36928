"""Ctrl-C between two utterances, never within what is written.

Within ``with Interrupt() as interrupt`` a SIGINT is remembered; ``interrupt.between(lines)`` raises it as
``KeyboardInterrupt`` when the next line is asked for, or at once while that line is waited for.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable, Iterator
from types import FrameType, TracebackType
from typing import TypeVar

__all__ = ["Interrupt"]

T = TypeVar("T")


class Interrupt:
    """Remembers the first Ctrl-C until it does no harm; a second one does not wait."""

    def __init__(self) -> None:
        self._came = False
        self._told = False
        self._reading = False
        self._installed = False

    def __enter__(self) -> Interrupt:
        # Elsewhere Python delivers no signals; a caller that ignores or handles SIGINT keeps its own way.
        main = threading.current_thread() is threading.main_thread()
        if main and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            self._installed = True
            signal.signal(signal.SIGINT, self._handle)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._installed:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        if kind is None and self._came and not self._told:
            raise KeyboardInterrupt

    def between(self, items: Iterable[T]) -> Iterator[T]:
        """The items; a Ctrl-C is raised here, before or while the next one is read."""
        rest = iter(items)
        while True:
            self._reading = True
            try:
                if self._came and not self._told:
                    self._tell()
                item = next(rest)
            except StopIteration:
                return
            finally:
                self._reading = False
            yield item

    def _handle(self, number: int, frame: FrameType | None) -> None:
        again, self._came = self._came, True
        if again or self._reading:
            self._tell()

    def _tell(self) -> None:
        self._told = True
        raise KeyboardInterrupt
