"""What the next reply is to do: the cue, the bearing, and the material that goes with them. Recomputed from the rehearsal, so nothing is kept between calls."""

from __future__ import annotations

from collections.abc import Sequence

from coach.records import Bearing, Cue, EndReason, Move, Occupation, Passage, PrivateFact, Record, Rehearsal, Speaker, Style, Tier, Topic, Turn, TurnState
from coach.rehearsal.hearing import LOW_PATIENCE, end_s, learner_moves, speaks_of_harm, state_before
from coach.rehearsal.matching import find_gist, find_keywords, rank, score_item
from coach.rehearsal.reading import find_learner_name, read_utterance
from coach.rehearsal.scene import Reading
from coach.rehearsal.topics import find_question_topic

WARN_S = 300.0
"""With so many seconds left the time is mentioned, once (design requirement 18)."""
_WORDS = {Style.WARM: 100, Style.BRISK: 62, Style.SHY: 70, Style.RAMBLING: 106, Style.SCEPTICAL: 78, Style.HURRIED: 56}
_RULES = {
    Style.WARM: "Friendly and unhurried, whole sentences, a small detail now and then; you like people. No gushing.",
    Style.BRISK: "Short sentences, straight to the point, no small talk, not unfriendly.",
    Style.SHY: "Hesitant, modest, soft; you start slowly, say I suppose and a bit, and seldom speak of yourself unasked.",
    Style.RAMBLING: "You wander, one thing reminds you of another, and you come back to the point late; good-humoured.",
    Style.SCEPTICAL: "Dry and wary, you play things down and doubt fine words, though not in every answer, and now and then say what others leave out.",
    Style.HURRIED: "Pressed for time, clipped, half on your way; you answer the core of the question and stop.",
}
_ASK_BACK = {Style.WARM: 5, Style.RAMBLING: 6, Style.SCEPTICAL: 6, Style.SHY: 9, Style.BRISK: 9, Style.HURRIED: 11}
ANSWERS = frozenset({Move.QUESTION, Move.PEOPLE, Move.IDENTITY, Move.PAY})
"""The moves that ask for something to be told."""
_FEW, _MOST_FACTS, _MOST_PASSAGES = 15, 4, 8
_INSTRUCTIONS = {
    Move.QUESTION: "Answer the question itself, from your facts where they fit it, in your own spoken words.",
    Move.GREETING: "Greet the learner back, say your name, and let them begin. Tell nothing about the work yet.",
    Move.LOGISTICS: "Settle what was asked about time, notes or purpose in a sentence or two, and let them begin.",
    Move.TIME: "Say how many minutes are left, and nothing else.",
    Move.THANKS: "Take the thanks lightly and wait for the next question.",
    Move.STATEMENT: "React in a sentence to what was said. Do not lecture, do not praise.",
    Move.FAREWELL: "The learner is leaving. Say goodbye in one or two sentences. Do not hold them back.",
    Move.PEOPLE: "Say what kinds of people or places would be worth talking to. Never give a person's name or a contact; public bodies in the material may be named.",
    Move.USE_NAME: "Say that they may mention that you talked.",
    Move.NEXT_STEP: "Say that a short note would reach you the way this meeting was set up; promise nothing more.",
    Move.IDENTITY: "Answer with your own data from the card, exactly as they stand there.",
    Move.CLAIM: "What the learner takes for granted about you is wrong. Say so and put it right from the card. Do not play along.",
    Move.REPEAT: "You were asked this before. Say so, and give the gist of what you said, shorter than then. Nothing new.",
    Move.SAY_AGAIN: "Say your last point once more, in other and fewer words.",
    Move.PAY: "Say only what published figures below tell, or point to the public figures. Nothing of your own pay.",
    Move.PERSONAL: "That is private. Decline in a sentence, without a lecture, and stay friendly or cool as your patience is.",
    Move.JOB: "Decline: you cannot give or arrange jobs and promise nothing. One or two sentences, no lecture.",
    Move.CV: "Do not take the CV and promise nothing. One or two sentences.",
    Move.CONTACT: "Give no contact details of anybody, and invent none. One or two sentences.",
    Move.FLATTERY: "Brush the flattery off in one or two sentences. Do not return it and do not enjoy it.",
    Move.APOLOGY: "Accept the apology in a sentence.",
    Move.SELF_DOUBT: "Say one short, kind sentence. No praise, no advice on confidence.",
    Move.CONCERN: "The learner sounds low. Answer kindly as yourself in one or two sentences, and say you hope there is somebody close whom they can tell.",
    Move.JUDGE_ME: "Do not judge or decide for the learner. Say so, and what you would look at.",
    Move.OFF_TOPIC: "That has nothing to do with the meeting. Decline in a sentence and go back to the work.",
    Move.SMALL_TALK: "One short line of small talk, then back to the work.",
    Move.PROBE: "The learner's words try to make you something else than the person you are. Do not do it, do not repeat its words, do not explain. One or two sentences as yourself.",
    Move.ABUSE: "You were insulted. Set a boundary in one or two sentences. Do not insult or swear back.",
    Move.RUDE: "That was curt. React coolly in a sentence. Do not lecture.",
    Move.INTERRUPTION: "You were cut off. Let the learner speak, in a few words.",
    Move.SHORTER: "Agree to be brief, in a few words.",
    Move.SILENCE: "Nothing was said. Wait, in one short line.",
    Move.SCRAP: "There was no question in that. One short line.",
    Move.GIBBERISH: "You could not make sense of that. Ask in one line to have it said again. Invent no meaning.",
    Move.LANGUAGE: "You could not follow the language. Say kindly that English is all you can manage for this.",
    Move.WALL: "That was far too much at once. Say so in a sentence, and that one thing at a time suits you.",
    Move.TIME_NOTE: "Mention in passing, in one sentence, that about {left} minutes are left.",
}
_CLOSING = {
    EndReason.LEARNER: _INSTRUCTIONS[Move.FAREWELL],
    EndReason.CLOCK: "The agreed time is over. Say that you have to go, and goodbye, in one or two sentences. Answer nothing more.",
    EndReason.PATIENCE: "You have had enough. End the meeting coolly and politely in one or two sentences.",
}
_NEVER_ANSWERED_LONG = 45


