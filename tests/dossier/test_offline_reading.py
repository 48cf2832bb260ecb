"""The offline rule on small notes of each kind, in wordings that stand in no case file."""

from __future__ import annotations

import pytest

from coach.documents import clean_note, read_note
from coach.dossier import draft_dossier
from coach.engines.offline import OfflineEngine
from coach.engines.offline.dossier import read_notes
from coach.engines.offline.dossier.lexicon import is_gibberish
from coach.library.corpus import corpus_folder
from coach.records import DossierDraft


def read(text: str) -> DossierDraft:
    return read_notes(note=clean_note(text, name="n.md"))


def facts(draft: DossierDraft, about: str = "", key: str = "") -> list[str]:
    return [fact.quote for fact in draft.facts if fact.about.startswith(about) and (not key or fact.key == key)]


def test_bullets_under_headings_are_about_what_the_heading_says():
    draft = read(
        "# Odile Marchetti, cheesemaker\n\n## Odile\n- cheesemaker at Blackfold Dairy, Geraldine\n- used to be a bank clerk\n\n"
        "## Blackfold Dairy\n- makes sheep cheese for shops in the south\n- 12 staff\n\n## Cheesemakers in general\n- salt, turn, wash and wait\n- need a food safety certificate\n"
    )
    assert (draft.person.name, draft.person.role, draft.person.employer) == ("Odile Marchetti", "cheesemaker", "Blackfold Dairy")
    assert facts(draft, "person", "previous_role") == ["used to be a bank clerk"]
    assert facts(draft, "organisation", "size") == ["12 staff"]
    assert facts(draft, "occupation", "entry_route") == ["need a food safety certificate"]
    assert "Geraldine" in facts(draft, "organisation", "location")


def test_a_note_typed_on_a_phone_needs_no_capitals():
    draft = read(
        "ok so im meeting bex tamahori fri 3pm shes a farrier, works for hoofbeat smithy in cust, been doing it 8 yrs, used to groom racehorses. u need a level 4 apprenticeship. i wanna know if ur back goes"
    )
    assert (draft.person.name, draft.person.role, draft.person.employer) == ("bex tamahori", "farrier", "hoofbeat smithy")
    assert draft.meeting_time == "fri 3pm"
    assert "if ur back goes" in draft.meeting_purpose
    assert any("used to groom" in quote for quote in facts(draft, "person", "previous_role"))
    assert any("level 4" in quote for quote in facts(draft, "occupation", "entry_route"))


def test_a_profile_gives_the_present_job_and_the_ones_before():
    draft = read(
        "Wanjiru Holt\nShe/Her\nPolicy Adviser at Tideline Council\nNelson, New Zealand · Contact info\n500+ connections\n\nAbout\nI read bylaws so you do not have to.\n\n"
        "Experience\nPolicy Adviser\nTideline Council · Full-time\nMar 2021 - Present · 4 yrs\n\nPark Ranger\nDune Trust\n2015 - 2021\n\nEducation\nVictoria University\nBA, Geography\n\n"
        "People also viewed\nBob Else, Mayor"
    )
    assert (draft.person.name, draft.person.role, draft.person.employer) == ("Wanjiru Holt", "Policy Adviser", "Tideline Council")
    assert {"Park Ranger"} <= set(facts(draft, "person", "previous_role"))
    assert {"Dune Trust"} <= set(facts(draft, "person", "previous_employer"))
    assert {"Victoria University", "BA, Geography"} <= set(facts(draft, "person", "education"))
    assert not any("Bob" in fact.quote or "connections" in fact.quote for fact in draft.facts)


