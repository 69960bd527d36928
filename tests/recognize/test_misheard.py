"""Names that were misheard: which operator is meant, and what stays a word of squadrons, of English, or a value."""

from __future__ import annotations

import pytest

from callsigns.grammar.tables import ordinary_words, telephony
from callsigns.parser import Parser, default_parser
from callsigns.phones import Phones, phones
from callsigns.recognize.callsign.alike import Alike

SAID = """
    speed word four one seven descend and maintain six thousand       BAW417
    jet glue nineteen twelve contact departure                        JBU1912
    frontyer three oh nine cleared visual approach runway one six     FFT309
    delter fifteen sixty turn right heading two two zero              DAL1560
    unighted twelve seventy descend and maintain four thousand        UAL1270
    operajet three one four descend flight level one one zero         OPJ314
    sw six sixteen turn left heading one one zero                     SWA616
    united it's sixteen forty two descend and maintain five thousand  UAL1642
    lufthanza four one two heavy climb flight level one two zero      DLH412
    merican seventeen heavy caution wake turbulence                   AAL17
    kareer near eighty two super contact tower                        KAL82
    welling eight two x ray foxtrot turn right heading three zero zero  VLG82XF
    dealt a fourteen eighty taxi to the ramp                          DAL1480
    southwest buddy one seven two climb and maintain eight thousand   -
    delta buddy one nine two descend and maintain three thousand      -
    nightrider four one climb flight level two three zero             -
    bronco seven one turn left heading two seven zero                 -
    mustang four one two turn left heading two seven zero             -
    grommet seven three turn left heading two seven zero              -
    boston four one two turn left heading two seven zero              -
    turn right heading two one zero                                   -
    fly heading one six zero                                          -
    follow the airbus three twenty on final                           -
    out of four thousand five hundred for one zero thousand           -
    hello seven three papa descend flight level eight zero            -
    pleas direct seven eleven fifty two reduce speed one eight zero knots  -
    estimate delpa one four two zero contact radar                    -
    austin freight two one seven turn left heading two seven zero     -
    crimson express two one seven turn left heading two seven zero    -
    prairie air holdings two one seven turn left heading two seven zero  -
    southeast packers two one seven turn left heading two seven zero  -
    sum express two one seven turn left heading two seven zero        SXS217
    northwist eight sixty three turn left heading two one zero        NWA863
    useir four twelve descend and maintain six thousand               USA412
    cleared for takeoff continential fourteen oh two                  COA1402
    jetlinek thirty one eighteen contact ground                       BTA3118
    okay lufthanse six two                                            DLH62
    down to four thousand amerikan nine                               AAL9
    traffic is a delter seven twenty seven turn left                  -
    don't a nineteen ten turn left heading two two zero               DAL1910
    arise on twenty two forty cleared visual approach                 QXE2240
    don't a one nine one descend and maintain niner thousand          -
    and never forty one oh six contact departure                      EDV4106
    so what's nineteen twelve maintain three thousand                 SWA1912
"""
# A number alone: somebody is called, and nobody knows by which name.
NAMELESS = """
    it's all rest nineteen forty seven climb and maintain one zero thousand    nineteen forty seven
    late door fifty two eleven reduce speed to one nine zero                   fifty two eleven
    pea soup two oh nine heavy turn left heading two two zero                  two oh nine
    we're too heavy for that                                                   -
    we can give you two sixty if you like                                      -
    the coupons 457 returning to the shop                                      -
    the next nineteen forty seven model arrives                                -
"""


@pytest.mark.parametrize("case", [line.strip() for line in SAID.strip().splitlines()])
def test_operator(case: str) -> None:
    text, _, wanted = case.rpartition(" ")
    found = [call.icao for call in default_parser().parse(text.strip()).callsigns if call.icao]
    assert found == ([] if wanted == "-" else [wanted])


@pytest.mark.parametrize("case", [line.strip() for line in NAMELESS.strip().splitlines()])
def test_number_without_its_name(case: str) -> None:
    text, _, wanted = case.rpartition("  ")
    found = [call.text for call in default_parser().parse(text.strip()).callsigns]
    assert found == ([] if wanted == "-" else [wanted.strip()])


def test_ordinary_words_are_seldom_names() -> None:
    """In the place of a name, at most one English word in fifty."""
    parser = default_parser()
    words = [word for word in sorted(ordinary_words()) if telephony().named(word) is None][::5]
    lines = [f"{word} two four six turn left heading two seven zero" for word in words]
    flights = [line for line in lines if any(call.kind == "flight" for call in parser.parse(line).callsigns)]
    assert len(flights) <= len(words) / 50, flights


