"""What is told about a chart: its axes, its title and its text alternative."""

import pytest
from annexed import catalogue, described, drawn, layout, number, traces, view_of, view_with
from panels_drawn import WORK

from indicators.panels.panel import Wording


# Axes
def test_scores_are_drawn_on_their_full_scale_as_line_and_as_dots() -> None:
    score = described("attitude_migrants")
    figures = [number(2.8, year, unit_measure="scale_1_5", ref_area="VLG+BHG") for year in ("2002", "2004", "2008")]
    (line,), (dots,) = drawn(score, *figures), drawn(score, figures[0])

    assert layout(line)["yaxis"]["range"] == [1.0, 5.0]
    assert layout(dots)["xaxis"]["tickvals"] == [1, 2, 3, 4, 5]
    assert traces(dots)[0]["x"][0] == 1.0
    assert dots.subtitle == "Score (1 tot 5). De as loopt van 1 tot 5."


def test_growth_is_not_called_a_share() -> None:
    assert view_of("older_growth_projection").panels[0].subtitle.startswith("In %. ")


def test_values_that_are_not_in_the_text_give_a_sentence_and_no_chart() -> None:
    for indicator in ("attitude_migrants", "integration_programmes", "social_position"):
        shown = view_of(indicator)

        assert shown.panels == ()
        assert shown.no_chart == "De waarden staan niet in de tekst van de bron. We tekenen geen lege grafiek."


@pytest.mark.parametrize(
    ("indicator", "query", "told"),
    [
        ("unemployment_rate", {}, "De bron geeft alleen een vergelijking"),
        ("removals", {}, "Er is maar één cijfer."),
        ("asylum_applicants", {}, "Deze cijfers staan beter in een tabel"),
        (
            "employment_rate",
            {"weergave": "kloof", "uitsplitsing": "nationality-sex"},
            "geen cijfer van de vergelijkingsgroep",
        ),
        (
            "newcomers",
            {"jaar": "2010", "uitsplitsing": "age"},
            "Voor deze keuze zijn er geen cijfers. Er zijn wel cijfers voor 2006, 2007, 2008, 2009 en 2010.",
        ),
    ],
)
def test_a_view_without_chart_says_why(indicator: str, query: dict[str, object], told: str) -> None:
    assert told in view_of(indicator, **query).no_chart


def test_a_choice_without_figures_has_a_title_and_no_table() -> None:
    shown = view_of("newcomers", jaar="2010", uitsplitsing="age")

    assert (shown.title, shown.tables) == ("Hoeveel nieuwkomers zijn er?", ())
    assert shown.subtitle.startswith("Nieuwkomers. Voor deze keuze zijn er geen cijfers.")


# Texts
def test_a_text_alternative_says_what_where_and_when_and_the_numbers_in_the_order_of_the_chart() -> None:
    assert view_of("poverty_risk").panels[0].description == (
        "Puntgrafiek. Armoederisico, gebied niet vermeld, 2001. Belgische herkomst: 10%; Turkse herkomst: 59%; "
        "Marokkaanse herkomst: 56%; niet-Europese herkomst: 30%; Italiaanse herkomst: 21%; Europese herkomst: 15%. "
        "De tabel onder de grafiek bevat alle cijfers."
    )


def test_a_text_alternative_tells_what_a_heading_tells() -> None:
    assert "Turkse herkomst, zelden of nooit, met de kinderen: 63%" in view_of("dutch_use").panels[0].description


def test_what_is_left_out_of_a_text_alternative_is_counted() -> None:
    wording = Wording(WORK, catalogue())
    told = [f"groep {place}: 10%" for place in range(30)]

    assert "; groep 15: 10%. En nog 14 cijfers. " in wording.description("Puntgrafiek", "Werk", "België, 2010", told)
    assert "En nog 1 cijfer. " in wording.description("Puntgrafiek", "Werk", "België, 2010", told[:17])


def test_two_dimensions_with_a_gap_are_compared_in_the_title() -> None:
    assert view_of("employment_rate").panels[0].title == "De kloof is groter naar nationaliteit dan naar geboorteland"


def test_two_equal_gaps_are_called_even_large() -> None:
    figures = [
        number(44.0, nationality="non_eu"),
        number(73.0, nationality="be_eu"),
        number(45.0, country_of_birth="non_eu"),
        number(74.0, country_of_birth="be"),
    ]

    assert (
        view_with(WORK, *figures).panels[0].title == "De kloof is even groot naar nationaliteit als naar geboorteland"
    )


def test_no_sentence_compares_the_gaps_of_two_dimensions_where_one_has_several_groups() -> None:
    figures = [number(value, nationality=code) for code, value in (("be_eu", 70.0), ("eu", 60.0), ("non_eu", 50.0))]
    figures += [number(value, country_of_birth=code) for code, value in (("be", 70.0), ("non_eu", 60.0))]

    assert view_with(WORK, *figures).panels[0].title == WORK.question
