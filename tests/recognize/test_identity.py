"""How many of the words behind a name belong to it: what was said, and which call signs were meant."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser

SAID = """
    delta four sixty two one two thousand                           DAL462
    delta four six two climb one two thousand                       DAL462
    delta three oh six heading one eight zero                       DAL306
    delta twelve oh four descend                                    DAL1204
    delta fifteen forty nine two thousand five hundred              DAL1549
    delta one, two five zero knots                                  DAL1
    delta three, 306 roger                                          DAL3
    delta to forty five climb                                       DAL245
    delta to two                                                    -
    delta twenty three hundred                                      DAL2300
    delta one hundred turn left                                     DAL100
    delta two thousand one climb                                    DAL2001
    delta five yankee victor descend                                DAL5YV
    delta one alpha information bravo                               DAL1A
    delta one two with information charlie                          DAL12
    lufthansa five yankee victor with information alpha             DLH5YV
    lufthansa one m d eighty on final                               DLH1
    delta triple seven climb                                        DAL777
    delta double two one climb                                      DAL221
    delta two four twenty four sixteen speed one eighty             DAL2416
    delta six six seven fifty one turn left                         DAL6751
    delta one one eighteen climb                                    DAL1118
    speedbird one two three four climb flight level one two zero    BAW1234
    speedbird one two flight level one two zero                     BAW12
    united four fifty two one thousand one climb                    UAL452
    united one two thousand feet                                    -
    united ten eleven thousand                                      UAL10
    united one hundred thousand                                     -
    united five hundred five descend                                UAL505
    united two five two five miles in trail                         UAL252
    united 1 2 3 turn left                                          UAL123
    golf alfa bravo charlie delta climb                             GABCD
    oscar kilo tango november tango descend                         OKTNT
    nine hotel alpha bravo charlie descend                          9HABC
    november one two three alpha bravo climb                        N123AB
    november four five six climb to three thousand                  N456
    cessna one seven two romeo yankee descend                       N172RY
    delta three six zero knots                                      -
    delta three six zero turn left heading three six zero           DAL360
    american twenty one seventeen contact tower one one eight one   AAL2117
    klm six four one two seven left cleared to land                 KLM641
    delta four sixty two 12000                                      DAL462
    delta 306 12000                                                 DAL306
    delta 306 FL120                                                 DAL306
    air france two five seven descend                               AFR257
    delta fifty two alpha bravo charlie descend                     DAL52AB
    delta five two alpha bravo charlie descend                      DAL52AB
    delta fifty two one alpha bravo descend                         DAL521A
    delta one alpha bravo two descend                               DAL1AB
    delta one five to seven descend                                 DAL1527
    delta for one five descend                                      DAL415
    american seventy two descend                                    AAL72
    united four fifty two delta three oh six climb                  UAL452,DAL306
    united four fifty two delta five thousand climb                 UAL452D
    delta one fifty eight climb                                     DAL158
    delta d c nine on final                                         -
    american twenty one two hundred feet                            AAL21
    northwest eight four miles behind the heavy                     NWA8
    northwest three thirty one seven miles from the marker          NWA331
    northwest seventeen eighty one six miles in trail               NWA1781
    u s air six oh two one for five                                 USA602
    u s air six oh two ten for fourteen thousand                    USA602
    united six two two seven zero knots                             UAL62
    united forty eight two one zero or less                         UAL48
    united two ten two ten knots                                    UAL210
    delta six thirty ten degrees left                               DAL630
    delta seventy one fifteen degrees right                         DAL71
    delta five one six left cleared to land                         DAL5
    delta four six two left turn heading one eight zero             DAL462
    delta eight thirty one left cleared for takeoff                 DAL830
    american three eight center line up and wait                    AAL3
    fedex four three seven one twenty six decimal five five         FDX437
    fedex forty one eighteen three good day                         FDX40
    speedbird one two two zero at three cleared for takeoff         BAW1
    delta twelve forty at five thousand                             DAL1240
    delta fifty five hundred                                        DAL5500
    jetblue sixty two fifteen nine contact tower                    JBU6215
    american seventeen out of nine thousand                         AAL17
    american four for the visual two two                            AAL4
    american four out of five people                                -
    american two seventeen thousand                                 AAL2
    delta two oscar delta hotel turn left                           D2ODH
    delta two oscar delta turn left                                 DAL2OD
    cleared for takeoff runway two five five yankee india tango sierra    5YITS
    climbing to level two three zero nine hotel alpha bravo charlie 9HABC
    golf november four nine victor charlie descend                  AGN49VC
    november six nine one twenty six turn left                      N69126
    november sixty nine one twenty six turn left                    N69126
    air maritime five one twenty three                              MHF5123
    husky two departure climb via the sid                           -
    luxair eight one two q n h one zero one four                    LGL812
    luxair eight i l s approach runway two four                     LGL8
    lufthansa 5 y v descend                                         DLH5YV
    o k t n t descend                                               OKTNT
    fly two one zero join the localizer                             -
    cali v o r is out of service                                    -
    united 93, cleveland, united 93, are you there                  UAL93,UAL93
    united seven whiskey delta three oh six hold short              UAL7W,DAL306
    american three five zero one seven miles from the marker        AAL3501
    united seven nine thirty two miles from the marker              UAL79
"""
ROWS = [tuple(line.strip().rsplit(None, 1)) for line in SAID.strip().splitlines()]


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[str(row[0]).strip() for row in ROWS])
def test_identity(text: str, wanted: str) -> None:
    found = [callsign.icao or callsign.ident for callsign in default_parser().parse(text.strip()).callsigns]
    assert found == ([] if wanted == "-" else wanted.split(","))


@pytest.mark.parametrize("count", range(1, 9))
def test_no_identification_is_longer_than_four(count: int) -> None:
    """Seven characters in all, three are the designator (ICAO Doc 4444 appendix 2, item 7)."""
    text = "delta " + " ".join("one two three four five six seven eight".split()[:count]) + " climb"
    for callsign in default_parser().parse(text).callsigns:
        assert callsign.ident is not None
        assert len(callsign.ident) <= 4
