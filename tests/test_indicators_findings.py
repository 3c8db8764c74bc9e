"""Titles and sentences. `golden/` holds those of every indicator that has figures, to be read and compared.

`titles.csv` are those of the annex, the first revision; `titles_newest.csv` those of all that is shipped. After a
change that is meant: delete the file and run `python -m pytest tests/test_indicators_findings.py`. The test writes it
anew and fails once, so that somebody looks at the difference.
"""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from annexed import Shelf, catalogue, described, newest_shelf, number, sectioned, shelf, view_of

from data.model import Headline, Indicator, Observation
from indicators.findings import Findings, headline
from indicators.many_areas import large_areas
from indicators.series import levels, sections, statements

GOLDEN = Path(__file__).parent / "golden"
EDITIONS = [("titles.csv", shelf(), 65), ("titles_newest.csv", newest_shelf(), 90)]
"""The file with the approved titles, the figures that they tell, and the number of indicators that have figures."""

FALLBACKS = 1 / 5
"""At most so many of all titles are the question."""

WORK = described("employment_rate")
CHILDREN = described("children_mother_origin")
NEWCOMERS = described("newcomers")
HEALTH = described("self_rated_health")


def title(indicator: Indicator, *observations: Observation) -> str:
    return Findings(indicator, catalogue(), sectioned(indicator, *observations)).title()


def persons(value: float | None, time_period: str = "2010", **more: object) -> Observation:
    return number(value, time_period, unit_measure="persons", ref_area="VLG", **more)


def children(value: float | None, time_period: str = "2010", **more: object) -> Observation:
    return number(value, time_period, ref_area="VLG", mother_origin="foreign", **more)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (30068.0, 41090.0, "steeg van 30.068 in 2006 naar 41.090 in 2010"),
        (41090.0, 30068.0, "daalde van 41.090 in 2006 naar 30.068 in 2010"),
        (30000.0, 30500.0, "bleef ongeveer gelijk tussen 2006 en 2010"),
    ],
)
def test_a_change_over_time_is_told_first(first: float, last: float, told: str) -> None:
    assert title(NEWCOMERS, persons(first, "2006"), persons(last, "2010")) == (
        f"Het aantal meerderjarige nieuwkomers {told}"
    )


def test_a_share_rises_in_per_cent_and_an_estimate_is_called_one() -> None:
    found = title(CHILDREN, children(16.1, "2001"), children(23.3, "2010", obs_status="E"))

    assert found == (
        "Het aandeel kinderen met een moeder van niet-Belgische origine "
        "steeg van 16,1% in 2001 naar 23,3% in 2010 (raming)"
    )


def test_a_change_names_school_years_and_reference_days_as_such() -> None:
    grades = described("grade_repetition")
    figures = [
        number(value, year, ref_area="", nationality="foreign")
        for year, value in (("2008-2009", 9.0), ("2009-2010", 7.0))
    ]

    assert title(grades, *figures).endswith(
        "daalde van 9% in het schooljaar 2008‑2009 naar 7% in het schooljaar 2009‑2010"
    )


def test_a_change_is_not_told_over_a_break() -> None:
    figures = [children(16.1, "2001"), children(23.3, "2010", obs_status="B")]

    assert title(CHILDREN, *figures) == "Van de kinderen had 23,3% een moeder van niet-Belgische origine in 2010"


@pytest.mark.parametrize(
    ("group", "told"),
    [
        (44.0, "hebben minder vaak werk dan personen met een Belgische of EU-nationaliteit"),
        (80.0, "hebben vaker werk dan personen met een Belgische of EU-nationaliteit"),
    ],
)
def test_two_groups_at_one_moment_are_compared_in_the_plural(group: float, told: str) -> None:
    figures = [number(group, nationality="non_eu"), number(73.0, nationality="be_eu")]

    assert title(WORK, *figures) == f"Personen met een niet-EU-nationaliteit {told} (2010)"


def test_a_small_difference_is_called_no_clear_difference() -> None:
    figures = [number(72.5, nationality="non_eu"), number(73.0, nationality="be_eu")]

    assert title(WORK, *figures) == (
        "Geen duidelijk verschil tussen personen met een niet-EU-nationaliteit "
        "en personen met een Belgische of EU-nationaliteit (2010)"
    )


def test_a_missing_year_is_left_out_not_invented() -> None:
    figures = [number(16.0, "", ref_area="", nationality="tr"), number(8.0, "", ref_area="", nationality="be")]

    assert title(HEALTH, *figures) == (
        "Personen met de Turkse nationaliteit noemen hun gezondheid vaker slecht dan "
        "personen met de Belgische nationaliteit"
    )


def test_groups_with_the_same_number_are_named_together() -> None:
    groups = {"be": 8.0, "tr": 16.0, "ma": 16.0, "south_europe": 16.0, "non_europe": 9.0}
    figures = [number(value, "2004", ref_area="", nationality=code) for code, value in groups.items()]

    assert title(HEALTH, *figures) == (
        "Personen met de Marokkaanse, de Turkse of een Zuid-Europese nationaliteit noemen hun gezondheid vaker slecht "
        "dan personen met de Belgische nationaliteit (2004)"
    )


def test_without_a_reference_group_the_headline_number_is_stated_with_the_words_of_the_source() -> None:
    jobseekers = described("jobseekers_origin_share")
    figure = number(20.0, origin="non_eu", qualifier="iets meer dan 1 op de 5", printed="1 op de 5")

    assert title(jobseekers, figure) == (
        "Van de ingeschreven werkzoekenden kwam ongeveer 20% (“iets meer dan 1 op de 5”) van buiten de EU in 2010"
    )


