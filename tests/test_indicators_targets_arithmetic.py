import pytest
from hypothesis import given
from hypothesis import strategies as st
from recomputed import Lines, status, value_of
from targeted import AFTER, BEFORE, from_year, judged, point, target

from indicators.targets.judge import Verdict
from indicators.targets.statuses import Status

EARLY_LEAVERS = judged(
    target("halving", "down", "4.25"),
    point(2008, 8.6),
    point(2017, 7, is_break=True),
    point(2020, 6.7, via_press=True),
    point(2021, 5.3, is_break=True),
    base=from_year(2008, "8.6"),
    published=AFTER,
    spans_breaks=True,
)
GROWTH = target("growth_per_year", "up", "1", unit_measure="percentage_points")


def test_every_step_is_written_in_dutch() -> None:
    assert EARLY_LEAVERS.lines == (
        "Begin: 8,6% in 2008 (afgeleid: staat niet in de tekst van het doel).",
        "Doel: hoogstens 4,25% in 2020.",
        "Meting: 6,7% in 2020 (via de pers).",
        "Vereist per jaar: (4,25 − 8,6) ÷ (2020 − 2008) = −0,3625 procentpunten.",
        "Werkelijk per jaar: (6,7 − 8,6) ÷ (2020 − 2008) = −0,1583 procentpunten.",
        "Deel van het vereiste tempo: −0,1583 ÷ (−0,3625) = 0,437.",
        "Afstand tot het doel: 6,7 − 4,25 = 2,45 procentpunten.",
        "Groeivoet vereist: (4,25 ÷ 8,6) ^ (1 ÷ (2020 − 2008)) − 1 = −0,05705 (dat is −5,7% per jaar).",
        "Groeivoet werkelijk: (6,7 ÷ 8,6) ^ (1 ÷ (2020 − 2008)) − 1 = −0,02059 (dat is −2,1% per jaar).",
        "Verhouding van de groeivoeten: −0,02059 ÷ (−0,05705) = 0,361.",
        "De reeks breekt tussen begin en meting. De tekst van het doel vergelijkt toch. Daarom wij ook.",
        "Oordeel: het doeljaar is voorbij, en 6,7 is niet hoogstens 4,25. Dus: Niet bereikt.",
    )


def test_one_measurement_gives_what_is_asked_and_the_reason() -> None:
    verdict = judged(GROWTH, point(2010, 44), base=from_year(2010), published=AFTER)

    assert verdict.lines == (
        "Begin: 44% in 2010 (afgeleid: staat niet in de tekst van het doel).",
        "Doel: minstens 1 procentpunt per jaar erbij, tot 2020.",
        "Vereist per jaar: 1 procentpunt. Dat staat in de tekst.",
        "Doelwaarde: 44 + 1 × (2020 − 2010) = 54%.",
        "Oordeel: Nog niet te beoordelen. Reden: Nog geen trend.",
    )


def test_the_limits_and_what_they_give_are_told() -> None:
    verdict = judged(GROWTH, point(2010, 44), point(2015, 47, lower=44, upper=50), base=from_year(2010))

    assert verdict.lines[-3:] == (
        "Marge, uit de grenzen van de metingen: √(3 ^ 2 + 0 ^ 2) = 3 procentpunten.",
        "De meting ligt tussen 44% en 50%. Bij 44%: Geen duidelijke verandering. Bij 50%: Op koers. "
        "Het oordeel is onbeslist.",
        "Oordeel: het deel 0,6 is minder dan 0,95. Dus: Te traag.",
    )


def test_a_zero_in_the_growth_rate_is_told() -> None:
    verdict = judged(target("level", "down", "0"), point(2010, 8), point(2015, 4))

    assert "De groeivoet kan niet met 0 rekenen. We nemen 0,001 in de plaats." in verdict.lines


