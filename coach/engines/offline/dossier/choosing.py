"""Which of the names is the employer's, and which of the jobs is the role: every candidate with its signs, weighed together.

The weights are those of a conditional logistic regression (one choice among the candidates of each set of notes, or none of them), fitted by
`evals.fit_choices` on annotated notes. The candidates and older sums of weights by rule (`employers`, `firms`, `roles`) are signs among the others.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coach.engines.offline.dossier import firms
from coach.engines.offline.dossier.candidates import Candidate, overlaps
from coach.engines.offline.dossier.layout import Page
from coach.engines.offline.dossier.lexicon import FUNCTION, could_be_family, could_be_given, is_english, is_title_word
from coach.engines.offline.dossier.places import has_organisation_word, is_moment_word
from coach.engines.offline.dossier.sums import open_sums
from coach.engines.offline.dossier.surroundings import Setting, find_surroundings
from coach.engines.offline.dossier.titles import find_role, is_department, is_role, is_role_head
from coach.engines.offline.dossier.words import HONORIFICS

NOBODY = "nothing"
"""The sign of the choice that the notes do not say."""
RULED = ("ruled", "rule top", "weighed", "against", "ruled pair")
"""Signs that hold what the older rules make of a candidate."""

_PIECE = re.compile(r"(?:^|[.!?,:;(/|=–—*\n-]\s*[\"“]?|\b(?:an?|the|our|as|is|are|was|called|one|new|senior)\s+)(?=[^\W\d_])", re.IGNORECASE)
_NEARLY, _LONGEST = 1.0, 70
"""How little less likely a fuller wording at the same place may be to be taken instead, and the characters of the longest."""
_GO_BETWEEN = re.compile(r"\b(?:careers?|guidance|school|course|student)\b|\b(?:tutor|teacher|lecturer|counsell?or|flatmate|neighbour)$")
"""Jobs of those who often pass a contact on."""
_TITLED = re.compile(r"\s+(?:Ms|Mr|Mrs|Miss|Dr|Mx)\.?\s+(?P<name>[A-ZĀĒĪŌŪ][\w'’-]+)")
_WITHOUT = re.compile(r"^the\s+")


_WENT = re.compile(r"\b(?:went|go|gone|off|moved|over|down|up|back) to (?:the )?$", re.IGNORECASE)
_FOR_STUDY = re.compile(
    r"\bfor (?:the|her|his|their|an?|my) (?:\w+ )?(?:(?-i:[A-Z][A-Za-z]{0,3}\b)|degree|diploma|course|training|studies|master'?s|bachelor'?s|doctorate|certificate|apprenticeship|exams?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One candidate: where it stands first, and its signs with their strength."""

    place: range
    signs: dict[str, float]


def list_employers(setting: Setting, ruled: Sequence[Candidate], best: range | None) -> tuple[Choice, ...]:
    """Everything that could be the employer's name, each name once; `ruled` are the candidates of the older rules, `best` the one they chose."""
    page, target = setting.page, setting.people.target
    spots: dict[str, list[tuple[range, float]]] = {}
    found = [(candidate.place, candidate.weight) for candidate in ruled]
    found += [(place, 0.0) for line in page.lines if line.kind in {"text", "heading", "furniture"} for place in firms.names_on(page, line)]
    own = {target.name.lower(), *target.name.lower().split()} if target is not None else set()
    own |= {someone.name.lower() for someone in setting.people.others if (someone.heads or someone.roles) and not firms.sounds_like_firm(someone.name)}
    own |= {name for name in setting.gathered if _is_surely_a_person(name)}
    own |= {
        someone.name.split()[0].lower()
        for someone in setting.people.others
        if len(someone.name.split()) == 2 and could_be_given(someone.name.split()[0].lower()) and not firms.sounds_like_firm(someone.name)
    }
    for place, weight in found:
        name = _plain(page, place)
        if (
            len(name) > 1
            and name not in own
            and not is_moment_word(name.split()[0])
            and name.split()[0].rstrip(".") not in HONORIFICS
            and re.search(r"\w", name)
            and not _is_study(page, place)
        ):
            spots.setdefault(name, []).append((place, weight))
    chosen = _plain(page, best) if best is not None else ""
    return tuple(Choice(places[0][0], dict(_employer_signs(setting, name, places, spots, chosen=chosen))) for name, places in spots.items())


