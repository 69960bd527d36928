"""Who holds a telephony, and what else its words may be."""

from __future__ import annotations

import pytest

from callsigns.grammar.tables import Airline
from callsigns.recognize.callsign.holder import Holder


def held(kind: str = "airline", country: str = "Spain", status: str = "current", caution: str = "medium") -> Airline:
    return Airline("XMA", "MAYBUG", "May Air", country, kind, status, caution)


@pytest.mark.parametrize(
    ("row", "mark"),
    [
        (held(), False),
        (held(country="United States"), True),
        (held(kind="other"), True),
        (held(kind="other", caution="low"), False),
    ],
)
def test_a_make_and_its_mark(row: Airline, mark: bool) -> None:
    """Letters in the number of an American, or of one who is no airline: the mark of an aircraft of that make."""
    assert Holder(row).mark is mark


def test_country() -> None:
    assert Holder(held()).country == "Spain"
    assert Holder(held(country="")).country is None


@pytest.mark.parametrize(
    ("row", "entry", "name", "ident", "flies"),
    [
        (held(), {}, "maybug", "12", True),
        (held(), {}, "maybug", "123", False),
        (held(), {}, "maybug", "1A", False),
        (held(), {"scheduled": True}, "maybug", "12", False),
        (held(), {"designator": "XMA"}, "maybug", "12", False),
        (held(kind="military"), {}, "maybug", "12", False),
        (held(status="historic"), {}, "maybug", "123", True),
        (held(status="historic"), {}, "may", "123", False),
    ],
)
def test_squadrons(row: Airline, entry: dict[str, object], name: str, ident: str, flies: bool) -> None:
    """One or two figures; any number where nobody else has the word any more."""
    assert Holder(row, entry, name).flies_tactically(ident, lambda: True) is flies


@pytest.mark.parametrize("abroad", [True, False])
def test_flying_elsewhere(abroad: bool) -> None:
    """Who flies every day, but not in the United States."""
    assert Holder(held(), {"scheduled": "abroad"}, "maybug").flies_tactically("12", lambda: abroad) is not abroad
