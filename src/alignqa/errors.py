"""What can go wrong, as one tree.

    AlignqaError
    ├── InputError          a file or a text that cannot be judged
    │   ├── UnreadableFile      missing, a folder, binary, not in a known encoding, malformed
    │   └── MissingLanguage     only one of the two languages is there
    │       └── NotTranslated       the translation is in the language of its source
    ├── SettingsError       an option, a rule code or a configuration key that is not known
    ├── GlossaryError       a glossary that is missing, malformed or contradicts itself
    ├── EncoderError        a model that is missing, broken, or needs an extra
    └── IncompleteReport    a check failed, so that the report lacks what it would have found

Each message is one sentence or two for the user: what is wrong, where, and what to do.
The command line prints it and exits with status 2.
"""

from __future__ import annotations

import os

_TRACEBACK = "ALIGNQA_TRACEBACK"


class AlignqaError(Exception):
    """Any failure that the user can mend."""


class InputError(AlignqaError):
    """A file or a text that cannot be judged."""


class UnreadableFile(InputError):
    """A file that is missing, a folder, binary, in an unknown encoding, or malformed."""


class MissingLanguage(InputError):
    """Only one of the two languages is there."""


class NotTranslated(MissingLanguage):
    """What is given as a translation is in the language of its source."""


class SettingsError(AlignqaError):
    """An option, a rule code or a configuration key that is not known."""


class GlossaryError(AlignqaError):
    """A glossary that is missing, malformed or contradicts itself."""


class EncoderError(AlignqaError):
    """A model that is missing, broken, or needs an extra that is not installed."""


class IncompleteReport(AlignqaError):
    """A check failed, so that the report lacks what it would have found."""


def is_traceback_wanted() -> bool:
    """Who looks for a fault of alignqa's own wants to see where it is, and not to be told of it."""
    return bool(os.environ.get(_TRACEBACK))


def please_report(what: str) -> str:
    """What is said where alignqa itself is at fault; `what` is a sentence without its full stop."""
    return f"{what}. Please report it; with {_TRACEBACK}=1 in the environment it says where."


def own_fault(error: Exception) -> str:
    """What is said of an error that is none of the user's."""
    return please_report(f"alignqa itself failed, {type(error).__name__}: {error}")
