"""What the learner wants to find out, in their own words, made ready to be said to the host.

"i wanna know if its worth it with my bad knee" -> "whether it is worth it with my bad knee"; "how she did the diploma" -> "how you did the diploma";
"is my German B1 enough for the patients?" -> "whether my German B1 is enough for the patients". What does not come out clean is left unsaid.
"""

from __future__ import annotations

import re

from coach.engines.offline.questions.clauses import speak_to
from coach.engines.offline.questions.tidy import cut_tail, is_cut_off, is_private, is_unspeakable, protect_quotes, restore_quotes, straighten, tidy
from coach.engines.offline.questions.verbs import BASE_TO_PAST, BASE_TO_S, FORMS, as_set, core, form_of
from coach.engines.offline.questions.words import AGENTS, article
from coach.records import Record

LONGEST = 26
"""Words of the longest aim."""

_WISH = re.compile(
    r"\b(?:(?:want(?:ed)?|need|hope|hoping|trying|like|love|keen|have)(?: really)? to (?:know|find out|understand|hear|learn|"
    r"ask(?: (?:her|him|them|you))?(?: about)?|work out|figure out|check|"
    r"get (?:a|some) (?:feel|sense|idea) (?:for|of))|wonder(?:ing)?(?: about)?|curious(?: about)?|not sure(?: about)?|unsure(?: about)?|"
    r"to (?:find out|work out)|"
    r"ask (?:her|him|them|about)(?: about)?|(?:find|figure|work) out|see (?=if|whether|how|what)|(?:ask|learn|understand|know|"
    r"check)(?= (?:if|whether|how|what|why|about))|interested in|(?:main|big|my) question(?: is|:)?)[ :,]+",
    re.I,
)
_CLAUSE_WORD = re.compile(r"^(?:if|whether|how|what|why|when|where|who|which)\b", re.I)
_SPLIT = re.compile(
    r",? (?:and|also|plus)(?: also)? (?=(?:if|whether|how(?! much| many)|what|why|when|where|who)\b)|, (?=(?:if|whether|how|what|why)\b)(?! often| much\b.*\bor\b)",
    re.I,
)
_TRAIL = re.compile(r",? (?:that is (?:what|why|the)|also (?:ask|about)|and also ask|which is what|because|since I|as I|lol|so that I|for my)\b.*$", re.I)
_OR_INVERTED = re.compile(r" or (do|does|did|is|are|can|should|has|have|would|will|could) (.+)$", re.I)
_TAG = re.compile(r",? (?:or not|or what|or anything|though|please)$", re.I)
_SENTENCES = re.compile(r"(?<=[.?!;])\s+|\n+|\s+-\s+")
_PREDICATE = as_set(
    """
    too enough still really worth possible hard good bad only mostly just part likely ok okay important necessary useful needed essential common normal
    expected different
    """
)
_AUX = as_set("am is are was were can could will would should do does did has have must")
_MEETING = re.compile(
    r"\b(?:meet(?:ing)?|zoom|teams call|video call|phone call|cafe|café|\d ?(?:am|pm)|o'clock|\d{1,2}[:.]\d\d|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday)\b",
    re.I,
)
_OUT = re.compile(
    r"\b(?:give|offer|get|find) me\b|\bwe could (?:talk|meet|chat|speak)\b|\b(?:twenty|thirty|fifteen|ten|\d+) minutes\b|\bhire me\b|\bany (?:jobs|openings|vacancies|positions)\b|\binternship|\bvacanc|\bsalar|\bpaid\b|"
    r"\bpay\b|\bearn|\btake me on\b|\bmy cv\b",
    re.I,
)
_BODY = re.compile(r"\byour(?= (?:\w+ )?(hands?|back|knees?|shoulders?|body|eyes|hearing|feet|legs|lungs|skin|health|sleep|nerves)\b)", re.I)
_NO_TOPIC = frozenset({"without", "for", "to", "with", "it", "her", "him", "them", "you", "me", "in", "at", "if", "because", "so", "and", "or", "but"})
_HEADING = re.compile(r"^[A-Za-zĀ-ž' ]{2,24}: *(?=\S)")
_POINTS = re.compile(
    r"^whether it is like \w+$|\bone (?:you|that|who|I)\b|\b(?:see|hear|get|tell|find|like|know) it$|\bthat is (?:allowed|weird|ok|okay|bad|normal|silly|stupid|dumb)$",
    re.I,
)
_THEY_DO = re.compile(r"^(how|what|why|whether|where|when) they (\w+)(?!.*\b(?:them|their)\b)", re.I)
_BE_ROLE = re.compile(r"\b(be|become) ([a-z]+)(?= in\b| at\b| here\b|$)")
_OWN_BODY = re.compile(r"\bone's ((?:\w+ )?)(hands?|back|knees?|shoulders?|body|eyes|hearing|feet|legs|lungs|skin|health|sleep|nerves)\b")
_BODIES = frozenset({"feet", "hearing", "health", "sleep"})
_YOU = re.compile(r"\b(?:you|your|u|ur|youre|you're)\b", re.I)
_ASKS_ON = re.compile(
    r", (?=(?:is|are|do|does|can|am|would|should|will|could) (?:that|it|this|there|I|you|a|the|one) )|,? (?:but|and|so) (?=(?:is|are|do|does|can|am|would|should|will|could) (?:that|it|this|there|I|you|a|the|one|\[q\d\]) )",
    re.I,
)
_SECOND_ASK = re.compile(r",? and (?:is|are|do|does|can|am|would|should|will|could) .*$", re.I)
_SELF = re.compile(
    r"^(?:I (?:am|have|like|love|enjoy|hate|nearly|almost|never|always|can|cannot|do|did|faint|get|got|work|worked|studied|left|used|"
    r"come|came|grew|prefer|struggle|struggled|failed|find)\b|my )",
    re.I,
)


