"""A run of figures and letters as it was heard, with the words before it that may be a name.

Each heard character keeps how it was said, since speech recognition mistakes the tens for one another more easily than
single digits, hears "fifty" for "fifteen", and loses what stands between words. ``runs`` finds the runs of a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from callsigns.grammar.expressions import searchable
from callsigns.traffic.around import around

__all__ = ["TAIL", "Char", "Hearing"]

_EARLY: Final = 5  # "thank you and good morning", and a name of two words cut in three
TAIL: Final = 2  # words that people say behind a call sign at the end: "thank you", "good day"
_DIGITS: Final = frozenset("dw")
_UNCLEAR: Final = frozenset("ls*")
_UNKNOWN: Final = frozenset("l*")
_TWICE: Final = searchable(r"(.{1,3})\1")


class Char(NamedTuple):
    """One heard character and how it was said.

    ``how``: ``d`` digit, ``t`` first of a ten, ``z`` its zero, ``e`` one of a teen, ``w`` letter of the alphabet, ``l``
    any other letter, ``s`` a word that may be a digit ("for"), ``*`` one that is none. ``word`` is its index.
    """

    char: str
    how: str
    word: int


class Hearing:
    """A run from the word ``first`` up to ``after``, the ``opening`` one of its line or a later one.

    ``lead``: letters right before it, a mark or letters for a name; ``before``: the words that may be its name, the
    nearest last; ``ahead``, ``behind``: a digit that the word there sounds like; ``text``: the characters heard.
    """

    __slots__ = (
        "after", "ahead", "before", "behind", "chars", "clear", "ends", "first", "known", "lead", "letters", "opening",
        "starts", "text", "wild", "words",
    )  # fmt: skip

    def __init__(
        self, words: list[str], starts: list[int], ends: list[int], first: int, chars: list[Char], after: int,
        lead: list[Char], before: list[str], ahead: str, behind: str, opening: bool,
    ) -> None:  # fmt: skip
        self.words, self.starts, self.ends = words, starts, ends
        self.first, self.chars, self.after, self.lead, self.before = first, chars, after, lead, before
        self.ahead, self.behind, self.opening = ahead, behind, opening
        self.text = "".join([c.char for c in chars])
        hows = "".join([c.how for c in chars])
        self.clear = _UNCLEAR.isdisjoint(hows)  # every word is a figure or an alphabet word, and can be nothing else
        self.known = _UNKNOWN.isdisjoint(hows)  # the same, but for words that sound like digits
        self.wild = "*" in hows  # a word that is no figure stands in the run
        self.letters = bool(lead) or not self.text.isdecimal()

    def start(self, words: int) -> int:
        """Where the text of the call sign begins, with so many words of its name."""
        return self.starts[max(0, self.first - words)]

    def named(self, names: frozenset[str]) -> bool:
        """One of the two words before it ends one of ``names``."""
        return not names.isdisjoint(self.words[max(0, self.first - 2) : self.first])

    @property
    def closing(self) -> bool:
        """It stands at the end of the line, but for what people say behind a call sign."""
        return self.after >= len(self.words) - TAIL

    @property
    def wake(self) -> str:
        """``heavy`` or ``super`` where one is said behind the run."""
        return next((w for w in self.words[self.after : self.after + 2] if w in around().wake), "")

    @property
    def early(self) -> bool:
        """The run stands where a call sign is looked for first."""
        return self.opening and self.first <= _EARLY

    @property
    def quantity(self) -> bool:
        """The run is said as a quantity: "heading two one zero", "four thousand"."""
        ahead = self.words[self.first - 1] if self.first else ""
        if self.letters and self.text[:3].lower() in around().spelled:
            return True
        if not self.opening:
            return self.before_quantity or ahead in around().quantity
        if ahead in around().amount or self._frequency:
            return True  # a long run may be a call sign and an altitude behind it
        return len(self.chars) < 3 and (self.before_quantity or ahead in around().article)

    @property
    def _frequency(self) -> bool:
        """The whole megahertz of the aeronautical band: "one one eight decimal seven"."""
        behind = self.words[self.after] if self.after < len(self.words) else ""
        return behind in around().decimal and len(self.chars) == 3 and self.chars[0].char == "1"

    @property
    def before_quantity(self) -> bool:
        """The last figures belong to a quantity: "delta twenty five four thousand"."""
        return self.after < len(self.words) and self.words[self.after] in around().unit

    @property
    def singly(self) -> bool:
        """Said digit by digit, the clearest way."""
        return all(c.how in _DIGITS for c in self.chars) and len({c.word for c in self.chars}) == len(self.chars)

    def renamed(self) -> Hearing | None:
        """The same with the first word, and another behind it that is no figure, as its name."""
        second = next((c.word for c in self.chars if c.word > self.first and c.how != "*"), self.after)
        chars = [c for c in self.chars if c.word >= second]
        if not chars:
            return None
        before = self.words[self.first : second]
        return Hearing(
            self.words, self.starts, self.ends, second, chars, self.after, [], before, "", self.behind, self.opening,
        )  # fmt: skip

    def otherwise(self) -> Iterator[str]:
        """What else may have been said: "forty" for "fourteen", a figure at the end, or something said twice."""
        text, chars = self.text, [c for c in self.chars if c.char]
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
