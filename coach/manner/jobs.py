"""Asking the host for a job, a placement, or a favour towards one, also when it is soft or wrapped in politeness (labelling rule `asks_for_job`)."""

from __future__ import annotations

import re

from coach.manner.form import find_heads
from coach.manner.wording import any_of, either, plain, split_sentences

_CV = either(r"cv c\.v\. resume résumé curriculum_vitae (?:job_)?application cover_letter")
_OPENING = either(
    r"jobs? openings? vacanc(?:y|ies) shifts? positions? placements? internships? apprenticeships? traineeships? cadetships? work_experience "
    r"roles? posts? gigs? berths?"
    r" (?:part-time|casual|summer|holiday|weekend|paid|unpaid|temp)_work graduate_(?:scheme|programme|roles?) "
    r"(?:spare|free|open|junior)_(?:desks?|seats?|spots?|slots?|chairs?|places?)"
)
_LOOSE_OPENING = rf"(?:{_OPENING}|{either('spots? slots? places? desks? seats? chairs? bench corner room space work hours')})"
_HERE = (
    r"(?:here|with (?:you|yous|your|this|the (?:team|crew|firm|company))|for (?:you|your|the (?:team|firm|company))"
    r"|(?:on|at|in|to|under|alongside|by|round) (?:your|you)\b|your (?:own )?"
    r"(?:lot|team|firm|company|crew|place|office|studio|clinic|kitchen|workshop|shop|school|ward|lab|practice|yard|site|farm|department|outfit"
    r"|business)|this (?:place|firm|company|team|office|clinic|workshop))"
)
_ME = r"(?:me|us|someone like me|somebody like me|a (?:beginner|person|student|learner|newbie|guy|girl|bloke) like me)"
_LEARNER = (
    rf"(?:{_ME}"
    r"|(?:an? "
    rf")?{either('school_leaver student beginner learner (?:weekend_|saturday_|holiday_)?helper junior trainee grad(?:uate)? apprentice career[-_]changer newbie')})"
)
_LITTLE = r"(?:maybe|possibly|perhaps|please|just|also|ever|even|kindly|then|sometime|by any chance)"

