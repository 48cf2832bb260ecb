"""Answers on the work: a private fact that fits, then occupation material, then an honest "I have told you what I know"."""

from __future__ import annotations

from coach.engines.offline.rehearsal.speech import count_shared, find_snippet, is_spoken, trim
from coach.engines.offline.rehearsal.voice import Voice, normal
from coach.manner.wording import COMMON_STEMS, split_sentences, split_words, stem
from coach.records import Bearing, CareerModel, Cue, Passage, PrivateFact, Record, Style, Tier, Topic

_LEADS: dict[str, tuple[str, frozenset[Topic] | None]] = {
    "missing": ("lead_missing", None),
    "for_me": ("lead_for_me", None),
    "friend": ("lead_friend", frozenset({Topic.HARD})),
    "suited": ("lead_suited", None),
    "myself": ("lead_myself", None),
    "changed": ("lead_changed", frozenset({Topic.HARD, Topic.WORK, Topic.SKILL, Topic.PATH})),
    "afterwards": ("lead_afterwards", frozenset({Topic.HARD, Topic.WORK, Topic.PATH, Topic.ORG})),
    "tipped": ("lead_tipped", frozenset({Topic.HARD})),
    "still": ("lead_still", None),
    "replaced": ("lead_replaced", None),
    "they_see": ("lead_they_see", None),
    "who": ("lead_who", None),
    "tried": ("lead_tried", frozenset({Topic.HARD})),
    "cope": ("lead_cope", frozenset({Topic.HARD})),
    "feeling": ("lead_feeling", frozenset({Topic.HARD, Topic.WORK, Topic.PATH})),
    "example": ("lead_example", None),
    "learn": ("lead_learn", frozenset({Topic.SKILL, Topic.WORK, Topic.PATH})),
    "differently": ("lead_differently", frozenset({Topic.ADVICE, Topic.PATH, Topic.HARD})),
    "surprise": ("lead_surprise", frozenset({Topic.PATH, Topic.WORK, Topic.ENTRY})),
    "misunderstood": ("lead_misunderstood", None),
    "future": ("lead_future", None),
    "familiar": ("lead_familiar", None),
    "enjoy_least": ("lead_enjoy_least", None),
    "why": ("lead_why", None),
    "how_long": ("unknown_time", None),
    "number": ("unknown_number", None),
}
"""Which lead answers which aim of a question, and on which topics it makes sense (None: on any)."""
_OPENER_SHARE = {Style.WARM: 0.35, Style.BRISK: 0.2, Style.SHY: 0.5, Style.RAMBLING: 0.6, Style.SCEPTICAL: 0.4, Style.HURRIED: 0.45}
_TAIL_SHARE = {Style.WARM: 0.15, Style.BRISK: 0.1, Style.SHY: 0.3, Style.RAMBLING: 0.35, Style.SCEPTICAL: 0.25, Style.HURRIED: 0.2}
_GOES_ON = {Style.WARM: 0.4, Style.BRISK: 0.25, Style.SHY: 0.25, Style.RAMBLING: 0.7, Style.SCEPTICAL: 0.3, Style.HURRIED: 0.15}
"""How often a person of this style goes on to something else of their own after what was asked for."""
_FACT_ROOM = 12
_NO_LEAD_BELOW = 40
_TALKATIVE = frozenset({Style.WARM, Style.RAMBLING})
_FEW_WORDS = 4
"""So many words of weight make a question on a detail even where only one of them was said before."""
_ON_DETAILS = frozenset({"next", "found", "said", "know", "which", "who", "when"})
"""Kinds of question that ask for one thing which a fact holds or does not."""
_OPENINGS = frozenset({"example", "for_me", "suited", "missing", "familiar", "number", "how_long", "future"})
"""Aims whose leads say nothing that a fact could speak against."""
_STAYS_GENERAL = frozenset({"polar", "missing", "for_me", "number", "how_long"})
"""Aims whose answers have openings of their own."""


class Material(Record):
    """What an answer may be made of."""

    career_model: CareerModel
    manner: Bearing
    cue: Cue
    facts: tuple[PrivateFact, ...]
    passages: tuple[Passage, ...]


_OF_THE_STORY = frozenset({"next", "found", "said", "who", "when", "know"})
_FITS_FOLLOW_UP = 1
"""So many words of weight general material must share with a question that goes on with a story: less would change the subject."""


def answer(material: Material, voice: Voice) -> list[str]:
    """The pieces of an answer to a question on the work, in order."""
    if "ready" in material.cue.wants and material.facts and voice.is_new(split_sentences(material.facts[0].text)[0].text):
        return _answer_ready(material, voice)
    if "polar" in material.cue.wants:
        return _answer_closed(material, voice)
    return _answer_open(material, voice)


