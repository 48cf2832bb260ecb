"""Whose names a learner's text holds: everybody and every organisation that the reader of notes knows, and whatever else is written like a name.

Rather one word too many than one too few: what is hidden from a server stands in the answer again. Kept open is what everybody knows: everyday English, qualifications,
software, countries, cities and languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.engines.offline.dossier import read_notes
from coach.engines.offline.dossier.layout import open_page
from coach.engines.offline.dossier.lexicon import GIVEN, could_be_given, is_english, is_pronounceable, is_title_word
from coach.engines.offline.dossier.names import CONTRACTED, WORD, find_mentions
from coach.engines.offline.dossier.places import has_organisation_word
from coach.engines.offline.dossier.smallnames import writes_small
from coach.engines.offline.dossier.words import DAYS, IWI, KIN, MONTHS
from coach.privacy import Secret, find_contacts
from coach.records import Note

_LINK = re.compile(
    r"\b(?:https?://|www\.)[^\s<>\"')\]]+|\b[\w-]+(?:\.[\w-]+)*\.(?:co\.nz|org\.nz|ac\.nz|govt\.nz|com|org|net|nz|co\.uk|org\.uk|com\.au|io|edu)\b(?:/[^\s<>\"')\]]*)?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.])@[A-Za-z][\w.]{2,}")
_ACRONYM = re.compile(r"[A-ZĀĒĪŌŪ]{2,5}s?\Z")
_RUN = re.compile(rf"{WORD}(?:[ ]+(?:(?:of|and|&|the|for|o|te|ngā|nga)[ ]+)?{WORD})+")
_SENTENCE = re.compile(r"(?:\A|[.?!:;]\s+|\n\s*(?:\d+:\s*)?[-*>•#\d.)]*\s*)\Z")
_SHORTEST_PART = 3
_MOST_NAMES = 3
_PUBLIC = frozenset(
    """
    english māori maori french german spanish italian portuguese japanese chinese mandarin cantonese korean hindi punjabi samoan tongan fijian arabic russian dutch welsh scottish irish gaelic latin
    british american australian european african asian pacific pasifika pākehā pakeha kiwi aussie indian canadian zealander zealanders
    aotearoa zealand australia england scotland wales ireland britain uk usa america canada india china japan germany france spain italy europe asia africa samoa tonga fiji singapore brazil
    auckland wellington christchurch dunedin hamilton tauranga nelson napier hastings rotorua whangārei whangarei invercargill gisborne taupō taupo queenstown timaru tāmaki makaurau
    london manchester birmingham leeds glasgow edinburgh cardiff belfast bristol sydney melbourne brisbane perth adelaide canberra york chicago boston toronto vancouver dublin berlin paris
    linkedin facebook instagram youtube tiktok twitter google microsoft excel word powerpoint outlook adobe photoshop illustrator indesign figma python java javascript typescript react sql postgresql mysql
    linux windows android github git docker kubernetes aws azure excel tableau matlab autocad revit solidworks xero myob salesforce sap slack zoom teams whatsapp wikipedia indeed seek
    ncea gcse btec nvq bsc msc phd mba beng meng bachelor bachelors diploma masters honours level
    covid wifi internet tv ok okay cv faq pdf nb ps asap
    kia ora kōrero korero mahi whānau whanau te reo tikanga marae iwi hapū kaupapa mauri ako wānanga wananga rangatahi tamariki kaimahi kaiako
    christmas easter matariki
    """.split()
)


def find_secrets(text: str, *, is_note: bool) -> tuple[Secret, ...]:
    """What in a learner's text names or reaches somebody, the surest first; `is_note` where it is whole notes, which say who is to be met."""
    reach = [
        *(Secret(_kind_of(text[start:end]), text[start:end]) for start, end in _contacts(text)),
        *(Secret("LINK", match[0]) for match in _LINK.finditer(text)),
        *(Secret("NAME", match[0]) for match in _HANDLE.finditer(text)),
    ]
    return (*reach, *(_of_notes(text) if is_note else ()), *_written_like_names(text))


def name_secrets(*, people: tuple[str, ...], organisations: tuple[str, ...]) -> tuple[Secret, ...]:
    """People and organisations that are known by name."""
    return (
        *(Secret("PERSON", name, _parts(name)) for name in people if name.strip()),
        *(Secret("ORG", name, _strange(name)) for name in organisations if _names_somebody(name)),
    )