def list_roles(setting: Setting, ruled: Sequence[Candidate], best: range | None) -> tuple[Choice, ...]:
    """Everything that could be the role, each wording once."""
    page = setting.page
    spots: dict[str, list[tuple[range, float]]] = {}
    for candidate in ruled:
        spots.setdefault(_plain(page, candidate.place), []).append((candidate.place, candidate.weight))
    for line in page.lines:
        if line.kind not in {"text", "heading", "furniture"}:
            continue
        for match in _PIECE.finditer(page.flat, line.body, line.end):
            place = find_role(page.flat[: line.end], match.end())
            if place is not None and place.start - match.end() <= 4 and all(place != other for other, _ in spots.get(_plain(page, place), [])):
                spots.setdefault(_plain(page, place), []).append((place, 0.0))
    chosen = _plain(page, best) if best is not None else ""
    mine = setting.people.target.roles if setting.people.target is not None else []
    theirs = [role for someone in setting.people.others if someone.acts or someone.heads for role in someone.roles]
    met = setting.people.target.name.lower() if setting.people.target is not None else ""
    titled = (someone for someone in setting.gathered.values() if someone.name.lower() != met and any(one.title for one in someone.mentions))
    theirs += [role for someone in titled for role in someone.roles]
    theirs += [place for places in spots.values() for place, _ in places if _names_another(page, place, met)]
    foreign = [role for role in theirs if not any(overlaps(role, other) for other in mine)]
    named = [range(one.start, one.end) for someone in setting.people.everybody() for one in someone.mentions if " " in one.text and not one.small]
    barred = (*foreign, *named)
    spots = {name: places for name, places in spots.items() if not all(any(overlaps(place, other) for other in barred) for place, _ in places)}
    return tuple(Choice(places[0][0], dict(_role_signs(setting, name, places, spots, chosen=chosen))) for name, places in spots.items() if name)


def choose(kind: str, choices: tuple[Choice, ...]) -> range | None:
    """The likeliest of the candidates of a kind ("employer", "role"), None where it is likelier that the notes do not say."""
    weights = open_sums()[kind]
    scored = [(sum(weights.get(sign, 0.0) * strength for sign, strength in choice.signs.items()), choice) for choice in choices]
    best = max(scored, key=lambda item: item[0], default=None)
    if best is None or best[0] <= weights.get(NOBODY, 0.0):
        return None
    fuller = [(score, one) for score, one in scored if _lies_in(best[1].place, one.place) and score > best[0] - _NEARLY and len(one.place) <= _LONGEST]
    return max(fuller, key=lambda item: len(item[1].place), default=best)[1].place


def _is_study(page: Page, place: range) -> bool:
    """Whether somebody only went there to study: "went to Waterloo for the OD", "to Leeds for her degree"."""
    before = page.flat[max(0, place.start - 20) : place.start]
    behind = page.flat[place.start : place.stop + 40]
    return _WENT.search(before) is not None and _FOR_STUDY.search(behind) is not None


def _names_another(page: Page, place: range, met: str) -> bool:
    """Whether a job stands right before the titled name of somebody else: "careers advisor Ms Holroyd"."""
    found = _TITLED.match(page.flat, place.stop)
    return found is not None and found["name"].lower() not in met


def _lies_in(part: range, whole: range) -> bool:
    """Whether a place lies inside a longer one."""
    return whole.start <= part.start and part.stop <= whole.stop and len(whole) > len(part)


def _plain(page: Page, place: range) -> str:
    return _WITHOUT.sub("", " ".join(page.flat[place.start : place.stop].lower().split()))


def _is_surely_a_person(name: str) -> bool:
    """Whether a name is a given and a double-barrelled family name and nothing of an organisation."""
    words = name.split()
    doubled = len(words) > 1 and "-" in words[-1] and any(could_be_family(part) for part in words[-1].split("-"))
    return doubled and could_be_given(words[0]) and not firms.sounds_like_firm(name) and "&" not in name


def _true(*signs: tuple[str, object]) -> Iterator[tuple[str, float]]:
    """The signs that hold, with strength 1."""
    yield from ((name, 1.0) for name, found in signs if found)


def _around_all(setting: Setting, places: list[tuple[range, float]], core: frozenset[str]) -> dict[str, float]:
    """The signs around every place of one wording, each as strong as it is anywhere."""
    strongest: dict[str, float] = {}
    for place, weight in places:
        for sign, strength in (*find_surroundings(setting, place, core), ("ruled", weight / 4)):
            strongest[f"c:{sign}" if sign != "ruled" else sign] = max(strongest.get(f"c:{sign}" if sign != "ruled" else sign, 0.0), strength)
    return strongest


