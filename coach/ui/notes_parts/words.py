"""The names that kinds of facts and marks bear on the page."""

from __future__ import annotations

from coach.records import About, Mark

KINDS = {About.PERSON: "The person", About.ORGANISATION: "The organisation", About.OCCUPATION: "The work", About.MEETING: "The meeting"}
"""What a fact is about -> its heading."""

MARKS = {
    Mark.PERSON: "the person",
    Mark.ORGANISATION: "the organisation",
    Mark.OCCUPATION: "the work",
    Mark.MEETING: "the meeting",
    Mark.DISAGREES: "does not agree",
    Mark.PRIVATE: "private, kept out of everything",
    Mark.ORDER: "an order to a program, not followed",
}
"""Mark -> what it says of the piece, for the legend and for who listens."""


def say_line(line: int) -> str:
    """Where in the notes something stands, as a quiet word that is not broken in two."""
    return f":gray[line\u00a0{line}]"
