import re
from dataclasses import asdict
from typing import Any

import pytest
from annexed import catalogue, described, drawn, layout, newest_shelf, number, traces, view_of, view_with

from data.model import Observation
from indicators.panels.panel import Panel, Wording

WORK = described("employment_rate")
NEWCOMERS = described("newcomers")


def row_names(panel: Panel) -> list[str]:
    return [one["text"].replace("<br>", " ") for one in layout(panel)["annotations"]]


def marks(panel: Panel) -> dict[float, str]:
    """The drawn marks: value and symbol."""
    drawn_ = [one for one in traces(panel) if one["mode"] == "markers+text"]
    return {x: symbol for one in drawn_ for x, symbol in zip(one["x"], one["marker"]["symbol"], strict=True)}


def labels(panel: Panel) -> list[str]:
    found = [text for one in traces(panel) for text in one.get("text", [])]
    return [re.sub("<[^>]+>", " ", text).replace("\u00a0", "").strip() for text in found if text]


def persons(value: float, time_period: str = "2010", **more: Any) -> Observation:
    return number(value, time_period, unit_measure="persons", ref_area=more.pop("ref_area", "VLG"), **more)


# One moment


def test_two_groups_at_one_moment_are_one_row_with_two_symbols() -> None:
    (panel,) = drawn(WORK, number(44.0, nationality="non_eu"), number(73.0, nationality="be_eu"))

    assert row_names(panel) == ["Naar nationaliteit"]
    assert marks(panel) == {73.0: "circle", 44.0: "diamond"}
    assert panel.legend == (("be", "Belgische of EU-nationaliteit"), ("non_eu", "niet-EU-nationaliteit"))


def test_one_group_at_one_moment_is_a_dot() -> None:
    (panel,) = drawn(WORK, number(44.0, nationality="non_eu"))

    assert (row_names(panel), marks(panel)) == (["Niet-EU-nationaliteit"], {44.0: "diamond"})


def test_many_groups_stand_from_high_to_low_below_their_reference() -> None:
    (panel,) = view_of("home_ownership", uitsplitsing="nationality").panels

    assert row_names(panel) == [
        "Belgische nationaliteit",
        "Turkije",
        "Zuid-Europese nationaliteit",
        "Noordwest-Europese nationaliteit",
        "Niet-Europese nationaliteit",
        "Oost-Europese nationaliteit",
        "Marokko",
    ]


def test_two_years_are_one_row_that_names_both() -> None:
    (panel,) = drawn(WORK, number(42.0, "2008"), number(44.0, "2010"))

    assert row_names(panel) == ["Totaal, 2008 en 2010"]
    assert marks(panel) == {42.0: "circle", 44.0: "circle"}


def test_a_count_of_two_years_is_a_dumbbell_too() -> None:
    (panel,) = drawn(NEWCOMERS, persons(30702.0, "2009"), persons(41090.0, "2010"))

    assert (row_names(panel), labels(panel)) == (["Totaal, 2009 en 2010"], ["30.702", "41.090"])


def test_sections_in_one_chart_stand_under_headings_with_their_own_area_and_period() -> None:
    (panel,) = view_of("jobseekers_dutch_share").panels

    assert row_names(panel) == [
        "<b>Naar kennis van het Nederlands, Vlaanderen, juni 2011</b>",
        "Weinig of geen Nederlands",
        "<b>Naar moedertaal, gebied niet vermeld, december 2009</b>",
        "Andere moedertaal dan het Nederlands",
    ]


def test_two_marks_of_other_periods_are_told_apart_in_words() -> None:
    (panel,) = view_of("higher_education_share").panels

    assert panel.notes == (
        "De twee groepen zijn niet in dezelfde periode gemeten "
        "(instroom: academiejaar 2009‑2010; diploma's: academiejaar 2008‑2009).",
    )