def _employer_signs(setting: Setting, name: str, places: list[tuple[range, float]], spots: Mapping[str, object], *, chosen: str) -> Iterator[tuple[str, float]]:
    page, known, words = setting.page, setting.known, name.split()
    written = page.flat[places[0][0].start : places[0][0].stop]
    core = [word.strip(".,'’()") for word in words if word not in FUNCTION and word != "&"] or words
    organisation, lower = has_organisation_word(name), page.flat.lower()
    trade = firms.sounds_like_firm(name) and not organisation
    someone = setting.gathered.get(name)
    capitals = "".join(word[0] for word in re.findall(r"[^\W\d_]+", written) if word[0].isupper())
    telling = next((word for word in core if not is_english(word) and len(word) > 3 and word not in known.target), "")
    yield f"n{min(len(words), 4)}", 1.0
    yield from _true(
        ("organisation", organisation),
        ("trade", trade),
        ("&", "&" in name or " and " in name),
        ("family firm", firms.is_family_firm(words)),
        ("learned", firms.LEARNED.search(name)),
        ("department", is_department(name)),
        ("english", all(is_english(word) for word in core)),
        ("lower", written.islower()),
        ("upper", written.isupper()),
        ("like a person", len(words) == 2 and could_be_given(words[0]) and could_be_family(words[-1]) and not organisation and not trade and "&" not in name),
        ("given first", could_be_given(words[0]) and len(words) < 3 and not organisation and not is_english(words[0])),
        ("somebody", any(name in other.name.lower() for other in setting.people.everybody())),
        ("gathered", someone is not None),
        ("acts", someone is not None and someone.acts),
        ("heads", someone is not None and someone.heads),
        ("full name", someone is not None and " " in someone.name),
        ("has role", someone is not None and someone.roles),
        ("speaker", len(re.findall(rf"(?m)^[\W\d:,\]\[]*{re.escape(name)}[^\n:]{{0,12}}:", lower)) > 1),
        ("role", is_role(written)),
        ("role head", is_role_head(words[-1]) and not organisation),
        ("digits", re.search(r"\d", name)),
        ("never", firms.NEVER.search(name)),
        ("address", firms.ADDRESS.search(name)),
        ("over role", setting.role is not None and any(overlaps(place, setting.role) for place, _ in places)),
        ("initials", len(capitals) > 2 and capitals != written and re.search(rf"\b{capitals}\b", page.flat)),
        ("has longer", any(f" {name} " in f" {other} " for other in spots if other != name)),
        ("has shorter", any(f" {other} " in f" {name} " for other in spots if other != name)),
        ("host", _is_host(name, known.hosts)),
        ("rule top", name == chosen),
    )
    yield "repeats", math.log(max(1, len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", lower))))
    yield "telling", 0.5 * min(3, len(re.findall(rf"(?<!\w){re.escape(telling)}", lower)) - 1) if telling else 0.0
    yield "weighed", max(firms.weigh_firm(page, page.line_at(place.start), place, known) for place, _ in places) / 4
    yield "against", max(firms.speaks_against(page, place) for place, _ in places) / 4
    yield from _around_all(setting, places, frozenset(core)).items()


def _is_host(name: str, hosts: tuple[str, ...]) -> bool:
    joined = re.sub(r"[^a-z0-9]", "", name)
    return len(joined) > 4 and any(len(host) > 4 and (joined.startswith(host[:12]) or host.startswith(joined[:12])) for host in hosts)


def _role_signs(setting: Setting, name: str, places: list[tuple[range, float]], spots: Mapping[str, object], *, chosen: str) -> Iterator[tuple[str, float]]:
    page, words = setting.page, name.split()
    written, lower = page.flat[places[0][0].start : places[0][0].stop], page.flat.lower()
    target = setting.people.target
    own = target.roles if target is not None else []
    theirs = [role for someone in setting.people.others for role in someone.roles]
    yield f"n{min(len(words), 5)}", 1.0
    yield from _true(
        ("title words", all(is_title_word(word) or word in FUNCTION for word in words)),
        ("english", all(is_english(word) for word in words)),
        ("capitals", all(word[:1].isupper() for word in written.split() if word.lower() not in FUNCTION)),
        ("lower", written.islower()),
        ("upper", written.isupper()),
        ("own", any(overlaps(place, role) for place, _ in places for role in own)),
        ("somebody else's", any(overlaps(place, role) for place, _ in places for role in theirs)),
        ("like a name", len(words) == 2 and could_be_given(words[0]) and could_be_family(words[-1]) and not is_english(words[0])),
        ("has longer", any(f" {name} " in f" {other} " for other in spots if other != name)),
        ("has shorter", any(f" {other} " in f" {name} " for other in spots if other != name)),
        ("plural beside", re.search(rf"(?<!\w){re.escape(name)}s(?!\w)", lower)),
        ("bracket", "(" in written),
        ("go-between", _GO_BETWEEN.search(name)),
        ("rule top", name == chosen),
    )
    yield f"head:{words[-1].strip('.,()')}", 1.0
    yield f"first:{words[0]}", 1.0
    yield "repeats", math.log(max(1, len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", lower))))
    yield from _around_all(setting, places, frozenset(words)).items()
