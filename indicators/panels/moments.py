"""Dots and dumbbells, for shares and scores that were measured once or twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.model import Observation
from indicators import words
from indicators.figures.rows import Mark, Row, dots
from indicators.panels.panel import LINE_NEEDS, OTHER_AREAS, Legend, Panel, Wording, has_number
from indicators.series import Cut, Section, Series

SECOND_LOOKS = ("", "second", "third")
MOST_ROWS = 40
"""Of more rows in several areas only those of the headline's area are drawn."""


def dot_panel(sections: Sequence[Section], wording: Wording, title: str) -> Panel | None:
    """Draw all sections in one chart, each under the name of its cut; None where no section has a number."""
    shown = [one for one in sections if any(has_number(series) for series in one.series) and not one.is_whole]
    shown, left_out = _of_one_area(shown, wording)
    headings = _headings(shown, wording)
    rows = [row for section in shown for row in _rows(section, wording, headings.get(section.cut, ""))]
    if not rows:
        return None
    drawn = [one for section in shown for series in section.series for one in _drawn(series)]
    figure = dots(rows, wording.indicator.unit_measure)
    told = [_told(series, section, wording, headings) for section in shown for series in _ordered(section, wording)]
    text = wording.description("Puntgrafiek", wording.indicator.title, wording.place(shown), told)
    return Panel(
        title or wording.title(shown),
        wording.subtitle(drawn),
        figure,
        text,
        _legend(shown, wording),
        (*left_out, *dict.fromkeys(note for section in shown for note in _other_years(section, wording))),
    )


def _of_one_area(sections: list[Section], wording: Wording) -> tuple[list[Section], list[str]]:
    """Of more rows than a reader can follow keep the headline's area, and say so."""
    series = [one for section in sections for one in section.series]
    home = wording.indicator.headline.ref_area
    if len(series) <= MOST_ROWS or {one.ref_area for one in series} == {home}:
        return sections, []
    kept = [Section(one.cut, tuple(row for row in one.series if row.ref_area == home)) for one in sections]
    kept = [one for one in kept if any(has_number(row) for row in one.series)]
    return (kept, [OTHER_AREAS.format(area=wording.names.area(home))]) if kept else (sections, [])


def _drawn(series: Series) -> tuple[Observation, ...]:
    """Give the numbers that stand on the row of a series: the last two measurements, else the last number or range."""
    return series.dated[-2:] or (series.last,)


def _told(series: Series, section: Section, wording: Wording, headings: Mapping[Cut, str]) -> str:
    """Tell the numbers on a row; where charts have headings, a name must say by itself what they say."""
    drawn = _drawn(series)
    name = wording.series(series, section, full=bool(headings))
    context = headings.get(section.cut, "").removeprefix(wording.names.cut(section)).removeprefix(", ")
    name += f" ({context})" if context else ""
    if len(drawn) == 1:
        return f"{name}: {wording.told(drawn[0])}"
    return f"{name}: {words.listed([f'{wording.told(one)} {wording.in_period(one)}' for one in drawn])}"


def _headings(sections: Sequence[Section], wording: Wording) -> dict[Cut, str]:
    """Head each of several sections with its cut, and with its area and period where these differ between them."""
    if len(sections) < 2:
        return {}
    areas, periods = {one.areas for one in sections}, {one.periods for one in sections}
    headings = {}
    for one in sections:
        parts = [wording.names.cut(one)]
        parts += [wording.names.area(one.areas[0])] if len(areas) > 1 and len(one.areas) == 1 else []
        parts += [wording.period(one.series[0].last)] if len(periods) > 1 and len(one.periods) == 1 else []
        headings[one.cut] = ", ".join(parts)
    return headings


def _other_years(section: Section, wording: Wording) -> list[str]:
    """Warn where the two marks of a row are of other periods."""
    dimension = pair_dimension(section, wording)
    if dimension is None or len(section.periods) < 2:
        return []
    by_code = {one.breakdown[dimension]: wording.period(one.last) for one in section.series}
    told = [f"{wording.names.code(dimension, code)}: {period}" for code, period in by_code.items()]
    return [f"De twee groepen zijn niet in dezelfde periode gemeten ({'; '.join(told)})."]


