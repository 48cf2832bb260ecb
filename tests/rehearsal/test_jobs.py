"""What one person with an occupation is called."""

from __future__ import annotations

import pytest

from coach.rehearsal.jobs import name_job


@pytest.mark.parametrize(
    ("title", "job"),
    [
        ("Roofers", "Roofer"),
        ("Cooks, Fast Food", "Fast Food Cook"),
        ("Psychology Teachers, Postsecondary", "Postsecondary Psychology Teacher"),
        ("Nurse Midwives", "Nurse Midwife"),
        ("Natural Sciences Managers", "Natural Sciences Manager"),
        ("Pourers and Casters, Metal", "Metal Pourer"),
        ("Coil Winders, Tapers, and Finishers", "Coil Winder"),
        ("Sawing Machine Setters, Operators, and Tenders, Wood", "Wood Sawing Machine Setter"),
        ("Farmers, Ranchers, and Other Agricultural Managers", "Farmer"),
        ("Media and Communication Workers, All Other", "Media and Communication Worker"),
        ("Painting, Coating, and Decorating Workers", "Decorating Worker"),
        ("Fine Artists, Including Painters, Sculptors, and Illustrators", "Fine Artist"),
        ("Elementary School Teachers, Except Special Education", "Elementary School Teacher"),
        ("Appraisers of Personal and Business Property", "Appraiser of Personal and Business Property"),
        ("Taxi Drivers", "Taxi Driver"),
        ("Gambling Change Persons and Booth Cashiers", "Gambling Change Person"),
        ("Physical Therapist Assistants", "Physical Therapist Assistant"),
        ("Bakers (bread)", "Baker"),
        ("Chief Executives", "Chief Executive"),
        ("Firefighters", "Firefighter"),
        ("Tradesmen", "Tradesman"),
    ],
)
def test_an_occupation_in_the_plural_becomes_a_job_of_one(title, job):
    assert name_job(title) == job


@pytest.mark.parametrize("title", ["Electrician", "Registered nurse", "Retail", "", "Boss"])
def test_a_job_in_the_singular_stays(title):
    assert name_job(title) == title
