"""The store as of one revision, as pages and downloads read it: its figures never change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from data.model import Observation
from data.store import Store


@dataclass(frozen=True)
class Snapshot:
    """One revision of a store; `revision` is 0 for a store that is still empty."""

    store: Store
    revision: int

    def indicators(self) -> list[str]:
        """List the indicators that have had figures."""
        return self.store.indicators(self.revision) if self.revision else []

    def observations(self, indicator: str) -> tuple[Observation, ...]:
        """Give the observations of one indicator, ordered by key."""
        return self.store.observations(indicator, self.revision) if self.revision else ()

    def breakdowns(self, indicators: Collection[str], ref_areas: Collection[str]) -> list[tuple[str, dict[str, str]]]:
        """List the indicators and breakdowns of which some areas have had figures."""
        return self.store.breakdowns(indicators, ref_areas, self.revision) if self.revision else []

    def cells(
        self,
        indicators: Collection[str],
        ref_areas: Collection[str],
        *,
        time_period: str | None = None,
        breakdowns: Iterable[Mapping[str, str]] | None = None,
    ) -> tuple[Observation, ...]:
        """Give the observations of some indicators in some areas, of one period or some breakdowns where given."""
        if not self.revision:
            return ()
        return self.store.cells(indicators, ref_areas, self.revision, time_period=time_period, breakdowns=breakdowns)
