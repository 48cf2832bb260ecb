"""What kind of talk an utterance is: words or noise, English or not, and the faults of one learner turn for the live career model."""

from __future__ import annotations

import re
from functools import lru_cache

from coach.manner.boundaries import is_blunt_personal, is_job_request
from coach.manner.courtesy import find_unprofessional, is_greeting
from coach.manner.questions import find_questions, is_double_barrelled
from coach.manner.wording import GRAMMAR_STEMS, split_words, stem

_VOWELS = "aeiouyāēīōūàáâäèéêëìíîïòóôöùúûü"
_NO_VOWEL = frozenset(
    "mr mrs ms dr hmm hm mm mmm shh nth cv tv ok nz uk phd hr pr pc qs gp gps cnc mri pdf sql html css xml php dna rna hgv bbc nhs nzqa ncea btw lts psst brr tsk thx pls nd rd st th ft km kg cm mm lb lbs".split()
)
_MASH = re.compile(r"(.)\1{3,}|(?:asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|erty|rtyu|tyui|zxcv|xcvb|cvbn|vbnm|jkl;|lkjh|poiu|fdsa)|[bcdfghjklmnpqrstvwxz]{6,}")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_ENOUGH_WORDS = 6
_COMMON_SHARE = 0.22
_ENGLISH = frozenset(
    """the a an and or but of to in on at for with from by about is are was were be been am do does did have has had will would can could should may might must not you your i my me we our us he she it
    its they them their this that these those what how why when where who which there here if as so then than very really just like some any all more most no yes up out into over after before because
    i'm it's that's what's don't i'd i've you're there's how's thanks thank please hello hi good morning afternoon work job day get got go going know think want see people time year years
    i'll we'll you'll they'll he's she's we're they're isn't can't won't didn't doesn't wasn't let's who's where's u ur r im ive id ill whats hows thats wheres theres dont cant didnt cos cuz coz n
    thx ty bye care take took make made tell told say said ask asked thing things way back now too much well little lot one two first last here still also only again never always ever since started start
    did're been being were he's him her his something anything everything nothing somebody anybody bit maybe sorry ok okay yeah cool right sure quit stop need like love hard best worst""".split()
)
_TE_REO = frozenset(
    """te ngā nga ki ko he i ia o a e kei mō mo tēnei tenei tēnā tena nei rā ra mai atu aha wai hea roto taku tōku toku tō koe koutou ahau au mātou matou rātou ratou tātou tatou kua ka kāore kaore
    me hoki anō ano nō no nā na mā ma hei i kā mahi whare tāngata tangata rā ra pēhea pehea ahakoa engari""".split()
)
"""Small words of te reo Māori, some of which look like English ones."""


def _is_wordlike(word: str) -> bool:
    low = word.lower()
    if low in _NO_VOWEL or low.isdigit() or stem(low) in GRAMMAR_STEMS:
        return True
    if _MASH.search(low):
        return False
    if not _LATIN.search(low):
        return low[:1].isalpha()
    return any(c in _VOWELS for c in low) and len(low) < 30


@lru_cache(maxsize=4096)
def is_gibberish(text: str) -> bool:
    """Whether the text holds no words to speak of: key mashing, symbols, one thing over and over. Silence (no text, or dots alone) is not gibberish."""
    text = _INVISIBLE.sub("", text)
    if text.strip(" .…-—\n\t") in {"", "?"}:
        return False
    words = split_words(text)
    if not words:
        return True
    odd = sum(not _is_wordlike(word) for word in words)
    if odd * 2 >= len(words) and not (len(words) == 1 and len(words[0]) <= 4):
        return True
    letters = sum(c.isalnum() or c.isspace() for c in text)
    if letters / len(text) < 0.5:
        return True
    return len(words) >= 8 and len(set(words)) <= max(1, len(words) // 8)


@lru_cache(maxsize=4096)
def is_english(text: str) -> bool:
    """Whether the text can be read as English, with any accent or second-language grammar; short utterances and greetings in other languages pass."""
    letters = [c for c in text if c.isalpha()]
    if letters and sum(bool(_LATIN.match(c)) for c in letters) * 2 < len(letters):
        return False
    words = split_words(text)
    if len(words) < _ENOUGH_WORDS or (is_greeting(text) and len(words) <= 2 * _ENOUGH_WORDS):
        return True
    english = [word for word in words if word in _ENGLISH]
    shared = sum(word in _TE_REO for word in english)
    if sum(word in _TE_REO for word in words) * 2 > len(words):
        return (len(english) - shared) / len(words) >= _COMMON_SHARE
    return len(english) / len(words) >= _COMMON_SHARE


def find_faults_of_turn(text: str) -> tuple[str, ...]:
    """The faults that one learner turn shows by itself, as ids of the labelling rules, for the live career model.

    Ids: asks_for_job, personal_or_salary_question_blunt, unprofessional_language, leading_question, double_barrelled, answerable_by_search.
    """
    asked = find_questions(text)
    tests = {
        "asks_for_job": is_job_request(text),
        "personal_or_salary_question_blunt": is_blunt_personal(text),
        "unprofessional_language": find_unprofessional(text) is not None,
        "leading_question": any(question.leading for question in asked),
        "double_barrelled": is_double_barrelled(text),
        "answerable_by_search": any(question.search for question in asked),
    }
    return tuple(name for name, found in tests.items() if found)
