"""The offline rule for `rehearsal/reply`: one handler for each move of the learner."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from coach.engines.offline.rehearsal.answers import Material, answer, tell_fact
from coach.engines.offline.rehearsal.oneself import put_right, tell_about_oneself
from coach.engines.offline.rehearsal.speech import trim
from coach.engines.offline.rehearsal.voice import Voice
from coach.records import Background, Bearing, CareerModel, Cue, EndReason, Move, PrivateFact, Recap, Style

_QUIET = frozenset({Style.BRISK, Style.HURRIED, Style.SHY})
_SHORT = 10
_LEADS_BACK = frozenset(
    {
        Move.FLATTERY,
        Move.JOB,
        Move.CV,
        Move.CONTACT,
        Move.PERSONAL,
        Move.OFF_TOPIC,
        Move.SMALL_TALK,
        Move.PROBE,
        Move.THANKS,
        Move.STATEMENT,
        Move.WALL,
    }
)
_NOTE_PROMISED = re.compile(r"\b(?:note|write to you|email you|let you know|tell you how|hear from me)\b", re.IGNORECASE)
_WEIGHS = re.compile(
    r"\b(?:trying to (?:work|find|figure) out|wonder(?:ing)?|thinking (?:of|about)|deciding|decide|weighing|not sure|whether|considering|curious (?:about|if))\b",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\bha(?:ha)*\b|\breminds? me\b|\bmy (?:gran|nan|nana|grand\w+|mum|mom|dad|mother|father|aunt\w*|uncle|sister|brother|friend|neighbour|dog|cat)\b|\bI (?:rather |really |quite )?(?:like|love|loved|liked) (?:that|the)\b|\bI (?:sort of |kind of )?know (?:the|that) feeling\b|\bI once\b|\bI had (?:one|the same|something)\b",
    re.IGNORECASE,
)
_HEARSAY = re.compile(r"\b(?:said|says|told me|heard)\b", re.IGNORECASE)


def draft(
    career_model: CareerModel,
    manner: Bearing,
    *,
    cue: Cue,
    facts: tuple[PrivateFact, ...],
    passages: Background,
    told: Recap,
    utterance: str,
    **_others: Any,
) -> str:
    """What the career model says next, in one piece of text; the same inputs give the same words."""
    voice = Voice(career_model, manner, cue, told=told.said)
    material = Material(career_model=career_model, manner=manner, cue=cue, facts=facts, passages=passages.passages)
    if cue.close:
        pieces = _close(material, voice, utterance)
    else:
        before = _before(material, voice)
        used = sum(len(piece.split()) for piece in before)
        tighter = material.model_copy(update={"manner": manner.model_copy(update={"max_words": max(manner.max_words - used, 12)})})
        pieces = [*before, *_HANDLERS[cue.move](tighter, voice, utterance), *_after(material, voice)]
    text = " ".join(piece for piece in [*pieces, _round_out(pieces, material, voice)] if piece)
    return text or voice.pick_first("told_most", "go_on", "statement_reply") or voice.lead_back(material.cue.topic)


def _round_out(pieces: list[str], material: Material, voice: Voice) -> str:
    """A way back to the work after a very short reply, from somebody who is still at ease."""
    cue = material.cue
    words = sum(len(piece.split()) for piece in pieces)
    if (
        cue.close
        or voice.led_back
        or cue.move not in _LEADS_BACK
        or words >= material.manner.min_words + _SHORT
        or material.manner.patience < 5
        or material.manner.max_words < 40
    ):
        return ""
    return voice.pick("go_on") if cue.move is Move.STATEMENT else voice.lead_back(material.cue.topic) if voice.chance(0.75) else voice.pick("go_on")


def _before(material: Material, voice: Voice) -> list[str]:
    """What comes before an answer because of how it was asked: a greeting, an apology taken, a cool word."""
    cue = material.cue
    if cue.move not in {Move.QUESTION, Move.PEOPLE, Move.IDENTITY, Move.PAY, Move.REPEAT}:
        return []
    found = []
    if "greeting" in cue.aside:
        found.append(voice.pick("greet_maori" if "maori" in cue.aside else "greet_short"))
    if "how_are_you" in cue.aside:
        found.append(voice.pick("how_are_you"))
    if "after_rude" in cue.aside:
        found.append(voice.pick("apology_after_rude"))
    elif "rude" in cue.aside and voice.chance(0.6):
        found.append(voice.pick("rude_reply"))
    elif "nervous" in cue.aside and voice.chance(0.5):
        found.append(voice.pick("not_stupid"))
    elif "late" in cue.wants:
        found.append(voice.pick("last_one"))
    elif "worry" in cue.aside and material.manner.patience >= 5:
        found.append(voice.pick("worry"))
    return found


def _after(material: Material, voice: Voice) -> list[str]:
    if "extended" in material.cue.aside:
        return [voice.pick("offer_more")]
    return [voice.pick("time_note")] if material.cue.mention_time and material.cue.move is not Move.TIME_NOTE else []


def _close(material: Material, voice: Voice, utterance: str) -> list[str]:
    cue = material.cue
    if cue.close is EndReason.PATIENCE:
        return [voice.pick("silence_end" if cue.move is Move.SILENCE else "end_patience")]
    if cue.close is EndReason.CLOCK:
        return [voice.pick("end_clock")]
    note = voice.pick("welcome_note") if _NOTE_PROMISED.search(utterance) else ""
    return [note, voice.pick("farewell_maori" if cue.kind == "maori" else "farewell")]


def _one(situation: str, *more: str) -> Callable[[Material, Voice, str], list[str]]:
    def handle(_material: Material, voice: Voice, _utterance: str) -> list[str]:
        return [voice.pick_first(situation, *more)]

    return handle


def _question(material: Material, voice: Voice, _utterance: str) -> list[str]:
    return answer(material, voice)


def _people(material: Material, voice: Voice, _utterance: str) -> list[str]:
    lead = voice.pick("lead_people")
    rest = answer(material.model_copy(update={"cue": material.cue.model_copy(update={"wants": (), "may_ask": False})}), voice)
    body = [piece for piece in rest if piece]
    return [lead, *(body[1:] if len(body) > 1 and len(body[0].split()) < 12 else body)]


def _identity(material: Material, voice: Voice, _utterance: str) -> list[str]:
    return tell_about_oneself(material, voice)


def _claim(material: Material, voice: Voice, _utterance: str) -> list[str]:
    return put_right(material, voice)


def _greeting(material: Material, voice: Voice, utterance: str) -> list[str]:
    cue = material.cue
    if cue.times:
        return [voice.pick("greet_again"), voice.pick("go_on")]
    hello = voice.pick("greet_maori" if cue.kind == "maori" or "maori" in cue.aside else "greet")
    well = voice.pick("how_are_you") if "how_are_you" in cue.aside else ""
    kind = voice.pick("self_doubt") if "nervous" in cue.aside else ""
    weighing = voice.pick("weighing") if not kind and _WEIGHS.search(utterance) else ""
    return [hello, well, kind or weighing, "" if kind else voice.pick("ready")]


def _logistics(material: Material, voice: Voice, _utterance: str) -> list[str]:
    cue = material.cue
    pieces = [voice.pick("greet_maori" if "maori" in cue.aside else "greet")] if "greeting" in cue.aside else []
    pieces += [voice.pick(f"{name}_ok" if name != "record" else "record_no") for name in cue.about if name != "purpose"]
    if "purpose" in cue.about and (not pieces or material.manner.style not in _QUIET or "greeting" in cue.aside):
        pieces.append(voice.pick("purpose_ok"))
    return [*pieces, voice.pick("ready") if len(" ".join(pieces).split()) < 26 else ""]


def _time(material: Material, voice: Voice, _utterance: str) -> list[str]:
    return [voice.pick("time_left" if material.manner.minutes_left else "time_over")]


def _thanks(_material: Material, voice: Voice, _utterance: str) -> list[str]:
    return [voice.pick("thanks_reply"), voice.pick("go_on") if voice.chance(0.5) else ""]


def _statement(material: Material, voice: Voice, utterance: str) -> list[str]:
    if material.cue.kind == "introduction":
        return [voice.pick("greet"), voice.pick("weighing") if _WEIGHS.search(utterance) else "", voice.pick("ready")]
    if material.cue.kind == "ack":
        return [voice.pick("go_on"), ""]
    if material.cue.kind == "leave":
        return [voice.pick("leave_ok"), voice.pick("go_on")]
    told = voice.pick("remark") if _REMARK.search(utterance) and material.manner.patience >= 5 else ""
    first = voice.pick_first("monologue", "statement_reply") if "long" in material.cue.aside else told or voice.pick("statement_reply")
    return [first, voice.pick("go_on") if "long" in material.cue.aside or voice.chance(0.45) else ""]


def _people_or_pay(material: Material, voice: Voice, _utterance: str) -> list[str]:
    if "ready" in material.cue.wants and material.facts and voice.is_new(material.facts[0].text):
        return [voice.pick("pay"), tell_fact(material.facts[0], voice, most=material.manner.max_words)]
    figure = next((passage.text for passage in material.passages if voice.is_new(passage.text)), "")
    return [voice.pick("pay"), voice.pick("pay_figure"), voice.note(trim(figure, 40))] if figure else [voice.pick_first("pay_none", "pay")]


def _personal(material: Material, voice: Voice, _utterance: str) -> list[str]:
    cue = material.cue
    if cue.kind == "relatives":
        return [voice.pick_first("personal_family", "personal")]
    if cue.times:
        return [voice.pick_first("personal_again", "personal")]
    return [voice.pick_first("personal_pay" if cue.kind == "pay" else "personal", "personal_again")]


def _job(material: Material, voice: Voice, utterance: str) -> list[str]:
    hearsay = voice.pick("someone_said") if _HEARSAY.search(utterance) else ""
    firm = material.cue.times > 1 or (material.cue.times and material.cue.kind == "demand")
    return [hearsay, voice.pick_first(*(("job_again", "job_soft") if firm else ("job_soft", "job_again")))]


def _contact(material: Material, voice: Voice, _utterance: str) -> list[str]:
    return [voice.pick_first(f"contact_{material.cue.kind or 'own'}", "job_again")]


def _flattery(_material: Material, voice: Voice, _utterance: str) -> list[str]:
    return [voice.pick("flattery"), voice.pick("go_on") if voice.chance(0.35) else ""]


def _apology(material: Material, voice: Voice, _utterance: str) -> list[str]:
    return [voice.pick("apology_after_rude" if "after_rude" in material.cue.aside else "apology_fine"), voice.pick("go_on") if voice.chance(0.5) else ""]


def _judge_me(material: Material, voice: Voice, _utterance: str) -> list[str]:
    return [voice.pick("judge_me"), voice.pick("lead_suited") if material.manner.style not in _QUIET or voice.chance(0.4) else ""]


def _off_topic(material: Material, voice: Voice, _utterance: str) -> list[str]:
    back = voice.lead_back(material.cue.topic) if voice.chance(0.25 if material.manner.style in _QUIET else 0.5) else ""
    return [voice.pick_first(f"off_{material.cue.kind or 'any'}", "off_any"), back]


def _small_talk(material: Material, voice: Voice, _utterance: str) -> list[str]:
    if material.cue.kind == "hobby" and material.career_model.background:
        own = material.career_model.background.replace(" you are ", " I'm ").replace(" you ", " I ")
        if voice.is_new(own):
            return [voice.note(own), voice.pick("go_on")]
    return [voice.pick_first("off_sport" if material.cue.kind == "sport" else "off_any", "off_any"), voice.pick("go_on")]


def _probe(material: Material, voice: Voice, _utterance: str) -> list[str]:
    share = 0.35 if material.manner.style in _QUIET else 0.6
    back = voice.lead_back(material.cue.topic) if voice.chance(share) else ""
    first = voice.pick_first(f"probe_{material.cue.kind or 'orders'}", "probe_orders", "off_any")
    return [first, back] if first else [back or voice.lead_back(material.cue.topic)]


def _abuse(material: Material, voice: Voice, _utterance: str) -> list[str]:
    if material.cue.times:
        return [voice.pick_first("abuse_again", "abuse_first")]
    return [voice.pick_first("abuse_trade" if material.cue.kind == "trade" else "abuse_first", "abuse_first")]


def _shorter(material: Material, voice: Voice, _utterance: str) -> list[str]:
    return [voice.pick("shorter_ok"), voice.pick("say_shorter") if material.cue.earlier and not material.cue.times else ""]


def _scrap(material: Material, voice: Voice, _utterance: str) -> list[str]:
    return [voice.pick_first(*(("still_here", "silence") if material.cue.kind == "there" else ("scrap", "silence", "gibberish")))]


def _repeat(material: Material, voice: Voice, _utterance: str) -> list[str]:
    again = material.cue.times > 0 or not material.cue.earlier
    return [voice.pick_first(*(("repeat_again", "repeat_first") if again else ("repeat_first", "repeat_again")))]


def _say_again(material: Material, voice: Voice, _utterance: str) -> list[str]:
    return [voice.pick_first("say_again" if material.cue.earlier else "go_on", "told_most")]


def _language(material: Material, voice: Voice, _utterance: str) -> list[str]:
    return [voice.pick_first("language_maori" if material.cue.kind == "maori" else "language", "language", "gibberish")]


_HANDLERS: dict[Move, Callable[[Material, Voice, str], list[str]]] = {
    Move.QUESTION: _question, Move.PEOPLE: _people, Move.IDENTITY: _identity, Move.CLAIM: _claim, Move.GREETING: _greeting, Move.LOGISTICS: _logistics, Move.TIME: _time,
    Move.THANKS: _thanks, Move.STATEMENT: _statement, Move.PAY: _people_or_pay, Move.PERSONAL: _personal, Move.JOB: _job, Move.CV: _one("cv", "job_again"), Move.CONTACT: _contact,
    Move.FLATTERY: _flattery, Move.APOLOGY: _apology, Move.SELF_DOUBT: _one("self_doubt", "apology_fine"), Move.CONCERN: _one("concern"), Move.JUDGE_ME: _judge_me,
    Move.OFF_TOPIC: _off_topic, Move.SMALL_TALK: _small_talk, Move.PROBE: _probe, Move.ABUSE: _abuse, Move.RUDE: _one("rude_reply", "statement_reply"),
    Move.INTERRUPTION: _one("interruption", "go_on"), Move.SHORTER: _shorter, Move.SILENCE: _one("silence", "go_on"), Move.SCRAP: _scrap,
    Move.GIBBERISH: _one("gibberish", "scrap"), Move.LANGUAGE: _language, Move.WALL: _one("wall", "gibberish"), Move.REPEAT: _repeat, Move.SAY_AGAIN: _say_again,
    Move.USE_NAME: _one("use_name"), Move.NEXT_STEP: _one("next_step"), Move.FAREWELL: _one("farewell"), Move.TIME_NOTE: _one("time_note"),
}  # fmt: skip
