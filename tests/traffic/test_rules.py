"""One rule a test: what is a match, what is none, and what comes out."""

from __future__ import annotations

import pickle

import pytest

from callsigns.errors import TrafficError
from callsigns.parser import default_parser
from callsigns.records import Transmission
from callsigns.traffic import Aircraft, Traffic


def parse(text: str, *aircraft: str) -> Transmission:
    """``aircraft``: ``UAL452`` or ``UAL452/B738``."""
    entries = [dict(zip(("callsign", "type"), a.split("/"), strict=False)) for a in aircraft]
    return default_parser().parse(text, traffic=Traffic(entries))


@pytest.mark.parametrize(
    ("text", "aircraft", "expected"),
    [
        ("dynasty zero zero eight heavy climb", ("CAL8/B77W", "CAL80/B77W"), "CAL8"),  # zeros ahead
        ("air france six heavy climb", ("AFR006/B77W", "AFR60/B77W"), "AFR006"),
        ("southwest four eighty climb", ("SWA418", "SWA2800"), "SWA418"),  # "eighty" for "eighteen"
        ("southwest twelve seven fifty climb", ("SWA2750", "UAL1275"), "SWA2750"),  # "twelve" for "twenty"
        ("emirates one one to super contact", ("UAE112/A388", "UAE211/B77W"), "UAE112"),  # a digit behind
        ("emirates one one to contact", ("UAE112", "UAE11"), "UAE11"),  # and none
        ("hawaiian won twelve contact", ("HAL112", "HAL125"), "HAL112"),  # a digit ahead
        ("november eight tango eight tango foxtrot", ("N8TF", "N88TF"), "N8TF"),  # said twice
        ("american nine hundred and four climb", ("AAL904", "AAL940"), "AAL904"),
        ("jetblue six four teen climb", ("JBU614", "JBU640"), "JBU614"),
        ("ninety five oh two descend", ("UAL502", "AAL50"), "UAL502"),  # the name was heard as a figure
        ("eleven five oh two descend", ("UAL502", "AAL50"), None),
        ("united 1,738, turn left", ("UAL1738", "UAL738"), "UAL1738"),
        ("though the eight sixty six climb", ("DAL866", "UAL869"), "DAL866"),  # "the" is the end of a name
        ("the delta eighteen forty climb", ("DAL1840", "UAL869"), "DAL1840"),
        ("oh nippon one seven heavy descend", ("ANA17/B77W", "UAL117"), "ANA17"),  # "oh" is the beginning of one
        ("jet view six thirty eight climb", ("JBU638", "UAL117"), "JBU638"),  # somebody who hardly flies
        ("american eight wolf bravo turn left", ("AAL8455", "AAL573"), "AAL8455"),  # the rest was lost
        ("jet loose fourteen ten traffic american eight fifty one", ("JBU1410", "AAL851"), "JBU1410"),
    ],
)
def test_figures_heard_otherwise(text: str, aircraft: tuple[str, ...], expected: str | None) -> None:
    assert parse(text, *aircraft).aircraft == expected


@pytest.mark.parametrize(
    ("text", "aircraft"),
    [
        ("sky west thirty one fifty five turn left", ("SKW3525",)),  # two mistakes in what was said clearly
        ("spirit wing twelve ninety three turn left", ("NKS29",)),
        ("american fourteen ninety two contact tower", ("AAL492",)),
        ("n four five six mike juliet turn left", ("AAL456",)),  # letters of a registration
        ("cirrus four seven seven delta papa contact", ("ABX477", "UAL477")),
        ("reach five one two heavy descend", ("UAL512",)),
        ("lufthansa nine echo lima turn right", ("DLH9",)),
        ("wizzair four quebec sierra descend", ("WZZ4Q",)),
        ("information kilo is correct q n h one zero two two", ("AAR102",)),
        ("traffic in sight lot three eight nine", ("SCX389",)),  # said in full, by a name that is a word as well
        ("cessna one two three uh alpha bravo one four cleared to land", ("ARG123",)),
        ("speed bird one to three descend", ("ARG123",)),
        ("jet loose sixty two ten contact tower", ("FDT210",)),
        ("united four twenty five descend", ("UAL452",)),
    ],
)
def test_clear_figures_are_not_bent(text: str, aircraft: tuple[str, ...]) -> None:
    assert parse(text, *aircraft).aircraft is None


