"""What else the learner wrote down to ask: kept beside the purpose, and never taken from somebody else's mouth."""

import pytest

from coach.dossier import draft_dossier
from coach.engines.offline import OfflineEngine
from coach.records import About, Note

HEAD = "Meeting Odile Farrant, ferry mate at Korimako Lines, on Friday 3 pm.\nShe drove a tram for six years before that.\n"


def read(*lines: str):
    return draft_dossier(Note(text=HEAD + "\n".join(lines)), OfflineEngine())


def wishes(*lines: str) -> list[str]:
    return [fact.text for fact in read(*lines).facts if fact.about is About.MEETING]


def test_a_second_question_of_the_learners_own_is_kept_beside_the_purpose():
    dossier = read(
        "I want to find out whether you need maths for the tickets.", "", "Korimako Lines has 40 crew.", "", "does she ever get seasick on her own boat?"
    )
    assert "whether you need maths" in dossier.meeting_purpose
    assert [fact.text for fact in dossier.facts if fact.about is About.MEETING] == ["does she ever get seasick on her own boat?"]


def test_a_wish_said_outright_counts_without_a_question_mark():
    told = wishes("I want to find out whether you need maths for the tickets.", "I also want to know how the crew sleeps between sailings")
    assert len(told) == 1
    assert "how the crew sleeps" in told[0]


@pytest.mark.parametrize(
    "line",
    [
        "She said I should ask how long the training is",
        '"I always ask myself: how do you know?" (from her talk)',
        "Are you free one Saturday?",
        "Could also do the deckhand course instead, which I would like more",
    ],
)
def test_what_is_not_a_wish_about_the_work_is_not_taken_for_one(line):
    assert wishes("I want to find out whether you need maths for the tickets.", line) == []


def test_questions_of_a_pasted_interview_are_not_the_learners():
    pasted = ("from the staff magazine:", "How did you come to the ferries?", "I answered an advert on a bus shelter and never looked back.")
    assert not any("come to the ferries" in wish for wish in wishes("I want to find out whether you need maths for the tickets.", *pasted))


def test_the_clause_that_asks_wins_over_one_that_only_wants():
    dossier = read("I have to wear closed shoes if I want to see the deck after.", "I want to know if this is a real career or only a summer job.")
    assert dossier.meeting_purpose.startswith("I want to know if this is a real career")
