"""SDMX-CSV 2.0: the columns of the standard in its order and with its names, and its codes where nothing is stated."""

import csv
import io

import pytest
from annexed import catalogue, described, newest_shelf, number

from data.export import FORMULA_STARTS
from data.model import Observation
from data.sdmx import MEASURE_AND_ATTRIBUTES, to_sdmx_csv


def rows(indicator: str, *observations: Observation) -> list[dict[str, str]]:
    text = "".join(to_sdmx_csv(described(indicator), observations))
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def row(**more: object) -> dict[str, str]:
    (found,) = rows("employment_rate", number(44.0, **more))  # type: ignore[arg-type]
    return found


def test_the_columns_are_those_of_the_standard_then_the_dimensions_then_measure_and_attributes() -> None:
    head, *_ = to_sdmx_csv(described("employment_rate"), [])

    assert head == (
        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,INDICATOR,REF_AREA,TIME_PERIOD,NATIONALITY,COUNTRY_OF_BIRTH,SEX,"
        "OBS_VALUE,UNIT_MEASURE,OBS_STATUS,QUALIFIER,NUMERATOR,DENOMINATOR,SAMPLE_SIZE,LOWER,UPPER,SOURCE,SOURCE_REF,"
        "PRINTED,DERIVATION,NOTE,REVISION\n"
    )


def test_every_field_of_an_observation_has_a_column() -> None:
    leading = {"indicator", "ref_area", "time_period", "breakdown"}

    assert leading | set(MEASURE_AND_ATTRIBUTES) == set(Observation.__dataclass_fields__)


def test_a_row_names_its_structure_and_what_to_do_with_it() -> None:
    found = row(nationality="non_eu")

    assert (found["STRUCTURE"], found["STRUCTURE_ID"], found["ACTION"]) == ("dataflow", "IIC:EMPLOYMENT_RATE(1.0)", "I")
    assert (found["INDICATOR"], found["REF_AREA"], found["OBS_VALUE"]) == ("employment_rate", "VL", "44")


def test_an_absent_dimension_is_the_total() -> None:
    found = row(nationality="non_eu")

    assert (found["NATIONALITY"], found["COUNTRY_OF_BIRTH"], found["SEX"]) == ("non_eu", "_T", "_T")


@pytest.mark.parametrize(
    ("time_period", "freq", "written"),
    [
        ("2010", "A", "2010"),
        ("2009-2010", "A", "2009-2010"),
        ("2011-06", "M", "2011-06"),
        ("2010-01-01", "D", "2010-01-01"),
        ("", "_U", "_U"),
    ],
)
def test_the_frequency_follows_from_the_period(time_period: str, freq: str, written: str) -> None:
    found = row(time_period=time_period)

    assert (found["FREQ"], found["TIME_PERIOD"]) == (freq, written)


def test_an_area_that_the_source_does_not_state_does_not_apply() -> None:
    assert row(ref_area="")["REF_AREA"] == "_Z"


def test_what_the_source_prints_about_its_figures_has_a_column_of_its_own() -> None:
    about, figure = rows("employment_rate", number(29.0, nationality="non_eu", transformation="gap"), number(44.0))

    assert (about["TRANSFORMATION"], figure["TRANSFORMATION"]) == ("gap", "_T")


def test_a_missing_number_is_an_empty_cell_with_a_status() -> None:
    (found,) = rows("employment_rate", number(None))

    assert (found["OBS_VALUE"], found["OBS_STATUS"]) == ("", "O")


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", 'twee\rregels, en "meer"'])
def test_text_stays_text_in_one_cell(text: str) -> None:
    found = row(note=text)["NOTE"]

    assert found.removeprefix("'") == text
    assert not found.startswith(FORMULA_STARTS)


def test_all_that_is_shipped_can_be_written_and_no_two_rows_have_the_same_key() -> None:
    for name in catalogue().indicators:
        held = newest_shelf().observations(name)
        written = rows(name, *held)
        values = [tuple(value for key, value in one.items() if key != "OBS_VALUE") for one in written]

        assert len(written) == len(set(values)) == len(held)
