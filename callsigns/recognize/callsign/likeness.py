"""Whose name the words before a number sound like, and whether they sound like it enough.

"air friends thirty one oh eight heavy": of the words that may be a name those count whose sound is nearest to one
operator's and clearly farther from all others. How near they must come depends on their letters, on the number and on
what the rest of the line says; the bounds were counted on other words of English.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from callsigns.forms.compiled import Compiled
from callsigns.grammar import shipped_table
from callsigns.grammar.tables import is_place
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.once import once
from callsigns.recognize.callsign.identity import Identity
from callsigns.recognize.evidence import RadioEvidence, is_year

if TYPE_CHECKING:  # comparing sounds is imported when a name may have been misheard
    from callsigns.recognize.callsign.alike import Alike, Nearest

__all__ = ["ALONE", "LONG", "MOST_WORDS", "NEVER", "SMALL", "SURE", "Guess", "Likeness"]

MOST_WORDS: Final = 3
_LONGEST: Final = 40  # characters; no telephony has more, and what is compared is remembered
SURE: Final = 1.15  # score and lead together: no need to look at fewer of the words
NEVER: Final = math.inf
_PLAIN: Final = 1.0  # the same: enough without any word of the trade
_LEAD: Final = 0.09  # how much nearer than any other
ALONE: Final = 0.85  # score and lead where no order follows
# Score, and score and lead together, that are enough for words of so many letters at least: one in thirty other words
# of this length comes as near.
_ENOUGH: Final = ((8, 0.62, 0.75), (6, 0.66, 0.85), (5, 0.75, 0.95), (0, 0.8, 1.0))
_ENOUGH_SHORT: Final = (0.75, 0.95)  # the same for one or two figures
_ENOUGH_ASKING: Final = (0.65, 0.95)  # for words that mean something before a number
_ENOUGH_TOLD: Final = (0.62, 0.85)  # for any words where nothing but a call sign can stand ...
_ENOUGH_TOLD_SHORT: Final = (0.62, 1.05)  # ... and for those of fewer letters
_SHORT_NAME: Final = 5
_ORDINARY: Final = 0.2  # by how much more for an English word, or for two short ones
SMALL: Final = 3  # letters of a word that is no name beside others
_SAME: Final = 0.99
_WAKE: Final = 0.05  # heavy aircraft belong to airlines
_ASIDE: Final = 0.06  # for each word that is no part of the name
_PART: Final = 0.06  # a part of the words that sounds like another operator's name
LONG: Final = 3  # figures of a number that squadrons do not have
_WHOLE: Final = 4  # figures of a number of which nothing can be lost


class Guess(NamedTuple):
    """The words ``start`` to ``end`` sound like the name ``near``; ``score`` as there, less for words left over."""

    start: int
    end: int
    near: Nearest
    score: float


class Likeness:
    """Compares for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._evidence = compiled.shared(RadioEvidence)
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        self._letter = listed("letter", "single")
        asks = members("number_slot", "radio_word", "handover", "greeting", "opening", "article")
        self._asks = frozenset(asks).difference(members("courtesy"))
        self._order_word = self._asks.difference(members("article"))
        self._asking = self._asks | self._letter
        wants = members("number_slot", "handover", "make", "make_caution", "maker")
        self._wants = frozenset(wants).difference(members("article"))
        self._point = listed("point_slot").difference(members("opening"))
        self._make = listed("make", "make_caution", "maker")
        self._never_last = listed("article", "opening", "greeting")
        self._group = listed("teen", "tens", "figure3", "figure4")  # figures in one word may have been said so
        self._telephony, self._company = listed("telephony"), listed("company")
        self._english = listed("ordinary")
        self._noun = self._english.union(members("unknown")) - self._asks

    @once
    def _heard(self) -> frozenset[str]:
        """What is listed as written for a name."""
        return frozenset(shipped_table("misheard.toml")["heard"])

    @once
    def _alike(self) -> Alike:
        from callsigns.recognize.callsign.alike import Alike

        return Alike(self._compiled.telephony)

    def guess(self, line: Line, first: int, number: int, identity: Identity) -> Guess | None:
        """The operator whose name is nearest to any of the words, and nearer than all others."""
        parts = [part for part in _parts(first, number) if not self._passed_over(line, *part[:2], first, number)]
        if not any(self._least(line, start, end, number, identity) for start, end, _ in parts):
            return None  # comparing sounds takes longer than all the rest
        best: Guess | None = None
        grouped = self.grouped(line, number)
        others: list[tuple[float, str]] = []
        cut = ""  # whose number has lost a figure to the word behind the name: "southwest buddy one seven seven"
        whole = line.chars[number - 1] in self._noun
        for start, end, aside in parts:
            near = self._near(" ".join(line.words[start:end]), grouped)
            if near.score > _SAME and end < number and len(identity.text) < _WHOLE:
                cut = near.designator
                continue
            if whole and end < number:
                continue  # "corsair leasing two one seven": the last word is part of the name
            score = near.score - _ASIDE * aside
            others.append((score, near.designator))
            if best is None or score > best.score:
                best = Guess(start, end, near, score)
            if score + near.lead >= SURE:
                break
        if best is None or best.near.designator == cut:
            return None
        second = max((score for score, who in others if who != best.near.designator), default=0.0) - _PART
        return best._replace(near=best.near._replace(lead=min(best.near.lead, best.score - second)))

    def grouped(self, line: Line, number: int) -> bool:
        """The number is said in group form: "eleven seventy three", "four sixty"."""
        return not self._group.isdisjoint(line.chars[number : number + 2])

    def listed(self, line: Line, first: int, number: int) -> int | None:
        """Where the words before the number begin that are listed as written for a name: "and void", "so what's"."""
        farthest = max(first, number - MOST_WORDS)
        return next((at for at in range(farthest, number) if " ".join(line.words[at:number]) in self._heard), None)

    def on_radio(self, line: Line) -> bool:
        """The line has words of the trade."""
        return self._evidence.heard(line)

    def _passed_over(self, line: Line, start: int, end: int, first: int, number: int) -> bool:
        """The words are not looked at as a name."""
        if " ".join(line.words[start:end]) in self._heard:
            return False
        if line.chars[start] == CONTINUED or self._small(line, start, end, first, number):
            return True
        if self._company.issuperset(line.classes[start:end].replace(CONTINUED, "")):
            return True  # "bangkok airways": the name is what stands before it
        return line.ends[end - 1] - line.starts[start] > _LONGEST

    def _small(self, line: Line, start: int, end: int, first: int, number: int) -> bool:
        """Words that are no name beside others: a short one, one of everyday English, a name before "the" or "it's".

        Nor is a telephony right before the number: a flight was not read there, and with reason.
        """
        char = line.chars[start]
        if char in self._order_word and line.chars[end - 1] in self._asking:
            return True
        if end - start > 1:
            if char in self._point and line.chars[end - 1] in self._letter:
                return True  # "left on delta five four papa": a taxiway
            return line.chars[end - 1] in self._never_last and char in self._telephony
        if char in self._telephony:
            return end == number
        if end == number and start == first:
            return False
        return len(line.words[start]) <= SMALL or char in self._english

    def _near(self, phrase: str, grouped: bool) -> Nearest:
        row = self._compiled.telephony.named(phrase)
        if row is not None and row.status != "historic" and row.designator and row.caution != "high":
            from callsigns.recognize.callsign.alike import Nearest

            return Nearest(row.designator, 1.0, 1.0)
        return self._alike.nearest(phrase, grouped=grouped)

    def holds(
        self, line: Line, guess: Guess, number: int, identity: Identity, *, ordered: bool, wake: bool, told: bool
    ) -> bool:
        """There is likeness enough for the number, the words and what follows: an order, or the wake category.

        ``told``: somebody is called here, whoever it is.
        """
        least = self._least(line, guess.start, guess.end, number, identity)
        if least is None:
            return False
        if told:
            long = sum(map(len, line.words[guess.start : guess.end])) >= _SHORT_NAME
            least = min(least, _ENOUGH_TOLD if long else _ENOUGH_TOLD_SHORT, key=sum)
        score = guess.score + (_WAKE if wake else 0.0)
        both = score + guess.near.lead
        if score < least[0] or guess.near.lead < _LEAD or both < least[1]:
            return False
        if both < self.needed(line, number, identity, ordered=ordered, wake=wake):
            return False
        return ordered or (both >= ALONE and len(identity.text) >= LONG)

    def needed(self, line: Line, number: int, identity: Identity, *, ordered: bool, wake: bool) -> float:
        """The least score and lead together; more without any word of the trade, where the number must be said, or be a
        long one before an order."""
        if wake or self._evidence.heard(line):
            return 0.0
        if self._evidence.spoken(line, number):
            return _PLAIN
        certain = ordered and len(identity.text) >= LONG and not is_year(line.words[number])
        return SURE if certain else NEVER

    def _least(self, line: Line, start: int, end: int, number: int, identity: Identity) -> tuple[float, float] | None:
        """How much likeness the words need; ``None``: they are no name."""
        words, classes = line.words[start:end], line.classes[start:end]
        size = sum(map(len, words))
        if self._letter.issuperset(classes) or is_place(" ".join(words)) or classes[-1] in self._make:
            return None
        known = end == number and classes in self._telephony  # a flight was not read, and with reason
        if len(words) == 1 and (known or classes in self._asks):
            return None
        if line.before(start) in self._point:
            return None  # "estimate delpa one four two zero": a point
        if line.classes[end:number] in self._wants:
            return None
        least = next(enough for letters, *enough in _ENOUGH if size >= letters)
        if len(identity.text) < LONG:
            least = [*map(max, least, _ENOUGH_SHORT)]
        if not self._asks.isdisjoint(classes):
            least = [*map(max, least, _ENOUGH_ASKING)]
        elif self._english.issuperset(classes) and (len(words) == 1 or size < _ENOUGH[0][0]):
            least[1] += _ORDINARY
        return least[0], least[1]


def _parts(first: int, number: int) -> Iterator[tuple[int, int, int]]:
    """The words that may be the name, with how many others are left over; the likeliest first."""
    for end in (number, number - 1):
        for start in range(max(first, end - MOST_WORDS), end):
            yield start, end, start - first + number - end
