"""What ``grammars/`` and a user's own files say, read once and checked: their notation, their tables, their entries.

>>> # [altitude.climb] forms = ["climb [and maintain] <altitude>"] -> an entry of ``Grammar.messages``
"""

from __future__ import annotations

from callsigns.grammar.grammar import MESSAGE_FILES, VALUE_FILES, Grammar, documented, shipped_table

__all__ = ["MESSAGE_FILES", "VALUE_FILES", "Grammar", "documented", "shipped_table"]
