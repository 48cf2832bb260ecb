"""The learner's hand on a list: what each change does, and what no sequence of changes breaks."""

from __future__ import annotations

from contextlib import suppress
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.engines.offline import OfflineEngine
from coach.errors import CoachError, InputRejected, NotReady
from coach.questions import draft_another, draft_questions, editing
from coach.questions.own import OWN_WHY
from coach.questions.plan import ASKING, PHASE_OF, lay_out, plan_list
from coach.records import Phase, Question, QuestionList, Topic
from tests.questions.given import make_dossier

DOSSIER = make_dossier()
OFFLINE = OfflineEngine()


@cache
def make_list(minutes: int = 30, seed: int = 0) -> QuestionList:
    return draft_questions(DOSSIER, OFFLINE, occupation=None, passages=(), minutes=minutes, seed=seed, reserve=OFFLINE)


def make_question(id_: str, topic: Topic, text: str = "") -> Question:
    return Question(id=id_, text=text or f"What about {topic}, number {id_}?", topic=topic, phase=PHASE_OF[topic], minutes=1, why="You hear it.")


def make_small(*topics: Topic, minutes: int = 30) -> QuestionList:
    made = tuple(make_question(f"q{n}", topic) for n, topic in enumerate(topics, start=1))
    return QuestionList(general=True, minutes=minutes, questions=lay_out(made, minutes))


def ids(questions: QuestionList) -> list[str]:
    return [question.id for question in questions.questions]


def phases(questions: QuestionList) -> list[Phase]:
    return [question.phase for question in questions.questions]


def asking_minutes(questions: QuestionList) -> float:
    return sum(plan_list(questions.minutes).minutes.values())


# --- one change --------------------------------------------------------------------------------------


def test_the_words_of_the_learner_stay_as_they_are_written():
    made = editing.reword(make_list(), "q3", text="  Do you\u200b  like  “the boat”? ", dossier=DOSSIER)
    mine = editing.find_question(made, "q3")
    assert mine.text == "Do you like “the boat”?"
    assert mine.own
    assert mine.check is not None
    assert "closed" in mine.check.faults
    assert mine.check.better.startswith("What do you like about")
    assert not mine.open
    assert ids(made) == ids(make_list())
    assert [q for q in made.questions if q.id != "q3"] == [q for q in make_list().questions if q.id != "q3"]


def test_a_good_wording_has_nothing_said_against_it_and_keeps_its_reason():
    before = make_list().questions[2]
    mine = editing.find_question(editing.reword(make_list(), before.id, text=before.text.replace("What", "So what"), dossier=DOSSIER), before.id)
    assert mine.check is None
    assert mine.why == before.why
    assert mine.sources == before.sources
    other = editing.find_question(editing.reword(make_list(), before.id, text="What did yesterday look like?", dossier=DOSSIER), before.id)
    assert other.why == OWN_WHY


def test_a_wording_on_another_topic_goes_to_the_phase_of_that_topic():
    made = editing.reword(make_list(), "q1", text="What advice would you give somebody like me?", dossier=DOSSIER)
    mine = editing.find_question(made, "q1")
    assert (mine.topic, mine.phase) == (Topic.ADVICE, Phase.ADVICE)
    assert phases(made) == sorted(phases(made), key=ASKING.index)


def test_a_question_that_was_moved_stays_where_it_was_put_when_it_is_reworded():
    moved = editing.move(make_small(Topic.PATH, Topic.JOY, Topic.LINKS), "q2", by=-1)
    made = editing.reword(moved, "q2", text="What do you enjoy about number two?", dossier=DOSSIER)
    assert editing.find_question(made, "q2").phase is Phase.STORY


