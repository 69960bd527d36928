"""One line on its way through: its words, their classes, and what has been recognized in it so far.

>>> line = Line("descend to level one hundred", ["descend", "to"], "ab", [0, 8], [7, 10], frozenset())
>>> line.span(0, 2)
(0, 10)

A recognizer reads ``classes`` and *claims* the words that it has understood: they become one entity, so that no later
recognizer takes them for something else. ``classes`` keeps one character a word all the way; ``chars`` are the same
characters as a list, for those who go through a line word by word: a string makes each of them anew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any, Final

from callsigns.lexicon import CONTINUED

__all__ = ["Line", "name_end"]


_NONE: Final[frozenset[int]] = frozenset()
# Classes, the kinds that they were asked for, and where the first and the last that is none of those stand.
_NOTHING_ODD: Final[tuple[str, frozenset[str], int, int]] = "", frozenset(), 0, 0


class Line:
    """Scratch space for one transmission; no part of it leaves the parser.

    It has slots, and what most lines are never asked for is ``None`` until then: a field of an object that has a
    ``__dict__``, or a default in its class, takes ten times the steps to look up.
    """

    released: Final = "\u00d7"  # the class of words that were taken back: no form names it

    __slots__ = (
        "abroad",
        "chars",
        "classes",
        "commas",
        "cut_number",
        "cut_sign",
        "digits",
        "dropped",
        "endings",
        "ends",
        "first_station",
        "found",
        "letters",
        "looked_at",
        "low",
        "marked",
        "mentioned",
        "named",
        "odd",
        "one_case",
        "prose",
        "radio",
        "shouted",
        "spelled",
        "starts",
        "text",
        "valued",
        "words",
    )  # fmt: skip

    def __init__(
        self, text: str, words: list[str], classes: str, starts: list[int], ends: list[int], commas: frozenset[int],
        chars: list[str] | None = None,
    ) -> None:  # fmt: skip
        """``commas``: the words that one stands before; ``chars``: the ``classes`` as a list, if it is at hand."""
        self.text = text
        self.words = words
        self.classes = classes
        self.chars = [*classes] if chars is None else chars
        self.starts = starts
        self.ends = ends
        self.commas = commas
        self.shouted = text.isupper()  # the text is all in capitals
        self.low = text.islower()  # ... or has none
        self.one_case = self.low or self.shouted  # capitals tell nothing
        self.found: dict[int, Any] = {}  # first word of an entity -> what it is
        self.spelled: list[Any] = []  # runs of alphabet words, inside values or not
        self.dropped: list[tuple[int, int, str]] = []  # words that were read and put aside, with the reason
        self.cut_number = False  # the recording ends inside a word of a number
        self.cut_sign = False  # ... or of the alphabet
        self.named = False  # some call sign has been claimed; looking for it each time costs the length squared
        self.mentioned = _NONE  # first words of the call signs that are only spoken about
        self.radio: bool | None = None  # whether it sounds like radio, once somebody has asked since the last claim
        self.abroad: bool | None = None  # whether something was said as nobody does in the United States, once asked
        self.digits: bool | None = None  # whether two stand side by side, once a value has asked
        self.prose: int | None = None  # words of prose, once somebody has asked since the last claim of a name
        self.endings: set[str] | None = None  # of identifications, once somebody has asked (``heard.endings``) ...
        self.looked_at = 0  # ... for those of so many entities
        self.valued: bool | None = None  # whether a number is a value, once somebody has asked for the end of a line
        self.odd = _NOTHING_ODD  # for ``nothing_but``
        self.first_station: int | None = None  # its word, or the line's length where there is none
        # Each of these is set by the stage that it is named for.
        self.letters: bool  # two stand side by side outside of all that is claimed before the values
        self.marked: list[str]  # between the marks of beginning and end, one class for each name or entity

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Character offsets of the words ``start`` to ``end``."""
        return self.starts[start], self.ends[end - 1]

    def said(self, start: int, end: int) -> str:
        """The original text of the words ``start`` to ``end``."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def names_point(self, at: int) -> bool:
        """Word ``at`` is a name code as transcripts write it, five letters in capitals ("oscar KEMAD two seven")."""
        word = self.said(at, at + 1)
        return len(word) == 5 and word.isalpha() and word.isupper() and not self.shouted

    def claim(self, start: int, end: int, entity: str, what: Any) -> None:
        """The words ``start`` to ``end`` are one ``entity`` (its class character) from now on."""
        if start in self.found:
            self.endings = None
        self.found[start] = what
        self.radio = None
        more, classes = CONTINUED * (end - start - 1), self.classes
        self.chars[start:end] = [entity, *more]
        self.classes = f"{classes[:start]}{entity}{more}{classes[end:]}"  # joined anew, long lines are slow

    def cover(self, spans: Iterable[tuple[int, int]], entity: str) -> None:
        """The words of each of the ``spans``, from left to right, are one ``entity`` from now on."""
        for start, end in spans:
            self.chars[start:end] = [entity, *CONTINUED * (end - start - 1)]
        self.classes = "".join(self.chars)

    def release(self, start: int, end: int) -> None:
        """Take a claim back: the words ``start`` to ``end`` are free again, but for nobody ("break" class)."""
        self.found.pop(start, None)
        self.endings = None
        self.radio = None
        free, classes = self.released * (end - start), self.classes
        self.chars[start:end] = free
        self.classes = f"{classes[:start]}{free}{classes[end:]}"

    def widen(self, start: int, end: int) -> None:
        """The words ``start`` to ``end`` belong to the entity before them."""
        more, classes = CONTINUED * (end - start), self.classes
        self.chars[start:end] = more
        self.classes = f"{classes[:start]}{more}{classes[end:]}"

    def become(self, classes: str) -> None:
        """The words have other classes from now on."""
        if classes is not self.classes:
            self.classes, self.chars = classes, [*classes]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The first of the words between two places of the text, and the one behind the last; a word that was cut off
        keeps its place, and is none of them."""
        size = len(self.words)
        return bisect_left(self.starts, start, hi=size), bisect_left(self.starts, end, hi=size)

    def pass_over(self, spans: Iterable[tuple[int, int]], char: str) -> None:
        """The words of each span are one, of the class ``char``, from now on; an empty span is none."""
        chars = self.chars.copy()
        for start, end in spans:
            if start < end:
                chars[start:end] = [char, *CONTINUED * (end - start - 1)]
        self.become("".join(chars))

    def nothing_but(self, kinds: frozenset[str], start: int, end: int) -> bool:
        """Every word outside of ``start`` to ``end`` is of these ``kinds``; where the first and the last that is not
        stand is kept until the next claim."""
        classes, known, first, last = self.odd
        if classes is not self.classes or known is not kinds:
            classes, size = self.classes, len(self.chars)
            first = next((at for at in range(size) if classes[at] not in kinds), size)
            last = next((at for at in range(size - 1, -1, -1) if classes[at] not in kinds), -1)
            self.odd = classes, kinds, first, last
        return start <= first and last < end

    def before(self, word: int) -> str:
        """The class of the word before ``word``; nothing at the beginning."""
        return self.chars[word - 1] if word else ""

    def name_start(self, word: int) -> int:
        """The first word of the name or entity to which ``word`` belongs."""
        while word > 0 and self.chars[word] == CONTINUED:
            word -= 1
        return word

    def name_end(self, start: int) -> int:
        """The end of the name or entity that begins at ``start``."""
        return name_end(self.chars, start)


def name_end(classes: Sequence[str], start: int) -> int:
    """The end of the name or entity that begins at word ``start`` of the classes."""
    end, size = start + 1, len(classes)
    while end < size and classes[end] == CONTINUED:
        end += 1
    return end
