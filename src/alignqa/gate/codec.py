"""The house's frozen values as JSON, and back."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from alignqa.message import Message

_Value = TypeVar("_Value")
# The one key of a message, which no mapping of the house has.
_TOLD = "\0told"


def to_json(value: Any) -> Any:
    """The value in JSON's types: a dataclass as its fields in order, a tuple as a list."""
    if isinstance(value, Message):
        return _of_message(value)
    if is_dataclass(value):
        return [to_json(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): to_json(of) for key, of in value.items()}
    if isinstance(value, frozenset):
        return sorted(map(to_json, value))
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    # numpy's scalars.
    return value.item() if hasattr(value, "item") else value


def of_json(kind: type[_Value], record: Any) -> _Value:
    """The value of this type that `to_json` made the record of.

    Raises:
        ValueError, TypeError, KeyError, IndexError: if it did not.
    """
    made: _Value = _made(kind, record)
    return made


def _made(kind: Any, record: Any) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        return _of_union(arguments, record)
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            return tuple(_made(arguments[0], item) for item in record)
        return tuple(_made(of, item) for of, item in zip(arguments, record, strict=True))
    if origin is frozenset:
        return frozenset(_made(arguments[0], item) for item in record)
    if origin is Mapping:
        return {_made(arguments[0], key): _made(arguments[1], of) for key, of in record.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        values = zip(fields(kind), record, strict=True)
        return kind(**{field.name: _made(hints[field.name], of) for field, of in values})
    if isinstance(kind, type) and issubclass(kind, tuple):
        own = zip(_hints(kind).values(), record, strict=True)
        return kind(*(_made(of, item) for of, item in own))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(record)
    if kind is float:
        return float(record)
    if kind in (str, object):
        record = _told_again(record)
    if kind is not object and not isinstance(record, kind):
        raise TypeError(f"{record!r} is no {kind}")
    return record


def _of_union(kinds: tuple[Any, ...], record: Any) -> Any:
    if record is None and type(None) in kinds:
        return None
    kinds = tuple(kind for kind in kinds if kind is not type(None))
    if len(kinds) == 1:
        return _made(kinds[0], record)
    record = _told_again(record) if str in kinds else record
    if isinstance(record, kinds):
        return record
    raise TypeError(f"{record!r} is none of {kinds}")


def _of_message(message: Message) -> Any:
    """What it was made of, so that it can be said in another language; its words alone if that is
    more than JSON holds."""
    values = {name: to_json(of) for name, of in message.values.items()}
    if all(isinstance(of, str | int | float | dict | None) for of in values.values()):
        return {_TOLD: [message.template, values]}
    return str(message)


def _told_again(record: Any) -> Any:
    if isinstance(record, list):
        return [_told_again(item) for item in record]
    if not isinstance(record, dict):
        return record
    if record.keys() == {_TOLD}:
        template, values = record[_TOLD]
        return Message(template, {name: _told_again(of) for name, of in values.items()})
    return {name: _told_again(of) for name, of in record.items()}


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
