"""What a learner is told about a list: the topics in plain words, what of them it holds, and what a change did to it."""

from __future__ import annotations

from textwrap import shorten

from coach.records import Question, QuestionList, Topic

TOPIC_WORDS = {
    Topic.PATH: "how they came to this work",
    Topic.WORK: "what they do all day",
    Topic.SKILL: "what one has to be good at",
    Topic.HARD: "what is hard about it",
    Topic.JOY: "what they like about it",
    Topic.ORG: "the place they work in",
    Topic.FIELD: "what is changing",
    Topic.ENTRY: "how people get in",
    Topic.ADVICE: "what they would do in your place",
    Topic.LINKS: "whom else to talk to",
}
"""Topic -> what a question on it asks, in the learner's words; reads on after "one more question on"."""

_LONGEST = 60


def find_open_topics(questions: QuestionList) -> tuple[Topic, ...]:
    """The topics on which the list holds no question yet, in their usual order."""
    held = {question.topic for question in questions.questions}
    return tuple(topic for topic in Topic if topic not in held)


def describe_change(before: QuestionList, after: QuestionList) -> str:
    """What the learner did to the list to make the other one of it, in a few words that read on after "before" ("you took off “...”")."""
    held = {question.id: question for question in before.questions}
    now = {question.id: question for question in after.questions}
    gone = [question for id_, question in held.items() if id_ not in now]
    new = [question for id_, question in now.items() if id_ not in held]
    if before.minutes != after.minutes:
        return f"a list for {after.minutes} minutes was made"
    if len(gone) > 1 or len(new) > 1:
        return "another list was made"
    if gone:
        return f"you {'swapped' if new else 'took off'} {_quote(gone[0])}"
    if new:
        return f"you added {_quote(new[0])}"
    return next((said for id_, question in held.items() if (said := _describe_edit(question, now[id_]))), "you changed the order")


def _describe_edit(before: Question, after: Question) -> str:
    if before.text != after.text:
        return f"you reworded {_quote(before)}"
    if before.locked != after.locked:
        return f"you {'locked' if after.locked else 'unlocked'} {_quote(before)}"
    return ""


def _quote(question: Question) -> str:
    return f"\u201c{shorten(question.text, _LONGEST, placeholder=' ...')}\u201d"
