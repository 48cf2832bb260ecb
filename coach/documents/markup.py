"""Markup that came along when a web page was copied into plain notes: tags go, what a browser would not show goes with them.

The work is done by patterns and a stack instead of an HTML parser, because each line of the notes must keep its number and because parsers differ between
versions of Python on broken markup.
"""

from __future__ import annotations

import re

from coach.records import Record

_NAMES = re.compile(
    r"a|abbr|address|article|aside|audio|b|base|blockquote|body|br|button|canvas|caption|center|cite|code|col|d[dlt]|del|details|div|em|embed|fieldset"
    r"|fig(?:caption|ure)"
    r"|font|footer|form|frame|frameset|h[1-6]|h[rt]|head|header|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|math|meta|nav|noscript"
    r"|object|[ou]l"
    r"|optgroup|option|p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|su[bp]|summary|svg|table|t(?:body|d|foot|h"
    r"|head|r)"
    r"|template|textarea|time|title|track|u|var|video",
    re.IGNORECASE,
)
_UNSHOWN = "script|style|template|noscript|iframe|object|svg|math|head|textarea|select"
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?\]\]>|<!doctype[^>\n]*>|<\?(?:xml|php)[^>\n]*>", re.DOTALL | re.IGNORECASE)
_ELEMENT = re.compile(rf"<({_UNSHOWN})\b[^<>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BROKEN = re.compile(r"</?(?:script|iframe|object|embed|style)\b[^\n>]*>?", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,11})((?:[\s/](?:\"[^\"\n]*\"|'[^'\n]*'|[^'\"<>])*)?)>")
_PICTURE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_SCRIPT_LINK = re.compile(r"\[([^\]\n]*)\]\(\s*(?:javascript|data|vbscript):[^)\n]*\)", re.IGNORECASE)
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})
HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*(?:\.0+)?\s*(?:[;\"'!]|$)|font-size\s*:\s*(?:0|1px|1pt"
    r"|0?\.\d+\w*)\s*\w*\s*(?:[;\"'!]|$)"
    r"|(?<![-\w])color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)|(?:left|top|text-indent|margin-left)\s*:\s*-\d{3,}"
    r"|clip\s*:\s*rect\(0|(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:[;\"'!]|$)|transform\s*:\s*scale\(0",
    re.IGNORECASE,
)
_HIDDEN_ATTRIBUTE = re.compile(r"(?:^|[\s\"'])hidden(?=[\s=/]|$)", re.IGNORECASE)


class Stripped(Record):
    """Text without markup, and the lines, from 1, on which something that was not meant to be seen, or could load or run something, was taken out."""

    text: str
    lines: tuple[int, ...] = ()


def is_hiding(attributes: str) -> bool:
    """Whether the attributes of a tag keep its content from being seen."""
    return bool(HIDDEN_STYLE.search(attributes) or _HIDDEN_ATTRIBUTE.search(attributes))


def strip_markup(text: str) -> Stripped:
    """The text without tags, comments, scripts and hidden elements; words that only look like a tag (`<name@site>`) stay."""
    lines: set[int] = set()
    for _ in range(4):  # taking one tag out can join the pieces of another
        before = text
        for pattern in (_COMMENT, _ELEMENT, _BROKEN) if "<" in text else ():
            text = _cut(text, pattern, lines)
        text = _cut_hidden(text, lines) if "<" in text else text
        text = _TAG.sub(lambda match: "" if _NAMES.fullmatch(match[2]) else match[0], text) if "<" in text else text
        for pattern in (_PICTURE, _SCRIPT_LINK) if "](" in text else ():
            lines |= {_line_of(text, match.start()) for match in pattern.finditer(text)}
            text = pattern.sub(lambda match: match[1], text)
        if text == before:
            break
    return Stripped(text=text, lines=tuple(sorted(lines)))


def _cut(text: str, pattern: re.Pattern[str], lines: set[int]) -> str:
    def keep_line_ends(match: re.Match[str]) -> str:
        if not match[0].lower().startswith("<!doctype"):
            lines.add(_line_of(text, match.start()))
        if match[0].startswith("<!--") and not match[0].endswith("-->"):
            return match[0][len(match[0].split("\n", 1)[0]) :]  # a comment never closed hides its own line only
        return "\n" * match[0].count("\n")

    return pattern.sub(keep_line_ends, text)


def _cut_hidden(text: str, lines: set[int]) -> str:
    cuts: list[tuple[int, int]] = []
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if match[1] or not _NAMES.fullmatch(name) or name in _VOID or not is_hiding(match[3]):
            continue
        if cuts and match.start() < cuts[-1][1]:
            continue
        cuts.append((match.start(), _end_of_element(text, match)))
    for start, end in reversed(cuts):
        lines.add(_line_of(text, start))
        text = text[:start] + "\n" * text[start:end].count("\n") + text[end:]
    return text


def _end_of_element(text: str, opening: re.Match[str]) -> int:
    """Where the element ends; at the end of its line where it is never closed, so that one open tag cannot swallow the notes."""
    depth = 0
    for match in _TAG.finditer(text, opening.start()):
        if match[2].lower() != opening[2].lower() or match[3].rstrip().endswith("/"):
            continue
        depth += -1 if match[1] else 1
        if depth == 0:
            return match.end()
    end = text.find("\n", opening.end())
    return len(text) if end < 0 else end


def _line_of(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
