"""All designators in force, all registration shapes, all styles: ``python -m tests.roundtrip [SEED]``."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict

from callsigns.parser import Parser
from tests.roundtrip.spoken import Case, cases, failure


def main() -> None:
    """Print the share that comes back, and the failures by cause with examples."""
    parser = Parser()
    causes: Counter[str] = Counter()
    examples: dict[str, list[Case]] = defaultdict(list)
    total = 0
    for case in cases(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        total += 1
        cause = failure(parser, case)
        if cause is not None:
            causes[cause] += 1
            examples[cause].append(case)
    missed = sum(causes.values())
    print(f"{total} call signs, {total - missed} came back ({100 * (total - missed) / total:.2f}%)")
    for cause, count in causes.most_common():
        print(f"\n{cause}: {count}")
        for case in examples[cause][:: max(1, count // 12)]:
            heard = [c.icao or c.text for c in parser.parse(case.text).callsigns]
            print(f"  {case.callsign:8} {case.style:6} {case.text!r} -> {heard}")


if __name__ == "__main__":
    main()
