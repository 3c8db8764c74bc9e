"""All answers as of one revision, each made once: a revision never changes, so an answer is never stale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache

from data.areas import GEOGRAPHIES, NEWEST
from data.boundaries import Boundaries
from data.catalogue import Catalogue
from data.claims import read_claims
from data.errors import DataError, UnknownIndicator
from data.highlights import Highlights
from data.model import Indicator, Observation
from data.snapshot import Snapshot
from data.target import Target
from data.terms import Term
from indicators.gap_rows import GapRow
from indicators.local.area_map import AreaMap, area_map
from indicators.local.choice import read_geography
from indicators.local.compare import Comparing, compare
from indicators.local.origin_gap import LocalGap, local_gaps
from indicators.local.profile import NO_CLASSES, Local, Profile, geographies, profile
from indicators.overview import Home, Line, Overview
from indicators.pair_view import PairViews
from indicators.pairs import Pairs
from indicators.plan.pages import PlanPages
from indicators.quality import Quality, doubts_of, quality
from indicators.report.content import Made, Report, report
from indicators.search import Search
from indicators.search_areas import municipalities
from indicators.search_entries import entries
from indicators.targets.beside import beside, strip_cell
from indicators.targets.board import Targets
from indicators.targets.page import TargetPage, target_page
from indicators.targets.rows import HomeTarget, TargetList, on_home, target_list
from indicators.view import View, view

KEPT_VIEWS = 256


class Edition:
    """Answers from one snapshot; `is_newest` tells whether later revisions exist."""

    def __init__(
        self,
        snapshot: Snapshot,
        catalogue: Catalogue,
        highlights: Highlights,
        targets: tuple[Target, ...],
        plan: PlanPages,
        terms: tuple[Term, ...] = (),
        classes: Mapping[str, str] = NO_CLASSES,
    ) -> None:
        """Keep where the figures are; nothing is computed until it is asked."""
        self.snapshot, self.catalogue, self.plan, self.terms = snapshot, catalogue, plan, terms
        self.overview = Overview(snapshot, catalogue, highlights)
        self.targets = Targets(snapshot, catalogue, targets)
        self.classes = classes
        self._view = lru_cache(maxsize=KEPT_VIEWS)(self._make_view)
        self.target = lru_cache(maxsize=len(targets) + 1)(self._make_target)
        self.lines = lru_cache(maxsize=None)(self._make_lines)
        self.local = lru_cache(maxsize=len(GEOGRAPHIES))(self._make_local)

    def _make_local(self, geography: str) -> Local:
        return Local(self.snapshot, self.catalogue, geography, self.classes)

    def profile(self, code: str, query: Mapping[str, object]) -> Profile:
        """Tell about a municipality, on the geography that an address asks or else the newest that it has."""
        geography = read_geography(query, geographies(self.catalogue.areas.municipalities[code]))
        return profile(self.local(geography), code, query)

    def area_map(self, query: Mapping[str, object], boundaries: Boundaries | None = None) -> AreaMap | None:
        """Draw a percentage over all municipalities of today; None where there is none."""
        return area_map(self.local(NEWEST), query, boundaries)

    def local_gaps(self, code: str, geography: str) -> list[LocalGap]:
        """Tell the gaps between groups in a municipality."""
        return local_gaps(self.local(geography), code)

    def report(self, code: str, query: Mapping[str, object], on: date, site: str = "") -> Report:
        """Report on a municipality, as an address asks; dated, with links to a site ("https://…") where one is named.

        Raises: DataError in a store without figures.
        """
        geography = read_geography(query, geographies(self.catalogue.areas.municipalities[code]))
        revisions = {one.number: one for one in self.snapshot.store.revisions()}
        if self.snapshot.revision not in revisions:
            raise DataError("Er zijn nog geen cijfers. Laad eerst cijfers, en maak dan het rapport.")
        return report(self.local(geography), code, query, Made(on, revisions[self.snapshot.revision], site))

    def comparing(self, query: Mapping[str, object]) -> Comparing:
        """Set municipalities of today beside each other."""
        return compare(self.local(NEWEST), query)

    @cached_property
    def home(self) -> Home:
        """Give what the home page tells."""
        return self.overview.home()

    def _make_lines(self, domain: str) -> list[Line]:
        return self.overview.lines(domain)

    def domain_gaps(self, domain: str) -> tuple[list[tuple[str, list[GapRow]]], float]:
        """Give the headline gaps of a domain and the end of their axis."""
        return self.overview.domain_gaps(domain)

    @cached_property
    def quality(self) -> Quality:
        """Give the outcome of all checks of the source: of every figure but those of municipalities.

        Those are checked when they are uploaded. There may be millions, and every page asks for its doubts here.
        """
        figures = self.snapshot.cells(self.catalogue.indicators, self.catalogue.larger_areas())
        observations: dict[str, list[Observation]] = {one: [] for one in self.catalogue.indicators}
        for one in figures:
            observations[one.indicator].append(one)
        return quality(observations, self.catalogue, read_claims(figures))

    @cached_property
    def search(self) -> Search:
        """Give the search over everything that has a page."""
        found = entries(self.snapshot, self.catalogue, self.targets.targets, self.plan, self.terms)
        return Search((*found, *municipalities(self.catalogue.areas)), self.terms)

    @cached_property
    def pair_views(self) -> PairViews:
        """Give the pictures of two indicators."""
        return PairViews(Pairs(self.snapshot, self.catalogue))

    @cached_property
    def target_list(self) -> TargetList:
        """Give all targets with their verdicts."""
        return target_list(self.targets.all, self.catalogue)

    @cached_property
    def targets_on_home(self) -> list[HomeTarget]:
        """Give the targets that the home page names."""
        return on_home(self.targets.all)

    def _make_target(self, slug: str) -> TargetPage | None:
        """Give the page of a target; None where there is none of this name."""
        judged = self.targets.by_slug(slug)
        return target_page(judged, self.catalogue) if judged else None

    def any_target(self) -> TargetPage:
        """Give the page of a target that has all parts, or else of the first one."""
        made = [page for one in self.targets.all if (page := self.target(one.target.slug))]
        return next((one for one in made if one.what_if), made[0])

    def view(self, indicator: Indicator, query: Mapping[str, object]) -> View:
        """Answer one address of an indicator's page."""
        return self._view(
            indicator.id, tuple(sorted((key, value) for key, value in query.items() if isinstance(value, str)))
        )

    def view_of(self, slug: object, query: Mapping[str, object]) -> View:
        """Answer for a name from outside.

        Raises: UnknownIndicator when no indicator has this name.
        """
        indicator = self.catalogue.by_slug(slug) if isinstance(slug, str) else None
        if indicator is None:
            raise UnknownIndicator(str(slug)[:80])
        return self.view(indicator, query)

    def _make_view(self, indicator: str, question: tuple[tuple[str, str], ...]) -> View:
        described = self.catalogue.indicators[indicator]
        findings = self.quality.findings
        doubts = doubts_of(findings, described.id) | doubts_of(findings, described.companion)
        shown = view(self.snapshot, self.catalogue, described, dict(question), doubts)
        found = self.targets.of_indicator(shown.shown.id)
        return replace(
            shown,
            actions=self.plan.for_indicator(indicator),
            targets=beside(found, self.catalogue),
            strip=(*shown.strip[:-1], strip_cell(found) or shown.strip[-1]),
        )
