"""Words to classes: shapes, names of several words, words that are several things, and words of forms."""

from __future__ import annotations

import re
import tracemalloc

import pytest

from callsigns.errors import GrammarError
from callsigns.lexicon import CONTINUED, Lexicon, one_of
from callsigns.parser import default_parser

LEXICON = Lexicon(
    {
        "letter": ["alpha", "delta"],
        "digit": ["one", "two"],
        "telephony": ["delta", "air france", "air france cargo", "new york"],
        "place": ["new york", "york"],
    },
    literals=["climb", "one", "air"],
    entities={"callsign": (), "heading": ("value",)},
)

# A word, and the kinds that it may be.
KINDS = [
    ("alpha", {"letter"}),
    ("delta", {"letter", "telephony"}),
    ("one", {"digit"}),
    ("climb", set()),
    ("york", {"place"}),
    ("7", {"figure1"}),
    ("12", {"figure2"}),
    ("123", {"figure3"}),
    ("1234", {"figure4"}),
    ("12345", {"figure5"}),
    ("123456", {"figures"}),
    ("118.1", {"decimal_figure"}),
    ("11,000", {"comma_figure"}),
    ("27l", {"runway_figure"}),
    ("09r", {"runway_figure"}),
    ("36c", {"runway_figure"}),
    ("37l", {"flight_ident"}),
    ("5yv", {"flight_ident"}),
    ("123k", {"flight_ident"}),
    ("fl80", {"level_figure"}),
    ("fl240", {"level_figure"}),
    ("n123ab", {"us_mark"}),
    ("n914ry", {"us_mark"}),
    ("dlh5yv", {"written"}),
    ("baw1234", {"written"}),
    ("x", {"single"}),
    ("i", {"unknown"}),
    ("a", {"unknown"}),
    ("a1b2", {"coded"}),
    ("1a2b3", {"coded"}),
    ("zip", {"unknown"}),
    ("日本", {"unknown"}),
    ("two\nlines", {"unknown"}),
]


@pytest.mark.parametrize(
    ("word", "kinds"), KINDS, ids=lambda part: ascii(sorted(part) if isinstance(part, set) else part)[:20]
)
def test_kinds_of_a_word(word: str, kinds: set[str]) -> None:
    assert set(LEXICON.kinds_of(LEXICON.classes([word]))) == kinds


def test_members_answer_as_kinds_do() -> None:
    for word, kinds in KINDS:
        char = LEXICON.classes([word])
        for kind in ("letter", "digit", "telephony", "place", "figure1", "unknown", "single"):
            assert (char in LEXICON.members(kind)) == (kind in kinds), (word, kind)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("air france one", "telephony-digit"),
        ("air france cargo one", "telephony--digit"),
        ("air one", "nothing digit"),
        ("the air france", "unknown telephony-"),
        ("new york york", "place,telephony-place"),
        ("new new york", "unknown place,telephony-"),
        ("air air france", "nothing telephony-"),
        ("france", "unknown"),
        ("air", "nothing"),
        ("air france air france", "telephony-telephony-"),
        ("air one air france one", "nothing digit telephony-digit"),
        ("new new new york", "unknown unknown place,telephony-"),
    ],
)
def test_names_of_several_words(text: str, joined: str) -> None:
    """The longest name counts; its further words are marked as continued."""
    found = ""
    for char in LEXICON.classes(text.split()):
        name = ",".join(sorted(set(LEXICON.kinds_of(char)) - {"unknown"})) or _plain(char)
        found += "-" if char == CONTINUED else f" {name}" if found and not found.endswith("-") else name
    assert found == joined


@pytest.mark.parametrize(
    ("behind", "joined"), [("one", True), ("twelve", True), ("thirty", True), ("alpha", True), ("zip", False)]
)
def test_a_word_goes_over_to_the_name_that_has_a_number(behind: str, joined: bool) -> None:
    """ "okay air | shuttle" it would be, but for the number of "air shuttle"."""
    names = {"telephony": ["okay air", "air shuttle"]}
    numbers = {"digit": ["one"], "teen": ["twelve"], "tens": ["thirty"], "letter": ["alpha"]}
    classes = Lexicon({**names, **numbers}).classes(["okay", "air", "shuttle", behind])
    assert (classes[2] == CONTINUED) is joined


def _plain(char: str) -> str:
    return "unknown" if "unknown" in LEXICON.kinds_of(char) else "nothing"


@pytest.mark.parametrize("said", ["localiser", "localizer"])
@pytest.mark.parametrize("written", ["localiser", "localizer"])
def test_twins_are_one_word(written: str, said: str) -> None:
    """Whichever of them a form, a list or a name has."""
    twins = {"localiser": "localizer", "tyre": "tire"}
    of_form = Lexicon({"kind": ["ils"]}, literals=[written], twins=twins)
    assert of_form.classes([said]) == of_form.literal(written) == of_form.literal(said)
    of_list = Lexicon({"kind": [written, f"{written} approach"], "other": [said]}, twins=twins)
    assert set(of_list.kinds_of(of_list.classes([said]))) == {"kind", "other"}
    assert of_list.classes([said, "approach"])[1] == CONTINUED
    assert set(of_list.kinds_of(of_list.classes(["tyre"]))) == {"unknown"}


def test_words_of_forms_have_a_character_of_their_own() -> None:
    assert re.fullmatch(LEXICON.literals["climb"], LEXICON.classes(["climb"]))
    assert not re.fullmatch(LEXICON.literals["climb"], LEXICON.classes(["one"]))
    assert LEXICON.classes(["one"]) != LEXICON.classes(["two"])
    assert LEXICON.classes(["alpha"]) == LEXICON.classes(["alpha"])


