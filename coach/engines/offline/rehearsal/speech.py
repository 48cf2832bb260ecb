"""Occupation material as talk: which sentences of a passage a person could say across a table, and how."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from coach.manner.wording import split_sentences, split_words, stem
from coach.records import Cue, Passage, Topic

_CITED = re.compile(r"\s*\[[a-z0-9-]+\]")
_META = re.compile(
    r"\b(?:united states|america|american|americans|u\.?s\.?\b|handbook|o\*?net|anzsco|classification|median|percent|per cent|projected|forecast\w*|figures|data|recorded for the occupation|rank(?:s|ed)? |survey|bureau|statistic\w*|skill level"
    r"|listed|related occupations|neighbouring occupations|source|occupation(?:s|al)?\b|respondents|workers in this|esco|isco)\b|\d{2,}|\$",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"^(?:they|them|their|these|those|this|that|it|its|he|she|his|her|both|such|others?|so|but|and|or|nor|yet|one that|one who|then|still|also|either|neither|nor|however|instead|here|there (?:too|they)|the (?:same|former|latter|other|second|third|rest|nearer|two)|in (?:both|either)|for (?:them|this|these|contrast)|some leave|later|inside|above|beside|each|two changes|more (?:of|so)|another|to beginners they|at that)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(r"\b(?:it|its|they|them|their|these|those|this|both|too|also|such|one|ones|either)\b", re.IGNORECASE)
_THIRD = re.compile(r"\b(?:they|them|their|themselves)\b", re.IGNORECASE)
_THEY_ADVISE = re.compile(r"\bthey (say|point to|propose|suggest|advise|recommend)\b")
_ABOUT_SPEAKERS = re.compile(
    r"^(?P<who>most|many|some|several|plenty|a (?:good )?(?:few|many)|people in (?:the work|it)|those who (?:stay|do it)) (?P<verb>say|speak|describe|mention|name|admit|report|point|remember|begin|call|talk|tell|find|learn|carry|seem|notice|feel)\b",
    re.IGNORECASE,
)
_CONTRACTIONS = (
    (re.compile(r"\b(do|does|did|is|are|was|were|has|have|had|would|could|should) not\b"), r"\1n't"),
    (re.compile(r"\bcannot\b"), "can't"),
    (re.compile(r"\bwill not\b"), "won't"),
    (re.compile(r"\b([Tt]hey|[Ww]e|[Yy]ou) are(?= (?:not|all|still|often|never|seldom|in|on|at|a|an|the|\w+ing|\w+ed)\b)"), r"\1're"),
    (
        re.compile(
            r"(?<!get )(?<!got )(?<!do )(?<!did )(?<!see )(?<!about )(?<!of )(?<!with )\b([Ii]t|[Tt]hat|[Tt]here|[Ww]hat|[Hh]e|[Ss]he) is(?= (?:not|a|an|the|in|on|always|never|often|still|no|more|less|known|taken|\w+ed)\b)"
        ),
        r"\1's",
    ),
    (re.compile(r"\b([Tt]hey|[Ww]e|[Yy]ou) have (?=\w+(?:ed|en|wn|nt|ught)\b)"), r"\1've "),
)
_TASK = re.compile(r"^(?P<verb>[A-Z][a-z]+)(?P<rest>(?:,? (?:or|and|[a-z]+,))* [a-z].*)$")
_TASK_VERBS = frozenset(
    "prepare analyse analyze inspect direct develop provide monitor maintain assess consult conduct perform evaluate collaborate coordinate compute install repair operate teach "
    "advise examine write keep supervise train meet discuss identify determine clean manage create observe administer explain confer establish adapt assign attend instruct meets read "
    " connect assemble diagnose treat calculate assist select arrange implement investigate".split()
)
_NOUN_AFTER = re.compile(r" \w+ (?:goes|is|are|was|were|has|have|takes?|comes?|needs?|means?|depends?|costs?|pays?|began|grew)\b")
"""What shows that the first word is no order but part of a name: "Repair work goes by the telephone"."""
_MOST_SENTENCE = 42
_GOOD_LENGTH = 14


_NEIGHBOURS = {
    Topic.PATH: {Topic.JOY, Topic.ENTRY},
    Topic.WORK: {Topic.SKILL, Topic.ORG},
    Topic.SKILL: {Topic.WORK, Topic.ENTRY},
    Topic.HARD: {Topic.ORG, Topic.WORK},
    Topic.JOY: {Topic.PATH, Topic.WORK},
    Topic.ORG: {Topic.HARD, Topic.WORK},
    Topic.FIELD: {Topic.ORG, Topic.WORK},
    Topic.ENTRY: {Topic.ADVICE, Topic.SKILL},
    Topic.ADVICE: {Topic.ENTRY, Topic.LINKS},
    Topic.LINKS: {Topic.ADVICE, Topic.ORG},
}
"""Topics whose material may answer for another's when that is used up."""


def to_talk(sentence: str, *, occupation: str = "") -> str:
    """A sentence of material with the contractions of speech and without its source mark; a bare task becomes something one does.

    Where a sentence speaks of the people of the `occupation` it speaks of us.
    """
    text = _CITED.sub("", sentence).strip()
    task = _TASK.match(text)
    if task and task["verb"].lower() in _TASK_VERBS and not _NOUN_AFTER.match(task["rest"]):
        text = f"I {task['verb'].lower()}{task['rest']}"
    for pattern, spoken in _CONTRACTIONS:
        text = pattern.sub(spoken, text)
    if occupation and not _THIRD.search(text):
        text = _our_people(occupation).sub("We ", text)
    text = _THEY_ADVISE.sub(r"I'd \1", text)
    text = _ABOUT_SPEAKERS.sub(
        lambda m: f"{m['who']} of us {m['verb']}" if m["who"].lower() in {"most", "many", "some", "several", "plenty"} else m.group(), text
    )
    return text if text.endswith((".", "?")) else f"{text}."


