"""Private matters in many shapes: notes of every register, second-language English, te reo Māori, mails, tables, lines without capitals or stops.

`SEEN` was at hand while the rules were written, `ASIDE` was written before them and scored once they were done.
"""

from __future__ import annotations

import re

import pytest

from coach.dossier import find_sensitive
from coach.records import Note

SEEN = [
    ("she's expecting, due feb, NOT public yet so say nothing", "she's expecting, due feb, NOT public yet"),
    ("| private | she's off Tuesdays, hospital, Jules shouldn't have told me | Jules |", "she's off Tuesdays, hospital"),
    ("- kaua e kōrero mō tana tamāhine i te kooti!! (Aunty Pare)", "kaua e kōrero mō tana tamāhine i te kooti!!"),
    ("from my cousin who cleans there: Tavita is looking at other jobs, Bruce doesn't know!!", "Tavita is looking at other jobs, Bruce doesn't know!!"),
    ("Dad's appointments: feet Mon 3 Aug 9.30, Dr Iyer the heart man Fri 7 Aug.", "Dad's appointments: feet Mon 3 Aug 9.30, Dr Iyer the heart man Fri 7 Aug."),
    ("Nana in Ward 6 till Thursday, take her slippers and the blue pills", "Nana in Ward 6 till Thursday, take her slippers and the blue pills"),
    ("careful: his boy is in rehab again", "his boy is in rehab again"),
    ("ROSTER HAS HER OFF MONDAYS FOR DIALYSIS", "HER OFF MONDAYS FOR DIALYSIS"),
    ("apparently wants out by xmas - interview w/ the council nxt wk, boss no idea", "wants out by xmas - interview w/ the council nxt wk, boss no idea"),
    ("CV to Pita, jobs@kereruengineering.example", "jobs@kereruengineering.example"),
    ("general enquiries hello@tuiandco.example / 04 555 0133", "hello@tuiandco.example"),
    ("her cell = 021.555.0181", "021.555.0181"),
    ("Tel: +49 (0)341 5550 123", "+49 (0)341 5550 123"),
    ("lives 22a totara st, wainui with her mum", "22a totara st"),
    ("home address for the thank you card: 9 Kea Place, Tawa", "9 Kea Place"),
    ("he has the problem with the heart since two years and takes medicaments", "he has the problem with the heart since two years and takes medicaments"),
    ("Her husband is gone with other woman, she is alone with three childrens", "Her husband is gone with other woman, she is alone with three childrens"),
    ("It is a secret that she will leave the firm in spring", "It is a secret that she will leave the firm in spring"),
    ("kei te māuiui tana hoa rangatira, mate pukupuku", "kei te māuiui tana hoa rangatira, mate pukupuku"),
    ("kaua e whāki atu: kei te wehe ia i te mahi", "kaua e whāki atu: kei te wehe ia i te mahi"),
    ("she told me in confidence the place is being sold", "in confidence the place is being sold"),
    ("he owes the tax office thousands", "he owes the tax office thousands"),
    ("mate says the company might go under, keep it quiet", "the company might go under, keep it quiet"),
    ("Her visa runs out in May and nobody at work knows", "Her visa runs out in May and nobody at work knows"),
    ("he got done for drink driving in 2022", "he got done for drink driving in 2022"),
    ("she's on 88k I think, bit cheeky", "she's on 88k"),
    ("bit of a temper since the divorce apparently", "since the divorce"),
    ("his mum passed in june, be gentle", "his mum passed in june"),
    ("Don't bring up the miscarriage.", "Don't bring up the miscarriage"),
    ("avoid: brother in prison", "brother in prison"),
    ("DOB 4/11/1979, passport LM554201", "4/11/1979"),
    ("pls dont say u heard it frm me but hes gay n not out at work", "hes gay n not out at work"),
    ("she had to stop for a year, nerves (her sister told mine)", "she had to stop for a year, nerves"),
    ("From: Ana <a@b.example>\nTo: Me\n\nI may be slow on e-mail, my wife had a stroke in August and I am her carer.", "my wife had a stroke in August"),
    ("From: Ana <a@b.example>\nTo: Me\n\nI can't do Friday, I've got a scan.", "I've got a scan"),
    ("[00:02:10] HOST: and how is your knee after the operation", "how is your knee after the operation"),
]

