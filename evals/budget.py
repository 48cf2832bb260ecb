"""What a rehearsal costs a language model in tokens, beside sending everything each time: `python -m evals.budget`.

A scripted talk of 45 exchanges in 45 minutes (`evals/cases/rehearsals/long/`), one minute an exchange. The built-in engine speaks, so that the talk has the length of real
replies; what is counted are the prompts that a language model would have been sent, as they are, one message after the other. Counted with the real encoding where
its file lies beside the project or in `TIKTOKEN_CACHE_DIR`, else estimated and said so.

Figures. Growth: the prompt of exchange 45 by that of exchange 12. Of everything: all input tokens by those of the plainest way, which sends the same instructions and the
same material, and every turn so far word for word. Unchanged: the share of input tokens in the longest common beginning with the call before, which a provider's prompt
cache serves. A call is taken as system and user part, one after the other.
"""

from __future__ import annotations

import itertools
import statistics
import sys
from collections.abc import Generator, Sequence
from pathlib import Path

from coach.engines import EngineCard, R
from coach.engines.offline import OfflineEngine
from coach.library.corpus import corpus_folder, read_corpus
from coach.prompts import Rendered
from coach.records import ClockKind, Occupation, Record, Rehearsal, Speaker
from coach.rehearsal import add_reply, draft_reply, hear_learner, open_rehearsal
from coach.settings import Settings, use_tiktoken_folder
from coach.tokens import count_tokens
from evals.rehearsals import CASES, Script, find_occupation, read_scripts

LONG = CASES / "long"
BESIDE = Path(__file__).resolve().parents[2] / "shared" / "tiktoken"
EARLY = 12
RETRIEVED = 6
"""Passages that `Coach` looks up for a reply."""
TALKATIVE = 90
"""Words of a reply of somebody talkative; the built-in engine's are shorter than most language models'."""


class Heard:
    """The built-in engine, which remembers what it was asked."""

    def __init__(self) -> None:
        self._engine = OfflineEngine()
        self.prompts: list[Rendered] = []
        self.card = EngineCard(name="counted", says="", leaves="", model_name="counted")

    def draft(self, prompt: Rendered, returns: type[R]) -> R:
        """As the built-in engine drafts."""
        self.prompts.append(prompt)
        return self._engine.draft(prompt, returns)

    def stream(self, prompt: Rendered) -> Generator[str, None, None]:
        """As the built-in engine speaks."""
        self.prompts.append(prompt)
        return self._engine.stream(prompt)


class Call(Record):
    """One prompt as it is sent, the same with every turn so far in it, and the exchange it belongs to (from 1)."""

    exchange: int
    sent: str
    everything: str


class Budget(Record):
    """What a talk cost: tokens of the first, the early and the last prompt, all of them, all of the plainest way, and how many were unchanged."""

    exchanges: int
    calls: int
    early: int
    last: int
    most: int
    total: int
    everything: int
    unchanged: int
    estimated: bool

    @property
    def growth(self) -> float:
        """The last exchange's prompt by that of exchange 12."""
        return self.last / self.early


def play(script: Script, *, seed: int = 0, at_least: int = 0) -> tuple[Rehearsal, tuple[Call, ...]]:
    """The script played to its end, and every call it took; replies are filled up to so many words with occupation material where they are shorter."""
    occupation = find_occupation(script.occupation, read_corpus(corpus_folder()).occupations.values())
    rehearsal = open_rehearsal(
        occupation, rehearsal_id=script.id, planned_minutes=script.planned_minutes, style=script.style, seed=seed, clock=ClockKind.EXCHANGE
    )
    reserve = OfflineEngine()
    calls: list[Call] = []
    for n, said in enumerate(script.learner, start=1):
        rehearsal = hear_learner(rehearsal, said)
        heard = Heard()
        reply = " ".join(draft_reply(rehearsal, heard, occupation=occupation, passages=(), reserve=reserve))
        calls += [Call(exchange=n, sent=as_sent(prompt), everything=_with_everything(prompt, rehearsal)) for prompt in heard.prompts]
        rehearsal = add_reply(rehearsal, _lengthen(reply, occupation, n, at_least=at_least), engine_name="counted")
    return rehearsal, tuple(calls)


