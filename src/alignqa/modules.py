"""The modules of a package, found by what they have: to add one is to add a file."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType


def modules_with(package: ModuleType, attribute: str) -> Iterator[ModuleType]:
    """The modules right inside the package that have this attribute, by their names' order."""
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(found.name)
        if hasattr(module, attribute):
            yield module
