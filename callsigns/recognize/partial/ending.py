"""Call signs at the end of a line that values would swallow: "going around twenty one twelve", "leaving three for two
four seven quebec" (2,000 ft, and 47Q).

Two numbers of two figures each, said one after the other, are no runway and no level; behind "down to" and the like one
figure is a height in thousands, and the three signs behind it are the aircraft (FAA AIM 4-2-4). So are three signs
behind a value that was named already, and behind as much of a frequency as a channel has.
"""

from __future__ import annotations

import re
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching, searching
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import matches, overlapping
from callsigns.line import Line
from callsigns.numbers import digits
from callsigns.once import Roomy
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.evidence import RadioEvidence
from callsigns.recognize.heard import Heard, partial
from callsigns.recognize.position import Positions

__all__ = ["EndingReader", "is_uneven", "said_in_pairs"]

_FREQUENCY: Final = searchable(r"(?:1[89]|2\d|3[0-6])\d\d")
_NEVER: Final = searchable(r"1[5-9]\d\d|20[0-4]\d|29\d\d|30[0-6]\d")  # a year, an altimeter setting
_ALTIMETER: Final = searchable(r"29\d\d|30[0-6]\d")
_TIME: Final = searchable(r"(?:0\d|1\d|2[0-3])[0-5]\d")
_UNEVEN: Final = searchable(r"(?![79]11|29\d\d|30[0-6]\d)[1-9]\d{1,2}[1-46-9]")
_PRICE: Final = searchable(r"\d\d(?:9[589]|[05]0|49|25|75)")
_CHANNEL: Final = searchable(r"\d(?:[0257]|\d[05])?")  # what stands behind the point (ICAO Annex 10 V 4.1.2.4)
_MIXED: Final = searchable(r"\d{1,3}[A-Z]{1,2}")
_WHOLE: Final = searchable(r"[1-9]\d\d(?:\d[A-Z]|[A-Z]{2})")  # a mark of five signs
_SIGNED: Final = searchable(
    r"(?!1[0-3]|9[5-9]|911|247)(?:[1-9]\d[1-46-9]|(?:3[7-9]|[4-9]\d)5)|(?!29|30[0-6])[1-9]\d{3}"
)  # no heading, level, speed or altimeter setting is said so
_FOUR: Final = searchable(r"(?!29|30[0-6])\d{4}")  # no altimeter setting; no time stands behind a height
_REST: Final = searchable(r"\d{1,4}[A-Z]{1,2}|\d{3,4}")
_GROUPED: Final = 3
_LAST_THREE: Final = searchable(r"\d{2}[A-Z]|\d[A-Z]{2}|\d{3}")


def is_uneven(figures: str) -> bool:
    """Three or four that are neither a value nor a time as people like them, which end with 0 or 5."""
    return _UNEVEN.fullmatch(figures) is not None


def said_in_pairs(figures: str) -> bool:
    """Two and two figures that are no time of day, no year, no price and no "fifty fifty"."""
    if len(figures) != 4 or figures[:2] == figures[2:]:
        return False
    return not any(shape.fullmatch(figures) for shape in (_TIME, _NEVER, _PRICE))


