"""From a scrap of notes to plain words: short forms spoken out, fillers gone, quotations protected, pieces told apart.

Nothing is added but the words behind a short form. What stands in quotation marks stays as it is.
"""

from __future__ import annotations

import re
import unicodedata

from coach.engines.offline.questions.words import ACRONYMS, DANGLING, EXPANSIONS, FILLERS, HEDGES, PRIVATE_PATTERN

_QUOTED = re.compile(r'"([^"\n]{2,160})"')
_MARK = re.compile(r"\[q(\d+)\]")
_SPACES = re.compile(r"\s+")
_BULLET = re.compile(r"^\s*(?:[-*•·>+#|]+|\d{1,2}[.)]|\[[ x]?\])\s+")
_LABEL = re.compile(r"^(?:[A-Za-zĀ-ž' /]{2,24}):\s+(?=\S)")
_SENTENCE_END = re.compile(r"(?<=[^.\s]{3}[.!?])[\"')]*\s+(?=[\"'(A-Z0-9ĀĒĪŌŪa-z])|\s*;\s+|\s+[-–—]{1,2}\s+|\s*[·|•]\s*")
_ITS = re.compile(
    r"\bits(?= (?:like|not|a|an|the|worth|too|only|mostly|about|all|just|really|very|more|hard|good|great|fun|mainly|still|been|going|"
    r"gonna|part|well|enough|possible|easy|ok)\b)",
    re.I,
)
_IT_IS_LIKE = re.compile(r"\b((?:it is|is|are|was|were|has|have) )like(?= (?:about )?\d)", re.I)
_PERFECT = re.compile(
    r"\b(he|she|it|who)'s(?= (?:now |just |also |always |never |only |already |recently )*(?:been|had|got|done|made|worked|moved|written|"
    r"taken|gone|become|led|run|won|built)\b)",
    re.I,
)
_CONTRACTED = re.compile(r"\b(he|she|it|that|there|who|what)'s\b", re.I)
_NEGATED = re.compile(r"\b(do|does|did|is|are|was|were|have|has|had|would|could|should)n't\b", re.I)
_OTHERS = (
    (re.compile(r"\b(I|you|we|they)'ve\b", re.I), r"\1 have"),
    (re.compile(r"\b(you|we|they)'re\b", re.I), r"\1 are"),
    (re.compile(r"\bI'm\b", re.I), "I am"),
    (re.compile(r"\b(I|you|we|they|he|she|it)'ll\b", re.I), r"\1 will"),
    (re.compile(r"\b(I|you|we|they|he|she)'d(?= (?:been|had|done|made|worked|gone)\b)", re.I), r"\1 had"),
    (re.compile(r"\b(I|you|we|they|he|she)'d\b", re.I), r"\1 would"),
    (re.compile(r"\bcan't\b", re.I), "cannot"),
    (re.compile(r"\bwon't\b", re.I), "will not"),
)
_AND_THAT = re.compile(r",? and (?:that|stuff|things|so on|so forth|all that|whatever)(?=$|[,.;])", re.I)
_ASIDE = re.compile(
    r"(?<=\w)[,.;]? (?:which )?[iI] (?:looked|found|read|heard|think|guess|googled|saw|checked|asked|reckon|suppose)\b(?! after| for| into)[^,\d]*$|"
    r"[,.]? (?:no thanks|no thank you|yikes|wow|cool)[.!]*$",
    re.I,
)
_ACCORDING = re.compile(r"^according to [^,]{3,40}?,? (?=(?:they|he|she|it|we|the)\b)", re.I)
_SAYS = re.compile(
    r"^(?:the |their |same |her |his |own |a |local |company |careers? )*(?:site|website|page|ad|advert|article|report|blog|"
    r"paper|newspaper|homepage|teacher|guide|dad|mum|mom|uncle|aunt|auntie|nana|friend|tutor) (?:says?|said|reckons)?,? (?:that )?(?:it is |its )?",
    re.I,
)
_RANGE = re.compile(r"\b((?:19|20)\d\d)\s*[-–]\s*((?:19|20)?\d\d)\b")
_HR = re.compile(r"(?<=\d) ?hrs?\b", re.I)
_HOURS = re.compile(r"(?<![\d/.-])(\d{1,2}(?::\d\d)?(?: ?[ap]m)?)[-–](\d{1,2}(?::\d\d)?(?: ?[ap]m)?)(?![\d/.%-])(?! (?:year|month))")
_SHOUT = re.compile(r"\b[A-Z]{2,}(?: [A-Z]{2,})+\b")
_LETTERS = re.compile(r"\b(the|with|w|at|by|via) ([bcdfghjklmnpqrstvwxz]{3,5})\b(?!')")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b")
_GRADE = re.compile(r"\b(certificate|cert) (i{1,3}|iv|v)\b(?= (?!in\b|at\b|from\b|finished\b|and\b)([a-z]+))?", re.I)
_ISH = re.compile(r"\b(\d[\d,.]*)[ -]?ish\b", re.I)
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d]+")
_NUMBER = r"(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
_YEARS = re.compile(rf"\b(?!1 ){_NUMBER} (year|month)(?= |$|[,.])(?! olds?\b)", re.I)
_LONG_COURSE = re.compile(
    rf"\b{_NUMBER}[ -](year|month)s? (?!of |at |in )(?=(?:\w+ ){{0,2}}(?:degree|course|training|term|certificate|diploma|apprenticeship|programme|program|contract|masters?)\b)",
    re.I,
)
_PRIVATE = re.compile(PRIVATE_PATTERN, re.I)
_UNSPEAKABLE = re.compile(r"https?:|www\.|@|[<>{}\\]|\b\d{6,}\b|\(\d\d\)|\bignore (?:all|the|previous)|\bsystem\b\s*:|\bprompt\b|!\[", re.I)


