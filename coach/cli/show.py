"""The same things for people: records in, lines on the terminal."""

from __future__ import annotations

from coach.cli.output import head, say
from coach.records import (
    Comparison,
    Criterion,
    Dossier,
    EndReason,
    Feedback,
    Finding,
    Passage,
    QuestionCheck,
    QuestionList,
    Rehearsal,
    Speaker,
    Spending,
    Turn,
    Usage,
)

_ENDS = {
    EndReason.LEARNER: "you said goodbye",
    EndReason.CLOCK: "the time was up",
    EndReason.PATIENCE: "the other person ended it",
    EndReason.HARM: "the coach stopped it to look after you",
    EndReason.STOPPED: "you stopped it",
}


def show_dossier(dossier: Dossier) -> None:
    """Who is met, what is known with its line, what is missing."""
    head("What you know so far")
    person = dossier.person
    say(f"{person.name or 'No name found'}, {person.role or 'role not found'}, {person.employer or 'employer not found'}")
    occupation = dossier.occupation
    if occupation.sure:
        say(f"Occupation: {occupation.title} ({occupation.code})")
    else:
        near = ", ".join(match.title for match in occupation.candidates[:3])
        say(f"Occupation: not sure{f'; the nearest are {near}' if near else ''}.")
    for fact in dossier.facts:
        say(f"line {fact.source.line:>3}  {fact.about}: {fact.text}", hang=10)
    for item in dossier.contradictions:
        say("These do not agree: " + " / ".join(span.text for span in item.spans), hang=2)
    if dossier.gaps:
        head("Worth finding out before you meet")
        for gap in dossier.gaps:
            say(f"- {gap.why} {gap.where_to_look}", hang=2)
    for warning in dossier.warnings:
        say(f"Note: {warning}", hang=6)
    if dossier.sensitive:
        count = len(dossier.sensitive)
        found = "One private detail was found; it is" if count == 1 else f"{count} private details were found; they are"
        say(f"{found} kept out of everything the coach writes.")


def show_questions(questions: QuestionList, *, ids: bool = False) -> None:
    """The list by phase, each question with what it rests on; with `ids` each with the id by which it can be changed."""
    head(f"Your questions for {questions.minutes} minutes" + (" (general: the notes gave little to build on)" if questions.general else ""))
    for number, question in enumerate(questions.questions, start=1):
        say(f"{number:>2}. {question.text}", hang=4)
        name = f"[{question.id}] " if ids else ""
        marks = f"{' Locked.' if question.locked else ''}{' Your words.' if question.own else ''}"
        say(f"{name}{question.phase}, {question.topic}, {question.minutes:.3g} min. {question.why}{marks}", indent=4, hang=2)
        if question.check:
            show_check(question.check, indent=4)
        for source in question.sources:
            licence = f" ({source.licence})" if source.licence else ""
            say(f"from your {'notes' if source.kind == 'note' else 'reading'} [{source.id}]{licence}: {_short(source.text)}", indent=4, hang=2)
    if questions.look_up_first:
        head("Look this up first")
        for item in questions.look_up_first:
            say(f"- {item.text} Answered in [{item.source.id}]: {_short(item.source.text)}", hang=2)
    for notice in questions.notices:
        say(f"Note: {notice}", hang=6)


def show_check(check: QuestionCheck, *, indent: int = 0) -> None:
    """What the tests have against a question, and a better wording."""
    from coach.questions import FAULT_WORDS

    if not check.faults:
        say("A good question: it passes every test.", indent=indent)
    for fault in check.faults:
        say(FAULT_WORDS.get(fault, fault), indent=indent, hang=2)
    if check.better:
        say(f'Try: "{check.better}"', indent=indent, hang=2)


def show_career_model(rehearsal: Rehearsal) -> None:
    """Who is across the table."""
    person = rehearsal.career_model
    head(f"Rehearsal: {person.name}, {person.role}, {person.employer}")
    say(f"An invented person, made from occupation material; {person.years} years in the work; {person.style}. {rehearsal.planned_minutes} minutes.")


def show_turn(rehearsal: Rehearsal, turn: Turn) -> None:
    """One turn with the meeting's clock."""
    who = "You" if turn.speaker is Speaker.INTERVIEWER else rehearsal.career_model.name.split()[0]
    minutes, seconds = divmod(int(turn.at_s), 60)
    say(f"[{minutes:02d}:{seconds:02d}] {who}: {turn.text or '(silence)'}", hang=8)


