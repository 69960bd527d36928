"""The words of a line: what is put right, what is left out, and what stays as it was said."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser

# What is written, and the words that are read.
READ = """
    uest direct renka swiss one two                  request direct renka swiss one two
    est direct renka swiss one two                   est direct renka swiss one two
    nway two seven cleared to land                   runway two seven cleared to land
    way two seven cleared to land                    way two seven cleared to land
    hree three eight papa golf contact tower         three eight papa golf contact tower
    ee three eight papa golf contact tower           ee three eight papa golf contact tower
    csa seven alpha juli                             csa seven alpha juliett
    csa seven alpha jul                              csa seven alpha jul
    csa seven alpha ju                               csa seven alpha
    csa seven alpha juliet                           csa seven alpha juliet
    swiss four two thr                               swiss four two
    turn turn left heading two one zero              turn left heading two one zero
    turn turn turn left heading two one zero         turn turn turn left heading two one zero
    desce descend flight level nine zero             descend flight level nine zero
    direct gre uh greki                              direct greki
    land landing runway two seven                    land landing runway two seven
    climb, climb flight level nine zero              climb climb flight level nine zero
    rome rome radar swiss one two                    rome rome radar swiss one two
    no no sorry                                      no no sorry
    pan pan pan pan                                  pan pan pan pan
    croatia croatia four two climb                   croatia four two climb
    swiss one two descend descend                    swiss one two descend
    descend descend to to four thousand              descend to to four thousand
    swiss one nine or two                            swiss one nine two
    delta nine or twelve climb                       delta nine twelve climb
    nine or thousand                                 nine thousand
    swiss 739er climb                                swiss 739 climb
    swiss 12er climb                                 swiss 12er climb
    heading 0-9-0                                    heading zero nine zero
    heading 0-9                                      heading 0 9
    fly heading. 040                                 fly heading 040
    contact tower. 118.7                             contact tower 118.7
    swiss one two's clear                            swiss one two clear
    1610 heavy's level                               1610 heavy level
    the tower's frequency                            the tower's frequency
    Lufthansa 67 XR                                  lufthansa 67 xr
    Lufthansa 67 xr                                  lufthansa 67
    uh swiss uh one two um climb                     swiss one two climb
    and swiss one two                                swiss one two
    uh and swiss one two                             swiss one two
    and voy one two                                  and voy one two
    and                                              and
"""


@pytest.mark.parametrize("line", [line.strip() for line in READ.strip().splitlines()])
def test_read(line: str) -> None:
    said, meant = (part.strip() for part in line.split("  ") if part)
    assert " ".join(default_parser().line(said).words) == meant


@pytest.mark.parametrize(
    ("text", "cut"), [("swiss four two thr", True), ("csa seven alpha ju", False), ("swiss", False)]
)
def test_a_number_that_is_cut_off(text: str, cut: bool) -> None:
    """Nobody knows how it goes on."""
    assert default_parser().line(text).cut_number is cut


@pytest.mark.parametrize(
    ("text", "icao"),
    [
        ("ready for departure csa five papa cha", None),
        ("ready for departure csa five papa charlie na", "CSA5PC"),
        ("ready for departure csa five papa go", "CSA5P"),
    ],
)
def test_a_letter_that_is_cut_off(text: str, icao: str | None) -> None:
    """Nor which aircraft it is, unless no letter can follow; "go" is also the beginning of "good day"."""
    assert default_parser().parse(text).callsigns[0].icao == icao


def test_a_comma_behind_a_hesitation() -> None:
    """It parts nothing, unless one stands in front as well."""
    line = default_parser().line("swiss four uh, five, um, two um, lima")
    assert (line.words, sorted(line.commas)) == (["swiss", "four", "five", "two", "lima"], [3])


def test_a_comma_before_what_was_said_twice() -> None:
    line = default_parser().line("roger, turn turn left, descend")
    assert (line.words, sorted(line.commas)) == (["roger", "turn", "left", "descend"], [1, 3])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("heading three uh three six zero", "heading three six zero"),
        ("turn right one nine, one nine zero", "turn right one nine zero"),
        ("cleared to land one three er one three left", "cleared to land one three left"),
        ("turn right one nine -- one nine zero", "turn right one nine zero"),
        ("maintain one zero euh one zero thousand", "maintain one zero thousand"),
        ("squawk two uh two one zero", "squawk two two one zero"),
        ("swiss two uh two one zero", "swiss two two one zero"),
    ],
)
def test_values_begun_again(text: str, words: str) -> None:
    """No heading has four figures, so the first of them was begun; a squawk or a call sign may."""
    assert " ".join(default_parser().line(text).words) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("turn left, turn left heading one two zero", "turn left heading one two zero"),
        ("climb and climb and maintain six thousand", "climb and maintain six thousand"),
        ("contact tower contact tower one one eight one", "contact tower one one eight one"),
        ("swiss four two turn left turn left", "swiss four two turn left turn left"),
        ("go around go around climb straight ahead", "go around go around climb straight ahead"),
    ],
)
def test_phrases_begun_twice(text: str, words: str) -> None:
    """What asks for more was begun twice; a whole order is given twice."""
    assert " ".join(default_parser().line(text).words) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("swiss swiss four two turn left", "swiss four two turn left"),
        ("geneva geneva swiss four two", "geneva geneva swiss four two"),
        ("tower tower swiss four two", "tower swiss four two"),
        ("ground radar radar contact", "ground radar radar contact"),
    ],
)
def test_names_said_twice(text: str, words: str) -> None:
    """A name before its number was begun twice; a place is called twice; "radar, radar contact" says both."""
    assert " ".join(default_parser().line(text).words) == words
