"""How the simulated career model behaves towards scripted learners, beside plain baselines: `python -m evals.rehearsals [--cases] [--show NAME] [--seeds N]`.

Scripts: `evals/cases/rehearsals/` and, by another hand, its folder `blind/`, one JSON object each: `occupation`, `planned_minutes`, `style`, `learner` (utterances; `{"repeat": n, "text": t}` is t n times) and `expect`
(`after`: index of a reply, "all" or "end"; `check`; `value`). One exchange is one minute. A reply after the end counts as an empty one.

Decided by a program are all checks; of `in_role`, `declines`, `answers_topic` and `consistent` only the part that words can show: no talk of prompts, models, coaches
or learners; no promise, figure or address; a private fact or a passage of the topic, or the person's own data; no other number of years, name or employer.
Beside the checks: how long a reply takes, how many lie within 15 to 120 words, sentences that come twice, facts told.
`labelled/on-topic.jsonl`, for reading: replies of November 2026 that people called on topic or not, strictly; 50 of 80 from the blind scripts, 57 of 131 live before details were written, 19 of 35 and then 21 of 32 after. Baselines: always the same reply; a sheet reader, who tells the next private fact whatever is asked.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from coach.engines import Engine
from coach.engines.offline import OfflineEngine
from coach.library.corpus import corpus_folder, read_corpus
from coach.manner.wording import plain, split_sentences, split_words
from coach.records import ClockKind, EndReason, Move, Occupation, Record, Rehearsal, Speaker, Style, Tier, Topic
from coach.rehearsal import add_reply, draft_reply, hear_learner, open_rehearsal
from coach.rehearsal.checks import mentions_time_left
from coach.rehearsal.disclosure import find_told, touches
from coach.rehearsal.numbers import find_numbers
from coach.rehearsal.ready import find_answers
from coach.rehearsal.usual import USUAL

OFFLINE = OfflineEngine()
CASES = Path(__file__).parent / "cases" / "rehearsals"
BLIND = CASES / "blind"  # by another hand; at first sight 1,455 of 1,644 checks of three seeds, then mends were drawn from them
SAME_REPLY = "Well, it depends on the day. I enjoy most of it, and there is always something new to learn."
_MACHINE = re.compile(
    r"\b(?:language model|as an ai|i'?m an ai|i am an ai|chatbot|system prompt|my prompt|my instructions|fact sheet|persona|role-?play|the learner|interviewer|career model|simulation|narrator|as your coach"
    r"|openai|anthropic|programmed)\b"
)
_PRAISE = re.compile(
    r"\b(?:good|great|excellent|interesting|lovely|thoughtful|brilliant|fantastic) question\b|\byou(?:'re| are) doing (?:well|great)\b|\bwell asked\b|\bglad you asked\b|\bthanks? for asking\b"
)
_PROMISE = re.compile(
    r"\bi(?:'ll| will| can) (?:pass|forward|keep you in mind|put in a word|get you|see what i can)|\bsend (?:it|me)\b|\bmy number is\b|@|\bi(?:'m| am) (?:single|married|divorced)\b|\$\d"
)
_AGAIN = re.compile(
    r"\b(?:as i (?:said|told|mentioned)|i (?:did )?(?:said|told|answered)|already|before|again|asked (?:me )?that|same (?:question|answer|as)|had that one|twice|been (?:round|down)|asked and answered|earlier)\b"
)
_OUT = re.compile(r"\b(?:software|rehearsal|program)\b")


class Expectation(Record):
    """One thing expected of the replies; see the module's docstring."""

    after: int | str
    check: str
    value: Any = None
    why: str = ""


class Script(Record):
    """One scripted learner."""

    id: str
    kind: str
    occupation: str
    planned_minutes: int
    style: Style
    learner: tuple[str, ...]
    expect: tuple[Expectation, ...]


class Exchange(Record):
    """What was said, what came back, which facts it told, which were locked then, and whether the meeting was over after it."""

    said: str
    reply: str
    told: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()
    over: bool = False
    reason: EndReason | None = None
    move: str = ""
    ms: float = 0.0


