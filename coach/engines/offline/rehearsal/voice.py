"""The voice of one career model at one turn: phrases by situation and style, none of which was said before in the rehearsal."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from coach.manner.wording import split_sentences, split_words
from coach.records import Bearing, CareerModel, Cue, Said, Style, Topic

Phrases = Mapping[str, tuple[str, ...]]
_ONES = "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SPANS = {15: "a quarter of an hour", 30: "half an hour", 45: "three quarters of an hour", 60: "an hour"}
_STYLE_FIRST = 0.68
"""How often a phrase of the style is taken before one that suits anybody."""


@cache
def get_phrases() -> Mapping[str, Phrases]:
    """Situation -> style (or "any") -> phrases, from the files beside this module, read once."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, Phrases] = {}
    for path in sorted((Path(__file__).parent / "phrases").glob("*.yaml")):
        for situation, by_style in yaml.load(path.read_text(encoding="utf-8"), Loader=loader).items():  # noqa: S506  (both are safe loaders)
            found[situation] = {style: tuple(phrases) for style, phrases in by_style.items()}
    return found


def in_words(number: int) -> str:
    """A whole number below a hundred in words, others in digits."""
    if not 0 <= number < 100:
        return str(number)
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def span_in_words(minutes: int) -> str:
    """A number of minutes as people say it."""
    return _SPANS.get(minutes) or ("a minute" if minutes == 1 else f"{in_words(minutes)} minutes")


def normal(text: str) -> str:
    """The words of a text in lower case, for telling whether it was said before."""
    return " ".join(split_words(text))


def join(items: Iterable[str]) -> str:
    """A list as it is spoken."""
    parts = list(items)
    if len(parts) < 2:
        return "".join(parts)
    last = ", and " if any(" and " in part for part in parts) else " and "
    return f"{', '.join(parts[:-1])}{last}{parts[-1]}"


