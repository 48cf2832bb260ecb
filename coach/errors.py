"""The errors a learner may see. Each says what happened in the learner's words and the one step that mends it.

    CoachError
    +-- SettingsError        a setting or a key is wrong
    +-- EngineUnavailable    the language model cannot be reached, or has no room just now
    +-- EngineRefused        the language model was reached and said no (wrong key, refused content)
    +-- UnreadableReply      the language model answered something that does not fit, also after one repair
    +-- StoreError           the learner's data cannot be read or written (full disk, locked or damaged file)
    +-- LibraryError         occupation material is missing or cannot be read
    +-- PromptError          a prompt file is wrong
    +-- NotReady             a step that needs an earlier one
    +-- InputRejected        what was handed in cannot be used

They are caught at the two front doors only: `coach.cli` and `coach.ui.shell`.
"""

from __future__ import annotations


class CoachError(Exception):
    """What happened, in one sentence, and the step that mends it, in one sentence."""

    def __init__(self, happened: str, *, mend: str) -> None:
        super().__init__(happened)
        self.happened = happened
        self.mend = mend

    def __str__(self) -> str:
        return f"{self.happened} {self.mend}"


class SettingsError(CoachError):
    """A setting or a key is wrong."""


class EngineUnavailable(CoachError):
    """The language model cannot be reached, or has no room just now."""


class EngineRefused(CoachError):
    """The language model was reached and said no."""


class UnreadableReply(CoachError):
    """The language model answered something that does not fit, also after one repair."""


class StoreError(CoachError):
    """The learner's data cannot be read or written."""


class LibraryError(CoachError):
    """Occupation material is missing or cannot be read."""


class PromptError(CoachError):
    """A prompt file is wrong."""


class NotReady(CoachError):
    """A step that needs an earlier one."""


class InputRejected(CoachError):
    """What was handed in cannot be used."""