_TAKE_ON = any_of(
    rf"\b(?:hir|employ|recruit)(?:e|es|ing)? {_ME}\b|\b(?:tak|bring)(?:e|ing) {_ME}(?: on\b| in\b| as\b|\W*$)|\b(?:tak|bring)(?:e|ing) on {_ME}\b",
    r"\b(?:if )?you(?:'d| would|'ll) (?:have|take) me\b(?! (?:read|do|learn|practi|try|start|know|watch|ask|look|study|visit|think|see|believe))",
    r"\bsign(?:ing)? me up\b",
    rf"\bconsider(?:ing)? {_ME}\b|\bpencil(?:ling)? me in\b",
    r"\bput(?:ting)? (?:me|my name) (?:down|forward|up|in)\b(?! touch| contact| the picture| mind)|\bcount me in for\b|(?<!don't )(?<!not )\bstart me\b|\b(?:bring|get|have) me on\b(?! (?:the (?:show|podcast)|to|a (?:call|waiting)))|\bgive me a (?:desk|bench|van|chair|station|uniform|key)\b",
    r"\boffer(?:ing)? me\b|\bhook(?:ing)? me up\b(?! with (?:some|any|a (?:person|colleague)))",
    (
        rf"\b(?:giv|get|find|land|sort|swing|throw|chuck|fix|wangl|slip|fit|squeez)(?:e|ing|ting)? {_ME}(?: \w+)?(?: out)?(?: with)? (?:an? |the "
        r"|some |any |my |one |your |in |into )?(?:\w+ ){0,3}?"
    )
    + either(
        r"job start(?!ed) shot(?!s) trial go(?!od|ing) foot way_in internship placement shifts? position role interview spot apprenticeship "
        r"(?<!to_)work hours traineeship chance_to_work place_on foothold"
    )
    + r"\b",
    r"\b(?:giv)(?:e|ing) me a (?:go|start|try|shot|chance)\b|\bfoot in the door\b(?=.*\b(?:here|you|your|me)\b)",
    r"\b(?:a|the|any) (?:job|role|work|position|placement) for me\b|\bget me (?:in\b|into (?:the|your)|on (?:the|to the|your))",
)
_FAVOUR = any_of(
    r"\bput(?:ting)? (?:in )?(?:a |in a )?(?:good |kind |quick |friendly )?word (?:in )?(?:for me|on my behalf|with|about me)",
    r"\bput(?:ting)? a (?:good |kind )?word in\b|\b(?:good|kind|quiet|quick) word (?:for|about|on) me\b",
    r"\bhave a (?:\w+ )?word with [^.?!]{1,40} about me\b",
    r"\bvouch(?:ing)? for me|\bpull(?:ing)? (?:a few |some |any )?strings",
    (
        r"\b(?:mention|suggest|recommend|refer|nominat|sponsor|push|back)(?:e|ing)? (?:me|my name) (?:to|for|as|with"
        r"|when)\b(?! (?:someone|somebody|anyone|a person|people|the others?) (?:who|to|i))"
    ),
    (
        r"\b(?:pass|flick|send|hand|forward|give|shoot|slip|drop|leave|put|take|email|submit|get|show|keep|accept|have|hang on to|circulate|share"
        rf"|print|bring)(?:ing|ting|ping)?\b[^.?!]{{0,30}}\b(?:my|me|a|this|the|our)\b[^.?!]{{0,15}}\b{_CV}(?! (?:feedback|tips|advice))"
    ),
    (
        rf"\b(?:my|this) {_CV}\b[^.?!]*\b(?:send|forward|hand|pass|give|take|keep|show|leave|drop|flick|put|circulate|get)\b[^.?!]{{0,15}}\b(?:it"
        r"|that|one|you|on|round|along)\b"
    ),
    rf"\bhere(?:'s| is) my {_CV}\b",
    rf"\b(?:brought|got|have|printed|here)\b[^.?!]{{0,12}}\b(?:my|a copy of my) {_CV}\b[^.?!]{{0,30}}\b(?:for you|with me|if you|in case)",
    (
        r"\b(?:pass|flick|hand|forward|slip)(?:ing)? (?:it|them|my (?:details|name|number|stuff)|me) (?:on|along|over|up|to)\b[^.?!]{0,30}\b(?:hr"
        r"|boss|manager|recruit\w*|director|hiring|hire|hires|whoever|chief|owner|right (?:person|people))"
    ),
    rf"\b(?:who|where|whom) (?:do|should|could|can|would|might) i (?:send|email|give|hand|address|submit|post|direct)\b[^.?!]{{0,15}}\b{_CV}",
    r"\bget me an interview\b|\bgive me (?:their|her|his|your boss's) (?:email|number)\b(?=.*\b(?:job|ask them|work)\b)",
)
_PUSHES = any_of(
    (
        rf"\b(?:my|two copies of my|a copy of my) (?:{_CV}|portfolio)\b[^.?!]{{0,40}}\b(?:one for you|to your|for your|with me|in for|nudge|show it"
        r"|give it|get it|forward|through)\b"
    ),
    rf"\b(?:this|it)(?:'s| is) my {_CV}|\bmy {_CV}(?:'s| is) in\b|\b(?:mention|say|drop) my name\b",
    r"\btell (?:hr|them|your \w+) (?:i'm|i am|that i|about me)\b",
    (
        r"\b(?:recruitment|recruiting|hr|human resources|hiring (?:manager|team|panel)|the (?:selection )?panel)\b[^.?!]{0,40}\b(?:forward|send"
        r"|pass|tell|speak|talk|word)\b[^.?!]{0,20}\b(?:this|me|my|it)\b"
    ),
    r"\b(?:refer|recommend|sponsor|endorse|nominat)(?:e|ing)? me\b(?! (?:a|some|any|the|to (?:someone|somebody|anyone|another)))",
    r"\b(?:be my|as my|put you down as a?) (?:referee|reference)\b",
    (
        r"\b(?:can|could|may|do|did|would) i (?:please |maybe |just )?(?:have|get|pick up|pinch|take|land) (?!to )(?:an? |the |some |any "
        r"|one of )?(?:\w+ ){0,2}?(?:jobs?|shifts?|work|placement|internship|position|role|trial|start)\b(?! (?:well|right|done))"
    ),
    r"\bwhen (?:can|could|do|would) i start\b|\bi(?:'m| am) (?:your|the) (?:girl|man|guy|woman|person|bloke)\b|\bi am ready\b(?=[^.?!]*$)",
    r"\b(?:a |the )?(?:great|good|perfect|decent|natural) fit (?:for|in|on) your\b",
    r"\bbe your (?:next )?(?:apprentice|intern|trainee|assistant|junior|runner|helper|offsider)\b",
    r"\bfeel about (?:having|taking)(?: on)? (?:an? )?(?:\w+ )?(?:intern|apprentice|trainee|student|helper|junior)",
    (
        r"\b(?:thought|considered) (?:about|of)? ?(?:taking on|hiring|employing|bringing on|getting) (?:someone|somebody|an? |another"
        r"|me)\b(?=[^.?!]*\b(?:part-time|like me|me\b|young|new|an? )|\?)"
    ),
    r"\btake an? (?:\w+ )?(?:trainee|intern|apprentice|student|beginner) like me\b",
    rf"\bdo (?:my|a|the|some) (?:\w+ )?(?:placement|work experience|practicum|internship)\b[^.?!]{{0,15}}\b{_HERE}",
    (
        r"\b(?:does|do|takes?|runs?|offers?) (?:internships?|placements?|traineeships?|apprenticeships?"
        r"|work experience)\b[^.?!]{0,20}\b(?:for (?:people|someone|students) like me|for me|like me)\b"
    ),
    rf"\bi(?: \w+){0, 3} (?:intern|work|apprentice|temp|volunteer) for you\b|\bi could do a (?:trial|week|month)",
    r"\bif your \w+ (?:ever )?(?:needs?|wants?) (?:an? |some)\b|\ba job in it for me\b|\bget me in the door\b|\bjob,? eh\b",
    r"\b(?:give|chuck|flick|throw) us a (?:job|shift|start)\b|\bnext (?:hiring|recruiting|taking on)\b",
    r"\bshow (?:it|this|them|my \w+) to your (?:\w+ )?(?:director|boss|manager|team|editor|chief|partner)\b",
)
_REMEMBER = any_of(
    (
        r"\b(?:keep|bear|have|hold)(?:ing)? (?:me|my name|us) (?:in mind|on (?:file|your (?:list|books|radar)|the list)"
        r"|posted (?:on|about) (?:jobs|openings))"
    ),
    r"\bkeep(?:ing)? my (?:name|details|number|contact)\b|\bthink of me\b|\bremember(?:ing)? (?:me|my name) (?:if|when|for|should|next|come)",
    r"\b(?:be|being) (?:remembered|considered|kept in mind|thought of)\b",
    r"\bkeep(?:ing)? (?:an? )?(?:eye|ear|eyes|ears)(?: \w+)? (?:out|open|peeled)\b[^.?!]*\b(?:me|my)\b",
    (
        r"\b(?:let me know|give me a (?:shout|ring|call|bell|buzz)|shout|drop me a line"
        r"|(?:text|ring|call|message|email|tell|contact) me)\b[^.?!]{0,40}\b(?:if|when|should)\b[^.?!]{0,40}\b(?:comes? (?:up|free|along)"
        rf"|came up|opens?|need|hiring|short|available|going|{_OPENING})"
    ),
)
_COMES_UP = any_of(
    (
        r"\b(?:if|should|when|whenever|in case)\b[^.?!]{0,20}\b(?:something|anything|somebody leaves|someone leaves|an? (?:\w+ )?gap"
        rf"|{_LOOSE_OPENING})\b[^.?!]{{0,25}}\b(?:in the roster|c[oa]mes?|came|opens?|opened|becomes?|became|turns?|turned|pops?|popped|falls?"
        r"|is going|going|frees?)\b"
    ),
    (
        r"\bif you(?:'re| are)?(?: ever)? (?:short(?: (?:of|on))?|need(?:ing)?|want|looking for|after|hiring|recruiting|taking on"
        r"|desperate for)\b[^.?!]{0,30}\b(?:someone|somebody|anyone|anybody|staff|hands?|help|people|cellar|crew|cover|a \w+)\b"
    ),
    (
        r"\bif you (?:hear|know|get wind|think) of\b[^.?!]{0,25}\b(?:anything|something|one|any|anyone (?:hiring|recruiting|looking|who needs)"
        rf"|{_LOOSE_OPENING})\b(?! (?:to read|i could read))"
    ),
)
_SELF = re.compile(r"\b(?:me|my|i'm|i am|i'd|i would|i'll|i could|i can|i want|i need)\b")
_AVAILABLE = any_of(
    (
        r"\b(?:is|are|was|were|would|might|could|will) there (?!many|enough|more|always|plenty)(?:\w+ )?(?:be )?(?:an? |any |some "
        rf"|still )?(?:\w+ ){{0,3}}?{_LOOSE_OPENING}\b(?=[^.?!]*\b(?:{_HERE}|for me|someone like me|me to|i could|i might|going|available|free"
        r"|at the moment|right now|in the new year|this (?:summer|year)|soon)\b)"
    ),
    (
        r"\b(?:(?:do you have|have you(?: got)?|you got|is there|there's|got) (?:anything|something)(?! to| you)|any use|a use|a bit of \w+"
        r"|an? (?:spot|place|corner|bench|chair|space|gap|opening|start)|room|work"
        rf"|space)(?: going)?(?: you(?:'ve got| have| could (?:offer|give|find)))? (?:for {_LEARNER}|you could (?:offer|give|find) me)\b"
    ),
    rf"\b(?:find|make|have) (?:an? )?(?:corner|room|space|place|spot|use) for (?:me|{_LEARNER})\b",
    r"\bin with a (?:shout|chance)\b|\b(?:my|the) chances (?:of|here)\b|\bmy name in the hat\b",
    rf"\bget(?:ting)? (?:taken on|a start|hired|employed)\b[^.?!]{{0,20}}{_HERE}",
    r"\b(?:tell|ask|talk to|speak to) (?:your|the) (?:manager|boss|director|team|hr|owner|chief)\b[^.?!]{0,20}\b(?:about|for) me\b",
    rf"\b(?:an?|any) (?:\w+ )?{_OPENING} (?:coming up|going|available|free|opening up|about)\b|\bstay on as\b",
    r"\bbe (?:on|part of|in) your (?:team|crew)\b|\bhav(?:e|ing) me as (?:an? |your )",
    r"\bmy (?:details|number|card)\b[^.?!]{0,30}\b(?:in case|if) (?:you|your)\b|\bremember my (?:face|name)\b",
    rf"\b(?:do|does|did|have|has|got|would|will|can) (?:you|ya|yous|they|your \w+|the (?:team|firm|company|crew|boss))(?: got| guys| {_LITTLE}"
    r"| think your \w+ would| ever)*(?: have| take| need| want| offer| run| do| accept| use)? (?:on )?(?:an? |any |some "
    r"|room for )?(?:\w+ ){0,3}?"
    rf"(?:{_OPENING}|interns?|extra (?:pair|hands?|help)|(?:another )?pair of hands|an? (?:extra|spare) \w+|place|spot|room"
    rf"|space)\b(?=[^.?!]*\b(?:{_HERE}|for (?:me|someone|another|one more)|me\b|i could|at the moment|right now|going|available"
    r"|this (?:summer|year)|around)\b)",
    (
        rf"\bany (?:chance|way|possibility|hope|prospect) (?:of|for|you|i|there|that)\b[^.?!]{{0,40}}\b(?:{_OPENING}|work (?:here|for you|with you)"
        r"|hir(?:e|ing)|intern(?:ing)?|starting|a start)\b"
    ),
    (
        rf"(?:^|[,.;] |\b(?:so|and|got|have|know of|there|you got|or) )any (?:\w+ ){{0,2}}?(?:{_OPENING}|room|space|spots?"
        r"|work)\b(?! (?:you|do|does|in (?:the|this) (?:field|area|industry)"
        rf"|that (?:you|people|stand)))(?=[^.?!]*(?:\b(?:going|free|available|for me|open|coming up|{_HERE}|me\b|i could|someone like me|one more"
        r"|at the moment|right now|crew|team|soon)\b|\?))"
    ),
    (
        r"\b(?:are|were|is) (?:you|you guys|yous|they|your \w+|the (?:team|firm|company|crew|clinic|shop|place)|this place) (?:currently |still "
        r"|all |ever |even )?(?:hiring|recruiting|taking (?:on|people|anyone|apprentices|interns|students|graduates|trainees)"
        r"|after (?:people|staff|apprentices|anyone)|looking (?:for (?:anyone|someone|people|staff|help|hands|apprentices|interns|trainees|graduates"
        r"|juniors|students|(?:an? |any |more |new )\w+)"
        r"|to (?:hire|take|recruit)))"
    ),
    (
        r"\b(?:does|do|would|will) (?:your|this|the) (?:company|firm|team|place|clinic|office|workshop|studio|shop|crew|lot) (?:\w+ )?(?:hire"
        r"|take(?: on)?|recruit|employ|need|want) (?:\w+ ){0,2}?(?:graduates|grads|students|apprentices|interns|people|anyone|juniors|trainees"
        r"|school leavers|beginners|someone)\b"
    ),
)
_WISH = any_of(
    (
        r"\b(?:i don't suppose|i wonder(?: if| whether)?|is there|would there be|any|if you(?: ever)?)\b[^.?!]{0,25}\b(?:chance of|possibility of"
        rf"|hope of|prospect of|hear of|know of|get wind of|come across)\b[^.?!]{{0,20}}\b{_OPENING}\b"
    ),
    rf"\bi don't suppose\b[^.?!]{{0,30}}\b{_OPENING}\b",
    (
        r"\b(?:would|could|might|will) (?:you|your \w+|the \w+|they)\b[^.?!]{0,25}\btak(?:e|ing) on (?:an? |any |some |another )?(?:intern"
        r"|apprentice|trainee|student|graduate|someone|somebody|beginner|junior)"
    ),
    (
        r"\b(?:would it be possible|is it possible|could i|can i|may i|might i|do you think i could|hoping to"
        rf"|i'd (?:love|like) to)\b[^.?!]{{0,40}}\b{_OPENING}\b[^.?!]{{0,15}}\b{_HERE}"
    ),
    (
        r"\b(?:whoever|person|people|someone|somebody|team|department) (?:who |that |in charge of )?(?:handles?|does|do|runs?|deals? with|in|doing"
        r"|responsible for)? ?(?:the |your )?(?:recruit\w*|hiring|hr|human resources)\b"
    ),
    r"\b(?:get|have|be) (?:a |my |one )?(?:foot|toe) in (?:the|your) door\b",
    (
        r"\b(?:i'm|i am|i'd be|i'll be) (?:free|available|around)\b[^.?!]{0,25}\bif (?:you|your \w+|anyone|they) (?:\w+ )?(?:to )?(?:need|want|have"
        r"|are short)"
    ),
    (
        rf"\b(?:could|can|may|might|shall) i(?: {_LITTLE})*(?: be so (?:bold|cheeky) as to)?(?: ask (?:about|for)| apply for| get| have| come and"
        r"| come| do| start| be| join)*(?: an?| some| my| the| your| any)?(?: \w+){0,2}? ?(?:work(?: experience)?|intern(?:ship)?|placement"
        rf"|practicum|shifts?|job|position|apprentice|assistant|trainee|temp)\b(?=[^.?!]*\b(?:{_HERE}|you|your)\b)"
    ),
    (
        rf"\b(?:i'd|i would|i want(?:ed)?|i'm|i am|i was|i hoped|i wonder(?:ed)?|hoping|i need|we'd)\b[^.?!]{{0,45}}\b(?:{_OPENING}"
        r"|to (?:work|intern|join|start|come on board|be on your)|join(?:ing)?|intern(?:ing)?|working|tak(?:e|ing) me"
        rf"|on board)\b[^.?!]{{0,35}}\b(?:{_HERE}|if you(?:'d| would)? (?:have|take|let) me|take me|by you|you'd have|be arranged)"
    ),
    (
        r"(?<!something )(?<!which )(?<!that )(?<!thing )\bi (?:could|can|would|'d)(?: \w+)? (?:start|begin) (?:tomorrow"
        r"|(?:on |this |next )?(?:monday|tuesday|wednesday|thursday|friday|week|month|summer)|straight away|right away|any ?time|whenever"
        r"|immediately)"
    ),
    r"\bi(?:'d|'ll| would| will| could)? work (?:for (?:free|nothing|you|peanuts)|cheap|unpaid)",
    rf"\bif i (?:sent|send|emailed|email|gave|give|dropped|left) you (?:my|a) {_CV}|\bif you know of (?:one|any|an? \w+) (?:on|in|at) your\b",
    rf"\bask about (?:an? |the |any )?(?:\w+ )?{_OPENING} (?:in|at|on|with) your",
    r"\bi(?:'m| am) (?:available|free)\b[^.?!]{0,25}\bif you (?:need|want|ever|have)",
    rf"\b(?:come and )?do (?:a couple of|a few|some|three|two|six) (?:weeks|months|days) (?:{_HERE}|work)",
    rf"\b(?:could|can) you (?:get|find|give|offer|sort) me\b[^.?!]{{0,20}}\b(?:{_OPENING}|work|interview)",
    (
        r"\b(?:i (?:really )?need (?:a|this) (?:job|placement|internship)|just give me a|might have (?:a job|something|some work|work) for me"
        r"|(?:have|had) something for me|i only came because)\b"
    ),
)
_NOT_JOB = any_of(
    (
        r"\b(?:not|isn't|n't|never|without|no)\b(?: \w+){0,4} (?:ask(?:ing)?|here|after|looking|want|fishing|hint(?:ing)?|for)\b(?: \w+){0,6} (?:job"
        r"|work|placement|internship|position|one)\b"
    ),
    r"\b(?:any|an?|are there|some) (?:\w+ ){0,2}jobs? (?:where|that|which|in which)\b(?! (?:i|you have|you've))",
    r"\bfeedback on\b|\b(?:look|glance|eye|comments?|read) (?:over|at|on|through) my\b",
    r"\bi(?:'ve| have)(?: got)? a (?:\w+ )?(?:job|role|placement|apprenticeship) (?:in|at|with|on)\b",
    r"\bi (?:lost|left|quit|got|had|start(?:ed)?) (?:my|a|the) (?:\w+ )?(?:job|role|placement)\b(?![^.?!]*\bcould you\b)",
)
_GENERAL_WH = re.compile(
    r"(?:how|what(?!'s the chance| are (?:my|the) chances| would it take)|why|which|when|where(?! (?:do|should|could|can) i (?:send|drop|leave))"
    r"|who(?! (?:do|should|could|can|would) i|'s hiring| is hiring))\b"
)
_FOR_ME = re.compile(
    r"\bwhen (?:can|could|do) i start\b|\babout (?:having|taking)(?: on)? an? (?:\w+ )?(?:intern|apprentice|trainee|helper|junior)"
    r"|\b(?:hire|employ|take on|give|giving|put|have|offer|take|taking) me\b"
    r"|\bmy (?:cv|resume|résumé|application)\b(?=[^.?!]*\b(?:to|send|pass|give)\b)|\bgetting taken on\b"
)
_STILL = re.compile(r"\b(?:but|though|however|still|only)\b")


