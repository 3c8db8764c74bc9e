"""Titles and sentences that say what the figures mean, made by rules from the figures.

Order of the rules for a title: a change over time, a difference between two groups, the headline number in a sentence,
the name of a group or area with its number, the question of the catalogue. No rule uses causal words; each names its
period where the source states one, and says that a number is an estimate or derived.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.catalogue import Catalogue
from data.model import TRANSFORMATION, Indicator, Observation
from indicators import flags, words
from indicators.measures import Change, Gap, change, gaps, since_break
from indicators.series import Names, Section, Series


class Findings:
    """Makes the sentences of one indicator; `headline` is the series of its first number, None where it has none."""

    def __init__(self, indicator: Indicator, catalogue: Catalogue, sections: Sequence[Section]) -> None:
        """Keep the figures from which sentences are made."""
        self.indicator, self.names, self.sections = indicator, Names(indicator, catalogue), sections
        self.headline = headline(indicator, sections)

    def title(self) -> str:
        """Give the finding, or the question where no rule fits."""
        rules = (self._changed, self._differs, self._stated, self._listed)
        return next((title for rule in rules if (title := rule())), self.indicator.question)

    def _changed(self) -> str:
        measured = since_break(self.headline) if self.headline and self._is_named() else ()
        if len(measured) < 2:
            return ""
        return self.change_sentence(change(measured[0], measured[-1], self.indicator))

    def change_sentence(self, found: Change) -> str:
        """Tell a change: "<onderwerp> steeg van 30.068 in 2006 naar 41.090 in 2010"."""
        subject = self.indicator.sentence.subject
        first, last = self._in_period(found.first), self._in_period(found.last)
        kind = flags.nature(found.last)
        remark = f" ({kind})" if kind else ""
        if not found.is_clear:
            years = f"{self.period(found.first)} en {self.period(found.last)}"
            return f"{subject} bleef ongeveer gelijk tussen {years}{remark}"
        verb = "steeg" if found.absolute > 0 else "daalde"
        before = words.qualified_value(found.first, self.indicator)
        after = words.qualified_value(found.last, self.indicator)
        return f"{subject} {verb} van {before} {first} naar {after} {last}{remark}"

    def _differs(self) -> str:
        """Compare the headline with its reference group, unless a further breakdown would make that too long."""
        if self.headline is None or len(self.headline.breakdown) != 1 or not self.indicator.sentence.more:
            return ""
        section = self.section()
        found = [one for one in (gaps(section, self.indicator) if section else ()) if one.group == self.headline.last]
        return self.gap_sentence(found[0]) if found else ""

    def gap_sentence(self, found: Gap) -> str:
        """Tell a gap: "Personen met … hebben minder vaak werk dan personen met … (2010)"."""
        group = words.listed_groups([self._phrase(found.dimension, one) for one in self._tied(found)])
        reference = self._phrase(found.dimension, found.reference)
        if not found.is_clear:
            return f"Geen duidelijk verschil tussen {group} en {reference}{self._context(found)}"
        verb = self.indicator.sentence.more if found.is_higher else self.indicator.sentence.less
        return f"{words.capital(group)} {verb} dan {reference}{self._context(found)}"

    def _phrase(self, dimension: str, one: Observation) -> str:
        return self.names.phrase(dimension, one.breakdown[dimension])

    def _tied(self, found: Gap) -> list[Observation]:
        """Give the group, and the groups that have the same number against the same reference."""
        same = [gap for section in self.sections for gap in gaps(section, self.indicator)]
        tied = [
            gap.group
            for gap in same
            if gap.reference == found.reference and gap.group.obs_value == found.group.obs_value
        ]
        return tied or [found.group]

    def _context(self, found: Gap) -> str:
        """Say within what a gap was measured: " (6de leerjaar, schooljaar 2009‑2010)"."""
        rest = self.names.breakdown(found.group.breakdown, without=(found.dimension,))
        when = self.period(found.group) if found.group.time_period else ""
        parts = [part for part in ("" if rest == "totaal" else rest, when) if part]
        return f" ({', '.join(parts)})" if parts else ""

    def _stated(self) -> str:
        if self.headline is None or not self.indicator.sentence.statement or not self._is_named():
            return ""
        shown = self.headline.last
        if not has_value(shown):
            return ""
        text = self.indicator.sentence.statement
        told = text.format(value=words.qualified_value(shown, self.indicator), period=self.period(shown))
        kind = flags.nature(shown) if shown.obs_status != "F" else ""  # a sentence about a projection says so itself
        return f"{told} ({kind})" if kind else told

    def _is_named(self) -> bool:
        """Tell whether the headline is the one of the catalogue: its sentences name that group and that area."""
        wanted = self.indicator.headline
        breakdown = dict(self.headline.breakdown) if self.headline else {}
        breakdown.pop(TRANSFORMATION, None)
        return self.headline is not None and (self.headline.ref_area, breakdown) == (
            wanted.ref_area,
            dict(wanted.breakdown),
        )

    def _listed(self) -> str:
        """Name a group or area that the reader chose, with its number: "Nieuwkomers, 65 jaar en ouder: 826 (2008)"."""
        if self.headline is None or self._is_named() or not has_value(self.headline.last):
            return ""
        group = self.names.breakdown(self.headline.breakdown)
        area = self.headline.ref_area
        names = [self.indicator.title, "" if group == "totaal" else group]
        names += [self.names.area(area)] if area and area != self.indicator.headline.ref_area else []
        told = [self._told(one) for one in since_break(self.headline) or (self.headline.last,)]
        value = f"van {told[0]} naar {told[-1]}" if len(told) > 1 else told[0]
        return f"{', '.join(name for name in names if name)}: {value}"

    def _told(self, one: Observation) -> str:
        """Tell a number with its period where that is stated: "8,2% (afgeleid) in 2009"."""
        remark = f" ({kind})" if (kind := flags.nature(one)) else ""
        when = f" {self._in_period(one)}" if one.time_period else ""
        return f"{words.qualified_value(one, self.indicator)}{remark}{when}"

    def _in_period(self, observation: Observation) -> str:
        return words.in_period(observation.time_period, self.indicator.period_kind)

    def period(self, observation: Observation) -> str:
        """Write the period of an observation in the words of this indicator."""
        return words.period(observation.time_period, self.indicator.period_kind)

    def subtitle(self) -> str:
        """Say what is measured, where and when, for the part to which the headline belongs."""
        section = self.section()
        return f"{self.indicator.title}, {self.names.place(section)}" if section else self.indicator.title

    def section(self) -> Section | None:
        """Give the section of the headline."""
        return next((one for one in self.sections if self.headline in one.series), None)


def has_value(observation: Observation) -> bool:
    """Tell whether there is a number or a range to tell."""
    return observation.obs_value is not None or observation.is_range


def headline(indicator: Indicator, sections: Sequence[Section]) -> Series | None:
    """Find the series of the first number: the one that the catalogue names, else the first group with a number.

    A reference group comes last: it is what others are compared with.
    """
    wanted = (indicator.headline.ref_area, dict(indicator.headline.breakdown))
    series = [one for section in sections for one in section.series]
    named = [one for one in series if (one.ref_area, dict(one.breakdown)) == wanted]
    references = {(one.id, one.reference) for one in indicator.dimensions}
    with_number = [one for one in series if has_value(one.last)]
    with_number.sort(key=lambda one: bool(references & set(one.breakdown.items())))
    return next(iter(named + with_number + series), None)
