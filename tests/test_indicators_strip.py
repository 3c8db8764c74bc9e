from typing import Any

import pytest
from annexed import described, number, view_of, view_with

from data.model import Observation
from indicators.strip import StripCell

WORK = described("employment_rate")
CHILDREN = described("children_mother_origin")


def cells(*observations: Observation, **query: object) -> tuple[StripCell, ...]:
    return view_with(WORK, *observations, **query).strip


def told(cell: StripCell) -> tuple[str, str, str]:
    return cell.label, cell.text, cell.below


@pytest.mark.parametrize(
    ("indicator", "told_cells"),
    [
        (
            "employment_rate",
            [
                ("2010, niet-EU-nationaliteit", "44%", "Vlaanderen"),
                ("Kloof", "29", "procentpunten lager dan bij personen met een Belgische of EU-nationaliteit"),
                ("Verandering", "Nog geen trend", "Er is maar één meting: 2010"),
            ],
        ),
        (
            "newcomers",
            [
                ("2010", "41.090", "personen, Vlaams Gewest"),
                ("Tegenover 2009", "+10.388", "+33,8%, was 30.702"),
                ("Sinds 2006", "+36,7%", "was 30.068"),
            ],
        ),
        (
            "children_mother_origin",
            [
                ("2010, moeder van niet-Belgische origine", "23,3%", "Vlaams Gewest, raming"),
                ("Tegenover 2009", "+1,6", "procentpunten, was 21,7%"),
                ("Sinds 2001", "+7,2", "procentpunten, was 16,1%"),
            ],
        ),
        (
            "unemployment_rate",
            [
                ("2010", "5 keer", "niet-EU-nationaliteit, verhouding tot de referentiegroep, Vlaanderen"),
                ("Kloof", "5 keer", "zoals de bron het zegt"),
                ("Verandering", "Nog geen trend", "Er is maar één meting: 2010"),
            ],
        ),
        (
            "social_position",
            [
                ("2010", "Geen waarde", "Waarde niet in de tekst"),
                ("Kloof", "Niet berekend", "Het cijfer van de andere groep staat niet in de bron"),
                ("Verandering", "Nog geen trend", "Er is geen meting in de tekst"),
            ],
        ),
    ],
)
def test_the_first_three_cells_tell_value_gap_and_change(indicator: str, told_cells: list[Any]) -> None:
    assert [told(cell) for cell in view_of(indicator).strip[:3]] == told_cells


def test_there_are_always_four_cells_and_one_without_a_number_says_why() -> None:
    for view in (view_of("employment_rate"), view_of("attitude_migrants"), view_with(WORK)):
        assert len(view.strip) == 4
        assert all(cell.text and cell.below for cell in view.strip)


def test_a_label_has_room_for_one_group_more_stand_below_the_number() -> None:
    assert told(view_of("school_delay").strip[0]) == (
        "Schooljaar 2009‑2010",
        "74%",
        "vreemde nationaliteit, 6de leerjaar, minstens 1 jaar vertraging, secundair onderwijs, gebied niet vermeld",
    )


def test_a_number_in_words_is_rounded_in_the_cell_and_quoted_below_it() -> None:
    assert told(view_of("jobseekers_origin_share").strip[0]) == (
        "2010, herkomst van buiten de EU",
        "ongeveer 20%",
        "Vlaanderen. De bron zegt “iets meer dan 1 op de 5”.",
    )


def test_one_percentage_point_is_singular() -> None:
    figures = [number(72.0, nationality="non_eu"), number(73.0, nationality="be_eu")]

    assert cells(*figures)[1].below.startswith("procentpunt lager dan")


def test_equal_numbers_are_no_gap_of_zero() -> None:
    figures = [number(73.0, nationality="non_eu"), number(73.0, nationality="be_eu")]

    assert told(cells(*figures)[1]) == ("Kloof", "Geen verschil", "met personen met een Belgische of EU-nationaliteit")


@pytest.mark.parametrize(
    ("indicator", "query", "why"),
    [
        ("asylum_applicants", {}, "Dit cijfer telt alle groepen samen"),
        ("special_education_share", {}, "Bij dit cijfer is er geen groep om mee te vergelijken"),
        ("higher_education_diplomas", {}, "Een verschil in aantal zegt alleen hoe groot de groepen zijn"),
        ("pupils_foreign_share", {}, "Dit is de groep waarmee we vergelijken"),
        (
            "employment_rate",
            {"uitsplitsing": "nationality-sex"},
            "Het cijfer van de andere groep staat niet in de bron",
        ),
    ],
)
def test_a_gap_that_is_not_computed_says_why(indicator: str, query: dict[str, object], why: str) -> None:
    assert told(view_of(indicator, **query).strip[1]) == ("Kloof", "Niet berekend", why)


def test_a_gap_that_the_source_prints_is_shown_only_for_its_own_group() -> None:
    gap = number(21.0, country_of_birth="non_eu", transformation="gap", unit_measure="percentage_points")
    born = [number(53.0, country_of_birth="non_eu"), gap]

    assert told(cells(*born)[1]) == ("Kloof", "21 procentpunten", "zoals de bron het zegt")
    assert cells(number(44.0, nationality="non_eu"), gap)[1].text == "Niet berekend"


def test_one_measurement_since_a_break_is_no_change() -> None:
    figures = [
        number(value, year, obs_status=status, ref_area="VLG", mother_origin="foreign")
        for year, value, status in (("2008", 20.5, "A"), ("2009", 21.7, "A"), ("2010", 23.3, "B"))
    ]

    assert told(view_with(CHILDREN, *figures).strip[2])[1:] == (
        "Nog geen trend",
        "Er is maar één meting met deze definitie: 2010",
    )


def test_a_projection_is_not_called_a_measurement() -> None:
    assert view_of("older_growth_projection").strip[2].below == "Er is maar één vooruitzicht: 2005 tot 2020"
    assert view_of("older_growth_projection").strip[0].below == "Vlaams Gewest, vooruitzicht"


def test_without_figures_three_cells_say_so_and_nothing_else() -> None:
    assert [told(one) for one in cells()[:3]] == [
        ("Waarde", "Geen waarde", "Er zijn geen cijfers"),
        ("Kloof", "Niet berekend", "Er zijn geen cijfers"),
        ("Verandering", "Nog geen trend", "Er zijn geen cijfers"),
    ]


def test_an_amount_has_its_unit_once() -> None:
    income = number(
        21032.0, "2024", indicator="median_income", unit_measure="euro", ref_area="BE", nationality="non_eu"
    )
    shown = view_with(described("median_income"), income)

    assert told(shown.strip[0]) == ("2024, niet-EU-nationaliteit", "21.032 euro", "België")
    assert shown.title.endswith("in België was 21.032 euro in 2024")
    assert shown.tables[0].caption == "Mediaan inkomen naar nationaliteit, in euro, België, 2024"
