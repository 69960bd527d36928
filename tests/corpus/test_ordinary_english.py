"""Ordinary English holds no call signs: at most one false one in a thousand lines."""

from __future__ import annotations

from callsigns.parser import default_parser
from tests.corpus.ordinary import ordinary_lines

AT_LEAST = 1500
FALSE_IN_A_THOUSAND = 1


def test_no_call_signs() -> None:
    """News, sports, recipes, addresses, prices, and words that are also telephonies or alphabet words."""
    lines = list(dict.fromkeys(ordinary_lines()))
    assert len(lines) >= AT_LEAST
    parser = default_parser()
    false = [(call.text, line) for line in lines for call in parser.parse(line).callsigns]
    assert len(false) * 1000 <= FALSE_IN_A_THOUSAND * len(lines), "\n".join(map(str, false))
