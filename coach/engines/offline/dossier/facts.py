"""Facts: clauses about the person, the occupation or the organisation, joined where they say one thing and parted where they say two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coach.engines.offline.dossier.clauses import Piece, find_clauses, find_sentences
from coach.engines.offline.dossier.cues import find_default_key, find_key
from coach.engines.offline.dossier.identity import Identity
from coach.engines.offline.dossier.layout import Page, Unit
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.people import People
from coach.engines.offline.dossier.profiles import Entry, find_entries
from coach.engines.offline.dossier.headings import LEARNER, MEETING, NOBODY, OCCUPATION, ORGANISATION, OTHER, PERSON
from coach.engines.offline.dossier.subjects import Scene, Subjects
from coach.engines.offline.dossier.titles import is_role
from coach.records import About

_ABOUT = {PERSON: About.PERSON, OCCUPATION: About.OCCUPATION, ORGANISATION: About.ORGANISATION}
_LABEL_KEYS = (
    (re.compile(r"^(?:before|earlier|previous(?:ly)?(?: job| role)?|past|ex)$", re.IGNORECASE), PERSON, "previous_role"),
    (re.compile(r"^(?:studied|education|study|her study|his study|degree|tohu|training|trained|studies|school|uni)$", re.IGNORECASE), PERSON, "education"),
    (re.compile(r"^(?:iwi|hapū|from|born|nō hea)$", re.IGNORECASE), PERSON, "origin"),
    (re.compile(r"^(?:hobbies|interests?|outside work|activities|likes)$", re.IGNORECASE), PERSON, "interest"),
    (re.compile(r"^(?:now|currently|present|focus|working on|current work|these days|mahi ia(?: ināianei)?|ināianei)$", re.IGNORECASE), PERSON, "work_focus"),
    (
        re.compile(
            r"^(?:(?:her |his |their )?(?:motto|quote|whakataukī|saying|favourite saying)|(?:she |he |they )?(?:said|says|wrote|writes)\b.*)$", re.IGNORECASE
        ),
        PERSON,
        "quote",
    ),
    (re.compile(r"^(?:hours|shifts|roster)$", re.IGNORECASE), PERSON, "workload"),
    (re.compile(r"^(?:i tīmata.*|started|joined|since|start(?:ed)? (?:here|there))$", re.IGNORECASE), PERSON, "start_year"),
    (re.compile(r"^(?:(?:her |his )?(?:talk|lecture|podcast|webinar)\b.*)$", re.IGNORECASE), PERSON, "talk"),
    (re.compile(r"^(?:(?:her |his )?(?:article|essay|paper|blog|book|post)\b.*)$", re.IGNORECASE), PERSON, "publication"),
    (re.compile(r"^(?:size|staff|team size|employees)$", re.IGNORECASE), ORGANISATION, "size"),
    (re.compile(r"^(?:news|latest|new|recent)$", re.IGNORECASE), ORGANISATION, "news"),
    (re.compile(r"^(?:kaupapa|purpose|mission|what (?:they|it) do(?:es)?)$", re.IGNORECASE), ORGANISATION, "purpose"),
    (re.compile(r"^(?:founded|since|established|est)$", re.IGNORECASE), ORGANISATION, "founded"),
    (
        re.compile(r"^(?:entry|qualifications?|requirements?|how to (?:get in|become)|training|routes? in|to become .*|to be an? .*)$", re.IGNORECASE),
        OCCUPATION,
        "entry_route",
    ),
    (
        re.compile(
            r"^(?:tasks|duties|a day|day to day|typical day|a typical day|what (?!i\b)[\w' ]{2,30} (?:do(?:es)?|is|are)|the (?:job|work|mahi)|the profession|responsibilities)$",
            re.IGNORECASE,
        ),
        OCCUPATION,
        "tasks",
    ),
    (re.compile(r"^(?:outlook|demand|future|prospects|job market)$", re.IGNORECASE), OCCUPATION, "outlook"),
    (re.compile(r"^(?:pay|salary|wages?)$", re.IGNORECASE), OCCUPATION, "pay"),
)
_HEADING_KEYS = (
    (re.compile(r"^(?:education|studies|academic background)$", re.IGNORECASE), "education"),
    (re.compile(r"^(?:licen[cs]es?.*|certifications?|qualifications)$", re.IGNORECASE), "qualification"),
    (re.compile(r"^(?:(?:top )?skills)$", re.IGNORECASE), "skill"),
    (re.compile(r"^(?:volunteer\w*(?: experience)?|interests|hobbies)$", re.IGNORECASE), "interest"),
    (re.compile(r"^(?:publications)$", re.IGNORECASE), "publication"),
    (re.compile(r"^(?:honou?rs?.*|awards)$", re.IGNORECASE), "award"),
    (re.compile(r"^(?:projects)$", re.IGNORECASE), "project"),
    (re.compile(r"^(?:activity|posts|featured)$", re.IGNORECASE), "quote"),
)
_NEWS_HEADING = re.compile(r"\b(?:news|latest|blog|what'?s new|updates)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\?\s*[\"”')]*\s*$")
_ASKS = re.compile(
    r"^\W*(?:and |but |so |also )?(?:what|how|is|are|do|does|did|can|could|why|when|where|who|which|would|should|has|have|will|was|were|if|whether|maybe|am|ask)\b",
    re.IGNORECASE,
)
_TRAILING_SOURCE = re.compile(
    r"\s*[(\[]\s*(?:from |via |see |source:? )?(?:[\w' ]{0,25}\b(?:website|site|page|homepage|newspaper|newsletter|magazine|video|podcast|programme|program|pdf|ad|saved|library|blog|linkedin|report|annual plan|plan|article|online|book|check|not sure|i think|ask)\b[\w' ,]*)[)\]?!. ]*$",
    re.IGNORECASE,
)
_TRAILING_TALK = re.compile(
    r"[\s,]*(?:\b(?:lol|haha|tbh|idk|i think|i reckon|apparently|i found it on.*|[\w]+ (?:says|reckons|said))\s*[?.!]*)$", re.IGNORECASE
)
_COUNTED = re.compile(r"^(?:(?:and|plus|its|it's|theres|there's|there are|about|around|like|only|roughly|on the \w+|has|have)\s+)*\d", re.IGNORECASE)
_IN_POST = re.compile(r"^(?:(?:been )?(?:at|with) )?(?:the )?(?:[\w'’&.-]+ ){1,5}(?:since|from) (?:\w+ )?(?:19|20)\d\d\W*$", re.IGNORECASE)
_PARTIAL = re.compile(r"\b(?:of them|of which|of whom|plus|including|in (?:summer|winter)|in two|in \d|over both|over \d)\b", re.IGNORECASE)
_SOURCE_OF = re.compile(
    r"\s*\b(?:(?:according to|as per) .*$|on (?:the|her|his|their|its) (?:\w+ )?(?:page|website|site|profile|homepage|linkedin|blog)\b)", re.IGNORECASE
)
_OUTLOOK = re.compile(
    r"\b(?:demand (?:is|for)|shortages?\b|short of|job (?:openings|prospects|outlook|market)|expected to (?:grow|fall|rise)|skills? (?:shortage )?list)\b",
    re.IGNORECASE,
)
_STRONG = frozenset({"size", "founded", "news", "entry_route", "outlook", "pay", "volume"})
_LENGTH = re.compile(r"(?:\d+\s*(?:yrs?|years?|mos?|months?)\s*)+", re.IGNORECASE)
_EMPTY = re.compile(
    r"^[\W\d_]*$|^(?:yes|no|ok|okay|thanks|thank you|cheers|best|regards|hi|hello|kia ora|happy to|of course|no worries|sorry|see you|good luck|love|ngā mihi)\b.{0,25}$",
    re.IGNORECASE,
)
_STARTS_ANEW = re.compile(
    r"^(?:(?:and|then|but|plus|also|so|where|while|although)\s+)*(?:(?:she|he|they|i|we|it|her|his|hes|shes|its|theres|you|u)\b|(?:has|had|have|is|was|were|did|does|do|been|joined|started|began|left|went|worked|moved|studied|trained|completed|graduated|built|wrote|led|won|runs?|leads?|looks|speaks|ran|made|came|got|spent|drove|"
    r"used|before|now|currently|mostly|mainly|since|after|outside|previously|retrained|passed|holds?|works|likes?|loves?|mostly|born|grew|supplies|supply|employs?|opened|moving|new|about|around|over|\d+)\b|\w+(?:ed|es)\b)",
    re.IGNORECASE,
)


_HOLLOW = frozenset(
    {
        "a",
        "an",
        "the",
        "is",
        "at",
        "in",
        "for",
        "of",
        "and",
        "she",
        "he",
        "s",
        "works",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "with",
        "person",
        "same",
        "place",
        "company",
        "both",
        "who",
        "meeting",
        "talk",
        "interview",
    }
)


@dataclass(slots=True)
class Finding:
    """A fact while it is being put together: its place in the page, whom it is about, its key."""

    start: int
    end: int
    about: About
    key: str


def find_facts(page: Page, people: People, identity: Identity, thread: Thread, *, taken: tuple[range, ...] = ()) -> list[Finding]:
    """The facts of the notes in order; each lies on one line. What stands in `taken` (the meeting's time and purpose) is no fact."""
    subjects = Subjects(page, people, identity, thread)
    scene = Scene()
    found: list[Finding] = []
    for unit in page.units:
        found += _facts_of_unit(page, unit, subjects, scene)
    entries = find_entries(page)
    found = [finding for finding in found if not any(_touches(finding, entry) for entry in entries)] + list(_facts_of_entries(entries))
    found += _focus_beside_role(page, identity)
    place = identity.place
    if place is not None:
        found.append(Finding(place.start, place.stop, About.PERSON if identity.place_of_person else About.ORGANISATION, "location"))
    trimmed = (_on_one_line(page, finding) for finding in found if not any(finding.start < place.stop and place.start < finding.end for place in taken))
    kept = [finding for finding in trimmed if _tells_something(page, finding, people, identity)]
    return sorted(_without_doubles(kept), key=lambda finding: finding.start)


def _focus_beside_role(page: Page, identity: Identity) -> list[Finding]:
    """What stands in brackets right after the role, where it is no other word for it: "air traffic controller (approach control)"."""
    role = identity.role
    beside = re.compile(r"\s*\(([^()\n]{6,70})\)").match(page.flat, role.stop) if role is not None else None
    if beside is None or is_role(beside[1]) or len(beside[1].split()) < 2 or find_key(beside[1], About.PERSON) in {"education", "start_year"}:
        return []
    return [Finding(beside.start(1), beside.end(1), About.PERSON, "work_focus")]


def _facts_of_entries(entries: tuple[Entry, ...]) -> Iterator[Finding]:
    """The stations of a profile: what was studied, what was done before and where, since when the present job."""
    for entry in entries:
        if entry.now:
            yield Finding(entry.dates.start, entry.dates.stop, About.PERSON, "start_year")
            continue
        for place, key in ((entry.role, "previous_role"), (entry.employer, "previous_employer")):
            if place is not None:
                yield Finding(place.start, place.stop, About.PERSON, "education" if entry.study else key)


def _touches(finding: Finding, entry: Entry) -> bool:
    return any(place is not None and finding.start < place.stop and place.start < finding.end for place in (entry.role, entry.employer, entry.dates))


def _facts_of_unit(page: Page, unit: Unit, subjects: Subjects, scene: Scene) -> list[Finding]:
    placed = subjects.of_unit(unit)
    _move_on(unit, scene, placed, subjects)
    if placed in {MEETING, OTHER}:
        return []
    speaker = subjects.thread.author_at(unit.start)
    if speaker and speaker != subjects.thread.host:
        return []
    found: list[Finding] = []
    subject = placed or _standing_subject(unit, scene, subjects)
    whole = _whole_unit(page, unit)
    if whole is not None and placed == PERSON:
        return [whole]
    for sentence in find_sentences(page, unit):
        subject = placed or (subject if subject != OTHER else scene.last)
        if _is_question(sentence.text, unit):
            continue
        if _EMPTY.match(sentence.text) or (sentence.text.startswith("(") and sentence.text.rstrip(".").endswith(")") and len(sentence.text.split()) < 9):
            continue
        facts, subject = _facts_of_sentence(page, sentence, unit, subject, placed, subjects, scene)
        found += facts
    if not unit.bullet and scene.intro == NOBODY and scene.last in {PERSON, ORGANISATION, OCCUPATION}:
        scene.intro = PERSON if subjects.speaks_of_person(unit) else scene.last
    return found


def _is_question(text: str, unit: Unit) -> bool:
    """A sentence with a question mark, unless it is a quotation or a longer statement with a mark of doubt at its end ("a diploma at RMIT i reckon??")."""
    if not _QUESTION.search(text) or re.search(r"[\"”]\s*$", text):
        return False
    if re.search(r"\bi (?:think|reckon)\W*$", text, re.IGNORECASE):
        return False
    doubtful = "??" in text or bool(unit.label and _label_key(unit))
    return not doubtful or len(text.split()) < 5 or bool(_ASKS.match(text))


def _move_on(unit: Unit, scene: Scene, placed: str, subjects: Subjects) -> None:
    """A new section forgets who was spoken of; in long notes a new paragraph does so too, unless a list follows its introduction."""
    if unit.section != scene.section or (subjects.long and unit.paragraph != scene.paragraph and not unit.bullet and scene.last == OTHER):
        scene.last = NOBODY
    if unit.paragraph != scene.paragraph and scene.last == OTHER:
        scene.last = NOBODY
    if not unit.bullet or unit.section != scene.section:
        scene.intro = NOBODY
    scene.section, scene.paragraph = unit.section, unit.paragraph
    scene.speaker = placed if placed in {PERSON, ORGANISATION} and subjects.page_is_copied(unit) else NOBODY


def _standing_subject(unit: Unit, scene: Scene, subjects: Subjects) -> str:
    """Whom a clause speaks of that names nobody: whoever was spoken of last in the paragraph, else, in short notes, the person."""
    if subjects.thread.messages and not subjects.thread.author_at(unit.start):
        return NOBODY
    if unit.bullet:
        return scene.intro or (NOBODY if subjects.long or subjects.page_is_copied(unit) else PERSON)
    if scene.last not in {NOBODY, LEARNER}:
        return scene.last
    return NOBODY if subjects.long or subjects.page_is_copied(unit) else PERSON


def _facts_of_sentence(page: Page, sentence: Piece, unit: Unit, subject: str, placed: str, subjects: Subjects, scene: Scene) -> tuple[list[Finding], str]:
    found: list[Finding] = []
    label = _label_key(unit)
    for count, clause in enumerate(find_clauses(page, sentence)):
        named = subjects.of_clause(clause.text, unit=unit, scene=scene, placed=placed)
        if named == LEARNER and count and subject != LEARNER and re.match(r"^\W*(?:and |but |so )?(?:me|my|we|our|us)\b", clause.text, re.IGNORECASE):
            named = NOBODY
        if named:
            subject = named
            aside = named == OTHER and re.match(
                r"\W*(?:(?:and|but|because|coz|since|when|where|that|which)\s+)?(?:her|his|their)\b", clause.text, re.IGNORECASE
            )
            scene.last = scene.last if named == LEARNER or aside else named
        if subject not in _ABOUT:
            continue
        if _is_identity(page, clause, subjects):
            continue
        key, about = _read_clause(
            clause, unit, subject, named, placed, label if not (named and sentence.start > unit.content + 1) else None, first=not found, subjects=subjects
        )
        if label is not None and label[1] == "news?" and not key and not found:
            continue
        key = key or (
            find_default_key(_bare_words(clause.text, subjects), about) if (named or placed or unit.bullet or not subjects.long) and not found else ""
        )
        _add(page, found, clause, about, key, explicit=bool(placed or label or unit.bullet), long=subjects.long)
    return found, subject


def _whole_unit(page: Page, unit: Unit) -> Finding | None:
    """A line of a profile under Education, Skills, Interests and the like says one thing, whatever its marks."""
    key = next((key for pattern, key in _HEADING_KEYS if unit.heading and pattern.match(unit.heading.strip())), None)
    if key is None or unit.end - unit.content > 160 or re.search(r"[.!?]\s+[A-Z]", page.flat[unit.content : unit.end]):
        return None
    return Finding(unit.content, unit.end, About.PERSON, key)


def _label_key(unit: Unit) -> tuple[str, str] | None:
    for pattern, subject, key in _LABEL_KEYS:
        if unit.label and pattern.match(unit.label.strip()):
            return subject, key
    if unit.heading and _NEWS_HEADING.search(unit.heading):
        return ORGANISATION, "news?"
    return None


def _bare_words(text: str, subjects: Subjects) -> str:
    """A clause without its source and without the employer's name, whose words say nothing of the fact's kind."""
    text = _SOURCE_OF.sub("", text) or text
    employer = subjects.identity.employer
    name = subjects.page.flat[employer.start : employer.stop] if employer is not None else ""
    return text.replace(name, "Orgname") if name else text


def _read_clause(
    clause: Piece, unit: Unit, subject: str, named: str, placed: str, label: tuple[str, str] | None, *, first: bool, subjects: Subjects
) -> tuple[str, About]:
    """The key of a clause and whom it is about; a label decides, then the subject, then what only one of them can be."""
    if label is not None and not (named and named != label[0]) and (clause.start <= unit.content + 90 or not find_key(clause.text, _ABOUT[label[0]])):
        subject, key = label
        if key == "news?":
            fresh = re.search(r"20[23]\d|\b(?:opens|opened|new|now|moves|moved|launch\w*|wins|won|joins)\b", clause.text, re.IGNORECASE)
            return "news" if fresh else find_key(clause.text, About.ORGANISATION), About.ORGANISATION
        return key, _ABOUT[subject]
    if _OUTLOOK.search(clause.text) and named != ORGANISATION:
        return "outlook", About.OCCUPATION
    about = _ABOUT[subject]
    words = _bare_words(clause.text, subjects)
    key = find_key(words, about)
    if not key and about is About.PERSON and clause.text[:1] in '"“' and len(words.split()) > 4:
        key = "quote"
    if about is About.PERSON and not named and label is None:
        size = find_key(clause.text, About.ORGANISATION) if _COUNTED.match(clause.text) else ""
        if size == "size":
            return size, About.ORGANISATION
    if about is About.OCCUPATION and (placed == OCCUPATION or named or (not unit.bullet and not subjects.long and not unit.label)) and not key and first:
        key = "tasks"
    if about is About.ORGANISATION and placed == ORGANISATION and unit.label and not key and first:
        key = "purpose"
    if about is About.ORGANISATION and unit.section >= 0 and _IN_POST.match(_SOURCE_OF.sub("", clause.text)) and placed != ORGANISATION:
        return "start_year", About.PERSON
    if not named and not placed and about is not About.PERSON and key not in _STRONG and find_key(words, About.PERSON):
        return find_key(words, About.PERSON), About.PERSON
    return key, about


def _add(page: Page, found: list[Finding], clause: Piece, about: About, key: str, *, explicit: bool, long: bool) -> None:
    """Join the clause to the fact before it or begin a new one."""
    last = found[-1] if found else None
    near = last is not None and not page.text[last.end : clause.start].strip(" ,;:-–—()/\n\"“”'*>").removeprefix("and").strip()
    if last is not None and near and last.about is about:
        if not key or (key == last.key and not _clashes(page, last, clause)) or (last.key == "detail" and not _STARTS_ANEW.match(clause.text)):
            last.end = clause.end
            last.key = key or last.key if last.key == "detail" else last.key
            return
        if (
            key == "size"
            and last.key == "purpose"
            and re.search(r"\d\d,?\d{3}", clause.text)
            and not re.search(r"\b(?:staff|employ|team|work)", clause.text, re.IGNORECASE)
        ):
            last.end = clause.end  # whom it serves, not how many work there
            return
        if key != last.key and not _STARTS_ANEW.match(clause.text) and len(clause.text.split()) < 4:
            last.end = clause.end
            return
    if key or (explicit and len(clause.text.split()) >= 3 and not long):
        found.append(Finding(clause.start, clause.end, about, key or "detail"))


def _clashes(page: Page, last: Finding, clause: Piece) -> bool:
    """Two figures for one thing are two facts, so that a contradiction between them can be seen; a part of a whole is no second figure."""
    if last.key not in {"size", "start_year", "founded", "tenure"} or _PARTIAL.search(clause.text) or re.match(r"(?:and|plus)\b", clause.text):
        return False
    return bool(re.search(r"\d\d", clause.text)) and bool(re.search(r"\d\d", page.text[last.start : last.end]))


def _is_identity(page: Page, clause: Piece, subjects: Subjects) -> bool:
    """Whether a clause is only the name, the role or the employer, which the dossier holds anyway."""
    identity = subjects.identity
    if not any(place is not None and clause.start < place.stop and place.start < clause.end for place in (identity.role, identity.employer)):
        return False
    return _content_left(page, clause.text, subjects.people, identity) < 2


def _content_left(page: Page, text: str, people: People, identity: Identity) -> int:
    """How many telling words are left of a text without names, role, employer and place."""
    known = [page.flat[place.start : place.stop] for place in (identity.role, identity.employer, identity.place) if place is not None]
    known += [word for someone in people.everybody() for word in (someone.name, *someone.name.split())]
    rest = text.lower()
    for words in sorted(known, key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(words.lower())}(?!\w)", " ", rest)
    return sum(word not in _HOLLOW for word in re.findall(r"[^\W_]+", rest))


def _on_one_line(page: Page, finding: Finding) -> Finding:
    """The fact without trailing sources and chatter, cut to the line that holds most of it."""
    lines = [(max(line.body, finding.start), min(line.end, finding.end)) for line in page.lines if line.start < finding.end and line.end > finding.start]
    start, end = max(lines, key=lambda place: place[1] - place[0]) if lines else (finding.start, finding.end)
    text = page.text[start:end]
    for pattern in (_TRAILING_SOURCE, _TRAILING_TALK):
        cut = pattern.search(text)
        if cut and cut.start() > 8:
            text = text[: cut.start()]
    lead = re.match(r"^(?:\W*\b(?:and|but|then|also|so|plus|although|while|because|coz)\b\s+|[^\w\"“(+~$£€#]+)*", text, re.IGNORECASE)
    start += lead.end() if lead else 0
    text = text[lead.end() if lead else 0 :].rstrip(" ,;:-–—(")
    if text.count("(") > text.count(")") and page.text[start + len(text) : start + len(text) + 1] == ")":
        text += ")"
    if text.count('"') % 2 and page.text[start + len(text) : start + len(text) + 1] == '"':
        text += '"'
    if page.text[start + len(text) : start + len(text) + 1] in {".", "!"} and text[:1].isupper():
        text += page.text[start + len(text)]
    return Finding(start, start + len(text), finding.about, finding.key)


def _tells_something(page: Page, finding: Finding, people: People, identity: Identity) -> bool:
    """Whether more is left of a fact than the name, the role and the employer that the dossier holds anyway."""
    text = page.text[finding.start : finding.end]
    if len(text.split()) < 2 and finding.key not in {"education", "previous_role", "previous_employer", "skill", "interest", "location"}:
        return False
    if (
        "[left out]" in text
        or _LENGTH.fullmatch(text)
        or (finding.key == "previous_employer" and identity.employer and text in page.flat[identity.employer.start : identity.employer.stop])
    ):
        return False
    known = [page.flat[place.start : place.stop] for place in (identity.role, identity.employer) if place is not None]
    if finding.key in {"location", "previous_employer"} or (finding.key in {"previous_role", "education"} and len(text.split()) <= 3):
        return True
    if identity.role and finding.start >= identity.role.start and finding.end <= identity.role.stop:
        return False
    content = _content_left(page, text, people, identity)
    if (
        identity.role
        and identity.employer
        and known[0].lower() in text.lower()
        and known[1].lower() in text.lower()
        and finding.key in {"detail", "work_focus", "purpose", "news"}
    ):
        return content > 6
    return content >= (2 if finding.key != "detail" else 3)


def _without_doubles(findings: list[Finding]) -> Iterator[Finding]:
    """No fact twice, none inside another of the same kind."""
    seen: set[tuple[int, int]] = set()
    for finding in findings:
        place = (finding.start, finding.end)
        inside = any(
            other is not finding
            and other.about is finding.about
            and other.key == finding.key
            and other.start <= finding.start
            and finding.end <= other.end
            and (other.start, other.end) != place
            for other in findings
        )
        if place not in seen and not inside:
            seen.add(place)
            yield finding
