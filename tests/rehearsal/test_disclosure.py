"""What a rehearsal brought to light, what it left, and which question would have opened the rest."""

from __future__ import annotations

from coach.records import Tier
from coach.rehearsal import help_lines, summarise_disclosure
from coach.rehearsal.disclosure import find_told, touches


def test_told_and_missed_facts_make_up_the_sheet(opened, play):
    rehearsal = play(opened(), ["Hello.", "How did you get into it?", "What do you find hard?"])
    found = summarise_disclosure(rehearsal)
    assert found.total == len(rehearsal.fact_sheet.facts) == len(found.told) + len(found.missed)
    assert "path/story" in {fact.id for fact in found.told}


def test_each_missed_fact_says_which_question_would_have_opened_it(opened):
    how = {missed.fact.tier: missed.how for missed in summarise_disclosure(opened()).missed}
    assert "open question" in how[Tier.T1]
    assert "takes up" in how[Tier.T2]
    assert "leave" in how[Tier.T3]


def test_a_fact_is_told_by_most_of_its_words_not_by_a_few(opened):
    fact = opened().fact_sheet.facts[0]
    assert find_told(fact.text, [fact]) == (fact.id,)
    assert find_told(" ".join(fact.text.split()[:5]), [fact]) == ()


def test_six_words_in_a_row_touch_a_fact_unless_they_are_free(opened):
    fact = opened().fact_sheet.facts[0]
    run = " ".join(fact.text.split()[2:10])
    assert touches(f"Well, {run}.", fact)
    assert not touches(f"Well, {run}.", fact, free=fact.text)


def test_help_lines_are_those_of_the_country_and_general_elsewhere():
    assert any("1737" in line for line in help_lines("NZ"))
    assert any("111" in line for line in help_lines("nz"))
    assert any("crisis line" in line for line in help_lines("ZZ"))
