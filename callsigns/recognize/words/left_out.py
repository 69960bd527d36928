"""What of a transmission is left out before anything is recognized: hesitations, words begun again or cut off, signs.

>>> # "lufthansa, uh, six two descend des"   ->  lufthansa, six two descend
>>> # "one nine or zero"                     ->  one nine zero: the end of a "niner"
>>> # "turn right heading. 040"              ->  no full stop within
>>> # "and american four nineteen"           ->  american four nineteen
>>> # "three fifty sir delta twelve"         ->  three fifty delta twelve
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import Final

from callsigns.forms.compiled import Compiled, Matcher
from callsigns.forms.own_forms import ending, far, matching, searching
from callsigns.grammar import shipped_table
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import one_of, overlapping
from callsigns.line import Line
from callsigns.numbers import symbols
from callsigns.once import once
from callsigns.recognize.words.begun import Numbers, begun, begun_again, begun_at_mark, cut_short
from callsigns.recognize.words.goodbye import GoodbyeReader
from callsigns.recognize.words.stammer import StammerReader
from callsigns.tokens import BREAK, Memory

__all__ = ["LeftOut"]

_FULL_STOP: Final = "."
_LEAST: Final = 3  # letters of a word that is cut off, to tell what it was
_BEGUN: Final = 2  # ... where only one of the alphabet can stand
_RUN: Final = 3  # letters before it


class LeftOut:
    """Leaves out of lines what nobody meant to say, for one grammar."""

    _named = matching("<name_cut_off>")
    _cut_behind = searching("<value_cut_off>")
    _goes_on = searching("<sentence_goes_on>")
    _addressed_behind, _addressed_by = ending("<addressed_behind>"), matching("<addressed_by>")
    _addressed_name, _told = ending("<addressed_name>"), matching("<addressed_told>")
    _counts, _spells = matching("(<number>|<figure5>|<decimal>|<measure>|<letter>)"), matching("<letter>{3}")

    def __init__(self, compiled: Compiled, stammers: StammerReader, goodbyes: GoodbyeReader) -> None:
        self._compiled, self._stammers, self._goodbyes = compiled, stammers, goodbyes
        self._lexicon = lexicon = compiled.lexicon
        listed = lexicon.listed
        self._filler, self._stop = listed("filler"), lexicon.words[BREAK]
        self._unknown = lexicon.words.shapes["unknown"]
        self._cut_off, self._exclaimed, self._and = map(listed, ("cut_off", "exclaimed", "and"))
        self._is_and = Memory(lambda word: lexicon.class_of(word) in self._and).__getitem__
        self._cut_behind_figure, self._cut_behind_order = listed("cut_behind_figure"), listed("cut_behind_order")
        self._order, self._address = listed("order"), listed("address")
        self.broken_off = self._cut_off | listed("unknown", "cut_in")
        self.changing = self._filler | self._cut_off | self._cut_behind_figure | self._cut_behind_order
        self.changing |= {*lexicon.members("ends_niner", "exclaimed", "address")}
        self._split_niner = _split_niner(compiled)
        self._letter = listed("letter")
        self._digit, many = listed("digit"), listed("hundred", "thousand", "side_of_runway")
        self._numbers = Numbers(self._digit, listed("teen", "tens"), listed("tens"), many, listed("asks_three_figures"))
        self._number = listed("digit", "teen", "tens", "hundred", "thousand", "figure1", "figure2", "homophone")
        self._whose = listed("telephony") - listed("letter", "point_word")
        self._begun_once = stammers.said_twice | listed("unknown", "nameable", "telephony", "facility", "filler")

    @once
    def _begun_names(self) -> frozenset[str]:
        """What follows in names that recognizers write with such a word in front: "and voy"."""
        names = [name.split() for name in shipped_table("misheard.toml")["heard"]]
        return frozenset(more[0] for first, *more in names if more and self._lexicon.class_of(first) in self._and)

    @once
    def spelled(self) -> frozenset[str]:
        return frozenset((*self._compiled.letters, *symbols()))

    @once
    def tails(self) -> frozenset[str]:
        """Ends of words of a number or of a mark, where a recording begins within one: "hree three eight papa golf"."""
        return frozenset(word[at:] for word in self.spelled for at in range(1, len(word) - _LEAST + 1))

    @once
    def _whole_letter(self) -> dict[str, str]:
        """Beginnings of spelling words that begin no other word of the trade: "csa seven alpha juli"."""
        letters = self._compiled.letters
        usual = {letter: word for word, letter in reversed([*letters.items()])}
        begun: dict[str, set[str]] = {}
        for word in (*self.spelled, *self._lexicon.literals):
            for at in range(_LEAST, len(word) + 1):
                begun.setdefault(word[:at], set()).add(letters.get(word, ""))
        sure = {start: one for start, (one, *others) in begun.items() if one and not others}
        return {start: usual[letter] for start, letter in sure.items() if start not in letters}

    @once
    def begun_signs(self) -> frozenset[str]:
        """Beginnings of the words of the alphabet, also where they are words themselves: "go", "char"."""
        return frozenset(word[:at] for word in self._compiled.letters for at in range(_BEGUN, len(word))) - self.spelled

    def reduced(self, line: Line) -> Line:
        """The line without hesitations, the second half of a "niner", and words that are cut off at its edges."""
        tail, again = self._begins_within(line), self._out(line)
        if not (tail or again) and self.changing.isdisjoint(line.chars) and not self._is_sign_cut(line):
            return line
        self._cut_end(line, again)
        again.update(found.start() for found in self._split_niner.finditer(line.classes))
        keep = [i for i, c in enumerate(line.chars) if c not in self._filler and i not in again and i >= tail]
        return line if len(keep) == len(line.classes) else self._kept(line, keep)

    def _out(self, line: Line) -> set[int]:
        """The words to leave out, but for hesitations."""
        again = self._stammers.first(line)
        again |= self._stammers.begun_anew(line)
        again.update(self._cut_sentences(line))
        broken = {*cut_short(line, self._filler, self.broken_off)}
        again |= broken
        line.commas = line.commas.difference(at + 1 for at in broken)  # "sev, seven zero" is one number
        if line.chars and line.chars[0] in self._exclaimed and self._exclaims(line):
            again.add(0)
        if line.words and line.words[-1] in self._goodbyes.ends:
            again.update(self._goodbyes.read(line))
        if not self._filler.isdisjoint(line.chars):
            again.update(begun(line, self._filler, self._numbers))
            again.update(begun_again(line, self._filler, self._begun_once))
        if line.commas or self._stop in line.classes:
            again.update(begun_at_mark(line, self._numbers))
        if line.words and (line.chars[0] in self._filler or self._is_and(line.words[0])):
            again.update(self._joined_to_nothing(line))
        if not self._address.isdisjoint(line.chars):
            again.update(self._addressed(line))
        return again

    def _kept(self, line: Line, keep: Sequence[int]) -> Line:
        """The line with these words only."""
        words = [line.words[i] for i in keep]
        # A comma before words that are left out stands before the next one: "delta seven, two, uh | six miles"; one
        # behind a hesitation only is a part of it: "one uh, five thousand".
        kept_apart = line.commas.difference(
            at for at in line.commas if line.chars[at - 1] in self._filler and at - 1 not in line.commas
        )
        commas = frozenset(
            new
            for new, (last, old) in enumerate(pairwise([-1, *keep]))
            if not kept_apart.isdisjoint(range(last + 1, old + 1))
        )
        starts, ends = [line.starts[i] for i in keep], [line.ends[i] for i in keep]
        classes, chars = self._lexicon.read(words, commas)
        kept = Line(line.text, words, classes, starts, ends, commas, chars)
        kept.cut_number, kept.cut_sign = line.cut_number, line.cut_sign
        return kept

    def _cut_end(self, line: Line, again: Set[int]) -> None:
        """Take the last word off where it is cut off, or give it its end where that can be one only."""
        cut = len(line.classes) > 1 and self._is_cut(line) and len(line.classes) - 1 not in again
        if cut and line.words[-2].isdecimal():
            shown = line.said(len(line.words) - 1, len(line.words))
            cut = line.shouted or not shown.isupper()  # not "Lufthansa 67 XR"
        whole = self._whole_letter.get(line.words[-1]) if cut and line.words[-2] in self.spelled else None
        if whole is not None:
            line.words = [*line.words[:-1], whole]
            line.become(self._lexicon.read(line.words, line.commas)[0])
        elif cut:
            line.cut_number, line.cut_sign = self._cut_within(line.words[-1])
            line.words = line.words[:-1]
            line.become(line.classes[:-1])

    def _is_cut(self, line: Line) -> bool:
        """No word ends so, or none does behind a figure: "Lot five two si", "Austrian seven on"; who repeats an order
        says no "no" behind his call sign: "climb level one six zero Swiss four eight seven no"."""
        last = line.chars[-1]
        if self._is_sign_cut(line):
            return True
        if last in self._cut_off or line.chars[-2] not in self._digit:
            return last in self._cut_off
        return last in self._cut_behind_figure or (last in self._cut_behind_order and line.chars[0] in self._order)

    def _is_sign_cut(self, line: Line) -> bool:
        """Behind three letters or more no word is what the last one looks like: "delta echo alpha bravo go"."""
        spelled = line.chars[-_RUN - 1 : -1]
        return len(spelled) == _RUN and self._letter.issuperset(spelled) and line.words[-1] in self.begun_signs

    def _begins_within(self, line: Line) -> bool:
        """The first word is the end of one, and what follows is spelled."""
        if len(line.words) < 2 or line.words[0] not in self.tails or line.chars[0] != self._unknown:
            return False
        return line.words[1] in self.spelled

    def _exclaims(self, line: Line) -> bool:
        """ "oh praha radar", "oh roger": the first word, and no number or mark of which it is a part."""
        if len(line.chars) <= 1:
            return False
        return self._counts(line.classes, 1) is None or self._spells(line.classes, 1) is not None

    def _cut_sentences(self, line: Line) -> Iterator[int]:
        """Full stops that cut a sentence in two: "heading. 040", "hold short. of runway 27", "southwest. 2345."."""
        if self._stop not in line.classes:
            return
        classes = f"{line.classes}{self._lexicon.entity['end']}"
        named, cut = self._named(classes, 0), self._cut_behind.finditer(classes)
        for found in (*cut, named) if named is not None else cut:
            yield from self._stops(line, found.start() + 1, found.end() - 1)
        for found in overlapping(self._goes_on, classes):
            if self._whose.isdisjoint(line.chars[found.end() - 1 : found.end()]):
                yield from self._stops(line, found.start(), found.end() - 1)

    def _stops(self, line: Line, start: int, end: int) -> Iterator[int]:
        """The full stops among the words ``start`` to ``end``."""
        for at in range(start, end):
            if (
                line.chars[at] == self._stop
                and line.text[line.ends[at - 1] : line.starts[at + 1]].strip() == _FULL_STOP
            ):
                yield at

    def _joined_to_nothing(self, line: Line) -> set[int]:
        """ "and american four nineteen": the first word is said as a hesitation is, unless it begins a name."""
        chars, last = line.chars, len(line.chars) - 1
        at = next((at for at, char in enumerate(chars) if char not in self._filler), last)
        if at == last or not self._is_and(line.words[at]):
            return set()
        named = line.words[at + 1] in self._begun_names and not self._number.isdisjoint(chars[at + 2 : at + 3])
        return set() if named else {at}

    def _addressed(self, line: Line) -> Iterator[int]:
        """ "twenty six fifty five sir united five eighteen": between a value or a station and the own name, whom one
        speaks to says nothing; nor between the own name and what is told: "united five eighteen sir is leaving six"."""
        for at, char in enumerate(line.chars):
            if char in self._address and (
                self._stands_between(line, at, self._addressed_behind, self._addressed_by)
                or self._stands_between(line, at, self._addressed_name, self._told)
            ):
                yield at

    def _stands_between(self, line: Line, at: int, before: re.Pattern[str], behind: Matcher) -> bool:
        found = behind(line.classes, at + 1)
        return found is not None and before.search(line.classes, far(at), at) is not None

    def _cut_within(self, begun: str) -> tuple[bool, bool]:
        """Whether a word of a number begins so, and whether one of the alphabet surely does ("cha", but not "go")."""
        number = any(word.startswith(begun) for word in symbols())
        return number, len(begun) >= _LEAST and any(word.startswith(begun) for word in self._compiled.letters)


def _split_niner(compiled: Compiled) -> re.Pattern[str]:
    """The end of a "niner" that was written as a word of its own: "one nine or zero", "delta nine or twelve", "nine or
    thousand"."""
    members = compiled.lexicon.members
    digit = one_of(members("digit") + members("figure1"))
    before = one_of(members("digit", "figure1", "telephony", "letter", "make", "make_caution"))
    nine = one_of(members("begins_niner"))
    name, tens = one_of(members("telephony", "make")), one_of(members("teen", "tens", "figure2"))
    counted = one_of(members("NM", "ft", "kt", "thousand", "hundred"))
    return searchable(
        f"{one_of(members('ends_niner'))}(?<={nine}.)"
        f"(?:(?<={before}..)(?={digit})|(?={one_of(members('thousand'))})|(?<={name}..)(?={tens}(?!{counted})))"
    )