ASIDE = [
    ("he's in AA, don't offer a beer", "he's in AA, don't offer a beer"),
    ("twins due in october but she hasnt told her boss", "twins due in october but she hasnt told her boss"),
    ("(off the record) they are letting 4 people go in the new year", "they are letting 4 people go in the new year"),
    ("| careful | son has leukaemia, in Starship | Trish |", "son has leukaemia, in Starship"),
    ("SHE IS SEEING A LAWYER ABOUT HER EX", "SHE IS SEEING A LAWYER ABOUT HER EX"),
    ("Partner: recently out of hospital after the crash", "recently out of hospital after the crash"),
    ("Mama has dialysis tue thu sat, i drive", "Mama has dialysis tue thu sat"),
    ("he lost the licence because he drank", "he lost the licence because he drank"),
    ("Kei te hapū ia, engari kaua e kōrero ki tōna rangatira", "Kei te hapū ia, engari kaua e kōrero ki tōna rangatira"),
    ("kua mate tana pāpā i tērā marama", "kua mate tana pāpā i tērā marama"),
    ("Ngaire's hubby has just been laid off from the mill", "Ngaire's hubby has just been laid off from the mill"),
    ("her daughter is not going to school any more, panic attacks", "her daughter is not going to school any more, panic attacks"),
    ("she takes tablets for the blood pressure", "she takes tablets for the blood pressure"),
    ("She did not say it in her office but she search other work", "she search other work"),
    ("he is sick with the lungs and goes every month to the clinic", "he is sick with the lungs and goes every month to the clinic"),
    ("applications@pukekoplumbing.example (ref 88)", "applications@pukekoplumbing.example"),
    ("pub is run by his cousin, 07 555 0199 ask for bev", "07 555 0199"),
    ("pick her up from 4/31 Hinau Road, Riccarton", "4/31 Hinau Road"),
    ("my sister in law's at 77 beach rd, drop the form there", "77 beach rd"),
    ("they say he earns 210 thousand a year", "he earns 210 thousand a year"),
    ("Priya's on about $95k after the last rise", "Priya's on about $95k"),
    ("(nb she's going thru a custody thing w her ex)", "she's going thru a custody thing w her ex"),
    ("not to be repeated: he wants to sell the shop and move to Bali", "he wants to sell the shop and move to Bali"),
    ("He is handing in his notice on Monday, mum's the word", "He is handing in his notice on Monday, mum's the word"),
    ("stepson was expelled, sore point", "stepson was expelled, sore point"),
    ("hearing in the family court on 12 Oct so no mornings", "hearing in the family court on 12 Oct"),
    ("she wears a wig since the treatment", "she wears a wig since the treatment"),
    ("the bank is taking their house", "the bank is taking their house"),
    ("He's bipolar & says so only to friends", "He's bipolar & says so only to friends"),
    ("Born 3.7.1981, IRD 049-555-012", "3.7.1981"),
    ("her residence permit is expired, psst", "her residence permit is expired"),
    ("the grandfather has Alzheimer, she sleep there on wednesdays", "the grandfather has Alzheimer"),
    ("From: Rua <r@t.example>\nSubject: Re: chat\n\nSorry about last week, bub was in A&E with his chest.", "bub was in A&E with his chest"),
    (
        "From: Rua <r@t.example>\nSubject: Re: chat\n\nBetween ourselves I have an interview with another firm on the 9th.",
        "I have an interview with another firm on the 9th",
    ),
    ("FRASER: naw I cannae, I've the chemo on a Thursday", "I've the chemo on a Thursday"),
    ("she got a warning last month for shouting at a customer, hush", "she got a warning last month for shouting at a customer"),
]

