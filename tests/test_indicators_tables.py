from collections import Counter
from dataclasses import replace

import pytest
from annexed import catalogue, described, number, sectioned, shelf, view_of

from data.model import Indicator, Observation
from indicators import words
from indicators.flags import MEANINGS, flags, is_open, legend, nature, why_open
from indicators.series import Section, levels, sections, statements
from indicators.tables import Cell, Table, Tables, remark_of

WORK = described("employment_rate")


def tables_of(indicator: Indicator) -> list[tuple[Section, Table]]:
    figures = shelf().observations(indicator.id)
    made = sections(levels(figures) or statements(figures), indicator, catalogue())
    return [(one, Tables(indicator, catalogue(), {}).of(one)) for one in made]


def table(indicator: Indicator, *observations: Observation) -> Table:
    return Tables(indicator, catalogue(), {}).of(sectioned(indicator, *observations)[0])


@pytest.mark.parametrize("indicator", catalogue().indicators.values(), ids=lambda one: one.id)
def test_every_figure_stands_in_a_table_once_with_its_value(indicator: Indicator) -> None:
    for section, made in tables_of(indicator):
        figures = [one for series in section.series for one in series.observations]
        cells = [cell.text for _, row in made.rows for cell in row if cell.text]

        assert Counter(cells) == Counter(words.value(one, indicator) for one in figures)
        assert all(len(row) == len(made.heads) - 1 for _, row in made.rows)
        assert len({name for name, _ in made.rows}) == len(made.rows)
        assert len(set(made.heads)) == len(made.heads)


@pytest.mark.parametrize("indicator", catalogue().indicators.values(), ids=lambda one: one.id)
def test_every_mention_is_listed_with_value_area_period_source_and_place(indicator: Indicator) -> None:
    figures = shelf().observations(indicator.id)
    listed = [tuple(cell.text for cell in row) for _, row in Tables(indicator, catalogue(), {}).mentions(figures).rows]

    assert [row[:6] for row in listed] == [
        (
            f"“{one.printed}”" if one.printed else "niet gedrukt",
            words.qualified_value(one, indicator),
            catalogue().label("ref_area", one.ref_area) or "gebied niet vermeld",
            words.period(one.time_period, indicator.period_kind),
            catalogue().label("source", one.source),
            one.source_ref,
        )
        for one in figures
    ]


@pytest.mark.parametrize(
    ("indicator", "caption"),
    [
        ("employment_rate", "Werkzaamheidsgraad: naar nationaliteit, in %, Vlaanderen, 2010"),
        ("newcomers", "Nieuwkomers: totaal, aantal personen, Vlaams Gewest"),
        ("children_mother_origin", "Kinderen naar herkomst van de moeder, in %, Vlaams Gewest"),
        (
            "attitude_migrants",
            "Houding tegenover migratie: totaal, score (1 tot 5), Vlaams en Brussels Hoofdstedelijk Gewest",
        ),
        ("foreign_nationals_share", "Inwoners met een vreemde nationaliteit: totaal, in %, 1 januari 2010"),
    ],
)
def test_a_caption_names_measure_breakdown_unit_and_what_all_cells_share(indicator: str, caption: str) -> None:
    assert view_of(indicator).tables[0].caption == caption


def test_years_are_columns_where_a_series_has_more_than_one() -> None:
    made = view_of("newcomers_profile").tables[0]

    assert made.heads == ("Nationaliteit", "2006", "2007", "2008", "2009", "2010")
    assert [cell.text for cell in made.rows[2][1]] == ["23,4%", "22,3%", "16,4%", "15,5%", "14,6%"]


def test_an_ordered_dimension_makes_the_columns_of_one_moment() -> None:
    made = view_of("pupils_foreign_share").tables[0]

    assert made.heads == (
        "Gewoon of buitengewoon onderwijs",
        "Kleuteronderwijs",
        "Lager onderwijs",
        "Secundair onderwijs",
    )
    assert [(name, [cell.text for cell in row]) for name, row in made.rows] == [
        ("Gewoon onderwijs", ["5,74%", "6,49%", "5,29%"]),
        ("Buitengewoon onderwijs", ["4,49%", "6,60%", "8,72%"]),
    ]


def test_one_telling_dimension_makes_rows_not_columns() -> None:
    made = view_of("protection_persons").tables[1]

    assert made.caption.endswith(": naar bescherming (niet-begeleide minderjarigen), aantal personen, België, 2010")
    assert (made.heads, [name for name, _ in made.rows]) == (
        ("Bescherming", "Waarde"),
        ["Erkend als vluchteling", "Subsidiaire bescherming"],
    )