def test_entities_belong_to_wider_classes() -> None:
    assert LEXICON.entity["heading"] in LEXICON.members("value")
    assert LEXICON.entity["callsign"] not in LEXICON.members("value")
    assert set(LEXICON.kinds_of(LEXICON.entity["heading"])) == {"heading", "value"}


def test_expressions() -> None:
    assert re.fullmatch(LEXICON.expression("telephony"), LEXICON.classes("air france cargo".split()))
    assert not re.search(LEXICON.expression("figure5"), LEXICON.classes(["zip"]))
    with pytest.raises(KeyError):
        LEXICON.expression("nosuch")
    assert Lexicon({"empty": []}).expression("empty") == "(?!)"


@pytest.mark.parametrize(
    ("chars", "expression"),
    [("", "(?!)"), ("a", "[a]"), ("cab", "[a-c]"), ("ab", "[a-b]"), ("abcxz", "[a-cxz]"), ("azbyx", "[a-bx-z]")],
)
def test_ranges(chars: str, expression: str) -> None:
    assert one_of(chars) == expression
    assert {c for c in "abcdefwxyz" if re.fullmatch(expression, c)} == set(chars)


@pytest.mark.parametrize(
    ("ranges", "kinds"),
    [
        (1, "digit figure1 teen tens figure2 figure3 figure4 hundred thousand repeat letter"),
        (2, "single telephony"),
    ],
)
def test_what_forms_name_most_is_few_ranges(ranges: int, kinds: str) -> None:
    """A range takes a tenth of the time to compile that its characters take one by one."""
    lexicon = default_parser()._compiled.lexicon
    found = {kind: len(re.findall(".-.|.", one_of(lexicon.members(kind))[1:-1])) for kind in kinds.split()}
    assert found == dict.fromkeys(kinds.split(), ranges)


@pytest.mark.parametrize(
    ("word", "kinds"),
    [("747", {"type", "figure3"}), ("md80", {"type", "coded"}), ("o'clock", {"type"}), ("x", {"type", "single"})],
)
def test_a_listed_word_keeps_its_shape(word: str, kinds: set[str]) -> None:
    """A figure stays a figure, whatever else it is; a word of some table is not unknown."""
    lexicon = Lexicon({"type": ["747", "md80", "o'clock", "x"]})
    assert set(lexicon.kinds_of(lexicon.classes([word]))) == kinds


@pytest.mark.parametrize(
    ("word", "kinds"),
    [("gopher", {"code_word", "unknown"}), ("kilo", {"code_word", "letter"}), ("thou", {"cut_off", "unknown"})],
)
def test_a_code_word_may_be_a_name_as_well(word: str, kinds: set[str]) -> None:
    """What is listed as a code word or as cut off, and nowhere else, is not known by that alone."""
    lexicon = Lexicon({"code_word": ["gopher", "kilo"], "cut_off": ["thou"], "letter": ["kilo"]})
    assert set(lexicon.kinds_of(lexicon.classes([word]))) == kinds


def test_what_is_no_class() -> None:
    assert LEXICON.kinds_of("?") == ()
    with pytest.raises(KeyError):
        LEXICON.members("nosuch")


def test_too_many_words_in_forms() -> None:
    with pytest.raises(GrammarError, match="more than 40,000 different words"):
        Lexicon({}, literals=[f"w{number}" for number in range(41_000)])


def test_unknown_words_leave_nothing_behind() -> None:
    """Memory does not grow with what people say; what is remembered is bounded."""

    def classes(first: int, last: int) -> set[str]:
        return {*LEXICON.classes([f"{number}a1" for number in range(first, last)])}

    assert classes(1_000, 9_000) == classes(1_000, 1_010) <= {*LEXICON.members("coded")}
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    classes(10_000, 90_000)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < 1_000_000  # 4,096 of 80,000


EVERYDAY = Lexicon(
    {
        "letter": ["delta"],
        "digit": ["one", "two"],
        "telephony": ["delta", "my flight", "air france"],
        "tactical": ["bronco"],
        "everyday_name": ["my flight"],
        "ordinary": ["field", "field's"],
    },
    literals=["that's"],
)


@pytest.mark.parametrize(
    ("said", "joined"),
    [
        ("my flight one two", True),
        ("my flight 452", True),
        ("cancel my flight plan", False),
        ("cancel my flight", False),
        ("air france", True),
    ],
)
def test_a_name_of_every_day_is_one_before_a_number_only(said: str, joined: bool) -> None:
    assert (CONTINUED in EVERYDAY.classes(said.split())) is joined


@pytest.mark.parametrize(
    ("word", "same"),
    [
        ("field's", "field"),
        ("delta's", "zip's"),
        ("bronco's", "zip's"),
        ("that's", "that's"),
    ],
)
def test_a_word_with_is_behind_it_is_the_word_unless_it_is_a_name(word: str, same: str) -> None:
    """ "field's in sight" is about the field; "delta's twenty one forty" is nobody's call."""
    assert EVERYDAY.classes([word]) == EVERYDAY.classes([same])
    assert EVERYDAY.classes(["field's"]) != EVERYDAY.classes(["zip's"])


def test_doing_without_its_last_letter() -> None:
    """ "descendin" is said, and cut off; a word that is known ("cabin") is what it is."""
    lexicon = Lexicon({"doing": ["descending"], "ordinary": ["cabin"], "digit": ["cabing"]})
    assert lexicon.classes(["descendin"]) == lexicon.classes(["descending"])
    assert lexicon.classes(["cabin"]) != lexicon.classes(["cabing"])
    assert lexicon.classes(["berlin"]) == lexicon.classes(["zip"])
