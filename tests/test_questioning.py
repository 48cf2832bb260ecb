"""The learner's hand on the questions of a preparation: what is saved, what can be taken back, what another window keeps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coach.coaching import Coach, open_coach
from coach.coaching.preparing import MOST_EARLIER
from coach.engines import EngineCard
from coach.engines.offline import OfflineEngine
from coach.errors import EngineUnavailable, InputRejected, NotReady
from coach.questions import editing
from coach.questions.plan import ASKING, plan_list
from coach.records import Corrections, Note, Phase, Preparation, QuestionList, Topic

NOTES = """Ana Reid, registered nurse at Kauri Clinic in Napier
- started there in 2015, trained in Dunedin
- runs the wound clinic on Tuesdays
- set up the evening surgery in 2021
- wrote a piece called "Hands first, forms later"
Meeting: Thursday 3 pm. I want to find out whether I would cope with shift work.
"""


class Meddling(OfflineEngine):
    """Speaks offline, and lets something else happen while it is asked."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        super().__init__()
        self._meanwhile = meanwhile

    @property
    def card(self) -> EngineCard:
        return EngineCard(name="meddling", says="Slow", leaves="Nothing leaves this machine.")

    def draft(self, prompt, returns):
        self._meanwhile()
        return super().draft(prompt, returns)


@pytest.fixture
def prepared(coach) -> Preparation:
    """A preparation with a dossier and a first list."""
    note = Note(text=NOTES)
    kept = coach.save_preparation(note, dossier=coach.draft_dossier(note))
    return coach.make_questions(kept.id)


def held(coach: Coach, preparation: Preparation) -> QuestionList:
    """The list as it is in the store."""
    found = coach.find_preparation(preparation.id).questions
    assert found is not None
    return found


def texts(questions: QuestionList) -> list[str]:
    return [question.text for question in questions.questions]


def ids(questions: QuestionList) -> list[str]:
    return [question.id for question in questions.questions]


def test_the_first_list_is_that_of_seed_0_for_half_an_hour(coach, prepared):
    assert prepared.questions == coach.draft_questions(prepared.dossier)
    assert prepared.questions.minutes == 30
    assert prepared.earlier == ()
    assert coach.find_preparation(prepared.id) == prepared


def test_another_list_is_another_one_each_time_and_keeps_what_is_locked(coach, prepared):
    coach.lock_question(prepared.id, "q4")
    lists = [held(coach, prepared)]
    for _ in range(3):
        made = coach.make_questions(prepared.id).questions
        assert made.questions[ids(lists[-1]).index("q4")].text == lists[0].questions[3].text
        assert all(len(set(texts(made)) & set(texts(before))) <= 4 for before in lists)
        assert set(ids(made)) & {question_id for before in lists for question_id in ids(before)} == {"q4"}
        assert sum(question.minutes for question in made.questions) == pytest.approx(26)
        lists.append(made)
    assert coach.find_preparation(prepared.id).earlier[-1] == lists[-2]
    freed = coach.lock_question(prepared.id, "q4", locked=False)
    assert not any(question.locked for question in freed.questions.questions)


def test_a_seed_that_is_named_gives_the_same_list_and_a_length_stays_until_another_is_named(coach, prepared):
    first = coach.make_questions(prepared.id, minutes=45, seed=3).questions
    again = coach.make_questions(prepared.id, seed=3).questions
    assert texts(first) == texts(again)
    assert again.minutes == 45
    assert coach.make_questions(prepared.id, minutes=20).questions.minutes == 20
    with pytest.raises(InputRejected):
        coach.make_questions(prepared.id, minutes=0)


def test_another_list_after_going_back_is_not_the_one_that_was_given_up(coach, prepared):
    given_up = coach.make_questions(prepared.id).questions
    coach.undo_questions(prepared.id)
    made = coach.make_questions(prepared.id).questions
    assert texts(made) != texts(given_up)
    assert not set(ids(made)) & set(ids(given_up))


