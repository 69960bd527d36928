"""Tests of the house itself: layers, sizes, names, examples in grammars and documents."""
