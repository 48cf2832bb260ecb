"""Questions that a minute of searching would settle: public general facts such as entry rules, course lengths, definitions, dates and names of bodies.

Labelling rule `answerable_by_search`. A question about the host's own experience or judgement is never one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from coach.manner.form import find_heads, is_definition
from coach.manner.wording import any_of, either, plain, split_sentences

_STUDY = either(
    r"courses? degrees? diplomas? training qualifications? programmes? programs? apprenticeships? stud(?:y|ies) certificates? licen[cs]es? "
    r"traineeships? cadetships? registration residency internship_year foundation_year"
    r" practical_year bachelor'?s? master'?s? doctorate ph\.?d med(?:ical)?_school law_school nursing_school teachers?_college pupillage "
    r"bar_exams? board_exams? conversion_course pathway"
)
_QUALIFY = either(
    r"qualify qualifying train become "
    r"get_(?:fully_)?(?:qualified|registered|licen[cs]ed|certified|chartered|accredited|trained|your_(?:ticket|licen[cs]e|degree|papers)|a_licen[cs]e|the_(?:ticket|licen[cs]e|degree|qualification)) "
    r"study"
    r" (?:you're|you_are|you_get|you_can_be|they're|someone_is)_(?:fully_)?(?:qualified|registered|licen[cs]ed|certified|chartered"
    r"|trained) (?:finish|complete|do|get_through|pass)_(?:the|your|an?|it|your)_(?:course|degree|training|exams?|apprenticeship|qualification"
    r"|papers)"
)
_PAPER = either(
    r"degrees? diplomas? certificates? certifications? qualifications? licen[cs]es? "
    r"(?:skipper'?s?_|trade_|safety_|rigging_|heavy_|forklift_)tickets? registration apprenticeships? ncea a[-_]levels? gcses? highers "
    r"ucas_points ue university_entrance bachelor'?s?"
    r" master'?s? ph\.?d doctorate credits? grades? gpa atar police_(?:check|vetting"
    r"|clearance) first[-_]aid driver'?s?_licen[cs]e driving_licen[cs]e full_licen[cs]e work_visa visas? prerequisites? white_card site_safe "
    r"level_\w+ subjects?"
    r" exams? (?:entry_|entrance_|aptitude_|fitness_|medical_|admission_)?tests? portfolio_to_get_in papers to_be_(?:registered|licen[cs]ed"
    r"|certified|chartered|qualified|a_citizen|a_resident|over_\w+|\d+) latin maths_to_get_in physics chemistry biology citizenship"
    r" another_language a_second_language a_certain_(?:height|age|weight|number)"
)
_REQUIRED = either(
    r"required necessary compulsory mandatory needed essential obligatory a_requirement a_must a_prerequisite a_legal_requirement "
    r"part_of_the_(?:degree|course|entry)"
)
_GENERIC = r"(?:you|i|one|someone|somebody|people|they|we|anyone|everyone|it|this|the (?:job|work|role|course|trade)|a \w+)"
_LENGTH = any_of(
    (
        r"\bhow (?:long(?:'s)?|many (?:years|months|weeks|semesters|terms|credits|papers|units|hours|levels|exams|modules|stages)"
        rf"|much time)\b[^.?!]{{0,45}}\b(?:{_STUDY}|(?:to|until|till|before|for) (?:\w+ )?{_QUALIFY}|qualifying"
        r"|it take(?:s)? to (?:qualify|train|become))\b"
    ),
    (
        r"\bhow long\b[^.?!]{0,20}\b(?:have to|need to|got to|must|do|does|would)\b[^.?!]{0,12}\b(?:study|train"
        r"|go to (?:uni|university|college|school|polytech))\b"
    ),
    (
        r"\b(?:is|are) (?:it|the \w+|they|that) (?:a |an )?(?:\w+[- ]year|full[- ]time|part[- ]time|three|two|four|one|online|in person|by distance"
        r"|written|oral)\b[^.?!]{0,30}\bor\b"
    ),
    r"\bhow many years (?:at|of) (?:university|uni|college|school|polytech|study|training)\b",
    (
        r"\b(?:is it true|is it right)\b[^.?!]{0,15}\b(?:have|need) to\b[^.?!]{0,20}\b(?:years?|months?|degree|exam|residency|course|licen[cs]e"
        r"|test)\b"
    ),
    (
        r"\bhow (?:often|many hours)\b[^.?!]{0,20}\b(?:have to|need to|do you need|must)\b[^.?!]{0,20}\b(?:renew\w*|re-?sit|re-?certif\w+|logbook"
        r"|refresh\w*)"
    ),
    r"\bhow long (?:do|does|would|must|should) (?:you|one|people|someone|it take(?: you)?)(?: have)?(?: to)? (?:train|study)(?: for)?\W*$",
    r"\bhow long is (?:the )?(?:training|study|it to train)\b",
    (
        r"\bdoes (?:the|a|your) (?:qualification|licen[cs]e|certificate|ticket|registration|degree) (?:expire|last|run out|count|transfer"
        r"|carry over)"
    ),
    r"\bwhat do (?:you|they|people) call (?:the|a|that|it when)\b",
    (
        r"\bhow many (?:levels|stages|exams|papers|units|credits|modules|placement hours|hours of \w+)\b[^.?!]{0,25}\b(?:are there|is there|have"
        rf"|has|take|needed|required|need|{_STUDY})\b"
    ),
    (
        rf"\b(?:{_STUDY}|exams?|intakes?)\b[^.?!]{{0,15}}\b(?:full[- ]time|part[- ]time|every year|yearly|twice a year|online|in the evenings?"
        r"|at night|by distance|free|funded)\b"
    ),
)
_NEED = any_of(
    (
        rf"\b(?:do|does|did|would|must|should|will|is it true) (?:{_GENERIC})\b[^.?!]{{0,20}}\b(?:need|needs|have|has|require|requires|got|do|hold"
        rf"|sit|take|pass|speak|be)\b[^.?!]{{0,25}}\b(?:{_PAPER}|registered|licen[cs]ed|certified|chartered)\b"
    ),
    rf"\b(?:is|are) (?:it |there )?(?:an? |the |any )?(?:[\w'-]+ ){{0,3}}?(?:{_PAPER}|it|that)\b[^.?!]{{0,30}}\b{_REQUIRED}\b",
    rf"\bis (?:it )?{_REQUIRED} (?:to|that|for)\b",
    r"\b(?:is|are) there (?:an? |any )?(?:\w+ )?(?:age|height|weight|fitness|eyesight) (?:limits?|restrictions?|requirements?|tests?|rules?)\b",
    (
        rf"\b(?:what|which) (?:(?:kind|sort|type|level|number) of |other |formal |exact |specific |school |particular )*(?:{_PAPER}|results?|marks?"
        r"|certificates?|courses?|maths|level|training)\b[^.?!]{0,45}\b(?:need|needs|require|requires|required|needed|necessary|have to|has to"
        r"|must|ask for|asked for|should i (?:take|do|have)|get (?:in|into|you in)|expect|accepted|legally|take at school|choose at school)\b"
    ),
    (
        rf"\bwhat (?:do|does|would|must|should) (?:{_GENERIC}) (?:\w+ )?(?:need|have|require)\b(?: to)?(?: have| do| study| get| pass| take| hold"
        r"| bring)? ?(?:to (?:get in|get into|become|qualify|register|apply|enter|enrol|be (?:accepted|eligible|allowed|a|an)|train|do this|study"
        r"|start the)|for (?:entry|admission|the (?:course|degree|exam|licen[cs]e))|study\b)"
    ),
    (
        r"\b(?:entry|entrance|admission|academic|legal|formal|minimum|visa|licensing|registration) (?:requirements?|criteria|rules"
        r"|qualifications?)\b"
    ),
    r"\bwhat(?:'s| is| are) (?:required|needed) (?:to|for)\b",
    r"\bwhat (?:are|is|'s) the (?:requirements?|prerequisites?|criteria|rules (?:for|to|on|about) (?:get|enter|register|apply|licen|becom))",
    (
        r"\bhow (?:do|does|would|can|should) (?:i|you|one|someone|people) (?:apply|register|enrol|sign up"
        r"|get (?:a|the|your) (?:licen[cs]e|ticket|certificate|registration))(?: (?:for|to|with|on|at"
        r"|as)\b(?! (?:what|the second|a second|it))[^.?!]*)?\W*$"
    ),
    r"\bhow old (?:do|must|does|should|would) (?:you|one|i|someone|people|they) (?:have to|need to|got to)? ?be\b",
    r"\bare there (?:any )?(?:scholarships?|bursar(?:y|ies)|grants|fees)\b",
    (
        r"\b(?:do|would|must|should) (?:i|you|one|they|people|we)\b[^.?!]{0,15}\b(?:need|have|want|require)\b[^.?!]{0,30}\bto (?:get in|get into"
        r"|be accepted|be allowed in|apply for|qualify|become|enter|enrol|start the|study)\b"
    ),
    (
        r"\b(?:which|what) (?:documents?|papers|forms?|credits|results|grades|marks|permits?|checks?|vaccinations?)\b[^.?!]{0,30}\b(?:must|need"
        r"|have to|want|require|ask|necessary)\b"
    ),
    r"\bwhere (?:do|can|would|could) (?:i|you|one) (?:find|get|download) (?:the|an?) (?:application|form|licen[cs]e|prospectus|list of)",
    r"\b(?:minimum|maximum) (?:height|age|weight|grade|score|eyesight|wage|hours)\b|\bwhat age (?:can|do|must|should)\b",
    r"\b(?:types?|kinds?|classes|categories) of (?:visas?|licen[cs]es?|certificates?|tickets?)\b",
    r"\bwhat (?:do|does) (?:you|i|one|people|someone) (?:have to |need to |got to )study\b",
    (
        r"\bis there (?:an? )?(?:exam|entrance|test|qualification|licen[cs]e|certificate)\b[^.?!]{0,25}\b(?:have to|need to|must|required|to pass"
        r"|to sit|for (?:it|this|that))\b"
    ),
    r"\b(?:written or oral|degree or (?:a )?diploma|diploma or (?:a )?degree)\b",
)
_WHEN = any_of(
    (
        r"\b(?:when(?:'s)?|what (?:date|month|day|time of (?:the )?year))\b[^.?!]{0,15}\b(?:do|does|is|are|will|would"
        rf"|the)?\b[^.?!]{{0,30}}\b(?:applications?|{_STUDY}|intakes?|enrol\w*|semesters?|terms?|deadlines?|closing date|exams?|conference|open day"
        r"|open evening|scholarships?|academic year)\b(?![^.?!]*\b(?:you|worth)\b)"
    ),
    r"\b(?:closing|application|enrolment|start|exam) (?:date|deadline)s?\b|\bnext intake\b",
    (
        r"\b(?:when|what (?:month|date|time of (?:the )?year)) (?:is|are|does|do) (?:the )?(?:\w+ )?(?:season|harvest|vintage|lambing|calving"
        r"|conference|festival|shearing|tax year|busy season)\b[^.?!]{0,15}\b(?:start|begin|end|finish|open|close|run|on)?\W*$"
    ),
    r"\bopening hours\b",
    r"\bwhat time (?:does|do) (?:the|your) (?:shop|library|office|clinic|museum|gallery|store|centre|depot) (?:open|close|shut)",
)
_WHERE = any_of(
    (
        r"\b(?:which|what) (?:universit(?:y|ies)|unis?|polytechs?|polytechnics?|schools?|colleges?|institut(?:e|ion)s?|providers?|tafes?|courses?"
        r"|places?|degrees?)\b[^.?!]{0,30}\b(?:offer|offers|do it|does it|does the|do the|run|runs|teach it|teaches|have the|provide|available"
        r"|are there|is there|can you (?:study|do|train))\b"
    ),
    (
        rf"\bwhere (?:can|could|do|does|would|is|are|should) (?:you|i|one|people|someone|the {_STUDY}|it)\b[^.?!]{{0,20}}\b(?:study|train"
        rf"|do (?:the|a|this) {_STUDY}|get (?:the|a|your|this) {_STUDY}|get qualified|enrol|apply|taught|offered|sign up|register|held|based)\b"
    ),
    (
        rf"\b(?:can|could) (?:you|i|one|people) (?:do|study|take|get) (?:the |this |a |your |it )?(?:{_STUDY} )?(?:online|part[- ]time|by distance"
        r"|remotely|at night)"
    ),
    (
        r"\b(?:is there|are there) (?:an? |any )?(?:[\w'-]+ ){0,2}?(?:courses?|degrees?|diplomas?|night school|polytech|school"
        r"|apprenticeships?) (?:in|at|for|near|here|you can|offered|locally|online|i can)\b"
    ),
    r"\b(?:does|do) (?:the )?(?:\w+ )?(?:polytech\w*|uni\w*|college|school|institute|tafe) (?:run|offer|teach|do|have)\b",
    (
        r"\bwhere(?:'s| is| are) (?:your |the )?(?:head office|headquarters|main office|other (?:branches|offices|sites)|training cent\w+"
        r"|nearest \w+)\b"
    ),
    r"\bwhat(?:'s| is) the (?:address|phone number|website|email)\b",
)
_BODY = either(
    r"associations? unions? professional_(?:body|bodies|association) "
    r"(?:governing|licensing|regulatory|industry|awarding|examining|accrediting)_bod(?:y|ies) bod(?:y|ies) regulators? register registry board "
    r"guild trade_body membership_body institute federation"
)
_WHICH_BODY = any_of(
    (
        r"\b(?:what|which)(?:'s| is| are)?(?: the| your)?(?: name of(?: the)?| names? of(?: the)?| main| professional| national| trade| industry"
        rf"| local| full| official)* {_BODY}\b(?! (?:like|meeting|ever|done|do for|mean))[^.?!]{{0,40}}(?:\?|$)"
    ),
    (
        rf"\bis there (?:an? )?(?:\w+ )?{_BODY}\b(?! (?:of you|meeting|like|where|i could|i can|who))(?:[^.?!]{{0,25}}\b(?:for|of|that|called"
        r"|in)\b[^.?!]*)?\W*$"
    ),
    (
        r"\bwho (?:regulates|registers|licen[cs]es|accredits|governs|certifies|examines|runs the (?:exams?|register)"
        r"|sets the (?:exams?|standards|rules))\b"
    ),
    r"\bwhat(?:'s| is) (?:it|that|the (?:union|association|body)) called\b|\b(?:full|official|proper|correct|exact) (?:name|title) of\b",
    rf"\bname of (?:the|that|your) (?:\w+ )?(?:{_BODY}|{_STUDY}|department|form|act|scheme|website)\b|\bspell (?:that|the) (?:association|name)",
)
_FIGURE = any_of(
    (
        r"\bwhat(?:'s| is| are| would be)(?: the| an?)?(?: \w+)? (?:minimum|average|median|starting|going|typical|usual|entry[- ]level|current|legal"
        r"|national|award|living|normal|standard) (?:\w+ )?(?:wages?|salary|salaries|pay|rates?|age|hours|number|fees?|cost|limit|scale|band)\b"
    ),
    r"\b(?:minimum|living) wage\b|\bpay (?:scales?|bands?|grades?)\b(?![^.?!]*\bif you\b)",
    r"\b(?:starting|average|entry[- ]level|graduate) (?:salary|salaries|pay|wages?)\b",
    (
        r"\bhow much (?:do|does|would|can) (?!you\b|i\b|it\b|that\b|this\b|the job\b|your\b)(?:an? |the )?(?:[\w'-]+ ){1,3}?(?:earn|make|get paid"
        r"|get|start on)\b"
    ),
    (
        r"\bhow much (?:does|do|is|are|would) (?:the |a |an |it )?(?:[\w'-]+ ){0,3}?(?:course|training|degree|licen[cs]e|fees|registration|diploma"
        r"|certificate|membership|exam|ticket)\b"
    ),
    r"\bhow much (?:is|are) the (?:fees|licen[cs]e|course)",
    (
        r"\bwhat (?:do|does|did) (?:an? |the )?(?!you\b|it\b|they pay you)(?:[\w'-]+ ){1,3}?(?:earn|get paid|start on|cost)\W*(?:on average"
        r"|these days|roughly|a year)?\W*$"
    ),
    r"\b(?:pass|dropout|unemployment|employment|success) rates?\b|\b(?:legal|speed|weight|age|driving) limits?\b|\bby law\b",
    r"\bhow much (?:is|are) (?:\w+ )?(?:paid|charged)\b",
    (
        r"\bhow many (?:people|staff|employees) (?:work|does|do|are employed"
        r"|are there)\b(?! (?:with you|in your (?:team|crew)|on (?:your|a) (?:team|crew|shift)|under you|alongside))(?=[^.?!]*\b(?:here|company|firm"
        r"|organisation|council|hospital|university|you employ|employ|country|new zealand|australia|britain|uk|industry)\b)"
    ),
    (
        r"\bhow many (?:[\w'-]+ ){1,3}(?:are there|exist)\b(?=[^.?!]*\b(?:in (?:new zealand|nz|australia|the (?:uk|us|country|city|region|world)"
        r"|britain|england|total)|nationally|nationwide|worldwide)\b)"
    ),
    r"\bhow many (?:branches|offices|stations|stores|sites|campuses|students|members)\b",
    r"\bhow (?:big|large|old) is (?:the|your|this) (?:company|firm|organisation|organization|council|university|hospital|association|country)\b",
    (
        r"\b(?:when|what year) (?:was|did|were) (?!you\b|your (?:first|last)\b|it\b|that\b)[^.?!]{1,40}\b(?:founded|established|built|started|set up"
        r"|opened|formed|invented|start|open|begin)\b"
    ),
    r"\bwho (?:founded|owns|invented|is the (?:ceo|chief executive|chair|minister|mayor))\b",
    r"\bhow (?:tall|high|long|heavy|wide|deep) is (?:the |an? )",
    (
        r"\bwhat (?:does|do) (?:your|this|the) (?:company|firm|organisation|organization|agency|charity|council|department|ministry|business"
        r"|trust) (?:do|make|sell|offer|produce)\b"
    ),
    r"\bwhat (?:services|products) (?:do|does)\b",
    r"\bis (?:it|that|this|the title|the name) (?:legally )?(?:legal|a protected title|licen[cs]ed|regulated|protected)\b",
    r"\bwhat (?:law|act|regulation|code|standard) (?:is|does|covers|governs|applies)\b",
)
_FACT = any_of(
    (
        rf"\b(?:{_STUDY}|{_PAPER}|{_BODY}|{_REQUIRED}|exams?|entry requirements?|requirements?|deadlines?|intakes?|semesters?|term dates|wages?"
        r"|salar(?:y|ies)|fees?|visas?|credits?|certificates?|permits?|logbook|application forms?|opening hours|public holidays?|school holidays"
        r"|tax year|(?:lambing|calving|shearing|harvest|fishing|hunting|picking) season)\b"
    ),
    r"\b(?:minimum|maximum|legal) \w+\b|\bto (?:get in|get into|be accepted|qualify|become an?|enter)\b|\bwhat age\b|\bhow old do\b|\bby law\b",
    r"\bofficial(?:ly)?\b|\b(?:anzsco|isco|soc) code\b",
)
_JUDGES = any_of(
    r"\banything (?:else|i|you|that)\b|\bsomething else\b|\bhas (?:it|that|this) (?:\w+ )?(?:changed|shifted|opened|helped|affected|made)\b",
    (
        r"\b(?:do|did|have|are|were|can|could|would|will|should|don't|didn't) you\b(?! (?:need|have to|got to|require|legally"
        r"|know (?:what|when|how long|how many|if|which|where)|tell me|have to))"
    ),
    r"\b(?:was|were|did|had|been)\b",
    (
        r"\b(?:worth|useful|helps?|helped|helpful|prepares?|enough|hard|harder|difficult|tough|good|bad|better|best|worst|fun|like|enjoy|matters?"
        r"|important|stressful|fair|changed?|changing|scary|boring|any good|miss|missing|teach you|taught|value)\b"
    ),
    (
        r"\b(?:your|my|his|her|their) (?!company|firm|organisation|union|association)(?:\w+ )?(?:course|degree|training|exam|apprentices?|students?"
        r"|licen[cs]e|certificate|salary|wages?|union|department)\b"
    ),
    (
        r"\b(?:apprentices|students|trainees|graduates|people|beginners|newcomers)\b[^.?!]*\b(?:struggle|cope|leave|quit|stay|find|feel|get paid"
        r"|like|think)\b"
    ),
    r"\b(?:someone|people|anyone) like me\b|\bthe (?:exam|course|degree) you\b|\bonly|\bjust\b|\bmainly\b|\bmostly\b",
)
_OWN = any_of(
    r"\b(?:did|was|were|have|had) (?:you|your)\b|\b(?:took|take|taking|cost|costs) you\b|\bfor you\b",
    r"\bin your (?:view|opinion|experience|words|own words|case|team|crew)\b|\bwould you (?:say|put|choose|recommend|advise|look|pick|trust)\b",
    r"\bdo you (?:think|feel|find|value|look for|prefer|like|enjoy|still|mean)\b|\bwhat do you mean\b",
    r"\byou (?:find|felt|look for|look at|prefer|see|studied|learned|learnt|took)\b|\bactually (?:matters?|worth)\b",
    r"\bbefore (?:you|it|they|someone|a|an)\b[^.?!]{0,20}\b(?:feels?|felt|stops?|trust|left|allowed|alone|confident|useful)\b",
    r"\byou give (?:new|a)\b|\b(?:to|until|before|till) (?:\w+ )?(?:feel|felt|settle|stop|enjoy|get used|be any good|be trusted|know what)\b",
    r"\bmattered\b|\b(?:did|does) (?:the|it|your) (?:course|degree|training|exam) (?:leave|prepare|teach|miss|help|get)\b|\bwas it like\b",
    r"\bis it like\b|\bare (?:they|the \w+) like\b|\bwere (?:they|the \w+) like\b|\blike for\b|\bchoose between\b|\bdecide\b",
    r"\bdo the (?:work|job)\b",
)


@lru_cache(maxsize=8192)
def is_searchable(sentence: str) -> bool:
    """Whether a question asks for a public general fact (entry rules, course length, definitions, dates, names of bodies) that a minute of searching would settle."""
    heads = find_heads(sentence)
    if not heads:
        return False
    low = plain(sentence)
    clause = low[heads[0].start :].strip()
    if _OWN.search(low):
        return False
    clause = re.sub(
        r",? (?:technically|by definition|in fact|anyway|legally|here|in this country|roughly|these days|at the moment|do you know|would you know)\W*$",
        "?",
        clause,
    )
    inner = re.sub(r"^.*?\b(?:tell me|explain|know|ask|wondering|curious)(?: you| me)? (?=(?:what|how|when|where|which|who|if|whether)\b)", "", clause)
    inner = (
        re.sub(
            r"^(?:could|can|would|may|might) (?:you|i) (?:please |just )?(?:tell me|explain|say|ask)(?: me)? (?:what|who) (.+?) (is|are|does|means?)\W*$",
            r"what \2 \1",
            clause,
        )
        if inner != clause
        else inner
    )
    texts = (clause, inner, _turned(inner))
    if any(is_definition(text) for text in texts):
        return True
    if not any(head.open for head in heads) and heads[0].kind in {"wh", "polar"} and _FACT.search(clause) and not _JUDGES.search(clause):
        return True
    return any(pattern.search(text) for text in texts for pattern in (_LENGTH, _NEED, _WHEN, _WHERE, _WHICH_BODY, _FIGURE))


def _turned(clause: str) -> str:
    """An embedded question ("what a probate is") in the order of a direct one ("what is a probate")."""
    match = re.match(r"what (.+?) (is|are|does|means?)\W*$", clause)
    return f"what {match.group(2)} {match.group(1)}" if match else clause


_PUBLISHED = any_of(
    r"\b(?:look|looked) (?:it|that|them|this|those) up\b|\bgoogle\b|\bsearch (?:for|it|online|that)\b|\b(?:a|any|quick|one) search\b|\bonline\b"
    r"|\bweb ?(?:site|page)s?\b|\bon (?:the|their|our|its) (?:\w+ )?(?:site|page|web|internet|home ?page)\b"
    r"|\b(?:it's|they're|that's|all) (?:all )?(?:published|listed|written down|on there)\b"
    r"|\bpublish(?:es|ed)\b|\bprospectus\b|\bbrochure\b|\bleaflet\b|\bpamphlet\b|\btextbook\b|\bwikipedia\b|\bhandbook\b|\bencyclop\w+"
    r"|\bdictionary\b|\bin any (?:book|library)\b|\b(?:fact|info(?:rmation)?) sheet\b"
)


def is_answered_elsewhere(question: str, *, reply: str) -> bool:
    """Whether the host answers a plain question by saying that it is published or can be looked up."""
    low = plain(question)
    if _OWN.search(low) or _JUDGES.search(low):
        return False
    return _PUBLISHED.search(plain(" ".join(sentence.text for sentence in split_sentences(reply)[:3]))) is not None