def test_every_change_is_saved_and_can_be_taken_back_one_by_one(coach, prepared):
    changes: list[Callable[[], Preparation]] = [
        lambda: coach.reword_question(prepared.id, "q1", text="Do you like mornings?"),
        lambda: coach.move_question(prepared.id, "q3", by=1),
        lambda: coach.lock_question(prepared.id, "q2"),
        lambda: coach.drop_question(prepared.id, "q5"),
        lambda: coach.add_question(prepared.id, "What do you do on a quiet Tuesday?"),
        lambda: coach.swap_question(prepared.id, "q8"),
        lambda: coach.ask_about(prepared.id, Topic.JOY),
        lambda: coach.make_questions(prepared.id),
    ]
    stages = [held(coach, prepared)]
    for number, change in enumerate(changes, start=1):
        after = change()
        assert coach.find_preparation(prepared.id) == after
        assert after.questions is not None
        assert after.questions.questions != stages[-1].questions
        assert len(after.earlier) == number
        stages.append(after.questions)
    for before in reversed(stages[:-1]):
        assert coach.undo_questions(prepared.id).questions.questions == before.questions
    with pytest.raises(NotReady, match="no list before"):
        coach.undo_questions(prepared.id)


def test_what_the_learner_writes_stays_and_is_tested(coach, prepared):
    made = coach.reword_question(prepared.id, "q1", text="Do you like mornings?").questions
    mine = editing.find_question(made, "q1")
    assert (mine.text, mine.own) == ("Do you like mornings?", True)
    assert mine.check is not None
    assert mine.check.faults == ("closed",)
    assert mine.check == coach.check_question(prepared.id, "Do you like mornings?")
    assert mine.check == coach.check_question(prepared.dossier, "  Do you like mornings?")
    assert coach.check_question(prepared.id, "What do you do first on a Tuesday in the wound clinic?").faults == ()
    with pytest.raises(InputRejected):
        coach.check_question(prepared.id, "\n")


def test_a_change_that_changes_nothing_leaves_nothing_to_take_back(coach, prepared):
    coach.move_question(prepared.id, "q1", by=-1)
    coach.lock_question(prepared.id, "q1", locked=False)
    coach.reword_question(prepared.id, "q1", text=prepared.questions.questions[0].text)
    coach.check_question(prepared.id, "Do you like mornings?")
    assert coach.find_preparation(prepared.id) == prepared


def test_a_swapped_question_is_like_it_and_none_comes_back(coach, prepared):
    seen = {held(coach, prepared).questions[0].text}
    at = prepared.questions.questions[0]
    for _ in range(4):
        made = coach.swap_question(prepared.id, held(coach, prepared).questions[0].id).questions
        assert made.questions[0].phase is at.phase
        assert made.questions[0].text not in seen
        assert texts(made)[1:] == texts(prepared.questions)[1:]
        seen.add(made.questions[0].text)
    dropped = coach.drop_question(prepared.id, held(coach, prepared).questions[0].id).questions
    assert coach.ask_about(prepared.id, Topic.PATH).questions.questions[-1].text not in seen
    assert not set(texts(dropped)) & seen


def test_a_locked_question_is_not_swapped(coach, prepared):
    coach.lock_question(prepared.id, "q2")
    with pytest.raises(NotReady, match="Unlock it first"):
        coach.swap_question(prepared.id, "q2")


def test_a_question_on_a_topic_comes_to_the_end_of_its_phase(coach, prepared):
    made = coach.ask_about(prepared.id, Topic.SKILL).questions
    work = [question for question in made.questions if question.phase is Phase.WORK]
    assert (work[-1].topic, work[-1].id) == (Topic.SKILL, "q9")
    assert [question.phase for question in made.questions] == sorted((question.phase for question in made.questions), key=ASKING.index)
    assert sum(question.minutes for question in made.questions) == pytest.approx(sum(plan_list(30).minutes.values()))


