"""Telephony designator and flight identification: "speedbird one two three", "DLH5YV", "bravo alpha whiskey one two".

Source: ICAO Annex 10 Vol II 5.2.1.7.2.1 b and c; group form: FAA JO 7110.65 2-4-20.
"""

from __future__ import annotations

import re

from callsigns.compiled import Compiled
from callsigns.line import Line, name_end
from callsigns.own_forms import ending, matching
from callsigns.recognize.evidence import RadioEvidence, is_year
from callsigns.recognize.heard import Heard
from callsigns.recognize.holder import Holder
from callsigns.recognize.identity import Identity, IdentityReader
from callsigns.recognize.position import Positions
from callsigns.recognize.registration import mark_of
from callsigns.tables import Airline, is_place
from callsigns.tokens import BREAK, Memory

__all__ = ["FlightReader"]

_made = tuple.__new__
_WRITTEN = re.compile(r"([a-z]{3})(\d{1,4}[a-z]{0,2})")
_IDENT = re.compile(r"\d{1,4}|\d{1,3}[A-Z]|\d{1,2}[A-Z]{2}|[A-Z]{2,4}")
_LONG, _LONGEST = 3, 4  # characters
_WRITTEN_IDENT = re.compile(r"\d{2,3}[A-Z]|\d{1,2}(?!KM|MM|CM|KG|MB|GB|KB|TB|HZ|PM|AM)[A-Z]{2}")  # "24TZ": no quantity
_THOUSANDS = re.compile(r"\d,\d(?!00)\d\d")  # "Delta 1,823"; a round number is a quantity
_LEVEL = re.compile(r"[1-4]\d0")
_MARK = re.compile(r"[1-9]\d{0,2}[A-HJ-NP-Z]{2}|[1-9]\d{1,3}[A-HJ-NP-Z]")  # of the United States, or its end