def _lengthen(reply: str, occupation: Occupation, n: int, *, at_least: int) -> str:
    missing = at_least - len(reply.split())
    words = occupation.passages[n % len(occupation.passages)].text.split()
    return f"{reply} {' '.join(words[:missing])}" if missing > 0 else reply


def as_sent(prompt: Rendered) -> str:
    """Both messages, one after the other."""
    return f"{prompt.system}\n\n{prompt.user}"


def _with_everything(prompt: Rendered, rehearsal: Rehearsal) -> str:
    """The plainest way: instructions, every turn in full, the material of this turn, the utterance."""
    turns = "\n".join(f"{'LEARNER' if turn.speaker is Speaker.INTERVIEWER else 'YOU'}: {turn.text}" for turn in rehearsal.turns)
    material = "\n".join(item.as_text() for item in (*prompt.inputs["facts"], *prompt.inputs["passages"].passages[:RETRIEVED]))
    return f"{prompt.system}\n\n{turns}\n\n{material}\n\n{prompt.inputs['manner'].as_text()}\n{prompt.inputs['cue'].as_text()}"


def measure(calls: Sequence[Call], *, folder: Path | None) -> Budget:
    """The figures of one talk."""
    counts = [count_tokens(call.sent, folder=folder) for call in calls]
    by_exchange: dict[int, int] = {}
    for call, count in zip(calls, counts, strict=True):
        by_exchange.setdefault(call.exchange, count.tokens)
    pairs = itertools.pairwise(calls)
    unchanged = sum(count_tokens(_common(before.sent, after.sent), folder=folder).tokens for before, after in pairs)
    return Budget(
        exchanges=max(by_exchange),
        calls=len(calls),
        early=by_exchange[EARLY],
        last=by_exchange[max(by_exchange)],
        most=max(by_exchange.values()),
        total=sum(count.tokens for count in counts),
        everything=sum(count_tokens(call.everything, folder=folder).tokens for call in calls),
        unchanged=unchanged,
        estimated=counts[0].estimated,
    )


def _common(before: str, after: str) -> str:
    """The longest common beginning."""
    length = next((n for n, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), min(len(before), len(after)))
    return after[:length]


def find_folder() -> Path | None:
    """Where encoding files are: the folder beside the project where there is one, else the one that the settings name."""
    folder = BESIDE if BESIDE.is_dir() else Settings().tiktoken_folder
    use_tiktoken_folder(folder)
    return folder


def main() -> int:
    """Print the figures."""
    folder = find_folder()
    for script in read_scripts(LONG):
        for words in (0, TALKATIVE):
            rehearsal, calls = play(script, at_least=words)
            budget = measure(calls, folder=folder)
            spoken = statistics.median(len(turn.text.split()) for turn in rehearsal.turns if turn.speaker is Speaker.CAREER_MODEL)
            print(f"{script.id}: {budget.exchanges} exchanges, {budget.calls} calls, replies of {spoken:.0f} words, ended by {rehearsal.ended}")
            print("tokens estimated, no encoding file is at hand" if budget.estimated else "tokens counted with o200k_base")
            print(f"{'prompt of exchange 12':44}{budget.early:8}")
            print(f"{f'prompt of exchange {budget.exchanges}':44}{budget.last:8}  ({budget.growth:.2f} times; the longest {budget.most})")
            print(f"{'all input':44}{budget.total:8}  ({budget.total / budget.everything:.0%} of sending everything, {budget.everything})")
            print(f"{'unchanged since the call before':44}{budget.unchanged:8}  ({budget.unchanged / budget.total:.0%} of all input)\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
