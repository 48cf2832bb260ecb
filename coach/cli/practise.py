"""`coach rehearse` and `coach demo`: the talk itself in the terminal, typed or from a script."""

from __future__ import annotations

import json as jsonlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coach.cli.commands import Minutes, app, open_for, open_note, read_input, say_who_speaks
from coach.cli.output import head, note, say, say_json
from coach.errors import InputRejected, NotReady

if TYPE_CHECKING:
    from coach.coaching import Coach
    from coach.records import Dossier, Rehearsal, Turn

HINT = "/hint"
"""What is typed for a hint; in a script it is said like everything else."""


@app.command()
def rehearse(
    context: typer.Context,
    notes: Annotated[str | None, typer.Argument(help='Notes, or "-"; not needed with --occupation.')] = None,
    occupation: Annotated[str, typer.Option("--occupation", help="A job title or an occupation code.")] = "",
    minutes: Minutes = 30,
    style: Annotated[str, typer.Option(help="warm, brisk, shy, rambling, sceptical or hurried.")] = "warm",
    seed: Annotated[int, typer.Option(help="Another seed gives another person.")] = 0,
    clock: Annotated[str, typer.Option(help="speaking, wall, or exchange (one minute an exchange).")] = "speaking",
    script: Annotated[str | None, typer.Option(help='Utterances: one a line, or a JSON list; "-" for standard input.')] = None,
    reveal: Annotated[bool, typer.Option("--reveal", help="Show the private facts first.")] = False,
    resume: Annotated[str, typer.Option(metavar="ID", help="Go on with an earlier rehearsal; see: coach rehearsals.")] = "",
    retry: Annotated[str, typer.Option(metavar="ID", help="Try a moment of an earlier rehearsal again, from --turn on; both are kept.")] = "",
    turn: Annotated[int, typer.Option(help="Which turn --retry goes back to.")] = 1,
    mode: Annotated[str, typer.Option(help="practice (type /hint for a hint) or real (nothing but the talk).")] = "practice",
    no_scores: Annotated[bool, typer.Option("--no-scores", help="Feedback in words only.")] = False,
) -> None:
    """Practise with an invented person who does this work, then get feedback."""
    from coach.records import ClockKind, Mode, Style

    coach = open_for(context)
    lines = read_script(script) if script else _typed()
    say_who_speaks(coach, json=context.obj.json)
    if retry:
        play(coach, coach.retry_moment(retry, turn), lines, json=context.obj.json, reveal=reveal)
        return
    if resume:
        play(coach, coach.get_rehearsal(resume), lines, json=context.obj.json, reveal=reveal)
        return
    dossier = coach.draft_dossier(open_note(coach, notes), occupation=occupation) if notes else None
    if dossier is None and not occupation:
        raise InputRejected("There are neither notes nor an occupation.", mend="Give a file of notes, or --occupation TITLE.")
    rehearsal = coach.open_rehearsal(
        occupation=occupation,
        dossier=dossier,
        minutes=minutes,
        style=_one_of(Style, style),
        seed=seed,
        clock=_one_of(ClockKind, clock),
        mode=_one_of(Mode, mode),
        scored=not no_scores,
    )
    play(coach, rehearsal, lines, json=context.obj.json, reveal=reveal)


@app.command()
def hint(context: typer.Context, rehearsal_id: Annotated[str, typer.Argument(metavar="ID", help="A rehearsal; see: coach rehearsals.")]) -> None:
    """What you could say next in a rehearsal, and which of your questions are unasked."""
    coach = open_for(context)
    given, unasked = coach.give_hint(rehearsal_id), coach.list_unasked(rehearsal_id)
    if context.obj.json:
        say_json({"hint": given.text, "question": given.question, "unasked": [question.text for question in unasked]})
        return
    say(given.text)
    if unasked:
        head("Not asked yet")
    for question in unasked:
        say(f"- {question.text}", hang=2)


@app.command()
def compare(context: typer.Context, rehearsal_id: Annotated[str, typer.Argument(metavar="ID", help="A rehearsal of which a moment was tried again.")]) -> None:
    """Two tries of one moment, one below the other."""
    from coach.cli import shapes, show

    coach = open_for(context)
    found = coach.compare_attempts(rehearsal_id)
    if found is None:
        raise NotReady("No moment of this rehearsal was tried again.", mend="Try one again with: coach rehearse --retry ID --turn N")
    if context.obj.json:
        say_json(shapes.shape_comparison(found))
    else:
        show.show_comparison(found, coach.get_rehearsal(rehearsal_id))


@app.command()
def demo(context: typer.Context) -> None:
    """The whole way on example notes: dossier, questions, a rehearsal, feedback. Offline, nothing is kept."""
    from coach.cli.shapes import shape_dossier, shape_questions
    from coach.cli.show import show_dossier, show_questions
    from coach.records import ClockKind

    json = context.obj.json
    with tempfile.TemporaryDirectory(prefix="coach-demo-", ignore_cleanup_errors=True) as folder:
        coach = open_for(context, engine="offline", data=Path(folder))
        say_who_speaks(coach, json=json)
        example = coach.open_example()
        dossier = coach.draft_dossier(example)
        questions = coach.draft_questions(dossier)
        if json:
            say_json({"event": "dossier", **shape_dossier(dossier)})
            say_json({"event": "questions", **shape_questions(questions)})
        else:
            head("The notes")
            say(example.text, indent=2)
            show_dossier(dossier)
            show_questions(questions)
        rehearsal = coach.open_rehearsal(dossier=dossier, questions=questions, clock=ClockKind.EXCHANGE)
        play(coach, rehearsal, iter(_demo_lines(coach, dossier)), json=json, reveal=False)
        coach.close()


