"""Instruction against readback, by values."""

from __future__ import annotations

import pytest

from callsigns import Dialogue
from callsigns.parser import default_parser
from callsigns.readback import Finding, findings
from callsigns.records import Difference, Readback


def answer(said: str, heard: str) -> Readback | None:
    """The readback that ``heard`` is."""
    dialogue = Dialogue(default_parser())
    dialogue.add(said)
    return dialogue.add(heard, speaker="pilot").readback


CORRECT = [
    ("csa one two descend flight level nine zero", "descending flight level nine zero csa one two"),
    ("csa one two contact tower one one niner decimal eight", "nineteen eight csa one two"),
    ("csa one two contact tower one one niner decimal eight", "one one nine eight csa one two"),
    ("delta three oh six descend and maintain four thousand", "down to four delta three oh six"),
    ("delta three oh six descend and maintain four thousand", "four thousand delta three oh six"),
    ("delta three oh six reduce speed to one seven zero knots", "back to one seventy delta three oh six"),
    ("delta three oh six turn left heading zero four zero", "left to zero four zero three oh six"),
    ("baw12 descend four thousand feet q n h one zero two two", "four thousand one zero two two speedbird one two"),
    ("speedbird one two turn left heading three six zero", "left three six zero"),
    (
        "delta three oh six turn right heading one four zero maintain three thousand",
        "one four zero three thousand three oh six",
    ),
    ("delta three oh six contact tower one one niner point one", "nineteen one three oh six"),
    (
        "delta three oh six cleared i l s two six tower one one eight point one",
        "i l s two six eighteen one delta three oh six",
    ),
    ("delta three oh six descend and maintain four thousand", "out of nine for four delta three oh six"),
    ("baw12 maintain two thousand cleared ils approach runway two seven left", "two thousand cleared ils baw12"),
    ("speedbird one two vacate right via charlie five", "right charlie five speedbird one two"),
    ("csa one two confirm heading one one zero", "affirm one one zero csa one two"),
    ("speedbird one two descend 7000 contact radar 120.2", "descend 7000 120.2 speedbird one two"),
    ("csa one two runway 16 left expect ils", "roger 16 left request runway 16 right csa one two"),
    ("speedbird one two proceed direct osnabruck", "direct oscar sierra november speedbird one two"),
    ("speedbird one two ground one two one decimal eight seven five", "twenty one eight seven five speedbird one two"),
    (
        "baw12 traffic is a saab three miles ahead one hundred seventy knots turn left heading zero four zero",
        "left zero four zero speedbird one two",
    ),
    (
        "csa one two descend level two niner zero rate one thousand five hundred or greater",
        "descend two nine zero one thousand five hundred or greater csa one two",
    ),
    (
        "csa one two number two follow a cessna on a one mile base runway two seven cleared to land",
        "number two cleared to land two seven csa one two",
    ),
    ("csa one two descend three thousand qnh one zero one three", "three thousand one zero one three csa one two"),
    ("csa one two contact tower one two four point three", "one to four three csa one two"),
    ("csa one two squawk four six zero two", "squawk four six zero to csa one two"),
    ("csa one two turn left heading three four zero", "left three for zero csa one two"),
    ("csa one two runway three one right", "three one right csa one two"),
    (
        "csa one two contact departure one two four point three squawk four two one six",
        "two four three four two one six csa one two",
    ),
    ("csa one two descend and maintain one one thousand altimeter three zero one one", "eleven thousand csa one two"),
    ("csa one two turn left heading two four zero", "left heading too four zero csa one two"),
    ("csa one two turn left heading zero nine zero", "left heading nine zero csa one two"),
    ("csa one two descend and maintain three thousand", "three thousand niner six"),
    ("csa one two cleared to land runway two seven left", "cleared to land 27L csa one two"),
    ("csa one two cleared to land runway two five left", "two five left csa one two"),
    ("csa one two turn left heading two four zero descend three thousand", "two four zero and three csa one two"),
    ("csa one two proceed direct osnabruck", "direct OSN csa one two"),
    ("csa one two descend eight thousand runway two five left", "eight two five left csa one two"),
]
WRONG = [
    ("csa one two descend flight level nine zero", "descending level eight zero csa one two", ("altitude", 90, 80)),
    ("csa one two turn left heading two four zero", "left heading two five zero csa one two", ("heading", 240, 250)),
    ("csa one two turn left heading two four zero", "left two three zero csa one two", ("heading", 240, 230)),
    ("csa one two reduce speed one eight zero knots", "one six zero knots csa one two", ("speed", 180, 160)),
    ("csa one two turn left heading one niner zero", "nine one zero csa one two", ("heading", 190, 910)),
    (
        "csa one two contact tower one two six point five five",
        "thirty six fifty five csa one two",
        ("frequency", 126.55, 136.55),
    ),
    (
        "csa one two contact tower one one eight decimal seven",
        "tower one one niner decimal seven csa one two",
        ("frequency", 118.7, 119.7),
    ),
    ("csa one two descend three thousand feet", "nine for four csa one two", ("altitude", 3000, 4000)),
    ("csa one two hold short runway two five left", "hold short two five right csa one two", ("runway", "25L", "25R")),
    ("csa one two squawk four two one six", "squawk four two one seven csa one two", ("squawk", "4216", "4217")),
    ("csa one two expect ils runway two five left", "expecting two five right csa one two", ("runway", "25L", "25R")),
    ("csa one two report five mile final", "report four mile final csa one two", ("distance", 5, 4)),
    ("csa one two turn left ten degrees", "left twenty degrees csa one two", ("turn", 10, 20)),
    ("csa one two confirm heading one one zero", "affirm one two zero csa one two", ("heading", 110, 120)),
    (
        "csa one two climb and maintain one zero thousand",
        "up to zero one thousand csa one two",
        ("altitude", 10000, 1000),
    ),
    ("csa one two turn left heading two four zero", "left heading four two zero csa one two", ("heading", 240, 420)),
    (
        "csa one two cleared to land runway two five left",
        "csa one two cleared to land two six",
        ("runway", "25L", "26"),
    ),
    ("csa one two squawk two six two zero", "squawk two six two one csa one two", ("squawk", "2620", "2621")),
]


