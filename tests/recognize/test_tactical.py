"""Services and tactical words: what belongs to the call sign, whose it is, and where the same words are none."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser

# What is said, with the call sign in brackets; its kind; its ICAO form or else its identification; its country.
SAID = """
    [navy alpha foxtrot two zero one] request taxi                         tactical      AF201   United States
    [navy lima delta four zero two] cleared for the break                  tactical      LD402   United States
    [navy four papa two one] cleared to land runway two seven              tactical      4P21    United States
    [air force one] turn left heading two zero zero                        tactical      1       United States
    [army one two three four five] report downwind                         tactical      12345   United States
    [army 12345] report downwind                                           tactical      12345   United States
    [coastguard one two seven] descend to two thousand feet                flight        SRD127  United Kingdom
    [canforce three three zero] climb flight level two one zero            flight        CFC330  Canada
    [canforce one three two zero eight] climb flight level two one zero    tactical      13208   Canada
    [medevac one two three alpha bravo] cleared to land runway nine        registration  N123AB  United States
    [navy four one two] contact radar one two four decimal five            flight        NVY412  United Kingdom
    [navy four one two] contact approach one two four point five           tactical      412     United States
    [navy four papa two one] contact radar one two four decimal five       tactical      4P21    United States
    [life flight five] descend flight level eight zero                     flight        LFL5    Zimbabwe
    [life flight five] descend and maintain eight thousand                 tactical      5       United States
    [lifeguard four five kilo romeo] climb flight level two one zero       flight        SLG45KR  Canada
    [lifeguard four five kilo romeo] climb and maintain eight thousand     registration  N45KR   United States
    [kayak two two] turn left heading two seven zero                       flight        KAY22   Germany
    [rocky two five] established ils runway one six                        flight        FSF25   Finland
    [rocky two five] established on the localizer runway one six           tactical      25      None
    [gold six] reduce speed two two zero knots                             flight        NHZ6    United Kingdom
    [gold six] reduce speed to two two zero                                tactical      6       None
    [viper two one] turn left heading two seven zero                       tactical      21      United States
    level one two zero [viper two one]                                     tactical      21      United States
    [karbu three one] descend flight level nine zero                       tactical      31      None
    radar good morning [karbu three one] flight level nine zero            tactical      31      None
    descending flight level nine zero [garbu three one]                    tactical      31      None
    [holidays seven four two zero] contact tower one one eight decimal seven    tactical    7420    None
    [salta seven ninety five] turn right heading one nine zero             tactical      795     None
    [copper kettle forty nine forty four] descend to six thousand       tactical      4944    None
    cleared for the approach we will keep it moving [brax two forty]       tactical      240     None
    radar hello [sky three one] level three four zero                      tactical      31      None
    departure hello [express seven sixty two] climbing through two thousand    tactical      762     None
"""
NONE = """
    salta seven five turn right heading one nine zero
    taxi to the hangar of the army
    he went into a hospital one day
    garbu three one zero or above
    garbu one hotel departure runway two four
    garbu 6000 contact tower
    zombie, 1980, it is not human
    traffic is an airbus three nineteen
    position and hold
    via viper two one join the airway
    direct viper two one report passing
    fly two one zero join the localizer
"""


def lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


@pytest.mark.parametrize("line", lines(SAID))
def test_said(line: str) -> None:
    said, kind, ident, country = (part.strip() for part in line.split("  ") if part)
    (call,) = default_parser().parse(said.replace("[", "").replace("]", "")).callsigns
    assert (call.text, call.kind) == (said[said.index("[") + 1 : said.index("]")], kind)
    assert (call.icao or call.ident, str(call.country)) == (ident, country)


@pytest.mark.parametrize("line", lines(NONE))
def test_none(line: str) -> None:
    assert not default_parser().parse(line).callsigns


def test_short_words() -> None:
    """At the end a word of four letters is a name before figures, but not before figures and a letter."""
    said = ("passing level nine zero nimb eight four", "passing level nine zero nimb eight four foxtrot")
    assert [callsign.text for text in said for callsign in default_parser().parse(text).callsigns] == [
        "nimb eight four",
        "eight four foxtrot",
    ]


def test_a_name_of_two_words() -> None:
    (call,) = default_parser().parse("copper kettle forty nine forty four descend to six thousand").callsigns
    assert (call.telephony, call.ident) == ("COPPER KETTLE", "4944")


def test_element() -> None:
    """The second aircraft of an element is named by its number alone, of as many figures as the first."""
    read = default_parser().parse("eagle one one and one two turn left heading zero nine zero")
    assert [(call.text, call.ident, call.abbreviated) for call in read.callsigns] == [
        ("eagle one one", "11", False),
        ("one two", "12", True),
    ]