def test_a_passage_that_is_still_taken_up_may_be_quoted_in_the_learners_words():
    made = make_list()
    read = made.questions[0].sources[0].model_copy(update={"kind": "passage", "id": "p1", "text": "Skippers need 18 months of sea time."})
    first = made.questions[0].model_copy(update={"sources": (read,), "topic": Topic.ENTRY})
    made = made.model_copy(update={"questions": (first, *made.questions[1:])})
    mine = editing.find_question(editing.reword(made, "q1", text="How did you spend your 18 months of sea time?", dossier=DOSSIER), "q1")
    assert mine.check is None
    assert read in mine.sources
    assert editing.find_question(editing.reword(made, "q2", text="How did you spend your 18 months of sea time?", dossier=DOSSIER), "q2").check is not None


def test_a_question_of_ones_own_stands_at_the_end_of_its_phase_with_what_it_is_built_on():
    made = editing.add_own(make_list(), "What was hardest about the winter timetable after the storms?", dossier=DOSSIER)
    mine = editing.find_question(made, "q9")
    assert (mine.topic, mine.phase, mine.own, mine.check, mine.locked) == (Topic.HARD, Phase.WORK, True, None, False)
    assert [source.id for source in mine.sources] == ["f4"]
    assert [question.id for question in made.questions if question.phase is Phase.WORK][-1] == "q9"


def test_the_topic_the_learner_names_is_taken():
    made = editing.add_own(make_list(), "What was hardest about the timetable?", dossier=DOSSIER, topic=Topic.LINKS)
    assert made.questions[-1].topic is Topic.LINKS
    assert editing.add_own(make_list(), "Hm?", dossier=DOSSIER).questions[4].phase is Phase.WORK


def test_what_is_private_is_named_and_never_a_source():
    dossier = make_dossier(sensitive=("Rebuilt the winter timetable after the 2021 storms",))
    mine = editing.add_own(make_list(), "How did you rebuild the winter timetable after the storms?", dossier=dossier).questions
    added = next(question for question in mine if question.own)
    assert added.sources == ()
    assert added.check is not None
    assert "touches_private_notes" in added.check.faults


@pytest.mark.parametrize("text", ["", "   ", "\u200b", "a" * 401])
def test_nothing_and_too_much_are_no_question(text):
    with pytest.raises(InputRejected):
        editing.add_own(make_list(), text, dossier=DOSSIER)
    with pytest.raises(InputRejected):
        editing.reword(make_list(), "q1", text=text, dossier=DOSSIER)


def test_the_same_question_does_not_stand_on_a_list_twice():
    there = make_list().questions[3].text
    with pytest.raises(InputRejected, match="already"):
        editing.add_own(make_list(), there.upper(), dossier=DOSSIER)
    with pytest.raises(InputRejected, match="already"):
        editing.reword(make_list(), "q1", text=there, dossier=DOSSIER)
    assert editing.reword(make_list(), "q4", text=there, dossier=DOSSIER) == make_list()


def test_a_question_moves_within_its_phase_then_into_the_next_one_and_stops_at_the_ends():
    made = make_small(Topic.PATH, Topic.WORK, Topic.HARD, Topic.LINKS)
    assert ids(editing.move(made, "q2", by=1)) == ["q1", "q3", "q2", "q4"]
    down = editing.move(made, "q2", by=2)
    assert ids(down) == ["q1", "q3", "q2", "q4"]
    assert editing.find_question(down, "q2").phase is Phase.ADVICE
    assert editing.find_question(down, "q2").topic is Topic.WORK
    assert editing.find_question(editing.move(made, "q2", by=-1), "q2").phase is Phase.STORY
    assert ids(editing.move(made, "q4", by=-9)) == ["q4", "q1", "q2", "q3"]
    assert editing.move(made, "q1", by=-1).questions == made.questions
    assert editing.move(made, "q4", by=10**9).questions == made.questions


def test_ids_are_never_given_twice():
    made = editing.drop(make_list(), "q8")
    made = editing.add_own(made, "Who else would you talk to in my place?", dossier=DOSSIER)
    assert ids(made)[-1] == "q9"
    made = editing.put_in_place(made, "q9", question=make_question("q1", Topic.LINKS))
    assert ids(made)[-1] == "q10"
    assert editing.next_id(editing.drop(made, "q10")) == "q11"


