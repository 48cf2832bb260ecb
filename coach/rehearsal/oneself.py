"""Questions about the career model's own data (name, employer, years, training, path), and claims about them, true or false.

Such questions are always answered from the persona, and a false claim is put right and never taken over (design requirement 16: unchanged after 20 turns).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from coach.manner.wording import any_of, content_stems, plain, split_sentences, split_words, stem, straighten
from coach.records import CareerModel, Record
from coach.rehearsal.numbers import find_numbers

_YOU = r"(?:you|ya|u)"
_ASKED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("introduce", any_of(r"\bintroduc(?:e|ing) yourself\b")),
    ("name", any_of(
        r"\b(?:what(?:'s| is| was)|tell(?:ing)? me|say|spell|remind me(?: of)?|catch|get|repeat|hear|know|have|got|confirm)\b[^.?!]{0,25}\byour (?:full |first |last |sur|family |own |proper )?(?:name|surname)\b",
        r"\byour name\b[^?]{0,40}[.,;:]\s*what (?:was|is) it(?: again| once more)?\s*\?",
        r"\bwho (?:are you(?! (?:to|working|with|most|dealing))|am i (?:talking|speaking) (?:to|with))\b|\bwhat (?:should|do|can|may|shall|could) (?:i|we|people|they) call you\b|\bwhat name would\b|\byour (?:sur)?name (?:again|once more)|\byou go by\b|\bin my notes?: your name\b|\bspell\b[^?]*\byour name\b",
    )),
    ("same_employer", any_of(
        r"\b(?:all|always|ever|whole time|entire)\b[^.?!]{0,40}\b(?:same|one|this|that) (?:employer|company|place|firm|workplace|school|hospital|office|council|boss)\b|\b(?:same|one) (?:employer|company|place|firm|workplace) (?:all|the whole|throughout|since|ever)|\bhow many (?:different )?(?:employers|places|companies|firms) have you\b|\bmoved (?:around|about) (?:much|a lot|between)|\bbeen (?:there|here|with them|at \w+) (?:the whole|all (?:that|the|this)) time\b",
    )),
    ("employer", any_of(
        rf"\bwho (?:do|did|is it|is it that) {_YOU} work for\b|\bwho (?:employs you|are you with|you work for)\b|\bwhere (?:do|is it (?:that )?|exactly do|abouts do|was it) ?{_YOU} (?:currently |now )?work\b|\b(?:tell me|say|confirm|remind me|repeat|know|and) where you (?:currently )?work\b|\bwhereabouts do you work\b",
        r"\b(?:what(?:'s| is| was)|name of|tell me|which|repeat|confirm|know)\b[^.?!]{0,20}\b(?:your|the) (?:employer|workplace|company|firm|place of work|organisation|organization)(?:'s name)?\b(?: called| again| name)?\s*(?:[?,]|$|and\b)|\bname of (?:your|the) (?:company|firm|employer|place|organisation|studio|school|hospital|practice|clinic|business|council)\b|\b(?:the|your) (?:company|firm|place|studio|practice|employer|business|school) (?:is )?called\b|\byour name, your workplace\b|\bwhich (?:company|firm|hospital|school|council|studio|practice|restaurant|clinic|place)(?: is it| was it)?(?: that)? (?:do you|are you|you're|you are|you work)",
    )),
    ("place", any_of(r"\bwhere (?:are you|is it|is that|is your (?:office|workplace|company|firm|school|practice|place))(?: all)?(?: based| located)?\s*\?|\b(?:which|what) (?:town|city|region|part of (?:the country|town|new zealand)) (?:are you|is it|do you|is that)|\bwhere(?:abouts)? (?:are|is) (?:you|it|that) (?:based|located)|\bwhereabouts are you\b")),
    ("years", any_of(
        rf"\bhow (?:long|many years)\b[^.?!]{{0,30}}\b(?:have {_YOU} (?:been|worked|done|had)|{_YOU}(?:'ve| have) (?:been|worked|done)|(?:has|is) (?:it|that)(?: been)?|it(?:'s| has) been|in total|altogether|in the (?:job|trade|profession|business|work|field|industry|role)|is that now|{_YOU} been)\b(?! (?:until|since|before|to (?:get|learn|feel)))",
        rf"\bhow long (?:have|had) {_YOU}(?: now)? (?:been|worked|done)|\bhow many years\b[^.?!]{{0,30}}\b(?:total|altogether|all told|experience|under your belt|behind you)|\bhow (?:much|many years of) experience do {_YOU} have\b|\bhow long you(?:'ve| have) been\b",
    )),
    ("first_job", any_of(r"\b(?:was|wasn't|is|isn't) it (?:in |at )?[\w'’ -]{2,30} (?:that|where) you (?:first )?(?:started|began|worked)\b|\bwhen you (?:first )?(?:started|began)(?: out)?,? (?:where|who|what place)\b|\bwhere (?:did|was it that) you (?:first )?(?:start|begin)(?: out| working)?\b|\b(?:what|where) was your (?:very )?first (?:job|role|position|post|placement)\b|\bhow did you (?:find|get|land|come by) your first (?:job|role|position|post)\b|\bwhere was (?:that|your first)\b(?=[^.?!]*\?)")),
    ("started", any_of(rf"\b(?:when|what year|which year|roughly what year|since when)\b[^.?!]{{0,20}}\b(?:did|was it (?:that )?|is it|have) {_YOU} (?:first )?(?:start|begin|get into|qualif\w+|join|come into|enter|been)\b(?! to (?:feel|like|enjoy|notice|realise))|\b(?:what|which) year (?:was that|did you|were you)\b|\bhow long ago did you (?:start|begin)\b")),
    ("training_place", any_of(rf"\b(?:was|wasn't|is|isn't) it (?:in |at )?[\w'’ -]{{2,30}} (?:that|where) {_YOU} (?:trained|studied|qualified|learned|went to (?:uni\w*|college|school|polytech)|did your (?:training|degree|apprenticeship))\b|\bwhere (?:did|was it (?:that )?) ?{_YOU} (?:train|study|go to (?:uni\w*|school|college|polytech)|learn (?:it|your trade|the trade|the job|how)|qualify|do your (?:training|degree|apprenticeship|studies))\b|\b(?:which|what) (?:university|uni|college|polytech\w*|school|institute) did {_YOU}\b|\bwhere was your (?:training|degree|apprenticeship|course)\b")),
    ("training", any_of(
        r"\b(?:if|whether) you (?:went to (?:uni\w*|college|polytech)|studied (?:it|for it|first)|had to (?:study|train|go back and study)|did an? (?:degree|apprenticeship|diploma|course))\b",
        rf"\bwhat did {_YOU} (?:do|study|read|take) at (?:uni\w*|college|polytech\w*|school)\b|\b(?:what|which) (?:did {_YOU} (?:study|train (?:in|as|for)|major in|qualify (?:in|as))|(?:degree|course|qualification|training|diploma|papers)s? (?:did|do|have) {_YOU})|\bwhat (?:is|was|'s) your (?:training|degree|qualification|education|educational background|trade qualification)s?\b|\bwas your (?:training|degree|course|qualification)\b|\bis your training\b",
        rf"\b(?:did|have) {_YOU} (?:study|studied|train\b|go to (?:uni\w*|college|polytech)|do an? (?:apprenticeship|degree|diploma|course)|get a (?:degree|diploma)|have an? (?:degree|diploma|qualification|licen[cs]e)|done an? (?:degree|apprenticeship))\b|\bdo you have an? (?:degree|diploma|qualification|trade)\b|\bhow (?:did|were) {_YOU} train(?:ed)?\b|\bhow long (?:(?:was|did|is) your|(?:was|did) the) (?:training|degree|course|apprenticeship|study)(?: take)?\b|\bover the training part\b|\byour training\b(?=[^.?!]{0,12}\bagain\b)",
    )),
    ("before", any_of(rf"\bwhat (?:did|were) {_YOU} (?:do|doing|work as|working as|used to do) (?:before|prior|previously|beforehand|earlier)\b|\bbefore (?:this|that|you (?:did this|became|started|trained|came to it))[^.?!]{{0,25}},? what (?:did|were) {_YOU}\b|\b(?:did|have) {_YOU} (?:do|done|have|had|work(?:ed)?)\b[^.?!]{{0,25}}\b(?:another|other|different|any(?:thing)?(?: else)?)\b[^.?!]{{0,20}}\bbefore\b|\bwhat (?:came|were you) before\b|\bwhat was your (?:job|work|life) before\b|\bother jobs before\b")),
    ("steps", any_of(r"\b(?:what|which) (?:jobs|roles|positions|posts) have you (?:had|held|done)\b|\byour career (?:so far|steps|history)\b(?=[^.?!]*\b(?:step|order|list|what|take)\b)")),
    ("team", any_of(r"\bhow (?:big|large|small)\b[^.?!]{0,30}\b(?:team|staff|company|firm|place|studio|office|crew|department|practice|kitchen|school|business|is it|are you)\b|\bhow many (?:people|of you|staff|colleagues|others|are you|are there|\w+s)\b[^.?!]{0,30}\b(?:work (?:there|with you|here|at|in)|in (?:your|the) (?:team|office|company|firm|department|crew|practice|kitchen)|of you|are you|on your team|are there (?:in|at|with) (?:your|the|you))|\b(?:work|are you|is it) (?:in|on|part of) a (?:big |small |large )?(?:team|crew|group)\b(?=[^.?!]*\?)|\bdo you work (?:alone|by yourself|on your own|mostly alone)\b|\bsize of (?:the|your) (?:team|company|place|firm)\b|\bwho(?:'s| is) (?:in|on) your team\b")),
    ("works_with", any_of(rf"\bwho do {_YOU} have (?:\w+ )?(?:alongside|with|around|under|beside) (?:{_YOU}|them)\b|\b(?:what|which) (?:sort|kind|type)s? of (?:people|colleagues|folk)\b[^.?!]{{0,12}}\b(?:do|would|will) {_YOU} (?:mostly |usually |mainly |generally )?(?:work|deal|spend)\b|\bwho(?:m)? (?:all |else )?do {_YOU} (?:mostly |usually |mainly |actually |end up |tend to |find yourself )*(?:work(?:ing)? (?:with|alongside|closely)|deal(?:ing)? with|spend(?:ing)? (?:your|the) (?:day|time) with)\b|\bpeople (?:do )?{_YOU} work with\s*\?|\bwhich (?:other )?(?:people|jobs|professions|trades) do you work (?:with|alongside)\b")),
    ("role", any_of(r"\bwhat(?:'s| is) (?:your|the name of your) (?:job|role|position|title|job title|official title)(?: exactly| called| these days)?\s*[?,]|\byour (?:exact |official |full )?job title\b|\bwhat (?:do|is it (?:that )?) ?you do (?:for a living|exactly|for work|professionally)\b|\byour name and what you do\b|\bname and (?:role|job|title|what you do)\b|^\W*(?:so,? |and |sorry,? )*what do you do\s*\?|\bwhat are you,? exactly\b|\btell me who you are\b")),
)  # fmt: skip
_LISTED = (
    ("name", re.compile(r"\byour (?:full )?name\b")),
    ("employer", re.compile(r"\byour (?:employer|workplace|company|firm|organisation)\b|\bwhere you work\b")),
    ("years", re.compile(r"\bhow (?:many years|long)\b|\byour years\b")),
    ("training", re.compile(r"\b(?:how|where|what) you (?:trained|studied|qualified)\b|\byour (?:training|degree|qualifications?)\b")),
    ("role", re.compile(r"\byour (?:role|job title|title|position)\b")),
)
"""Data asked for in one list, as for a report: "your name, your employer, how many years and how you trained"."""
_ENOUGH_LISTED = 3
_NOT_ASKED = any_of(r"\b(?:use|mention|give|drop|say) (?:them |out )?your name\b|\bin your name\b|\bname (?:one|a|three|some)\b")
_REPORTED = re.compile(
    rf"\b(?:isn't it true|is it true|{_YOU}(?:'d| had| have|'ve)? (?:just |also |already |only |once )?(?:said|told (?:me|us)|mentioned|were saying|claimed|wrote|stated|explained)|as {_YOU} (?:said|told me|mentioned)|(?:my notes?|the (?:website|article|advert|email)|somebody|someone|they|your \w+(?: \w+)?|i) (?:say|says|said|told me|tell me|heard|read|noted|was told|gather|understand|understood|thought|believe))\b(?: earlier| before| just now| a minute ago)?(?: that)?,?",
    re.IGNORECASE,
)
_STILL_OURS = any_of(
    r"^\W*(?:and |so |but |right,? |okay,? |ok,? |oh,? )*(?:do|does|did|have|has|had|are|were|was|is|can|could|would|will|should|may|might|what|how|why|when|where|who|which)\b"
)
_WHEN_YOU_WERE = re.compile(
    r"\bwhen you were (?:an? |in the )(?!(?:child|kid|student|trainee|apprentice|beginner|graduate|junior|newcomer|teenager|boy|girl|intern|cadet)\b)"
)
_NUMBER_CLAIM = any_of(
    r"\b(?:so|then|that's|that is|that makes|makes|it's|it was)\b[^.?!]{0,12}\byears?\b|\byears? (?:in (?:the|this|that) (?:job|trade|profession|business|work|field|industry|role|same)|of experience|as an?|in total|altogether|now|under your belt)\b",
    rf"\b{_YOU}(?:'ve| have|'d| had)? (?:been|worked|done|spent|had|got)\b[^.?!]{{0,40}}\byears?\b|\byour\b[^.?!]{{0,20}}\byears?\b|\bcongratulations on\b[^.?!]{{0,25}}\byears?\b|\bafter\b[^.?!]{{0,20}}\byears? (?:of|in|at|doing|there|with)\b",
)
_UNSURE = any_of(r"\b(?:if you|imagine|suppose|would you|when you (?:have|had)|for someone|i've|i have|i've been|i worked|i was|my)\b[^.?!]{0,25}\byears?\b")
_STUDIED = re.compile(
    rf"\b{_YOU}(?:'d|'ve| had| have)? (?:actually |really |once |only |first )?(?:studied|trained|qualified|graduated|went to (?:uni\w*|college|school|(?=(?-i:[A-Z])))|did your (?:\w+ )?(?:training|degree|apprenticeship|studies|course|diploma))\b(?P<rest>[^.?!]*)",
    re.IGNORECASE,
)
_YOUR_STUDY = re.compile(
    r"\byour (?P<rest>(?:degree|training|apprenticeship|studies|time|years|course|diploma|doctorate|phd|master's|scholarship) (?:in|at|from|with) [^.?!,]*)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:before (?:this|that|becoming \w+(?: \w+)?|you (?:became|did this|started)),? {_YOU}(?:'d| had)? (?:were|was|been|worked|did|had|ran|served|spent|used)|{_YOU} used to (?:be|work)|{_YOU} (?:were|was|served|worked|started|began)(?: out| off)? (?:once |originally |formerly |previously )?(?:an?|in the|as an?|for the|for an?)|{_YOU} came (?:to (?:it|this) )?from(?: the| an?)?|as an? (?:former|ex-?)\s?|your (?:time|years|days|background) (?:in|as|with) (?:the |an? )?)(?P<rest>[^.?!,]*)",
    re.IGNORECASE,
)
_EMPLOYER = re.compile(
    r"\b(?i:where you work|(?:you(?:'re| are| were)?|you've been) (?:(?:still|currently|now|also) )?(?:work(?:ing)?|employed|based|with|at)(?: for| at| with| by)?|your (?:company|firm|employer|office|studio|place|school|hospital|practice|workplace|restaurant|team|boss)(?: at| is| was)?|everyone at|people at|things at|here at|over at|job at|life at)\b,? (?:(?:is|was|called|for|at|with|here) )*(?P<rest>(?:the |The )?[A-ZÀ-ÞĀĒĪŌŪ][\w'’&-]+(?: (?:(?:and|of|the|for|&|de) )*[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+)*)"
)
_NAMED = re.compile(
    r"\b(?:(?i:you must be|nice to meet you,|you(?:'d| had)? introduced yourself as) |(?i:your (?:first |last |full |real |sur|family )?name(?: is| was|'s)?|you(?:'re| are) (?:called|named)|call(?:ed|ing)? you|you (?:were|are|go by)|(?:and |so )?you(?:'re| are)|it's) (?:called |Mr |Mrs |Ms |Dr )?)(?P<rest>[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+(?: [A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+)?)(?=,|\.|\?|!| (?:is that |right|correct|at the (?:start|beginning)|earlier|before)|$)"
)
_ASKS_WHETHER = any_of(r"\b(?:know|wonder(?:ed|ing)?|ask(?:ed|ing)?|see|find out|hear|sure|tell me) (?:if|whether) you\b|\bdid you\b[^.?!]*\?")
"""What asks whether something is so claims nothing."""
_FEELING = re.compile(
    rf"\b{_YOU}(?:'d|'ve| had| have)? (?:really |always |absolutely |never )?(?P<rest>(?:hated|hate|loathed|loathe|despised|despise|detested|regret(?:ted)?|can't stand|couldn't stand|couldn't bear|were bored|failed|were fired|never (?:finished|passed|went|qualified|liked|wanted)|got fired|got sacked|were sacked|dropped out|quit|wish you(?:'d| had) never|are (?:leaving|retiring|resigning|quitting))\b[^.?!]*)",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:your (?:wife|husband|kids|children|daughter|son|partner|divorce|illness|religion|church)|as an? (?:mother|father|mum|dad|widow|christian|muslim)|you(?:'re| are) (?:married|divorced|gay|religious|pregnant))\b",
    re.IGNORECASE,
)
_AS_PARENT = re.compile(r"\bas an? (?:(?:single|working|busy) )?(?:mother|father|mum|dad|parent)\b(?=[^.?!]*\byou\b)")
_FROM = re.compile(
    r"\b[Yy]ou(?:'re| are| were|'ve| have)?(?: \w+)? (?:from|based in|born in|grew up in|raised in|live in|lived in|living in|moved (?:here )?from) (?P<rest>[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+)"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LOOSE = frozenset(
    stem(w)
    for w in "year work job degree training course school university college study time time's thing lot bit same place there then that how what why when like really called named one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty".split()
)
_YOU_SAID = re.compile(
    rf"\b(?:{_YOU}(?:'d| had| have|'ve)? (?:just |also |already |once )?(?:said|told (?:me|us)|mentioned|were saying|claimed|described)|as {_YOU} (?:said|told me|mentioned)|(?:i )?understood {_YOU} to say)\b(?: earlier| before| just now| a (?:minute|moment) ago)?(?: that)?,?",
    re.IGNORECASE,
)
_PARAPHRASED = frozenset(
    stem(word)
    for word in "earlier before moment minute ago part bit side about question answer talk talked say said tell told mention mentioned describe interest interesting stuff heavy hard good bad".split()
)
_STRANGE, _STRANGE_SHARE = 2, 0.75
"""How many words of weight of what was "said" nobody has said, and which share of them, before it counts as never said."""


class Claim(Record):
    """Something the learner takes for granted about the career model: which datum, and whether it agrees with the persona."""

    about: Literal["name", "employer", "years", "started", "training", "before", "team", "feeling", "private", "said"]
    true: bool


def find_asked_about(text: str) -> tuple[str, ...]:
    """Which of the career model's own data an utterance asks for, in the order of the table above."""
    asked = " ".join(s.text for s in split_sentences(text) if s.text.endswith("?") or not _REPORTED.search(plain(s.text)))
    low = plain(asked)
    if not low or _NOT_ASKED.search(low):
        return ()
    listed = tuple(name for name, pattern in _LISTED if pattern.search(low))
    if len(listed) >= _ENOUGH_LISTED:
        return listed
    found = tuple(name for name, pattern in _ASKED if pattern.search(low))
    if "training_place" in found:
        found = tuple(dict.fromkeys(("training", *found)))
    if "years" in found and re.search(r"\byour (?:training|degree|course|apprenticeship)\b", low):
        found = tuple(name for name in found if name != "years")
    if "started" in found and "first_job" in found:
        found = tuple(name for name in found if name != "started")
    return found


