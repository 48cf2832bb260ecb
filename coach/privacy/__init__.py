"""What must not leave the machine: ways to reach or to identify somebody, and placeholders that stand for names while a text is away."""

from coach.privacy.placeholders import Placeholders, Secret
from coach.privacy.reach import find_contacts

__all__ = ["Placeholders", "Secret", "find_contacts"]
