"""What goes wrong: one clear line, a sensible exit code, and what was written stays valid."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.command.conftest import Run, Start

needs_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full (Linux)")
COMMAND = [sys.executable, "-m", "callsigns"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.txt"], "none.txt: cannot be read: No such file or directory"),
        (["."], ".: cannot be read: Is a directory"),
        (["--callsigns", "none.toml", "a.txt"], "none.toml: No such file or directory"),
    ],
)
def test_files_that_cannot_be_read(start: Start, tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "a.txt").write_text("roger\n")
    for jobs in ("1", "2"):
        result = start("parse", "--jobs", jobs, *arguments, cwd=tmp_path)
        assert (result.returncode, result.stderr.decode()) == (2, f"callsigns: {message}\n")


def test_an_empty_path_is_none(start: Start, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("roger\n")
    result = start("parse", "--output", "", "a.txt", cwd=tmp_path)
    assert (result.returncode, "expected a path" in result.stderr.decode()) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_broken_line_keeps_what_came_before(start: Start, tmp_path: Path, jobs: str) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"text": "roger"}\n' * 700 + '{"text": \n')
    target = tmp_path / "out.json"
    result = start("parse", "-f", "displacy", "-j", jobs, "-o", target, broken)
    assert result.returncode == 2
    assert result.stderr.decode().startswith(f"callsigns: {broken}: line 701: no JSON object")
    assert len(json.loads(target.read_text())) == 700


def test_undecodable_bytes_warn_once(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"roger\n\xff\xfe\xff\n\xff\n")
    result = start("parse", "-f", "jsonl", path)
    assert result.returncode == 0
    assert result.stderr.decode() == f"callsigns: warning: {path}: line 2: bytes that are not UTF-8 were replaced\n"
    assert start("parse", "-f", "jsonl", "--quiet", path).stderr == b""


@pytest.mark.parametrize("command", [("readbacks",), ("parse",), ("parse", "-j", "2")], ids=" ".join)
def test_warnings_are_lines_like_errors(start: Start, tmp_path: Path, command: tuple[str, ...]) -> None:
    """From whichever command and file: no class of Python's, no line of the code; and once, whoever reads the list."""
    path, traffic = tmp_path / "a.txt", tmp_path / "list.txt"
    path.write_bytes(b"roger \xff\n" * 1200)
    traffic.write_text("UAL452\nUAL452\n")
    told = start(*command, "--traffic", traffic, path).stderr.decode().splitlines()
    assert told == [
        f"callsigns: warning: {traffic}: line 2: aircraft UAL452 is listed more than once",
        f"callsigns: warning: {path}: line 1: bytes that are not UTF-8 were replaced",
    ]
    if command[0] == "parse":
        assert start(*command, "--quiet", "--traffic", traffic, path).stderr == b""


def test_input_that_ends_within_a_character(start: Start) -> None:
    result = start("parse", "-f", "jsonl", input="Praha, naslyšenou ď".encode()[:-1])
    assert result.returncode == 0
    assert json.loads(result.stdout)["text"] == "Praha, naslyšenou \ufffd"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_closed_pipe_ends_quietly(long_recording: Path, jobs: str) -> None:
    command = [*COMMAND, "parse", "-f", "jsonl", "-j", jobs, str(long_recording)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    assert json.loads(process.stdout.readline())["line"] == 1
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 0
    process.stderr.close()


@needs_full
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_full_disk(start: Start, long_recording: Path, jobs: str) -> None:
    with open("/dev/full", "wb") as full:
        result = start("parse", "-j", jobs, long_recording, stdout=full)
    assert (result.returncode, result.stderr) == (1, b"callsigns: output: No space left on device\n")
    result = start("parse", "-j", jobs, "-o", "/dev/full", long_recording)
    assert (result.returncode, result.stderr) == (1, b"callsigns: /dev/full: No space left on device\n")


@needs_full
@pytest.mark.parametrize("options", [["--version"], ["--help"], ["parse", "--help"], ["spell", "LGSA"]])
def test_a_full_disk_for_what_is_short(start: Start, options: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        result = start(*options, stdout=full)
    assert (result.returncode, result.stderr) == (1, b"callsigns: output: No space left on device\n")


@pytest.mark.parametrize(
    ("closed", "code", "told"),
    [
        ("<&-", 2, "callsigns: <stdin>: cannot be read: Bad file descriptor\n"),
        (">&-", 1, "callsigns: output: Bad file descriptor\n"),
        ("2>&-", 0, ""),
        ("<&- >&- 2>&-", 2, ""),
    ],
)
def test_standard_streams_that_are_closed(closed: str, code: int, told: str) -> None:
    """As a service may start it: a file that is opened next must not take their place."""
    line = f"echo 'Ascot 9908, go ahead' | {{ {' '.join(COMMAND)} parse - {closed}; }}"
    result = subprocess.run(["sh", "-c", line], capture_output=True, text=True, timeout=120, check=False)
    assert (result.returncode, result.stderr) == (code, told)
    assert ("RRR9908" in result.stdout) is (code == 0)


def test_an_output_that_cannot_be_written(start: Start, recording: Path, tmp_path: Path) -> None:
    result = start("parse", "-o", tmp_path, recording)
    assert (result.returncode, result.stderr.decode()) == (1, f"callsigns: {tmp_path}: Is a directory\n")
    target = tmp_path / "none" / "out.txt"
    result = start("parse", "-o", target, recording)
    assert (result.returncode, result.stderr.decode()) == (1, f"callsigns: {target}: No such file or directory\n")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupt_keeps_what_was_written(tmp_path: Path, jobs: str) -> None:
    target = tmp_path / "out.json"
    command = [*COMMAND, "parse", "-f", "displacy", "-j", jobs, "-o", str(target)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert process.stdin is not None
    process.stdin.write(b"Ascot 9908, go ahead\n" * 6000)
    process.stdin.flush()
    deadline = time.monotonic() + 60
    while not _has_content(tmp_path) and time.monotonic() < deadline:
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (130, b"callsigns: stopped\n")
    assert json.loads(target.read_text())
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def _has_content(folder: Path) -> bool:
    return any(path.stat().st_size > 1000 for path in folder.iterdir())


def test_a_line_of_a_live_source_comes_at_once() -> None:
    process = subprocess.Popen([*COMMAND, "parse", "-f", "jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    for number in (1, 2):
        process.stdin.write(b"Ascot 9908, go ahead\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["line"] == number
    process.communicate(timeout=60)
    assert process.returncode == 0


def test_a_summary_on_a_terminal_only(recording: Path) -> None:
    told = _on_terminal("parse", "-f", "jsonl", str(recording))
    assert "4 transmissions, 3 call signs, 2 aircraft; " in told
    assert _on_terminal("parse", "-f", "jsonl", "--quiet", str(recording)) == ""


def _on_terminal(*arguments: str) -> str:
    parent, child = pty.openpty()
    subprocess.run([*COMMAND, *arguments], stdout=subprocess.DEVNULL, stderr=child, check=True, timeout=120)
    os.close(child)
    try:
        return os.read(parent, 10_000).decode()
    except OSError:
        return ""
    finally:
        os.close(parent)


def test_unknown_commands_and_options(run: Run) -> None:
    assert run("prase").exit_code == 2
    assert run("parse", "--formt", "x").exit_code == 2