def test_a_derived_headline_number_says_so() -> None:
    figure = number(44.0, nationality="non_eu", printed="", derivation="73 − 29")

    assert title(WORK, figure) == "Van de personen met een niet-EU-nationaliteit had 44% werk in 2010 (afgeleid)"


def test_the_sentence_of_the_headline_is_never_told_about_another_group() -> None:
    members = described("association_membership")

    assert (
        title(members, number(50.0, "", ref_area="", origin="be")) == "Lid van een vereniging, Belgische herkomst: 50%"
    )
    assert title(NEWCOMERS, persons(826.0, "2008", age="65+")) == "Nieuwkomers, 65 jaar en ouder: 826 in 2008"


def test_another_area_and_its_change_are_named() -> None:
    figures = [replace(persons(value, year), ref_area="BE") for year, value in (("2009", 10.0), ("2010", 20.0))]

    assert title(NEWCOMERS, *figures) == "Nieuwkomers, België: van 10 in 2009 naar 20 in 2010"


def test_a_missing_value_falls_back_to_the_question() -> None:
    assert title(NEWCOMERS, persons(None)) == "Hoeveel nieuwkomers zijn er?"
    assert title(NEWCOMERS) == "Hoeveel nieuwkomers zijn er?"


def test_without_the_named_headline_a_group_comes_before_its_reference() -> None:
    figures = [number(74.0, country_of_birth="be"), number(53.0, country_of_birth="non_eu")]
    found = headline(WORK, sectioned(WORK, *figures))

    assert found is not None
    assert found.breakdown == {"country_of_birth": "non_eu"}


def test_a_headline_without_its_own_number_stays_the_headline() -> None:
    figures = [number(None, nationality="non_eu"), number(60.0)]
    named = replace(WORK, headline=Headline("VL", {"nationality": "non_eu"}))
    found = headline(named, sectioned(named, *figures))

    assert found is not None
    assert found.breakdown == {"nationality": "non_eu"}


@pytest.mark.parametrize(
    ("indicator", "subtitle"),
    [
        ("employment_rate", "Werkzaamheidsgraad, Vlaanderen, 2010"),
        ("newcomers", "Nieuwkomers, Vlaams Gewest, 2006 tot 2010"),
        ("grade_repetition", "Zittenblijven in het lager onderwijs, gebied niet vermeld, schooljaar 2009‑2010"),
        ("pisa_gap", "Kloof in leesvaardigheid (PISA), 5 gebieden, 2009"),
        ("self_rated_health", "Ervaren gezondheid, gebied niet vermeld, 1997 tot 2004 of jaar niet vermeld"),
    ],
)
def test_the_subtitle_has_measure_area_and_period(indicator: str, subtitle: str) -> None:
    assert view_of(indicator).subtitle == subtitle


def all_titles(held: Shelf) -> list[tuple[str, str, str]]:
    """Slug, title and subtitle of every indicator that has figures."""
    found = []
    for name in held.by_indicator:
        one, figures = catalogue().indicators[name], held.observations(name)
        findings = Findings(
            one,
            catalogue(),
            large_areas(sections(levels(figures) or statements(figures), one, catalogue()), catalogue()),
        )
        found.append((one.slug, findings.title(), findings.subtitle()))
    return sorted(found)


@pytest.mark.parametrize(("name", "held", "count"), EDITIONS)
def test_all_titles_are_those_that_were_read_and_approved(name: str, held: Shelf, count: int) -> None:
    buffer, golden = io.StringIO(), GOLDEN / name
    csv.writer(buffer, lineterminator="\n").writerows([("slug", "title", "subtitle"), *all_titles(held)])
    if not golden.exists():
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(buffer.getvalue(), encoding="utf-8")
        pytest.fail(f"{golden} is written anew: look at the difference")

    assert buffer.getvalue().splitlines() == golden.read_text(encoding="utf-8").splitlines()
    assert len(all_titles(held)) == count


@pytest.mark.parametrize(("name", "held", "count"), EDITIONS)
def test_at_most_one_title_in_five_is_the_question(name: str, held: Shelf, count: int) -> None:
    questions = {one.slug: one.question for one in catalogue().indicators.values()}
    fallbacks = [slug for slug, found, _ in all_titles(held) if found == questions[slug]]

    assert len(fallbacks) <= FALLBACKS * count


def test_the_title_of_an_indicator_without_figures_is_its_question() -> None:
    found = view_of("social_tenants")

    assert found.title == "Welke nationaliteit hebben huurders van een sociale woning?"
    assert found.subtitle == "Huurders van een sociale woning. Er zijn nog geen cijfers in deze versie."


@pytest.mark.parametrize(("name", "held", "count"), EDITIONS)
def test_titles_are_sentences_without_a_full_stop_and_name_their_year_where_it_is_known(
    name: str, held: Shelf, count: int
) -> None:
    for slug, found, subtitle in all_titles(held):
        is_question = found.endswith("?")
        years = re.findall(r"\d{4}", subtitle)

        assert found[0].isupper(), slug
        assert not found.endswith("."), slug
        assert (
            is_question or not years or "jaar niet vermeld" in subtitle or set(years) & set(re.findall(r"\d{4}", found))
        ), slug


def test_subjects_of_change_are_singular_and_comparisons_plural() -> None:
    for one in catalogue().indicators.values():
        assert one.sentence.subject.startswith(("Het ", "De ")), one.id
        plural = (one.sentence.more + " ").split(" ")[0]
        assert plural == "" or plural.endswith(("en", "aan", "ijn")), one.id
