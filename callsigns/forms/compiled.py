"""The grammar made ready: every word's class, and every form as an expression over classes.

>>> compiled = Compiled(Grammar.default())
>>> compiled.message_forms.at(compiled.lexicon.classes("go around".split()), 0)
Form(entry='go_around.instruct', start=0, end=2)

It reads the tables once (some tens of milliseconds) and never changes; parsers share it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from functools import cache, partial
from math import inf
from typing import Any, Final, TypeVar, cast

from callsigns.errors import GrammarError
from callsigns.forms.automaton import Automaton, Pair
from callsigns.forms.forms import Compiler, Forms, compiler
from callsigns.forms.spotter import Spotter
from callsigns.grammar import Grammar, shipped_table
from callsigns.grammar.expressions import rendered, searchable
from callsigns.grammar.figures import listed_words
from callsigns.grammar.kept import kept
from callsigns.grammar.patterns import literals_in
from callsigns.grammar.tables import ordinary_words, spoken
from callsigns.lexicon import Lexicon
from callsigns.once import Later
from callsigns.vocabulary import EVERYDAY

__all__ = ["LINE_MARKS", "QUANTITIES", "Compiled", "Matcher"]

T = TypeVar("T")
_Forms = dict[str, list[str]]  # entry -> its forms
Matcher = Callable[[str, int], re.Match[str] | None]  # tries a form at one word of a string of classes

# The quantities that forms may name as a class; a user's values may add others.
QUANTITIES: Final = tuple(
    "altitude vertical_rate heading turn direction track speed frequency squawk pressure runway atis waypoint "
    "procedure taxiway wind_direction wind_speed wind_gust visibility clock distance aircraft_type time position "
    "fuel persons sequence stand count".split()
)

# Classes whose words are no part of the name of an aircraft, however unusual it may be.
_NOT_NAMES: Final = (
    "number_slot",
    "letter_slot",
    "point_slot",
    "handover",
    "opening",
    "article",
    "dangling",
    "courtesy",
)

_OVER: Final = "."  # no class: behind these words a form may be over
_ASKING: Final = "<asks>"  # how forms of requests begin (messages.toml)
# What a line is as a whole: classes that stand behind its end, for the cues of the role.
LINE_MARKS: Final = tuple("nameless owned ordered orders pilot_said controller_said brief lengthy reasoned".split())


class Compiled:
    """What the recognizers ask: ``lexicon``, ``forms`` by section, ``expression`` for a form of their own."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._shared: dict[Callable[[Compiled], Any], Any] = {}
        self.letters = grammar.letters
        self.telephony = grammar.telephony
        self.places = grammar.places
        self.callsigns = grammar.section("callsign", forms=False)
        self.values = grammar.section("value", forms=False)
        self.messages = grammar.section("message", forms=False)
        self.conditions = grammar.section("condition", forms=False)
        self.roles = grammar.section("role", forms=False)
        self.defines = grammar.section("define", forms=False)
        self.words = grammar.section("words", forms=False)  # lists by name
        self.tactical, self.services = _military()
        self.units = _units()
        if grammar.added:
            from callsigns.forms.bounds import check_added  # only a grammar of the user's needs it

            self.lexicon = self._lexicon()
            check_added(grammar, self.lexicon, ("begin", "end", "break", *LINE_MARKS))
        else:
            self.lexicon = Lexicon.of(kept("lexicon", lambda: tuple(self._lexicon().plain())))
        self.compile: Compiler = compiler(self.lexicon, self.defines)
        if not grammar.added:
            self.compile = _kept_by(self.compile, self.lexicon)
        self.callsign_forms = Forms({n: e["patterns"] for n, e in self.callsigns.items()}, self.compile)
        self.condition_forms = self._automaton("condition", "small")
        self.message_forms = self._automaton("message", "small", "condition", also=self.condition_forms.begins)
        roles = {n: e["forms"] for n, e in self.roles.items()}
        self.role_forms = Spotter(
            roles, self.lexicon, self.defines, good=self.good("role"), shipped=self.shipped("role"), ahead=inf
        )

    def shared(self, reader: Callable[[Compiled], T]) -> T:
        """A reader whom several others ask, made once: ``shared(RadioEvidence)``."""
        if reader not in self._shared:
            self._shared[reader] = reader(self)
        return cast(T, self._shared[reader])

    def shipped(self, section: str) -> str:
        """The name under which it is kept how the forms of a section begin; a user's are not kept."""
        return "" if self.grammar.added else f"{section}_forms"

    def good(self, section: str) -> Set[str]:
        """The entries of a section whose forms are known to be good: what is shipped, which the tests have built; no
        file of a user's changes a form or a definition of it."""
        added = {name for part in self.grammar.added for name in part.sections.get(section, {})}
        return self.grammar.section(section, forms=False).keys() - added

    def _lexicon(self) -> Lexicon:
        quantities = dict.fromkeys((*QUANTITIES, *(str(v["quantity"]) for v in self.values.values())))
        entities: dict[str, tuple[str, ...]] = dict.fromkeys(
            ("callsign", "mentioned", "facility", "spelling", "condition", "begin", "end", *LINE_MARKS), ()
        )
        entities |= dict.fromkeys(quantities, ("value",))
        literals = literals_in(self._forms())
        try:
            kinds, tables = self._kinds(literals)
            return Lexicon(kinds, literals, entities, tables=tables, twins=shipped_table("twins.toml")["twin"])
        except GrammarError as error:  # it is the sum that is too much, of whichever files
            raise GrammarError(f"{', '.join(part.source for part in self.grammar.added)}: {error}") from None

    def _automaton(self, section: str, *between: str, also: Pair | None = None) -> Automaton:
        """The forms of a section; a user's come first, so that they count before shipped ones of the same length."""

        @cache
        def given() -> tuple[_Forms, _Forms]:
            shipped = self.grammar.section(section)
            added = {name: e for part in self.grammar.added for name, e in part.sections.get(section, {}).items()}
            entries = {**added, **{name: e for name, e in shipped.items() if name not in added}}
            return _asking_apart({name: e["forms"] for name, e in entries.items()})

        forms, asking = Later(lambda: given()[0]), Later(lambda: given()[1])
        return Automaton(
            forms, self.lexicon, self.defines, between, last=asking, good=self.good(section),
            shipped=self.shipped(section), ahead=inf, also=also,
        )  # fmt: skip

    def matcher(self, form: str) -> Matcher:
        """A form of the code's own: ``matcher("<greeting>")(classes, start)``."""
        return searchable(self.compile.expression(form)).match

    def searcher(self, form: str) -> re.Pattern[str]:
        """The same, to search with."""
        return searchable(self.compile.expression(form))

    def _forms(self) -> Iterator[str]:
        sections = ("callsign", "value", "message", "condition", "role")
        for entry in (entry for section in sections for entry in self.grammar.section(section).values()):
            yield from entry.get("patterns", ())
            yield from entry.get("forms", ())
            yield from (entry[key] for key in ("before", "behind", "unless", "not_after") if key in entry)
        yield from self.defines.values()

    def _kinds(self, literals: set[str]) -> tuple[Mapping[str, Collection[str]], Mapping[str, Set[str]]]:
        """Class -> words and names; and class -> the single words of big tables."""
        numbers = shipped_table("numbers.toml")
        kinds: dict[str, Collection[str]] = {"letter": [*self.letters]}
        kinds["code_letter"] = [word for words in shipped_table("alphabet.toml")["heard"].values() for word in words]
        kinds |= {"digit": [*numbers["digit"]], "teen": [*numbers["teen"]], "tens": [*numbers["tens"]]}
        for name, size in (("hundred", 100), ("thousand", 1000)):
            kinds[name] = [word for word, value in numbers["multiplier"].items() if value == size]
        kinds["repeat"] = [*numbers["repeat"]]
        kinds |= {"homophone": [*numbers["homophone"]], "decimal": [*numbers["decimal"]["words"]]}
        small = {*self.letters, *_number_words(numbers)}
        airlines = frozenset(name for name in self.telephony.names() if len(name) > 1 and " " not in name)
        own = self.words
        whole = small.union(own.get("number_slot", ()), own.get("opening", ()))  # not "seven air", "contact air"
        pieces = frozenset(shipped_table("misheard.toml")["operators"]["parts"].split())
        parted = [form for form in _split_forms(airlines, pieces) if form[: form.index(" ")] not in whole]
        kinds["telephony"] = [*self._longer_names(small), *parted, *_odd(airlines)]
        kinds["unit"] = [*self.units]
        kinds |= {"tactical": [*self.tactical], "service": [*self.services]}
        kinds |= _modifiers()
        for name in ("make", "make_caution"):  # "sierra", "yankee": a spelling word is a letter first
            kinds[name] = [word for word in kinds[name] if word not in self.letters]
        for name, listed in own.items():
            kinds[name] = [*kinds.get(name, ()), *map(spoken, listed_words(listed))]
        ordinary = ordinary_words().difference(small, numbers["multiplier"]).union(kinds.pop("ordinary", ()))
        unnamed = ("no_point", "doing", "letter", "greeting", "farewell", "courtesy")
        never = {word for kind in unnamed for word in kinds.get(kind, ())}
        kinds["ordinary"] = _odd(ordinary)
        tables = {"telephony": airlines, "ordinary": ordinary}
        tables["point_word"] = ordinary.difference(never, _number_words(numbers), numbers["multiplier"])
        # Ordinary words that might name an aircraft ("sky three one three"): no form and no slot knows them.
        tables["nameable"] = ordinary.difference(literals, *(kinds.get(name, ()) for name in _NOT_NAMES))
        for name, words in self._cut(kinds, literals, small).items():
            kinds[name] = sorted(words - airlines - ordinary)
        else_known = frozenset[str]().union(*(kinds[name] for name in kinds.keys() - {"telephony"}))
        longer = [name for name in kinds["telephony"] if " " in name and name not in else_known]
        squadrons = [name for name, entry in self.tactical.items() if " " in name and entry.get("ordinary")]
        everyday = [name for name in longer if (row := self.telephony.named(name)) and row.is_everyday]
        kinds[EVERYDAY] = [*everyday, *squadrons]
        return kinds, tables

    def _cut(self, kinds: Mapping[str, Collection[str]], literals: set[str], said: set[str]) -> dict[str, set[str]]:
        """Recordings begin and end within a word: "vel one six zero" (``cut_in``), "lot five two si" (``cut_off``)."""
        listed = literals.union(*kinds.values())
        off = {word[:at] for word in said if word.isalpha() for at in range(2, len(word))}
        slots = [word for word in kinds.get("number_slot", ()) if word.isalpha() and len(word) > 4]
        within = {word[at:] for word in slots for at in range(1, len(word) - 2)}
        busy = shipped_table("misheard.toml")["operators"]["busy"]  # "ual" is a designator, before the end of "visual"
        return {"cut_off": off - listed, "cut_in": within - listed - {*busy.lower().split()}}

    def _longer_names(self, small: set[str]) -> Iterator[str]:
        """Telephonies of several words; one that ends with a number word ("click one"), or is made of spelling
        words ("tango lima"), would swallow them."""
        table = self.telephony
        for name in table.names():
            if " " in name:
                last = name[name.rindex(" ") + 1 :]
                if last in small:
                    first, *others = name.split(" ")
                    if last not in self.letters or len(others) > 1 or first in small or not table.stands_alone(name):
                        continue
                yield name


