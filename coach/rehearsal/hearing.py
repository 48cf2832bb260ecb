"""What code makes of a learner's turn: trust, patience, clock, phase, unlocked facts (pedagogy 3.2 and 3.3, steps 1 and 2). Pure; no engine is asked."""

from __future__ import annotations

from coach.clock import speaking_seconds
from coach.manner.time import asks_for_more_time
from coach.records import ClockKind, EndReason, Move, Phase, PrivateFact, Rehearsal, Speaker, Style, Tier, Topic, Turn, TurnState, Utterance
from coach.rehearsal.help import hints_at_harm
from coach.rehearsal.matching import rank
from coach.rehearsal.persona import start_state
from coach.rehearsal.reading import clean_utterance, read_utterance
from coach.rehearsal.scene import Reading
from coach.rehearsal.tone import wants_longer

PAUSE_S = 6.0
"""Seconds added to each turn's speaking time: thinking, breathing, writing something down."""
HARM = "harm"
"""The move of a turn that hints at self-harm, abuse or danger, and of every turn after it."""
LOW_PATIENCE = 3.0
"""Below this nothing new is told and replies are half as long (design requirement 17)."""
MOST_NEW_FACTS = 2
_ABUSES_THAT_END = 3
_SILENCES_THAT_END = 8
_HARM_CHARS = 6000
_FLOOR = 2.0
_OPENNESS = {Style.WARM: 2, Style.RAMBLING: 2}
_MORE_S = 60.0
_PHASES = {
    Topic.PATH: Phase.STORY, Topic.WORK: Phase.WORK, Topic.SKILL: Phase.WORK, Topic.HARD: Phase.WORK, Topic.JOY: Phase.WORK, Topic.ORG: Phase.WORK, Topic.FIELD: Phase.WORK,
    Topic.ENTRY: Phase.ADVICE, Topic.ADVICE: Phase.ADVICE, Topic.LINKS: Phase.REFERRAL,
}  # fmt: skip
_COST = {
    Move.RUDE: 0.8, Move.INTERRUPTION: 0.6, Move.JOB: 0.6, Move.CV: 0.6, Move.CONTACT: 0.6, Move.PERSONAL: 0.5, Move.OFF_TOPIC: 0.3, Move.REPEAT: 0.4, Move.WALL: 0.5, Move.GIBBERISH: 0.1,
}  # fmt: skip
_AGAIN_COST = {Move.JOB: 0.6, Move.CV: 0.6, Move.PERSONAL: 0.3, Move.REPEAT: 0.4, Move.CONTACT: 0.5}
_FAULT_COST = {"leading_question": 0.2, "double_barrelled": 0.1, "unprofessional_language": 0.4}
_ASIDE_COST = {"rude": 0.7, "interruption": 0.4}
_MOVE_PHASES = {Move.FAREWELL: Phase.CLOSE, Move.PEOPLE: Phase.REFERRAL, Move.USE_NAME: Phase.REFERRAL, Move.NEXT_STEP: Phase.REFERRAL}


def hear_learner(rehearsal: Rehearsal, said: str | Utterance, *, wall_s: float | None = None) -> Rehearsal:
    """The rehearsal with the learner's turn and the state after it; `wall_s` is the second of the meeting on the wall (`ClockKind.WALL` only).

    An `Utterance` with times of its own, as a transcriber gives them, moves the clock by those instead of by its words, but on a clock that counts exchanges.

    Control and hidden characters are taken out of the text. After a hint of harm (`move` "harm") the software speaks and no more role-play is to be had; the reply
    ends the rehearsal (`EndReason.HARM`), as every end comes with a reply. After the end a turn is recorded and changes nothing.
    """
    before = state_before(rehearsal)
    heard = said if isinstance(said, Utterance) else Utterance(text=said)
    spoken = clean_utterance(heard.text)
    started = _start_of_turn(rehearsal, before, heard.started_s if heard.started_s is not None else wall_s, timed=heard.started_s is not None)
    if rehearsal.ended:
        return _with_turn(rehearsal, spoken, before.model_copy(update={"elapsed_s": max(before.elapsed_s, started)}), at_s=started)
    if speaks_of_harm(rehearsal) or hints_at_harm(f"{spoken[:_HARM_CHARS]} {spoken[_HARM_CHARS:][-_HARM_CHARS:]}"):
        state = before.model_copy(update={"elapsed_s": started, "move": HARM, "kind": "", "faults": ()})
        return _with_turn(rehearsal, spoken, state, at_s=started)
    reading = read_utterance(rehearsal, spoken, state=before)
    elapsed = _end_of_turn(rehearsal, heard, spoken, started)
    return _with_turn(rehearsal, spoken, _state_after(rehearsal, before, reading, elapsed=elapsed, text=spoken), at_s=started)


