"""What is said about each finding, and the one thing to work on next."""

from __future__ import annotations

from coach.engines import Engine
from coach.errors import CoachError
from coach.manner.attention import find_lapses
from coach.manner.questions import faults_of_question, find_questions
from coach.manner.reading import Reading
from coach.manner.strays import find_stray
from coach.manner.wording import count_words
from coach.prompts import render
from coach.records import Criterion, Finding, Record, Rewording, Verdict

LONGEST = 1.5
"""A better wording is at most so many times as long as the original (pedagogy, requirement 27)."""

SPARE_WORDS = 4
"""A wording of very few words may have so many more, since no open question is shorter."""

FAULTS = {
    "asks_for_job": "The meeting is for learning. Asking for a job puts the other person on the spot.",
    "no_introduction": "They could not tell who you are. A name and one word on your situation is enough.",
    "no_purpose_stated": "They never heard what you want to find out, so they had to guess what would help you.",
    "no_thanks": "Nowhere did you thank them for their time.",
    "closed_questions_dominate": "Most of your questions could be answered with yes, no or one fact, so you heard less than you could have.",
    "double_barrelled": "Two questions at once: people answer one and forget the other.",
    "leading_question": "The question carries its answer, so you hear your own view again.",
    "interrupts_or_ignores_answer": "They had said or offered something that you passed over.",
    "no_follow_up": "No question took up what they had just told you. The best parts lie one question deeper.",
    "dominates_talk": "You spoke more than they did, and came to listen.",
    "personal_or_salary_question_blunt": "This is theirs to tell. Ask about the work in general, or ask for leave first.",
    "overruns_time": "You went on past the agreed time without asking whether that is all right.",
    "no_referral_ask": "You left without asking whom else you could talk to. That is how a network grows.",
    "answerable_by_search": "A minute of searching would have told you this. Their minutes are for what is not written anywhere.",
    "unprofessional_language": "These words can hurt or put people off, even when they are meant lightly.",
    "no_close": "The talk stopped without an ending. A word on the time, one thing you take away, and thanks would do.",
}
"""Fault id -> what it does to the talk, in the learner's words."""

FAULT_TITLES = {
    "asks_for_job": "Leave the job out of it",
    "no_introduction": "Say who you are",
    "no_purpose_stated": "Say what you want to find out",
    "no_thanks": "Thank them",
    "closed_questions_dominate": "Ask open questions",
    "double_barrelled": "Ask one thing at a time",
    "leading_question": "Leave the answer to them",
    "interrupts_or_ignores_answer": "Respond to what they say",
    "no_follow_up": "Follow up on what you hear",
    "dominates_talk": "Let them talk",
    "personal_or_salary_question_blunt": "Keep off their pay and private life",
    "overruns_time": "Keep to the time",
    "no_referral_ask": "Ask whom else to talk to",
    "answerable_by_search": "Look it up first",
    "unprofessional_language": "Choose other words",
    "no_close": "Close the talk",
}
"""Fault id -> what to do instead, as a heading."""

STRENGTH_TITLES = {
    "clear_introduction": "A clear introduction",
    "purpose_stated": "A purpose, said early",
    "researched_question": "A question nobody else could ask",
    "open_questions": "Open questions",
    "follow_up_questions": "Following up",
    "thanks_given": "Thanks at the end",
    "referral_asked": "Asking whom else to talk to",
    "time_respected": "An eye on their time",
    "next_step_agreed": "A next step agreed",
    "polite_register": "Courtesy throughout",
}
"""Strength id -> its heading."""

LAPSES = {
    "cut_off": ("You went on before they had finished.", "Sorry, please go on. I'd like to hear the end of that."),
    "told_already": (
        "They had told you this already, so it sounds as if you had not been listening.",
        "You told me a little about that. What else belongs to it?",
    ),
    "unanswered": (
        "They had asked or offered you something, and you passed over it.",
        "To your question first: ... (one sentence is enough). And then I'd like to ask you ...",
    ),
}
"""Kind of lapse -> what it does, and what one could say."""

STRENGTHS = {
    "clear_introduction": "You said who you are and what you are doing, right at the start.",
    "purpose_stated": "You said early what you want to find out.",
    "researched_question": "You asked about something you had found out beforehand.",
    "open_questions": "Most of your questions left room for a story.",
    "follow_up_questions": "You took up what you heard and asked one step further.",
    "thanks_given": "You thanked them at the end.",
    "referral_asked": "You asked whom else you could talk to.",
    "time_respected": "You kept an eye on their time.",
    "next_step_agreed": "You left with a next step that you both agreed on.",
    "polite_register": "You were courteous throughout, in your own words.",
}
"""Strength id -> what was good about it."""

