"""The commands with their arguments. Each opens the coach, calls one or a few of its methods, and hands the records to be printed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coach.cli.output import as_json, note, say, say_json, show_progress
from coach.errors import CoachError, InputRejected

if TYPE_CHECKING:
    from coach.coaching import Coach
    from coach.records import Dossier, Note

app = typer.Typer(
    help="Get ready for an informational interview, practise it, and learn from the feedback.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
library_app = typer.Typer(help="What occupation material there is.", no_args_is_help=True, rich_markup_mode=None)
consent_app = typer.Typer(help="Whether text may be sent to a language model's provider.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(library_app, name="library")
app.add_typer(consent_app, name="consent")

Occupation = Annotated[str, typer.Option("--occupation", help="A job title or an occupation code; overrules the notes.")]
Minutes = Annotated[int, typer.Option("--minutes", help="How long the meeting is planned.")]


class _Globals:
    """What stands before the command."""

    json: bool = False
    engine: str | None = None
    data: Path | None = None


@app.callback()
def _globals(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="Print only JSON on standard output.")] = False,
    engine: Annotated[str | None, typer.Option("--engine", help="auto, offline or language_model.")] = None,
    data: Annotated[Path | None, typer.Option("--data", help="The folder where everything is kept.")] = None,
) -> None:
    context.obj = _Globals()
    context.obj.json, context.obj.engine, context.obj.data = json, engine, data


def open_for(context: typer.Context, *, engine: str | None = None, data: Path | None = None) -> Coach:
    """The coach with the global options; `engine` and `data` of a command overrule them."""
    from coach.coaching import open_coach
    from coach.settings import open_settings

    return open_coach(open_settings(engine=engine or context.obj.engine, data=data or context.obj.data))


def say_who_speaks(coach: Coach, *, json: bool) -> None:
    """Say which engine speaks and what leaves the machine; on standard error where the output is JSON."""
    card = coach.card
    (note if json else say)(f"{card.says}. {card.leaves}")


def open_note(coach: Coach, notes: str) -> Note:
    """The notes in this file, or on standard input for "-"."""
    return coach.read_note(sys.stdin.buffer.read(), name="standard input") if notes == "-" else coach.open_note(Path(notes))


def _open_dossier(coach: Coach, notes: str, occupation: str) -> Dossier:
    return coach.draft_dossier(open_note(coach, notes), occupation=occupation)


@app.command()
def occupations(
    context: typer.Context,
    query: Annotated[list[str], typer.Argument(help='A job title or a description of work; "-" reads one query a line.')],
    limit: Annotated[int, typer.Option(min=1, max=100)] = 5,
) -> None:
    """Occupations for a job title or a description of work."""
    from coach.cli.shapes import shape_matches

    coach = open_for(context)
    queries = [line.strip() for line in sys.stdin if line.strip()] if query == ["-"] else query
    for one in queries:
        matches = coach.find_occupations(one, limit=limit)
        if context.obj.json:
            say_json(shape_matches(one, matches))
            continue
        say(f"{one}:")
        for match in matches:
            say(f"{match.code}  {match.title}  ({match.score:.2f}, {match.source})", indent=2)


@app.command()
def passages(
    context: typer.Context,
    code: Annotated[str, typer.Argument(help="An occupation code or title.")],
    query: Annotated[str, typer.Argument(help="A question.")],
    limit: Annotated[int, typer.Option(min=1, max=100)] = 8,
) -> None:
    """Occupation material for a question."""
    from coach.cli.shapes import shape_passage
    from coach.cli.show import show_passages

    found = open_for(context).find_passages(code, query, limit=limit)
    if context.obj.json:
        say_json([shape_passage(passage) for passage in found])
    else:
        show_passages(found)


@library_app.command("status")
def library_status(context: typer.Context) -> None:
    """What is indexed."""
    status = open_for(context).get_library_status()
    if context.obj.json:
        say_json(as_json(status))
        return
    for source in status.sources:
        say(f"{source.name} {source.version}: {source.occupations} occupations, {source.passages} passages, {source.titles} titles. {source.licence}")
        say(source.attribution, indent=2)
    say(f"Embedding: {status.embedding}. Index: {status.backend}.")


@library_app.command("add")
def library_add(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="onet, ooh, esco, or folder for files of your own (.md .txt .pdf).")],
    where: Annotated[str, typer.Argument(help="A file, a folder, or an https address.")],
) -> None:
    """Import occupation material; a new release takes the place of the old one."""
    coach = open_for(context)
    with show_progress() as progress:
        material = coach.add_to_library(kind, where, progress)
    for sentence in material.notices:
        note(sentence)
    held = next(source for source in coach.get_library_status().sources if source.name == material.name)
    if context.obj.json:
        say_json({**as_json(held), "notices": list(material.notices)})
    else:
        say(f"The library holds {held.name} {held.version}: {held.occupations} occupations, {held.passages} passages, {held.titles} titles.")
        say(held.attribution)


@library_app.command("remove")
def library_remove(context: typer.Context, name: Annotated[str, typer.Argument(help="The name that library status shows.")]) -> None:
    """Take imported material out of the library."""
    coach = open_for(context)
    coach.remove_from_library(name)
    if context.obj.json:
        say_json(as_json(coach.get_library_status()))
    else:
        say(f"{name} is no longer in the library.")


@library_app.command("rebuild")
def library_rebuild(context: typer.Context) -> None:
    """Build the search index anew."""
    with show_progress() as progress:
        status = open_for(context).rebuild_library(progress)
    if context.obj.json:
        say_json(as_json(status))
    else:
        say(f"{sum(source.passages for source in status.sources)} passages are indexed.")


@app.command()
def dossier(
    context: typer.Context,
    notes: Annotated[str, typer.Argument(help='Notes (.md .txt .pdf .docx .html), or "-".')],
    occupation: Occupation = "",
) -> None:
    """What your notes say, with the line of each fact, and what is missing."""
    from coach.cli.shapes import shape_dossier
    from coach.cli.show import show_dossier

    coach = open_for(context)
    say_who_speaks(coach, json=context.obj.json)
    found = _open_dossier(coach, notes, occupation)
    if context.obj.json:
        say_json(shape_dossier(found))
    else:
        show_dossier(found)


@app.command()
def questions(
    context: typer.Context,
    notes: Annotated[str, typer.Argument(help='Notes (.md .txt .pdf .docx .html), or "-".')],
    occupation: Occupation = "",
    minutes: Minutes = 30,
    seed: Annotated[int, typer.Option(help="Another seed gives another list.")] = 0,
    keep: Annotated[bool, typer.Option("--keep", help="Keep notes and list, so that you can change the questions: see coach question --help.")] = False,
) -> None:
    """A question list made for this person."""
    from coach.cli.shapes import shape_prepared, shape_questions
    from coach.cli.show import show_questions

    coach = open_for(context)
    say_who_speaks(coach, json=context.obj.json)
    read = open_note(coach, notes)
    found = coach.draft_dossier(read, occupation=occupation)
    drafted = coach.draft_questions(found, minutes=minutes, seed=seed)
    kept = coach.save_preparation(read, dossier=found, questions=drafted) if keep else None
    if context.obj.json:
        say_json(shape_prepared(kept) if kept else shape_questions(drafted))
        return
    show_questions(drafted, ids=keep)
    if kept:
        say(f"Kept as {kept.id}. Change it with: coach question --help")


def read_input(path: str) -> bytes:
    """The bytes of a file, or of standard input for "-"."""
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputRejected(f"The file {Path(path).name} cannot be opened.", mend="Check its name, and that you may read it.") from error


@app.command()
def rehearsals(context: typer.Context) -> None:
    """Your rehearsals, the latest first, with the id to go on with or to export."""
    held = open_for(context).list_rehearsals()
    if context.obj.json:
        say_json([{"id": one.id, "occupation": one.occupation_title, "name": one.career_model.name, "ended": one.ended} for one in held])
        return
    for one in held:
        say(f"{one.id}  {one.career_model.name}, {one.occupation_title}, {one.ended or 'not finished'}")
    if not held:
        say("No rehearsals yet.")


@app.command()
def export(
    context: typer.Context,
    record_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a preparation or a rehearsal.")],
    to: Annotated[Path, typer.Option("--to", help="A file ending in .pdf, .docx, .md or .json; a rehearsal in .md or .json.")],
) -> None:
    """The sheet to take along to a meeting, or a rehearsal with its feedback, as a file."""
    coach = open_for(context)
    coach.export(record_id, to)
    note(f"Written to {to}.")


@app.command()
def doctor(context: typer.Context) -> None:
    """Check settings, engine, store and library, and say what to mend."""
    try:
        checks = open_for(context).check_health()
    except CoachError as error:
        from coach.records import Check

        checks = (Check(name="settings", ok=False, detail=error.happened, mend=error.mend),)
    if context.obj.json:
        say_json({"checks": as_json(checks)})
    else:
        for check in checks:
            say(f"{'ok  ' if check.ok else 'MEND'} {check.name}: {check.detail} {check.mend}", hang=5)
    if not all(check.ok for check in checks):
        raise typer.Exit(1)


@app.command()
def preview(
    context: typer.Context,
    notes: Annotated[str, typer.Argument(help='Notes (.md .txt .pdf .docx .html), or "-".')],
) -> None:
    """The very text that would leave this machine for the reading of these notes. Nothing is sent."""
    coach = open_for(context)
    say_who_speaks(coach, json=context.obj.json)
    outgoing = coach.preview_reading(open_note(coach, notes))
    if context.obj.json:
        say_json(as_json(outgoing) if outgoing else None)
    elif outgoing is None:
        say("Nothing would leave this machine.")
    else:
        say(f"{outgoing.hidden} names, parts of names and numbers are replaced by marks.")
        say(outgoing.system)
        say(outgoing.user)


@app.command()
def usage(context: typer.Context, days: Annotated[int, typer.Option(min=1, max=366, help="Over how many days.")] = 30) -> None:
    """What language models took, by stage, and how the day's limit stands."""
    from coach.cli.show import show_spending

    spending = open_for(context).summarise_spending(days=days)
    if context.obj.json:
        say_json(as_json(spending))
    else:
        show_spending(spending, days=days)