def test_a_staff_page_gives_the_chosen_person_and_nobody_else():
    draft = read(
        "Skip to content\nHome   About   Services   Our people   Contact\nWe use cookies. Accept all\n\nOUR PEOPLE\n\nPeter Nzima\nDirector\nPeter collects clocks and was a judge.\n\n"
        "Lotte Adair\nDental Hygienist\nLotte cleans teeth for half of Oamaru. She was a baker before.\n\nJoan Wills\nReceptionist\nJoan was a singer.\n\nMore   Less   Share   Print\n\n*** seeing Lotte on Monday 4 May at 9 am"
    )
    assert (draft.person.name, draft.person.role) == ("Lotte Adair", "Dental Hygienist")
    assert any("cleans teeth" in fact.quote for fact in draft.facts)
    assert not any(word in fact.quote for fact in draft.facts for word in ("clocks", "judge", "singer", "cookies", "Services"))
    assert draft.meeting_time == "Monday 4 May at 9 am"


def test_in_a_thread_the_host_is_the_one_who_signs_with_a_job():
    draft = read(
        "From: Gus Okoro <g@x.example>\nTo: Mia Lund\nSubject: Re: a chat about glass\n\nHi Mia\n\nHappy to. Tuesday 3 March at 2 works. I was a plumber until 2015 and now I blow lamps for theatres.\n\n"
        "Gus\n\nGus Okoro\nGlassblower\nFirefly Glass Studio\n\n> From: Mia Lund\n> Subject: a chat about glass\n>\n> Dear Gus, I'm in year 12. I want to find out if you get burnt a lot. Could I come on Monday or Tuesday?\n> Mia"
    )
    assert (draft.person.name, draft.person.role, draft.person.employer) == ("Gus Okoro", "Glassblower", "Firefly Glass Studio")
    assert draft.meeting_time == "Tuesday 3 March at 2"
    assert "if you get burnt a lot" in draft.meeting_purpose
    assert any("plumber" in quote for quote in facts(draft, "person"))
    assert not any("year 12" in fact.quote for fact in draft.facts)


def test_of_two_people_the_learners_decision_counts():
    draft = read(
        "Two from the mill.\n\n**Ana Ruiz** - saw operator\n- was a dancer in Cadiz\n- she runs the big saw\n\n**Bo Lind** - grader\n- grew up in Umea\n- he grades boards by ear\n\nAna can't, so it's Bo. Friday 8 am."
    )
    assert draft.person.name == "Bo Lind"
    assert any("grades boards" in fact.quote for fact in draft.facts)
    assert not any("dancer" in fact.quote or "big saw" in fact.quote for fact in draft.facts)
    assert "Ana Ruiz" in draft.other_people


@pytest.mark.parametrize(
    ("text", "title"),
    [("blacksmith", "blacksmith"), ("Actuary??", "Actuary"), ("maybe a marine biologist", "marine biologist"), ("dj", "dj"), ("asdf qwer zxcv", "")],
)
def test_a_lone_title_is_a_title_and_gibberish_is_not(text, title):
    draft = read(text)
    assert draft.job_title == title
    assert draft.facts == ()


def test_coursework_and_shopping_are_no_facts():
    draft = read(
        "Mon\nbiology: enzymes, exam question every year. need new shoes. oats, milk\n\nTue\nmaths: vectors. Tom owes me 20. physio says rest the knee\n\nWed\ncareers: I got Runa Vale, she is a bell tuner at Cold Bay Foundry in Dunedin. Meeting Friday 6 June at 2 pm.\n\n"
        "Thu\nchem test: 31/40. lecture on polymers\n\nFri\nlooked up Runa. She was a violinist before. She tunes bells with a lathe. The foundry has 9 staff.\n\nSat\nrugby, lost. the coach is a chef. mum studied law\n"
    )
    assert (draft.person.name, draft.person.role, draft.person.employer) == ("Runa Vale", "bell tuner", "Cold Bay Foundry")
    quotes = " ".join(fact.quote for fact in draft.facts)
    assert "violinist" in quotes
    assert "lathe" in quotes
    assert not any(word in quotes for word in ("enzymes", "shoes", "owes", "polymers", "law", "chef", "vectors"))


