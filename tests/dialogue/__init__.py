"""Conversations: aircraft, roles and readbacks."""
