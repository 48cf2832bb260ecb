"""The role of the person to be met: every place in the notes that could name it, with what speaks for each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.engines.offline.dossier.candidates import Candidate, overlaps
from coach.engines.offline.dossier.forms import ROLE, Answer, find_answers
from coach.engines.offline.dossier.layout import Line, Page, Unit
from coach.engines.offline.dossier.lexicon import FUNCTION, SAMPLE_WORDS, is_english, is_pronounceable, is_title_word
from coach.engines.offline.dossier.mails import Thread
from coach.engines.offline.dossier.places import find_organisation, has_organisation_word, is_moment_word
from coach.engines.offline.dossier.profiles import find_entries
from coach.engines.offline.dossier.someone import People, Someone
from coach.engines.offline.dossier.titles import find_role, is_role

_INLINE_LABEL = re.compile(r"[*_]{1,2}(?:job|role|position|title|occupation|mahi)[*_]{1,2}\s*:?\s+", re.IGNORECASE)
_IS_A = re.compile(
    r"\b(?:(?:she|he|they|who|ia)(?:'s|'re|s| is| are) (?:now |currently |actually |also )?(?:working (?:as|like)|works? (?:as|like)|employed as|(?<=s )"
    r"|(?<=s)|(?<=e ))?\s*(?:an?|the|our)?\s*"
    r"|(?:profession|job|work|role|trade|career|occupation) (?:of|is|as|=)\s+(?:an?\s+)?|works? (?:as|like) (?:an?|the)?\s*|is working (?:as|like) (?:an?|the)?\s*|(?:she|he|they) (?:do|does) |is an? |is the |is our |\bhe (?=kai))[\"“]?",
    re.IGNORECASE,
)
_IS_ABROAD = re.compile(
    r"\b(?:she|he|they|who)(?:'s| is| are| works as| work as) (?:an? |the )?(?P<role>[^\W\d_]{4,}(?:[ -][^\W\d_]{4,}){0,2}) (?:at|for|with|in|bei|im|chez|hos) (?:the )?",
    re.IGNORECASE,
)
_I_AM = re.compile(r"\b(?:i['’]?m|i am|i have been|i['’]ve been|i work as|i now work as)\s+(?:now |still )?(?=an?\s|the\s)", re.IGNORECASE)
_FORMERLY = re.compile(r"\b(?:before|first|used to|previously|formerly|once|then|until|if|whether|what|not)\W*$", re.IGNORECASE)
_PIECE_START = re.compile(r"(?:^|[.!?,:;(/|–—]\s*[\"“]?|\s-\s|\b(?:an?|the)\s+)(?=[^\W\d_])", re.IGNORECASE)
_NOT_THIS = re.compile(
    r"\b(?:before|former(?:ly)?|used to(?: be)?|was|were|been|ex|started|started (?:out )?as|as|worked|trained|studied|years?|yrs|degree|from|with|by|my|his"
    r"|her|their|our|other|another|every|each|to be|become|becoming"
    r"|than|like|for|of|to|and|or|i'm|im|am|any|some|many|via|through|ask|than|until|dad|mum|then|like)(?:\s+(?:that|this|then|it))?\W*(?:an?|the)?\W*$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"[\"”]?\)?\s*(?:\([^)\n]{1,40}\)\s*)?,?\s*(?:at|with|w/?|for|@|in the|in|of|from|bei|im|chez|ki|kei|i|,|\||·|[-–—])\s+(?:the\s+)?(?:(?:company|firm"
    r"|organisation|organization|business)\s+)?",
    re.IGNORECASE,
)
_FIRMLY = re.compile(r"[\"”]?\s*(?:\(.*?\)\s*)?,?\s*(?:at|with|for|@|kei|ki)\b", re.IGNORECASE)
_FEW = 3


def match_employer_cue(page: Page, at: int, end: int) -> re.Match[str] | None:
    """What stands between a job and an employer: "at", "for the", a comma, a bar."""
    return _AT.match(page.flat, at, end)


def find_roles(page: Page, people: People, thread: Thread) -> list[Candidate]:
    """Where the role may stand, weighted; roles beside the names of others are left out."""
    own = people.target.roles if people.target is not None else []
    sure = [role for someone in people.others if someone.acts or someone.heads for role in someone.roles]
    foreign = [role for role in sure if not any(overlaps(role, mine) for mine in own)]
    named = [range(mention.start, mention.end) for someone in people.everybody() for mention in someone.mentions if " " in mention.text and not mention.small]
    found = []
    for place, weight in (*_told(page, people.target), *_signed(page, thread), *_mentioned(page, people)):
        if not any(overlaps(place, other) for other in (*foreign, *named)) and not _sounds_like_name(page.flat[place.start : place.stop]):
            found.append(Candidate(place, weight + _employer_beside(page, place) + min(1.2, 0.3 * len(page.flat[place.start : place.stop].split()))))
    return [Candidate(whole.place, _best_within(found, whole).weight + 0.1 * any(_is_longer(whole, part) for part in found)) for whole in found]


def _sounds_like_name(text: str) -> bool:
    """Whether two capitalised words, neither an everyday one, are rather a name whose end sounds like a job: "Orla Nestor"."""
    words = text.split()
    return len(words) == 2 and all(word.istitle() and not is_english(word) and not is_title_word(word) and not word.lower().startswith("kai") for word in words)


def _best_within(found: list[Candidate], whole: Candidate) -> Candidate:
    """The best of the candidates that a longer wording begins with: "Lecturer" within "Lecturer in Radiology"."""
    return max((one for one in found if one is whole or _is_longer(whole, one)), key=lambda one: one.weight)


def _is_longer(whole: Candidate, part: Candidate) -> bool:
    return whole.place.start == part.place.start and whole.place.stop > part.place.stop


def _employer_beside(page: Page, place: range) -> float:
    end = page.line_at(place.stop - 1).end
    at = _AT.match(page.flat, place.stop, end)
    return 1.5 if at and find_organisation(page.flat, at.end(), end) else 0.0


def _told(page: Page, target: Someone | None) -> Iterator[tuple[range, float]]:
    """Said outright: in a profile, under a label, beside the name, in "she is a ...", at the head of a line with the employer."""
    yield from ((entry.role, 3.5) for entry in find_entries(page) if entry.now and entry.role is not None)
    yield from _under_labels(page)
    if target is not None:
        beside = {(card.role.start, card.role.stop): card.weight for card in target.cards if card.role is not None}
        yield from ((role, 1.0 + beside.get((role.start, role.stop), 2.0) - min(1.0, 0.4 * count)) for count, role in enumerate(target.roles))
    for unit in page.units:
        yield from _in_unit(page, unit, target)
    yield from ((place, 1.2) for line in page.lines if line.kind == "text" and (place := _heads_line(page, line)) is not None)


def _under_labels(page: Page) -> Iterator[tuple[range, float]]:
    for answer in find_answers(page):
        told = _answered(page, answer) if answer.kind == ROLE else None
        if told is not None:
            yield told, 3.5 if answer.below else 5.0
    for match in _INLINE_LABEL.finditer(page.flat):
        found = find_role(page.flat, match.end())
        if found is not None:
            yield found, 5.0


def _in_unit(page: Page, unit: Unit, target: Someone | None) -> Iterator[tuple[range, float]]:
    own = _names(page, unit, target)
    if target is not None and target.parts & set(unit.label.lower().split()):
        yield from ((place, 3.0) for place in _pieces_that_are_roles(page, unit))
    for match in _IS_A.finditer(page.flat, unit.start, unit.end):
        found = find_role(page.flat[: unit.end], match.end())
        if found is not None and not _FORMERLY.search(page.flat[max(unit.start, match.start() - 25) : match.start()]):
            yield found, 2.5 + own
    for match in _IS_ABROAD.finditer(page.flat, unit.start, unit.end):
        if not any(is_english(word) for word in match["role"].split()) and find_organisation(page.flat, match.end(), unit.end) is not None:
            yield range(match.start("role"), match.end("role")), 2.0 + own  # a job in another language
    leading = _leads_with_role(page, unit) if unit.bullet or own or unit.label or len(page.flat[unit.start : unit.end].split()) < 10 else None
    if leading is not None:
        yield leading, 2.0 + own


def _answered(page: Page, answer: Answer) -> range | None:
    """The role under a label of a form: its first field where that is one job title, else the job that begins it."""
    text = page.flat[answer.start : answer.line_end]
    head = re.split(r"\s*[(|;\t]|,\s+[A-Za-z]+\s*[:=]\s|\s+(?:at|for|with|ki|kei|@)\s+|[.!?](?:\s|$)|\s[-–—]\s", text, maxsplit=1)[0].rstrip(" .,*_")
    if "," in head and (has_organisation_word(head.split(",", 1)[1]) or is_moment_word(head.split(",", 1)[1].split()[0])):
        head = head.split(",", 1)[0]
    if head and len(head.split()) <= 7 and is_role(head):
        return range(answer.start, answer.start + len(head))
    field = head.split(",", 1)[0].strip()
    if 0 < len(field.split()) <= _FEW and all(word.isalpha() and not is_english(word) for word in field.split()) and not answer.below:
        return range(answer.start, answer.start + len(field))  # a job in another language
    return find_role(page.flat[: answer.line_end], answer.start)


def _leads_with_role(page: Page, unit: Unit) -> range | None:
    """A line that begins with a job and goes on with the employer: "lift technician, Upway Elevators", "Kaiako matua at Te Puna Reo"."""
    found = find_role(page.flat[: unit.end], unit.content)
    at = _AT.match(page.flat, found.stop, unit.end) if found is not None else None
    employer = find_organisation(page.flat, at.end(), unit.end) if at else None
    if found is None or at is None or employer is None:
        return None
    named = page.flat[employer.start : employer.stop]
    return (
        found
        if _FIRMLY.match(at[0]) or has_organisation_word(named) or (len(named.split()) > 1 and len(page.flat[unit.content : unit.end].split()) < 14)
        else None
    )


def _heads_line(page: Page, line: Line) -> range | None:
    """A job that begins a line and is parted from an employer behind it, as in an advertisement."""
    found = find_role(page.flat[: line.end], line.body)
    at = _AT.match(page.flat, found.stop, line.end) if found is not None and found.start == line.body else None
    return found if at is not None and find_organisation(page.flat, at.end(), line.end) is not None else None


def _pieces_that_are_roles(page: Page, unit: Unit) -> Iterator[range]:
    """After a label with the person's name: pieces between marks that are a job and nothing else ("Ines: ultrasound. Sonographer.")."""
    for piece in re.finditer(r"[^.,;(\n]+", page.flat[unit.content : min(unit.end, unit.content + 80)]):
        start = unit.content + piece.start() + len(piece[0]) - len(piece[0].lstrip())
        found = find_role(page.flat[: unit.content + piece.end()], start)
        if found is not None and found.start == start and found.stop >= start + len(piece[0].strip()):
            yield found


