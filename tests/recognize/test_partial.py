"""Call signs that say only their end: where they begin, behind what, and where the same words are none."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser

# What is said, with the call sign in brackets, and its identification.
SAID = """
    to stand charlie one four [six eight romeo]                    68R
    stand bravo two six [one kilo lima]                            1KL
    one two one seven five [four niner quebec]                     49Q
    one three two point one [fourteen thirty two]                  1432
    one two four six five [seven sierra papa]                      7SP
    descending flight level one two zero [eight three kilo]        83K
    left heading two one zero [fifteen forty nine]                 1549
    cleared to land runway two seven [five one juliett]            51J
    QNH one zero one three [six tango delta]                       6TD
    with you at five thousand [two four charlie]                   24C
    down to five thousand [twelve forty seven]                     1247
    descend two thousand, [twelve]                                 12
    direct oakdale two thousand [three three]                      33
    roger [four seven whiskey]                                     47W
    wilco [eight eight five]                                       885
    ready for departure [nine lima papa]                           9LP
    [four seven whiskey] turn left heading two one zero            47W
    [two six quebec] say again                                     26Q
    [three zulu kilo] roger                                        3ZK
    [six three november] contact departure                         63N
    for [kilo mike bravo] the wind is calm                         KMB
    langen radar [bravo whiskey kilo papa]                         BWKP
    [tango charlie lima]                                           TCL
    [delta kilo]                                                   DK
"""
NONE = """
    stand two six
    taxi via alpha bravo and charlie
    squawk four seven one two
    it was nineteen hundred ninety five
    the year two thousand twelve
    wind two four zero degrees eight knots
    flight level three four zero
    on page forty seven
    turn left heading two one zero
    runway two seven left
    information kilo
    one two one decimal seven five
    they scored forty nine points
    langen radar echo delta delta foxtrot
"""


def lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


@pytest.mark.parametrize("line", lines(SAID))
def test_partial(line: str) -> None:
    said, ident = line.split("   ", 1)
    (call,) = default_parser().parse(said.replace("[", "").replace("]", "")).callsigns
    assert (call.kind, call.text) == ("partial", said[said.index("[") + 1 : said.index("]")])
    assert (call.ident, call.icao, call.abbreviated) == (ident.strip(), None, True)


@pytest.mark.parametrize("line", lines(NONE))
def test_no_partial(line: str) -> None:
    assert not default_parser().parse(line).callsigns


@pytest.mark.parametrize(
    "line", ["four seven whiskey speedbird one two roger", "four seven whiskey lufthansa three kilo"]
)
def test_before_another_call_sign(line: str) -> None:
    """Two aircraft do not speak in one breath: the figures belong to what was said before the name."""
    assert [call.kind for call in default_parser().parse(line).callsigns] == ["flight"]


def test_named_again() -> None:
    """Behind a bare value the end of a call sign that the line has in full is the same aircraft, shortened."""
    read = default_parser().parse(
        "easyjet four seven papa descend flight level one three zero one three zero four seven papa"
    )
    assert [(call.text, call.abbreviated) for call in read.callsigns] == [
        ("easyjet four seven papa", False),
        ("four seven papa", True),
    ]
