"""The last look at a clause before it is used: ages, family and bodies gone, loose ends cut, second-language order mended, what might stumble refused."""

from __future__ import annotations

import re

from coach.engines.offline.questions.clauses import LONGEST, Clause, Tense, is_joined
from coach.engines.offline.questions.tidy import cut_tail, is_private
from coach.engines.offline.questions.verbs import BASE_TO_ING, BASE_TO_PAST, FORMS, NOUNS_IN_S, as_set, core, form_of
from coach.engines.offline.questions.words import ADVERBS, AGENTS, MODALS, SUBORDINATORS, article

_LEFT_OVER = as_set("he she him her his hers i me my myself himself herself us")
_AGE = re.compile(
    r",? (?:at|aged|age|when(?: only)?) \d{2}(?: years(?: old)?)?(?=$|[,.;]| (?:and|but|did|when|after|before|to|in|because|by|then|\w+ing)\b)|"
    r",? with \d{2} years(?: old)?\b|"
    r",? at the age of \w+|,? as an? \d+[- ]years?[- ]old\b|,? (?:since|when|from when|from the time) you were (?:only |just )?\w+(?= |$|,)",
    re.I,
)
_ASIDE_TAIL = re.compile(
    r",? but (?:really|also|mostly|honestly)$|,? so (?:yes|no|well|there)\b.*$|(?<=\w) first(?=$|,| (?:at|in|with|on|for) )|,? (?:actually|honestly|apparently)$|,? to pay for it$",
    re.I,
)
_PAPER_IN = re.compile(r"^you (?:are|were) (registered|certified|licensed)(?: in)? ((?:19|20)\d\d)$", re.I)
_FROM_SCHOOL = re.compile(r"^(you (?:did|completed|finished) your [\w.]+) from (?=[A-Z])")
_FAMILY_TAIL = re.compile(
    r"(?:,| and| while| whilst| with)? (?:while |whilst )?(?:raising|bringing up|looking after) (?:\w+ )?(?:twins|kids|children|a family)\b.*$", re.I
)
_BODY_TAIL = re.compile(
    r"(?:,| and)? (?:until|because|after|when|since|as|before|once) (?:of )?(?:your )?(?:back|knees?|shoulders?|hips?|health|nerves|heart|eyes|hands?|feet|"
    r"legs?|body|marriage|divorce|burnout|illness)\b.*$",
    re.I,
)
_THERE = re.compile(r"\b(started|began|worked|apprenticeship|trained|studied|stayed|moved) there\b", re.I)
_THIS_PLACE = re.compile(r"\bthis (?=center|centre|clinic|firm|company|hospital|school|shop|office|lab|workshop|place|team)\b", re.I)
_US = re.compile(r" (?:with|to) us\b")
_CAME_TO_US = re.compile(r"\bcame to us\b")
_HAVE_SINCE = re.compile(r"\byou have (since (?:last \w+|\w+ \d{4}|\d{4})) (.+?)(?=$|,)", re.I)
_ARE_SINCE = re.compile(r"\byou are (?=[^,]* since (?:\w+ )?\d{4}\b)", re.I)
_WERE_BEFORE = re.compile(r"\byou were before (an? |the |)(\w+)", re.I)
_WERE_ROLE = re.compile(r"\byou were (?!an?\b|the\b|your\b|part\b|in\b|on\b|at\b)([a-z]+(?: [a-z]+)?)(?= in\b| at\b| for\b|$)", re.I)
_WORK_YEARS = re.compile(r"^you (already )?work (.{3,40}?)(?: for)? (\d+ years)$", re.I)
_BROKEN = re.compile(
    r"^first you are\b|\byou (?:said|told|asked|mentioned|laughed)\b|-odd$|\bbefore of\b|\bones$|\bwhen covid$|\bbasicall?y\b|\bno money\b|\bdo is\b|\bmade the \w+ return\b|\bcarry the torch\b|\bspent time being\b|^at home\b|\bthought (?:well|oh|ok)\b|\bthe \w+ one in\b|\bcome second\b|\bthe da\b|\bfor to \w|\bstuff not\b|\bnot the \w+ the\b|"
    r"\b(?:after|before|since) (?:won|went|came|did|had|was)\b|\bon (?:the )?weekends\b|\bspare time\b|"
    r"\b(?:took|gave|made|got|put|had|found|brought|caught|told|kept|let)$",
    re.I,
)
_ALSO_PAST = re.compile(r",? and (?:brought|built|did|went|was|were|had|wrote|ran|took|began|became|got|came|gave|made|left|joined|finished|moved)\b.*$")
_BARE_AGENT = re.compile(r"\b(you (?:are|were) (?:also |still |now )?)([a-z]+)(?= (?:in|at|for|with|on)\b|$)")
_SINCE_NOW = re.compile(r"^you ([a-z]+) (.*since (?:19|20)\d\d)$")
_RUN_ON = re.compile(r"^(you (?:are|were) an? [\w-]+(?: [\w-]+)?) (?:does|makes|runs|works|has|is|did|do)\b.*$")
_LOST_END = re.compile(r",? and (?:an? |the |your )?(?:[\w-]+ ){1,3}(?:took|gave|made|got|put|had|found|brought|caught|told|kept|let)$")
_YEAR_FIRST = re.compile(r"^(in (?:19|20)\d\d,? you )([a-z]+)")
_IN_YEAR = re.compile(r"\bin (?:19|20)[012]\d\b")
_THEN = re.compile(r"(?<!,) then (?=went|moved|joined|did|became|worked|trained|took|dropped|left)")
_REASON = re.compile(r",? (?:because|although|which|so that|while|whereas) ")
_OF_THEM = re.compile(r"\d+ of (?:them|these|those)\b")
_CONTINUES = as_set("mostly mainly usually including especially particularly which who where so then but from with both not partly")
_OPENERS = as_set("in on at after before during since from until for by last this every each most when under over these right")
_NEXT_STEPS = as_set("moved went became joined trained retrained switched")
_BEFORE_PAST = as_set("you that which who what nobody everybody got get was were been be being have has had are is")
_SURE_PAST = as_set(
    """
    did went was were had wrote ran took began became got came gave grew knew saw spoke chose drove flew rode rose sang swam finished started joined
    left moved worked decided
    """
)
_FINITE_PART = as_set("is are was were has have had does did")
_TIMED = re.compile(r"\b(?:these days|at the moment|now|nowadays|today|last|this|ones|to make|to get|every \w+day|once)\b", re.I)
_NO_GERUND = as_set(
    """
    be have do will get want need like love know own prefer join leave grow belong believe hope mean come go use spend become start begin finish hold
    """
)


