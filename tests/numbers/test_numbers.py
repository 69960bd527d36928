"""Spoken numbers, as tables: what was said, and what it is."""

from __future__ import annotations

import pytest

from callsigns.numbers import Reading, cardinal, digits, prefixes, symbols

DIGITS = """
    one                                     1
    zero                                    0
    oh                                      0
    one two three                           123
    niner fife tree                         953
    won ate                                 18
    ten                                     10
    nineteen                                19
    twenty                                  20
    twenty one                              21
    twenty one two                          212
    twenty oh                               200
    twenty twenty                           2020
    ninety nine                             99
    fifteen forty nine                      1549
    four fifty two                          452
    four five twelve                        4512
    one oh one                              101
    twelve zero four                        1204
    one hundred                             100
    one hundred five                        105
    one hundred oh                          100
    one hundred fifteen                     115
    one hundred twenty                      120
    one hundred twenty five                 125
    fifteen hundred                         1500
    fifteen hundred six                     1506
    twelve hundred twenty                   1220
    two thousand                            2000
    two thousand one                        2001
    two thousand ten                        2010
    two thousand twenty                     2020
    two thousand twenty two                 2022
    two thousand five hundred               2500
    twelve thousand five hundred            12500
    triple seven                            777
    double two one                          221
    one double two                          122
    double oh seven                         007
    triple zero                             000
    1 2 3                                   123
    12 3                                    123
    306                                     306
    1549                                    1549
    1,000                                   1000
    99999                                   99999
    7 00                                    700
    twenty 5                                25
    hundred                                 -
    thousand                                -
    hundred five                            -
    double                                  -
    one double                              -
"""
CARDINAL = """
    one                                     1
    zero                                    0
    twenty one                              21
    ten                                     10
    one two                                 12
    one hundred                             100
    hundred                                 100
    thousand                                1000
    thousand five                           1005
    one thousand                            1000
    one two thousand                        12000
    one two thousand five hundred           12500
    twelve thousand five hundred            12500
    eleven thousand                         11000
    two thousand five hundred sixty         2560
    three hundred                           300
    three hundred forty five                345
    thirty one                              31
    one thousand two                        1002
    seven hundred fifty                     750
    10 thousand                             10000
    1 5 hundred                             1500
    11,000                                  11000
    four hundred hundred                    -
    delta thousand                          -
    delta hundred five                      -
    double                                  -
    thousand thousand                       -
    two hundred double                      -
"""
# What was said, and each beginning of it as "words:text:how natural".
PREFIXES = """
    one                                     1:1:3
    one two three four                      1:1:3 2:12:3 3:123:3 4:1234:3
    one two three four five                 1:1:3 2:12:3 3:123:3 4:1234:3 5:12345:2
    one two three four five six             1:1:3 2:12:3 3:123:3 4:1234:3 5:12345:2 6:123456:1
    ten twenty thirty                       1:10:3 2:1020:3 3:102030:1
    twenty one                              1:20:3 2:21:3
    one twenty one                          1:1:3 2:120:3 3:121:3
    one two twenty                          1:1:3 2:12:3 3:1220:2
    twenty one two three                    1:20:3 2:21:3 3:212:2 4:2123:2
    twelve one two                          1:12:3 2:121:2 3:1212:2
    twelve one two three                    1:12:3 2:121:2 3:1212:2 4:12123:1
    five hundred                            1:5:3 2:500:3
    five hundred two                        1:5:3 2:500:3 3:502:2
    five hundred two three                  1:5:3 2:500:3 3:502:2 4:5023:1
    twelve hundred                          1:12:3 2:1200:3
    twelve hundred two                      1:12:3 2:1200:3 3:1202:2
    one thousand                            1:1:3 2:1000:3
    one thousand five                       1:1:3 2:1000:3 3:1005:3
    one thousand five hundred               1:1:3 2:1000:3 3:1005:3 4:1500:3
    one thousand five hundred two           1:1:3 2:1000:3 3:1005:3 4:1500:3 5:1502:1
    one thousand twenty five                1:1:3 2:1000:3 3:1020:3 4:1025:3
    two thousand fifteen hundred            1:2:3 2:2000:3 3:2015:3 4:2500:1
    double one                              2:11:3
    double one two                          2:11:3 3:112:3
    one double one                          1:1:3 3:111:3
    one two double one                      1:1:3 2:12:3 4:1211:1
    306                                     1:306:3
    306 4                                   1:306:3 2:3064:2
    4 306                                   1:4:3 2:4306:2
    oh 306                                  1:0:3 2:0306:2
    306 oh                                  1:306:3 2:3060:2
    0 0 12                                  1:0:3 2:00:3 3:0012:3
    12 0                                    1:12:3 2:120:2
    one thousand one hundred                1:1:3 2:1000:3 3:1001:3 4:1100:3
    11111                                   1:11111:1
    1204                                    1:1204:3
    12345                                   1:12345:1
    hundred one
    oh one                                  1:0:3 2:01:3
    oh ten                                  1:0:3 2:010:3
"""


def table(text: str) -> list[tuple[list[str], str]]:
    """Lines of "words    result"."""
    rows = []
    for line in text.strip().splitlines():
        said, _, wanted = line.strip().partition("  ")
        rows.append((said.split(), wanted.strip()))
    return rows


def name(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)


@pytest.mark.parametrize(("words", "wanted"), table(DIGITS), ids=name)
def test_digits(words: list[str], wanted: str) -> None:
    assert digits(words) == wanted.replace("-", "")


@pytest.mark.parametrize(("words", "wanted"), table(CARDINAL), ids=name)
def test_cardinal(words: list[str], wanted: str) -> None:
    assert cardinal(words) == (None if wanted == "-" else int(wanted))


@pytest.mark.parametrize(("words", "wanted"), table(PREFIXES), ids=name)
def test_prefixes(words: list[str], wanted: str) -> None:
    """How the words may be read as far as each of them, and how people would find it."""
    assert " ".join(f"{r.words}:{r.text}:{r.natural}" for r in prefixes(words)) == wanted


def test_nothing() -> None:
    assert digits([]) == ""
    assert cardinal([]) is None
    assert list(prefixes([])) == []


def test_a_run_has_an_end() -> None:
    """After twelve words nobody listens."""
    assert [r.words for r in prefixes(["one"] * 20)] == list(range(1, 13))
    assert digits(["one"] * 12) == "1" * 12
    assert digits(["one"] * 13) == ""


@pytest.mark.parametrize("word", ["delta", "", "²", "1a", "1.5", "-1", "+1", "1_0"])
def test_what_is_no_number(word: str) -> None:
    """It adds nothing, and makes the reading odd."""
    assert list(prefixes(["one", word])) == [Reading(1, "1", 3), Reading(2, "1", 1)]
    assert digits([word]) == ""
    assert cardinal([word]) is None


def test_symbols() -> None:
    """Every number word is in the table, with what it stands for."""
    table = symbols()
    assert {
        word: table[word] for word in ("zero", "five", "to", "eleven", "thirty", "hundred", "thousand", "triple")
    } == {
        "zero": ("o", "0"),
        "five": ("d", "5"),
        "to": ("d", "2"),
        "eleven": ("t", "11"),
        "thirty": ("T", "30"),
        "hundred": ("H", "00"),
        "thousand": ("K", "000"),
        "triple": ("x", "3"),
    }
