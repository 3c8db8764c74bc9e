"""Dots and dumbbells, for shares and scores that were measured once or twice."""

from __future__ import annotations

from collections.abc import Sequence

from indicators import words
from indicators.figures.rows import Mark, Row, dots
from indicators.flags import is_open
from indicators.panels.panel import LINE_NEEDS, TABLE_HINT, Legend, Panel, Wording, has_number
from indicators.series import Section, Series

TOLD_MARKS = 8
SECOND_LOOKS = ("", "second", "third")


def dot_panel(sections: Sequence[Section], wording: Wording, title: str) -> Panel | None:
    """Draw all sections in one chart, each under the name of its cut; None where no section has a number."""
    shown = [one for one in sections if any(has_number(series) for series in one.series) and not _is_whole(one)]
    rows = [row for section in shown for row in _rows(section, wording, has_heading=len(shown) > 1)]
    if not rows:
        return None
    has_open = any(is_open(series.last) for section in shown for series in section.series)
    open_note = " Open symbool: afgeleid of afgerond cijfer." if has_open else ""
    subtitle = f"{wording.unit()}. {wording.axis()}{open_note}"
    figure = dots(rows, wording.indicator.unit_measure)
    return Panel(title or wording.title(shown), subtitle, figure, _description(shown, wording), _legend(shown, wording))


def _is_whole(section: Section) -> bool:
    """Tell whether a section only repeats that a whole is 100%: its place is in the table."""
    return all(one.last.obs_value == 100 and one.last.unit_measure == "percent" for one in section.series)


def _rows(section: Section, wording: Wording, *, has_heading: bool) -> list[Row]:
    dimension = pair_dimension(section, wording)
    if dimension is None:
        made = [_row(one, section, wording) for one in _ordered(section, wording)]
    else:
        made = _paired(section, dimension, wording)
    names_itself = len(made) == 1 and dimension is not None
    heading = (
        [Row(wording.names.cut(section), is_heading=True)] if has_heading and section.cut and not names_itself else []
    )
    return heading + made


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
    return [Row(label if name == "totaal" else words.capital(name), tuple(marks)) for name, marks in by_name.items()]


def _row(series: Series, section: Section, wording: Wording) -> Row:
    name = words.capital(wording.series(series, section))
    last, family = series.last, wording.names.family(series.breakdown)
    if last.is_range:
        return Row(f"{name}: {wording.value(last)}", _range(series, section, wording, family))
    if last.obs_value is None:
        return Row(f"{name}: {wording.value(last)}")
    shown = series.measured[-2:]
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


def _description(sections: Sequence[Section], wording: Wording) -> str:
    told = [
        f"{wording.series(one, section)} {wording.told(one.last)}" for section in sections for one in section.series
    ]
    more = f" En nog {len(told) - TOLD_MARKS} andere." if len(told) > TOLD_MARKS else ""
    listed = words.capital("; ".join(told[:TOLD_MARKS]))
    return f"Puntgrafiek. {wording.indicator.title}. {listed}.{more} {TABLE_HINT}"
