"""Mail threads in notes: who wrote which part, who is the host and who the learner."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.engines.offline.dossier.layout import Line, Page
from coach.engines.offline.dossier.names import FULL_NAME, UPPER, WORD, looks_like_name
from coach.engines.offline.dossier.titles import is_role

_FROM = re.compile(r"^(?:from|von|de)\s*:\s*\"?(?P<name>[^<\"(\[]{2,60}?)\"?\s*(?:[<(\[].*)?$", re.IGNORECASE)
_TO = re.compile(r"^(?:to|an|à)\s*:\s*\"?(?P<name>[^<\"(\[;,]{2,60}?)\"?\s*(?:[<(\[;,].*)?$", re.IGNORECASE)
_WROTE = re.compile(
    r"(?:[,\d:]|\b[ap]\.?m\.?|\))\s*(?P<name>[^,<\d:()]{2,60}?)\s*(?:<[^>]*>|\[left out\])?\s*(?:wrote|schrieb.*|a écrit)\s*:?\s*$", re.IGNORECASE
)
_SENDER = re.compile(rf"^(?P<name>[{UPPER}][^<>@:]{{2,50}}?)\s*(?:<[^<>]*>|\[left out\])\s*$")
_GREETING = re.compile(r"(?:hi|hello|hey|dear|kia ora|mōrena|tēnā koe|good (?:morning|afternoon|evening)|thanks|thank you|sure|hiya|g'day)\b", re.IGNORECASE)
_STUDENT = re.compile(r"@\S*(?:stu|student|pupil|school|college)|\b(?:stu|student)\w*@", re.IGNORECASE)
_LEARNER = re.compile(
    r"\b(?:thank(?:s| you)(?: \w+){0,3} for (?:agreeing|taking|getting back|saying yes|replying|your time|the reply)|i(?:'m| am) (?:an? |currently "
    r"|now )?(?:\w+ ){0,3}(?:student|pupil|sophomore|freshman|junior|senior at"
    r"|in (?:year|my|grade|form|sixth)|studying|doing|finishing|thinking of)|could i (?:ask|come|talk|call|meet)|may i ask|would you (?:mind|be (?:willing"
    r"|free|open))|i(?:'d| would) (?:like|love) to (?:know|ask|hear|learn|understand|talk)"
    r"|i want to (?:know|find out|hear|ask)|my (?:assignment|course|class|school|teacher|tutor|essay|degree)|informational interview|undeclared|ncea"
    r"|a-levels?|gcses?)\b",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"\b(?:happy to|glad to|pleased to|of course|no problem|no worries|ring me|call me|text me|come to (?:the|our)|ask for me|see you|let me know what"
    r"|look forward to meeting|all good for|to answer your question|since you asked"
    r"|no question|i've been|i have been|i trained|i started|i joined|i work|we've|our (?:team|office|site|workshop|yard|clinic))\b",
    re.IGNORECASE,
)
_GO_BETWEEN = re.compile(
    r"\bmy (?:\w+'s )?(?:daughter|son|friend|cousin|niece|nephew|student|mate|neighbour|neighbor|brother|sister|flatmate|kid|girl|boy)\b|\b(?:would you"
    r"|could (?:he|she|they)|can (?:he|she|they)) .{0,30}"
    r"(?:yarn|chat|talk|bend|meet|ear|time)|\bmeet (?:my|our)\b|\bputting you (?:two )?in touch\b|\bintroduc(?:e|ing)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Message:
    """One mail of a thread: `start` to `end` of the page, its author and receiver as written, its depth of quoting, whether it shows a student's address."""

    start: int
    end: int
    author: str
    to: str = ""
    depth: int = 0
    student: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """The mails of the notes in page order; `host` and `learner` are authors' names, empty where there is no mail or none of them fits."""

    messages: tuple[Message, ...] = ()
    host: str = ""
    learner: str = ""

    def author_at(self, offset: int) -> str:
        """Whose words stand at an offset: an author's name, or an empty string where the learner's own notes are."""
        return next((message.author for message in self.messages if message.start <= offset < message.end), "")


def read_thread(page: Page) -> Thread:
    """The mails in the notes, with host and learner told apart by what they write."""
    messages = _close_quotes(page, _find_messages(page))
    messages = _open_top(page, messages)
    if not messages:
        return Thread()
    scores = {message.author: 0.0 for message in messages if message.author}
    learners = dict(scores)
    for message in messages:
        if not message.author:
            continue
        body = page.flat[message.start : message.end]
        between = 3 * len(_GO_BETWEEN.findall(body))
        asks = 2 * len(_LEARNER.findall(body)) + 3 * message.student
        scores[message.author] += 2 * len(_HOST.findall(body)) + 4 * _has_signature(page, message) - asks - between
        learners[message.author] += asks - between
    host = max(scores, key=lambda name: scores[name], default="")
    others = {name: score for name, score in learners.items() if name != host}
    receivers = [message.to for message in messages if message.author == host and message.to and message.to != host]
    learner = max(others, key=lambda name: others[name], default="") or next(iter(receivers), "")
    return Thread(tuple(messages), host, learner)


