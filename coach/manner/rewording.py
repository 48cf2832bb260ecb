"""A better wording of one sentence by grammar: it keeps what the learner was after and says it openly, neutrally, or without the word that hurts.

Where the grammar of a sentence is not understood, or the outcome would fail the tests of a good question, there is no wording here and the caller has to offer another.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from coach.manner.form import find_heads
from coach.manner.language import find_unprofessional, flirts, is_insult, without_rough_words
from coach.manner.questions import faults_of_question, find_questions
from coach.manner.wording import any_of, count_words, plain, split_sentences, straighten

LONGEST = 1.5
"""A better wording is at most so many times as long as the original (pedagogy, requirement 27)."""
SPARE_WORDS = 4
"""A sentence of very few words may grow by so many, since no open question is shorter."""


def find_better(fault: str, sentence: str) -> str:
    """A better wording of this very sentence for a fault of the labelling rules, empty where grammar gives none that passes the tests."""
    maker = _MAKERS.get(fault)
    text = straighten(sentence).strip()
    return next((better for better in maker(text) if fits(better, sentence)), "") if maker else ""


def fits(better: str, sentence: str) -> bool:
    """Whether a wording is clean by the tests of a question (where it asks at all), not much longer than the sentence, and not the sentence itself."""
    longest = max(LONGEST * count_words(sentence), count_words(sentence) + SPARE_WORDS)
    if not better or plain(better) == plain(sentence) or count_words(better) > longest:
        return False
    allowed = {"ungrounded"} if find_questions(better) else {"ungrounded", "not_a_question"}
    return not set(faults_of_question(better)) - allowed


def _tidy(text: str) -> str:
    text = re.sub(r"\s+(?=[,;])|(?<=,)\s*,+", "", re.sub(r"\s+", " ", text)).strip(" ,;:-")
    return text[:1].upper() + text[1:]


def _ask(text: str) -> str:
    return _tidy(text).rstrip(" ?.!,") + "?"


# --- closed -> open ---------------------------------------------------------------------------------

_LEAD = re.compile(r"^(?:(?:so|and|but|well|okay|ok|right|now|oh|great|lovely|good|cool|yeah|also|then)[, ]+)+", re.IGNORECASE)
_NOUN = r"(?:the|your|a|an|this|that|these|those|his|her|their|most|some) [\w' -]+?"
_DO_LIKE = re.compile(r"^do(?:n't)? you (?:really |still |actually |ever )*(?:like|enjoy|love) (?P<rest>[^?,]+)\?", re.IGNORECASE)
_DO_GET = re.compile(r"^do you (?:ever |still |often |sometimes )*(?P<rest>(?:get|feel|worry|miss|argue|fail|lose|want to) [^?,]+)\?", re.IGNORECASE)
_DO = re.compile(
    r"^do you (?:ever |still |often |usually |mainly |also |actually |really |get to |have to |tend to )*(?P<verb>[a-z]+)(?P<rest> [^?,]*)?\?", re.IGNORECASE
)
_HAVE_EVER = re.compile(r"^(?:have you ever|did you ever|ever) (?P<rest>[^?,]+)\?", re.IGNORECASE)
_WOULD = re.compile(r"^would you (?P<rest>(?!say|mind|like|rather|be)[^?,]+)\?", re.IGNORECASE)
_CAN = re.compile(
    r"^(?:can|could) you (?:really |ever |actually )*(?P<rest>(?!tell|say|give|name|suggest|recommend|introduce|explain|describe|put)[^?,]+)\?", re.IGNORECASE
)
_IS_NOUN = re.compile(rf"^(?:is|are|was|were) (?P<noun>{_NOUN}) (?:\w+ly |really |all |so |very |too )?(?P<rest>[\w'-]+)\?", re.IGNORECASE)
_IS_IT = re.compile(r"^(?P<be>is|was) (?:it|this|that) (?P<rest>[^?,]+)\?", re.IGNORECASE)
_IS_THERE = re.compile(
    r"^(?:is|are) there (?:a lot of |much |any |many |lots of |plenty of |some )?(?P<noun>[\w' -]+?)(?: (?:in|at|on|for|with) [^?]+)?\?", re.IGNORECASE
)
_NO_GERUND = frozenset("like know think believe have want need see regret mind prefer agree own understand mean seem belong".split())


def _opened(sentence: str) -> list[str]:
    text = _LEAD.sub("", sentence)
    found: list[str] = []
    rules: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        (_DO_LIKE, lambda m: f"What do you like about {m['rest']}"),
        (_DO_GET, lambda m: f"What do you do when you {m['rest']}"),
        (_HAVE_EVER, lambda m: f"Could you tell me about a time you {_past(m['rest'])}"),
        (_HAVE_EVER, lambda m: f"What happened when you {_past(m['rest'])}"),
        (_WOULD, lambda m: f"What would make you {m['rest']}"),
        (_CAN, lambda m: f"How do you {m['rest']}"),
        (_IS_NOUN, lambda m: f"What {'are' if _is_plural(m['noun']) else 'is'} {m['noun']} like"),
        (_IS_THERE, lambda m: f"What {'are' if _is_plural(m['noun']) else 'is'} the {m['noun']} like"),
        (_IS_IT, lambda m: "How did you find it" if m["be"].lower() == "was" else "How do you find it"),
        (_DO, lambda m: "" if m["verb"].lower() in _NO_GERUND else f"What is it like {_gerund(m['verb'])}{m['rest'] or ''}"),
    )
    for pattern, make in rules:
        match = pattern.match(text)
        if match and make(match):
            found.append(_ask(make(match)))
    return found


def _past(phrase: str) -> str:
    """The verb of "have you ever wanted ..." stands in the past already; "did you ever want" gets it from its first word."""
    first, _, rest = phrase.partition(" ")
    done = {
        "been": "were",
        "done": "did",
        "seen": "saw",
        "gone": "went",
        "taken": "took",
        "fallen": "fell",
        "given": "gave",
        "broken": "broke",
        "written": "wrote",
        "got": "got",
    }
    word = done.get(first, first)
    if word == first and not word.endswith("ed") and word in {"want", "think", "wish", "regret", "fail", "get", "feel", "lose", "make", "have"}:
        word = {
            "want": "wanted",
            "think": "thought",
            "wish": "wished",
            "regret": "regretted",
            "fail": "failed",
            "get": "got",
            "feel": "felt",
            "lose": "lost",
            "make": "made",
            "have": "had",
        }[word]
    return f"{word} {rest}".strip()


def _gerund(verb: str) -> str:
    verb = verb.lower()
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    if re.fullmatch(r"[^aeiou]*[aeiou][bdglmnprt]", verb):
        return verb + verb[-1] + "ing"
    return verb + "ing"


def _is_plural(noun: str) -> bool:
    last = noun.rsplit(maxsplit=1)[-1].lower()
    return last in {"people", "men", "women", "children"} or (last.endswith("s") and not last.endswith(("ss", "us", "is", "'s")))


# --- leading -> neutral -----------------------------------------------------------------------------

_STATES = re.compile(
    r"^(?:(?:so|and|but|well|okay|ok|right|now|oh|then|look|honestly|surely|clearly|obviously|presumably|of course|no doubt|probably|basically"
    r"|though|the selling|i (?:bet|guess|suppose|assume|imagine|take it|reckon)"
    r"|i'd have thought|i would have thought|don't you (?:just )?(?:think|find|reckon|agree)|wouldn't you (?:say|agree)|do you not think"
    r"|isn't it (?:true|obvious)|is it not the case|would you agree|you'd agree|everyone knows|everybody knows"
    r"|you must (?:find|think|feel))(?: that)?[, ]+)+",
    re.IGNORECASE,
)
_TAG = re.compile(
    r",? (?:right|isn't it|is it not|is it|don't you|aren't you|isn't that so|doesn't it|don't they|aren't they|do they|are they"
    r"|wouldn't you(?: say)?|haven't you|hasn't it|didn't you|can't you|won't you|won't it|would you|can it|could it"
    r"|eh|yeah|no|am i right|i bet|surely|don't you think|though|then|mustn't it|innit)\s*[?.!]*$",
    re.IGNORECASE,
)
_MUST_FEEL = re.compile(
    (
        r"^you must (?:really |just |absolutely )?(?:love|hate|enjoy|miss|dread|adore|loathe|like|get (?:sick|tired|bored) of"
        r"|be (?:sick|tired|bored|proud) of)(?: it when)? (?P<rest>[^?.,!]+)"
    ),
    re.IGNORECASE,
)
_IT_MUST = re.compile(
    (
        r"^it must (?:be|get|feel) (?:\w+ly |so |very |really |pretty |quite )*(?P<adjective>hard|lonely|difficult|tough|strange|tiring|sad|dull"
        r"|boring|scary|stressful|exciting|rewarding|fun)(?P<rest> (?:not )?(?:to|for|when|being) [^?.,!]+)?"
    ),
    re.IGNORECASE,
)
_ISNT_IT = re.compile(
    r"^isn't (?:it|that) (?:a bit |rather |very |really |just |so )*(?P<adjective>\w+)(?P<rest> (?:to|for|when|being) [^?.,!]+)?\?", re.IGNORECASE
)
_ISNT = re.compile(
    rf"^(?:isn't|aren't|wasn't|weren't) (?P<noun>(?:{_NOUN}|\w+ing [\w' ]+?)) (?:just |a bit |all |really |mostly |rather |so |very )?[\w'-]+\?", re.IGNORECASE
)
_DONT_YOU = re.compile(r"^(?:don't|do) you (?:just |ever |not )?(?:get (?:sick|tired|bored) of|hate|miss|mind|love|dread) (?P<rest>[^?,]+)\?", re.IGNORECASE)
_WHY_ANYONE = re.compile(r"^why (?:would|does|do) any(?:one|body) (?:in their right mind |ever |want to |bother to )*(?P<rest>[^?]+)\?", re.IGNORECASE)
_SUBJECT = re.compile(
    (
        r"^(?P<subject>[^?.!]{1,60}?)(?:'s|'re| (?:is|are|was|were|has|have|had|can|can't|could|will|won't|would|must|do|does|don't|doesn't|only"
        r"|just|never|always|more or less|mostly|really|basically|seem|seems|get|gets|want|make|makes|need|needs))\b"
    ),
    re.IGNORECASE,
)
_FOR_PRONOUN = {
    "it": "it",
    "that": "that",
    "this": "that",
    "they": "them",
    "there": "that",
    "he": "him",
    "she": "her",
    "you": "",
    "people": "people",
    "i": "",
    "we": "",
}


def _neutral(sentence: str) -> list[str]:
    found = [_ask(sentence[head.start :]) for head in find_heads(sentence) if head.open and head.start > 0]
    bare = _LEAD.sub("", sentence)
    rules: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        (_MUST_FEEL, lambda m: f"How do you feel about {m['rest']}"),
        (_DONT_YOU, lambda m: f"How do you feel about {m['rest']}"),
        (_IT_MUST, lambda m: f"How {m['adjective']} is it{m['rest'] or ' for you'}"),
        (_ISNT_IT, lambda m: f"How {m['adjective']} is it{m['rest'] or ' for you'}"),
        (_ISNT, lambda m: f"How do you see {m['noun']}"),
        (_WHY_ANYONE, lambda m: f"Why do people {m['rest']}"),
    )
    for pattern, make in rules:
        match = pattern.match(bare)
        if match:
            found.append(_ask(_TAG.sub("", make(match))))
    stated = _STATES.sub("", _TAG.sub("", bare).rstrip(" ?.!"))
    subject = _SUBJECT.match(stated)
    if subject:
        name = subject["subject"].strip(" ,")
        seen = _FOR_PRONOUN.get(name.lower(), name)
        found += [_ask(f"How do you see {seen}")] if seen else []
    return found


# --- the others -------------------------------------------------------------------------------------

_SEAM = re.compile(
    (
        r"(?:,| )+(?:and also|and|plus|also)[, ]+(?=(?:what|how|why|when|where|who|which|do|did|is|are|was|were|have|has|can|could|would|whether"
        r"|if)\b)|\?\s+"
    ),
    re.IGNORECASE,
)


def _first_of_two(sentence: str) -> list[str]:
    parts = [part for part in _SEAM.split(sentence) if part.strip()]
    return [_ask(part) for part in parts] if len(parts) > 1 else []


_DEFINES = re.compile(
    (
        r"^(?:\w+,? )?(?:what(?:'s| is| are)|could you (?:tell me|explain) what) (?:exactly (?:is|are) )?(?P<what>(?:an? )?[\w' -]+?)(?: is"
        r"| are)?(?:,? (?:exactly|actually|precisely|anyway))?\?"
    ),
    re.IGNORECASE,
)
_HOW_LONG = re.compile(r"^how (?:long|many (?:years|months|weeks))\b", re.IGNORECASE)
_NEEDED = any_of(r"\bdegree|\bqualif|\blicen[cs]e|\bcertificat|\bgrades?\b|\bsubjects?\b|\brequire|\bentry\b|\bneed\b|\bnecessary\b|\bregister|\bexams?\b")
_COSTS = any_of(r"\bwage|\bsalar|\bpay\b|\bearn|\bcost|\bfees?\b")
_TRAINS = any_of(r"\bcourse|\bdegree|\btrain|\bapprentice|\bstud(?:y|ies)|\bdiploma|\bqualif")


def _deeper(sentence: str) -> list[str]:
    low = plain(sentence)
    found: list[str] = []
    if _COSTS.search(low):
        found.append("How do people manage on the pay at first?")
    if _HOW_LONG.match(low) and _TRAINS.search(low):
        found.append("What was the training like for you?")
    if _NEEDED.search(low):
        found.append("What turned out to matter most once you were in?")
    if defined := _DEFINES.match(sentence):
        found.append(_ask(f"What do people get wrong about {defined['what'].strip()}"))
    if _TRAINS.search(low):
        found.append("What did your training leave out?")
    return found


_MONEY = any_of(
    r"\bpay\b|\bpaid\b|\bearn|\bsalar|\bwage|\bmoney\b|\btake home\b|\bincome\b|\bon your grade\b|\ba (?:year|month|week)\b|\ban hour\b|\bmake\b",
    r"\bclear\b|\brent\b|\btax\b",
)
_AGE = any_of(r"\bold\b|\bage\b|\bborn\b|\bbirthday\b")
_BELIEF = any_of(r"\breligi|\bgod\b|\bchurch\b|\bfaith\b|\bpray|\bmosque\b|\bvote|\bpolitic|\bparty\b|\bchristian\b|\bmuslim\b|\bbelieve")
_HEALTH = any_of(r"\bhealth|\bsick\b|\bill\b|\bdepress|\banxiety|\bmedication|\bdrink\b|\bback\b|\bhearing\b|\btherapy\b|\bdisab")


def _softened(sentence: str) -> list[str]:
    low = plain(sentence)
    if _MONEY.search(low):
        return ["What could a beginner expect to earn, roughly?", "How do people manage on the pay at first?", "What is the pay like for beginners?"]
    if _AGE.search(low):
        return ["How did you come to this work?", "What brought you here?"]
    if _BELIEF.search(low):
        return ["What do you hold on to when the work is hard?", "What keeps you going in this work?", "What keeps you going?"]
    if _HEALTH.search(low):
        return ["How do people look after themselves in this job?", "How do people stay well in it?"]
    return ["How does the work fit with life outside it?", "How does work fit around life?"]


def _kindly(sentence: str) -> list[str]:
    stripped = _tidy(without_rough_words(sentence))
    found = [stripped] if count_words(stripped) > 1 and find_unprofessional(stripped) is None else []
    clean = [piece.text for piece in split_sentences(stripped) if count_words(piece.text) > 1 and find_unprofessional(piece.text) is None]
    if flirts(sentence):
        return ["I like how you talk about your work."]
    if is_insult(sentence):
        return ["I see it differently. Could you help me understand it?", "I see it differently."]
    return [*found, *clean, "I have worked with people I found hard to get on with.", "I found that hard to work with.", "That surprises me."]


_MAKERS: dict[str, Callable[[str], list[str]]] = {
    "closed_questions_dominate": _opened,
    "leading_question": _neutral,
    "double_barrelled": _first_of_two,
    "answerable_by_search": _deeper,
    "personal_or_salary_question_blunt": _softened,
    "unprofessional_language": _kindly,
}
