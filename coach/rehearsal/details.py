"""Which detail of something told a question asks for: the one whose own question is most like it, in kind ("who", "what came after", "why") and in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from coach.manner.wording import COMMON_STEMS, any_of, plain
from coach.records import FactDetail, PrivateFact
from coach.rehearsal.matching import find_keywords, find_kin

_WHO = r"(?:you|they|he|she|it|i|we|(?:the|your|that|his|her|their) (?:\w+ )?\w+|people|everyone|everybody|anyone|anybody|somebody|someone)"
_KINDS = {
    "after": any_of(
        r"\bwhat (?:happened|became|came|happens)\b|\bhow did (?:it|that|this|things|the \w+)\b[^?]{0,20}\b(?:end|turn out|go|finish|work out|come out)\b|\band then\b|\bwhat (?:next|then)\b|\bwhat did \w+ do (?:then|next|about|with|after)\b|\bin the end\b|\bafterwards?\b|\boutcome\b|\b(?:did|does|has|have) (?:it|that|she|he|they|you)\b[^?]{0,12}\b(?:work|hold|come|get|last|ever|go|help|find|pass|survive|recover|make it|stay|leave|finish)\b|\b(?:was|is|were|are) (?:she|he|they|it|everyone|everybody|the \w+) (?:all right|alright|ok|okay|fine|still|saved|safe)\b|\blater\b|\bwhat did you do\b|\bresult\b"
    ),
    "said": any_of(
        rf"\bwhat did {_WHO} (?:say|tell|answer|think|make|reply|want|call|shout|ask)\b|\bhow did {_WHO}\b[^?]{{0,15}}\b(?:react|take|respond|feel|answer)\b|\b(?:was|were) (?:he|she|they|the \w+|your \w+|anyone|anybody) (?:angry|cross|pleased|upset|surprised|happy|annoyed|kind|nice|cool|mad|impressed)\b|\bdid (?:he|she|they|anyone|anybody|the \w+|your \w+) (?:mind|notice|thank|complain|laugh|say|know|see|believe|forgive|answer|apologi[sz]e|ring|write)\b|\breaction\b|\b(?:said|told you|replied)\b"
    ),
    "who": any_of(r"\bwho(?:m|se)?\b|\bwhat sort of (?:person|people|man|woman)\b|\banybody\b|\banyone\b|\bsomebody (?:else)?\b|\bby yourself\b|\bhelp you\b|\bhow many (?:people|of (?:you|them))\b"),
    "know": any_of(r"\bhow (?:did|do|does|could|can|would) \w+(?: \w+)? (?:know|tell|see|notice|spot|find|realise|work out|hear|sense|recognise|decide|choose|learn|discover)\b|\bwhat (?:gave|told you|made you (?:think|suspect|notice|look|sure))\b|\bwhat did (?:you|they) (?:see|notice|hear|find|look at|look for)\b|\bfind out\b|\bwhat (?:tipped|clue|sign)\b|\bhow obvious\b"),
    "how": any_of(r"\bhow (?:did|do|does|can|could|would|on earth|exactly|is|was|are|were)\b|\bwhat did (?:you|they|he|she) (?:do|use|change|try|put)\b|\bwhat (?:helped|worked|do you do|does it take)\b|\bthe trick\b|\bwalk me through\b|\bmanage\b"),
    "why": any_of(r"\bwhy\b|\bhow come\b|\bwhat (?:made|makes|drew|decided|brought|kept|stopped|put|got|took|had)\b|\bwhat for\b|\breasons?\b|\bwhat was (?:wrong|the (?:matter|problem|trouble|cause|point|idea|fault))\b|\bcause[ds]?\b"),
    "felt": any_of(r"\bf(?:eel|elt|eeling)\b|\bwhat was (?:it|that|he|she|this|the \w+) like\b|\b(?:through|in|on) your (?:head|mind)\b|\bthinking\b|\bscar(?:ed?|y)\b|\bnervous\b|\bembarrass\w*\b|\bproud\b|\bashamed\b|\bstrange\b|\bbother\w*\b|\bhard (?:was|is|for you)\b|\bhow hard\b|\bsleep\b|\bafraid\b|\bmiss it\b|\bmind\b"),
    "since": any_of(r"\blearn(?:ed|t)?\b|\btake (?:away )?from\b|\bdifferently\b|\bchanged?\b|\bsince\b|\bnow(?:adays)?\b|\bstill\b|\bthese days\b|\btoday\b|\bagain\b|\bever (?:been|gone|seen|heard|used|had|done)\b|\bgot better\b|\bwould you\b"),
    "often": any_of(r"\bhow (?:often|common|usual|rare|typical)\b|\boften\b|\b(?:happen|is that|is it|is this)\b[^?]{0,15}\b(?:a lot|usual|common|normal|always|much|typical|rare|every|most|often)\b|\bothers\b|\beveryone\b|\bevery (?:day|time|week|year|night)\b|\balways\b|\bmost people\b|\bmany (?:people|of)\b|\bdo (?:people|they|all|most)\b|\busually\b"),
    "example": any_of(r"\bexamples?\b|\binstance\b|\b(?:one|a|an|the last|any) (?:\w+ )?(?:time|occasion|case|day|moment|story|surprise|one)\b|\blike what\b|\bsuch as\b|\bwhat (?:sort|kind|type)s? of\b|\bwhat (?:do|are|is) (?:those|they|these)\b|\bwhich ones?\b|\blately\b|\brecent\w*\b"),
    "when": any_of(r"\bwhen\b|\bhow (?:long|soon|old|late|early|far|quickly|fast)\b|\bwhat time\b"),
    "where": any_of(r"\bwhere\b"),
    "what": any_of(r"\bwhat (?:was|were|is|are|did|had|does|do|has)\b|\bwhat's\b|\bwhich\b|\bhow (?:big|much|many|heavy|bad|wide|deep)\b|\bdescribe\b"),
}  # fmt: skip
_WORTH = {"what": 0.5, "how": 1.0, "since": 1.0}
"""Kinds that say less than the others, which are worth 1.6."""
_KIND, _OTHER_KIND = 1.6, -0.5
_ASKED, _ANSWERED, _TOLD, _RELATED, _STRANGE = 2.0, 0.9, 0.4, 0.6, -0.7
_ASIDE = -1.0
"""What is lost where the words of weight of a question are neither in the detail's question nor in the story: then only its kind fits."""
_ELSEWHERE = -0.8
"""What is lost where a question without words of weight ("How long were you there?") was said of another part of the story."""
_MOST_STRANGE = 4
_AROUND, _MOST_AROUND = 0.5, 1.0
_AGO = (0.0, -0.6, -1.2)
"""What a detail loses with each reply since its fact was told; before that the question must name it."""
_ENOUGH, _NAMED = 1.5, 3.0
_EMPTY = frozenset(
    find_keywords(
        "happen thing tell told say said end really actually exactly mean sort kind ever mind guess suppose bet love lovely funny wow ha gosh oh poor goodness that sounds sound like nice great amazing"
    )
)


