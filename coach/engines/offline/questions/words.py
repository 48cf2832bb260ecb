"""Short lists of words by what they do in a sentence, and how learners shorten them. Everything is lower case.

Collected for this project from the way learners jot things down; no outside word list stands behind it.
"""

from __future__ import annotations

import re

from coach.engines.offline.questions.verbs import as_set

ACTIVITIES = as_set(
    """
    retail hospitality banking construction sales marketing finance insurance logistics farming forestry tourism policy research support service
    services radio television publishing nursing teaching care childcare admin administration mining fishing dairy recruitment property education
    security catering accounting advertising journalism engineering manufacturing transport horticulture viticulture warehousing telecoms software
    consulting law government shipping aviation events communications design music theatre film fashion freight hr it pr
    """
)
"""Fields that one works in, without an article."""

AGENTS = as_set(
    """
    nurse chef cook lead head analyst assistant apprentice clerk intern cadet coach judge mechanic sparky chippie pilot guard guide medic paramedic
    physio tech temp volunteer sysadmin admin nanny deckhand shepherd kaiako kaiāwhina gp vet deputy principal partner director musician photographer
    journalist scientist chemist pharmacist dentist artist florist therapist physiotherapist economist geologist ecologist agronomist hydrologist
    radiographer sonographer builder plumber carpenter joiner baker butcher driver labourer farmer grower teacher lecturer tutor trainer manager
    supervisor officer leader planner designer developer engineer programmer administrator receptionist secretary accountant bookkeeper auditor banker
    teller broker adviser advisor consultant lawyer solicitor paralegal technician electrician librarian technologist optician politician comedian
    contractor inspector surveyor architect draughtsperson editor writer author reporter producer actor dancer singer conductor tester fitter welder
    turner operator machinist packer picker sorter cleaner carer caregiver midwife counsellor social-worker worker ranger warden soldier sailor
    lieutenant sergeant captain constable detective firefighter lifeguard waiter waitress barista bartender host hostess buyer seller merchandiser
    retailer salesperson rep representative agent trader actuary statistician researcher fellow postdoc student trainee graduate coordinator
    co-ordinator organiser facilitator gardener groundsman groundskeeper landscaper arborist beekeeper fisher forester gauger miner driller rigger
    scaffolder roofer tiler plasterer painter decorator upholsterer tailor seamstress jeweller potter blacksmith farrier groom jockey shearer milker
    stockperson hand orderly porter phlebotomist caretaker janitor concierge courier dispatcher controller skipper mate purser steward stewardess
    signaller master sous-chef kitchenhand dishwasher checkout-operator cashier chairperson trustee founder co-founder owner-operator specialist expert
    freelancer bricklayer stonemason glazier
    """
)
"""Nouns for people at work; a phrase whose last word is one is a role and takes "a"."""

NOT_AGENTS = as_set(
    """
    water paper power summer winter river computer number order career border newsletter centre center customer weather member matter letter offer
    quarter corner counter theatre server layer software hardware support driver's paper-pusher tower harbour labour humour
    senior junior minor major interior exterior former anchor
    """
)
"""Words that look like nouns for people by their ending and are none."""

FIRST_WORDS_OUT = as_set(
    """
    it this that these those there they he she his her its their here also but and so or yet however then thus such both each some others another one
    two three most more many much few all none either neither nor because although though while when where if as for to by with from what which who how
    """
)
"""Words at the head of a sentence that lean on the sentence before; such a sentence is not quoted alone."""

DANGLING = as_set(
    """
    a an the of to in on at by for from with and or but if as than that which who whom whose when where while because so into onto about between through
    during after before over under her his their my your our its is are was were be been has have had will would can could should may might must not no
    per via plus very too rather quite such every each
    """
)
"""Words that a phrase cannot end in; a scrap that does was cut off."""

HEDGES = (
    "?",
    "not sure",
    "maybe",
    "perhaps",
    "i think",
    "idk",
    "dunno",
    "apparently",
    "supposedly",
    "allegedly",
    "check this",
    "to check",
    "rumour",
    "reckons",
    "might be",
)
"""Marks of a thing the learner is unsure of; it is not put to the host as a fact."""

_RELATIVES = (
    "kids?|child|children|bab(?:y|ies)|twins|sons?|daughters?|boys?|girls?|wife|husband|spouse|partner|boyfriend|girlfriend|fianc[eé]e?|family|mum|mom|mother|dad|father|parents?|"
    "sisters?|brothers?|grand\\w+|nana?|aunt\\w*|uncle|cousins?|nieces?|nephews?|tamariki|mokopuna|pēpi|marriage|divorce|ex"
)
PRIVATE_PATTERN = (
    rf"\b(?:his|her|their|my|our|your) (?:\w+ )?(?:{_RELATIVES})\b(?!(?:'s)? (?:\w+ )?(?:business|firm|farm|company|trust|run|owned|shop|workshop|boat|garage|bakery|orchard|vines|vineyard))|"
    rf"\b(?:has|have|had|got|with|raising|raised|mum of|dad of|mother of|father of) (?:a|one|two|three|four|five|\d) (?:\w+ )?(?:{_RELATIVES})\b|"
    r"\braising (?:\w+ )?(?:twins|kids|children|a family)\b|\b(?:mum|mom|mother|dad|father|parent) (?:of|to)\b|"
    r"\b(?:married|divorced|widow(?:ed|er)?|pregnan\w+|maternity|paternity|miscarriage|chemo\w*|burn(?:ed|t)? ?out|sick leave|rehab|"
    r"in recovery|sober|bankrupt\w*|arrested|convicted|lawsuit)\b|"
    r"\b(?:christian|muslim|hindu|jewish|catholic|buddhist|mormon|gay|lesbian|transgender|bisexual)\b|\b(?:goes to|attends|his|her|"
    r"their) (?:church|mosque|temple|synagogue|faith|politics)\b|"
    r"\b(?:his|her|their|my) (?:\w+ )?(?:salary|wages?|pay|income|mortgage|debts?|health|illness|diagnosis|surgery|operation|injury|"
    r"cancer|depression|anxiety|disability|bad \w+|sore \w+)\b|"
    r"\bearns?\b|\b(?:a|the) sore \w+|\b(?:has|had|got|having|beat|survived) (?:\w+ ){0,2}(?:cancer|depression|anxiety|adhd|autism|"
    r"diabetes|surgery|a stroke)\b|"
    r"\baged? \d|\bborn (?:in|on)\b|\bturn(?:ed|s|ing) [2-9]0\b|\b(?:got|was|were|been) (?:fired|sacked)\b|\bmade redundant\b|"
    r"\bvotes? (?:for|labour|national|green)\b"
)
"""What makes a scrap about a person private: family, health, faith, money, age, misfortune. Work with children or patients is not private."""

