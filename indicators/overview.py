"""What the home page and the pages of the domains tell: gaps, tiles and lists, from the newest figures."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from data.catalogue import Catalogue
from data.highlights import Highlights, Pick
from data.model import Code, Indicator, Observation
from data.snapshot import Snapshot
from indicators import flags, words
from indicators.figures import small
from indicators.findings import Findings, headline
from indicators.gap_rows import GapRow, axis_end, by_polarity, find_gap, gap_row
from indicators.many_areas import large_areas
from indicators.measures import Change, Gap, change, gap_number, gaps, since_break
from indicators.panels.panel import LINE_NEEDS
from indicators.series import Names, Section, Series, levels, sections, statements
from indicators.strip import strip

LISTED = 6
"""How many indicators of a domain the menu and the cards name; the page of the domain has all."""


@dataclass(frozen=True)
class Line:
    """One indicator in a list: newest value and year, gap, change, sparkline (SVG, empty below three measurements)."""

    title: str
    slug: str
    value: str
    period: str
    gap: str
    change: str
    sparkline: str
    finding: str


@dataclass(frozen=True)
class Tile:
    """One headline number of the home page."""

    title: str
    slug: str
    value: str
    below: str
    sparkline: str
    years: tuple[str, str]


@dataclass(frozen=True)
class DomainCard:
    """One domain with its question and its indicators (title and slug): those with figures, and those that wait."""

    slug: str
    title: str
    question: str
    indicators: tuple[tuple[str, str], ...]
    waiting: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Home:
    """The home page: the answer in parts (text, bold), the gaps by polarity, the axis end, small gaps, tiles."""

    answer: tuple[tuple[str, bool], ...]
    gaps: tuple[tuple[str, tuple[GapRow, ...]], ...]
    axis_end: float
    small_gaps: tuple[str, ...]
    tiles: tuple[Tile, ...]
    oldest: str
    newest: str
    sources: tuple[str, ...]


def domain_cards(catalogue: Catalogue, filled: Container[str]) -> list[DomainCard]:
    """Give the domains with their indicators, in the order of their codelist; `filled` are those with figures."""
    return [_domain_card(code, catalogue, filled) for code in catalogue.codelists["domain"].codes.values()]


def _domain_card(code: Code, catalogue: Catalogue, filled: Container[str]) -> DomainCard:
    members = catalogue.in_domain(code.code)
    named, waiting = (
        tuple((one.title, one.slug) for one in members if (one.id in filled) is wanted) for wanted in (True, False)
    )
    return DomainCard(code.code, code.label, code.properties["question"], named, waiting)


class Overview:
    """Answers the home page and the domains from one snapshot of the store."""

    def __init__(self, snapshot: Snapshot, catalogue: Catalogue, highlights: Highlights) -> None:
        """Keep where the figures and their descriptions are."""
        self.snapshot, self.catalogue, self.highlights = snapshot, catalogue, highlights
        self._figures = lru_cache(maxsize=None)(self._read_figures)

    def _read_figures(self, indicator: str) -> tuple[Observation, ...]:
        """Read the figures of an indicator above municipalities; where there are none, those of municipalities."""
        larger = self.snapshot.cells([indicator], self.catalogue.larger_areas())
        return larger or self.snapshot.observations(indicator)

    def lines(self, domain: str) -> list[Line]:
        """List the indicators of a domain by title."""
        return [self._line(one) for one in self.catalogue.in_domain(domain)]

    def domain_gaps(self, domain: str) -> tuple[list[tuple[str, list[GapRow]]], float]:
        """Give the headline gap of each indicator of a domain that has one, and the end of their axis."""
        found = [(one, gap) for one in self.catalogue.in_domain(domain) if (gap := self._headline_gap(one))]
        end = axis_end(gap for _, gap in found)
        return by_polarity(gap_row(gap, one, self.catalogue, end) for one, gap in found), end

    def home(self) -> Home:
        """Give all that the home page tells."""
        picked = [(one, gap) for one in self.highlights.gaps if (gap := self._picked_gap(one))]
        end = axis_end(gap for _, gap in picked)
        rows = [
            gap_row(gap, self.catalogue.indicators[one.indicator], self.catalogue, end, one.title)
            for one, gap in picked
        ]
        years = self._years()
        sources = dict.fromkeys(self.catalogue.label("source", gap.group.source) for _, gap in picked)
        return Home(
            answer=self._answer([gap for _, gap in picked]),
            gaps=tuple((head, tuple(members)) for head, members in by_polarity(rows)),
            axis_end=end,
            small_gaps=tuple(text for one in self.highlights.small_gaps if (text := self._small_gap(one))),
            tiles=tuple(
                self._tile(self.catalogue.indicators[one.indicator], one.title) for one in self.highlights.tiles
            ),
            oldest=years[0],
            newest=years[-1],
            sources=tuple(sources),
        )

    def _sections(self, indicator: Indicator) -> list[Section]:
        observations = self._figures(indicator.id)
        made = sections(levels(observations) or statements(observations), indicator, self.catalogue)
        return large_areas(made, self.catalogue)

    def _shown(self, indicator: Indicator) -> Series:
        """Give the headline series of an indicator that has figures."""
        shown = headline(indicator, self._sections(indicator))
        if shown is None:
            raise ValueError(f"{indicator.id} has no figures")
        return shown

    def _line(self, indicator: Indicator) -> Line:
        observations = self._figures(indicator.id)
        made = self._sections(indicator)
        shown = headline(indicator, made)
        cells = strip(indicator, self.catalogue, made, shown, statements(observations))
        gap_told = "" if cells[1].is_chip or cells[1].label != "Kloof" else f"{cells[1].text} {cells[1].below}"
        finding = Findings(indicator, self.catalogue, made).title()
        period = words.period(shown.last.time_period, indicator.period_kind) if shown else ""
        return Line(
            title=indicator.title,
            slug=indicator.slug,
            value=cells[0].text,
            period=period,
            gap=gap_told,
            change=self._change_told(shown, indicator),
            sparkline=self._sparkline(shown),
            finding=finding,
        )

    def _change_told(self, series: Series | None, indicator: Indicator) -> str:
        if series is None:
            return "nog geen cijfers"
        measured = since_break(series)
        if len(measured) < 2:
            return "1 meting" if series.measured or series.last.is_range else "geen meting in de tekst"
        step = change(measured[0], measured[-1], indicator)
        since = f"sinds {words.year(step.first.time_period)}"
        return f"{self._step(step, indicator)} {since}"

    def _step(self, step: Change, indicator: Indicator) -> str:
        """Write a change: "+33,8%" for a count, "+1,6 procentpunten" for a share."""
        if step.relative is not None:
            return f"{words.signed(step.relative, 1)}%"
        text = words.signed(step.absolute, step.decimals)
        return words.with_unit(text, "percentage_points") if indicator.unit_measure == "percent" else text

    def _sparkline(self, series: Series | None) -> str:
        measured = series.dated if series else ()
        if len(measured) < LINE_NEEDS:
            return ""
        return small.sparkline([(words.position(one.time_period), one.number) for one in measured])

    def _tile(self, indicator: Indicator, title: str) -> Tile:
        shown = self._shown(indicator)
        measured = shown.dated or shown.observations
        when = words.in_period(shown.last.time_period, indicator.period_kind)
        years = (words.year(measured[0].time_period), words.year(measured[-1].time_period))
        return Tile(
            title=f"{title or indicator.title} {when}",
            slug=indicator.slug,
            value=words.qualified_value(shown.last, indicator),
            below=self._below_tile(indicator, shown),
            sparkline=self._sparkline(shown),
            years=years,
        )

    def _below_tile(self, indicator: Indicator, shown: Series) -> str:
        """Tell the change since the period before, or the count behind a share."""
        area = Names(indicator, self.catalogue).area(shown.ref_area)
        measured = since_break(shown)
        if len(measured) >= LINE_NEEDS:
            step = change(measured[-2], measured[-1], indicator)
            before = words.in_period(step.first.time_period, indicator.period_kind)
            compared = f"tegenover {words.qualified_value(step.first, indicator)} {before}"
            parts = [f"{self._step(step, indicator)} {compared}", area]
        else:
            parts = [self._companion_value(indicator, shown), area]
        return ", ".join(part for part in (*parts, flags.nature(shown.last)) if part)

    def _companion_value(self, indicator: Indicator, shown: Series) -> str:
        companion = self.catalogue.indicators.get(indicator.companion)
        if companion is None:
            return ""
        same = (shown.ref_area, shown.last.time_period, dict(shown.breakdown))
        for one in levels(self._figures(companion.id)):
            if (one.ref_area, one.time_period, dict(one.breakdown)) == same:
                return f"{words.value(one, companion)} {self.catalogue.label('unit_measure', companion.unit_measure)}"
        return ""

    def _picked_gap(self, pick: Pick) -> Gap | None:
        indicator = self.catalogue.indicators[pick.indicator]
        return find_gap(indicator, self.catalogue, self._figures(indicator.id), pick.breakdown)

    def _headline_gap(self, indicator: Indicator) -> Gap | None:
        if indicator.unit_measure != "percent":
            return None
        made = self._sections(indicator)
        shown = headline(indicator, made)
        found = [gap for section in made for gap in gaps(section, indicator)]
        return next((gap for gap in found if shown is not None and gap.group == shown.last), None)

    def _small_gap(self, pick: Pick) -> str:
        indicator = self.catalogue.indicators[pick.indicator]
        found = levels(self._figures(indicator.id))
        told = [self._newest(found, breakdown, indicator) for breakdown in (pick.breakdown, pick.against)]
        return pick.sentence.format(value=told[0], other=told[1]) if all(told) else ""

    def _newest(self, observations: Sequence[Observation], breakdown: Mapping[str, str], indicator: Indicator) -> str:
        same = [one for one in observations if dict(one.breakdown) == dict(breakdown) and one.obs_value is not None]
        return words.value(max(same, key=lambda one: one.time_period), indicator) if same else ""

    def _answer(self, found: list[Gap]) -> tuple[tuple[str, bool], ...]:
        """Answer the question of the page in two sentences with two or three numbers."""
        share = self.catalogue.indicators[self.highlights.answer["share"]]
        shown = self._shown(share)
        year = words.in_period(shown.last.time_period, share.period_kind)
        parts = [(f"{words.capital(year)} had ", False), (words.value(shown.last, share), True)]
        area = Names(share, self.catalogue).in_area(shown.ref_area)
        parts.append((f" van de {f'inwoners {area}'.strip()} een vreemde nationaliteit. ", False))
        return (*parts, *self._answer_gaps(found))

    def _answer_gaps(self, found: list[Gap]) -> list[tuple[str, bool]]:
        largest = {key: self._largest(found, self.highlights.answer[key]) for key in ("work", "school")}
        if not largest["work"] or not largest["school"]:
            return []
        work, school = (words.with_unit(gap_number(one), "percentage_points") for one in largest.values() if one)
        domains = {self.catalogue.indicators[gap.group.indicator].domain for gap in found if gap.is_clear}
        most = len(domains) * 2 > len(self.catalogue.codelists["domain"].codes)
        where = "Op de meeste levensdomeinen" if most else "Op sommige levensdomeinen"
        return [
            (f"{where} is er een kloof met Belgen. Op de arbeidsmarkt bedraagt die ", False),
            (work, True),
            (", op school loopt ze op tot ", False),
            (school, True),
            (".", False),
        ]

    def _largest(self, found: list[Gap], indicator: str) -> Gap | None:
        return max((gap for gap in found if gap.group.indicator == indicator), key=lambda gap: gap.size, default=None)

    def _years(self) -> list[str]:
        """Give the years of all figures but those of municipalities, the oldest first."""
        figures = self.snapshot.cells(self.catalogue.indicators, self.catalogue.larger_areas())
        return sorted({one.time_period[:4] for one in figures if one.time_period}) or [""]