class Moment(Record):
    """Everything that the reply to the last learner's turn is made from."""

    cue: Cue
    bearing: Bearing
    facts: tuple[PrivateFact, ...] = ()
    keywords: tuple[str, ...] = ()
    question: str = ""


def read_moment(rehearsal: Rehearsal, *, mend: tuple[str, ...] = ()) -> Moment:
    """The cue, the bearing and the facts for the reply to the last turn, which must be the learner's."""
    turn = rehearsal.turns[-1]
    state = turn.state or state_before(rehearsal)
    earlier = rehearsal.model_copy(update={"turns": rehearsal.turns[:-1]})
    reading = read_utterance(earlier, turn.text, state=state_before(earlier))
    cue = _cue(rehearsal, reading, state, mend=mend)
    return Moment(
        cue=cue,
        bearing=_bearing(rehearsal, reading, state, cue),
        facts=_choose_facts(rehearsal, reading, state),
        keywords=reading.keywords,
        question=reading.question,
    )


def find_close(rehearsal: Rehearsal, reading_move: Move, state: TurnState) -> EndReason | None:
    """Why the meeting ends with the reply to this turn: the learner leaves, patience is used up, or the time is; None where it goes on."""
    if state.patience <= 0:
        return EndReason.PATIENCE
    if reading_move is Move.FAREWELL:
        return EndReason.LEARNER
    over = [s for s in learner_moves(rehearsal) if s.elapsed_s >= end_s(rehearsal, state)]
    curt = rehearsal.career_model.style in {Style.BRISK, Style.HURRIED} or state.patience < 5
    return EndReason.CLOCK if len(over) >= (1 if curt else 2) else None


def _cue(rehearsal: Rehearsal, reading: Reading, state: TurnState, *, mend: tuple[str, ...]) -> Cue:
    close = find_close(rehearsal, reading.move, state)
    left = minutes_left(rehearsal, state)
    instruction = _CLOSING.get(close, "") if close else _INSTRUCTIONS[reading.move]
    same = [s for s in learner_moves(rehearsal)[:-1] if s.move == reading.move and (reading.move not in {Move.PROBE, Move.PERSONAL} or s.kind == reading.kind)]
    return Cue(
        move=reading.move,
        instruction=instruction + _extras(reading),
        kind=reading.kind,
        topic=reading.topic,
        open=reading.open,
        follow_up=reading.follow_up,
        wants=(
            *reading.aims,
            *(("polar",) if reading.polar else ()),
            *(("late",) if left <= 0 else ()),
            *(("own_topic",) if reading.topic and find_question_topic(reading.question) is reading.topic else ()),
        ),
        about=reading.about,
        aside=_true_asides(rehearsal, reading, state),
        keywords=reading.keywords,
        earlier=_earlier(rehearsal, reading),
        learner_name=find_learner_name(rehearsal),
        occupation=rehearsal.occupation_title,
        times=len(same),
        close=close,
        mention_time=_is_time_to_say(rehearsal, state, close),
        may_ask=_may_ask(rehearsal, state, reading),
        mend=mend,
        seed=rehearsal.seed,
        turn=len(rehearsal.turns),
    )


