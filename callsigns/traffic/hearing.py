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
from typing import Final, NamedTuple

from callsigns.grammar import shipped_table
from callsigns.numbers import symbols
from callsigns.tables import telephony
from callsigns.tokens import BREAK, scan

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
    " taxiway time traffic landing behind boeing airbus the".split()
)
_QUANTITY: Final = _AMOUNT | frozenset(
    "descend climb on miles at than to flight until reduce increase degrees minimum maximum final ils rnav hundred"
    " thousand decimal point approach in left right cross after by of".split()
)


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


class Hearing(NamedTuple):
    """A run of figures and letters, with the words that may be its name."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    first: int
    chars: list[Char]
    lead: list[Char]  # letters right before the first figure: a mark, or letters for a name
    after: int
    opening: bool

    @property
    def text(self) -> str:
        """What was heard, as characters."""
        return "".join(c.char for c in self.chars)

    @property
    def before(self) -> list[str]:
        """The words that may be the name, the nearest last."""
        start = self.first
        least = max(0, self.first - _NAME_WORDS)
        while start > least and self.words[start - 1] and not counts(self.words[start - 1]):
            start -= 1
        return self.words[start : self.first]

    def start(self, words: int) -> int:
        """Where the text of the call sign begins, with so many words of its name."""
        return self.starts[max(0, self.first - words)]

    @property
    def wake(self) -> str:
        """``heavy`` or ``super`` where one is said behind the run."""
        return next((w for w in self.words[self.after : self.after + 2] if w in _WAKE), "")

    @property
    def early(self) -> bool:
        """The run stands where a call sign is looked for first."""
        return self.opening and self.first <= _EARLY

    @property
    def quantity(self) -> bool:
        """The run is said as a quantity: "heading two one zero", "four thousand"."""
        ahead = self.words[self.first - 1] if self.first else ""
        if self.opening:  # a long run may be a call sign and an altitude behind it
            return ahead in _AMOUNT or (self.before_quantity and len(self.chars) < 3) or self._frequency
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
        return all(c.how in "dtzew" for c in self.chars)

    @property
    def letters(self) -> bool:
        """Letters were heard as well, before the figures or among them."""
        return bool(self.lead) or any(c.char.isalpha() for c in self.chars)

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


def _read(word: str) -> tuple[str, str] | None:
    known = _table().get(word)
    if known is not None:
        return known
    if len(word) == 1 and word.isascii() and word.isalpha():
        return "l", word.upper()
    if not word.isascii() or word.isalpha():
        return None
    if word.isdecimal():
        return ("t" if len(word) == 2 and word[0] != "0" and word[1] == "0" else "f", word[:_MOST])
    return ("f", word.upper()) if _WRITTEN.fullmatch(word) else None


def counts(word: str) -> bool:
    """The word is a figure, or holds some."""
    read = _read(word)
    return read is not None and read[0] not in "lwsx"


def _chars(words: list[str], start: int) -> tuple[list[Char], int]:
    """The characters of the run that begins at a word, and the word behind it."""
    out: list[Char] = []
    at, repeat = start, 1
    while at < len(words) and len(out) < _MOST:
        read = _read(words[at])
        if read is None:
            after = _read(words[at + 1]) if words[at] and at + 1 < len(words) else None
            if (
                after is None
                or after[0] in "lsxH"
                or words[at] in _QUANTITY
                or len(out) > 2
                or telephony().named(words[at])
            ):
                break
            out.append(Char("", "*", at))
        elif read[0] == "x":
            repeat = int(read[1])
            at += 1
            continue
        else:
            behind = _read(words[at + 1]) if at + 1 < len(words) else None
            out += _said(*read, behind, at) * repeat
        repeat = 1
        at += 1
    while out and out[-1].how in "*s":
        at = out.pop().word
    return out, at


def _said(how: str, value: str, behind: tuple[str, str] | None, at: int) -> list[Char]:
    """The characters of one word: "sixty" loses its zero before a digit."""
    match how:
        case "t":
            joined = behind is not None and behind[0] in "df" and len(behind[1]) == 1 and behind[1] != "0"
            return [Char(value[0], "t", at), *([] if joined else [Char("0", "z", at)])]
        case "e":
            return [Char(value[0], "e", at), Char(value[1], "d", at)]
        case "H":
            return [Char("0", "z", at), Char("0", "z", at)]
    return [Char(c, how if how in "lws" else "w" if c.isalpha() else "d", at) for c in value]


def hearings(text: str) -> Iterator[Hearing]:
    """All places in a line where a call sign may stand, from left to right, each read when it is asked for."""
    words, starts, ends, _ = scan(text)
    fillers = _fillers()
    if not fillers.isdisjoint(words):
        keep = [i for i, w in enumerate(words) if w not in fillers]
        words, starts, ends = [words[i] for i in keep], [starts[i] for i in keep], [ends[i] for i in keep]
    at, opening = 0, True
    while at < len(words):
        read = _read(words[at])
        if read is None or read[0] in "sx" or (read[0] in "lw" and not _spelled(words, at)):
            at += 1
            continue
        chars, after = _chars(words, at)
        yield Hearing(words, starts, ends, at, chars, _lead(words, at), after, opening)
        opening = False
        at = max(after, at + 1)


def _spelled(words: list[str], at: int) -> bool:
    """Three alphabet words or more: a registration without figures."""
    reads = [_read(word) for word in words[at + 1 : at + 3]]
    return len(reads) == 2 and all(read is not None and read[0] in "lw" for read in reads)


def _lead(words: list[str], at: int) -> list[Char]:
    """The letters right before a run."""
    out: list[Char] = []
    while at > 0 and len(out) < 3 and words[at - 1] != BREAK:
        read = _read(words[at - 1])
        if read is None or read[0] not in "lw":
            break
        at -= 1
        out.insert(0, Char(read[1], read[0], at))
    return out
