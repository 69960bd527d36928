"""The process that atheris takes over: our own modules are instrumented, theirs are not."""

from __future__ import annotations

import importlib
import sys


def main() -> None:
    """Instrument while importing, then hand over to libFuzzer."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["callsigns"]):
        target = importlib.import_module("tests.fuzz.target")
    target.run(b"\x00warm up, delta three oh six")
    atheris.Setup(sys.argv, target.run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
