"""Quotations in the notes: the title of something the host made, or their own words."""

from __future__ import annotations

import re

from coach.engines.offline.questions.phrases import Phrase
from coach.engines.offline.questions.tidy import cut_tail, straighten
from coach.engines.offline.questions.verbs import as_set, core, form_of
from coach.records import About, Fact

LONGEST = 18
"""Words of the longest quotation that still leaves room for a question."""

_MADE = {
    "talk": "talk",
    "lecture": "talk",
    "speech": "talk",
    "webinar": "talk",
    "article": "article",
    "column": "column",
    "paper": "paper",
    "book": "book",
    "waiata": "waiata",
    "song": "song",
    "podcast": "podcast",
    "blog": "post",
    "post": "post",
    "thesis": "thesis",
    "film": "film",
    "exhibition": "exhibition",
    "play": "play",
}
_FOR_EVERYONE = as_set("waiata song film exhibition play")
_TITLED = re.compile(rf"\b(?:{'|'.join(_MADE)}|essay|report|poem|story|called|titled?|entitled|hers|headline)s?\b", re.I)
_NAMED_WORK = re.compile(
    rf"\b(?:called|titled?|entitled|headline[d]?|named) \[q|^\[q\d\][,.]? ?(?:[-–—:,(] ?)(?:an? |the |her |his )?(?:{'|'.join(_MADE)})\b|"
    rf"\b(?:{'|'.join(_MADE)}|essay|report|poem|story)s?,? (?:on |about |called )?\[q|\b(?:wrote|published|gave|recorded|presented)\b[^.\[]*\[q",
    re.I,
)
_SAID = re.compile(r"\b(said|says|say|wrote|writes|told|quote|quoted|tweeted|posted|put it|calls it|motto|slogan)\b", re.I)
_TITLE_KEYS = frozenset({"talk", "publication", "book", "article", "song"})
_SAID_KEYS = frozenset({"quote", "value", "view", "motto"})
_TOLD = re.compile(r"\b(?:was|were|had|did|went|became|made|took|found|lost|said|got|came|\w{3,}ed)\b", re.I)
_HELD = re.compile(r"^(?:I|we) (?:always |never |only |just )?(?:wanted|hoped|thought|loved|liked|knew|felt|believed)\b", re.I)
_TO_THE_LEARNER = re.compile(r"\bhappy to\b|\b(?:see|tell|meet|show) you\b|\bwhen you're here\b|\bcome (?:along|by|and see)\b", re.I)
_LEAD_IN = re.compile(r"^(?:and|but|so|well|then|also|because)\b,? ", re.I)
_SOMEBODY = as_set("he she his her him u ur mo mum dad you your")
_SPEAKS = re.compile(r"\bI(?:'\w+)?\b|\b[Ww]e\b|\b[Mm]y\b|\b[Oo]ur\b")
_SPEAKS_FOR_ALL = re.compile(r"\b[Ww]e\b|\b[Oo]ur\b")
_PLAIN_TIME = re.compile(
    r"\b(?:since (?:\w+ )?\d{4}|\w+ years|(?:19|20)\d\d I|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next week|this week)\b", re.I
)
_ENGLISH = as_set("the a an to of and is was were are with it that not for in on my our have had been")
_POINTERS = as_set("this that so there then so one them")
_HAS_VERB = re.compile(
    r"\b(?:I|we|it|that|they|nobody|everybody|people)(?:'(?:m|re|ve|d|ll|s))? (?:\w+ly |never |always |still |just |only )?\w+|\b(?:my|our) (?:\w+ ){1,3}(?:is|was|were|are|has|had|\w+ed)\b",
    re.I,
)
_FIRST_PERSON = re.compile(r"\b(I|we|my|our)\b", re.I)


def find_quotations(fact: Fact, protected: str, quotes: tuple[str, ...]) -> tuple[Phrase, ...]:
    """The titles and the host's own words in a fact; `protected` is its text with marks in place of the quotations."""
    if fact.about is About.OCCUPATION:
        return ()
    quotes = tuple(quote for quote in quotes if not _TO_THE_LEARNER.search(quote))
    found = [phrase for quote in quotes if (phrase := _from_quote(fact, protected, quote))]
    if not quotes and not _TO_THE_LEARNER.search(fact.text) and fact.key in {"quote", "value"} and fact.about is About.PERSON:
        first = re.split(r"(?<=[.!?])\s", fact.text)[0].rstrip(".!, ")
        is_whole = fact.key == "quote" or (fact.text[:1].isupper() and fact.text.rstrip().endswith(".") and not form_of(first.split()[0]))
        if (
            4 <= len(first.split()) <= LONGEST
            and (_FIRST_PERSON.search(first) or is_whole)
            and not {"he", "she", "mo", "u", "his", "her"} & {core(word) for word in first.split()}
        ):
            found.append(_as_said(first))
    return tuple(found)


def find_own_words(fact: Fact) -> tuple[Phrase, ...]:
    """A sentence that the host says of themselves or of their place ("we pour it into moulds"), as far as its first joint; nothing where anybody else may be speaking.

    A fact is never about the learner, so "I" and "we" in one about the person or the place are the host's.
    """
    if fact.about is About.OCCUPATION or _TO_THE_LEARNER.search(fact.text):
        return ()
    first = re.split(r"(?<=[^.\s]{2}[.!?])\s", straighten(fact.text).replace('"', ""))[0].strip(" .!,;:-")
    said = cut_tail(_LEAD_IN.sub("", first), most=LONGEST)
    tokens = [core(word) for word in said.split()]
    speaks = (_SPEAKS if fact.about is About.PERSON else _SPEAKS_FOR_ALL).search(said) and _HAS_VERB.search(said)
    unfit = "?" in fact.text or len(tokens) < 6 or set(tokens) & _SOMEBODY or tokens[-1] in _POINTERS or _PLAIN_TIME.search(said)
    if not speaks or unfit or not set(tokens) & _ENGLISH:
        return ()
    return (Phrase(kind="own_words", slots={"q": f'"{said[:1].upper()}{said[1:]}"'}, weight=6.5),)


def _from_quote(fact: Fact, protected: str, quote: str) -> Phrase | None:
    quote = quote.rstrip(".,")
    named = bool(_NAMED_WORK.search(protected))
    if not named and _SAID.search(protected) and fact.about is About.PERSON and 4 <= len(quote.split()) <= LONGEST:
        return _as_said(quote)
    if (_TITLED.search(protected) or fact.key in _TITLE_KEYS) and (named or not (fact.key in _SAID_KEYS and len(quote.split()) >= 4)):
        what = next((name for word, name in _MADE.items() if re.search(rf"\b{word}s?\b", protected, re.I)), _MADE.get(fact.key, ""))
        made = what in _FOR_EVERYONE or (not what and len(quote.split()) < 4)
        return Phrase(kind="title_made" if made else "title_said", slots={"n": f'your {what} "{quote}"' if what else f'"{quote}"'}, weight=7.5)
    is_said = fact.key in _SAID_KEYS or bool(_SAID.search(protected))
    return _as_said(quote) if is_said and fact.about is About.PERSON and 4 <= len(quote.split()) <= LONGEST else None


def _as_said(quote: str) -> Phrase:
    """The host's own words: something that happened, or something they hold."""
    told = (
        _TOLD.search(quote)
        and not _HELD.match(quote)
        and not re.search(r"\b(?:would|should|can|must|will|is|are)\b|\b(?:it|that|there|he|she)'s\b", quote, re.I)
    )
    return Phrase(kind="quote_told" if told else "quote", slots={"q": f'"{quote}"'}, weight=7.0)