def test_second_language_english_is_read_as_it_stands():
    draft = read(
        "The person is Mr. Ilya Brandt. He is working like bus mechanic in the company Northline Buses, in Hull. Before he is taxi driver 6 years. He have the diploma from Minsk. The company have 80 workers. I want to know if my papers from Syria are good."
    )
    assert (draft.person.name, draft.person.role, draft.person.employer) == ("Ilya Brandt", "bus mechanic", "Northline Buses")
    assert any("taxi driver" in quote for quote in facts(draft, "person", "previous_role"))
    assert facts(draft, "organisation", "size")
    assert "papers from Syria" in draft.meeting_purpose


def test_te_reo_among_the_english_is_understood():
    draft = read(
        "Kōrero ki a Whaea Roimata Hēnare\n- Kaiwhakaako at Te Kura o Ōtaki, Ōtaki\n- Nō Ngāti Raukawa\n- Ināianei: she teaches weaving to the rangatahi\nHui: Rāhina 3 Hūrae, 10am\nPātai: do I need to be fluent first?"
    )
    assert (draft.person.name, draft.person.role) == ("Roimata Hēnare", "Kaiwhakaako")
    assert draft.meeting_time == "Rāhina 3 Hūrae, 10am"
    assert draft.meeting_purpose == "do I need to be fluent first?"
    assert facts(draft, "person", "origin") == ["Nō Ngāti Raukawa"]


def test_two_years_for_one_beginning_and_two_sizes_are_told():
    draft = read(
        "Meeting Kaz Ito, surveyor at Ridge Mapping.\n- his page says he joined in 2014\n- the newspaper says he started in 2017\n- website: 40 staff\n- brochure: around 25 staff"
    )
    assert {item.key for item in draft.contradictions} == {"start_year", "size"}
    assert all(len(item.quotes) == 2 and item.explanation for item in draft.contradictions)


@pytest.mark.parametrize(
    "text", ["- joined in 2014, senior since 2019\n- 40 staff, 12 of them drivers", "- 2010-2014 baker\n- 2014 to 2018 cook\n- with us since 2018"]
)
def test_a_career_in_steps_and_a_part_of_a_whole_are_no_contradiction(text):
    assert read(f"Meeting Kaz Ito, surveyor at Ridge Mapping.\n{text}").contradictions == ()


def test_every_quote_stands_on_one_line_of_the_notes():
    text = "Meeting Ana Wu, baker at Salt & Rye.\nShe wrote a book about bread that rises slowly and\nwhy her grandmother was right about everything that has\nto do with flour."
    draft = read(text)
    for fact in draft.facts:
        assert fact.quote in text.split("\n")[fact.line - 1]


def test_the_example_notes_are_read_as_a_learner_would():
    dossier = draft_dossier(read_note((corpus_folder() / "examples" / "notes.md").read_bytes(), name="notes.md"), OfflineEngine())
    texts = [fact.text for fact in dossier.facts]
    assert not [text for text in texts if "relevant" in text or "neighbour" in text]
    assert [{span.text for span in item.spans} for item in dossier.contradictions] == [{"moved to Larchfield in 2020", "with us since 2019"}]
    assert {fact.key for fact in dossier.facts if "apprentice of her own" in fact.text} == {"work_focus"}
    assert not [step for step in dossier.path if "apprentice of her own" in step.text]


@pytest.mark.parametrize("text", ["asdf qwer zxcv lkj poiu", "sdfkjh wlkjr xcvbn\nqwrtp zxcvb hjkl"])
def test_what_is_hammered_on_the_keyboard_holds_nothing(text):
    dossier = read(text)
    assert not dossier.facts
    assert dossier.person.name == dossier.person.role == ""


@pytest.mark.parametrize(
    "text", ["Ana Reid", "Ngaire Whakatau, kaiako, Rotorua", "Grzegorz Brzęczyszczykiewicz, spawacz, Gdynia", "nrs mtg tmrw 3pm hosp w Ana"]
)
def test_names_short_forms_and_other_languages_are_no_nonsense(text):
    assert not is_gibberish(text)
