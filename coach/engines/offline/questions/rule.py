"""The offline rule for the prompt `questions/draft`: a pool of questions out of the bank, the best placed first.

Every mention of the notes meets the patterns that fit it; then come questions on passages of the library; then those that need nothing but a person
who does the work. The order is drawn from the seed and from the notes themselves, so that two learners with different notes get different lists.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter

from coach.engines.offline.questions.bank import Pattern, list_patterns
from coach.engines.offline.questions.mentions import Mention, find_mentions
from coach.engines.offline.questions.reading import find_sentences
from coach.engines.offline.questions.verbs import core
from coach.engines.offline.questions.words import AGENTS, article
from coach.records import Dossier, Occupation, Passage, QuestionDraft, QuestionDrafts, Topic

_SHARE = {Topic.PATH: 2.0, Topic.ADVICE: 1.5, Topic.LINKS: 0.6}
"""How much of a list a topic usually takes, for spreading the mentions; 1 where nothing is said (phase budgets, pedagogy 1.3)."""

_STORY = frozenset({"past_role", "leaving", "step", "step_as", "tenure", "study", "study_done", "apprentice", "prize", "aim_past", "aim_why"})
"""Kinds of mention that belong to the person's story."""

_PAY = re.compile(r"\b(?:wages?|salar(?:y|ies)|earn(?:s|ed|ings)?|paid|pay)\b", re.IGNORECASE)
"""What a stranger is not asked to comment on."""

_PER_MENTION = 4
_PER_TOPIC = 4
_ROLE_OUT = re.compile(r"[^A-Za-zĀ-ūāēīōū' -]")


def draft(dossier: Dossier, passages: tuple[Passage, ...], occupation: Occupation | str, minutes: int, seed: int) -> QuestionDrafts:  # noqa: ARG001  (a rule takes every input of its prompt)
    """The pool for one learner: tailored drafts first, then those on passages, then general ones."""
    rng = random.Random(_number(f"{seed}|{dossier.as_text()}"))
    used: Counter[str] = Counter()
    drafts = [
        *_from_mentions(find_mentions(dossier), rng, used),
        *_from_passages(passages, rng, used),
        *_from_nothing(_find_role(dossier, occupation), rng, used),
    ]
    return QuestionDrafts(drafts=tuple(drafts))


