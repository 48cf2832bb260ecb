"""Another list around the questions that are locked, and one question more."""

from __future__ import annotations

import re

import pytest

from coach.engines.offline import OfflineEngine
from coach.engines.scripted import ScriptedEngine
from coach.errors import EngineUnavailable, NotReady
from coach.manner.questions import faults_of_question
from coach.questions import draft_another, draft_questions, editing
from coach.questions.candidates import asks_alike
from coach.questions.plan import ASKING, fit_around, plan_list
from coach.records import About, Dossier, Phase, Question, QuestionDraft, QuestionDrafts, QuestionList, Topic
from tests.questions.given import BAKERY, FERRY, make_dossier, make_passages

OFFLINE = OfflineEngine()
DOSSIER = make_dossier()
EVERY = (make_dossier(), make_dossier(BAKERY), Dossier())


def draft(dossier: Dossier = DOSSIER, engine=OFFLINE, *, minutes: int = 30, seed: int = 0, keep=(), after: int = 0, avoid=()) -> QuestionList:
    return draft_questions(
        dossier, engine, occupation=None, passages=make_passages(), minutes=minutes, seed=seed, reserve=OFFLINE, keep=keep, after=after, avoid=avoid
    )


def another(beside: QuestionList, dossier: Dossier = DOSSIER, engine=OFFLINE, *, like=None, topic=None, seed: int = 0, avoid=()) -> Question:
    return draft_another(
        dossier, engine, like=like, topic=topic, beside=beside, occupation=None, passages=make_passages(), seed=seed, reserve=OFFLINE, avoid=avoid
    )


def drafts(*rows: tuple[Topic, str, tuple[str, ...]]) -> QuestionDrafts:
    return QuestionDrafts(drafts=tuple(QuestionDraft(topic=topic, text=text, source_ids=ids_, why="You hear it at first hand.") for topic, text, ids_ in rows))


def lock(made: QuestionList, *question_ids: str) -> QuestionList:
    for question_id in question_ids:
        made = editing.lock(made, question_id)
    return made


def texts(made: QuestionList) -> list[str]:
    return [question.text for question in made.questions]


# --- around what is locked -----------------------------------------------------------------------------


@pytest.mark.parametrize("dossier", EVERY, ids=["ferry", "bakery", "nothing known"])
@pytest.mark.parametrize("locked", [("q1",), ("q8",), ("q2", "q4", "q6"), ("q3", "q4", "q5")])
def test_locked_questions_stay_in_their_places_and_new_ones_fill_the_plan(dossier, locked):
    before = lock(draft(dossier), *locked)
    for seed in (1, 2, 3):
        made = draft(dossier, seed=seed, keep=before.questions, after=8)
        assert len(made.questions) == len(before.questions)
        for old, new in zip(before.questions, made.questions, strict=True):
            assert (old.id == new.id and old.text == new.text and new.locked) if old.locked else (new.id not in {q.id for q in before.questions})
        assert sum(question.minutes for question in made.questions) == pytest.approx(26)
        assert {Topic.ADVICE, Topic.LINKS} <= {question.topic for question in made.questions}
        cited = [source.id for question in made.questions for source in question.sources if source.kind == "note" and source.id != "purpose"]
        assert len(cited) == len(set(cited))


def test_only_locked_ones_are_kept():
    before = draft()
    assert draft(seed=1, keep=before.questions).questions == draft(seed=1).questions


def test_a_locked_question_of_ones_own_counts_for_topic_and_thing():
    before = editing.add_own(draft(), "What was hardest about rebuilding the winter timetable after the storms?", dossier=DOSSIER)
    before = lock(before, "q9")
    for seed in range(4):
        made = draft(seed=seed, keep=before.questions, after=9)
        assert [question.id for question in made.questions if "winter timetable" in question.text] == ["q9"]
        assert len(made.questions) == 8
        assert made.given >= 9


def test_where_one_phase_is_full_the_others_give_way_but_keep_advice_and_links():
    before = draft()
    for n in range(8):
        before = editing.add_own(before, f"How do you moor boat number {n}?", dossier=DOSSIER, topic=Topic.WORK)
        before = lock(before, f"q{9 + n}")
    made = draft(seed=1, keep=before.questions, after=20)
    new = [question for question in made.questions if not question.locked]
    assert [question.phase for question in new] == [Phase.STORY, Phase.ADVICE, Phase.REFERRAL]
    assert [question.topic for question in new][1:] == [Topic.ADVICE, Topic.LINKS]
    assert editing.TOO_LONG in made.notices


def test_a_question_moved_into_the_last_phase_does_not_push_out_the_one_on_links():
    before = lock(editing.move(draft(), "q7", by=9), "q7")
    before = editing.drop(before, "q8")
    made = draft(seed=1, keep=before.questions, after=8)
    referral = [question for question in made.questions if question.phase is Phase.REFERRAL]
    assert {question.topic for question in referral} == {Topic.ADVICE, Topic.LINKS}
    assert "q7" in {question.id for question in referral}


def test_a_plan_around_nothing_is_the_plan():
    for minutes in range(5, 121):
        assert fit_around(plan_list(minutes), ()) == plan_list(minutes)


def test_another_length_keeps_what_is_locked_too():
    before = lock(draft(minutes=45), "q5")
    made = draft(minutes=20, keep=before.questions, after=before.given)
    assert "q5" in {question.id for question in made.questions}
    assert sum(question.minutes for question in made.questions) == pytest.approx(sum(plan_list(20).minutes.values()))


def test_what_was_dropped_does_not_come_back_with_another_list():
    first = draft()
    made = draft(avoid=(first.questions[2].text, first.questions[7].text))
    assert not {first.questions[2].text, first.questions[7].text} & set(texts(made))
    assert len(made.questions) == 8


