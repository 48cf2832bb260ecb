"""Who is to be met, told in as many shapes as learners write: tables, scribbles without capitals, shouted lines, prose, pages, mails."""

from __future__ import annotations

import pytest

from coach.documents import clean_note
from coach.engines.offline.dossier import read_notes
from coach.records import DossierDraft


def read(text: str) -> DossierDraft:
    return read_notes(note=clean_note(text, name="n.md"))


def same(wanted: str, found: str) -> bool:
    """Whether the same is named: one lies inside the other and they share half of their words."""
    one, other = (" ".join(text.lower().replace(",", " ").replace(".", " ").split()) for text in (wanted, found))
    shared = set(one.split()) & set(other.split())
    return one == other or (bool(one and other) and (one in other or other in one) and 2 * len(shared) >= max(len(one.split()), len(other.split())))


CASES = [
    ("losa (siones aunty)  nurse aide  motootua\n\nask mum for number", "losa", "nurse aide", ""),
    ("tui, plumber", "tui", "plumber", ""),
    ("Hemi - bus driver - Go Bus Hamilton", "Hemi", "bus driver", "Go Bus"),
    ("brickhaven joinery -> talk to agnieszka wojcik, cabinet maker\nshe started 2015\nsat 10am", "agnieszka wojcik", "cabinet maker", "brickhaven joinery"),
    (
        "| what | answer |\n|---|---|\n| name | Oluwaseun Adebayo-Finch |\n| job | Crane Operator |\n| company | Tallpoint Lifting |\n| since | 2016 |",
        "Oluwaseun Adebayo-Finch",
        "Crane Operator",
        "Tallpoint Lifting",
    ),
    ("person\tXiomara Delgado\nrole\tpastry chef\nwhere\tCafe Luz\nmeeting\tFri 3 July 9am", "Xiomara Delgado", "pastry chef", "Cafe Luz"),
    ("NAME = TE ARIKI POMARE\nJOB = DIESEL MECHANIC\nEMPLOYER = NORTHRIM FREIGHT\nTIME = 4 MAY 2PM", "TE ARIKI POMARE", "DIESEL MECHANIC", "NORTHRIM FREIGHT"),
    (
        "Interviewee: Siobhán Ní Dhomhnaill\nWorks as: speech and language therapist\nWorks for: Tolka Valley Children's Services\n",
        "Siobhán Ní Dhomhnaill",
        "speech and language therapist",
        "Tolka Valley Children's Services",
    ),
    (
        "## Notes\n\nlast week was a blur, essay done, rang mum.\n\nMum's friend from choir put me on to Ngaire Te Whata, she is an audiometrist with Clear Harbour Hearing in Whangārei. She has been there nine years.\n\nSupermarket list: rice, tofu.",
        "Ngaire Te Whata",
        "audiometrist",
        "Clear Harbour Hearing",
    ),
    ("my uncle knows a guy, dmitri. hes a tower crane rigger for skylark hire", "dmitri", "tower crane rigger", "skylark hire"),
    (
        "meeting w/ J. P. van der Merwe (senior hydrologist, Orange Basin Water) on Tues 9 June",
        "J. P. van der Merwe",
        "senior hydrologist",
        "Orange Basin Water",
    ),
    ("kōrero with matua Rāwiri Tūhoro. He kaiarahi ia ki Te Puna Waiora", "Rāwiri Tūhoro", "kaiarahi", "Te Puna Waiora"),
    (
        "the person I will to meet is called Nguyen Thi Hoa. She is working like laboratory technician in the company Delmar Foods",
        "Nguyen Thi Hoa",
        "laboratory technician",
        "Delmar Foods",
    ),
    ("Pania Waaka\nApprentice plasterer\nSmoothline Interiors, Rotorua\n", "Pania Waaka", "Apprentice plasterer", "Smoothline Interiors"),
    ("Deep Singh Gill, HGV driver/trainer at Pennine Haulage Ltd", "Deep Singh Gill", "HGV driver/trainer", "Pennine Haulage"),
    ("priya n. - data analyst @ kelp & co. - 14 jan 4pm", "priya n", "data analyst", "kelp & co"),
    ("wed 11am\nmarlon okafor\nbarber\nsharp corner barbers", "marlon okafor", "barber", "sharp corner barbers"),
    (
        "Who? Leilani Kahananui. What? marine mechanic. Where? Bluewater Boatyard, Kona. When? 8 August, noon.",
        "Leilani Kahananui",
        "marine mechanic",
        "Bluewater Boatyard",
    ),
    ("so ive got this chat w a bee keeper called fergus mcilwraith from honeydale apiaries thurs", "fergus mcilwraith", "bee keeper", "honeydale apiaries"),
    (
        "Interview prep: Dr. Amara Nwosu-Bright | veterinary pathologist | Greenmoor Animal Health",
        "Amara Nwosu-Bright",
        "veterinary pathologist",
        "Greenmoor Animal Health",
    ),
    (
        "Career day list\n1. Ruth Abel - glass artist - no answer\n2. Kofi Mensah - train driver at Southbridge Rail - said yes! Mon 4 May 10.15\n3. Lars Holm - chef - away",
        "Kofi Mensah",
        "train driver",
        "Southbridge Rail",
    ),
    ("contact: mele tupou / early childhood teacher / little waves preschool / mangere", "mele tupou", "early childhood teacher", "little waves preschool"),
    ("Jo (Johanna) Riedl, Notfallsanitäterin, Rotes Kreuz Linz. I visit her 3.2. at 14 Uhr", "Johanna Riedl", "Notfallsanitäterin", "Rotes Kreuz Linz"),
    (
        "ok so the lady is called mrs fatima el-sayed and she is the school librarian of harbour view primary",
        "fatima el-sayed",
        "school librarian",
        "harbour view primary",
    ),
    ("TALK TO: ANA-MARIA POPESCU, DENTAL NURSE, BRIGHTSIDE DENTAL", "ANA-MARIA POPESCU", "DENTAL NURSE", "BRIGHTSIDE DENTAL"),
    (
        "Background on my interviewee\n\nXin Yi Tan has worked as an actuary at Meridian Mutual since 2019. Before that Xin Yi taught maths.",
        "Xin Yi Tan",
        "actuary",
        "Meridian Mutual",
    ),
    ("Job: funeral director\nPerson: Moana-Lee\nPlace: Tender Farewells, Porirua", "Moana-Lee", "funeral director", "Tender Farewells"),
    ("hi its me. meeting thursday = Sgt Dale Proctor (dog handler) from Eastvale Police", "Dale Proctor", "dog handler", "Eastvale Police"),
    (
        '"Lighthouse keepers are gone, we are what is left" - Eilidh MacInnes, buoy technician, Northern Lights Commission.\nmeet her 2 Feb.',
        "Eilidh MacInnes",
        "buoy technician",
        "Northern Lights Commission",
    ),
    ("Employer: Fonua Roofing\nHer job there: roofer\nHer name: Sela", "Sela", "roofer", "Fonua Roofing"),
    (
        "Tonga trip. See Viliami 'Ofa Taufa, fisheries officer, Ministry of Fisheries, Nuku'alofa",
        "Viliami 'Ofa Taufa",
        "fisheries officer",
        "Ministry of Fisheries",
    ),
    ("Quick scribbles from the phone\nO'Shaughnessy, Declan. Stonemason. Cathedral Works, Kilkenny", "O'Shaughnessy, Declan", "Stonemason", "Cathedral Works"),
    ("Her LinkedIn says: Mireille Fontaine-Roux - Head of Wardrobe at the Lyric Theatre", "Mireille Fontaine-Roux", "Head of Wardrobe", "Lyric Theatre"),
    ("what i know: raj works at coldstore logistics as a forklift trainer. thats all", "raj", "forklift trainer", "coldstore logistics"),
    ("Ms Bianca dos Santos is the production manager for Salt Lamp Films. I don't know more.", "Bianca dos Santos", "production manager", "Salt Lamp Films"),
    (
        "Jacinta at the canteen knows a bloke who fixes pianos. Theodore Quill, piano tuner, Quill & Daughter. Messaged him.\n\nShopping: eggs",
        "Theodore Quill",
        "piano tuner",
        "Quill & Daughter",
    ),
    (
        "* interview with: auntie Sina's workmate, Lupe Faleolo\n* mental health support worker\n* Pacific Haven Trust",
        "Lupe Faleolo",
        "mental health support worker",
        "Pacific Haven Trust",
    ),
    ("maybe an optician?? dont know anybody yet", "", "optician", ""),
    ("Ko Hana Paki tōna ingoa. Kaiako kōhanga reo ia.", "Hana Paki", "Kaiako kōhanga reo", ""),
    ("Name\nYusuf Karim\n\nOccupation\nShip's cook\n\nEmployer\nStraitline Ferries", "Yusuf Karim", "Ship's cook", "Straitline Ferries"),
    ("manaia  vet nurse  whangamata\n\nget her cell off dad", "manaia", "vet nurse", ""),
    ("Aroha, beekeeper", "Aroha", "beekeeper", ""),
    ("teo's mum, filipa, hospital cleaner", "filipa", "hospital cleaner", ""),
    (
        "| field | notes |\n|:--|:--|\n| who | Bronagh McAteer |\n| position | Harbour Pilot |\n| works for | Lough Swilly Port |\n| when | 9/6 at 11 |",
        "Bronagh McAteer",
        "Harbour Pilot",
        "Lough Swilly Port",
    ),
    (
        "Full name;Zoltán Kovács-Hill\nJob title;Tool maker\nOrganisation;Precision North Engineering",
        "Zoltán Kovács-Hill",
        "Tool maker",
        "Precision North Engineering",
    ),
    (
        "interviewee > makareta ihimaera\nwork > museum conservator\nplace > te whare taonga o waitaha",
        "makareta ihimaera",
        "museum conservator",
        "te whare taonga o waitaha",
    ),
    ("SEEING: CHINEDU EZE, PRINT FINISHER AT INKWELL PRESS, MON 0930", "CHINEDU EZE", "PRINT FINISHER", "INKWELL PRESS"),
    (
        "Notes for Thursday. Person = Hae-won Seo. She is a ceramic engineer with Kilnhouse Advanced Materials.",
        "Hae-won Seo",
        "ceramic engineer",
        "Kilnhouse Advanced Materials",
    ),
    (
        "went to the dump, fixed the gate. saw Pete. Pete's sister-in-law Rosalind Ackerley is a flood modeller at Severn Catchment Partnership and he reckons she'd talk. rang her: yes!\nfed the cat",
        "Rosalind Ackerley",
        "flood modeller",
        "Severn Catchment Partnership",
    ),
    ("got the number of a sign writer, his name is lachie drummond, business is drummond signs", "lachie drummond", "sign writer", "drummond signs"),
    ("Meet H. K. Perera (Harbour Cranes Ltd; maintenance planner) 12 March", "H. K. Perera", "maintenance planner", "Harbour Cranes"),
    ("Whaea Tangiwai Rēweti, kaitiaki pukapuka, Te Whare Pukapuka o Kirikiriroa", "Tangiwai Rēweti", "kaitiaki pukapuka", "Te Whare Pukapuka o Kirikiriroa"),
    ("My interview is with the sir Abdulrahman Yasin. He makes the work of welder in Ferrox Steel since 2011.", "Abdulrahman Yasin", "welder", "Ferrox Steel"),
    ("Sunniva Bakke\nTrainee air traffic controller\nFjordview Airport\n\n- from Bodø", "Sunniva Bakke", "Trainee air traffic controller", "Fjordview Airport"),
    ("Hone Te Kanawa (arborist / climber) — Tall Timber Tree Care", "Hone Te Kanawa", "arborist", "Tall Timber Tree Care"),
    ("jas dhillon, ux designer, petalsoft. 22 nov 1pm zoom", "jas dhillon", "ux designer", "petalsoft"),
    ("ring mr oyelaran. hes the head groundsman at oakfield cricket club", "oyelaran", "head groundsman", "oakfield cricket club"),
    ("Q: who? A: Tevita Moala\nQ: job? A: quarry supervisor\nQ: firm? A: Redcliff Aggregates", "Tevita Moala", "quarry supervisor", "Redcliff Aggregates"),
    ("careers evening - the best one was Ottoline Prewitt-Shaw, a perfumer from Maison Aster", "Ottoline Prewitt-Shaw", "perfumer", "Maison Aster"),
    ("Prof. Ingrid Löfgren • glaciologist • Polar Research Institute", "Ingrid Löfgren", "glaciologist", "Polar Research Institute"),
    ("- Bex\n- farrier\n- Ironfoot Farriery\n- Sat arvo", "Bex", "farrier", "Ironfoot Farriery"),
    ("Option A: Gareth Pugh - butcher, too busy\nOption B: Nia Rhys - cheese maker at Caws Cwm - Fri 2pm", "Nia Rhys", "cheese maker", "Caws Cwm"),
    ("speaking to: sione latu | security officer | guardline | manukau", "sione latu", "security officer", "guardline"),
    ("Host: Élodie Marchand. Métier: infirmière. Lieu: Clinique Saint-Roch.", "Élodie Marchand", "infirmière", "Clinique Saint-Roch"),
    ("im gonna chat to this guy called bashir hes a court interpreter for lingua bridge", "bashir", "court interpreter", "lingua bridge"),
    ("PADDY NOLAN. RACEHORSE TRAINER. CURRAGH LODGE STABLES.", "PADDY NOLAN", "RACEHORSE TRAINER", "CURRAGH LODGE STABLES"),
    (
        "My contact, Wren Abara-Holt, has been a set carpenter for Halfmoon Productions for six years.",
        "Wren Abara-Holt",
        "set carpenter",
        "Halfmoon Productions",
    ),
    ("undertaker?\n\nmrs pickering knows one", "", "undertaker", ""),
    ("Occupation: weaver\nWho: Kahurangi\nAt: Te Whare Raranga", "Kahurangi", "weaver", "Te Whare Raranga"),
    ("Insp. Marama Kingi from Harbour City Police is a crime scene examiner. Tue 8am", "Marama Kingi", "crime scene examiner", "Harbour City Police"),
    (
        "read an article: \"Bees don't clock off,\" says Idwal Probert, queen bee breeder at Cwmdu Apiaries. I'm phoning him Monday.",
        "Idwal Probert",
        "queen bee breeder",
        "Cwmdu Apiaries",
    ),
    ("his work: tattoo artist\nhis shop: Black Fern Ink\nhis name: Jayden", "Jayden", "tattoo artist", "Black Fern Ink"),
    ("Suva. Visit Ratu Jone Vakatawa, mangrove ranger with the Reef and Delta Trust", "Jone Vakatawa", "mangrove ranger", "Reef and Delta Trust"),
    ("wants to be met at the depot: Fitzgerald, Orla - tram driver - Luasline", "Fitzgerald, Orla", "tram driver", "Luasline"),
    (
        "Profile: Kwabena Owusu-Ansah · Chief Engineer on the research ship Meridian, Oceanic Surveys Ltd",
        "Kwabena Owusu-Ansah",
        "Chief Engineer",
        "Oceanic Surveys",
    ),
    ("so i know that tash works for pixel barn as a games tester and shes 24", "tash", "games tester", "pixel barn"),
    (
        "Old Ted says to see his niece. Philippa Storrow, heritage thatcher, Storrow Thatching. Rang, no answer, rang again, yes.",
        "Philippa Storrow",
        "heritage thatcher",
        "Storrow Thatching",
    ),
    ("> visit: uncle Tavita's boss, Perpetua Leota\n> site manager\n> Koko Construction", "Perpetua Leota", "site manager", "Koko Construction"),
    ("name\nIsmail Haddad\n\njob\nclockmaker\n\nworkplace\nHaddad & Sons", "Ismail Haddad", "clockmaker", "Haddad & Sons"),
    (
        "Hi Aperahama\n\nNo worries at all. Friday's no good for me after all, can we say Monday 9 November, 4.30pm? Same place, the tool shed behind the nursery.\n\nCheers\nMarnie\n\nMarnie Duckworth-Sale\nPropagation Lead | Totara Hollow Nurseries\n021 555 0111\n\n> On 2 Nov 2026, at 8:14 pm, Aperahama Piripi wrote:\n>\n> Kia ora Marnie, thank you for saying yes. Friday 6 Nov at 4 would be great.\n> I am in year 13 and I'd like to find out if you can make a living from native plants only.\n",
        "Marnie Duckworth-Sale",
        "Propagation Lead",
        "Totara Hollow Nurseries",
    ),
    (
        "Forwarded message\nFrom: Kwame Asante-Boyd <kwame@brightwell.example>\nDate: Tue, 3 Mar 2026 at 07:50\nSubject: Re: school project\nTo: Ella Finch\n\nDear Ella, happy to chat. I run the sleep lab here (I'm a polysomnographic technologist, which nobody can spell). Thursday 12 March at 16:00 on Teams suits me.\nBefore this I drove a night bus, so the hours were no shock.\nKwame\n--\nKwame Asante-Boyd, RPSGT\nPolysomnographic Technologist, Brightwell Sleep Centre\nCardiff\n",
        "Kwame Asante-Boyd",
        "Polysomnographic Technologist",
        "Brightwell Sleep Centre",
    ),
    (
        "Got two options from the careers lady\n\nA) Devendra Rao, tram mechanic, Metrolink depot. Can only do school hours. no good\nB) Sunniva Lathrop - she repairs church organs!! organ builder at Lathrop & Voss. she can do Sat 5 Dec, 10ish\n\nSo B. I will ask: is there enough work to live from it?\n",
        "Sunniva Lathrop",
        "organ builder",
        "Lathrop & Voss",
    ),
    (
        "thurs notes\n- bio: mitosis again. quiz fri\n- netball 5pm, bring bibs\n- mrs hohaia says i have to do the careers thing. her cousin pita waititi is a traffic engineer at kotare transport in town, she will ask him\n- pita said ok!! wed 14 oct 330pm at his office lvl 3\n- he used to play drums for a covers band\n- kotare does the traffic lights for the whole city, 40 ppl\n- dad bday sunday\n- q for pita: do u need maths with calculus cos im failing it\n",
        "pita waititi",
        "traffic engineer",
        "kotare transport",
    ),
    (
        "Home > About > Meet the crew\n\nSKIPPER & OWNER\nCaptain Rob Tasker\nThirty years on the Sound.\n\nMARINE MAMMAL GUIDE\nHiria Pōtae\nHiria has been counting dolphins with us since 2019. She trained as a vet nurse in Picton.\n\nDECKHAND\nFinn\nAsk him about knots.\n\nKōtuku Sound Cruises © 2026. Book now | Gift vouchers | Terms\n\nmy notes: talking to Hiria on the wharf, Sunday 22 Nov 8.15am before the boat goes. Does she get sick of tourists?\n",
        "Hiria Pōtae",
        "MARINE MAMMAL GUIDE",
        "Kōtuku Sound Cruises",
    ),
    (
        "Zeinab Farouk-Hale\nShe/Her\nSenior Building Inspector at Dunloe County Council | keeping roofs up\nTralee, County Kerry, Ireland\n318 connections\n\nAbout\nI look at other people's attics for a living.\n\nExperience\nDunloe County Council\nSenior Building Inspector\nJan 2020 - Present\nBuilding Inspector\n2016 - 2020\n\nSite Engineer\nHarcourt Homes\n2012 - 2016\n\nEducation\nMunster Technological University\n",
        "Zeinab Farouk-Hale",
        "Senior Building Inspector",
        "Dunloe County Council",
    ),
    (
        "Episode 88: The Ice Makers (transcript, auto)\nHOST: welcome back, today I'm at the Frostfield Arena with Bogdan Ilie, who is the head ice technician here.\nBOGDAN: thanks for having me, mind the puddle.\nHOST: how do you end up making ice?\nBOGDAN: I was a plumber in Brasov. Then I came over in 2011.\nHOST: and Lisa Marsh who runs the cafe is here too\nLISA: hiya\n\n--\nme: bogdan said he'd talk to me! ring him tue 7 july at 2. mostly i want to know if its seasonal\n",
        "Bogdan Ilie",
        "head ice technician",
        "Frostfield Arena",
    ),
    (
        "Kaupapa: uiui mō te karaehe mahi\nKo wai: Te Rina Maihi\nHe aha tana mahi: kaitoro hapori (community health navigator)\nKei hea: Te Hauora o Waiau\nĀhea: Rāpare 6 Hakihea, 9.30 i te ata\n- nō Ngāti Porou\n- 7 tau ki reira\nPātai: me mōhio au ki te reo i te tuatahi?\n",
        "Te Rina Maihi",
        "kaitoro hapori",
        "Te Hauora o Waiau",
    ),
    (
        "JOB VACANCY\nDairy Technologist, Gleneska Creamery, Tuam\nWe are seeking a motivated Dairy Technologist to join our team of 35. Salary DOE. Closing date 30 October.\nYou will test milk, run trials and keep records.\nApply to Fiona Geraghty, HR.\n\nnot applying!! just background. the person i am meeting there is Mossie Kilbane, he has that job 8 yrs. Fri 23 Oct 11am, canteen.\nwill he tell me straight if a shy person can do it?\n",
        "Mossie Kilbane",
        "Dairy Technologist",
        "Gleneska Creamery",
    ),
    (
        "i rang the museum & they put me thru to a lovely woman, dr oluchi eze-martin, textile conservator. she does the flags. museum = the harrowgate collection. come thurs 3rd 2pm she said, side door.\nshes ex navy!!\nwhy flags fade + how they stitch em to net\nwonder if u can do it w shaky hands\n",
        "oluchi eze-martin",
        "textile conservator",
        "harrowgate collection",
    ),
    ("geologist??\n\nmaybe hydro geologist. idk\n", "", "geologist", ""),
    (
        "week 7\nmon - stats assignment, ask Priyanka for the slides. flatmate Dom owes me $40.\ntue - gym. Nana's 80th: book the RSA hall, ask Uncle Tana about the hāngī.\nwed - careers advisor Ms Holroyd emailed. She has found somebody!! A woman who restores pipe organs in Dunedin, Philomena Achterberg of Southern Pipeworks. Talk on Thursday 17 Sept at 3.45 pm by phone.\nthu - bus was late. soup.\nfri - stats again. Philomena's website: she started as a piano tuner, and studied in Leipzig for two years. The workshop is in an old church and has five people.\nsat - Dom paid. I should ask Philomena whether you can be allergic to dust and still do it. \n",
        "Philomena Achterberg",
        "",
        "Southern Pipeworks",
    ),
    ("asdkjh asd qwe\n\nlorem ipsum dolor\n", "", "", ""),
    ("Name:\nJob:\nEmployer:\nWhen:\nWhy:\n", "", "", ""),
    ("marine engineer or naval architect?\n\ndont know anyone. ask at the wharf", "", "marine engineer", ""),
    (
        "Meeting with: Mr T. Oyelaran-Smythe\nOf: Brackwater Tidal Power\nJob: turbine blade inspector (rope access)\nHow long: since 2017\nWhere/when: Zoom, 11/11/26, 11 o'clock\n",
        "T. Oyelaran-Smythe",
        "turbine blade inspector",
        "Brackwater Tidal Power",
    ),
    (
        "spoke w aunty mele at church she said her nephew siaosi fifita drives the big digger at redstone quarry, hes an excavator operator\nsat 8 aug after training like 12\nhe left school at 15!!! used to pick kumara\nredstone has 60 workers + 3 quarries\ni wanna ask him if u need a licence before they hire u\n",
        "siaosi fifita",
        "excavator operator",
        "redstone quarry",
    ),
    (
        "From: Bereniké Szabó <b.szabo@lumenarts.example>\nTo: me\nSent: 4 May 2026 10:02\nSubject: RE: your project\n\nOf course! I've got a free slot Friday 15 May, 2 pm. The studio is behind the bakery.\nI have been a neon bender at Lumen Arts for nine years, before that I sold shoes.\n\nB.\n\n-----Original Message-----\nFrom: me\nSent: 3 May 2026 21:40\nTo: Bereniké Szabó\n\nDear Ms Szabó, I'm a student and would like to know whether glass work can be learned without a degree. Monday 11 May or any time?\n",
        "Bereniké Szabó",
        "neon bender",
        "Lumen Arts",
    ),
    (
        "INFO FOR TALK – Officer Latoya Greaves, K-9 handler, Harlan County Sheriff's Office\n- 12 years on\n- dog = Biscuit\n- was an Army medic\nWhen: Oct 3, 1:15 PM, substation on Route 9\nAsk: how do you say goodbye to the dog when it retires?\n",
        "Latoya Greaves",
        "K-9 handler",
        "Harlan County Sheriff's Office",
    ),
    (
        "Two contacts from the open day\n* Harriet Dunmore, cheesemonger - lovely but moving to France\n* Ishaan Pillay, food safety auditor w/ SureBite Certification. He's the one. 20 Nov @ 9:30, their office in Leeds\n* his colleague Fay is on mat leave\n- Ishaan did chemistry at Hull\n- Harriet used to teach\n",
        "Ishaan Pillay",
        "food safety auditor",
        "SureBite Certification",
    ),
    (
        "| Q | A |\n| Who am I meeting | Rev. Gideon Marsh |\n| What does he do | prison chaplain |\n| Where | HMP Larchfield |\n| When | 2nd Dec, 10:30 |\n| Why | I want to know how he sleeps after it |\n",
        "Gideon Marsh",
        "prison chaplain",
        "HMP Larchfield",
    ),
    (
        "ko Whetu Rangihaeata te tangata. He kaihanga waka ia i Te Toki Waka, Kāwhia.\nI kōrero atu au ki a ia i te waea. Ka hui māua ā te Rātapu 20 Hepetema, 10 i te ata.\nTaku pātai: ka taea e te wahine?\n",
        "Whetu Rangihaeata",
        "kaihanga waka",
        "Te Toki Waka",
    ),
    (
        "Wind turbine stuff for geography + careers (2 birds 1 stone)\n -> person: Seònaid (shona) MacAskill\n -> wind turbine tech, Hebridean Gusts Ltd\n -> been up 400 towers she reckons\n -> ex fish farm\n -> chat: Weds lunchtime, 12.40, school library\n",
        "Seònaid MacAskill",
        "wind turbine tech",
        "Hebridean Gusts",
    ),
    (
        "SCHOOL OF NURSING – STAFF\nProfessor Adaeze Umeh RN PhD\nHead of School\nAdaeze leads a team of sixty.\n\nDr Callan Frew\nSenior Lecturer, Mental Health Nursing\nCallan worked nights on an acute ward for eleven years. He joined Tayforth University in 2018. He is building a training flat where students practise home visits.\n\nMrs Joy Lindqvist\nSchool Administrator\n\n>> Callan. Tues 6 Oct 2pm, room 3.14\n>> do mental health nurses get scared\n",
        "Callan Frew",
        "Senior Lecturer, Mental Health Nursing",
        "Tayforth University",
    ),
]


