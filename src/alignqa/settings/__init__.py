"""What a run is asked to do, and the only reader of configuration."""

from alignqa.settings.configuration import Configuration, Override, Value
from alignqa.settings.file_rule import FileRule
from alignqa.settings.in_force import settings_of, thresholds_of
from alignqa.settings.reading import find_configuration, read_configuration
from alignqa.settings.run import Settings, find_rule
from alignqa.settings.thresholds import Thresholds

__all__ = [
    "Configuration",
    "FileRule",
    "Override",
    "Settings",
    "Thresholds",
    "Value",
    "find_configuration",
    "find_rule",
    "read_configuration",
    "settings_of",
    "thresholds_of",
]
