"""Figures of municipalities made up for the tests: shares with counts that follow from the code, so all can be redone.

The catalogue is the real one with a few made-up indicators; the municipalities are the real ones of 2025.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from made import publish

from data.catalogue import Catalogue, read_catalogue
from data.engines import sqlite_url
from data.model import Dimension, Headline, Indicator, Observation, Sentence
from data.snapshot import Snapshot
from data.store import Store
from indicators.local.profile import Local

GENT, ANTWERPEN, LEUVEN, BRUGGE, AALST = "44021", "11002", "24062", "31005", "41002"
NOBODY = Headline("VLG", {})
NO_OTHERS: Mapping[str, float] = {}


@cache
def catalogue() -> Catalogue:
    """The real lists and municipalities, with made-up indicators only."""
    real = read_catalogue()
    template = replace(
        real.indicators["employment_rate"],
        caveats=(),
        related=(),
        not_comparable=(),
        dimensions=(),
        sums=(),
        decimals=1,
        headline=NOBODY,
        source_kind="register",
    )
    made = [
        _indicator(template, "work", "Werk", "higher_is_better"),
        _indicator(template, "poverty", "Armoede", "lower_is_better"),
        _indicator(template, "de_42", "Vreemde nationaliteit", "neutral"),
        replace(
            _indicator(template, "de_45", "Vreemde nationaliteit naar leeftijd", "neutral"),
            headline=Headline("VLG", {"age": "18-64"}),
            dimensions=(Dimension("age", "Leeftijd", "", ordinal=True),),
        ),
    ]
    return Catalogue({one.id: one for one in made}, real.codelists, real.areas)


def _indicator(template: Indicator, name: str, title: str, polarity: str) -> Indicator:
    sentence = Sentence("personen", f"Het aandeel {title.lower()}", "", "", "")
    return replace(template, id=name, slug=name.replace("_", "-"), title=title, polarity=polarity, sentence=sentence)


def cell(indicator: str, code: str, count: float, of: float, period: str = "2015", **changes: object) -> Observation:
    """One share with its counts."""
    facts: Mapping[str, object] = {
        "indicator": indicator,
        "ref_area": code,
        "time_period": period,
        "breakdown": {},
        "obs_value": round(100 * count / of, 1),
        "unit_measure": "percent",
        "obs_status": "A",
        "source": next(iter(catalogue().codelists["source"].codes)),
        "source_ref": "Figuur 1",
        "printed": "",
        "derivation": f"{count} ÷ {of} × 100",
        "numerator": float(count),
        "denominator": float(of),
    }
    return Observation(**facts | changes)  # type: ignore[arg-type]


def everywhere(
    indicator: str, percents: Mapping[str, float] = {}, usual: float = 50, **more: object
) -> list[Observation]:
    """A share of 1000 people in every Flemish municipality of today, and in the region."""
    codes = ["VLG", *(one.code for one in catalogue().areas.of_geography("2025", "VLG"))]
    return [cell(indicator, code, 10 * percents.get(code, usual), 1000, **more) for code in codes]  # type: ignore[arg-type]


def population(people: Mapping[str, tuple[float, float, float]]) -> list[Observation]:
    """Inhabitants (in total, younger than 18, 65 and older) as denominators of shares of foreign nationals."""
    found = [cell("de_42", "VLG", 1, 100, "2025-01-01")]
    for code, (total, young, old) in people.items():
        found.append(cell("de_42", code, 10, total, "2025-01-01"))
        for age, of in (("0-17", young), ("65+", old)):
            found.append(cell("de_45", code, 1, of, "2025-01-01", breakdown={"age": age}))
    return found


def local(folder: Path, observations: Iterable[Observation], geography: str = "2025") -> Local:
    """Publish the observations, and give what the pages are made from."""
    store = Store(sqlite_url(folder / "local.sqlite"))
    store.prepare()
    return Local(Snapshot(store, publish(store, *observations)), catalogue(), geography)