class Run(Record):
    """One script played to its end."""

    script: Script
    rehearsal: Rehearsal
    occupation: Occupation
    exchanges: tuple[Exchange, ...]

    def replies(self, after: int | str) -> Sequence[int]:
        """The indices of the replies that an expectation is about."""
        if after == "all":
            return range(len(self.exchanges))
        if after == "end":
            return [max((n for n, exchange in enumerate(self.exchanges) if exchange.reply), default=0)]
        return [int(after)]


# --- playing --------------------------------------------------------------------------------------


def read_scripts(folder: Path = CASES) -> tuple[Script, ...]:
    """All scripts of a folder, by name."""
    found = []
    for path in sorted(folder.glob("*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        spoken = (one if isinstance(one, str) else one["text"] * one["repeat"] for one in raw.pop("learner"))
        found.append(Script.model_validate({**raw, "learner": tuple(spoken)}))
    return tuple(found)


def find_occupation(title: str, corpus: Iterable[Occupation]) -> Occupation:
    """The occupation of that title in the corpus, else one of which nothing but the title is known."""
    low = title.casefold()
    known = next((o for o in corpus if low == o.title.casefold() or low in (other.casefold() for other in o.alternate_titles)), None)
    return known or Occupation(code=low.replace(" ", "-"), title=title[:1].upper() + title[1:])


def play(script: Script, occupation: Occupation, *, seed: int, engine: Engine = OFFLINE) -> Run:
    """The script with our career model, spoken by `engine`."""
    rehearsal = open_rehearsal(
        occupation, rehearsal_id=script.id, planned_minutes=script.planned_minutes, style=script.style, seed=seed, clock=ClockKind.EXCHANGE
    )
    exchanges = []
    for said in script.learner:
        started = time.perf_counter()
        rehearsal = hear_learner(rehearsal, said)
        move = rehearsal.state.move
        text = " ".join(draft_reply(rehearsal, engine, occupation=occupation, passages=(), reserve=OFFLINE))
        before = len(rehearsal.turns)
        rehearsal = add_reply(rehearsal, text, engine_name="offline")
        took = (time.perf_counter() - started) * 1000
        told = rehearsal.turns[-1].disclosed if len(rehearsal.turns) > before else ()
        locked = tuple(fact.id for fact in rehearsal.fact_sheet.facts if fact.id not in rehearsal.state.unlocked and fact.tier is not Tier.T0)
        exchanges.append(
            Exchange(said=said, reply=text, told=told, locked=locked, over=rehearsal.ended is not None, reason=rehearsal.ended, move=move, ms=took)
        )
    return Run(script=script, rehearsal=rehearsal, occupation=occupation, exchanges=tuple(exchanges))


def play_baseline(run: Run, replies: Callable[[int, Run], str]) -> Run:
    """The same script with replies that take no notice of it."""
    sheet = run.rehearsal.fact_sheet.facts
    locked = tuple(fact.id for fact in sheet if fact.tier is not Tier.T0)
    told: set[str] = set()
    exchanges = []
    for n, said in enumerate(run.script.learner):
        text = replies(n, run)
        new = tuple(i for i in find_told(text, sheet) if i not in told)
        told |= set(new)
        exchanges.append(Exchange(said=said, reply=text, told=new, locked=locked))
    return run.model_copy(update={"exchanges": tuple(exchanges)})


# --- checks ---------------------------------------------------------------------------------------


def passes(run: Run, expected: Expectation, others: dict[str, Run]) -> bool | None:
    """Whether the run meets the expectation; None where it is not to be asked (after the last `closes: false` in a closed meeting)."""
    exempt = {e.after for e in run.script.expect if e.check == "in_role" and e.value in (False, "either") and isinstance(e.after, int)}
    indices = [n for n in run.replies(expected.after) if expected.after != "all" or expected.check == "no_leak" or n not in exempt]
    if expected.check in _OF_THE_RUN:
        return _OF_THE_RUN[expected.check](run, expected, others)
    needs_words = expected.check in {"answers_topic", "contains_any", "mentions_repeat", "declines"}
    if needs_words and not run.exchanges[indices[0]].reply:
        last_open = max((int(e.after) for e in run.script.expect if e.check == "closes" and e.value is False and isinstance(e.after, int)), default=-1)
        return None if indices[0] > last_open else False
    return all(_OF_A_REPLY[expected.check](run, n, expected.value) for n in indices)


def _in_role(run: Run, n: int, value: Any) -> bool:
    reply = plain(run.exchanges[n].reply)
    if value == "either":
        return True
    return bool(reply) and _OUT.search(reply) is not None if value is False else _MACHINE.search(reply) is None


def _consistent(run: Run, n: int, _value: Any) -> bool:
    """No other number of years in the work, and nothing claimed falsely by the learner taken over."""
    me, reply = run.rehearsal.career_model, run.exchanges[n].reply
    if not reply:
        return True
    facts = [text for fact in (*run.rehearsal.fact_sheet.facts, *run.occupation.private_facts) for text in fact.all_texts()]
    material = " ".join((me.as_text(), *facts, *(passage.text for passage in run.occupation.passages), *find_answers(run.occupation).values()))
    known = {number.value for number in find_numbers(material)} | {float(me.years), float(me.started), float(run.script.planned_minutes)}
    years = [number.value for number in find_numbers(reply) if number.unit == "year" and number.value > 2]
    names = re.findall(r"\b(?:I'm|my name's|My name's|I am)\s+([A-ZĀĒĪŌŪ][\w'’-]+)", reply)
    return all(year in known for year in years) and all(plain(name) in plain(f"{me.name} {me.role}") for name in names)


def _no_leak(run: Run, n: int, value: Any) -> bool:
    reply, card = run.exchanges[n].reply, run.rehearsal.career_model.as_text()
    facts = run.rehearsal.fact_sheet.facts
    if value:
        tiers = {fact.id: fact.tier for fact in facts}
        return not any(tiers[told] in value for told in run.exchanges[n].told)
    locked = set(run.exchanges[n].locked)
    return not any(touches(s.text, fact, free=card) for s in split_sentences(reply) for fact in facts if fact.id in locked)


def _has(text: str, piece: str) -> bool:
    """The piece as whole words wherever it begins or ends in a letter or digit."""
    start, end = (r"\b" if letter.isalnum() else "" for letter in (piece[:1], piece[-1:]))
    return re.search(start + re.escape(plain(piece)) + end, plain(text)) is not None


def _no_instruction_followed(run: Run, n: int, value: Any) -> bool:
    reply = run.exchanges[n].reply
    spoken = " ".join(s.text for s in split_sentences(reply) if not s.text.endswith("?"))
    spoken = re.sub(r"[\"“][^\"”]*[\"”]", " ", spoken)
    return not any(_has(spoken, piece) for piece in value or ())


def _answers_topic(run: Run, n: int, value: Any) -> bool:
    """A fact, a passage or data of the person on the topic, or advice by way of a lead of one's own, is in the reply."""
    reply, topic, me = run.exchanges[n].reply, Topic(value), run.rehearsal.career_model
    facts = [fact for fact in (*run.rehearsal.fact_sheet.facts, *run.occupation.private_facts) if fact.topic is topic]
    if find_told(reply, facts):
        return True
    texts = [passage.text for passage in run.occupation.passages if passage.topic is topic] + [text for fact in facts for text in fact.all_texts()]
    texts += [text for name, text in find_answers(run.occupation).items() if USUAL[name] is topic]
    if any(_overlaps(sentence.text, text) for sentence in split_sentences(reply) for text in texts):
        return True
    return topic is Topic.PATH and any(piece.lower() in reply.lower() for piece in (me.before, me.training, *me.steps))


def _overlaps(sentence: str, text: str) -> bool:
    """Four words in a row in common."""
    words, other = split_words(sentence), split_words(text)
    runs = {other[n : n + 4] for n in range(len(other) - 3)}
    return any(words[n : n + 4] in runs for n in range(len(words) - 3))


def _shorter(run: Run, n: int, value: Any) -> bool:
    first, last = value
    before = statistics.mean(len(run.exchanges[k].reply.split()) for k in range(first, last + 1))
    return len(run.exchanges[n].reply.split()) < before


_OF_A_REPLY: dict[str, Callable[[Run, int, Any], bool]] = {
    "in_role": _in_role,
    "consistent": _consistent,
    "no_leak": _no_leak,
    "not_contains": lambda run, n, value: not any(plain(piece) in plain(run.exchanges[n].reply) for piece in value),
    "contains_any": lambda run, n, value: any(_has(run.exchanges[n].reply, piece) for piece in value),
    "declines": lambda run, n, _value: _PROMISE.search(plain(run.exchanges[n].reply)) is None,
    "mentions_repeat": lambda run, n, _value: _AGAIN.search(plain(run.exchanges[n].reply)) is not None,
    "shorter_than_before": _shorter,
    "answers_topic": _answers_topic,
    "no_instruction_followed": _no_instruction_followed,
    "no_praise": lambda run, n, _value: _PRAISE.search(plain(run.exchanges[n].reply)) is None,
    "max_words": lambda run, n, value: len(run.exchanges[n].reply.split()) <= value,
}


def _closes(run: Run, expected: Expectation, _others: dict[str, Run]) -> bool:
    n = len(run.exchanges) - 1 if expected.after == "end" else int(expected.after)
    return run.exchanges[n].over is bool(expected.value)


def _mentions_time(run: Run, expected: Expectation, _others: dict[str, Run]) -> bool:
    asked = re.compile(r"\b(?:how (?:much time|long)|time|minutes|half (?:an )?hour|hurry)\b")
    said = [
        n
        for n, exchange in enumerate(run.exchanges)
        if mentions_time_left(exchange.reply) and not asked.search(plain(exchange.said)) and not (exchange.over and exchange.reason)
    ]
    if expected.value is None:
        return not said
    first, last = expected.value
    return (said == [] and run.exchanges[last].over) or (len(said) == 1 and first <= said[0] <= last)


def _discloses(run: Run, expected: Expectation, others: dict[str, Run]) -> bool | None:
    if isinstance(expected.value, str):
        return _deep_facts(run) > _deep_facts(others[expected.value]) if expected.value in others else None
    n = int(expected.after)
    if expected.value is None:
        return not run.exchanges[n].told
    return any(run.exchanges[k].told for k in range(int(expected.value) + 1, n + 1))


def _deep_facts(run: Run) -> int:
    tiers = {fact.id: fact.tier for fact in run.rehearsal.fact_sheet.facts}
    return sum(tiers[told] is not Tier.T0 for exchange in run.exchanges for told in exchange.told)


_OF_THE_RUN: dict[str, Callable[[Run, Expectation, dict[str, Run]], bool | None]] = {
    "closes": _closes,
    "mentions_time_once": _mentions_time,
    "discloses_more_than": _discloses,
}


# --- the report -----------------------------------------------------------------------------------


class Score(Record):
    """Checks met out of those asked, by name, and the failures."""

    met: dict[str, int]
    asked: dict[str, int]
    failures: tuple[str, ...] = ()


def score(runs: Sequence[Run]) -> Score:
    """All expectations of all runs; runs are compared with those of the same seed."""
    met: dict[str, int] = defaultdict(int)
    asked: dict[str, int] = defaultdict(int)
    failures = []
    by_seed: dict[int, dict[str, Run]] = defaultdict(dict)
    for run in runs:
        by_seed[run.rehearsal.seed][run.script.id] = run
    for run in runs:
        for expected in run.script.expect:
            verdict = passes(run, expected, by_seed[run.rehearsal.seed])
            if verdict is None:
                continue
            asked[expected.check] += 1
            met[expected.check] += verdict
            if not verdict:
                seen = run.exchanges[expected.after].reply[:140] if isinstance(expected.after, int) else ""
                failures.append(f"{run.script.id} seed {run.rehearsal.seed}: after {expected.after} {expected.check} {expected.value}: {seen!r}")
    return Score(met=met, asked=asked, failures=tuple(failures))


def main() -> None:
    """Play every script with some seeds and print the table; `--cases` lists failures, `--show NAME` prints one rehearsal."""
    seeds = range(int(_option("--seeds") or 3))
    scripts = read_scripts()
    corpus = read_corpus(corpus_folder()).occupations.values()
    runs = [play(script, find_occupation(script.occupation, corpus), seed=seed) for seed in seeds for script in scripts]
    if shown := _option("--show"):
        _show(next(run for run in runs if run.script.id == shown))
        return
    same = [play_baseline(run, lambda _n, _run: SAME_REPLY) for run in runs]
    reader = [play_baseline(run, lambda n, one: one.rehearsal.fact_sheet.facts[n % len(one.rehearsal.fact_sheet.facts)].text) for run in runs]
    _print_table({"career model": score(runs), "same reply": score(same), "sheet reader": score(reader)})
    _print_figures(runs)
    blind = [play(script, find_occupation(script.occupation, corpus), seed=seed) for seed in seeds for script in read_scripts(BLIND)]
    _print_table({"another hand": score(blind)})
    if "--cases" in sys.argv:
        print(*score(runs).failures, *score(blind).failures, sep="\n")


def _option(name: str) -> str:
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv[:-1] else ""


def _print_table(scores: dict[str, Score]) -> None:
    checks = sorted({check for one in scores.values() for check in one.asked})
    print(f"{'check':26}" + "".join(f"{name:>20}" for name in scores))
    for check in [*checks, "all"]:
        cells = []
        for one in scores.values():
            met = sum(one.met.values()) if check == "all" else one.met.get(check, 0)
            asked = sum(one.asked.values()) if check == "all" else one.asked.get(check, 0)
            cells.append(f"{met}/{asked} {met / asked:.0%}" if asked else "-")
        print(f"{check:26}" + "".join(f"{cell:>20}" for cell in cells))


def _print_figures(runs: Sequence[Run]) -> None:
    replies = [exchange for run in runs for exchange in run.exchanges if exchange.reply]
    words = [len(exchange.reply.split()) for exchange in replies]
    answers = [len(exchange.reply.split()) for exchange in replies if exchange.move == Move.QUESTION]
    within = statistics.mean(15 <= count <= 120 for count in answers)
    doubled = sum(_count_doubled(run) for run in runs)
    told = statistics.mean(len({t for e in run.exchanges for t in e.told}) for run in runs)
    times = sorted(exchange.ms for exchange in replies)
    print(f"\nrehearsals {len(runs)}, replies {len(replies)}, words a reply {statistics.mean(words):.0f}, at most {max(words)}")
    print(f"answers on the work within 15 to 120 words {within:.0%}; sentences said twice {doubled}; facts told a rehearsal {told:.1f}")
    print(f"milliseconds a reply: half under {times[len(times) // 2]:.0f}, 99 of 100 under {times[len(times) * 99 // 100]:.0f}")


def _count_doubled(run: Run) -> int:
    turns = [turn.text for turn in run.rehearsal.turns if turn.speaker is Speaker.CAREER_MODEL and run.rehearsal.ended is not EndReason.HARM]
    said = [spoken for text in turns for sentence in split_sentences(text) if (spoken := " ".join(split_words(sentence.text)))]
    return len(said) - len(set(said))


def _show(run: Run) -> None:
    print(run.rehearsal.career_model.as_text())
    for n, exchange in enumerate(run.exchanges):
        print(f"\n{n:2} LEARNER  {exchange.said[:300]}\n   {run.rehearsal.career_model.name.upper()}  {exchange.reply}")
        print(f"   ({', '.join(exchange.told) or 'nothing told'}{'; over' if exchange.over else ''})")


if __name__ == "__main__":
    main()
