"""Values, opposites and names of one kind, each of which stands where the other should."""

from alignqa.exchange.changed_places import Exchange, exchanges

__all__ = ["Exchange", "exchanges"]
