"""The library page: what is held, one click for the full library, an import that does not hold anybody up, and taking out."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from coach.coaching.imports import FULL_LIBRARY
from coach.ui.text import count, time_left
from tests.held_library import LONG_S, hold_library
from tests.library.imports.samples import write_onet
from tests.ui.test_pages import draw, texts


@pytest.fixture
def held(coach, clock, tmp_path):
    """The coach's library for this test, with a small release in place of the official one."""
    with hold_library(coach, tmp_path, clock) as library:
        library.instead[FULL_LIBRARY[1]] = write_onet(tmp_path / "db_30_1_text.zip")
        yield library


def open_page(coach, name: str = "library") -> AppTest:
    page = AppTest.from_function(draw, args=(coach,), default_timeout=LONG_S)
    page.session_state["page_under_test"] = name
    return page.run()


@pytest.fixture
def page(coach, held) -> AppTest:
    return open_page(coach)


def keys(page: AppTest) -> set[str]:
    """The keys of all buttons."""
    return {button.key for button in page.button if button.key}


def finish(page: AppTest, coach) -> AppTest:
    """The page when its import is over."""
    coach.library.go.set()
    assert coach.get_import().wait(LONG_S)
    return page.run()


@pytest.fixture
def full(page, coach) -> AppTest:
    """The page after the full library has come."""
    page.button(key="library_full").click().run()
    return finish(page, coach)


def add(page: AppTest, kind: str, where: str) -> AppTest:
    page.selectbox(key="library_kind").select(kind)
    page.text_input(key="library_where").input(where)
    return page.button(key="library_add").click().run()


def test_what_is_held_stands_with_version_counts_and_licence(page, coach):
    shown = texts(page)
    own = coach.get_library_status().sources[0]
    assert "2 occupations written for this program" in shown
    assert f"version {own.version}" in shown
    assert f"{own.passages} passages" in shown
    assert "Licence: CC BY 4\\.0" in shown
    assert not [key for key in keys(page) if key.startswith("library_out")]


def test_it_is_said_before_what_is_downloaded_and_from_where(page):
    shown = texts(page)
    assert "10 MB" in shown
    assert "onetcenter\\.org" in shown
    assert "Nothing of yours is sent" in shown


def test_one_click_gets_the_full_library_from_its_official_address(full, held):
    assert not full.exception
    assert held.asked == [FULL_LIBRARY]
    assert "O\\*NET is in the library now: 2 occupations" in full.success[0].value
    assert "USDOL/ETA" in texts(full)
    assert "version 30\\.1" in texts(full)
    assert "library_full" not in keys(full)


def test_while_an_import_goes_on_the_page_says_how_far_it_is(page, held):
    page.button(key="library_full").click().run()
    assert held.waiting.wait(LONG_S)
    page.run()
    assert not page.exception
    bar = page.get("progress")[0]
    assert bar.value == 40
    assert bar.text == "40% done, about 30 seconds left"
    assert "4 of 10 MB, \\*fast\\*" in texts(page)
    assert "2 occupations written for this program" in texts(page)
    assert page.button(key="library_full").disabled
    assert page.button(key="library_add").disabled


@pytest.mark.parametrize("name", ["start", "notes", "rehearsal"])
def test_other_pages_are_drawn_while_an_import_goes_on(page, coach, held, name):
    page.button(key="library_full").click().run()
    assert held.waiting.wait(LONG_S)
    other = open_page(coach, name)
    assert not other.exception
    assert not other.error
    assert other.title[0].value
    assert not coach.get_import().finished


def test_who_comes_back_after_an_import_sees_what_came_of_it_until_it_is_put_away(page, coach):
    page.button(key="library_full").click().run()
    coach.library.go.set()
    assert coach.get_import().wait(LONG_S)
    back = open_page(coach)
    assert "is in the library now" in back.success[0].value
    back.button(key="library_seen").click().run()
    assert not back.success
    assert "version 30\\.1" in texts(back)


def test_a_folder_of_ones_own_is_added_with_its_notices(page, coach, tmp_path):
    mine = tmp_path / "my *files*"
    mine.mkdir()
    (mine / "keeper.md").write_text("# Lighthouse keeper\n\n## Work\n\nThey keep the light.\n", encoding="utf-8")
    (mine / "broken.pdf").write_bytes(b"%PDF-1.4 and no more")
    add(page, "folder", str(mine))
    shown = texts(finish(page, coach))
    assert "1 occupation, 1 job title" in shown
    assert "broken\\.pdf" in shown
    assert "*files*" not in shown
    assert "Licence: your own" in shown


def test_an_error_is_one_sentence_with_its_mending_step(page, coach):
    add(page, "esco", "/nowhere/<b>*none*</b>.zip")
    finish(page, coach)
    assert not page.exception
    assert len(page.error) == 1
    assert "There is no file or folder" in page.error[0].value
    assert "Check the path" in page.error[0].value
    assert "<b>" not in page.error[0].value.replace("\\<b", "")
    assert "*none*" not in page.error[0].value.replace("\\*", "")


def test_a_place_has_to_be_named(page):
    add(page, "onet", " ")
    assert "No file, folder or address" in page.error[0].value


def test_a_source_is_taken_out_with_a_second_click(full, coach):
    full.button(key="library_out_onet").click().run()
    assert len(coach.get_library_status().sources) == 2
    full.button(key="library_sure_onet").click().run()
    assert not full.exception
    assert [source.name for source in coach.get_library_status().sources] == ["coach"]
    assert "library_full" in keys(full)
    assert not full.success


def test_a_source_may_be_kept_after_all(full, coach):
    full.button(key="library_out_onet").click().run()
    full.button(key="library_keep_onet").click().run()
    assert len(coach.get_library_status().sources) == 2
    assert "library_out_onet" in keys(full)
    assert "library_sure_onet" not in keys(full)


def test_a_question_built_on_material_shows_its_licence(coach):
    note = coach.open_example()
    dossier = coach.draft_dossier(note)
    questions = coach.draft_questions(dossier)
    cited = [source for question in questions.questions for source in question.sources if source.kind == "passage"]
    assert cited
    assert all(source.title and source.licence for source in cited)
    kept = coach.save_preparation(note, dossier=dossier, questions=questions)
    page = AppTest.from_function(draw, args=(coach,), default_timeout=LONG_S)
    page.session_state["page_under_test"] = "questions"
    page.session_state["preparation_id"] = kept.id
    assert texts(page.run()).count("licence\\: ") >= len(cited)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, ""),
        (0, "a few seconds left"),
        (9.9, "a few seconds left"),
        (31, "about 30 seconds left"),
        (89, "about 90 seconds left"),
        (100, "about 2 minutes left"),
    ],
)
def test_the_time_left_is_said_roughly(seconds, said):
    assert time_left(seconds) == said


def test_a_number_stands_with_its_noun():
    assert [count(number, "passage") for number in (0, 1, 1016)] == ["0 passages", "1 passage", "1,016 passages"]
