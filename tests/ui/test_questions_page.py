"""The questions page: every change in the learner's hand, own questions tested before they are taken, locked ones that stay, the way back and the sheet."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from coach.clock import StoppedClock
from coach.coaching import open_coach
from coach.engines.offline import OfflineEngine
from coach.engines.scripted import ScriptedEngine
from coach.errors import EngineUnavailable
from coach.questions import FAULT_WORDS
from coach.records import Phase, Question, QuestionList, Topic
from coach.settings import open_settings
from coach.ui.text import plain
from tests.ui.test_pages import draw, texts

CLOSED = "Do you like it, and how much do you earn?"
OPEN = "What did the kindergarten downstairs need from you in Durie Hill?"
HOSTILE = "<script>alert(1)</script> How do you :smile: about **that** [x](http://example.com) and $x^2$?"


@pytest.fixture(scope="module")
def example(library, tmp_path_factory):
    """The example notes with their dossier and questions, drafted once for all tests."""
    drafting = open_coach(open_settings(engine="offline", data=tmp_path_factory.mktemp("example")), clock=StoppedClock(), engine=OfflineEngine())
    drafting.__dict__["library"] = library
    note = drafting.open_example()
    dossier = drafting.draft_dossier(note)
    return note, dossier, drafting.draft_questions(dossier)


@pytest.fixture
def prepared(coach, example):
    """A preparation from the example, with dossier and questions."""
    note, dossier, questions = example
    return coach.save_preparation(note, dossier=dossier, questions=questions)


def open_for(coach, preparation_id: str) -> AppTest:
    page = AppTest.from_function(draw, args=(coach,), default_timeout=30)
    page.session_state["page_under_test"] = "questions"
    page.session_state["preparation_id"] = preparation_id
    return page.run()


@pytest.fixture
def page(coach, prepared) -> AppTest:
    return open_for(coach, prepared.id)


@pytest.fixture
def held(coach, prepared):
    """The list as it is in the store now."""

    def find() -> QuestionList:
        questions = coach.find_preparation(prepared.id).questions
        assert questions is not None
        return questions

    return find


def change(page: AppTest, question_id: str, action: str) -> AppTest:
    """Choose this from the menu of the question."""
    after = page.menu_button(key=f"question_change_{question_id}").click(action).run()
    assert not after.exception
    return after


def actions(page: AppTest, question_id: str) -> str:
    return "\n".join(page.menu_button(key=f"question_change_{question_id}").options)


def keys(page: AppTest) -> set[str]:
    return {button.key for button in page.button if button.key}


def ids(questions: QuestionList) -> list[str]:
    return [question.id for question in questions.questions]


def news(page: AppTest) -> str:
    return " ".join(toast.value for toast in page.toast)


def by_id(questions: QuestionList, question_id: str) -> Question:
    return next(question for question in questions.questions if question.id == question_id)


def test_the_list_stands_by_phase_with_its_minutes_and_a_line_of_totals(page, held):
    shown = texts(page)
    questions = held()
    assert "8 questions in 26 of your 30 minutes" in shown
    assert f"{len({question.topic for question in questions.questions})} of 10 topics" in shown
    story = sum(question.minutes for question in questions.questions if question.phase is Phase.STORY)
    assert f"Their story \u00b7 {story:g} min" in shown
    for number, question in enumerate(questions.questions, start=1):
        assert f"**{number}\\. {plain(question.text)}**" in shown
        assert plain(question.why) in shown
    sources = [source for question in questions.questions for source in question.sources]
    assert sources
    assert all(plain(source.text) in shown for source in sources)


def test_a_question_moves_up_and_down_and_the_ends_of_the_list_offer_no_further_step(page, held):
    before = ids(held())
    assert "earlier" not in actions(page, before[0])
    assert "later" in actions(page, before[0])
    assert "later" not in actions(page, before[-1])
    change(page, before[1], "up")
    assert ids(held())[:2] == [before[1], before[0]]
    assert "Question 2 is number 1 now" in news(page)
    change(page, before[1], "down")
    assert ids(held()) == before


def test_a_step_over_the_edge_of_a_part_is_told_with_the_name_of_the_part(page, held):
    last_of_story = [question for question in held().questions if question.phase is Phase.STORY][-1]
    change(page, last_of_story.id, "down")
    assert by_id(held(), last_of_story.id).phase is Phase.WORK
    assert "in \u201cThe work and the field\u201d" in news(page).replace("\\", "")


def test_a_locked_question_is_marked_and_stays_in_another_list(page, held):
    kept = held().questions[3]
    assert "Locked" not in texts(page)
    change(page, kept.id, "lock")
    assert ":material/lock: Locked" in texts(page)
    assert "1 locked question stays; the others will be new" in texts(page)
    assert "Another like this" not in actions(page, kept.id)
    page.button(key="questions_make").click().run()
    assert held().questions[3].text == kept.text
    assert set(ids(held())) & {f"q{n}" for n in range(1, 9)} == {kept.id}
    change(page, kept.id, "unlock")
    assert not by_id(held(), kept.id).locked
    assert "All questions will be new" in texts(page)


def test_a_question_is_dropped_and_undo_brings_it_back(page, held, prepared):
    assert page.button(key="questions_undo").disabled
    gone = held().questions[4]
    change(page, gone.id, "drop")
    assert gone.id not in ids(held())
    assert plain(gone.text) not in "\n".join(element.value for element in page.markdown if element.value.startswith("**"))
    page.button(key="questions_undo").click().run()
    assert held().questions == prepared.questions.questions
    assert "before you took off" in news(page)
    assert page.button(key="questions_undo").disabled


def test_another_like_it_takes_its_place(page, held):
    before = held().questions[0]
    change(page, before.id, "another")
    after = held().questions[0]
    assert after.text != before.text
    assert after.phase is before.phase
    assert "Question 1 is another one now" in news(page)


def test_new_words_that_pass_are_taken_at_once(page, held):
    change(page, "q4", "reword")
    page.text_area(key="question_words_q4").input(OPEN)
    page.button(key="question_use_q4").click().run()
    mine = by_id(held(), "q4")
    assert (mine.text, mine.own, mine.check) == (OPEN, True, None)
    assert "Your words" in texts(page)
    assert not page.text_area(key="questions_own").value
    assert "question_use_q4" not in keys(page)


def test_new_words_that_fail_a_test_are_told_first_and_the_better_ones_taken_with_one_press(page, held, coach, prepared):
    before = held()
    change(page, "q4", "reword")
    page.text_area(key="question_words_q4").input(CLOSED)
    page.button(key="question_use_q4").click().run()
    check = coach.check_question(prepared.id, CLOSED)
    assert check.better
    assert plain(FAULT_WORDS["closed"]) in texts(page)
    assert plain(FAULT_WORDS["intrusive"]) in texts(page)
    assert f"You could ask: \u201c{plain(check.better)}\u201d" in texts(page)
    assert held() == before
    assert not page.error
    page.button(key="question_q4_better").click().run()
    assert by_id(held(), "q4").text == check.better
    assert plain(FAULT_WORDS["closed"]) not in texts(page)


def test_the_learner_may_keep_words_that_fail_and_still_sees_what_is_against_them(page, held, coach, prepared):
    change(page, "q4", "reword")
    page.text_area(key="question_words_q4").input(CLOSED)
    page.button(key="question_use_q4").click().run()
    page.button(key="question_q4_anyway").click().run()
    assert by_id(held(), "q4").text == CLOSED
    assert "The new words are on the list" in news(page)
    assert "is number 4 now" not in news(page)
    assert plain(FAULT_WORDS["closed"]) in texts(page)
    page.button(key="question_better_q4").click().run()
    assert by_id(held(), "q4").text == coach.check_question(prepared.id, CLOSED).better
    assert plain(FAULT_WORDS["closed"]) not in texts(page)


def test_rewording_can_be_left_and_begins_with_the_words_of_the_list_again(page, held, prepared):
    change(page, "q4", "reword")
    page.text_area(key="question_words_q4").input(CLOSED)
    page.button(key="question_leave_q4").click().run()
    assert held() == prepared.questions
    change(page, "q4", "reword")
    assert page.text_area(key="question_words_q4").value == by_id(held(), "q4").text


def test_the_question_being_reworded_belongs_to_one_preparation(page, coach, example):
    note, dossier, questions = example
    other = coach.save_preparation(note, dossier=dossier, questions=questions)
    change(page, "q4", "reword")
    page.session_state["preparation_id"] = other.id
    page.run()
    assert "question_use_q4" not in keys(page)


def test_words_that_cannot_be_taken_are_told_in_place_and_the_page_goes_on(page, held, prepared):
    change(page, "q4", "reword")
    page.text_area(key="question_words_q4").input("How? " * 200)
    page.button(key="question_use_q4").click().run()
    assert "too long to be asked in one go" in page.error[0].value
    assert "questions_next" in keys(page)
    page.text_area(key="question_words_q4").input(held().questions[0].text)
    page.button(key="question_use_q4").click().run()
    assert "stands on your list already" in page.error[0].value
    assert "questions_next" in keys(page)
    assert held() == prepared.questions


def test_an_own_question_that_passes_is_added_and_the_box_is_empty_again(page, held):
    page.text_area(key="questions_own").input(OPEN)
    page.button(key="questions_own_add").click().run()
    assert OPEN in [question.text for question in held().questions]
    assert len(held().questions) == 9
    assert page.text_area(key="questions_own").value == ""
    assert "is on the list" in news(page)


@pytest.mark.parametrize("kept", ["better", "anyway"])
def test_an_own_question_is_tested_before_it_is_added_and_a_better_wording_offered(page, held, coach, prepared, kept):
    page.text_area(key="questions_own").input(CLOSED)
    page.button(key="questions_own_add").click().run()
    check = coach.check_question(prepared.id, CLOSED)
    assert len(held().questions) == 8
    assert plain(FAULT_WORDS["closed"]) in texts(page)
    assert plain(check.better) in texts(page)
    page.button(key=f"questions_own_{kept}").click().run()
    assert (check.better if kept == "better" else CLOSED) in [question.text for question in held().questions]
    assert len(held().questions) == 9
    assert page.text_area(key="questions_own").value == ""


def test_an_empty_own_question_is_told_so(page, held):
    page.button(key="questions_own_add").click().run()
    assert "There is no question yet" in page.error[0].value
    assert len(held().questions) == 8


def test_one_more_on_a_topic_names_all_ten_in_plain_words_those_without_a_question_first(page, held):
    menu = page.menu_button(key="questions_topic")
    held_topics = {question.topic for question in held().questions}
    assert len(menu.options) == 10
    missing = 10 - len(held_topics)
    assert missing
    assert ["(none yet)" in option for option in menu.options] == [True] * missing + [False] * len(held_topics)
    before = [question.topic for question in held().questions].count(Topic.JOY)
    menu.click(Topic.JOY).run()
    assert len(held().questions) == 9
    assert [question.topic for question in held().questions].count(Topic.JOY) == before + 1
    assert "what they like about it" in news(page)


def test_minutes_are_kept_until_another_list_is_asked_for_and_lists_of_any_length_are_drawn(page, held, coach, prepared):
    page.slider(key="questions_minutes_30").set_value(45).run()
    assert held().minutes == 30
    page.button(key="questions_make").click().run()
    assert held().minutes == 45
    assert page.slider(key="questions_minutes_45").value == 45
    for minutes in (15, 33, 60):
        coach.make_questions(prepared.id, minutes=minutes)
        again = open_for(coach, prepared.id)
        assert not again.exception
        assert again.slider(key=f"questions_minutes_{minutes}").step == (1 if minutes == 33 else 5)
    assert open_for(coach, prepared.id).slider(key="questions_minutes_60").value == 60


def test_earlier_lists_are_told_by_what_came_after_and_come_back_without_loss(page, held, prepared, coach):
    assert "questions_restore_0" not in keys(page)
    change(page, "q2", "lock")
    change(page, "q5", "drop")
    present = held()
    shown = texts(page)
    assert "before you locked" in shown
    assert "before you took off" in shown
    page.button(key="questions_restore_0").click().run()
    assert held().questions == prepared.questions.questions
    assert coach.find_preparation(prepared.id).earlier[-1].questions == present.questions


def test_the_sheet_is_offered_in_three_forms(page):
    assert [button.key for button in page.get("download_button")] == ["questions_take_pdf", "questions_take_docx", "questions_take_md"]


def test_what_was_not_read_yet_leads_to_a_first_list(coach, example):
    note, dossier, _ = example
    kept = coach.save_preparation(note, dossier=dossier)
    page = open_for(coach, kept.id)
    assert "questions_undo" not in keys(page)
    page.slider(key="questions_minutes_30").set_value(20).run()
    page.button(key="questions_make").click().run()
    made = coach.find_preparation(kept.id).questions
    assert made.minutes == 20
    assert plain(made.questions[0].text) in texts(page)


def test_an_empty_list_says_how_to_go_on(page, held, coach, prepared):
    for question_id in ids(held()):
        coach.drop_question(prepared.id, question_id)
    page.run()
    assert not page.exception
    assert "Your list is empty" in texts(page)
    page.text_area(key="questions_own").input(OPEN)
    page.button(key="questions_own_add").click().run()
    assert [question.text for question in held().questions] == [OPEN]


def test_what_an_engine_cannot_do_is_told_in_place_and_nothing_is_lost(page, held, coach, prepared):
    trouble = EngineUnavailable("The language model cannot be reached.", mend="Try again in a minute.")
    coach.__dict__["_engine"] = ScriptedEngine([trouble, trouble, trouble])
    for press in (
        lambda: page.button(key="questions_make").click().run(),
        lambda: page.menu_button(key="question_change_q3").click("another").run(),
        lambda: page.menu_button(key="questions_topic").click(Topic.JOY).run(),
    ):
        press()
        assert not page.exception
        assert "cannot be reached" in page.error[0].value
        assert "questions_next" in keys(page)
        assert held() == prepared.questions


def test_hostile_words_are_shown_as_text(page, coach, prepared):
    page.text_area(key="questions_own").input(HOSTILE)
    page.button(key="questions_own_add").click().run()
    if "questions_own_anyway" in keys(page):
        page.button(key="questions_own_anyway").click().run()
    question = coach.find_preparation(prepared.id).questions.questions
    assert any(":smile:" in one.text for one in question)
    page.run()
    shown = texts(page) + news(page)
    assert "\\:smile\\:" in shown
    assert ":smile:" not in shown.replace("\\:smile\\:", "")
    assert "**that**" not in shown
    assert "[x](" not in shown
    assert "$x" not in shown.replace("\\$x", "")


def test_a_general_list_says_what_would_make_it_theirs(coach):
    note = coach.paste_note("teacher")
    kept = coach.save_preparation(note, dossier=coach.draft_dossier(note))
    made = coach.make_questions(kept.id).questions
    page = open_for(coach, kept.id)
    assert made.general
    assert made.notices
    assert page.info[0].value == plain(" ".join(made.notices))
    assert texts(page).count(plain(made.notices[0])) == 1