_STRENGTH_ORDER = (
    "follow_up_questions",
    "researched_question",
    "open_questions",
    "next_step_agreed",
    "purpose_stated",
    "referral_asked",
    "clear_introduction",
    "time_respected",
    "polite_register",
    "thanks_given",
)
"""The rarer and harder first: the first two are shown."""

_PRIORITY = (
    "asks_for_job",
    "unprofessional_language",
    "personal_or_salary_question_blunt",
    "dominates_talk",
    "interrupts_or_ignores_answer",
    "overruns_time",
    "no_follow_up",
    "closed_questions_dominate",
    "leading_question",
    "no_purpose_stated",
    "no_introduction",
    "answerable_by_search",
    "double_barrelled",
    "no_thanks",
    "no_referral_ask",
    "no_close",
)
"""What to mend first: what can hurt the other person, then what costs the learner most, then the frame."""


class Explained(Record):
    """Findings with their explanations and better wordings."""

    findings: tuple[Finding, ...]
    notices: tuple[str, ...] = ()


def explain_faults(reading: Reading, faults: tuple[Finding, ...], engine: Engine, *, reserve: Engine) -> Explained:
    """Each fault with what it does and a better wording of that very sentence; where the engine's fails the checks, the reserve's stands."""
    findings: list[Finding] = []
    notices: list[str] = []
    for fault in faults:
        heard = next((turn.heard for turn in reading.learner if turn.n == fault.turn), "")
        better = _reword(fault, heard, reserve)
        if fault.quote and engine.card.name != reserve.card.name:
            try:
                better = _reword(fault, heard, engine) or better
            except CoachError as error:
                notices.append(f"The better wordings are the built-in coach's: {error.happened}")
        explanation = FAULTS[fault.id]
        if fault.id == "interrupts_or_ignores_answer":
            explanation, better = LAPSES[find_lapses(reading)[0].kind]
        findings.append(fault.model_copy(update={"title": FAULT_TITLES[fault.id], "explanation": explanation, "better": better}))
    return Explained(findings=tuple(findings), notices=tuple(dict.fromkeys(notices)))


def _reword(fault: Finding, heard: str, engine: Engine) -> str:
    prompt = render("feedback/reword", fault=fault.id.replace("_", " "), sentence=fault.quote, heard=heard[-600:])
    text = engine.draft(prompt, Rewording).text.strip()
    return text if is_better(text, fault.quote) and not find_stray(text) else ""


def is_better(text: str, original: str) -> bool:
    """Whether a wording may be shown: clean by the question rules, not much longer than the original (where there is one), and another one."""
    if text.strip().lower() == original.strip().lower() or "!" in text:
        return False
    if original and count_words(text) > max(LONGEST * count_words(original), count_words(original) + SPARE_WORDS):
        return False
    allowed = {"not_a_question", "ungrounded"}
    if not any(question.substantive for question in find_questions(text)):
        allowed |= {"closed", "too_long"}
    return not set(faults_of_question(text)) - allowed


def explain_strengths(strengths: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Each strength with what was good about it, the rarer ones first."""
    ordered = sorted(strengths, key=lambda finding: _STRENGTH_ORDER.index(finding.id))
    return tuple(finding.model_copy(update={"title": STRENGTH_TITLES[finding.id], "explanation": STRENGTHS[finding.id]}) for finding in ordered)


def choose_priority(faults: tuple[Finding, ...], criteria: tuple[Criterion, ...]) -> Finding | None:
    """The one thing to work on next: the fault that costs most, else the lowest criterion that was shown, else nothing."""
    if faults:
        return min(faults, key=lambda fault: _PRIORITY.index(fault.id))
    weak = [one for one in criteria if one.score is not None and one.score <= 3 and one.verdict is not Verdict.NOT_APPLICABLE]
    if not weak:
        return None
    lowest = min(weak, key=lambda one: one.score or 0)
    return Finding(
        id=lowest.title.lower().replace(" ", "_"), title=lowest.title, turn=lowest.turn, quote=lowest.quote, explanation=lowest.explanation, how=lowest.how
    )
