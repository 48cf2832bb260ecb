"""Short forms of names: whether "Deb", "Roz", "R. Okafor-Stahl" or "Nerys P-H" can be the person whose full name stands elsewhere in the notes."""

from __future__ import annotations

_SHORT_FOR = {
    "bill": ("william",),
    "will": ("william",),
    "bob": ("robert",),
    "rob": ("robert",),
    "dick": ("richard",),
    "rick": ("richard", "frederick"),
    "liz": ("elizabeth",),
    "beth": ("elizabeth", "bethany"),
    "betty": ("elizabeth",),
    "libby": ("elizabeth",),
    "kate": ("katherine", "catherine", "kathryn"),
    "kath": ("catherine",),
    "kit": ("christopher", "katherine"),
    "peggy": ("margaret",),
    "meg": ("margaret",),
    "maggie": ("margaret",),
    "molly": ("mary",),
    "polly": ("mary",),
    "jack": ("john",),
    "jim": ("james",),
    "ted": ("edward", "theodore"),
    "ned": ("edward",),
    "tony": ("anthony", "antony"),
    "chuck": ("charles",),
    "hank": ("henry",),
    "harry": ("henry", "harold"),
    "sally": ("sarah",),
    "sadie": ("sarah",),
    "nell": ("eleanor", "helen"),
    "nora": ("honora", "eleanor"),
    "tilly": ("matilda",),
    "paddy": ("patrick", "padraig"),
    "mick": ("michael",),
    "mike": ("michael",),
    "bess": ("elizabeth",),
    "gus": ("augustus", "angus", "fergus"),
    "sasha": ("alexander", "alexandra"),
    "sandy": ("alexander", "alexandra", "sandra"),
    "lexie": ("alexandra",),
    "tash": ("natasha",),
    "tina": ("christina", "martina"),
    "trish": ("patricia",),
    "pat": ("patricia", "patrick"),
    "shaz": ("sharon",),
    "gaz": ("gary",),
    "baz": ("barry",),
    "daz": ("darren",),
    "dusty": (),
}
"""Short forms that are no beginning of the name they stand for."""

_SHORTEST = 3


def may_be_short_for(short: str, full: str) -> bool:
    """Whether the first name or initials in `short` can stand for the person of `full`, a name with given and family name."""
    less, more = short.lower().replace(".", " ").split(), full.lower().split()
    if not less or len(more) < 2 or len(less) > 2:
        return False
    given, family = more[0].strip("'’"), more[-1]
    if len(less) == 1:
        return is_short_given(less[0], given)
    first = is_short_given(less[0], given) or less[0] == given or (len(less[0]) == 1 and given.startswith(less[0]))
    return first and (less[1] == family or _are_initials(less[1], family))


def is_short_given(short: str, given: str) -> bool:
    """Whether a word is a usual short form of a given name: its beginning, its beginning with -y or -ie, or a form that is known."""
    if given in _SHORT_FOR.get(short, ()):
        return True
    if short == given or len(short) < _SHORTEST or len(short) >= len(given):
        return False
    stem = short.removesuffix("ie") if short.endswith("ie") else short.removesuffix("y")
    stem = stem[:-1] if len(stem) > _SHORTEST and stem[-1] == stem[-2] else stem
    forms = {short, short.replace("z", "s"), stem, stem.replace("z", "s")}
    return any(len(form) >= _SHORTEST and given.startswith(form) for form in forms)


def _are_initials(short: str, family: str) -> bool:
    """Whether "P-H" or "P" stands for Pugh-Hallam."""
    letters, parts = [part for part in short.split("-") if part], [part for part in family.split("-") if part]
    return (
        all(len(letter) == 1 for letter in letters)
        and len(letters) <= len(parts)
        and all(part.startswith(letter) for letter, part in zip(letters, parts, strict=False))
    )