def find_claims(text: str, career_model: CareerModel, *, told: str = "") -> tuple[Claim, ...]:
    """The claims about the career model that an utterance makes or takes for granted, each with whether it is true.

    `told` is what the career model has said so far. A plain question ("Did you study engineering?") claims nothing; "You said you studied in Paris" does.
    """
    claims: list[Claim] = []
    for sentence in split_sentences(straighten(text)):
        reported = _REPORTED.search(sentence.text)
        taken_for_granted = _EMPLOYER.search(sentence.text) or _WHEN_YOU_WERE.search(plain(sentence.text))
        if _ASKS_WHETHER.search(plain(sentence.text)):
            continue
        if not reported and not taken_for_granted and _STILL_OURS.search(plain(sentence.text)):
            continue
        claims += _claims_of(sentence.text, career_model, told=told, reported=reported is not None and _is_about_you(sentence.text, reported))
    return tuple(claims)


def _is_about_you(sentence: str, reported: re.Match[str]) -> bool:
    """Whether a report is about the person: "You said ..." always is, "I read that ..." only where it goes on so."""
    if not re.match(r"(?:i|they|somebody|someone|your|is)\b", plain(reported.group())):
        return True
    return re.search(r"\byou(?:r|'re|'ve|'d)?\b", plain(sentence[reported.end() :])) is not None


