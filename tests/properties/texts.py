"""Texts to try: any Unicode at all, and radio speech put together from its words in any order.

``["delta", "three", "break", "\\x00"]`` -> ``delta three break \\x00``: nobody says that, and it has to be read.
"""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["anything", "noisy_speech", "speech", "spoken"]

WORDS = """
    speedbird lufthansa delta american united klm ryanair air france canada new zealand november cessna helicopter
    ascot bronco viper army navy coast guard medevac lifeguard follow me ops tug star easy lot west slow channel
    alpha bravo charlie echo foxtrot golf hotel india juliett kilo lima mike oscar papa quebec romeo sierra tango
    uniform victor whiskey x-ray yankee zulu zero one two three four five six seven eight nine niner fife tree oh
    ten eleven fifteen nineteen twenty forty ninety hundred thousand double triple to for won ate turn left right
    heading climb descend maintain flight level contact tower ground radar approach praha london control benghazi
    runway cleared land takeoff squawk qnh altimeter wind knots feet miles decimal point information traffic
    follow behind the good morning bye roger wilco correction break uh heavy super flight of taxi via hold short
    direct report change your call sign 12 306 5YV DLH5YV N123AB G-ABCD 118.1 7700 FL80 27L 7-7 737
""".split()
MARKS = ["", ",", ".", "-", "?", "/", "'", "°", ";", ":", "…", '"']

# Surrogates, controls and unassigned characters with the rest: what a broken transcript may hold.
_characters = st.characters(exclude_categories=())
_nasty = st.sampled_from(
    [
        *("\x00", "\ud800", "\udfff", "\u0301", "\u202e", "\u200d", "\ufeff", "\u2028", "\x85"),
        *("İ", "ß", "ǅ", "ﬁ", "١", "²", "Ⅷ", "①", "👨‍👩‍👧", "🇬🇷", "日本", "عربي", "e\u0301\u0301\u0301"),
        *("\t", "\r\n", "\u00a0", "\u3000", "𝟙", "\u212a"),
    ]
)
_word = st.builds(str.__add__, st.sampled_from(WORDS), st.sampled_from(MARKS))

anything = st.lists(st.one_of(_characters, _nasty), max_size=120).map("".join)
speech = st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join)
spoken = st.lists(st.sampled_from([word for word in WORDS if not set(word) & set("0123456789-")]), max_size=24).map(
    " ".join
)
noisy_speech = st.lists(st.one_of(_word, _word, _nasty, st.text(_characters, max_size=6)), max_size=30).map(" ".join)