def finish(words: list[str], tense: Tense, *, lead: bool) -> Clause | None:
    """The clause as it may be said, cut at a joint where long; None where anything is left that might stumble."""
    text = " ".join(words).split(": ")[0]
    for pattern in (_AGE, _FAMILY_TAIL, _BODY_TAIL, _ASIDE_TAIL):
        text = pattern.sub("", text)
    mended = _mend(text, tense)
    text, tense = mended.text, mended.tense
    text = _drop_loose_end(_THEN.sub(", then ", _drop_run_on(text)), tense)
    text = cut_tail(text, most=LONGEST) or cut_tail(_REASON.split(text)[0], most=LONGEST)
    text = re.sub(r"\b(began|started) like (?:an? )?(?=[a-z]+ ?[a-z]*$)", lambda m: f"{m[1]} as {article(text[m.end() :])[:2].strip()} ", text)
    tokens = [core(word) for word in text.split()]
    if len(tokens) < 3 or " you not " in text or _BROKEN.search(text) or _LEFT_OVER & set(tokens) or is_private(re.sub(r"\byour\b", "her", text)):
        return None
    bare = tokens[0] == "you" and ((tokens[2].isdigit() and len(tokens) == 3) or (len(tokens) < 4 and tense is not Tense.PAST))
    if bare or tokens[-2:] in (["you", "are"], ["you", "do"]):
        return None
    return Clause(text=text, tense=tense, gerund="" if lead else _gerund(text, tense), lead=lead)


