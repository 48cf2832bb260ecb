from __future__ import annotations

from itertools import pairwise

import pytest

from coach.documents import clean_note
from coach.dossier import find_sensitive
from coach.library.corpus import corpus_folder, read_corpus
from coach.records import Note

PRIVATE = [
    ("She has a sore shoulder from the probe, lots of them do.", "has a sore shoulder"),
    ("How's your mum's chemo going?", "chemo"),
    ("ring me on 07700 900417 if late", "07700 900417"),
    ("DDI: (06) 555 0187", "(06) 555 0187"),
    ("mob +64 21 555 0190", "+64 21 555 0190"),
    ("C: 207-555-0134", "207-555-0134"),
    ("ines@clinic.example", "ines@clinic.example"),
    ("info@clinic.example", "info@clinic.example"),
    ("We have moved to 18 Kōwhai Lane by the way", "18 Kōwhai Lane"),
    ("Still at 14 Rowan Garth if you want to drop the pram off", "14 Rowan Garth"),
    ("he nearly quit in second year", "nearly quit"),
    ("She is separated from her husband", "separated"),
    ("her dad died last spring", "died"),
    ("he earns 95k at the moment", "95k"),
    ("I think she makes about $61,500", "$61,500"),
    ("she's pregnant again", "pregnant"),
    ("his wife is doing chemo so keep it short", "chemo"),
    ("she was made redundant twice", "redundant"),
    ("he is under investigation by the council", "investigation"),
    ("Sorry to hear about the shingles", "shingles"),
    ("born 12 March 1974", "born 12 March 1974"),
    ("they are going through a divorce", "divorce"),
    ("he's thinking of selling up", "selling"),
]

FINE = [
    "I scrub for hips and knees mostly, we do four joints on a good list.",
    "She is dialysis technician at Blue Heron.",
    "runs the cancer support group at the hospital",
    "handwork and also speaking with people who have pain",
    "She runs the anaesthetic machine for every operation over an hour",
    "hydrologists start about 68k in NZ and seniors get to 115k",
    "Feb 2016 - 2019, then 2020 to 2023",
    "1,204 followers and 500+ connections",
    "office: 12 Harbour Street, open Monday to Friday",
    "is it worth it with my bad knee?",
    "cost $6.2m, finished 2026-03-14",
    "researches depression in teenagers",
    "This message may be confidential; if you are not the intended recipient delete it.",
    "300 miles of road and 611 bridges",
    "Meeting Thursday 15 October, 4 pm, 30 min",
]


@pytest.mark.parametrize(("text", "private"), PRIVATE)
def test_private_matters_of_others_are_found(text, private):
    note = Note(text=f"first line\n{text}\nlast line")
    covering = [span for span in find_sensitive(note) if private in span.text]
    assert covering, text
    assert all(note.text[span.start : span.end] == span.text and span.line == 2 for span in covering)


@pytest.mark.parametrize("text", FINE)
def test_work_and_the_learners_own_matters_are_left_alone(text):
    assert find_sensitive(Note(text=text)) == (), text


def test_what_was_said_in_confidence_goes_with_the_wish():
    text = "She wants the head's job. Don't tell anyone. She likes kayaks."
    found = " ".join(span.text for span in find_sensitive(Note(text=text)))
    assert "head's job" in found
    assert "kayaks" not in found


def test_a_wish_that_comes_first_looks_ahead():
    text = "Keep it under your hat but I've applied for the state job."
    assert "state job" in " ".join(span.text for span in find_sensitive(Note(text=text)))


def test_in_a_phone_note_the_clause_alone_is_private():
    text = "hes a sparky, mostly new builds and lee says he nearly quit in 2nd year lol. you need the level 4 cert and he cycles there"
    (span,) = find_sensitive(Note(text=text))
    assert "nearly quit in 2nd year" in span.text
    assert "level 4" not in span.text
    assert "new builds" not in span.text


def test_in_a_mail_the_writers_own_health_is_private_and_a_question_about_the_work_is_not():
    mail = "From: Ines <x@y.example>\nTo: me\n\nI may be off camera, my lupus is flaring up."
    assert any("lupus" in span.text for span in find_sensitive(Note(text=mail)))
    asked = "From: Sam\nTo: Ines\n\nI want to know if hearing loss ends it."
    assert not any("hearing" in span.text for span in find_sensitive(Note(text=asked)))


def test_spans_never_overlap():
    text = "her mum's chemo, she has cancer, ring 07700 900417 or ines@x.example, don't tell anyone she said"
    spans = find_sensitive(Note(text=text))
    assert all(first.end <= second.start for first, second in pairwise(spans))


def test_no_job_title_of_the_corpus_is_a_private_matter():
    titles = [title for found in read_corpus(corpus_folder()).occupations.values() for title in (found.title, *found.alternate_titles)]
    for form in ("{}", "Mere Hohaia, {} at Kōwhai Trust", "meeting a {}"):
        note = clean_note("\n".join(form.format(title) for title in titles), name="notes")
        assert [span.text for span in find_sensitive(note)] == []


@pytest.mark.parametrize(
    "job", ["Hospice social worker", "Neurologist", "Fraud analyst", "Bailiff", "Occupational therapy assistant", "Autism consultant", "Probation officer"]
)
def test_work_with_private_matters_is_not_private(job):
    assert find_sensitive(clean_note(f"Tavita Reihana - {job}, 12 yrs", name="notes")) == ()


@pytest.mark.parametrize("text", ["her mum is in the hospice", "his son has a social worker", "she sees a psychologist", "he was on probation once"])
def test_the_same_words_about_somebody_are(text):
    assert [span.text for span in find_sensitive(clean_note(text, name="notes"))] == [text]


def test_an_hour_behind_an_at_sign_is_no_address():
    assert find_sensitive(clean_note("coffee 25th @ 5.30", name="notes")) == ()