def _names(page: Page, unit: Unit, target: Someone | None) -> float:
    """1 where the unit names the person to be met."""
    if target is None:
        return 0.0
    text = page.flat[unit.start : unit.end].lower()
    return 1.0 if any(re.search(rf"\b{re.escape(part)}\b", text) for part in target.parts) else 0.0


def _signed(page: Page, thread: Thread) -> Iterator[tuple[range, float]]:
    """In the host's signature: a line that begins with a job, under the name or with bars in it."""
    given = thread.host.split()[0].lower() if thread.host else ""
    for message in thread.messages:
        if not given or message.author != thread.host:
            continue
        for match in _I_AM.finditer(page.flat, message.start, message.end):
            found = find_role(page.flat[: message.end], match.end())
            if found is not None:
                yield found, 3.0
        before = ""
        for line in page.lines:
            words = page.flat[line.body : line.end].strip()
            if line.kind not in {"text", "heading"} or not message.start <= line.start < message.end:
                continue
            head = re.split(r"\s*\|\s*|\s+at\s+|\s/\s|,\s", words, maxsplit=1)[0]
            if (
                is_role(head)
                and len(head.split()) <= 6
                and (before.lower().startswith(given) or "|" in words or " / " in words)
                and not re.search(r"[.!?]$", words)
            ):
                yield range(line.body, line.body + len(head)), 4.0
            before = words


