"""Flights: corrections inside them, names that are letters or ordinary words, aircraft that are only asked about."""

from __future__ import annotations

import re

import pytest

from callsigns.parser import default_parser

# What is said, with the flights in brackets, and how they stand in a flight plan.
SAID = """
    [speedbird correction one two] descend flight level nine zero            BAW12
    american correction [american nine twelve] turn left heading two one zero AAL912
    [delta twelve correction thirteen forty] contact tower                   DAL1340
    [air france twelve correction air france thirteen forty] hold short      AFR1340
    taxi to the gate nine left [delta two] goodbye                           DAL2
    [speedbird two] departure good morning                                   BAW2
    do you see [american eleven]                                             AAL11
    is [united ninety three] still with you                                  UAL93
    have you got [delta nineteen eighty nine] in sight                       DAL1989
    [united three twenty eight] roger [united three twenty eight]            UAL328 UAL328
    we need to return, [united 328], engine failure                          UAL328
    [easy three five one quebec] descend flight level one hundred            EZY351Q
    follow the [ryanair four one eight] [speedbird five one]                 RYR418 BAW51
    slow to one seven zero knots [american fifteen]                          AAL15
    [lufthansa five kilo victor] good morning                                DLH5KV
    [delta five] hold short of runway one six                                DAL5
    [lufthansa airlines four two two] descend flight level nine zero         DLH422
    [Delta 12], Delta ramp good morning                                      DAL12
    [Delta 1,823] contact departure                                          DAL1823
    [speedbird flight twelve] contact tower                                  BAW12
    [lufthansa alpha bravo charlie] descend flight level nine zero           DLHABC
    [dornier five eight] turn left heading two one zero                      DOR58
    [Envoy 4,5,5], 8 miles from the marker                                   ENY455
    [Envoy 4,5,5], 8, 2 miles from the marker                                ENY455
    [Envoy 4, 5, 5], turn left heading 0-9-0                                 ENY455
    [Easy 1, 2, 3] hold position                                             EZY123
    [Delta 5], 2 7 left, cleared to land                                     DAL5
    [Envoy 4, 5, 5, Bravo], hold short of runway 2-7                         ENY455B
    [Envoy 4], 5 miles from the marker                                       ENY4
    [Frontier 17, 64], caution wake turbulence                               FFT1764
    [Frontier 17, 64] heavy, turn left                                       FFT1764
    [Frontier 17], 64 miles from the field, cleared approach                 FFT17
    [brickyard 881] 1-34.65                                                  RPA881
    [golf november four sixty one] contact ground                            AGN461
    [air france seventy seven air france] contact tower                      AFR77
    [american seventy seven] american indy contact tower                     AAL77
    [united 93], Cleveland, do you copy                                      UAL93
    3350. [American 77]. say again                                           AAL77
    national two as planned squawking four one five six [speedbird nine one] BAW91
"""
NONE = """
    a landmark 1979 tax decision
    on Sunday 15 May it rained
    taxi via echo six
    turn right echo six
    traffic is a delta seven twenty seven
    slow to one seventy
    he was united with two of them
    join the midland three departure
    sunday two
    lear three five turn left heading two one zero
    the delta of the five rivers
    they painted the speedbird flight
    american correction
    delta 250ml one of them
    we sold Delta 1,800 of them
    Delta 27L cleared to land
    delta two oscar delta hotel alpha
    united 93, Cleveland 12
    descend to reach four thousand
    is the delta seven twenty seven moving
"""


def lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


@pytest.mark.parametrize("line", lines(SAID))
def test_flights(line: str) -> None:
    words = line.split()
    wanted = [word for word in words if word.isupper() and any(c.isdigit() for c in word)]
    said = " ".join(words[: -len(wanted)])
    calls = default_parser().parse(said.replace("[", "").replace("]", "")).callsigns
    assert [call.text for call in calls] == re.findall(r"\[(.*?)\]", said)
    assert [(call.kind, call.icao, call.abbreviated) for call in calls] == [("flight", icao, False) for icao in wanted]


def test_letters_alone_are_the_end_of_an_identification() -> None:
    (call,) = default_parser().parse("lufthansa alpha bravo descend flight level nine zero").callsigns
    assert (call.text, call.icao, call.abbreviated) == ("lufthansa alpha bravo", None, True)


@pytest.mark.parametrize("line", lines(NONE))
def test_no_flight(line: str) -> None:
    assert not default_parser().parse(line).callsigns