def is_unspeakable(text: str) -> bool:
    """Whether the text holds an address, a long number, markup or an order to a program: such a scrap is never put into a question."""
    return bool(_UNSPEAKABLE.search(text))


def is_unsure(text: str) -> bool:
    """Whether the learner marks the text as a guess."""
    lower = text.lower()
    return any(mark in lower for mark in HEDGES)


def is_private(text: str) -> bool:
    """Whether the text touches family, health, faith, money or age of a person."""
    return bool(_PRIVATE.search(straighten(text)))


def straighten(text: str) -> str:
    """The text with straight quotation marks and plain spaces, in composed characters."""
    text = unicodedata.normalize("NFC", text)
    text = text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x201E: '"', 0xAB: '"', 0xBB: '"', 0xA0: " ", 0x202F: " "})
    return _SPACES.sub(" ", text).strip()


def protect_quotes(text: str) -> tuple[str, ...]:
    """First the text with every quotation replaced by `[q0]`, `[q1]`..., then the quotations."""
    found: list[str] = []
    text = _close_quote(text)

    def keep(match: re.Match[str]) -> str:
        found.append(match[1].strip())
        return f"[q{len(found) - 1}]"

    return (_QUOTED.sub(keep, text), *found)


def _close_quote(text: str) -> str:
    """The text with the missing half of a single quotation mark: a scrap is often cut in the middle of a quotation."""
    if text.count('"') != 1:
        return text
    at = text.index('"')
    opens = at + 1 < len(text) and text[at + 1] not in " .,;" and (at == 0 or text[at - 1] in " (")
    return text.rstrip(".") + '"' if opens else f'"{text}'


def restore_quotes(text: str, quotes: tuple[str, ...]) -> str:
    """The text with its quotations back in place."""
    return _MARK.sub(lambda match: f'"{quotes[int(match[1])].rstrip(".,;")}"' if int(match[1]) < len(quotes) else "", text)


def tidy(text: str) -> str:
    """The text as one would say it: no bullet, short forms spoken out, fillers and shouting gone. Quotations must be protected before."""
    text = _BULLET.sub("", straighten(text))
    text = re.sub(r"\.{2,}|…|!+", ".", _PICTURES.sub(" - ", text))
    text = _WEEKDAY.sub(lambda match: match[0].capitalize(), _LETTERS.sub(_spell_letters, text))
    text = re.sub(r"\bclass ([a-e])(?= (?:cdl|CDL|licen[cs]e|truck|hgv|HGV)\b)", lambda match: f"Class {match[1].upper()}", text)
    text = _GRADE.sub(lambda match: f"{match[1][:1].upper()}{match[1][1:]} {match[2].upper()}{' in' if match[3] else ''}", text)
    text = re.sub(r"\b(in|since|last|by|until) may\b", r"\1 May", text)
    text = _SHOUT.sub(_speak_softly, text)
    text = re.sub(r"\b(\d+) millions of\b", r"\1 million", text.replace("+/-", "plus or minus "))
    text = _ISH.sub(r"about \1", _join_pluses(text))
    text = _HR.sub(" hours", text.replace(" = ", " is "))
    text = _ITS.sub("it is", text)
    words = [_spell(word) for word in text.split()]
    text = " ".join(word for word in words if word)
    text = _PERFECT.sub(r"\1 has", text)
    text = _CONTRACTED.sub(r"\1 is", text)
    text = _NEGATED.sub(r"\1 not", text)
    for pattern, full in _OTHERS:
        text = pattern.sub(full, text)
    text = re.sub(r"\b(if|whether|because|that|since) its\b", r"\1 it is", text, flags=re.I)
    text = re.sub(r"\bat the mo\b", "at the moment", re.sub(r",? as we speak\b", "", text))
    text = re.sub(r"\blike (?=(?:about )?\d)", "", _IT_IS_LIKE.sub(r"\1", text))
    text = _YEARS.sub(r"\1 \2s", _LONG_COURSE.sub(r"\1-\2 ", text))
    text = re.sub(r"\bthere is (?=any \w+s\b|lots|many|some \w+s\b|\d|two|three)", "there are ", text, flags=re.I)
    text = _ASIDE.sub("", _AND_THAT.sub("", text))
    text = _ACCORDING.sub("", _SAYS.sub("", text))
    text = _HOURS.sub(r"\1 to \2", _RANGE.sub(_spell_range, text))
    text = re.sub(r"(?<!')\bi\b", "I", text)
    return _SPACES.sub(" ", text.replace(" ,", ",").replace(" :", ":").replace(" .", ".")).strip(" .,;:-–")


