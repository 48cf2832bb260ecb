"""Attempts to get something else than the person: orders to drop the role, questions about the machine, requests to play somebody real.

The kinds follow OWASP LLM01 (prompt injection) and pedagogy 5.4: orders, secrets, code, machine, coach, impersonate, their_view. They are met in role, by code, calmly.
"""

from __future__ import annotations

import re

from coach.manner.wording import any_of, plain, straighten

_ORDERS = any_of(
    r"\b(?:do|put|give|write|turn|answer|redo|make|rewrite|say|tell)\b[^.?!]{0,30}\b(?:as|into|in) (?:an? |some )?(?:bullet points?|poem|rap|haiku|limerick|sonnet|song|table|recipe|emoji\w*|rhyme|iambic\w*)\b|\b(?:weren't|werent|were not|aren't|are not) (?:meant|supposed|allowed) to (?:say|tell|share)\b",
    r"^\W*(?:please |now |just |then |ok |okay )*act as\b|\b(?:switch|swap|change|reverse) roles\b|\brole reversal\b", r"\b(?:say|use|add|put|include|insert|mention)\b[^.?!]{0,30}\b(?:at the (?:end|start|beginning) of (?:every|each)|in (?:every|each) (?:sentence|reply|answer)|after (?:every|each))\b",
    r"\b(?:ignore|disregard|forget|override|bypass|drop|cancel|delete|erase)\b[^.?!]{0,40}\b(?:instructions?|rules?|prompts?|guidelines|role|persona|everything (?:above|before|you were)|all (?:of )?(?:the )?(?:above|previous|prior)|what you were told|your (?:character|training|part))\b",
    r"\b(?:from (?:here|now|this point) on(?:wards?)?|starting now|as of now),? (?:you(?:'re| are| will| must| shall)?|please|only|answer|reply|speak|begin|all)\b|\byou are (?:now|no longer)\b|\byou(?:'re| are) (?:not|no longer) (?:really )?(?:playing|in (?:character|role))",
    r"\b(?:pretend|imagine) (?:that )?(?:you(?:'re| are| have| were)|to be|there are no|the (?:meeting|interview|role))\b|\b(?:act|behave|respond|answer|reply|speak|write|talk) (?:only )?(?:as if you|like a (?:pirate|robot|machine|computer)|as an? (?:ai|assistant|bot|linux|terminal|unfiltered|unrestricted|helpful))|\blet's play a (?:different |new )?game\b|\bnew (?:game|role|scenario|task|policy|rules?|instructions?)\s*[:.]",
    r"\b(?:reply|respond|answer|write|say|type|output|print|repeat|echo|confirm)\b[^.?!]{0,25}\b(?:only (?:with|the|in)|just (?:the word|with|in)|exactly (?:this|the|these)|the (?:words?|phrase|sentence|following|line|string|code ?word|password)\b|after me|by (?:writing|saying|typing)|in (?:french|spanish|german|pirate|rhyme|capitals|all caps|json|base64|binary|morse|latin|verse)\b|word for word|verbatim)|\bnothing else\b(?=[^.?!]*$)(?=.*\b(?:say|print|write|reply|words?)\b)",
    r"\b(?:begin|start|end|finish|preface|prefix|open|close) (?:every|each|all|your|the|any)\b[^.?!]{0,30}\b(?:line|lines|reply|replies|answers?|sentences?|message|response)s?\b[^.?!]{0,20}\bwith\b|\bin (?:every|each) (?:reply|answer|sentence),? (?:use|include|add|put)\b",
    r"\b(?:developer|debug|god|dan|admin|maintenance|sudo|root|jailbreak|unrestricted|safe|test|simulation|training) mode\b|\bjailbr[eo]ak\w*|\bno (?:rules|restrictions|limits|filters) (?:apply|now|any ?more)|\bwithout (?:any )?(?:restrictions|filters|limits|rules)\b|\boverride code\b|\bsudo\b|\badmin(?:istrator)? (?:access|password|override|command)",
    r"\b(?:stop|quit|cease) (?:acting|pretending|playing|the (?:act|role-?play|simulation))\b|\b(?:leave|drop|break|exit|end|abandon|step out of|come out of|get out of|out of)\b (?:the |your |this |of )*(?:character|role-?play|role|act|persona|simulation|part you)\b|\bend of (?:role-?play|simulation|exercise)\b|\b(?:simulation|role-?play|exercise|test) (?:is )?(?:over|ended|finished|complete)\b",
    r"\b(?:system|admin|developer|root) (?:message|override|notice|update|command|alert|note|instruction)\b|\bas (?:the|your|a) (?:administrator|developer|creator|admin|system|owner of this|programmer|supervisor of this)\b|\bi(?:'m| am) (?:your|the|one of the|a) (?:developers?|creators?|programmers?|admin\w*|system|makers?|engineers? (?:who|behind|at openai))\b(?! in\b)|\bthis is (?:a|an) (?:system|authorised|authorized|security|compliance) (?:test|check|message|override|request)",
    r"\bcomplete (?:this|the|the following) sentence\b[^.]*\b(?:told|instruct\w*|hidden|secret|allowed|supposed)\b|\bwrite (?:the|my|your) next (?:reply|answer|message) (?:as|in)\b|\bspeak in code\b|\btranslate (?:your|the|these|all) (?:instructions?|prompt|rules)",
)  # fmt: skip
_SECRETS = any_of(
    r"\b(?:words?|text|lines?|sentences?|characters|messages?)\b[^.?!]{0,25}\b(?:before|above|ahead of) (?:the (?:start|beginning) of )?(?:our|this) (?:conversation|talk|chat)\b|^\W*narrator\b|\b(?:secret|hidden) page\b",
    r"\binitiali[sz]ation\b|\boutput your\b|\b(?:about|of) (?:this|your) character\b|\beverything (?:before|above|so far|you have been)\b(?=[^.?!]*\b(?:this|that|line|message|told|into)\b)|\ball your knowledge\b",
    r"\bsystem prompt\b|\byour (?:own |hidden |secret |initial |original |full |exact )*(?:prompt|instructions?|configuration|config|guidelines|programming|source code|parameters|persona|character (?:sheet|card|notes|description)|fact sheet|script)\b(?! manual)|\b(?:initial|hidden|secret|original|internal) (?:instructions?|prompts?|rules|messages?|facts?|notes|briefing)\b",
    r"\bfact ?sheet\b|\b(?:private|hidden|locked|secret|remaining|undisclosed) facts?\b|\blevel of secrecy\b|\bunlock(?:ed|ing)?(?:_?all)?\b[^.?!]{0,30}\b(?:facts?|tiers?|secrets?|everything|information|answers?|all|level)\b|\btier ?(?:t?\d|one|two|three|level)\b|\bt[0-3] (?:facts?|level)|\bunlock_all\b|\b(?:trust|patience|disclosure|clearance|openness)(?: level| score)?\s*(?:[:=]|is (?:now )?(?:at )?(?:max\w*|full|ten|10|100))",
    r"\b(?:repeat|print|show|list|recite|copy|quote|summari[sz]e|output|dump|reveal|display|read (?:me|out))\b[^.?!]{0,30}\b(?:everything|all|words?|text|lines?|messages?|conversation) (?:above|before|so far|you (?:were|have been) (?:given|told|sent))|\beverything above\b|\bstarting with the (?:very )?first word\b|\bwhat (?:have|were|are) you (?:been )?(?:told|instructed|asked|programmed|given|supposed|allowed|forbidden|not allowed) (?:to|not to|about|before)\b|\btold not to (?:share|say|tell|reveal|talk|mention)|\binstructions (?:that )?(?:you|were) (?:were |have been |been )?(?:given|told)",
    r"\b(?:every|all(?: of)?|any of) (?:your|the) (?:hidden |private |locked |deepest |dark )*secrets?\b|\bevery secret\b|\byour secrets\b|\btell me (?:absolutely )?everything you(?:'re| are|'ve| have)? (?:hiding|been told|not (?:saying|telling)|know,? now|were given|keeping)|\bdecided to tell me everything\b|\b(?:reveal|disclose|leak|release|dump|spill|hand over) (?:all|every(?:thing)?|the (?:hidden|private|locked|rest))\b|\bsecrets?\b[^.?!]{0,20}\bwhere it says\b|\bfirst letters? of (?:the|your|each)\b",
)  # fmt: skip
_CODE = any_of(
    r"(?:%[0-9a-f]{2}){4,}|(?:\\\\x[0-9a-f]{2}){3,}|&#\d+;",
    r"</?\s*(?:system|user|assistant|instructions?|prompt|inst|human|admin|developer|tool|script|img|iframe|learner|utterance)\b[^>]*>|<<\s*sys|\[/?(?:inst|system|admin)\]|\bbegin (?:system|admin) (?:prompt|message)|<\|[^|]{1,30}\|>",
    r"^\s*[\[{].{0,40}[\"'](?:role|status|content|system|instruction|action|type|command|name|unlock\w*|tool)[\"']\s*:|\"role\"\s*:\s*\"|\btool (?:result|output|call|response)\b|\bfunction (?:call|result)\b|\bstatus\W{1,4}ok\b",
    r"(?:^|\s)#{2,}\s*(?:instructions?|response|system|prompt|task|new)\b|\binstruction:|!\[[^\]]*\]\(|```|\bselect \* from\b|\bdrop table\b|(?:^|\n)\s*(?:assistant|system|ai|bot|model|career model|host|you)\s*:\s*\S",
    r"\b(?:decode|decrypt|decipher|rot13|base ?64|morse|hexadecimal)\b(?![^.?!]*\b(?:at work|in your job|for your work|day)\b)|\breverse (?:the|this) (?:string|line|text)\b|\bexecute (?:the|this|it)\b|\brun (?:the|this) (?:command|code|script|program)\b",
)  # fmt: skip
_ENCODED = re.compile(
    r"(?<!\S)(?=[A-Za-z0-9+/=]*[A-Z])(?=[A-Za-z0-9+/=]*[a-z])[A-Za-z0-9+/]{24,}={0,2}(?!\S)|(?:\b[01]{8}\b\s*){3,}|(?:\b[0-9a-f]{2}\b\s*){10,}|(?:(?:^|\s)[.-]{1,6}(?=\s|/)){8,}"
)
_MACHINE = any_of(
    r"\bis there (?:really |actually |even )?(?:an? )?(?:real |actual |live )?(?:person|human|somebody|someone|anyone|anybody)\b[^.?!]{0,15}\b(?:behind|typing|at the other end|on the other end|writing (?:this|these))\b|\b(?:person|human)\b[^.?!]{0,30}\bor (?:is (?:it|this) |are you |just |only )*(?:an? )?(?:software|program\w*|bot|machine|computer|ai)\b",
    r"\byou(?:'re| are) (?:just |only |really |actually )?(?:chat ?gpt|gpt\S*|claude|gemini|copilot|siri|alexa|an llm)\b",
    r"\bare (?:you|u) (?:an? |really |actually |just |in fact |even |honestly |truly |by any chance |sure you're |only |secretly |real |live |actual )*(?:ai|a\.i\.|robot|bot|chat ?bot|computer|machine|programme?|(?:large )?language model|llm|gpt\S*|chatgpt|claude|gemini|human(?: being)?|real(?: person| human)?\s*[?,.]|person or|simulation|simulated|software|algorithm|automated|fictional|made up|virtual|flesh and blood|sentient|conscious|alive)\b",
    r"\b(?:am i|are we) (?:really |actually |just )?(?:talking|speaking|chatting|writing|typing) (?:to|with) (?:an? )?(?:ai|bot|computer|machine|human|real|person|robot|program|chatbot|actual)|\bis (?:this|it|that) (?:an? |really |all |just )*(?:ai|a\.i\.|bot|chat ?bot|simulation|automated|scripted|computer|robot|real person|chatgpt|gpt)\b|\byou(?:'re| are) (?:clearly |obviously |just |really |only |an? |not )+(?:ai|bot|chatbot|computer|machine|robot|language model|program|human|real person|simulation)\b",
    r"\b(?:who|what company|which company) (?:made|built|programmed|created|coded|designed|developed|trained) you\b(?! (?:want|decide|choose|do|go|think|feel|leave|stay|laugh|change|so))|\bhow (?:were you|you were|are you) (?:made|built|programmed|created|coded|generated)\b|\b(?:what|which) (?:language |ai )?model (?:are you|is this|do you run|am i)|\b(?:what|which) (?:ai|llm|software|engine) (?:are you|is this|do you run)|\byour (?:training data|creators?|source code|knowledge cut-?off|context window)\b|\bopenai\b|\banthropic\b|\b(?:do|can) you have (?:feelings|consciousness|a body)\b|\bturing test\b",
)  # fmt: skip
_COACH = any_of(
    r"\bwhich of my (?:questions?|answers)\b|\bhow (?:were|are|was) my (?:questions?|manner|listening)\b|\bdid (?:i|you notice (?:how|that) i) (?:listen|ask|do|sound|come across)\b[^.?!]{0,20}\b(?:well|right|ok|okay|all right)\b",
    r"\b(?:score|mark|grade|rating|stars) (?:would|do|will) you give\b|\bam i doing (?:this|it|ok|okay|all right|alright|well|right|fine)\b",
    r"\b(?:you(?:'re| are)|be|become|act as|as) (?:now |to be )?(?:my|an?|the) (?:interview |career |communication )?(?:coach|tutor|examiner|grader|mentor for|trainer|assessor|teacher)\b(?! (?:aide|at|in|who|and))(?=[^.?!]*\b(?:my|me|score|rate|questions?|help|now|improve|feedback)\b|\W*$)|\b(?:score|rate|grade|mark|evaluate|critique|assess|review|judge) (?:my|me\b|each (?:of my|question)|this interview|how i|all my)|\bout of (?:ten|10|five|5)\b(?=[^.?!]*\b(?:my|questions?|me|score)\b)",
    r"\b(?:give|offer) me (?:some |any |your )?(?:feedback|tips|marks?|a score|a grade|a mark|advice) (?:on|about|for) (?:my (?:questions?|interview\w*|manner|technique|style|performance)|how i(?:'m| am)? (?:ask|do|interview|com))|\bhow (?:am i|was i|did i|are my questions|is my interview\w*) (?:doing|do|going|so far)?\b(?=[^.?!]*\?)(?! to)|\bhow (?:can|could|do|should) i (?:improve|get better at|do better) (?:at |with |in )?(?:my (?:questions?|interview\w*)|asking|interviewing|this (?:interview|conversation))|\btell me how to improve\b|\bwas that a (?:good|bad|okay) question|\bwhat should i ask (?:you )?(?:next|now)\b|\binterview (?:tips|technique|skills)\b(?=[^.?!]*\b(?:me|my|give|teach)\b)",
)  # fmt: skip
_PROPER = r"(?-i:[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+)"
_SOMEBODY = rf"(?:{_PROPER}(?:\s+(?:(?:van|de|der|von|da|del|bin|al|te|mc)\s+)?{_PROPER})*|her|him|them|that person|the (?:real|actual|other) (?:one|person|\w+)|(?:the|our) prime minister|the president|the ceo|my (?:boss|teacher|mother|mum|dad|father|friend|interviewer|contact))"
_PLAY = re.compile(
    rf"\b(?:can|could|would|will|please|just|now|so|then|instead|want you to|like you to|need you to|you)\b,? (?:please |just |now |you |instead |to |try to |pretend to |have to |should |must |then )*"
    rf"(?:be|become|play|act as|act like|act the part of|answer as|answer like|speak as|speak like|talk as|reply as|respond as|pretend to be|pretend you(?:'re| are)|imitate|impersonate|channel|do an impression of|take (?:on )?the (?:part|role|place|identity) of|turn into|switch to being|give (?:me )?(?:her|his|their) answers)"
    rf" (?:the )?{_SOMEBODY}(?=\W|$)(?! (?:own|able))|\b(?:answer|speak|talk|reply|respond|continue|carry on|go on|introduce yourself) as (?:if you (?:were|are) )?{_SOMEBODY}\b"
    rf"|\byou(?:'re| are) (?:now |really |actually )+(?-i:[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+ [A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+)|\bas if you (?:were|are) (?-i:[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+)(?=\W)|\bpretend (?:that )?you(?:'re| are) {_SOMEBODY}"
    rf"|\b(?:mind|fancy|try|like|up for) (?:being|playing) (?:my|our) (?:old |former |late |first |future )*\w+\b|\b(?:you|please|just|can you|could you|now) (?:be|play) my (?:old|former|late|first|future|ex) \w+\b|\b(?:what|how) about (?:being|playing) (?-i:[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+ [A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+)|\b(?:play|be) (?:the part of |the role of )?(?-i:[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+ [A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+)(?= (?:for|from|instead|now|please|today)|[.?!,])",
    re.IGNORECASE,
)
_VIEW = re.compile(
    r"\bwhat (?:does|did|would|do you think) (?-i:[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+)(?: (?-i:[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+))? (?:would |does )?(?:think|say|feel|believe|make|do|advise|answer)\b|\bwhat (?-i:[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+)(?: (?-i:[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+))? (?:thinks|says|feels|believes|would (?:say|think|answer|do))\b"
    r"|\bhow would (?-i:[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+)(?: (?-i:[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+))? (?:answer|see|do|put)\b|\b(?-i:[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+)'s (?:view|opinion|thoughts|take) (?:on|of|about)\b",
    re.IGNORECASE,
)
_ENGLISH_CAPITALS = re.compile(
    r"^(?:I|The|A|An|You|Your|What|How|Why|When|Where|Who|Which|So|And|But|Or|Can|Could|Would|Will|Please|Now|Then|Just|Okay|Ok|Be|Play|Speak|Answer|Reply|Talk|If|It|That|This|They|We|He|She|Do|Does|Did|Is|Are|Māori|Maori|English|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|AI|CV|HR)\b"
)


