"""Progress over time: criteria and behaviour beside confidence, in small pictures and never in one score (pedagogy 2.2, requirements 36 and 37)."""

from __future__ import annotations

from coach.progress.check_in import ITEMS, STEM, SUBSCORES, find_next_check_in, is_due
from coach.progress.drawing import draw_progress

__all__ = ["ITEMS", "STEM", "SUBSCORES", "draw_progress", "find_next_check_in", "is_due"]
