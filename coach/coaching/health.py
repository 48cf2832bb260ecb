"""Whether everything a learner needs is well, and the step that mends what is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.errors import CoachError, NotReady
from coach.records import Check, ServerReport

if TYPE_CHECKING:
    from coach.coaching.coach import Coach


def check_health(coach: Coach) -> tuple[Check, ...]:
    """Engine, language model, consent, store and library, each looked at by using it."""
    return (
        _look("engine", lambda: f"{coach.card.says}. {coach.card.leaves}"),
        _look("model", lambda: _say_model(coach)),
        _look("consent", lambda: _say_consent(coach)),
        _look("store", lambda: f"{len(coach.list_preparations())} preparations in {coach.settings.data}"),
        _look("library", lambda: _say_library(coach)),
    )


def _look(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name=name, ok=True, detail=look())
    except CoachError as error:
        return Check(name=name, ok=False, detail=error.happened, mend=error.mend)


def _say_model(coach: Coach) -> str:
    if coach.needs_consent():
        return "not tried, since you have not agreed yet that anything is sent."
    report = coach.try_model()
    if report is not None:
        return say_report(report)
    found = coach.find_servers()
    if not found:
        return "none is set up and none was found on this machine; the built-in coach needs none."
    first = found[0]
    model = first.models[0] if first.models else "MODEL"
    others = f" {len(found) - 1} more found." if len(found) > 1 else ""
    return f"none is set up. {first.name} runs on this machine; to use it: COACH_BASE_URL={first.url} COACH_MODEL=openai:{model}{others}"


def say_report(report: ServerReport) -> str:
    """What a server was found to do, in one sentence for the screen and the terminal."""
    parts = [
        f"answers in {report.seconds:.1f} s" if report.seconds is not None else "answers",
        {True: "word by word", False: "all at once only"}.get(report.streams, "") if report.streams is not None else "",
        _FORMS.get(report.form, "gives no readable answers in a form; the built-in coach stands in there"),
        f"context of {report.context_tokens:,} tokens" if report.context_tokens else "length of context not told",
        {True: "embeddings too", False: "no embeddings"}.get(report.embeddings, "") if report.embeddings is not None else "",
    ]
    return f"{', '.join(part for part in parts if part)}."


_FORMS = {"schema": "keeps to a JSON schema", "object": "gives JSON", "words": "gives JSON when asked in words", "tools": "gives answers in a form"}


def _say_consent(coach: Coach) -> str:
    if coach.needs_consent():
        raise NotReady(f"You have not yet agreed that text is sent to {coach.card.provider}.", mend="Agree on the start page, or run: coach consent give")
    return "given" if coach.card.provider else "not needed"


def _say_library(coach: Coach) -> str:
    coach.library.prepare()
    status = coach.get_library_status()
    return f"{sum(source.occupations for source in status.sources)} occupations, {status.embedding}, {status.backend}"