def test_an_earlier_list_is_taken_up_again_and_the_present_one_kept(coach, prepared):
    second = coach.make_questions(prepared.id).questions
    third = coach.make_questions(prepared.id).questions
    after = coach.restore_questions(prepared.id, 0)
    assert after.questions.questions == prepared.questions.questions
    assert after.earlier == (prepared.questions, second, third)
    added = coach.add_question(prepared.id, "What do you do on a quiet Tuesday?").questions
    assert set(ids(added)) - set(ids(prepared.questions)) == {"q25"}
    assert coach.undo_questions(prepared.id).questions.questions == prepared.questions.questions
    assert coach.undo_questions(prepared.id).questions.questions == third.questions
    for n in (-1, 2):
        with pytest.raises(NotReady, match="not kept any more"):
            coach.restore_questions(prepared.id, n)


def test_so_many_earlier_lists_are_kept_and_no_more(coach, prepared):
    for n in range(MOST_EARLIER + 5):
        coach.lock_question(prepared.id, "q1", locked=n % 2 == 0)
    kept = coach.find_preparation(prepared.id)
    assert len(kept.earlier) == MOST_EARLIER
    assert kept.earlier[-1].questions[0].locked != kept.questions.questions[0].locked


def test_what_another_window_corrects_while_a_list_is_drafted_is_kept(coach, prepared):
    for change in (
        lambda: coach.make_questions(prepared.id),
        lambda: coach.swap_question(prepared.id, held(coach, prepared).questions[1].id),
        lambda: coach.ask_about(prepared.id, Topic.FIELD),
    ):
        other = f"Ana Reid {len(coach.find_preparation(prepared.id).earlier)}"

        def correct(name: str = other) -> None:
            now = coach.find_preparation(prepared.id)
            coach.store.save_preparation(now.model_copy(update={"corrections": Corrections(name=name), "title": name}))

        coach.__dict__["_engine"] = Meddling(correct)
        change()
        assert coach.find_preparation(prepared.id).corrections == Corrections(name=other)


def test_a_question_that_another_window_adds_meanwhile_stays_and_ids_stay_apart(coach, prepared):
    coach.__dict__["_engine"] = Meddling(lambda: coach.add_question(prepared.id, "What do you do on a quiet Tuesday?"))
    made = coach.swap_question(prepared.id, "q1").questions
    assert len(set(ids(made))) == 9
    assert "What do you do on a quiet Tuesday?" in texts(made)


def test_an_engine_that_fails_leaves_the_list_as_it_was(coach, prepared):
    def fail() -> None:
        raise EngineUnavailable("It cannot be reached.", mend="Try again.")

    coach.__dict__["_engine"] = Meddling(fail)
    for change in (lambda: coach.make_questions(prepared.id), lambda: coach.swap_question(prepared.id, "q1")):
        with pytest.raises(EngineUnavailable):
            change()
    assert coach.find_preparation(prepared.id) == prepared


def test_what_is_missing_is_told_with_what_mends_it(coach):
    for change in (
        lambda: coach.make_questions("nowhere"),
        lambda: coach.add_question("nowhere", "How?"),
        lambda: coach.undo_questions("nowhere"),
        lambda: coach.check_question("nowhere", "How?"),
    ):
        with pytest.raises(NotReady, match="no such preparation"):
            change()
    bare = coach.save_preparation(Note(text=NOTES))
    with pytest.raises(NotReady, match="have not been read"):
        coach.make_questions(bare.id)
    with pytest.raises(NotReady, match="no questions yet"):
        coach.drop_question(bare.id, "q1")


def test_the_other_front_doors_go_on_as_before(coach, prepared):
    drafted = coach.draft_questions(prepared.dossier, minutes=45, seed=2)
    kept = coach.save_preparation(Note(text=NOTES), preparation_id=prepared.id, dossier=prepared.dossier, questions=drafted)
    assert kept.questions == drafted
    assert coach.make_questions(prepared.id).earlier[-1] == drafted


def test_another_coach_goes_on_with_the_list(coach, prepared, settings, clock):
    other = open_coach(settings, clock=clock, engine=OfflineEngine())
    other.__dict__["library"] = coach.library
    other.drop_question(prepared.id, "q1")
    assert "q1" not in ids(held(coach, prepared))
    assert coach.undo_questions(prepared.id).questions.questions == prepared.questions.questions
    other.store.close()