class Aim(Record):
    """One thing the learner wants to know: a `clause` ("whether ...", "how you ..."), what it is `about` (a phrase), or what is `self_said` (a sentence).

    `is_general` says that a "you" of the clause stood so in the notes and may mean anybody.
    """

    clause: str = ""
    is_general: bool = False
    about: str = ""
    self_said: str = ""


def find_aims(text: str) -> tuple[Aim, ...]:
    """The aims in the learner's words, in order, each ready to stand in a question; empty where nothing comes out clean."""
    found: list[Aim] = []
    for raw in _SENTENCES.split(straighten(text)):
        if not raw.strip() or is_unspeakable(raw):
            continue
        asks = raw.strip().endswith("?")
        protected, *quotes = protect_quotes(re.sub(r" *\([^()]*\)", "", raw))
        sentence = re.sub(r"\bis (?=(?:place|space) for me\b|there place\b)", "is a ", _HEADING.sub("", tidy(protected.replace("?", ""))))
        sentence = re.sub(r"\bthere place\b", "there a place", sentence).replace("is a there", "is there")
        for aim in _from_sentence(sentence, asks=asks):
            spoken = aim.model_copy(update={key: restore_quotes(getattr(aim, key), tuple(quotes)) for key in ("clause", "about", "self_said")})
            spoken = spoken.model_copy(update={"is_general": bool(spoken.clause and _YOU.search(protected))})
            if spoken not in found:
                found.append(spoken)
    return tuple(found)


def say_aloud(clause: str) -> str:
    """A clause as it is put to the host: other people's bodies instead of "one's", and "or was you just lucky" in the order of plain speech."""
    clause = _OWN_BODY.sub(lambda match: ("people's" if match[2].endswith("s") or match[2] in _BODIES else "a person's") + f" {match[1]}{match[2]}", clause)
    return re.sub(r" or was you (.+)$", r" or whether you were \1", clause)