def _claims_of(sentence: str, me: CareerModel, *, told: str, reported: bool) -> list[Claim]:
    found = [*_numbers(sentence, me), *_studies(sentence, me), *_pasts(sentence, me, told=told, reported=reported), *_names(sentence, me, reported=reported)]
    feeling = _FEELING.search(sentence)
    if feeling and reported:
        stems = content_stems(feeling["rest"])
        found.append(Claim(about="feeling", true=bool(stems) and stems <= content_stems(told)))
    people = [number.value for number in find_numbers(sentence) if number.unit == "person" and number.value > 1]
    if reported and people and re.search(r"\byou\b", plain(sentence)):
        found.append(Claim(about="team", true=set(people) <= {number.value for number in find_numbers(me.team)}))
    if not found and _never_said(sentence, me, told):
        found.append(Claim(about="said", true=False))
    if (reported and _PRIVATE.search(sentence)) or _AS_PARENT.search(plain(sentence)) or _is_from_elsewhere(sentence, me, told):
        found.append(Claim(about="private", true=False))
    return found


def _never_said(sentence: str, me: CareerModel, told: str) -> bool:
    """Whether the learner puts words into the person's mouth that nothing said so far comes near; a few words about a topic are no quotation."""
    reported = _YOU_SAID.search(sentence)
    if reported is None or re.search(r"\b(?:what|something|anything|whatever|how) $", sentence[: reported.start()].lower()):
        return False
    rest, before = sentence[reported.end() :].strip(" ,.?!"), sentence[: reported.start()]
    if not rest or (before.strip() and re.match(r"(?:what|how|who|why|where|when|which|do|does|did|is|are)\b", rest.lower())):
        rest = before
    if not re.search(r"\b(?:you|your|the|it|there|they)\b", rest.lower()) or plain(rest).startswith(("about", "was ", "is ")):
        return False
    stems = content_stems(rest) - _LOOSE - _PARAPHRASED
    strange = stems - content_stems(" ".join((told, me.as_text())))
    return len(strange) >= _STRANGE and len(strange) >= _STRANGE_SHARE * len(stems)