def _of_notes(text: str) -> tuple[Secret, ...]:
    draft = read_notes(note=Note(text=text))
    firms = (draft.person.employer, draft.organisation)
    return name_secrets(people=(draft.person.name, *draft.other_people), organisations=firms)


def _contacts(text: str) -> Iterator[tuple[int, int]]:
    offset = 0
    for line in text.split("\n"):
        yield from ((start + offset, end + offset) for start, end in find_contacts(line))
        offset += len(line) + 1


def _kind_of(text: str) -> str:
    if "@" in text or "[at]" in text or "(at)" in text:
        return "EMAIL"
    digits = sum(mark.isdigit() for mark in text)
    if digits >= 7 and digits > sum(mark.isalpha() for mark in text):
        return "PHONE"
    return "ADDRESS"


def _written_like_names(text: str) -> Iterator[Secret]:
    yield from _like_organisations(text)
    for mention in find_mentions(text):
        first = mention.words[0].lower()
        given = first in GIVEN and not _opens(text, mention.start)
        if (mention.title or given) and not all(_is_known(word) for word in mention.words):
            yield Secret("PERSON", mention.text, _parts(mention.text))
        elif mention.title or (given and len(mention.words) == 1 and first not in _PUBLIC and not _is_moment(first)):
            yield Secret("PERSON", mention.text, any_case=False)
    for match in re.finditer(WORD, text):
        word = re.sub(r"['’]s\Z", "", match[0])
        if not _is_known(word) and not CONTRACTED.search(word):
            yield Secret("NAME", word, any_case=False)
    if writes_small(open_page(text)):
        yield from (Secret("NAME", word) for word in re.findall(r"[^\W\d_]{3,}", text) if not _is_known(word))


def _like_organisations(text: str) -> Iterator[Secret]:
    """Runs of capitals: somebody's names, a word that says organisation among them, or what stands inside a sentence and is no job title."""
    for match in _RUN.finditer(text):
        words = [word.lower() for word in match[0].split()]
        if words[0] in KIN or _is_public(match[0]) or CONTRACTED.search(match[0].split()[0]):
            continue
        if len(words) <= _MOST_NAMES and could_be_given(words[0]) and not has_organisation_word(match[0]) and not _opens(text, match.start()):
            yield Secret("PERSON", match[0], _parts(match[0]))
            continue
        inside = not _opens(text, match.start()) and not all(is_title_word(word) or word in _PUBLIC | DAYS | MONTHS for word in words)
        if has_organisation_word(match[0]) or inside:
            yield Secret("ORG", match[0], _strange(match[0]), any_case=False)


def _is_moment(word: str) -> bool:
    return word.lower() in {"may", "june", "april", "august", "summer", "dawn", "will", "mark"}


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins here, so that a capital says nothing."""
    return _SENTENCE.search(text[max(0, start - 12) : start]) is not None


def _is_known(word: str) -> bool:
    low = word.lower()
    parts = [part for part in re.split(r"[-'’]", low) if part]
    return (
        is_english(low)
        or low in _PUBLIC
        or low in IWI
        or low in KIN
        or (_ACRONYM.match(word) is not None and not (len(word) > _SHORTEST_PART and is_pronounceable(word)))
        or (len(parts) > 1 and all(is_english(part) or part in _PUBLIC for part in parts))
        or len(low) < _SHORTEST_PART
    )


def _is_public(text: str) -> bool:
    return all(word.lower() in _PUBLIC for word in text.split())


def _names_somebody(text: str) -> bool:
    """Whether a text has a capital or a word of its own; "a small café" names nobody."""
    return bool(text.strip()) and (any(mark.isupper() for mark in text) or bool(_strange(text)))


def _parts(name: str) -> tuple[str, ...]:
    """The words of a person's name that tell who it is by themselves."""
    words = [word.strip('"“”(),.') for word in name.split()]
    return tuple(word for word in words if len(word) >= _SHORTEST_PART and (word[:1].isupper() or not is_english(word))) if len(words) > 1 else ()


def _strange(name: str) -> tuple[str, ...]:
    """The words of an organisation's name that are no everyday ones."""
    words = [word.strip('"“”(),.&') for word in name.split()]
    return tuple(word for word in words if len(word) >= _SHORTEST_PART and not _is_known(word)) if len(words) > 1 else ()
