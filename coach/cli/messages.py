"""Messages before and after a talk: drafted from what is known, or one's own text checked. Nothing is ever sent."""

from __future__ import annotations

from typing import Annotated

import typer

from coach.cli.commands import app, open_for, open_note, read_input
from coach.cli.output import note, say, say_json
from coach.records import Channel, Message, MessageCheck, MessageKind, Register

message_app = typer.Typer(help="Messages around a talk, to copy; nothing is ever sent.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(message_app, name="message")

How = Annotated[Channel, typer.Option("--channel", help="email, note (300 characters), text, or call (to be said).")]
To = Annotated[str, typer.Option("--to", help="Whom it goes to.")]
Said = Annotated[str, typer.Option("--said", help="What was really said in the talk, as it goes on after: that ...")]


def _add(kind: MessageKind, name: str, help_text: str) -> None:
    @message_app.command(name, help=help_text)
    def draft(
        context: typer.Context,
        notes: Annotated[str, typer.Argument(help='Your notes (.md .txt .pdf .docx .html), or "-"; without them everything comes from the options.')] = "",
        me: Annotated[str, typer.Option("--me", help="Your name.")] = "",
        to: To = "",
        who: Annotated[str, typer.Option("--who", help="Who you are, in one clause: a Year 13 student at ...")] = "",
        link: Annotated[str, typer.Option("--link", help="How you come to write: My aunt Carol plays netball with you.")] = "",
        purpose: Annotated[str, typer.Option("--purpose", help="What you want to learn: find out whether ...")] = "",
        minutes: Annotated[int, typer.Option("--minutes", min=10, max=60, help="How long the talk is to take.")] = 20,
        said: Said = "",
        plan: Annotated[str, typer.Option("--plan", help="What you will do with it, as it goes on after: I will ...")] = "",
        met: Annotated[str, typer.Option("--met", help="Whom the introducer led you to.")] = "",
        when: Annotated[str, typer.Option("--when", help="Day and hour of the meeting.")] = "",
        where: Annotated[str, typer.Option("--where", help="Where it is.")] = "",
        channel: How = Channel.EMAIL,
        register: Annotated[Register, typer.Option("--register", help="nz, uk or us.")] = Register.NEW_ZEALAND,
        te_reo: Annotated[bool, typer.Option("--te-reo", help="Greet in te reo Māori.")] = False,
    ) -> None:
        coach = open_for(context)
        dossier = coach.draft_dossier(open_note(coach, notes)) if notes else None
        known = {"who_i_am": who, "link": link, "minutes": minutes, "said": said, "plan": plan, "met": met, "where": where, "te_reo": te_reo}
        brief = coach.brief_message(dossier, me=me, to_name=to, purpose=purpose, when=when, **known)
        message, checks = coach.draft_message(brief, kind, channel=channel, register=register)
        if context.obj.json:
            say_json(_shape(message, checks))
            return
        if message.subject:
            say(f"Subject: {message.subject}")
            say()
        say(message.body)
        _tell(checks)


_add(MessageKind.REQUEST, "request", "Ask for a talk.")
_add(MessageKind.REMINDER, "reminder", "Ask once more, kindly.")
_add(MessageKind.CONFIRMATION, "confirmation", "Confirm day and place.")
_add(MessageKind.THANKS, "thank-you", "Thank, with something that was really said.")
_add(MessageKind.NEWS, "follow-up", "Tell what came of it, some weeks later.")
_add(MessageKind.THANKS_INTRODUCER, "thank-introducer", "Thank whoever led you there.")


@message_app.command("check")
def check(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help='Your own message, or "-".')],
    kind: Annotated[MessageKind, typer.Option("--kind", help="What it is for.")] = MessageKind.REQUEST,
    to: To = "",
    said: Said = "",
    channel: How = Channel.EMAIL,
) -> None:
    """What is right and wrong with a message of your own; it stays as it is."""
    text = read_input(file).decode("utf-8", errors="replace")
    checks = open_for(context).check_message(text, kind, to_name=to, channel=channel, said=said)
    if context.obj.json:
        say_json({"checks": [_shape_check(one) for one in checks]})
    else:
        _tell(checks)


def _shape(message: Message, checks: tuple[MessageCheck, ...]) -> dict[str, object]:
    return {"subject": message.subject, "body": message.body, "words": len(message.body.split()), "checks": [_shape_check(one) for one in checks]}


def _shape_check(check: MessageCheck) -> dict[str, object]:
    return {"id": check.id, "ok": check.ok, "why": f"{check.why} {check.mend}".strip()}


def _tell(checks: tuple[MessageCheck, ...]) -> None:
    wrong = [check for check in checks if not check.ok]
    for check in wrong:
        note(f"{check.why} {check.mend}")
    if not wrong:
        note("It keeps to every rule. Read it aloud, change what does not sound like you, and send it yourself.")
