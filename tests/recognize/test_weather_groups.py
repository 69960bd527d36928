"""Groups of a written weather report: no flights, no call signs."""

from __future__ import annotations

import pytest

import callsigns

REPORTS = [
    "LSZH 141520Z 31015G25KT 280V340 10SM FEW050 BKN250 04/M07 A3012 RMK AO2 SLP199",
    "EDDM 141520Z AUTO 24008KT 9999 SCT021 BKN035CB 11/08 Q1013 NOSIG",
    "TAF EPWA 141100Z 1412/1518 22010KT 9999 SCT030 TEMPO 1414/1418 4000 SHRA BKN015CB",
    "LIMC 141520Z VRB02KT 0300 R35L/0600N FG VV001 05/05 Q1028",
    "BECMG 1420/1422 18005KT",
    "PROB30 TEMPO 1406/1409 0800 FZFG BKN001",
]


@pytest.mark.parametrize("text", REPORTS)
def test_nobody_is_called_in_it(text: str) -> None:
    read = callsigns.parse(text)
    assert read.callsigns == ()
    assert {value.quantity for message in read.messages for value in message.values} <= {
        "wind_direction", "wind_speed", "wind_gust", "speed",
    }  # fmt: skip


def test_the_wind_is_read() -> None:
    (message,) = callsigns.parse("KDEN 141553Z 31015G25KT 10SM BKN250").messages
    assert [(value.quantity, value.value) for value in message.values] == [
        ("wind_direction", 310), ("wind_speed", 15), ("wind_gust", 25),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "icao"), [("SAS021 descend FL80", "SAS021"), ("SWR9999 contact tower", "SWR9999")])
def test_others_are_flights(text: str, icao: str) -> None:
    assert [found.icao for found in callsigns.parse(text).callsigns] == [icao]


def test_one_that_stands_beside_a_report() -> None:
    read = callsigns.parse("DLH4AB, latest is 24008KT 9999 SCT021 BKN035")
    assert [found.text for found in read.callsigns] == ["DLH4AB"]