def test_a_range_is_drawn_from_limit_to_limit_and_told_in_its_name() -> None:
    limits = number(None, lower=5.0, upper=6.0, qualifier="tussen", printed="tussen 5 en 6%", nationality="non_eu")
    (panel,) = drawn(WORK, limits)

    assert row_names(panel) == ["Niet-EU-nationaliteit: 5 tot 6%"]
    assert marks(panel) == {5.0: "diamond-open", 6.0: "diamond-open"}
    assert panel.subtitle.endswith("Open symbool: grens van een interval.")


def test_a_missing_number_is_told_in_its_row() -> None:
    (panel,) = drawn(
        described("home_ownership"),
        *(
            number(value, "", ref_area="", nationality=code)
            for code, value in {"be": 78.0, "tr": 71.0, "ma": None}.items()
        ),
    )

    assert row_names(panel)[-1] == "Marokko: waarde niet in de tekst"


# Time


def test_three_years_make_a_line() -> None:
    (panel,) = drawn(WORK, number(42.0, "2008"), number(43.0, "2009"), number(44.0, "2010"))

    assert traces(panel)[0]["mode"] == "lines+markers+text"
    assert traces(panel)[0]["x"] == [2008.0, 2009.0, 2010.0]
    assert panel.description.startswith("Lijngrafiek. Werkzaamheidsgraad, Vlaanderen, 2008 tot 2010. ")


def test_a_series_too_short_for_a_line_is_told_in_a_note() -> None:
    (panel, *_rest) = view_of("children_mother_origin").panels

    assert panel.notes == (
        "Niet als lijn getekend, want minder dan 3 metingen: moeder van Marokkaanse origine: 5,2% in 2010; "
        "moeder van Turkse origine: 3,1% in 2010; moeder van Nederlandse origine: 1,9% in 2010.",
    )


def test_numbers_without_a_year_make_no_line() -> None:
    panels = drawn(WORK, number(42.0, ""), number(43.0, "2009"), number(44.0, "2010"))

    assert [one.description.split(".")[0] for one in panels] == ["Puntgrafiek"]


@pytest.mark.parametrize(
    ("years", "note"),
    [
        (("2002", "2004", "2008"), "Geen meting in 2003 en 2005 tot 2007."),
        (("2006", "2008", "2010"), "Geen meting in 2007 en 2009."),
        (("2002", "2006", "2009"), "Geen meting in 2003 tot 2005, 2007 en 2008."),
        (("2006", "2007", "2008"), ""),
    ],
)
def test_years_without_a_measurement_are_named(years: tuple[str, ...], note: str) -> None:
    (panel,) = drawn(WORK, *(number(40.0 + place, year) for place, year in enumerate(years)))

    assert panel.notes == ((note,) if note else ())


def test_a_skipped_school_year_has_both_its_years() -> None:
    grades = described("grade_repetition")
    years = ("2006-2007", "2007-2008", "2009-2010")
    (panel,) = drawn(grades, *(number(7.0, year, ref_area="", nationality="foreign") for year in years))

    assert panel.notes == ("Geen meting in 2008‑2009.",)


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ((40.0, 41.0, 45.0), "In 2010 is de stijging het grootst: naar 45%"),
        ((40.0, 41.0, 35.0), "In 2010 is de daling het grootst: naar 35%"),
        ((40.0, 45.0, 44.0), "Het hoogst in 2009, het laagst in 2008"),
        ((40.0, 40.0, 40.0), "Hoeveel personen hebben werk?"),
    ],
)
def test_the_title_of_a_line_says_what_is_special(values: tuple[float, ...], title: str) -> None:
    (panel,) = drawn(WORK, *(number(value, str(2008 + place)) for place, value in enumerate(values)))

    assert panel.title == title


def test_the_title_of_a_line_compares_nothing_over_a_break() -> None:
    figures = [number(10.0, "2007"), number(40.0, "2008", obs_status="B"), number(43.0, "2009"), number(44.0, "2010")]

    assert drawn(WORK, *figures)[0].title == "Het hoogst in 2010, het laagst in 2008"


