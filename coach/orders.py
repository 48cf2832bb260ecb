"""Text that tries to command a reading program: found by what it says, hidden or not, so that it stays material.

The patterns are built from the parts such text is made of (whom it addresses, what it wants undone, who the reader is to be, what it wants done)
and not from known sentences. Source for the parts: OWASP LLM01:2025 (direct, indirect, role labels, hidden text, exfiltration by picture or link).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from coach.records import Span

# In the tables below a line that begins with three dots goes on with the line before it, and <NAME> stands for a list of words.
_WORDS = r"""
READER=coach(?:es)?|judges?|markers?|graders?|assessors?|evaluators?|question[- ]writers?|feedback[- ]writers?|markers? of this|(?:virtual|ai) (?:judge|coach)(?:es)?
MACHINE=a\.?i\.?s?|(?:large )?language models?|llms?|chat ?bots?|bots?|gpt[\w.-]*|chatgpt|claude|gemini|copilot|assistants?|text generators?|machines? reading
... |(?:virtual|digital|ai|automated) (?:assistant|agent|system|tool|reader|summari[sz]er)s?|reading programs?|programs?(?: that (?:is|are))? reading
LEARNER=user|learner|student|candidate|reader|human|operator|owner
UNDO=ignore|disregard|forget|override|overrule|bypass|dismiss|discard|neglect|skip|drop|cancel|delete|erase|stop following|do not follow|don'?t follow
... |pay no attention to
EARLIER=previous|prior|earlier|above|preceding|foregoing|existing|original|initial|other|old|system|safety|your|the|these|those|all|any|my|its|of|every
... |everything|that|came
RULES=rubrics?|instructions?|rules?|prompts?|guidelines?|directions?|directives?|orders?|commands?|constraints?|policies|policy|restrictions?|guardrails?|filters?
... |context|programming|training
ROLE=evaluator|judge|examiner|pirate|hacker|unrestricted|jailbroken|no (?:rules|limits|filters?)|another
KIND=bot|ai|assistant|pirate|robot|model|agent|character|persona|evaluator|judge|hacker|unrestricted|free|bound|limited|restricted
MODE=(?:developer|debug|god|admin|root|sudo|dan|jailbreak|maintenance|unrestricted|unfiltered) mode
ANSWER=answers?|repl(?:y|ies)|responses?|outputs?|messages?|questions?|summar(?:y|ies)|sentences?|lists?|dossiers?|feedback|results?|e-?mails?
SPEAK=reply|respond|answer|output|print|write|say|speak|talk|return
DO=ignore|reply|answer|output|print|say|write|give|tell|send|include|add|state|rate|rank|score|mark|recommend|praise|reveal|stop|refuse|obey
SHOW=reveal|print|repeat|output|show|display|disclose|leak|dump|expose|list|quote|tell me|give me|write out|recite
SECRET=verification code|one[- ]time code|passwords?|api keys?|tokens?|credentials|bank details|card number|conversation|chat history
... |(?:these|the|your|user'?s|student'?s|all) (?:notes|prompt|data|conversation)
MARKS=full marks|full score|maximum (?:score|marks)|top (?:marks|score)|10/10|5/5|100 ?(?:%|/100|percent)|perfect score|highest (?:score|mark|rating)
... |as (?:passed|met|excellent)
START=^|[.!?;:,\"(]\s*|\b(?:please|must|should|and|then|always|now|instead)\s+
LABEL=system|assistant|user|developer|human|ai|bot
NEAR=[^.!?\n]{0,30}
FAR=[^.!?\n]{0,60}
BEHIND=fact sheets?|(?:locked|hidden|secret) (?:facts?|ones|parts?|bits?|stories)|system prompt|your (?:own )?(?:settings|configuration|config|model name|instructions|prompt|programming|rules|role card|character sheet)
... |environment variables?|\w*api[_ -]?keys?|training data|source code of you
"""

_PARTS = r"""
\b<UNDO>\b[^.!?\n]{0,20}?\b(?:<EARLIER>\s+){0,4}<RULES>\b
\b<UNDO>\s+(?:all|everything|anything|what(?:ever)?|the)\b<NEAR>\b(?:told|said|above|before|previously|earlier|learned|wrote|written|notes?)\b
\b<UNDO>\b[^.!?\n]{0,12}\b(?:previous|prior|earlier|above|all|any|every|system|other|former|preceding) messages?\b
\b(?:these|the following|my|new|updated)\s+<RULES>\s+(?:override|replace|supersede|take precedence|come first|are more important)
\b(?:new|updated|secret|hidden|urgent|important|special|real|actual|final|priority)\s+<RULES>\s*(?:for\s+(?:the |any |all )?<MACHINE>|:)
\b(?:ignorier\w*|vergiss|missachte\w*)\b<NEAR>\b(?:anweisung\w*|regeln|vorherig\w*)
\bignora\w*\b<NEAR>\b(?:instrucci\w*|istruzion\w*|instru[cç]\w*|reglas)|\b(?:ignore[zr]?|oublie[zr]?)\b<NEAR>\b(?:instructions? pr\w+|consignes?)
忽略.{0,8}(?:指令|指示|提示)|игнориру\w*.{0,30}инструкци\w*
\b(?:you|u) are (?:now|no longer|from now on|hereby)\b[^.!?\n]{0,15}
... \b(?:(?-i:[A-Z][a-z]+[A-Z]\w*|[A-Z]{3,})|(?:an? |the |my )?(?:\w+ ){0,3}<KIND>|in \w+ mode)\b
\byou(?: are|'re) (?-i:[A-Z]\w*(?:GPT|Bot|BOT|AI|LLM)\w*)\b|(?:^|[.!?\"“]\s*)print the\b
\bfrom (?:now|here|this (?:point|moment)) on(?:wards?)?\b<NEAR>\b(?:<SPEAK>|act|behave|end|start|begin|call yourself|refer|you (?:will|must|are|shall))\b
\b(?:pretend|imagine|role-?play|behave|act)\b[^.!?\n]{0,12}\b(?:to be|you(?:'re| are)|as(?: if you)?)\b<NEAR>\b(?:<MACHINE>|<ROLE>)\b
(?<!do )(?<!if )\byou must (?:now )?(?:pretend|act|obey|comply|reply|respond|answer|output|print|write|say|return|reveal|never (?:mention|say))\b
\b<MODE>\b[^.!?\n]{0,20}\b(?:on|enabled|active|activated|engaged|unlocked)\b
\b(?:enable|enter|activate|switch (?:to|into)|turn on|has enabled|have enabled)\b[^.!?\n]{0,15}\b<MODE>\b
\b(?:dear|attention|att|attn|hey|hello|hi)\b[\s:,]{0,3}(?:(?:the|any|all|an?|every|you|other) )*<MACHINE>\b
\b(?:(?:note|message|notice|reminder|instructions?) (?:to|for)|to (?:the|any|all|every)|if you(?:'re| are))\b
... [\s:,]{0,3}(?:(?:the|any|all|an?|every|you|other) )*<MACHINE>\b
\bas your (?:developer|creator|programmer|admin\w*|maker)\b
\bi (?:hereby |now )?(?:authori[sz]e|permit|grant)\b<NEAR>\b(?:unrestricted|unfiltered|uncensored|<ANSWER>|<MODE>|full access)\b
\b(?:anyone|anybody|whoever|everyone) using (?:an? )?<MACHINE>\b<FAR>\b(?:must|should|shall|has to|have to)\b
\bas (?:the|an?) (?:ai |language )*(?:model|assistant|bot),? you\b|\bdecode (?:and|this|it|the following)\b|@(?:assistant|ai|bot|gpt|claude)\b
\b<MACHINE>\b[^.!?\n]{0,40}\b(?:reading|processing|parsing|summari[sz]ing|analy[sz]ing) (?:this|these)\b
\b(?:any |the |all )?<MACHINE>,? (?:must|should|shall|will now|please|is to|are to|needs? to|has to|have to)\b<NEAR>\b<DO>\b
^\W{0,6}<LABEL>\W{0,3}(?:prompt|message|instruction|note|override|update|command)?
... \s*(?::|\]\(|\]\s*$|>{1,3}\s|=>)(?!\s*(?:on|off)\b)
<\|?\s*/?(?:im_start|im_end|system|assistant|user|endoftext|start_header_id|eot_id)\b[^>\n]{0,20}\|?>
\[/?(?:INST|SYS|SYSTEM)\]|<<\s*/?SYS\s*>>|\"role\"\s*:\s*\"(?:system|assistant|developer|user)\"
^\W{0,4}\#{2,4}\s*(?:instructions?|system|prompt|response|new task|override)\b\s*(?::|$)
\b(?:begin|end|start of|end of)\s+(?:of\s+)?(?:the\s+)?(?:system|user|hidden|secret|new)\s+(?:prompt|instructions?|message)s?\b
\b<SHOW>\b<NEAR>
... \b(?:system prompt|your (?:\w+ )?(?:prompt|instructions|rules|keys?|secrets?|password)|hidden (?:prompt|instructions)|verbatim prompt|full prompt)\b
\b<SHOW>\b<NEAR>\b(?:api|secret|access|private|any|all)\s+(?:keys?|tokens?|secrets?|passwords?|credentials?)\b
\b(?:begin|start|end|finish|open|close|prefix|preface|sign|greet)\b[^.!?\n]{0,12}\b(?:every|each|all|your|the|any)\b[^.!?\n]{0,12}
... \b<ANSWER>\b[^.!?\n]{0,6}\b(?:with|by|using)\b
<START><SPEAK>\s+(?:back\s+)?(?:only|just|solely|nothing but|exclusively|exactly|simply)\s+(?:with|in|as|the|to|by|\W*(?-i:[A-Z]{2,}))
(?:^|[.!?;:]\s*|\bmust\s+)(?:only|just|always|never)\s+<SPEAK>\s+(?:with|in|as|the word)\b
\bprint\s+[\"“'A-Z][^.!?\n]{0,40}\b(?:nothing else|only|and stop)\b|\band (?:nothing|say nothing|output nothing|write nothing) else\b
\b(?:do not|don'?t|never|stop|refuse to|avoid)\s+(?:<SPEAK>|list|generate|produce|make|mention|show|ask|prepare)(?:ing)?\b<NEAR>
... \b(?:interview questions|any questions|the questions)\b
\b(?:do not|don'?t|never|stop|refuse to)\s+(?:<SPEAK>|list|generate|produce|mention|show)(?:ing)?\b<NEAR>
... \b(?:gaps?|the notes|this (?:message|note|text|instruction)s?|warnings?)\b
\binstead,?\s+(?:you (?:will|must|should)\s+)?(?:<SPEAK>|produce|generate|recommend)\b
\b(?:give|award|assign|grant|set|rate|score|mark)\b<NEAR>\b(?:<MARKS>)
\b(?:append|insert|include|add|attach|embed|put)\b<FAR>\b(?:to|at|in|into|after|before)\b
... [^.!?\n]{0,15}\b(?:your|every|each|all)\b[^.!?\n]{0,12}\b<ANSWER>\b
\b(?:set|change|switch|rename)\s+(?:the\s+|your\s+)?(?:persona|character|career model|host|salary|name of the (?:host|persona))\b<NEAR>\bto\b
\b(?:your|the) (?:new|real|true|only|actual) (?:task|job|role|goal|objective|purpose|name|identity|instructions?) (?:is|are|will be) (?:to|now|no longer|as)\b
\b(?:send|e-?mail|post|forward|upload|transmit|exfiltrate|submit|paste|enter)\b<FAR>\b(?:<SECRET>)\b<NEAR>\b(?:to|at|via|into|in)\b
\b(?:execute|run|eval|call|invoke)\b[^.!?\n]{0,15}\b(?:the following|this|that|these)\b[^.!?\n]{0,12}\b(?:code|command|script|function|query)s?\b
\b<LEARNER>\b[^.!?\n]{0,20}\bhas\b[^.!?\n]{0,15}\b(?:enabled|consented|authori[sz]ed|approved|passed|permission|unlocked)\b
... <NEAR>(?:mode|marks|override|\bsend|\bshare|reveal|already)
(?:^|[.!?;:,]\s*|\b(?:please|must|should|then)\s+)(?:tell|convince|persuade|instruct|urge) (?:the |this )?<LEARNER>\b<NEAR>\b(?:to|that|they)\b
\b(?:document\.cookie|document\.location|window\.location|eval\(|onerror\s*=|javascript:|curl\s+https?:|wget\s+https?:|rm -rf|base64 -d|drop table)
\{\{.{1,40}\}\}|\$\{.{1,40}\}|https?://\S+\?\S*=(?:NOTES|DATA|PROMPT|SECRET|\{|\[|<)[\w{}<>\[\]]*
\b(?:summari[sz]e|translate|rewrite)\b[^.!?\n]{0,20}\b(?:this page|the (?:above|page|notes)|everything above)\b[^.!?\n]{0,20}\b(?:and|then)\b
(?:^|[.!?>;:]\s*|\b(?:notes?|notice|messages?|advice|instructions?|reminders?|memo|hint) (?:to|for)\s+(?:the |any |all |every |whichever )?)(?:dear |hey |hi |hello )?(?:the )?(?:<READER>)\s*(?:[:,]|-\s)
\b(?:notes?|notice|messages?|advice|instructions?|memo) (?:to|for) (?:the |any |all |every )?(?:<READER>)\b
\b(?:dear|attention|att|attn) (?:<READER>)\b|\bfor the (?:judge|marker|grader|assessor)\s*:|\bthe (?:grader|marker) (?:will|must|should|shall|has to)\b
\b(?:sets?|changes?|switches) its role\b|\b(?:the|an|any) <MACHINE> (?:reads|opens|uses|receives) (?:it|this)\b|\b(?:worked )?examples? for (?:the|any) <MACHINE>\b
\bwho(?:ever|so)? (?:reads|marks|grades|scores|is reading|is marking|writes the feedback)\b[^.!?\n]{0,25}\b(?:must|may|should|shall|will|has to|can only|please|only)\b
\b(?:rubric|marking|scoring) (?:update|change|amendment|override|correction)\b|\b(?:new|updated) (?:rubric|marking scheme|scoring rule)\b
\b(?:any |the |all )?(?:<MACHINE>),? (?:quoting|using|showing|citing) (?:this|the) (?:page|material|text|sheet)\b|\b(?:any |an )<MACHINE> using this\b|\bfor (?:readers|those) using an? <MACHINE>\b
\b(?:the|any|every|all) <MACHINE>\b[^.!?\n]{0,12}\b(?:must|should|shall|has to|have to|is to|are to|will)\b[^.!?\n]{0,20}\b(?:report|forward|describe|act as|praise|print|confirm|copy|list|quote|ask the (?:learner|reader|user|student)|tell the (?:learner|reader|user|student))\b
\b<MACHINE> (?:should|must|shall) act as\b|(?:^|[.!?>]\s*)<MACHINE>\s*:\s*\w
\b(?:in|when (?:giving|writing|preparing)) (?:your|the|my) ?feedback\b|\bthe (?:feedback|verdict|report) (?:must|should|shall|has to|is to) (?:be|say|read|not)\b
</?(?:tool_?calls?|function_?calls?|tools?|verdict|system|assistant|instructions?|transcript|notes?|learner_?notes?|prompt|admin|developer|score|grade)\b[^>\n]{0,40}>|\"role\"\s*:\s*\"tool\"|\"(?:name|tool|function)\"\s*:\s*\"\w+_\w+\"
<!--[^\n]*?(?:-->|$)|<[^>\n]*(?:display\s*:\s*none|font-size\s*:\s*0|color\s*:\s*(?:white|#fff)|visibility\s*:\s*hidden|opacity\s*:\s*0)[^>\n]*>[^<\n]*(?:</\w+>)?
!\[[^\]\n]*\]\(https?://[^)\n]*\)|<img\b[^>\n]*https?:[^>\n]*>|<script\b[^\n]*?(?:</script>|$)|\breply with an? (?:clickable )?link\b
\bfrom (?:now|here|this (?:point|moment)) on(?:wards?)?\b,?[^.!?\n]{0,12}\b(?:be|talk|finish|begin|start|end|answer|call|never|always|praise|play|treat|pretend)\b
\b(?:<SHOW>|show|paste|put|read(?:ing)?|spill|share|hand over|walk me through|type out|copy)\b[^.!?\n]{0,40}\b(?:<BEHIND>)\b|\bwhat (?:does|is|are|do|did)\b[^.!?\n]{0,15}\b(?:your (?:system )?(?:prompt|instructions)|the system prompt)\b
\bprintenv\b|\bcat \.env\b|\brot-?13\b|\bbase64\b|\b(?:repeat|recite|copy|output|print) (?:everything|all|the (?:text|words|lines?)|whatever) (?:above|before|that comes? before|you were (?:told|given))\b
\bover and over\b[^.!?\n]{0,20}\bwithout stopping\b|\bas you memori[sz]ed\b|\b(?:from|of|in) your training data\b
\b(?:mark|grade|rate|score|award|assess|call)\b[^.!?\n]{0,45}\b(?:\d+ out of \d+|full marks|top marks|a distinction|highest (?:level|mark)|on every (?:line|criterion)|outstanding)\b|\b(?:counts?|treated) as (?:complete|passed|perfect|excellent)\b|\b(?:earns?|reached|deserves?) the highest (?:level|mark|score)\b
\b(?:write|put|add|print|say|paste|place|finish|sign)\b[^.!?\n]{0,25}\b(?:at the end of|at the top of|on top of|under|below|above) (?:this|the|every|each|your|my) (?:\w+ )?(?:chat|questions?|list|reply|replies|answers?|feedback|report)\b
\bthe (?:first|last|only) question must (?:be|ask|say)\b|\breplace the (?:\w+ )?(?:questions?|list)\b|\binstead of (?:the |any |writing )?(?:questions|feedback|an interview)\b,|\bskip the (?:coaching|questions|rules|interview)\b|\bwrite out the (?:entire|whole) interview\b
\bforget (?:you(?:'re| are)|that you(?:'re| are)|the (?:interview|role|character|rehearsal))\b|\b(?:don't|do not) use a made-up\b|\b(?:be|become|play) the (?:real|actual) [A-Z]?\w+|\b(?:leave|drop|break|exit|step out of|abandon) (?:the |your |this )?(?:character|role|persona)\b|\bstop (?:being|playing|pretending to be) (?:the|an?)\b
\byou(?:'re| are|aren't| are not|'re not)(?: \w+)? (?:a |an |the )?(?:judge|coach|marker|career model|interviewee) any ?more\b|\btalk as \w+ from now\b
\b(?:e-?mail|post|send|forward|upload|transmit|submit)\b[^.!?\n]{0,60}\b(?:notes|everything|copy|conversation|transcript|details|them|chat)\b[^\n]{0,60}?(?:https?://|@)
\bthis is the (?:lead |chief |head )?(?:developer|admin\w*|engineer|owner) (?:of|speaking|testing|here)\b|\b(?:authori[sz]ation|access|override) code\b|\bmessage from (?:the |your )?(?:developer|admin\w*|system|operator)s?\b|\bnotice\b[^.!?\n]{0,40}\bto (?:all |any )?(?:ai|<MACHINE>|coaches)\b
\b(?:olvid\w+|omit\w+|ignor\w+|desconsider\w+|esque\w+|dimentic\w+)\b[^.!?\n]{0,30}\b(?:instrucci\w+|instruc\w+|reglas|regras|istruzioni|regole|anweisung\w*)\b|\b(?:responda|responde|rispondi|réponds|répondez|antworte)\b[^.!?\n]{0,15}\b(?:solamente|sólo|solo|apenas|soltanto|uniquement|seulement|nur)\b
\bkaua e (?:aro|whai|whakarongo)\b|\bkōrero mai anake\b|只(?:用|回答|说)|不要写
(?:^|[.!?]\s*)step \d+\s*:[^\n]*\bstep \d+\s*:|(?:\w[\u200b\u200c\u200d\u2060\ufeff]){4,}
\bbe an? (?:really |very )?(?:nasty|rude|mean|evil|insulting|cruel) \w+|\b(?:mock|insult|humiliate|roast) (?:me|my)\b|\b(?:call|calling|tell) me (?:that )?(?:i'm |i am )?(?:an? )?(?:stupid|thick|idiot|lazy|dumb|worthless|pathetic)\b
\b(?:now|then) tell me that\b|\boffer me (?:one|a job|the job|a place)\b|\btell me (?:that )?i(?:'ve| have)? (?:reached|passed|won|earned)\b|\bpretend i (?:already |have )?(?:earned|unlocked|asked)\b
\bprompt injection\b|\bjail ?break(?:s|ed|ing)?\b|\bsystem override\b|\boverride(?:n)? (?:code|sequence|protocol|mode)\b|(?:^|\")\W{0,3}override\s*:
"""

_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?](?![\s\"”')\]]|$)[^.!?\n]*)*(?:[.!?]+[\"”')\]]*|(?=\n)|\Z)")
# What follows an order in the same breath belongs to it while it still talks to the reader.
_GOES_ON = re.compile(
    r"^\W*(?:then|and|also|instead|next|after that|finally|now|please|always|never|only|just|do not|don'?t|if|when|you|your|this is|remember|make sure"
    r"|be sure|begin|start"
    r"|end|say|reply|respond|answer|print|output|write|add|include|give|mark|rate|send|tell|reveal|show|act|pretend|call|use|set|greet|repeat|list|stop"
    r"|refuse|obey|comply|speak"
    r"|talk|ignore|recommend|suggest|praise|promote|buy|mention|insert|state|claim|finish|conclude|describe|summari[sz]e|translate|generate|produce|list)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:[-*•>]|\d+[.)])")
_SPACED = re.compile(r"\b\w(?:[\s.\-_*|]{1,4}\w\b){6,}")
# Letters set apart, put together again without the spaces between words.
_COMPACT = re.compile(
    r"(?:ignore|disregard|forget|override)(?:all|any|the|your|my|previous|prior|earlier|above|of|these)*(?:instructions?|rules?|prompts?|guidelines?)|systemprompt"
    r"|youarenow|reveal(?:your|the|all)|print(?:your|the)|developermode|jailbreak|(?:beg|start)\w{0,5}(?:every|each|your)(?:answer|reply|response)",
    re.IGNORECASE,
)
_LOOKALIKES = str.maketrans("аеорсухіјѕԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕКМНОРСТХ０１３４５@$", "aeopcyxijsdhABEZHIKMNOPTYXoABEKMHOPCTXoieasas")


def _compile(words: str, parts: str) -> re.Pattern[str]:
    """One pattern out of the two tables."""
    lists = dict(line.split("=", 1) for line in words.replace("\n... ", "").strip().splitlines())
    joined = "|".join(f"(?:{part})" for part in parts.replace("\n... ", "").strip().splitlines())
    for _ in range(2):
        for name, listed in lists.items():
            joined = joined.replace(f"<{name}>", f"(?:{listed})")
    return re.compile(joined, re.IGNORECASE | re.MULTILINE)


_ORDER = _compile(_WORDS, _PARTS)


def find_orders(text: str) -> tuple[Span, ...]:
    """The pieces of text, one span a line at most, that give orders to a program, in order; each runs on while it goes on speaking to the reader.

    Letters set apart (i g n o r e) and letters of other alphabets that look like ours are read as meant. Links and role labels used in such attacks count too.
    """
    spans = []
    offset, listing = 0, False
    for number, line in enumerate(text.split("\n"), start=1):
        found = _span_of_line(line, continues=listing)
        if found is not None:
            start, end = found.start, found.stop
            spans.append(Span(text=line[start:end], line=number, start=offset + start, end=offset + end))
        listing = found is not None and (listing or line[: found.stop].rstrip().endswith(":"))
        offset += len(line) + 1
    return tuple(spans)


def leave_out_orders(text: str, *, mark: str = "[left out]") -> str:
    """The text with a mark in the place of every order to a program; its lines stay where they are."""
    for span in reversed(find_orders(text)):
        text = f"{text[: span.start]}{mark}{text[span.end :]}"
    return text


@lru_cache(maxsize=8192)
def _span_of_line(line: str, *, continues: bool) -> range | None:
    """Where the order stands in the line; a list that an order announces belongs to the order."""
    if not line.strip():
        return None
    if continues and _LISTED.match(line):
        return range(len(line))
    if _ORDER.search(line) is None:
        folded = _fold(line)
        return range(len(line)) if folded != line and (_ORDER.search(folded) or _COMPACT.search(folded)) else None
    return _widen(line)


def _widen(line: str) -> range:
    """From the first sentence with an order to the last that belongs to it."""
    pieces = [match for match in _SENTENCE.finditer(line) if match[0].strip()]
    hits = list(_hits(line, pieces))
    first, last = hits[0], hits[-1]
    while last + 1 < len(pieces) and _GOES_ON.search(pieces[last + 1][0]):
        last += 1
    start, end = pieces[first].start(), pieces[last].end()
    start += len(line[start:end]) - len(line[start:end].lstrip())
    return range(start, end)


def _hits(line: str, pieces: list[re.Match[str]]) -> Iterator[int]:
    ranges = [(match.start(), match.end()) for match in _ORDER.finditer(line)]
    for n, piece in enumerate(pieces):
        if any(start < piece.end() and end > piece.start() for start, end in ranges):
            yield n


def _fold(line: str) -> str:
    line = line.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&#39;", "'")
    joined = _SPACED.sub(lambda match: re.sub(r"[\s.\-_*|]+", "", match[0]), line)
    return joined.translate(_LOOKALIKES)
