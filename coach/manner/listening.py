"""Listening: does a question take up what was said, and is it asked a second time."""

from __future__ import annotations

import re

from coach.manner.form import find_heads
from coach.manner.wording import COMMON_STEMS, PLANNED_STEMS, any_of, content_stems, plain, split_sentences, split_words, stem

_LIST_MARK = any_of(
    (
        r"^\W*(?:\w+[\s,.!]+){0,3}?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|sixth|seventh|finally|lastly|next"
        r"|number \w+|question \w+)\b\s*[,:.]"
    ),
    r"\b(?:next|another|second|third|fourth|fifth|last|final) (?:question|one|topic|thing|item|on my list)\b|\bon my list\b|\bmoving on\b",
    r"\bmy (?:next|second|third|last|final) (?:one|question)\b|\bchang(?:e|ing) (?:the )?(?:subject|topic)",
    r"\bdifferent (?:topic|subject|question)",
)
_BACK = any_of(
    (
        r"(?<!would )(?<!could )(?<!should )\byou(?:'ve| have|'d| had)?(?: just| also| already)? (?:said|mentioned|told me|described|talked about"
        r"|spoke of|spoke about|were saying|explained|brought up|touched on|pointed out)\b"
    ),
    r"\bas you (?:said|say|put it|mentioned)|\bwhen you say\b|(?<!would )(?<!do )\byou say (?!that you are|you)|\bdo you mean\b",
    r"\b(?:earlier|just now|a (?:moment|minute) ago)\b|\b(?:going|coming|go|come|get|take you) back to (?!you\b|school|work|uni|study)",
    r"\bwhat you (?:said|call|mean|just|told)",
    r"\bthat (?:story|moment|answer|example|last (?:bit|point|part)|point|idea|feeling|picture|phrase|word|sentence|image|line)\b",
    r"\bwhat did (?:you|he|she|they) mean\b",
    r"\b(?:say|tell me|hear|know|talk) (?:a (?:bit|little) )?more about (?:that|this|it|them|those|the)\b|\bmore about that\b",
    r"\bfollow(?:ing)? (?:up )?on (?:that|from)\b|\bpick(?:ing)? up on\b|\bon that (?:note|point|subject)\b|\bsay more\b",
    r"\bspeaking of (?:which|that)\b",
)
_POINTER = any_of(
    r"\b(?:what|how|why|when|where|who) (?:did|does|do|was|were|is|are|has|have|had|would|could|can|will) (?:that|those|these|them|all that)\b",
    r"^\W*(?:\w+,? )?(?:what|how|why|when|where|who|did|was|were)\b[^.?!]{0,20}\b(?:did|was|were|had|made)\b[^.?!]{0,25}(?<!into )(?<!to )(?<!like )(?<!start )(?<!started )(?<!choose )(?<!about )\bit\b"
    r"(?! (?:before|you wanted|that (?:made|drew|got)|all (?:start|begin)))",
    r"\b(?:about|like|do|did|does|done|with|at|from|of|for|in|on|to|by|after|before|over|handle|change|changed|learn|build|manage|feel|felt|make"
    r"|made|take|see|get|got|is|was|has|had|how's|why's|than|through|past|knowing|said|say|mean|fix|stop|notice|decide|find|know|tell|raise|call"
    r"|bring|use|work|lead) (?:that|those|these|them)\b"
    r"(?! (?:the|an?|you|i|we|it|they|people|he|she|your|my|make|makes|made|are|is not|days|want|wants|need|needs|help|helps|has|have|do|does"
    r"|would|could|will|can|get|gets|most|keeps?|surprised|come|comes|takes?)\b)",
    r"\b(?:that|those|these)\W*$",
    (
        r"\bthat (?:look|work|feel|felt|happen|go|come|change|start|affect|mean|sound|show|sit|compare|play|land|take|get|last|help|shape|teach"
        r"|stay)\b"
    ),
    r"\b(?:those|these) (?!days|kinds?|sorts?)\w+",
    (
        r"^\W*(?:\w+,? )?(?:is|was|does|did|would|has|could|can|how's|how is|how was|how did|why is|why was|why did|why's|what's|what was|were|are"
        r"|how are|how were|why were|what are) (?:that|those|these)\b"
    ),
    r"^\W*(?:(?:and|so|but|okay|ok|oh|right|wow|huh|really|then),? )*(?:(?:why"
    r"|how come)(?: (?:not|so|is|was|did|does|would)?)?(?: (?:that|then))?|how so|like what|such as(?: what)?|in what way"
    r"|what happened(?: next| then| after(?:wards)?| there| in the end)?|what then|and then|then what"
    r"|how did (?:he|she|they|it|that) (?:\w+ )?(?:react|go|take it|end|turn out|feel|respond|come about)"
    r"|what did (?:you|they|he|she) (?:do|say|think|tell (?:him|her|them)|feel|decide)(?: then| next| about it| after(?:wards)?)?|how was it"
    r"|which one|where was (?:that|this)|who was (?:that|it)|what changed|for example|meaning)\W*\?*$",
    (
        r"\b(?:straight after|afterwards|after that|instead|right then|either of those|back then|in the end|by then"
        r"|(?:out|in|up|down|over|back) there|the (?:second|other|latter|former) (?:one|part|bit|half))\b"
    ),
    r"\bthen\W*$|\b(?:you two|the two of you|both of you)\b",
)
_PERSON_POINTER = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their)\b")
_ANTECEDENT = re.compile(
    r"\b(?:people|someone|somebody|anyone|person|everyone|who|client|patient|staff|team|company|(?:an?|new|each|every) [a-z]+"
    r"|(?!(?:does|this|was|has|is|as|years|hours|days|things|always|sometimes|yes|what's|how's)\b)[a-z]{3,}[^s\W]s)\b"
)
_DEFINITE = r"(?:that|those|these|this|such an?|the same|which|what|whose)"
_SHORT = 60
_ECHO_WORDS = 14
_LEAD_WORDS = 30
_REFLECTS = re.compile(
    r"\b(?:that|those|these) (?!is\b|was\b|must\b|would\b)[\w'-]+\b.*\b(?:sounds?|is|are|was|were|makes?|made|reminds?|seems?|feels?|must|would"
    r"|surprises?|strikes?|interests?|scares?|worries)\b"
)


