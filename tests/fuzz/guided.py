"""The process that atheris takes over: our own modules are instrumented, theirs are not."""

from __future__ import annotations

import importlib
import sys


def main() -> None:
    """Instrument while importing, then hand over to libFuzzer."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["callsigns"]):
        target = importlib.import_module("tests.fuzz.target")
    # What is made once, and takes seconds while it is watched, is no part of the time of an input.
    for text in (b"warm up, delta three oh six", b"lift answer eight eighty nine climb flight level eight zero"):
        target.run(b"\x00" + text)
    atheris.Setup(sys.argv, target.run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