class FlightReader:
    """Reads flights for one grammar."""

    _correction = matching("<correction>")
    _goes_on = matching("<single_behind>")
    _value = matching("<value_behind>")
    _mention = ending("<mention_before>")
    _no_flight = matching("<no_flight>")
    _asked_for, _asked_behind = ending("<asked_for>"), matching("<asked_behind>")

    def __init__(self, compiled: Compiled, identities: IdentityReader, positions: Positions) -> None:
        self._compiled = compiled
        self._identities, self._positions = identities, positions
        self._telephony, self._tactical = compiled.telephony, compiled.tactical
        self._holders = Memory(self._holder)
        members = compiled.lexicon.members
        self._letters, self._letter = compiled.letters, frozenset(members("letter"))
        self._corrects = compiled.compile.first("<correction>")
        self._slot, self._single = frozenset(members("letter_slot")), frozenset(members("single"))
        self._make, self._article = frozenset(members("maker")), frozenset(members("article"))
        self._place = self._article.union(members("place_slot"))
        self._models = frozenset(compiled.grammar.section("words").get("model_number", ()))
        self._evidence = RadioEvidence(compiled)
        self._calendar, self._point_slot = frozenset(members("calendar")), frozenset(members("point_slot"))
        self._all_makes = frozenset(members("make") + members("make_caution"))
        self._sides = frozenset(members("side_of_runway"))
        self._number_slot, self._homophone = frozenset(members("number_slot")), frozenset(members("homophone"))
        self._break = compiled.lexicon.words[BREAK]
        self._prose = frozenset(members("unknown") + members("ordinary")) - frozenset(members("directive"))
        self._group = frozenset(members("teen") + members("tens"))
        self._counted = self._group.union(members("digit") + members("letter"))
        self._digits, self._thousand = frozenset(members("digit")), frozenset(members("thousand"))
        self._ident_word = frozenset(members("flight_ident", "runway_figure"))
        self._side = frozenset(members("runway_figure"))
        self._flight_word, self._company = frozenset(members("flight_word")), frozenset(members("company"))
        self._thousands = frozenset(members("comma_figure"))
        self._dangling = frozenset(members("dangling") + members("thousand"))
        self._asked_before = compiled.compile.first("<asked_before>")
        self._asks = self._asked_before | compiled.compile.last("<asked_for>")
        self._sure = frozenset(members("telephony")) - self._letter - self._number_slot

    def read(self, line: Line, start: int) -> Heard | None:
        """The flight whose telephony designator begins at word ``start``."""
        chars, words = line.chars, line.words
        end = name_end(chars, start)
        name = words[start] if end - start == 1 else " ".join(words[start:end])
        holder: Holder | None = self._holders[name]
        if holder is not None and holder.row.kind == "airline" and line.classes[end : end + 1] in self._company:
            end += 1  # "croatia airlines four two"
        if holder is None or end == len(chars):
            return None
        if chars[end] in self._corrects:
            end = self._after_correction(line, end)
        worded = end < len(chars) and chars[end] in self._flight_word
        identity = self._identity(line, end + worded)
        if identity is None or (worded and not self._as_flight(line, start, holder, identity)):
            return None
        if line.commas and identity.end - 1 in line.commas and words[identity.end - 1] == name:
            identity = Identity(identity.text[:-1], identity.end - 1)  # "Delta 12, Delta dispatch"
        behind = identity[1]
        if end in line.commas and not self._parted(line, start, holder, identity):
            return None
        if holder.row.kind == "other" and is_year(words[behind - 1]) and not self._positions.ordered(line, behind):
            return None  # "a landmark 1979 tax decision"
        if holder.caution and chars[start] in self._calendar:
            return None  # "on Sunday 15 May"
        if chars[start] in self._letter and self._is_registration(line, name, identity):
            return None
        if behind < len(chars) and chars[behind] in self._corrects:
            identity = self._corrected(line, holder.row, identity)
        if holder.tactical is not None and holder.flies_tactically(identity.text):
            return None
        if self._registered(line, start, holder, identity):
            return None
        return self._heard(line, start, holder, identity, name) if self._stands(line, start, holder, identity) else None

    def _as_flight(self, line: Line, start: int, holder: Holder, identity: Identity) -> bool:
        """ "delta flight twelve eleven contact ...": an airline's that is called; not "united flight 93 crashed"."""
        placed = self._positions.begins(line, start) or self._positions.ends(line, identity.end)
        ordered = self._positions.ordered(line, identity.end) or self._positions.ends(line, identity.end)
        return holder.row.kind == "airline" and placed and ordered and self._evidence.heard(line)

    def _parted(self, line: Line, start: int, holder: Holder, identity: Identity) -> bool:
        """A comma between name and number: not in "Ford, 2 U.S. 215", but in "United, 2147, contact tower"."""
        if not holder.caution:
            return self._on_the_radio(line, start, identity)
        if holder.row.kind != "airline" or len(identity.text) < _LONG or not self._positions.begins(line, start):
            return False
        return identity.end in line.commas and self._evidence.heard(line)

    def _is_registration(self, line: Line, name: str, identity: Identity) -> bool:
        """ "delta two oscar delta hotel": three letters behind one figure are no flight's, but D2 is a mark; and D-0384
        is a glider, for no airline says a zero before three figures."""
        text = identity.text
        if len(text) == 4 and text.isdecimal() and text[0] == "0":
            return mark_of(self._letters[name] + text) is not None
        if len(text) != 4 or not text[0].isdigit() or not text[1:].isalpha():
            return False
        last = line.words[identity.end] if identity.end < len(line.words) else ""
        letters = self._letters
        return mark_of(letters[name] + text + letters.get(last, "")) is not None

    def _holder(self, name: str) -> Holder | None:
        row = self._telephony.named(name)
        return None if row is None else Holder(row, self._tactical.get(name), name)

    def _registered(self, line: Line, start: int, holder: Holder, identity: Identity) -> bool:
        """ "duchess seven seven quebec delta", "arrow five five tango": the make of an aircraft, and its mark."""
        if line.chars[start] not in self._all_makes:
            return False
        if len(identity.text) == _LONGEST and line.classes[identity.end : identity.end + 1] in self._letter:
            return True  # no flight has so many characters
        return holder.mark and _MARK.fullmatch(identity.text) is not None

    def _identity(self, line: Line, start: int) -> Identity | None:
        if start >= len(line.words):
            return None
        char = line.chars[start]
        if char in self._side and (line.words[start][0] == "0" or line.chars[start - 1] in self._letter):
            return None  # "delta 27L cleared to land"
        if char in self._ident_word:
            after = line.classes[start + 1 : start + 2]
            never = len(line.words[start]) > _LONGEST or line.said(start, start + 1).removesuffix("s") in self._models
            if never or after in self._dangling:
                return None  # "the 250ml one", "twelve Lufthansa 747s"
            return self._identities.with_capitals(line, Identity(line.words[start].upper(), start + 1))
        if char in self._thousands:
            number = _THOUSANDS.fullmatch(line.words[start])
            return Identity(number[0].replace(",", ""), start + 1) if number else None
        identity = self._identities.read(line, start)
        return self._identities.with_capitals(line, identity) if identity else self._identities.letters(line, start, 5)

    def _after_correction(self, line: Line, at: int) -> int:
        found = self._correction(line.classes, at)
        return found.end() if found else at

    def _corrected(self, line: Line, row: Airline, identity: Identity) -> Identity:
        """ "delta twelve correction thirteen forty": the words behind the correction count."""
        found = self._correction(line.classes, identity.end)
        if found is None:
            return identity
        start = found.end()
        behind = line.name_end(start) if start < len(line.words) else start
        if self._telephony.named(" ".join(line.words[start:behind])) == row:
            start = behind
        again = self._identities.read(line, start)
        if again is None or (len(again.text) == 1 and len(identity.text) > 1):
            return identity
        line.dropped.append((identity.end, found.end(), "corrected"))
        return again

    def _stands(self, line: Line, start: int, holder: Holder, identity: Identity) -> bool:
        """A telephony designator that is also a letter or an ordinary word needs the place of a call sign."""
        char, caution = line.chars[start], holder.caution
        if self._positions.in_procedure(line, identity.text, identity.end) and not self._called(
            line, start, holder.row
        ):
            return False
        letters_only = identity[0].isalpha()
        if not caution and not letters_only and char in self._sure:
            return not self._is_type(line, start, identity) and self._likely(line, start, holder, identity)
        before = line.chars[start - 1] if start else ""
        if char in self._letter:
            if holder.row.status == "historic":
                return False  # "echo six": a taxiway
            if before in self._letter and holder.row.kind != "airline":
                return False  # "sierra echo two november tango": the middle of a registration
            short = len(identity.text) < 3
            if letters_only or (short and (before in self._slot or before in self._article)):
                return False
            if len(identity.text) == 1 and before in self._place and not self._is_side(line, start - 1):
                return False  # "right echo six": a taxiway
            if self._is_type(line, start, identity):
                return False  # "traffic is a delta seven twenty seven"
            if before in self._digits and not self._thousand.isdisjoint(line.chars[start : identity.end]):
                return False  # "ABLOX two delta five thousand": a letter, and a height
            counted = short and before in self._counted
            likely = len(identity.text) == 2 or before in self._group  # "two fifty delta six"
            return not counted or (likely and self._positions.ends(line, identity.end))
        if letters_only and self._single.issuperset(line.chars[line.name_end(start) : identity.end]):
            return False  # "cali v o r"
        if letters_only and (caution or len(identity.text) < 3):
            return not caution and self._positions.begins(line, start)
        if self._is_type(line, start, identity):
            return False
        if char in self._number_slot:
            caution = "high"
        return not caution or self._cautious(line, start, caution, identity)

    def _likely(self, line: Line, start: int, holder: Holder, identity: Identity) -> bool:
        """A name that hardly anybody flies by needs words of the trade, or the place of a call sign: "in front of a
        Xerox 1108". So does any name before one figure as prose writes it, or a year: "Singapore 4 Malaysia 1"."""
        word = line.words[identity.end - 1]
        if (len(identity.text) == 1 and word.isdecimal()) or is_year(word):
            return self._on_the_radio(line, start, identity)
        if holder.row.kind != "other":
            return True
        placed = self._positions.begins(line, start) or self._positions.ends(line, identity.end)
        return (placed and len(identity.text) > 1) or self._on_the_radio(line, start, identity)

    def _mentioned(self, line: Line, start: int) -> bool:
        """ "traffic is u p s eighty ahead", "behind united ninety"."""
        return self._mention.search(line.classes, max(0, start - 4), start) is not None

    def _parted_off(self, line: Line, start: int, identity: Identity) -> bool:
        """ "..., United 51 will follow": behind a comma, and a verb follows."""
        return start in line.commas and len(identity.text) > 1 and self._goes_on(line.classes, identity.end) is not None

    def _is_side(self, line: Line, at: int) -> bool:
        """ "nine left | delta two": of a runway."""
        return at > 0 and line.chars[at - 1] in self._counted

    def _of_runway(self, line: Line, at: int) -> bool:
        """ "cleared to land four left | precision ninety": the side of a runway, which no letter has."""
        return line.chars[at] in self._sides and self._is_side(line, at) and line.chars[at - 1] not in self._letter

    def _called(self, line: Line, start: int, row: Airline) -> bool:
        """ "speedbird two departure": the station behind the call sign, at the very beginning, and no route."""
        return row.kind == "airline" and row.status == "current" and self._positions.begins(line, start)

    def _cautious(self, line: Line, start: int, caution: str, identity: Identity) -> bool:
        """An ordinary word ("united", "sunday"): the place must be one for call signs, or the number a long one."""
        size = len(identity.text)
        if self._to_behind(line, start) or self._no_flight(line.classes, start) is not None:
            return False
        if self._said_before(line, start, identity) or self._asked_about(line, start, identity):
            return True
        begins = self._positions.begins(line, start) or self._parted_off(line, start, identity)
        if not self._on_the_radio(line, start, identity):
            parted = identity.end in line.commas and self._positions.follows_comma(line, start)
            return parted and size > 2  # "we need to return, united 328, engine failure"
        if begins and size == 1:
            behind = line.classes[identity.end : identity.end + 1]
            goes_on = not behind or identity.end in line.commas or self._goes_on(line.classes, identity.end) is not None
            goes_on = goes_on or (caution != "high" and is_place(line.words[identity.end]))
            return goes_on or self._identities.quantity(line, identity.end)
        before = line.chars[start - 1] if start else ""
        ends, high = self._positions.ends(line, identity.end), caution == "high"
        spelled = self._digits.issuperset(line.chars[line.name_end(start) : identity.end])
        last = ends or line.classes[identity.end : identity.end + 1] in self._sure
        if high and last and spelled and _LEVEL.fullmatch(identity.text):
            return False  # "able three eight zero", "able three eight zero swiss one two"
        surely = begins or (ends and (identity.text[2:].isdigit() or self._of_runway(line, start - 1)))
        if high and before in self._place and not surely:
            return False  # "right base one seven", "call the base zero mike charlie"
        if begins or (not high and size > 2):
            if begins or before not in self._point_slot or self._positions.answered(line, start):
                return True
            if identity.text[-1].isalpha():  # "direct logan six one golf hotel"
                return not is_place(" ".join(line.words[start : line.name_end(start)]))
            return not identity.text.endswith("00")  # "to reach four thousand"
        free = before not in self._slot or self._positions.answered(line, start)
        if ends and free and (size > 1 or not high):
            return True
        return size > 1 and not high and self._mentioned(line, start)

    def _on_the_radio(self, line: Line, start: int, identity: Identity) -> bool:
        written = _WRITTEN_IDENT.fullmatch(line.said(identity.end - 1, identity.end))
        if written and (self._positions.begins(line, start) or self._positions.follows_comma(line, start)):
            return True
        lettered = line.chars[identity.end - 1] in self._letter and identity.text[:-1].isdecimal()
        if lettered and len(identity.text) + len(line.words[identity.end - 1]) > 3:
            return True  # "for the Easy 21-Bravo", "turkish four juliett"; not "united 3 a"
        return self._evidence.spoken(line, line.name_end(start)) or self._among_radio(line, start, identity.end)

    def _among_radio(self, line: Line, start: int, end: int) -> bool:
        """What stands around the words ``start`` to ``end`` sounds like radio."""
        if self._evidence.heard(line) or self._evidence.around(line, start, end):
            return True
        return (
            self._value(line.classes, end) is not None or self._calls_place(line, end) or self._apart(line, start, end)
        )

    def _apart(self, line: Line, start: int, end: int) -> bool:
        """ "3350, American 77.": between signs of punctuation, and every other word of the line is a known one."""
        begins = start in line.commas or not start or line.chars[start - 1] in self._break
        ends = end in line.commas or end == len(line.words) or line.chars[end] in self._break
        return begins and ends and self._prose.isdisjoint(line.chars[:start] + line.chars[end:])

    def _calls_place(self, line: Line, end: int) -> bool:
        """ "United 93, Cleveland, ...": a place between commas, and no number behind it as in a list of results."""
        if end not in line.commas or end >= len(line.words) or not is_place(line.words[end]):
            return False
        return end + 1 == len(line.words) or end + 1 in line.commas or line.chars[end + 1] in self._break

    def _said_before(self, line: Line, start: int, identity: Identity) -> bool:
        """The same name and number have been heard in this line already."""
        name = line.words[start]
        return any(
            isinstance(h, Heard) and h.ident == identity.text and line.words[h.start] == name
            for h in line.found.values()
        )

    def _asked_about(self, line: Line, start: int, identity: Identity) -> bool:
        """ "is united ninety three still with you", "do you see american eleven": another aircraft, and surely one."""
        before = line.chars[start - 1] if start else ""
        if before not in self._asks:
            return False
        if self._asked_for.search(line.classes, max(0, start - 4), start) is not None:
            return self._positions.ends(line, identity.end)
        return before in self._asked_before and self._asked_behind(line.classes, identity.end) is not None

    def _to_behind(self, line: Line, start: int) -> bool:
        """ "slow to one seventy": the word behind an ordinary one is what it looks like."""
        after = line.name_end(start)
        return line.classes[after : after + 1] in self._homophone

    def _is_type(self, line: Line, start: int, identity: Identity) -> bool:
        """ "a boeing seven thirty seven", "following a united seven twenty seven": the type, not the flight."""
        if line.chars[start] in self._make and start and line.chars[start - 1] in self._article:
            return True  # "behind the embraer, six nine kilo"
        if identity[0] not in self._models:
            return False
        return line.chars[start] in self._make or (start > 0 and line.chars[start - 1] in self._article)

    def _heard(self, line: Line, start: int, holder: Holder, identity: Identity, name: str) -> Heard:
        text, end = identity
        designator, words = holder.designator, line.words
        abbreviated = len(text) < 3 and text.isalpha()
        whole = not (line.cut_number and end == len(words))  # "delta two te": nobody knows how it goes on
        shaped = text.isdecimal() or _IDENT.fullmatch(text) is not None
        legal = designator and whole and not abbreviated and shaped and bool(text.strip("0"))
        if name and end < len(words) and end not in line.commas and name.startswith(words[end]):
            end = self._repeated_name(line, end, name)
        return _made(Heard, (
            start, end, "flight" if designator else "tactical", designator + text if legal else None,
            holder.telephony, designator or None, text, holder.operator, holder.country, abbreviated, (),
        ))  # fmt: skip

    def _repeated_name(self, line: Line, end: int, name: str) -> int:
        """ "american five twenty one american": said again so that it is not mixed up (FAA JO 7110.65 2-4-15)."""
        size = name.count(" ") + 1
        again = " ".join(line.words[end : end + size]) == name and line.name_end(end) == end + size
        if again and end + size < len(line.words) and is_place(line.words[end + size]):
            return end  # "american seventy seven american indy": who speaks
        return end + size if again and self._identities.read(line, end + size) is None else end

    def written(self, line: Line, start: int) -> Heard | None:
        """ "DLH5YV": the designator and the identification in one word."""
        found = _WRITTEN.fullmatch(line.words[start])
        row = self._telephony.designated(found[1]) if found else None
        if found is None or row is None or _IDENT.fullmatch(found[2].upper()) is None:
            return None
        placed = self._positions.begins(line, start) or self._positions.ends(line, start + 1)
        before = line.chars[start - 1] if start else ""
        if not placed and (not line.said(start, start + 1).isupper() or before in self._number_slot):
            return None
        if not self._among_radio(line, start, start + 1):
            return None  # "as defined by RFC4880"
        return self._heard(line, start, Holder(row), Identity(found[2].upper(), start + 1), line.words[start])

    def lettered(self, line: Line, start: int, end: int) -> Heard | None:
        """ "golf november four sixty one": two spelling words that are somebody's telephony."""
        name = " ".join(line.words[start:end])
        row = self._telephony.named(name)
        identity = self._identities.read(line, end) if row is not None and row.status == "current" else None
        return None if row is None or identity is None else self._heard(line, start, Holder(row), identity, name)

    def spelled(self, line: Line, start: int, letters: str, numbers: str, end: int) -> Heard | None:
        """ "bravo alpha whiskey one two": three letters that are a designator in force, then figures."""
        row = self._telephony.designated(letters)
        if row is None or row.status != "current" or not numbers:
            return None
        return self._heard(line, start, Holder(row), Identity(numbers, end), "")
