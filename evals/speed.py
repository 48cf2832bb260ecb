"""How long a learner waits for an answer: the built-in coach by itself, and a language model beside the bare client: `python -m evals.speed [--calls N]`.

Built-in: every reply of the scripted talks (`evals/cases/rehearsals/`), from the learner's words to the whole reply, with store and library, as `Coach.say` gives it.

Language model: a local server speaks the same reply, some milliseconds a piece, in turn to the bare OpenAI client (same messages, streamed) and to `Coach.say`. Own part: from the
learner's words to the moment at which the request reaches the server, which runs in a process of its own. First sentence: to the moment at which it may be shown, checked; the bare client's is the moment at which
it has come in. Medians; the two are measured call by call in one run, after one call of each that is not counted, so that what else runs on the machine counts for both.
"""

from __future__ import annotations

import multiprocessing
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.coaching import Coach, open_coach
from coach.engines.language_model import LanguageModelEngine
from coach.engines.offline import OfflineEngine
from coach.library.corpus import corpus_folder, read_corpus
from coach.prompts import EngineSettings, Rendered
from coach.records import ClockKind, Record
from coach.settings import open_settings
from evals.rehearsals import find_occupation, read_scripts
from tests.openai_server import OpenAIServer, Reply

if TYPE_CHECKING:
    import openai

CALLS = 25
PACES_S = (0.004, 0.02)
"""Seconds a piece of seven letters: a fast server on the same machine, and one as fast as providers' usual models."""
_REPLY = (
    "I swept a boat shed for an old hand who noticed everything and said little, and one day he handed me the pliers. Two things went wrong before lunch. "
    "He watched me put them right and never spoke a word. I went home and told nobody, and the next morning I was there before him."
)
_ASKED = "What was that like, the first time somebody let you do it on your own?"


class Wait(Record):
    """Milliseconds, one list a measure: own part before the request, first sentence with us, first sentence of the bare client."""

    own: tuple[float, ...]
    ours: tuple[float, ...]
    bare: tuple[float, ...]


def measure_offline(folder: Path) -> list[float]:
    """Milliseconds of every reply of the scripted talks."""
    coach = open_coach(open_settings(engine="offline", data=folder), engine=OfflineEngine())
    corpus = read_corpus(corpus_folder()).occupations.values()
    found = []
    for script in read_scripts():
        code = find_occupation(script.occupation, corpus).code
        if code not in {known.code for known in corpus}:
            continue
        rehearsal = coach.open_rehearsal(occupation=code, style=script.style, minutes=max(15, script.planned_minutes), clock=ClockKind.EXCHANGE)
        for said in script.learner:
            began = time.perf_counter()
            list(coach.say(rehearsal.id, said))
            found.append(1000 * (time.perf_counter() - began))
    coach.close()
    return found


class _Endless(deque[Reply]):
    """One reply, over and over."""

    def popleft(self) -> Reply:
        return self[0]


def _serve(told: Connection, text: str, pace_s: float) -> None:
    """A server in a process of its own: tells its address, then the moment of every request, as seconds since 1970."""
    with OpenAIServer(replies=_Endless([Reply(text, pace_s=pace_s)])) as server:
        told.send(server.url)
        seen = 0
        while not told.poll():
            time.sleep(0.001)
            for moment in server.arrivals[seen:]:
                told.send(time.time() - (time.perf_counter() - moment))
                seen += 1


def measure_language_model(folder: Path, *, calls: int, pace_s: float) -> Wait:
    """Own part and first sentence of so many calls, ours and the bare client's in turn."""
    import openai

    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, _REPLY, pace_s), daemon=True)
    process.start()
    url = here.recv()
    own, ours, bare = [], [], []
    coach = open_coach(open_settings(engine="language_model", data=folder, base_url=url, model="openai:speed"))
    client = openai.OpenAI(base_url=url, api_key="none-needed")
    try:
        for n in range(calls + 1):
            rehearsal = coach.open_rehearsal(occupation="electrician", seed=n)
            coach.hear(rehearsal.id, "Hello, I'm Tessa, thank you for your time.")
            list(coach.reply(rehearsal.id, built_in=True))
            began = time.time()
            sentences = coach.say(rehearsal.id, _ASKED)
            next(sentences)
            first = time.time()
            list(sentences)
            arrived = here.recv()
            while here.poll(0.02):  # a second call, where the first answer was to be rewritten
                here.recv()
            took = _first_of_bare(client, _messages(coach, rehearsal.id))
            here.recv()
            if n:
                own.append(1000 * (arrived - began))
                ours.append(1000 * (first - began))
                bare.append(took)
    finally:
        here.send("enough")
        process.join(timeout=5)
        coach.close()
    return Wait(own=tuple(own), ours=tuple(ours), bare=tuple(bare))


