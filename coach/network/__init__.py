"""Contacts and rings: whom to ask next, what is due, and lists that come and go as files."""

from coach.network.lists import read_contacts, write_contacts
from coach.network.rings import Index, check_led_by, find_due, find_same, suggest_next

__all__ = ["Index", "check_led_by", "find_due", "find_same", "read_contacts", "suggest_next", "write_contacts"]