LIST = ("UAL452/B738", "UAL9/B77W", "DAL88/A333", "JBU6210/A320", "AFR3108/B77W", "N914RY/C172", "NKS5412/A20N")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("united four fifty two descend", "UAL452"),
        ("jet loose sixty two ten", "JBU6210"),
        ("air friends thirty one oh eight heavy", "AFR3108"),
        ("spirit ring fifty four twelve", "NKS5412"),
        ("number nine one four romeo yankee", "N914RY"),
        ("november four romeo yankee", "N914RY"),  # FAA: prefix and last three
        ("cessna four romeo yankee turn base", "N914RY"),  # type and last three
        ("skyhawk four romeo yankee turn base", "N914RY"),
        ("thirty one zero eight say heading", "AFR3108"),  # bare number
        ("roger four five two", "UAL452"),
        ("jetblue say again", "JBU6210"),  # telephony alone
        ("say again jetblue", "JBU6210"),
        ("jetblue contact tower one one eight decimal seven", "JBU6210"),
        ("united contact tower", None),  # two of them
        ("31 08 turn left", "AFR3108"),
        ("AFR3108 turn left", "AFR3108"),
        ("air france three one oh eight", "AFR3108"),
        ("spirit wings five four one two", "NKS5412"),
    ],
)
def test_match(text: str, expected: str | None) -> None:
    assert parse(text, *LIST).aircraft == expected


@pytest.mark.parametrize(
    ("text", "aircraft"),
    [
        ("united five five five descend", LIST),
        ("delta four five two descend", ("UAL452", "UAL9")),
        ("lufthansa five yankee victor", ("DLH55Y", "DLH6YV")),
        ("speedbird one two three", ("BAW124", "BAW12")),
        ("climb flight level three one zero", ("UAL310", "UAL31")),
        ("turn left heading two one zero", ("UAL210",)),
        ("maintain four thousand five hundred", ("UAL45", "UAL4500")),
        ("squawk four five two one", ("UAL4521",)),
        ("contact tower one one eight decimal seven", ("UAL118", "UAL1187")),
        ("thanks a lot", ("LOT45",)),
        ("taxi via delta", ("DAL45",)),
        ("good morning", LIST),
        ("", LIST),
    ],
)
def test_no_match(text: str, aircraft: tuple[str, ...]) -> None:
    assert parse(text, *aircraft).aircraft is None


def test_two_that_fit_as_well_give_none() -> None:
    assert parse("november one three papa", "N13PF", "N13PE").aircraft is None
    assert parse("november one three papa foxtrot", "N13PF", "N13PE").aircraft == "N13PF"


def test_weight_class_tells_two_apart() -> None:
    both = ("UAL31/B77W", "DAL31/B738")
    assert parse("mumble thirty one heavy", *both).aircraft in (None, "UAL31")
    assert parse("united thirty one heavy", "UAL31/B77W", "UAL317/B738").aircraft == "UAL31"


def test_the_record_that_comes_out() -> None:
    transmission = parse("uh jet loose sixty two ten descend", *LIST)
    (call,) = transmission.callsigns
    assert (call.match, call.text) == ("JBU6210", "jet loose sixty two ten")
    assert call.kind == "flight"
    assert transmission.text[call.start : call.end] == call.text


def test_said_in_full_but_not_listed_stays_as_it_was_said() -> None:
    transmission = parse("speedbird one two three descend", *LIST)
    assert [(c.icao, c.match) for c in transmission.callsigns] == [("BAW123", None)]
    assert transmission.aircraft is None  # the list is closed


def test_messages_belong_to_the_call_sign_that_was_found() -> None:
    transmission = parse("jet loose sixty two ten turn left heading two one zero", *LIST)
    assert transmission.messages
    assert {transmission.callsigns[m.callsign].match for m in transmission.messages if m.callsign is not None} == {
        "JBU6210"
    }


