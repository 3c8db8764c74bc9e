"""The questions that pages ask, answered as of the revision that an address names, or of the newest one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from data.archive import archive
from data.boundaries import Boundaries
from data.catalogue import Catalogue
from data.highlights import read_highlights
from data.model import Indicator
from data.snapshot import Snapshot
from data.store import Store
from data.targets import read_targets
from data.terms import read_terms
from indicators.edition import Edition
from indicators.holdings import Holding, holdings, told
from indicators.local.lookup import Lookup, Place
from indicators.local.profile import NO_CLASSES
from indicators.news import News, news
from indicators.overview import DomainCard, domain_cards
from indicators.plan.pages import plan_pages

KEPT_EDITIONS = 4
KEPT_ARCHIVES = 8
"""One takes seconds to make and about a megabyte to keep."""

KEPT_NEWS = 32

VERSION = "versie"


class Answers:
    """Answers from one store and catalogue; what depends on figures is answered by the edition of a revision."""

    def __init__(
        self,
        store: Store,
        catalogue: Catalogue,
        classes: Mapping[str, str] = NO_CLASSES,
        boundaries: Boundaries | None = None,
    ) -> None:
        """Keep where the figures are, and read what goes with the catalogue.

        `classes` maps municipality → group, and `boundaries` are those of municipalities; where someone provides them.
        """
        self.store, self.catalogue = store, catalogue
        self.targets = tuple(read_targets(catalogue))
        self.plan = plan_pages(catalogue, self.targets)
        self.highlights = read_highlights(catalogue)
        self.terms = read_terms()
        self.lookup, self.classes, self.boundaries = Lookup(catalogue), classes, boundaries
        self._edition = lru_cache(maxsize=KEPT_EDITIONS)(self._make_edition)
        self._news = lru_cache(maxsize=KEPT_NEWS)(lambda revision: news(store, catalogue, revision))
        self._filled = lru_cache(maxsize=1)(lambda revision: frozenset(store.indicators(revision)))
        self._archive = lru_cache(maxsize=KEPT_ARCHIVES)(lambda revision: archive(store, catalogue, revision))

    @property
    def newest(self) -> Edition:
        """Give the answers as of the newest revision."""
        return self._edition(self.store.newest_revision())

    def edition(self, query: Mapping[str, object]) -> Edition:
        """Give the answers as of the revision in `versie`; of the newest where it names none that exists."""
        newest = self.store.newest_revision()
        asked = query.get(VERSION)
        known = {str(number): number for number in range(1, newest + 1)}
        return self._edition(known.get(asked, newest) if isinstance(asked, str) else newest)

    def pinned_told(self, query: Mapping[str, object]) -> str:
        """Say that an address is pinned to an older revision; empty where the newest figures are shown."""
        shown, newest = self.edition(query).snapshot.revision, self.store.newest_revision()
        return f"Je ziet versie {shown} van {newest}: de cijfers zoals ze toen waren." if shown != newest else ""

    def pin(self, query: Mapping[str, object]) -> str:
        """Give the query that keeps an address at its older revision; empty where the newest figures are shown."""
        shown, newest = self.edition(query).snapshot.revision, self.store.newest_revision()
        return f"?{VERSION}={shown}" if shown != newest else ""

    def exact_edition(self, query: Mapping[str, object]) -> Edition | None:
        """Give the edition for a file; None where it names no revision: a file never holds other figures than asked."""
        edition = self.edition(query)
        return edition if query.get(VERSION) in (None, "", str(edition.snapshot.revision)) else None

    def _make_edition(self, revision: int) -> Edition:
        return Edition(
            Snapshot(self.store, revision),
            self.catalogue,
            self.highlights,
            self.targets,
            self.plan,
            self.terms,
            self.classes,
        )

    def domains(self) -> list[DomainCard]:
        """Give the domains with their indicators, those that have figures now apart from those that wait for them."""
        return domain_cards(self.catalogue, self._filled(self.store.newest_revision()))

    def domain(self, slug: str) -> DomainCard | None:
        """Find a domain; None where there is none of this name."""
        return next((one for one in self.domains() if one.slug == slug), None)

    def indicator(self, slug: str) -> Indicator | None:
        """Find an indicator by its address; None where there is none of this name."""
        return self.catalogue.by_slug(slug)

    def municipality(self, slug: str) -> Place | None:
        """Find a municipality of today or a former one by its address; None where there is none of this code."""
        return self.lookup.of_slug(slug)

    def any_municipality(self) -> Place:
        """Give the first municipality by name."""
        return next(iter(self.lookup.places.values()))

    def title_of(self, indicator: str) -> tuple[str, str]:
        """Give title and address of an indicator by its id."""
        described = self.catalogue.indicators[indicator]
        return described.title, described.slug

    def source(self, code: str) -> str:
        """Name a source by its code."""
        return self.catalogue.label("source", code)

    def any_indicator(self) -> Indicator:
        """Give the first indicator of the catalogue."""
        return next(iter(self.catalogue.indicators.values()))

    def holdings(self, query: Mapping[str, object], today: date) -> list[Holding]:
        """List what figures there are in the edition that an address names."""
        return holdings(self.edition(query).snapshot, self.catalogue, today)

    def revisions_told(self) -> list[str]:
        """Tell all publications, the newest first."""
        return [told(one) for one in reversed(self.store.revisions())]

    def news(self, query: Mapping[str, object]) -> list[News]:
        """Tell what each publication changed, the newest first, up to the revision that an address names."""
        newest = self.edition(query).snapshot.revision
        return [self._news(one) for one in reversed(self.store.revisions()) if one.number <= newest]

    def archive(self, revision: int) -> bytes:
        """Give everything as of a revision as one zip."""
        return self._archive(revision)