def _mentioned(page: Page, people: People) -> Iterator[tuple[range, float]]:
    """Anywhere else: a job at the beginning of a clause that is not said to be past, somebody else's or one's own; little weight, earlier ones a little more."""
    others = {word.lower() for someone in people.others for word in someone.name.split()[:1]}
    for count, unit in enumerate(page.units):
        if others & set(re.findall(r"\w+", page.flat[unit.start : unit.end].lower())):
            continue
        for match in _PIECE_START.finditer(page.flat, unit.start, unit.end):
            found = find_role(page.flat[: unit.end], match.end())
            if found is None or found.start != match.end() or _NOT_THIS.search(page.flat[max(unit.start, match.start() - 30) : match.end()]):
                continue
            alone = bool(re.match(r"\W*(?:$|[,.(?!])", page.flat[found.stop : unit.end]))
            yield found, 0.6 + 0.6 * alone - min(0.5, 0.05 * count)


def find_lone_title(page: Page) -> range | None:
    """In notes that are little more than a job title: the first words that could be one, known or not."""
    units = page.units or page.titles
    if len(page.flat.split()) > 22 or not units:
        return None
    unit = units[0]
    for other in units:
        for match in re.finditer(r"(?:^[#*_\s-]*|[.!?,:;(]\s*|\b(?:be|an?|as|is|maybe|job|about|like|of)\s+)(?=\w)", page.flat[other.content : other.end]):
            found = find_role(page.flat[: other.end], other.content + match.end())
            if found is not None and not SAMPLE_WORDS & set(page.flat[found.start : found.stop].lower().split()):
                return found
    words = re.match(r"[^\W\d_][\w'’&/ -]{2,40}?(?=\s*(?:[?!.,(:]|\s-\s|$|\s(?:at|in|for|with)\s))", page.flat[unit.content : unit.end])
    if (
        words is None
        or unit.label
        or len(units) > 2
        or len(words[0].split()) > 4
        or not all(is_pronounceable(word) and word.lower() not in FUNCTION for word in words[0].split())
    ):
        return None
    return range(unit.content, unit.content + len(words[0].rstrip()))
