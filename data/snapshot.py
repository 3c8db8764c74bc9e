"""The store as of one revision, as pages and downloads read it: its figures never change."""

from __future__ import annotations

from dataclasses import dataclass

from data.model import Observation
from data.store import Store


@dataclass(frozen=True)
class Snapshot:
    """One revision of a store; `revision` is 0 for a store that is still empty."""

    store: Store
    revision: int

    def observations(self, indicator: str) -> tuple[Observation, ...]:
        """Give the observations of one indicator, ordered by key."""
        return self.store.observations(indicator, self.revision) if self.revision else ()
