"""What an occupation is made of and what it asks for, as phrases: lists of tasks, entry requirements."""

from __future__ import annotations

import re

from coach.engines.offline.questions.clauses import LONGEST
from coach.engines.offline.questions.roles import names_degree
from coach.engines.offline.questions.statements import has_finite_verb
from coach.engines.offline.questions.tidy import cut_tail, is_cut_off
from coach.engines.offline.questions.verbs import BASE_TO_ING, FORMS, NOUNS_IN_S, core, form_of
from coach.engines.offline.questions.words import AGENTS, DETERMINERS, NOT_AGENTS, PARTICLES, article

_NEED = re.compile(
    r"^(?:(?:usually|normally|mostly|often|you|they|one|people|most|also|everyone|to get in|now|will|must|would) )*"
    r"(?:need|needs|requires?|require|have to have|has to have|must have|takes)\s+",
    re.I,
)
_USUALLY = re.compile(r"^(?:usually|mostly|normally|often|typically|generally|ideally) (?=an? |the )", re.I)
_ROUTE_NOUN = re.compile(r"^(?:degree|diploma|certificate|licence|license|apprenticeship|course|qualification|bachelor|master|registration|training)", re.I)
_THEN_DO = re.compile(r",? and then (?:register|pass|apply|sit|get|do|work)\b.*$", re.I)
_SUBJECT = re.compile(
    r"^(?:(?:usually|mostly|mainly|often) )*(?:(?:one|you|they|people|he|she|we) |an? (?:[a-z-]+ ){1,3}?(?=[a-z]+s\b))(?:mostly |usually |mainly )*(?=[a-z])",
    re.I,
)
_PART_SUBJECT = re.compile(r"^(?:and )?(?:they|you|one|we) (?=[a-z])", re.I)
_WORK_IS = re.compile(r"^(?:the |this )?(?:work|job) (?:is|means|involves) (?:to |mostly |mainly )?(?=[a-z])", re.I)
_MUST_HAVE = re.compile(r"^(?:an? |the )?[a-z]+ (?:must|should|will|has to|have to|needs to|need to) (?:have|hold) (?=[\w ])", re.I)
_BARE_NOUN = re.compile(r"^(?!an? |the |two |\d)(?:[\w-]+ ){1,3}(?:certificate|licen[cs]e|degree|diploma|apprenticeship|registration|traineeship)\b", re.I)
_NO_WORKERS = frozenset("oyster flower river filter container customer computer member letter order tower boiler trailer paper lobster spider".split())
_NO_TASK = frozenset({"be", "have", "need", "get"})
_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
_OTHERS = frozenset("i my he she his her they we us".split())


def find_requirement(piece: str) -> str:
    """What is needed ("Usually need a degree in plant science" -> "a degree in plant science"); empty where nothing is named plainly."""
    plain = _USUALLY.sub("", _NEED.sub("", _MUST_HAVE.sub("need ", piece)))
    bare = re.sub(r"^(?:an?|the) ", "", plain, flags=re.I)
    opening = " ".join(re.split(r",| then ", bare)[0].split()[:5])
    if plain == piece and not _ROUTE_NOUN.match(bare) and not names_degree(opening):
        return ""
    plain = cut_tail(re.sub(r" to get in$", "", _THEN_DO.sub("", plain)), most=16)
    words = plain.split()
    if len(plain.split(", ")) > 2 and " and " not in plain and " or " not in plain:
        return ""
    if re.search(r"\b(?!for|of|about|least|and)[a-z]+ \d+ (?:years|months)\b", plain, re.I):
        return ""
    if (
        re.search(r"\b(?:postings|employers|adverts) (?:want|ask|look)\b|\b(?:and|or) to \w| and .* and (?:the|a) ", plain)
        or not words
        or core(words[0]) in {"to", "not", "no", "it", "about"}
        or has_finite_verb(plain)
        or _OTHERS & {core(word) for word in words}
    ):
        return ""
    is_title = len(words) > 1 and words[1][:1].isupper()
    lowered = plain[:1].lower() + plain[1:] if (words[0][1:].islower() and not is_title) or len(words[0]) == 1 else plain
    return article(lowered) if _is_countable(words) else lowered


