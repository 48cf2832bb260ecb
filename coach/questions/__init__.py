"""Questions for one meeting: drafted by an engine, tested one by one, laid out by phase; and the test of a learner's own question."""

from coach.questions.drafting import draft_questions
from coach.questions.own import check_question

__all__ = ["check_question", "draft_questions"]
