"""What is counted without an engine, the same for every engine (pedagogy 1.4, requirement 24)."""

from __future__ import annotations

from coach.manner.attention import find_lapses
from coach.manner.courtesy import has_courtesy, has_thanks
from coach.manner.faults import talk_share
from coach.manner.reading import Reading
from coach.manner.referral import find_referral_ask
from coach.records import Measures, Topic


def measure_transcript(reading: Reading) -> Measures:
    """The measures of a conversation; shares are None where there is nothing to divide by, times None where they are not known."""
    learner, asked = reading.learner, reading.asked
    asking = [turn for turn in learner if turn.substantive]
    times = [turn.at_s for turn in reading.turns if turn.at_s is not None]
    return Measures(
        turns=len(reading.turns),
        interviewer_turns=len(learner),
        interviewer_words=sum(turn.words for turn in learner),
        career_model_words=sum(turn.words for turn in reading.host),
        talk_share=_rounded(talk_share(reading)),
        questions=len(asked),
        open_share=_share(sum(question.open for question in asked), len(asked)),
        follow_up_share=_share(sum(turn.follow_up for turn in asking), len(asking)),
        longest_turn_words=max((turn.words for turn in learner), default=0),
        interruptions=sum(lapse.kind == "cut_off" for lapse in find_lapses(reading)),
        courtesy_per_turn=_share(sum(has_courtesy(turn.text) for turn in learner), len(learner)),
        topics=find_topics(reading),
        duration_s=max(times) - min(times) if times else None,
        overrun_s=reading.overrun_s,
        thanks=any(has_thanks(turn.text) for turn in learner),
        referral_asked=any(find_referral_ask(turn.text) is not None for turn in learner),
    )


def find_topics(reading: Reading) -> tuple[Topic, ...]:
    """The topics of the learner's questions, in the order of the topic list."""
    found = {question.topic for turn in reading.learner for question in turn.questions if question.topic is not None}
    return tuple(topic for topic in Topic if topic in found)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
