from pathlib import Path

import pytest
from made import change, make_home

from data.catalogue import read_catalogue
from data.errors import CatalogueError
from data.observations import read_folder

HEADER = "ref_area,time_period,sex"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return make_home(tmp_path / "data")


def refusal(home: Path) -> CatalogueError:
    with pytest.raises(CatalogueError) as caught:
        read_folder(home / "annex", read_catalogue(home))
    return caught.value


def test_a_row_becomes_an_observation(home: Path) -> None:
    first, _, gap = read_folder(home / "annex", read_catalogue(home))

    assert (first.indicator, first.ref_area, first.time_period, first.breakdown) == (
        "work",
        "VLG",
        "2010",
        {"sex": "m"},
    )
    assert (first.obs_value, first.printed, first.lower, first.note) == (70.5, "70,5", None, "")
    assert gap.breakdown == {"sex": "f", "transformation": "gap"}


def test_an_empty_dimension_means_the_total(home: Path) -> None:
    change(home / "annex" / "work.csv", "VLG,2010,m,,70.5", "VLG,2010,,,70.5")

    assert read_folder(home / "annex", read_catalogue(home))[0].breakdown == {}


def test_area_and_period_may_be_empty_where_the_source_states_none(home: Path) -> None:
    change(home / "annex" / "work.csv", "VLG,2010,m", ",,m")

    first = read_folder(home / "annex", read_catalogue(home))[0]

    assert (first.ref_area, first.time_period) == ("", "")


def test_two_limits_are_a_value(home: Path) -> None:
    change(
        home / "annex" / "work.csv", 'm,,70.5,percent,A,bron_a,Figuur 1,"70,5",,', "m,,,percent,A,bron_a,Figuur 1,x,1,2"
    )

    first = read_folder(home / "annex", read_catalogue(home))[0]

    assert (first.obs_value, first.lower, first.upper, first.is_range) == (None, 1, 2, True)


def test_a_missing_value_has_a_status_that_says_why(home: Path) -> None:
    change(home / "annex" / "work.csv", 'm,,70.5,percent,A,bron_a,Figuur 1,"70,5"', "m,,,percent,O,bron_a,Figuur 1,")

    first = read_folder(home / "annex", read_catalogue(home))[0]

    assert (first.obs_value, first.obs_status) == (None, "O")


@pytest.mark.parametrize(
    ("old", "new", "line", "found"),
    [
        (HEADER, "ref_area,time_period,gender", 1, "onbekende kolom “gender”"),
        (",source_ref", ",source_reff", 1, "onbekende kolom “source_reff”"),
        (",lower,upper", ",upper,upper", 1, "twee kolommen met dezelfde naam"),
        (",obs_status,", ",note,", 1, "kolom “obs_status” ontbreekt"),
        ("m,,70.5,", "m,,zeventig,", 2, "“zeventig” in kolom obs_value"),
        ("m,,70.5,", 'm,,"70,5",', 2, "“70,5” in kolom obs_value"),
        ("m,,70.5,", "m,,70%,", 2, "“70%” in kolom obs_value"),
        ("m,,70.5,", "m,,nan,", 2, "“nan” in kolom obs_value"),
        ("m,,70.5,", "m,,inf,", 2, "“inf” in kolom obs_value"),
        ("m,,70.5,", "m,,7_0,", 2, "“7_0” in kolom obs_value"),
        ("m,,70.5,", "m,,7e1,", 2, "“7e1” in kolom obs_value"),
        ("m,,70.5,", "m,, 70.5,", 2, "“ 70.5” in kolom obs_value"),
        ('"70,5",,', '"70,5",laag,', 2, "“laag” in kolom lower"),
        ("70.5,percent,", "70.5,,", 2, "“” in kolom unit_measure"),
        ("70.5,percent,", "70.5,miles,", 2, "“miles” in kolom unit_measure"),
        ("70.5,percent,", "70.5,persons,", 2, "eenheid “persons”"),
        ("70.5,percent,A", "70.5,percent,", 2, "“” in kolom obs_status"),
        ("70.5,percent,A", "70.5,percent,O", 2, "status O bij 70.5"),
        ("70.5,percent,A", ",percent,A", 2, "status A bij None"),
        ('70.5,percent,A,bron_a,Figuur 1,"70,5",,', ',percent,A,bron_a,Figuur 1,"70,5",1,', 2, "status A bij None"),
        ("70.5,percent,A,bron_a", "70.5,percent,A,bron_c", 2, "“bron_c” in kolom source"),
        ("70.5,percent,A,bron_a,Figuur 1", "70.5,percent,A,bron_a,", 2, "een leeg veld in kolom source_ref"),
        ("VLG,2010,m", "ZZ,2010,m", 2, "“ZZ” in kolom ref_area"),
        ("VLG,2010,m", "VLG,2010,x", 2, "“x” in kolom sex"),
        ("10.5,percentage_points", "10.5,miles", 4, "“miles” in kolom unit_measure"),
        ('"70,5",,,1', ",,,1", 2, "een getal zonder herkomst"),
        ("VLG,2010,m", "VLG,2010,f", 3, "dezelfde sleutel als "),
        ('"70,5",,,1', '"70,5",,,1,9', 2, "te veel of te weinig velden"),
        ('"70,5",,,1', '"70,5",,', 2, "te veel of te weinig velden"),
        ('"70,5",,,1', '"70,5,,,1', 4, "geen geldige CSV"),
    ],
)
def test_a_mistake_is_refused_with_file_and_line(home: Path, old: str, new: str, line: int, found: str) -> None:
    path = home / "annex" / "work.csv"
    change(path, old, new)

    error = refusal(home)

    assert error.where == f"{path}, regel {line}"
    assert error.found.startswith(found)


def test_a_number_of_our_own_has_its_sum_for_its_origin(home: Path) -> None:
    change(home / "annex" / "work.csv", ",printed,lower", ",printed,derivation")
    change(home / "annex" / "work.csv", '"70,5",,,1', ",60 + 10.5,,1")

    assert read_folder(home / "annex", read_catalogue(home))[0].derivation == "60 + 10.5"


def test_a_number_about_the_figures_may_have_another_unit(home: Path) -> None:
    gap = read_folder(home / "annex", read_catalogue(home))[2]

    assert (gap.is_level, gap.unit_measure) == (False, "percentage_points")


def test_a_file_without_an_indicator_is_refused(home: Path) -> None:
    (home / "annex" / "play.csv").write_text("x\n", encoding="utf-8")

    assert refusal(home).found == "een bestand zonder indicator"


def test_a_folder_without_figures_is_refused(home: Path) -> None:
    (home / "annex" / "work.csv").rename(home / "annex" / "not_figures.csv")

    assert refusal(home).where == str(home / "annex")


def test_the_list_of_numbers_that_are_no_figures_is_not_read(home: Path) -> None:
    (home / "annex" / "not_figures.csv").write_text("anything\n", encoding="utf-8")

    assert len(read_folder(home / "annex", read_catalogue(home))) == 3
