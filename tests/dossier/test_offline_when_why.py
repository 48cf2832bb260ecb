"""When the meeting is and what the learner wants from it, in as many wordings as learners use."""

from __future__ import annotations

import re

import pytest

from coach.documents import clean_note
from coach.engines.offline.dossier import read_notes


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


CASES = [
    ("Ana Wu, baker at Salt & Rye\nweds 20 may 10.30 at the shop\nam i too old to start at 41?", "weds 20 may 10.30", "am i too old to start at 41?"),
    (
        "12 Jan 2026  The new oven is here!\n03 Dec 2025  Closed for Christmas\n\nmine: Bo Lind, fri 8 may 2pm\nwould they take someone with a record?",
        "fri 8 may 2pm",
        "would they take someone with a record?",
    ),
    ("Bo Lind, grader\nEDIT sat 19 sep 730am not friday\nwant 2 know if its 2 late 4 me", "sat 19 sep 730am", "want 2 know if its 2 late 4 me"),
    ("meeting\tThurs 1 Oct, 2pm\nwhy\tcan I do this with asthma", "Thurs 1 Oct, 2pm", "can I do this with asthma"),
    ("| when | 4 May 2pm |\n| aim | decide between this and nursing |", "4 May 2pm", "decide between this and nursing"),
    (
        "Hour: Thursday 5 November at 15h20, staff door.\nMy objective = understand if a foreigner can do it.",
        "Thursday 5 November at 15h20",
        "understand if a foreigner can do it",
    ),
    (
        "Bo Lind, grader.\n\n→ do i go for the 2 yr course at 29, yes or no basically\nfri 18 sept 1pm phone",
        "fri 18 sept 1pm",
        "do i go for the 2 yr course at 29, yes or no basically",
    ),
    ("why I'm going: I am a cook now and my knees hurt. could I sit down in this job?\n2026-03-04 14:00", "2026-03-04 14:00", "could I sit down in this job?"),
    (
        "We meet the 3rd of March, half past two, at her office.\nI hope she can tell me whether the night school is worth it.",
        "3rd of March, half past two",
        "I hope she can tell me whether the night school is worth it",
    ),
    ("WHEN: TUES 4TH 9AM\nWHY: DO THEY EVER HIRE FROM OUTSIDE", "TUES 4TH 9AM", "DO THEY EVER HIRE FROM OUTSIDE"),
    ("Founded 12 March 1998. Open Mon-Fri 8am-5pm.\nSee her on 21.6. 10 Uhr.\nBig question: is it lonely?", "21.6. 10 Uhr", "is it lonely?"),
    ("no date yet\nall i really care about is does it pay the rent", "", "does it pay the rent"),
    ("hui: Rātū 9 Hune, 11 karaka\nhe aha te ara mō te tangata pēnei i a au?", "Rātū 9 Hune, 11 karaka", "he aha te ara mō te tangata pēnei i a au?"),
    (
        "she can do mon 5pm. cant, work. tues then? she says tues 5.30 at the yard is good\nI'd love to understand how she got past the exams",
        "tues 5.30",
        "how she got past the exams",
    ),
    ("zoom 9/6 @ 11:15\nhelp me decide: uni or apprenticeship", "9/6 @ 11:15", "decide: uni or apprenticeship"),
    (
        "Runa Vale, tuner\nmon 7 sept 0915 foundry gate\nis there any point if you cant read music?",
        "mon 7 sept 0915",
        "is there any point if you cant read music?",
    ),
    (
        "NEWS\n14 Feb 2026 - second shop opens\n02 Nov 2025 - award\n\n>>> talking to Runa tues 3 mar 4.15pm\nwould someone like me get through the fitness test",
        "tues 3 mar 4.15pm",
        "would someone like me get through the fitness test",
    ),
    (
        "time change!! now thu 22 oct 6pm (was wed 21 5pm)\nneed 2 find out if i can do it part time w a baby",
        "thu 22 oct 6pm",
        "need 2 find out if i can do it part time w a baby",
    ),
    (
        "Appointment\tFriday 12 June, 3.30pm\nGoal\tfind out whether colour blindness rules me out",
        "Friday 12 June, 3.30pm",
        "find out whether colour blindness rules me out",
    ),
    ("| date/time | Sat 6 June, noon |\n| my question | is the smell as bad as people say |", "Sat 6 June, noon", "is the smell as bad as people say"),
    (
        "The appointment is Tuesday 17 of March, at the 9 h 30.\nFor what I go: to know if my diploma of Chile has value here.",
        "Tuesday 17 of March, at the 9 h 30",
        "to know if my diploma of Chile has value here",
    ),
    ("Reason for talking to him - I stammer, does that matter on a radio?\n2026-11-02, 4 pm", "2026-11-02, 4 pm", "I stammer, does that matter on a radio?"),
    (
        "Seeing him on the 9th of August at quarter past ten, by the slipway.\nMostly I am curious whether he ever gets seasick.",
        "9th of August at quarter past ten",
        "curious whether he ever gets seasick",
    ),
    ("CALL HER WED 8TH 730PM\nPURPOSE: CAN I GET IN WITHOUT MATHS", "WED 8TH 730PM", "CAN I GET IN WITHOUT MATHS"),
    (
        "Established 1 July 1974. Shop hours 9am to 4pm Tuesday to Saturday.\nmeeting: 30 July 13:45\nthe one thing I must ask: does it wreck your hands",
        "30 July 13:45",
        "does it wreck your hands",
    ),
    ("date tbc\nreally i just need to hear if the nights kill you", "", "if the nights kill you"),
    ("Rāmere 12 Hūrae, 2pm, ki tōna tari\npātai: ka pai rānei tēnei mahi mō te māmā?", "Rāmere 12 Hūrae, 2pm", "ka pai rānei tēnei mahi mō te māmā?"),
    ("offered me thurs 9am or fri noon. took fri noon, her shed\nwhat puzzles me is how anyone affords the tools", "fri noon", "how anyone affords the tools"),
    ("phone call 3/11 18:00\ntrying to choose: army or this", "3/11 18:00", "choose: army or this"),
    (
        "Hi Aperahama\n\nNo worries at all. Friday's no good for me after all, can we say Monday 9 November, 4.30pm? Same place, the tool shed behind the nursery.\n\nCheers\nMarnie\n\nMarnie Duckworth-Sale\nPropagation Lead | Totara Hollow Nurseries\n021 555 0111\n\n> On 2 Nov 2026, at 8:14 pm, Aperahama Piripi wrote:\n>\n> Kia ora Marnie, thank you for saying yes. Friday 6 Nov at 4 would be great.\n> I am in year 13 and I'd like to find out if you can make a living from native plants only.\n",
        "Monday 9 November, 4.30pm",
        "if you can make a living from native plants only",
    ),
    (
        "Forwarded message\nFrom: Kwame Asante-Boyd <kwame@brightwell.example>\nDate: Tue, 3 Mar 2026 at 07:50\nSubject: Re: school project\nTo: Ella Finch\n\nDear Ella, happy to chat. I run the sleep lab here (I'm a polysomnographic technologist, which nobody can spell). Thursday 12 March at 16:00 on Teams suits me.\nBefore this I drove a night bus, so the hours were no shock.\nKwame\n--\nKwame Asante-Boyd, RPSGT\nPolysomnographic Technologist, Brightwell Sleep Centre\nCardiff\n",
        "Thursday 12 March at 16:00",
        "",
    ),
    (
        "Got two options from the careers lady\n\nA) Devendra Rao, tram mechanic, Metrolink depot. Can only do school hours. no good\nB) Sunniva Lathrop - she repairs church organs!! organ builder at Lathrop & Voss. she can do Sat 5 Dec, 10ish\n\nSo B. I will ask: is there enough work to live from it?\n",
        "Sat 5 Dec, 10ish",
        "is there enough work to live from it?",
    ),
    (
        "thurs notes\n- bio: mitosis again. quiz fri\n- netball 5pm, bring bibs\n- mrs hohaia says i have to do the careers thing. her cousin pita waititi is a traffic engineer at kotare transport in town, she will ask him\n- pita said ok!! wed 14 oct 330pm at his office lvl 3\n- he used to play drums for a covers band\n- kotare does the traffic lights for the whole city, 40 ppl\n- dad bday sunday\n- q for pita: do u need maths with calculus cos im failing it\n",
        "wed 14 oct 330pm",
        "do u need maths with calculus cos im failing it",
    ),
    (
        'Preparation for my interview (course of English, week 6)\n\nI have chosen the profession of "train driver". My neighbour has helped me to find Mr. Colm Devereux. He drives the trains for Iarnród Iarthar since 11 years.\nThe appointment is the Wednesday 21 October, at 18h00, in the bar of the station.\nI would like very much to understand if a person with 45 years can still begin.\n',
        "Wednesday 21 October, at 18h00",
        "understand if a person with 45 years can still begin",
    ),
    (
        "Episode 88: The Ice Makers (transcript, auto)\nHOST: welcome back, today I'm at the Frostfield Arena with Bogdan Ilie, who is the head ice technician here.\nBOGDAN: thanks for having me, mind the puddle.\nHOST: how do you end up making ice?\nBOGDAN: I was a plumber in Brasov. Then I came over in 2011.\nHOST: and Lisa Marsh who runs the cafe is here too\nLISA: hiya\n\n--\nme: bogdan said he'd talk to me! ring him tue 7 july at 2. mostly i want to know if its seasonal\n",
        "tue 7 july at 2",
        "know if its seasonal",
    ),
    (
        "Kaupapa: uiui mō te karaehe mahi\nKo wai: Te Rina Maihi\nHe aha tana mahi: kaitoro hapori (community health navigator)\nKei hea: Te Hauora o Waiau\nĀhea: Rāpare 6 Hakihea, 9.30 i te ata\n- nō Ngāti Porou\n- 7 tau ki reira\nPātai: me mōhio au ki te reo i te tuatahi?\n",
        "Rāpare 6 Hakihea, 9.30 i te ata",
        "me mōhio au ki te reo i te tuatahi?",
    ),
    (
        "JOB VACANCY\nDairy Technologist, Gleneska Creamery, Tuam\nWe are seeking a motivated Dairy Technologist to join our team of 35. Salary DOE. Closing date 30 October.\nYou will test milk, run trials and keep records.\nApply to Fiona Geraghty, HR.\n\nnot applying!! just background. the person i am meeting there is Mossie Kilbane, he has that job 8 yrs. Fri 23 Oct 11am, canteen.\nwill he tell me straight if a shy person can do it?\n",
        "Fri 23 Oct 11am",
        "will he tell me straight if a shy person can do it?",
    ),
    (
        "i rang the museum & they put me thru to a lovely woman, dr oluchi eze-martin, textile conservator. she does the flags. museum = the harrowgate collection. come thurs 3rd 2pm she said, side door.\nshes ex navy!!\nwhy flags fade + how they stitch em to net\nwonder if u can do it w shaky hands\n",
        "thurs 3rd 2pm",
        "if u can do it w shaky hands",
    ),
    (
        "week 7\nmon - stats assignment, ask Priyanka for the slides. flatmate Dom owes me $40.\ntue - gym. Nana's 80th: book the RSA hall, ask Uncle Tana about the hāngī.\nwed - careers advisor Ms Holroyd emailed. She has found somebody!! A woman who restores pipe organs in Dunedin, Philomena Achterberg of Southern Pipeworks. Talk on Thursday 17 Sept at 3.45 pm by phone.\nthu - bus was late. soup.\nfri - stats again. Philomena's website: she started as a piano tuner, and studied in Leipzig for two years. The workshop is in an old church and has five people.\nsat - Dom paid. I should ask Philomena whether you can be allergic to dust and still do it. \n",
        "Thursday 17 Sept at 3.45 pm",
        "whether you can be allergic to dust and still do it",
    ),
    (
        "Meeting with: Mr T. Oyelaran-Smythe\nOf: Brackwater Tidal Power\nJob: turbine blade inspector (rope access)\nHow long: since 2017\nWhere/when: Zoom, 11/11/26, 11 o'clock\n",
        "11/11/26, 11 o'clock",
        "",
    ),
    (
        "From: Bereniké Szabó <b.szabo@lumenarts.example>\nTo: me\nSent: 4 May 2026 10:02\nSubject: RE: your project\n\nOf course! I've got a free slot Friday 15 May, 2 pm. The studio is behind the bakery.\nI have been a neon bender at Lumen Arts for nine years, before that I sold shoes.\n\nB.\n\n-----Original Message-----\nFrom: me\nSent: 3 May 2026 21:40\nTo: Bereniké Szabó\n\nDear Ms Szabó, I'm a student and would like to know whether glass work can be learned without a degree. Monday 11 May or any time?\n",
        "Friday 15 May, 2 pm",
        "whether glass work can be learned without a degree",
    ),
    (
        "INFO FOR TALK – Officer Latoya Greaves, K-9 handler, Harlan County Sheriff's Office\n- 12 years on\n- dog = Biscuit\n- was an Army medic\nWhen: Oct 3, 1:15 PM, substation on Route 9\nAsk: how do you say goodbye to the dog when it retires?\n",
        "Oct 3, 1:15 PM",
        "how do you say goodbye to the dog when it retires?",
    ),
    (
        "Two contacts from the open day\n* Harriet Dunmore, cheesemonger - lovely but moving to France\n* Ishaan Pillay, food safety auditor w/ SureBite Certification. He's the one. 20 Nov @ 9:30, their office in Leeds\n* his colleague Fay is on mat leave\n- Ishaan did chemistry at Hull\n- Harriet used to teach\n",
        "20 Nov @ 9:30",
        "",
    ),
    (
        "mei tran – nail technician turned podiatrist – happy feet clinic, footscray\ngot her insta from jess\ntues 13 oct 6.15 after she closes\nis 4 yrs of uni worth it when u already earn ok doing nails\n",
        "tues 13 oct 6.15",
        "is 4 yrs of uni worth it when u already earn ok doing nails",
    ),
    (
        "| Q | A |\n| Who am I meeting | Rev. Gideon Marsh |\n| What does he do | prison chaplain |\n| Where | HMP Larchfield |\n| When | 2nd Dec, 10:30 |\n| Why | I want to know how he sleeps after it |\n",
        "2nd Dec, 10:30",
        "how he sleeps after it",
    ),
    (
        "ko Whetu Rangihaeata te tangata. He kaihanga waka ia i Te Toki Waka, Kāwhia.\nI kōrero atu au ki a ia i te waea. Ka hui māua ā te Rātapu 20 Hepetema, 10 i te ata.\nTaku pātai: ka taea e te wahine?\n",
        "Rātapu 20 Hepetema, 10 i te ata",
        "ka taea e te wahine?",
    ),
    (
        "Wind turbine stuff for geography + careers (2 birds 1 stone)\n -> person: Seònaid (shona) MacAskill\n -> wind turbine tech, Hebridean Gusts Ltd\n -> been up 400 towers she reckons\n -> ex fish farm\n -> chat: Weds lunchtime, 12.40, school library\n",
        "Weds lunchtime, 12.40",
        "",
    ),
    (
        "SCHOOL OF NURSING – STAFF\nProfessor Adaeze Umeh RN PhD\nHead of School\nAdaeze leads a team of sixty.\n\nDr Callan Frew\nSenior Lecturer, Mental Health Nursing\nCallan worked nights on an acute ward for eleven years. He joined Tayforth University in 2018. He is building a training flat where students practise home visits.\n\nMrs Joy Lindqvist\nSchool Administrator\n\n>> Callan. Tues 6 Oct 2pm, room 3.14\n>> do mental health nurses get scared\n",
        "Tues 6 Oct 2pm",
        "do mental health nurses get scared",
    ),
]


@pytest.mark.parametrize(("text", "time", "purpose"), CASES)
def test_the_hour_agreed_and_the_wish_of_the_learner_are_found(text, time, purpose):
    draft = read_notes(note=clean_note(text, name="n.md"))
    assert 2 * len(set(words(time)) & set(words(draft.meeting_time))) >= len(set(words(time))) > -1
    assert bool(time) == bool(draft.meeting_time)
    if purpose:
        assert 2 * sum(word in words(draft.meeting_purpose) for word in words(purpose)) >= len(words(purpose))
        assert draft.meeting_purpose.split()[0] in " ".join(text.split())


@pytest.mark.parametrize(
    "text", ["Bo Lind, grader\nNews\n12 Jan 2026  The new oven is here!\n03 Dec 2025  Closed for Christmas", "Founded 12 March 1998. Open Mon-Fri 8am-5pm."]
)
def test_news_and_opening_hours_are_no_meeting(text):
    assert read_notes(note=clean_note(text, name="n.md")).meeting_time == ""