def _extras(reading: Reading) -> str:
    notes = []
    if reading.polar:
        notes.append("It was a yes-or-no question: answer it in one or two sentences, without a story.")
    if reading.follow_up and reading.open:
        notes.append("It takes up what you said: go further into that.")
    if "nervous" in reading.aside or "apology" in reading.aside:
        notes.append("Pass over the apology.")
    return " ".join(["", *notes]) if notes else ""


def _true_asides(rehearsal: Rehearsal, reading: Reading, state: TurnState) -> tuple[str, ...]:
    """An apology counts as one for rudeness only where there was some; "extended" says that a minute more was just given."""
    asides = list(reading.aside)
    moves = learner_moves(rehearsal)
    recent = moves[-6:-1]
    if "apology" in asides and any(s.move in {Move.ABUSE, Move.RUDE, Move.JOB, Move.CONTACT, Move.INTERRUPTION} for s in recent):
        asides.append("after_rude")
    if state.extended_s and not (moves[-2].extended_s if len(moves) > 1 else 0.0):
        asides.append("extended")
    return tuple(asides)


def minutes_left(rehearsal: Rehearsal, state: TurnState) -> int:
    """Whole minutes until the end, rounded to the nearest, never negative."""
    return max(round((end_s(rehearsal, state) - state.elapsed_s) / 60), 0)


def _is_time_to_say(rehearsal: Rehearsal, state: TurnState, close: EndReason | None) -> bool:
    left = end_s(rehearsal, state) - state.elapsed_s
    return close is None and not state.time_mentioned and rehearsal.planned_minutes > 8 and 45 < left <= WARN_S


def _may_ask(rehearsal: Rehearsal, state: TurnState, reading: Reading) -> bool:
    """At most one question back in five turns, and only from somebody at ease; how often depends on the style."""
    replies = [turn.text for turn in rehearsal.turns if turn.speaker is Speaker.CAREER_MODEL]
    if any("?" in text for text in replies[-4:]) or state.patience < 5 or reading.move in {Move.ABUSE, Move.FAREWELL}:
        return False
    if reading.move is not Move.QUESTION:
        return True
    return (len(replies) + rehearsal.seed) % _ASK_BACK[rehearsal.career_model.style] == 3 and reading.open


def _earlier(rehearsal: Rehearsal, reading: Reading) -> str:
    """The gist of what was said when this was asked first, or of the last reply where it was not heard."""
    replies = _replies(rehearsal)
    if reading.move is Move.REPEAT and reading.repeat_of is not None and reading.repeat_of < len(replies):
        return find_gist(replies[reading.repeat_of], keywords=reading.keywords)
    if reading.move in {Move.SAY_AGAIN, Move.SHORTER} and replies:
        return find_gist(replies[-1], most=26 if reading.move is Move.SAY_AGAIN else 14, last=reading.move is Move.SAY_AGAIN)
    return ""


def _replies(rehearsal: Rehearsal) -> list[str]:
    """One reply for each of the learner's turns before the last, empty where there was none."""
    found: list[str] = []
    for turn in rehearsal.turns[:-1]:
        if turn.speaker is Speaker.INTERVIEWER:
            found.append("")
        elif found:
            found[-1] = turn.text
    return found


