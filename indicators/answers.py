"""The questions that pages ask, with their answers kept: an answer is cached by question and revision.

A revision never changes, so a kept answer is never stale; the caches have a fixed size, so they are never unbounded.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from data.catalogue import Catalogue
from data.claims import read_claims
from data.errors import UnknownIndicator
from data.highlights import read_highlights
from data.model import Indicator
from data.store import Store
from indicators.gap_rows import GapRow
from indicators.overview import DomainCard, Home, Line, Overview
from indicators.quality import Quality, doubts_of, quality
from indicators.view import View, view

KEPT_VIEWS = 256


class Answers:
    """Answers from one store and one catalogue."""

    def __init__(self, store: Store, catalogue: Catalogue) -> None:
        """Keep where the figures are, and make the caches."""
        self.store, self.catalogue = store, catalogue
        self.overview = Overview(store, catalogue, read_highlights(catalogue))
        self._view = lru_cache(maxsize=KEPT_VIEWS)(self._make_view)
        self._quality = lru_cache(maxsize=2)(self._make_quality)
        self._home = lru_cache(maxsize=2)(lambda _revision: self.overview.home())
        self._lines = lru_cache(maxsize=32)(lambda domain, _revision: self.overview.lines(domain))

    def domains(self) -> list[DomainCard]:
        """Give the domains with their indicators."""
        return self.overview.domains()

    def domain(self, slug: str) -> DomainCard | None:
        """Find a domain; None where there is none of this name."""
        return next((one for one in self.domains() if one.slug == slug), None)

    def lines(self, domain: str) -> list[Line]:
        """List the indicators of a domain with their newest figures."""
        return self._lines(domain, self.store.newest_revision())

    def domain_gaps(self, domain: str) -> tuple[list[tuple[str, list[GapRow]]], float]:
        """Give the headline gaps of a domain and the end of their axis."""
        return self.overview.domain_gaps(domain)

    def home(self) -> Home:
        """Give what the home page tells."""
        return self._home(self.store.newest_revision())

    def indicator(self, slug: str) -> Indicator | None:
        """Find an indicator by its address; None where there is none of this name."""
        return self.catalogue.by_slug(slug)

    def title_of(self, indicator: str) -> tuple[str, str]:
        """Give title and address of an indicator by its id."""
        described = self.catalogue.indicators[indicator]
        return described.title, described.slug

    def any_indicator(self) -> Indicator:
        """Give the first indicator of the catalogue."""
        return next(iter(self.catalogue.indicators.values()))

    def view(self, indicator: Indicator, query: Mapping[str, object]) -> View:
        """Answer one address of an indicator's page."""
        question = tuple(sorted((key, value) for key, value in query.items() if isinstance(value, str)))
        return self._view(indicator.id, question, self.store.newest_revision())

    def quality(self) -> Quality:
        """Give the outcome of all checks of the source."""
        return self._quality(self.store.newest_revision())

    def _make_quality(self, _revision: int) -> Quality:
        observations = {one: self.store.observations(one) for one in self.catalogue.indicators}
        claims = read_claims([one for own in observations.values() for one in own])
        return quality(observations, self.catalogue, claims)

    def view_of(self, slug: object, query: Mapping[str, object]) -> View:
        """Answer for a name from outside.

        Raises: UnknownIndicator when no indicator has this name.
        """
        indicator = self.indicator(slug) if isinstance(slug, str) else None
        if indicator is None:
            raise UnknownIndicator(str(slug)[:80])
        return self.view(indicator, query)

    def _make_view(self, indicator: str, question: tuple[tuple[str, str], ...], _revision: int) -> View:
        described = self.catalogue.indicators[indicator]
        findings = self.quality().findings
        doubts = doubts_of(findings, described.id) | doubts_of(findings, described.companion)
        return view(self.store, self.catalogue, described, dict(question), doubts)
