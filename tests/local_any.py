"""Figures of every indicator of the local monitors, made up at random: whole, hidden, missing, ranges, without counts.

They are for the words around numbers, not for the numbers: whatever is uploaded one day must be told in good Dutch.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path

from made import publish

from data.catalogue import Catalogue, read_catalogue
from data.engines import sqlite_url
from data.model import Code, Indicator, Observation
from data.store import Store
from indicators.answers import Answers

SOURCE = Code("gemaakt", "Gemaakte bron", "in een gemaakte bron")
PERIODS = {"year": ("2018", "2020", "2021"), "school_year": ("2018-2019", "2020-2021"), "academic_year": ("2020-2021",)}
KINDS = ("whole", "whole", "whole", "few", "hidden", "absent", "range", "bare", "sample", "none", "every")
BAD = re.compile(r"\bNone\b|\bnan\b|  |\(\)|undefined|“”| [.,;]|\{|\}")
"""What no sentence may hold."""


@cache
def catalogue() -> Catalogue:
    """The real catalogue, with a source that hides small numbers."""
    real = read_catalogue()
    sources = replace(real.codelists["source"], codes={**real.codelists["source"].codes, SOURCE.code: SOURCE})
    return replace(real, codelists={**real.codelists, "source": sources})


def waiting() -> list[Indicator]:
    """The indicators of the local monitors that have no shipped figures."""
    described = Path(__file__).parent.parent / "data" / "catalogue" / "local"
    have = {path.stem for path in (described.parent.parent / "statbel_municipalities").glob("*.csv")}
    return [catalogue().indicators[path.stem] for path in sorted(described.glob("*.toml")) if path.stem not in have]


def answers(folder: Path, seed: int, codes: list[str]) -> Answers:
    """Publish figures of these municipalities and of the Flemish Region, and give what readers get."""
    store = Store(sqlite_url(folder / "any.sqlite"))
    store.prepare()
    chance = random.Random(seed)
    publish(store, *(each for one in waiting() for each in _figures(one, ["VLG", *codes], chance)))
    return Answers(store, catalogue())


def _figures(one: Indicator, codes: list[str], chance: random.Random) -> Iterator[Observation]:
    breakdowns = [{}] + [{each.id: code} for each in one.dimensions for code in _codes(each.id)]
    for code, period, breakdown in product(codes, PERIODS[one.period_kind], breakdowns):
        kind = chance.choice(KINDS)
        if kind != "absent":
            yield _figure(one, code, period, breakdown, kind, chance)


def _codes(dimension: str) -> list[str]:
    return list(catalogue().codelists[dimension].codes)[:3]


def _figure(
    one: Indicator, code: str, period: str, breakdown: dict[str, str], kind: str, chance: random.Random
) -> Observation:
    of = float(chance.choice((4, 25, 60, 800, 24_000)))
    count = {"few": min(of, 3.0), "none": 0.0, "every": of}.get(kind, float(chance.randint(0, int(of))))
    is_share = one.unit_measure == "percent"
    value = round(100 * count / of, 1) if is_share else count
    found = Observation(one.id, code, period, breakdown, value, one.unit_measure, "A", SOURCE.code, "Tabel 1")
    match kind:
        case "hidden":
            return replace(found, obs_value=None, obs_status="Q")
        case "range":
            return replace(found, obs_value=None, lower=value, upper=value + 2)
        case "bare":
            return replace(found, printed=f"{value}".replace(".", ","))
        case "sample":
            return replace(found, sample_size=of)
    derived = f"{count:.0f} ÷ {of:.0f} × 100"
    return replace(found, numerator=count, denominator=of, derivation=derived) if is_share else found


def faults(thing: object) -> set[str]:
    """All texts in a page as data that no reader should see."""
    if isinstance(thing, str):
        return {thing} if BAD.search(thing) and not thing.startswith("<svg") else set()
    if is_dataclass(thing):
        return set().union(*(faults(getattr(thing, one.name)) for one in fields(thing)))
    if isinstance(thing, dict):
        return faults(tuple(thing.values()))
    return set().union(*map(faults, thing)) if isinstance(thing, (list, tuple)) else set()