@pytest.mark.parametrize(("said", "heard"), CORRECT)
def test_correct(said: str, heard: str) -> None:
    """Fewer words, no units, a shorter call sign: no error."""
    readback = answer(said, heard)
    assert readback == Readback(1, "correct")


@pytest.mark.parametrize(("said", "heard", "difference"), WRONG)
def test_wrong(said: str, heard: str, difference: tuple[str, object, object]) -> None:
    """One figure makes the difference, and is named."""
    readback = answer(said, heard)
    assert readback is not None
    assert readback.status == "wrong"
    assert [(d.quantity, d.said, d.heard) for d in readback.differences] == [difference]


def test_condition() -> None:
    """What a clearance for the runway depends on is read back with it; in other words, or with the aircraft alone."""
    order = "finnair two four behind the landing airbus line up runway two two behind"
    for heard, lacking in (
        ("lining up runway two two finnair two four", "behind the landing airbus"),
        ("behind the landing airbus line up runway two two behind finnair two four", None),
        ("after the airbus lining up two two finnair two four", None),
    ):
        said = () if lacking is None else (Difference("condition", lacking, None),)
        assert answer(order, heard) == Readback(1, "partial" if said else "correct", said), heard


def test_partial() -> None:
    """One of two values came back."""
    readback = answer(
        "csa one two turn left heading two four zero descend flight level nine zero",
        "left heading two four zero csa one two",
    )
    assert readback == Readback(1, "partial", (Difference("altitude", 90, None),))


def test_wrong_once() -> None:
    """A wrong number was heard for one value only."""
    readback = answer(
        "csa one two turn left heading two four zero cleared to land runway two six", "two five zero csa one two"
    )
    assert readback is not None
    assert {(d.quantity, d.heard) for d in readback.differences} == {("heading", 250), ("runway", None)}


