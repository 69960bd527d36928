"""Run the fuzzer: ``python -m tests.fuzz [--runs N] [--seconds S] [--seed N] [--corpus DIR]``.

With atheris (``pip install atheris``; Linux and macOS, Python 3.11 and later) inputs are chosen by the branches that
they reach; without it Hypothesis chooses them. The same seed begins with the same inputs, so that a fault can be seen
again; another one finds others. What is found stands in ``crash-*`` beside DIR, and is printed as a line
for ``tests/hostile/crashes.txt``. Ends with 1 when something was found.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.target import run, seeds, text_of

LINES = Path(__file__).parents[1] / "corpus"


def main() -> int:
    """Fuzz in a process of its own where atheris is there: libFuzzer ends its process."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=20_000, help="inputs to try (20,000)")
    parser.add_argument("--seconds", type=int, default=40, help="time after which to end, 0 for none (40)")
    parser.add_argument("--seed", type=int, default=1, help="where chance begins (1)")
    parser.add_argument("--corpus", type=Path, help="folder in which interesting inputs are kept from run to run")
    parser.add_argument("--without-atheris", action="store_true", help="let Hypothesis choose the inputs")
    options = parser.parse_args()
    if options.without_atheris or importlib.util.find_spec("atheris") is None:
        return _with_hypothesis(options.runs, options.seconds, options.seed)
    with tempfile.TemporaryDirectory() as temporary:
        return _with_atheris(options.runs, options.seconds, options.seed, options.corpus or Path(temporary) / "corpus")


def _with_atheris(runs: int, seconds: int, seed: int, corpus: Path) -> int:
    corpus.mkdir(parents=True, exist_ok=True)
    lines = [
        line
        for name in ("speech", "written", "noisy")
        for line in (LINES / f"{name}.txt").read_text("utf-8").splitlines()
    ]
    for number, begun in enumerate(seeds(lines)):
        (corpus / f"seed{number}").write_bytes(begun)
    before = set(corpus.parent.glob("crash-*"))
    command = [sys.executable, "-m", "tests.fuzz.guided", str(corpus), f"-runs={runs}", "-max_len=600", "-timeout=20"]
    command += [
        f"-max_total_time={seconds}",
        f"-artifact_prefix={corpus.parent}/",
        "-print_final_stats=1",
        f"-seed={seed}",
    ]
    code = subprocess.run(command, check=False).returncode
    for path in sorted({*corpus.parent.glob("crash-*"), *corpus.parent.glob("timeout-*")} - before):
        _tell(path.read_bytes())
    return 1 if code else 0


def _with_hypothesis(runs: int, seconds: int, seed: int) -> int:
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import seed as seeded
    from hypothesis import strategies as st

    end = time.monotonic() + (seconds or 10**9)
    tried = 0

    @seeded(seed)
    @settings(max_examples=runs, deadline=None, database=None, suppress_health_check=[*HealthCheck], phases=[*Phase])
    @given(st.binary(max_size=600))
    def one(data: bytes) -> None:
        nonlocal tried
        if time.monotonic() < end:
            tried += 1
            try:
                run(data)
            except Exception:
                _tell(data)
                raise

    try:
        one()
    except Exception as error:  # whatever it is, it is what the fuzzer was for
        print(f"found after {tried} inputs: {error!r}")
        return 1
    print(f"{tried} inputs chosen by Hypothesis, nothing found")
    return 0


def _tell(data: bytes) -> None:
    print("for tests/hostile/crashes.txt:", text_of(data).encode("unicode_escape").decode("ascii"))


if __name__ == "__main__":
    sys.exit(main())