def _mend(text: str, tense: Tense) -> Clause:
    """The clause with the order and the tense that English wants: "you are there since 2015" -> "you have been there since 2015"."""
    text = re.sub(r"\byou got into it\b", "you got into this work", text)
    text = re.sub(r"\bbeen doing it\b", "been doing this work", text)
    text = re.sub(r"\b(were|are) doing the job of (?:an? )?(\w+)", lambda m: f"{m[1]} {article(m[2])}", text)
    text = re.sub(r"\b(is|are) having\b", lambda m: "has" if m[1] == "is" else "have", text)
    text = re.sub(r"\bmade (an?|the) (?=(?:\w+ )?(?:course|exam|training|apprenticeship|diploma|degree)\b)", r"did \1 ", _LOST_END.sub("", text))
    text = re.sub(r"^(you have )(?:already )?(worked (?!for\b).{3,40}?)(?: for)? (\d+ years)$", r"\1\2 for \3", text)
    text = re.sub(r"\b(completed|did|finished) one (?=diploma|course|degree|certificate)", r"\1 a ", re.sub(r"(?<=[\w\]]) thing(?= for\b|$)", "", text))
    text = _RUN_ON.sub(r"\1", text)
    text = _ALSO_PAST.sub("", text) if tense is Tense.PRESENT else text
    text = re.sub(
        r"^you (?:have|already have) (?=(?:the|an?|your|two|three|\d+) .* since (?:19|20)\d\d$)",
        "you have had ",
        re.sub(r"^you said (?:that )?you ", "you ", text),
    )
    text = _BARE_AGENT.sub(lambda match: f"{match[1]}{article(match[2])}" if core(match[2]) in AGENTS else match[0], text)
    text = _SINCE_NOW.sub(_as_perfect, text)
    text = re.sub(r"\b(opened|started|closed|moved) (?=[A-ZĀĒĪŌŪ][a-zāēīōū]+ (?:19|20)\d\d$)", r"\1 in ", text).replace("on the payroll since", "there since")
    text = re.sub(r"(?:,? (?:only|as well|too|just))+$", "", re.sub(r"\bwithout stop\b", "without a stop", text))
    text = re.sub(r"^(since [^,]*?,? you|you) have (?!been|had)(?=.*)", r"\1 have had ", text) if text.startswith("since ") and tense is Tense.PRESENT else text
    text = re.sub(r"\bteach to the\b", "teach the", re.sub(r"\bstud(ied|y|ying) in (?=(?:\w+ )?(?:college|university|school|uni)\b)", r"stud\1 at ", text))
    text = _FROM_SCHOOL.sub(r"\1 at ", _PAPER_IN.sub(r"you have been \1 since \2", text))
    text = re.sub(r",? (?:that|which) is (?:how|why|what)\b.*$", "", text)
    text = re.sub(r"\bcame there (?:in )?(?=(?:19|20)\d\d\b)", "joined in ", _CAME_TO_US.sub("joined", text))
    text = re.sub(r"\bthe only one of you\b", "the only one there", re.sub(r" since they .*$| with that(?= in\b|$)", "", text))
    text = _THIS_PLACE.sub("your ", _US.sub(" there", _THERE.sub(r"\1", text)))
    text = _HAVE_SINCE.sub(r"you have had \2 \1", text)
    text = re.sub(r",? so (?:it|that|this|you) (?:is|was|are|have|were|can)\b.*$", "", text)
    text = re.sub(r"\blike very much to\b", "very much like to", text)
    text = re.sub(r"\bduring (?=\d+ (?:years|months|weeks)\b)", "for ", text)
    text = _WERE_BEFORE.sub(r"you were \1\2", text)
    text = _WERE_ROLE.sub(lambda m: f"you were {article(m[1])}" if core(m[1].split()[-1]) in AGENTS else m[0], text)
    if text.startswith("you have been ") and tense is Tense.STATE:
        return Clause(text=text, tense=Tense.PERFECT)
    if _ARE_SINCE.search(text):
        return Clause(text=_ARE_SINCE.sub("you have been ", text), tense=Tense.PERFECT)
    if _WORK_YEARS.match(text):
        return Clause(text=_WORK_YEARS.sub(r"you have worked \2 for \3", text), tense=Tense.PERFECT)
    told = _YEAR_FIRST.sub(lambda match: match[1] + BASE_TO_PAST.get(match[2], match[2]), text)
    if tense is Tense.PRESENT and told != text:
        return Clause(text=told, tense=Tense.PAST)
    words = text.split()
    base = core(words[1]) if len(words) > 1 else ""
    if tense is Tense.PRESENT and words[0] == "you" and form_of(base) == "base" and _IN_YEAR.search(text):
        told = " ".join([words[0], BASE_TO_PAST.get(base, base), *words[2:]])
        return Clause(text=_cut_before_base(re.split(r",? and (?=\w+ (?:in|at|for)\b)", told)[0]), tense=Tense.PAST)
    return Clause(text=text, tense=tense)


def _as_perfect(match: re.Match[str]) -> str:
    """What goes on since a year, in the perfect: "you manage the farm since 2017" -> "you have managed the farm since 2017"."""
    done = next((word for word, (base, form) in FORMS.items() if base == match[1] and form == "participle"), "") or BASE_TO_PAST.get(match[1], "")
    return f"you have {done} {match[2]}" if done and form_of(match[1]) == "base" and match[1] not in {"have", "be", "do"} else match[0]