def test_match_is_written_as_in_the_list() -> None:
    assert parse("golf alpha bravo charlie delta", "G-ABCD").aircraft == "G-ABCD"
    assert parse("united four fifty two", "ual452").aircraft == "ual452"


def test_registration_of_a_listed_flight() -> None:
    traffic = Traffic([{"callsign": "UAL452", "registration": "N77012"}])
    assert default_parser().parse("november seven seven zero one two", traffic=traffic).aircraft == "UAL452"


def test_the_one_mentioned_is_not_the_one_spoken_to() -> None:
    transmission = parse("united four fifty two follow the delta eighty eight", "UAL452", "DAL88")
    assert transmission.aircraft == "UAL452"


def test_duplicates_are_merged_with_a_warning() -> None:
    with pytest.warns(UserWarning, match="N914RY is listed more than once"):
        traffic = Traffic(["N914RY", {"callsign": "N914RY", "type": "c172", "time": 5.0}])
    assert list(traffic) == [Aircraft("N914RY", None, "C172", 5.0)]


def test_a_list_behaves_like_one() -> None:
    traffic = Traffic(["UAL452", {"callsign": "N914RY", "type": "P212"}])
    assert len(traffic) == 2
    assert "UAL452" in traffic
    assert "n914ry" in traffic
    assert 452 not in traffic
    assert [a.callsign for a in traffic] == ["N914RY", "UAL452"]
    assert list(pickle.loads(pickle.dumps(traffic))) == list(traffic)
    assert Traffic([]).resolve(Transmission("united four")).aircraft is None


@pytest.mark.parametrize(
    "bad",
    ["", "UAL 4!2", "Ä1", None, 5, {}, {"callsign": 5}, {"callsign": "UAL4", "time": "noon"}, {"type": "B738"}],
)
def test_bad_entries(bad: object) -> None:
    with pytest.raises(TrafficError, match="expected"):
        Traffic([bad])  # type: ignore[list-item]


@pytest.mark.parametrize("bad", ["UAL452", {"callsign": "UAL452"}])
def test_one_aircraft_is_no_list(bad: object) -> None:
    with pytest.raises(TrafficError, match="list of aircraft"):
        Traffic(bad)  # type: ignore[arg-type]


def test_a_long_list_singles_out_too() -> None:
    many = [f"{code}{number}" for code in ("AAL", "UAL", "SWA", "DAL", "RPA") for number in range(1000, 1060)]
    for text, expected in (
        ("united ten forty two climb", "UAL1042"),
        ("you knighted ten forty two climb", "UAL1042"),
        ("brick hard one zero five eight turn", "RPA1058"),
        ("ten forty two climb", None),
        ("delta ten forty climb", "DAL1040"),
    ):
        assert parse(text, *many).aircraft == expected


def test_a_name_that_sounds_like_another_operators_is_no_match() -> None:
    """ "exact jet" is EXECJET; a flight of somebody else with nearly these figures is not meant."""
    text = "exact jet fifty one twenty turn right heading zero five zero"
    assert parse(text, "EJA5120/C56X", "SWA5420/B738").aircraft == "EJA5120"
    assert parse(text, "SWA5420/B738", "UAL512/B738").aircraft is None


def test_the_other_records_stay_as_they_were() -> None:
    """A match changes the call signs and who is meant, and nothing else; a new call sign is counted by messages."""
    for text in (
        "united four fifty two descend flight level one eight zero",
        "mumble thirty one oh eight heavy descend",
    ):
        plain, matched = default_parser().parse(text), parse(text, *LIST)
        assert matched.aircraft in ("UAL452", "AFR3108")
        assert (matched.spellings, matched.facilities, matched.role) == (plain.spellings, plain.facilities, plain.role)
        assert [m.topic for m in matched.messages] == [m.topic for m in plain.messages]
        assert {m.callsign for m in matched.messages} == {0}
        assert pickle.loads(pickle.dumps(matched)) == matched
