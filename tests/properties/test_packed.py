"""The parts of a record are made when they are asked for, and nobody can tell."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys

import attrs
import pytest

from callsigns.packed import Packed
from callsigns.parser import default_parser
from callsigns.records import CallSign, Facility, Message, Operator, Spelling, Transmission, Value
from tests.house.source import ROOT

SPOKEN = (
    "Zurich tower good morning swiss eight one kilo approaching kilo lima oscar flight level two eight zero or above"
)
MOST_BYTES = 450
_MEASURE = """
from callsigns.parser import default_parser
from tests.benchmarks.corpus import all_lines
from tests.benchmarks.costs import record_size
print(record_size(default_parser(), all_lines()))
"""


def test_records_are_what_was_packed() -> None:
    """Each kind of part, with and without what may be left out."""
    operator = Operator("SWR", "SWISS", "Swiss", "Switzerland", "airline")
    text = "swiss eight one kilo climb flight level one hundred"
    swiss = ("flight", "SWISS", "SWR", operator, "Switzerland", (), "addressee", False)
    climb = ("instruction", "altitude", "UM20", "CLIMB", 0, 1, 0)
    packed = Packed((
        (1, 1, 1, 1), 0, 20, "SWR81K", 0, swiss, 16, 20, "K", "letters", None, 0, 5, "SWISS", None, None, "mentioned",
        21, 51, climb, 27, 51, 100, ("altitude", "FL", None),
    ))  # fmt: skip
    callsigns, spellings, facilities, messages = packed.records(text)
    assert callsigns == (
        CallSign(text[:20], 0, 20, "flight", "SWR81K", "SWISS", "SWR", "81K", operator, "Switzerland", use="addressee"),
    )
    assert spellings == (Spelling("kilo", 16, 20, "K", "letters"),)
    assert facilities == (Facility("swiss", 0, 5, "SWISS", None, use="mentioned"),)
    level = Value(text[27:], 27, 51, "altitude", 100, "FL")
    assert messages == (
        Message(text[21:], 21, 51, "instruction", "altitude", (level,), callsign=0, cpdlc="UM20", command="CLIMB"),
    )


@pytest.mark.parametrize("name", ["callsigns", "spellings", "facilities", "messages"])
def test_asked_once_kept_for_good(name: str) -> None:
    """The second answer is the first, and the record cannot be changed."""
    record = default_parser().parse(SPOKEN)
    first = getattr(record, name)
    assert type(first) is tuple
    assert getattr(record, name) is first
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(record, name, ())
    assert getattr(record, name) is first


def test_equal_however_made() -> None:
    """Copies, pickles and records from the constructor equal one whose parts nobody has asked for."""
    parse = default_parser().parse
    whole = parse(SPOKEN)
    fields = [getattr(whole, field.name) for field in attrs.fields(Transmission)]
    for same in (Transmission(*fields), copy.copy(parse(SPOKEN)), pickle.loads(pickle.dumps(parse(SPOKEN)))):
        assert same == parse(SPOKEN)
        assert hash(same) == hash(parse(SPOKEN))
        assert repr(same) == repr(parse(SPOKEN))
    assert attrs.evolve(parse(SPOKEN), line=3).messages == whole.messages
    assert attrs.asdict(parse(SPOKEN)) == attrs.asdict(whole)


def test_a_kept_record_is_small() -> None:
    """In a process of its own: what is remembered after other tests is full of other lines, so less is shared."""
    run = subprocess.run([sys.executable, "-c", _MEASURE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert float(run.stdout) <= MOST_BYTES