def show_end(rehearsal: Rehearsal) -> None:
    """Why it ended and how much came to light."""
    told, total = len(set(rehearsal.state.told)), len(rehearsal.fact_sheet.facts)
    reason = _ENDS[rehearsal.ended] if rehearsal.ended else "not ended yet"
    say()
    say(f"The meeting: {reason}. You heard {told} of {total} things this person could have told you.")


def show_usage(usage: Usage, *, cost: float | None) -> None:
    """What a language model took."""
    about = "about " if usage.estimated else ""
    price = "" if cost is None else f", {cost:.4f} by the price you set"
    say(f"The language model: {usage.calls} calls, {about}{usage.tokens_in:,} tokens sent, {about}{usage.tokens_out:,} received{price}.")


def show_spending(spending: Spending, *, days: int) -> None:
    """What language models took in some days, and how the day's limit stands."""
    if not spending.stages:
        say(f"No language model was asked in the last {days} days.")
    for one in spending.stages:
        about = "about " if one.estimated else ""
        failed = f", {one.failed} without an answer" if one.failed else ""
        cost = f", cost {one.cost:.4f}" if one.cost is not None else ""
        say(
            f"{one.stage} ({one.model_id}): {one.calls} calls{failed}, {about}{one.tokens_in:,} tokens sent ({one.repeated_share:.0%} of them as in the call before), "
            f"{one.tokens_out:,} received{cost}.",
            hang=2,
        )
    if spending.token_limit:
        say(f"Today {spending.tokens_today:,} of {spending.token_limit:,} tokens are used.")
    if spending.cost_limit:
        say(f"Today {spending.cost_today:.2f} of {spending.cost_limit:.2f} are used.")


def show_comparison(comparison: Comparison, rehearsal: Rehearsal) -> None:
    """Two tries of one moment, one below the other."""
    for turn in comparison.before:
        show_turn(rehearsal, turn)
    for name, attempt in zip(("First try", "Second try"), comparison.attempts, strict=True):
        head(name)
        say(f"{len(attempt.told)} things heard from here on, {attempt.told_in_all} in the whole talk.")
        for turn in attempt.turns:
            show_turn(rehearsal, turn)


def show_feedback(feedback: Feedback, *, scored: bool = True) -> None:
    """Two strengths, one priority with its better wording, then the measures and the evidence; without figures where the learner wants none."""
    head("Feedback")
    if not feedback.judged:
        say(f"Not judged. {feedback.why_not}")
        return
    for finding in feedback.strengths[:2]:
        say(f"Went well: {finding.title}. {_evidence(finding)}", hang=2)
    if feedback.priority:
        say(f"Work on next: {feedback.priority.title}. {_evidence(feedback.priority)}", hang=2)
        if feedback.priority.better:
            say(f'Try: "{feedback.priority.better}"', indent=2, hang=2)
    measures = feedback.measures
    parts = [
        f"{_percent(measures.talk_share)} of the words were yours",
        f"{measures.questions} questions",
        f"{_percent(measures.open_share)} of them open",
        f"{_percent(measures.follow_up_share)} built on an answer",
        f"longest turn {measures.longest_turn_words} words",
    ]
    if scored:
        say("Counted: " + ", ".join(parts) + ".", hang=2)
    for finding in feedback.faults:
        say(f"- {finding.title}: {_evidence(finding)}", hang=2)
    head("Criterion by criterion")
    for criterion in feedback.criteria:
        say(_criterion_line(criterion, scored=scored), hang=4)
    for notice in feedback.notices:
        say(f"Note: {notice}", hang=6)


def show_passages(passages: tuple[Passage, ...]) -> None:
    """Passages with their sources."""
    for passage in passages:
        say(f"[{passage.id}] {passage.text}", hang=2)
        say(f"{passage.source.title}, {passage.source.licence}", indent=2)


def _criterion_line(criterion: Criterion, *, scored: bool) -> str:
    mark = criterion.say_mark(scored=scored)
    quote = f' "{_short(criterion.quote)}" (turn {criterion.turn})' if criterion.quote else ""
    return f"{criterion.id} {criterion.title}: {mark}. {criterion.explanation}{quote}"


def _evidence(finding: Finding) -> str:
    quote = f' "{_short(finding.quote)}" (turn {finding.turn})' if finding.quote else ""
    return f"{finding.explanation}{quote}"


def _percent(share: float | None) -> str:
    return "none" if share is None else f"{share:.0%}"


def _short(text: str, length: int = 110) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 3].rsplit(" ", 1)[0] + "..."
