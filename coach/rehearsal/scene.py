"""What a learner's utterance is read into, and what stands around it while it is read."""

from __future__ import annotations

import re

from coach.manner.questions import AskedQuestion
from coach.records import CareerModel, FactSheet, Move, Record, Topic

MAORI = re.compile(
    r"\b(?:kia ora|tēnā (?:koe|koutou)|mōrena|ko \w+ (?:tōku|taku) ingoa|nō \w+ (?:ahau|au)|ahau|tōku|aroha mai|ngā mihi|he aha|tō mahi|pēhea|whānau|kei te|ia rā)\b"
)
"""Words of te reo Māori that learners greet and introduce themselves with."""
HELLO = re.compile(
    r"^\W*(?:um+|uh|oh|er|well|ah|yeah|so)?\W*(?:hi|hiya|hello|hey|morning|good (?:morning|afternoon|evening)|kia ora|tēnā koe|mōrena|talofa|g'day)\b"
)
"""How an utterance begins that greets."""


class Reading(Record):
    """What code has read in one utterance.

    `question` is the question taken up, verbatim, `polar` whether it can be done with by yes or no, `repeat_of` the index of the learner's turn that asked it before.
    `faults` are ids of manner and of this room; `aside` what comes along with a question (nerves, an apology, flattery, a rude word).
    """

    move: Move
    kind: str = ""
    question: str = ""
    topic: Topic | None = None
    open: bool = False
    polar: bool = False
    follow_up: bool = False
    aims: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    leave: bool = False
    repeat_of: int | None = None


class Scene(Record):
    """An utterance with what was said before it. `question` is the last substantive question of the utterance, else its last question."""

    text: str
    low: str
    move: str
    kind: str
    topic: Topic | None
    topics: frozenset[Topic]
    career_model: CareerModel
    sheet: FactSheet
    asked: tuple[AskedQuestion, ...]
    question: AskedQuestion | None
    learner: tuple[str, ...]
    host: tuple[str, ...]