def _kept_by(compile_: Compiler, lexicon: Lexicon) -> Compiler:
    """A compiler that keeps for other processes what it makes of forms."""

    def ends(kind: str, found: Callable[[str], Iterable[str]]) -> Callable[[str], frozenset[str]]:
        return lambda form: lexicon.each(rendered(form, lambda told: "".join(sorted(found(told))), kind))

    def beyond(form: str, passed: frozenset[str]) -> tuple[frozenset[str], bool]:
        def told(form: str) -> str:
            found, over = compile_.beyond(form, passed)
            return "".join([_OVER * over, *sorted(found)])

        found = rendered(form, told, f"beyond {''.join(sorted(passed))}")
        return lexicon.each(found.lstrip(_OVER)), found.startswith(_OVER)

    return compile_._replace(
        expression=partial(rendered, render=compile_.expression),
        shortest=partial(rendered, render=compile_.shortest, kind="shortest"),
        first=ends("first", compile_.first), last=ends("last", compile_.last),
        needed=ends("needed", compile_.needed), beyond=beyond,
    )  # fmt: skip


def _asking_apart(entries: Mapping[str, Collection[str]]) -> tuple[_Forms, _Forms]:
    """The forms of entries, and apart from them those of what may be asked for: they count behind all others, for what
    opens them also opens forms of its own."""
    asking = {n: [f for f in forms if f.startswith(_ASKING)] for n, forms in entries.items()}
    others = {n: [f for f in forms if not f.startswith(_ASKING)] for n, forms in entries.items()}
    return {n: f for n, f in others.items() if f}, {n: f for n, f in asking.items() if f}


