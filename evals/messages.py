"""Messages: what the rules find in labelled ones, and whether drafts keep to them: `python -m evals.messages [--cases]`.

`labelled.jsonl` is the set the rules were mended with, `another-hand.jsonl` was written by somebody who had not seen them. The baseline finds every message right.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from coach.messages import check_message, draft_message
from coach.records import Channel, Message, MessageBrief, MessageKind, Record, Register

CASES = Path(__file__).parent / "cases" / "messages"
LABELS = {
    "job_request": "job_request",
    "too_long": "length",
    "no_purpose": "purpose",
    "generic_thanks": "detail",
    "new_request": "new_request",
    "wrong_name": "greeting",
    "attachment": "attachment",
    "no_way_out": "way_out",
    "no_time_asked": "minutes",
    "demanding": "demanding",
    "no_thanks": "thanks",
    "flattery": "flattery",
    "no_link": "link",
}
"""The labels of the cases and the rules that find them."""


class Case(Record):
    """A labelled message: whom it should greet, what was said in the talk, and its faults."""

    id: str
    kind: MessageKind
    channel: Channel
    to_name: str
    said: str = ""
    text: str
    faults: tuple[str, ...]

    def find(self) -> set[str]:
        """The rules that this message breaks, as they find it."""
        message = Message(kind=self.kind, channel=self.channel, body=self.text)
        return {check.id for check in check_message(message, to_name=self.to_name, said=self.said) if not check.ok}

    @property
    def wanted(self) -> set[str]:
        """The rules that it breaks by its labels."""
        return {LABELS[fault] for fault in self.faults}


def read_cases(path: Path) -> tuple[Case, ...]:
    """All labelled messages of a file."""
    return tuple(Case.model_validate(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


_PEOPLE = (
    ("Moana Parata", "My aunt Carol plays netball with you.", "find out whether surveying would suit me", "half of the job is keeping the neighbours informed", "go to the open day in August"),
    ("Dr Judith Marsh", "We met at the volunteers' evening last month.", "I want to understand how you made the change from teaching", "she keeps a notebook of every mistake", "volunteer on Saturdays"),
    ("Ana Tuilagi", "I go to the same church as your brother Ioane.", "decide between youth work and staying on the tools", "the evenings are when the real talks happen", "help at the Friday club for a month"),
)  # fmt: skip
_LEARNERS = (
    ("Tess Hargreaves", "a Year 13 student at Nayland College", False),
    ("Sione Faleolo", "a builder's labourer in Māngere", True),
    ("Kasia Nowak", "a warehouse worker who retrains at night", False),
)


def list_drafts() -> Iterator[tuple[MessageBrief, Message]]:
    """Drafts of every kind, channel and register for nine briefs."""
    for (to, link, purpose, said, plan), (me, who, te_reo) in itertools.product(_PEOPLE, _LEARNERS):
        brief = MessageBrief(
            to_name=to,
            me=me,
            who_i_am=who,
            link=link,
            purpose=purpose,
            said=said,
            plan=plan,
            met="Gareth Lowe",
            when="Tuesday at 4 pm",
            where="the library",
            te_reo=te_reo,
        )
        for kind, channel, register in itertools.product(MessageKind, Channel, Register):
            yield brief, draft_message(brief, kind, channel=channel, register=register)


def main(arguments: list[str]) -> int:
    """Print both sets and the drafts."""
    for path in sorted(CASES.glob("*.jsonl")):
        cases = read_cases(path)
        faults = sum(len(case.wanted) for case in cases)
        found = sum(len(case.wanted & case.find()) for case in cases)
        good = [case for case in cases if not case.faults]
        invented = sum(bool(case.find()) for case in good)
        print(f"{path.stem}: {found} of {faults} faults found ({found / faults:.0%}; the baseline 0), {invented} of {len(good)} good messages accused")
        if "--cases" in arguments:
            for case in cases:
                if case.wanted - case.find() or (not case.faults and case.find()):
                    print(
                        f"  {case.id} missed {sorted(case.wanted - case.find())} raised {sorted(case.find() - case.wanted)}: {' '.join(case.text.split())[:300]}"
                    )
    drafts = list(list_drafts())
    clean = sum(all(check.ok for check in check_message(message, to_name=brief.to_name, said=brief.said)) for brief, message in drafts)
    print(f"drafts: {clean} of {len(drafts)} keep to every rule; {len({message.body for _, message in drafts})} of them differ")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
