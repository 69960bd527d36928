"""Ctrl-C at every step of a run: what was written is whole, and a beginning of what would have been written."""

from __future__ import annotations

import csv
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from callsigns.commands.engine import Work
from callsigns.commands.interrupt import Interrupt
from callsigns.commands.options import parser_with
from callsigns.commands.run import Settings, run
from tests.volume import share

LINES = "Ascot 9908, go ahead\nBronco 71, climb flight level 80\nroger\n"
# The modules through which a result goes from the parser to the file.
WATCHED = (f"callsigns{os.sep}commands{os.sep}", f"callsigns{os.sep}formats{os.sep}", f"frames{os.sep}parquet")


def _json_lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def _json(path: Path) -> list[Any]:
    return list(json.loads(path.read_text()))


def _rows(path: Path) -> list[Any]:
    return list(csv.DictReader(path.open(newline="")))


def _parquet(path: Path) -> list[Any]:
    return list(pytest.importorskip("pyarrow.parquet").read_table(path).column("text").to_pylist())


FORMATS: dict[str, Callable[[Path], list[Any]]] = {
    "jsonl": _json_lines,
    "displacy": _json,
    "labelstudio": _json,
    "csv": _rows,
    "parquet": _parquet,
}


class Steps:
    """Counts the lines of code that a run goes through, and presses Ctrl-C at one of them."""

    def __init__(self, press_at: int | None = None) -> None:
        self.count = 0
        self._press_at = press_at
        self._process = os.getpid()

    def __call__(self, frame: FrameType, event: str, argument: object) -> Steps | None:
        if event == "call":
            return self if any(name in frame.f_code.co_filename for name in WATCHED) else None
        # A worker that was forked has these steps too.
        if event == "line" and os.getpid() == self._process:
            self.count += 1
            if self.count == self._press_at:
                signal.raise_signal(signal.SIGINT)
        return self

    def run(self, settings: Settings) -> bool:
        """Run under these steps; tell whether Ctrl-C ended it."""
        before = sys.gettrace()
        sys.settrace(self)
        try:
            run(settings)
        except KeyboardInterrupt:
            return True
        finally:
            sys.settrace(before)
        return False


def _settings(source: Path, target: Path, output: str, jobs: int) -> Settings:
    return Settings((str(source),), str(target), "txt", None, jobs, True, Work(output=output))


@pytest.mark.parametrize(("output", "jobs"), [*((name, 1) for name in FORMATS), ("displacy", 2), ("parquet", 2)])
def test_ctrl_c_at_every_step(tmp_path: Path, output: str, jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    if output == "parquet":
        pytest.importorskip("pyarrow", reason="needs pyarrow: pip install 'callsigns[arrow]'")
    parser = parser_with(())
    monkeypatch.setattr("callsigns.commands.engine.parser_with", lambda grammars: parser)
    monkeypatch.setattr("callsigns.commands.parallel.CHUNK", 1)
    source, target, read = tmp_path / "tape.txt", tmp_path / "out", FORMATS[output]
    source.write_text(LINES)
    settings = _settings(source, target, output, jobs)
    Steps().run(settings)  # what is loaded once is loaded now
    steps = Steps()
    assert not steps.run(settings)
    whole = read(target)
    assert len(whole) == 3
    lengths = set()
    # A run in one process takes milliseconds, one with workers a tenth of a second.
    runs = share(400) if jobs == 1 else max(20, share(40))
    for step in range(1, steps.count, max(1, steps.count // runs)):
        target.unlink(missing_ok=True)
        assert Steps(step).run(settings), step
        assert {path.name for path in tmp_path.iterdir()} <= {"tape.txt", "out"}
        if target.exists():
            kept = read(target)
            assert kept == whole[: len(kept)], step
            lengths.add(len(kept))
    assert lengths == {0, 1, 2, 3}


def test_ctrl_c_while_waiting_for_a_line() -> None:
    seen: list[int] = []

    def lines() -> Iterator[int]:
        yield 1
        signal.raise_signal(signal.SIGINT)
        pytest.fail("Ctrl-C did not end the wait")

    def read() -> None:
        with Interrupt() as interrupt:
            seen.extend(interrupt.between(lines()))

    with pytest.raises(KeyboardInterrupt):
        read()
    assert seen == [1]


def test_a_second_ctrl_c_does_not_wait() -> None:
    with Interrupt():
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_after_the_last_line_is_told_at_the_end() -> None:
    done: list[int] = []

    def write() -> None:
        with Interrupt() as interrupt:
            done.extend(interrupt.between([1]))
            signal.raise_signal(signal.SIGINT)
            done.append(2)

    with pytest.raises(KeyboardInterrupt):
        write()
    assert done == [1, 2]


def test_who_handles_ctrl_c_alone_goes_on_doing_so() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with Interrupt() as interrupt:
        signal.raise_signal(signal.SIGINT)
        assert list(interrupt.between("ab")) == ["a", "b"]
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_a_thread_has_no_signals() -> None:
    seen: list[str] = []

    def work() -> None:
        with Interrupt() as interrupt:
            seen.extend(interrupt.between("ab"))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == ["a", "b"]
