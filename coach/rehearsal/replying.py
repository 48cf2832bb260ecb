"""The reply to the learner's turn: drafted by an engine, checked sentence by sentence, rewritten once, and failing that said by the built-in rules (pedagogy 3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from coach.clock import speaking_seconds
from coach.engines import Engine
from coach.manner.wording import split_sentences
from coach.orders import find_orders
from coach.prompts import Rendered, render
from coach.records import Background, ClockKind, EndReason, Move, Occupation, Passage, Record, Rehearsal, Speaker, Turn, Usage
from coach.rehearsal.checks import Guard, find_fault, is_too_long, mentions_time_left, normal, tidy
from coach.rehearsal.cues import Moment, choose_passages, minutes_left, read_moment
from coach.rehearsal.disclosure import find_locked, find_told
from coach.rehearsal.hearing import PAUSE_S, speaks_of_harm, state_before
from coach.rehearsal.help import draft_help
from coach.rehearsal.reading import find_learner_name
from coach.rehearsal.ready import add_ready
from coach.rehearsal.remembering import clip, recall, said_before

PROMPT = "rehearsal/reply"
SOFTWARE = "rules"
"""Names the writer of a turn in which the software spoke for itself."""
FACT_ROOM = 12
"""Words by which a reply may pass its length so that a fact is told to its end."""
_UTTERANCE_WORDS = 300
_LAST_RESORT = ("I'll leave it at that.", "That's all I can say to that.", "I'd rather go on to something else.", "Let's go on.", "I'll pass on that.")
_BYE = re.compile(
    r"\b(?:bye|goodbye|good luck|all the best|go well|take care|haere rā|ka kite|farewell|cheerio|so long|mind how you go|off you go)\b", re.IGNORECASE
)
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|\n+")


class _Sentence(Record):
    """A sentence that may be said; `last` where nothing came after it."""

    text: str
    last: bool = False


def draft_reply(
    rehearsal: Rehearsal, engine: Engine, *, occupation: Occupation, passages: tuple[Passage, ...], reserve: Engine, country: str = "NZ"
) -> Iterator[str]:
    """The sentences of the reply to the last turn, each checked before it is yielded.

    An engine's sentence that fails a check is dropped; where nothing is left the engine may write once more, and then `reserve` (the built-in engine) speaks. After a hint
    of harm the software speaks for itself, with the help lines of `country`, and goes on doing so; after any other end nothing is yielded. Errors of the engine pass through.
    """
    if not rehearsal.turns or rehearsal.turns[-1].speaker is not Speaker.INTERVIEWER:
        return
    if speaks_of_harm(rehearsal):
        yield from _help(rehearsal, country=country)
        return
    if rehearsal.ended:
        return
    moment = add_ready(rehearsal, occupation, moment=read_moment(rehearsal))
    chosen = choose_passages(occupation, passages, moment=moment)
    guard = _guard(rehearsal, moment, chosen)
    said: list[str] = []
    speaker = reserve if _is_attack(rehearsal, moment) else engine
    for sentence in _speak(rehearsal, speaker, moment=moment, passages=chosen, guard=guard, reserve=reserve):
        said.append(sentence)
        yield sentence
    yield from _finish(rehearsal, moment, said, guard=guard, reserve=reserve)


def _is_attack(rehearsal: Rehearsal, moment: Moment) -> bool:
    """Whether the learner's last turn tries to command the program: then only the built-in engine answers, which has nothing that could obey."""
    return moment.cue.move is Move.PROBE or bool(find_orders(rehearsal.turns[-1].text))


