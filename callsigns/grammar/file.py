"""One grammar file: what its sections and entries may say, and what is wrong with one that says something else.

>>> read_part('[telephony."moon hopper"]\\ndesignator = "MHP"', "own.toml").sections["telephony"]
{'moon hopper': {'designator': 'MHP'}}
>>> read_part("[telephony.x]\\ncolour = 'red'", "own.toml")  # doctest: +ELLIPSIS
Traceback (most recent call last):
    ...
callsigns.errors.GrammarError: own.toml: [telephony.x] unknown key 'colour'; expected one of: designator, ...

Text enters, a ``Part`` leaves: entries by section. A fault is a ``GrammarError`` that names the file and the entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from callsigns.errors import GrammarError
from callsigns.grammar.expressions import searchable
from callsigns.grammar.figures import listed_words
from callsigns.grammar.patterns import read
from callsigns.grammar.tables import spoken

__all__ = ["ACTS", "FORM_KEYS", "FREE", "KEYS", "TOPICS", "Entry", "Part", "fault", "flat", "parse_toml", "read_part"]

_MAX_NUMBER: Final = 100  # a weight of ten outweighs everything else that is said
_TEXT, _TEXTS, _TABLE, _NUMBER, _FLAG = "text", "list of texts", "table", "number", "true or false"

# A name of so many parts is a mistake, or wants to keep the reader of TOML busy: it takes the square of their number.
_DOTTED: Final = searchable(r"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){40}")

# section -> the keys that an entry of it may have, and what each holds
KEYS: Final[Mapping[str, Mapping[str, str]]] = {
    "callsign": {"reader": _TEXT, "patterns": _TEXTS, "source": _TEXT, "examples": _TABLE, "not": _TEXTS},
    "value": {
        "quantity": _TEXT, "unit": _TEXT, "read": _TEXT, "limit": _TEXT, "outside": _FLAG, "forms": _TEXTS,
        "before": _TEXT, "behind": _TEXT, "unless": _TEXT, "apart": _FLAG, "first": _FLAG, "capitals": _FLAG,
        "opening": _FLAG, "called": _FLAG, "station": _TEXTS,
        "source": _TEXT, "examples": _TABLE, "not": _TEXTS,
    },
    "message": {
        "act": _TEXT, "topic": _TEXT, "forms": _TEXTS, "side": _TEXT, "cpdlc": _TEXT, "command": _TEXT, "also": _TEXT,
        "first_call": _TEXT, "from_pilot": _TEXT, "from_controller": _TEXT, "details": _TEXTS, "objects": _TEXTS,
        "opens": _TEXT, "closes": _FLAG, "needs_object": _FLAG, "yields": _FLAG, "leads_to": _TEXTS,
        "runway_before": _TEXTS, "beside": _TABLE,
        "source": _TEXT, "examples": _TEXTS, "not": _TEXTS,
    },
    "condition": {
        "kind": _TEXT, "forms": _TEXTS, "side": _TEXT, "behind": _TEXT, "unless": _TEXT, "tells_before": _TEXTS,
        "before": _TEXT, "not_after": _TEXT, "leads": _TEXT, "trails": _FLAG, "open": _FLAG,
        "source": _TEXT, "examples": _TEXTS, "not": _TEXTS,
    },
    "role": {"forms": _TEXTS, "weight": _NUMBER, "prior": _NUMBER, "source": _TEXT, "examples": _TEXTS, "not": _TEXTS},
    "telephony": {"designator": _TEXT, "operator": _TEXT, "country": _TEXT, "kind": _TEXT, "source": _TEXT},
    "facility": {"indicator": _TEXT, "source": _TEXT},
}  # fmt: skip
# What the code of an entry looks like (ICAO Doc 8585, Doc 7910).
_CODES: Final = {
    "telephony": ("designator", "[A-Z]{3}", "three capital letters"),
    "facility": ("indicator", "[A-Z][A-Z0-9]{3}", "four capital letters"),
}
FORM_KEYS: Final = ("patterns", "forms", "before", "behind", "unless", "not_after")
FREE: Final = ("words", "define")
_NEEDED: Final = {"callsign": ("reader", "patterns"), "value": ("quantity", "forms"), "message": ("act", "forms"),
                  "condition": ("kind", "forms"), "role": ("forms", "weight")}  # fmt: skip
ACTS: Final = tuple(
    "initial_call broadcast acknowledgement affirmation negation readback readback_check instruction clearance "
    "expectation request query report information warning standby denial cancellation correction repeat_request "
    "repetition radio_check readability_report greeting farewell courtesy distress urgency other".split()
)
TOPICS: Final = tuple(
    "altitude vertical_rate heading speed route hold approach landing go_around pattern takeoff runway taxi "
    "hold_short pushback frequency squawk surveillance altimeter atis wind weather traffic wake position time "
    "callsign service fuel emergency radio_trouble weapons target".split()
)
# What some keys of some sections may say; the readers stand in recognize/.
_CHOICES: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("telephony", "kind"): ("airline", "military", "government", "medical", "other"),
    ("callsign", "reader"): (
        "flight",
        "written",
        "registration",
        "type_registration",
        "spelled",
        "service",
        "tactical",
        "vehicle",
    ),
    ("value", "read"): tuple(
        "number level bare_altitude altitude thousands round_figures three speed small mach decimal_number "
        "frequency squawk pressure runway clock time duration letter name place point procedure airway stand type "
        "five_letters written_letters unnamed_point inches channel figures_of_frequency odd_frequency short_frequency "
        "decimal_thousands pointed_thousands half_thousands hundreds split_thousands thousands_alone named_thousands "
        "thousand_and_hundreds thousands_restated frequency_of_aid frequency_of_ground high_frequency behind_to "
        "named_level coordinates one_degree one limit".split()
    ),
    ("value", "limit"): ("at_or_above", "at_or_below", "maximum", "minimum", "until"),
    ("condition", "kind"): tuple("when_passing after until at by behind before when_ready due".split()),
    ("condition", "side"): ("controller", "pilot"),
    ("message", "side"): ("pilot", "controller"),
    ("message", "act"): ACTS,
    ("message", "first_call"): ACTS,
    ("message", "from_pilot"): ACTS,
    ("message", "from_controller"): ACTS,
    ("message", "topic"): TOPICS,
    ("message", "objects"): ACTS,
    ("message", "opens"): ACTS,
    ("message", "leads_to"): TOPICS,
    ("message", "runway_before"): TOPICS,
    ("message", "beside"): (*TOPICS, *ACTS),
}

Entry = Mapping[str, Any]


@frozen
class Part:
    """The content of one grammar file by section: ``words``, ``define``, ``callsign``, ``value``, ``message`` ..."""

    source: str
    sections: Mapping[str, Mapping[str, Any]]


def fault(source: str, entry: str, problem: str) -> GrammarError:
    """The error that tells where in which file something is wrong."""
    return GrammarError(f"{source}: [{entry}] {problem}")


def parse_toml(text: str, source: str) -> dict[str, Any]:
    """TOML text to tables; a syntax error names file, line and column."""
    import tomllib  # 10 ms that only a file of the user's costs

    deep = _DOTTED.search(text)
    if deep is not None:
        line = text.count("\n", 0, deep.start()) + 1
        raise GrammarError(f"{source}: line {line}: expected a name of few parts, found more than 40 joined by dots")
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise GrammarError(f"{source}: {error}") from None


def flat(entries: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """``[altitude.climb]`` to ``altitude.climb``: tables of tables become entries with a dotted name."""
    for name, entry in entries.items():
        if isinstance(entry, dict) and entry and all(isinstance(v, dict) for v in entry.values()):
            yield from flat(entry, f"{prefix}{name}.")
        else:
            yield prefix + name, entry


def _check_entry(source: str, section: str, name: str, entry: Any) -> None:
    keys, place = KEYS[section], f"{section}.{name}"
    if not isinstance(entry, dict):
        raise fault(source, place, f"expected a table, found {entry!r}")
    for key, value in entry.items():
        if key not in keys:
            raise fault(source, place, f"unknown key {key!r}; expected one of: {', '.join(keys)}")
        problem = _wrong_kind(keys[key], value) or _wrong_choice(_CHOICES.get((section, key)), value)
        if problem is not None:
            raise fault(source, place, f"{key!r}: {problem}")
    for key in _NEEDED.get(section, ()):
        if not entry.get(key):
            raise fault(source, place, f"{key!r} is missing")
    if entry.get("read") == "limit" and "limit" not in entry:
        raise fault(source, place, "'limit' is missing")
    _check_name(source, section, name, entry)
    for key in FORM_KEYS:
        forms = entry.get(key, ())
        _check_forms(source, place, (forms,) if isinstance(forms, str) else forms)


def _wrong_kind(kind: str, value: Any) -> str | None:
    """What is wrong with a value that is to be a text, a list of texts and so on."""
    texts = _is_texts(value)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    right = {_TEXT: isinstance(value, str), _TEXTS: texts, _TABLE: isinstance(value, dict) or texts, _NUMBER: number,
             _FLAG: isinstance(value, bool)}  # fmt: skip
    if not right[kind]:
        return f"expected a {kind}, found {value!r}"
    if number and not -_MAX_NUMBER <= value <= _MAX_NUMBER:
        return f"expected a number up to {_MAX_NUMBER}, found {value!r:.40}"
    return None


def _wrong_choice(choices: tuple[str, ...] | None, value: Any) -> str | None:
    """Which text of a value, or which key of it, is none of those that there are."""
    if choices is None:
        return None
    given = value if _is_texts(value) or isinstance(value, dict) else [value]
    wrong = next((choice for choice in given if choice not in choices), None)
    return None if wrong is None else f"{wrong!r} is none of: {', '.join(choices)}"


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _check_name(source: str, section: str, name: str, entry: Entry) -> None:
    """The name of an entry where it says something, and the code that it gives somebody."""
    if section == "role" and not name.startswith(("pilot.", "controller.")):
        raise fault(source, f"role.{name}", "expected a name that begins with 'pilot.' or 'controller.'")
    code = _CODES.get(section)
    if code is not None and entry.get(code[0]) and not re.fullmatch(code[1], entry[code[0]]):
        raise fault(source, f"{section}.{name}", f"{code[0]!r}: expected {code[2]}, found {entry[code[0]]!r:.40}")
    if section in ("telephony", "facility") and not spoken(name):
        raise fault(source, f"{section}.{name}", "expected a name that can be spoken")


def _check_forms(source: str, name: str, forms: Iterable[str]) -> None:
    for form in forms:
        try:
            read(form)
        except GrammarError as error:
            raise fault(source, name, str(error)) from None


def _check_free(source: str, section: str, name: str, entry: Any) -> None:
    good = (
        isinstance(entry, str)
        if section == "define"
        else isinstance(entry, list) and all(isinstance(w, str) and w.strip() for w in entry)
    )
    if not good:
        expected = "a form" if section == "define" else "a list of words"
        raise fault(source, f"{section}.{name}", f"expected {expected}, found {entry!r}")
    if section == "define":
        _check_forms(source, f"{section}.{name}", (entry,))
        return
    try:
        list(listed_words(entry))
    except ValueError as error:
        raise fault(source, f"{section}.{name}", str(error)) from None


def read_part(text: str, source: str, section: str | None = None) -> Part:
    """Check one file. ``section``: what the top-level tables of a shipped file are; a user's file names it itself."""
    tables = parse_toml(text, source)
    if section is not None:
        tables = {k: tables.pop(k, {}) for k in FREE} | {section: tables}
    sections: dict[str, dict[str, Any]] = {}
    for name, table in tables.items():
        if name not in (*KEYS, *FREE):
            hint = f" (a message of yours is [message.{name}.NAME])" if name in TOPICS else ""
            raise fault(source, name, f"unknown section; expected one of: {', '.join((*KEYS, *FREE))}{hint}")
        if not isinstance(table, dict):
            raise fault(source, name, f"expected a table, found {table!r}")
        sections[name] = dict(table) if name in FREE else dict(flat(table))
        for entry_name, entry in sections[name].items():
            if name in FREE:
                _check_free(source, name, entry_name, entry)
            else:
                _check_entry(source, name, entry_name, entry)
    return Part(source, sections)
