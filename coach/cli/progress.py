"""`coach progress`, `coach checkin` and `coach feedback`: how a learner comes along, and feedback on conversations from elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from coach.cli.commands import app, open_for, read_input, say_who_speaks
from coach.cli.output import as_json, head, say, say_json
from coach.errors import InputRejected

if TYPE_CHECKING:
    from coach.coaching import Coach
    from coach.records import Transcript, Trend

_BARS = "▁▂▃▄▅▆▇█"


@app.command()
def progress(context: typer.Context) -> None:
    """What your rehearsals came to over time, and your confidence beside it."""
    drawn = open_for(context).draw_progress()
    if context.obj.json:
        say_json(as_json(drawn))
        return
    say(f"Finished rehearsals: {drawn.rehearsals}. Real conversations: {drawn.conversations}.")
    for title, trends in (
        ("What you do", drawn.behaviour),
        ("Criterion by criterion", drawn.criteria),
        ("How sure you feel (not a tested measure)", drawn.confidence),
    ):
        if trends:
            head(title)
        for trend in trends:
            say(f"{draw_line(trend)}  {trend.title}: {_last(trend)}. {trend.says}")
    for notice in drawn.notices:
        say(f"Note: {notice}", hang=6)
    if drawn.check_in_due:
        say("A confidence check-in takes two minutes: coach checkin")
    if drawn.next_step:
        say(drawn.next_step)


def draw_line(trend: Trend) -> str:
    """The last twelve values as a row of blocks, the lowest block for the low end of the scale."""
    span = trend.highest - trend.lowest
    shares = [(point.value - trend.lowest) / span for point in trend.points[-12:]]
    return "".join(_BARS[min(len(_BARS) - 1, max(0, round(share * (len(_BARS) - 1))))] for share in shares)


def _last(trend: Trend) -> str:
    value = trend.points[-1].value
    if trend.id == "referral_asked":
        return "yes" if value else "no"
    return f"{value:.0%}" if trend.highest == 1.0 else f"{value:.1f} of {trend.highest:.0f}"


@app.command()
def checkin(
    context: typer.Context,
    ratings: Annotated[str, typer.Option("--ratings", help="Twelve numbers from 0 to 10 with commas between; else they are asked one by one.")] = "",
    looking_back: Annotated[bool, typer.Option("--looking-back", help="Rate how sure you were before you began, once.")] = False,
) -> None:
    """A confidence check-in: twelve statements, two minutes, at most once a week."""
    coach = open_for(context)
    kept = coach.save_check_in(_as_numbers(ratings.split(",")) if ratings else _ask(), looking_back=looking_back)
    if context.obj.json:
        say_json(as_json(kept))
        return
    say("Kept. It is your own view and no test: there are no norms, and a change under one point says little.")
    for trend in coach.draw_progress().confidence:
        say(f"{trend.title}: {trend.points[-1].value:.1f} of 10. {trend.says}")


def _ask() -> list[int]:
    from coach.progress import ITEMS, STEM

    say(STEM)
    given = []
    for number, item in enumerate(ITEMS, start=1):
        say(f"{number}. {item}")
        sys.stdout.write("   0 to 10: ")
        sys.stdout.flush()
        given.append(sys.stdin.readline())
    return _as_numbers(given)


def _as_numbers(values: Sequence[str]) -> list[int]:
    try:
        return [int(value) for value in values]
    except ValueError as error:
        raise InputRejected("A check-in is twelve whole numbers from 0 to 10.", mend="Give one for each statement, in their order.") from error


@app.command()
def feedback(
    context: typer.Context,
    transcript: Annotated[str, typer.Argument(help='A transcript: JSON, text with speaker names, or WebVTT; or "-".')],
    me: Annotated[str, typer.Option("--me", help="What you are called in the text; else whoever asks most is taken to be you.")] = "",
    minutes: Annotated[int | None, typer.Option("--minutes", help="How long the talk was planned.")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keep it for your progress.")] = False,
    real: Annotated[bool, typer.Option("--real", help="It was a real conversation.")] = False,
    agreed: Annotated[bool, typer.Option("--agreed", help="The other person agreed that you do this.")] = False,
) -> None:
    """Feedback on professional manner for any transcript."""
    from coach.cli.shapes import shape_feedback
    from coach.cli.show import show_feedback

    coach = open_for(context)
    say_who_speaks(coach, json=context.obj.json)
    for one in _read(coach, read_input(transcript), me=me, minutes=minutes):
        given = coach.keep_conversation(one, title=transcript, real=real, agreed=agreed).feedback if keep or real else coach.give_feedback_on(one)
        if context.obj.json:
            say_json(shape_feedback(given))
        else:
            show_feedback(given)


def _read(coach: Coach, raw: bytes, *, me: str, minutes: int | None) -> tuple[Transcript, ...]:
    """Many where the file is JSON, one where it is text."""
    if coach.is_json(raw):
        found = coach.read_transcripts(raw)
        return found if minutes is None else tuple(one.model_copy(update={"planned_minutes": minutes}) for one in found)
    return (coach.read_conversation(raw, learner=me, planned_minutes=minutes),)
