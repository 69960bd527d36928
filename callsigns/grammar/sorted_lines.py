"""Lines in the order of their characters, looked up by how they begin, without an object for each of them.

>>> lines = SortedLines(in_order({"sion,LSGS", "bern,LSZB", "bern belp,LSZB"}))
>>> [*lines]
['bern belp,LSZB', 'bern,LSZB', 'sion,LSGS']
>>> lines.first("bern "), lines.first("s"), lines.first("zurich,")
('bern belp,LSZB', 'sion,LSGS', '')
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

__all__ = ["SortedLines", "in_order"]


def in_order(lines: Iterable[str]) -> str:
    """The text that ``SortedLines`` looks things up in."""
    return "".join(f"{line}\n" for line in sorted(lines))


class SortedLines:
    """One text of many lines; a list of them would take four times the memory."""

    def __init__(self, text: str) -> None:
        """``text``: lines in the order of their characters, each with ``\\n`` behind it."""
        self._text = text

    def __iter__(self) -> Iterator[str]:
        return iter(self._text.split("\n")[:-1])

    def first(self, beginning: str) -> str:
        """The first line that begins so, or nothing; found by halves."""
        text, low, high = self._text, 0, len(self._text)
        while low < high:  # both are where lines begin, or the end
            start = text.rfind("\n", low, (low + high) // 2) + 1 or low
            end = text.index("\n", start)
            if text[start:end] < beginning:
                low = end + 1
            else:
                high = start
        return text[low : text.index("\n", low)] if text.startswith(beginning, low) and low < len(text) else ""
