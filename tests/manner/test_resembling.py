"""Moves in words that no pattern holds are heard by what they resemble; near misses are left alone. Measured on sentences that were not learned from."""

from __future__ import annotations

import pytest

from coach.manner.heard import hear_purpose, hear_referral_ask, hears_time
from coach.manner.opening import find_purpose
from coach.manner.referral import find_referral_ask
from coach.manner.resembling import find_features, find_resembling, open_packed, use_weights
from coach.manner.time import mentions_time
from evals.fit_moves import read_sentences
from evals.fit_usual import pack

FINDERS = {"purpose": (hear_purpose, find_purpose), "referral_asked": (hear_referral_ask, find_referral_ask), "time": (hears_time, mentions_time)}


def test_features_are_words_pairs_and_strings_of_letters():
    assert {"who", "who_else", "#who "} <= set(find_features("Who else?"))


@pytest.mark.parametrize("move", FINDERS)
def test_more_is_heard_than_by_patterns_and_few_near_misses(move):
    """One sentence in five is held back from the weights."""
    import numpy as np

    sentences = [row for row in read_sentences() if row[0] in FINDERS]
    held, learned = sentences[::5], [row for count, row in enumerate(sentences) if count % 5]
    names = sorted(FINDERS)
    wanted = np.array([[1.0 if holds and label == name else -1.0 for name in names] for label, holds, _ in learned])
    weight = np.array([[1.0 if label == name else 0.3 * holds for name in names] for label, holds, _ in learned])
    weights = open_packed(pack([text for *_, text in learned], wanted, weight, names=names, penalty=0.15, fewest=2))
    hears, by_pattern = FINDERS[move]
    doing = [text for label, holds, text in held if label == move and holds]
    near = [text for label, holds, text in held if label == move and not holds]
    with use_weights(weights):
        find_resembling.__globals__["_resembles"].cache_clear()
        heard = sum(bool(hears(text)) for text in doing)
        alarms = sum(bool(hears(text)) for text in near)
    find_resembling.__globals__["_resembles"].cache_clear()
    assert heard > sum(bool(by_pattern(text)) for text in doing)
    assert heard >= 0.88 * len(doing)
    assert alarms <= 0.25 * len(near)


def test_what_is_heard_is_the_sentence_itself():
    asked = next(
        text for label, holds, text in read_sentences() if label == "referral_asked" and holds and not find_referral_ask(text) and find_resembling(label, text)
    )
    assert hear_referral_ask(f"It rained all week. {asked} Sorry.") == asked
    assert find_resembling("purpose", "Hm.") is None