def test_a_list_of_an_older_version_counts_from_what_stands_on_it():
    assert editing.next_id(make_list().model_copy(update={"given": 0})) == "q9"


def test_another_one_takes_the_place_and_a_locked_one_keeps_it():
    made = editing.put_in_place(make_list(), "q4", question=make_question("q1", Topic.PATH, "How did it begin?"))
    at = ids(make_list()).index("q4")
    assert (made.questions[at].text, made.questions[at].phase, made.questions[at].id) == ("How did it begin?", Phase.WORK, "q9")
    with pytest.raises(NotReady, match="locked"):
        editing.put_in_place(editing.lock(make_list(), "q4"), "q4", question=make_question("q1", Topic.PATH))


@pytest.mark.parametrize(
    "change",
    [
        lambda made: editing.reword(made, "q99", text="How?", dossier=DOSSIER),
        lambda made: editing.move(made, "q99", by=1),
        lambda made: editing.lock(made, "q99"),
        lambda made: editing.unlock(made, ""),
        lambda made: editing.drop(made, "q99"),
        lambda made: editing.put_in_place(made, "q99", question=make_question("q1", Topic.PATH)),
    ],
)
def test_an_unknown_question_is_told_with_what_mends_it(change):
    with pytest.raises(InputRejected, match="Look at the list"):
        change(make_list())


# --- minutes and notices -------------------------------------------------------------------------------


def test_the_minutes_of_an_empty_phase_go_to_the_others():
    made = make_list()
    for question in made.questions:
        if question.phase is Phase.STORY:
            made = editing.drop(made, question.id)
    spent = [sum(question.minutes for question in made.questions if question.phase is phase) for phase in ASKING]
    assert spent == [0, 14, 7.5, 4.5]
    assert {question.minutes * 2 % 1 for question in made.questions} == {0}


def test_what_is_said_about_the_list_is_said_once_and_taken_back():
    told = QuestionList(general=False, minutes=20, questions=make_list(20).questions, notices=("Said before.",))
    without = editing.drop(editing.drop(told, ids(told)[-1]), ids(told)[-2])
    assert without.notices == ("Said before.", editing.NO_ADVICE, editing.NO_LINKS, editing.FEW_TOPICS)
    full = editing.add_own(without, "Who else would be good for me to talk to?", dossier=DOSSIER)
    full = editing.add_own(full, "What advice would you give me?", dossier=DOSSIER)
    full = editing.add_own(full, "What makes you glad on a good day?", dossier=DOSSIER, topic=Topic.JOY)
    assert full.notices == ("Said before.",)
    longer = full
    for n in range(3):
        longer = editing.add_own(longer, f"What do you notice first on boat {n}?", dossier=DOSSIER)
    assert longer.notices == ("Said before.", editing.TOO_LONG)
    assert editing.lock(longer, "q1").notices == longer.notices


def test_an_empty_list_says_only_that():
    made = make_small(Topic.PATH)
    assert editing.drop(made, "q1").notices == (editing.EMPTY,)


def test_a_short_meeting_need_not_cover_five_topics():
    assert make_list(5).notices == ()


def test_a_list_that_builds_on_the_notes_is_general_no_more():
    made = make_small(Topic.PATH)
    assert editing.add_own(made, "What do you like about tea?", dossier=DOSSIER).general
    assert not editing.add_own(made, "How did the winter timetable come about?", dossier=DOSSIER).general


