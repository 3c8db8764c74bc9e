"""The shipped catalogue and figures, read once for all tests, and a few figures made up on top of that catalogue."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass, replace
from datetime import UTC, datetime
from functools import cache
from itertools import product
from typing import Any

from data.catalogue import HERE, Catalogue, read_catalogue
from data.model import Indicator, Observation, Revision
from data.observations import read_folder
from data.shipped import SHIPPED
from indicators.answers import Answers
from indicators.panels.choose import panels
from indicators.panels.panel import Panel, Wording
from indicators.selection import Selection
from indicators.series import Section, levels, sections
from indicators.view import View, view

ByIndicator = dict[str, list[Observation]]


class Shelf:
    """Holds figures as a store does, and as a snapshot of its newest revision; each list of figures is a revision."""

    def __init__(self, *published: list[Observation]) -> None:
        self.revision = len(published)
        self.by_revision: list[ByIndicator] = [{}]
        for number, figures in enumerate(published, 1):
            self.by_revision.append(_added(self.by_revision[-1], figures, number))

    @property
    def by_indicator(self) -> ByIndicator:
        return self.by_revision[-1]

    def observations(self, indicator: str, as_of: int | None = None) -> tuple[Observation, ...]:
        return tuple(self.by_revision[self.resolve(as_of)].get(indicator, ()))

    def cells(
        self, indicators: Iterable[str], ref_areas: Iterable[str], as_of: int | None = None, **_all: None
    ) -> tuple[Observation, ...]:
        found = (one for indicator in sorted(indicators) for one in self.observations(indicator, as_of))
        return tuple(one for one in found if one.ref_area in ref_areas)

    def indicators(self, as_of: int) -> list[str]:
        return sorted(self.by_revision[as_of])

    def newest_revision(self) -> int:
        return self.revision

    def resolve(self, as_of: int | None) -> int:
        return self.revision if as_of is None else as_of

    def revisions(self) -> list[Revision]:
        known = [Revision(1, FIRST_DAY, "Iemand", "De omgevingsanalyse", "annex", "0" * 64)]
        known += [Revision(number, FIRST_DAY, one.author, one.note, one.folder, "0" * 64) for number, one in LATER]
        return known[: self.revision]


FIRST_DAY = datetime(2012, 6, 1, tzinfo=UTC)
LATER = list(enumerate(SHIPPED[1:], 2))


def _added(before: ByIndicator, figures: list[Observation], number: int) -> ByIndicator:
    """What readers see after a publication: a figure with a key that is known takes the place of the older one."""
    by_key = {one.key: one for own in before.values() for one in own}
    by_key |= {one.key: replace(one, revision=number) for one in figures}
    by_indicator: ByIndicator = {}
    for key in sorted(by_key):
        by_indicator.setdefault(key[0], []).append(by_key[key])
    return by_indicator


@cache
def catalogue() -> Catalogue:
    return read_catalogue()


@cache
def shelf() -> Shelf:
    """The annex alone: the first revision."""
    return Shelf(read_folder(HERE / "annex", catalogue()))


@cache
def newest_shelf() -> Shelf:
    """All that is shipped, a revision a dataset."""
    return Shelf(*(read_folder(HERE / one.folder, catalogue()) for one in SHIPPED))


@cache
def answers() -> Answers:
    return Answers(shelf(), catalogue())  # type: ignore[arg-type]


def described(indicator: str, **changes: Any) -> Indicator:
    """An indicator of the catalogue, with changes."""
    return replace(catalogue().indicators[indicator], **changes)


def number(value: float | None, time_period: str = "2010", **more: Any) -> Observation:
    """One figure: fields of an observation are given by name, all other names are dimensions."""
    fields = {name: more.pop(name) for name in list(more) if name in Observation.__dataclass_fields__}
    facts: dict[str, Any] = {
        "indicator": "employment_rate",
        "ref_area": "VL",
        "unit_measure": "percent",
        "obs_status": "A" if value is not None or "lower" in fields else "O",
        "source": "vrind_2011",
        "source_ref": "Figuur 1",
        "printed": "" if value is None else f"{value:.10g}".replace(".", ","),
    }
    return Observation(time_period=time_period, breakdown=more, **{"obs_value": value} | facts | fields)


def sectioned(indicator: Indicator, *observations: Observation) -> list[Section]:
    return sections(levels(observations), indicator, catalogue())


def drawn(indicator: Indicator, *observations: Observation) -> list[Panel]:
    """The charts of figures made up for a test."""
    return panels(sectioned(indicator, *observations), Wording(indicator, catalogue()))


def view_of(indicator: str, held: Shelf | None = None, **query: object) -> View:
    """One view of the annex, or of other figures that are given."""
    return view(held or shelf(), catalogue(), catalogue().indicators[indicator], query)  # type: ignore[arg-type]


def view_with(indicator: Indicator, *observations: Observation, **query: object) -> View:
    """The view of figures made up for a test."""
    held = Shelf([replace(one, indicator=indicator.id) for one in observations])
    return view(held, catalogue(), indicator, query)  # type: ignore[arg-type]


@cache
def all_views() -> tuple[View, ...]:
    """Every view of every indicator, of the annex and of the newest figures."""
    return tuple(
        found for held in (shelf(), newest_shelf()) for name in catalogue().indicators for found in _views(held, name)
    )


def _views(held: Shelf, indicator: str) -> Iterator[View]:
    """Every view of one indicator: unit, breakdown and view; and each year, area and group apart.

    Of hundreds of municipalities, whose views differ in their numbers alone, one in fifty.
    """
    for unit in ("", *view_of(indicator, held).choices.units):
        choices = view_of(indicator, held, eenheid=unit).choices if unit else view_of(indicator, held).choices
        for shown, cut in product(choices.views, ("", *choices.cuts)):
            yield _view(held, indicator, Selection(weergave=shown, uitsplitsing=cut, eenheid=unit))
        for year in ("laatste", *choices.years) if choices.years else ():
            yield _view(held, indicator, Selection(jaar=year, eenheid=unit))
        municipalities = [one for one in choices.areas if one in catalogue().areas.municipalities]
        for area in [one for one in choices.areas if one not in municipalities] + municipalities[::50]:
            yield _view(held, indicator, Selection(gebied=(area,), eenheid=unit))
        for group in choices.groups:
            yield _view(held, indicator, Selection(groep=(group,), eenheid=unit))


def _view(held: Shelf, indicator: str, selection: Selection) -> View:
    query = {key: value for key, value in _words(selection).items() if value}
    found = view_of(indicator, held, **query)
    assert found.unknown == ()
    return found


def _words(selection: Selection) -> Mapping[str, str]:
    return {
        key: value if isinstance(value, str) else "~".join(value) for key, value in vars(selection).items() if value
    }


def texts(value: object) -> Iterator[str]:
    """All texts in an answer, however deep: also those in the figures of its charts."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        yield from texts([getattr(value, name) for name in value.__dataclass_fields__])
    elif isinstance(value, Mapping):
        yield from texts([*value.keys(), *value.values()])
    elif isinstance(value, list | tuple | set):
        for one in value:
            yield from texts(one)


def traces(panel: Panel) -> list[dict[str, Any]]:
    """What a chart draws."""
    return panel.figure["data"]  # type: ignore[return-value]


def layout(panel: Panel) -> dict[str, Any]:
    return panel.figure["layout"]  # type: ignore[return-value]