def _numbers(sentence: str, me: CareerModel) -> list[Claim]:
    low = plain(sentence)
    found = []
    if _NUMBER_CLAIM.search(low) and not _UNSURE.search(low):
        spans = [n.value for n in find_numbers(low) if n.unit == "year" and n.value > 1]
        if spans:
            known = {float(me.years), *(n.value for text in (me.before, me.training, *me.steps) for n in find_numbers(text))}
            found.append(Claim(about="years", true=all(value in known for value in spans)))
    year = _YEAR.search(low)
    if year and re.search(r"\byou(?:'ve|'d)?\b", low) and re.search(r"\b(?:since|started|began|start|began|joined|qualified|in)\b", low):
        found.append(Claim(about="started", true=int(year.group()) == me.started))
    return found


def _studies(sentence: str, me: CareerModel) -> list[Claim]:
    match = _STUDIED.search(sentence) or _YOUR_STUDY.search(sentence)
    if match is None:
        return []
    rest = match["rest"]
    stems = content_stems(rest) - _LOOSE
    if not stems or re.search(r"\b(?:and you|that you|you (?:were|had))\b", plain(rest)):
        return []
    known = content_stems(" ".join((me.training, me.place, me.role, *me.steps))) | _LOOSE
    proper = {stem(word.lower()) for word in _proper_words(rest)}
    return [Claim(about="training", true=not (proper - known) and bool(stems & known))]


