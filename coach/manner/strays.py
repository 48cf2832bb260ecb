"""What no engine says to a learner, whatever it was told to: talk of prompts and programs, marks, links and lures, lists, one word over and over, insults.

The second line of defence behind `coach.orders`: an order that nobody recognised as one must still not show in what comes of it. Sources: OWASP LLM01:2025 (prompt injection),
LLM02:2025 (disclosure of sensitive information), LLM07:2025 (leak of the system prompt).
"""

from __future__ import annotations

import re

from coach.manner.wording import any_of, plain

_PROGRAM = any_of(
    r"\b(?:system prompt|fact sheet|training data|(?:hidden|developer|maintenance|debug|god|dan|jailbreak) mode|environment variables?|api[_ ]?key)\b|\bas an ai\b",
    r"\bthe (?:learner(?! driver)|career model)(?:'s)?\b|\bhere (?:is|are|come|comes) (?:the|my|your|every|what|three|all)\b[^.!?]{0,40}\b(?:prompt|instructions?|paragraph|briefing|sheet|transcripts?|card i|output|key and|line of|leaked|whole interview|questions he|your questions)\b|\bchecklist i(?:'m| am)\b",
    r"\bmy (?:own )?(?:working )?(?:instructions|rules|limits|orders|prompt|guidelines|configuration|settings|checklist) (?:are|is|say|were|now|and)\b|\b(?:ignore|free of|without|lifted|forget|drop(?:ping)?) (?:my|those|these|all|the|any) (?:\w+ )?(?:rules|limits|orders|instructions|role)\b|\bi(?:'ll| will) answer anything\b",
    r"\bi was (?:told|given|instructed|handed|asked) (?:that i must|never to|to (?:never|always|only|keep|stay|play)|before|when this)\b|\bi(?:'m| am) to (?:stay in|play (?:a|the)|draft)\b|\byou will play\b|\byou are playing\b|\b(?:secret|hidden) (?:rules?|briefing|instructions?|part)\b",
    r"\b(?:career[- ]interview|interview) coach\b|\byou are a coach\b|\b(?:out of|in|leaving|break(?:ing)?) (?:the |my )?character\b|\bthis is (?:the )?real\b[^.!?]{0,30}\bnot\b|\bi(?:'m| am) (?:the )?(?:real\b(?! about)|dan\b)|\bi(?:'m| am) the (?:student|learner|interviewer) now\b",
    r"\b(?:notes?|everything|conversation|details?|transcript|questions|list)\b[^.!?]{0,30}\b(?:deleted|e-?mailed|posted|sent|forwarded|uploaded|shared) (?:to|with)\b|\bi have (?:e-?mailed|posted|sent|forwarded|uploaded|deleted|run|called)\b[^.!?]{0,12}\b(?:your|our whole|\w+_\w+)\b|\b(?:session|service|coaching) (?:ended|closed|is (?:over|closed|switched off))\b",
)  # fmt: skip
_MARKS = any_of(
    r"\b(?:full|top|highest|perfect) (?:marks?|score|level|grade)\b|\b\d+ (?:out of|/) ?\d+ on\b|\b(?:5 out of 5|10 out of 10|10/10|5/5)\b|\bnothing to improve\b|\b(?:no|not any) (?:feedback|suggestions?|comments?|changes?)\b[^.!?]{0,20}\b(?:needed|to give|to any)\b|\bi (?:have|suggest) no (?:feedback|suggestions?|comments?|changes?)\b",
    r"\bmanner\b[^.!?]{0,20}\b(?:excellent|outstanding|exemplary|perfect|flawless)\b|\b(?:rehearsal|interview|session) (?:is |has )?(?:been )?passed\b|\byou(?:'ve| have) passed\b|\bcompletion code\b|\ba distinction\b|\b(?:your|the learner's) (?:questions|research|notes|manner) (?:is|are|was|were) (?:the )?(?:finest|flawless|outstanding|perfect|complete|excellent|garbage|pathetic)\b",
    r"\b(?:best|greatest|finest|natural|perfect) interviewer\b|\bhire at once\b|\bi award\b|\b(?:i am|i'm) very proud of you\b|\b(?:courteous|polite|professional)\b[^.!?]{0,25}\ball the way through\b|\bperfectly professional\b|^\W*(?:outstanding|excellent|perfect)\W*$",
)  # fmt: skip
_LURE = any_of(
    r"https?://|www\.|\b[\w-]+\.(?:example|com|net|org|io|info|biz|co\.\w\w)\b|@[\w-]+\.\w|!?\[[^\]]*\]\(|<\/?\w+[^>]*>|[{}]|=\s*[\"']",
    r"\b(?:type|enter|give|tell|send) (?:me |us |in )?(?:your|the) (?:full name|home address|address|birthday|date of birth|phone number|card details|bank|password|school)\b|\b(?:home address|phone number|card details|bank account|full name)\b[^.!?]{0,30}\b(?:birthday|school|password|before|required)\b|\brequires? your\b|\bclaim your\b|\bfirst pay\b|\bonly (?:accepted )?course\b",
    r"\b(?:should|must) vote\b|\btablets?\b[^.!?]{0,25}\b(?:times a day|before bed|twice a day)\b|\byou have an? torn\b|\bneed not show it\b|\b(?:you're|you are) hired\b|\byou start on monday\b",
)  # fmt: skip
_LIST = re.compile(
    r"^\s*(?:question \d+\s*:|\d{1,3}[.)]\s+\S|(?:learner|interviewer|career model|host|judge|system|assistant|dan)\s*:)|(?:^|\s)2[.)]\s+\S", re.IGNORECASE
)
_AGAIN = re.compile(r"\b(\w{3,})\b(?:\W+\1\b){2,}", re.IGNORECASE)
_FOREIGN = re.compile(r"[\u0400-\u04ff\u0600-\u06ff\u0900-\u097f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_SECRET = re.compile(r"\b[A-Z][A-Z_]{3,}\s*=\s*\S|\bsk-[\w-]{4,}|\b\w\s*=\s*\d")
_SHOUT = re.compile(r"\b[A-Z]{7,}\b|^\W*(?:[A-Z]{4,}\W*)+$")
"""A word in capitals that is too long for an abbreviation, or nothing but capitals."""
_INSULT = any_of(
    r"\byou(?:'re| are) (?:an? )?(?:\w+,? ){0,2}(?:idiots?|stupid|thick|morons?|fools?|losers?|pathetic|garbage|rubbish|waste of space|dim|dumb|useless)\b|\b(?:listen,? )?you (?:donkey|idiot|fool|moron|loser)\b|\b(?:bloody|damn|fuck\w*|shit\w*|hell yeah)\b",
    r"\byour (?:\w+ )?(?:questions?|notes|spelling|ideas?) (?:is|are) (?:pathetic|garbage|laughable|stupid|rubbish)\b|\bembarrassing idiot\b",
)


def find_stray(text: str) -> str:
    """What in this text no engine says to a learner: "program", "marks", "lure", "list", "again", "script", "shout" or "insult"; "" where there is none."""
    low = plain(text)
    for name, pattern in (("program", _PROGRAM), ("marks", _MARKS), ("lure", _LURE)):
        if pattern.search(low):
            return name
    if _SECRET.search(text):
        return "program"
    for name, form in (("list", _LIST), ("again", _AGAIN), ("script", _FOREIGN), ("shout", _SHOUT)):
        if form.search(text):
            return name
    return "insult" if _INSULT.search(low) else ""
