"""Telephony designator and flight identification: "speedbird one two three", "DLH5YV", "bravo alpha whiskey one two".

>>> # speedbird one two three heavy climb  ->  BAW123, words 0 to 4 with what is around it (``modifiers.py``)

Source: ICAO Annex 10 Vol II 5.2.1.7.2.1 b and c; group form: FAA JO 7110.65 2-4-20.
"""

from __future__ import annotations

from functools import partial

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching
from callsigns.grammar.expressions import searchable
from callsigns.grammar.tables import Airline, is_place
from callsigns.lexicon import CONTINUED
from callsigns.line import Line, name_end
from callsigns.once import Roomy
from callsigns.recognize.callsign.alike import busy_operators
from callsigns.recognize.callsign.flight_standing import FlightStanding
from callsigns.recognize.callsign.holder import Holder
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.callsign.marks import mark_of
from callsigns.recognize.evidence import RadioEvidence, is_year
from callsigns.recognize.heard import Heard, heard_before
from callsigns.recognize.position import Positions
from callsigns.tokens import Memory

__all__ = ["FlightReader"]

_made = tuple.__new__
_WRITTEN = searchable(r"([a-z]{3})(\d{1,4}[a-z]{0,2})")
_LIKE_ORDINAL = searchable(r"\d{1,2}(?:ST|ND|RD|TH)")
_THREE_LETTERS = searchable(r"\d[A-Z]{3}")  # the last is no flight's: "easy two delta lima | papa lima"
_IDENT = searchable(r"\d{1,4}|\d{1,3}[A-Z]|\d{1,2}[A-Z]{2}|[A-Z]{2,4}")
_LONGEST = 4  # characters
_ENDED = searchable(r".*[A-Z]{2}|.{4}")  # no flight has more letters, or more characters
_SHORTEST = 3  # characters behind the name of a day or month, which two are a date with
_THOUSANDS = searchable(r"\d,\d(?!00)\d\d")  # "Delta 1,823"; a round number is a quantity
_POINTED = searchable(r"[1-9]\d?\.\d\d")  # "Delta 3.06", "Delta 14.55"
_INCHES = searchable(r"(?:2[89]|30|31(?=\.[01]))\.\d\d")  # as an altimeter is set
# A mark of the United States, or its end.
_MARK = searchable(r"[1-9]\d{0,2}[A-HJ-NP-Z]{2}|[1-9]\d{1,3}[A-HJ-NP-Z]|0[\dA-HJ-NP-Z][A-HJ-NP-Z]")


