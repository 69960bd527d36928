"""The identification behind a name: how many of the words that follow belong to it.

"delta four sixty two one two thousand" is DAL462 at 12,000 feet: the words behind a telephony designator are read in
all their lengths, and the one counts that is a legal identification, said as people group numbers, and leaves something
legal behind. At most four characters (ICAO Doc 4444 appendix 2: seven in all, three are the designator).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Final, NamedTuple

from callsigns.compiled import Compiled
from callsigns.lexicon import one_of
from callsigns.line import Line
from callsigns.numbers import prefixes, symbols, whole

__all__ = ["Identity", "IdentityReader"]

_MAX_CHARACTERS: Final = 4
_LONGEST_RUN: Final = 40  # number words that are looked at from one place: no more than a dozen of them count
_MOST_WORDS: Final = 6  # of a number of four figures ("one thousand two hundred forty five")
_MOST_LETTERS: Final = 7  # of a registration, with its mark
_NATURAL: Final = 3  # said as people group numbers
_BARE: Final = 1  # how well a bare number goes on
_QUANTITY: Final = 2  # how well a quantity with its unit goes on behind an identification
_Matcher = Callable[[str, int], "re.Match[str] | None"]


class Identity(NamedTuple):
    """``text`` is the identification, ``end`` the word behind it."""

    text: str
    end: int


class IdentityReader:
    """Reads identifications for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._letters = compiled.letters
        members = compiled.lexicon.members
        self._number = frozenset(
            members("digit") + members("teen") + members("tens") + members("hundred") + members("thousand")
            + members("repeat") + members("figure1") + members("figure2") + members("figure3") + members("figure4")
        )  # fmt: skip
        self._digit = frozenset(members("digit"))
        self._digits = {word: digit for word, (symbol, digit) in symbols().items() if symbol in ("o", "d")}
        self._homophone = frozenset(members("homophone"))
        self._thousand = frozenset(members("thousand"))
        number = one_of("".join(self._number))
        # "delta to forty five": a homophone right behind the name, with a number behind it.
        self._run = re.compile(f"(?:{one_of(self._homophone)}(?={number}))?{number}{{0,{_LONGEST_RUN}}}").match
        self._sign = frozenset(members("letter") + members("single"))
        self._continued = compiled.lexicon.expression("letter")[-2]
        self._information: _Matcher = compiled.matcher("<information_behind>")
        self._information_named: _Matcher = compiled.matcher("<information_named>")
        self._thousands: _Matcher = compiled.matcher("<teen_thousand>")
        self._tens = frozenset(members("tens"))
        self._telephony = frozenset(members("telephony"))
        self._single = frozenset(members("single"))
        self._dangling = frozenset(members("hundred") + members("thousand") + members("dangling"))

    # The longest expressions of the grammar: compiled only for a line that needs them.
    @cached_property
    def _quantity(self) -> _Matcher:
        return self._compiled.matcher("<quantity_behind>")

    @cached_property
    def _bare(self) -> _Matcher:
        return self._compiled.matcher("<number_behind>")

    def read(self, line: Line, start: int, most: int = _MAX_CHARACTERS) -> Identity | None:
        """The identification that begins at word ``start``, of at most ``most`` characters."""
        run = self._number_run(line, start)
        if run == start:
            return None
        best = self._undivided(line, start, run, most) or self._divided(line, start, run, most)
        if best is not None and len(best.text) < 3 and line.classes[start] in self._homophone:
            return None  # "to two", "for two": no number begins with a word that only sounds like one
        return best

    def _undivided(self, line: Line, start: int, run: int, most: int) -> Identity | None:
        """The whole run, said as people say numbers and short enough: the common case."""
        classes = line.classes
        if run - start > _MOST_WORDS or classes[run : run + 1] in self._dangling:
            return None
        single = self._digit.issuperset(classes[start:run])
        if single:
            text = "".join([self._digits[word] for word in line.words[start:run]])
        else:
            text, natural = whole(line.words[start:run])[1:]
            if natural < _NATURAL or not self._thousand.isdisjoint(classes[start:run]):
                return None
        if not text or len(text) > most:
            return None
        if run == len(classes) or classes[run] not in self._sign:
            return Identity(text, run)
        letters, end = self._signs(line, run, most - len(text))
        if not single and classes[end : end + 1] in self._dangling:
            return None
        return Identity(text + letters, end)

    def _divided(self, line: Line, start: int, run: int, most: int) -> Identity | None:
        """The beginning of the run that is the best identification, with the rest of it in mind."""
        best, best_score = None, 0.0
        for reading in prefixes(line.words[start:run]):
            if len(reading.text) > most:
                break
            end = start + reading.words
            letters, letters_end = self._signs(line, end, most - len(reading.text)) if end == run else ("", end)
            behind = self._behind(line, letters_end, run)
            if behind == _BARE and len(reading.text) < 3:
                behind = 0  # "delta one two three four five": nobody has a short number and then a bare value
            score: float = reading.natural + behind
            if behind < _QUANTITY and self._parts_a_number(line, end):
                score -= 0.5
            if score >= best_score:
                best, best_score = Identity(reading.text + letters, letters_end), score
        return best

    def _parts_a_number(self, line: Line, end: int) -> bool:
        """The cut goes through "fifty | eight"."""
        cut = line.classes[end - 1] in self._tens and end < len(line.classes) and line.classes[end] in self._digit
        return cut and end not in line.commas

    def letters(self, line: Line, start: int, most: int) -> Identity | None:
        """Letters alone ("golf bravo delta charlie")."""
        text, end = self._signs(line, start, most)
        return Identity(text, end) if text else None

    def _number_run(self, line: Line, start: int) -> int:
        """Where the number words that begin at ``start`` end; a comma between two of them ends them too."""
        found = self._run(line.classes, start)
        end = found.end() if found is not None else start
        for at in range(start + 1, end) if line.commas else ():
            if at in line.commas:
                return at
        return end

    def _signs(self, line: Line, start: int, most: int) -> tuple[str, int]:
        """Up to ``most`` letters; one that names the automatic information stays outside."""
        letters, end = "", start
        classes = line.classes
        while len(letters) < min(most, _MOST_LETTERS) and end < len(classes) and classes[end] in self._sign:
            if self._information(classes, end) and not self._information_named(classes, end):
                break
            if classes[end] in self._telephony and self._numbered(classes, end + 1):
                break  # "united four fifty two delta three oh six": another aircraft
            after = end + 1
            while after < len(classes) and classes[after] == self._continued:
                after += 1
            word = " ".join(line.words[end:after])
            letters += self._letters.get(word, word.upper())
            end = after
        if (
            classes[end : end + 1] in self._number
            and end < len(classes)
            and self._single.issuperset(classes[start:end])
        ):
            return "", start  # "m d eighty", "d c nine": a type
        return letters, end

    def _numbered(self, classes: str, at: int) -> bool:
        """A number stands at word ``at`` that is no quantity ("delta five thousand" ends with a letter)."""
        return at < len(classes) and classes[at] in self._number and self._quantity(classes, at) is None

    def _behind(self, line: Line, end: int, run: int) -> int:
        """How well the line goes on behind word ``end``: 3 or 2 well, 1 possibly, 0 oddly, far below that never."""
        classes = line.classes
        if end < len(classes) and end in line.commas:
            return 2
        if end >= run:
            return -9 if classes[end : end + 1] in self._dangling and end < len(classes) else 2
        if classes[end] in self._dangling:
            return -9
        if classes[end - 1] not in self._tens and self._thousands(classes, end) is not None:
            return 3
        if self._quantity(classes, end) is not None:
            return 2
        bare = self._bare(classes, end)
        return (
            1
            if bare is not None and bare.end() >= run and classes[run : run + 1] not in self._dangling
            else -9
            if (classes[run : run + 1] in self._dangling and run < len(classes))
            else 0
        )
