"""Grammars from strangers: each is refused in bounded time with its file and its entry, or reads any text."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from callsigns.errors import GrammarError
from callsigns.grammar import Grammar
from callsigns.parser import Parser
from callsigns.records import Transmission
from tests.hostile.invariants import check
from tests.volume import share

PATIENCE = 20.0  # seconds: ten times what the slowest of them takes on a slow machine
MESSAGE = '[message.x]\nact = "other"\nforms = ["%s"]\n'
CALLSIGN = '[callsign.x]\nreader = "tactical"\npatterns = ["%s"]\n'
VALUE = '[value.x]\nquantity = "count"\nread = "number"\nforms = ["%s"]\n'
REPEATED = "zip"
for _ in range(11):
    REPEATED = f"({REPEATED}){{12}}"


TEXTS = (
    "zip",
    "",
    "contact praha radar one two seven decimal one, delta three oh six heavy turn left heading two one zero zip",
    "zip after landing hold short. united four fifty two flight level one hundred, lima golf sierra alpha",
)


def _define(count: int, form: str) -> str:
    return '[define]\na0 = "zip"\n' + "".join(f'a{n + 1} = "{form.replace("#", f"<a{n}>")}"\n' for n in range(count))


# What is wrong -> the file, and what the message must name.
BROKEN: dict[str, tuple[str | bytes, str]] = {
    "no TOML": ("[message.x\n", r"line 1"),
    "end in a string": ('[message.x]\nact = "oth', r"line 2|end of document"),
    "binary": (bytes(range(256)) * 20, r"byte 128: no UTF-8"),
    "UTF-16": ("[words]\n".encode("utf-16"), r"byte 0: no UTF-8"),
    "deep arrays": ("a = " + "[" * 200_000, r"recursion|line 1"),
    "deep tables": ("a = " + "{a=" * 100_000, r"recursion|line 1"),
    "dotted name": ("[" + "a." * 200_000 + "a]\n", r"line 1: expected a name of few parts"),
    "topic as a section": (
        "[altitude.x]\n",
        r"\[altitude\] unknown section.* \(a message of yours is \[message.altitude.NAME",
    ),
    "unknown section": ("[mesage.x]\n", r"\[mesage\] unknown section; expected one of: callsign, "),
    "section is text": ('message = "x"\n', r"\[message\] expected a table, found 'x'"),
    "entry is text": ('[message]\nx = "y"\n', r"\[message.x\] expected a table, found 'y'"),
    "unknown key": ('[message.x]\nact = "other"\nform = ["zip"]\n', r"\[message.x\] unknown key 'form'"),
    "forms are a number": (
        '[message.x]\nact = "other"\nforms = 5\n',
        r"\[message.x\] 'forms': expected a list of texts",
    ),
    "forms are numbers": ('[message.x]\nact = "other"\nforms = [5]\n', r"\[message.x\] 'forms': expected a list of"),
    "no forms": ('[message.x]\nact = "other"\nforms = []\n', r"\[message.x\] 'forms' is missing"),
    "no act": ('[message.x]\nforms = ["zip"]\n', r"\[message.x\] 'act' is missing"),
    "unknown act": ('[message.x]\nact = "zap"\nforms = ["zip"]\n', r"\[message.x\] 'act': 'zap' is none of"),
    "unknown topic of what stands before a runway": (
        '[message.x]\nact = "other"\nrunway_before = ["wind", "widn"]\nforms = ["a"]\n',
        r"\[message.x\] 'runway_before': 'widn' is none of",
    ),
    "unknown topic beside a message": (
        '[message.x]\nact = "other"\nbeside = { taxy = "taxi.follow" }\nforms = ["a"]\n',
        r"\[message.x\] 'beside': 'taxy' is none of",
    ),
    "unknown act of an object": (
        '[message.x]\nact = "other"\nobjects = ["reprot"]\nforms = ["a"]\n',
        r"\[message.x\] 'objects': 'reprot' is none of",
    ),
    "unknown side": ('[message.x]\nact = "other"\nside = "both"\nforms = ["a"]\n', r"'side': 'both' is none of"),
    "unknown reader": (
        '[callsign.x]\nreader = "zap"\npatterns = ["zip"]\n',
        r"\[callsign.x\] 'reader': 'zap' is none of",
    ),
    "unknown read": ('[value.x]\nquantity = "a"\nread = "b"\nforms = ["zip"]\n', r"\[value.x\] 'read': 'b' is none of"),
    "limit of nothing": (
        '[value.x]\nquantity = "a"\nread = "limit"\nforms = ["z"]\n',
        r"\[value.x\] 'limit' is missing",
    ),
    "unknown kind": ('[condition.x]\nkind = "zap"\nforms = ["zip"]\n', r"\[condition.x\] 'kind': 'zap' is none of"),
    "no weight": ('[role.pilot.x]\nforms = ["zip"]\nweight = nan\n', r"\[role.pilot.x\] 'weight': expected a number"),
    "huge weight": (
        f'[role.pilot.x]\nforms = ["zip"]\nweight = 1{"0" * 400}\n',
        r"\[role.pilot.x\] 'weight': expected a number",
    ),
    "truth for weight": (
        '[role.pilot.x]\nforms = ["zip"]\nweight = true\n',
        r"\[role.pilot.x\] 'weight': expected a number",
    ),
    "role of nobody": (
        '[role.x]\nforms = ["zip"]\nweight = 1\n',
        r"\[role.x\] expected a name that begins with 'pilot.'",
    ),
    "unspeakable name": ('[telephony."!!"]\ndesignator = "ZZZ"\n', r"\[telephony.!!\] expected a name"),
    "empty word": ('[words]\nzip = [""]\n', r"\[words.zip\] expected a list of words"),
    "word is a number": ("[words]\nzip = [1]\n", r"\[words.zip\] expected a list of words"),
    "open bracket": (MESSAGE % "zip (zap", r"\[message.x\] form 'zip \(zap', character 9"),
    "strange mark": (MESSAGE % "zip+", r"\[message.x\] form 'zip\+', character 4"),
    "backwards": (MESSAGE % "<digit>{3,2}", r"\[message.x\] .*character 8: expected \{m,n\}"),
    "for ever": (MESSAGE % "zip{1,100}", r"\[message.x\] .*n from 1 to 12"),
    "nested brackets": (MESSAGE % ("(" * 40 + "zip" + ")" * 40), r"\[message.x\] .*at most 12 brackets"),
    "long form": (MESSAGE % ("zip " * 600), r"\[message.x\] .*longer than 2000"),
    "nothing said": (MESSAGE % "[zip]", r"\[message.x\] .*can match nothing at all"),
    "nothing said in a call sign": (CALLSIGN % "[zip] [zap]", r"\[callsign.x\] .*can match nothing at all"),
    "the end of a line": (MESSAGE % "[zip] <end>", r"\[message.x\] .*can match where nothing is said"),
    "a definition of nothing": ('[define]\na = "<begin>"\n' + MESSAGE % "<a>", r"\[message.x\] .*nothing is said"),
    "the end of a sentence": (MESSAGE % "<break>", r"\[message.x\] .*can match where nothing is said"),
    "the end as a call sign": (CALLSIGN % "<end>", r"\[callsign.x\] .*can match where nothing is said"),
    "small designator": ('[telephony.zip]\ndesignator = "xma"\n', r"\[telephony.zip\] 'designator': expected three"),
    "long indicator": ('[facility.zip]\nindicator = "EGLLX"\n', r"\[facility.zip\] 'indicator': expected four"),
    "unknown class": (MESSAGE % "zip <nosuch>", r"\[message.x\] unknown class <nosuch>"),
    "unknown class behind": (
        '[value.x]\nquantity="a"\nforms=["zip"]\nbehind="<no>"\n',
        r"\[value.x\] unknown class <no>",
    ),
    "class with a slip": (
        MESSAGE % "zip <altitud>",
        r"\[message.x\] unknown class <altitud>; the nearest is <altitude>",
    ),
    "class in a definition": ('[define]\nfoo = "zip <nosuch>"\n', r"\[define.foo\] unknown class <nosuch>"),
    "definition of a class": ('[define]\ndigit = "zip"\n', r"\[define.digit\] <digit> is a class already"),
    "circle": ('[define]\na = "<b>"\nb = "zip [<a>]"\n', r"\[define.a\] <a> is defined by itself: a -> b -> a"),
    "own circle": ('[define]\na = "zip <a>"\n', r"\[define.a\] <a> is defined by itself"),
    "long chain": (_define(3000, "#"), r"\[define.a\d+\] <a\d+>: more than 16 definitions inside each other"),
    "chain turned round": (
        "[define]\n" + "".join(f'a{n} = "<a{n - 1}>"\n' for n in range(3000, 0, -1)) + 'a0 = "zip"\n',
        r"\[define.a3000\] <a\d+>: more than 16",
    ),
    "doubled and doubled": (_define(40, "# #"), r"\[define.a\d+\] more than 200 words"),
    "either and either": (_define(40, "(# zap|# zip)"), r"\[define.a\d+\] more than 20,000 words when all"),
    "repeats of repeats": (MESSAGE % REPEATED, r"\[message.x\] more than 200 words"),
    "repeats in a call sign": (CALLSIGN % "(<digit>{1,12}){1,12} zip", r"\[callsign.x\] .*more than 100,000 ways"),
    "repeats in a value": (VALUE % "((<number>|<digit>){1,12}){1,12} zip", r"\[value.x\] .*more than 100,000 ways"),
    "left out again and again": (CALLSIGN % ("[<digit>] " * 28 + "zip"), r"\[callsign.x\] .*more than 100,000 ways"),
    "many big forms": (
        '[message.x]\nact = "other"\nforms = ['
        + ", ".join(f'"((zip{n}|zap|zop|zup){{12}}){{12}}"' for n in range(400))
        + "]\n",
        r"\[message.x\] .*more than 200,000 words",
    ),
    "many words": (
        '[message.x]\nact = "other"\nforms = ['
        + ", ".join(f'"zip{n}"' for n in range(19_000))
        + ']\n[words]\nzipper = ["zap"]\n[message.y]\nact = "other"\nforms = ['
        + ", ".join(f'"zop{n}"' for n in range(19_000))
        + "]\n",
        r"more than 40,000 different words",
    ),
    "a name twice": ("[message.x]\n[message.x]\n", r"Cannot declare|line 2"),
    "a shipped entry": (
        '[callsign.flight]\nreader = "flight"\npatterns = ["zip"]\n',
        r"\[callsign.flight\] is there already",
    ),
    "a shipped telephony": (
        '[telephony.speedbird]\ndesignator = "ZZZ"\n',
        r"\[telephony.speedbird\] is there already: BAW",
    ),
}


def use(path: Path, text: str = "zip one two three zap") -> Transmission:
    """Do with a grammar what the command does."""
    return Parser(Grammar.default().extended(path)).parse(text)


@pytest.mark.parametrize(("content", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_refused_with_place_in_bounded_time(tmp_path: Path, content: str | bytes, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    start = time.perf_counter()
    with pytest.raises(GrammarError, match=message) as caught:
        use(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)
    assert time.perf_counter() - start < PATIENCE


def test_missing_folder_and_huge(tmp_path: Path) -> None:
    """What is no file of a sensible size is not even read."""
    with pytest.raises(GrammarError, match=r"none\.toml: No such file"):
        use(tmp_path / "none.toml")
    with pytest.raises(GrammarError, match=r": Is a directory"):
        use(tmp_path)
    for name in ("a\0b", "\ud800"):
        with pytest.raises(GrammarError, match=r"null (byte|character)|surrogates not allowed"):
            use(tmp_path / name)
    huge = tmp_path / "huge.toml"
    with huge.open("wb") as file:
        file.truncate(5_000_000)
    with pytest.raises(GrammarError, match=r"huge\.toml: larger than 4,000,000 bytes"):
        use(huge)


def test_the_same_file_twice(tmp_path: Path) -> None:
    """An entry may come from one file only."""
    path = tmp_path / "mine.toml"
    path.write_text(MESSAGE % "zip zap")
    with pytest.raises(GrammarError, match=r"mine\.toml: \[message\.x\] is there already"):
        Grammar.default().extended(path).extended(path)


@pytest.mark.parametrize(
    "content",
    [
        MESSAGE % "zip [<number>{1,12}] (zap|<letter>{1,3}|[very] <telephony>)",
        CALLSIGN % "zap ((<digit>|<letter>){1,3} <figures>){1,2} zip",
        '[define]\npilots = "(zip|zap) [and (zip|zap)]"\n' + MESSAGE % "<pilots> [to] <pilots>",
        "[words]\nzipper = [" + ", ".join(f'"w{n}"' for n in range(100_000)) + "]\n",
        MESSAGE % '", "'.join(f"zip{n} zap{n}" for n in range(3_000)),
        "",
    ],
    ids=["message", "call sign", "definition", "many words", "many forms", "empty"],
)
def test_usual_grammars_are_not_refused(tmp_path: Path, content: str) -> None:
    """The bounds lie far beyond what people write."""
    path = tmp_path / "mine.toml"
    path.write_text(content)
    start = time.perf_counter()
    parser = Parser(Grammar.default().extended(path))
    for line in ("zip " * 500, "zap " + "one " * 500, "zip and " * 300, "delta " * 300):
        parser.parse(line)
    assert time.perf_counter() - start < PATIENCE


def test_costly_grammars_stay_bounded(tmp_path: Path) -> None:
    """What is just below the bounds reads the worst line for it in bounded time."""
    path = tmp_path / "mine.toml"
    path.write_text(CALLSIGN % ("zap " + "[<digit>] " * 14 + "zip") + VALUE % ("[<digit>] " * 14 + "<digit> zip"))
    parser = Parser(Grammar.default().extended(path))
    start = time.perf_counter()
    parser.parse("zap " + "one " * 200)
    assert time.perf_counter() - start < PATIENCE


LINES = st.sampled_from(
    [
        *(
            "[message.x]",
            "[callsign.x]",
            "[value.x]",
            "[words]",
            "[define]",
            "[role.pilot.x]",
            "[condition.x]",
            "[telephony.zip]",
        ),
        *(
            'act = "other"',
            "act = 5",
            'forms = ["zip <digit>"]',
            'forms = ["[zip"]',
            'forms = "zip"',
            'patterns = ["zip"]',
        ),
        *(
            'reader = "tactical"',
            'kind = "at"',
            "weight = 1.5",
            'zip = ["zap"]',
            'zap = "<zip> zop"',
            'quantity = "zip"',
        ),
        *(
            'designator = "ZZZ"',
            'examples = ["zip"]',
            "examples = {zip = 1}",
            '"a.b" = 5',
            "not = []",
            "]",
            "=",
            '"""',
            "\x00",
        ),
    ]
)


