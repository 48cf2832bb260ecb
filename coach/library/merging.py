"""The corpus and the imported sources as one: an occupation of one code from all of them, and what a catalogue of all of them is made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from coach.library.bridging import Bridge, list_titles
from coach.library.catalogue import Content, Entry
from coach.library.holdings import Holdings, leave_out_groups
from coach.records import Occupation, Passage, Topic


def merge_occupations(found: Sequence[Occupation]) -> Occupation:
    """One occupation of several sources' on one code; title, summary and what only one can give come from the first that has them."""
    first = found[0]
    if len(found) == 1:
        return first
    own = {first.title.casefold()}
    titles = {title.casefold(): title for occupation in reversed(found) for title in (*occupation.alternate_titles, occupation.title)}
    sources = {source.id: source for occupation in reversed(found) for source in occupation.sources}
    codes = {key: code for occupation in reversed(found) for key, code in occupation.codes.items()}
    return first.model_copy(
        update={
            "alternate_titles": tuple(title for folded, title in titles.items() if folded not in own),
            "codes": codes,
            "summary": next((occupation.summary for occupation in found if occupation.summary), ""),
            "sources": tuple(sources.values()),
            "passages": tuple(_list_passages(found)),
        }
    )


def _list_passages(found: Sequence[Occupation]) -> Iterator[Passage]:
    """All passages, each under an id of its own: two folders of one's own may both have the first passage on an occupation."""
    taken: set[str] = set()
    for occupation in found:
        for passage in occupation.passages:
            own = passage if passage.id not in taken else passage.model_copy(update={"id": f"{passage.source.id}/{passage.id}"})
            taken.add(own.id)
            yield own


def gather_content(corpus: Mapping[str, Occupation], holdings: Holdings, bridge: Bridge) -> Content:
    """Titles, tasks and summaries of every occupation, each text once an occupation; ESCO's description of another source's occupation is one of its tasks."""
    codes = tuple(sorted({*corpus, *map(bridge.find, holdings.list_codes())}))
    place = {code: n for n, code in enumerate(codes)}
    titles = {(held.code, held.title.casefold()): held.title for _, held in leave_out_groups(list_titles(holdings, bridge))}
    tasks = {pair: None for source in holdings.sources for pair in source.list_tasks()}
    described = [pair for source in reversed(holdings.sources) for pair in source.list_summaries()]
    summaries = {code: summary for code, summary in described if bridge.find(code) == code}
    for code, occupation in corpus.items():
        for title in (occupation.title, *occupation.alternate_titles):
            titles.setdefault((code, title.casefold()), title)
        tasks |= {(code, passage.text): None for passage in occupation.passages if passage.topic is Topic.WORK}
        summaries.setdefault(code, occupation.summary)
    tasks |= {(bridge.find(code), summary): None for code, summary in described if bridge.find(code) != code}
    return Content(
        codes=codes,
        titles=tuple(Entry(place[code], title) for (code, _), title in titles.items()),
        tasks=tuple(Entry(place[code], text) for code, text in tasks),
        summaries=tuple(Entry(place[code], summary) for code, summary in summaries.items()),
    )