@consent_app.command("status")
def consent_status(context: typer.Context) -> None:
    """What would leave this machine, and whether you agreed."""
    coach = open_for(context)
    card = coach.card
    needed = coach.needs_consent()
    if context.obj.json:
        say_json({"engine": card.name, "leaves": card.leaves, "provider": card.provider, "needed": needed})
    else:
        say(f"{card.says}. {card.leaves} {'You have not agreed to this yet.' if needed else ''}")


@consent_app.command("give")
def consent_give(context: typer.Context) -> None:
    """Agree that text is sent to the present engine's provider."""
    coach = open_for(context)
    coach.give_consent()
    say_who_speaks(coach, json=context.obj.json)


@consent_app.command("withdraw")
def consent_withdraw(context: typer.Context) -> None:
    """Take that agreement back."""
    coach = open_for(context)
    coach.withdraw_consent()
    say_who_speaks(coach, json=context.obj.json)


@app.command()
def run(
    context: typer.Context,
    port: Annotated[int, typer.Option(help="The port of the web app.")] = 8501,
    headless: Annotated[bool, typer.Option("--headless", help="Do not open a browser window.")] = False,
) -> None:
    """Start the web app."""
    from coach.cli.start import start_web_app

    start_web_app(engine=context.obj.engine, data=context.obj.data, port=port, headless=headless)


from coach.cli import contacts as contact_commands  # noqa: E402,F401  (its commands join the app above)
from coach.cli import keys as key_commands  # noqa: E402,F401  (likewise)
from coach.cli import messages as message_commands  # noqa: E402,F401  (likewise)
from coach.cli import practise  # noqa: E402,F401  (likewise)
from coach.cli import progress as progress_commands  # noqa: E402,F401  (likewise; the name of the module is that of a command)
from coach.cli import questions as question_commands  # noqa: E402,F401  (likewise; the name of the module is that of a command)