def _join_pluses(text: str) -> str:
    """Three things joined by plus signs as a list; a single plus is spelt out later."""
    parts = re.split(r" \+ ", text)
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 2 else text


def _spell_letters(match: re.Match[str]) -> str:
    """Letters behind "the" or "with" as one writes them: "the ewrb" -> "the EWRB"; short forms wait for their own turn."""
    return match[0] if match[2] in EXPANSIONS else f"{match[1]} {match[2].upper()}"


def _speak_softly(match: re.Match[str]) -> str:
    """Words in capitals as one says them, where one of them is a plain word; "NZ QS" stays."""
    words = match[0].lower().split()
    return " ".join(words) if any(word in DANGLING | {"hand", "not", "all", "one", "only"} for word in words) else match[0]


def _spell(word: str) -> str:
    core = word.strip(".,;:()")
    lower = core.lower()
    if lower in FILLERS:
        return word[len(word.rstrip(".,;:)")) :].lstrip() if word.endswith((".", ";")) else ""
    if lower in EXPANSIONS and (core == lower or core.istitle()) and core:
        spoken = EXPANSIONS[lower]
        return word.replace(core, spoken[:1].upper() + spoken[1:] if core.istitle() else spoken, 1)
    if core in ACRONYMS:
        return word.replace(core, ACRONYMS[core], 1)
    return word


def _spell_range(match: re.Match[str]) -> str:
    first, last = match[1], match[2]
    return f"{first} to {last if len(last) == 4 else first[:2] + last}"


def split_pieces(text: str) -> tuple[str, ...]:
    """The sentences and half-sentences of a tidy text, brackets taken out as pieces of their own, labels ("studied:") dropped."""
    inner = [match[1] for match in re.finditer(r"\(([^()]{3,120})\)", text)]
    plain = _SPACES.sub(" ", re.sub(r"\s*\([^()]*\)", "", text))
    pieces = [piece for piece in _SENTENCE_END.split(plain) if piece and piece.strip()]
    cleaned = [_LABEL.sub("", piece.strip(" .,;:-–")).strip(" .,;:-–") for piece in [*pieces, *inner]]
    return tuple(piece for piece in cleaned if len(piece) > 2)


def cut_tail(text: str, *, most: int) -> str:
    """The text cut at its last natural joint within `most` words; empty where there is none or where it ends in a word that needs another."""
    words = text.split()
    if len(words) > most:
        joint = max((i for i in range(4, most + 1) if _is_joint(words, i)), default=0)
        words = words[:joint]
    while words and words[-1].strip(",;:.").lower() in {"and", "or", "but", "then", "so"}:
        words.pop()
    result = " ".join(words).rstrip(" ,;:.-–")
    return "" if not result or is_cut_off(result) else result


def _is_joint(words: list[str], i: int) -> bool:
    """Whether a phrase can end before word `i`; not where a verb of telling or knowing waits for it ("nobody could tell you where ...")."""
    if i < len(words) and {word.lower() for word in words[i - 2 : i]} & {"tell", "know", "say", "see", "show", "ask", "decide", "wonder"}:
        return False
    return i < len(words) and (
        words[i - 1].endswith((",", ";", ":"))
        or words[i].lower().strip(",")
        in {"because", "which", "who", "while", "when", "where", "so", "but", "after", "before", "although", "since", "until", "whereas", "that"}
    )


def is_cut_off(text: str) -> bool:
    """Whether the text stops where another word must follow, or holds an open bracket or quotation mark."""
    words = [word.strip(".,;:\"'").lower() for word in text.split()]
    if not words or (len(words) > 1 and words[-1] in {"you", "they", "it", "we"} and words[-2] in {"and", "or", "but"}):
        return True
    stranded = (
        words[-1] in {"with", "on", "for", "to", "in", "at", "about", "of"} and len(words) > 3 and words[-3] in {"can", "could", "will", "would", "to", "must"}
    )
    stranded = stranded or (len(words) > 3 and words[-2] == "else")
    is_month = text.rstrip(".,;:\"'").endswith(" May")
    return (words[-1] in DANGLING and not stranded and not is_month) or text.count("(") != text.count(")") or text.count('"') % 2 == 1
