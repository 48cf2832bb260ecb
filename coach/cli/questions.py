"""`coach preparations` and `coach question ...`: what is kept, and the learner's hand on a list of questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from coach.cli.commands import app, open_for, say_who_speaks
from coach.cli.output import as_json, say, say_json
from coach.errors import InputRejected

if TYPE_CHECKING:
    from coach.records import Preparation, Topic

question_app = typer.Typer(help="Change a list of questions that is kept: see coach preparations for its id.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(question_app, name="question")

PreparationId = Annotated[str, typer.Argument(metavar="PREPARATION", help="The id that coach preparations shows.")]
QuestionId = Annotated[str, typer.Argument(metavar="QUESTION", help="The id that stands beside the question, like q3.")]
Words = Annotated[str, typer.Argument(metavar="TEXT", help="The question in your words, in quotation marks.")]


@app.command()
def preparations(context: typer.Context) -> None:
    """Your preparations, the latest first, with the id to go on with."""
    held = open_for(context).list_preparations()
    for one in held:
        updated = one.updated_at.isoformat() if one.updated_at else ""
        number = len(one.questions.questions) if one.questions else 0
        if context.obj.json:
            say_json({"id": one.id, "title": one.title, "updated": updated, "questions": number})
        else:
            say(f"{one.id}  {one.title}, {number} {'question' if number == 1 else 'questions'}, changed {updated[:16].replace('T', ' ')}")
    if not held and not context.obj.json:
        say("No preparations yet. Keep one with: coach questions NOTES --keep")


@question_app.command("show")
def show(context: typer.Context, preparation: PreparationId) -> None:
    """The list as it is now."""
    _print(context, open_for(context).find_preparation(preparation))


@question_app.command("make")
def make(
    context: typer.Context,
    preparation: PreparationId,
    minutes: Annotated[int | None, typer.Option("--minutes", help="How long the meeting is planned; without it as long as before.")] = None,
    seed: Annotated[int | None, typer.Option(help="The same seed gives the same list; without it each list is another one.")] = None,
) -> None:
    """Make a new list; the questions you locked stay where they are."""
    coach = open_for(context)
    say_who_speaks(coach, json=context.obj.json)
    _print(context, coach.make_questions(preparation, minutes=minutes, seed=seed))


@question_app.command("add")
def add(
    context: typer.Context,
    preparation: PreparationId,
    text: Words,
    topic: Annotated[str, typer.Option("--topic", help="What it is about (PATH, WORK, SKILL ...); found from the words where you do not say.")] = "",
) -> None:
    """Add a question of your own."""
    _print(context, open_for(context).add_question(preparation, text, topic=_read_topic(topic) if topic else None))


@question_app.command("reword")
def reword(context: typer.Context, preparation: PreparationId, question: QuestionId, text: Words) -> None:
    """Put a question into your own words."""
    _print(context, open_for(context).reword_question(preparation, question, text=text))


@question_app.command("move")
def move(
    context: typer.Context,
    preparation: PreparationId,
    question: QuestionId,
    direction: Annotated[str, typer.Argument(metavar="up|down", help="Earlier in the talk, or later.")],
    by: Annotated[int, typer.Option("--by", min=1, help="How many places.")] = 1,
) -> None:
    """Ask a question earlier or later; at the edge of a part it goes into the next one."""
    if direction not in {"up", "down"}:
        raise InputRejected("A question moves up or down.", mend="Write up or down after its id.")
    _print(context, open_for(context).move_question(preparation, question, by=-by if direction == "up" else by))


@question_app.command("lock")
def lock(context: typer.Context, preparation: PreparationId, question: QuestionId) -> None:
    """Keep a question when a new list is made."""
    _print(context, open_for(context).lock_question(preparation, question))


@question_app.command("unlock")
def unlock(context: typer.Context, preparation: PreparationId, question: QuestionId) -> None:
    """Let a locked question go again."""
    _print(context, open_for(context).lock_question(preparation, question, locked=False))


@question_app.command("drop")
def drop(context: typer.Context, preparation: PreparationId, question: QuestionId) -> None:
    """Take a question off the list."""
    _print(context, open_for(context).drop_question(preparation, question))


@question_app.command("another")
def another(context: typer.Context, preparation: PreparationId, question: QuestionId) -> None:
    """Put another question like this one in its place."""
    coach = open_for(context)
    say_who_speaks(coach, json=context.obj.json)
    _print(context, coach.swap_question(preparation, question))


@question_app.command("topic")
def topic(
    context: typer.Context,
    preparation: PreparationId,
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help="PATH, WORK, SKILL, HARD, JOY, ORG, FIELD, ENTRY, ADVICE or LINKS.")],
) -> None:
    """Add a question on a topic."""
    wanted = _read_topic(topic)
    coach = open_for(context)
    say_who_speaks(coach, json=context.obj.json)
    _print(context, coach.ask_about(preparation, wanted))


@question_app.command("undo")
def undo(context: typer.Context, preparation: PreparationId) -> None:
    """Go back to the list before the last change."""
    _print(context, open_for(context).undo_questions(preparation))


@question_app.command("restore")
def restore(
    context: typer.Context,
    preparation: PreparationId,
    n: Annotated[int, typer.Argument(metavar="N", help="Which of the earlier lists; 0 is the oldest that is kept.")],
) -> None:
    """Take up an earlier list again; the present one is kept for going back."""
    _print(context, open_for(context).restore_questions(preparation, n))


@question_app.command("check")
def check(context: typer.Context, preparation: PreparationId, text: Words) -> None:
    """Test a question of your own; nothing is saved."""
    from coach.cli.show import show_check

    found = open_for(context).check_question(preparation, text)
    if context.obj.json:
        say_json(as_json(found))
    else:
        show_check(found)


def _print(context: typer.Context, preparation: Preparation) -> None:
    from coach.cli.shapes import shape_prepared
    from coach.cli.show import show_questions

    if context.obj.json:
        say_json(shape_prepared(preparation))
    elif preparation.questions:
        show_questions(preparation.questions, ids=True)
    else:
        say(f"There are no questions yet. Have them made with: coach question make {preparation.id}")


def _read_topic(word: str) -> Topic:
    from coach.records import Topic

    try:
        return Topic(word.upper())
    except ValueError:
        raise InputRejected(f"There is no topic called {word!r}.", mend=f"Choose one of: {', '.join(Topic)}.") from None