def capitalise(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def uncapitalise(text: str) -> str:
    """The text with a small first letter, unless it begins with an abbreviation or with I."""
    first = text.split(" ", 1)[0]
    return text if first in {"I", "I'm", "I've", "I'd", "I'll"} or (len(first) > 1 and first.isupper()) else text[:1].lower() + text[1:]


class Voice:
    """Picks phrases for one reply; the same inputs give the same words."""

    def __init__(self, career_model: CareerModel, manner: Bearing, cue: Cue, *, told: tuple[Said, ...]) -> None:
        self._style: Style = manner.style
        self._seed = f"{cue.seed} {cue.turn}"
        self._said: set[str] = set()
        self._may_ask = cue.may_ask
        self._count = 0
        self._ticked = False
        self.led_back = False
        self.last_said = told[-1].text if told else ""
        self.told_text = " ".join(item.text for item in told).lower()
        self.slots = _slots(career_model, manner, cue)
        for item in told:
            self._remember(item.text)

    def chance(self, share: float) -> bool:
        """True in about this share of cases, decided by seed and turn."""
        return self._rng("chance").random() < share

    def is_new(self, text: str) -> bool:
        """Whether no sentence of the text was said before in this rehearsal."""
        return all(normal(sentence.text) not in self._said for sentence in split_sentences(text))

    def note(self, text: str) -> str:
        """Remember a text as said, and give it back."""
        self._remember(text)
        if "?" in text:
            self._may_ask = False
        return text

    def _remember(self, text: str) -> None:
        """Keep the sentences of a text as said, also without a turn of speech at their beginning."""
        for sentence in split_sentences(text):
            words = normal(sentence.text)
            self._said |= {words, *(words.removeprefix(tic) for tic in _tics() if words.startswith(tic))}

    def pick(self, situation: str, **slots: str) -> str:
        """A phrase for the situation that was not said before, of the own style first; empty where all are used up."""
        by_style = get_phrases().get(situation, {})
        own, anybody = (self._usable(by_style.get(key, ()), slots) for key in (self._style.value, "any"))
        rng = self._rng(situation)
        first, second = (own, anybody) if rng.random() < _STYLE_FIRST else (anybody, own)
        pool = first or second
        if not pool:
            return ""
        self.led_back = self.led_back or situation == "go_on"
        phrase = rng.choice(pool)
        return self.note(phrase if pool is own else self._colour(phrase, situation, rng))

    def _colour(self, phrase: str, situation: str, rng: random.Random) -> str:
        """A phrase that anybody might use in the manner of this style: cut short, or with a turn of speech before it."""
        if not situation.startswith(_COLOURED):
            return phrase
        if self._style in {Style.BRISK, Style.HURRIED}:
            return split_sentences(phrase)[0].text
        tics = get_phrases()["tics"].get(self._style.value, ())
        if self._ticked or not tics or situation in _UNCOLOURED or rng.random() >= _TIC_SHARE:
            return phrase
        self._ticked = True
        return f"{rng.choice(tics)} {uncapitalise(phrase)}"

    def pick_first(self, *situations: str, **slots: str) -> str:
        """A phrase for the first situation that has one left."""
        return next((phrase for situation in situations if (phrase := self.pick(situation, **slots))), "")

    def lead_back(self, topic: Topic | None) -> str:
        """An offer to talk about something else than `topic`; empty where the phrases are used up."""
        others = [other.value for other in Topic if other not in {topic, Topic.LINKS, Topic.ADVICE}]
        for _ in range(6):
            if phrase := self.pick("probe_lead", subject=self.subject(others)):
                self.led_back = True
                return phrase
        return ""

    def subject(self, topics: Iterable[str]) -> str:
        """A few words for something to talk about, of one of these topics."""
        by_topic = get_phrases()["subjects"]
        pool = [words for topic in topics for words in by_topic.get(topic, ())]
        return self._rng("subject").choice(pool or [words for phrases in by_topic.values() for words in phrases])

    def _usable(self, phrases: Iterable[str], slots: Mapping[str, str]) -> list[str]:
        filled = (_fill(phrase, {**self.slots, **slots}) for phrase in phrases)
        return [phrase for phrase in filled if phrase and ("?" not in phrase or self._may_ask) and self.is_new(phrase)]

    def _rng(self, purpose: str) -> random.Random:
        self._count += 1
        return random.Random(f"{self._seed} {purpose} {self._count}")


_COLOURED = ("lead_", "closed_", "told_most", "unknown_", "judge_me", "cannot_tell", "flattery")
_UNCOLOURED = frozenset({"lead_t3", "lead_passage", "lead_example"})
_TIC_SHARE = 0.45


@cache
def _tics() -> tuple[str, ...]:
    """All turns of speech as they stand at the beginning of a sentence in lower case."""
    return tuple(f"{normal(tic)} " for tics in get_phrases()["tics"].values() for tic in tics)


_FORMATTER = string.Formatter()


def _fill(phrase: str, slots: Mapping[str, str]) -> str:
    """The phrase with its slots filled and a capital at its start; empty where a slot has nothing to fill it."""
    names = [name for _, name, _, _ in _FORMATTER.parse(phrase) if name]
    if any(not slots.get(name) for name in names):
        return ""
    return re.sub(r"(?<=[.?] )([a-zāēīōū])", lambda m: m[1].upper(), capitalise(phrase.format(**slots)))


def _slots(me: CareerModel, manner: Bearing, cue: Cue) -> dict[str, str]:
    first, _, family = me.name.partition(" ")
    role = uncapitalise(me.role)
    article = "" if role.startswith(("head ", "chief ")) else "an " if role[:1] in "aeiou" else "a "
    years = "a year" if me.years == 1 else f"{in_words(me.years)} years"
    values: dict[str, Any] = {
        "name": cue.learner_name,
        "self": me.name,
        "first": first,
        "family": family or first,
        "role": role,
        "Role": capitalise(me.role),
        "a_role": f"{article}{role}",
        "employer": me.employer,
        "employer_kind": me.employer_kind,
        "place": me.place,
        "years": years,
        "Years": capitalise(years),
        "started": str(me.started),
        "training": me.training,
        "before": me.before,
        "first_step": me.steps[0] if me.steps else "",
        "steps": _in_order(me.steps),
        "team": me.team,
        "works_with": join(me.works_with),
        "Works_with": capitalise(join(me.works_with)),
        "planned": span_in_words(manner.planned_minutes),
        "left": span_in_words(max(manner.minutes_left, 1)),
        "gist": cue.earlier,
    }
    return values


def _in_order(steps: tuple[str, ...]) -> str:
    if len(steps) < 2:
        return "".join(steps)
    return f"{steps[0]}, then {', then '.join(steps[1:])}"
