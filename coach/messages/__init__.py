"""Messages before and after a talk: drafted from what is known, and checked by the same rules whoever wrote them. Nothing is ever sent."""

from coach.messages.checking import RULES, check_message
from coach.messages.drafting import draft_message

__all__ = ["RULES", "check_message", "draft_message"]
