"""Messages keep to their rules, their rules find what is wrong, and nothing is made up."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.coaching import open_coach
from coach.errors import InputRejected
from coach.messages import check_message, draft_message
from coach.messages.checking import MOST_CHARS
from coach.messages.drafting import SAID_GAP, USUAL_PURPOSE, as_heard, as_purpose
from coach.records import Channel, Message, MessageBrief, MessageKind, Register
from evals.messages import CASES, list_drafts, read_cases
from tests.cli.conftest import make_runner

LABELLED = read_cases(CASES / "labelled.jsonl")


def broken(message: Message, *, to: str, said: str = "") -> set[str]:
    return {check.id for check in check_message(message, to_name=to, said=said) if not check.ok}


def test_the_rules_find_nineteen_faults_in_twenty_and_accuse_no_good_message():
    assert sum(bool(case.faults) for case in LABELLED) >= 40
    wanted = sum(len(case.wanted) for case in LABELLED)
    assert sum(len(case.wanted & case.find()) for case in LABELLED) >= 0.95 * wanted
    assert [case.id for case in LABELLED if not case.faults and case.find()] == []


def test_two_hundred_drafts_of_all_kinds_keep_to_every_rule_and_thanks_name_what_was_said():
    drafts = list(list_drafts())
    assert len(drafts) >= 200
    for brief, message in drafts:
        assert broken(message, to=brief.to_name, said=brief.said) == set(), message.body
        assert message.channel is not Channel.NOTE or len(message.body) <= MOST_CHARS
        assert (message.subject != "") == (message.channel is Channel.EMAIL)


def test_what_is_not_known_is_a_gap_and_never_made_up():
    message = draft_message(MessageBrief(to_name="Lee Chan", me="Jo Li"), MessageKind.THANKS)
    assert SAID_GAP in message.body
    assert "gap" in broken(message, to="Lee Chan")


@given(
    st.builds(
        MessageBrief,
        to_name=st.sampled_from(["Ana Reid", "Mr Bo", "Dr Li Chan-Smith"]),
        me=st.sampled_from(["Jo", "Tess Hargreaves"]),
        who_i_am=st.text(max_size=200),
        link=st.text(max_size=300),
        purpose=st.text(max_size=300),
        said=st.text(max_size=200),
        plan=st.text(max_size=200),
    ),
    st.sampled_from(MessageKind),
    st.sampled_from(Channel),
    st.sampled_from(Register),
)
def test_any_brief_gives_a_message_and_the_same_one_again(brief, kind, channel, register):
    message = draft_message(brief, kind, channel=channel, register=register)
    assert message.body.strip()
    assert message == draft_message(brief, kind, channel=channel, register=register)


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("I want to find out if it would suit me. I like fixing things.", "find out if it would suit me"),
        ("decide between two courses", "decide between two courses"),
        ("is it any good?", USUAL_PURPOSE),
        ("", USUAL_PURPOSE),
    ],
)
def test_a_learners_own_words_become_a_clause_or_the_usual_one(words, clause):
    assert as_purpose(words) == clause


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("she keeps a notebook of her mistakes.", "you keep a notebook of your mistakes"),
        ("he carries a torch", "you carry a torch"),
        ("they are never bored", "you are never bored"),
        ("the first year is mostly sweeping", "the first year is mostly sweeping"),
    ],
)
def test_what_was_said_is_told_back_to_the_one_who_said_it(said, heard):
    assert as_heard(said) == heard


def test_a_message_goes_to_the_person_of_the_notes_and_needs_a_name(library, settings, clock):
    coach = open_coach(settings, clock=clock)
    coach.__dict__["library"] = library
    dossier = coach.draft_dossier(coach.open_example())
    brief = coach.brief_message(dossier, me="Sam Teo", link="Aunty Jo gave me your number.", who_i_am="in my last year at school")
    message, checks = coach.draft_message(brief, MessageKind.REQUEST)
    assert brief.to_name == "Hana Petrie"
    assert "find out if an apprenticeship would suit me better" in message.body
    assert all(check.ok for check in checks)
    with pytest.raises(InputRejected, match="whom"):
        coach.brief_message(None, me="Sam")
    with pytest.raises(InputRejected, match="your name"):
        coach.brief_message(dossier, me=" ")


def test_the_terminal_drafts_and_checks_and_says_what_to_mend(tmp_path, monkeypatch, capsys):
    run = make_runner(tmp_path / "d", monkeypatch, capsys)
    code, out, _ = run("--json", "message", "thank-you", "--me", "Jo Li", "--to", "Ana Reid", "--said", "she counts dotterels", "--plan", "read up on them")
    drafted = json.loads(out)
    assert code == 0
    assert "you count dotterels" in drafted["body"]
    assert all(check["ok"] for check in drafted["checks"])
    code, _, told = run("message", "check", "-", "--to", "Ana Reid", stdin=b"Dear Bob, you must give me a job. My CV is attached.")
    assert code == 0
    for word in ("another name", "asks for a job", "attachment", "20 to 30 minutes", "easy way"):
        assert word in told
    code, _, told = run("message", "check", "-", "--to", "Ana Reid", stdin=b"  ")
    assert code == 1
    assert "no message" in told