def play(coach: Coach, rehearsal: Rehearsal, lines: Iterator[str], *, json: bool, reveal: bool) -> None:
    """Play a rehearsal with these utterances, printing each turn when it is saved, then the end and the feedback."""
    from coach.cli import shapes, show

    if json:
        say_json(shapes.shape_career_model(rehearsal))
    else:
        show.show_career_model(rehearsal)
    if reveal:
        _reveal(rehearsal, json=json)
    printed = 0
    if rehearsal.turns:
        for _sentence in coach.reply(rehearsal.id):
            pass
        printed = _print_turns(coach, rehearsal.id, after=0, json=json)
    for line in lines:
        if line.strip() == HINT and not _is_scripted(lines):
            say(coach.give_hint(rehearsal.id).text, indent=2)
            continue
        coach.hear(rehearsal.id, line)
        printed = _print_turns(coach, rehearsal.id, after=printed, json=json)
        for _sentence in coach.reply(rehearsal.id):
            pass
        printed = _print_turns(coach, rehearsal.id, after=printed, json=json)
        now = coach.get_rehearsal(rehearsal.id)
        if now.ended and not json and not _is_scripted(lines):
            break
    _finish(coach, rehearsal.id, json=json)


def _finish(coach: Coach, rehearsal_id: str, *, json: bool) -> None:
    from coach.cli import shapes, show

    ended = coach.get_rehearsal(rehearsal_id)
    if ended.ended is None:
        ended = coach.end_rehearsal(rehearsal_id)
    given = coach.give_feedback(rehearsal_id)
    if json:
        usage = coach.measure_usage(rehearsal_id)
        say_json(shapes.shape_end(ended, usage=usage, cost=coach.find_cost(usage) if usage else None))
        say_json({"event": "feedback", **shapes.shape_feedback(given)})
        return
    show.show_end(ended)
    if usage := coach.measure_usage(rehearsal_id):
        show.show_usage(usage, cost=coach.find_cost(usage))
    show.show_feedback(given, scored=ended.scored)


def _print_turns(coach: Coach, rehearsal_id: str, *, after: int, json: bool) -> int:
    """Print the saved turns after the first `after`; how many are printed now. A turn is printed only once it is in the store."""
    now = coach.get_rehearsal(rehearsal_id)
    for turn in now.turns[after:]:
        _print_turn(now, turn, json=json)
    return len(now.turns)


def _print_turn(rehearsal: Rehearsal, turn: Turn, *, json: bool) -> None:
    from coach.cli import shapes, show
    from coach.records import Speaker

    if json:
        say_json(shapes.shape_turn(rehearsal, turn))
    elif turn.speaker is Speaker.CAREER_MODEL or turn.text:
        show.show_turn(rehearsal, turn)


def _reveal(rehearsal: Rehearsal, *, json: bool) -> None:
    from coach.cli import shapes

    if json:
        say_json(shapes.shape_fact_sheet(rehearsal))
        return
    head("What this person could tell you")
    for fact in rehearsal.fact_sheet.facts:
        say(f"{fact.tier} {fact.topic}: {fact.text}", hang=4)


class _typed:  # noqa: N801  (reads like the function it stands in for)
    """Lines that the learner types, until an empty file end or Ctrl+D."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        note("")
        sys.stderr.write("You: ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise StopIteration
        return line.rstrip("\n")


def _is_scripted(lines: Iterator[str]) -> bool:
    return not isinstance(lines, _typed)


def read_script(path: str) -> Iterator[str]:
    """The utterances of a script: a JSON list (strings, or {"repeat", "text"}), an object with such a list under "learner", or one a line."""
    text = _decode(read_input(path))
    stripped = text.lstrip()
    if not stripped.startswith(("[", "{")):
        return iter(text.splitlines())
    try:
        value = jsonlib.loads(stripped)
    except ValueError:
        return iter(text.splitlines())
    items = value.get("learner") if isinstance(value, dict) else value
    if not isinstance(items, list):
        raise InputRejected("The script holds no list of utterances.", mend='Write a JSON list of strings, like ["Hello", "How did you start?"].')
    return iter([_utterance(item) for item in items])


def _utterance(item: Any) -> str:
    if isinstance(item, str):
        return item
    if isinstance(item, dict) and isinstance(item.get("text"), str) and isinstance(item.get("repeat"), int) and 0 <= item["repeat"] <= 20000:
        return str(item["text"]) * int(item["repeat"])
    raise InputRejected("One utterance of the script is neither a text nor a repeated text.", mend='Write strings, or {"repeat": 3, "text": "..."}.')


def _decode(raw: bytes) -> str:
    from coach.documents import decode_text

    return decode_text(raw)


def _one_of(kind: Any, value: str) -> Any:
    try:
        return kind(value)
    except ValueError:
        choices = ", ".join(member.value for member in kind)
        raise InputRejected(f"There is no {kind.__name__.lower()} called {value!r}.", mend=f"Choose one of: {choices}.") from None


def _demo_lines(coach: Coach, dossier: Dossier) -> list[str]:
    """A dozen turns as a well-prepared learner might say them, made from the list for this very dossier; kept with the example notes."""
    del dossier
    return [line for line in (coach.library.corpus_folder / "examples" / "rehearsal.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