SEEN_FINE = [
    "Test the hearing of babies and children from six weeks up",
    "she treats people with cancer and diabetes",
    "the hospital employs 900 and has a new ward",
    "I faint a bit at blood and my back is dodgy",
    "I'm a glazier w/ a stuffed wrist. would they take someone",
    "what to do when a patient dies on your shift?",
    "pay $70k-$115k, seniors 140k",
    "he was an army chef for sixteen years",
    "Her grandmother planted the first vines",
    "does breakdowns, 70 lifts on his run, hospitals + old towers",
    "on call 1 wk in 4, the 2am jobs are the worst",
    "my dad is a plumber and got me the number",
    "she left the bank in 2014 to run the farm",
    "he has two kids and a dog called Biscuit",
    "Registered in England. Company no. 1234567",
    "residential and dementia care, sixty-odd staff",
    "she changed jobs three times before she found this",
    "Can he e-mail me or is phone better?",
    "her sister works there too, in accounts",
    "I was made redundant in March so I am looking for a new job",
]

ASIDE_FINE = [
    "He repairs hearing aids and wheelchairs for the district health board",
    "she was a court clerk before, 6 years in the High Court",
    "He trained in Sydney and worked at St Vincent's Hospital until 2012",
    "runs a drop-in for addicts and rough sleepers",
    "my wife thinks I'm mad to start again at 44",
    "she's due to speak at the conference in March",
    "the firm paid $2.1m for the second press",
    "his son works with him in the workshop now",
    "you have to leave it at the door or you burn out",
    "I have a bad knee and two small kids, is that a problem?",
    "started on minimum wage, most now get $31 an hour",
    "he lost an eye-watering amount of sleep over the 2019 tender",
    "Delivery vans pass on the left, park at 40 Wharf Road by the workshop",
    "Her first child care centre opened in 2009",
    "she operates the crane and does surgery hours for apprentices",
    "Year 12 student, wants to know about debt collection work",
    "he handles divorce and custody cases for a law firm in Timaru",
    "why did he leave the police for bees?",
    "is the job secure or are people being laid off?",
    "24 sites, 310 employees, revenue 55 million",
]


def covered(text: str, private: str) -> float:
    """What share of the private words lies in spans that were found."""
    start = text.index(private)
    spans = find_sensitive(Note(text=text))
    assert all(text[span.start : span.end] == span.text and "\n" not in span.text for span in spans)
    inside = {at for span in spans for at in range(max(start, span.start), min(start + len(private), span.end))}
    return len(inside) / len(private)


SHAPES = {
    "as written": str,
    "small letters": str.lower,
    "capitals": str.upper,
    "no stops": lambda text: re.sub(r"\.(?=\s|$)", "", text),
    "no apostrophes": lambda text: text.replace("'", ""),
    "no macrons": lambda text: text.translate(str.maketrans("āēīōū", "aeiou")),
    "colons": lambda text: text.replace(", ", " : "),
    "junk around": lambda text: f"share | like | 4 comments\n{text}\n\n----\nbuy milk",
}


@pytest.mark.parametrize(("text", "private"), SEEN + ASIDE)
def test_a_private_matter_is_found_as_it_stands(text, private):
    assert covered(text, private) >= 0.85, text


@pytest.mark.parametrize("text", SEEN_FINE + ASIDE_FINE)
def test_what_is_not_private_is_left_alone(text):
    assert find_sensitive(Note(text=text)) == (), text


@pytest.mark.parametrize("shape", SHAPES)
def test_private_matters_are_found_in_whatever_shape_they_are_written(shape):
    change = SHAPES[shape]
    kept = [(change(text), re.sub(r"^share.*?\n|\n\n----.*$", "", change(private), flags=re.DOTALL)) for text, private in SEEN + ASIDE]
    there = [(text, private) for text, private in kept if private in text]
    missed = [private for text, private in there if covered(text, private) < 0.85]
    assert len(there) > 60
    assert len(missed) <= 2, missed


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_not_private_stays_so_in_whatever_shape_it_is_written(shape):
    taken = [text for text in SEEN_FINE + ASIDE_FINE if find_sensitive(Note(text=SHAPES[shape](text)))]
    assert len(taken) <= 1, taken
