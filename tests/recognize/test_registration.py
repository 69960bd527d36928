"""Registrations, full and shortened: where they begin and end, what they are, and where the same words are none."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser
from callsigns.recognize.callsign.marks import mark_of

# What is said, with the call sign in brackets; the registration, and the state where the mark tells it.
SAID = """
    [november five six two] turn left                              N562, short        United States
    [november five six two four charlie] turn left                 N5624C             United States
    tower [november two] turn left                                 N2, short          United States
    [number three two four mike] turn left                         N324M              United States
    cross runway two seven [november five six two four]            N5624              United States
    [cessna seven three lima] turn left                            N73L, short        United States
    [cessna seven three] turn left                                 N73, short         United States
    turn left [cessna seven three]                                 N73, short         United States
    the traffic you see [cessna seven three two four] has landed   N7324              United States
    [mooney five november] turn left                               N5N, short         United States
    [tango november one two three four] turn left                  N1234              United States
    [piper zulu tango] turn left                                   ZT, short          -
    turn left [piper zulu tango]                                   ZT, short          -
    [helicopter delta hotel alpha] turn left                       DHA, short         -
    [piper golf alpha bravo charlie delta] turn left               GABCD              United Kingdom
    [N914RY] turn left                                             N914RY             United States
    [TN5552Q] turn left                                            N5552Q             United States
    [LN751B] turn left                                             N751B              United States
    [JA8119] turn left                                             JA8119             Japan
    turn left [JA8119]                                             JA8119             Japan
    [N12A] turn left                                               N12A               United States
    cross runway two seven [november five six two]                 N562, short        United States
    taxi via [november five six two alpha]                         N562A              United States
    roger [four kilo alfa zulu zero three]                         4KAZ03             Azerbaijan
    [nine hotel alfa bravo charlie] one two one decimal seven      9HABC              Malta
    runway two seven [nine hotel alfa bravo charlie]               9HABC              Malta
    runway two five, [five bravo kilo lima zulu]                   5BKLZ              Cyprus
    cleared for takeoff runway two five [bravo kilo lima zulu]     BKLZ               Hong Kong
    [hotel papa one eight three zero charlie mike papa] good day   HP1830CMP          Panama
    [HP-1830CMP] turn left                                         HP1830CMP          Panama
    roger [romeo delta papa lima three four one two five]          RDPL34125          Laos
    runway two five [three delta charlie romeo bravo oscar]        3DCRBO             Eswatini
    climbing to level two three zero [five bravo mike india zulu]   5BMIZ              Cyprus
    [hotel alfa three quebec eight] good day                       HA3Q8              Hungary
    [JA612A] turn left                                             JA612A             Japan
    roger [golf alpha correction golf bravo india november kilo]   GBINK              United Kingdom
    [HI914CA] turn left                                            HI914CA            Dominican Republic
"""
NONE = """
    taxi november two
    descend to november
    cross runway two seven november five six
    number three two four turn left
    the traffic you see cessna seven three two has landed
    follow the cessna seven three
    behind the piper zulu tango
    you said piper zulu tango before that hour
    cessna november
    AN751B turn left
    N12 turn left
    we saw JA8119 on it
    we saw JA8119 today
    taxi to runway two five bravo kilo lima zulu
    PH12AB turn left
"""


def lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


@pytest.mark.parametrize("line", lines(SAID))
def test_registration(line: str) -> None:
    said, expected = line.split("   ", 1)
    ident, _, state = expected.strip().partition("  ")
    text = said.replace("[", "").replace("]", "")
    (call,) = default_parser().parse(text).callsigns
    assert (call.kind, call.text) == ("registration", said[said.index("[") + 1 : said.index("]")])
    assert (call.ident, call.abbreviated) == (ident.removesuffix(", short"), ident.endswith("short"))
    assert call.icao == (None if call.abbreviated else call.ident)
    assert (call.country or "-") == state.strip()


@pytest.mark.parametrize("line", lines(NONE))
def test_no_registration(line: str) -> None:
    assert not default_parser().parse(line).callsigns


@pytest.mark.parametrize(
    ("characters", "mark"),
    [("OKTNT", "OK"), ("GABCD", "G"), ("OK", None), ("G", None), ("9HABC", "9H"), ("DEABC", "D"), ("XYZ", None)],
)
def test_longest_mark_that_leaves_something(characters: str, mark: str | None) -> None:
    found = mark_of(characters)
    assert (found.mark if found else None) == mark