def _odd(words: Iterable[str]) -> list[str]:
    """Words that may have the shape of something else."""
    return [word for word in words if len(word) < 2 or not word.isalpha()]


def _split_forms(names: Iterable[str], parts: frozenset[str]) -> Iterator[str]:
    """ "britair" is also written "brit air": the parts that names of airlines are made of."""
    sizes = sorted({*map(len, parts)})
    starts, ends = {part[:3] for part in parts}, {part[-3:] for part in parts}
    for name in names:
        if name[:3] in starts or name[-3:] in ends:
            for size in sizes:
                if len(name) >= size + 3:
                    if name[:size] in parts:
                        yield f"{name[:size]} {name[size:]}"
                    if name[-size:] in parts:
                        yield f"{name[:-size]} {name[-size:]}"


def _number_words(numbers: Mapping[str, Any]) -> Iterator[str]:
    for group in ("digit", "teen", "tens", "repeat"):
        yield from numbers[group]


def _military() -> tuple[dict[str, Mapping[str, Any]], dict[str, Mapping[str, Any]]]:
    table = shipped_table("military.toml")
    words = {spoken(w): e for name, e in table["word"].items() for w in e.get("words", [name])}
    services = {spoken(w): e for name, e in table["service"].items() for w in e.get("words", [name])}
    return words, services


