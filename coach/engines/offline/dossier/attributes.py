"""The attributes that notes state of a person, an organisation or an occupation, as patterns; each holds its value in a group `value` (or `value2`)."""

from __future__ import annotations

import re

from coach.records import About

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
    + [f"twenty-{n}" for n in "one two three four five six seven eight nine".split()]
    + "thirty forty fifty sixty seventy eighty ninety hundred".split()
)
VALUES = dict(zip(_WORDS, [*range(1, 21), *range(21, 30), 30, 40, 50, 60, 70, 80, 90, 100], strict=True)) | {"a dozen": 12, "half a dozen": 6, "couple": 2}
NUMBER = rf"(?<!\w)(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(sorted(VALUES, key=len, reverse=True))})"
_YEAR = r"(?:(?:19|20)\d\d|['’‘]\d\d|(?<=in )\d\d(?!\d))"
_MONTH = (
    r"(?:(?:early|late|mid|spring|summer|autumn|winter|about|around|approx\.?|the year|te tau|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]*\.?\s+){0,2}"
)
_MONTH_NAME = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_ABOUT = r"(?:about |abt |around |roughly |some |ca\.? |circa |approx\.? |approximately |nearly |almost |over |more than |at least |up to |~ ?|> ?)?"
_PLACE = (
    r"(?:the |our |their |her |his )?(?P<value>[^\W\d][\w'’&-]*(?:[ ](?!(?:and|but|or|the|whole|all|every|on|now|most|from|with|for|since|by|as"
    r"|i|she|he|they|is|in|at|of|a|an|to|it|says|said)\b)[\w'’&-]+){0,4}(?: of (?:the )?[\w'’-]+)?)"
)