def _rows(section: Section, wording: Wording, heading: str) -> list[Row]:
    """Lay out a section under its heading; a single row that the heading names carries it itself."""
    dimension = pair_dimension(section, wording)
    if dimension is None:
        made = [_row(one, section, wording) for one in _ordered(section, wording)]
    else:
        made = _paired(section, dimension, wording)
    is_named = len(made) == 1 and (dimension is not None or not section.cut)
    if not heading or (is_named and heading == "Totaal"):
        return made
    return [replace(made[0], name=heading)] if is_named else [Row(heading, is_heading=True), *made]


def pair_dimension(section: Section, wording: Wording) -> str | None:
    """Give the dimension whose two codes stand as two marks on one row; None where each series has its own row."""
    if section.most_measurements == 2 or any(one.last.is_range for one in section.series):
        return None
    references = [one.id for one in wording.indicator.dimensions if one.reference and one.id in section.cut]
    others = [one for one in section.cut if len(section.cut) > 1 and one not in references]
    two = [one for one in (*references, *others) if len(section.codes(one)) == 2]
    return two[0] if two and len(section.series) > 1 else None


def _ordered(section: Section, wording: Wording) -> list[Series]:
    """Order rows by value, within one breakdown where there are several areas; references come first."""
    ordinal = {one.id for one in wording.indicator.dimensions if one.ordinal}
    if len(section.series) < LINE_NEEDS or len(section.cut) > 1 or ordinal & set(section.cut):
        return list(section.series)
    breakdowns = [one.breakdown for one in section.series]
    if len(section.areas) > 1:
        return sorted(section.series, key=lambda one: (breakdowns.index(one.breakdown), -(one.last.obs_value or 0)))
    references = {(one.id, one.reference) for one in wording.indicator.dimensions}
    return sorted(
        section.series, key=lambda one: (not references & set(one.breakdown.items()), -(one.last.obs_value or 0))
    )


def _paired(section: Section, dimension: str, wording: Wording) -> list[Row]:
    by_name: dict[str, list[Mark]] = {}
    for series in section.series:
        marks = by_name.setdefault(wording.series(series, section, without=(dimension,)), [])
        if series.last.obs_value is not None:
            marks.append(wording.mark(series.last, series, section, _look(series, dimension, section, wording)))
    label = wording.names.cut(section)
    named = {name: label if name == "totaal" else words.capital(name) for name in by_name}
    return [
        Row(named[name], tuple(marks)) if marks else Row(f"{named[name]}: geen cijfer in de bron")
        for name, marks in by_name.items()
    ]


def _row(series: Series, section: Section, wording: Wording) -> Row:
    name = words.capital(wording.series(series, section))
    last, family = series.last, wording.names.family(series.breakdown)
    if last.is_range:
        return Row(f"{name}: {wording.value(last)}", _range(series, section, wording, family))
    if last.obs_value is None:
        return Row(f"{name}: {wording.value(last)}")
    shown = _drawn(series)
    if len(shown) > 1:
        name += f", {words.year(shown[0].time_period)} en {words.year(last.time_period)}"
    return Row(name, tuple(wording.mark(one, series, section, family) for one in shown))


def _range(series: Series, section: Section, wording: Wording, family: str) -> tuple[Mark, ...]:
    last = series.last
    hover = f"{words.capital(wording.series(series, section))}: {wording.value(last)}"
    return tuple(Mark(end, words.number(end, 0), hover, family, is_open=True) for end in last.limits)


def _look(series: Series, dimension: str, section: Section, wording: Wording) -> str:
    """Give the colour family of a mark; a second code of the same family, or of none, has another shape."""
    codes = section.codes(dimension)
    families = [wording.catalogue.codelists[dimension][code].family for code in codes]
    place = codes.index(series.breakdown[dimension])
    if not families[place]:
        return SECOND_LOOKS[place % len(SECOND_LOOKS)]
    return families[place] + ("+" if families[place] in families[:place] else "")


def _legend(sections: Sequence[Section], wording: Wording) -> Legend:
    """Name each symbol once, with all the groups that carry it."""
    names: dict[str, dict[str, None]] = {}
    for section in sections:
        if dimension := pair_dimension(section, wording):
            for series in section.series:
                look = _look(series, dimension, section, wording)
                names.setdefault(look, {})[wording.names.code(dimension, series.breakdown[dimension])] = None
    return tuple((look, " of ".join(named)) for look, named in names.items())
