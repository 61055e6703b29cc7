"""Names of persons and places, and whether two of them sound alike."""

from alignqa.names.alike import alike, begin_or_end_alike
from alignqa.names.found import Name, Part, names_in
from alignqa.names.heard import Heard
from alignqa.names.likeness import sound_likeness
from alignqa.names.readings import is_read_within, is_reading
from alignqa.names.romaji import folded_romaji, is_romaji, romanised

__all__ = [
    "Heard",
    "Name",
    "Part",
    "alike",
    "begin_or_end_alike",
    "folded_romaji",
    "is_read_within",
    "is_reading",
    "is_romaji",
    "names_in",
    "romanised",
    "sound_likeness",
]
