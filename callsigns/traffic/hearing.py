"""Where a line may hold a call sign: a run of figures and letters with the words before it.

>>> h = next(hearings("air friends thirty one oh eight heavy contact tower"))
>>> h.text, h.before, h.wake
('3108', ['air', 'friends'], 'heavy')

Each heard character keeps how it was said, since speech recognition mistakes the tens for one another more easily than
single digits, hears "fifty" for "fifteen", and loses what stands between words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from callsigns.grammar import shipped_table
from callsigns.numbers import symbols
from callsigns.tables import telephony
from callsigns.tokens import BREAK, Memory, scan

__all__ = ["Hearing", "counts", "hearings"]

_NAME_WORDS: Final = 4  # no name has more; what stands further ahead belongs to something else
_EARLY: Final = 5  # "thank you and good morning", and a name of two words cut in three
_MOST: Final = 12  # characters of a run that are looked at
_UNIT: Final = frozenset(
    "thousand decimal point hundred miles mile degrees knots feet foot minutes clock o'clock right left center"
    " centre".split()
)
_WAKE: Final = frozenset({"heavy", "super"})
# Words behind which a number is a quantity (ICAO Doc 4444 chapter 12), and words behind which it often is.
_AMOUNT: Final = frozenset(
    "heading level altitude speed runway rwy squawk maintain altimeter qnh frequency mach wind information knots"
    " taxiway time traffic landing behind boeing airbus".split()
)
_PERHAPS: Final = frozenset({"the"})  # the end of a name as well: "though the" is Delta
_QUANTITY: Final = _AMOUNT | _PERHAPS | frozenset(
    "descend climb on miles at than to flight until reduce increase degrees minimum maximum final ils rnav hundred"
    " thousand decimal point approach in left right cross after by of".split()
)

_FIGURES: Final = frozenset("deftw")  # ways in which a figure or an alphabet word is said
# A figure, "double" before one, three alphabet words (a registration without figures).
_BEGIN: Final = re.compile("[deftH]|x(?=[df])|[lw](?=[lw]{2})").search
_NINER: Final = "9er"
_AND: Final = "and"
_ZERO: Final = ("0", "")
_TWICE: Final = re.compile(r"(.{1,3})\1")
# "5yv", "n914ry", "ual452"; no level ("fl120")
_WRITTEN: Final = re.compile(r"\d{1,4}[a-z]{1,2}|n\d{1,5}[a-z]{0,2}|(?!fl)[a-z]{3}\d{1,4}[a-z]{0,2}")


class Char(NamedTuple):
    """One heard character and how it was said.

    ``how``: ``d`` digit, ``t`` first of a ten, ``z`` its zero, ``e`` one of a teen, ``w`` letter of the alphabet, ``l``
    any other letter, ``s`` a word that may be a digit ("for"), ``*`` one that is none. ``word`` is its index.
    """

    char: str
    how: str
    word: int


class _Read(NamedTuple):
    """How a word may be read, and its characters; ``-``: not at all."""

    how: str
    value: str


_NOTHING: Final = _Read("-", "")


class Hearing:
    """A run of figures and letters, with the words that may be its name.

    ``lead``: letters right before the first figure, a mark or letters for a name; ``text``: the characters heard;
    ``before``: the words that may be the name, the nearest last; ``ahead``, ``behind``: a digit that the word
    there sounds like; ``wake``: ``heavy`` or ``super`` said behind the run.
    """

    __slots__ = (
        "after", "ahead", "before", "behind", "chars", "ends", "first", "lead", "opening", "starts", "text", "wake",
        "words",
    )  # fmt: skip

    def __init__(self, line: _Line, first: int, chars: list[Char], after: int, *, opening: bool) -> None:
        self.words, self.starts, self.ends = words, _, _ = line.words, line.starts, line.ends
        self.first, self.chars, self.after, self.opening = first, chars, after, opening
        self.lead = line.lead(first)
        self.text = "".join([c.char for c in chars])
        self.before, self.ahead, self.behind = line.names(first), line.ahead(first), line.behind(after)
        self.wake = next((w for w in words[after : after + 2] if w in _WAKE), "")

    def start(self, words: int) -> int:
        """Where the text of the call sign begins, with so many words of its name."""
        return self.starts[max(0, self.first - words)]

    @property
    def early(self) -> bool:
        """The run stands where a call sign is looked for first."""
        return self.opening and self.first <= _EARLY

    @property
    def quantity(self) -> bool:
        """The run is said as a quantity: "heading two one zero", "four thousand"."""
        ahead = self.words[self.first - 1] if self.first else ""
        if self.opening:  # a long run may be a call sign and an altitude behind it
            if ahead in _AMOUNT or self._frequency:
                return True
            return (self.before_quantity or ahead in _PERHAPS) and len(self.chars) < 3
        return self.before_quantity or ahead in _QUANTITY

    @property
    def _frequency(self) -> bool:
        """The whole megahertz of the aeronautical band: "one one eight decimal seven"."""
        behind = self.words[self.after] if self.after < len(self.words) else ""
        return behind in ("decimal", "point", "dot") and len(self.chars) == 3 and self.chars[0].char == "1"

    @property
    def before_quantity(self) -> bool:
        """The last figures belong to a quantity: "delta twenty five four thousand"."""
        return self.after < len(self.words) and self.words[self.after] in _UNIT

    @property
    def clear(self) -> bool:
        """Every word of the run is a figure or an alphabet word, and none could be something else."""
        return all([c.how in "dtzew" for c in self.chars])

    @property
    def wild(self) -> bool:
        """A word that is no figure stands in the run."""
        return any([c.how == "*" for c in self.chars])

    @property
    def letters(self) -> bool:
        """Letters were heard as well, before the figures or among them."""
        return bool(self.lead) or not (self.text.isdecimal() or not self.text)

    def otherwise(self) -> Iterator[str]:
        """What else may have been said: "forty" for "fourteen", a figure at the end, or something said twice."""
        text, chars = self.text, self.chars
        if self.ahead:
            yield self.ahead + text
        if self.behind:
            yield text + self.behind
            if chars[-1].how == "z":
                yield text[:-1] + self.behind
        for at, (one, other) in enumerate(pairwise(chars)):
            if other.how == "z" and one.how == "t":
                yield f"{text[:at]}1{one.char}{text[at + 2 :]}"
            elif one.how == "e" and other.char > "1":
                joined = [c.how for c in chars[at + 2 : at + 3]] == ["d"] and text[at + 2] != "0"
                yield f"{text[:at]}{other.char}{'' if joined else '0'}{text[at + 2 :]}"
        once = _TWICE.sub(r"\1", text)
        if once != text:
            yield once

    @property
    def singly(self) -> bool:
        """Said digit by digit, the clearest way."""
        return all(c.how in "dw" for c in self.chars) and len({c.word for c in self.chars}) == len(self.chars)


@cache
def _table() -> Mapping[str, tuple[str, str]]:
    """Word to (how it is said, characters)."""
    numbers = shipped_table("numbers.toml")
    how = {"d": "d", "o": "d", "t": "e", "T": "t", "H": "H", "x": "x"}
    found = {w: (how[s], value) for w, (s, value) in symbols().items() if s in how}
    found |= {word: ("s", str(value)) for word, value in numbers["homophone"].items()}
    for letter, forms in shipped_table("alphabet.toml")["letters"].items():
        found |= {form: ("w", letter) for form in forms if " " not in form}
    return found


@cache
def _fillers() -> frozenset[str]:
    return frozenset(shipped_table("callsigns.toml")["words"]["filler"])


def _read_word(word: str) -> _Read:
    known = _table().get(word)
    if known is not None:
        return _Read(*known)
    if not word.isascii():
        return _NOTHING
    if len(word) == 1 and word.isalpha():
        return _Read("l", word.upper())
    if word.isalpha():
        return _NOTHING
    if word.isdecimal():
        return _Read("t" if len(word) == 2 and word[0] != "0" and word[1] == "0" else "f", word[:_MOST])
    plain = word.replace(",", "")
    if plain.isdecimal():  # "1,738"; round thousands are levels
        return _NOTHING if plain.endswith("000") else _Read("f", plain[:_MOST])
    if word.endswith(_NINER):
        return _read_word(word[: -len(_NINER)] + "9")
    return _Read("f", word.upper()) if _WRITTEN.fullmatch(word) else _NOTHING


_reads: Final = Memory(_read_word)


def counts(word: str) -> bool:
    """The word is a figure, or holds some."""
    return _reads[word].how in "deftH"


class _Line:
    """The words of a line but for hesitations, and how each may be read as a part of a call sign."""

    __slots__ = ("ends", "hows", "reads", "starts", "words")

    def __init__(self, text: str) -> None:
        words, starts, ends, _ = scan(text)
        fillers = _fillers()
        if not fillers.isdisjoint(words):
            keep = [i for i, w in enumerate(words) if w not in fillers]
            words, starts, ends = [words[i] for i in keep], [starts[i] for i in keep], [ends[i] for i in keep]
        self.words, self.starts, self.ends = words, starts, ends
        self.reads: list[_Read] = [_reads[word] for word in words]
        self.hows = "".join([read.how for read in self.reads])

    def chars(self, start: int) -> tuple[list[Char], int]:
        """The characters of the run that begins at a word, and the word behind it."""
        out: list[Char] = []
        reads, hows = self.reads, self.hows
        at, repeat, size = start, 1, len(hows)
        while at < size and len(out) < _MOST:
            how = hows[at]
            if how == "-":
                if self.words[at] == _AND and hows[at - 1] == "H":
                    at += 1
                    continue
                if len(out) > 2 or not self._wild(at):
                    break
                out.append(Char("", "*", at))
            elif how == "x":
                repeat = int(reads[at].value)
                at += 1
                continue
            else:
                behind = at + 2 if how == "H" and self.words[at + 1 : at + 2] == [_AND] else at + 1
                out += _said(reads[at], reads[behind] if behind < size else _NOTHING, at) * repeat
            repeat = 1
            at += 1
        while out and out[-1].how in "*s":
            at = out.pop().word
        return out, at

    def _wild(self, at: int) -> bool:
        """A word that may have been a figure: one follows, and the word is nothing else."""
        word = self.words[at]
        figure = self.hows[at + 1 : at + 2] in _FIGURES
        return figure and word != BREAK and word not in _QUANTITY and not telephony().named(word)

    def lead(self, at: int) -> list[Char]:
        """The letters right before a run."""
        out: list[Char] = []
        while at > 0 and len(out) < 3 and self.hows[at - 1] in "lw":
            at -= 1
            out.insert(0, Char(self.reads[at].value, self.hows[at], at))
        return out

    def names(self, first: int) -> list[str]:
        """The words before a run that may be its name."""
        start = first
        least = max(0, first - _NAME_WORDS)
        while start > least and self.words[start - 1] and self.hows[start - 1] not in "deftH":
            start -= 1
        return self.words[start:first]

    def ahead(self, first: int) -> str:
        """A word right before a run that sounds like a digit, as characters: "won twelve"."""
        return self.reads[first - 1].value if first and self.hows[first - 1] == "s" else ""

    def behind(self, after: int) -> str:
        """A word right behind a run that sounds like a digit, as characters: "fifty three ate"."""
        return self.reads[after].value if self.hows[after : after + 1] == "s" else ""


def _said(read: _Read, behind: _Read, at: int) -> list[Char]:
    """The characters of one word: "sixty" loses its zero before a digit."""
    how, value = read
    match how:
        case "t":
            joined = behind.how in "df" and len(behind.value) == 1 and behind.value != "0"
            return [Char(value[0], "t", at), *([] if joined else [Char("0", "z", at)])]
        case "e":
            return [Char(value[0], "e", at), Char(value[1], "d", at)]
        case "H":  # "nine hundred four", "fifty nine hundred"
            tail = 2 if behind.how in "et" else len(behind.value) if behind.how in "df" else 0
            return [Char("0", "z", at)] * max(0, 2 - tail)
    return [Char(c, how if how in "lws" else "w" if c.isalpha() else "d", at) for c in value]


def hearings(text: str) -> Iterator[Hearing]:
    """All places in a line where a call sign may stand, from left to right, each read when it is asked for."""
    line = _Line(text)
    opening = True
    begin = _BEGIN(line.hows)
    while begin is not None:
        first = begin.start()
        chars, after = line.chars(first)
        yield Hearing(line, first, chars if line.ahead(first) else _without_zeros(chars), after, opening=opening)
        opening = False
        begin = _BEGIN(line.hows, max(after, first + 1))


def _without_zeros(chars: list[Char]) -> list[Char]:
    """No call sign begins with a zero, but people say some: "zero one two heavy"."""
    zeros = 0
    while zeros + 1 < len(chars) and chars[zeros].char in _ZERO and chars[zeros + 1].how not in "wl":
        zeros += 1
    return chars[zeros:] if zeros else chars