def find_job_request(text: str) -> str | None:
    """The sentence in which the learner asks for a job, placement or a favour towards one, verbatim, or None."""
    for sentence in split_sentences(text):
        if _asks_for_job(sentence.text):
            return sentence.text
    return None


def is_job_request(text: str) -> bool:
    """Whether the learner asks for a job, internship or placement, or to pass on a CV, put in a word or be kept in mind; also when it is wrapped in politeness.

    Asking how people usually get in, what to study, or for feedback on an idea is not one.
    """
    return find_job_request(text) is not None


def _asks_for_job(sentence: str) -> bool:
    low = plain(sentence).strip()
    heads = find_heads(sentence)
    if heads and heads[0].kind == "wh" and _GENERAL_WH.match(low, heads[0].start) and not _FOR_ME.search(low, heads[0].start):
        return False
    hits = [hit for pattern in (_TAKE_ON, _FAVOUR, _PUSHES, _REMEMBER, _AVAILABLE, _WISH) if (hit := pattern.search(low))]
    if (conditional := _COMES_UP.search(low)) and _SELF.search(low):
        hits.append(conditional)
    if not hits:
        return False
    refusal = _NOT_JOB.search(low)
    if refusal is None:
        return True
    later = max(hit.start() for hit in hits)
    return _STILL.search(low, refusal.start(), later + 1) is not None and later >= refusal.start()
