"""A bar on standard error for work that takes a while."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

PATIENCE = 1.0  # seconds before a bar appears


class Progress:
    """Shows how far the work is, from its second second on, if standard error is a terminal."""

    def __init__(self, *, enabled: bool = True, patience: float = PATIENCE) -> None:
        self._enabled = enabled and sys.stderr is not None and sys.stderr.isatty()
        self._lock = threading.Lock()
        self._timer = threading.Timer(patience, self._appear)
        self._timer.daemon = True
        self._state = ("working", 0, 0)
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        if self._enabled:
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._enabled = False
            if self._bar is not None:
                self._bar.stop()

    def advance(self, stage: str, done: int, total: int) -> None:
        """`done` of `total` steps of this stage are behind; 0 of 0 for one of unknown length."""
        with self._lock:
            self._state = stage, done, total
            self._draw()

    def _appear(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bar

        console = Console(stderr=True)
        with self._lock:
            if not self._enabled or console.is_dumb_terminal:
                return
            self._bar = Bar(
                TextColumn("{task.description}", markup=False),
                BarColumn(
                    30, "dim", complete_style="cyan", finished_style="cyan", pulse_style="cyan"
                ),
                console=console,
                transient=True,
            )
            self._task = self._bar.add_task("working", total=None)
            self._draw()
            self._bar.start()

    def _draw(self) -> None:
        if self._bar is not None and self._task is not None:
            stage, done, total = self._state
            self._bar.update(self._task, description=stage, completed=done, total=total or None)