class EndingReader(Roomy):
    """Reads them for one grammar, before values are read."""

    __slots__ = ("_asks", "_callsign", "_compiled", "_counted", "_identities", "_positions", "_station")

    _pairs = searching("<two_pairs>")
    _height = searching("<short_height>")
    _left, _kept = searching("<left_height>"), searching("<kept_height>")
    _answered, _crossed = searching("<answered_value>"), searching("<crossed_values>")
    _named_last = searching("<named_behind>")
    _frequency = searching("<frequency_begun>")
    _channel, _short_frequency = searching("<channel_said>"), searching("<frequency_in_pairs>")
    _tuned = matching("[<opening>|<greeting>] <decimal_figure>")
    _opened = matching("[<opening>|<greeting>] (<plain>{4}|<figure4>)")
    _named, _sided = searching("<named_already>"), searching("<sided_already>")
    _informed, _whole = searching("<informed_already>"), searching("<frequency_whole>")
    _talk, _counts, _handed_over = matching("<talk>"), ending("<counts>"), ending("<handed_over>")
    _bare = matching("<bare_answer>")
    _grouped = searching("<grouped_number>")

    def __init__(self, compiled: Compiled, identities: IdentityReader, positions: Positions) -> None:
        self._compiled = compiled
        self._identities, self._positions = identities, positions
        listed = compiled.lexicon.listed
        self._callsign = compiled.lexicon.entity["callsign"]
        self._evidence = compiled.shared(RadioEvidence)
        self._digit = listed("digit")
        self._group = listed("teen", "tens")
        self._decimal = listed("decimal")
        asks = (
            "make", "maker", "number_slot", "mixed_slot", "pairs_slot", "article", "handover", "facility", "telephony",
            "unknown",
        )  # fmt: skip
        self._counted = listed(*asks, "digit", "teen", "tens", "hundred", "thousand", "decimal", "and", "letter")
        self._asks = listed("pairs_slot")
        self._named_or_counted = listed("pairs_slot", "digit", "teen", "tens", "unknown", "telephony")
        self._written = listed("flight_ident")
        self._station = listed("facility", "handover", "unit", "answering_unit")

    def read(self, line: Line) -> Heard | None:
        """The call sign with which the line ends, if it is one of these."""
        if self._callsign in line.classes:
            return None
        return (
            self._of_pairs(line)
            or self._behind_height(line)
            or self._behind_left(line)
            or self._behind_kept(line)
            or self._behind_answered(line)
            or self._behind_name(line)
            or self._behind_pairs(line)
            or self._behind_whole(line)
            or self._behind_crossed(line)
            or self._behind_channel(line)
            or self._behind_opening(line)
            or self._behind_tuned(line)
            or self._behind_named(line)
            or self._behind_sided(line)
            or self._behind_informed(line)
            or self._cut_off(line)
            or self._behind_talk(line)
            or self._behind_bare(line)
        )

    def _of_pairs(self, line: Line) -> Heard | None:
        for found in overlapping(self._pairs, line.classes):
            start, end = found.span()
            if not self._positions.ends(line, end):
                continue
            ident = digits(line.words[start:end])
            if not said_in_pairs(ident) and not self._evidence.heard(line):
                return None
            before = line.before(start)
            if len(ident) != 4 or not before or before in self._asks or _NEVER.fullmatch(ident):
                return None
            if before in self._digit and line.classes[start - 2 : start - 1] not in self._digit:
                return None  # "one twenty one twelve": cut through a number
            if _FREQUENCY.fullmatch(ident) and self._to_station(line, start):
                return None
            return partial(start, end, ident)
        return None

    def _to_station(self, line: Line, start: int) -> bool:
        """A frequency stands here: "over to tower eighteen thirty five", "contact boston center thirty three five"."""
        return (
            line.chars[line.name_start(start - 1)] in self._station
            or self._handed_over.search(line.classes, far(start), start) is not None
        )

    def _last(self, line: Line, at: int, most: int) -> Identity | None:
        """At most so many signs, from word ``at`` to the end."""
        ident = self._identities.read(line, at, most)
        return ident if ident is not None and self._positions.ends(line, ident.end) else None

    def _behind_height(self, line: Line) -> Heard | None:
        for found in matches(self._height, line.classes):
            at = found.end()
            pairs = line.classes[at : at + 1] in self._group  # "down to six twenty one eighty"
            ident = self._last(line, at, 4 if pairs else 3)
            if ident is not None and (_LAST_THREE.fullmatch(ident.text) or (pairs and _FOUR.fullmatch(ident.text))):
                return partial(at, ident.end, ident.text)
        return None

    def _behind_left(self, line: Line) -> Heard | None:
        """ "leaving three | one four bravo", "level at six | three tango golf": the last three signs, with a letter; or
        two pairs, "out of four | thirty eight twelve", "stopping at seven | nine sixty three"."""
        for found in matches(self._left, line.classes):
            at = found.end()
            pairs = line.classes[at : at + 1] in self._group
            ident = self._last(line, at, 4 if pairs else 3)
            if ident is None:
                continue
            lettered = _LAST_THREE.fullmatch(ident.text) is not None and ident.text[-1].isalpha()
            if lettered or (pairs and self._apart(line, at, ident.text)) or self._uneven_group(line, at, ident):
                return partial(at, ident.end, ident.text)
        return None

    def _uneven_group(self, line: Line, at: int, ident: Identity) -> bool:
        """Three figures in a group behind a figure with which no heading and no speed begins."""
        grouped = line.classes[at + 1 : at + 2] in self._group and digits(line.words[at - 1 : at]) > "3"
        return grouped and len(ident.text) == _GROUPED and _SIGNED.fullmatch(ident.text) is not None

    def _behind_pairs(self, line: Line) -> Heard | None:
        """ "twenty six fifty five | ten eighty one": a frequency and a call sign, and all of it in groups."""
        for found in overlapping(self._short_frequency, line.classes):
            start, at = found.span()
            ident = self._last(line, at, 4) if line.before(start) not in self._named_or_counted else None
            grouped = not self._group.isdisjoint(line.chars[at : at + 2])
            if ident is not None and grouped and _SIGNED.fullmatch(ident.text):
                return partial(at, ident.end, ident.text)
        return None

    def _behind_whole(self, line: Line) -> Heard | None:
        """ "one nineteen four | eight oh three": three figures are left where the decimals end with the channel."""
        for found in matches(self._whole, line.classes):
            end = found.end()
            for at in (end + 2, end + 1):
                ident = self._last(line, at, 3) if _CHANNEL.fullmatch(digits(line.words[end:at])) else None
                if ident is not None and len(ident.text) == _GROUPED and _LAST_THREE.fullmatch(ident.text):
                    return partial(at, ident.end, ident.text)
        return None

    def _behind_kept(self, line: Line) -> Heard | None:
        """ "maintain four | fifteen forty eight"; "maintain two fifty | ..." begins with a speed or a level."""
        for found in matches(self._kept, line.classes):
            at = found.end()
            ident = self._last(line, at, 4) if line.classes[at : at + 1] in self._group else None
            if ident is not None and self._apart(line, at, ident.text):
                return partial(at, ident.end, ident.text)
        return None

    def _apart(self, line: Line, at: int, ident: str) -> bool:
        """Four figures in pairs at word ``at``, of which the figure before them makes no speed or level."""
        if len(ident) != 4 or not ident.isdecimal() or _ALTIMETER.fullmatch(ident):
            return False
        figure = digits(line.words[at - 1 : at])
        return figure > "3" or ident[1] not in ("0" if figure == "3" else "05")

    def _behind_answered(self, line: Line) -> Heard | None:
        """ "one seventy on the speed | four eighty five": the value was said already, and this one is not round."""
        for found in matches(self._answered, line.classes):
            ident = self._last(line, found.end(), 3)
            if ident is not None and _LAST_THREE.fullmatch(ident.text) and not ident.text.endswith("0"):
                return partial(found.end(), ident.end, ident.text)
        return None

    def _behind_name(self, line: Line) -> Heard | None:
        """ "two nine eight one on the altimeter | six five seven": the name of the value was said last. A
        mark has three signs there, "... on the altimeter | one two romeo"."""
        return self._behind(line, self._named_last, 4, _SIGNED) or self._behind(line, self._named_last, 3, _MIXED)

    def _behind_crossed(self, line: Line) -> Heard | None:
        """ "cross baltimore at ten and two fifty | four two one quebec sierra": no speed has more figures."""
        return self._behind(line, self._crossed, 5, _REST)

    def _behind_channel(self, line: Line) -> Heard | None:
        """ "one two eight decimal seven zero five | golf lima": all six figures, and the last two letters of a mark."""
        for found in matches(self._channel, line.classes):
            ident = self._identities.letters(line, found.end(), 3)
            if ident is not None and len(ident.text) == 2 and self._positions.ends(line, ident.end):
                return partial(found.end(), ident.end, ident.text)
        return None

    def _behind_opening(self, line: Line) -> Heard | None:
        """ "4521, 7WD": four figures first, which are a code or a pressure, and behind a comma the last of a mark;
        "three zero one zero | four one seven whiskey delta": all of it needs no comma, where no frequency begins."""
        found = self._opened(line.classes, 0)
        if found is None:
            return None
        at = found.end()
        ident = self._last(line, at, 5)
        if line.classes[at : at + 1] in self._written and self._positions.ends(line, at + 1):
            ident = Identity(line.words[at].upper(), at + 1)
        shape = _MIXED if at in line.commas else _WHOLE
        if ident is None or len(ident.text) < 3 or shape.fullmatch(ident.text) is None:
            return None
        if at not in line.commas and digits(line.words[at - 4 : at])[:1] == "1":
            return None
        return partial(at, ident.end, ident.text)

    def _behind_tuned(self, line: Line) -> Heard | None:
        """ "124.1, 1247. Good day.": a frequency or a pressure first, and four figures last of all."""
        found = self._tuned(line.classes, 0)
        if found is None or found.end() not in line.commas:
            return None
        ident = self._last(line, found.end(), 4)
        if ident is None or len(ident.text) < 4 or not _FOUR.fullmatch(ident.text) or ident.text.endswith("00"):
            return None
        return partial(found.end(), ident.end, ident.text)

    def _behind_named(self, line: Line) -> Heard | None:
        """ "cleared into the bravo | two sierra papa", "clear of the runway | five mike papa": no letter of the one, no
        number of the other."""
        return self._behind(line, self._named, 4, _MIXED)

    def _behind_sided(self, line: Line) -> Heard | None:
        """ "clear to land on the left | four fifteen": the runway was said, and no turn has such a number."""
        return self._behind(line, self._sided, 4, _SIGNED)

    def _behind_informed(self, line: Line) -> Heard | None:
        """ "we've got yankee | twelve oh six": in groups; figure by figure it may be a pressure."""
        for found in matches(self._informed, line.classes):
            at = found.end()
            ident = self._last(line, at, 4)
            grouped = not self._group.isdisjoint(line.chars[at : at + 2])
            if ident is not None and grouped and _SIGNED.fullmatch(ident.text):
                return partial(at, ident.end, ident.text)
        return None

    def _behind(self, line: Line, form: re.Pattern[str], most: int, shape: re.Pattern[str]) -> Heard | None:
        """What stands last of all behind a ``form``: up to ``most`` characters of that ``shape``."""
        for found in matches(form, line.classes):
            ident = self._last(line, found.end(), most)
            if ident is not None and shape.fullmatch(ident.text):
                return partial(found.end(), ident.end, ident.text)
        return None

    def talks(self, line: Line) -> bool:
        """The line begins as somebody does who says something of his own."""
        return self._talk(line.classes, 0) is not None

    def _behind_talk(self, line: Line) -> Heard | None:
        """ "got it | six eleven", "we'll hang out here | nineteen oh six": nothing that was said asks for a number."""
        talk = self.talks(line)
        if not (line.one_case or (talk and line.commas)) or not (talk or self._evidence.heard(line)):
            return None
        for form in (self._pairs, self._grouped):
            for found in matches(form, line.classes):
                start, end = found.span()
                apart = line.one_case or start in line.commas
                ends = apart and self._positions.ends(line, end) and line.before(start) not in self._counted
                ident = digits(line.words[start:end])
                if ends and _SIGNED.fullmatch(ident):
                    asked = self._counts.search(line.classes, far(start), start) is not None
                    asked = asked or (_FREQUENCY.fullmatch(ident) is not None and self._to_station(line, start))
                    return None if asked else partial(start, end, ident)
        return None

    def _behind_bare(self, line: Line) -> Heard | None:
        """ "two ten | six oh two", "zero nine zero | eight ninety three": a value without its name, and a number that
        none ends with."""
        bare = self._bare(line.classes, 0)
        if bare is None:
            return None
        for form in (self._pairs, self._grouped):
            found = form.match(line.classes, bare.end())
            if found is not None and self._positions.ends(line, found.end()):
                ident = digits(line.words[found.start() : found.end()])
                return partial(*found.span(), ident) if is_uneven(ident) else None
        return None

    def _cut_off(self, line: Line) -> Heard | None:
        """ "one two four point niner | six ninety four": no channel ends in .96, and no call sign has two figures."""
        for found in matches(self._frequency, line.classes):
            end = found.end()
            while line.chars[end - 1] not in self._decimal:
                end -= 1
            for at in range(found.end(), end, -1):
                if _CHANNEL.fullmatch(digits(line.words[end:at])) is None:
                    continue
                ident = self._last(line, at, 3)
                if ident is not None and _LAST_THREE.fullmatch(ident.text):
                    return partial(at, ident.end, ident.text)
        return None
