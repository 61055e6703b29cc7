"""The language that a report for people is written in.

What is for programs (JSON, SARIF, JUnit and the like) is English always and everywhere. The
terminal, the diff, the page, the concise list and the gate's Markdown speak English, or Japanese
inside `speaking(Lang.JAPANESE)`. What the catalogue does not have is said in English.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

from rich.cells import cell_len

from alignqa.finding import Severity
from alignqa.message import Message, language_name, told
from alignqa.text import Lang

_SPOKEN: ContextVar[Lang] = ContextVar("spoken", default=Lang.ENGLISH)

SEVERITIES: Mapping[Severity, Message] = {
    Severity.CRITICAL: told("critical"),
    Severity.MAJOR: told("major"),
    Severity.MINOR: told("minor"),
    Severity.NEUTRAL: told("neutral"),
}


@contextmanager
def speaking(lang: Lang) -> Iterator[None]:
    """Within it, reports for people are in this language."""
    token = _SPOKEN.set(lang)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def spoken() -> Lang:
    """The language of reports for people, here and now."""
    return _SPOKEN.get()


def said(message: str) -> str:
    """The message in that language. Words that were put into it stay as they are."""
    if spoken() is Lang.ENGLISH or not isinstance(message, Message):
        return str(message)
    template = catalogue(spoken()).get(message.template)
    if template is None:
        return str(message)
    values = {
        name: said(value) if isinstance(value, Message) else value
        for name, value in message.values.items()
    }
    return template.format(**values)


def worded(template: str, **values: object) -> str:
    """Fixed words of a report in that language; a template as of `told`."""
    return said(Message(template, values))


def word(english: str) -> str:
    """A single word that is one of many, such as a key of the evidence; never a text from a file."""
    return english if spoken() is Lang.ENGLISH else catalogue(spoken()).get(english, english)


def severity_word(severity: Severity) -> str:
    """A severity's name."""
    return said(SEVERITIES[severity])


def language_word(lang: Lang) -> str:
    """A language's name."""
    return said(language_name(lang))


def padded(text: str, cells: int) -> str:
    """The text with spaces behind it, as many as it lacks; a Japanese letter takes two cells."""
    return text + " " * max(0, cells - cell_len(text))


@cache
def catalogue(lang: Lang) -> Mapping[str, str]:
    """Every template of the language's catalogue by the English one."""
    import tomllib

    path = files("alignqa").joinpath("data", "messages", f"{lang.value}.toml")
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {english: other for table in tables.values() for english, other in table.items()}
