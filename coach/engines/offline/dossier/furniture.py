"""What a copied page brings along that is not about anybody: menus, cookie notices, buttons, counters, footers, advertisements."""

from __future__ import annotations

import re

_PHRASES = re.compile(
    r"\b(?:cookies?\b|skip to|accept all|reject all|privacy policy|terms (?:of|and|&)|all rights reserved|site ?map|unsubscribe|subscribe|sign (?:up"
    r"|in)\b(?! (?:to|for) (?:the|a)\b)|log ?in\b|newsletter"
    r"|follow us|share this|back to top|read more|see (?:all|more)|show (?:all|more)|learn more$|view (?:profile|all|more)|load more|contact info"
    r"|mutual connections?|\d\+? connections|followers?\b(?! up)"
    r"|your email\]|add to cart|checkout|book online|site by|powered by|website by|accessibility (?:links|statement)|manage preferences"
    r"|please consider the environment|intended recipient|e-?mail and any attachments|registered in england|registered (?:office|charity|company)"
    r"|charity (?:no|number)|company (?:no|number)"
    r"|confidential.{0,40}(?:recipient|disclos)|views expressed|scanned for viruses|sent from my|get outlook for|click here|copyright|©|\(c\) ?20\d\d"
    r"|search this site|your browser|loading|advert(?:isement)?\b"
    r"|sponsored|try premium|promoted$|you both know|\w+ \w+ recommends? \w+|open to:|and \d+ others? (?:work|live|follow)|people also viewed|people you may know|report (?:this|abuse)"
    r"|powered by|^\W*(?:built|designed|developed|hosted|made|crafted) (?:with love )?by [\w&' ]{2,30}$|\w+ (?:commented on|liked|reposted|shared|reacted to|posted) (?:a|an|this|the)\b.{0,20}(?:\d+\s?[smhdwy]\b|ago|post)|back to (?:search"
    r"|results)|print this page|page \d+ of \d+)",
    re.IGNORECASE,
)
_BUTTONS = re.compile(
    r"^\W*(?:(?:message|connect|follow(?:ing)?|more|pending|like|comment|share|send|repost|endorse|home|menu|close|search|q|donate|visit|shop|go|ok|next"
    r"|previous|prev|1st|2nd|3rd\+?|f|o|in|x|"
    r"contact|about|news|blog|careers|events|login|register|cart|help|faqs?|open to work|premium|verified|online|edit|save|print|download|play|pause|reply"
    r"|forward|to me|reply all|inbox|details|"
    r"all|photos?|videos?|reviews?|directions|call|website|hours|suggest an edit)\W+)+$",
    re.IGNORECASE,
)
_CRUMBS = re.compile(r"^\s*home\s*[>»/]|^\s*(?:about|people|staff|our people|you are here)\b.{0,20}\s[/»>]\s[\w &]{2,30}$", re.IGNORECASE)
_JUNK_HEADING = re.compile(
    r"^\W*(?:people also viewed|people you may know|people who viewed|similar profiles|more profiles|promoted|sponsored|advert\w*|related (?:articles|posts"
    r"|stories|links)|you might (?:also )?like|mutual connections"
    r"|recommended(?: for you)?|trending|popular (?:posts|now)|latest tweets|tags|share|comments?(?: \(\d+\))?|leave a (?:comment|reply)|suggested"
    r"|others? named|explore|more from|more profiles.*|footer|navigation|menu|languages"
    r"|causes|open to(?: work)?|received(?: \(\d+\))?|recommendations?|highlights|interests you share)\W*$",
    re.IGNORECASE,
)

_FRAME_HEADING = re.compile(r"^\W*(?:menu|navigation|footer|tags|share|languages|explore|home)\W*$", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Whether a line is part of a page's frame: a menu, a notice, buttons, a counter or a footer."""
    words = line.strip()
    if not words:
        return False
    if _BUTTONS.match(words + " ") or _CRUMBS.match(words):
        return True
    if _is_menu(words):
        return True
    found = _PHRASES.search(words)
    return bool(found) and (len(words.split()) <= 14 or (found is not None and _fills(words)))


def is_junk_heading(title: str) -> bool:
    """Whether what stands under this heading is about other people or nothing at all."""
    return bool(_JUNK_HEADING.match(title))


def is_frame_heading(title: str) -> bool:
    """Whether a heading is that of a page's frame, whose lines end with the next blank one."""
    return bool(_FRAME_HEADING.match(title))


def _is_menu(words: str) -> bool:
    """Four or more short items in a row, parted by wide gaps, bars or arrows, none of them a sentence."""
    items = [item for item in re.split(r"\s{2,}|\t+|\s[|•·»>]\s", words) if item.strip()]
    return len(items) >= 4 and all(len(item.split()) <= 4 for item in items) and not re.search(r"\d{4}|[.!?]$|@|\[left out\]", words)


def _fills(words: str) -> bool:
    """A long notice: at least two of its phrases are page furniture."""
    return len({phrase.lower() for phrase in _PHRASES.findall(words)}) >= 2 or bool(
        re.match(r"^\W*(?:this (?:site|website|page|message|e-?mail)|we (?:use|value)|by continuing|please consider)", words, re.IGNORECASE)
    )
