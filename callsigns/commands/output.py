"""Where results go: standard output, or a file that appears under its name only when it is whole.

``--output table.csv`` writes ``.table.csv.1234.part`` beside it and renames at the end; a reader never sees half of it.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from types import TracebackType
from typing import BinaryIO, cast

import click

from callsigns.errors import CallsignsError

__all__ = ["Output"]


class Output:
    """A context that takes text; on broken input or Ctrl-C what was written is kept, on a failed write it is not."""

    def __init__(self, path: str | None, *, live: bool = False) -> None:
        if path == "":
            raise click.BadParameter("expected a path, found nothing", param_hint="--output")
        self.path = path
        self._live = live
        self._part: str | None = None
        self._stream: BinaryIO

    def __enter__(self) -> Output:
        if self.path is None or self.path == "-":
            self._stream = cast(BinaryIO, sys.stdout.buffer)
            return self
        target = os.path.realpath(self.path)
        if _is_special(target):
            self._stream = open(target, "wb")
            return self
        head, name = os.path.split(target)
        part = os.path.join(head, f".{name}.{os.getpid()}.part")
        self._stream = _named(part, self.path)
        self._part, self._target = part, target
        return self

    @property
    def binary(self) -> BinaryIO:
        """The stream, for formats that are bytes."""
        return self._stream

    def write(self, text: str) -> None:
        """Write as UTF-8; halves of surrogate pairs, which it has no form for, are written as escapes."""
        if text:
            self._stream.write(text.encode("utf-8", "backslashreplace"))
            if self._live:
                self._stream.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, OSError) and error.filename is None:
            error.filename = self.path
        keep = kind is None or issubclass(kind, CallsignsError | KeyboardInterrupt)
        try:
            if keep:
                self._stream.flush()
            if self._stream is not sys.stdout.buffer:
                self._stream.close()
            if keep and self._part:
                os.replace(self._part, self._target)
                self._part = None
        except OSError as failure:
            failure.filename = failure.filename or self.path
            raise
        finally:
            self._discard()

    def _discard(self) -> None:
        if self._part:
            with contextlib.suppress(OSError):
                self._stream.close()
            with contextlib.suppress(OSError):
                os.unlink(self._part)


def _is_special(target: str) -> bool:
    try:
        mode = os.stat(target).st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _named(part: str, path: str) -> BinaryIO:
    if os.path.isdir(path):
        raise IsADirectoryError(21, "Is a directory", path)
    try:
        return open(part, "wb")
    except OSError as error:
        error.filename = path
        raise