def state_before(rehearsal: Rehearsal) -> TurnState:
    """The state after the last turn, or the one a person of this style starts with."""
    return rehearsal.state if any(turn.state for turn in rehearsal.turns) else start_state(rehearsal.career_model.style)


def learner_moves(rehearsal: Rehearsal) -> tuple[TurnState, ...]:
    """The states after each of the learner's turns so far."""
    return tuple(turn.state for turn in rehearsal.turns if turn.speaker is Speaker.INTERVIEWER and turn.state is not None)


def speaks_of_harm(rehearsal: Rehearsal) -> bool:
    """Whether one of the learner's turns hinted at harm, so that there is no role-play any more."""
    return rehearsal.ended is EndReason.HARM or any(state.move == HARM for state in learner_moves(rehearsal))


def end_s(rehearsal: Rehearsal, state: TurnState) -> float:
    """The second of the meeting at which it is to end, with what was offered on top."""
    return rehearsal.planned_minutes * 60.0 + state.extended_s


def _start_of_turn(rehearsal: Rehearsal, before: TurnState, at_s: float | None, *, timed: bool) -> float:
    by_time = rehearsal.clock is ClockKind.WALL or (timed and rehearsal.clock is ClockKind.SPEAKING)
    return max(at_s, before.elapsed_s) if by_time and at_s is not None else before.elapsed_s


def _end_of_turn(rehearsal: Rehearsal, heard: Utterance, spoken: str, started: float) -> float:
    if rehearsal.clock is ClockKind.EXCHANGE:
        return started
    if heard.ended_s is not None:
        return max(started, heard.ended_s)
    return started + (speaking_seconds(spoken) + PAUSE_S if rehearsal.clock is ClockKind.SPEAKING else 0.0)


def _with_turn(rehearsal: Rehearsal, text: str, state: TurnState, *, at_s: float) -> Rehearsal:
    turn = Turn(n=len(rehearsal.turns) + 1, speaker=Speaker.INTERVIEWER, text=text, at_s=round(at_s, 1), state=state)
    return rehearsal.model_copy(update={"turns": (*rehearsal.turns, turn)})


def _state_after(rehearsal: Rehearsal, before: TurnState, reading: Reading, *, elapsed: float, text: str) -> TurnState:
    topic = reading.topic or before.topic
    follow_ups = dict(before.follow_ups)
    if reading.follow_up and reading.open and reading.topic:
        follow_ups[reading.topic] = follow_ups.get(reading.topic, 0) + 1
    asked_on = reading.topic if reading.leave and reading.move is Move.QUESTION else before.topic if reading.kind == "leave" else None
    leave = tuple(dict.fromkeys((*before.leave_asked, asked_on))) if asked_on else before.leave_asked
    terse = reading.move is Move.SHORTER or (before.terse and reading.move is not Move.QUESTION) or (before.terse and not wants_longer(text))
    state = before.model_copy(
        update={
            "patience": _patience(rehearsal, before, reading),
            "elapsed_s": elapsed,
            "topic": topic,
            "follow_ups": follow_ups,
            "leave_asked": leave,
            "phase": _phase(before, reading),
            "faults": reading.faults,
            "move": reading.move.value,
            "kind": reading.kind,
            "terse": terse,
        }
    )
    state = state.model_copy(update={"extended_s": _extension(rehearsal, state, text)})
    return state.model_copy(update={"unlocked": _unlock(rehearsal, state, reading)})


def _phase(before: TurnState, reading: Reading) -> Phase:
    if reading.move in _MOVE_PHASES:
        return _MOVE_PHASES[reading.move]
    if reading.topic and reading.move in {Move.QUESTION, Move.REPEAT, Move.PEOPLE}:
        return _PHASES[reading.topic]
    return before.phase


# --- patience -------------------------------------------------------------------------------------