@lru_cache(maxsize=64)
def _our_people(occupation: str) -> re.Pattern[str]:
    """Finds the people of the occupation ("Civil engineers", "Engineers") at the beginning of a sentence, unless only some of them are meant."""
    words = occupation.lower().split(" (")[0].split()
    plural = words[-1][:-1] + "ies" if words[-1].endswith("y") and words[-1][-2:-1] not in "aeiou" else f"{words[-1]}s"
    whole = re.escape(" ".join([*words[:-1], plural]))
    return re.compile(
        rf"^(?:{whole}|{re.escape(plural)}) (?=[a-z]+\b)(?!who\b|whose\b|that\b|with\b|from\b|and\b|or\b|of\b|without\b|alone\b|are chosen\b|(?:\w+ )?in (?:the|their|their)\b)",
        re.IGNORECASE,
    )


def can_say(sentence: str) -> bool:
    """Whether a person could say a sentence of the material about their own trade: no figures, no sources, not too long, no question."""
    return len(sentence.split()) <= _MOST_SENTENCE and not sentence.endswith("?") and _META.search(sentence) is None


_WRITTEN = re.compile(
    r"\bone's\b|\boneself\b|[:;]|\btends? to be\b|\b(?:is|are) (?:known|counted|regarded|considered|weighed|valued|prized) (?:as|for|by)\b|^(?:people|those|beginners|newcomers|employers|a good many|a great many|good teams|firms)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:i|i'm|i've|i'd|me|my|we|we're|our|us|you|you're|you'll|your)\b", re.IGNORECASE)


def is_spoken(text: str) -> bool:
    """Whether a piece of material sounds like somebody who speaks of their own work, and not like a handbook: "you", "we", "I" in it, nothing bookish."""
    return _SPOKEN.search(text) is not None and _WRITTEN.search(text) is None


def can_begin(sentence: str, *, first: bool) -> bool:
    """Whether a sentence makes sense without the one before it; `first` of its paragraph it nearly always does."""
    words = sentence.split()
    if len(words) < 7 or _DANGLING.match(sentence):
        return False
    return first or _POINTING.search(" ".join(words[:6])) is None


def count_shared(text: str, keywords: Sequence[str]) -> int:
    """How many of the keywords (stems) occur in a text."""
    stems = {stem(word) for word in split_words(text)}
    return sum(word in stems for word in keywords)


def find_snippet(passages: Sequence[Passage], cue: Cue, *, most: int, is_new: Callable[[str], bool], fitting: int = 0) -> str:
    """The best piece of the passages for a question, of at most `most` words: one sentence that can stand alone and those that follow it; empty where there is none.

    A piece on the topic of the question is taken before one off it, which must share two of its keywords at least. With `fitting` any piece must share so many.
    """
    best, best_score = "", -100.0
    for place, passage in enumerate(passages):
        on_topic = passage.topic is None or passage.topic is cue.topic
        near = on_topic or (cue.topic is not None and passage.topic in _NEIGHBOURS[cue.topic])
        for piece in _pieces(passage, cue.occupation, most=most, is_new=is_new):
            shared = count_shared(piece, cue.keywords)
            score = (
                shared
                + 0.8 * is_spoken(piece)
                - 0.8 * bool(_WRITTEN.search(piece))
                + 0.6 * (len(piece.split()) >= _GOOD_LENGTH)
                + (2.0 if on_topic else 0.5 if near else 0.0)
                - place * 0.1
            )
            if shared >= (fitting if on_topic else max(fitting, 1) if near else max(fitting, 2)) and score > best_score:
                best, best_score = piece, score
    return best


def _pieces(passage: Passage, occupation: str, *, most: int, is_new: Callable[[str], bool]) -> Iterator[str]:
    sentences = [s.text for s in split_sentences(_CITED.sub("", passage.text))]
    for n, sentence in enumerate(sentences):
        if can_say(sentence) and can_begin(sentence, first=n == 0) and (piece := _extend(sentences[n:], occupation, most=most, is_new=is_new)):
            yield piece


def _extend(sentences: Sequence[str], occupation: str, *, most: int, is_new: Callable[[str], bool]) -> str:
    first = to_talk(sentences[0], occupation=occupation)
    if not is_new(first) or len(first.split()) > most:
        return ""
    piece = [first]
    for sentence in sentences[1:]:
        spoken = to_talk(sentence, occupation=occupation)
        if piece[0].startswith(("We ", "Most of us", "Many of us", "Some of us")):
            if spoken.startswith("They ") and len(_THIRD.findall(spoken)) > 1:
                break
            spoken = re.sub(r"^They (?=[a-z]+\b(?<!are))", "We ", spoken)
        if not can_say(sentence) or not is_new(spoken) or len(" ".join([*piece, spoken]).split()) > most:
            break
        piece.append(spoken)
    return " ".join(piece)


def trim(text: str, most: int) -> str:
    """As many whole sentences of a text as fit into `most` words; the first in any case."""
    kept: list[str] = []
    for sentence in split_sentences(text):
        if kept and len(" ".join([*kept, sentence.text]).split()) > most:
            break
        kept.append(sentence.text)
    return " ".join(kept)
