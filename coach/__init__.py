"""The interview coach: getting ready for an informational interview, practising it, and learning from it.

Start with `coach.records` (every noun), then `coach.coaching` (every verb).
"""

__version__ = "0.1.0"
