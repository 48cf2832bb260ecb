"""Saved web pages to plain lines: what a browser would show, block by block, and nothing of what it hides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.documents.markup import HIDDEN_STYLE, is_hiding
from coach.records import Record

if TYPE_CHECKING:
    from bs4 import Tag

_GONE = ("script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head", "textarea", "select", "button", "audio", "video", "canvas")
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|caption|d[dlt]|details|div|fieldset|fig(?:caption|ure)|footer|form|h[1-6]|header|h[rt]|html|legend|li|main|nav"
    r"|[ou]l|p|pre"
    r"|section|summary|table|t(?:body|foot|head|r)"
)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"^[.#][\w-]+$")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_MANY_LINES = re.compile(r"\n{3,}")
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)


class Page(Record):
    """The visible text of a page, one block a line, and whether something hidden was left out."""

    text: str
    hidden: bool


def find_charset(raw: bytes) -> str:
    """The encoding that a page declares in its first 2,048 bytes, or an empty string."""
    found = _CHARSET.search(raw[:2048])
    return found[1].decode("ascii") if found else ""


def read_html(markup: str) -> Page:
    """The visible text of a page: headings marked `#`, list items `-`, table cells parted by `|`; scripts, styles, comments and hidden elements left out."""
    from bs4 import BeautifulSoup, Comment

    soup = BeautifulSoup(markup, "html.parser")
    hiding = _hiding_selectors("\n".join(style.get_text() for style in soup.find_all("style")))
    hidden = bool(soup.find("script")) or any(True for _ in soup.find_all(string=lambda text: isinstance(text, Comment)))
    for element in soup.find_all(_GONE):
        element.decompose()
    for element in soup.find_all(name=re.compile("")):
        if not element.decomposed and _is_hidden(element, hiding):
            hidden = True
            element.decompose()
    lines = "".join(_pieces(soup)).split("\n")
    text = "\n".join(_SPACES.sub(" ", line).strip() for line in lines)
    return Page(text=_MANY_LINES.sub("\n\n", text).strip(), hidden=hidden)


def _hiding_selectors(css: str) -> frozenset[str]:
    """Classes and ids that a style sheet keeps from being seen; a selector with more than one part is not judged."""
    found = set()
    for match in _RULE.finditer(css):
        if HIDDEN_STYLE.search(match[2]):
            found |= {part.strip() for part in match[1].split(",") if _SELECTOR.match(part.strip())}
    return frozenset(found)


def _is_hidden(element: Tag, hiding: frozenset[str]) -> bool:
    style = str(element.get("style") or "")
    if element.has_attr("hidden") or (style and is_hiding(f'style="{style}"')):
        return True
    classes = element.get("class") or ()
    names = {f".{name}" for name in ([classes] if isinstance(classes, str) else classes)} | {f"#{element.get('id') or ''}"}
    return bool(names & hiding)


def _pieces(element: Tag) -> Iterator[str]:
    from bs4.element import NavigableString, PreformattedString, Tag

    for child in element.children:
        if isinstance(child, PreformattedString):
            continue  # comments, declarations and the like
        if isinstance(child, NavigableString):
            yield _SPACES.sub(" ", str(child))
        elif isinstance(child, Tag):
            yield from _element(child)


def _element(element: Tag) -> Iterator[str]:
    name = element.name
    if name in {"br", "hr"}:
        yield "\n"
        return
    if name in {"td", "th"}:
        yield from _pieces(element)
        if element.find_next_sibling(["td", "th"]):
            yield " | "
        return
    block = _BLOCKS.fullmatch(name) is not None
    if block:
        yield "\n"
    if name in {"h1", "h2", "h3", "h4", "h5", "h6"}:
        yield "\n# "
    elif name == "li":
        yield "- "
    yield from _pieces(element)
    if block:
        yield "\n\n" if name in {"p", "ul", "ol", "table", "section"} or name.startswith("h") else "\n"