def _number(text: str) -> int:
    """A number that is the same for the same text on every machine."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def _from_mentions(mentions: tuple[Mention, ...], rng: random.Random, used: Counter[str]) -> list[QuestionDraft]:
    """Up to four questions a mention, each on another topic, those on the mention that tells most first.

    They are dealt out in rounds, one for every mention, then the second for every mention, so that topics and patterns are spread over all of them.
    """
    jitter = {id(mention): rng.random() for mention in mentions}
    ranked = sorted(mentions, key=lambda mention: -(mention.weight + 1.5 * jitter[id(mention)]))
    taken: dict[int, set[Topic]] = {id(mention): set() for mention in ranked}
    per_topic: Counter[Topic] = Counter()
    leads = _choose_leads(ranked, rng)
    found: list[tuple[int, QuestionDraft]] = []
    for _ in range(_PER_MENTION):
        for rank, mention in enumerate(ranked):
            fitting = [p for kind in mention.kinds for p in list_patterns(kind) if _fits(p, mention) and p.topic not in taken[id(mention)]]
            if not fitting:
                continue
            rng.shuffle(fitting)
            said = sum(draft.text.startswith(("You ", "Your ", "From ")) for _, draft in found)
            crowded = said * 5 > len(found) * 3
            pattern = min(fitting, key=lambda p: _cost(p, mention, used=used, per_topic=per_topic, crowded=crowded))
            taken[id(mention)].add(pattern.topic)
            per_topic[pattern.topic] += 1
            used[pattern.text] += 1
            found.append((rank, _fill(pattern, mention, lead=leads.get(id(mention), ""))))
    return [draft for _, draft in sorted(found, key=lambda item: item[0])]


def _cost(pattern: Pattern, mention: Mention, *, used: Counter[str], per_topic: Counter[Topic], crowded: bool) -> float:
    """How little a pattern is wanted now: used before, its topic well served, the tenth "You ... ." in a row; earlier lives belong to the story."""
    cost = used[pattern.text] * 2 + per_topic[pattern.topic] / _SHARE.get(pattern.topic, 1.0)
    cost += 0.5 if crowded and pattern.text.startswith("{s}.") else 0.0
    return cost - (0.9 if pattern.topic is Topic.PATH and mention.kinds[0] in _STORY else 0.0)


def _choose_leads(ranked: list[Mention], rng: random.Random) -> dict[int, str]:
    """Two mentions are brought in with "I gather" or "I understand", the rest are simply said."""
    able = [mention for mention in ranked if mention.slots.get("i") and mention.slots.get("s") and mention.kinds[0] not in {"view", "manner", "liking"}]
    chosen = rng.sample(able, k=min(2, len(able) // 2))
    return {id(mention): lead for mention, lead in zip(chosen, ("I gather {i}.", "I understand that {i}."), strict=False)}


def _fits(pattern: Pattern, mention: Mention) -> bool:
    if "yourself" in mention.slots.get("s", "") and re.search(r"\btogether\b|\bshared out\b", pattern.text):
        return False
    return pattern.slots <= mention.slots.keys() and (not pattern.tenses or mention.tense in pattern.tenses)


def _fill(pattern: Pattern, mention: Mention, *, lead: str) -> QuestionDraft:
    text = pattern.text
    if lead and text.startswith("{s}."):
        text = lead + text.removeprefix("{s}.")
    return QuestionDraft(source_ids=(mention.source,), text=text.format(**mention.slots), topic=pattern.topic, why=pattern.why)


def _from_passages(passages: tuple[Passage, ...], rng: random.Random, used: Counter[str]) -> list[QuestionDraft]:
    """The questions written with the passages, one of each passage before the second of any; on topics without one, a sentence that can be quoted alone."""
    asked = [rng.sample(passage.asks, k=len(passage.asks)) for passage in passages]
    found = []
    for n in range(max(map(len, asked), default=0)):
        found += [
            QuestionDraft(source_ids=(passage.id,), text=asks[n], topic=passage.topic or Topic.WORK)
            for passage, asks in zip(passages, asked, strict=True)
            if n < len(asks)
        ]
    served = {passage.topic for passage in passages if passage.asks}
    quoted = (_quote(passage, rng, used) for passage in passages if passage.topic not in served)
    return [*found, *(draft for draft in quoted if draft is not None)]


def _quote(passage: Passage, rng: random.Random, used: Counter[str]) -> QuestionDraft | None:
    topic = passage.topic or Topic.WORK
    patterns = [p for p in list_patterns("passage") if p.topic is topic]
    sentences = [sentence for sentence in find_sentences(passage.text) if not _PAY.search(sentence)]
    if not sentences or not patterns:
        return None
    pattern = min(patterns, key=lambda p: (used[p.text], rng.random()))
    used[pattern.text] += 1
    return QuestionDraft(source_ids=(passage.id,), text=pattern.text.format(p=rng.choice(sentences)), topic=topic, why=pattern.why)


def _from_nothing(role: str, rng: random.Random, used: Counter[str]) -> list[QuestionDraft]:
    """Some general questions on every topic, the topics taking turns."""
    by_topic: dict[Topic, list[Pattern]] = {topic: [] for topic in Topic}
    for pattern in list_patterns("any"):
        if role or "role" not in pattern.slots:
            by_topic[pattern.topic].append(pattern)
    for patterns in by_topic.values():
        rng.shuffle(patterns)
    found = []
    for n in range(_PER_TOPIC):
        for patterns in by_topic.values():
            for pattern in patterns[n : n + 1]:
                used[pattern.text] += 1
                found.append(QuestionDraft(text=pattern.text.format(role=role), topic=pattern.topic, why=pattern.why))
    return found


def _find_role(dossier: Dossier, occupation: Occupation | str) -> str:
    """The role as it can be said in a question ("a groundsman"), from the notes, else from the library; empty where neither is plain."""
    titles = [dossier.person.role, dossier.occupation.title, occupation.title if isinstance(occupation, Occupation) else ""]
    for title in titles:
        plain = re.split(r",| - | – |\(|/| at | @ ", title)[0].strip()
        words = plain.split()
        if not words or len(words) > 4 or _ROLE_OUT.search(plain) or any(word[1:] != word[1:].lower() for word in words):
            continue
        if len(words) > 1 or core(words[-1]) in AGENTS or core(words[-1]).endswith(("er", "or", "ist", "ian", "man", "woman", "ant")):
            return article(plain.lower())
    return ""
