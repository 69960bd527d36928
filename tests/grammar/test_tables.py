"""The tables: who is called what, and where."""

from __future__ import annotations

import pytest

from callsigns.grammar import tables
from callsigns.grammar.tables import (
    Airline,
    Telephony,
    begins_place,
    ends_place,
    is_place,
    location,
    ordinary_words,
    place_indicators,
    read_text,
    rows_of,
    spoken,
    telephony,
)


def line(designator: str, name: str, status: str = "current", caution: str = "") -> str:
    """A row as it stands in the file."""
    return f'{designator},{name},"{name}, {status}",Nowhere,airline,{status},{caution}'


def own(designator: str, name: str) -> Airline:
    """A row of a user's."""
    return Airline(designator, name, f"{name} of mine", "Nowhere", "other", "user", "")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("SPEEDBIRD", "speedbird"),
        ("AIR FRANCE", "air france"),
        ("AIR-FRANCE", "air france"),
        ("ROSE'S", "rose's"),
        ("U.S. AIR", "u s air"),
        ("Kraków", "krakow"),
        ("Žižkov-Jih", "zizkov jih"),
        ("!!", ""),
        ("", ""),
    ],
)
def test_spoken(name: str, wanted: str) -> None:
    assert spoken(name) == wanted


@pytest.mark.parametrize(
    ("telephony_name", "designator"),
    [("speedbird", "BAW"), ("ascot", "RRR"), ("lufthansa", "DLH"), ("delta", "DAL"), ("dynasty", "CAL")],
)
def test_shipped_telephony(telephony_name: str, designator: str) -> None:
    """By name and by designator it is the same row."""
    named = telephony().named(telephony_name)
    assert named is not None
    assert named.designator == designator
    assert telephony().designated(designator) == telephony().designated(designator.lower())
    held = telephony().designated(designator)
    assert held is not None
    assert spoken(held.telephony) == telephony_name


def test_every_row_counts() -> None:
    rows = read_text("telephony.csv").splitlines()[1:]
    names = {spoken(row.split(",")[1]) for row in (rows[0], rows[-1])}
    assert names < {*telephony().names()}


def test_unknown_names() -> None:
    assert telephony().named("zipzap") is None
    assert telephony().designated("ZZ9") is None
    assert telephony().designated("") is None


@pytest.mark.parametrize("order", [1, -1], ids=["as given", "turned round"])
def test_who_counts_first(order: int) -> None:
    """A user before a variant before the holder before the former holder, in whatever order the rows stand."""
    lines = [line("AAA", "ZIP", "historic"), line("BBB", "ZIP"), line("DDD", "ZIP", "special")]
    assert _named(Telephony(rows_of(lines[::order])), "zip") == "BBB"
    assert _named(Telephony(rows_of(lines[::order]), [own("CCC", "ZIP")]), "zip") == "CCC"
    assert _named(Telephony(rows_of([lines[0], lines[2]][::order])), "zip") == "DDD"
    held = Telephony(rows_of([line("AAA", "OLD", "historic"), line("AAA", "NEW")][::order])).designated("AAA")
    assert held is not None
    assert (held.telephony, held.operator, held.status) == ("NEW", "NEW, current", "current")


def test_among_equals_the_first_row_counts() -> None:
    table = Telephony(rows_of([line("AAA", "ZIP"), line("BBB", "ZIP"), line("AAA", "ZAP")]))
    held = table.designated("AAA")
    assert (_named(table, "zip"), held and held.telephony) == ("AAA", "ZIP")


def _named(table: Telephony, name: str) -> str | None:
    found = table.named(name)
    return found.designator if found else None


def test_a_variant_stands_for_its_holder() -> None:
    table = Telephony(rows_of([line("AAA", "ZIPPER"), line("AAA", "ZIP PER", "variant")]))
    assert table.named("zip per") == table.named("zipper") == table.designated("AAA")
    assert Telephony(rows_of([line("AAA", "ZIP PER", "variant")])).named("zip per") is None


def test_a_name_may_be_parted() -> None:
    """Transcripts write "speed bird"."""
    assert _named(Telephony(rows_of([line("AAA", "ZIPPER")])), "zip per") == "AAA"


@pytest.mark.parametrize("name", ["U.S. ZIP", "ZAP-ZUP", "ZIP", "ŽIŽKOV", "ROSE'S"])
def test_rows_are_found_as_they_are_spoken(name: str) -> None:
    assert _named(Telephony(rows_of([line("AAA", name)])), spoken(name)) == "AAA"


