"""Questions for one meeting: drafted by an engine, tested one by one, laid out by phase; the test of a learner's own question, and the learner's hand on the list; the sheet to take along."""

from coach.questions import editing
from coach.questions.drafting import draft_another, draft_questions
from coach.questions.own import FAULT_WORDS, check_question, read_own_text
from coach.questions.sheet import draw_sheet

__all__ = ["FAULT_WORDS", "check_question", "draft_another", "draft_questions", "draw_sheet", "editing", "read_own_text"]
