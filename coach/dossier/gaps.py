"""What the notes leave open: a closed list, each id told by rule from the facts, with why it matters and where to look."""

from __future__ import annotations

import re

from coach.records import About, Fact, Gap, Organisation, Person, Record


class GapRule(Record):
    """When an item counts as known: a fact about `about` with one of `keys`, or one whose words fit `wording`; or a fact about anybody whose words fit `anywhere`, which can mean nothing else."""

    id: str
    about: About | None = None
    keys: tuple[str, ...] = ()
    wording: str = ""
    anywhere: str = ""
    why: str
    where: str


RULES = (
    GapRule(
        id="person_role",
        why="You can only ask about the work once you know what the work is.",
        where="The staff page of the organisation, or the person who put you in touch.",
    ),
    GapRule(
        id="person_path",
        about=About.PERSON,
        keys=("previous_role", "previous_employer", "path"),
        wording=(
            r"\b(?:joined .{0,60} as an? |start(?:ed|ing) (?:out |life |there |here )?(?:as|in|on|off|with) |as an? (?:apprentice|receptionist|trainee|volunteer|cadet"
            r"|junior|intern|kaiāwhina|graduate|assistant)|(?<!get )(?<!got )used? to (?!it\b|the\b|that\b|this\b)|left (?:school|home|\w+ high)|before\b|prior to|previous\w*"
            r"|former(?:ly)?|once an?\b|originally|i mua|i mahi ia|came (?:from|off|over|across|up|in|into|to|directly)|fell into|got into|retrained|switched|career change"
            r"|first job|worked (?:as|at|for|in|on)|years (?:as|in|at|with|on) |(?:was|were) (?:an?|w/|with|in the|on the|at) .{0,60}(?:years?|yrs?|seasons|until|then))"
            r"|\bex[ -]\w"
        ),
        anywhere=r"^(?:she|he|they)? ?(?:was|were|had been|used to be|wz|woz) (?:an?|the|in|at|with|w) \w+",
        why="How somebody came to the work is the easiest story to begin with, and it shows you a way in.",
        where="Their profile on a professional network, or a staff page with a short biography.",
    ),
    GapRule(
        id="person_education",
        about=About.PERSON,
        keys=("education", "qualification"),
        wording=(
            r"\b(?:degrees?|diploma|bachelor\w*|masters?|doctorate|apprentice\w*|certificates?|cert\b|stud(?:ied|ies|ying)|graduat\w+|qualif\w+|registered|licen[cs]ed?"
            r"|train(?:ed|ing) (?:as|at|in|with|under|for)|by training|school (?:in|at|of)|retrained|university|uni\b|college|polytech\w*|wānanga|tohu|course|classroom|exams?|night school|tickets?)"
            r"|(?-i:\b(?:BSc|BA|BE|BEng|BN|MA|MSc|MBA|PhD|SVQ|NVQ|HNC|HND|A\.A\.S)\b)"
        ),
        why="Knowing what they studied lets you ask how much of it they use, instead of asking what it was.",
        where="The education part of their profile, or the register of their profession.",
    ),
    GapRule(
        id="person_work_focus",
        about=About.PERSON,
        keys=("work_focus", "project", "workload", "talk", "publication", "team"),
        wording=(
            r"\b(?:now|currently|at the moment|right now|these days|this (?:week|month|year|season|term|quarter|winter|summer|spring|autumn)|working on|in the middle of"
            r"|busy with|in charge of|looks? after|responsible for|on the go|kei te)\b"
        ),
        why="A question about something they are working on now gets a better answer than one about the job in general.",
        where="Recent posts, talks or news with their name in them.",
    ),
    GapRule(
        id="org_name",
        why="The same job is different from one employer to the next.",
        where="Ask the person who put you in touch, or look at the signature of their e-mail.",
    ),
    GapRule(
        id="org_purpose",
        about=About.ORGANISATION,
        keys=("purpose", "volume"),
        wording=(
            r"\b(?:act(?:s|ed) for|provid(?:es|ing)|mak(?:es|ing)|sell(?:s|ing)|build(?:s|ing)|suppl(?:ies|ying)|look(?:s|ed|ing) after|car(?:es|ed|ing) for"
            r"|tell(?:s|ing)|serv(?:es|ed|ing)|help(?:s|ing)|treat(?:s|ing)|teach(?:es|ing)|run(?:s|ning) )"
        ),
        why="You would not want to spend their minutes on what the organisation says about itself.",
        where="The About page of the organisation's website.",
    ),
    GapRule(
        id="org_recent_news",
        about=About.ORGANISATION,
        keys=("news",),
        wording=(
            r"\b(?:20(?:2[5-9]|[3-9]\d)|new(?!s)|(?:is|now|are) open\b|opens|opening|newly|just (?:\w+ed|got|won|bought)|recently|lately|last (?:month|week|year|spring|summer|autumn|winter)"
            r"|this (?:month|week|year|spring|summer|autumn|winter)|next (?:month|year|spring|summer|autumn|winter)|(?:since|as of|from|in) (?:early |late |mid-?)?"
            r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?! (?:19|20[01]|202[0-4]))\b)"
        ),
        anywhere=(
            r"\b(?:just|recently|newly) (?:got|won|bought|opened|moved|started|took|taken|finished|launched|built|hired|lost|signed|merged|\w+ed) .*(?!\bi\b)"
            r"|\b(?:is|are|now) open\b|\b(?:opens|opening|moving|launching) (?:on|in|to|next|this|at)\b|^new\s*[:=|–-]"
        ),
        why="Something new at their workplace is a natural thing to ask about, and it shows that you looked.",
        where="The news page of the organisation, or a search for its name with this year.",
    ),
    GapRule(
        id="org_size",
        about=About.ORGANISATION,
        keys=("size",),
        wording=(
            r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty)"
            r"(?:[- ](?:odd|ish|something))?\+? (?:[\w-]+ ){0,2}?(?:of (?:us|them|em)|people|ppl|staff|employees|workers|members|partners|sites|branches|shops|clinics|offices|depots"
            r"|vans|trucks|boats|planes|beds|rooms|cows|hectares|ha|acres|kaimahi)\b"
        ),
        anywhere=r"\b\d[\d,.]*\+?(?:ish)? (?:[\w-]+ )?(?:staff|employees|sites|branches|offices|depots|kaimahi)\b|\b(?:staff|headcount|employees)\W{1,4}\d",
        why="Whether it is five people or five hundred changes what a day there is like.",
        where="The About or People page, or the latest annual report.",
    ),
    GapRule(
        id="occ_tasks",
        about=About.OCCUPATION,
        keys=("tasks",),
        anywhere=(
            r"^(?:(?:\w+ ){0,2}\w+ing\b[^,;+/]{0,30}(?:, ?and |[,;+/&]| and ) ?){2,}(?:and |then )?(?:\w+ ){0,2}\w+ing\b"
            r"|\b(?:day|week|shift|year|job|work|mahi|trade)(?:'s| is| means|\W{1,3}(?:=|:)) ?.*[,+&].*[,+&]|\b(?:you|u|ya) (?!need|must|should)\w+ .{2,40}[,+&] ?(?:and |then )?(?:you |u )?\w+ .{2,40}[,+&]"
        ),
        why="If you know the usual tasks, you can ask which of them fill the week and which are only on paper.",
        where="The occupation page of a public careers site, for example careers.govt.nz.",
    ),
    GapRule(
        id="occ_entry_route",
        about=About.OCCUPATION,
        keys=("entry_route",),
        wording=r"\b(?:need(?:s|ed)?|requires?d?|must|degree|diploma|certificate|licen[cs]e|qualifications?|apprenticeship|training|course|registered|register|ticket|exams?|me whai)\b",
        anywhere=(
            r"\b(?:you|u|ya|one|they|people|applicants)(?:'d|'ll| do| will| would| usually| normally| basically| really)* (?:need|must|have to|has to|want an?|require)\b"
            r"|^(?:u |you )?(?:need(?:s|ed)?|requires?d?|must have|to get in|get(?:ting)? in|get in by|way in|ways in|to become|me whai)\b|\b(?:no|without an?) (?:degree|qualifications?|tohu|papers|experience) (?:needed|required|necessary)\b"
            r"|\b(?:degree|diploma|certificate|licen[cs]e|ticket|training|registration|exam|apprenticeship)s? (?:is|are|needed|required|necessary|obligatory)\b.{0,20}(?:need|requir|necess|oblig)?"
        ),
        why="The usual ways in can be looked up, so that you can ask how they see them.",
        where="The occupation page of a public careers site, or the body that registers the profession.",
    ),
    GapRule(
        id="occ_outlook",
        about=About.OCCUPATION,
        keys=("outlook",),
        wording=(
            r"\b(?:demand|short(?:age|ages| of)|grow(?:ing|th|s)?|declin\w+|shrink\w*|fewer|vacanc\w+|openings|retir\w+|automat\w+|robots?|project(?:ed|ions?)|hiring|doubled"
            r"|crying out|not enough|hard to (?:find|fill)|outlook|prospects|pulling out)\b"
        ),
        anywhere=(
            r"\b(?:short of|shortage of|crying out for|can'?t find|hard to (?:find|get|fill)|not enough|always (?:looking|hiring|after)|(?:more|fewer|less|plenty of|loads of|lots of|no) (?:jobs?|work|posts|vacancies|openings|places)"
            r"|dying (?:trade|out)|(?:ai|machines?|program\w*|drones?) (?:is|are|will|does|do|can|could|takes?|taking|comes?|coming)|replaced by|in demand|going to double|due to retire|(?:all|half|most)[\w ]{0,20} (?:retire|retiring))\b"
        ),
        why="Whether the work is growing or changing is worth asking about once you know the public figures.",
        where="The job outlook on a public careers site, or a skills shortage list.",
    ),
    GapRule(
        id="meeting_purpose",
        why="One sentence on what you want to find out opens the talk and keeps it on course.",
        where="Ask yourself what you would be sorry not to have asked.",
    ),
    GapRule(
        id="meeting_time",
        why="An agreed day and hour is a promise to the other person, and you can plan your questions to fit.",
        where="Your messages with the person, or ask for a time now.",
    ),
)


def find_gaps(facts: tuple[Fact, ...], *, person: Person, organisation: Organisation, meeting_time: str, meeting_purpose: str) -> tuple[Gap, ...]:
    """The items of the closed list that nothing in the dossier answers, in the order of the list."""
    told = {
        "person_role": person.role,
        "org_name": person.employer or organisation.name,
        "meeting_purpose": meeting_purpose,
        "meeting_time": meeting_time,
    }
    known = {rule.id for rule in RULES if (told.get(rule.id) if rule.id in told else any(_answers(rule, fact) for fact in facts))}
    return tuple(Gap(id=rule.id, why=rule.why, where_to_look=rule.where) for rule in RULES if rule.id not in known)


def _answers(rule: GapRule, fact: Fact) -> bool:
    if rule.anywhere and re.search(rule.anywhere, fact.text, re.IGNORECASE):
        return True
    if fact.about is not rule.about:
        return False
    return fact.key in rule.keys or bool(rule.wording and re.search(rule.wording, fact.text, re.IGNORECASE))
