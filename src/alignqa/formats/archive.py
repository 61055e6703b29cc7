"""Office documents are zip archives of XML: read member by member, never more than is sound."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from alignqa.errors import UnreadableFile
from alignqa.formats.xml_file import parse_xml
from alignqa.safe_xml import local_name

if TYPE_CHECKING:
    from lxml import etree

# Bytes when unpacked: all that is read of one document, and what counts as small.
LARGEST, _SMALL = 100 * 2**20, 2 * 2**20
# XML packs to a twentieth; a bomb to a thousandth.
_RATIO = 200
_OLD = b"\xd0\xcf\x11\xe0"


class Archive:
    """The members of an office document.

    Raises:
        UnreadableFile: no archive, a broken one, or one that unpacks to far more than it seems.
    """

    def __init__(self, data: bytes, path: Path, kind: str) -> None:
        self._path = path
        self._left = LARGEST
        if data.startswith(_OLD):
            raise UnreadableFile(
                f"{path} is in the format of old or has a password; save it as {kind} without one."
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise UnreadableFile(f"{path} is no {kind} file, or is cut off.") from None

    def xml(self, name: str) -> etree._Element | None:
        """The root of a member; `None` where there is none of this name."""
        data = self._read(name)
        if data is None:
            return None
        return parse_xml(data, Path(f"{self._path} ({name})")).root

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """What a member refers to: id → the last word of the relation's type, and the member."""
        folder, file = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = {}
        for relation in root if root is not None else ():
            if local_name(relation) == "Relationship" and relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                kind = relation.get("Type", "").rpartition("/")[2]
                found[relation.get("Id", "")] = (kind, target.lstrip("/"))
        return found

    def main(self) -> str:
        """The name of the member that the document begins with."""
        for kind, target in self.related("").values():
            if kind == "officeDocument":
                return target
        raise UnreadableFile(f"{self._path} is an archive but no office document.")

    def _read(self, name: str) -> bytes | None:
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        size = info.file_size
        if size > self._left or (size > _SMALL and size > _RATIO * max(1, info.compress_size)):
            raise UnreadableFile(
                f"{self._path} unpacks to {size / 2**20:,.0f} MB or more, which is not read; it may "
                "be broken or meant to do harm."
            )
        self._left -= size
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
            raise UnreadableFile(f"{self._path} is broken: {name} cannot be unpacked.") from None
        except (RuntimeError, NotImplementedError):
            raise UnreadableFile(
                f"{self._path} is packed in a way that alignqa does not read, with a password "
                "perhaps; save it anew."
            ) from None
