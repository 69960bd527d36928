"""Where a line may hold a call sign: the runs of figures and letters, with the words before them.

>>> h = next(hearings("air friends thirty one oh eight heavy contact tower"))
>>> h.text, h.before, h.wake
('3108', ['air', 'friends'], 'heavy')

Each word is looked up once, and what it may be kept by its spelling; how a line's words may be read is a short string,
in which one expression finds where the runs begin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from callsigns.grammar import shipped_table
from callsigns.grammar.expressions import searchable
from callsigns.grammar.tables import telephony
from callsigns.numbers import symbols
from callsigns.tokens import BREAK, Memory, scan
from callsigns.traffic.around import around
from callsigns.traffic.hearing import TAIL, Char, Hearing

__all__ = ["counts", "hearings"]

_NAME_WORDS: Final = 4  # no name has more; what stands further ahead belongs to something else
_MOST: Final = 12  # characters of a run that are looked at
_LONGEST_NUMBER: Final = 4  # figures of a flight
_COUNTED: Final = frozenset("deftH")
_FIGURES: Final = frozenset("deftw")  # ways in which a figure or an alphabet word is said
# A figure, "double" before one, three alphabet words (a registration without figures).
_BEGIN: Final = searchable("[deftH]|x(?=[df])|[lw](?=[lw]{2})").search
_RUN: Final = searchable("[^-]+").match
_NINER: Final = "9er"
_ZERO: Final = ("0", "")
# "5yv", "n914ry", "ual452"; no level ("fl120")
_WRITTEN: Final = searchable(r"\d{1,4}[a-z]{1,2}|n\d{1,5}[a-z]{0,2}|(?!fl)[a-z]{3}\d{1,4}[a-z]{0,2}")


class _Read(NamedTuple):
    """How a word may be read, as in ``Char``, or ``x`` repeating, ``H`` hundred, ``f`` written; ``-``: not at all."""

    how: str
    value: str


_NOTHING: Final = _Read("-", "")


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
    if word.isdecimal() and len(word) > _LONGEST_NUMBER and word.endswith("000"):
        return _NOTHING  # a level
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
    return _reads[word].how in _COUNTED


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
        at, repeat = start, 1
        while at < len(hows) and len(out) < _MOST:
            how = hows[at]
            if how == "-":
                if self.words[at] in around().joining and hows[at - 1] == "H":
                    at += 1
                    continue
                if self.words[at] in around().teen and hows[at - 1] == "d":
                    out[-1:] = [Char("1", "e", at - 1), out[-1]]
                    at += 1
                    continue
                if len(out) > 2 or not self._wild(at):
                    break
                out.append(Char("", "*", at))
            elif how == "x":
                repeat = int(reads[at].value)
                at += 1
                continue
            elif how == "d" and repeat == 1:  # most of them
                out.append(Char(reads[at][1], how, at))
            else:
                out += _said(reads[at], self._behind(at), at) * repeat
            repeat = 1
            at += 1
        while out and out[-1].how in "*s":
            at = out.pop().word
        return out, at

    def _behind(self, at: int) -> _Read:
        """How the word behind one may be read: of "nine hundred and four", the "four"."""
        at += 1
        if self.hows[at - 1] == "H" and self.words[at : at + 1] and self.words[at] in around().joining:
            at += 1
        return self.reads[at] if at < len(self.reads) else _NOTHING

    def _wild(self, at: int) -> bool:
        """A word that may have been a figure: one follows, and the word is nothing else."""
        word = self.words[at]
        figure = self.hows[at + 1 : at + 2] in _FIGURES
        return figure and word != BREAK and word not in around().quantity and not telephony().named(word)

    def _lead(self, at: int) -> list[Char]:
        """The letters right before a run."""
        out: list[Char] = []
        while at > 0 and len(out) < 3 and self.hows[at - 1] in "lw":
            at -= 1
            out.insert(0, Char(self.reads[at].value, self.hows[at], at))
        return out

    def _names(self, first: int) -> list[str]:
        """The words before a run that may be its name."""
        start = first
        least = max(0, first - _NAME_WORDS)
        while start > least and self.words[start - 1] and self.hows[start - 1] not in _COUNTED:
            start -= 1
        return self.words[start:first]

    def hearing(self, first: int, chars: list[Char], after: int, opening: bool) -> Hearing:
        """A run with all that stands around it."""
        ahead = self._like_digit(first - 1) if first else ""
        return Hearing(
            self.words, self.starts, self.ends, first, chars if ahead else _without_zeros(chars), after,
            self._lead(first), self._names(first), ahead, self._like_digit(after), opening,
        )  # fmt: skip

    def named(self, first: int, names: frozenset[str]) -> bool:
        """One of the two words before a run ends a name."""
        return not names.isdisjoint(self.words[max(0, first - 2) : first])

    def _like_digit(self, at: int) -> str:
        """What a word that sounds like a digit may be: "won twelve", "fifty three ate"."""
        return str(self.reads[at].value) if self.hows[at : at + 1] == "s" else ""


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


def hearings(text: str, names: frozenset[str] = frozenset()) -> Iterator[Hearing]:
    """The places in a line where a call sign may stand, from left to right, each read when it is asked for.

    That is the first run, the last one, and those behind one of the ``names`` (the last words of names on a list).
    """
    line = _Line(text)
    opening = True
    begin = _BEGIN(line.hows)
    while begin is not None:
        first = begin.start()
        after = _RUN(line.hows, first).end()  # type: ignore[union-attr]
        if opening or after >= len(line.words) - TAIL or line.named(first, names):
            chars, after = line.chars(first)
            yield line.hearing(first, chars, after, opening)
            opening = False
        begin = _BEGIN(line.hows, max(after, first + 1))


def _without_zeros(chars: list[Char]) -> list[Char]:
    """No call sign begins with a zero, but people say some: "zero one two heavy"."""
    zeros = 0
    while zeros + 1 < len(chars) and chars[zeros].char in _ZERO and chars[zeros + 1].how not in "wl":
        zeros += 1
    return chars[zeros:] if zeros else chars
