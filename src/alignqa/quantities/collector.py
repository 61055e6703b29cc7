"""What a reader of either language has found so far."""

from __future__ import annotations

from fractions import Fraction

from alignqa.quantities.quantity import Bound, Kind, Quantity
from alignqa.text import Span

NOTHING: frozenset[Fraction] = frozenset()


class Collector:
    """Gathers the quantities of one text, in order."""

    def __init__(self) -> None:
        self.found: list[Quantity] = []

    def is_approximate(self, span: Span) -> bool:
        """Whether a word such as "about" or ごろ stands beside a quantity."""
        raise NotImplementedError

    def bound(self, span: Span) -> tuple[Bound, Span] | None:
        """What the words around a quantity make of it, and these words: "more than 3", 3以上."""
        raise NotImplementedError

    def add(
        self,
        kind: Kind,
        value: Fraction | int,
        core: tuple[int, int],
        span: tuple[int, int] | None = None,
        also: frozenset[Fraction] = NOTHING,
        unit: str | None = None,
        scale: Fraction = Fraction(1),
        offset: int = 0,
        weak: bool = False,
        group: int | None = None,
    ) -> None:
        """Adds a quantity; see `Quantity` for what its fields mean. `span` is `core` if not given."""
        place = Span(*(span or core))
        bound, bound_words = self.bound(place) or (None, None)
        self.found.append(
            Quantity(
                span=place,
                core=Span(*core),
                kind=kind,
                value=Fraction(value),
                also=also,
                unit=unit,
                scale=scale,
                offset=offset,
                is_weak=weak,
                is_approximate=self.is_approximate(place),
                group=group,
                bound=bound,
                bound_words=bound_words,
            )
        )