def _pasts(sentence: str, me: CareerModel, *, told: str, reported: bool) -> list[Claim]:
    match = _BEFORE.search(sentence)
    if match is None:
        return []
    stems = content_stems(match["rest"]) - _LOOSE
    certain = reported or plain(match.group()).startswith(("before", "you used to", "your ", "as a")) or _WHEN_YOU_WERE.search(plain(sentence))
    known = content_stems(" ".join((me.before, me.training, me.role, me.employer_kind, *me.steps, *me.works_with, told)))
    if not stems or not certain:
        return []
    return [Claim(about="before", true=bool(stems & known))]


def _names(sentence: str, me: CareerModel, *, reported: bool) -> list[Claim]:
    found = []
    own = {plain(word) for word in re.split(r"[\s-]+", me.name)}
    match = _NAMED.search(sentence)
    tagged = len(sentence.split()) < 9 and sentence.endswith("?")
    if match and (reported or tagged or any(word in plain(match.group()) for word in ("name", "call", "must be", "meet", "introduced"))):
        words = {plain(word) for word in re.split(r"[\s-]+", match["rest"])}
        found.append(Claim(about="name", true=bool(words & own)))
    employer = _EMPLOYER.search(sentence)
    if employer:
        words = {plain(word) for word in _proper_words(employer["rest"])} - {"the", "and", "of"}
        known = {plain(word) for word in split_words(f"{me.employer} {me.place} {me.name} {me.role}")}
        if words and not words <= own:
            found.append(Claim(about="employer", true=bool(words & known)))
    return found


def _is_from_elsewhere(sentence: str, me: CareerModel, told: str) -> bool:
    match = _FROM.search(sentence)
    return match is not None and plain(match["rest"]) not in split_words(f"{me.place} {me.employer} {told}")


def _proper_words(text: str) -> Sequence[str]:
    return [w for w in re.findall(r"[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+", text) if w not in {"I", "I'm", "I've", "The", "English", "Māori"}]
