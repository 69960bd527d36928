"""Open what a user hands over: a path or a stream, plain or gzip, UTF-8, 16 or 32, with or without a byte order mark.

``b"\\xef\\xbb\\xbfTower, Speedbird 12\\n"`` -> ``["Tower, Speedbird 12\\n"]``, one line at a time, so that memory does
not grow with the file.
"""

from __future__ import annotations

import io
import os
import stat
import sys
import warnings
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO, cast

from callsigns.errors import InputError

__all__ = ["Source", "Warn", "open_source"]

Warn = Callable[[str], None]
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CHUNK = 1 << 16
# How files begin that hold no text, and what they are: people hand over the recording itself, or a document.
_NO_TEXT = (
    (b"RIFF", "sound"), (b"ID3", "sound"), (b"\xff\xfb", "sound"), (b"\xff\xf3", "sound"), (b"OggS", "sound"),
    (b"fLaC", "sound"), (b"\x1aE\xdf\xa3", "sound or a film"), (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a document or an archive (docx, xlsx, zip)"), (b"\xd0\xcf\x11\xe0", "a document (doc, xls)"),
    (b"PAR1", "a Parquet table"),
)  # fmt: skip


def _warn(message: str) -> None:
    warnings.warn(message, UnicodeWarning, stacklevel=4)


class Source:
    """One open input: ``name`` for messages, ``label`` for ``Transmission.source`` (``None`` for a stream)."""

    def __init__(self, name: str, stream: BinaryIO, label: str | None = None, warn: Warn = _warn) -> None:
        self.name = name
        self.label = label
        self._raw = stream
        self._warn = warn
        self._bytes = _decompressed(stream)
        self._held: deque[str] = deque()
        self._decoded = self._decode()

    def lines(self) -> Iterator[str]:
        """Lines with their ends, the held ones first.

        Raises:
            InputError: the stream cannot be read to its end (a directory, a truncated gzip file).
        """
        while self._held:
            yield self._held.popleft()
        with self._placed():
            yield from self._decoded

    def peek(self, count: int) -> list[str]:
        """The next ``count`` lines (fewer at the end), which ``lines`` gives again."""
        with self._placed():
            while len(self._held) < count:
                line = next(self._decoded, None)
                if line is None:
                    break
                self._held.append(line)
        return list(self._held)[:count]

    @contextmanager
    def _placed(self) -> Iterator[None]:
        try:
            yield
        except (OSError, EOFError, zlib.error) as error:
            raise InputError(f"{self.name}: cannot be read: {_reason(error)}") from error

    def read_text(self) -> str:
        """The rest as one string, for formats that are one document."""
        return "".join(self.lines())

    def error(self, line: int | None, expected: str) -> InputError:
        """An error that names the file and the line."""
        place = self.name if line is None else f"{self.name}: line {line}"
        return InputError(f"{place}: {expected}")

    def progress(self) -> tuple[int, int | None]:
        """Bytes read so far, and of how many where that is known."""
        try:
            status = os.fstat(self._raw.fileno())
            size = status.st_size if stat.S_ISREG(status.st_mode) else None
            return (self._raw.tell() if size is not None else 0), size
        except (OSError, ValueError, io.UnsupportedOperation):
            return 0, None

    def close(self) -> None:
        """Close what was opened; standard input stays open."""
        if self.label is not None:
            self._raw.close()

    def _decode(self) -> Iterator[str]:
        head = self._bytes.peek(64)
        other = _no_text(head)
        if other is not None:
            raise self.error(None, f"expected a transcript, found {other}")
        encoding = _encoding(head)
        if encoding.startswith(("utf-16", "utf-32")):
            yield from self._decode_wide(encoding)
            return
        warned = False
        for number, raw in enumerate(self._bytes, 1):
            if number == 1 and encoding == "utf-8-sig":
                raw = raw.removeprefix(b"\xef\xbb\xbf")
            try:
                yield raw.decode()
            except UnicodeDecodeError:
                if not warned:
                    self._warn(f"{self.name}: line {number}: bytes that are not UTF-8 were replaced")
                warned = True
                yield raw.decode(errors="replace")

    def _decode_wide(self, encoding: str) -> Iterator[str]:
        warned = False
        wrapper = io.TextIOWrapper(cast(IO[bytes], self._bytes), encoding, errors="replace", newline="\n")
        for number, line in enumerate(wrapper, 1):
            if "\ufffd" in line and not warned:
                warned = True
                self._warn(f"{self.name}: line {number}: bytes that are not {encoding[:6].upper()} were replaced")
            yield line
        wrapper.detach()


def _decompressed(stream: BinaryIO) -> io.BufferedReader:
    buffered = (
        stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream), _CHUNK)
    )
    if _peek(buffered)[:2] == b"\x1f\x8b":
        from gzip import GzipFile

        return _buffered(GzipFile(fileobj=buffered))
    return buffered


def _buffered(stream: object) -> io.BufferedReader:
    return io.BufferedReader(cast(io.RawIOBase, stream), _CHUNK)


def _peek(stream: io.BufferedReader) -> bytes:
    try:
        return stream.peek(64)
    except (OSError, EOFError, zlib.error):
        # The error returns with its place when the lines are read.
        return b""


def _no_text(head: bytes) -> str | None:
    """What is in a file that holds no text, told by how it begins, where no text could go on so."""
    if all(8 < byte < 127 for byte in head):
        return None
    found = next((what for mark, what in _NO_TEXT if head.startswith(mark)), None)
    return "sound or a film" if head[4:8] == b"ftyp" else found


def _encoding(head: bytes) -> str:
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    # Text without a mark: in Latin script nearly every second byte of UTF-16 is zero, and none of UTF-8.
    even, odd = head[0:40:2], head[1:40:2]
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if len(zeros) > 1 and zeros.count(0) > 0.7 * len(zeros) and others.count(0) == 0:
            return encoding
    return "utf-8"


def _reason(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def open_source(path: str | os.PathLike[str], warn: Warn = _warn) -> Source:
    """Open a path, or standard input for ``-``.

    Raises:
        InputError: no such file, a directory, or no permission.
    """
    name = os.fspath(path)
    if name == "-":
        return Source("<stdin>", cast(BinaryIO, sys.stdin.buffer), None, warn)
    try:
        if os.path.isdir(name):
            raise IsADirectoryError(21, "Is a directory")
        return Source(name, open(name, "rb"), name, warn)
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: cannot be read: {_reason(error)}") from error
