"""Reading what a language model answered: the record in it, and the words without the thoughts that some models speak aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from coach.engines import R

_FENCE = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)
_THOUGHT = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_OPENING, _CLOSING = ("<think>", "<thinking>"), re.compile(r"</think(?:ing)?>")


def read_record(answer: str, returns: type[R]) -> R:
    """The record in the answer, which may stand in a code fence, after a spoken thought, or with words around it. Raises `ValueError`, of which `ValidationError` is one."""
    text = _THOUGHT.sub("", answer)
    fenced = _FENCE.match(text)
    text = fenced[1] if fenced else text
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise ValueError("no JSON object in the answer")
    return returns.model_validate_json(text[start : end + 1])


def say_misfit(error: Exception) -> str:
    """What is wrong with an answer, without repeating it."""
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(str(part) for part in item['loc'])}: {item['msg']}" for item in error.errors(include_input=False, include_url=False)[:5])
    return str(error)


def is_thought_only(answer: str) -> bool:
    """Whether an answer is a thought spoken aloud that found no end."""
    return answer.lstrip().startswith(_OPENING) and _CLOSING.search(answer) is None


def leave_out_thoughts(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces without a thought spoken at their head; a head that may yet become one waits for what follows."""
    head, open_ = "", True
    for piece in pieces:
        if not open_:
            yield piece
            continue
        head += piece
        begun = head.lstrip()
        if begun.startswith(_OPENING):
            closed = _CLOSING.search(begun)
            if closed is None:
                continue
            head = begun[closed.end() :].lstrip()
            if not head:
                continue
            begun = head
        if not any(opening.startswith(begun) for opening in _OPENING):
            open_ = False
            yield begun
    if open_ and (begun := head.lstrip()) and not begun.startswith(_OPENING):
        yield begun