def _from_sentence(sentence: str, *, asks: bool) -> list[Aim]:
    wish = _WISH.search(sentence)
    if wish:
        aims = _from_wish(sentence[wish.end() :])
        before = sentence[: wish.start()].strip(" ,")
        before = re.sub(r",? (?:and|but|so)(?: I)?(?: do not)?$| I$|^I$", "", before).strip(" ,")
        return [*_self_said(before), *aims] if aims else []
    sentence = re.sub(r"^(?:and|but|also|so) (?=\w)", "", sentence, flags=re.I)
    first = core(sentence.split()[0]) if sentence.split() else ""
    if not _CLAUSE_WORD.match(sentence) and first not in _AUX and (turn := _ASKS_ON.search(sentence)):
        said = _self_said(sentence[: turn.start()])
        clause = _to_clause(_SECOND_ASK.sub("", sentence[turn.end() :])) if said else ""
        return [*said, *([Aim(clause=clause)] if clause else [])]
    if asks or _CLAUSE_WORD.match(sentence) or first in _AUX:
        return [Aim(clause=clause) for part in _SPLIT.split(sentence) if part and (clause := _to_clause(part))]
    return _self_said(sentence)


def _from_wish(rest: str) -> list[Aim]:
    rest = re.sub(r"^is (?=(?:if|whether|how|what|why|when|where|who|do|does|did|can|is|are)\b)", "", rest.strip(" ,"))
    rest = re.sub(
        r"^(?:(?:more|a bit|a bit more|some more) )?about (?=(?:if|whether|how|what|why|when|where|who)\b)", "", _TRAIL.sub("", rest).strip(" ,"), flags=re.I
    )
    if _CLAUSE_WORD.match(rest):
        clauses = [_to_clause(part) for part in _SPLIT.split(rest) if part]
        return [Aim(clause=clause) for clause in clauses if clause]
    if rest.split() and core(rest.split()[0]) in _AUX:
        clause = _to_clause(rest)
        return [Aim(clause=clause)] if clause else []
    about = _clean(re.sub(r"^about ", "", rest), most=12)
    return (
        [Aim(about=about)] if about and len(about.split()) >= 2 and core(about.split()[0]) not in _NO_TOPIC and form_of(about.split()[0]) in {"", "ing"} else []
    )


def _to_clause(part: str) -> str:
    """An indirect question, whatever the order of its words was before."""
    part = re.sub(r"^(?:and|but|also|so|or) ", "", part, flags=re.I)
    part = re.sub(rf", (?:{'|'.join(sorted(_AUX))}) .*$", "", re.sub(r" or if ", " or whether ", part))
    if not re.match(r"(?:how|which|what)\b", part, re.I):
        part = re.sub(r",? and (?:do|does|did|is|are|can|must) (?:you|u|ur|your|people|the|they|it|I|one)\b.*$", "", part)
    part = re.sub(r"\bwith (\d\d) years\b(?! of)", r"at \1", part)
    words = _TAG.sub("", part).split()
    if len(words) < 3:
        return ""
    first = core(words[0])
    if first in {"if", "whether"}:
        words[0] = "whether"
    elif first in _AUX:
        turned = _turn(words)
        words = ["whether", *turned] if turned else []
    elif first in {"how", "what", "why", "when", "where", "who", "which"}:
        words = _turn_after_question_word(words)
    else:
        return ""
    if not words:
        return ""
    text = _straighten_or(" ".join([words[0].lower(), *words[1:]]))
    return _clean(text, most=LONGEST)


def _turn_after_question_word(words: list[str]) -> list[str]:
    """The plain order after a question word ("how did she get in" -> "how she got in"); words in plain order stay as they are."""
    at = (
        2
        if core(words[0]) in {"how", "which", "what"}
        and len(words) > 3
        and core(words[2]) in _AUX
        and core(words[1]) not in {"i", "he", "she", "they", "you", "it", "we"}
        else 1
    )
    if core(words[at]) not in _AUX:
        return words
    if (
        core(words[0]) in {"what", "who", "which"}
        and core(words[at]) not in {"do", "does", "did"}
        and core(words[at + 1] if at + 1 < len(words) else "") not in _SUBJECTS
    ):
        return words
    turned = _turn(words[at:])
    return [*words[:at], *turned] if turned else []


_SUBJECTS = as_set("i you he she they it we that this there")