def test_a_locked_question_with_faults_is_no_matter_of_the_tests():
    before = lock(editing.add_own(draft(), "Do you earn much?", dossier=DOSSIER), "q9")
    made = draft(seed=1, keep=before.questions, after=9)
    assert editing.find_question(made, "q9") == editing.find_question(before, "q9").model_copy(update={"minutes": editing.find_question(made, "q9").minutes})


# --- one more ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dossier", EVERY, ids=["ferry", "bakery", "nothing known"])
def test_one_like_it_is_tested_new_and_of_its_kind(dossier):
    beside = draft(dossier)
    for like in beside.questions:
        for seed in range(3):
            made = another(beside, dossier, like=like, seed=seed)
            assert faults_of_question(made.text, grounded_in=tuple(source.text for source in made.sources)) == ()
            shared = {source.id for source in made.sources} & {source.id for source in like.sources}
            assert made.topic is like.topic or shared
            assert made.phase is like.phase
            assert made.text not in texts(beside)
            assert not asks_alike(made.text, like.text)
            after = editing.put_in_place(beside, like.id, question=made)
            assert set(editing.with_notices(after).notices) <= set(beside.notices)


@pytest.mark.parametrize("topic", Topic)
def test_one_on_a_topic_is_on_it(topic):
    beside = draft()
    made = another(beside, topic=topic)
    assert made.topic is topic
    assert made.id == "q9"
    built = {source.id for question in beside.questions for source in question.sources if source.id != "purpose"}
    assert not built & {source.id for source in made.sources}


def test_the_same_seed_gives_the_same_one_and_another_seed_another():
    beside = draft()
    for like in beside.questions:
        assert another(beside, like=like, seed=4) == another(beside, like=like, seed=4)
        assert another(beside, like=like, seed=4).text != another(beside, like=like, seed=5).text


def test_with_nothing_named_it_is_on_a_topic_the_list_lacks():
    beside = draft()
    assert another(beside).topic not in {question.topic for question in beside.questions}


def test_one_may_be_swapped_again_and_again_and_none_comes_back_until_none_is_left():
    made, seen = draft(Dossier()), []

    def swap_last() -> None:
        nonlocal made
        last = made.questions[-1]
        seen.append(last.text)
        made = editing.put_in_place(made, last.id, question=another(made, Dossier(), like=last, seed=len(seen), avoid=tuple(seen[:-1])))

    def swap_until_none_is_left() -> None:
        for _ in range(99):
            swap_last()

    with pytest.raises(NotReady, match="no other question") as told:
        swap_until_none_is_left()
    assert "Write one of your own" in told.value.mend
    assert len(seen) == len(set(seen)) >= 4


def test_nothing_private_is_drafted_or_shown():
    facts = (*FERRY, (About.PERSON, "detail", "nearly quit over the panic attacks"))
    dossier = make_dossier(facts, sensitive=("nearly quit over the panic attacks",), other_people=("Tobias Quill",))
    rows = ((Topic.HARD, "What brought on the panic attacks?", ("f12",)), (Topic.HARD, "How did Tobias take it?", ()))
    engine = ScriptedEngine([drafts(*rows)])
    made = another(draft(dossier), dossier, engine, topic=Topic.HARD)
    assert "panic" not in engine.asked[0].user
    assert not re.search(r"panic|tobias|quill", made.text, re.IGNORECASE)


GOOD = (
    (Topic.WORK, "You run the 6 am crossing. What does that first hour hold?", ("f3",)),
    (Topic.HARD, "What do you do when the fog will not lift?", ()),
    (Topic.HARD, "What does the worst week of winter ask of you?", ()),
    (Topic.HARD, "Surely the cold is dreadful, isn't it?", ()),
)


def small(*rows: tuple[Topic, str]) -> QuestionList:
    made = QuestionList(general=True, minutes=30, questions=())
    for topic, text in rows:
        made = editing.add_own(made, text, dossier=DOSSIER, topic=topic)
    return made


def test_a_language_models_draft_is_taken_in_its_words():
    beside = small((Topic.PATH, "How did it begin?"))
    engine = ScriptedEngine([drafts(*GOOD), drafts(*GOOD)])
    assert {another(beside, engine=engine, topic=Topic.HARD, seed=seed).text for seed in (0, 1)} == {GOOD[1][1], GOOD[2][1]}
    assert all(prompt.name == "questions/draft" for prompt in engine.asked)


def test_what_a_language_model_has_no_good_draft_for_comes_from_the_reserve():
    made = another(small((Topic.PATH, "How did it begin?")), engine=ScriptedEngine([drafts(GOOD[3], GOOD[0])]), topic=Topic.HARD)
    assert made.topic is Topic.HARD
    assert made.text not in {text for _, text, _ in GOOD}


def test_a_language_model_that_fails_is_told():
    with pytest.raises(EngineUnavailable):
        another(draft(), engine=ScriptedEngine([EngineUnavailable("It cannot be reached.", mend="Try again.")]), topic=Topic.HARD)


def test_the_only_question_that_asks_for_advice_is_swapped_for_one_that_does():
    beside = small((Topic.PATH, "How did it begin?"), (Topic.ADVICE, "You run the 6 am crossing. What would you read in my place?"))
    like = beside.questions[1]
    assert like.sources
    engine = ScriptedEngine([drafts((Topic.ENTRY, "You run the 6 am crossing. What part of it would a newcomer do first?", ("f3",)))])
    assert another(beside, engine=engine, like=like).topic is Topic.ADVICE


def test_phases_of_one_more_are_those_a_list_has():
    assert {another(draft(), topic=topic).phase for topic in Topic} == set(ASKING)
