from pathlib import Path

import pytest
from local_made import ANTWERPEN, GENT, catalogue, cell, everywhere, local

from indicators.local.figures import Line, interval_of
from indicators.local.lookup import Lookup

WORK = Line("work")


def test_all_flemish_municipalities_of_a_period_are_read_and_no_others(tmp_path: Path) -> None:
    figures = [*everywhere("work"), *everywhere("work", period="2014"), cell("work", "21004", 1, 2)]
    across = local(tmp_path, figures).figures.across(WORK, "2015")

    assert len(across.values) == 285
    assert {"21004", "VLG"}.isdisjoint(across.values)


def test_figures_from_before_a_merger_are_summed(tmp_path: Path) -> None:
    """Antwerpen and Borsbeek: 30 of 100 and 10 of 100."""
    figures = local(tmp_path, [cell("work", "11002", 30, 100), cell("work", "11007", 10, 100)]).figures

    assert figures.across(WORK, "2015").values == {ANTWERPEN: 20.0}
    assert [one.number for one in figures.own(ANTWERPEN, (WORK,))[WORK]] == [20.0]


def test_a_code_that_stayed_through_a_merger_is_read_in_the_geography_of_its_file(tmp_path: Path) -> None:
    """A file with all codes of 2025 gives Antwerpen with Borsbeek, whatever its period."""
    figures = local(tmp_path, everywhere("work", {ANTWERPEN: 30})).figures

    assert [one.number for one in figures.own(ANTWERPEN, (WORK,))[WORK]] == [30.0]


def test_an_interval_comes_from_the_source_before_the_sample_before_the_counts() -> None:
    counted = cell("work", GENT, 10, 50)
    given, sampled, uncounted = (
        cell("work", GENT, 10, 50, **changes)
        for changes in ({"lower": 1.0, "upper": 2.0}, {"sample_size": 100.0}, {"numerator": None, "denominator": None})
    )
    limits = [(round(one.lower, 2), round(one.upper, 2)) for one in map(interval_of, (counted, given)) if one]

    assert limits == [(11.24, 33.04), (1.0, 2.0)]
    assert interval_of(sampled) != interval_of(counted)
    assert interval_of(uncounted) is None


@pytest.mark.parametrize(
    ("query", "title", "became"),
    [
        ("gent", "Gent", ""),
        ("44021", "Gent", ""),
        ("kruib", "Beveren-Kruibeke-Zwijndrecht", ""),
        ("Borsbeek", "Borsbeek", "hoort sinds 1 januari 2025 bij Antwerpen"),
        ("Gnet", "Gent", ""),
    ],
)
def test_a_municipality_of_today_or_a_former_one_is_found(query: str, title: str, became: str) -> None:
    found = Lookup(catalogue()).search(query)

    assert (title, became) in [(one.title, one.became) for one in found]


def test_the_provinces_list_285_municipalities() -> None:
    listed = Lookup(catalogue()).by_province()

    assert len(listed) == 5
    assert sum(len(members) for _, members in listed) == 285