@settings(max_examples=share(80), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=80), st.lists(LINES, max_size=8).map(lambda lines: "\n".join(lines).encode())))
def test_any_file_is_used_or_refused(tmp_path: Path, content: bytes) -> None:
    """Nothing but ``GrammarError`` comes out of a file, and it begins with the file."""
    path = tmp_path / "mine.toml"
    path.write_bytes(content)
    told = str(path)
    try:
        use(path)
    except GrammarError as error:
        told = str(error)
    assert told.startswith(str(path))


CLASSES = (
    *("digit", "letter", "number", "telephony", "unknown", "ordinary", "figure3", "coded", "single", "thousand"),
    *("callsign", "facility", "value", "heading", "altitude", "spelling", "condition", "begin", "end", "break", "stop"),
    *("nameless", "pilot_said", "type", "tactical", "make", "cut_off", "comma_figure", "greeting"),
)
_word = st.sampled_from([*map("<{}>".format, CLASSES), "zip", "one", "delta", "heading", "heavy", "contact"])
_part = st.one_of(_word, st.builds("[{}]".format, _word), st.builds("({}|{})".format, _word, _word))
_form = st.lists(st.one_of(_part, st.builds("{}{{1,{}}}".format, _part, st.integers(1, 4))), min_size=1, max_size=4)
FORMS = _form.map(" ".join)
SECTIONS = (
    *(MESSAGE, CALLSIGN, VALUE, '[condition.x]\nkind = "after"\nforms = ["%s"]\n', '[define]\nx = "%s"\n'),
    '[role.pilot.x]\nweight = 1\nforms = ["%s"]\n',
)