def _units() -> dict[str, tuple[str, bool]]:
    """Spoken unit -> (unit, whether the word is also an ordinary one)."""
    table = shipped_table("facilities.toml")["unit"]
    return {
        spoken(word): (unit, bool(entry.get("ambiguous"))) for unit, entry in table.items() for word in entry["words"]
    }


# Words of distress are messages of their own, not part of a call sign.
_NO_MODIFIERS: Final = frozenset(("ambiguous", "mayday", "pan pan", "emergency"))


def _modifiers() -> dict[str, list[str]]:
    table = shipped_table("modifiers.toml")
    kinds: dict[str, list[str]] = {}
    for kind in ("wake", "formation", "priority", "pupil"):
        groups = [v for k, v in table[kind].items() if isinstance(v, list) and k not in _NO_MODIFIERS]
        kinds[kind] = [spoken(w) for words in groups for w in words]
    kinds["priority_noun"] = [spoken(w) for w in table["priority"]["ambiguous"]]
    kinds["collective"] = [spoken(w) for w in table["collective"]["words"]]
    kinds["vehicle"] = [spoken(w) for w in table["vehicle"]["words"]]
    kinds["make"] = [spoken(w) for w in table["make"]["words"]]
    kinds["make_caution"] = [spoken(w) for w in table["make"].get("caution", ())]
    return kinds
