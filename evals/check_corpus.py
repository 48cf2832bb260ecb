"""Holds every occupation file to `corpus/README.md`: `python -m evals.check_corpus [FOLDER]` prints each fault with file, line and what to mend.

The structure is checked by the reader itself (`coach.library.corpus`); here stand the rules of length, number and style. Exit code 1 where there is a fault.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import get_args

from coach.errors import LibraryError
from coach.library.corpus import Fault, corpus_folder, list_files, read_file
from coach.library.words import search_words
from coach.manner.questions import faults_of_question
from coach.records import CareerPath, Occupation, PathPiece, PrivateFact, Record, Tier, Topic
from coach.rehearsal.usual import USUAL

FACT_WORDS = {Tier.T0: (20, 45), Tier.T1: (30, 60), Tier.T2: (30, 60), Tier.T3: (30, 60)}
DETAILS = {Tier.T0: 1, Tier.T1: 2, Tier.T2: 3, Tier.T3: 2}
PATH_DETAILS = 4
"""How many details a private fact of each tier and a piece of a career path have at least."""
DETAIL_WORDS, DETAIL_ASK_WORDS, ANSWER_WORDS = (10, 34), (3, 14), (12, 34)
PATH_WORDS = {"story": (40, 70), "turning_point": (30, 60), "doubt": (30, 60), "pride": (25, 50)}
COUNTRIES = {"US": ("United States", "America"), "NZ": ("New Zealand", "Aotearoa")}
ASK_WORDS = (9, 36)
ASKS, ASKED_TOPICS = 12, 9
"""Questions a file has at least, and over how many topics."""

SAME_FACT = 0.6
"""Two facts of a file that share more than this part of their stems tell the same thing."""

_NUMBERS = [
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    *("seventeen", "eighteen", "nineteen", "twenty", "twenty-one", "twenty-two", "twenty-three", "twenty-four", "twenty-five"),
]
_WORTH = {word: float(n) for n, word in enumerate(_NUMBERS, start=1)} | {"a": 1.0, "an": 1.0, "half": 0.5}
_DURATION = re.compile(
    r"\b(?P<whole>\d+(?:\.\d+)?|" + "|".join(sorted(_WORTH, key=len, reverse=True)) + r")(?P<half> and a half)?(?: an?)?(?: \w+)? (?P<unit>year|month)s?\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.?!]+[.?!]")
_AMERICAN = re.compile(
    r"\b(?:colors?|colored|favors?|favorite|labors?|neighbors?|neighborhoods?|behaviors?|harbors?|humor|honors?|centers?|theaters?|fibers?|gray|traveled|"
    r"traveling|canceled|modeling|labeled|jewelry|aluminum|mom|plow)\b"
)
_YES_OR_NO = re.compile(r"(?:yes|no|it depends)\b", re.IGNORECASE)
_Barred = tuple[re.Pattern[str], str, str]
_FIGURE: tuple[_Barred, ...] = ((re.compile(r"\d"), "it has a figure in it", "Say small numbers in words and leave others to the sourced figures."),)
_FITS_THREE = "It has to fit three people: say it without."
_BARRED_IN_FACTS: tuple[_Barred, ...] = (
    (re.compile(r"\?[\"'”’]?$"), "it ends with a question", "End with what the person knows or feels."),
    (re.compile(r"[$£€]\s?\d|\b(?:my|the) (?:salary|wages?) (?:is|was)\b", re.IGNORECASE), "it tells a figure about pay", "Leave pay to the sourced figures."),
    (re.compile(r"\b(?:good|great|interesting|lovely) question\b", re.IGNORECASE), "it praises the question", "Begin with the matter itself."),
    (
        re.compile(r"\bmy (?:wife|husband|partner|kids|children|sons?|daughters?|boyfriend|girlfriend)\b", re.IGNORECASE),
        "it names the speaker's family",
        _FITS_THREE,
    ),
    (re.compile(r"\bas an? (?:woman|man|mother|father|mum|dad|girl|boy)\b", re.IGNORECASE), "it names the speaker's gender", _FITS_THREE),
    (
        re.compile(r"\bI(?:'ve| have) (?:been|done|worked)\b[^.]{0,40}\b(?:for|these|over|nearly|about) (?:\d+|" + "|".join(_NUMBERS[1:]) + r") years\b"),
        "it names the years in the job",
        _FITS_THREE,
    ),
)


class _Checked(Record):
    """One file that could be read, with its lines."""

    name: str
    lines: tuple[str, ...]
    occupation: Occupation

    def line_of(self, text: str) -> int:
        """The line on which `text` begins, 1 where it cannot be told."""
        start = " ".join(text.split()[:4])
        return next((n for n, line in enumerate(self.lines, start=1) if start in line), 1)

    def fault(self, text: str, what: str, mend: str) -> Fault:
        """A fault at the place of `text`."""
        return Fault(file=self.name, line=self.line_of(text), what=what, mend=mend)


def check_corpus(folder: Path) -> tuple[Fault, ...]:
    """All faults of all files of a corpus folder. Raises `LibraryError` where there is no file."""
    faults: list[Fault] = []
    checked: list[_Checked] = []
    for path in list_files(folder):
        raw = path.read_bytes()
        found = read_file(raw, name=path.name)
        faults += found.faults
        if found.occupation is not None:
            checked.append(_Checked(name=path.name, lines=tuple(raw.decode("utf-8-sig").splitlines()), occupation=found.occupation))
    for file in checked:
        for check in CHECKS:
            faults += check(file)
    faults += _check_codes(checked)
    faults += _check_sentences(checked)
    return tuple(sorted(faults, key=lambda fault: (fault.file, fault.line)))


# --- one file ---


def _check_front(file: _Checked) -> Iterator[Fault]:
    occupation = file.occupation
    titles = [title.casefold() for title in (occupation.title, *occupation.alternate_titles)]
    if not 12 <= len(occupation.alternate_titles) <= 30:
        yield file.fault("alternate_titles:", f"there are {len(occupation.alternate_titles)} alternate titles.", "Give 12 to 30.")
    for title, count in Counter(titles).items():
        if count > 1:
            yield file.fault("alternate_titles:", f"the title {title} stands {count} times.", "Keep one.")
    if not occupation.title[0].isupper() or any(word[0].isupper() for word in occupation.title.split()[1:] if not word.isupper()):
        yield file.fault("title:", "the title is not in sentence case.", "Only the first word has a capital.")
    if not 1 <= len(_SENTENCE.findall(occupation.summary)) <= 2:
        yield file.fault(occupation.summary, "the summary is not one or two sentences.", "Say in one or two what the work is.")
    for figure in occupation.figures:
        known = str(figure.year) in figure.text and any(name in figure.text for name in COUNTRIES[figure.country])
        if not known or not figure.text.endswith("."):
            yield file.fault(figure.text, "a figure is not a whole sentence with its year and its country.", "Name both in the sentence.")


def _check_paths(file: _Checked) -> Iterator[Fault]:
    for path in file.occupation.career_paths:
        if not 4 <= path.years <= 25:
            yield file.fault(f"role: {path.role}", f"{path.years} years in the occupation.", "Give 4 to 25.")
        if not 2 <= len(path.works_with) <= 3:
            yield file.fault(f"role: {path.role}", f"works_with has {len(path.works_with)} entries.", "Give two or three.")
        yield from _check_steps(file, path)
        for key, (least, most) in PATH_WORDS.items():
            yield from _check_length(file, getattr(path, key), least=least, most=most, what=f"{key} of the {path.role}")


def _check_steps(file: _Checked, path: CareerPath) -> Iterator[Fault]:
    if not 2 <= len(path.steps) <= 4:
        yield file.fault(path.steps[0], f"the {path.role} has {len(path.steps)} steps.", "Give two to four.")
    lasted = [read_duration(step) for step in path.steps]
    for step, years in zip(path.steps, lasted, strict=True):
        if years is None:
            yield file.fault(step, f"a step of the {path.role} does not say how long it lasted.", "Begin with it: three years as ...")
    total = sum(years or 0 for years in lasted)
    if None not in lasted and abs(total - path.years) > 0.01:
        yield file.fault(path.steps[0], f"the steps of the {path.role} make {total:g} years, not {path.years}.", "Make them agree.")


def read_duration(step: str) -> float | None:
    """The years that the first duration in the text comes to, or None where there is none."""
    found = _DURATION.search(step)
    if found is None:
        return None
    word = found["whole"].lower()
    amount = _WORTH[word] if word in _WORTH else float(word)
    amount += 0.5 if found["half"] else 0.0
    return amount / 12 if found["unit"].lower() == "month" else amount


def _check_prose(file: _Checked) -> Iterator[Fault]:
    total = 0
    for topic in Topic:
        passages = [passage for passage in file.occupation.passages if passage.topic is topic and "/figure/" not in passage.id]
        paragraphs = {passage.line for passage in passages}
        words = sum(len(passage.text.split()) for passage in passages)
        total += words
        heading = f"## {topic}"
        if not 2 <= len(paragraphs) <= 3:
            yield file.fault(heading, f"the section {topic} has {len(paragraphs)} paragraphs.", "Write two or three.")
        if not 90 <= words <= 150:
            yield file.fault(heading, f"the section {topic} has {words} words.", "Write 90 to 150.")
    if not 900 <= total <= 1500:
        yield file.fault("## PATH", f"the ten sections have {total} words.", "Write 900 to 1,500.")


def _check_facts(file: _Checked) -> Iterator[Fault]:
    facts = file.occupation.private_facts
    if len(facts) < 34:
        yield file.fault("### Private facts", f"there are {len(facts)} private facts.", "Write at least 34.")
    tiers = {topic: Counter(fact.tier for fact in facts if fact.topic is topic) for topic in Topic}
    for topic, counts in tiers.items():
        if counts.total() < 3 or not counts[Tier.T1] or not counts[Tier.T2]:
            yield file.fault(f"## {topic}", f"the section {topic} lacks private facts.", "Write at least three, among them a T1 and a T2.")
    for tier, least in ((Tier.T0, 6), (Tier.T3, 5)):
        having = sum(1 for counts in tiers.values() if counts[tier])
        if having < least:
            yield file.fault("## PATH", f"{having} sections have a {tier} fact.", f"Give one to at least {least}.")
    for fact in facts:
        least, most = FACT_WORDS[fact.tier]
        yield from _check_length(file, fact.text, least=least, most=most, what=f"the fact {fact.id}")
        yield from _check_barred(file, fact.text, what=f"the fact {fact.id}")
    yield from _check_doubles(file, facts)


def _is_deep(occupation: Occupation) -> bool:
    """Whether a file has details and answers, of which it has all or none: without them the general ones of people.yaml serve."""
    return bool(occupation.answers) or any(fact.details for fact in occupation.private_facts)


def _check_details(file: _Checked) -> Iterator[Fault]:
    told = [(f"the fact {fact.id}", fact.text, DETAILS[fact.tier], fact.details) for fact in file.occupation.private_facts]
    for path in file.occupation.career_paths:
        told += [(f"{piece} of the {path.role}", getattr(path, piece), PATH_DETAILS, path.details.get(piece, ())) for piece in get_args(PathPiece)]
    if not _is_deep(file.occupation):
        return
    for what, text, least, details in told:
        if len(details) < least:
            yield file.fault(text, f"{what} has {len(details)} details.", f"Write at least {least}: what a listener would ask next, and the answer.")
        for detail in details:
            yield from _check_length(file, detail.question, least=DETAIL_ASK_WORDS[0], most=DETAIL_ASK_WORDS[1], what=f"a question on {what}")
            yield from _check_length(file, detail.text, least=DETAIL_WORDS[0], most=DETAIL_WORDS[1], what=f"a detail of {what}")
            yield from _check_barred(file, detail.text, what=f"a detail of {what}", also=_FIGURE)


def _check_answers(file: _Checked) -> Iterator[Fault]:
    answers = file.occupation.answers
    if not _is_deep(file.occupation):
        return
    for name in sorted(USUAL.keys() - answers.keys()):
        yield file.fault("answers:", f"the usual question {name} has no answer.", "Write one: what this person says to it.")
    for name, text in answers.items():
        if name not in USUAL:
            yield file.fault(f"  {name}:", f"there is no usual question {name}.", "Take a name of coach/rehearsal/usual.py.")
        yield from _check_length(file, text, least=ANSWER_WORDS[0], most=ANSWER_WORDS[1], what=f"the answer to {name}")
        yield from _check_barred(file, text, what=f"the answer to {name}", also=_FIGURE)
        if _YES_OR_NO.match(text):
            yield file.fault(text, f"the answer to {name} begins with yes, no or it depends.", "Say the thing itself: it serves open questions too.")


def _check_barred(file: _Checked, text: str, *, what: str, also: tuple[_Barred, ...] = ()) -> Iterator[Fault]:
    for pattern, found, mend in (*_BARRED_IN_FACTS, *also):
        if pattern.search(text):
            yield file.fault(text, f"{what} breaks a rule: {found}.", mend)


def _check_asks(file: _Checked) -> Iterator[Fault]:
    asks = [(passage, text) for passage in file.occupation.passages for text in passage.asks]
    topics = {passage.topic for passage, _ in asks}
    if len(asks) < ASKS or len(topics) < ASKED_TOPICS:
        found = f"there are {len(asks)} questions over {len(topics)} topics."
        yield file.fault("### Questions", found, f"Write at least {ASKS}, one in each section but LINKS.")
    for passage, text in asks:
        yield from _check_length(file, text, least=ASK_WORDS[0], most=ASK_WORDS[1], what=f"the question on {passage.id}")
        if text.count("?") != 1 or not text.endswith("?"):
            yield file.fault(text, f"the question on {passage.id} does not end with its only question mark.", "Ask one thing, at the end.")
        for name in faults_of_question(text, grounded_in=(passage.text,)):
            yield file.fault(text, f"the question on {passage.id} fails the test {name}.", "Ask it in another way, see coach/manner/questions.py.")
        if not set(search_words(text)) & set(search_words(passage.text)):
            yield file.fault(text, f"the question on {passage.id} takes up nothing of the passage.", "Build on a detail of the passage.")
    openings = Counter(" ".join(text.split()[:3]).casefold() for _, text in asks)
    for opening, count in openings.items():
        if count > 3:
            yield file.fault("### Questions", f"{count} questions begin with {opening!r}.", "Begin at most three alike.")


def _check_doubles(file: _Checked, facts: tuple[PrivateFact, ...]) -> Iterator[Fault]:
    stems = [frozenset(search_words(fact.text)) for fact in facts]
    for n, fact in enumerate(facts):
        for m in range(n):
            if len(stems[n] & stems[m]) > SAME_FACT * min(len(stems[n]), len(stems[m])):
                yield file.fault(fact.text, f"the facts {facts[m].id} and {fact.id} tell the same thing.", "Replace one.")


def _check_length(file: _Checked, text: str, *, least: int, most: int, what: str) -> Iterator[Fault]:
    words = len(text.split())
    if not least <= words <= most:
        yield file.fault(text, f"{what} has {words} words.", f"Write {least} to {most}.")


def _check_style(file: _Checked) -> Iterator[Fault]:
    for text in _texts(file.occupation):
        if "!" in text or "—" in text:
            yield file.fault(text, "there is an exclamation mark or an em dash.", "Use a full stop, a comma or a colon.")
        american = _AMERICAN.search(text)
        if american:
            yield file.fault(text, f"{american[0]} is American spelling.", "Use British spelling.")


def _texts(occupation: Occupation) -> Iterator[str]:
    yield occupation.summary
    for passage in occupation.passages:
        yield passage.text
        yield from passage.asks
    for fact in occupation.private_facts:
        yield from (fact.text, *(detail.text for detail in fact.details))
    for path in occupation.career_paths:
        yield from (path.story, path.turning_point, path.doubt, path.pride, path.team, path.training, path.before, *path.steps)
        yield from (detail.text for details in path.details.values() for detail in details)
    yield from occupation.answers.values()


CHECKS: tuple[Callable[[_Checked], Iterable[Fault]], ...] = (
    _check_front,
    _check_paths,
    _check_prose,
    _check_asks,
    _check_facts,
    _check_details,
    _check_answers,
    _check_style,
)


# --- all files together ---


def _check_codes(files: Iterable[_Checked]) -> Iterator[Fault]:
    holders: dict[str, str] = {}
    for file in files:
        first = holders.setdefault(file.occupation.code, file.name)
        if first != file.name:
            yield file.fault("onet_soc:", f"the code {file.occupation.code} is taken by {first}.", "Give each occupation file its own onet_soc code.")


def _check_sentences(files: Iterable[_Checked]) -> Iterator[Fault]:
    """Sentences of five words or more that stand twice, in one file or in two."""
    seen: dict[str, str] = {}
    for file in files:
        for text in _texts(file.occupation):
            for sentence in _SENTENCE.findall(text):
                plain = " ".join(re.findall(r"\w+", sentence.casefold()))
                if len(plain.split()) < 5:
                    continue
                if plain in seen:
                    yield file.fault(text, f"the sentence {sentence.strip()!r} stands in {seen[plain]} too.", "Say it in another way.")
                seen.setdefault(plain, file.name)


def main(arguments: list[str]) -> int:
    """Print the faults, or how many files are well."""
    folder = Path(arguments[0]) if arguments else corpus_folder()
    try:
        faults = check_corpus(folder)
    except LibraryError as error:
        print(error)
        return 1
    for fault in faults:
        print(f"{fault.file}:{fault.line}: {fault.what} {fault.mend}")
    if not faults:
        print(f"{len(list_files(folder))} occupation files keep the format.")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
