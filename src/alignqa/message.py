"""A sentence for people, kept so that it can be said in another language.

For everything that only reads it, it is an English `str`. What a report for people needs besides,
the template and what was put into it, goes along.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from alignqa.text import Lang


class Message(str):
    """English words made of a template and values.

    A value that is a message itself is a part of the sentence and is translated with it; any other
    is quoted, counted or named in it and stays as it is.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Message:
        """The template with its `{name}` places filled in; `KeyError` if one has no value."""
        message = super().__new__(cls, template.format(**values))
        message.template = template
        message.values = MappingProxyType(dict(values))
        return message

    def __reduce__(self) -> tuple[type[Message], tuple[str, dict[str, object]]]:
        """Pickled by what it was made of: files are judged in other processes."""
        return Message, (self.template, dict(self.values))


def told(template: str, **values: object) -> Message:
    """The message that the template makes of the values.

    A template is written out where it is told, so that a test finds it and asks for its
    translation. A translation may use values that the English does without, such as a number
    beside its name.
    """
    return Message(template, values)


def language_name(lang: Lang) -> Message:
    """A language's name as a part of a message."""
    return told("English") if lang is Lang.ENGLISH else told("Japanese")
