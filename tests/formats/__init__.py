"""Readers, writers, JSON and its schema."""
