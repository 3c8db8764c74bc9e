"""The four cells at the head of an indicator's page, always in the same order: value, gap, change, target.

A cell without a number says why it has none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.catalogue import Catalogue
from data.model import TRANSFORMATION, Indicator, Observation
from indicators import flags, words
from indicators.measures import COMPARABLE_UNITS, Gap, change, gap_number, gaps, since_break
from indicators.series import Names, Section, Series, cut_of

UNIT_IN_TEXT = ("percent", "points", "times", "rank", "percentage_points", "euro")
"""Units that stand behind the number itself."""


@dataclass(frozen=True)
class StripCell:
    """One cell: its label, its large text (a number, or a short word where `is_chip`), and the line below it."""

    label: str
    text: str
    below: str
    is_chip: bool = False


def strip(
    indicator: Indicator,
    catalogue: Catalogue,
    sections: Sequence[Section],
    headline: Series | None,
    stated: Sequence[Observation],
) -> list[StripCell]:
    """Give the four cells; `stated` are the gaps and changes that the source itself prints."""
    maker = _Cells(indicator, Names(indicator, catalogue), sections, headline, stated)
    return [maker.value(), maker.gap(), maker.change(), maker.target()]


class _Cells:
    def __init__(
        self,
        indicator: Indicator,
        names: Names,
        sections: Sequence[Section],
        headline: Series | None,
        stated: Sequence[Observation],
    ) -> None:
        self.indicator, self.names, self.sections = indicator, names, sections
        self.headline, self.stated = headline, stated

    def value(self) -> StripCell:
        if self.headline is None:
            return StripCell("Waarde", "Geen waarde", self._why_no_value(), is_chip=True)
        last, names = self.headline.last, self._group_names()
        label = words.capital(", ".join([self._when(last), *names] if len(names) == 1 else [self._when(last)]))
        if last.obs_value is None and not last.is_range:
            return StripCell(label, "Geen waarde", words.capital(words.value(last, self.indicator)), is_chip=True)
        text, _, in_words = words.qualified_value(last, self.indicator).partition(" (")
        said = f". De bron zegt {in_words.removesuffix(')')}." if in_words else ""
        return StripCell(label, text, self._below_value(last, names) + said)

    def _group_names(self) -> list[str]:
        """Name the headline's code in each dimension; the indicator's order."""
        breakdown = self.headline.breakdown if self.headline else {}
        return [self.names.breakdown({one: breakdown[one]}) for one in cut_of(breakdown, self.indicator)]

    def _why_no_value(self) -> str:
        return "De bron geeft alleen een vergelijking" if self.stated else "Er zijn geen cijfers"

    def _below_value(self, last: Observation, names: Sequence[str]) -> str:
        """Say what was counted and where; several groups stand here too, for a label has room for one."""
        unit = self.names.catalogue.label("unit_measure", last.unit_measure)
        counted = "" if last.unit_measure in UNIT_IN_TEXT else unit
        groups = names if len(names) > 1 else []
        parts = [counted, *groups, self.names.area(last.ref_area), flags.nature(last)]
        return ", ".join(part for part in parts if part)

    def gap(self) -> StripCell:
        found, printed = self._gap(), self._printed_gap()
        if found is not None:
            reference = self.names.phrase(found.dimension, found.reference.breakdown[found.dimension])
            compared = "als" if found.direction == "gelijk" else "dan"
            unit = self._gap_unit(found)
            below = f"{unit} {found.direction} {compared} bij {reference}"
            if found.direction == "gelijk":
                return StripCell("Kloof", "Geen verschil", f"met {reference}", is_chip=True)
            return StripCell("Kloof", gap_number(found), below)
        if printed is not None:
            return StripCell("Kloof", words.qualified_value(printed, self.indicator), "zoals de bron het zegt")
        return self._previous() or StripCell("Kloof", "Niet berekend", self._why_no_gap(), is_chip=True)

    def _gap(self) -> Gap | None:
        """Find the gap of the headline's newest number; None where it is the reference itself or has none."""
        section = next((one for one in self.sections if self.headline in one.series), None)
        found = gaps(section, self.indicator) if section and self.headline else []
        return next((one for one in found if self.headline and one.group == self.headline.last), None)

    def _printed_gap(self) -> Observation | None:
        """Find the gap or ratio that the source itself prints about the headline's group."""
        about = _without_kind(self.headline.breakdown) if self.headline else {}
        printed = [one for one in self.stated if one.breakdown[TRANSFORMATION] in ("gap", "ratio")]
        return next((one for one in printed if _without_kind(one.breakdown) == about), None)

    def _why_no_gap(self) -> str:
        references = {one.id: one.reference for one in self.indicator.dimensions if one.reference}
        if self.headline is None:
            return self._why_no_value()
        breakdown = self.headline.breakdown
        compared = {one: breakdown[one] for one in references if one in breakdown}
        if not breakdown:
            return "Dit cijfer telt alle groepen samen"
        if self.indicator.unit_measure not in COMPARABLE_UNITS:
            return "Een verschil in aantal zegt alleen hoe groot de groepen zijn"
        if not compared:
            return "Bij dit cijfer is er geen groep om mee te vergelijken"
        if any(references[one] == code for one, code in compared.items()):
            return "Dit is de groep waarmee we vergelijken"
        return "Het cijfer van de andere groep staat niet in de bron"

    def _gap_unit(self, found: Gap) -> str:
        if self.indicator.unit_measure != "percent":
            return self.names.catalogue.label("unit_measure", self.indicator.unit_measure)
        return words.with_unit(words.number(found.size, found.decimals), "percentage_points").split(" ")[1]

    def _previous(self) -> StripCell | None:
        measured = since_break(self.headline) if self.headline else ()
        if len(measured) < 2:
            return None
        step = change(measured[-2], measured[-1], self.indicator)
        before = f"was {words.qualified_value(step.first, self.indicator)}"
        relative = "" if step.relative is None else f"{words.signed(step.relative, 1)}%, "
        text = words.signed(step.absolute, step.decimals)
        label = f"Tegenover {words.year(step.first.time_period)}"
        return StripCell(label, text, f"{self._points(text)}{relative}{before}")

    def change(self) -> StripCell:
        measured = since_break(self.headline) if self.headline else ()
        if len(measured) < 2:
            return StripCell("Verandering", "Nog geen trend", self._why_no_change(), is_chip=True)
        step = change(measured[0], measured[-1], self.indicator)
        label, before = f"Sinds {words.year(step.first.time_period)}", words.qualified_value(step.first, self.indicator)
        if step.relative is not None:
            return StripCell(label, f"{words.signed(step.relative, 1)}%", f"was {before}")
        text = words.signed(step.absolute, step.decimals)
        return StripCell(label, text, f"{self._points(text)}was {before}")

    def _why_no_change(self) -> str:
        """Say how many measurements there are: none, one, or one since a break."""
        if self.headline is None:
            return self._why_no_value()
        if not (self.headline.measured or self.headline.last.is_range):
            return "Er is geen meting in de tekst"
        last = self.headline.last
        when = f": {words.period(last.time_period, self.indicator.period_kind)}" if last.time_period else ""
        what = "vooruitzicht" if last.obs_status == "F" else "meting"
        same = " met deze definitie" if len(self.headline.dated) > 1 else ""
        return f"Er is maar één {what}{same}{when}"

    def _points(self, text: str) -> str:
        if self.indicator.unit_measure != "percent":
            return ""
        return f"{words.with_unit(text, 'percentage_points').split(' ')[1]}, "

    def target(self) -> StripCell:
        return StripCell("Beleidsdoel", "Geen doel", "Pact 2020 en het actieplan meten hier geen doel", is_chip=True)

    def _when(self, one: Observation) -> str:
        return words.period(one.time_period, self.indicator.period_kind)


def _without_kind(breakdown: Mapping[str, str]) -> dict[str, str]:
    return {dimension: code for dimension, code in breakdown.items() if dimension != TRANSFORMATION}