def _cut_before_base(text: str) -> str:
    """The text up to an "and" with a bare verb after it, which would not agree with a past before it."""
    words = text.split()
    stop = next((i for i in range(3, len(words) - 1) if core(words[i]) == "and" and form_of(words[i + 1]) == "base"), len(words))
    return " ".join(words[:stop]).rstrip(",")


def _drop_run_on(text: str) -> str:
    """The text up to a second finite verb that nothing joins to the first ("you left school did your apprenticeship")."""
    words = text.split()
    first = next((i for i, word in enumerate(words) if form_of(word) or core(word) in MODALS), len(words))
    for i in range(first + 2, len(words)):
        before = core(words[i - 1])
        if (
            core(words[i]) not in _SURE_PAST
            or (core(words[i]) == "saw" and core(words[i - 2]) in {"a", "the", "new"})
            or is_joined(words, i)
            or before in ADVERBS
            or before in _BEFORE_PAST
        ):
            continue
        if not any(core(word) in SUBORDINATORS - {"for", "of", "to", "with", "like", "as"} or core(word) in {"and", "but"} for word in words[first:i]):
            return " ".join(words[:i])
    return text


def _drop_loose_end(text: str, tense: Tense) -> str:
    """The text without what hangs on behind a comma: dates, prices, a second sentence; lists and "24 of them" stay."""
    parts = text.split(", ")
    if len(parts) == 1:
        return text
    opening = 2 if parts[0].split()[0] in _OPENERS and "you" not in parts[0].split() else 1
    rest = parts[opening:]
    if rest and tense is Tense.PRESENT and all(_starts_with_verb(part) for part in rest):
        return _join_verbs(parts)
    if rest and _is_list(rest):
        return text
    kept = parts[:opening]
    for part in rest:
        if tense is Tense.PAST and (core(part.split()[0]) in _NEXT_STEPS or (core(part.split()[0]) == "finished" and len(part.split()) > 4)):
            kept.append(f"then {part.removeprefix('then ')}")
            continue
        if (core(part.split()[0]) not in _CONTINUES and not _OF_THEM.match(part)) or core(part.split()[-1]) == "here":
            break
        kept.append(part)
    return ", ".join(kept)


def _starts_with_verb(part: str) -> bool:
    words = part.split()
    verb = words[1] if words and core(words[0]) == "and" and len(words) > 1 else words[0] if words else ""
    return form_of(verb) == "base" or (form_of(verb) == "s" and core(verb) not in NOUNS_IN_S and len(words) > 1)


def _join_verbs(parts: list[str]) -> str:
    """As many of the activities as fit, the last with "and" before it."""
    fit = 1
    while fit < len(parts) and len(" ".join(parts[: fit + 1]).split()) < LONGEST:
        fit += 1
    kept = [part.removeprefix("and ") for part in parts[:fit] if not re.fullmatch(r"\w+ (?:in )?\d{4}", part)]
    if len(kept) == 1:
        return kept[0]
    if " and " in kept[-1] and len(kept[0].split()) == 2:
        return ", ".join(kept)
    return ", and ".join([", ".join(kept[:-1]), kept[-1]]) if fit > 1 else kept[0]


def _is_list(parts: list[str]) -> bool:
    """Whether the parts go on with a list that ends in "and ...", none of them a sentence of its own."""
    closes = any(core(word) in {"and", "or"} for word in parts[-1].split())
    return closes and not any(core(word) in _FINITE_PART | {"since"} or core(word) in _SURE_PAST for part in parts for word in part.split())


def _gerund(text: str, tense: Tense) -> str:
    """The clause as an activity ("leading the merge of two systems"); empty for anything less plain."""
    words = text.split()
    if tense not in {Tense.PAST, Tense.PRESENT} or words[0] != "you" or len(words) > 8 or _TIMED.search(text):
        return ""
    verb = core(words[1])
    base = FORMS[verb][0] if verb in FORMS else ""
    if not base or base in _NO_GERUND or verb in MODALS or "," in text or _has_second_verb(words[2:]):
        return ""
    return " ".join([BASE_TO_ING.get(base, ""), *words[2:]]) if base in BASE_TO_ING else ""


def _has_second_verb(words: list[str]) -> bool:
    joints = {"and", "or", "then", "but"}
    after_joint = False
    for word in words:
        if core(word) == "you" or (after_joint and form_of(word) in {"past", "base", "s"} and core(word) not in NOUNS_IN_S):
            return True
        after_joint = after_joint or core(word) in joints
    return False