def test_the_estimate_for_2010_is_open_its_segment_dashed_and_its_label_says_so() -> None:
    firm, last = traces(view_of("children_mother_origin").panels[0])

    assert (firm["x"][-1], set(firm["marker"]["symbol"]), firm["line"]["dash"]) == (2009.0, {"square"}, "solid")
    assert (last["x"], last["marker"]["symbol"][-1], last["line"]["dash"]) == ([2009.0, 2010.0], "square-open", "dot")
    assert "23,3% (raming)" in last["text"][-1]


def test_of_several_series_over_time_one_is_large_and_the_others_are_small() -> None:
    shown = view_of("newcomers_profile")

    assert [one.title for one in shown.panels] == ["Naar nationaliteit"]
    assert [one.title for one in shown.multiples] == ["Naar doelgroep", "Naar geslacht", "Naar leeftijd", "Nieuwkomers"]


def test_a_choice_of_years_narrows_the_small_drawings_too() -> None:
    assert view_of("newcomers", jaar="2009..2010").multiples == ()
    assert [one.items[0].change for one in view_of("newcomers", jaar="2008..2010").multiples] == [
        "+2,3 procentpunten sinds 2008",
        "+16,9 procentpunten sinds 2008",
        "−2,8 procentpunten sinds 2008",
        "+1,0 procentpunten sinds 2008",
    ]


# Open symbols


@pytest.mark.parametrize(
    ("changes", "label", "reason"),
    [
        ({"printed": "", "derivation": "44 + 29"}, "73% (afgeleid)", "afgeleid cijfer"),
        ({"qualifier": "bijna"}, "bijna 73%", "in woorden afgerond cijfer"),
        ({"qualifier": "7 op de 10"}, "ongeveer 73%", "in woorden afgerond cijfer"),
        ({"obs_status": "E"}, "73% (raming)", "raming"),
        ({"obs_status": "P"}, "73% (voorlopig)", "voorlopig cijfer"),
        ({"obs_status": "F"}, "73% (vooruitzicht)", "vooruitzicht"),
    ],
)
def test_a_number_that_is_no_plain_measurement_has_an_open_symbol_a_label_and_a_reason(
    changes: dict[str, str], label: str, reason: str
) -> None:
    (panel,) = drawn(WORK, number(73.0, nationality="be_eu", **changes))

    assert marks(panel) == {73.0: "circle-open"}
    assert labels(panel) == [label]
    assert panel.subtitle == f"Aandeel in %. De as begint bij nul. Open symbool: {reason}."


def test_an_earlier_open_number_on_a_row_is_explained_too() -> None:
    panel = view_of("deprivation_index").panels[0]

    assert "Open symbool: afgeleid cijfer." in panel.subtitle
    assert marks(panel)[8.2] == "circle-open"


def test_the_annex_figure_of_work_shows_derived_and_rounded_numbers_open() -> None:
    assert marks(view_of("employment_rate").panels[0]) == {
        73.0: "circle-open",
        74.0: "circle-open",
        44.0: "diamond",
        53.0: "diamond",
        30.0: "diamond-open",
    }


# Counts


def test_counts_are_bars_from_the_largest_to_the_smallest() -> None:
    (panel,) = view_of("foreign_nationals").panels

    assert (traces(panel)[0]["type"], traces(panel)[0]["x"]) == ("bar", [1057666.0, 399433.0])


def test_a_count_that_dwarfs_the_others_is_told_in_words() -> None:
    (panel,) = view_of("disability_recognised").panels

    assert panel.notes == ("Niet getekend, want veel groter dan de andere: Belgische nationaliteit (120.413).",)
    assert traces(panel)[0]["x"][:2] == [867.0, 410.0]
    assert "Belgische nationaliteit: 120.413" in panel.description


def test_a_subtotal_is_no_bar_beside_its_parts() -> None:
    (panel,) = view_of("care_users").panels

    assert 28721.0 not in traces(panel)[0]["x"]
    assert 1233.0 not in traces(panel)[0]["x"]
    assert traces(panel)[0]["x"][:3] == [675.0, 558.0, 160.0]


