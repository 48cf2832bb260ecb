"""What a clause of the notes is about: keys of facts, each with the wordings that show it.

In the tables a line reads `key = pattern`; a line that begins with three dots goes on with the one before; the first key that fits wins. (?-i:...) keeps capitals apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

from coach.records import About

_YEAR = r"(?:19|20)\d\d"
_COUNT = (
    r"(?:\d[\d,.]*|one(?! of)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
    r"|a hundred|hundreds of|a dozen|dozens of|a couple of|a few|several|lots of|heaps of)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"

_PERSON = r"""
previous_role = \b(?:before (?:that|this|then|joining|becoming|coming|starting|moving|training|tech|her|his|their|it\b|(?:she|he|they|ia) (?:was|were
... |became|joined|came|started|got|trained|went|moved|is|had a|worked|had)\b|[a-z]{4,}ing\b)|previously|formerly|(?<!get )(?<!got )used to (?!it\b|the\b|that\b|this\b|being\b|having\b)[a-z]+
... |in a (?:past|former) life)
previous_role = \b(?:(?:i |she |he |they )?(?:was|were) (?:first |before |once |originally |earlier )?(?:an? |the )?(?!(?:born|raised|promoted|made|part|on
... |at|in|with|very|so|not|really|nearly|keen|happy|called|given|awarded|named)\b)[\w' -]{3,40}?)
... (?:(?:for|during|until|then|first|before|after|in (?-i:[A-Z])|at (?:an?|the)|until)\b|\d)
previous_role = \b(?:begins?|began|starts?|started|begun) .{0,25}(?:like|as) (?:an? )?\w+\b|\bfirst (?:she|he|i) (?:is|was|work\w*)\b|\b(?:is|was) working (?:at|in|as|for) .{3,40} <COUNT> (?:years?|yrs)\b
previous_role = \b(?:started (?:out|off|life|there|here|working)?\s?as|first job|worked (?:as|at|for|in|on|\d|a few|several|two|three|four|five|six|years)
... |has worked|had worked|did \w+ years (?:as|in|at|of)|spent (?!most|her days|his days|[\d,]+ hours)[\w -]{1,20}(?:years?|yrs?|seasons?|winters?|summers?
... |decade)|(?:after|following) (?:a career|years|\w+ years|a stint|time)|came (?:from|over from|across from) (?!home)|career as|prior to|at one time
... |came to us as|came up from|joined .{2,40} as an? |ex-\w+|left .{2,30} (?:to|for)|drove|nursed|waitressed|managed an? .{2,30} for)
previous_role = (?:^|[,;:(]\s*)(?:before|earlier|previous(?: job| role)?|then|once)\s*:|\b(?:years?|yrs?|seasons|winters|summers) (?:as|in|with|at|on
... |being)\b(?! (?:the job|this job|charge)\b)|\bfor (?:like )?\w+ (?:years|yrs|seasons)\b(?! (?:now|already))
previous_role = ^\W*<YEAR>\s*(?:-|–|to|until)\s*(?:<YEAR>|\d\d)\b|\b<YEAR>\s*(?:-|–|to|until)\s*<YEAR>\W*$|^\W*(?!(?:she|he|they|i|it|has|with|been|there
... |qualified|over|about|already|now)\b)(?:an? )?[\w' -]{3,40} (?:for \w+ (?:years|yrs|seasons)|\d+ (?:yrs|years))\b(?! (?:now|already|there|here))
previous_role = \b(?:was|were) (?:on|in|at|with) (?:the )?[\w' ]{3,30}? (?:for )?(?:like )?<COUNT> ?(?:yrs|years|seasons)\b
previous_role = \b(?:was|were) (?:[a-z-]+ ){0,2}[a-z]{3,}(?:er|or|ist|ian|ant)\b(?! (?:of|to|than)\b)
previous_role = \b(?:was|were) (?:an? |the )[\w' -]{3,40}
origin = \b(?:grew up|born (?:and|in|to)|raised (?:in|on|by)|originally from|hails from|comes from|is from|whakapapa|iwi|hapū|emigrated|immigrated|i tipu
... |i whānau|i pakeke|i tupu|moved (?:here|to .{2,20}) from|native of)\b|^\W*(?:nō|no) (?-i:[A-ZĀĒĪŌŪ])|^\W*from (?-i:[A-Z])\w+\W*$|^\W*(?:ngāti|ngāi
... |ngā ?puhi|te arawa|tainui|tūhoe|waikato|whakatōhea|te whānau)\b
award = \b(?:won(?!['’])|awarded|award|prize|medal|finalist|shortlisted|winner|scholarship|named (?:young|nz|new zealand|employee|one of)|honou?red)\b
publication = \b(?:article|essay|paper|column|book|thesis|blog post|chapter|wrote an? (?:thing|piece|book|paper|article|essay|post|report)|co-?author\w*
... |published)\b
talk = \b(?:talk|lecture|keynote|webinar|podcast|panel|tedx?|conference|presentation|presented|gave a|spoke (?:at|to|about)|speaks at|title was|was called)\b
education = (?-i:\b(?:B(?:Sc|A|Com|Eng|E|N|Ed|Mus|Des|Arch|AgrSci|Tech|Bus|BA|VSc|VMS|HSc|SW|FA)|LLB|MSc|MA|MBA|MEng|MSci|MPhil|MEd|MCom|MRes|PhD|DPhil|HND
... |HNC|OND|NVQ|BTEC|BBA|GradDip|PGDip|PGCE|NCEA|BE|BSN|RN)\b|\b[ABM]\.(?:A|S|B|E|Sc|Ed|Com|Tech)\b)
education = \b(?:degree|diploma|dip|bachelors?(?:'s)?|master'?s|masters|doctorate|honours|postgrad\w*|undergrad\w*|graduat(?:e|ed|ing) (?:from|in|of
... |<YEAR>)|graduated|stud(?:ied|ies|y|ying)|majored|minored|apprentice(?:ship|d)?|trained (?:as|at|in|with|under)|did (?:her|his|their|my) training
... |retrained|night school|(?:nz |national )?cert(?:ificate)?\.? (?:in|iv|iii|ii|level|[1-7])|university|universität|polytech\w*|institute of technology
... |technical college|community college|wānanga|tohu|tafe|(?:went |back |going )+to (?:uni|university|college|tech|school)
... |at (?:uni|university|college|tech|rmit|unsw|mit|aut|tafe|camberwell)|alma mater|class of|school certificate|training college|dropped out|(?:evening
... |night) class(?:es)?|did (?:an?|the) (?:[\w-]+ )?(?:course|class|papers?)|part[- ]time study|did (?:an? |the )?(?:course|papers?)|course in
... |\w+ high school|kura|whare wānanga)\b
qualification = \b(?:qualified|registered|registration|licen[cs]ed?|certified|certification|certificate|chartered|accredit\w+|passed|exams?|tickets?
... |credential|endorsed|admitted to|called to the bar|class [ivx\d]+|cdl|issued <YEAR>|fellow of|member of the (?:institute|institution|college|society))\b
start_year = \b(?:(?:moved|switched|went|came over) to .{2,30} in <YEAR>|joined|since (?:about |around |early |late |mid[- ])?(?:<MONTH> )?<YEAR>
... |(?:started|starting|began|begun|came|arrived|hired|appointed|employed|took (?:over|up)) .{0,40}\b<YEAR>|from <YEAR>|i te tau <YEAR>|<YEAR>\s*(?:-|–|to
... |until)\s*(?:present|now|today|current|date)
... |(?:<MONTH> )?<YEAR> (?:-|–|to) (?:present|now|today)|has been (?:part of|with)|been (?:here|there|with|at) .{0,25}since|(?:began|started) (?:training
... |at|with|there|here|in|as)|came to (?:us|the)|she came on board)\b
tenure = \b<COUNT>\s*\+?\s*(?:ish )?(?:years?|yrs?|months|seasons|decades)\b.{0,24}\b(?:there|here|now|at|in the (?:job|role|trade|business|game)
... |with (?:them|the|us)|qualified|under (?:her|his)|experience|on the job|already|in (?:total|this))\b
tenure = \b(?:since|for) (?:over |about |around )?<COUNT> (?:odd |long )?(?:years|yrs)\b|\b<COUNT> odd (?:years|yrs)\b|\b<COUNT> (?:years|yrs) ago\b
... |\b<COUNT> (?:years?|yrs?|winters|seasons) (?:in the|of experience|doing|down there|\w+ing)\b
tenure = \b(?:been|is|has|already work|works?|climbs|working|qualified|doing (?:it|this)|for)\b.{0,25}\b<COUNT>\s*\+?\s*(?:ish )?(?:years?|yrs?|winters
... |seasons)\b|\bmore than <COUNT> (?:years|yrs)\b
project = \b(?:rebuilt|built|redesigned|designed|created|set up|launched|shipped|carved|redrew|redrawing|re-?drew|restored|invented|developed|delivered
... |installed|discovered|saved|cut the|reduced|took apart|led the|headed the|ran (?:our|the|a)|worked on|helped (?:to )?\w+|wrote|composed|made|introduced
... |pioneered
... |started (?:a|the|an|up)|organi[sz]ed|spent [\d,]+ hours|got .{2,40} going|handled|did the|drew|converted|translated|rewrote|filmed|directed|produced
... |planned the|was in charge of the|project|nominated|raised|rescued|moved the|merge of|won the contract|writes (?:waiata|songs|books|poems))\b
workload = \b(?:on[- ]call|shifts?|roster(?:ed)?|nights?|in a busy|caseload|per (?:week|month|day|shift)|a (?:week|month|day|year)\b|hours a|overtime
... |days (?:on|off|then)|weekends)\b
arrangement = \b(?:remote(?:ly)?|hybrid|from home|days (?:in|home|at)|part[- ]time|freelance|self-employed|four[- ]day)\b
interest = \b(?:outside (?:of )?(?:work|the office|hours)|spare time|free time|hobb(?:y|ies)|plays? (?!a role|a part|an important)|sings?|choir|band\b
... |at home (?:she|he|they)|(?:at|on) weekends? (?:she|he|they)|umpire|bell ringer|keen (?:on|\w+er)|mad (?:on|about)|kapa haka|waka ama)\b
work_focus = \b(?:currently|at the moment|right now|these days|nowadays|presently|at present|mostly|mainly|primarily|chiefly|speciali[sz]\w*|specialist
... |focus\w*|looks? after|responsible for|in charge of|deals? with|works? (?:on|with|across|in)|working on|moved onto|ināianei|obsessed|halfway
... |in the middle of|spends?|day[- ]to[- ]day
... |(?:her|his|their|my) (?:patch|beat|area|caseload|main|days|job is|work is)|covers?|oversees?|handles?|manages?|leads?|lead the|i lead|runs?|heads?
... |supervises?|own(?:s)?|trains?|teaches|builds?|designs?|draws?|does|makes?|fixes|repairs?|writes|takes?|counts?|cleans|drills?|scrub|lately|now (?:she
... |he|they|does|works|doing)|on a box of|busy with|mahi ia)\b
work_focus = ^\W*(?:now|present|current(?:ly)?|focus|work)\s*:
value = \b(?:believes?|passionate|cares? about|motto|philosophy|whakataukī|would rather|proud|thinks?|wants|likes|loves|hates|(?:i|they) (?:like|love|hate)
... |i make the|taught me|says? (?:that |there|which|the|it)|convinced|her view|his view|favourite|calls it)\b
interest = \b(?:outside (?:of )?(?:work|the office|hours)|spare time|free time|hobb(?:y|ies)|plays (?!a role|a part)|coach(?:es|ing) (?!staff)|sings?|choir
... |band\b|fish(?:es|ing)|cycl(?:es|ing)|marathons?|bees|gardens?|gardening|surf\w*|tramp\w*|hik(?:es|ing)|knits?|sews?|paints?|volunteers?|greyhounds?
... |dogs?|cats?|horses? at home
... |collects?|keen (?:on|\w+er)|mad (?:on|about)|fan of|supporter|activities:|at home (?:she|he|they)|weekends? (?:she|he|they)|bell ringer|ensemble
... |kapa haka|waka ama|league|netball|rugby|football|cricket|yoga|sails?|ride[sr]?)\b
team = \b(?:team of|my team|our team|her team|his team|reports? to|there are \w+ of us|works with \w+ other|supervises \d|manages \d)\b
skill = \b(?:speaks?|fluent|skills?|endorsements?|languages?|bilingual|knows how)\b|·\s*\d+\s*$
path = \b(?:got into|fell into|moved into|moved over|(?:moved|went|came) (?:over|across) to|change[d]? (?:of )?careers?|career change|switched
... |left (?:school|\w+ (?:high|college))|came (?:into|to) (?:it|this|the trade|the job)|by accident|inspired|decided to|talked (?:her|him|them|me) into
... |trained as|how (?:she|he|they) got|went (?:back|from)|came from|volunteer(?:ed)?|after the|always wanted)\b
start_year = \b(?:there|here|in the job|with the \w+|in charge|senior|at \w+|fully fledged|promoted)\b.{0,15}\b<YEAR>\b
location = \b(?:based (?:in|at|out of)|lives? in|located|office in)\b
"""

_OCCUPATION = r"""
entry_route = \b(?:you (?:can )?learn|need(?:s|ed)?|requires?|required|requirements?|must (?:have|be)|have to (?:have|be|do|pass)|necessary|qualifications?
... |entry|how to (?:get in|become)|get(?:ting)? in(?:to)?\b|to become|pathways?|routes? in|apprenticeship|ausbildung|degree|diploma|certificate
... |certification|licen[cs]e|licensing|registration
... |register(?:ed)? with|training|trained|(?:has|have) to (?:take|pass|do|hold|get)|pass the|courses?|no (?:degree|tohu|experience|qualifications?|formal)
... |ged|ncea|nat 5s?|a-?levels?|gcses?|gpa|prerequisites?|accreditation|accredited|on the job|(?:they|we|who) train you|years of (?:study|experience)
... |leaving cert|aptitude|level [2-7]|bachelor\w*|master'?s|minimum|pre-?entry|hired without|school leavers?|tickets?|(?:in the|a|mechanical
... |electrical) trade)\b
outlook = \b(?:demand|shortages?|short of|shrinking|growing|growth|grow|outlook|job (?:prospects|openings|market)|jobs? (?:are|will|market)|missing many
... |ageing|aging|retir(?:e|ing|ements?)|automat\w+|ai\b|robots?|machine learning|the future|in (?:five|ten|twenty|\d+) years|projected|projections?
... |declin\w+|hard to (?:find|recruit|fill)
... |crying out|vacanc\w+|not enough|skills list|green list|going to (?:keep|be|grow)|expected to|fewer|increasing\w*|disappear\w*|replac(?:e|ed|ing) by
... |openings|not many jobs|few(?:er)? jobs|jobs are|sold off)\b
pay = (?:[$£€₹]\s?\d|\b\d+\s?k\b|\b(?:salary|salaries|pay|paid|wages?|earns?|median|per hour|an hour)\b)
hours = \b(?:shifts?|weekends?|on[- ]call|hours (?:a|per|are)|night work|roster)\b
hard = \b(?:hard(?:est)?|stress\w*|tough|worst|downsides?|physical|burn-?out|risk|dangerous|heavy)\b
skill = \b(?:skills?|good (?:with|at)|patien(?:t|ce)|fit(?:ness)?|steady hands|must like|personality|strengths?)\b
tasks = \b(?:tasks?|duties|responsibilit\w+|day[- ]to[- ]day|typical|involves?|a day|what (?:they|you|an?|we) do|the job is|the work is|its (?:all|mostly
... |like)|it's (?:all|mostly)|one \w+s)\b
"""

_ORGANISATION = r"""
size = \b(?:(?:around|about|approx\w*|roughly|over|nearly|under|only)\s+)?<COUNT>\s?(?:ish)?\+?\s(?!percent)(?:[\w'-]+\s){0,3}?(?:staff|employees|people
... |persons?|workers|members|nurses|vets|teachers|engineers|doctors|scientists|agronomists|pilots|apprentices|volunteers|controllers|technicians|lawyers
... |sites?|branches
... |offices?|plants?|beds|stores|shops|clinics|schools|trucks|vehicles|locations|campuses|kaimahi|kaiako|tamariki|ākonga|students|pupils|partners|guides
... |drivers|rangers|crew|ppl|staffs|strong|of (?:them|us|em)|on the (?:team|payroll|books)|vans|buses|boats|ferries|tankers?|lorr(?:y|ies)|towers|wards
... |hectares|ha\b|acres|cows|centres|centers|rooms|warehouses|depots|kaiwhak\w+)\b
size = ^(?:and |it |they |we )?(?:theres|there's|there are|has|have|having|is having) (?:about |around |like )?<COUNT>\s\w+
size = \b(?:team of|staff of|employs?|headcount|there (?:are|is) (?:\w+ )?<COUNT> \w+|<COUNT> (?:full|part)[- ]time|(?:one of )?(?:the )?(?:largest|biggest|smallest) |small (?:team|firm|company
... |business|crew|outfit)|size\s*:|staff\s*:|offices in (?:\d|two|three|four|five|six)|<COUNT> (?:[\w'-]+ )?(?:of them|of us|of em))\b
founded = \b(?:founded|established|est\.?|since (?:the )?(?:1[89]\d\d|20[01]\d)|(?:started|set up|began|opened|formed|opened the first) (?:up )?(?:in
... |by) (?:1[89]\d\d|20[01]\d)|(?:has done so|going|running|operating|trading|here|open|in business|around) since|years old|been (?:going|around
... |running) (?:for|since))\b
news = \b(?:opened|opens|opening|launch\w*|mov(?:ed|es|ing|e) (?:in)?to|moving|merg\w+|bought|acquired|acquisition|takeover|announced|signed
... |contract (?:signed|won)|expand\w*|expansion|recently|just (?:got|opened|moved|started|won|bought|launched|finished)|(?:last|since last) (?:year|month
... |week|winter|summer|spring|autumn)
... |this (?:year|winter|summer|spring|autumn|month|week)|next (?:year|month|spring|summer|autumn|winter)|got an? .{0,30}(?:loan|grant|contract|award)
... |funding|grant|restructur\w+|closing|closed|started (?:with|using)|put in|won (?:an?|the|two|three|\d)|plans? to|planning to|upgrad\w+|building an?|is building
... |under construction|fundraising|new (?=\w))\b
news = \b(?:in|from|by|since|,|\() ?(?:early |late |mid[- ])?<MONTH>(?: 20[23]\d)?\b|\b(?:in|during|for) 202\d\b|\b202\d\b.{0,30}$
history = \b(?:family[- ](?:owned|run|firm|business|company)|generation|co-?operative owned|owned by|part of the|subsidiary|history)\b
value = \b(?:anake|motto|values|policy|believes?|famous for|known for|culture)\b
purpose = ^(?:the|an?) [\w' -]{3,60}(?:company|firm|charity|agency|maker|provider|manufacturer|retailer|start-?up|studio|collective|co-op|consultancy|brand
... |platform)\b
purpose = \b(?:kaupapa|purpose|mission|charity|company that|firm that|makes?|making|provides?|sells?|builds?|suppl(?:y|ies)|looks? after|runs?|offers?
... |helps?|cares?|cleans?|installs?|repairs?|produces?|designs?|develops?|publish\w*|acts? for|acted for|keeps?|sends?|measures?|guides?|serves?|operates?
... |manages?|moves?|handles?|process\w*
... |treats?|trains?|teaches|advis\w+|monitors?|research\w*|grows?|exports?|imports?|manufactur\w+|does|do|tells?|brings?|speciali[sz]\w*|software
... |collects?|protects?|restores?|stores?|delivers?|insures?|lends?|rents?|recycles?|tests?|breeds?|catch\w*|cooks?|brews?|fix(?:es|ing)?|fly|flies|plans?
... |works (?:on|with)|supports?
... |buys?|transports?|prints?|records?|investigates?|is an? |are an? )\b
volume = \b(?:million|billion|thousand|per (?:day|year|week)|a (?:day|year|week)|each (?:day|year|week)|transactions|tonnes|flights|visitors)\b
location = \b(?:based|located|office|headquarters|hq|tari|branch) (?:in|at|on|i|kei)\b|\bin the heart of\b
"""


def _compile(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    filled = table.replace("\n... ", "").replace("<YEAR>", _YEAR).replace("<COUNT>", _COUNT).replace("<MONTH>", _MONTH)
    rows = (line.split(" = ", 1) for line in filled.strip().splitlines())
    return tuple((key, re.compile(pattern, re.IGNORECASE)) for key, pattern in rows)


_TABLES = {About.PERSON: _compile(_PERSON), About.OCCUPATION: _compile(_OCCUPATION), About.ORGANISATION: _compile(_ORGANISATION)}


@lru_cache(maxsize=8192)
def find_key(text: str, about: About) -> str:
    """The key of a clause about the person, the occupation or the organisation; empty where no wording shows one."""
    for key, pattern in _TABLES[about]:
        if pattern.search(text):
            return key
    return ""


_DOES = re.compile(
    r"^(?:(?:she|he|they|it|who|also|mostly|usually|now|and|the \w+|orgname)\s+)*(?!(?:is|was|has|its|this|his|as|yes|us|always|sometimes|besides|perhaps"
    r"|plus|shes|hes|theres|thats|whats|lets|says|reckons|years|yrs)\b)"
    r"[a-zāēīōū]+(?:[^su]s|us?es|sses)\s+\w|^(?:they|we) (?!are|were|have|had|will|would|can|said|say|got|put|only|just|don'?t|do not|don|want|know"
    r"|think)[a-z]+ \w",
    re.IGNORECASE,
)
_DID = re.compile(
    r"^(?:(?:she|he|they|i|also|and|then|once|last \w+|this \w+|in \d{4},?|on \w+)\s+)*(?!(?:need|want|ask|talk|ring|call|end|nam|retir|marri|liv"
    r"|work)ed\b)[a-z]{3,}ed"
    r" (?:the|an?|our|its|their|up|over|about|out|back|\d[\d,]*|all|every|two|three|four|five|six)\b",
    re.IGNORECASE,
)
_DEFAULTS = {About.PERSON: "work_focus", About.OCCUPATION: "tasks", About.ORGANISATION: "purpose"}


@lru_cache(maxsize=8192)
def find_default_key(text: str, about: About) -> str:
    """The key of a clause that only says what somebody does or did, in whatever words; empty for any other.

    "Goes round 14 lights" and "casts bells" are present work, tasks or purpose; "rewired the hall" is a project of the person.
    """
    if about is About.PERSON and _DID.match(text.strip()):
        return "project"
    return _DEFAULTS[about] if _DOES.match(text.strip()) else ""
