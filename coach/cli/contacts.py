"""The learner's contacts: rings, whom to ask next, what is due, and lists that come and go as files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coach.cli.commands import app, open_for, read_input
from coach.cli.output import as_json, note, say, say_json
from coach.records import ContactStatus

if TYPE_CHECKING:
    from coach.coaching import Coach
    from coach.records import Contact

contacts_app = typer.Typer(help="Your contacts, and whom to ask next.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(contacts_app, name="contacts")

RINGS = ("family and friends", "introduced", "a second step", "cold")
Who = Annotated[str, typer.Argument(metavar="CONTACT", help="A contact's id, or enough of the name.")]
RingOption = Annotated[int | None, typer.Option("--ring", min=0, max=3, help="0 family and friends, 1 introduced by them, 2 a second step, 3 cold.")]
LedBy = Annotated[str | None, typer.Option("--led-by", help="Who led you there: one of your contacts.")]
MayUse = Annotated[bool | None, typer.Option("--may-use-name/--may-not-use-name", help="Whether you may say who led you there.")]
Role = Annotated[str | None, typer.Option("--role", help="What they work as.")]
Employer = Annotated[str | None, typer.Option("--employer", help="Where they work.")]
Email = Annotated[str | None, typer.Option("--email")]
Phone = Annotated[str | None, typer.Option("--phone")]
What = Annotated[str | None, typer.Option("--what-for", help="What you hope to hear from them.")]
Status = Annotated[ContactStatus | None, typer.Option("--status", help="Where it stands.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]


@contacts_app.command("add")
def contacts_add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Their name, or what you know them by.")],
    ring: RingOption = 3,
    led_by: LedBy = None,
    may_use_name: MayUse = None,
    role: Role = None,
    employer: Employer = None,
    email: Email = None,
    phone: Phone = None,
    what_for: What = None,
) -> None:
    """Add somebody."""
    coach = open_for(context)
    leader = coach.find_contact(led_by).id if led_by else None
    given = {
        "ring": ring,
        "led_by": leader,
        "may_use_name": may_use_name,
        "role": role,
        "employer": employer,
        "email": email,
        "phone": phone,
        "what_for": what_for,
    }
    kept = coach.add_contact(name, **{key: value for key, value in given.items() if value is not None})
    _show(context, coach, kept)


@contacts_app.command("set")
def contacts_set(
    context: typer.Context,
    contact: Who,
    status: Status = None,
    ring: RingOption = None,
    led_by: LedBy = None,
    may_use_name: MayUse = None,
    role: Role = None,
    employer: Employer = None,
    email: Email = None,
    phone: Phone = None,
    what_for: What = None,
    asked_on: Day = None,
    reminded_on: Day = None,
    meets_on: Day = None,
    thanked_on: Day = None,
    news_on: Day = None,
    promised: Annotated[str | None, typer.Option("--promised", help="What you promised.")] = None,
    promised_by: Day = None,
) -> None:
    """Change somebody: where it stands, and when what was done."""
    coach = open_for(context)
    days = {"asked_on": asked_on, "reminded_on": reminded_on, "meets_on": meets_on, "thanked_on": thanked_on, "news_on": news_on, "promised_by": promised_by}
    given = {
        "status": status,
        "ring": ring,
        "may_use_name": may_use_name,
        "role": role,
        "employer": employer,
        "email": email,
        "phone": phone,
        "what_for": what_for,
        "promised": promised,
    }
    leader = coach.find_contact(led_by).id if led_by else None
    kept = coach.change_contact(contact, led_by=leader, **given, **{key: day.date() if day else None for key, day in days.items()})
    _show(context, coach, kept)


@contacts_app.command("list")
def contacts_list(context: typer.Context) -> None:
    """Everybody, from the innermost ring outward."""
    held = open_for(context).list_contacts()
    if context.obj.json:
        say_json(as_json(held))
        return
    names = {one.id: one.name for one in held}
    for ring, title in enumerate(RINGS):
        inside = [one for one in held if one.ring == ring]
        if inside:
            say(f"{ring}, {title}:")
        for one in inside:
            by = f", led there by {names[one.led_by]}" if one.led_by in names else ""
            say(f"{one.name} ({one.status.value.replace('_', ' ')}{by})", indent=2)
    if not held:
        say("Nobody yet. Begin with somebody in the family: coach contacts add NAME --ring 0")


@contacts_app.command("show")
def contacts_show(context: typer.Context, contact: Who) -> None:
    """All that is kept about somebody."""
    coach = open_for(context)
    _show(context, coach, coach.find_contact(contact))


@contacts_app.command("next")
def contacts_next(context: typer.Context) -> None:
    """Whom to ask next, and why."""
    found = open_for(context).suggest_next()
    if context.obj.json:
        say_json(as_json(found) if found else None)
    elif found is None:
        say("Nobody is left to ask. Whom do you know who might know somebody? Add them with: coach contacts add NAME --ring 0")
    else:
        say(f"{found.contact.name} ({RINGS[found.contact.ring]}). {found.why}")


@contacts_app.command("due")
def contacts_due(context: typer.Context) -> None:
    """What is to be done today."""
    found = open_for(context).list_due()
    if context.obj.json:
        say_json(as_json(found))
        return
    for due in found:
        say(f"{due.name}: {due.what}{f' Since {due.on:%d %B}.' if due.days_late else ''}")
    if not found:
        say("Nothing is due today.")


@contacts_app.command("import")
def contacts_import(
    context: typer.Context, file: Annotated[str, typer.Argument(help='A CSV file, a professional network\'s export among them, or "-".')]
) -> None:
    """Take contacts in; whoever is there already stays as they are."""
    found = open_for(context).import_contacts(read_input(file))
    if context.obj.json:
        say_json(as_json(found))
        return
    say(f"{len(found.added)} new, {len(found.known)} there already, {len(found.left)} rows left out.")
    for sentence in found.left[:20]:
        say(sentence, indent=2)


@contacts_app.command("export")
def contacts_export(context: typer.Context, to: Annotated[Path, typer.Option("--to", help="A file ending in .csv.")]) -> None:
    """Write all contacts as CSV."""
    to.write_bytes(open_for(context).export_contacts())
    note(f"Written to {to}.")


@contacts_app.command("remove")
def contacts_remove(context: typer.Context, contact: Who) -> None:
    """Forget a contact."""
    gone = open_for(context).remove_contact(contact)
    say(f"{gone.name} is no longer among your contacts.")


def _show(context: typer.Context, coach: Coach, contact: Contact) -> None:
    if context.obj.json:
        say_json(as_json(contact))
        return
    said = {**as_json(contact), "ring": f"{contact.ring}, {RINGS[contact.ring]}", "status": contact.status.replace("_", " ")}
    said |= (
        {"led_by": coach.find_contact(contact.led_by).name, "may_use_name": "yes" if contact.may_use_name else "no"} if contact.led_by else {"may_use_name": ""}
    )
    for key, value in said.items():
        if value not in {"", None} and key != "updated_at":
            say(f"{key.replace('_', ' ')}: {value}", hang=2)
