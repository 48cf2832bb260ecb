"""Private matters of other people in the notes, found by rule for every engine: health, losses, pay, telephone and address, what was told in confidence.

Such a span is shown to the learner with care and goes nowhere else: not into facts, questions, or anything that is sent to a language model.
The learner's own matters ("my bad knee") are the learner's to tell. The kinds follow the New Zealand Privacy Act 2020 and the wish of whoever said "don't pass it on".
"""

from __future__ import annotations

import re

from coach.records import Note, Span

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_GENERIC_BOX = re.compile(
    r"^(?:info|hello|hi|contact|enquir(?:y|ies)|inquir(?:y|ies)|office|admin|reception|hr|jobs|careers|sales|support|help|team|news|press|media|bookings?"
    r"|no-?reply|mail|accounts|orders|service|kiaora|hiring|recruitment|desk|webmaster|privacy)@",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w.$£€/])(?:\+\d{1,3}[\s.-]?)?(?:\(0?\d{1,4}\)[\s.-]?)?\d{2,5}(?:[\s.–-]?\d{2,4}){1,4}(?:\s?(?:x|ext\.?|extn)\s?\d{2,5})?(?![\w/]|[.,:]\d|\s?(?:%"
    r"|km|kg|mm|m\b|pm|am|people|staff|years|yrs|words))"
)
_PHONE_CUE = re.compile(
    r"\b(?:ph|phone|tel|telephone|mob|mobile|cell|ddi|direct(?: line| dial)?|fax|ring|call|text|txt|whats ?app|number|c|m|t|p|w|h|d)\b\s*[:.]?\s*(?:me |her "
    r"|him |on |is |at |no\.? |number |line )*$",
    re.IGNORECASE,
)
_STREET = (
    r"(?:street|st|road|rd|avenue|ave|lane|ln|terrace|tce|crescent|cres|close|cl|garth|way|drive|dr|place|pl|court|ct|grove|gardens?|mews|row|hill|view"
    r"|parade|pde|quay|walk|rise|square|sq|esplanade|boulevard|blvd|highway|hwy|circle|loop|track|heights|green|park|vale|wynd|gate|croft|yard)"
)
_CAP = r"(?-i:[A-ZĀĒĪŌŪ])[\w'’-]*"
_ADDRESS = re.compile(
    rf"\b(?:(?:flat|unit|apt|apartment)\s*\d+[a-z]?,?\s*)?\d{{1,5}}[a-z]?(?:/\d+[a-z]?)?,?\s+(?:{_CAP}\s+){{1,3}}{_STREET}\b\.?(?:,?\s+(?:apt|unit"
    rf"|flat)\s*\w+)?",
    re.IGNORECASE,
)
_SMALL_ADDRESS = re.compile(r"\b\d{1,4}[a-z]?\s+(?:[a-zāēīōū'’-]+\s+){1,2}(?:st|street|rd|road|ave|avenue|lane|tce|terrace|cres|crescent|drive|place|court)\b")
_NAMED_PLACE = re.compile(r"\b\d{1,4}[a-zA-Z]?\s+[A-ZĀĒĪŌŪ][\w'’-]+(?:\s+[A-ZĀĒĪŌŪ][\w'’-]+){1,2}\b")
_HOME = re.compile(
    r"\b(?:live[sd]?|living|home|house|flat\b|moved|moving|still at|we'?re (?:now )?at|we are (?:now )?at|our place|(?:her|his|their|my) (?:place|address"
    r"|house)|new place|drop|pick up|come (?:round|over)|post (?:it|goes)|address|staying|parcel|key is)\b",
    re.IGNORECASE,
)
_WORKPLACE = re.compile(
    r"\b(?:office|clinic|shop|head ?office|premises|visit us|find us|workshop|studio|site|branch|campus|store|hospital|headquarters|showroom|factory"
    r"|building|school|library|caf[eé]|ward|level \d|floor|p\.?o\.? box|open (?:mon|seven|daily))\b",
    re.IGNORECASE,
)

_WHO = (
    r"(?:she|he|they|her|his|their|him|hubby|shes|hes|she's|he's|my (?!own\b)(?:\w+ ){0,2}(?:mum|mom|dad|wife|husband|partner|son|daughter|kid|little one"
    r"|baby|boy|girl|brother|sister|nan|gran\w*|twins?|family)"
    r"|(?:your|her|his|their|the)\s+(?:\w+ ){0,2}?(?:mum|mom|mother|dad|father|wife|husband|hubby|partner|son|daughter|kids?|baby|boy|girl|brother|sister"
    r"|nan|gran\w*|uncle|aunty?|family|little one|ex)(?:'s|’s)?|mum'?s|dad'?s)"
)
_ILL = (
    r"(?:(?:bad|trouble|problems?|struggling) with (?:the |his |her )?(?:drink(?:ing)?|gambling|drugs|nerves|depression)|chemo\w*|cancer|tumou?r|leuk\w+|lupus|diabet\w+|epilep\w+|asthma|arthritis|ms\b|multiple sclerosis|parkinson\w*|dementia|alzheimer\w*|stroke"
    r"|heart (?:attack|condition|surgery|bypass)|surger(?:y|ies)|operat(?:ion|ed on)|hysterectomy|transplant|grommets|tonsils"
    r"|diagnosed|(?:a|the|her|his) diagnosis|pregnan\w+|miscarr\w+|ivf|stillb\w+|depress(?:ion|ed)|anxiety|panic attacks?|break ?down|burn(?:t|ed|-| )?out"
    r"|(?:in|having|seeing a) therap(?:y|ist)|(?:in|having|marriage|grief) counselling|(?:in|into|out of) rehab|medication|antidepressants?|on insulin|adhd"
    r"|autis\w+|dyslexi\w+|bipolar|ptsd|eating disorder|anorexi\w+"
    r"|slipped disc|hernia|concussion|migraines?|long covid|covid|hip replacement|(?:knee|hip|back|shoulder|heart|hand|wrist|foot|eye|brain|spine|ankle"
    r"|elbow) (?:replacement|surgery|op|operation|reconstruction|injury|trouble|problems?|issues?)|reconstruction|shingles|mate huka|mate pukupuku|(?:bad"
    r"|sore|dodgy|frozen|crook|injured|broken|wrecked|torn|buggered|stuffed) (?:back|knees?|hips?|shoulders?|wrists?|hands?|neck|ankle|leg|arm|elbow)"
    r"|off sick|sick leave|very ill|is ill|been ill|seriously ill|unwell|in hospital"
    r"|hospitali[sz]ed|hearing aids?|going deaf|hearing loss|losing (?:her|his|their) (?:sight|hearing)|alcoholi\w+|sober|drinking (?:problem|again"
    r"|too much)|a drink problem|addict\w*|overdose|suicid\w+|self-harm\w*|allerg\w+|coeliac|celiac|crohn\w*|fibromyalgia|rsi|tinnitus|vertigo|menopause"
    r"|biopsy|scan results|on dialysis|(?:in|uses) a wheelchair|disabilit\w+|(?:her|his|their) mental health"
    r"|on the mend|flar(?:ing|ed) up|a fall\b|broke (?:her|his|their) \w+|hurt (?:her|his|their) \w+|did (?:her|his|their) (?:back|knee|shoulder) in"
    r"|pace ?maker|eczema|endometriosis|infertil\w+|vasectomy|hiv\b)"
)
_HAS = (
    r"(?:ha[sd]|have|having|had|got|getting|gets|suffer\w*|recover\w*|with|going through|went through|been|is|was|are|'s|’s|living with|dealing with"
    r"|struggl\w+|treated|after|on|off|under|waiting|takes?|taking|just|went|goes|from|because|coz|cos|bc)"
)
_LOSS = (
    r"(?:divorc\w+|separat(?:ed|ion|ing)(?= |$|[.,;])|split (?:up|from)|splitting up|custody|(?:hubby|husband|wife|partner|fella|bloke|missus|man|boyfriend"
    r"|girlfriend) (?:left|walked out|took off|did a runner|died|passed|cheated)|on (?:her|his) own with (?:the|her|his) (?:kids|children)|single (?:mum|mom"
    r"|dad|parent)|affair|broke up|break-?up|widow\w*|passed away|died|funeral|bereave\w+|lost (?:her|his|their) (?:mum|mother|dad|father|wife|husband|son"
    r"|daughter|baby|brother|sister)"
    r"|bankrupt\w*|in debt|debts|behind on (?:the |her |his )?(?:rent|mortgage)|evicted|convict\w+|criminal|arrested|prison|in jail|drink[- ]driv\w+"
    r"|court case|visa (?:problem|trouble|runs out|expired|refused)|deport\w*|undocumented|asylum|gay|lesbian|transgender|came out|transition(?:ed|ing)"
    r"|adopted|in foster|estranged|doesn'?t speak to (?:her|his|their))"
)
_LEAVING = (
    r"(?:nearly quit|almost quit|(?:wants?|wanting|thinking (?:of|about)|planning|going|hoping|about|ready|trying) (?:to |on )?(?:quit\w*|leav(?:e|ing)"
    r"|resign\w*|mov(?:e|ing) on|hand\w* in (?:her|his|their) notice|chang(?:e|ing) jobs)|looking (?:for|at) (?:another|a new|other|new) (?:job|work|role)s?"
    r"|(?:applying|applied|has applied|i've applied) (?:elsewhere|for (?:other|another|the|a) (?:\w+ )?(?:jobs?|roles?|posts?|positions?))|job hunting"
    r"|interviewing elsewhere"
    r"|was (?:fired|sacked|let go|made redundant|demoted|suspended)|got (?:fired|sacked|the sack|laid off)|been (?:fired|sacked|suspended)|disciplinary"
    r"|under investigation|complain(?:t|ed) (?:about|against)|(?:thinking (?:of|about)|planning on|going to) (?:sell(?:ing)?|clos(?:e|ing)|giv(?:e"
    r"|ing) (?:it )?up|pack(?:ing)? it in|retir(?:e|ing))|hates? (?:her|his|their|the) (?:boss|manager|job)|doesn'?t get on with (?:her|his|their|the)"
    r"|falling out with|fell out with|redundanc\w+|burn(?:t|ed) out|bullied|harass\w+)"
)
_PAY = (
    r"(?:\b(?!(?:you|they|people|who|we|seniors?|juniors?|starters?|most)\b)[a-z]+ (?:earns|makes|gets paid|is paid|takes home|is on"
    r"|was on)\b[^.;\n]{0,20}?(?:[$£€₹]\s?\d[\d,.]*\s?k?|\d[\d,.]*\s?k\b|\d{2,3},\d{3}|\d+ grand))|"
    r"(?:\b(?:she|he|i|they|shes|hes|her|his|their|my)\b[^.;\n]{0,25}?\b(?:make|makes|earn|earns|earning|paid|gets|on|salary|wage|pay|takes? home|charges?"
    r"|makin|making)\b[^.;\n]{0,25}?(?:[$£€₹]\s?\d[\d,.]*\s?k?|\d[\d,.]*\s?k\b|\d{2,3},\d{3}|\d+ (?:an hour|grand|thousand)))"
)
_CONFIDENCE = re.compile(
    r"(?:(?:^|[,(;:]\s*|\b(?:but|so|please|and|maybe|pls)\s+)(?:please |pls )?(?:don'?t|dont|do not) (?:mention|tell(?! me)|say|repeat|share|bring (?:it"
    r"|that|this) up|pass (?:it|this|that) on|let on)\b|\bkeep quiet\b|\b(?:(?:don'?t|dont) let on|in (?:strict |strictest )?confidence|confidential(?:ly)?|between (?:us"
    r"|you and me|ourselves|you and i|you me)|off the record|keep (?:(?:that|this|it) )?(?:to yourself|quiet|private|secret|under your hat|hush)"
    r"|(?:please )?(?:don'?t|do not|dont|maybe dont|not to|never|shouldn'?t|must not|mustn'?t)(?: ever)? (?:tell|mention|say|bring|repeat|share|pass|raise"
    r"|let on|quote|ask|put)"
    r"[^.!?\n]{0,30}?(?:anyone|anybody|her|him|them|it|this|that|up|on|about (?:it|that|home|this)|\bi told you)|not (?:supposed|meant|allowed) to (?:say"
    r"|know|tell)|doesn'?t know (?:that )?i know|not (?:public|announced|official)(?: yet)?|isn'?t public|hush[- ]hush|(?:it'?s|its|is) a secret|secretly"
    r"|nobody (?:else )?knows|on the quiet|shh+|embargoed|for your (?:eyes|ears) only)\b)",
    re.IGNORECASE,
)
_SYMPATHY = re.compile(
    r"\b(?:(?:so |very )?(?:sorry|sad) to hear (?:about|of|that)|hope (?:your|his|her|their|the|you)\b[^.!?\n]{0,40}\b(?:better|mend|recover\w*|heal\w*"
    r"|settled|operation|surgery)|condolences|get well|speedy recovery)\b",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(r"\b(?:this (?:message|e-?mail|communication)|intended recipient|attachments?|contents? of this)\b", re.IGNORECASE)
_BORN = re.compile(
    r"\b(?:date of birth|d\.?o\.?b\.?|born (?:on )?\d{1,2}[\s/.-]\w+[\s/.-]\d{2,4}|turns? [3-9]\d (?:in|on|next|this)|(?:nhs|nhi|ird|passport|licence"
    r"|social security|ssn|bank account|account) (?:number|no\.?)\s*:?\s*[\w-]{4,})",
    re.IGNORECASE,
)

_PERSONAL = re.compile(
    rf"\b{_WHO}\b[^.;!?\n]{{0,50}}?\b{_HAS}\b[^.;!?\n]{{0,25}}?\b{_ILL}|\b{_WHO}\s+(?:\w+ ){{0,2}}{_ILL}|\b{_WHO}\b[^.;!?\n]{{0,50}}?\b{_LOSS}"
    rf"|\b(?:{_ILL})[^.;!?\n]{{0,25}}\b(?:of|for|in) {_WHO}\b",
    re.IGNORECASE,
)
_BARE = re.compile(rf"^\W*(?:and |but )?{_HAS}\b[^.;!?\n]{{0,25}}?\b{_ILL}", re.IGNORECASE)
_BARE_STATE = re.compile(rf"^\W*(?:and |but )?(?:recently |just |now |newly |still )?(?:{_LOSS}|diagnosed|pregnant|off sick|recovering)\b", re.IGNORECASE)
_OWN = re.compile(rf"\b(?:i|my|i'm|i've|im|ive)\b[^.;!?\n]{{0,50}}?\b(?:{_ILL}|{_LOSS})", re.IGNORECASE)
_LEAVES = re.compile(_LEAVING, re.IGNORECASE)
_EARNS = re.compile(_PAY, re.IGNORECASE)
_STUDIES_IT = re.compile(
    r"\b(?:patients?|clients?|people|ward|unit|nurse\w*|treats?|treating|research\w*|speciali[sz]\w*|charity|helps?|works? (?:with|in|on)|cares? for"
    r"|support(?:s|ing)? people|lecture|studied|course|department|service)\b",
    re.IGNORECASE,
)
_LEARNERS_OWN = re.compile(r"\b(?:i|my|me|mine|i'm|im|ive|i've)\b", re.IGNORECASE)
_WONDERS = re.compile(r"\b(?:want|like|love|hope|wonder\w*|curious) to\b|\bwonder|\b(?:if|whether|how)\b", re.IGNORECASE)
_REPORTER = re.compile(r"\b(?:my |his |her )?[\w'’]+ (?:says?|said|reckons?|told (?:me|us|my \w+))(?: that)?\s+$", re.IGNORECASE)
_MAIL = re.compile(r"^[>\s]*(?:from|on .{6,80} wrote)\b\s*:?", re.IGNORECASE)
_CLAUSE_CUT = re.compile(
    r"(?<=[.!?;])\s+|,\s+(?=(?:and |but |so )?(?:she|he|they|it|we|i|i'm|lots|then|who|which|because)\b)|\s+(?=(?:because|since|so|but|and) (?:i|i'm|she|he"
    r"|they|we|my|her|his)\b)"
    r"|\s+[-–—]\s+|\s+(?=(?:lol|haha|tbh|idk)\b)|\)\s*|\s*\((?=\w{3}[^()]{25,})",
    re.IGNORECASE,
)
_SMALL_CUT = re.compile(
    r"\s+(?=(?:idk|lol|hes|shes|he|she|you need|i wanna|meeting|its|theres|only text|dad says|and he|and she|aunty? \w+ told|(?:[a-z]+ )(?:says|said|reckons"
    r"|told))\b)"
)


def find_sensitive(note: Note) -> tuple[Span, ...]:
    """The private matters of other people, in order, none inside another; each lies on one line."""
    spans: list[Span] = []
    offset, in_mail = 0, False
    for number, line in enumerate(note.text.split("\n"), start=1):
        in_mail = in_mail or bool(_MAIL.match(line))
        for start, end in sorted(_in_line(line, in_mail=in_mail)):
            spans.append(Span(text=line[start:end], line=number, start=offset + start, end=offset + end))
        offset += len(line) + 1
    return _merge(spans, note.text)


def _in_line(line: str, *, in_mail: bool) -> list[tuple[int, int]]:
    found = [(match.start(), match.end()) for match in _EMAIL.finditer(line) if not _GENERIC_BOX.match(match[0])]
    found += [(match.start(), match.end()) for match in _PHONE.finditer(line) if _is_phone(line, match)]
    found += _addresses(line)
    found += [(match.start(), match.end()) for match in _BORN.finditer(line)]
    clauses = _clauses(line)
    for count, (start, end) in enumerate(clauses):
        text = line[start:end]
        if _is_private(text, in_mail=in_mail):
            found.append((_with_reporter(line, start), end))
        elif _CONFIDENCE.search(text) and not _DISCLAIMER.search(line):
            found.append((_with_reporter(line, start), end))
            found += _meant_by(line, clauses, count)
    return found


def _with_reporter(line: str, start: int) -> int:
    """Where the clause begins if who said it ("lee says") is counted in."""
    told = _REPORTER.search(line[max(0, start - 60) : start])
    return max(0, start - 60) + told.start() if told else start


def _clauses(line: str) -> list[tuple[int, int]]:
    cuts = [(match.start(), match.end()) for match in _CLAUSE_CUT.finditer(line)]
    if line and sum(mark.isupper() for mark in line) < max(2, len(line) * 0.012):
        cuts += [(match.start(), match.end()) for match in _SMALL_CUT.finditer(line)]
    clauses, start = [], 0
    for cut_start, cut_end in [*sorted(cuts), (len(line), len(line))]:
        if line[start:cut_start].strip(" >*-•\t"):
            lead = len(line[start:cut_start]) - len(line[start:cut_start].lstrip(" >*-•\t"))
            clauses.append((start + lead, cut_start))
        start = max(start, cut_end)
    return clauses


def _is_private(text: str, *, in_mail: bool) -> bool:
    if _SYMPATHY.search(text):
        return True
    if _EARNS.search(text) or _LEAVES.search(text):
        return not (_LEARNERS_OWN.search(text) and not in_mail)
    own = not in_mail and bool(_LEARNERS_OWN.search(text))
    if _PERSONAL.search(text) or (not own and (_BARE.match(text) or _BARE_STATE.match(text))):
        return not _STUDIES_IT.search(text) or bool(re.search(r"\b(?:mum|mom|dad|wife|husband|son|daughter|little one|chemo)\b", text, re.IGNORECASE))
    return in_mail and bool(_OWN.search(text)) and not _STUDIES_IT.search(text) and not _WONDERS.search(text)


def _meant_by(line: str, clauses: list[tuple[int, int]], count: int) -> list[tuple[int, int]]:
    """What a bare wish for silence is about: the rest of its sentence ("keep it under your hat but ..."), else what was said just before."""
    start, end = clauses[count]
    if len(re.findall(r"\w+", _CONFIDENCE.sub(" ", line[start:end]))) > 6:
        return []
    if count + 1 < len(clauses) and re.match(r"\s*(?:,?\s*(?:but|that|:)\s)", line[end:]):
        return [clauses[count + 1]]
    return [clauses[count - 1]] if count else []


def _is_phone(line: str, match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match[0])
    if not 7 <= len(digits) <= 15 or re.match(r"\d{1,3}(?:[,.]\d{3})+$", match[0]):
        return False
    if _PHONE_CUE.search(line[max(0, match.start() - 40) : match.start()]):
        return True
    if re.fullmatch(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d|\d{4}-\d\d-\d\d|\d{1,2}[-. ]\d{1,2}[-. ]\d{2,4}|20\d{6}", match[0]):
        return False
    shaped = re.match(r"\+\d|\(0?\d|0\d|1[38]00|\d{3}[\s.-]\d{3}[\s.-]\d{4}$|\d{3}-\d{4}$", match[0])
    return bool(shaped)


def _addresses(line: str) -> list[tuple[int, int]]:
    found = []
    home, work = bool(_HOME.search(line)), bool(_WORKPLACE.search(line))
    for match in _ADDRESS.finditer(line):
        near = line[max(0, match.start() - 60) : match.end() + 40]
        if bool(_HOME.search(near)) or not (work or _WORKPLACE.search(near)):
            found.append((match.start(), match.end()))
    if home and not found:
        found += [(match.start(), match.end()) for match in _SMALL_ADDRESS.finditer(line)]
    if home and not found:
        found += [
            (match.start(), match.end())
            for match in _NAMED_PLACE.finditer(line)
            if re.search(r"\b(?:at|to|in|address:?)\s+$", line[: match.start()], re.IGNORECASE)
            and not re.search(r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", match[0], re.IGNORECASE)
        ]
    return found


def _merge(spans: list[Span], text: str) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans, key=lambda item: (item.start, -item.end)):
        last = merged[-1] if merged else None
        if last is not None and span.start < last.end:
            end = max(last.end, span.end)
            merged[-1] = Span(text=text[last.start : end], line=last.line, start=last.start, end=end)
        else:
            merged.append(span)
    return tuple(merged)
