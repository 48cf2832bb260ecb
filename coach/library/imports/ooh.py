"""The Occupational Outlook Handbook of the U.S. Bureau of Labor Statistics: its XML compilation, or profiles as JSON lines.

The handbook is in the public domain (https://www.bls.gov/bls/linksite.htm); BLS asks to be cited. A profile may cover several O*NET occupations: each gets one
occupation of ours with the whole profile. How the lines of a section become sentences is in `coach.library.imports.ooh_sections`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from coach.errors import LibraryError
from coach.library.imports.material import Material, Progress, be_silent
from coach.library.imports.ooh_sections import TOPICS, read_html, read_section, say_quick_facts
from coach.library.imports.safely import decode, hash_files, read_bytes
from coach.library.imports.wording import keep_once, make_slug, tidy
from coach.library.paragraphs import cut
from coach.records import Occupation, Passage, Source, Topic

_HOME = "https://www.bls.gov/ooh/"
_CODE = re.compile(r"^\d{2}-\d{4}\.\d{2}$")
_SOC = re.compile(r"^\d{2}-\d{4}$")
_SINGULAR = re.compile(r"^## How to Become (?:an?|the) (.+)$", re.MULTILINE)
_AGAIN = "Download it again from the handbook's site, then import it anew."
_XML_SECTIONS = {
    "what_they_do": ("what_they_do", "summary_what_they_do"),
    "work_environment": ("work_environment", "summary_work_environment"),
    "how_to_become": ("how_to_become_one", "how_to_become", "summary_how_to_become_one"),
    "pay": ("pay", "summary_pay"),
    "job_outlook": ("job_outlook", "outlook", "summary_outlook"),
    "similar_occupations": ("similar_occupations",),
    "more_information": ("more_information", "more_info", "contacts_for_more_information"),
}
_XML_FACTS = {
    "qf_median_pay_annual": "median pay in dollars a year",
    "qf_entry_level_education": "typical entry-level education",
    "qf_work_experience": "work experience in a related occupation",
    "qf_on_the_job_training": "on-the-job training",
    "qf_number_of_jobs": "number of jobs",
}


class _Profile(BaseModel):
    """One profile of the handbook, from either format; keys that we do not know are passed over."""

    title: str = ""
    url: str = ""
    soc_code: str = ""
    onet_soc_codes: tuple[str, ...] = ()
    last_modified: str = ""
    summary: str = ""
    other_titles: tuple[str, ...] = ()
    facts: dict[str, str] = Field(default_factory=dict)
    sections: dict[str, str] = Field(default_factory=dict)


class _Edition(BaseModel):
    profiles: tuple[_Profile, ...]
    updated: str = ""


def read_ooh(path: Path, *, progress: Progress | None = None) -> Material:
    """Every profile with a code as one occupation for each O*NET code it covers. Passage ids are ooh/<code>/<section>/<number>.

    The format is told by the first character: "<" begins XML. Raises `LibraryError` where the file is neither, or holds no profile.
    """
    tell = progress or be_silent
    tell(0.0, "Reading the Occupational Outlook Handbook")
    text = decode(read_bytes(path), name=path.name).lstrip()
    digest = hash_files([path])
    edition = _read_xml(text, name=path.name) if text.startswith("<") else _read_lines(text, name=path.name)
    days = sorted(day for profile in edition.profiles if (day := _find_day(profile.last_modified))) or [_find_day(edition.updated)]
    updated = days[-1]
    year = int(updated[:4]) if updated else None
    notices: list[str] = []
    occupations: dict[str, Occupation] = {}
    for n, profile in enumerate(edition.profiles):
        tell(0.2 + 0.8 * n / len(edition.profiles), f"Reading {profile.title or 'a profile'}")
        codes = _find_codes(profile)
        if not codes or not profile.title:
            notices.append(f"The profile “{profile.title or 'without a title'}” has no code of an occupation, and was passed over.")
        for code in codes if profile.title else ():
            if code in occupations:
                notices.append(f"The profile “{profile.title}” names the code {code}, which was taken, and was passed over for it.")
            else:
                occupations[code] = _build(profile, code, source=_make_source(profile, year=year))
    if not occupations:
        raise LibraryError(f"{path.name} holds no profile of the Occupational Outlook Handbook.", mend="Check that it is the handbook's file.")
    when = f" (pages last modified {' to '.join(dict.fromkeys((days[0], updated)))})" if updated else ""
    return Material(
        name="ooh",
        version=updated or digest[:8],
        source=Source(
            id="ooh", title="Occupational Outlook Handbook", publisher="U.S. Bureau of Labor Statistics", url=_HOME, year=year, licence="public domain"
        ),
        attribution=f"Source: Bureau of Labor Statistics, U.S. Department of Labor, Occupational Outlook Handbook{when}.",
        occupations=tuple(occupations.values()),
        notices=tuple(notices),
        digest=digest,
    )


def _find_day(text: str) -> str:
    """A date as the handbook writes it ("Thursday, August 28, 2025" or "9/29/2025") in ISO form, or "" where it is none."""
    for form in ("%A, %B %d, %Y", "%B %d, %Y", "%m/%d/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), form).date().isoformat()  # noqa: DTZ007  (a day has no zone)
        except ValueError:
            continue
    return ""


def _find_codes(profile: _Profile) -> tuple[str, ...]:
    codes = [code.strip() for code in (*profile.onet_soc_codes, *([] if profile.onet_soc_codes else [profile.soc_code]))]
    return tuple(dict.fromkeys(f"{code}.00" if _SOC.match(code) else code for code in codes if _SOC.match(code) or _CODE.match(code)))


def _make_source(profile: _Profile, *, year: int | None) -> Source:
    title = f"Occupational Outlook Handbook: {profile.title}"
    url = profile.url if profile.url.startswith("https://") else _HOME
    return Source(id=f"ooh-{make_slug(profile.title)}", title=title, publisher="U.S. Bureau of Labor Statistics", url=url, year=year, licence="public domain")


def _build(profile: _Profile, code: str, *, source: Source) -> Occupation:
    passages: list[Passage] = []

    def add(section: str, number: int, text: str, topic: Topic) -> None:
        passages.append(Passage(id=f"ooh/{code}/{section}/{number}", occupation=code, text=text, topic=topic, source=source))

    for n, text in enumerate(say_quick_facts(profile.facts), start=1):
        add("quick_facts", n, text, Topic.FIELD)
    for section in TOPICS:
        for n, piece in enumerate(read_section(section, profile.sections.get(section, "")), start=1):
            add(section, n, piece.text, piece.topic)
    return Occupation(
        code=code,
        title=profile.title,
        alternate_titles=keep_once(profile.other_titles, but=profile.title),
        codes={"onet_soc": code},
        major_group=code[:2],
        summary=profile.summary,
        sources=(source,),
        passages=tuple(passages),
    )


# --- JSON lines ---


def _read_lines(text: str, *, name: str) -> _Edition:
    profiles = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            profiles.append(_complete(_Profile.model_validate(json.loads(line))))
        except (ValueError, RecursionError) as error:
            what = "is not a profile" if isinstance(error, ValidationError) else "is not JSON, or is cut short"
            raise LibraryError(f"Line {number} of {name} {what}.", mend=_AGAIN) from error
    return _Edition(profiles=tuple(profiles))


def _complete(profile: _Profile) -> _Profile:
    """The profile with what its summary page tells: the quick facts, and what the occupation does in a sentence."""
    lines = profile.sections.get("summary", "").splitlines()
    facts = [line.split(" | ", 1) for line in lines if " | " in line and not line.startswith("- ")]
    what = next((n for n, line in enumerate(lines) if line.startswith("## What ")), None)
    said = [line for line in lines[what + 1 : what + 2] if not line.startswith("##")] if what is not None else []
    first = profile.sections.get("what_they_do", "").splitlines()
    summary = profile.summary or (said or [line for line in first if line.strip() and not line.startswith("##")] or [""])[0]
    singular = _SINGULAR.findall(profile.sections.get("how_to_become", ""))
    return profile.model_copy(
        update={
            "facts": profile.facts or {tidy(label): tidy(value) for label, value in facts},
            "summary": cut(tidy(summary))[0] if tidy(summary) else "",
            "other_titles": profile.other_titles or tuple(tidy(title) for title in singular),
        }
    )


# --- XML ---


def _read_xml(text: str, *, name: str) -> _Edition:
    """The compilation, parsed without a document type, entities of its own, or the network."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False)
    try:
        # As bytes without the declaration, whose encoding the text no longer has.
        root = etree.fromstring(re.sub(r"^<\?xml[^>]*\?>", "", text).encode(), parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "<!DOCTYPE" in text[:10_000]:
            raise _typed(name) from error
        raise LibraryError(f"{name} is not sound XML, or is cut short.", mend=_AGAIN) from error
    if root.getroottree().docinfo.doctype:
        raise _typed(name)
    profiles = tuple(_read_element(element) for element in root.findall("occupation") or root.iter("occupation") if _text(element, "title"))
    if not profiles:
        raise LibraryError(f"{name} holds no profile of the Occupational Outlook Handbook.", mend="Choose the handbook's XML compilation.")
    return _Edition(profiles=profiles, updated=_text(root, "last_updated"))


def _typed(name: str) -> LibraryError:
    return LibraryError(f"{name} declares a document type, which the handbook's XML never does, so it was not read.", mend=_AGAIN)


def _read_element(element: Any) -> _Profile:
    sections = {section: body for section, names in _XML_SECTIONS.items() if (body := _section_text(element, names))}
    facts = {label: value for tag, label in _XML_FACTS.items() if (value := _text(element, f".//{tag}/value"))}
    names = ("occupation_name_full", "occupation_name_short_singular", "occupation_name_short_plural")
    return _complete(
        _Profile(
            title=_text(element, "title"),
            url=_text(element, "url"),
            onet_soc_codes=tuple(found for tag in ("soc_code", "occupation_code") for code in element.iter(tag) for found in _find_soc(code)),
            last_modified=_text(element, "publish_date"),
            summary=_text(element, "description") or tidy(read_html(_text(element, "summary_what_they_do"))),
            other_titles=tuple(title for name in names if (title := _text(element, name))),
            facts=facts,
            sections=sections,
        )
    )


def _find_soc(element: Any) -> Iterator[str]:
    yield from re.findall(r"\b\d{2}-\d{4}(?:\.\d{2})?(?!\d)", "".join(element.itertext()))


def _section_text(element: Any, names: tuple[str, ...]) -> str:
    """The lines of the first of these sections that has any; a summary comes in place of a section that is not there."""
    for name in names:
        html = _text(element, f"{name}/section_body") or _text(element, name)
        if html and (lines := read_html(html)):
            return lines
    return ""


def _text(element: Any, path: str) -> str:
    found = element.find(path)
    return "".join(found.itertext()).strip() if found is not None else ""