def test_what_was_put_aside_is_told_from_a_list_made_anew():
    first, second = make_list(seed=0), make_list(seed=1)
    dropped = editing.drop(first, "q2")
    reworded = editing.reword(dropped, "q3", text="What did yesterday look like?", dossier=DOSSIER)
    moved = editing.move(editing.lock(reworded, "q1"), "q1", by=1)
    lists = (second, first, dropped, reworded, moved)
    assert editing.find_dropped(lists) == (first.questions[1].text, first.questions[2].text)
    assert editing.find_dropped((first,)) == ()
    back = editing.add_own(moved, first.questions[1].text, dossier=DOSSIER)
    assert editing.find_dropped((*lists, back)) == (first.questions[2].text,)


# --- any sequence of changes ---------------------------------------------------------------------------

TEXTS = [
    "How do you plan a crossing?",
    "Do you like it?",
    "What advice would you give me?",
    "Who else would be good for me to talk to?",
    "How did you get into this work?",
    "What do you earn?",
    "<b>bold</b> $x$ **y**?",
    "Kia ora, he aha tō mahi i tēnei wiki?",
    "船長的一天是怎樣的？",
]
PICK = st.integers(0, 40)
CHANGES = st.one_of(
    st.tuples(st.just("reword"), PICK, st.sampled_from(TEXTS)),
    st.tuples(st.just("move"), PICK, st.integers(-9, 9)),
    st.tuples(st.sampled_from(["lock", "unlock", "drop", "swap"]), PICK, st.none()),
    st.tuples(st.just("add"), st.sampled_from(TEXTS), st.sampled_from([None, *Topic])),
    st.tuples(st.just("topic"), st.sampled_from(list(Topic)), PICK),
    st.tuples(st.just("redraft"), st.sampled_from([20, 30, 45]), PICK),
)


def apply(made: QuestionList, what: str, one, two) -> QuestionList:
    """One change; what cannot be done leaves the list as it is."""
    if what == "add":
        return editing.add_own(made, one, dossier=DOSSIER, topic=two)
    if what == "topic":
        another = draft_another(DOSSIER, OFFLINE, topic=one, beside=made, occupation=None, passages=(), seed=two, reserve=OFFLINE)
        return editing.put_in(made, another)
    if what == "redraft":
        after = editing.last_number(made)
        keep = made.questions
        return draft_questions(DOSSIER, OFFLINE, occupation=None, passages=(), minutes=one, seed=two, reserve=OFFLINE, keep=keep, after=after)
    chosen = made.questions[one % len(made.questions)].id if made.questions else "q0"
    if what == "reword":
        return editing.reword(made, chosen, text=two, dossier=DOSSIER)
    if what == "move":
        return editing.move(made, chosen, by=two)
    if what == "swap":
        like = editing.find_question(made, chosen)
        another = draft_another(DOSSIER, OFFLINE, like=like, beside=made, occupation=None, passages=(), reserve=OFFLINE)
        return editing.put_in_place(made, chosen, question=another)
    return {"lock": editing.lock, "unlock": editing.unlock, "drop": editing.drop}[what](made, chosen)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([15, 20, 30, 45, 60]), st.lists(CHANGES, max_size=12))
def test_no_sequence_of_changes_breaks_a_list(minutes, changes):
    made = make_list(minutes)
    seen = set(ids(made))
    for what, one, two in changes:
        before = made
        with suppress(CoachError):
            made = apply(made, what, one, two)
        assert len(set(ids(made))) == len(made.questions)
        assert phases(made) == sorted(phases(made), key=ASKING.index)
        assert all(question.minutes > 0 for question in made.questions)
        if made.questions:
            assert sum(question.minutes for question in made.questions) == pytest.approx(asking_minutes(made), abs=0.01)
        assert len(set(made.notices)) == len(made.notices)
        fresh = set(ids(made)) - set(ids(before))
        assert not fresh & seen
        seen |= fresh
        if what not in {"reword", "unlock", "drop"}:
            held = {question.id: (question.text, question.own, question.check) for question in made.questions}
            locked = [question for question in before.questions if question.locked]
            assert all(held[question.id] == (question.text, question.own, question.check) for question in locked)
