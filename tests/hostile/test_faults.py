"""Broken machines: killed while writing, a full disk, a reader that leaves, a file that grows, a terminal.

What ``tests/command/test_failures.py`` says about one line on standard error is not said again; here it is about what
is left behind.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import pty
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "callsigns"]
LINE = b"Speedbird 12, descend flight level eight zero.\n"


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """Enough lines that a run can be met in the middle."""
    path = tmp_path / "long.txt"
    path.write_bytes(LINE * 60_000)
    return path


def _wait_for(path: Path, pattern: str, process: subprocess.Popen[bytes], size: int = 1) -> Path:
    """The first file of a pattern that has grown to a size."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        found = [p for p in path.glob(pattern) if p.stat().st_size >= size]
        if found:
            return found[0]
        assert process.poll() is None, "ended too early"
        time.sleep(0.01)
    raise AssertionError(f"no {pattern}")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_while_writing_leaves_the_old_file(tmp_path: Path, long: Path, jobs: str) -> None:
    """SIGKILL: under the name stands what stood there before; the unfinished part is valid up to its last line."""
    target = tmp_path / "out.jsonl"
    target.write_text("what was there\n")
    command = [*COMMAND, "parse", "-f", "jsonl", "-j", jobs, "-o", str(target), str(long)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    part = _wait_for(tmp_path, ".out.jsonl.*.part", process, 20_000)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
    assert target.read_text() == "what was there\n"
    *whole, _ = part.read_bytes().split(b"\n")
    assert len(whole) > 10
    assert [json.loads(line)["line"] for line in whole] == list(range(1, len(whole) + 1))


def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path, long: Path) -> None:
    """Each worker holds the standard error that it was given, which ends when the last of them has."""
    command = [*COMMAND, "parse", "-f", "jsonl", "-j", "3", "-o", str(tmp_path / "out.jsonl"), str(long)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    _wait_for(tmp_path, ".out.jsonl.*.part", process, 20_000)
    process.kill()
    try:
        process.communicate(timeout=30)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def test_killed_while_writing_to_a_pipe(tmp_path: Path, long: Path) -> None:
    """What came through is valid up to its last line."""
    process = subprocess.Popen([*COMMAND, "parse", "-f", "jsonl", str(long)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    first = process.stdout.readline()
    process.kill()
    *whole, _ = (first + process.stdout.read()).split(b"\n")
    process.wait(60)
    process.stdout.close()
    assert [json.loads(line)["line"] for line in whole] == list(range(1, len(whole) + 1))


def test_a_run_after_a_killed_one_succeeds(tmp_path: Path) -> None:
    """Nothing that a dead process left is in the way."""
    source, target = tmp_path / "in.txt", tmp_path / "out.jsonl"
    source.write_bytes(LINE)
    (tmp_path / ".out.jsonl.1.part").write_text("left behind")
    subprocess.run([*COMMAND, "parse", "-f", "jsonl", "-o", str(target), str(source)], check=True, timeout=60)
    assert json.loads(target.read_text())["line"] == 1


@pytest.mark.parametrize("output_format", ["jsonl", "csv", "conll", "html", "text"])
def test_a_disk_that_fills_up(tmp_path: Path, long: Path, output_format: str) -> None:
    """A file can grow no more in the middle (as with a full disk or a quota): exit 1, and the old file stands."""
    target = tmp_path / "out"
    target.write_text("what was there\n")

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    lines = tmp_path / "some.txt"
    lines.write_bytes(LINE * 1500)
    command = [*COMMAND, "parse", "-f", output_format, "-o", str(target), str(lines)]
    result = subprocess.run(command, capture_output=True, preexec_fn=small, timeout=120, check=False)
    assert result.returncode == 1, result.stderr
    assert result.stderr.count(b"\n") == 1
    assert result.stderr.startswith(b"callsigns: ")
    assert target.read_text() == "what was there\n"
    assert not list(tmp_path.glob(".out*"))


@pytest.mark.parametrize("output_format", ["text", "jsonl", "csv", "conll", "html"])
def test_head_takes_one_line(long: Path, output_format: str) -> None:
    """``callsigns parse ... | head -1``, in a real shell, with the exit code of each."""
    shell = f'"{sys.executable}" -m callsigns parse -f {output_format} "{long}" | head -1; echo "${{PIPESTATUS[@]}}"'
    result = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, timeout=120, check=False)
    assert result.stderr == ""
    assert result.stdout.splitlines()[-1] == "0 0"


def test_a_reader_that_left_before_anything_came() -> None:
    """The pipe is closed before the first line."""
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.Popen(
        [*COMMAND, "parse", "-f", "jsonl"], stdin=subprocess.PIPE, stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    _, told = process.communicate(LINE, timeout=60)
    assert (process.returncode, told) == (0, b"")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_that_grows_while_it_is_read(tmp_path: Path, jobs: str) -> None:
    """Every line that is read is read whole, in order; the run ends though the file did not stand still."""
    path, target = tmp_path / "live.txt", tmp_path / "out.jsonl"
    path.write_bytes(LINE * 8_000)
    command = [*COMMAND, "parse", "-f", "jsonl", "-j", jobs, "-o", str(target), str(path)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    _wait_for(tmp_path, ".out.jsonl.*.part", process)
    with path.open("ab") as file:
        for _ in range(50):
            file.write(LINE * 20)
            file.flush()
            time.sleep(0.005)
    _, told = process.communicate(timeout=120)
    assert (process.returncode, told) == (0, b"")
    found = [json.loads(line) for line in target.read_text().splitlines()]
    assert [row["line"] for row in found] == list(range(1, len(found) + 1))
    assert 8_000 <= len(found) <= 9_000
    assert {row["text"] for row in found} == {LINE.decode().rstrip()}


def test_a_file_that_is_cut_while_it_is_read(tmp_path: Path) -> None:
    """Another program empties it: what was read stays valid."""
    path, target = tmp_path / "live.txt", tmp_path / "out.jsonl"
    path.write_bytes(LINE * 40_000)
    process = subprocess.Popen([*COMMAND, "parse", "-f", "jsonl", "-o", str(target), str(path)], stderr=subprocess.PIPE)
    _wait_for(tmp_path, ".out.jsonl.*.part", process)
    os.truncate(path, 0)
    process.communicate(timeout=120)
    assert process.returncode == 0
    assert all(json.loads(line)["line"] for line in target.read_text().splitlines())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("cut", [1, 2, 3])
def test_input_cut_anywhere_in_its_last_character(encoding: str, cut: int) -> None:
    """However much of the last character is missing, the line before it is read, and the rest is marked."""
    whole = "delta three oh six\nPraha 🛩".encode(encoding)
    result = subprocess.run(
        [*COMMAND, "parse", "-f", "jsonl"], input=whole[:-cut], capture_output=True, timeout=60, check=False
    )
    assert result.returncode == 0, result.stderr
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert rows[0]["callsigns"][0]["icao"] == "DAL306"
    assert rows[1]["text"].startswith("Praha ")


def test_stopped_on_a_terminal_gives_what_was_read(tmp_path: Path) -> None:
    """Ctrl-C on a terminal that shows results as they come: whole lines, one more for the end, exit code 130."""
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "parse", "-f", "jsonl"], stdin=subprocess.PIPE, stdout=child, stderr=subprocess.PIPE
    )
    os.close(child)
    assert process.stdin is not None
    process.stdin.write(LINE)
    process.stdin.flush()
    shown = b""
    while not shown.endswith(b"\n"):
        shown += os.read(parent, 10_000)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    os.close(parent)
    assert json.loads(shown)["line"] == 1
    assert (process.returncode, told) == (130, b"callsigns: stopped\n")


def test_csv_stays_a_table_when_stopped(tmp_path: Path) -> None:
    """What stands in the file after Ctrl-C can be read, every row with all its columns."""
    target = tmp_path / "out.csv"
    command = [*COMMAND, "parse", "-f", "csv", "-o", str(target)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin is not None
    process.stdin.write(LINE * 2000)
    process.stdin.flush()
    _wait_for(tmp_path, ".out.csv.*.part", process, 1000)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 130
    rows = list(csv.reader(io.StringIO(target.read_text("utf-8"))))
    assert len(rows) > 10
    assert {len(row) for row in rows} == {len(rows[0])}
