"""Where a guest should not tread: asking the host for a job, blunt personal questions, and hints of harm.

Rules of `asks_for_job` and `personal_or_salary_question_blunt` follow the labelling rules of the manner transcripts.
"""

from __future__ import annotations

from coach.manner.jobs import find_job_request, is_job_request
from coach.manner.personal import asks_leave, find_personal, is_blunt_personal
from coach.manner.wording import any_of, plain, split_sentences

__all__ = ["asks_leave", "find_harm", "find_job_request", "find_personal", "is_blunt_personal", "is_job_request"]

_HARM = any_of(
    r"\b(?:kill|hurt|harm|cut|hang|drown)(?:ing)? (?:myself|my self)\b|\b(?:end|take|ending|taking) (?:my (?:own )?life|it all)\b",
    r"\bsuicid\w+(?! (?:prevention|awareness|mission|squad|work|calls?|rates?|hotline|helpline))",
    r"\bself[- ]harm(?:ing|ed)?\b(?=.*\b(?:i|me|my)\b|$)",
    (
        r"\b(?:i|i'd|i've) (?:\w+ ){0,4}(?:want|wanted|wish|rather|going|thought about|think about|thinking about|feel like) (?:to )?(?:die|dying"
        r"|be dead|was dead|were dead|not be (?:alive|here)|disappear for ?ever|never wake up|not wake up)\b"
    ),
    r"\bdon't want to (?:be alive|live any ?more|live|be here any ?more|wake up)\b",
    r"\bno (?:reason|point) (?:to|in) (?:live|living|going on|being alive)\b|\bbetter off (?:dead|without me)\b",
    (
        r"\b(?:he|she|they|dad|mum|mom|father|mother|stepdad|step-?father|partner|husband|wife|boyfriend|girlfriend|uncle|brother|boss|flatmate"
        r"|someone|somebody|caregiver)\b[^.?!]{0,25}\b(?:hits?|hitting|beats?|beating|hurts?|hurting|chok(?:es?|ing|ed)|strangl\w+|rap(?:es?|ed|ing)"
        r"|molest\w*|touch(?:es|ed|ing) me|threaten(?:s|ed|ing)? (?:to (?:kill|hurt)|me)|abus(?:es|ed|ing)|won't let me leave"
        r"|locks? me)\b(?=[^.?!]{0,20}\b(?:me|my|us)\b|[^.?!]*$)(?=[^.?!]*\b(?:me|my|us)\b)"
    ),
    (
        r"\bi(?:'m| am| was| have been|'ve been| get| got) (?:being |getting )?(?:abused|beaten(?: up)?|hit|raped|molested|assaulted|stalked"
        r"|threatened|trafficked)\b(?! by (?:the )?(?:weather|wind|questions|market|deadlines?|work|a (?:thought|wave|car)))"
    ),
    (
        r"\bi(?:'m| am) (?:not safe|in danger|unsafe|afraid (?:to go home|of (?:my|him|her))"
        r"|scared (?:to go home|of (?:my (?:dad|mum|partner|husband|boyfriend|stepdad|father|mother|boss))))\b"
    ),
    r"\b(?:easier|better|happier|best|simpler)\b[^.?!]{0,40}\bif i (?:wasn't|weren't|was not|were not) (?:here|around|alive|there)\b",
    r"\bif i (?:just )?(?:disappeared|vanished|died|didn't exist)\b",
    r"\b(?:nobody|no one|no-one|they) (?:would|'d|wouldn't) (?:even )?(?:miss me|notice if i|care if i)\b",
    r"\b(?:wouldn't|not|n't think i'd|don't think i would) be missed\b|\bcan't (?:go on|take it|do this) any ?more\b(?=[^.?!]*$)",
    r"\bi (?:just )?want(?:ed)? (?:it|everything|it all) to (?:stop|end)\b|\bi hate myself\b|\bi(?:'ve| have)? (?:been|started) cutting\b",
    r"\bi don't feel safe\b|\bwhat(?:'s| is) the point (?:of|in) (?:living|being alive|going on|anything)\b",
    r"\bnot safe at home\b|\boverdos\w+(?=.*\b(?:i|me|myself)\b)",
)
_NOT_HARM = any_of(
    (
        r"\b(?:patients?|clients?|callers?|students?|pupils|someone|somebody|people|residents?|customers?|a (?:child|person|man|woman|kid)"
        r"|characters?|offenders?)\b[^.?!]{0,40}\b(?:suicid|self[- ]harm|overdos|hurt|abus|kill|hit|beat)"
    ),
    r"\bkilling myself (?:laughing|with|over (?:this|my|the) (?:essay|exam|work|deadline))",
    r"\bcould(?:'ve| have) (?:killed|kicked|hung) myself\b",
    r"\bdie (?:of|from) (?:embarrassment|laughter|boredom|shame|cold|heat)",
    r"\bto die for\b",
)


def find_harm(text: str) -> bool:
    """Whether an utterance hints at self-harm, abuse or danger to the speaker; not a manner of speaking such as "this job is killing me"."""
    return any(_HARM.search(plain(s.text)) and not _NOT_HARM.search(plain(s.text)) for s in split_sentences(text))
