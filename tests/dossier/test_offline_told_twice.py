"""Statements that different sources make of one thing, in notes of many kinds; beside them notes in which everything can be right."""

import pytest

from coach.documents import read_note
from coach.dossier import draft_dossier
from coach.engines.offline import OfflineEngine

TOLD_TWICE = [
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nOn the page of firm stands he is there from 2008. He has written me he came in 2012.",
        "On the page of firm stands he is there from 2008",
        "He has written me he came in 2012",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nApprenticeship is 3 years, said he. In office of work they told me 4 years.",
        "Apprenticeship is 3 years, said he",
        "In office of work they told me 4 years",
    ),
    ("notes\n- ask Oona Brandt, baker at Fenwick Mill\n- the works' leaflet: 19 people\n- sunday paper says 31 work there", "19 people", "31 work there"),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\n- she trained at Loughborough (her email)\n- museum talk: she learned it all in Holland, at Asten",
        "she trained at Loughborough",
        "museum talk: she learned it all in Holland, at Asten",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\n- firm owned by the Hallam family says the leaflet. Companies register: a Dutch group owns it since 2022",
        "firm owned by the Hallam family",
        "Companies register: a Dutch group owns it since 2022",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nwhere: she's at the Kerikeri block (fb). Uncle Ned: runs the Hastings one",
        "she's at the Kerikeri block",
        "runs the Hastings one",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nbefore: came over from a winery, says the profile / Ned swears she was at the council",
        "came over from a winery",
        "Ned swears she was at the council",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nHead of Rehab Engineering, Tideway Mobility, 2018 - Present\n(from Petra:) she only got to Tideway in 2020, after the sabbatical",
        "Head of Rehab Engineering, Tideway Mobility, 2018 - Present",
        "she only got to Tideway in 2020, after the sabbatical",
    ),
    (
        'notes\n- ask Oona Brandt, baker at Fenwick Mill\nWe employ 22 people across the brewery and the tap room.\nMy bits: the Gazette wrote "a team of 35"',
        "We employ 22 people across the brewery",
        '"a team of 35"',
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nArchive Zuiderhof. In the web it is written 11 workers, she told we are 17.",
        "In the web it is written 11 workers",
        "she told we are 17",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nShe studied in Lisboa (page of archive). My teacher says she has learned in Vienna.",
        "She studied in Lisboa",
        "My teacher says she has learned in Vienna",
    ),
    (
        'notes\n- ask Oona Brandt, baker at Fenwick Mill\nAunty P: she works out of the Harbour depot\nUnion mag: "Ludovica, who drives from the Gorse Hill depot"',
        "she works out of the Harbour depot",
        "who drives from the Gorse Hill depot",
    ),
    (
        'notes\n- ask Oona Brandt, baker at Fenwick Mill\nAunty P: drove a school bus before\nUnion mag: "a former paramedic"',
        "drove a school bus before",
        '"a former paramedic"',
    ),
    (
        'notes\n- ask Oona Brandt, baker at Fenwick Mill\nCraft fair leaflet: "engraving since 1988"\nhis website: "I picked up the wheel in 1994"',
        '"engraving since 1988"',
        '"I picked up the wheel in 1994"',
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nLeaflet: lives and works in Stourbridge / site: studio in Whitby",
        "Leaflet: lives and works in Stourbridge",
        "site: studio in Whitby",
    ),
    (
        'notes\n- ask Oona Brandt, baker at Fenwick Mill\n14 staff, 2 shops, baking since 1974\nad says 2 shops, window says "our four shops"',
        "2 shops",
        '"our four shops"',
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nhe took over in 2005 (trust's page)\nbrass plate on cottage: E. Quaye-Larkin, keeper from 2008",
        "he took over in 2005 (trust's page)",
        "brass plate on cottage: E. Quaye-Larkin, keeper from 2008",
    ),
    ("notes\n- ask Oona Brandt, baker at Fenwick Mill\nzara says shop opened 2012\ninsta says est 2009", "zara says shop opened 2012", "insta says est 2009"),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nSkipper Te Aroha Benning came aboard in 2014, hates flat calm, feeds nobody sick to the seals.\nkoro: she joined them 2011, he drove her to the interview",
        "Skipper Te Aroha Benning came aboard in 2014",
        "koro: she joined them 2011, he drove her to the interview",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nkei Waitati ia e mahi e ai ki a Nan\npae tukutuku: based at the city library",
        "kei Waitati ia e mahi",
        "pae tukutuku: based at the city library",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nlabel on shop says caves hold 4,000 wheels\nGuardian piece says 9,000 wheels",
        "label on shop says caves hold 4,000 wheels",
        "Guardian piece says 9,000 wheels",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nwas a drummer before (Nan)\nGuardian: he gave up law to do cheese",
        "was a drummer before (Nan)",
        "Guardian: he gave up law to do cheese",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nvan says 30 years' experience\nshe told me she only started in 2008",
        "van says 30 years' experience",
        "she told me she only started in 2008",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nMeeting: Tuesday 10am (her text)\nMeeting: Tuesday 2pm, says calendar",
        "Meeting: Tuesday 10am (her text)",
        "Meeting: Tuesday 2pm, says calendar",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nhe told dad hes been there 4 yrs\nfacebook says lockhaven since 2015",
        "he told dad hes been there 4 yrs",
        "facebook says lockhaven since 2015",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nOn the site she is since 2010 in the shop. She said me: I came here 2014",
        "On the site she is since 2010 in the shop",
        "She said me: I came here 2014",
    ),
    ("notes\n- ask Oona Brandt, baker at Fenwick Mill\nleaflet: founded 1902; van: est. 1911", "founded 1902", "est. 1911"),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nDad: he's at the Ludlow workshop. Web: based in Hereford",
        "he's at the Ludlow workshop",
        "based in Hereford",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nHe was a watchmaker in Geneva before (web). Dad: came from the railways",
        "He was a watchmaker in Geneva before",
        "came from the railways",
    ),
    (
        'notes\n- ask Oona Brandt, baker at Fenwick Mill\nsite says "Amaru joined Furnace Nine in 2016"\nhis mum told my mum he\'s only been at it there since 2019',
        '"Amaru joined Furnace Nine in 2016"',
        "he's only been at it there since 2019",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nHoneyhill web: 240 hives\nmarket stall lady: they've 90 hives tops",
        "240 hives",
        "they've 90 hives tops",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nRosheen Tuala, ambulance dispatcher. LinkedIn puts her in the Lisburn control room. Gran: no, she works at the Ballymena control room.",
        "the Lisburn control room",
        "she works at the Ballymena control room",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nCareers page: He came to us from Fennel Foods\nUncle Vik: he was with the army before",
        "He came to us from Fennel Foods",
        "he was with the army before",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nmeeting!! card says Thursday 3.30pm\nemail from her assistant: Thursday at 2pm",
        "Thursday 3.30pm",
        "Thursday at 2pm",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nMr Finbarr Adu, boat builder. he has 14 men, said the harbour master. Homepage: our team of 6.",
        "he has 14 men",
        "Homepage: our team of 6",
    ),
    ("notes\n- ask Oona Brandt, baker at Fenwick Mill\n| started 2009 | profile |\n| started 2013 | his sister |", "started 2009", "started 2013"),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nCourse is two years (college). Ad says the course takes 18 months.",
        "two years",
        "the course takes 18 months",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nAroha Pene, kaiwhakahaere. E ai ki te pae tukutuku i tīmata ia i te tau 2011. E ai ki a Koro nō te tau 2015 kē.",
        "i tīmata ia i te tau 2011",
        "nō te tau 2015 kē",
    ),
    (
        "notes\n- ask Oona Brandt, baker at Fenwick Mill\nLudmila Hart studied in Leeds (her page). The newspaper: she did her degree in Dublin.",
        "Leeds",
        "did her degree in Dublin",
    ),
]
ALL_RIGHT = [
    "Maxim Abara, welder, Stahl & Co. Apprentice 2006-2010, then Dock Six until 2015, joined Stahl in 2016. Foreman since 2021. 40 staff, 12 of them welders. founded 1951. moved to the Leith yard in 2020, was at the Granton yard before.",
    "She was a cook before. Before that she worked at a bank. Came from Lagos in 2009. Started here in 2012. Two shops, one in Hove and one in Lewes. She's at the Hove shop on Mondays and the Lewes shop the rest.",
    "80 cows, 3 dogs, 2 kids. 4 staff in winter, 9 in summer. open since 1999, new parlour 2022. Meeting 9am, bus 8.10. Joined 2004 as a hand, head stockman 2011.",
    "Ward has 24 beds, hospital has 600 beds. 35 nurses on the ward; 2,100 staff. Training: nursing degree 3 years, then 1 year. She qualified 2011, came to St Brannoc's in 2014, been on this ward 5 years.",
    "The firm: 60 people (site). Her team: 7 people (she said). Site says founded 1987, LinkedIn says she's been there since 2015. Works in Porto, head office in Lisbon (page). ",
    "Dad's mate Keith works at the Dunmore plant. Inge Sorrel works at the Castle plant, says the web. Keith started 1998, Inge says 2010. Keith's lot are 20 people, hers 35 people says the page.",
    "Amateur radio: 2 m, 70 cm. Ad: $25 an hour. Website: $55k for seniors. He has 3 apprentices (site), 2 vans, 11 vans at the Perth branch (ad).",
    "we are four in the group\nborrow shoes, he is size 9",
    "oldest lift he does = 1936, lattice gate\n| started | 1987 | side of the van |",
    "came to the firm in 2014 as a clerk, got her licence in 2017 (aunty + their page)",
]


def contradictions(text):
    """What the offline engine finds in a note."""
    return draft_dossier(read_note(text.encode(), name="note.txt"), OfflineEngine()).contradictions


def meets(words, spans):
    """Whether one of the spans holds the words or lies in them."""
    return any(words in span.text or span.text in words for span in spans)


@pytest.mark.parametrize(("text", "one", "other"), TOLD_TWICE)
def test_what_two_sources_tell_differently_is_found(text, one, other):
    assert any(meets(one, found.spans) and meets(other, found.spans) for found in contradictions(text))


@pytest.mark.parametrize("text", ALL_RIGHT)
def test_what_can_be_right_together_is_left_alone(text):
    assert contradictions(text) == ()
