"""Recognizers, each by itself."""
