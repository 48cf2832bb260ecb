"""From kept results to trends and what they come to in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from coach.progress.check_in import NOISE, SUBSCORES, find_next_check_in, is_due, mean_of
from coach.records import CheckIn, Conversation, Feedback, Measures, Point, Progress, Rehearsal, Trend

ENOUGH = 3
"""After so many rehearsals without a real request one is suggested (requirement 37)."""
_SCORE_NOISE = 1.0
_SHARE_NOISE = 0.1
"""A change of a share by less than a tenth, or of a score by less than one, is about the same: one talk is one data point."""
_BEHAVIOUR: tuple[tuple[str, str, Callable[[Measures], float | None], float], ...] = (
    ("talk_share", "Your share of the words", lambda measures: measures.talk_share, 1.0),
    ("open_share", "Open questions", lambda measures: measures.open_share, 1.0),
    ("follow_up_share", "Built on an answer", lambda measures: measures.follow_up_share, 1.0),
    ("topics", "Topics you asked about", lambda measures: float(len(measures.topics)), 10.0),
    ("referral_asked", "Asked whom else to talk to", lambda measures: float(measures.referral_asked), 1.0),
)
_ASK = "You have practised {n} times. The next step is a real person: think of a family friend, or a friend of theirs, and ask for half an hour."
_STANDS_STILL = "You feel surer than at first, and have not yet talked to a real person. One talk will tell you more than another rehearsal."


def draw_progress(
    results: Sequence[tuple[Rehearsal, Feedback]], check_ins: Sequence[CheckIn], conversations: Sequence[Conversation], *, rubric_digest: str, now: datetime
) -> Progress:
    """What the results come to over time, oldest first: one trend a criterion and a measure, the confidence beside them, and one next step.

    `results` are the finished rehearsals that were judged. A result by another rubric than `rubric_digest` is drawn as older and left out of what is said.
    """
    talks = [(rehearsal.started_at, rehearsal.id, feedback) for rehearsal, feedback in results if rehearsal.started_at is not None and feedback.judged]
    talks += [(one.made_at, one.id, one.feedback) for one in conversations if one.feedback.judged]
    talks.sort(key=lambda talk: talk[0])
    real = [one.made_at for one in conversations if one.real]
    finished = [rehearsal.started_at for rehearsal, _ in results if rehearsal.started_at is not None]
    confidence = tuple(_draw_confidence(check_ins))
    older = sum(_is_older(feedback, rubric_digest) for _, _, feedback in talks)
    notices = []
    if older:
        notices.append(f"{older} of these results were judged by an earlier rubric. They are drawn paler, and nothing is said about changes across the two.")
    if not real and finished and _rose(confidence):
        notices.append(_STANDS_STILL)
    return Progress(
        rehearsals=len(finished),
        conversations=len(real),
        criteria=tuple(_draw_criteria(talks, rubric_digest)),
        behaviour=tuple(_draw_behaviour(talks)),
        confidence=confidence,
        check_in_due=is_due(check_ins, finished=finished, talked=real, now=now),
        next_check_in=find_next_check_in(check_ins, now=now),
        next_step=_ASK.format(n=len(finished)) if len(finished) >= ENOUGH and not real else "",
        notices=tuple(notices),
    )


def _is_older(feedback: Feedback, digest: str) -> bool:
    return feedback.provenance is not None and feedback.provenance.rubric_digest != digest


def _draw_criteria(talks: Sequence[tuple[datetime, str, Feedback]], digest: str) -> Iterable[Trend]:
    titles = {criterion.id: criterion.title or criterion.id for _, _, feedback in talks for criterion in feedback.criteria}
    for name, title in titles.items():
        points = [
            Point(at=at, value=float(criterion.score), of=of, older=_is_older(feedback, digest))
            for at, of, feedback in talks
            for criterion in feedback.criteria
            if criterion.id == name and criterion.score is not None
        ]
        if points:
            says = describe_change([point.value for point in points if not point.older], noise=_SCORE_NOISE)
            yield Trend(id=name, title=title, points=tuple(points), lowest=1.0, highest=5.0, says=says)


def _draw_behaviour(talks: Sequence[tuple[datetime, str, Feedback]]) -> Iterable[Trend]:
    for name, title, read, highest in _BEHAVIOUR:
        values = [(at, of, read(feedback.measures)) for at, of, feedback in talks]
        points = tuple(Point(at=at, value=value, of=of) for at, of, value in values if value is not None)
        if points:
            noise = _SHARE_NOISE if highest == 1.0 else _SCORE_NOISE
            yield Trend(id=name, title=title, points=points, highest=highest, says=describe_change([point.value for point in points], noise=noise))


def _draw_confidence(check_ins: Sequence[CheckIn]) -> Iterable[Trend]:
    rated = sorted((one for one in check_ins if not one.looking_back), key=lambda one: one.made_at)
    before = next((one for one in check_ins if one.looking_back), None)
    for name, (title, _, _) in SUBSCORES.items():
        points = tuple(Point(at=one.made_at, value=mean_of(one, name), of=one.id) for one in rated)
        if points:
            values = [point.value for point in points]
            says = describe_change(values, noise=NOISE)
            if before is not None:
                says += f" Looking back, you put the start at {mean_of(before, name):.1f}."
            yield Trend(id=name, title=title, points=points, highest=10.0, says=says)


def describe_change(values: Sequence[float], *, noise: float) -> str:
    """What became of a value, from the first time to the last; a change smaller than `noise` is about the same."""
    if len(values) < 2:
        return "Too early to say."
    change = values[-1] - values[0]
    if abs(change) < noise - 1e-9:
        return "About the same as the first time."
    return "Higher than the first time." if change > 0 else "Lower than the first time."


def _rose(confidence: Sequence[Trend]) -> bool:
    return any(trend.id == "all" and len(trend.points) > 1 and trend.points[-1].value - trend.points[0].value >= NOISE for trend in confidence)