def _messages(coach: Coach, rehearsal_id: str) -> list[dict[str, str]]:
    """Messages as long as ours."""
    length = len(coach.get_rehearsal(rehearsal_id).fact_sheet.model_dump_json()) // 2
    return [{"role": "system", "content": "word " * (length // 5)}, {"role": "user", "content": _ASKED}]


def _first_of_bare(client: openai.OpenAI, messages: list[Any]) -> float:
    began = time.time()
    text, first = "", 0.0
    for chunk in client.chat.completions.create(model="speed", messages=messages, stream=True):
        text += chunk.choices[0].delta.content or "" if chunk.choices else ""
        if not first and ". " in text:
            first = time.time()
    return 1000 * (first - began)


def measure_calls(folder: Path, *, calls: int) -> tuple[float, float, int]:
    """Milliseconds by which a call of our engine takes longer than the bare client's, at the median, each whole and in turn; and by how many kilobytes the process grew over ten times as many calls."""
    import openai

    prompt = Rendered(name="speed", system="Be brief.", user=_ASKED, returns="text", settings=EngineSettings(), digest="", inputs={})
    with OpenAIServer(replies=_Endless([Reply(_REPLY)])) as server:
        engine = LanguageModelEngine(open_settings(engine="language_model", data=folder, base_url=server.url, model="openai:speed"))
        client = openai.OpenAI(base_url=server.url, api_key="none-needed")
        ours, bare = [], []
        for _ in range(calls):
            began = time.perf_counter()
            list(engine.stream(prompt))
            between = time.perf_counter()
            _first_of_bare(client, [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.user}])
            ours.append(1000 * (between - began))
            bare.append(1000 * (time.perf_counter() - between))
            server.requests.clear()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for _ in range(10 * calls):
            list(engine.stream(prompt))
            server.requests.clear()
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        client.close()
    return statistics.median(ours) - statistics.median(bare), statistics.median(bare), grown


def measure_start() -> tuple[float, float]:
    """Seconds until a new process has the offline coach open, and until it has imported the language-model engine as well; the least of five each."""
    opened = "from coach.coaching import open_coach; from coach.settings import open_settings; open_coach(open_settings(engine='offline')).card"
    both = f"{opened}; import coach.engines.language_model"

    def least(code: str) -> float:
        took = []
        for _ in range(5):
            began = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            took.append(time.perf_counter() - began)
        return min(took)

    return least(opened), least(both)


def main() -> int:
    """Print the figures."""
    calls = int(sys.argv[sys.argv.index("--calls") + 1]) if "--calls" in sys.argv else CALLS
    with tempfile.TemporaryDirectory(prefix="coach-speed-") as name:
        offline = sorted(measure_offline(Path(name) / "offline"))
        waits = {pace_s: measure_language_model(Path(name) / f"model-{pace_s}", calls=calls, pace_s=pace_s) for pace_s in PACES_S}
    print(f"built-in coach, {len(offline)} replies: median {statistics.median(offline):.0f} ms, 95 of 100 under {offline[len(offline) * 95 // 100]:.0f} ms")
    for pace_s, wait in waits.items():
        ours, bare = statistics.median(wait.ours), statistics.median(wait.bare)
        ratios = statistics.median(one / other for one, other in zip(wait.ours, wait.bare, strict=True))
        print(
            f"language model, {1000 * pace_s:.0f} ms a piece, {len(wait.ours)} calls: own part before the request {statistics.median(wait.own):.0f} ms (median)"
        )
        print(f"  first sentence: ours {ours:.0f} ms, bare client {bare:.0f} ms (medians); call by call {ratios:.2f} times")
    with tempfile.TemporaryDirectory(prefix="coach-speed-") as name:
        more, bare, grown = measure_calls(Path(name), calls=100)
    print(
        f"one call, whole: ours {more:+.1f} ms beside the bare client's {bare:.1f} ms (medians of 100); after 1,000 more calls the process is {grown} kB larger"
    )
    alone, both = measure_start()
    print(f"start: offline coach {alone:.2f} s, with the language-model engine imported {both:.2f} s (least of five)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
