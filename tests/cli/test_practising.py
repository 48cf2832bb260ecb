"""`coach rehearse` with modes and second tries, `coach hint`, `coach compare`."""

from __future__ import annotations

import json

TALK = ["Hello, I'm Ana, thank you for your time.", "How did you get into this?", "Is it hard?"]


def _rehearse(run, tmp_path, *options, said=TALK):
    script = tmp_path / "script.json"
    script.write_text(json.dumps(said))
    code, out, err = run("--json", "rehearse", *options, "--clock", "exchange", "--script", str(script))
    assert code == 0, err
    events = [json.loads(line) for line in out.splitlines()]
    return events[0]["rehearsal"], [event for event in events if event["event"] == "turn"]


def test_a_moment_is_tried_again_and_compared(run, tmp_path):
    first, _ = _rehearse(run, tmp_path, "--occupation", "electrician")
    second, turns = _rehearse(run, tmp_path, "--retry", first, "--turn", "5", said=["What wears you out, and how do you notice?"])
    assert second != first
    assert [turn["text"] for turn in turns if turn["speaker"] == "interviewer"] == [*TALK[:2], "What wears you out, and how do you notice?"]
    code, out, _ = run("--json", "compare", first)
    found = json.loads(out)
    assert code == 0
    assert found["at"] == 5
    assert [attempt["rehearsal"] for attempt in found["attempts"]] == [first, second]
    assert {"turns", "told", "told_in_all", "patience", "reason"} <= set(found["attempts"][0])
    code, out, _ = run("compare", second)
    assert code == 0
    assert out.index("First try") < out.index("Is it hard?") < out.index("Second try") < out.index("wears you")


def test_a_moment_that_was_not_tried_again_is_one_sentence(run, tmp_path):
    first, _ = _rehearse(run, tmp_path, "--occupation", "electrician")
    code, _, err = run("compare", first)
    assert code == 1
    assert "--retry" in err
    code, _, err = run("rehearse", "--retry", first, "--turn", "44", "--script", "-", stdin=b"")
    assert code == 1
    assert "no turn 44" in err


def test_real_mode_gives_no_hint_and_a_mode_that_is_not_there_is_told(run):
    _, out, _ = run("--json", "rehearse", "--occupation", "electrician", "--mode", "real", "--script", "-", stdin=b"Hello, I'm Ana.")
    held = json.loads(out.splitlines()[0])["rehearsal"]
    code, _, err = run("hint", held)
    assert code == 1
    assert "practice" in err
    code, _, err = run("rehearse", "--occupation", "electrician", "--mode", "strict", "--script", "-", stdin=b"")
    assert code == 1
    assert "practice, real" in err


def test_a_script_says_what_would_be_a_hint_at_the_keyboard(run, tmp_path):
    _, turns = _rehearse(run, tmp_path, "--occupation", "electrician", said=["Hello, I'm Ana.", "/hint"])
    assert [turn["text"] for turn in turns if turn["speaker"] == "interviewer"] == ["Hello, I'm Ana.", "/hint"]


def test_at_the_keyboard_a_hint_is_printed_and_not_said(run):
    code, out, _ = run("rehearse", "--occupation", "electrician", stdin=b"Hello, I'm Ana.\n/hint\n")
    assert code == 0
    assert "You could ask" in out
    assert "/hint" not in out


def test_without_scores_no_figure_is_printed(run):
    said = b"Hello, I'm Ana.\nHow did you start?\nWhat was that like?\nWhat does a week look like?\nThank you, goodbye.\n"
    for options, shown in (((), True), (("--no-scores",), False)):
        code, out, _ = run("rehearse", "--occupation", "electrician", "--script", "-", *options, stdin=said)
        assert code == 0
        assert ("of 5" in out and "Counted" in out) is shown
        assert "Criterion by criterion" in out
