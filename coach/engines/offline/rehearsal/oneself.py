"""Answers about the person: name, employer, years, training and path, always from the persona, in ever other words."""

from __future__ import annotations

from coach.engines.offline.rehearsal.answers import Material, tell_fact
from coach.engines.offline.rehearsal.speech import find_snippet
from coach.engines.offline.rehearsal.voice import Voice
from coach.records import CareerModel

_VALUES = {
    "name": "self", "employer": "employer", "place": "place", "years": "years", "started": "started", "training": "training", "before": "before", "first_job": "first_step", "steps": "steps",
    "team": "team", "works_with": "works_with", "role": "role",
}  # fmt: skip
_TRUTHS = {
    "name": ("name",),
    "employer": ("employer",),
    "years": ("years",),
    "started": ("started",),
    "training": ("training",),
    "before": ("before",),
    "team": ("team",),
    "feeling": (),
    "private": (),
    "said": (),
}


def tell_about_oneself(material: Material, voice: Voice) -> list[str]:
    """What was asked about the person, then a fact where the question was an open one."""
    pieces = [_datum(name, material.career_model, voice) for name in material.cue.about]
    pieces += _companion(material, voice)
    if material.cue.open and "employer" in material.cue.about and "team" not in material.cue.about and material.manner.max_words > 40:
        pieces.append(voice.pick("team"))
    if not material.cue.open:
        return pieces
    room = material.manner.max_words - sum(len(piece.split()) for piece in pieces)
    fact = next(iter(material.facts), None)
    if fact is not None and room >= 25:
        return [*pieces, tell_fact(fact, voice, most=room)]
    snippet = find_snippet(material.passages, material.cue, most=min(room, 35), is_new=voice.is_new, fitting=1) if room >= 20 else ""
    return [*pieces, voice.note(snippet)] if snippet else pieces


_COMPANIONS = {"name": "role", "employer": "place", "years": "started", "role": "employer", "training": "before"}


def _companion(material: Material, voice: Voice) -> list[str]:
    """What a person would add unasked to a bare datum, the first time it comes up."""
    other = _COMPANIONS.get(material.cue.about[0]) if len(material.cue.about) == 1 else None
    if other is None or material.manner.max_words < 40 or material.manner.patience < 5 or not voice.chance(0.6):
        return []
    value = voice.slots.get(_VALUES[other], "")
    return [voice.pick(other)] if value and value.lower() not in voice.told_text else []


def put_right(material: Material, voice: Voice) -> list[str]:
    """A false claim denied and the truth told, or a true one confirmed."""
    about = material.cue.about
    if material.cue.kind == "true":
        return [voice.pick("confirm"), *(_datum(name, material.career_model, voice) for name in about[:1] if name in _VALUES)]
    if "feeling" in about:
        return [voice.pick_first("deny_feeling", "deny")]
    if about == ("said",):
        return [voice.pick_first("deny_said", "deny")]
    truths = [truth for name in about for truth in _TRUTHS[name]]
    if not truths:
        return [voice.pick("deny"), voice.pick_first("personal", "personal_again")]
    return [voice.pick("deny"), *(_datum(truth, material.career_model, voice) for truth in dict.fromkeys(truths))]


def _datum(name: str, me: CareerModel, voice: Voice) -> str:
    if name == "same_employer":
        return voice.pick_first("same_employer" if len(me.steps) > 1 else "same_employer_yes", "steps", "first_job")
    if name == "training_place":
        return voice.pick("training_place")
    if name == "introduce":
        return voice.pick_first("introduce", "name", "name_again")
    value = voice.slots.get(_VALUES.get(name, ""), "")
    known = bool(value) and value.lower() in voice.told_text
    return voice.pick_first(f"{name}_again", name) if known else voice.pick_first(name, f"{name}_again")
