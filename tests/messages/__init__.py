"""Tests of what is meant: acts, topics, values and conditions of messages."""