class FlightReader(Roomy):
    """Reads flights for one grammar."""

    __slots__ = ("_around", "_compiled", "_holders", "_identities", "_positions", "_standing", "_telephony")

    _correction = matching("<correction>")
    _airspace = ending("<airspace_named>")

    def __init__(self, compiled: Compiled, identities: IdentityReader, positions: Positions) -> None:
        self._compiled = compiled
        self._identities, self._positions = identities, positions
        self._standing = FlightStanding(compiled, identities, positions)
        self._around = self._standing.around
        self._telephony, self._tactical = compiled.telephony, compiled.tactical
        self._holders = Memory(self._holder).__getitem__
        listed = compiled.lexicon.listed
        self._letters, self._letter = compiled.letters, listed("letter")
        self._corrects = compiled.compile.first("<correction>")
        self._models = frozenset(compiled.words.get("model_number", ()))
        self._calendar = listed("calendar")
        self._all_makes = listed("make", "make_caution")
        self._number_slot = listed("number_slot")
        self._in_flight = listed("flight_ident")
        self._ident_word = self._in_flight.union(listed("runway_figure"))
        self._side = listed("runway_figure")
        self._flight_word, self._company = listed("flight_word"), listed("company")
        self._unknown = listed("unknown")
        self._coded = frozenset((compiled.lexicon.words.shapes["coded"],))
        self._thousands = listed("comma_figure")
        self._pointed = listed("decimal_figure")
        self._evidence = compiled.shared(RadioEvidence)
        self._dangling = listed("dangling", "thousand")
        self._digits = listed("digit")
        self._measured = listed("dangling", "thousand", "hundred", "digit", "teen", "tens", "decimal")

    def read(self, line: Line, start: int) -> Heard | None:
        """The flight whose telephony designator begins at word ``start``."""
        chars, words = line.chars, line.words
        end = name_end(chars, start)
        name = words[start] if end - start == 1 else " ".join(words[start:end])
        holder: Holder | None = self._holders(name)
        if holder is None or end == len(chars):
            return None
        if chars[end] in self._company and holder.row.kind == "airline":
            end += 1  # "croatia airlines four two"
            if end == len(chars):
                return None
        if chars[end] in self._corrects:
            end = self._after_correction(line, end)
        worded = end < len(chars) and chars[end] in self._flight_word
        identity = self._identity(line, end + worded)
        if identity is None or (worded and not self._standing.as_flight(line, start, holder, identity)):
            return None
        if line.commas and identity.end - 1 in line.commas and words[identity.end - 1] == name:
            identity = Identity(identity.text[:-1], identity.end - 1)  # "Delta 12, Delta dispatch"
        behind = identity.end
        if end in line.commas and not self._standing.across_comma(line, start, holder, identity):
            return None
        if holder.row.kind == "other" and is_year(words[behind - 1]) and not self._no_year(line, start, behind):
            return None  # "a landmark 1979 tax decision"
        if holder.caution and chars[start] in self._calendar and self._is_date(line, start, identity):
            return None
        if chars[start] in self._letter and self._is_lettered(line, start, end, name, identity):
            return None
        if _THREE_LETTERS.fullmatch(identity.text) is not None:
            identity = self._identities.read(line, end + worded, 3) or identity
        elif behind < len(chars) and chars[behind] in self._corrects:
            identity = self._corrected(line, holder.row, identity)
        if holder.tactical is not None and self._flies_tactically(line, holder, identity):
            return None
        if self._registered(line, start, holder, identity):
            return None
        at = end + worded
        if len(identity.text) == _LONGEST:
            marked = self._with_mark(line, start, at, holder, identity)
            marked = marked or self._with_serial(line, start, at, holder, identity)
            if marked is not None:
                return marked
        return (
            self._heard(line, start, holder, identity, name)
            if self._standing.stands(line, start, holder, identity)
            else None
        )

    def _flies_tactically(self, line: Line, holder: Holder, identity: Identity) -> bool:
        return holder.flies_tactically(identity.text, partial(self._evidence.abroad, line))

    def _no_year(self, line: Line, start: int, end: int) -> bool:
        """ "Execjet 1843, Boston altimeter 29.76": an order behind, or the place for it and words of the trade."""
        if self._positions.ordered(line, end):
            return True
        return self._positions.at_edge(line, start, end) and self._evidence.heard(line)

    def _is_lettered(self, line: Line, start: int, end: int, name: str, identity: Identity) -> bool:
        """A registration, or behind an airspace: "through the delta | one eight november"."""
        if self._airspace.search(line.classes, far(start), end) is not None:
            return True
        return self._is_registration(line, name, identity)

    def _is_registration(self, line: Line, name: str, identity: Identity) -> bool:
        """ "delta two oscar delta hotel": three letters behind one figure are no flight's, but D2 is a mark; and D-0384
        is a glider, for no airline says a zero before three figures."""
        text = identity.text
        if len(text) == 4 and text.isdecimal() and text[0] == "0":
            return mark_of(self._letters[name] + text) is not None
        if len(text) != 4 or not text[0].isdigit() or not text[1:].isalpha():
            return False
        return mark_of(self._letters[name] + text) is not None

    def _is_date(self, line: Line, start: int, identity: Identity) -> bool:
        """ "on Sunday 15 May"; not "sunday two four one kilo" where a call sign begins or ends."""
        short = identity.text.isdecimal() and len(identity.text) < _SHORTEST
        named = self._positions.begins(line, start) or (
            identity.text[-1].isalpha() and self._positions.ends(line, identity.end)
        )
        return short or not named

    def _holder(self, name: str) -> Holder | None:
        row = self._telephony.named(name)
        service = self._compiled.services.get(name)
        if service is not None and "designator" not in service:
            return None  # "rescue nine two four": read as a service, or not at all
        return None if row is None else Holder(row, self._tactical.get(name), name)

    def _registered(self, line: Line, start: int, holder: Holder, identity: Identity) -> bool:
        """ "duchess seven seven quebec delta", "arrow five five tango": the make of an aircraft, and its mark."""
        if line.chars[start] not in self._all_makes:
            return False
        behind = line.classes[identity.end : identity.end + 1]
        if len(identity.text) == _LONGEST and (behind in self._letter or self._fifth_figure(line, identity)):
            return True  # no flight has so many characters
        if not holder.mark or _MARK.fullmatch(identity.text) is None:
            return False
        return holder.country == "United States" or not self._evidence.abroad(line)

    def _fifth_figure(self, line: Line, identity: Identity) -> bool:
        """ "duchess six one zero seven | two": a figure by itself, with which no value begins."""
        end = identity.end
        if end in line.commas or line.classes[end : end + 1] not in self._digits or not identity.text.isdecimal():
            return False
        alone = line.classes[end + 1 : end + 2] not in self._measured
        return alone and not self._identities.quantity(line, end)

    def _with_mark(self, line: Line, start: int, at: int, holder: Holder, identity: Identity) -> Heard | None:
        """Of four characters: "angel flight eight one six papa november": who flies for a charity says the mark
        of the own aircraft, which has a character more than any flight (FAA AIM 4-2-4)."""
        if holder.row.kind == "airline" or holder.country != "United States":
            return None
        if holder.caution == "high":
            return None  # "slow to two ten november | five eight alpha"
        if line.classes[identity.end : identity.end + 1] not in self._letter:
            return None
        whole = self._identities.read(line, at, _LONGEST + 1)
        if whole is None or whole.end == identity.end or _MARK.fullmatch(whole.text) is None:
            return None
        if self._around.is_told(line, start):
            return None
        mark = "N" + whole.text
        return Heard(start, whole.end, "registration", mark, holder.telephony, None, mark, None, holder.country)

    def _with_serial(self, line: Line, start: int, at: int, holder: Holder, identity: Identity) -> Heard | None:
        """Likewise: "sam four five zero zero five": the last five figures of the serial, as the military flies
        by in the United States (FAA JO 7110.65 2-4-20 a.7)."""
        if holder.row.kind != "military" or holder.country != "United States":
            return None
        if not self._fifth_figure(line, identity):
            return None
        whole = self._identities.read(line, at, _LONGEST + 1)
        if whole is None or len(whole.text) == _LONGEST or not self._standing.stands(line, start, holder, identity):
            return None
        return Heard(
            start, whole.end, "tactical", None, holder.telephony, None, whole.text, holder.operator, holder.country,
        )  # fmt: skip

    def _identity(self, line: Line, start: int) -> Identity | None:
        if start >= len(line.words):
            return None
        char = line.chars[start]
        if char in self._side and (line.words[start][0] == "0" or line.chars[start - 1] in self._letter):
            return None  # "delta 27L cleared to land"
        if char in self._ident_word:
            after = line.classes[start + 1 : start + 2]
            said = line.said(start, start + 1)
            never = len(said) > _LONGEST or (len(said) == _LONGEST and said.removesuffix("s") in self._models)
            if never or after in self._dangling:
                return None  # "the 250ml one", "twelve Lufthansa 747s"
            return self._identities.with_capitals(line, Identity(line.words[start].upper(), start + 1))
        if char in self._thousands:
            number = _THOUSANDS.fullmatch(line.words[start])
            return Identity(number[0].replace(",", ""), start + 1) if number else None
        if char in self._pointed:
            return self._with_point(line, start)
        if char in self._coded:  # "Brussels Airlines 5TH": no ordinal is written so among small letters
            shown = line.said(start, start + 1)
            whole = _LIKE_ORDINAL.fullmatch(shown) is not None and not line.shouted
            return Identity(shown, start + 1) if whole else None
        identity = self._identities.summed(line, start) or self._identities.read(line, start)
        return self._identities.with_capitals(line, identity) if identity else self._identities.letters(line, start, 5)

    def _with_point(self, line: Line, start: int) -> Identity | None:
        """ "Delta 3.06", as some recognizers write it: an airline that is called, and no quantity."""
        behind = line.classes[start + 1 : start + 2]
        if _POINTED.fullmatch(line.words[start]) is None or behind in self._dangling or not self._evidence.heard(line):
            return None
        first = line.name_start(start - 1)
        if _INCHES.fullmatch(line.words[start]) is None:
            placed = self._positions.at_edge(line, first, start + 1)
        else:  # "United 30.12, descend"; not "Delta 30.12", the information and the pressure
            placed = line.chars[first] not in self._letter and self._positions.begins(line, first)
            placed = placed and self._positions.ordered(line, start + 1)
        return Identity(line.words[start].replace(".", ""), start + 1) if placed else None

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

    def _heard(self, line: Line, start: int, holder: Holder, identity: Identity, name: str) -> Heard:
        text, end = identity
        designator, words = holder.designator, line.words
        abbreviated = len(text) < 3 and text.isalpha()
        # "delta two te", "csa five papa cha": nobody knows how it goes on
        cut = (line.cut_number or line.cut_sign) and end == len(words)
        whole = not cut or _ENDED.fullmatch(text) is not None
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
        """ "DLH5YV": the designator and the identification in one word, or in two."""
        if line.chars[start] in self._unknown:
            return self._in_two_words(line, start)
        found = _WRITTEN.fullmatch(line.words[start])
        row = self._telephony.designated(found[1]) if found else None
        if found is None or row is None or _IDENT.fullmatch(found[2].upper()) is None:
            return None
        placed = self._positions.at_edge(line, start, start + 1)
        before = line.before(start)
        if not placed and (not line.said(start, start + 1).isupper() or before in self._number_slot):
            return None
        if not self._around.among_radio(line, start, start + 1):
            return None  # "as defined by RFC4880"
        return self._heard(line, start, Holder(row), Identity(found[2].upper(), start + 1), line.words[start])

    def _in_two_words(self, line: Line, start: int) -> Heard | None:
        """ "DLH 5YV"; in small letters, or where all is in capitals, of those only who fly much."""
        shown = line.said(start, start + 1)
        often = shown.upper() in busy_operators()
        if not often and (line.shouted or line.chars[start + 1] not in self._in_flight):
            return None  # "RNP 24L"
        row = self._telephony.designated(shown.upper())
        if row is None or row.status != "current" or not (shown.isupper() or (often and line.low)):
            return None
        identity = self._identity(line, start + 1)
        if start + 1 in line.commas or identity is None or not self._positions.at_edge(line, start, identity.end):
            return None
        return self._heard(line, start, Holder(row), identity, "")

    def _among_others(self, line: Line, start: int, end: int) -> bool:
        """More is said behind it, or it stands right behind a call sign."""
        return end < len(line.words) or heard_before(line, start) is not None

    def lettered(self, line: Line, start: int, end: int) -> Heard | None:
        """ "golf november four sixty one": two spelling words that are somebody's telephony."""
        name = " ".join(line.words[start:end])
        row = self._telephony.named(name)
        if row is None or row.status != "current":
            return None
        identity = self._identities.read(line, end)
        return identity and self._heard(line, start, Holder(row), identity, name)

    def spelled(self, line: Line, start: int, letters: str, numbers: str, end: int) -> Heard | None:
        """ "bravo alpha whiskey one two": three letters that are a designator in force, then figures.

        All three are said in one way: "delta m d eighty eight" is an airline and a type.
        """
        row = self._telephony.designated(letters)
        said = [at for at in range(start, end) if line.chars[at] != CONTINUED][: len(letters)]
        mixed = len({line.name_end(at) - at > 1 or len(line.words[at]) > 1 for at in said}) > 1
        if row is None or row.status != "current" or not numbers or mixed:
            return None
        beside = self._among_others(line, start, end) or self._positions.on_way(line, start)
        if len(numbers) == 1 and row.designator not in busy_operators() and beside:
            return None  # "alpha kilo november four skywest five six one two": taxiways
        return self._heard(line, start, Holder(row), Identity(numbers, end), "")
