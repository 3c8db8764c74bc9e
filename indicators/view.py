"""Everything that one view of an indicator's page shows.

It is made from one slice of figures, so that title, chart, table and text can never disagree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from data.catalogue import Catalogue
from data.model import Indicator, Key, Observation
from data.snapshot import Snapshot
from indicators import words
from indicators.findings import Findings
from indicators.gap_panel import GapView
from indicators.many_areas import are_many, large_areas
from indicators.multiples import MultipleRow, multiple_rows, opened
from indicators.panels.choose import panels
from indicators.panels.panel import LINE_NEEDS, Panel, Wording
from indicators.plan.facts import ActionLine
from indicators.quality.finding import IN_PLAN
from indicators.regroup import Regrouping, regroup
from indicators.selection import (
    Choices,
    Selection,
    area_word,
    choices_of,
    cut_word,
    in_words,
    read_selection,
    unit_word,
)
from indicators.series import Names, Section, Series, levels, sections, statements
from indicators.strip import StripCell, strip
from indicators.tables import Table, Tables
from indicators.targets.beside import Beside

NO_DOUBTS: Mapping[Key, str] = {}


@dataclass(frozen=True, eq=False)
class View:
    """One view, ready to be laid out; `indicator` has the page, `shown` is it or its companion in another unit."""

    indicator: Indicator
    shown: Indicator
    selection: Selection
    choices: Choices
    unknown: tuple[str, ...]
    title: str
    subtitle: str
    strip: tuple[StripCell, ...]
    panels: tuple[Panel, ...]
    multiples: tuple[MultipleRow, ...]
    stated: tuple[str, ...]
    tables: tuple[Table, ...]
    mentions: Table
    no_chart: str
    in_words: str
    source_line: str
    related: tuple[tuple[str, str], ...]
    not_comparable: tuple[tuple[str, str], ...]
    actions: tuple[ActionLine, ...] = ()
    targets: tuple[Beside, ...] = ()
    regrouping: Regrouping | None = None

    @property
    def has_figures(self) -> bool:
        """Tell whether there is anything to show, whatever is chosen."""
        return bool(self.choices.views)


def view(
    snapshot: Snapshot,
    catalogue: Catalogue,
    indicator: Indicator,
    query: dict[str, object],
    doubts: Mapping[Key, str] = NO_DOUBTS,
) -> View:
    """Answer one address: read the choice, take the slice, choose charts and tables, and say it in words."""
    companion = catalogue.indicators.get(indicator.companion)
    shown = companion if companion and query.get("eenheid") == unit_word(companion) else indicator
    maker = _ViewMaker(snapshot, catalogue, indicator, shown, companion, doubts)
    return maker.view(query)


class _ViewMaker:
    def __init__(
        self,
        snapshot: Snapshot,
        catalogue: Catalogue,
        page: Indicator,
        shown: Indicator,
        companion: Indicator | None,
        doubts: Mapping[Key, str],
    ) -> None:
        self.snapshot, self.catalogue, self.page, self.shown, self.companion = (
            snapshot,
            catalogue,
            page,
            shown,
            companion,
        )
        self.tables = Tables(shown, catalogue, doubts)
        self.observations = snapshot.observations(shown.id)
        self.names = Names(shown, catalogue)
        self.stated = statements(self.observations)
        self.sections = sections(levels(self.observations) or self.stated, shown, catalogue)
        self.has_gaps = bool(GapView(shown, catalogue, self.sections).gaps)
        choices = choices_of(shown, companion, self.sections, self.has_gaps, self.names)
        self.choices = replace(choices, versions=(str(snapshot.revision),))

    def view(self, query: dict[str, object]) -> View:
        selection, unknown = read_selection(query, self.choices)
        chosen = chosen_sections(self.sections, selection, self.catalogue)
        findings = Findings(self.shown, self.catalogue, chosen)
        drawn, multiples = self._drawn(chosen, selection)
        cells = strip(self.shown, self.catalogue, chosen, findings.headline, self.stated)
        return View(
            indicator=self.page,
            shown=self.shown,
            selection=selection,
            choices=self.choices,
            unknown=tuple(unknown),
            title=findings.title() if chosen else self.shown.question,
            subtitle=findings.subtitle() if chosen else f"{self.shown.title}. {self._nothing()}",
            strip=tuple(cells),
            panels=tuple(drawn),
            multiples=tuple(multiples),
            stated=tuple(self._stated(one) for one in self.stated),
            tables=tuple(self._tables(chosen, selection)),
            mentions=self.tables.mentions(self._mentioned(chosen), len(self.observations)),
            no_chart="" if drawn or selection.weergave == "tabel" else self._no_chart(chosen, selection),
            in_words=in_words(selection, self.choices),
            source_line=self._source_line(),
            related=self._links(self.page.related),
            not_comparable=self._links(self.page.not_comparable),
            regrouping=self._regrouping(selection),
        )

    def _mentioned(self, chosen: Sequence[Section]) -> Sequence[Observation]:
        """List all figures, or of very many areas those of the choice: a page of thousands of rows is of no use."""
        if not are_many(self.choices.areas):
            return self.observations
        return [one for section in chosen for series in section.series for one in series.observations]

    def _links(self, named: Sequence[str]) -> tuple[tuple[str, str], ...]:
        found = [self.catalogue.indicators[one] for one in named]
        return tuple((one.title, one.slug) for one in found)

    def _drawn(self, chosen: Sequence[Section], selection: Selection) -> tuple[list[Panel], list[MultipleRow]]:
        """Draw the view that was chosen; of several sections over time the first is large, the others are small."""
        if selection.weergave == "tabel" or not levels(self.observations):
            return [], []
        if selection.weergave == "kloof":
            return GapView(self.shown, self.catalogue, chosen).panels(), []
        in_time = [one for one in chosen if one.most_measurements >= LINE_NEEDS]
        small = [
            row for one in in_time for row in multiple_rows(one, self.shown, self.catalogue, is_large=one is in_time[0])
        ]
        drawn = panels([one for one in chosen if one not in in_time[1:]], Wording(self.shown, self.catalogue))
        finding = self._two_gaps(chosen)
        drawn = [replace(one, title=finding) if finding and one.title == self.shown.question else one for one in drawn]
        return drawn, opened([*small, *self._companion_rows(selection)])

    def _regrouping(self, selection: Selection) -> Regrouping | None:
        """Set both definitions of the groups side by side, for the areas and years of the choice."""
        if selection.weergave == "tabel":
            return None
        here = chosen_sections(self.sections, Selection(jaar=selection.jaar, gebied=selection.gebied), self.catalogue)
        return regroup(here, self.stated, self.shown, self.catalogue, selection.uitsplitsing)

    def _two_gaps(self, chosen: Sequence[Section]) -> str:
        """Compare the gaps of two dimensions: "De kloof is groter naar nationaliteit dan naar geboorteland"."""
        gaps = [gap for gap in GapView(self.shown, self.catalogue, chosen).gaps if len(gap.group.breakdown) == 1]
        if len(gaps) != 2 or gaps[0].dimension == gaps[1].dimension:
            return ""
        larger, smaller = sorted(gaps, key=lambda gap: gap.size, reverse=True)
        first, second = (words.lower(self.names.dimension_labels[gap.dimension]) for gap in (larger, smaller))
        same = round(larger.size, 6) == round(smaller.size, 6)
        return f"De kloof is {'even groot' if same else 'groter'} naar {first} {'als' if same else 'dan'} naar {second}"

    def _companion_rows(self, selection: Selection) -> list[MultipleRow]:
        """Show, under a count over time, how the shares of its companion developed."""
        if self.companion is None or self.shown is not self.page or selection.uitsplitsing or len(self.sections) == 0:
            return []
        observations = levels(self.snapshot.observations(self.companion.id))
        in_years = chosen_sections(
            sections(observations, self.companion, self.catalogue), Selection(jaar=selection.jaar), self.catalogue
        )
        return [row for one in in_years for row in multiple_rows(one, self.companion, self.catalogue)]

    def _tables(self, chosen: Sequence[Section], selection: Selection) -> list[Table]:
        made = [self.tables.of(one) for one in chosen]
        if selection.weergave == "kloof":
            return [GapView(self.shown, self.catalogue, chosen).table(), *made]
        return made

    def _no_chart(self, chosen: Sequence[Section], selection: Selection) -> str:
        """Say why there is no chart: a reader never sees an empty axis."""
        observations = [one for section in chosen for series in section.series for one in series.observations]
        numbers = [one for one in observations if one.obs_value is not None or one.is_range]
        if not self.sections:
            return self._nothing()
        if not levels(self.observations):
            return "De bron geeft alleen een vergelijking, geen cijfer voor elke groep. We tekenen daarom geen grafiek."
        if not chosen:
            return self._nothing()
        if not numbers:
            return "De waarden staan niet in de tekst van de bron. We tekenen geen lege grafiek."
        if selection.weergave == "kloof":
            return "Voor deze keuze is er geen cijfer van de vergelijkingsgroep. We tekenen daarom geen kloof."
        if len(numbers) == 1:
            return "Er is maar één cijfer. We tekenen daarom geen grafiek."
        return "Deze cijfers staan beter in een tabel dan in een grafiek."

    def _nothing(self) -> str:
        """Say that a choice has no figures, and for which years there are; or that there are none at all yet."""
        if not self.sections:
            return "Er zijn nog geen cijfers in deze versie."
        return f"Voor deze keuze zijn er geen cijfers. Er zijn wel cijfers voor {words.listed(self.choices.years)}."

    def _stated(self, one: Observation) -> str:
        """Tell what the source itself says about its figures: "Kloof met de referentiegroep: 29 procentpunten (…)"."""
        kind = self.catalogue.label("transformation", one.breakdown["transformation"])
        group = self.names.breakdown({name: code for name, code in one.breakdown.items() if name != "transformation"})
        when = words.period(one.time_period, self.shown.period_kind)
        area = self.names.area(one.ref_area)
        context = ", ".join(part for part in ("" if group == "totaal" else group, area, when) if part)
        return f"{words.capital(kind)}: {words.qualified_value(one, self.shown)} ({context}; {one.source_ref})"

    def _source_line(self) -> str:
        """Name all sources, and the places in the plan for those that the plan quotes."""
        refs: dict[str, dict[str, None]] = {}
        for one in self.observations:
            refs.setdefault(one.source, {})[one.source_ref] = None
        told = [self._source(source, list(places)) for source, places in refs.items()]
        return f"Bron: {'; '.join(dict.fromkeys(told))}." if told else ""

    def _source(self, source: str, places: Sequence[str]) -> str:
        label = self.catalogue.label("source", source)
        quoted = [place for place in places if place.startswith(IN_PLAN)]
        return f"{label} (omgevingsanalyse 2012, {words.listed(quoted)})" if quoted else label


def chosen_sections(all_sections: Sequence[Section], selection: Selection, catalogue: Catalogue) -> list[Section]:
    """Keep the sections, areas, groups and years of a choice; a section that keeps nothing is left out.

    Of hundreds of areas only the large ones are shown until some are chosen.
    """
    of_areas = all_sections if selection.gebied else large_areas(all_sections, catalogue)
    kept = [one for one in of_areas if not selection.uitsplitsing or cut_word(one.cut) == selection.uitsplitsing]
    narrowed = [Section(one.cut, tuple(_narrowed(one, selection))) for one in kept]
    return [one for one in narrowed if one.series]


def _narrowed(section: Section, selection: Selection) -> list[Series]:
    result = []
    for series in section.series:
        in_area = not selection.gebied or area_word(series.ref_area) in selection.gebied
        in_group = (
            not selection.groep or not series.breakdown or bool(set(series.breakdown.values()) & set(selection.groep))
        )
        observations = tuple(one for one in series.observations if _in_years(one, selection, section))
        if in_area and in_group and observations:
            result.append(replace(series, observations=observations))
    return result


def _in_years(observation: Observation, selection: Selection, section: Section) -> bool:
    if not selection.jaar:
        return True
    if selection.jaar == "laatste":
        return observation.time_period == section.periods[-1]
    first, last = selection.years
    return first <= observation.time_period[:4] <= last
