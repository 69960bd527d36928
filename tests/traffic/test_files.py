"""Lists from files, the good and the broken."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from callsigns.errors import TrafficError
from callsigns.traffic import Aircraft, Traffic
from callsigns.traffic.files import entries
from tests.volume import share

DECODED = {
    "now": 1700000100.5,
    "messages": 12,
    "aircraft": [
        {"hex": "a12345", "flight": "UAL452  ", "r": "N77012", "t": "B738", "alt_baro": 3000, "seen_pos": 0.5},
        {"hex": "a54321", "r": "N914RY", "t": "P212", "seen": 3},
        {"hex": "4b1234", "flight": "        "},
        {"hex": "~2b1234", "flight": "@@@@@@@@"},
    ],
}


def read(tmp_path: Path, content: str | bytes, name: str = "list.txt") -> list[Aircraft]:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(Traffic.read(path))


@pytest.mark.parametrize(
    "content",
    [
        "UAL452\nN914RY\n",
        "# on frequency\n\n  UAL452  # inbound\r\nN914RY",
        "\ufeffUAL452\nN914RY\n",
        "callsign\nUAL452\nN914RY\n",
        "Call Sign;Speed\nUAL452;200\n\nN914RY;90\n",
        '{"callsign": "UAL452"}\n{"callsign": "N914RY"}\n',
        '\n{"flight": "UAL452"}\n\n{"flight": "N914RY", "lat": 1.5}\n',
        "callsign,registration\nUAL452,\nnull,N914RY\n",
        '["UAL452", "N914RY"]',
        '[{"callsign": "UAL452"},\n {"callsign": "N914RY"}]',
    ],
)
def test_good_files(tmp_path: Path, content: str) -> None:
    assert [a.callsign for a in read(tmp_path, content)] == ["N914RY", "UAL452"]


def test_all_columns(tmp_path: Path) -> None:
    content = "callsign,registration,type,time,remark\nUAL452,N77012,B738,12.5,\n,N914RY,,,\n"
    assert read(tmp_path, content, "a.csv") == [
        Aircraft("N914RY", "N914RY"),
        Aircraft("UAL452", "N77012", "B738", 12.5),
    ]


@pytest.mark.parametrize("indent", [None, 2])
def test_decoder(tmp_path: Path, indent: int | None) -> None:
    found = read(tmp_path, json.dumps(DECODED, indent=indent), "aircraft.json")
    assert found == [Aircraft("N914RY", "N914RY", "P212"), Aircraft("UAL452", "N77012", "B738", 1700000100.0)]


def test_duplicates_warn_with_their_place(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match=r"list\.txt: line 3: aircraft UAL452 is listed more than once"):
        assert len(read(tmp_path, "UAL452\nN914RY\nUAL452\n")) == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "holds no aircraft"),
        ("\n# nothing\n", "holds no aircraft"),
        ("[]", "holds no aircraft"),
        ('{"aircraft": []}', "holds no aircraft"),
        ("UAL452\nUAL 4/2\n", r"line 2: expected a call sign .* found 'UAL 4/2'"),
        (b"UAL452\n\xff\n", r"line 2: expected UTF-8, found byte 0xff"),
        ('callsign\n"UAL452\n', r"expected CSV"),
        ("callsign,time\nUAL452,noon\n", r"line 2: expected a time in seconds, found 'noon'"),
        ("callsign,time\nUAL452,nan\n", r"line 2: expected the time of a position in seconds, found nan"),
        ('{"callsign": "UAL452", "time": 1e999}\n', r"line 1: expected the time of a position in seconds, found inf"),
        ('{"callsign": "UAL452"}\n{"callsign": \n', r"line 2: expected JSON"),
        ('{"callsign": "UAL452"}\n5\n', r"line 2: expected an object"),
        ('{"callsign": 5}\n', r"line 1: expected text for 'callsign', found 5"),
        ('{"now": 1,\n "aircraft": [\n', r"line 3: expected JSON"),
        ('{"aircraft": {"hex": "a"}}', r"expected a list under 'aircraft'"),
        ('{"aircraft": [5]}', r"aircraft 1: expected an object"),
        ('{"aircraft": [{"flight": 5}]}', r"aircraft 1: expected text"),
        ("[5]", r"aircraft 1: expected an object"),
        ("[" * 100_000, r"expected JSON"),
        ('{"a": ' * 100_000, r"expected JSON"),
    ],
)
def test_broken_files(tmp_path: Path, content: str | bytes, message: str) -> None:
    with pytest.raises(TrafficError, match=message) as caught:
        read(tmp_path, content)
    assert str(caught.value).startswith(str(tmp_path / "list.txt"))


def test_missing_and_huge_files(tmp_path: Path) -> None:
    with pytest.raises(TrafficError, match="cannot be read"):
        Traffic.read(tmp_path / "none.txt")
    with pytest.raises(TrafficError, match="cannot be read"):
        Traffic.read(tmp_path)
    with pytest.raises(TrafficError, match=r"cannot be read: .*null (byte|character)"):
        Traffic.read(tmp_path / "a\0b")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(40 << 20)
    with pytest.raises(TrafficError, match="larger than"):
        Traffic.read(tmp_path / "huge.txt")


@settings(max_examples=share(100), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=60) | st.text(alphabet='{}[]":,\n0aUAL callsign', max_size=60).map(str.encode))
def test_any_bytes_give_a_list_or_a_traffic_error(tmp_path: Path, content: bytes) -> None:
    with contextlib.suppress(TrafficError):
        assert read(tmp_path, content)


def test_a_decoder_may_break_its_lines_anywhere() -> None:
    text = '{"now": 90.0, "aircraft": [\n{"hex": "a1", "flight": "UAL452  "},\n{"hex": "a2", "r": "N914RY"}\n]}\n'
    assert [entry.fields for entry in entries(text, "a.json")] == [{"callsign": "UAL452"}, {"registration": "N914RY"}]
