"""What was said: forms over entities to messages, and what each is in the whole line.

>>> # callsign climb value -> (instruction, altitude, FL 240)
"""

from __future__ import annotations

from callsigns.messages.messages import MessageRecognizer, Said, topic_of

__all__ = ["MessageRecognizer", "Said", "topic_of"]