def find_detail(
    question: str, told: Sequence[tuple[int, PrivateFact]], *, unsaid: Iterable[str], going_on: bool, around: str = ""
) -> tuple[PrivateFact, FactDetail] | None:
    """The detail that answers a question best, with its fact; None where none does well enough.

    `told` are the facts told, each with how many replies ago; of the details only those whose text is in `unsaid` count. A question that is not `going_on` with
    what was said must name the detail in its own words. `around` is what was said with the question ("Over the scones, lovely!"); it can point at a story.
    """
    free, enough = frozenset(unsaid), _ENOUGH if going_on else _NAMED
    best: tuple[float, PrivateFact, FactDetail] | None = None
    for ago, fact in told:
        for detail in fact.details:
            if detail.text not in free:
                continue
            score = score_detail(question, fact, detail, around=around) + (_AGO[ago] if ago < len(_AGO) else _AGO[-1] * 1.5)
            if score >= enough and (best is None or score > best[0]):
                best = (score, fact, detail)
    return best[1:] if best else None


def score_detail(question: str, fact: PrivateFact, detail: FactDetail, *, around: str = "") -> float:
    """How well a detail answers a question: by the kind of thing asked and the words of weight; below 1.5 it does not."""
    asked, kinds = _words(question), read_kinds(question)
    own, answer, story = frozenset(_words(detail.question)), frozenset(_words(detail.text)), frozenset(_words(fact.text))
    kin = {group for word in own | answer for group in find_kin(word)}
    total = 0.0 if not asked or any(word in own or word in story for word in asked) else _ASIDE
    strange = 0
    for word in asked:
        if word in own:
            total += _ASKED if word not in story else _ASKED * 0.8
        elif word in answer:
            total += _ANSWERED
        elif word in story:
            total += _TOLD
        elif find_kin(word) & kin:
            total += _RELATED
        else:
            strange += 1
    if not asked and _speaks_of_else(around, own | answer, story):
        total += _ELSEWHERE
    total += min(_MOST_AROUND, sum(_AROUND for word in _words(around) if word not in asked and (word in own or word in story)))
    shared = kinds & read_kinds(detail.question)
    total += max((_WORTH.get(kind, _KIND) for kind in shared), default=_OTHER_KIND if kinds else 0.0)
    return total + _STRANGE * min(strange, _MOST_STRANGE)


def _speaks_of_else(around: str, detail: frozenset[str], story: frozenset[str]) -> bool:
    words = set(_words(around))
    return bool(words & story) and not words & detail


@lru_cache(maxsize=4096)
def read_kinds(question: str) -> frozenset[str]:
    """What kinds of thing a question asks for."""
    low = plain(question)
    return frozenset(kind for kind, pattern in _KINDS.items() if pattern.search(low))


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in find_keywords(text) if word not in COMMON_STEMS and word not in _EMPTY)
