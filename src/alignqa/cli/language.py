"""Which language the user reads."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping

from alignqa.errors import SettingsError
from alignqa.text import Lang

VARIABLE = "ALIGNQA_LANG"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # POSIX: the first that is set decides
_JAPANESE_UI = 0x11  # Windows' number for Japanese, the lower ten bits of a language identifier


def wanted_language(
    option: str | None,
    setting: object = None,
    environment: Mapping[str, str] = os.environ,
) -> Lang:
    """`--lang`, else `ALIGNQA_LANG`, else what configuration says, else the locale's language.

    Raises:
        SettingsError: if the option or the variable names a language that there is not.
    """
    if option is not None:
        return _named(option, "--lang")
    if variable := environment.get(VARIABLE):
        return _named(variable, VARIABLE)
    return Lang(str(setting)) if setting is not None else locale_language(environment)


def locale_language(environment: Mapping[str, str] = os.environ) -> Lang:
    """Japanese where the locale begins with `ja`, else English."""
    locale = next((environment[name] for name in _LOCALE if environment.get(name)), None)
    if locale is None and _windows_language() == _JAPANESE_UI:
        return Lang.JAPANESE
    is_japanese = re.match(r"ja(?![a-z])", (locale or "").casefold()) is not None
    return Lang.JAPANESE if is_japanese else Lang.ENGLISH


def _named(name: str, where: str) -> Lang:
    if name.casefold() not in set(Lang):
        raise SettingsError(f"{where} is “{name}”; there are en and ja.")
    return Lang(name.casefold())


def _windows_language() -> int | None:
    """The language of Windows' own menus; `None` on any other system."""
    if sys.platform != "win32":
        return None
    import ctypes

    return int(ctypes.windll.kernel32.GetUserDefaultUILanguage()) & 0x3FF