def add_reply(rehearsal: Rehearsal, text: str, *, engine_name: str, usage: Usage | None = None) -> Rehearsal:
    """The rehearsal with the career model's turn: facts disclosed, clock moved on, and ended where this reply closes it. No text, no turn.

    A turn in which the software spoke for itself (help lines) is marked as its own, whatever engine is named. `usage` is what a language model took for it.
    """
    if not text.strip() or not rehearsal.turns:
        return rehearsal
    before = state_before(rehearsal)
    if speaks_of_harm(rehearsal):
        return _with_reply(rehearsal, text, engine=SOFTWARE).model_copy(update={"ended": EndReason.HARM})
    last = rehearsal.turns[-1]
    if rehearsal.ended or last.speaker is not Speaker.INTERVIEWER:
        return _with_reply(rehearsal, text, engine=engine_name)
    cue = read_moment(rehearsal).cue
    open_facts = [fact for fact in rehearsal.fact_sheet.only(before.unlocked) if fact.id not in before.told]
    told = find_told(text, open_facts)
    state = before.model_copy(
        update={
            "told": (*before.told, *told),
            "elapsed_s": before.elapsed_s + _duration(rehearsal.clock, text),
            "time_mentioned": before.time_mentioned or cue.mention_time or (cue.move is Move.TIME and minutes_left(rehearsal, before) <= 6),
            "warned": before.warned or cue.move is Move.ABUSE,
        }
    )
    turn = Turn(
        n=len(rehearsal.turns) + 1,
        speaker=Speaker.CAREER_MODEL,
        text=text,
        at_s=round(before.elapsed_s, 1),
        disclosed=told,
        state=state,
        engine=engine_name,
        usage=usage,
    )
    return rehearsal.model_copy(update={"turns": (*rehearsal.turns, turn), "ended": cue.close})


def _with_reply(rehearsal: Rehearsal, text: str, *, engine: str) -> Rehearsal:
    before = state_before(rehearsal)
    state = before.model_copy(update={"elapsed_s": before.elapsed_s + _duration(rehearsal.clock, text)})
    turn = Turn(n=len(rehearsal.turns) + 1, speaker=Speaker.CAREER_MODEL, text=text, at_s=round(before.elapsed_s, 1), state=state, engine=engine)
    return rehearsal.model_copy(update={"turns": (*rehearsal.turns, turn)})


def _duration(clock: ClockKind, text: str) -> float:
    """Seconds by which a reply moves the clock; the wall moves by itself."""
    return {ClockKind.SPEAKING: speaking_seconds(text) + PAUSE_S, ClockKind.EXCHANGE: 60.0, ClockKind.WALL: 0.0}[clock]


def _help(rehearsal: Rehearsal, *, country: str) -> Iterator[str]:
    from coach.rehearsal.errands import takes_leave

    times = sum(turn.engine == SOFTWARE for turn in rehearsal.turns)
    yield from draft_help(times, country=country, leaving=times > 0 and takes_leave(rehearsal.turns[-1].text))


# --- drafting -------------------------------------------------------------------------------------


def _speak(rehearsal: Rehearsal, engine: Engine, *, moment: Moment, passages: tuple[Passage, ...], guard: Guard, reserve: Engine) -> Iterator[str]:
    said = False
    reasons: list[str] = []
    for mend in (False, True):
        again = moment.model_copy(update={"cue": moment.cue.model_copy(update={"mend": tuple(dict.fromkeys(reasons))})}) if mend else moment
        for sentence in _hold_back(_checked(engine, _prompt(rehearsal, again, passages), guard, reasons), moment, reasons, last=mend):
            said = True
            yield sentence
        if said:
            return
    yield from _from_reserve(reserve, _prompt(rehearsal, moment, passages), guard)


def _from_reserve(reserve: Engine, prompt: Rendered, guard: Guard) -> Iterator[str]:
    said = False
    for sentence in _checked(reserve, prompt, guard, []):
        said = True
        yield sentence.text
    if not said:
        yield next((line for line in _LAST_RESORT if normal(line) not in guard.said), _LAST_RESORT[0])


def _hold_back(sentences: Iterator[_Sentence], moment: Moment, reasons: list[str], *, last: bool) -> Iterator[str]:
    """The sentences as they come; one that nothing follows is held back where there are too few words, so that a scrap of an answer can still be rewritten."""
    held: list[str] = []
    words = 0
    for sentence in sentences:
        words += len(sentence.text.split())
        if words >= moment.bearing.min_words or not sentence.last:
            yield sentence.text
        else:
            held.append(sentence.text)
    if held and (last or (reasons == [] and not moment.cue.open)):
        yield from held
    elif held:
        reasons.append("it was too short")


def _checked(engine: Engine, prompt: Rendered, guard: Guard, reasons: list[str]) -> Iterator[_Sentence]:
    so_far: list[str] = []
    for raw in _sentences(engine.stream(prompt)):
        sentence = tidy(raw.text, guard.career_model)
        if not any(c.isalnum() for c in sentence):
            continue
        fault = find_fault(sentence, guard, so_far=so_far)
        if fault:
            reasons.append(fault)
            continue
        if is_too_long(sentence, guard, so_far=so_far):
            return
        so_far.append(sentence)
        yield _Sentence(text=sentence, last=raw.last)


