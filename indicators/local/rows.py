"""A row of a profile in words: the numbers of a comparison as a reader sees them."""

from __future__ import annotations

from dataclasses import dataclass

from data.catalogue import Catalogue
from data.model import Observation
from indicators import flags, words
from indicators.figures import small, spread
from indicators.local.comparison import Comparison
from indicators.local.figures import Line, share_of
from indicators.local.position import FIFTHS, place_told
from indicators.local.standing import Standing, desirability
from indicators.measures import since_break
from indicators.panels.panel import LINE_NEEDS
from indicators.series import Names, Series

POLARITIES = {
    "higher_is_better": "hoger is gunstiger",
    "lower_is_better": "lager is gunstiger",
    "neutral": "geen oordeel",
}
HIDDEN_BY_SOURCE = "De bron verbergt het cijfer van {name}, om mensen te beschermen."
NO_COUNT = "aantal niet in de bron"
UNCLEAR = "verschil met Vlaanderen niet duidelijk"


@dataclass(frozen=True)
class Row:
    """One row; every text is ready to be shown, `numbers` are those behind it.

    `why_not` says why there is no value; then the strip and the position are empty. `sparkline` is SVG, empty below
    three measurements; `course` tells the same in words.
    """

    numbers: Comparison
    title: str
    slug: str
    about: str
    value: str
    count: str
    region: str
    group: str
    group_note: str
    strip: str
    strip_text: str
    position: str
    place: str
    standings: tuple[str, ...]
    sparkline: str
    course: str
    why_not: str


def row(numbers: Comparison, catalogue: Catalogue, name: str, asked_year: str = "") -> Row:
    """Write one row of the municipality of this name."""
    return _Writer(numbers, catalogue, name, asked_year).row()


def title_of(line: Line, catalogue: Catalogue) -> str:
    """Name a line: the indicator, and its breakdown where it has one."""
    indicator, breakdown = catalogue.indicators[line.indicator], dict(line.breakdown)
    return f"{indicator.title}, {Names(indicator, catalogue).breakdown(breakdown)}" if breakdown else indicator.title


def percent(value: float | None, numbers: Comparison) -> str:
    """Write a number of our own in the unit and decimals of its indicator; "–" where there is none."""
    if value is None:
        return "–"
    return words.with_unit(words.number(value, numbers.indicator.decimals), numbers.indicator.unit_measure)


def counted(numbers: Comparison, people: str = "") -> str:
    """Give the count behind a percentage: "1.234 van 13.560 personen", with the name of who is counted."""
    if numbers.indicator.unit_measure != "percent" or numbers.value is None or numbers.own is None:
        return ""
    if numbers.own.sample_size:
        return f"{words.number(numbers.own.sample_size, 0)} bevraagden"
    share = share_of(numbers.own)
    return f"{words.number(share.count, 0)} van {words.number(share.of, 0)} {people}".strip() if share else NO_COUNT


