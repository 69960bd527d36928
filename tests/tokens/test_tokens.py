"""Text to words: where each stands, what parts them, and how they are folded."""

from __future__ import annotations

from time import process_time

import pytest

from callsigns import tokens
from callsigns.tokens import BREAK, Memory, fold, is_word, scan

# Text, and its words; "|" is the end of a sentence, "," stands before a word behind a comma.
WORDS = [
    ("", ""),
    ("   ", ""),
    ("?!", ""),
    ("delta three oh six", "delta three oh six"),
    ("Delta THREE", "delta three"),
    ("  delta  three ", "delta three"),
    ("delta\tthree", "delta three"),
    ("delta\u00a0three", "delta three"),
    ("delta, three", "delta ,three"),
    ("delta .3", "delta . 3"),
    (".3. 4", ". 3 | 4"),
    ("delta . 3", "delta | 3"),
    ("delta; three", "delta | three"),
    ("delta. Three", "delta | three"),
    ("delta.", "delta"),
    ("delta? three!", "delta | three"),
    ("delta\nthree", "delta | three"),
    ("delta\r\nthree", "delta | three"),
    ("delta … three", "delta | three"),
    ("delta... three", "delta | three"),
    ("delta..three", "delta | three"),
    ("delta - three", "delta | three"),
    ("delta – three", "delta | three"),
    ("delta—three", "delta | three"),
    ("x-ray", "x ray"),
    ("G-ABCD", "g abcd"),
    ("follow_me", "follow me"),
    ("U. S. Air", "u s air"),
    ("US. Air", "us | air"),
    ("118.1", "118.1"),
    ("118.35 and 1.5", "118.35 and 1.5"),
    ("118.1.", "118.1"),
    ("118.1.2", "118.1 | 2"),
    ("11,000 feet", "11,000 feet"),
    ("1,234,567", "1,234,567"),
    ("1,23", "1 ,23"),
    ("11,0000", "11 ,0000"),
    ("11,000ft", "11,000 ft"),
    ("FL80", "fl80"),
    ("27L/27R", "27l ,27r"),
    ("tower at 27L/27R", "tower at 27l ,27r"),
    ("o'clock", "o'clock"),
    ("o’clock", "o'clock"),
    ("'ello'", "ello"),
    ("delta's", "delta's"),
    ("naslyšenou", "naslysenou"),
    ("Kraków", "krakow"),
    ("ŁÓDŹ", "lodz"),
    ("e\u0301cole", "ecole"),
    ("İstanbul", "istanbul"),
    ("ﬁve", "five"),
    ("²", "2"),
    ("١٢", "12"),
    ("٠", "0"),
    ("Ⅷ", "viii"),
    ("日本 tower", "日本 tower"),
    ("(delta) three", "delta ,three"),
    ("\"delta\" three", "delta ,three"),
    ("delta\x00three", "delta ,three"),
    ("\ud800delta", "delta"),
    ("delta, three. Four", "delta ,three | four"),
    ("delta three, four five. Six", "delta three ,four five | six"),
]  # fmt: skip


def shown(text: str) -> str:
    words = scan(text)
    marks = [
        ("," if at in words.commas else "") + (word if word != BREAK else "|") for at, word in enumerate(words.words)
    ]
    return " ".join(marks)


@pytest.mark.parametrize(("text", "wanted"), WORDS, ids=lambda text: ascii(text)[:24])
def test_words(text: str, wanted: str) -> None:
    assert shown(text) == wanted


@pytest.mark.parametrize("text", [text for text, _ in WORDS], ids=lambda text: ascii(text)[:24])
def test_places(text: str) -> None:
    """Each word stands where it says; the end of a sentence stands right behind the word before it."""
    words = scan(text)
    assert len(words.words) == len(words.starts) == len(words.ends)
    behind = 0
    for word, start, end in zip(words.words, words.starts, words.ends, strict=True):
        assert behind <= start <= end <= len(text)
        if word == BREAK:
            assert start == end == behind
        else:
            assert fold(text[start:end]) == word
        behind = end
    assert all(words.words[at] != BREAK for at in words.commas)


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Delta", "delta"),
        ("STRASSE", "strasse"),
        ("Žižkov", "zizkov"),
        ("Straße", "strasse"),
        ("Ærø", "aero"),
        ("Cœur", "coeur"),
        ("Đà", "da"),
        ("Ağrı", "agri"),
        ("’", "'"),
        ("Ａ１", "a1"),
        ("٣", "3"),
        ("①", "1"),
        ("\u0301", ""),
    ],
)
def test_fold(word: str, wanted: str) -> None:
    assert fold(word) == wanted


@pytest.mark.parametrize("piece", ["delta", "12", "日本", "o'clock"])
def test_one_word(piece: str) -> None:
    assert is_word(piece)


@pytest.mark.parametrize("piece", ["Delta", "x-ray", "delta,", "(delta", "żar", "", "a b"])
def test_not_one_folded_word(piece: str) -> None:
    assert not is_word(piece)


def test_marks_between_spaces_and_without() -> None:
    """A piece of text reads the same whether it was met before or not, and whatever stands around it."""
    text = "Delta, U. S. x-ray 12/14  Air... (delta) 118.35. Four"
    first = scan(text)
    tokens._pieces.clear()
    assert scan(text) == first == scan(text)
    parts = [scan(piece).words for piece in text.split()]
    assert [word for word in first.words if word] == [word for part in parts for word in part if word]


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many words come by, few are kept, and long ones never."""
    monkeypatch.setattr(tokens, "_MOST", 10)
    memory = Memory(str.upper)
    assert [memory[str(number)] for number in range(100)] == [str(number) for number in range(100)]
    assert {"98", "99"} < memory.keys()
    assert len(memory) <= 10
    assert memory["a" * 100] == "A" * 100
    assert "a" * 100 not in memory


@pytest.mark.parametrize("piece", ["Hello. ", "a.b,c; ", "x-ray ", "(delta) "])
def test_many_marks_take_no_longer_each(piece: str) -> None:
    """Ten times the text, ten times the time; a hundred where each mark moves all that stands behind it."""

    def spent(times: int) -> float:
        text = piece * times
        start = process_time()
        scan(text)
        return process_time() - start

    assert min(spent(60_000) for _ in range(5)) < 60 * min(spent(6_000) for _ in range(5)) + 0.05