_WORK_HERE = (
    r"(?:there|here|with (?:us|them|the \w+|[\w'&-]+)|at [\w'&-]+|in (?:our|the|this|that) (?:house|firm|company|team|business|place|job|shop|office|clinic|restaurant|school|hotel|workshop|studio|garage|salon)"
    r"|(?:in|for) (?:the )?[A-ZĀĒĪŌŪ][\w'&-]+)"
)
_SITE = (
    r"(?P<value>(?!(?:new|old|same|other|whole|main|big|small|head|front|back|staff|only|night|day|home|local)\b)[^\W\d][\w'’-]+(?: (?!one\b)[^\W\d][\w'’-]+){0,2}?) "
    r"(?P<subject>plant|workshop|block|site|branch|depot|yard|clinic|shop|office|farm|school|campus|station|store|kitchen|studio|lab|hospital|room|centre|base|hangar|terminal|garage|surgery|parish|control room|factory|mill|quarry|works|one)\b"
)
_PERSON: tuple[tuple[str, str], ...] = (
    (
        "start_year",
        (
            r"\b(?:join(?:ed|s)?|start(?:ed|s)?|began|begun|begin|commenced|came (?:on board|to|here)|arrived|entered|hired|appointed|taken on|took over|took up|picked up|got (?:to|there)|employed"
            r"|i t[iī]mata|came)\b(?! (?:out|from|up)\b)"
            rf"[^.;|\n]{{0,45}}?\b(?:in|since|from|of|te tau|year|on|,|around|about)?\s*{_MONTH}(?P<value>{_YEAR})\b"
        ),
    ),
    (
        "start_year",
        (
            rf"(?:^|[(\"“,:;–—|-]\s*|\b(?:is|are|am|been|be|was|works?|worked|working|stays|he|she|they|shes|hes)\s+|'s\s+"
            rf"|['’]ve been\s+)(?:\w+\s){{0,2}}?{_WORK_HERE}[^.;,|\n]{{0,25}}?\b(?:since|from|seit|depuis|mai i)\s+{_MONTH}(?P<value>{_YEAR})\b"
        ),
    ),
    ("start_year", rf"\b(?:since|from)\s+{_MONTH}(?P<value>{_YEAR})\s+(?:{_WORK_HERE})"),
    (
        "start_year",
        rf"\b(?P<value>{_YEAR}) (?:was|is) (?:her|his|their) first (?:year|day|season)|\bfirst (?:year|day|season)\b[^.;\n]{{0,20}}?(?P<value2>{_YEAR})",
    ),
    ("start_year", rf"\b(?P<value>{_YEAR}) start\b"),
    ("start_year", rf"\b(?:says|said|reckons|shows|has)\s+(?:at |with )?[^\W\d][\w'’&-]+(?: [^\W\d][\w'’&-]+)? since\s+{_MONTH}(?P<value>{_YEAR})\b"),
    ("start_year", rf"\b(?!(?:going|being|living|running|trading|having)\b)[a-z]{{3,}}ing\s+(?:here |there |it |them )?since\s+{_MONTH}(?P<value>{_YEAR})\b"),
    (
        "start_role",
        rf"\b(?!(?:other|after|over|later|september|october|november|december|summer|winter|doctor)\b)[a-z]{{3,}}(?:er|or|ist|ian|man),? (?:here |there )?(?:from|since)\s+{_MONTH}(?P<value>{_YEAR})\b(?!\s*(?:-|–|to|until|till)\s*\d)",
    ),
    ("start_range", rf"\b(?P<value>{_YEAR})\s?(?:-|–|—|to|until)\s?(?:present|now|today|current|heute)\b"),
    ("trained_since", rf"\b(?:trainee|apprentice|cadet|probationer)\b[^.;|\n]{{0,25}}?\b(?:from|since|in)\s+{_MONTH}(?P<value>{_YEAR})\b"),
    (
        "trained_since",
        (
            rf"\b(?:began|started|start of|entered|in)\s+(?:her |his |their |the )?(?:training|apprenticeship"
            rf"|cadetship)\b[^.;|\n]{{0,15}}?(?P<value>{_YEAR})\b"
        ),
    ),
    (
        "start_label",
        (
            rf"^\W*(?:started|start(?: date)?|joined|since|there since|with them since|start year|began"
            rf"|t[iī]mata(?: ia)?(?: i konei)?)\s*[:|=–-]+\s*{_MONTH}(?P<value>{_YEAR})\b"
        ),
    ),
    ("start_bare", rf"^\W*(?:joined|started|since)\s+{_MONTH}(?P<value>{_YEAR})(?=\W*$|\s*[(,;.?|/]|\s+(?:at|with|in|there|here|per|acc\w*|says?|on)\b)"),
    ("age", rf"(?P<value>{NUMBER})(?: years? old| ?yo\b| ?y/o| years of age)|\b(?:aged|age:?|turned|has)\s+(?P<value2>\d\d)\b(?= years\b(?! of)|\W*$|,|\))"),
    ("location", rf"\b(?:seen?|saw|meets?|puts?|has)\s+(?:her|him)\s+(?:always |often |only |every day )*(?:in|at)\s+{_PLACE}"),
    ("location", r"\bkei\s+(?P<value>[^\W\d][\w'’-]+(?: [A-ZĀĒĪŌŪ][\w'’-]+)?)\s+(?:ia|rāua|a [^\W\d]+)\s+e\s+(?:mahi|noho)"),
    ("credential", r"\b(?P<value>b\.?a|b\.?sc|b\.?eng|bachelor\w*|m\.?sc|m\.?a|ph\.?d)\b\.?(?! in \d)"),
    (
        "tenure",
        (
            rf"\b(?:since|for|been|been (?:there|here|with \w+)|there|here|is|has|works?|over"
            rf"|about)\s+{_ABOUT}(?P<value>{NUMBER})\s*\+?\s*(?:years?|yrs?|yr)\b(?! (?:old|too|ago|of age|later|before|course|degree|diploma|cert\w*"
            rf"|apprentic\w*))"
        ),
    ),
    (
        "tenure",
        (
            rf"{_ABOUT}(?P<value>{NUMBER})\s*\+?\s*(?:years?|yrs?|yr)(?:'|’)?\s+(?:of |in )?(?:experience|exp\b|there|here|in (?:the|this|our"
            rf"|that) (?:firm|company|job|business|trade|house|team|game|field)|with (?:them|us|the firm|the company)|at (?!the time)[A-Za-z])"
        ),
    ),
    (
        "location",
        (
            rf"\b(?:based|works?|working|works out|stationed|located|employed|lives and works|sits|posted)\s+(?:up |down |over |out )?(?:in|at"
            rf"|from|of)\s+{_PLACE}"
        ),
    ),
    (
        "location",
        (
            rf"\b(?:she|he|they)(?:'?s|['’]s| is| are)\s+(?:up |down |over |out |now |really |actually )*in\s+{_PLACE}(?=\s+(?:the whole|all"
            rf"|every|most|now|these days|mon|full))"
        ),
    ),
    ("previous", rf"\b(?:came|come|comes|arrived|moved)\s+(?:directly |straight |over |to [\w'&-]+ |here |there )*from\s+(?:one |a |an )?{_PLACE}"),
    (
        "previous",
        (
            rf"\b(?:before (?:this|that|then),?|previously|formerly|used to be|earlier,?|prior,?|once(?= (?:a|an|was|were|worked|been)\b)|before:)\s+(?:she |he |they )?(?:was "
            rf"|were |had been |worked as |worked at |worked for |a |an |the )*{_PLACE}"
        ),
    ),
    ("previous", rf"\b(?:was|were|worked as)\s+(?:a |an |the )?{_PLACE}(?: (?:in|at|for|with) [\w'’-]+)?\s+before\b"),
    ("employer", rf"^\W*(?:employer|firm|company|works? for)\s*[:=|]\s*{_PLACE}"),
    (
        "location",
        (
            rf"(?:\b(?:she|he|they|who)(?:['’]?s| is| are)?|(?<!\w)[^\W\d]{{3,}}(?:['’]s| is)) (?:\w+ly |still |now )?(?:at|on|in) (?:the|their|our) "
            rf"{_SITE}"
        ),
    ),
    (
        "location",
        (
            rf"\b(?:runs?|running|manages?|heads|leads|looks after|in charge of|boss (?:of|at)|works? (?:at|in|on)|[a-z]{{3,}}s? (?:out of|from)|based (?:at|in)|manager (?:of|at))"
            rf" (?:the|their|our) {_SITE}"
        ),
    ),
    ("previous", rf"\b(?:was|were|worked)\s+(?:at|in|with|for)\s+(?:the |a |an )?{_PLACE},?\s+before\b(?! (?:the|it|they|she went|he went)\b)"),
    ("previous", rf"\bbefore(?: (?:this|that|here|then|it))?\s*[,:]?\s+(?:she |he |they )?(?:was |worked )?(?:at|with|for)\s+(?:the |a |an )?{_PLACE}"),
    ("previous", rf"\b(?:came|come|comes)\s+(?:across|over|across to \w+|over to \w+|to us|on board)\s+from\s+(?:the |a |an )?{_PLACE}"),
    (
        "previous",
        rf"\b(?:[a-z]{{3,}}ed|drove|ran|sold|taught|did|built|flew|kept|wrote|made)\s+(?:a |an |the )?{_PLACE}\s+before\b(?=\W*$|[,.;]| (?:this|that|here)\b)",
    ),
    ("previous", rf"\b(?:gave up|left|quit|threw in)\s+(?:a |an |the |her |his )?{_PLACE}(?=\s+(?:to|for)\b)"),
    ("previous", rf"\b(?:a |an |the )?(?:former|one-?time|ex)[ -]{_PLACE}"),
    ("previous", rf"\bused to (?:be|work) (?:at|for|in|with)\s+(?:the |a |an )?{_PLACE}"),
    (
        "previous",
        (
            rf"\b(?:says|said|swears|reckons|thinks)\s+(?:she|he|they)\s+(?:was|were|worked|came from|had been)\s+(?:at |in |with |for )?(?:the |a |an )?{_PLACE}"
        ),
    ),
    (
        "education",
        rf"\b(?:learn(?:ed|t)|qualified|schooled|(?:did|served) (?:her|his|their) time)\b[^.;|\n]{{0,25}}?\b(?:from|at|in|with|by)\s+{_PLACE}",
    ),
    (
        "start_year",
        (
            rf"^\W*(?P<value>{_YEAR})\s*[:=–—-]*\s+(?:[^\W\d]+ ){{0,3}}?(?:joins|joined|starts|started|begins|began|came here|comes|arrives|arrived"
            rf"|hired)\b"
        ),
    ),
    (
        "start_year",
        rf"\bfirst (?:went|came|sailed|drove|flew|worked|climbed|turned up|set foot)\b[^.;|\n]{{0,30}}?\b(?:in|since)\s+{_MONTH}(?P<value>{_YEAR})\b",
    ),
    (
        "since_lately",
        (
            r"\b(?:been (?:there|here|with \w+|at it)|started|joined|came|began)\s+(?:only |just )?(?:since )?(?P<value>(?:last|this) "
            r"(?:spring|summer|autumn|winter|year|month|january|february|march|april|may|june|july|august|september|october|november|december|easter|christmas))\b"
        ),
    ),
    ("location", rf"\b(?:workshop|office|shop|yard|studio|clinic|base)(?:'s| is| are)\s+(?:in|at)\s+{_PLACE}"),
    ("location", rf"(?:^|\b(?:her|his)\s|:\s|[\"“])(?:workshop|office|shop|yard|studio|clinic|base)\s+(?:in|at)\s+{_PLACE}"),
    ("employer", rf"\b(?:works?|working|employed)\s+(?:for|by)\s+{_PLACE}"),
    (
        "role",
        (
            rf"\b(?:has (?:her|him|them) as|listed as|lists (?:her|him|them) as|calls (?:her|him|them|herself|himself)|says (?:she|he)(?:'s"
            rf"| is) (?:a|an|the)|(?:job )?title(?: on [\w' -]{{2,18}})?|position|is down as|described as)\s*(?:is |as )?[:=]?\s*(?:a |an "
            rf"|the )?[\"“]?{_PLACE}"
        ),
    ),
    (
        "source_says",
        (
            rf"(?:^|[,;.]\s*)\W*(?:[\w'’]+ ){{0,2}}(?:linkedin|web ?site|site|home ?page|page|fb|facebook|e-?mail|sig(?:nature)?|article|ad"
            rf"|card)\s*[=:]\s*{_PLACE}"
        ),
    ),
    (
        "education",
        (
            rf"\b(?:degree|diploma|master'?s?|bachelor'?s?|phd|doctorate|certificate|qualification|b\.?a\.?|b\.?sc\.?|m\.?sc\.?|studied"
            rf"|trained|training|graduated|study|apprenticed|apprenticeship)\b[^.;|\n]{{0,30}}?\b(?:from|at|in|with)\s+{_PLACE}"
        ),
    ),
    (
        "credential",
        (
            r"\b(?P<value>has|have|holds?|with|no|never|hasn'?t|without|did not|didn'?t)\s+(?:\w+ ){0,2}?(?P<subject>degree|diploma"
            r"|licen[cs]e|certificate|masters?|doctorate|registration|training|qualifications?)\b"
        ),
    ),
)
_PLACES_OF = (
    r"(?P<subject>branch(?:es)?|depots?|clinics?|offices?|shops?|stores?|sites?|yards?|locations?|campus(?:es)?|schools?|farms?|hotels?"
    r"|restaurants?|labs?|studios?|stations?|workshops?|homes?|centres?|centers?|outlets?|rooms|beds|hives|vans|trucks|boats|ships|machines|stalls|kitchens)"
)
_PEOPLE_OF = r"(?:staff(?: members)?|employees|people|ppl|persons|workers|team members|of (?:them|us|em)|men|hands|kaimahi|strong|souls|folks?|fte|mitarbeiter)"
_ORG: tuple[tuple[str, str], ...] = (
    ("size", rf"(?P<value>{NUMBER})(?:\s?ish|-odd|\s?\+)?\s+(?:[\w'-]+\s){{0,1}}?{_PEOPLE_OF}\b(?!\s+(?:years|a day|per))"),
    (
        "size",
        (
            rf"\b(?:team|staff|crew|workforce|number of staff|headcount|employees|size(?=\s*(?:of|is|=|:|\|))|people|we are|we're|there are|there's|employs?"
            rf"|employing)\s*(?:of|is|=|:|\|)?\s*{_ABOUT}(?P<value>{NUMBER})(?!\d|\s*(?:years|yrs|%|km|\$|sites|branches|depots|shops|offices|clinics"
            rf"|apprentices|rooms|beds|am|pm|mins?)|[.:/,]\d)\b(?!\s*(?:-|–)\s*\d)"
        ),
    ),
    ("size", rf"(?P<value>{NUMBER})(?:\s?ish|-odd)?\s+(?:work|working|are employed|employed)\s+(?:there|here|at|in|for)\b"),
    ("sites", rf"(?P<value>{NUMBER})\s+(?!years?\b|hours?\b)(?:[a-z-]+\s)?{_PLACES_OF}\b"),
    (
        "founded",
        (
            rf"\b(?:found(?:ed|er)|establish(?:ed|ment)|est\.?|set up|formed|incorporated|exists?|going|in business|(?:company|firm|business"
            rf"|place|shop) (?:was )?(?:started|opened|began))(?!\w)\.?[^.;|\n]{{0,30}}?\b{_MONTH}(?P<value>{_YEAR})\b"
        ),
    ),
    ("founded", rf"\b(?:family (?:owned|[a-z]+)|(?:company|firm|business))[^.;|\n]{{0,20}}?since\s+{_MONTH}(?P<value>{_YEAR})\b"),
    ("since", rf"^\W*(?:[\w ]{{0,25}}[:|]\s*)?since\s+{_MONTH}(?P<value>{_YEAR})\W*$|\bat the gate: since (?P<value2>{_YEAR})"),
    (
        "owner",
        (
            r"\b(?:owned by|belongs to|part of|bought by|property of|subsidiary of|division of|run by|owners? ?(?:is|:|=)|in the hands of)\s+(?:the "
            r"|an? )?(?P<value>[^\W\d][\w'’&-]*(?:\s[\w'’&-]+){0,2})"
        ),
    ),
    (
        "owner",
        r"(?:^|[:;,.]\s|\b(?:but|and|says|that)\s)\s*(?P<value>(?:[^\W\d][\w'’&-]*\s){1,4}?)(?:now )?owns (?:it|the (?:firm|company|place|business|shop|lot|whole))\b",
    ),
    (
        "owner",
        (
            r"\b(?P<value>family[- ](?:owned|run|firm|business)|privately owned|independent(?:ly owned)?|employee[- ]owned|council[- ]owned"
            r"|state[- ]owned|(?:a )?co-?op(?:erative)?|(?:a )?charity)\b"
        ),
    ),
)
_JOB: tuple[tuple[str, str], ...] = (
    (
        "training",
        (
            rf"\b(?P<subject>apprenticeship|training|course|degree|certificate|cert|diploma|licen[cs]e|level \d|qualification|masters?"
            rf"|ausbildung|study)\b[^.;|\n\d]{{0,25}}?\b(?:takes?|is|of|lasts?|=|:|needs|about|around|requires|goes"
            rf"|\s)\s*{_ABOUT}(?P<value>{NUMBER})[ -]?(?P<unit>years?|yrs?|months?|mths?|weeks?|wks?|days?)"
        ),
    ),
    (
        "training",
        (
            rf"(?P<value>{NUMBER})[ -]?(?P<unit>years?|yrs?|months?|mths?|weeks?|wks?)[ -](?:of |long )?(?P<subject>apprenticeship|training"
            rf"|course|degree|certificate|cert|diploma|masters?|ausbildung)"
        ),
    ),
    ("pay", r"(?P<value>[$£€]\s?\d[\d,.]*k?\s?(?:-|–|to)\s?[$£€]?\s?\d[\d,.]*k?)"),
)
_BARE: tuple[tuple[str, str], ...] = (
    (
        "year_bare",
        (
            rf"(?:^|[,;:.(/–—-]\s*|\b(?:or|but|says?|said|stands?|has|shows?|told \w+|wrote|=)\s+)(?:it is |it was |it's )?(?:in |about |around "
            rf"|since )?(?P<value>{_YEAR})(?=\s*(?:$|[.,;:)(?/|!]|according|acc|per|says?|said|on\b|is\b|was\b|-\s|in (?:her|his|the)\b))(?!\s*[-–—]\s*(?:\d|present|now))"
        ),
    ),
    (
        "length_bare",
        (
            rf"\b(?:or|v|vs|versus|but|says?|said|it'?s|more like|only|stands?|:|no,?)\s+{_ABOUT}(?P<value>{NUMBER})[ -]?(?P<unit>years?"
            rf"|yrs?|months?|weeks?)?(?=\W|$)(?!\s*(?:[ap]m|staff|people|\$|%))"
        ),
    ),
    (
        "any_year",
        rf"\b(?:since|in|from|te tau|joined|started|established|est\.?|founded|began)\s+{_MONTH}(?P<value>{_YEAR})(?![\w-])",
    ),
    ("any_length", rf"(?P<value>{NUMBER})[ -]?(?P<unit>years?|yrs?|months?|mths?)\b(?! (?:old|ago|later|before|of age))"),
    ("any_money", r"(?P<value>[$£€]\s?\d[\d,.]*k?(?![\d,.]*k?\s?(?:-|–|to)\s?[$£€]?\d))"),
    (
        "count",
        (
            rf"(?<![\d.$£€:])(?P<value>{NUMBER})\s+(?:[a-z-]+\s)?(?P<subject>(?!(?:years?|yrs|months?|weeks?|days?|hours?|hrs|mins?|minutes|km|am"
            rf"|pm|times|percent|others?|things?|people|persons|ways)\b)[a-zāēīōū]{{3,}}s)\b"
        ),
    ),
)
_MEETING: tuple[tuple[str, str], ...] = (
    ("meeting_time", r"\b(?P<value>\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]\.?m\.?|o'?clock|uhr)|(?<![:\d\[])\d{1,2}[:h]\d\d(?!:\d|\d)|noon|midday)\b"),
    ("meeting_day", rf"\b(?P<value>\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH_NAME}|{_MONTH_NAME}\s+\d{{1,2}}(?:st|nd|rd|th)?)\b"),
    (
        "meeting_place",
        (
            r"\b(?:meet(?:ing)?(?: me| her| him| us)?(?: place)?|place|where|venue)\s*(?:is |:|=)?\s*(?:at |in "
            r"|outside )?(?P<value>(?:the |her |his |their |(?-i:(?=[A-ZĀĒĪŌŪ])))[^\W\d][\w'’-]*(?:\s[\w'’-]+){0,4})"
        ),
    ),
)
KEYS = {
    "start_label": "start_year",
    "start_role": "start_year",
    "start_bare": "start_year",
    "previous": "previous_employer",
    "training": "entry_route",
    "owner": "ownership",
    "pay": "pay",
    "sites": "size",
    "trained_since": "start_year",
    "count": "detail",
    "any_year": "detail",
    "any_length": "detail",
    "any_money": "detail",
    "age": "detail",
    "start_range": "start_year",
}
PATTERNS = tuple(
    (about, key, re.compile(pattern, re.IGNORECASE))
    for about, group in ((About.PERSON, (*_PERSON, *_BARE)), (About.ORGANISATION, _ORG), (About.OCCUPATION, _JOB), (About.PERSON, _MEETING))
    for key, pattern in group
)
EXPLANATIONS = {
    "start_year": "The notes give different years for when this began.",
    "trained_since": "The notes give different years for when the training began.",
    "any_year": "The notes give different years for what may be one thing.",
    "any_length": "The notes give different lengths of time for what may be one thing.",
    "any_money": "The notes name different sums for what may be one thing.",
    "age": "The notes give different ages.",
    "count": "The notes give different numbers.",
    "size": "The notes give different sizes.",
    "sites": "The notes give different numbers of places.",
    "founded": "The notes give different years for when this was founded.",
    "tenure": "The notes give different lengths of time.",
    "location": "The notes give different places of work.",
    "previous": "The notes tell differently what came before.",
    "employer": "The notes name different employers.",
    "role": "The notes give different roles.",
    "education": "The notes tell differently where this was learned.",
    "credential": "The notes tell both that there is such a qualification and that there is none.",
    "owner": "The notes tell differently who owns it.",
    "training": "The notes give different lengths of training.",
    "pay": "The notes give different pay.",
    "meeting_time": "The notes give different times for the meeting.",
    "meeting_day": "The notes give different days for the meeting.",
    "meeting_place": "The notes give different places for the meeting.",
}
"""What is said of two values of an attribute that cannot both be right."""
