"""Full stops between a call sign and what is said to it."""

from __future__ import annotations

import pytest

import callsigns


def _said(text: str) -> list[object]:
    read = callsigns.parse(text)
    return [read.role, [(c.icao, c.use) for c in read.callsigns], [(m.act, m.topic) for m in read.messages]]


@pytest.mark.parametrize(
    "text",
    [
        "Delta 306. Turn left heading 270.",
        "Turn left heading 225. Aeroflot 143.",
        "Korean Air 85 heavy. Hold short of Mike Alpha.",
        "Skywest 41. 170 until the marker.",
        "One eight zero. American 1803. Good day.",
        "Lauda 25 Charlie. Right heading 190.",
        "Easy 96 Papa. Final runway 22.",
        "American 9. Out of 6,000.",
        "Emirates 7. Wien, squawk 4114.",
        "Pacific Coast 4-17. Hold short of 27 left.",
        "Skies West 55-66. Expect runway 7 right.",
        "Speedbird 12. Descend flight level 80, Lufthansa 4 Papa Tango, hold position.",
    ],
)
def test_as_a_comma(text: str) -> None:
    """Behind the first call sign, or before the last, a full stop parts no more than a comma."""
    stop = text.index(". ")
    assert _said(text) == _said(text[:stop] + "," + text[stop + 1 :])


@pytest.mark.parametrize(
    "text",
    [
        "Delta 306, hold| short of runway 27 right.",
        "Delta 306, hold short| of runway 27 right.",
        "Delta 306, hold short of| runway 27 right.",
        "Delta 306, report downwind| runway 25.",
        "Delta 306, runway 22| left.",
        "Delta 306, cleared| to land runway 27 left.",
        "Delta 306, cleared for takeoff| 9 right.",
        "Delta 306, cleared| visual approach runway 35 left.",
        "Delta 306, taxi| via alpha, kilo.",
        "Delta 306, taxi via alpha| kilo.",
        "Delta 306, climb| and maintain 14,000.",
        "Delta 306, turn| right heading 330.",
        "Delta 306, reduce| speed to 170.",
        "Delta 306, reduce speed| to 170.",
        "Delta 306, wind 230| at 12, runway 22 left, cleared to land.",
        "Delta 306, maintain 220| knots.",
        "Delta 306, contact| Dublin director 119.92.",
        "Delta 306, contact Dublin| director 119.92.",
        "Delta 306, negative| contact.",
        "Delta 306, expect vectors for| ILS approach runway 13 right.",
        "Delta 306, follow the Boeing 757| on a 4 mile final.",
        "Delta 306, report| 3 mile final.",
        "Delta 306, proceed direct| Centralia.",
        "Delta 306, traffic| 12 o'clock, 3 miles, opposite direction, 5,000, a 737.",
        "Delta 306, traffic 12 o'clock| 3 miles, opposite direction, 5,000, a 737.",
        "Delta 306, traffic 12 o'clock, 3 miles| opposite direction, 5,000, a 737.",
        "Delta 306, traffic 12 o'clock, 3 miles, opposite direction| 5,000, a 737.",
        "Delta 306, traffic 12 o'clock, 3 miles, opposite direction, 5,000| a 737.",
    ],
)
def test_within_a_sentence(text: str) -> None:
    """What is no sentence without the words before it, or behind it, goes on with them."""
    before, behind = text.split("| ")
    stopped = callsigns.parse(f"{before}. {behind[0].upper()}{behind[1:]}")
    meant = callsigns.parse(f"{before} {behind}")
    assert [(m.act, m.topic, [v.value for v in m.values]) for m in stopped.messages] == [
        (m.act, m.topic, [v.value for v in m.values]) for m in meant.messages
    ]


@pytest.mark.parametrize("text", ["Thanks for that one. Delta 306, roger.", "Contact tower at the. Delta 306, roger."])
def test_before_a_name(text: str) -> None:
    """A word that ends no sentence does before whoever is called next."""
    assert [c.icao for c in callsigns.parse(text).callsigns] == ["DAL306"]


@pytest.mark.parametrize(
    ("text", "icao"),
    [
        ("Good morning, Speedbird. 1-4-7 heavy, is with you out of 10,000.", "BAW147"),
        ("Turn left heading 270. Southwest. 1892. Good day.", "SWA1892"),
        ("Roger, Delta. 1824.", "DAL1824"),
    ],
)
def test_within_a_call_sign(text: str, icao: str) -> None:
    """A name between signs of punctuation, and its number behind another one."""
    assert [c.icao for c in callsigns.parse(text).callsigns] == [icao]


def test_not_within() -> None:
    """A taxiway, and who is there; a name of which something is said."""
    assert [c.text for c in callsigns.parse("Holding at Delta. 1824, ready.").callsigns] == ["1824"]
    assert callsigns.parse("I flew Delta. 1824 people were on board.").callsigns == ()


def test_both_speak() -> None:
    """Whoever is called behind the full stop may have been the one who spoke before it."""
    assert callsigns.parse("United 5. It's the best film.").callsigns == ()
    assert len(callsigns.parse("Delta 452. Delta 452, go ahead.").callsigns) == 2


def test_other_sentences() -> None:
    """Between two things that are said a full stop stays one."""
    read = callsigns.parse("Delta 306, contact tower 118.1. Wind 270 at 10.")
    assert [m.topic for m in read.messages] == ["frequency", "wind"]
    assert callsigns.parse("Number two. Traffic on final.").callsigns == ()
