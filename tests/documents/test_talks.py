"""Conversations written down elsewhere: who said what, whatever the form, and honest words where it cannot be told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.documents import is_json, read_talk
from coach.errors import InputRejected
from coach.records import Speaker

TEXT = """Notes of our talk

Jo Park: Thanks for making time. How did you get into it?
Ana: By accident, really.
  I was a cleaner first.

JO PARK: What came next?
Ana: I trained.
"""
VTT = """WEBVTT

NOTE made by a machine

1
00:00:01.000 --> 00:00:04.000 align:start
<v Jo Park>Thanks for <b>making</b> time.

00:00:04.500 --> 00:00:06.000
<v Jo Park>How did you start?

00:01:05.250 --> 00:01:09.000
<v.loud Ana>By accident &amp; luck.
And late.
"""


def said(talk):
    return [(name, text) for name, text, _ in talk.lines]


def test_text_with_names_is_read_turn_by_turn():
    talk = read_talk(TEXT.replace("JO PARK", "Jo Park").encode())
    assert said(talk) == [
        ("Jo Park", "Thanks for making time. How did you get into it?"),
        ("Ana", "By accident, really. I was a cleaner first."),
        ("Jo Park", "What came next?"),
        ("Ana", "I trained."),
    ]
    assert talk.guess_learner() == "Jo Park"


def test_captions_keep_their_times_and_lose_their_marks():
    talk = read_talk(VTT.encode())
    assert talk.lines == (
        ("Jo Park", "Thanks for making time. How did you start?", 1.0),
        ("Ana", "By accident & luck. And late.", 65.25),
    )


@pytest.mark.parametrize(
    "line", ["[00:12] Jo: Hello there", "(0:12) Jo: Hello there", "00:00:12 - Jo: Hello there", "Jo 00:12 Hello there", "Jo (00:12): Hello there"]
)
def test_a_time_before_or_behind_the_name_is_read(line):
    talk = read_talk(f"{line}\nAna: Hello".encode())
    assert talk.lines[0] == ("Jo", "Hello there", 12.0)


def test_a_time_in_what_is_said_is_no_name():
    assert said(read_talk(b"Jo: When?\nAna: It was late.\nWe met at 10:30 in town.")) == [("Jo", "When?"), ("Ana", "It was late. We met at 10:30 in town.")]


def test_marks_around_a_name_are_left_away():
    assert said(read_talk(b"**Jo**: Hello\n**Ana:** Hi"))[0] == ("Jo", "Hello")


def test_captions_without_voices_go_by_names_in_the_words():
    talk = read_talk(b"WEBVTT\n\n00:01.000 --> 00:02.000\nJo: Hello?\n\n00:03.000 --> 00:04.000\nAna: Hi\n")
    assert said(talk) == [("Jo", "Hello?"), ("Ana", "Hi")]


def test_the_named_one_is_the_learner_and_all_others_the_other_side():
    transcript = read_talk(b"Jo: Hello?\nAna: Hi\nBen: I'm here too\nJo: Good").as_transcript(learner="ana", planned_minutes=30)
    assert [turn.speaker for turn in transcript.turns] == [Speaker.CAREER_MODEL, Speaker.INTERVIEWER, Speaker.CAREER_MODEL, Speaker.CAREER_MODEL]
    assert transcript.planned_minutes == 30


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "No turns"),
        (b"just some words\nand others", "No turns"),
        (b"Jo: Hello\nJo: Anybody?", "Only one speaker"),
        (b"http://a.example/b\nhttps://c.example", "No turns"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nno name here", "No turns"),
        (b"Jo: a?\nAna: b\n" * 1501, "more than any one talk"),
    ],
)
def test_what_is_no_talk_gets_one_sentence_and_a_step(raw, says):
    with pytest.raises(InputRejected, match=says) as caught:
        read_talk(raw)
    assert caught.value.mend


def test_a_name_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(InputRejected) as caught:
        read_talk(b"Jo: Hello?\nAna: Hi").as_transcript(learner="Mia")
    assert "Jo, Ana" in caught.value.mend


def test_json_is_told_from_text_with_times_in_brackets():
    assert is_json(b'\xef\xbb\xbf {"turns": []}')
    assert is_json(b'[{"turns": []}]')
    assert not is_json(b"[00:12] Jo: Hello")


@given(
    st.lists(st.tuples(st.sampled_from(["Jo", "Ana Reid", "Te Ao"]), st.from_regex(r"[a-zA-Z][a-z ,.?]{0,30}[a-z.?]", fullmatch=True)), min_size=2, max_size=30)
)
def test_no_word_is_lost_or_moved(turns):
    text = "\n".join(f"{name}: {words}" for name, words in turns)
    names = {name for name, _ in turns}
    if len(names) < 2:
        with pytest.raises(InputRejected):
            read_talk(text.encode())
        return
    assert " ".join(words for _, words, _ in read_talk(text.encode()).lines).split() == " ".join(words for _, words in turns).split()


@given(st.binary(max_size=400))
def test_any_bytes_give_a_talk_or_one_sentence(raw):
    try:
        speakers = read_talk(raw).speakers
    except InputRejected as error:
        speakers, told = (), (error.happened, error.mend)
    assert len(speakers) > 1 or all(told)
