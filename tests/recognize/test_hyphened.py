"""Registrations that are written with hyphens: whole, in pieces, in the short form, and what only looks like one."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser

# What is written, with the registrations in brackets, and their characters.
SAID = """
    [D-EA-BC] report final                                DEABC
    [O-K-A-B-C] report final                              OKABC
    [OK-A-B-C] report final                               OKABC
    [N-123-AB] cleared to land runway 27                  N123AB
    [N-1-2-A] cleared to land runway 27                   N12A
    [D-E-A-B-C]                                           DEABC
    behind the T-6-B taxi to the apron, [D-E-A-B-C]       DEABC
    [G-CD], report downwind                               GCD
    not above 2,000, [G-CD]                               GCD
    [N-123 Alpha Bravo] follow [G-ABCD] on final          N123AB GABCD
    give way to the A-320 and the T-6, [G-ABCD]           GABCD
    VERSION 2-ONLY AND [G-ABCD] REPORT FINAL              GABCD
    [helicopter G-ABCD] report final                      GABCD
    [G-ABCD], [OK-TNT] ahead on final                     GABCD OKTNT
    [g-abcd] report final                                 GABCD
"""
NONE = """
    OKA-B-C report final
    N-1-A cleared to land runway 27
    taxi via D-E-A-B-C
    the show was called D-E-A-B-C by all
    direct DANNY, D-A-N-N-Y
    we like it, G-CD
    G-CDE report downwind
    G-12 report downwind
    the f-word is bad
"""


def lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


@pytest.mark.parametrize("line", lines(SAID))
def test_registrations(line: str) -> None:
    said, characters = (part.strip() for part in line.split("  ") if part)
    calls = default_parser().parse(said.replace("[", "").replace("]", "")).callsigns
    assert [call.text for call in calls] == [part.partition("]")[0] for part in said.split("[")[1:]]
    assert [call.icao or call.ident for call in calls] == characters.split()


@pytest.mark.parametrize("text", lines(NONE))
def test_none(text: str) -> None:
    assert default_parser().parse(text).callsigns == ()