def _find_messages(page: Page) -> list[Message]:
    messages: list[Message] = []
    current: Message | None = None
    run = False
    for line in page.lines:
        words = page.text[line.body : line.end].strip()
        author = _author(words, line, first=not messages)
        if author is not None and not (run and author == "" and current is not None):
            if current is not None:
                current.end = line.start
            current = Message(line.end, len(page.text), author, depth=line.depth, student=bool(_STUDENT.search(words)) and bool(author))
            messages.append(current)
        elif line.kind == "header" and current is not None and run:
            _read_header(words, current, line)
        elif line.kind == "rule" and current is not None and line.depth == 0:
            current.end = line.start
            current = None
        run = line.kind == "header" or author is not None or (run and line.kind == "blank" and current is not None and not current.author)
    return [message for message in messages if message.author]


def _close_quotes(page: Page, messages: list[Message]) -> list[Message]:
    """A quoted mail ends where the quoting ends; what stands outside it is somebody else's."""
    for message in messages:
        if not message.depth:
            continue
        outside = next(
            (
                line.start
                for line in page.lines
                if message.start < line.start < message.end and line.depth < message.depth and line.kind not in {"blank", "header"}
            ),
            None,
        )
        message.end = outside if outside is not None else message.end
    return messages


def _open_top(page: Page, messages: list[Message]) -> list[Message]:
    """A mail copied without its header, above the thread it answers: its author is the receiver of the mail below, or the name it is signed with."""
    if not messages or messages[0].start < 120:
        return messages
    first = messages[0]
    start_of_header = next((line.start for line in reversed(page.lines) if line.start < first.start and line.kind not in {"header", "blank"}), 0)
    top = page.flat[:start_of_header]
    if not _GREETING.match(top.lstrip()) or any(
        line.kind == "rule" and line.start < start_of_header and len(page.text[line.start : line.end].strip()) > 5 for line in page.lines
    ):
        return messages
    signed = [match["name"] for match in re.finditer(rf"^(?P<name>{WORD}(?:\s{WORD}){{1,3}})\s*$", page.flat[: first.start], re.MULTILINE)]
    author = first.to or (signed[-1] if signed else "")
    if not author or author == first.author:
        return messages
    return [Message(0, start_of_header, author, to=first.author), *messages]


def _author(words: str, line: Line, *, first: bool) -> str | None:
    """The author that a line names, an empty string where a mail begins and its author comes later, None where no mail begins."""
    if line.kind == "header":
        found = _FROM.match(words) or _WROTE.search(words)
        if found:
            return _clean(found["name"])
        return "" if words.startswith("-") or words.lower().startswith("begin") else None
    found = _SENDER.match(words)
    named = found is not None and first and FULL_NAME.fullmatch(found["name"]) is not None and looks_like_name(found["name"]) and " " in found["name"]
    return _clean(found["name"]) if found is not None and named else None


def _read_header(words: str, message: Message, line: Line) -> None:
    message.start = line.end
    found = _TO.match(words)
    if found:
        message.to = _clean(found["name"])


def _clean(name: str) -> str:
    """The name without quotation marks; "Ashworth, Graeme" in the order in which it is spoken."""
    plain = re.sub(r"\s+", " ", name).strip(" '\"*_\t")
    family, comma, given = plain.partition(", ")
    return f"{given} {family}" if comma and given[:1].isupper() and len(given.split()) < 3 and len(family.split()) < 3 else plain


def _has_signature(page: Page, message: Message) -> bool:
    """Whether a line of the mail that is only the author's name is followed by one that looks like a job title, or holds both parted by a bar."""
    lines = [line for line in page.lines if message.start <= line.start < message.end and line.kind in {"text", "heading"}]
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        words = page.text[line.body : line.end].strip()
        if not words.lower().startswith(message.author.lower()[:12]):
            continue
        rest = words[len(message.author) :].strip(" |,-–—")
        if rest and is_role(re.split(r"\s[|–—-]\s|\s+at\s+", rest, maxsplit=1)[0]):
            return True
        if not rest and following is not None and is_role(re.split(r"\s[|]\s|\s+at\s+", page.text[following.body : following.end], maxsplit=1)[0]):
            return True
    return False