def _answer_ready(material: Material, voice: Voice) -> list[str]:
    """What the person has ready for this question; after a short answer to an open one a fact of theirs, and after a detail another story only from the talkative."""
    cue, most = material.cue, material.manner.max_words
    ready, *others = material.facts
    pieces = [tell_fact(ready, voice, most=most + _FACT_ROOM)]
    if "polar" in cue.wants or not cue.open:
        return pieces
    room = most + _FACT_ROOM - _count(pieces)
    words = [word for word in cue.keywords if word not in COMMON_STEMS]
    usable = [f for f in others if f.topic is cue.topic and voice.is_new(split_sentences(f.text)[0].text) and len(f.text.split()) <= room]
    near = max(usable, key=lambda f: count_shared(f.text, words), default=None)
    if near is not None and not (cue.follow_up and count_shared(near.text, words) == 0):
        pieces.append(tell_fact(near, voice, most=room))
    elif near is not None and voice.chance(_GOES_ON[material.manner.style]):
        pieces += [voice.pick("reminds"), tell_fact(near, voice, most=room)]
    return [*pieces, *_end(material, voice, room=most - _count(pieces))]


def tell_fact(fact: PrivateFact, voice: Voice, *, most: int) -> str:
    """A fact in at most so many words, without what was said of it before; noted as said."""
    fresh = " ".join(s.text for s in split_sentences(fact.text) if voice.is_new(s.text))
    return voice.note(trim(fresh, most)) if fresh else ""


def _answer_closed(material: Material, voice: Voice) -> list[str]:
    """Leave given where leave is asked; else a half-yes, and something that has to do with it where there is something: what only shares the topic would be the answer to another question."""
    cue = material.cue
    pieces = [voice.pick_first(_closed_situation(cue), "closed_is", "closed_do")]
    if cue.kind in {"may", "happened", "somebody"}:
        return pieces
    room = material.manner.max_words - _count(pieces)
    words = [word for word in cue.keywords if word not in COMMON_STEMS]
    fitting = 1 if (words or cue.follow_up) and cue.kind != "only" else 0
    free = [fact for fact in material.facts if fact.tier is Tier.T0 and len(fact.text.split()) <= room and voice.is_new(fact.text)]
    free = [fact for fact in free if count_shared(fact.text, words) >= fitting] if cue.kind != "check" else []
    fact = max(free, key=lambda f: count_shared(f.text, cue.keywords), default=None)
    snippet = find_snippet(material.passages, cue, most=min(room, 32), is_new=voice.is_new, fitting=2) if cue.kind != "check" else ""
    snippet = snippet if is_spoken(snippet) else ""
    if snippet and (fact is None or count_shared(snippet, cue.keywords) > count_shared(fact.text, cue.keywords)):
        pieces.append(voice.note(snippet))
    elif fact is not None:
        pieces.append(tell_fact(fact, voice, most=room))
    elif "missing" in cue.wants and (loose := find_snippet(material.passages, cue, most=min(room, 30), is_new=voice.is_new)):
        pieces.append(voice.note(loose))
    elif "missing" in cue.wants:
        return [voice.pick_first("closed_nothing", "told_most")]
    else:
        pieces.append(voice.pick_first("closed_bare_past" if cue.kind in {"did", "has"} else "closed_bare", "told_most"))
    return pieces


def _closed_situation(cue: Cue) -> str:
    """Which bank of half-answers suits a yes-or-no question: by what it is about where that is plain, else by its verb."""
    if "missing" in cue.wants:
        return "closed_else"
    if cue.kind in {"check", "may", "happened", "somebody", "only"}:
        return f"closed_{cue.kind}"
    if "need" in cue.wants:
        return "closed_need"
    if "there" in cue.wants:
        return "closed_there"
    if cue.topic is Topic.HARD and cue.kind in {"is", "do"} and "own_topic" in cue.wants:
        return "closed_hard"
    if cue.topic is Topic.JOY and cue.kind == "do":
        return "closed_joy"
    return f"closed_{cue.kind or 'is'}"


def _answer_open(material: Material, voice: Voice) -> list[str]:
    body = _body(material, voice)
    if body and _misses_detail(material, voice, body):
        return _pass_over_detail(material, voice, body)
    lead = _lead(material, voice, first=body[0] if body else "")
    if lead and _count([lead, *body]) > material.manner.max_words + _FACT_ROOM:
        lead = trim(lead, 1)
    if not body:
        return [lead, *_nothing_left(material, voice, lead)]
    pieces = [lead, *body]
    return [*pieces, *_end(material, voice, room=material.manner.max_words - _count(pieces))]


