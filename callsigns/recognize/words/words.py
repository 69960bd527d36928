"""The words of a transmission and their classes: a line, before anything in it is recognized.

>>> # "Lufthansa 5YV, uh, descend"  ->  a Line of lufthansa, 5yv, descend, with a comma before the third

Most transcripts are letters and figures with one space between them; such a line takes one look-up a word. It tells as
well what asks for more: marks, a name and a number written as one word, hesitations, a word that is cut off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cached_property
from itertools import pairwise
from operator import eq
from typing import TYPE_CHECKING, Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching, searching
from callsigns.grammar import shipped_table
from callsigns.grammar.expressions import searchable
from callsigns.grammar.tables import is_place
from callsigns.lexicon import CONTINUED, one_of, overlapping
from callsigns.line import Line
from callsigns.numbers import symbols
from callsigns.recognize.words.begun import begun, begun_again
from callsigns.recognize.words.goodbye import GoodbyeReader
from callsigns.sound import one_letter_off
from callsigns.tokens import BREAK, Memory, Words, is_word, places, require_text, scan_marked

if TYPE_CHECKING:
    from callsigns.recognize.words.blank import BlankReader
    from callsigns.recognize.words.glued import GluedReader
    from callsigns.recognize.words.notes import NoteReader
    from callsigns.recognize.words.one_by_one import FigureReader

__all__ = ["WordReader"]

_UNUSUAL: Final = "\uf8ff"  # in the place of a class: something is to be done about this word
_WRITTEN_NINER: Final = "9er"  # speech recognizers write "739er" for "seven three niner"
_FULL_STOP: Final = "."
_NOTED: Final = re.compile(r"[\]>)}*+%#~=@^]|\w-\s")  # transcribers may have noted something
# "1 500 FEET": the blank between thousands and hundreds of what is surely one number, as ICAO prints it
_SPACED: Final = re.compile(
    r"(?<!\b\d )\b(?:[1-9] (?=\d[05]0)|[1-4]\d (?=000))(?=... ?(?:feet|foot|ft|met(?:re|er)s|m)\b)", re.IGNORECASE
)
_LEAST_MISSPELT: Final = 6  # letters of a word of which one may be wrong: names of points have five
_LEAST: Final = 3  # letters of a word that is cut off, to tell what it was
_POSSESSIVE: Final = "'s"
_WRITTEN: Final = re.compile(r"[a-z]?\d{1,5}[a-z]{0,3}")  # "6DK's ready"
_NO_COMMAS: Final = frozenset[int]()


class WordReader:
    """Reads words and their classes with one grammar."""

    _named = matching("<name_cut_off>")
    _cut_behind = searching("<value_cut_off>")
    _goes_on = searching("<sentence_goes_on>")
    _turns = ending("(turn|turning)")
    _counts, _spells = matching("(<number>|<figure5>|<decimal>|<measure>|<letter>)"), matching("<letter>{3}")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._lexicon = lexicon = compiled.lexicon
        self._filler, self._stop = lexicon.listed("filler"), lexicon.words[BREAK]
        self._unknown = lexicon.words.shapes["unknown"]
        self._cut_off = lexicon.listed("cut_off")
        self._within = {self._unknown, *lexicon.members("cut_in", "cut_off")}
        self._glued = frozenset(lexicon.words.shapes[shape] for shape in ("coded", "written", "figure5"))
        self._ident = lexicon.words.shapes["flight_ident"]
        numbers = shipped_table("numbers.toml")
        units = compiled.grammar.section("words").get("glued_unit", ())
        self._glued_ends = (*units, *numbers["ordinal"]["endings"])
        self._split_niner = _split_niner(compiled)
        self._goodbyes = GoodbyeReader(compiled)
        self._exclaimed = lexicon.listed("exclaimed")
        self._changing = self._filler | self._cut_off | self._glued | {*lexicon.members("ends_niner", "exclaimed")}
        twice = (
            "digit", "teen", "tens", "hundred", "thousand", "repeat", "figure1", "figure2", "figure3", "figure4",
            "figure5", "letter", "single", "homophone", "greeting", "farewell", "courtesy", "opening", "break",
            "distress_call", "urgency_call", "said_twice",
        )  # fmt: skip
        self._digit, self._group = lexicon.listed("digit"), lexicon.listed("teen", "tens")
        self._tens = lexicon.listed("tens")
        self._number = lexicon.listed("digit", "teen", "tens", "hundred", "thousand", "figure1", "figure2", "homophone")
        self._telephony, self._figure = lexicon.listed("telephony"), lexicon.listed("digit", "teen", "tens")
        self._whose = self._telephony - lexicon.listed("letter", "point_word")
        self._said_twice = lexicon.listed(*twice) | {CONTINUED}
        self._and, self._homophone, self._side = map(lexicon.listed, ("and", "homophone", "side_of_runway"))
        self._begun_once = self._said_twice | lexicon.listed("unknown", "nameable", "telephony", "facility", "filler")
        spaced = [one_of(members) for members in (lexicon.members("figure1", "figure2"), lexicon.members("figure3"))]
        spaced.append(one_of(lexicon.members("ft", "m")))
        twice_said = "".join(map(re.escape, sorted(self._said_twice - self._and - self._homophone - self._side)))
        self._doubled = searchable(rf"([^{twice_said}])\1|{''.join(spaced)}").search
        words = compiled.grammar.section("words")
        self._no_misspelling = frozenset(words.get("no_misspelling", ()))
        self._signs: dict[str, str] = dict(numbers["signs"])
        self._misspelt: dict[str, list[str]] = {}
        for word in words.get("misspelt", ()):
            self._misspelt.setdefault(word[0], []).append(word)
        self._right = Memory(self._right_word).__getitem__
        self._class_of_piece = Memory(self._piece).__getitem__

    # What few lines need is imported when one does.
    @cached_property
    def _blanks(self) -> BlankReader:
        from callsigns.recognize.words.blank import BlankReader

        return BlankReader(self._compiled)

    @cached_property
    def _notes(self) -> NoteReader:
        from callsigns.recognize.words.notes import NoteReader

        return NoteReader(self._compiled)

    @cached_property
    def _one_by_one(self) -> FigureReader:
        from callsigns.recognize.words.one_by_one import FigureReader

        return FigureReader(self._compiled)

    @cached_property
    def _parted(self) -> GluedReader:
        from callsigns.recognize.words.glued import GluedReader

        return GluedReader(self._compiled)

    @cached_property
    def _wake(self) -> frozenset[str]:
        """ "heavy", "super": read only for lines with an apostrophe."""
        chars = self._lexicon.members("wake")
        return frozenset(word for word, char in self._lexicon.words.items() if char in chars)

    @cached_property
    def _begun_names(self) -> frozenset[str]:
        """What follows in names that recognizers write with such a word in front: "and voy"."""
        names = [name.split() for name in shipped_table("misheard.toml")["heard"]]
        return frozenset(more[0] for first, *more in names if more and self._lexicon.class_of(first) in self._and)

    @cached_property
    def _spelled(self) -> frozenset[str]:
        return frozenset((*self._compiled.letters, *symbols()))

    @cached_property
    def _tails(self) -> frozenset[str]:
        """Ends of words of a number or of a mark, where a recording begins within one: "hree three eight papa golf"."""
        return frozenset(word[at:] for word in self._spelled for at in range(1, len(word) - _LEAST + 1))

    @cached_property
    def _whole_word(self) -> dict[str, str]:
        """Ends of words that begin an order or a readback, more than half of each: "vel one six zero" is a level."""
        ends: dict[str, set[str]] = {}
        for word in self._compiled.grammar.section("words").get("cut_in_front", ()):
            for at in range(1, (len(word) + 1) // 2):
                ends.setdefault(word[at:], set()).add(word)
        return {end: word for end, (word, *others) in ends.items() if len(end) >= _LEAST and not others}

    @cached_property
    def _whole_letter(self) -> dict[str, str]:
        """Beginnings of spelling words that begin no other word of the trade: "csa seven alpha juli"."""
        letters = self._compiled.letters
        usual = {letter: word for word, letter in reversed([*letters.items()])}
        begun: dict[str, set[str]] = {}
        for word in (*self._spelled, *self._lexicon.literals):
            for at in range(_LEAST, len(word) + 1):
                begun.setdefault(word[:at], set()).add(letters.get(word, ""))
        sure = {start: one for start, (one, *others) in begun.items() if one and not others}
        return {start: usual[letter] for start, letter in sure.items() if start not in letters}

    def read(self, text: str) -> Line:
        """Words and their classes; hesitations and a last word that is cut off are left out."""
        require_text(text)
        if "," in text or not text[-1:].isalnum():
            return self._unusual(text)
        words = text.lower().split(" ")
        chars = [*map(self._class_of_piece, words)]
        classes = "".join(chars)
        edges = chars[0] in self._and or words[-1] in self._goodbyes.ends
        if edges or _UNUSUAL in classes or self._doubled(classes) is not None:
            return self._unusual(text)
        starts, ends = places(words)
        classes = self._lexicon.joined(words, classes, chars, _NO_COMMAS)
        return Line(text, words, classes, starts, ends, _NO_COMMAS, chars)

    def _piece(self, piece: str) -> str:
        """The class of what stands between two spaces, if it is a word of which nothing else is to be told."""
        if not is_word(piece) or piece.endswith((_POSSESSIVE, _WRITTEN_NINER)):
            return _UNUSUAL
        char = self._lexicon.class_of(piece)
        if char in self._within and (piece in self._tails or piece in self._whole_word or self._right(piece)):
            return _UNUSUAL
        if char in self._changing or (char == self._ident and self._is_measured(piece)):
            return _UNUSUAL
        return char

    def _is_measured(self, word: str) -> bool:
        return word.endswith(self._glued_ends) and word[0].isdecimal()

    def _unusual(self, text: str) -> Line:
        shown = self._notes.without(text) if _NOTED.search(text) else text
        words, starts, ends, commas = scan_marked(_SPACED.sub(_with_comma, shown))
        if "'" in text or "’" in text:
            commas = commas.union(_part_possessives(words, ends, self._spelled, self._wake))
        if not self._signs.keys().isdisjoint(words):
            words = [self._signs.get(word, word) for word in words]
        if _WRITTEN_NINER in text:
            words = [w[:-2] if w.endswith(_WRITTEN_NINER) and w[:-2].isdecimal() else w for w in words]
        classes, chars = self._lexicon.read(words, commas)
        if not self._glued.isdisjoint(chars) or (self._ident in chars and any(map(self._is_measured, words))):
            words, starts, ends, commas = self._parted.part(text, Words(words, starts, ends, commas), chars)
            classes, chars = self._lexicon.read(words, commas)
        if commas or "-" in text:
            said = self._one_by_one.read(text, Words(words, starts, ends, commas))
            if said is not None:
                words, commas = said.words, said.commas
                classes, chars = self._lexicon.read(words, commas)
        line = self._reduced(Line(text, words, classes, starts, ends, commas, chars))
        return self._blanks.filled(line) if ")" in text or "]" in text else line

    def _begins_within(self, line: Line) -> bool:
        """The first word is the end of one, and what follows is spelled."""
        if len(line.words) < 2 or line.words[0] not in self._tails or line.chars[0] != self._unknown:
            return False
        return line.words[1] in self._spelled

    def _put_right(self, line: Line) -> None:
        """Give misspelt words of the trade their letters, and the first word its beginning, where the recording lacks
        it: "scending flight level nine zero"."""
        if self._within.isdisjoint(line.chars):
            return
        words, last = line.words.copy(), len(line.words) - 1
        for at, char in enumerate(line.chars):
            if char == self._unknown or (char in self._within and at < last):  # the last word may be cut off
                whole = None if at else self._whole_word.get(words[at])
                words[at] = whole or self._right(words[at]) or words[at]
        if words != line.words:
            line.words = words
            line.become(self._lexicon.read(words, line.commas)[0])

    def _right_word(self, word: str) -> str | None:
        """The word of the trade that differs from an unknown one by one letter, and not by an ending."""
        if len(word) < _LEAST_MISSPELT or word in self._no_misspelling:
            return None
        right = [known for known in self._misspelt.get(word[0], ()) if one_letter_off(word, known)]
        return right[0] if len(right) == 1 and not word.startswith(right[0]) else None

    def _stammered(self, line: Line) -> set[int]:
        """The first of words that were said or written twice, "turn turn left"; not of those that people do say twice
        or often, nor of numbers and letters."""
        words, at_end = line.words, len(line.words) - 1
        again: set[int] = set()
        if not any(map(eq, words, words[1:])):
            return again
        for at, (first, second) in enumerate(pairwise(words)):
            if first != second or (is_place(first) and not self._is_flown(line, at + 1)):
                continue
            twice = not self._said_twice.isdisjoint((line.chars[at + 1], self._lexicon.class_of(second)))
            if twice and not self._stammers(line, at):
                continue  # "pan pan", "no no | sorry": of a phrase, or by itself
            often = (at and words[at - 1] == first) or (at + 1 < at_end and words[at + 2] == first)
            if not often and line.text[line.ends[at] : line.starts[at + 1]].isspace():
                again.add(at + (line.chars[at] == CONTINUED))
        return again

    def _stammers(self, line: Line, at: int) -> bool:
        """ "via kilo and and bravo", "cleared for for takeoff", "turn left left heading": the word ``at`` and the next,
        no figures and no two orders."""
        char = line.chars[at]
        if char in self._homophone:
            around = {*line.chars[at - 1 : at], *line.chars[at + 2 : at + 3]}
            return at + 2 < len(line.words) and self._number.isdisjoint(around)
        return char in self._and or (char in self._side and self._turns.search(line.classes, far(at), at) is not None)

    def _is_flown(self, line: Line, at: int) -> bool:
        """A telephony before a number: "swiss swiss four two", while "benghazi benghazi" calls."""
        return line.chars[at] in self._telephony and not self._figure.isdisjoint(line.chars[at + 1 : at + 2])

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

    def _reduced(self, line: Line) -> Line:
        """The line without hesitations, the second half of a "niner", and words that are cut off at its edges."""
        self._put_right(line)
        tail, again = self._begins_within(line), self._stammered(line)
        again.update(self._cut_sentences(line))
        if line.chars and line.chars[0] in self._exclaimed and self._exclaims(line):
            again.add(0)
        if line.words and line.words[-1] in self._goodbyes.ends:
            again.update(self._goodbyes.read(line))
        if not self._filler.isdisjoint(line.chars):
            again.update(begun(line, self._filler, self._digit, self._group, self._tens))
            again.update(begun_again(line, self._filler, self._begun_once))
        if line.words and (line.chars[0] in self._filler or self._lexicon.class_of(line.words[0]) in self._and):
            again.update(self._joined_to_nothing(line))
        if not (tail or again) and self._changing.isdisjoint(line.chars):
            return line
        cut = len(line.classes) > 1 and line.classes[-1] in self._cut_off and len(line.classes) - 1 not in again
        if cut and line.words[-2].isdecimal():
            shown = line.said(len(line.words) - 1, len(line.words))
            cut = line.shouted or not shown.isupper()  # not "Lufthansa 67 XR"
        whole = self._whole_letter.get(line.words[-1]) if cut and line.words[-2] in self._spelled else None
        if whole is not None:
            line.words = [*line.words[:-1], whole]
            line.become(self._lexicon.read(line.words, line.commas)[0])
        elif cut:
            line.cut_number, line.cut_sign = self._cut_within(line.words[-1])
            line.words = line.words[:-1]
            line.become(line.classes[:-1])
        again.update(found.start() for found in self._split_niner.finditer(line.classes))
        keep = [i for i, c in enumerate(line.classes) if c not in self._filler and i not in again and i >= tail]
        if len(keep) == len(line.classes):
            return line
        words = [line.words[i] for i in keep]
        # A comma before words that are left out stands before the next one: "delta seven, two, uh | six miles".
        commas = frozenset(
            new
            for new, (last, old) in enumerate(pairwise([-1, *keep]))
            if not line.commas.isdisjoint(range(last + 1, old + 1))
        )
        starts, ends = [line.starts[i] for i in keep], [line.ends[i] for i in keep]
        classes, chars = self._lexicon.read(words, commas)
        reduced = Line(line.text, words, classes, starts, ends, commas, chars)
        reduced.cut_number, reduced.cut_sign = line.cut_number, line.cut_sign
        return reduced

    def _joined_to_nothing(self, line: Line) -> set[int]:
        """ "and american four nineteen": the first word is said as a hesitation is, unless it begins a name."""
        chars, last = line.chars, len(line.chars) - 1
        at = next((at for at, char in enumerate(chars) if char not in self._filler), last)
        if at == last or self._lexicon.class_of(line.words[at]) not in self._and:
            return set()
        named = line.words[at + 1] in self._begun_names and not self._number.isdisjoint(chars[at + 2 : at + 3])
        return set() if named else {at}

    def _cut_within(self, begun: str) -> tuple[bool, bool]:
        """Whether a word of a number begins so, and whether one of the alphabet surely does ("cha", but not "go")."""
        number = any(word.startswith(begun) for word in symbols())
        return number, len(begun) >= _LEAST and any(word.startswith(begun) for word in self._compiled.letters)


def _with_comma(thousands: re.Match[str]) -> str:
    return f"{thousands[0][:-1]},"


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


def _part_possessives(words: list[str], ends: list[int], spelled: Set[str], wake: Set[str]) -> Iterator[int]:
    """ "continental four eleven's clear", "two delta mike's back", "1610 heavy's level": the call sign's last word. The
    numbers behind it, which begin anew as behind a comma ("fifty four's | ten south")."""
    for at, word in enumerate(words):
        if not word.endswith(_POSSESSIVE):
            continue
        stem, before = word[:-2], words[at - 1] if at else ""
        counted = before in spelled or before.isdecimal()
        if (counted and (stem in spelled or stem in wake)) or stem in symbols() or _WRITTEN.fullmatch(stem):
            words[at], ends[at] = stem, ends[at] - 2
            if at + 1 < len(words) and words[at + 1] in spelled:
                yield at + 1
