"""The grammars as data: tables and patterns that the code reads; ``README.md`` beside this file explains each."""
