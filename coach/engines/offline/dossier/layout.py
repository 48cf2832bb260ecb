"""How notes are laid out: lines, headings, bullets, labels, quoted mail, page furniture, and the units they make.

A `Page` holds the text twice with the same offsets: as it stands, and `flat`, in which line ends and quote marks inside a running paragraph are spaces, so that a
sentence that was broken over lines can be read as one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from coach.engines.offline.dossier.furniture import is_frame_heading, is_furniture, is_junk_heading
from coach.engines.offline.dossier.words import DAYS, MONTHS

_QUOTE = re.compile(r"^(?:\s?>)+\s?")
_BULLET = re.compile(r"^\s*(?:[-*•·‣◦▪–—+→➔➜►✓✔]|\(?\d{1,2}[.)]|\(?[a-h]\)|\[[ xX]?\])\s+(?=\S)")
_ARROW = re.compile(r"^> (?=\S)")
_NUMBERED = re.compile(r"^\s*\(?\d{1,2}[.)]\s+(.+?):?\s*$")
_HASH = re.compile(r"^\s{0,3}#{1,6}\s+")
_BOLD = re.compile(r"^\s*(?:\*\*|__)(.+?)(?:\*\*|__)\s*:?\s*$")
_FRAMED = re.compile(r"^\s*(?P<mark>={1,6}|-{2,6}|~{1,6}|\*{3,6}|_{3,6}|\+{2,6})\s*(?P<title>[^\W_](?:.*?\S)?)\s*(?P=mark)\s*$")
_ROW = re.compile(r"^\s*\|\s*(?=[^\s|])")
_ROW_RULE = re.compile(r"^\s*\|?\s*:?-{2,}[\s|:-]*$")
_CELL = re.compile(r"^\s*(?:\*\*|__)?(?P<cell>[^\W\d_][^|\t\n]{0,60}?)(?:\*\*|__)?\s*(?:\||\t|(?:[-=]+>|→|⇒)\s)\s*(?=[^\s|])")
_TURN = re.compile(
    r"^\s*(?:(?:[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}[\])]?|[\[(][\d/., ]{0,12}\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?[\d/., ]{0,12}[\])]|[\d/.]{5,10},? \d{1,2}:\d{2}(?: ?[ap]m)?)[\s–—-]*)?(?P<who>[^\W\d_][\w'’.-]*(?:\s[^\W\d_][\w'’.-]*){0,2}(?:\s\d{1,2})?)"
    r"\s*(?:[\[(](?:\d{1,2}:)?\d{1,2}:\d{2}[\])]\s*:?|:)\s+(?=\S)"
)
_ASKING = re.compile(r"(?:what|how|why|when|where|who|to|about|the)\b", re.IGNORECASE)
_TIMED = re.compile(r"[\[(]?\b\d{1,2}:\d{2}\b")
_RULE = re.compile(r"^\s*(?:[-=*_~#.•+]\s?){3,}\s*$")
_LABEL = re.compile(r"^\s*[(\[]?(?:\*\*|__)?([^\W\d_][^:\n.!?\"“]{0,90}?)(?:\*\*|__)?\s*(?::(?=\s|[\"“*])|\s[-–—=]\s|\s=)(?:\*\*|__)?\s*(?=\S)")
_HEADER = re.compile(r"^(?:from|to|cc|bcc|date|sent|subject|reply-to|von|an|betreff|datum|de|à|objet)\s*:\s", re.IGNORECASE)
OF_DAY = re.compile(
    r"[\s#*_-]*(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\b[\s*_:,.\d-]*(?:(?:st|nd|rd|th)\b)?\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|week|wk)?"
    r"|[\s#*_-]*\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b",
    re.IGNORECASE,
)
"""A heading, or the beginning of a paragraph in a diary, that names a day."""
_DAY_LEAD = re.compile(
    r"^\s*(?:\*\*|__)(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?:\s[\w ]{1,12})?(?:\*\*|__)\s*\S|^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\s*[:–—-]\s+\S",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"^(?:(?:on|am|le)\s.{6,100}\s(?:wrote|schrieb.*|a écrit)\s*:?|-{2,}\s*(?:original|forwarded) message.*|-{4,}\s*forwarded by.*"
    r"|begin forwarded message\s*:?)\s*$",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[.!?:;)\"”]\s*$")
_PROFILE_HEADING = re.compile(
    r"^(?:about(?: me| us)?|summary|bio(?:graphy)?|profile|activity|experience|work (?:history|experience)|employment(?: history)?|career(?: history)?"
    r"|education|studies|academic background|qualifications|skills"
    r"|top skills|licen[cs]es?(?: (?:&|and) certifications?)?|certifications?|volunteer(?:ing)?(?: experience)?|interests|hobbies|honou?rs?(?: (?:&"
    r"|and) awards)?|awards|publications|projects|courses|patents|organi[sz]ations"
    r"|languages|featured|services|recommendations|highlights|our (?:people|team|staff)|meet the team|the team|staff(?: directory)?|people|news|latest news"
    r"|what'?s new|(?:latest )?from the blog|blog|contact(?: us)?|who we are"
    r"|what we do|our (?:story|history|work|services|mission)|directors?|partners|management|leadership|support (?:team|staff)|reception|administration"
    r"|board|trustees|associates|senior leadership(?: team)?)$",
    re.IGNORECASE,
)
_OWN_NOTE = re.compile(
    r"^\s*(?:\*{2,}|>{2,}|-{2,}|\(|\[)\s*(?:my|mine|note|me|why|talk|meet|i|to|ask|this|she|he|so)\b|^\W*(?:my (?:own )?(?:notes?|bit)|mine"
    r"|notes? to (?:self|me)|back to me|me)\s*[:\-–]",
    re.IGNORECASE,
)
_PASTES = re.compile(
    r"\b(?:pasted|copied)\b.*\b(?:forum|comments?|thread|stuff|rest|whole page|reviews?)\b|\b(?:forum|comments?) .*\b(?:pasted|copied)\b", re.IGNORECASE
)
_RESUMES = re.compile(r"^\W*(?:meet|meeting|call|hui|time|when|coffee|chat|i want|purpose|back to|\*\*|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)", re.IGNORECASE)
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 45, 115
"""A program breaks lines at an even width: a shorter line ends where its writer ended it, and where longer lines stand beside it nothing was broken."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, where it starts and ends in the text, where its words begin after quote marks and bullets, and what it is.

    `kind` is one of blank, text, heading, rule, furniture, header (of a mail). `own` is true where the learner marks the line as a note of their own,
    `pasted` where they say that what follows was copied from comments or a forum.
    """

    number: int
    start: int
    end: int
    body: int
    kind: str
    depth: int = 0
    bullet: bool = False
    indent: int = 0
    title: str = ""
    own: bool = False
    pasted: bool = False


@dataclass(slots=True)
class Unit:
    """A bullet, a paragraph or one line of running text: `start` to `end` of the page, under its heading, with its label ("before") if it has one.

    `content` is where the words after the label begin; in a transcript `speaker` is whose words they are. `paragraph` and `section` count from 0 over the page: blank lines part paragraphs, headings and rules sections.
    """

    start: int
    end: int
    line: int
    heading: str
    paragraph: int
    section: int
    bullet: bool = False
    depth: int = 0
    label: str = ""
    content: int = 0
    speaker: str = ""


@dataclass(slots=True)
class Page:
    """Notes laid out: `text` as it stands, `flat` with running paragraphs joined, lines and units in order, headings as `titles`; `lower` where the writer does without capitals."""

    text: str
    flat: str
    lines: tuple[Line, ...]
    lower: bool
    units: list[Unit] = field(default_factory=list)
    titles: list[Unit] = field(default_factory=list)

    def line_at(self, offset: int) -> Line:
        """The line on which an offset lies."""
        low, high = 0, len(self.lines) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.lines[middle].start <= offset else (low, middle - 1)
        return self.lines[low]


def open_page(text: str) -> Page:
    """The notes laid out."""
    lines = _mark_pasted(text, _skip_junk(_read_lines(text)))
    small = _writes_small(text)
    page = Page(text=text, flat=_flatten(text, lines, small=small), lines=lines, lower=small)
    page.units = _read_units(page)
    return page


def is_date_heading(words: str) -> bool:
    """Whether a line is only a day or a date, as in a diary."""
    tokens = [token.lower().strip(".,:#") for token in words.strip(" -–—*").split()]
    if not 1 <= len(tokens) <= 5:
        return False
    named = [token in DAYS or token in MONTHS for token in tokens]
    known = [name or bool(re.fullmatch(r"\d{1,4}(?:st|nd|rd|th)?|week|wk|term|day", token)) for name, token in zip(named, tokens, strict=True)]
    return all(known) and any(named)


def _writes_small(text: str) -> bool:
    letters = sum(mark.isalpha() for mark in text)
    return letters > 60 and sum(mark.isupper() for mark in text) < letters * 0.012


def _read_lines(text: str) -> tuple[Line, ...]:
    lines: list[Line] = []
    offset = 0
    raw_lines = text.split("\n")
    loud = sum(mark.isupper() for mark in text) > 0.6 * sum(mark.isalpha() for mark in text)
    mail = any(_HEADER.match(_QUOTE.sub("", raw)) or _WROTE.match(_QUOTE.sub("", raw).strip()) for raw in raw_lines)
    for number, raw in enumerate(raw_lines, start=1):
        after = raw_lines[number].strip() if number < len(raw_lines) else ""
        plain, after = (raw, after) if mail else (_ARROW.sub("- ", raw), _ARROW.sub("- ", after))
        lines.append(_read_line(plain, number=number, offset=offset, after=after, loud=loud))
        offset += len(raw) + 1
    return tuple(lines)


def _skip_junk(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with all that stands under a heading like "People also viewed" turned into furniture, up to the next heading or rule; under "Menu" up to a blank line."""
    kept, skipping, of_frame = [], False, False
    for line in lines:
        if line.kind in {"heading", "rule"} or (line.kind == "furniture" and line.title):
            skipping = line.kind != "rule" and is_junk_heading(line.title)
            of_frame = skipping and is_frame_heading(line.title)
        skipping = skipping and not line.own and not (of_frame and line.kind == "blank")
        kept.append(replace(line, kind="furniture") if skipping and line.kind in {"text", "heading"} else line)
    return tuple(kept)