def _sentences(pieces: Iterator[str]) -> Iterator[_Sentence]:
    """Whole sentences out of a stream of pieces, each as soon as the next one begins."""
    waiting = ""
    for piece in pieces:
        waiting += piece
        while True:
            cut = next((m for m in _END.finditer(waiting) if _ends_sentence(waiting[: m.start()])), None)
            if cut is None:
                break
            if waiting[: cut.start()].strip():
                yield _Sentence(text=waiting[: cut.end()].strip())
            waiting = waiting[cut.end() :]
    if waiting.strip():
        yield _Sentence(text=waiting.strip(), last=True)


def _ends_sentence(text: str) -> bool:
    """Whether the text up to a full stop is a sentence and no title or short form ("Dr.")."""
    return len(split_sentences(f"{text} X")) > len(split_sentences(text)) or text.endswith("\n")


def _finish(rehearsal: Rehearsal, moment: Moment, said: list[str], *, guard: Guard, reserve: Engine) -> Iterator[str]:
    """The time where it is due and was not mentioned, a goodbye where the meeting closes without one."""
    text = " ".join(said)
    fresh = guard.model_copy(update={"said": guard.said | {normal(sentence) for sentence in said}})
    if moment.cue.mention_time and not mentions_time_left(text):
        yield from _one_line(rehearsal, moment, Move.TIME_NOTE, fresh, reserve)
    elif moment.cue.close and not _BYE.search(text):
        yield from _one_line(rehearsal, moment, moment.cue.move, fresh, reserve)


def _one_line(rehearsal: Rehearsal, moment: Moment, move: Move, guard: Guard, reserve: Engine) -> Iterator[str]:
    cue = moment.cue.model_copy(update={"move": move, "mention_time": move is Move.TIME_NOTE})
    prompt = _prompt(rehearsal, moment.model_copy(update={"cue": cue, "facts": ()}), ())
    found = list(_checked(reserve, prompt, guard.model_copy(update={"cue": cue, "max_words": 40}), []))
    yield from (sentence.text for sentence in found[:2])


# --- the prompt and the checks --------------------------------------------------------------------


def _prompt(rehearsal: Rehearsal, moment: Moment, passages: tuple[Passage, ...]) -> Rendered:
    told, turns = recall(rehearsal)
    inputs: dict[str, Any] = {
        "career_model": rehearsal.career_model,
        "manner": moment.bearing,
        "cue": moment.cue,
        "facts": moment.facts,
        "passages": Background(passages=passages),
        "told": told,
        "turns": turns,
        "utterance": clip(rehearsal.turns[-1].text, _UTTERANCE_WORDS),
    }
    return render(PROMPT, **inputs)


def _guard(rehearsal: Rehearsal, moment: Moment, passages: tuple[Passage, ...]) -> Guard:
    state = rehearsal.state
    known = rehearsal.fact_sheet.only((*state.unlocked, *state.told))
    said = said_before(rehearsal)
    numbers = f"{moment.bearing.minutes_left} {moment.bearing.planned_minutes} {rehearsal.career_model.started}"
    texts = (
        rehearsal.career_model.as_text(),
        numbers,
        find_learner_name(rehearsal),
        rehearsal.occupation_title,
        *(fact.text for fact in (*known, *moment.facts)),
        *(passage.text for passage in passages),
        *(item.text for item in said),
        *(turn.text[:2000] for turn in rehearsal.turns if turn.speaker is Speaker.INTERVIEWER),
    )
    return Guard(
        career_model=rehearsal.career_model,
        card=rehearsal.career_model.as_text(),
        cue=moment.cue,
        locked=find_locked(rehearsal),
        material=(*(fact.text for fact in moment.facts), *(passage.text for passage in passages)),
        allowed_texts=texts,
        utterance=rehearsal.turns[-1].text,
        said=frozenset(normal(sentence.text) for item in said for sentence in split_sentences(item.text)),
        max_words=moment.bearing.max_words + (FACT_ROOM if moment.facts else 0),
    )