def _patience(rehearsal: Rehearsal, before: TurnState, reading: Reading) -> float:
    """Lowered by faults, slowly restored by courtesy; only abuse or a long silence uses it up."""
    earlier = learner_moves(rehearsal)
    if reading.move is Move.ABUSE:
        count = 1 + sum(state.move == Move.ABUSE for state in earlier)
        return 0.0 if count >= _ABUSES_THAT_END else max(before.patience - (3.0 if reading.kind == "you" else 2.0), 0.5)
    if reading.move is Move.SILENCE and _silences(earlier) + 1 >= _SILENCES_THAT_END:
        return 0.0
    again = any(state.move == reading.move for state in earlier)
    cost = _COST.get(reading.move, 0.0) + (_AGAIN_COST.get(reading.move, 0.0) if again else 0.0) + (0.6 if reading.kind == "demand" else 0.0)
    if reading.move is Move.PERSONAL and (reading.leave or reading.kind == "relatives"):
        cost = 0.1
    cost += sum(_FAULT_COST.get(fault, 0.0) for fault in reading.faults) + sum(_ASIDE_COST.get(aside, 0.0) for aside in reading.aside)
    start = start_state(rehearsal.career_model.style).patience
    if cost:
        return max(before.patience - cost, min(before.patience, _FLOOR))
    return min(before.patience + _gain(before, reading, start), max(start, before.patience))


def _gain(before: TurnState, reading: Reading, start: float) -> float:
    if "apology" in reading.aside and before.patience < start - 1:
        return 1.5
    return (
        0.25 * (reading.move is Move.QUESTION and reading.open)
        + 0.3 * ("thanks" in reading.aside)
        + 0.2 * (reading.follow_up and reading.open)
        + 0.1 * reading.leave
        + 0.05
    )


def _silences(earlier: tuple[TurnState, ...]) -> int:
    count = 0
    for state in reversed(earlier):
        if state.move != Move.SILENCE:
            break
        count += 1
    return count


# --- clock ----------------------------------------------------------------------------------------


def _extension(rehearsal: Rehearsal, state: TurnState, text: str) -> float:
    """A minute more where a patient, talkative person is asked for it at the end; once."""
    generous = rehearsal.career_model.style in {Style.WARM, Style.RAMBLING, Style.SHY} and state.patience >= 6
    over = end_s(rehearsal, state) - 30 <= state.elapsed_s
    if over and generous and not state.extended_s and asks_for_more_time(text):
        return _MORE_S
    return state.extended_s


# --- facts ----------------------------------------------------------------------------------------


def _unlock(rehearsal: Rehearsal, state: TurnState, reading: Reading) -> tuple[str, ...]:
    """The facts that may be told from now on: T0 freely, T1 on an open question, T2 on a follow-up, T3 after two follow-ups and leave asked; at most two new ones."""
    facts = rehearsal.fact_sheet.facts
    free = tuple(fact.id for fact in facts if fact.tier is Tier.T0)
    unlocked = tuple(dict.fromkeys((*free, *state.unlocked)))
    if not reading.open or reading.topic is None or state.patience < LOW_PATIENCE or reading.move not in {Move.QUESTION, Move.PEOPLE, Move.IDENTITY}:
        return unlocked
    tiers = _open_tiers(state, reading, begun=_has_begun(rehearsal, unlocked, reading.topic))
    waiting = [fact for fact in facts if fact.topic is reading.topic and fact.id in unlocked and fact.id not in state.told and fact.tier is not Tier.T0]
    locked = [fact for fact in facts if fact.topic is reading.topic and fact.id not in unlocked and fact.tier in tiers]
    room = _OPENNESS.get(rehearsal.career_model.style, 1) if not reading.follow_up else MOST_NEW_FACTS
    new = _choose_new(locked, tiers, reading, room=max(room - len(waiting), 1 if reading.follow_up or reading.leave else 0))
    return (*unlocked, *(fact.id for fact in new))


def _has_begun(rehearsal: Rehearsal, unlocked: tuple[str, ...], topic: Topic) -> bool:
    """Whether a first layer of the topic is open already, or there is none, so that a follow-up may reach the second."""
    first = [fact.id for fact in rehearsal.fact_sheet.facts if fact.topic is topic and fact.tier is Tier.T1]
    return not first or bool(set(first) & set(unlocked))


def _open_tiers(state: TurnState, reading: Reading, *, begun: bool) -> tuple[Tier, ...]:
    """The tiers that this question opens on its topic, the deepest first."""
    assert reading.topic is not None
    tiers = [Tier.T1]
    if reading.follow_up and begun:
        tiers.insert(0, Tier.T2)
    if state.follow_ups.get(reading.topic, 0) >= 2 and reading.topic in state.leave_asked:
        tiers.insert(0, Tier.T3)
    return tuple(tiers)


def _choose_new(locked: list[PrivateFact], tiers: tuple[Tier, ...], reading: Reading, *, room: int) -> list[PrivateFact]:
    """One of each open tier, the best fit first, as far as there is room."""
    best = [rank((fact for fact in locked if fact.tier is tier), reading.keywords)[:2] for tier in tiers]
    ordered = [facts[0] for facts in best if facts] + [fact for facts in best for fact in facts[1:]]
    return ordered[: min(room, MOST_NEW_FACTS)]
