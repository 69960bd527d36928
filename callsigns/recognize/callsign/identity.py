"""The identification behind a name: how many of the words that follow belong to it.

"delta four sixty two one two thousand" is DAL462 at 12,000 feet: the words behind a telephony designator are read in
all their lengths, and the one counts that is a legal identification, said as people group numbers, and leaves something
legal behind. At most four characters (ICAO Doc 4444 appendix 2: seven in all, three are the designator).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import matching
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED, one_of
from callsigns.line import Line
from callsigns.numbers import Reading, prefixes, symbols, whole
from callsigns.once import Roomy
from callsigns.recognize.callsign.letters_apart import LettersApart
from callsigns.recognize.callsign.number_run import NumberRuns, hyphened
from callsigns.recognize.callsign.remainder import SUREST, Remainders
from callsigns.tokens import BREAK

__all__ = ["Identity", "IdentityReader"]

_MAX_CHARACTERS: Final = 4
_ODD: Final = 1  # no way in which people group numbers
_MOST_BEGUN: Final = 2  # words of a number that was begun twice, the first time
_TWO_SAID: Final = 2  # figures said one by one: of a runway, not of a number in pairs
_SHORT_FLIGHT: Final = 2
_MOST_LETTERS: Final = 7  # of a registration, with its mark
_LISTED: Final = 3  # taxiways between commas
_ABBREVIATED: Final = 3  # letters of "v f r", "i l s"
_LEVEL: Final = 3  # figures of a level or a heading, each said by itself
_NO_LETTER: Final = 3  # figures of a number said in groups, as in the United States, where no letter ends it
_NATURAL: Final = 3  # said as people group numbers
_REGISTERED: Final = 2  # the same for five figures of a registration: "four forty seven fifty five"
# How readily a certain number is said, by the count of its characters: natural logarithms. A number of four figures is
# one of nine thousand, and few people say it digit by digit.
_GROUPED: Final = (0.0, -7.5, -8.0, -7.9, -10.1, -12.0)
_DIGITS: Final = (0.0, -7.5, -8.4, -9.0, -11.0, -12.0)
_WITH_ZERO: Final = 0.8  # "six oh two" is said so by those who group, too
_UNNATURAL: Final = {3: 0.0, 2: -3.0, 1: -4.5}
_PARTED: Final = -0.9  # the cut goes through "fifty | eight" or "2|-9"
_COMMA: Final = -1.0
_NAME_ALONE: Final = -4.6  # "american one two thousand": no number at all
_made: Final = tuple.__new__


class Identity(NamedTuple):
    """``text`` is the identification, ``end`` the word behind it."""

    text: str
    end: int


class _Characters(dict[str, str]):
    """Word to what it stands for: ``kilo`` to K, ``niner`` to 9; figures and letters for themselves."""

    def __missing__(self, word: str) -> str:
        return word.upper()


_VALUE: Final = searchable(r"[0-4]\d0")  # a heading, a speed, a level


def _before_value(words: Sequence[str]) -> bool:
    """Three figures, and three of a value behind them."""
    cuts = range(1, min(len(words), _MAX_CHARACTERS))
    return any(_VALUE.fullmatch(whole(words[cut:]).text) and len(whole(words[:cut]).text) == _LEVEL for cut in cuts)


_IN_CAPITALS: Final = searchable(r"\d{1,3}[A-Z]|\d{1,2}[A-Z]{2}")


class IdentityReader(Roomy):
    """Reads identifications for one grammar."""

    __slots__ = ("_compiled", "_digit", "_digits", "_letters", "_number", "_remainders", "_runs", "_sign", "_usual")

    _of_procedure = matching("<letter_of_procedure>")
    _information_named = matching("<information_named>")
    _route, _joined_route = matching("<route_behind>"), matching("<route_joined>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._letters = compiled.letters
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        self._number = listed(
            "digit", "teen", "tens", "hundred", "thousand", "repeat", "figure1", "figure2", "figure3", "figure4"
        )
        self._digit = listed("digit")
        self._digits = {word: digit for word, (symbol, digit) in symbols().items() if symbol in ("o", "d")}
        self._homophone, self._side = listed("homophone"), listed("side_of_runway")
        self._thousand = listed("thousand")
        self._sign = listed("letter", "single")
        apart = compiled.compile.beyond("<letter_apart>", self._sign)[0]
        # Letters that neither name an airline nor the automatic information; nothing (0) where there are none at all.
        self._single = listed("single")
        sure, most = self._sign - listed("telephony"), f"{{0,{_MOST_LETTERS}}}"
        stop = one_of(self._sign.union(apart, CONTINUED))
        self._plain_signs = searchable(
            f"(?:{one_of(sure - self._single)}{most}|{one_of(sure & self._single)}{most})(?!{stop})"
        )
        self._spelled = _Characters(self._letters)  # among letters "o" is one
        self._characters = _Characters({**self._letters, **self._digits})
        self._article = listed("article")
        self._end = compiled.lexicon.entity["end"]
        self._continued = compiled.lexicon.expression("letter")[-2]
        self._runs = NumberRuns(compiled, self._number, self._sign)
        self._tens = listed("tens")
        self._wake = listed("wake")
        self._group = self._tens.union(members("teen"))
        named, words = compiled.telephony.named, compiled.lexicon.words
        # Of the spelling words those by which an aircraft is likely called: "delta", hardly "quebec".
        self._airline = frozenset(
            words[word] for word in compiled.letters if (row := named(word)) is not None and row.caution != "high"
        )
        self._dangling = listed("hundred", "thousand", "dangling")
        self._number_goes_on = self._number | self._dangling
        self._remainders, self._letters_apart = Remainders(compiled), LettersApart(compiled)
        self._apart, self._sum = compiled.searcher("<letter_apart>"), compiled.searcher("<summed>")
        self._usual = self._usual_form(compiled, apart)

    def _no_number(self, line: Line, identity: Identity) -> bool:
        """One figure behind it, or the runway to which one follows somebody: "the jetblue to two two right"."""
        end = identity.end
        return len(identity.text) < _LISTED or line.classes[end : end + 1] in self._side

    def _usual_form(self, compiled: Compiled, apart: frozenset[str]) -> re.Pattern[str]:
        """Single digits, or one number in figures, and up to three letters; nothing behind them that may be part of
        the identification, or that makes something else of it."""
        listed, members = compiled.lexicon.listed, compiled.lexicon.members
        wanting = self._dangling | compiled.compile.first("<carried>")
        never = self._homophone | wanting
        digit = one_of(listed("digit", "figure1") - never)
        figures = one_of(listed("figure2", "figure3", "figure4") - never)
        sign = one_of(self._sign - self._number - never)
        stop = one_of(self._number.union(self._sign, members("decimal_figure"), wanting, apart, CONTINUED))
        return searchable(f"(?:{digit}{{1,4}}|{figures}){sign}{{0,3}}(?!{stop})")

    def read(self, line: Line, start: int, most: int = _MAX_CHARACTERS) -> Identity | None:
        """The identification that begins at word ``start``, of at most ``most`` characters."""
        usual = self._usual.match(line.classes, start)
        if usual is not None:
            end = usual.end()
            if line.commas.isdisjoint(range(start + 1, end)) and not self._joined_letter(line, end):
                text = "".join(map(self._characters.__getitem__, line.words[start:end]))
                if len(text) <= most:
                    return _made(Identity, (text, end))
        run = self._runs.end(line, start)
        if run == start:
            return None
        best = (
            self._undivided(line, start, run, most)
            or self._begun_again(line, start, run, most)
            or self._said_anew(line, start, run, most)
            or self._divided(line, start, run, most)
        )
        if best is not None and line.chars[start] in self._homophone and self._no_number(line, best):
            return None  # "to two", "for two": no number begins with a word that only sounds like one
        return best

    def with_capitals(self, line: Line, identity: Identity, shape: re.Pattern[str] = _IN_CAPITALS) -> Identity:
        """ "Lufthansa 5 YV", "Easy 12 A", "Swiss 5 A J", "Wizz 5Y-Victor": its last letters as words of their own."""
        text, end = identity
        if end >= len(line.words):
            return identity
        in_one_word = text[-1].isalpha() and line.words[end - 1] == text.lower()
        if in_one_word and end not in line.commas and line.chars[end] in self._sign:
            shown = self._letters.get(line.words[end], "")
        else:
            most = 1 if text[-1].isalpha() else 2
            shown = self._letters_apart.read(line, end, most, any_word=shape is not _IN_CAPITALS)
        if not shown or shape.fullmatch(text + shown) is None:
            return identity
        in_two_words = len(shown) > 1 and line.words[end] == shown[0].lower()
        return Identity(text + shown, end + 1 + in_two_words)

    def _undivided(self, line: Line, start: int, run: int, most: int) -> Identity | None:
        """The whole run, said as people say numbers and short enough: the common case."""
        chars = line.chars
        if self._remainders.wants(line.classes, run):
            return None
        single = self._digit.issuperset(chars[start:run])
        if single:
            text = "".join([self._digits[word] for word in line.words[start:run]])
        else:
            text, natural = whole(line.words[start:run])[1:]
            if natural < (_REGISTERED if len(text) > _MAX_CHARACTERS else _NATURAL):
                return None
            if not self._thousand.isdisjoint(chars[start:run]):
                return None
        if not text or len(text) > most:
            return None
        if run == len(chars) or (chars[run] not in self._sign and not self._joined_letter(line, run)):
            return Identity(text, run)
        route = self._route if len(text) >= _NO_LETTER or run in line.commas else self._joined_route
        letters, end = self._signs(line, run, most - len(text))
        full = most > _MAX_CHARACTERS and len(text + letters) == most and self._sign.isdisjoint(chars[end : end + 1])
        if not (single or full) and len(text) > 1 and route(line.classes + self._end, run) is not None:
            return Identity(text, run)  # "american nine forty two | lima and quebec"; a mark is full
        if not single and end < len(chars) and chars[end] in self._dangling:
            return None
        return Identity(text + letters, end)

    def _begun_again(self, line: Line, start: int, run: int, most: int) -> Identity | None:
        """ "two four twenty four sixteen": begun again, in pairs; it says the same figures first. Not "five fifty | two
        zero zero"."""
        if self._remainders.wants(line.classes, run) or _before_value(line.words[start:run]):
            return None
        for cut in range(start + 1, start + _MOST_BEGUN + 1):
            begun, again = whole(line.words[start:cut]).text, whole(line.words[cut:run])
            if not begun or len(again.text) != most or self._group.isdisjoint(line.chars[cut:run]):
                continue
            if run < len(line.chars) and self._digit.issuperset(line.chars[run - _TWO_SAID : run]):
                continue  # "six sixty five | one eight"
            if again.natural > _ODD and again.text.startswith(begun) and again.text != begun:
                line.dropped.append((start, cut, "begun again"))
                return Identity(again.text, run)
        return None

    def _said_anew(self, line: Line, start: int, run: int, most: int) -> Identity | None:
        """ "twenty eight ninety uh twenty eight ninety nine": said anew behind a hesitation, with all but one of its
        figures; three that end in zero are a value."""
        for cut in range(start + 1, run):
            between = line.text[line.ends[cut - 1] : line.starts[cut]]
            if not any(map(str.isalpha, between)):
                continue
            first, again = (whole(line.words[begin:end]).text for begin, end in ((start, cut), (cut, run)))
            size = len(first)
            if not _SHORT_FLIGHT < size == len(again) <= most or first == again or first[0] != again[0]:
                continue
            same = sum(min(first.count(figure), again.count(figure)) for figure in {*again})
            if same >= size - 1 and (size > _SHORT_FLIGHT + 1 or again[-1] != "0"):
                line.dropped.append((start, cut, "begun again"))
                return Identity(again, run)
        return None

    def _divided(self, line: Line, start: int, run: int, most: int) -> Identity | None:
        """The beginning of the run that is the best identification, with the rest of it in mind."""
        weigh = self._remainders.behind(line.classes, run)
        heavy = run < len(line.chars) and line.chars[run] in self._wake  # "ups two thousand heavy"
        alone = None if heavy else self._remainders.quantity(line.classes, start, run)
        best, best_weight = None, -math.inf if alone is None else _NAME_ALONE + alone
        at_best = _COMMA if line.commas else SUREST
        for reading in prefixes(line.words[start:run]):
            if len(reading.text) > most:
                break
            end = start + reading.words
            readily = self._readily(line, start, end, reading)
            if readily + at_best < best_weight:
                continue  # whatever is behind it
            letters, letters_end = self._signs(line, end, most - len(reading.text)) if end == run else ("", end)
            if letters_end < run and letters_end in line.commas:
                continue  # "8,|4,5 230": the commas of a run are inside its numbers
            behind = _COMMA if letters_end in line.commas else weigh(letters_end, len(reading.text))
            if behind is None:
                continue
            weight = behind + readily
            if weight >= best_weight:
                best, best_weight = Identity(reading.text + letters, letters_end), weight
        return best

    def _readily(self, line: Line, start: int, end: int, reading: Reading) -> float:
        """How readily the words ``start`` to ``end`` are said as an identification."""
        digits = self._digit.issuperset(line.chars[start:end])
        size = min(len(reading.text), 5)
        weight = _DIGITS[size] if digits else _GROUPED[size] + _UNNATURAL[reading.natural]
        if digits and "0" in reading.text[1:-1]:
            weight += _WITH_ZERO
        return weight + _PARTED if self._parts_a_number(line, end) else weight

    def _parts_a_number(self, line: Line, end: int) -> bool:
        """The cut goes through "fifty | eight", "2|-9"."""
        if hyphened(line, end):
            return True
        cut = line.chars[end - 1] in self._tens and end < len(line.classes) and line.chars[end] in self._digit
        return cut and end not in line.commas

    def summed(self, line: Line, start: int) -> Identity | None:
        """ "delta two thousand and one", "three hundred and four"; no more figures behind it, and no unit."""
        found = self._sum.match(line.classes, start)
        end = found.end() if found is not None else 0
        if not end or line.classes[end : end + 1] in self._number_goes_on or self._remainders.wants(line.classes, end):
            return None
        hundreds, rest = whole(line.words[start : start + 2]).text, whole(line.words[start + 3 : end]).text
        text = str(int(hundreds) + int(rest))
        return Identity(text, end)

    def quantity(self, line: Line, at: int) -> bool:
        """A quantity with its unit begins at word ``at``."""
        return self._remainders.begins(line.classes, at)

    def letters(self, line: Line, start: int, most: int = _MOST_LETTERS) -> Identity | None:
        """Letters alone ("golf bravo delta charlie")."""
        text, end = self._signs(line, start, most)
        return Identity(text, end) if text else None

    def _signs(self, line: Line, start: int, most: int) -> tuple[str, int]:
        """Up to ``most`` letters; one that names the automatic information stays outside."""
        classes = line.classes
        plain = self._plain_signs.match(classes, start)
        within = plain is not None and plain.end() - start <= most and line.commas.isdisjoint(range(start, plain.end()))
        if plain is not None and within and not self._joined_letter(line, end := plain.end()):
            if self._single.issuperset(plain[0]) and self._named_otherwise(line, start, end):
                return "", start  # "m d eighty", "d c nine": a type; "i l s"
            return "".join(map(self._spelled.__getitem__, line.words[start:end])), end
        chars = line.chars
        letters, end = "", start
        while len(letters) < most and end < len(chars) and (chars[end] in self._sign or self._joined_letter(line, end)):
            if self._apart.match(classes, end) and not self._information_named(classes, end):
                break
            if end in line.commas and (self._stands_alone(line, end) or (not letters and self._is_listed(line, end))):
                break
            if letters and self._abbreviated(classes, end):
                break  # "six seven foxtrot v f r"
            another = chars[end] in self._airline and end + 1 not in line.commas and self._numbered(classes, end + 1)
            if another and not self._goes_on(line, end):
                break  # "united four fifty two delta three oh six": another aircraft
            after = end + 1
            while after < len(chars) and chars[after] == self._continued:
                after += 1
            word = " ".join(line.words[end:after])
            letters += self._letters.get(word, word.upper())
            end = after
        if self._single.issuperset(chars[start:end]) and self._named_otherwise(line, start, end):
            return "", start
        return letters, end

    def _stands_alone(self, line: Line, at: int) -> bool:
        """ "Air Canada 428 <j>", "United 456, Victor 16", "Fedex 87, Tango arrival": behind a comma no letter of the
        number."""
        if line.chars[at] in self._single or self._numbered(line.classes, at + 1):
            return True
        return at + 1 not in line.commas and self._of_procedure(line.classes, at) is not None

    def _is_listed(self, line: Line, at: int) -> bool:
        """ "Westjet 39, Zulu, Tango, Quebec 2": three letters behind commas are taxiways, no number ends in three."""
        end = at + _LISTED
        parted = line.commas.issuperset(range(at, end)) and self._sign.issuperset(line.chars[at:end])
        return parted and at > 0 and line.chars[at - 1] in self._number

    def _joined_letter(self, line: Line, at: int) -> bool:
        """ "9-8-A", "2-A-X", "9 8A", "9 8 a, climb", "9 a b": a letter that is an article anywhere else."""
        if at >= len(line.words) or line.chars[at] not in self._article or len(line.words[at]) != 1:
            return False
        joined = hyphened(line, at) or line.starts[at] == line.ends[at - 1]
        last = at + 1 == len(line.words) or at + 1 in line.commas or line.words[at + 1] == BREAK
        return joined or ((last or line.chars[at + 1] in self._single) and line.chars[at - 1] in self._number)

    def _abbreviated(self, classes: str, at: int) -> bool:
        """Three written letters or more behind a spelled one, as in "v f r", are none of its like."""
        behind = classes[at : at + _ABBREVIATED]
        return len(behind) == _ABBREVIATED and self._single.issuperset(behind) and classes[at - 1] not in self._single

    def _goes_on(self, line: Line, at: int) -> bool:
        """ "seven whiskey delta | two niner zero": between a letter of the identification and a level or heading."""
        if not at or line.chars[at - 1] not in self._sign:
            return False
        behind = line.words[at + 1 : self._runs.end(line, at + 1)]
        return "".join([self._digits.get(word, word) for word in behind])[_LEVEL - 1 :] == "0"

    def _named_otherwise(self, line: Line, start: int, end: int) -> bool:
        """The written letters ``start`` to ``end`` are a name: "m d eighty", "luxair eight one two | q n h"; not those
        that a hyphen joins to the figures before them ("Mooney 5-2-R 2,500")."""
        classes = line.classes
        if hyphened(line, start):
            return False
        if end not in line.commas and classes[end : end + 1] in self._number:
            return True
        counted = start > 0 and classes[start - 1] in self._number
        return counted and (end - start > 2 or classes[end : end + 1] in self._single)

    def _numbered(self, classes: str, at: int) -> bool:
        """A number stands at word ``at`` that is no quantity ("delta five thousand" ends with a letter)."""
        return at < len(classes) and classes[at] in self._number and not self._remainders.begins(classes, at)