def _misses_detail(material: Material, voice: Voice, body: list[str]) -> bool:
    """Whether the question is on a detail of what was said just now, and nothing that could be told is on that detail."""
    cue = material.cue
    if not cue.follow_up or set(cue.wants) & _STAYS_GENERAL:
        return False
    last = frozenset(stem(word) for word in split_words(voice.last_said))
    details = [word for word in cue.keywords if word in last and word not in COMMON_STEMS]
    if "why" in cue.wants and not [word for word in cue.keywords if word not in COMMON_STEMS]:
        return True
    if cue.kind in _ON_DETAILS and count_shared(" ".join(body), [word for word in cue.keywords if word not in COMMON_STEMS]) == 0:
        return True
    few = sum(word not in COMMON_STEMS for word in cue.keywords) <= _FEW_WORDS
    return len(details) >= (1 if few else 2) and count_shared(" ".join(body), details) == 0


def _pass_over_detail(material: Material, voice: Voice, body: list[str]) -> list[str]:
    """A word on the detail, and then what can be told: a fact of one's own; general material is left away, and so is an everyday fact where the detail was answered."""
    cue = material.cue
    told = next((fact for fact in material.facts if body[0] and normal(split_sentences(body[0])[0].text) in normal(fact.text)), None)
    if told is not None and told.tier is Tier.T3:
        return [voice.pick("lead_t3"), body[0]]
    if "example" in cue.wants:
        near = voice.pick_first("example_near", "detail_any")
        return [near, body[0]] if told is not None else [voice.pick_first("example_none", "detail_any")]
    aimed = _aimed_lead(material, voice, has_fact=False)
    answered = aimed or (voice.pick(f"detail_{cue.kind}") if cue.kind else "")
    honest = answered or voice.pick_first("detail_any", "told_most")
    stops = answered and (told is None or told.tier in {Tier.T0, Tier.T1} or not voice.chance(2 * _GOES_ON[material.manner.style]))
    if told is None or material.manner.max_words < _NO_LEAD_BELOW or stops:
        return [honest, voice.pick("go_on") if not answered and voice.chance(0.4) else ""]
    return [honest, voice.pick("reminds" if answered else "what_i_can"), body[0]]


def _body(material: Material, voice: Voice) -> list[str]:
    """One or two pieces of substance: the best fact, and more where there is room and the person is talkative."""
    cue, most = material.cue, material.manner.max_words
    facts = [fact for fact in material.facts if any(voice.is_new(s.text) for s in split_sentences(fact.text))]
    sure = "own_topic" in cue.wants or cue.follow_up
    first = (next((fact for fact in facts if fact.topic is cue.topic), None) if sure else None) or (facts[0] if facts else None)
    snippet = find_snippet(material.passages, cue, most=min(most - 6, 60), is_new=voice.is_new)
    if first is not None and first.tier is Tier.T0 and count_shared(snippet, cue.keywords) > count_shared(first.text, cue.keywords) + 1:
        first = None
    if first is None and "example" in cue.wants and cue.follow_up:
        return []
    if first is None:
        fits = count_shared(snippet, cue.keywords) > 0
        if cue.follow_up and cue.kind in _OF_THE_STORY and count_shared(snippet, [word for word in cue.keywords if word not in COMMON_STEMS]) < _FITS_FOLLOW_UP:
            return []
        return (_from_path(material, voice) if not fits else []) or _from_passages(material, voice, snippet)
    pieces = [tell_fact(first, voice, most=most + (_FACT_ROOM if most > 40 else 0))]
    room = most - _count(pieces) - 8
    talkative = material.manner.style in _TALKATIVE
    if room < (18 if talkative else 30) or first.tier in {Tier.T2, Tier.T3}:
        return pieces
    return [*pieces, *_second(material, voice, others=[f for f in facts if f is not first], room=room)]


def _second(material: Material, voice: Voice, *, others: list[PrivateFact], room: int) -> list[str]:
    cue = material.cue
    second = next((f for f in others if f.topic is cue.topic and f.tier in {Tier.T0, Tier.T1} and len(f.text.split()) <= room), None)
    talkative = material.manner.style in _TALKATIVE
    if second is not None and material.manner.fresh_facts > 1 and talkative and (second.tier is Tier.T1 or voice.chance(0.4)):
        bridge = voice.pick("bridge") if voice.chance(0.4) else ""
        return [bridge, tell_fact(second, voice, most=room)]
    trade = {stem(word) for word in split_words(cue.occupation)}
    narrowed = cue.model_copy(update={"keywords": tuple(word for word in cue.keywords if word not in trade | COMMON_STEMS)})
    snippet = find_snippet(material.passages, narrowed, most=min(room, 40), is_new=voice.is_new, fitting=2)
    if not snippet or not is_spoken(snippet) or not (talkative or voice.chance(0.35)):
        return []
    bridge = voice.pick("bridge") if material.manner.style is Style.RAMBLING and voice.chance(0.6) else ""
    return [bridge, voice.note(snippet)]