def test_words_longer_than_any_name_are_not_compared() -> None:
    """Nor are they remembered: a memory with a bound on its entries has none on their length."""
    parser = Parser()
    for length in (10, 20_000):
        parser.parse(f"{'ab' * length} one two three climb flight level one zero zero")
    likeness = parser._callsigns._misheard._likeness
    assert likeness._alike._known.cache_info().currsize == 1


def test_the_span_holds_the_words_of_the_name() -> None:
    call = default_parser().parse("good morning frontyer six twelve radar contact").callsigns[0]
    assert (call.text, call.telephony, call.kind) == ("frontyer six twelve", "FRONTIER FLIGHT", "flight")
    assert (call.country, call.operator and call.operator.designator) == ("United States", "FFT")


def test_two_that_are_as_near_give_none() -> None:
    """ "sky wist" is nearly SKYWEST; "siawes" is near SWISS and SKYWEST."""
    names = Alike(telephony())
    assert names.nearest("sky wist").designator == "SKW"
    assert names.nearest("sky wist").lead > 0.1
    assert names.nearest("siawes").lead < 0.1


@pytest.mark.parametrize(
    ("words", "designator", "score", "lead"),
    [
        ("air friends", "AFR", 0.81, 0.27),
        ("lift hansa", "DLH", 0.88, 0.35),
        ("speed burst", "BAW", 0.81, 0.42),
        ("jet bloom", "JBU", 0.81, 0.19),
        ("same country", "SCX", 0.88, 0.46),
        ("scan the navy in", "SAS", 0.87, 0.47),
        ("air cannon", "ACA", 0.74, 0.19),
        ("norse shuttle", "NAX", 0.79, 0.11),
        ("emir eights", "UAE", 0.84, 0.27),
        ("brick ill", "RPA", 0.65, 0.13),
        ("alas kah", "ASA", 0.92, 0.15),
        ("south quest", "SWA", 0.84, 0.39),
        ("care liner", "KAL", 0.73, 0.13),
        ("airfrance", "AFR", 1.0, 0.47),  # written as one word by those who know the name
        ("efly", "IGO", 0.91, 0.44),  # IFLY; E-FLY has too few letters to be merely written as one word
        ("oper a jet", "OPJ", 0.8, 0.14),  # two words to its holder, three to a recognizer
        ("lift hanza cargo", "GEC", 0.9, 0.39),
        ("sun expressed", "SXS", 0.87, 0.24),  # "express" is what others have as well, not so "expressed"
        ("belavya", "BRU", 0.82, 0.39),  # from here on operators that fly less
        ("capela", "AWA", 0.84, 0.29),
        ("ever grin", "EIA", 0.82, 0.33),
        ("shan dung", "CDG", 0.81, 0.23),
        ("tasmin", "TMN", 0.78, 0.37),
    ],
)
def test_how_near(words: str, designator: str, score: float, lead: float) -> None:
    """As people who do not know the names write them down."""
    near = Alike(telephony()).nearest(words)[:3]
    assert near == (designator, pytest.approx(score, abs=0.015), pytest.approx(lead, abs=0.015))


def test_a_number_in_group_form_is_american() -> None:
    """ "twelve forty seven" is what the FAA has, and ICAO has not."""
    names = Alike(telephony())
    more = [names.nearest(words, grouped=True).score - names.nearest(words).score for words in ("jet bloom", "belavya")]
    assert more == [pytest.approx(0.05), 0.0]


def test_americans_count_a_little_more_before_a_number_in_group_form() -> None:
    names = Alike(telephony())
    digits, group = names.nearest("square wing"), names.nearest("square wing", grouped=True)
    assert group.designator == "NKS"
    assert group.lead > digits.lead


def test_nothing_is_near_nothing() -> None:
    names = Alike(telephony())
    assert names.nearest("").score <= 0.5
    assert names.nearest("12").score <= 0.5


def test_letters_alone_have_no_sound() -> None:
    """ "u p s", spelled, is as short as "ups": too short for likeness to mean anything."""
    assert Alike(telephony()).nearest("u t as").score < 0.6


@pytest.mark.parametrize(("words", "designator"), [("see as a", "CSA"), ("you pee ess", "UPS"), ("kay l am", "KLM")])
def test_names_of_letters(words: str, designator: str) -> None:
    """A telephony of letters, written as the words that their names sound like."""
    assert Alike(telephony()).nearest(words).designator == designator


@pytest.mark.parametrize(
    ("one", "other"), [("phone", "fone"), ("knight", "nait"), ("jet", "get"), ("quick", "kwik"), ("tchaika", "chaika")]
)
def test_sounds_that_are_the_same(one: str, other: str) -> None:
    assert Phones(one).like(phones(other)) > 0.7


def test_a_vowel_costs_less_than_a_consonant() -> None:
    name = Phones("delta")
    assert name.like(phones("delta")) == 1.0
    assert 1.0 > name.like(phones("dalta")) > name.like(phones("delfa")) > name.like(phones("garnish"))
