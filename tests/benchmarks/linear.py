"""Whether the time for one line grows with its length and no faster: microseconds per character, up to a megabyte.

Run it as ``python -m tests.benchmarks.linear``; it ends with 1 when a character of the longest line costs more than
three times as much as one of a line of four thousand.
"""

from __future__ import annotations

import sys
import time

from callsigns.parser import default_parser

SIZES = (4_000, 16_000, 64_000, 256_000, 1_024_000)
WORST = 3.0
PIECES = {
    "speech": "delta three oh six turn left heading one eight zero descend and maintain four thousand ",
    "figures": "one two three four five ",
    "letters": "alpha bravo charlie ",
    "names": "delta american united ",
    "november": "november ",
    "homophones": "to for ",
    "corrections": "delta one correction ",
    "hesitations": "uh ",
    "unknown": "xyzzy ",
    "one word": "x",
    "one number": "7",
    "marks": ",-. ",
    "accents": "e\u0301",
    "hyphens": "G-ABCD-",
    "greetings": "good morning ",
    "facilities": "praha radar ",
    "levels": "climb flight level ",
    "stations and names": "praha radar delta one two ",
    "two and two": "mustang nine nine and ",
    "spellings": "lima golf sierra alpha delta one two ",
    "unknown numbers": "xyzzy one two three ",
    "mentions": "behind the delta one two ",
    "conditions": "when ready climb flight level eight zero ",
    "handovers": "contact praha radar one two zero decimal one ",
    "sentences": "delta one. ",
    "lists": "delta, one, ",
    "taken back": "delta one delta one two ",
    "distress": "mayday ",
    "capitals": "DLH5YV ",
}


def per_character(text: str) -> float:
    start = time.perf_counter()
    default_parser().parse(text)
    return (time.perf_counter() - start) / len(text) * 1e6


def main() -> int:
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1]
    sizes = [size for size in SIZES if size <= largest]
    default_parser().parse("warm up, delta three oh six")
    print(f"{'characters':>18}" + "".join(f"{size:>12,}" for size in sizes) + f"{'growth':>10}")
    bad = []
    for name, piece in PIECES.items():
        per_character(piece * 40)  # what is made once and kept is no part of the cost of a line
        costs = [per_character((piece * (size // len(piece) + 1))[:size]) for size in sizes]
        growth = costs[-1] / costs[0]
        print(f"{name:>18}" + "".join(f"{cost:>12.3f}" for cost in costs) + f"{growth:>10.2f}", flush=True)
        bad += [name] if growth > WORST else []
    if bad:
        print(f"grows faster than the line: {', '.join(bad)}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