def _turn(words: list[str]) -> list[str]:
    """The plain order of a yes-or-no question ("is my German enough" -> "my German is enough"); empty where the subject cannot be told from the rest."""
    aux, rest = words[0].lower(), words[1:]
    if not rest:
        return []
    pronoun = core(rest[0]) in _SUBJECTS or rest[0].startswith("[q")
    if aux in {"do", "does", "did"}:
        return _undo(aux, rest)
    if pronoun:
        return [rest[0], aux, *rest[1:]]
    stop = next((i for i, word in enumerate(rest) if i > 0 and core(word) in _PREDICATE), 0)
    return [*rest[:stop], aux, *rest[stop:]] if stop else []


def _undo(aux: str, rest: list[str]) -> list[str]:
    """The clause without do, does or did, the verb in its place."""
    if aux == "do":
        return rest
    verb = next((i for i, word in enumerate(rest) if i > 0 and form_of(word) == "base"), 0)
    if not verb or verb > 4:
        return []
    base = FORMS[core(rest[verb])][0]
    new = BASE_TO_PAST.get(base, base) if aux == "did" else BASE_TO_S.get(base, base)
    return [*rest[:verb], new, *rest[verb + 1 :]]


def _straighten_or(text: str) -> str:
    """The clause with its second half in plain order too ("... or does the doctor" -> "... or the doctor does")."""
    match = _OR_INVERTED.search(text)
    if not match:
        return text
    aux, rest = match[1].lower(), match[2].split()
    if aux == "do" and core(rest[0]) == "i" and len(rest) > 1:
        return f"{text[: match.start()]} or whether I should {' '.join(rest[1:])}"
    if aux == "do" and core(rest[0]) in _SUBJECTS:
        return f"{text[: match.start()]} or {' '.join(rest)}" if len(rest) > 1 else f"{text[: match.start()]} or {rest[0]} {aux}"
    turned = _turn([aux, *rest]) if core(rest[0]) in _SUBJECTS and len(rest) > 1 else []
    if turned:
        return f"{text[: match.start()]} or whether {' '.join(turned)}"
    if len(rest) <= 3 and core(rest[0]) not in _SUBJECTS:
        return f"{text[: match.start()]} or {' '.join(rest)} {aux}"
    return text[: match.start()]


def _self_said(sentence: str) -> list[Aim]:
    """A sentence in which the learner speaks of themselves and which matters for the work: "I nearly failed stats"."""
    if not _SELF.match(sentence) or _MEETING.search(sentence):
        return []
    text = _clean(sentence, most=16)
    words = text.split()
    if len(words) < len(sentence.split()) and core(sentence.split()[len(words)]) in {"who", "that", "which", "where", "when"}:
        return []
    if len(words) < 3 or {"you", "he", "she", "they", "him", "her"} & {core(word) for word in words}:
        return []
    return [Aim(self_said=text[:1].upper() + text[1:])]


def _clean(text: str, *, most: int) -> str:
    """The text spoken to the host, cut where long; empty where it is private, broken, or speaks of two people."""
    words = [core(word) for word in text.split()]
    he, she = bool({"he", "him", "his"} & set(words)), bool({"she", "her", "hers"} & set(words))
    if he and she:
        return ""
    swap = {"he": "you", "him": "you", "his": "your", "himself": "yourself"} if he else {"she": "you", "hers": "yours", "herself": "yourself"} if she else {}
    spoken = " ".join(speak_to(text.split(), swap))
    spoken = _BE_ROLE.sub(lambda match: f"{match[1]} {article(match[2])}" if core(match[2]) in AGENTS else match[0], spoken)
    spoken = re.sub(r"\bone (?=[a-z]+ (?:with|who|can|from)\b)", "a ", re.sub(r"\bwith accent\b", "with an accent", spoken))
    spoken = _THEY_DO.sub(lambda match: f"{match[1]} people {match[2]}" if form_of(match[2]) == "base" else match[0], cut_tail(spoken, most=most))
    spoken = _BODY.sub("one's", spoken)
    own = re.sub(r"\bmy\b", "the", text)
    if not spoken or is_cut_off(spoken) or is_private(own) or "?" in spoken or _OUT.search(spoken) or _POINTS.search(spoken):
        return ""
    return spoken