def test_lacking_a_figure() -> None:
    """No flight level loses its last figure, as thousands of feet lose theirs."""
    readback = answer("csa one two descend flight level two four zero", "two four csa one two")
    assert readback is not None
    assert readback.status != "correct"


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("csa one two descend flight level one zero zero", "descending flight level one zero"),
        ("csa eight seven nine speed two two zero", "zero eight seven ni"),
        ("csa one two heading one five zero", "passing one seven eight"),
        ("csa one two turn left heading one nine zero", "speed one eight zero csa one two"),
        ("csa one two turn left heading zero nine zero", "left heading zero nine zero four csa one two"),
        ("csa one two proceed direct osnabruck", "we have the information kilo lima csa one two"),
        ("csa one two cleared to land runway two five left", "cleared to land two five"),
        ("csa one two descend five thousand", "looking for three four right csa one two"),
        ("csa one two descend to flight level nine zero", "descending level zero nine csa one two"),
        ("csa one two descend five thousand cleared ils three four right", "cleared ils three four right csa one two"),
        ("csa one two descend three thousand", "won moment csa one two"),
        ("csa one two descend five thousand", "fore sure csa one two"),
        ("csa one two descend three thousand", "me too csa one two"),
        ("csa one two turn left heading two four zero direct osnabruck", "left heading two four zero csa one two"),
        ("csa one two proceed direct osnabruck", "we have kilo and lima csa one two"),
        ("csa one two cross runway two five left line up runway two five right", "line up two five right csa one two"),
    ],
)
def test_lacking_is_not_wrong(said: str, heard: str) -> None:
    """A recording that ends inside the value or the call sign, a report, the runway: nothing else was heard for it."""
    readback = answer(said, heard)
    assert readback is not None
    assert readback.differences
    assert all(d.heard is None for d in readback.differences)


def test_degrees_left_out() -> None:
    """How far to turn belongs into the answer."""
    readback = answer("csa one two turn left ten degrees", "turning left csa one two")
    assert readback == Readback(1, "missing", (Difference("turn", 10, None),))


def test_side_left_out() -> None:
    """A runway without its side lacks something."""
    readback = answer("csa one two cleared to land runway two five left", "cleared to land two five csa one two")
    assert readback == Readback(1, "partial", (Difference("runway", "25L", "25"),))


def test_wrong_call_sign() -> None:
    """Somebody else has taken the instruction for his own."""
    dialogue = Dialogue(default_parser())
    dialogue.add("praha good day lufthansa nine charlie kilo flight level three one zero")
    dialogue.add("lufthansa seven charlie kilo turn left heading zero four zero")
    taken = dialogue.add("left heading zero four zero lufthansa nine charlie kilo")
    assert taken.aircraft == "DLH9CK"
    assert taken.readback == Readback(2, "wrong", (Difference("callsign", "DLH7CK", "DLH9CK"),))


@pytest.mark.parametrize(
    "again", ["negative heading two four zero", "two four zero", "csa one two that's heading two four zero"]
)
def test_corrected(again: str) -> None:
    """After a wrong readback the value is said once more, in whatever form, and read back again."""
    dialogue = Dialogue(default_parser())
    for text in ("csa one two turn left heading two four zero", "left two five zero csa one two"):
        dialogue.add(text)
    assert dialogue.add(again).role == "controller"
    assert dialogue.add("two four zero csa one two", speaker="pilot").readback == Readback(3, "correct")


def test_in_two_transmissions() -> None:
    """The rest of a readback comes in a transmission of its own: nothing is lacking."""
    dialogue = Dialogue(default_parser())
    said = "csa one two turn left heading two four zero descend flight level nine zero"
    first, second = "left heading two four zero and", "descending flight level nine zero csa one two"
    heard = [dialogue.add(text) for text in (said, first, second)]
    assert [t.readback.status for t in heard if t.readback] == ["partial", "correct"]
    assert not list(findings(iter(heard)))
    assert [f.status for f in findings(iter(heard[:2]))] == ["partial"]


def test_missing() -> None:
    """Roger is no readback."""
    readback = answer("csa one two turn left heading two four zero", "roger csa one two")
    assert readback == Readback(1, "missing", (Difference("heading", 240, None),))


@pytest.mark.parametrize("heard", ["say again csa one two", "unable csa one two"])
def test_no_readback(heard: str) -> None:
    """Who asks again or refuses has not read back."""
    assert answer("csa one two turn left heading two four zero", heard) is None


def test_nothing_to_read_back() -> None:
    """Traffic and wind need none."""
    assert answer("csa one two traffic twelve o'clock three miles", "looking csa one two") is None


def test_findings() -> None:
    """What an analyst looks at: the wrong one, and the one that nobody answered."""
    dialogue = Dialogue(default_parser())
    said = "csa one two turn left heading two four zero"
    lost = "speedbird four five climb flight level one hundred"
    lines = [said, "left heading two five zero csa one two", lost]
    lines += ["lufthansa six turn left heading one zero zero", "left heading one zero zero lufthansa six"] * 5
    found = list(findings(dialogue.add(text) for text in lines))
    assert found == [
        Finding(1, 2, "CSA12", "wrong", (Difference("heading", 240, 250),), said, lines[1]),
        Finding(3, None, "BAW45", "missing", (Difference("altitude", 100, None),), lost, None),
    ]
