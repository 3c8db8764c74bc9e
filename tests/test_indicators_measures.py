import pytest
from annexed import described, number, sectioned

from data.model import Observation
from indicators.measures import Gap, change, gap, gap_number, gaps, since_break

WORK = described("employment_rate")
GROUP = {"nationality": "non_eu"}
REFERENCE = {"nationality": "be_eu"}


def found(*observations: Observation) -> list[Gap]:
    return [one for section in sectioned(WORK, *observations) for one in gaps(section, WORK)]


def one_gap(group: float, reference: float, **more: str) -> Gap:
    return gap("nationality", number(group, **GROUP, **more), number(reference, **REFERENCE), WORK)


def test_a_gap_is_the_group_minus_its_reference_without_a_sign() -> None:
    (only,) = found(number(44.0, **GROUP), number(73.0, **REFERENCE))

    assert (only.size, only.direction, only.group.number, only.reference.number) == (29.0, "lager", 44.0, 73.0)


@pytest.mark.parametrize(
    ("group", "reference", "direction", "is_higher"),
    [(44.0, 73.0, "lager", False), (73.0, 44.0, "hoger", True), (8.0, 8.0, "gelijk", False)],
)
def test_the_direction_says_where_the_group_stands(
    group: float, reference: float, direction: str, is_higher: bool
) -> None:
    assert (one_gap(group, reference).direction, one_gap(group, reference).is_higher) == (direction, is_higher)


def test_visits_are_more_or_fewer_not_higher_or_lower() -> None:
    visits = described("gp_visits")
    group, reference = number(3.0, unit_measure="visits_per_year"), number(5.0, unit_measure="visits_per_year")

    assert gap("nationality", group, reference, visits).direction == "minder"
    assert gap("nationality", reference, group, visits).direction == "meer"


def test_a_gap_has_the_decimals_of_the_coarsest_of_its_two_numbers() -> None:
    fine, coarse = number(23.4, printed="23,4%", **GROUP), number(4.0, printed="4%", **REFERENCE)

    assert gap("nationality", fine, coarse, WORK).decimals == 0
    assert gap_number(gap("nationality", fine, coarse, WORK)) == "19"


def test_subtraction_shows_nothing_of_binary_numbers() -> None:
    assert one_gap(5.3, 4.3).size == 1.0
    assert one_gap(5.3, 4.3).is_clear


@pytest.mark.parametrize(
    ("group", "reference", "clear"), [(44.9, 44.0, False), (45.0, 44.0, True), (44.0, 44.0, False)]
)
def test_less_than_one_percentage_point_is_no_clear_difference(group: float, reference: float, clear: bool) -> None:
    assert one_gap(group, reference).is_clear is clear


@pytest.mark.parametrize(
    ("group", "reference", "text"), [(6.61, 6.49, "0,12"), (44.0, 73.0, "29"), (4.4, 4.0, "minder dan 1")]
)
def test_a_gap_that_would_round_to_nothing_says_so(group: float, reference: float, text: str) -> None:
    assert gap_number(one_gap(group, reference)) == text


def test_a_gap_of_a_number_that_the_source_rounds_in_words_is_rough() -> None:
    rough = one_gap(30.0, 73.0, qualifier="3 op de 10", printed="3 op de 10")

    assert (rough.is_rough, gap_number(rough)) == (True, "ongeveer 43")


def test_counts_have_no_gap() -> None:
    newcomers = described("newcomers")
    section = sectioned(newcomers, number(3.0, unit_measure="persons"))[0]

    assert gaps(section, newcomers) == []


def test_without_the_number_of_the_reference_group_there_is_no_gap() -> None:
    assert found(number(44.0, **GROUP)) == []
    assert found(number(44.0, **GROUP), number(None, **REFERENCE)) == []


def test_a_missing_number_or_a_range_gives_no_gap() -> None:
    limits = number(None, lower=5.0, upper=6.0, qualifier="tussen", printed="5 tot 6%", **GROUP)

    assert found(number(None, **GROUP), number(73.0, **REFERENCE)) == []
    assert found(limits, number(73.0, **REFERENCE)) == []


def test_women_are_compared_with_women() -> None:
    figures = [
        number(30.0, sex="f", **GROUP),
        number(65.0, sex="f", **REFERENCE),
        number(80.0, sex="m", **REFERENCE),
    ]

    assert [(one.size, one.reference.breakdown["sex"]) for one in found(*figures)] == [(35.0, "f")]


def test_only_numbers_of_the_same_area_and_period_are_compared() -> None:
    figures = [
        number(44.0, "2010", **GROUP),
        number(70.0, "2009", **REFERENCE),
        number(60.0, "2010", ref_area="BE", **REFERENCE),
    ]

    assert found(*figures) == []


def test_every_period_has_its_own_gap() -> None:
    figures = [number(value, year, **GROUP) for year, value in (("2009", 43.0), ("2010", 44.0))]
    figures += [number(value, year, **REFERENCE) for year, value in (("2009", 70.0), ("2010", 73.0))]

    assert [(one.group.time_period, one.size) for one in found(*figures)] == [("2009", 27.0), ("2010", 29.0)]


def test_a_change_is_the_last_number_minus_the_first() -> None:
    step = change(number(16.1, "2001"), number(23.3, "2010"), WORK)

    assert (step.absolute, step.relative, step.decimals) == (7.2, None, 1)


def test_only_a_count_changes_in_per_cent() -> None:
    newcomers = described("newcomers")
    step = change(number(30702.0, "2009", unit_measure="persons"), number(41090.0, unit_measure="persons"), newcomers)

    assert step.absolute == 10388.0
    assert step.relative == pytest.approx(33.8349, abs=1e-4)


def test_a_count_that_started_at_zero_has_no_change_in_per_cent() -> None:
    step = change(
        number(0.0, "2009", unit_measure="persons"), number(5.0, unit_measure="persons"), described("newcomers")
    )

    assert (step.absolute, step.relative, step.is_clear) == (5.0, None, True)


@pytest.mark.parametrize(
    ("indicator", "unit", "first", "last", "clear"),
    [
        ("employment_rate", "percent", 44.0, 44.9, False),
        ("employment_rate", "percent", 44.0, 45.0, True),
        ("newcomers", "persons", 1000.0, 1019.0, False),
        ("newcomers", "persons", 1000.0, 1020.0, True),
        ("attitude_migrants", "scale_1_5", 2.80, 2.81, True),
    ],
)
def test_a_small_change_is_not_called_a_rise(indicator: str, unit: str, first: float, last: float, clear: bool) -> None:
    before = number(first, "2009", unit_measure=unit, printed=f"{first:.2f}")
    after = number(last, "2010", unit_measure=unit, printed=f"{last:.2f}")

    assert change(before, after, described(indicator)).is_clear is clear


def test_nothing_is_compared_over_a_break() -> None:
    figures = [number(1.0, "2006"), number(2.0, "2007"), number(7.0, "2008", obs_status="B"), number(8.0, "2009")]
    series = sectioned(WORK, *figures)[0].series[0]

    assert [one.number for one in since_break(series)] == [7.0, 8.0]


def test_a_break_at_the_first_measurement_hides_nothing() -> None:
    series = sectioned(WORK, number(1.0, "2006", obs_status="B"), number(2.0, "2007"))[0].series[0]

    assert [one.number for one in since_break(series)] == [1.0, 2.0]
