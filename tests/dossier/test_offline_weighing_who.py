"""Whom the notes settle on and for whom that one works, where no single sign decides."""

from __future__ import annotations

import pytest

from coach.documents import clean_note
from coach.engines.offline.dossier import read_notes
from coach.records import DossierDraft


def read(text: str) -> DossierDraft:
    return read_notes(note=clean_note(text, name="n.md"))


EMPLOYERS = [
    ("ok so its oluwaseun adeyemi hes a prosthetist\nworks out of the limb centre at st brannocks\nmakes legs\n", "limb centre"),
    (
        "My person is Mrs Farida Rahimi. She is working like interpreter. The office of her is name Language Bridge, it is near of the hospital.",
        "Language Bridge",
    ),
    ("Lachlan Ferrier, stonemason, has own business Ferrier & Daughters. fixes old churches", "Ferrier & Daughters"),
    ("Dougal Reid is a gamekeeper on the Strathmorrow Estate. He has two spaniels.", "Strathmorrow Estate"),
    ("Moira Kavanagh -- funeral director\nKavanagh and Sons (her grandad started it 1951)\ntrained as a nurse first\n", "Kavanagh and Sons"),
    ("BOGDAN ILIE / ELEVATOR MECHANIC / LIFTWELL\nMON 1PM CAFE ACROSS FROM THE TRAIN STATION\n9 YEARS. ROMANIA THEN IRELAND\n", "LIFTWELL"),
    ("I'm going to interview Wiremu Tautari on Friday.\n\nHe skippers the ferry. The company is called Gulf Link and they run four boats.", "Gulf Link"),
    ("Chiara Bonetti\nrilegatrice / bookbinder\n\nLegatoria Nord\nVia Mazzini 8, Torino\nwww.legatorianord.example\n", "Legatoria Nord"),
    ("spoke 2 ms patel & she said try amara sesay optometrist @ brightside eyecare\nwed 3.45 ok\nshe went 2 uni in auckland\n", "brightside eyecare"),
    ("full name Vikram Sodhi\nhes a fire investigator w Fire and Emergency\nhes gonna ring me next Tues 4pm\n", "Fire and Emergency"),
    ("Timo Väisänen: Reindeer herder. Employer: cooperative Sallan Paliskunta (Finland)\n", "Sallan Paliskunta"),
    (
        "nasrin haddad, dietitian\n- linkedin says she works at Northgate Clinic\n- BUT her email signature says Harbourview Hospital. she moved\n",
        "Harbourview Hospital",
    ),
    ("Rangi Waaka youth worker Te Ara Hou\n- runs the boxing nights\n", "Te Ara Hou"),
    ("| | |\n|---|---|\n| Person | Eilidh MacAskill |\n| Does | Seaweed farmer |\n| Outfit | Kelp & Tide, Isle of Skye |\n", "Kelp & Tide"),
    ("The person I choose is Mr. Tran Van Duc. He is welder, in shipyard Southern Star. Before, he work for oil company PetroViet.", "Southern Star"),
    ("- my person!! Lavinia Moala (port health officer)\n- who for: Bay Districts Council – env health\n- before council: a shop\n", "Bay Districts Council"),
    ("Annette Sorley is a vet nurse. She did her degree at Ashcombe University and her friend runs Oakham Farm.", ""),
]


@pytest.mark.parametrize(("text", "employer"), EMPLOYERS)
def test_small_signs_together_tell_the_employer_and_weak_ones_tell_none(text: str, employer: str):
    found = read(text).person.employer
    assert employer.lower() in found.lower() if employer else not found
    assert len(found.split()) <= 2 * len(employer.split())


DECISIONS = [
    (
        "Was meant to meet Peter Gunn (pilot, Tasman Air) but he got rostered on.\nChanged!! Now its Leilani Kahale, air traffic controller for Skyway.",
        "Leilani Kahale",
    ),
    ("1. Agnieszka Wolska, upholsterer. she's on holiday till May\n2. Lachlan Ferrier, stonemason\n\nupdate: Lachlan it is. Sat 8.30am", "Lachlan Ferrier"),
    ("my flatmates aunty Kelechi Umeh said yes!!! shes a midwife\norig i asked Sandra from the dhb but she never wrote back\n", "Kelechi Umeh"),
    (
        "**Option A** Colin Frayne, HR adviser\n**Option B** Yusra Halabi, payroll officer\n\nColin never replies. so I'm going with B. Wednesday at 9:15",
        "Yusra Halabi",
    ),
    ("Meeting either Hugo Blanc (chef) or Petra Lindqvist (sommelier)\nHugo rang, kitchen flooded, hes out.\nPetra can do Tues 19 May 3pm", "Petra Lindqvist"),
    (
        "Our Team\nDesmond Quill – Senior Partner\nDesmond has practised for forty years.\nBronagh Tierney – Legal executive\n\nbronagh (the 2nd one) rang back - Monday 3 Aug 1.15pm",
        "Bronagh Tierney",
    ),
    (
        "JOB AD\nSignal Technician - TransRail Networks - Athlone\nContact: Orla Nestor, Talent Team\n\nDeclan Foy does this job there. phone call Thurs 3 Dec, 7pm",
        "Declan Foy",
    ),
    ("talked to dad's golf friend, his daughter Annette Froggatt is a surveyor. she'll meet me 24 Sept, 8am\nMs Lim wants the draft", "Annette Froggatt"),
    (
        "There is a lady, Losalini Tuwai, a Customs Broker at Reefgate Clearing & Freight.\nMessage from Mrs Tuwai: Friday 12.45\nMr Naidu wants the rent",
        "Losalini Tuwai",
    ),
    ("theres this lady Hana Sato who owns Menya Sato on the high st. shes a ramen cook. goin in 8 Nov 5pm", "Hana Sato"),
]


@pytest.mark.parametrize(("text", "name"), DECISIONS)
def test_the_later_word_on_whom_to_meet_holds(text: str, name: str):
    assert read(text).person.name == name


MOMENTS = [
    ("Ines Cardoso, technician.\nInterview: 22/09 at 0830, gate B. Back-up date 24/09.\n", "22/09 at 0830"),
    ("Kelechi Umeh said yes!!! shes a midwife\nThurs 12th, 4ish, at hers\n", "Thurs 12th, 4ish"),
    ("dev raghunathan\naquarist\nsun 10 by the penguins\nask him abt sharks\n", "sun 10"),
    ("Rosa Delgado is pastry chef. We are agree for the Friday at ten in the morning, after the bread is finish.", "the Friday at ten in the morning"),
    ("abel mutasa - driller\nmeeting was gonna be 20th 10am but rig broke so 21st, 10am\n", "21st, 10am"),
    ("JOB AD Closes 5pm 14 August.\n\nHemi Stark - operator there.\nnewspaper 14/3/26 : he runs it\nSat 5 Sept 9ish at the gate", "Sat 5 Sept 9ish"),
]


@pytest.mark.parametrize(("text", "moment"), MOMENTS)
def test_the_hour_agreed_is_told_in_whatever_form(text: str, moment: str):
    assert read(text).meeting_time == moment