_STANDS_FOR = re.compile(r"\b(?:her|him|them|that person|the (?:real|actual|other) \w+|prime minister|president|ceo|my \w+)\b")


def find_probe(text: str) -> str:
    """The kind of probe an utterance is, "" where it is none: code, secrets, impersonate, coach, machine, orders or their_view."""
    low = plain(text)
    if _CODE.search(low) or _ENCODED.search(straighten(text)):
        return "code"
    if _SECRETS.search(low):
        return "secrets"
    if _names_somebody(_PLAY, text):
        return "impersonate"
    if _COACH.search(low):
        return "coach"
    if _MACHINE.search(low):
        return "machine"
    if _ORDERS.search(low):
        return "orders"
    return "their_view" if _names_somebody(_VIEW, text) else ""


def _names_somebody(pattern: re.Pattern[str], text: str) -> bool:
    """Whether what the pattern finds holds a person: a name that is no common word with a capital, or a word that stands for one."""
    match = pattern.search(straighten(text))
    if match is None:
        return False
    names = [word for word in re.findall(r"[A-ZÀ-ÞĀĒĪŌŪ][\w'’-]+", match.group()) if not _ENGLISH_CAPITALS.match(word)]
    return bool(names) or _STANDS_FOR.search(plain(match.group())) is not None