def _from_path(material: Material, voice: Voice) -> list[str]:
    """One's own way, as far as it was not told: what came before, then the stations."""
    cue = material.cue
    if cue.topic is not Topic.PATH or cue.follow_up or "own_topic" not in cue.wants or set(cue.wants) & set(_LEADS):
        return []
    found: list[str] = []
    for name in ("before", "steps"):
        value = voice.slots[name]
        if value and value.lower() not in voice.told_text:
            found.append(voice.pick(name))
    return found[: 2 if material.manner.max_words > 60 else 1]


def _from_passages(material: Material, voice: Voice, snippet: str) -> list[str]:
    if not snippet:
        return []
    said = voice.note(snippet)
    more = ""
    if material.manner.style in _TALKATIVE and _count([said]) < 35:
        room = material.manner.max_words - _count([said]) - 10
        more = find_snippet(material.passages, material.cue, most=min(room, 40), is_new=voice.is_new)
    return [said, voice.note(more)] if more else [said]


def _nothing_left(material: Material, voice: Voice, lead: str) -> list[str]:
    """Honest words where neither fact nor material is left; after a lead that answers something they may stay away."""
    if "example" in material.cue.wants and (kept := voice.pick("example_none")):
        return [kept]
    if not lead and material.cue.follow_up and material.cue.kind and (answered := voice.pick(f"detail_{material.cue.kind}")):
        return [answered]
    if len(lead.split()) > 11 and set(material.cue.wants) & set(_LEADS) - {"number", "how_long", "missing", "example"}:
        return []
    return [voice.pick_first("told_most", "cannot_tell"), voice.lead_back(material.cue.topic) if voice.chance(0.5) and not material.cue.follow_up else ""]


def _lead(material: Material, voice: Voice, *, first: str) -> str:
    """At most one phrase before the substance: what the question was after, how hard it is to tell, or how this person begins."""
    cue = material.cue
    if first and material.manner.max_words < _NO_LEAD_BELOW:
        return ""
    if not first:
        return "" if "example" in cue.wants else _aimed_lead(material, voice, has_fact=False)
    told = next((fact for fact in material.facts if first and normal(first) in normal(fact.text)), None)
    if told is not None and told.tier is Tier.T3:
        return voice.pick("lead_t3")
    aimed = _aimed_lead(material, voice, has_fact=told is not None) if _may_claim(cue, told) else ""
    if aimed:
        turns = cue.topic is Topic.HARD and set(cue.wants) & {"tried", "cope", "who", "why"} and told is not None and told.tier is not Tier.T2
        return f"{aimed} {voice.pick('turn')}" if turns else aimed
    if told is not None and told.tier is Tier.T2 and voice.chance(0.45):
        return voice.pick("lead_t2")
    own = any(voice.slots[name] and voice.slots[name].lower() in first.lower() for name in ("before", "steps"))
    if told is None and first and not own and voice.chance(0.45):
        return voice.pick("lead_passage")
    if cue.follow_up and voice.chance(0.35):
        return voice.pick("lead_follow")
    return voice.pick("opener") if voice.chance(_OPENER_SHARE[material.manner.style]) else ""


def _may_claim(cue: Cue, told: PrivateFact | None) -> bool:
    """Whether a lead that says something of its own may stand before this fact: not where the fact is a story itself, or speaks of what was asked."""
    if set(cue.wants) & _OPENINGS or told is None:
        return True
    words = [word for word in cue.keywords if word not in COMMON_STEMS]
    return cue.follow_up and told.tier in {Tier.T0, Tier.T1} and count_shared(told.text, words) == 0


def _aimed_lead(material: Material, voice: Voice, *, has_fact: bool) -> str:
    cue = material.cue
    for want in cue.wants:
        situation, topics = _LEADS.get(want, ("", None))
        if not situation or (topics is not None and cue.topic not in topics):
            continue
        if want == "number" and (has_fact or cue.open or "how_long" in cue.wants):
            continue
        if want == "who" and cue.topic is Topic.HARD:
            return voice.pick_first("lead_who_alone", "lead_who")
        if phrase := voice.pick(situation):
            return phrase
    return ""


def _end(material: Material, voice: Voice, *, room: int) -> list[str]:
    if room < 8 or material.manner.max_words < 40:
        return []
    if material.cue.may_ask and material.cue.open and (asked := voice.pick("ask_back")):
        return [asked]
    return [voice.pick("tail")] if voice.chance(_TAIL_SHARE[material.manner.style]) else []


def _count(pieces: list[str]) -> int:
    return sum(len(piece.split()) for piece in pieces)
