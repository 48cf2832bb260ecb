"""The parts of the rehearsal page."""