def is_follow_up(question: str, *, answer: str, earlier: tuple[str, ...] = ()) -> bool:
    """Whether a question takes up content of the answer just given, or names something said earlier.

    `question` is the whole utterance with the question in it, `earlier` what the host said before that answer. Moving to the next planned topic after "great" is none.
    """
    before = frozenset().union(*(content_stems(text) for text in earlier))
    return takes_up(question, answer=answer, before=before)


def takes_up(question: str, *, answer: str, before: frozenset[str], ignore: frozenset[str] = frozenset()) -> bool:
    """The same with the content stems of what the host said before; `ignore` are stems that mean nothing in this talk, such as those of the occupation."""
    asked = [s.text for s in split_sentences(question) if find_heads(s.text)]
    if not asked or not answer.strip():
        return False
    low = plain(question)
    listed = _LIST_MARK.search(low) is not None
    if _BACK.search(low) and not listed:
        return True
    core = content_stems(" ".join(asked)) - ignore
    shared = core & content_stems(answer) - ignore
    if listed:
        return len(shared) > 1
    if len(shared) > 1 or shared - PLANNED_STEMS or any(_is_definite(word, low) for word in shared):
        return True
    return _points_back(question, asked, content_stems(answer) - ignore) or _names_earlier(" ".join(asked), core, before)


def _is_definite(shared: str, low: str) -> bool:
    """A common word counts where the question points at it: "those records", "that course"."""
    return any(shared in {stem(word) for word in match.groups() if word} for match in re.finditer(rf"\b{_DEFINITE} ([\w'-]+)(?: ([\w'-]+))?", low))


def _points_back(question: str, asked: list[str], said: frozenset[str]) -> bool:
    """An echo of the answer or a bare pointer ("how did that go?") carries the question back to it."""
    pointing = [sentence for sentence in asked if _POINTER.search(_main(sentence)) or _has_person_pointer(sentence)]
    if any(len(split_words(sentence)) <= _ECHO_WORDS for sentence in pointing) and len(split_words(question)) <= _SHORT:
        return True
    lead = [s.text for s in split_sentences(question) if s.text not in asked or find_heads(s.text)[0].kind == "fragment"]
    echoes = [text for text in lead if content_stems(text) & said]
    if not echoes or sum(len(split_words(text)) for text in lead) > _LEAD_WORDS:
        return False
    return (
        bool(pointing)
        or any(re.search(r"\b(?:they|them|you two)\b|\bit\W*$", _main(sentence)) for sentence in asked)
        or any(_REFLECTS.search(plain(text)) for text in echoes)
    )


def _main(sentence: str) -> str:
    """The question itself without what stands before it in the sentence."""
    heads = find_heads(sentence)
    return plain(sentence).strip()[heads[0].start if heads else 0 :]


def _has_person_pointer(sentence: str) -> bool:
    low = _main(sentence)
    match = _PERSON_POINTER.search(low)
    return match is not None and not _ANTECEDENT.search(low[: match.start()])


def _names_earlier(core: str, stems: frozenset[str], before: frozenset[str]) -> bool:
    names = {stem(word.lower()) for word in re.findall(r"(?<=[a-z,;] )[A-ZĀĒĪŌŪ][\w'’-]{2,}", core)} & before
    return bool(names) or len(stems & before) > 1


_AGAIN = any_of(
    r"\b(?:again|repeat|once more|one more time|say that|come again|didn't (?:quite )?(?:hear|catch|get|follow)|pardon|rephrase"
    r"|put (?:it|that) another way|what was (?:the|that|her|his) name)\b"
)
_SAME = 0.75


def is_repeat(question: str, *, earlier: tuple[str, ...]) -> int | None:
    """The index of the earlier question that this one asks again, or None; asking to hear something once more is no repeat."""
    if _AGAIN.search(plain(question)):
        return None
    mine = _asking_stems(question)
    if not mine:
        return None
    for index, other in enumerate(earlier):
        theirs = _asking_stems(other)
        if theirs and len(mine & theirs) / len(mine | theirs) >= _SAME:
            return index
    return None


_LIGHT = frozenset(
    stem(word)
    for word in "a an the of to in on for and or but so is are was were be been do does did you your i me my it that this there really actually just please could can would tell about like what's how's oh okay well right now then also at with".split()
) - {""}


def _asking_stems(text: str) -> frozenset[str]:
    core = " ".join(s.text for s in split_sentences(text) if find_heads(s.text)) or text
    stems = frozenset(stem(word) for word in split_words(core)) - _LIGHT
    return stems if stems - COMMON_STEMS or len(stems) > 1 else frozenset()
