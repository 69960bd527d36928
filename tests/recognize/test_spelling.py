"""Alphabet words outside call signs: how far they go, and what they stand for."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser

# What is said, with the spelling in brackets; its letters, kind and name.
SAID = """
    the airport is spelled [lima golf india romeo]           LGIR    aerodrome     Heraklion
    I spell [romeo alpha kilo]                               RAK     waypoint      None
    direct [papa romeo five three two]                       PR532   waypoint      None
    proceed direct [papa romeo five three two] one one       PR532   waypoint      None
    next waypoint is [tango echo lima november oscar]        TELNO   waypoint      None
    our registration is [oscar kilo double mike victor]      OKMMV   registration  Czechia
    spelled [november papa zulu triple mike]                 NPZMMM  letters       None
    it is written [kilo mike]                                KM      letters       None
    it is written [alpha x-ray nine nine]                    AX99    letters       None
    taxi via [alpha bravo]                                   AB      letters       None
    stand [charlie delta]                                    CD      letters       None
    beacon is [kilo mike] one two one decimal seven          KM      letters       None
    beacon is [papa lima] one two one nine                   PL      letters       None
"""


@pytest.mark.parametrize("line", [line.strip() for line in SAID.strip().splitlines()])
def test_said(line: str) -> None:
    said, *expected = (part.strip() for part in line.split("  ") if part)
    read = default_parser().parse(said.replace("[", "").replace("]", ""))
    (spelling,) = read.spellings
    assert spelling.text == said[said.index("[") + 1 : said.index("]")]
    assert [spelling.letters, spelling.kind, str(spelling.name)] == expected


@pytest.mark.parametrize("text", ["it is spelled kilo", "the letter is a", "papa said we can", "golf on sunday"])
def test_none(text: str) -> None:
    """One word of the alphabet spells nothing."""
    assert not default_parser().parse(text).spellings
