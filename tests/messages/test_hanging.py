"""What hangs on the words before it is no message of its own: what a question is about, and a reason."""

from __future__ import annotations

import pytest

import callsigns


def messages(text: str) -> list[tuple[str, str | None]]:
    return [(m.act, m.topic) for m in callsigns.parse(text).messages]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("did approach give you a speed", "speed"),
        ("are you able to comply with rnp", "approach"),
        ("can you see a cessna on left base", "traffic"),
        ("confirm you have the new route on the fms", "route"),
        ("how many track miles do you expect for us", "position"),
        ("do you know which gate we're going to", None),
        ("can you make it down from there", None),
        ("which way to the ramp", None),
        ("good morning can you make it down from there", None),
    ],
)
def test_a_question_and_what_it_is_about_are_one(text: str, topic: str | None) -> None:
    assert [m for m in messages(text) if m[0] != "greeting"] == [("query", topic)]


def test_a_bare_question_right_before_another_message_is_none() -> None:
    assert messages("is he roger turn left heading two one zero") == [
        ("acknowledgement", None),
        ("instruction", "heading"),
    ]
    assert ("query", None) in messages("is he very far cleared to land two six")


@pytest.mark.parametrize(
    "text", ["do you have the field turn left heading two one zero", "have you slowed, maintain six thousand"]
)
def test_an_order_behind_a_question_stays_one(text: str) -> None:
    assert messages(text)[-1][0] == "instruction"


def test_what_may_be_told_asks_for_nothing() -> None:
    assert messages("got the field and the seven two seven united seven sixty four") == [
        ("report", "approach"),
        ("report", "traffic"),
    ]


@pytest.mark.parametrize("word", ["due to", "because of"])
def test_a_reason_is_no_message(word: str) -> None:
    text = f"expect one five minutes delay {word} a disabled aircraft on the runway"
    assert messages(text) == [("expectation", "time")]


def test_what_stands_behind_a_comma_or_a_reason_is_a_message() -> None:
    assert ("information", "wind") in messages("unable due to traffic, wind two one zero at eight")
    assert ("information", "runway") in messages("expect a delay due to weather runway two four is closed")


def test_a_wish_is_one_with_where_it_is_wished() -> None:
    assert messages("request zone transit at two thousand feet") == [("request", "route")]
    assert messages("are we still on the heading or can we go direct") == [("query", "heading"), ("request", "route")]


def test_a_sentence_of_its_own_is_not_what_is_refused() -> None:
    assert messages("unable two i've got traffic on a three mile final") == [
        ("denial", None),
        ("information", "traffic"),
    ]


@pytest.mark.parametrize("text", ["it's the next one on your left side", "looks like we broke out around seven"])
def test_what_is_told_is_no_plain_question(text: str) -> None:
    """A verb in front asks only where an article or a name stands behind it: "is the ramp clear"."""
    assert messages(text) == [("other", None)]


@pytest.mark.parametrize("text", ["which way to the ramp", "who else is on for the river approach"])
def test_a_plain_question_has_its_last_word(text: str) -> None:
    assert [m.text for m in callsigns.parse(text).messages] == [text]


def test_a_report_behind_a_question_is_one() -> None:
    """What hangs on a question goes on from it: "we see" begins anew."""
    asked, told = callsigns.parse("confirm this is air canada two one we see some lights on the runway").messages
    assert (asked.text, told.act) == ("confirm this is air canada two one", "report")
