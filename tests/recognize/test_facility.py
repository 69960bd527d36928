"""Stations: how far the name of the place goes, what it is, and how the station is used."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser

# What is said, with the station in brackets; its location indicator, and its use.
SAID = """
    delta nineteen forty two [los angeles tower] wind calm cleared to land      KLAX   calling
    [los angeles center] skywest four seventeen level three six zero            KLAX   called
    [salt lake center] skywest four seventeen level three six zero              KSLC   called
    [Garnby traffic], Cessna Three Four Xray, clear of runway one seven         None   called
    contact [langen radar] one two seven decimal five                           None   handover
    contact [tower] one one eight decimal seven                                 None   handover
    one two seven decimal one for [linz radar] austrian six four two servus     LOWL   handover
    delta three fourteen give [ground] a call one two one point niner           None   handover
    wizz air two zero nine with you [linz radar] level nine zero                LOWL   called
    OE-DAB [ground] 121.8                                                       None   handover
    speedbird one two next [delivery] one two one decimal seven                 None   handover
    [boeing tower] skyhawk niner two seven echo inbound                         None   called
    [center] wants you at three one zero                                        None   mentioned
    contact [washington approach] one one nine decimal three                     None   handover
    delta three fourteen [washington approach] depart ojaay heading one zero zero    None   calling
    usair four fifty two [charlotte departure] radar contact                    None   calling
    american ten twelve [regional tower] wind one six zero at one four          KDFW   calling
    [d f w ground] delta six eleven clear of one seven left                     KDFW   called
    delta six eleven [garnby approach] good morning descend to four thousand    None   calling
    over to [departure] now                                                     None   handover
    [wien] gruss gott austrian six four two level nine zero                     LOWW   called
    easy six four two [director] reduce speed one eight zero knots              None   calling
    six one mike [departure] identified                                         None   calling
    941, [approach]. turn left heading 250                                      None   calling
    4828, [Linz], servus                                                        LOWL   calling
    [Praha], 42 Foxtrot, hello                                                  LKPR   called
    [ground] point 65, american 10                                              None   handover
    [regional] american four twelve with you level six                          KDFW   called
    good morning [washington] delta six eleven out of nine for six              None   called
    delta six eleven [logan]                                                    KBOS   calling
    [san antonio] good morning speedbird one two level nine zero                KSAT   called
    [rio de janeiro] good evening speedbird one two level nine zero             None   called
    [clearance delivery] good morning northwest two ninety eight to minneapolis    None   called
    wizz air two zero nine radar contact contact [tower] one two zero decimal five    None   handover
    easy four two bravo bonjour [geneva]                                        LSGG   calling
    speedbird one two [praha ruzyne tower] good morning                         LKPR   calling
    Alaska twelve [brelkin departure] radar contact climb and maintain 5000     None   calling
    jetblue twelve [elm ridge approach] expect vectors runway two four          None   calling
    [garn valley tower] skyhawk five lima echo ten south with alpha             None   called
    united five fifteen contact [garn valley departure] one two four point five    None   handover
    klm four one six hello [new york]                                           None   calling
    contact [alexander control] one two seven decimal five                      None   handover
    lone star six eighteen contact [worcester delivery] one twenty one six       KORH   handover
    easy four two bravo bonjour [geneva]. uh                                    LSGG   calling
    eagle five fifteen [tower]                                                  None   calling
    american four oh five [tower] the wind two six zero at one five             None   calling
    american four oh five [ground] did you copy                                 None   calling
    united six ten [ground]                                                     None   calling
    american four fifty [tower's] nineteen one                                  None   handover
    united twelve eighty seven [tower] at the marker so long                    None   handover
    cleared visual four left [tower] twenty six niner                           None   handover
    cessna calling [ground] stand by                                            None   calling
    four ninety two [kennedy ground]                                            KJFK   calling
    cross three three [ground] point seven                                      None   handover
    one two zero decimal two [radar] etihad eight seven eight good day          None   handover
    golf alfa bravo charlie delta, [alexander control], turn left                None   calling
    [lima control] taca five one flight level three three zero                  SPJC   called
    jazz eight six five four contact [quebec tower] one one eight decimal six five    CYQB   handover
    [Shannon], Bigjet 721, request descent                                      EINN   called
    [Bear Creek area traffic], Skylane four three mike, full stop, Bear Creek    None   called
    radar contact say altitude contact [boston center] one three three point five    KBOS   handover
    langen information whiskey is current contact [tower] one one eight point one    None   handover
    delta twelve roger break all aircraft [garnby approach] altimeter three zero one two    None   calling
    golf alfa bravo charlie delta descending, [garnby approach], roger           None   called
"""
NONE = """
    continue approach runway two seven
    we have information kilo
    12.59, Cleveland.
    kansas city altimeter two niner eight four
    Boston airport two o'clock niner miles
    radar contact
    swiss four i have you on radar now
    the tower of london is old
    follow the dash eight on a two mile final report him in sight
    precision twenty four seventeen turn left
    helicopter one hotel mike departure via route three approved
    golf echo foxtrot final
    november one two alfa, bell tower at your twelve o'clock, remain east of it
"""


@pytest.mark.parametrize("line", [line.strip() for line in SAID.strip().splitlines()])
def test_said(line: str) -> None:
    said, *expected = (part.strip() for part in line.split("  ") if part)
    (station,) = default_parser().parse(said.replace("[", "").replace("]", "")).facilities
    assert station.text == said[said.index("[") + 1 : said.index("]")]
    assert [str(station.icao), station.use] == expected


@pytest.mark.parametrize("text", [line.strip() for line in NONE.strip().splitlines()])
def test_none(text: str) -> None:
    assert not default_parser().parse(text).facilities
