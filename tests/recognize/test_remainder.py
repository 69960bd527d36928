"""How well a line goes on behind an identification: what is weighed above what."""

from __future__ import annotations

import pytest

from callsigns.parser import default_parser
from callsigns.recognize.callsign.remainder import Remainders

REMAINDERS = Remainders(default_parser()._compiled)


def weight(text: str) -> float | None:
    classes = default_parser().line(text).classes
    return REMAINDERS.quantity(classes, 0, len(classes))


def test_the_more_usual_a_quantity_the_more_it_weighs() -> None:
    weights = [weight(text) for text in ("eight thousand", "one zero thousand", "two two left", "three four thousand")]
    assert None not in weights
    assert weights == sorted({w for w in weights if w is not None}, reverse=True)


@pytest.mark.parametrize("text", ["two seven", "one two zero", "eight thousand two", "one two three four five"])
def test_a_number_alone_is_no_quantity(text: str) -> None:
    assert weight(text) is None


def test_a_bare_number_behind_an_identification() -> None:
    """One of three words is likelier than a longer one; behind an identification of two there is none."""
    weigh = REMAINDERS.behind(default_parser().line("one two three four five six seven").classes, 7)
    short, longer, behind_two, two_words = weigh(4, 3), weigh(3, 3), weigh(4, 2), weigh(5, 3)
    assert short is not None
    assert longer is not None
    assert behind_two is not None
    assert two_words is not None
    assert short > longer
    assert short > behind_two
    assert short > two_words


def test_a_number_that_is_no_quantity_weighs_less_the_longer_it_is() -> None:
    weigh = REMAINDERS.behind(default_parser().line("one two three four five six seven").classes, 7)
    weights = [weight for end in (1, 2, 5, 6) if (weight := weigh(end, 2)) is not None]
    assert len(weights) == 4
    assert weights == sorted(weights)


def test_the_rest_of_a_frequency() -> None:
    """ "two eighty two point nine": nobody's number ends before the point, but for what only figures follow."""
    parser = default_parser()
    assert REMAINDERS.behind(parser.line("two eighty two point nine").classes, 3)(3, 3) is not None
    assert REMAINDERS.behind(parser.line("two eighty two hundred").classes, 3)(3, 3) is None


def test_what_stands_behind_the_number_words() -> None:
    """Nothing is better than words that want a number in front, and those that no number may stand behind."""
    parser = default_parser()
    alone, carried = (parser.line(f"one two three {rest}").classes for rest in ("good day", "left cleared to land"))
    best, worse = REMAINDERS.behind(alone, 3)(3, 3), REMAINDERS.behind(carried, 3)(3, 3)
    assert best is not None
    assert worse is not None
    assert best > worse
    assert REMAINDERS.behind(parser.line("one two three thousand").classes, 3)(3, 3) is None
    assert REMAINDERS.wants(carried, 3)
    assert not REMAINDERS.wants(alone, 3)
