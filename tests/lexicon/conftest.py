from __future__ import annotations

import pytest

from alignqa.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The one that is shipped."""
    return Lexicon()