class _Writer:
    def __init__(self, numbers: Comparison, catalogue: Catalogue, name: str, asked_year: str) -> None:
        self.numbers, self.catalogue, self.name, self.asked_year = numbers, catalogue, name, asked_year
        self.indicator, self.own = numbers.indicator, numbers.own

    def row(self) -> Row:
        has_value, reason = self.numbers.value is not None, why_not(self.numbers, self.name, self.asked_year)
        position, place = self._position() if has_value else ("", "")
        return Row(
            numbers=self.numbers,
            title=title_of(self.numbers.line, self.catalogue),
            slug=self.indicator.slug,
            about=self._about(),
            value=words.qualified_value(self.own, self.indicator) if self.own and not reason else "–",
            count=counted(self.numbers, self.indicator.sentence.people),
            region=self._region(),
            group=percent(self.numbers.group_value, self.numbers),
            group_note=self._group_note(),
            strip=self._strip() if has_value else "",
            strip_text=self._strip_text(position, place) if has_value else "",
            position=position,
            place=place,
            standings=self._standings() if has_value else (),
            sparkline=self._sparkline(),
            course=self._course(),
            why_not=reason,
        )

    def _about(self) -> str:
        when = words.period(self.own.time_period, self.indicator.period_kind) if self.own else "geen cijfer"
        kind = flags.nature(self.own) if self.own else ""
        return f"{', '.join(one for one in (when, kind) if one)} · {POLARITIES[self.indicator.polarity]}"

    def _region(self) -> str:
        region = self.numbers.region
        return words.qualified_value(region, self.indicator) if region and region.obs_value is not None else "–"

    def _group_note(self) -> str:
        """Tell how the members of the group lie: "mediaan 6,1%, de helft tussen 4,2% en 8,9%; 12 van 12 gemeenten"."""
        found = self.numbers.group
        if found.median is None:
            return "geen cijfers voor de groep" if self.own else ""
        parts = [f"mediaan {percent(found.median, self.numbers)}"]
        if found.quartiles:
            low, high = (percent(one, self.numbers) for one in found.quartiles)
            parts.append(f"de helft tussen {low} en {high}")
        return f"{', '.join(parts)}; {found.with_data} van {found.members} gemeenten"

    def _strip(self) -> str:
        numbers = self.numbers
        region = numbers.region.obs_value if numbers.region else None
        return spread.strip(numbers.across.cloud, region, numbers.group_value, numbers.value)

    def _strip_text(self, position: str, place: str) -> str:
        """Tell the strip to those who do not see it (design: ux.md C.9)."""
        values = list(self.numbers.across.values.values())
        cuts = spread.middle_half(values)
        parts = [f"{self.name}: {percent(self.numbers.value, self.numbers)}"]
        parts += [f"Vlaams Gewest: {self._region()}"] if self._region() != "–" else []
        parts += (
            [f"de groep: {percent(self.numbers.group_value, self.numbers)}"] if self.numbers.group.with_data else []
        )
        low, high = (percent(one, self.numbers) for one in cuts) if cuts else ("", "")
        parts += [f"de helft van de {len(values)} gemeenten ligt tussen {low} en {high}"] if cuts else []
        parts += [f"positie: {', '.join(one for one in (position, place) if one)}"] if position else []
        return f"{'. '.join(map(words.capital, parts))}."

    def _position(self) -> tuple[str, str]:
        """Give the position in words, and the band of places where it tells something.

        No first or last fifth is claimed where the band holds the middle of the ranking.
        """
        places, count, word = self.numbers.places, len(self.numbers.across.values), self.numbers.fifth
        if places is None:
            return word, ""
        holds_middle = places[0] <= (count + 1) / 2 <= places[1]
        if self.numbers.is_vague or (holds_middle and word in (FIFTHS[0], FIFTHS[-1])):
            return UNCLEAR, ""
        return word, place_told(places, count)

    def _standings(self) -> tuple[str, ...]:
        told = ((self.numbers.to_region, "het Vlaams Gewest"), (self.numbers.to_group, "de groep"))
        return tuple(standing_told(found, against, self.indicator.polarity) for found, against in told if found)

    def _measured(self) -> tuple[Observation, ...]:
        return since_break(Series(self.numbers.code, dict(self.numbers.line.breakdown), self.numbers.series))

    def _sparkline(self) -> str:
        measured = self._measured()
        if len(measured) < LINE_NEEDS:
            return ""
        return small.sparkline([(words.position(one.time_period), one.number) for one in measured])

    def _course(self) -> str:
        measured = self._measured()
        if len(measured) < LINE_NEEDS:
            return {0: "", 1: "1 meting"}.get(len(measured), f"{len(measured)} metingen")
        ends = [
            f"{words.qualified_value(one, self.indicator)} in {words.year(one.time_period)}"
            for one in (measured[0], measured[-1])
        ]
        return f"van {ends[0]} naar {ends[1]}"


def why_not(numbers: Comparison, name: str, asked_year: str = "") -> str:
    """Say why the municipality of this name has no number here; empty where it has one, or a range."""
    if numbers.own is None:
        return _other_years(numbers, name, asked_year)
    if numbers.value is not None or numbers.own.is_range:
        return ""
    return numbers.own.note or (HIDDEN_BY_SOURCE.format(name=name) if numbers.own.obs_status == "Q" else "Geen cijfer.")


def _other_years(numbers: Comparison, name: str, asked_year: str) -> str:
    years = words.listed(sorted({words.year(one.time_period) for one in numbers.series}))
    if not years:
        return f"Voor {name} zijn er geen cijfers."
    asked = f" voor {asked_year}" if asked_year else ""
    return f"Voor {name} zijn er geen cijfers{asked}. Er zijn wel cijfers voor {years}."


def standing_told(found: Standing, against: str, polarity: str) -> str:
    """Tell a standing: "▲ hoger dan het Vlaams Gewest (gunstiger)", "● vergelijkbaar met de groep"."""
    joined = "met" if found.word == "vergelijkbaar" else "dan"
    judged = desirability(found, polarity)
    return f"{found.symbol} {found.word} {joined} {against}" + (f" ({judged})" if judged else "")