CASES = {
    "early leavers": EARLY_LEAVERS,
    "on course": judged(target("level", "up", "54"), point(2010, 44), point(2015, 49)),
    "too slow": judged(target("level", "up", "70", deadline="2030"), point(2015, 60), point(2022, 64)),
    "ahead of a halving": judged(target("level", "down", "10", deadline="2030"), point(2015, 20), point(2022, 15)),
    "no clear change": judged(target("level", "up", "54"), point(2010, 44), point(2015, 44.6)),
    "away": judged(target("halving", "down", "4"), point(2009, 8), point(2019, 13.6), base=from_year(2009)),
    "reached": judged(target("level", "up", "54"), point(2010, 44), point(2015, 54.5)),
    "more than": judged(target("level", "up", "60", operator="more_than"), point(2020, 60), published=AFTER),
    "growth": judged(GROWTH, point(2010, 44), point(2015, 47)),
    "growth at the end": judged(GROWTH, point(2010, 44), point(2020, 54), published=AFTER),
    "growth not kept": judged(GROWTH, point(2010, 44), point(2020, 50), published=AFTER),
    "growth down": judged(
        target("growth_per_year", "down", "0.5", unit_measure="percentage_points", operator="at_least"),
        point(2010, 20),
        point(2015, 18),
    ),
    "per cent": judged(
        target("growth_per_year", "up", "1", deadline="", unit_measure="percent"), point(2010, 44), point(2013, 46)
    ),
    "limits": judged(target("level", "up", "54"), point(2010, 44), point(2015, 49, lower=44, upper=54)),
    "rank": judged(
        target("rank", "down", "5", unit_measure="rank"), point(2010, 9), point(2015, 7), unit_measure="rank"
    ),
    "proportion": judged(
        target("proportionality", "up", "1", unit_measure="times"),
        point(2010, 0.5),
        point(2015, 0.6),
        unit_measure="times",
    ),
    "gap": judged(
        target("gap", "down", "5", unit_measure="percentage_points"),
        point(2010, 29),
        point(2015, 27),
        unit_measure="percentage_points",
    ),
    "direction": judged(target("direction", "up"), point(2010, 20), point(2015, 23)),
    "direction at the end": judged(target("direction", "down"), point(2010, 20), point(2020, 23), published=AFTER),
    "count": judged(target("direction", "up"), point(2010, 1000), point(2015, 1010), unit_measure="persons"),
}
ALL = pytest.mark.parametrize("verdict", CASES.values(), ids=CASES)


@ALL
def test_the_status_follows_from_the_lines_alone(verdict: Verdict) -> None:
    assert status(verdict.lines) == str(verdict.status) == Lines(verdict.lines).told


@ALL
def test_every_sum_gives_what_stands_behind_it(verdict: Verdict) -> None:
    for sum_, result in Lines(verdict.lines).sums():
        assert value_of(sum_) == pytest.approx(result, rel=2e-3, abs=2e-4), sum_


VALUES = st.decimals(1, 99, places=1).map(float)
YEARS = st.integers(2001, 2024)


@given(
    kind=st.sampled_from(["level", "growth_per_year", "direction"]),
    direction=st.sampled_from(["up", "down"]),
    goal=st.integers(1, 99),
    start=VALUES,
    end=VALUES,
    year=YEARS,
    published=st.sampled_from([BEFORE, AFTER]),
)
def test_any_verdict_can_be_found_again_by_hand(kind, direction, goal, start, end, year, published) -> None:
    more = {"unit_measure": "percentage_points", "operator": "at_least"} if kind == "growth_per_year" else {}
    made = target(kind, direction, "" if kind == "direction" else str(goal), **more)

    verdict = judged(made, point(2000, start), point(year, end), base=from_year(2000), published=published)

    if verdict.is_assessed and not nearly_on_the_edge(verdict):
        assert status(verdict.lines) == str(verdict.status)


def nearly_on_the_edge(verdict: Verdict) -> bool:
    """A ratio that is printed as 0,95 but is a hair less cannot be told from 0,95 by hand."""
    ratio = verdict.numbers.ratio
    return ratio is not None and abs(ratio - 0.95) < 0.0006


def test_no_case_is_left_without_a_status() -> None:
    assert all(one.status is not Status.NOT_ASSESSED for one in CASES.values())
