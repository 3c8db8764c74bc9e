from dataclasses import replace
from pathlib import Path

import pytest
from local_made import GENT, catalogue, cell, local

from data.catalogue import Catalogue
from data.model import Dimension
from indicators.local import origin_gap
from indicators.local.origin_gap import LocalGap, local_gaps
from indicators.local.profile import Local

ORIGIN = Dimension("nationality", "Nationaliteit", "be", ordinal=False)


def by_group(indicator: str, counts: dict[str, tuple[int, int]], area: str = GENT) -> list:  # type: ignore[type-arg]
    """The group (of 100) and its reference (of 200) by year."""
    return [
        cell(indicator, area, count, of, year, breakdown={"nationality": group})
        for year, pair in counts.items()
        for group, count, of in (("non_eu", pair[0], 100), ("be", pair[1], 200))
    ]


def gaps(folder: Path, indicator: str, figures: list) -> list[LocalGap]:  # type: ignore[type-arg]
    made = local(folder, figures)
    known = dict(made.catalogue.indicators)
    known[indicator] = replace(known[indicator], dimensions=(ORIGIN,))
    snapshot = made.figures.snapshot
    return local_gaps(Local(snapshot, Catalogue(known, catalogue().codelists, catalogue().areas)), GENT)


def test_a_gap_is_told_with_its_margin_its_people_and_flanders(tmp_path: Path) -> None:
    """Work: 40 of 100 against 140 of 200 (70%): 30 points, 30 people."""
    flanders = by_group("work", {"2015": (50, 140)}, "VLG")
    (found,) = gaps(tmp_path, "work", [*by_group("work", {"2015": (40, 140)}), *flanders])

    assert found.size == "30,0 procentpunten"
    assert found.margin.startswith("onzekerheidsmarge: 18,")
    assert found.people == "Dat verschil staat voor 30 personen (tussen 19 en 41)."
    assert found.region == "Vlaams Gewest: 20,0 procentpunten"
    assert (found.sparkline, found.course, found.moved) == ("", "1 meting", "")


def test_three_measurements_tell_which_side_moved(tmp_path: Path) -> None:
    years = {"2013": (40, 140), "2014": (42, 140), "2015": (45, 136)}
    (found,) = gaps(tmp_path, "work", by_group("work", years))

    assert found.course == "van 30,0 procentpunten in 2013 naar 23,0 procentpunten in 2015"
    assert found.moved == (
        "Verandering van de kloof: −7,0 procentpunten, waarvan −5,0 door de groep en −2,0 door de vergelijkingsgroep."
    )


def test_where_lower_is_better_a_higher_share_is_the_disadvantage(tmp_path: Path) -> None:
    (found,) = gaps(tmp_path, "poverty", by_group("poverty", {"2015": (30, 20)}))

    assert found.size == "20,0 procentpunten"


def test_a_group_that_is_better_off_needs_no_people(tmp_path: Path) -> None:
    (found,) = gaps(tmp_path, "work", by_group("work", {"2015": (80, 140)}))

    assert found.people == "De groep is niet slechter af dan de vergelijkingsgroep."


@pytest.mark.parametrize("indicator", ["de_42"])
def test_an_indicator_without_a_verdict_has_no_gap(tmp_path: Path, indicator: str) -> None:
    assert gaps(tmp_path, indicator, by_group(indicator, {"2015": (30, 20)})) == []


def test_a_group_below_thirty_people_has_no_gap(tmp_path: Path) -> None:
    small = [
        cell("work", GENT, 5, 29, breakdown={"nationality": "non_eu"}),
        cell("work", GENT, 100, 200, breakdown={"nationality": "be"}),
    ]

    assert origin_gap.LEAST_PEOPLE == 30
    assert gaps(tmp_path, "work", small) == []