WORKPLACE_NOUNS = as_set(
    """
    clinic firm company business school hospital shop store team board council office studio lab laboratory workshop practice agency department ward
    unit plant mill mine farm station centre college university kindergarten nursery kitchen restaurant hotel museum library charity trust club site
    factory yard depot crew group organisation authority service surgery pharmacy garage brewery winery dairy bakery newsroom theatre gallery archive
    port airport observatory zoo sanctuary institute ministry bank branch startup start-up employer staff
    """
)
"""Bare nouns for the place of work, which become "your clinic", "your team"."""

_WRITTEN_OTHERWISE = {"evs": "EVs", "ngos": "NGOs", "phd": "PhD", "btec": "BTEC"}
_ACRONYMS = as_set(
    """
    ev evs nz uk usa ai hr gp nhs cad gis phd mba tv crm sql seo api gps hnd ond nvq btec nzqa acc nasa nato ngo ngos sre ux ui qa icu mri ct ceo cto
    cfo cdl hgv svq nvq
    """
)

ACRONYMS = {word: word.upper() for word in sorted(_ACRONYMS)} | _WRITTEN_OTHERWISE
"""Acronyms that learners type in lower case, and how they are written."""

_EXPANSIONS = """
yrs = years | yr = year | mths = months | mnths = months | wks = weeks | wk = week | hrs = hours | mins = minutes | min = minutes | w = with
w/ = with | w/o = without | b4 = before | bc = because | coz = because | cos = because | cuz = because | thru = through | ppl = people | mgr = manager
mgmt = management | asst = assistant | govt = government | dept = department | esp = especially | incl = including | approx = about | wanna = want to
gonna = going to | gotta = have to | im = I am | ive = I have | hes = he's | shes = she's | theyre = they are | theyve = they have | youre = you are
weve = we have | thats = that is | whats = what is | dont = do not | doesnt = does not | didnt = did not | cant = cannot | wont = will not
isnt = is not | wasnt = was not | arent = are not | u = you | ur = your | bday = birthday | atm = at the moment | & = and | + = and | thx = thanks
avg = average | tho = though | til = until | r = are | n = and | wi = with | em = them | theres = there is | cert = certificate | rn = right now
abt = about | btwn = between | w/e = weekend | hv = have | bcs = because
elec = electrical | frm = from | lvl = level | nr = near | feb = February | sept = September | oct = October | nov = November | dec = December | jan = January | aug = August
hosp = hospital | bros = brothers | mntns = mountains | sth = something
"""

EXPANSIONS = dict(item.strip().split(" = ") for line in _EXPANSIONS.strip().splitlines() for item in line.split(" | "))
"""Short forms of notes and what is said aloud."""

FILLERS = as_set("lol haha hehe tbh imo btw omg etc actually basically literally rly kinda obvs obviously eh anyway")
"""Words that notes hold and a question does without."""

ADVERBS = as_set(
    """
    also now currently still mostly mainly usually often always sometimes never only just recently lately then later first originally previously
    formerly once already both all even regularly quietly really personally today eventually briefly partly
    """
)
"""Small words that may stand between a subject and its verb."""

SUBORDINATORS = as_set(
    """
    because when if that which who whom whose before after while until as than where what how why whether since although though for of to with like
    unless
    """
)
"""Words after which a subject opens a clause that cannot stand alone."""

DETERMINERS = as_set(
    """
    a an the his her their my our your its this that these those all both each every some any many several most more
    """
)
"""Words that open a noun phrase."""

PARTICLES = as_set(
    """
    after at in on for with into onto over up out off down across around about through from to between under as by along together
    """
)
"""Prepositions and the small words that go with verbs."""

MODALS = as_set("can could will would must should may might cannot")
"""Verbs that stand before a bare verb."""

AUXILIARIES = as_set("is are am was were has have had do does did been be")
"""Forms of be, have and do."""


def article(phrase: str) -> str:
    """The phrase with "a" or "an" before it, by sound."""
    first = phrase.split(maxsplit=1)[0] if phrase.split() else phrase
    if first.isupper() and len(first) > 1:
        return f"{'an' if first[0] in 'AEFHILMNORSX' else 'a'} {phrase}"
    lower = first.lower()
    if re.match(r"(?:8|11|18)(?:\D|$)", first):
        return f"an {phrase}"
    sounds_open = lower[:1] in "aeiou" and not lower.startswith(("uni", "use", "eu", "one", "uk", "ute"))
    return f"{'an' if sounds_open or lower.startswith(('hour', 'honour', 'honest', 'heir')) else 'a'} {phrase}"