def _mark_pasted(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines after "pasted from the forum" up to a note of the learner's own or a line about the meeting after a blank one."""
    marked, pasted, blank = [], False, False
    for line in lines:
        words = text[line.body : line.end]
        if line.own or line.kind == "rule" or (blank and _RESUMES.search(words)):
            pasted = False
        marked.append(replace(line, pasted=True) if pasted else line)
        pasted = pasted or bool(_PASTES.search(words) and len(words.split()) < 25)
        blank = line.kind == "blank"
    return tuple(marked)


def _read_line(raw: str, *, number: int, offset: int, after: str, loud: bool) -> Line:
    quote = _QUOTE.match(raw)
    cut = quote.end() if quote else 0
    rest = raw[cut:]
    heads_prose = bool(_PROFILE_HEADING.match(rest.strip())) and len(after.split()) >= 8  # "About" over running text is no button
    indent = len(rest) - len(rest.lstrip())
    bullet = _BULLET.match(rest) or _ROW.match(rest)
    title = ""
    body = offset + cut + (bullet.end() if bullet else indent)
    if not rest.strip():
        kind = "blank"
    elif _RULE.match(rest):
        kind = "rule"
    elif _ROW_RULE.match(rest):
        kind = "blank"
    elif _HEADER.match(rest) or _WROTE.match(rest.strip()):
        kind = "header"
    elif (is_furniture(rest) and not _ROW.match(rest) and not heads_prose) or is_junk_heading(rest.strip(" #*:")):
        kind = "furniture"
        title = words if is_junk_heading(words := rest.strip(" #*:")) else ""
    else:
        title = _heading(rest, after, bullet=bool(bullet), quoted=bool(quote), loud=loud)
        kind = "heading" if title else "text"
    return Line(
        number,
        offset,
        offset + len(raw),
        body,
        kind,
        depth=raw[:cut].count(">"),
        bullet=bool(bullet),
        indent=indent,
        title=title,
        own=bool(_OWN_NOTE.match(raw)),
    )


def _heading(rest: str, after: str, *, bullet: bool, quoted: bool, loud: bool) -> str:
    """The heading that a line makes, or an empty string; capitals make none where all is written in them (`loud`)."""
    words = rest.strip()
    if _HASH.match(rest):
        return _HASH.sub("", words).strip("# *:")
    if quoted or len(re.sub(r"\s*\([^)]*\)", "", words).split()) > 8:
        return ""
    framed = _FRAMED.match(rest)
    if framed:
        return framed["title"].strip(" :")
    bold = _BOLD.match(rest)
    if bold:
        return bold[1].strip(" :")
    if bullet:
        numbered = _NUMBERED.match(rest)
        listed = bool(after) and (after[:2] in {"- ", "* ", "• "} or not _BULLET.match(after))
        return numbered[1] if numbered and _is_short_title(numbered[1]) and listed else ""
    if words.endswith(":") or _PROFILE_HEADING.match(words) or is_date_heading(words) or (_is_shouted(words) and not loud):
        return words.strip(" :*")
    underlined = bool(re.match(r"^[=~-]{3,}$", after))
    return words if (underlined or _BULLET.match(after)) and _is_short_title(words) else ""


def _is_short_title(words: str) -> bool:
    words = re.sub(r"\s*\([^)]*\)\s*$", "", words)
    return len(words.split()) <= 6 and not _CLOSED.search(words) and not re.search(r"[,:–]|\s-\s", words)


def _is_shouted(words: str) -> bool:
    letters = [mark for mark in words if mark.isalpha()]
    return len(letters) > 3 and all(mark.isupper() for mark in letters)


def _flatten(text: str, lines: tuple[Line, ...], *, small: bool) -> str:
    marks = list(text)
    widest: dict[int, int] = {}
    for line in lines:
        if line.kind == "text":
            widest[line.depth] = max(widest.get(line.depth, 0), line.end - line.start)
    loose = _is_loose(text, lines, widest)
    for first, second in pairwise(lines):
        width = widest.get(first.depth, 0)
        word = len(text[second.body : second.end].split(" ", 1)[0])
        full = first.depth > 0 or (not small and not loose and first.end - first.start + word >= 0.85 * width)
        if width <= _LONGEST_WRAPPED and full and _runs_on(text, first, second):
            marks[first.end : second.body] = " " * (second.body - first.end)
    return "".join(marks)


def _is_loose(text: str, lines: tuple[Line, ...], widest: dict[int, int]) -> bool:
    """Whether the writer begins lines with a small letter at will: more of them follow a short line, a blank or a heading than a full line."""
    after_full = after_short = 0
    for first, second in pairwise(lines):
        if second.kind == "text" and not second.bullet and text[second.body : second.body + 1].islower():
            long = first.kind == "text" and first.end - first.start >= 0.8 * widest.get(first.depth, 0)
            after_full, after_short = after_full + long, after_short + (not long)
    return after_short >= 2 and after_short >= after_full


def _runs_on(text: str, first: Line, second: Line) -> bool:
    """Whether the second line goes on with the sentence of the first: both running text, the first one long, the second no bullet and no label."""
    if first.kind != "text" or second.kind != "text" or second.bullet or first.depth != second.depth:
        return False
    words, following = text[first.body : first.end].rstrip(), text[second.body : second.end]
    if len(words) < _SHORTEST_WRAPPED or _TIMED.match(following) or _LABEL.match(following[:60]):
        return False
    if first.bullet and second.indent == 0 and not following[:1].islower():
        return False
    return following[:1].islower() or not _CLOSED.search(words) or first.depth > 0


def _read_units(page: Page) -> list[Unit]:
    units: list[Unit] = []
    turns, sources = _find_turns(page), _find_sources(page)
    heading, hashed, listed = "", False, False
    paragraph = section = 0
    for line in page.lines:
        if line.kind == "heading":
            heading, hashed, listed = line.title, page.text[line.start : line.end].lstrip().startswith("#"), False
            page.titles.append(Unit(line.body, line.end, line.number, "", paragraph, section, content=line.body))
            paragraph, section = paragraph + 1, section + 1
        elif line.kind == "rule":
            heading = ""
            paragraph, section = paragraph + 1, section + 1
        elif line.kind == "blank":
            paragraph += 1
            listed = listed and not hashed
        elif line.kind == "text":
            if _DAY_LEAD.match(page.text[line.start : line.end]):
                heading, section, paragraph = "", section + 1, paragraph + 1
                page.titles.append(Unit(line.body, line.end, line.number, "", paragraph, section, content=line.body))
            if line.start and page.flat[line.start - 1] == " ":
                units[-1].end = line.end
                continue
            over = listed and not line.bullet and bool(units) and units[-1].paragraph != paragraph
            heading = "" if over else heading
            listed = line.bullet and not over
            speaker, content = turns.get(line.number, ("", 0))
            label, content = ("", content) if speaker else _label(page.text[line.body : line.end])
            units.append(
                Unit(
                    line.body,
                    _end_of_row(page, line, sources),
                    line.number,
                    heading,
                    paragraph,
                    section,
                    bullet=line.bullet,
                    depth=line.depth,
                    label=label,
                    content=line.body + content,
                    speaker=speaker,
                )
            )
    return units


def _end_of_row(page: Page, line: Line, sources: frozenset[int]) -> int:
    """Where a row of a table ends: before the columns that only say where something was found, and without the last bar."""
    end = line.end
    if _ROW.match(page.text[line.start : line.end]):
        bars = [match.start() for match in re.finditer(r"\|", page.text[line.body : line.end])]
        column = min(sources, default=len(bars))
        end = line.body + bars[column - 1] if 0 < column <= len(bars) else line.end
    return line.body + len(page.text[line.body : end].rstrip(" |\t"))


def _find_sources(page: Page) -> frozenset[int]:
    """The columns of a table, counted from 0, after the second one, whose cells say again and again the same: a page, a person who told it."""
    rows = [re.split(r"\s*\|\s*", page.text[line.body : line.end].strip(" |")) for line in page.lines if _ROW.match(page.text[line.start : line.end])]
    found = set()
    for column in range(2, max((len(row) for row in rows), default=0)):
        cells = [row[column].lower() for row in rows[1:] if len(row) > column and row[column]]
        if len(cells) >= 3 and len(set(cells)) <= 0.6 * len(cells):
            found.add(column)
    return frozenset(found)


def _find_turns(page: Page) -> dict[int, tuple[str, int]]:
    """The lines of a transcript by number, each with its speaker and where the words begin: two speakers in turn, with times or with names in capitals."""
    found = {line.number: match for line in page.lines if line.kind == "text" and (match := _TURN.match(page.text[line.body : line.end]))}
    timed = [match for match in found.values() if _TIMED.search(match[0]) or (match["who"].isupper() and len(match["who"]) > 1)]
    speakers = {match["who"] for match in timed}
    if len(timed) < 3 or len(speakers) < 2 or len(timed) <= len(speakers):
        return {}
    return {number: (match["who"], match.end()) for number, match in found.items() if match["who"] in speakers}


def _label(words: str) -> tuple[str, int]:
    """The label at the head of a line and where the words after it begin: before a colon, a dash, an equals sign or an arrow, or in the first cell of a row."""
    cell = _CELL.match(words)
    if cell is not None and len(cell["cell"].split()) <= 4 and ":" not in cell["cell"] and not re.search(r"\d{4}", cell["cell"]):
        return cell["cell"].strip(" *_"), cell.end()
    match = _LABEL.match(words)
    longest = 15 if match is not None and _ASKING.match(match[1]) else 6
    if (
        match is None
        or len(re.sub(r"\(.*?\)?$", "", match[1]).split()) > longest
        or re.search(r"https?$|\d{4}", match[1])
        or (":" not in match[0] and len(match[1].split()) > 4)
    ):
        return "", 0
    return match[1].strip(" *_"), match.end()