def test_who_flies_by_a_name_now() -> None:
    """Former holders do not, nor units that are called so in an exercise; a user's row does."""
    rows = [
        line(f"A{at}A", f"ZIP {at}", status) for at, status in enumerate(("historic", "special", "current", "variant"))
    ]
    table = Telephony(rows_of(rows), [own("CCC", "ZOP")])
    now = {designator: flies for _, designator, flies in table.flown()}
    assert now == {"A0A": False, "A1A": False, "A2A": True, "A3A": True, "CCC": True}


def test_rows_are_added_to_a_copy() -> None:
    table = Telephony(rows_of([line("AAA", "ZIP"), line("BBB", "ZAP")]))
    more = table.with_rows([own("CCC", "ZIP"), own("BBB", "ZOP"), own("", "ZUP"), own("EEE", "ZOP")])
    assert [_named(more, name) for name in ("zip", "zop", "zap", "zup")] == ["CCC", "BBB", "BBB", ""]
    held = more.designated("BBB")
    assert held is not None
    assert held.telephony == "ZOP"
    assert more.designated("") is None
    assert [_named(table, name) for name in ("zip", "zop")] == ["AAA", None]
    assert sorted(name for name, _ in table) == ["zap", "zip"]


def test_names_that_hardly_stand_alone() -> None:
    table = Telephony(rows_of([line("AAA", "ZIP", caution="high"), line("BBB", "ZAP")]), [own("CCC", "ZOP")])
    assert {name: table.stands_alone(name) for name in table.names()} == {"zip": False, "zap": True, "zop": True}


@pytest.mark.parametrize(
    ("indicator", "name"),
    [("LGSA", "Chania"), ("lgsa", "Chania"), ("HLLB", "Benina"), ("EGLL", "Heathrow"), ("KJFK", "New York")],
)
def test_location(indicator: str, name: str) -> None:
    found = location(indicator)
    assert found is not None
    assert found.indicator == indicator.upper()
    assert name.lower() in f"{found.name} {found.city}".lower()


@pytest.mark.parametrize("indicator", ["ZZZZ", "LGS", "LGSAA", "", "\n", "1234", "LG,A", "LGSA,Chania", "ŁÓDŹ"])
def test_no_location(indicator: str) -> None:
    assert location(indicator) is None


def test_places() -> None:
    assert "HLLB" in place_indicators("benghazi")
    assert place_indicators("london")[0].startswith("EG")
    assert all(map(is_place, ("benghazi", "london", "new york")))
    assert not any(map(is_place, ("name", "", "zipzap", "benghaz", "benghazi,", "benghazi,HLLB", "~", "new ")))
    assert place_indicators("zipzap") == place_indicators("") == place_indicators("london,") == ()


def test_names_of_places_that_have_several_words() -> None:
    assert all(map(begins_place, ("new", "santa")))
    assert not any(map(begins_place, ("zipzap", "benghazi", "")))
    assert ends_place("york")
    assert not ends_place("benghazi")


def test_lines_may_end_as_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git may write them so where somebody checks the project out."""
    monkeypatch.setattr(tables, "_read", lambda name: b"indicator,name\r\nLOWW,Schwechat,Wien,Austria\r\nLZIB,x\r\n")
    monkeypatch.setattr(tables, "_locations", lambda: b"\n" + tables._read("locations.csv"))
    assert read_text("own.csv") == "indicator,name\nLOWW,Schwechat,Wien,Austria\nLZIB,x\n"
    assert location.__wrapped__("LOWW") == ("LOWW", "Schwechat", "Wien", "Austria")


def test_every_place_is_found() -> None:
    """They are searched for by halves, which finds nothing in rows that stand in another order."""
    rows = read_text("facility_names.csv").splitlines()[1:]
    assert rows == sorted(rows)


def test_ordinary_words() -> None:
    words = ordinary_words()
    assert {"the", "radio"} <= words
    assert "" not in words
    assert not [word for word in words if word.startswith("#")]


def test_every_shipped_file_is_text() -> None:
    for name in ("telephony.csv", "locations.csv", "alphabet.toml", "values.toml", "README.md"):
        assert read_text(name).strip()


def test_a_variant_is_ambiguous_by_itself() -> None:
    """EASY is an English word; "easyjet" is none, nor is "spirit wings", which crews shorten to one."""
    easy, variant = telephony().named("easy"), telephony().named("easyjet")
    assert easy is not None
    assert variant is not None
    assert (easy.caution, variant) == ("medium", easy._replace(caution=""))
    assert telephony().named("sun shine") == telephony().named("sunshine")
    spirit, wings = telephony().named("spirit"), telephony().named("spirit wings")
    assert spirit is not None
    assert wings is not None
    assert (spirit.caution, wings) == ("medium", spirit._replace(caution=""))