def _is_countable(words: list[str]) -> bool:
    """Whether the phrase wants "a" before it: it names one degree or licence and has no determiner."""
    first = core(words[0])
    if re.match(r"\d+-(?:year|month)\b", first):
        return True
    if first in DETERMINERS or first in _NUMBERS or first[:1].isdigit() or first in {"registration", "training", "class", "level"} or first.endswith("s"):
        return False
    return bool(_ROUTE_NOUN.match(words[0])) or bool(_BARE_NOUN.match(" ".join(words[:5]))) or names_degree(" ".join(words[:4]))


def find_tasks(piece: str) -> str:
    """A list of activities: "Walk crops, take samples, write reports" -> "walking crops, taking samples and writing reports"; else empty."""
    piece = re.sub(r" thing(?:y|ie)\b", "", _WORK_IS.sub("", piece))
    parts = [_PART_SUBJECT.sub("", part).removeprefix("and ") for part in _without_workers(piece).split(", ")]
    parts = [re.split(r" and (?:you|they|it|then) ", part)[0] for part in parts if part and not part.lower().startswith("end of")]
    activities = _as_activities(parts)
    while len(activities) > 1 and len(" ".join(activities).split()) > LONGEST - 2:
        activities.pop()
    if not activities:
        return ""
    if len(activities) == 2 and " and " in activities[1] and core(activities[1].split(" and ")[1].split()[0]).endswith("ing"):
        activities = [activities[0], *activities[1].split(" and ", 1)]
    text = activities[0] if len(activities) == 1 else f"{', '.join(activities[:-1])} and {activities[-1]}"
    tokens = {core(word) for word in text.split()}
    return "" if len(text.split()) > LONGEST or is_cut_off(text) or _OTHERS & tokens else text


def _as_activities(parts: list[str]) -> list[str]:
    """The parts that begin with a verb, as activities; none where the list is something else."""
    if len(parts) > 1 and all(core(part.split()[0]).endswith("ing") for part in parts):
        return [part[:1].lower() + part[1:] for part in parts]
    found: list[str] = []
    others = 0
    for part in parts:
        words = part.split()
        verb = core(words[0])
        long_enough = len(words) > 1 or len(parts) > 2
        if form_of(verb) in {"base", "s"} and verb in FORMS and long_enough and FORMS[verb][0] not in _NO_TASK:
            activity = "" if core(words[-1]) in {"before", "after"} else _as_activity(words)
            if not activity:
                return []
            found.append(activity)
        elif found and verb in {"when", "how", "what", "where", "which"}:
            found[-1] += f", {part}"
        else:
            others += 1
    return [] if len(found) == 1 and (others or len(found[0].split()) < 4) else found


def _without_workers(piece: str) -> str:
    """The piece without its subject: "Air traffic controllers keep ..." -> "keep ..."."""
    words = piece.split()
    for i in range(1, min(5, len(words))):
        workers = core(words[i - 1])
        plural = (
            workers.endswith("s")
            and workers[:-1] not in NOT_AGENTS | _NO_WORKERS
            and (workers[:-1] in AGENTS or workers.endswith(("ers", "ors", "ists", "ians", "ants")))
        )
        if plural and form_of(words[i]) == "base" and (i > 1 or form_of(words[0]) != "base"):
            return " ".join(words[i:])
    return piece if words and form_of(words[0]) == "base" else _SUBJECT.sub("", piece)


def _as_activity(words: list[str]) -> str:
    """A verb with what follows as an activity ("run and improve the models" -> "running and improving the models"); empty for two verbs in a row."""
    spoken = [BASE_TO_ING[FORMS[core(words[0])][0]], *words[1:]]
    if len(words) > 1 and form_of(words[1]) == "base" and core(words[0]).endswith("s") and core(words[1]) not in AGENTS:
        return ""
    if len(words) > 2 and core(words[1]) in {"and", "or"} and form_of(words[2]) in {"base", "s"} and core(words[2]) in FORMS:
        spoken[2] = BASE_TO_ING[FORMS[core(words[2])][0]]
    for i in range(3, len(words) - 1):
        after = core(words[i + 1])
        before = core(words[i - 2])
        starts_anew = (
            f"{core(words[i])}s" not in NOUNS_IN_S
            or after in DETERMINERS
            or after in {"them", "it"}
            or before in PARTICLES
            or (before.endswith("s") and len(before) > 3)
        )
        if core(words[i - 1]) in {"and", "or"} and form_of(words[i]) == "base" and starts_anew:
            spoken[i] = BASE_TO_ING[FORMS[core(words[i])][0]]
    return " ".join(spoken)