def test_areas_are_rows_and_the_corner_says_so() -> None:
    made = view_of("pisa_gap").tables[1]

    assert made.heads == ("Gebied", "Geboren in een ander land", "Geboren in het land van de test, ouders niet")
    assert [(name, [cell.text for cell in row]) for name, row in made.rows] == [
        ("Vlaanderen", ["63 punten", "76 punten"]),
        ("OESO-landen", ["53 punten", "33 punten"]),
    ]


def test_rows_of_other_periods_say_which() -> None:
    made = view_of("higher_education_share").tables[0]

    assert [name for name, _ in made.rows] == ["Instroom, academiejaar 2009‑2010", "Diploma's, academiejaar 2008‑2009"]


def test_two_periods_in_one_year_have_their_own_columns() -> None:
    made = table(WORK, number(40.0, "2010-01-01"), number(41.0, "2010-07-01"), number(42.0, ""))

    assert made.heads == ("Gebied", "jaar niet vermeld", "1 januari 2010", "1 juli 2010")
    assert [cell.text for cell in made.rows[0][1]] == ["42%", "40%", "41%"]


def test_a_year_without_a_figure_is_an_empty_cell_not_a_zero() -> None:
    figures = [
        number(40.0, "2009", nationality="eu"),
        number(41.0, "2010", nationality="eu"),
        number(5.0, "2010", nationality="non_eu"),
    ]
    made = table(WORK, *figures)

    assert made.rows[1] == ("Niet-EU-nationaliteit", (Cell(""), Cell("5%")))


@pytest.mark.parametrize(
    ("changes", "letters"),
    [
        ({}, ""),
        ({"printed": "", "derivation": "44 + 29"}, "a"),
        ({"derivation": "1 / 3 × 100", "qualifier": "1 op de 3"}, "≈"),
        ({"obs_status": "E"}, "r"),
        ({"obs_status": "P"}, "v"),
        ({"obs_status": "F"}, "f"),
        ({"obs_status": "B", "qualifier": "bijna"}, "b≈"),
    ],
)
def test_letters_beside_a_number_say_what_it_is(changes: dict[str, str], letters: str) -> None:
    assert flags(number(73.0, **changes)) == letters


def test_a_missing_number_has_no_letter_but_its_mark_is_explained() -> None:
    hidden, unknown, in_picture = (number(None, obs_status=status) for status in "QLO")

    assert flags(hidden) == ""
    assert legend([hidden, unknown, in_picture]) == [
        (":", "niet beschikbaar"),
        ("–", "verborgen om personen te beschermen"),
    ]


def test_a_legend_explains_only_the_letters_that_are_used_in_their_order() -> None:
    figures = [number(1.0, qualifier="bijna"), number(1.0, obs_status="E"), number(1.0)]

    assert legend(figures) == [("r", "raming: geschatte waarde"), ("≈", "de bron rondt dit cijfer af in woorden")]
    assert all(meaning for meaning in MEANINGS.values())


def test_every_letter_in_a_table_of_the_annex_is_explained_below_it() -> None:
    for indicator in catalogue().indicators.values():
        for _, made in tables_of(indicator):
            used = {letter for _, row in made.rows for cell in row for letter in cell.flags}
            assert used <= {letter for letter, _ in made.legend}, made.caption


def test_a_number_is_called_open_for_the_same_reasons_that_are_explained() -> None:
    for figures in shelf().by_indicator.values():
        assert all(is_open(one) == bool(why_open([one])) for one in figures)
        assert all(is_open(one) for one in figures if nature(one))


def test_remarks_stand_once_below_the_table_and_cells_point_at_them() -> None:
    note = "De bron noemt geen jaar."
    made = table(WORK, *(number(value, nationality=code, note=note) for code, value in (("eu", 1.0), ("non_eu", 2.0))))

    assert made.remarks == (note,)
    assert [row[0].remark for _, row in made.rows] == [1, 1]


def test_a_remark_tells_sum_counts_sample_words_and_note() -> None:
    one = number(
        27.4,
        derivation="25.867 / 94.350",
        sample_size=574.0,
        qualifier="ruim een kwart",
        note="Een noot.",
    )

    assert remark_of(one) == "Berekening: 25.867 / 94.350. n = 574. De bron zegt “ruim een kwart”. Een noot."


def test_counts_stand_beside_a_number_that_the_source_computed_itself() -> None:
    one = number(27.4, numerator=25867.0, denominator=94350.0)

    assert remark_of(one) == "25.867 op 94.350."
    assert remark_of(replace(one, derivation="25.867 ÷ 94.350 × 100")) == "Berekening: 25.867 ÷ 94.350 × 100."


def test_a_doubt_stands_beside_its_number() -> None:
    one = number(44.0, nationality="non_eu")
    made = Tables(WORK, catalogue(), {one.key: "De figuur geeft 45%."}).of(sectioned(WORK, one)[0])

    assert made.remarks == ("Twijfel: De figuur geeft 45%.",)
