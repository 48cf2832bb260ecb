"""Contacts and rings: the next one from the innermost with an open way, what is due, and lists that come and go without harm."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.errors import InputRejected, NotReady
from coach.network import find_due, read_contacts, suggest_next, write_contacts
from coach.records import Contact, ContactStatus, Ring
from tests.cli.conftest import make_runner

TODAY = date(2026, 3, 20)


def contact(name: str, ring: int = 3, **known) -> Contact:
    return Contact.model_validate({"id": name.lower(), "name": name, "ring": ring, **known})


def numbered():
    count = iter(range(10_000_000))
    return lambda: f"c{next(count)}"


def test_the_next_one_comes_from_the_innermost_ring_with_an_open_way():
    aunt = contact("Carol", 0)
    surveyor = contact("Moana", 1, led_by="carol", may_use_name=True)
    cold = contact("Hugh", 3)
    assert suggest_next([cold, surveyor, aunt]).contact == aunt
    asked = aunt.model_copy(update={"status": ContactStatus.MET})
    found = suggest_next([cold, surveyor, asked])
    assert found.contact == surveyor
    assert found.why == "Carol led you there, and you may say so."
    closed = surveyor.model_copy(update={"may_use_name": False})
    assert suggest_next([cold, closed, asked]).contact == cold
    assert suggest_next([asked]) is None


def test_what_is_due_is_told_oldest_first_and_only_when_it_is():
    people = [
        contact("A", status="asked", asked_on="2026-03-13"),
        contact("B", status="asked", asked_on="2026-03-14"),
        contact("C", status="met", meets_on="2026-03-10"),
        contact("D", status="thanked", thanked_on="2026-02-20"),
        contact("E", status="thanked", thanked_on="2026-02-20", news_on="2026-03-19"),
        contact("F", status="in_touch", promised="send the photo", promised_by="2026-03-20"),
        contact("G", status="asked", asked_on="2026-03-01", reminded_on="2026-03-09"),
    ]
    found = find_due(people, today=TODAY)
    assert [(due.name, due.days_late) for due in found] == [("C", 9), ("A", 0), ("D", 0), ("F", 0)]
    assert found[-1].what == "You promised: send the photo"


def test_a_list_comes_back_as_it_went_and_formulas_are_harmless_on_the_way():
    people = (
        contact("Carol", 0, notes="=HYPERLINK(1)", phone="+64 21 555 0142"),
        contact("Moana", 1, led_by="carol", may_use_name=True, status="met", meets_on="2026-03-10", role="surveyor"),
    )
    raw = write_contacts(people)
    assert b"'=HYPERLINK" in raw
    assert b"\n=" not in raw
    back, left = read_contacts(raw, new_id=numbered())
    assert left == ()
    assert [one.model_dump(exclude={"id", "led_by"}) for one in back] == [one.model_dump(exclude={"id", "led_by"}) for one in people]
    assert back[1].led_by == back[0].id


def test_a_professional_networks_export_is_read_below_its_remarks():
    raw = 'Notes:\r\n"When exporting, some addresses are missing."\r\n\r\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\r\nAna,Reid,https://x.example/ana,ana@kestrel.example,Kestrel Ltd,Welder,01 Mar 2024\r\n,,,,,,\r\nBo,,,,,,\r\n'
    (ana, bo), left = read_contacts(raw.encode(), new_id=numbered())
    assert left == ()
    assert (ana.name, ana.employer, ana.role, ana.email, ana.ring) == ("Ana Reid", "Kestrel Ltd", "Welder", "ana@kestrel.example", Ring.COLD)
    assert bo.name == "Bo"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_in_any_usual_encoding_is_read(codec):
    (one,), _ = read_contacts("name;role\r\nRenée Dupré;cheffe\r\n".encode(codec), new_id=numbered())
    assert (one.name, one.role) == ("Renée Dupré", "cheffe")


def test_a_row_that_cannot_be_used_is_told_and_the_others_come():
    raw = b"name,ring,status,meets_on\nAna,0,met,2026-02-30\nBo,7,,\nCy,1,fired,\nDi,1,agreed,2026-02-28\n,1,,\n"
    made, left = read_contacts(raw, new_id=numbered())
    assert [one.name for one in made] == ["Di"]
    assert [sentence.split(":")[0] for sentence in left] == ["Row 2", "Row 3", "Row 4", "Row 6"]
    assert "is no date" in left[0]


@pytest.mark.parametrize(
    ("raw", "word"),
    [(b"a,b\n1,2\n", "no column with names"), (b"x" * 5_000_001, "five megabytes"), (b"name\n" + b"x\n" * 20_001, "20,000 rows"), (b"", "no column")],
)
def test_a_file_that_is_no_list_is_told_in_a_sentence(raw, word):
    with pytest.raises(InputRejected, match=word):
        read_contacts(raw, new_id=numbered())


@given(st.binary(max_size=400))
def test_any_bytes_give_contacts_or_a_sentence(raw):
    with suppress(InputRejected):
        made, _ = read_contacts(raw, new_id=numbered())
        assert all(one.name for one in made)


def test_the_same_person_five_times_is_one_and_a_circle_is_refused(coach):
    raw = b"name,email,phone\nAna Reid,ana@x.example,021 555 0142\nAna R,ANA@x.example,\nana  reid,,\nA. Reid,,+64 21 555 0142\nAna Reid,,\n"
    found = coach.import_contacts(raw)
    assert len(found.added) == 1
    assert len(found.known) == 4
    assert coach.import_contacts(raw).added == ()
    with pytest.raises(InputRejected, match="already"):
        coach.add_contact("Ana Reid")
    bo = coach.add_contact("Bo", led_by=found.added[0].id)
    with pytest.raises(InputRejected, match="themselves"):
        coach.change_contact("Ana Reid", led_by=bo.id)
    with pytest.raises(InputRejected, match="not among"):
        coach.add_contact("Cy", led_by="nobody")
    assert coach.find_contact("Ana Reid").led_by == ""
    coach.remove_contact("Ana Reid")
    assert coach.find_contact("Bo").led_by == ""
    with pytest.raises(NotReady):
        coach.find_contact("Ana")


def test_the_terminal_keeps_contacts_and_says_whom_to_ask(tmp_path, monkeypatch, capsys):
    run = make_runner(tmp_path / "d", monkeypatch, capsys)
    assert "Nobody yet" in run("contacts", "list")[1]
    run("contacts", "add", "Carol Reid", "--ring", "0")
    run("contacts", "add", "Moana Parata", "--ring", "1", "--led-by", "carol", "--may-use-name", "--role", "surveyor")
    assert "Carol Reid (family and friends)" in run("contacts", "next")[1]
    shown = run("contacts", "show", "moana")[1]
    assert "led by: Carol Reid" in shown
    assert "may use name: yes" in shown
    run("contacts", "set", "carol", "--status", "met", "--meets-on", "2026-01-01")
    assert "Moana Parata (introduced)" in run("contacts", "next")[1]
    assert "Send your thanks" in run("contacts", "due")[1]
    _, out, _ = run("--json", "contacts", "list")
    assert [one["name"] for one in json.loads(out)] == ["Carol Reid", "Moana Parata"]
    sheet = tmp_path / "c.csv"
    run("contacts", "export", "--to", str(sheet))
    assert "0 new, 2 there already" in run("contacts", "import", str(sheet))[1]
    assert "no longer" in run("contacts", "remove", "moana")[1]
    code, _, told = run("contacts", "show", "moana")
    assert code == 1
    assert "no such contact" in told