def test_bars_of_one_group_say_in_their_title_of_which() -> None:
    (panel,) = view_of("migrant_associations").panels

    assert panel.title == "Naar vereniging (kolom 7)"
    assert row_names(panel)[0] == "Internationaal Comité (IC)"


def test_a_range_among_counts_has_no_bar() -> None:
    counts = described("foreign_nationals")
    limits = persons(0.0, age="65+")
    figures = [persons(5.0, age="0-11"), persons(3.0, age="18-64")]
    figures.append(Observation(**{**asdict(limits), "obs_value": None, "lower": 1.0, "upper": 2.0}))

    assert traces(drawn(counts, *figures)[0])[0]["x"] == [5.0, 3.0]


def test_one_count_is_no_chart() -> None:
    assert drawn(NEWCOMERS, persons(41090.0)) == []


# Parts


def test_school_delay_is_stacked_per_group_on_one_axis() -> None:
    belgian, foreign, _rest = view_of("school_delay").panels

    assert (belgian.title, foreign.title) == (
        "Leerlingen met de Belgische nationaliteit",
        "Leerlingen met een vreemde nationaliteit",
    )
    assert [one["x"][-1] for one in traces(foreign)] == [37.65, 22.89, 13.2]
    assert [one["x"][0] for one in traces(belgian)] == [17.33, 1.45, 0.07]
    assert layout(belgian)["xaxis"]["range"] == layout(foreign)["xaxis"]["range"]
    assert [name for _, name in foreign.legend] == ["1 jaar", "2 jaar", "meer dan 2 jaar"]


def test_codes_that_overlap_the_parts_are_drawn_apart() -> None:
    rest = view_of("school_delay").panels[2]

    assert rest.title == "Andere cijfers"
    assert {74.0, 34.0, 41.0, 13.0} <= set(marks(rest))


def test_a_stack_wants_every_part_a_group_and_at_most_three_steps() -> None:
    delay = described("school_delay")
    parts = [
        number(value, nationality="be", school_year=year, delay=code)
        for year in "12"
        for code, value in (("1", 17.0), ("2", 1.0))
    ]
    without_one = [*parts[:3], number(None, nationality="be", school_year="2", delay="2")]
    without_group = [
        number(one.number, **{key: code for key, code in one.breakdown.items() if key != "nationality"})
        for one in parts
    ]

    assert len(traces(drawn(delay, *parts)[0])) == 2
    assert len(traces(drawn(delay, *without_one)[0])[0]["x"]) == 1
    assert drawn(delay, *without_group)[0].description.startswith("Puntgrafiek")


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


# More than a reader can follow


def census(**chosen: str) -> Panel:
    (panel,) = view_of("census_employment_rate", newest_shelf(), **chosen).panels
    return panel


def test_of_too_many_rows_only_those_of_the_headlines_area_are_drawn() -> None:
    panel = census()

    assert panel.notes == (
        "We tekenen Vlaams Gewest. De andere gebieden staan in de tabel; kies een gebied om het te tekenen.",
    )
    assert ", Vlaams Gewest, 2011. Belgische nationaliteit: 66,8% (afgeleid)" in panel.description
    assert [name for name in row_names(panel) if "Provincie" in name or "België," in name] == []


def test_another_area_is_drawn_for_who_chooses_it() -> None:
    panel = census(gebied="bhg")

    assert panel.notes == ()
    assert ", Brussels Hoofdstedelijk Gewest, 2011. Belgische nationaliteit: 52,9%" in panel.description


def test_as_many_rows_as_a_reader_can_follow_are_all_drawn() -> None:
    panel = census(uitsplitsing="sex", gebied="vlg~bhg~wg")

    assert panel.notes == ()
    assert len([name for name in row_names(panel) if "Gewest" in name]) == 2 * 3


def test_no_chart_is_longer_than_a_reader_scrolls() -> None:
    for name in catalogue().indicators:
        shown = view_of(name, newest_shelf())
        assert all(layout(panel)["height"] < 2000 for panel in shown.panels), name