@settings(max_examples=share(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(["<callsign>"] * len(SECTIONS), {SECTIONS[3]})
@example(["<break>"] * len(SECTIONS), {SECTIONS[0]})
@given(st.lists(FORMS, min_size=len(SECTIONS), max_size=len(SECTIONS)), st.sets(st.sampled_from(SECTIONS), min_size=1))
def test_any_form_in_any_section(tmp_path: Path, forms: list[str], chosen: set[str]) -> None:
    """Classes in any order, those of whole lines and of what was recognized among them: used, or refused."""
    path = tmp_path / "mine.toml"
    path.write_text("".join(section % form for section, form in zip(SECTIONS, forms, strict=True) if section in chosen))
    with contextlib.suppress(GrammarError):
        parser = Parser(Grammar.default().extended(path))
        for text in TEXTS:
            check(parser.parse(text), text)


@given(st.text(alphabet="ab <digit>()[]{},|12<>'._-\x00é", max_size=60))
@settings(max_examples=share(300), deadline=None)
def test_any_form_is_read_or_refused(form: str) -> None:
    """The notation itself: a tree, or an error with the place in the form."""
    from callsigns.grammar.patterns import classes_in, read, render, words_in

    with contextlib.suppress(GrammarError):
        tree = read(form)
        assert render(tree, str, str)
        assert [*classes_in(tree), *words_in(tree)]