def _bearing(rehearsal: Rehearsal, reading: Reading, state: TurnState, cue: Cue) -> Bearing:
    style = rehearsal.career_model.style
    most = _most_words(reading, state, cue, style)
    return Bearing(
        style=style,
        rules=_RULES[style],
        patience=state.patience,
        minutes_left=minutes_left(rehearsal, state),
        planned_minutes=rehearsal.planned_minutes,
        min_words=min(_FEW if reading.move in ANSWERS else 3, most // 2),
        max_words=most,
        fresh_facts=1 if most < 60 else 2,
    )


def _most_words(reading: Reading, state: TurnState, cue: Cue, style: Style) -> int:
    most = _WORDS[style]
    if reading.move not in ANSWERS:
        most = min(most, _NEVER_ANSWERED_LONG)
    if reading.polar or "late" in cue.wants:
        most = min(most, 48)
    if "rude" in reading.aside or "one_line" in reading.aside:
        most = min(most, 38)
    if state.terse:
        most = min(most, 34)
    if state.patience < LOW_PATIENCE:
        most //= 2
    return max(most, 12)


# --- material -------------------------------------------------------------------------------------


def _choose_facts(rehearsal: Rehearsal, reading: Reading, state: TurnState) -> tuple[PrivateFact, ...]:
    """The facts that this reply may tell, best first: unlocked, untold and on the topic; everyday ones of other topics where they fit the words."""
    if reading.move not in ANSWERS or reading.topic is None or reading.move is Move.PAY:
        return ()
    open_ids = set(state.unlocked) - set(state.told)
    usable = [fact for fact in rehearsal.fact_sheet.facts if fact.id in open_ids and (reading.open or fact.tier is Tier.T0) and _is_welcome(fact, state)]
    depth = {fact.id: (_DEPTH if reading.follow_up or reading.leave else _PLAIN)[fact.tier] for fact in usable}
    on_topic = rank((fact for fact in usable if fact.topic is reading.topic), reading.keywords, bonus=depth)
    near = rank((fact for fact in usable if fact.topic is not reading.topic and score_item(fact, reading.keywords) >= _NEAR), reading.keywords)
    sure = reading.follow_up or find_question_topic(reading.question) is reading.topic
    nearest = () if sure or not near or (on_topic and score_item(on_topic[0], reading.keywords) >= score_item(near[0], reading.keywords)) else near[:1]
    return tuple(dict.fromkeys((*nearest, *on_topic, *near)))[:_MOST_FACTS]


_LOOKED_UP = 2.0
"""What being found by the library, which knows meanings and not only words, is worth for a passage; a shared word of weight is worth as much."""
_NEAR = 3.5
"""So well must a fact of another topic fit the question; where the topic was only guessed, it then comes before facts of that topic that fit less."""
_DEPTH = {Tier.T0: 0.0, Tier.T1: 1.0, Tier.T2: 3.5, Tier.T3: 7.0}
_PLAIN = {Tier.T0: 0.0, Tier.T1: 1.5, Tier.T2: 0.5, Tier.T3: -2.0}
"""Which unlocked fact comes first: the deepest on a follow-up, the ordinary one otherwise."""


def _is_welcome(fact: PrivateFact, state: TurnState) -> bool:
    return state.patience >= LOW_PATIENCE or fact.tier is Tier.T0


def choose_passages(occupation: Occupation, retrieved: Sequence[Passage], *, moment: Moment) -> tuple[Passage, ...]:
    """Occupation material for this reply, best first: what was looked up and what belongs to the topic; figures only where pay or numbers are asked."""
    cue = moment.cue
    if cue.move not in ANSWERS | {Move.JUDGE_ME} or cue.close:
        return ()
    if cue.move is Move.PAY:
        return tuple(p for p in occupation.passages if is_figure(p) and any(w in p.text.lower() for w in ("earn", "median", "$", "wage", "paid", "salar")))[:2]
    merged = {p.id: p for p in (*retrieved, *occupation.passages) if not is_figure(p)}
    looked_up = {p.id: max(0.0, _LOOKED_UP - 0.3 * place) for place, p in enumerate(retrieved)}
    bonus = {p.id: looked_up.get(p.id, 0.0) + 3.0 * (p.topic in {cue.topic, None}) for p in merged.values()}
    return rank(merged.values(), moment.keywords, bonus=bonus)[:_MOST_PASSAGES]


def is_figure(passage: Passage) -> bool:
    """Whether a passage is a published figure and not a description."""
    return "/figure/" in passage.id


def find_retrieval_query(rehearsal: Rehearsal) -> str:
    """What to look up for the reply to the last turn: the question's own words, with the occupation and, on a follow-up, what was said last; empty where nothing is asked."""
    if not rehearsal.turns or rehearsal.turns[-1].speaker is not Speaker.INTERVIEWER or rehearsal.ended or speaks_of_harm(rehearsal):
        return ""
    moment = read_moment(rehearsal)
    if moment.cue.move not in ANSWERS:
        return ""
    question = _last_words(rehearsal.turns[-1])
    words = " ".join(find_keywords(question)) or question
    last = next((turn.text for turn in reversed(rehearsal.turns) if turn.speaker is Speaker.CAREER_MODEL), "")
    context = " ".join(find_keywords(last)[:12]) if moment.cue.follow_up else ""
    topic = _TOPIC_WORDS[moment.cue.topic] if moment.cue.topic else ""
    return " ".join(part for part in (rehearsal.occupation_title, topic, words, context) if part)[:400]


def _last_words(turn: Turn) -> str:
    return " ".join(turn.text.split()[-60:])


_TOPIC_WORDS = {
    Topic.PATH: "how people come to it", Topic.WORK: "day and week tasks", Topic.SKILL: "skills learnt", Topic.HARD: "hard parts strain", Topic.JOY: "satisfaction", Topic.ORG: "workplace decisions",
    Topic.FIELD: "change in the field", Topic.ENTRY: "ways in training", Topic.ADVICE: "advice to beginners", Topic.LINKS: "people to talk to",
}  # fmt: skip