@pytest.mark.parametrize(("text", "name", "role", "employer"), CASES)
def test_person_role_and_employer_are_told_whatever_the_shape(text, name, role, employer):
    person = read(text).person
    assert same(name, person.name), person
    assert same(role, person.role), person
    assert same(employer, person.employer), person


PEOPLE = [
    ("Sesilia Fonuamana", "vanilla grower", "Plumbline Lifts"),
    ("Tāne Hōhepa", "lift mechanic", "Harbour View Primary"),
    ("Jean-Luc Mbemba", "senior microbiologist", "Salt Lamp Films"),
    ("Aoife Ní Bhriain", "early childhood teacher", "Tall Timber Tree Care"),
    ("Ana dos Santos", "head of wardrobe", "Lyric Theatre"),
    ("Rose Tamihana", "crane operator", "Kelp & Co"),
]
SHAPES = [
    *(f"{{n}}{mark}{{r}}{mark}{{o}}" for mark in (", ", " - ", " – ", " | ", " / ", "\t", "; ", " -> ", "\n", "\n- ")),
    "{r} - {n} - {o}",
    "{n} = {r} at {o}",
    "{n}: {r} @ {o}",
    "{n} ({r}, {o})",
    "{n} works at {o} as a {r}",
    "meeting {n} who is a {r} at {o} on friday",
    "name: {n}\njob: {r}\nwork: {o}",
    "| name | {n} |\n|---|---|\n| role | {r} |\n| employer | {o} |",
    "who: {n}, what: {r}, where: {o}",
    "Name\n{n}\n\nJob title\n{r}\n\nCompany\n{o}",
]
AROUND = [
    ("", ""),
    ("shopping: soap, rice\nring the landlord\n\n", "\n\nthey have 14 staff and a new site. mum says hi"),
    ("# notes\n\n", "\n- started in 2014"),
]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("case", [str, str.lower, str.upper])
def test_neither_separators_nor_capitals_nor_what_stands_around_matter(shape, case):
    for name, role, employer in PEOPLE:
        for before, after in AROUND:
            person = read(case(before + shape.format(n=name, r=role, o=employer) + after)).person
            assert same(name, person.name), (name, person)
            assert same(role, person.role), (role, person)
            assert same(employer, person.employer), (employer, person)


@pytest.mark.parametrize("text", ["asdkjh asd qwe\n\nlorem ipsum dolor\n", "Name:\nJob:\nEmployer:\nWhen:\nWhy:\n", "shopping: soap, rice\nring the landlord"])
def test_where_nobody_is_told_nobody_is_made_up(text):
    person = read(text).person
    assert (person.name, person.role, person.employer) == ("", "", "")
