"""What git knows of files: when they last changed, and what changed since a commit."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from alignqa.errors import SettingsError
from alignqa.files.document import Document, real_place

# What a line of git's begins with that is a commit's time and no path.
_COMMIT = "\x01"


@dataclass(frozen=True, slots=True)
class NoHistory:
    """There is no working tree; `reason` says why, in git's words perhaps."""

    reason: str


@dataclass(frozen=True, slots=True)
class History:
    """A working tree of git's. `root` is its topmost folder, without links on the way there."""

    root: Path

    @property
    def is_shallow(self) -> bool:
        """Its older part was not fetched, so that it does not tell when a file last changed."""
        return (self._git("rev-parse", "--is-shallow-repository") or "").strip() == "true"

    def whole(self) -> History:
        """Itself.

        Raises:
            SettingsError: if its older part was not fetched.
        """
        if self.is_shallow:
            raise SettingsError(
                "git has only the newest part of the history here, which does not tell when a file "
                "last changed; fetch all of it (`fetch-depth: 0` in GitHub's checkout)."
            )
        return self

    def changed_since(self, ref: str) -> frozenset[Path]:
        """The files that differ between the working tree and where its branch left `ref`'s: changed,
        new or deleted, committed or not.

        Raises:
            SettingsError: if git does not know `ref`, or no common ancestor.
        """
        if ref == "HEAD" and self._git("rev-parse", "--verify", "--quiet", "HEAD") is None:
            return self._uncommitted()  # before the first commit
        base = self._git("merge-base", self._commit(ref), "HEAD")
        if base is None:
            raise SettingsError(
                f"git knows no common ancestor of “{ref}” and HEAD; fetch more of the history "
                "(`fetch-depth: 0` in GitHub's checkout)."
            )
        changed = self._git("diff", "--name-only", "--no-renames", "-z", base.strip(), "--") or ""
        return self._paths(changed) | self._uncommitted()

    def stale(self, documents: Iterable[Document]) -> tuple[Document, ...]:
        """The documents whose source has changed after the translation last did.

        A file that differs from its last commit counts as changed just now. What git does not know
        is not stale.
        """
        sides = {
            document: (real_place(document.source), real_place(document.target))
            for document in documents
            if document.target is not None
        }
        wanted = {path for side in sides.values() for path in side}
        times = self._last_changes({path for path in wanted if path.is_relative_to(self.root)})
        return tuple(
            document
            for document, (source, target) in sides.items()
            if target in times and times.get(source, 0) > times[target]
        )

    def _last_changes(self, paths: set[Path]) -> dict[Path, float]:
        """Seconds since 1970; read until every file has been met."""
        left = paths.copy()
        times = {path: float("inf") for path in left & self._uncommitted()}
        left -= times.keys()
        folders = sorted({str(path.parent) for path in left})
        if not folders:
            return times
        command = ["log", f"--format={_COMMIT}%ct", "--name-only", "-z", "--no-renames", "--"]
        with self._start([*command, *_topmost(folders)]) as process:
            assert process.stdout is not None
            time = 0.0
            for piece in _pieces(process.stdout):
                if piece.startswith(_COMMIT):
                    time = float(piece[1:])
                elif (path := self.root / piece) in left:
                    times[path] = time
                    left.discard(path)
                    if not left:
                        break
            process.kill()
        return times

    def _uncommitted(self) -> frozenset[Path]:
        status = self._git("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all")
        return self._paths("\0".join(entry[3:] for entry in (status or "").split("\0")))

    def _commit(self, ref: str) -> str:
        found = self._git(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
        )
        if found is None:
            raise SettingsError(
                f"git knows no commit called “{ref}”; fetch it first, or mend --changed-since."
            )
        return found.strip()

    def _paths(self, listed: str) -> frozenset[Path]:
        return frozenset(self.root / name for name in listed.split("\0") if name)

    def _git(self, *arguments: str) -> str | None:
        return _git(self.root, *arguments)

    def _start(self, arguments: Sequence[str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            ["git", *arguments],
            cwd=self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )


def open_history(folder: Path) -> History | NoHistory:
    """The working tree that a folder is in, or why there is none."""
    # git counts folders without links.
    folder = Path(os.path.realpath(folder))
    try:
        done = _run(folder, "rev-parse", "--show-cdup")
    except OSError:
        return NoHistory("it is not installed")
    if done.returncode:
        said = os.fsdecode(done.stderr).strip().split("\n")[0].removeprefix("fatal: ")
        return NoHistory(said.rstrip(".") or "it failed")
    top = os.fsdecode(done.stdout).strip("\n")
    return History(Path(os.path.normpath(folder / top)))


def _git(folder: Path, *arguments: str) -> str | None:
    """What git says, `None` if it fails."""
    done = _run(folder, *arguments)
    return os.fsdecode(done.stdout) if done.returncode == 0 else None


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, check=False, env=_environment()
    )


def _environment() -> dict[str, str]:
    """The process's own, but for where a hook of git's says that the working tree is."""
    told = {"GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX", "GIT_INDEX_FILE"}
    kept = {name: value for name, value in os.environ.items() if name not in told}
    return kept | {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def _pieces(stream: Iterable[bytes]) -> Iterator[str]:
    """What stands between zero bytes. git puts a line end before a commit's first file."""
    rest = b""
    for chunk in stream:
        *whole, rest = (rest + chunk).split(b"\0")
        yield from (os.fsdecode(piece.removeprefix(b"\n")) for piece in whole)


def _topmost(folders: Sequence[str]) -> list[str]:
    """The sorted folders less those that are inside another one of them."""
    kept: list[str] = []
    for folder in folders:
        if not kept or not f"{folder}/".startswith(f"{kept[-1]}/"):
            kept.append(folder)
    return kept
