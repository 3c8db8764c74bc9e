"""Small numbers: what is hidden, what is told about it, and that nobody can compute it back."""

import io
import json
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from attacker import COUNT, found_back, random_tables, rules_of, table_of
from made import observation, publish
from shipped import answers

from app import open_store
from data.archive import archive
from data.catalogue import HERE, Catalogue
from data.disclosure import DEFAULT, Rules, Threshold, protected, rules, thresholds
from data.engines import sqlite_url
from data.geography import on_geography
from data.model import Codelist, Observation
from data.settings import read_settings
from indicators.answers import Answers
from indicators.downloads import csv_of, json_of, workbook_of

ALONE = Rules({}, frozenset({"persons"}), rules_of(1).areas)
TABLES = 150
"""What a test run can afford; `make soak` attacks 1.000."""


def count(value: float, area: str = "VLG", **changes: object) -> Observation:
    return observation(ref_area=area, breakdown={}, obs_value=value, unit_measure="persons", **changes)


def share(above: float, below: float) -> Observation:
    return observation(
        obs_value=above / below * 100, numerator=above, denominator=below, derivation="a ÷ b", printed=""
    )


@pytest.mark.parametrize(("value", "is_hidden"), [(0, False), (1, True), (4, True), (5, False)])
def test_counts_of_one_to_four_are_hidden_and_zero_is_shown(value: float, is_hidden: bool) -> None:
    (shown,) = protected([count(value)], ALONE)

    assert (shown.obs_value is None) == is_hidden
    assert (shown.obs_status, shown.lower, shown.upper) == (("Q", 1, 4) if is_hidden else ("A", None, None))


@pytest.mark.parametrize(
    ("above", "below", "is_hidden"), [(3, 90, True), (88, 90, True), (3, 3, True), (90, 90, False), (0, 90, False)]
)
def test_a_share_is_hidden_where_it_is_about_few_or_about_all_but_few(above: int, below: int, is_hidden: bool) -> None:
    (shown,) = protected([share(above, below)], ALONE)

    assert (shown.obs_value is None) == is_hidden
    assert (shown.numerator is None) == (shown.denominator is None) == (shown.derivation == "") == is_hidden


def test_the_reason_is_told_in_words() -> None:
    (shown,) = protected([count(3)], ALONE)

    assert shown.note.startswith("Verborgen om personen te beschermen: minder dan 5")


@pytest.mark.parametrize(("sample", "is_hidden"), [(29, True), (30, False)])
def test_a_survey_of_fewer_than_thirty_people_is_hidden(sample: int, is_hidden: bool) -> None:
    (shown,) = protected([observation(sample_size=float(sample))], ALONE)

    assert (shown.obs_value is None, shown.sample_size is None) == (is_hidden, is_hidden)


def test_a_source_that_publishes_its_cells_openly_hides_nothing_and_says_why() -> None:
    known = thresholds()

    assert set(known) == set(answers().catalogue.codelists["source"].codes)
    assert (known["statbel_pop_struct_2009_2015"].count, DEFAULT.count, DEFAULT.sample) == (0, 5, 30)
    assert all(one.reason for one in known.values())
    assert protected([count(3, source="x")], replace(ALONE, thresholds={"x": Threshold(0, 0)})) == [
        count(3, source="x")
    ]


def test_one_hidden_cell_of_a_sum_takes_a_second_one_with_it() -> None:
    true = table_of([[3], [40], [50]])
    shown = protected(true, rules_of(3))

    assert [one.obs_value for one in shown if not one.breakdown] == [None, None, 50, 93]


def test_without_secondary_suppression_the_attacker_finds_the_cell() -> None:
    true, made_up = table_of([[3], [40], [50]]), rules_of(3)
    small = {one.key: one.number for one in true if one.number == 3}
    only_primary = [replace(one, obs_value=None, lower=1.0, upper=4.0) if one.key in small else one for one in true]

    assert found_back(true, only_primary, made_up, small) == set(small)
    assert found_back(true, protected(true, made_up), made_up, small) == set()


def test_no_hidden_cell_of_a_random_table_can_be_computed_back() -> None:
    for values in random_tables(TABLES):
        true, made_up = table_of(values), rules_of(len(values))
        small = {one.key: one.number for one in true if 0 < one.number < COUNT}

        assert found_back(true, protected(true, made_up), made_up, small) == set(), values


@pytest.mark.parametrize("indicator", ["de_42", "de_44", "de_45", "foreign_nationals", "asylum_applicants"])
def test_no_hidden_cell_of_a_real_table_could_be_computed_back(indicator: str) -> None:
    newest = max(one.time_period for one in answers().store.observations(indicator))
    real = [one for one in answers().store.observations(indicator) if one.time_period == newest]
    counts = [replace(one, obs_value=one.numerator or one.obs_value, unit_measure="persons") for one in real]
    true = [replace(one, numerator=None, denominator=None, source="bron_a", derivation="") for one in counts]
    strict = replace(rules(), thresholds={})
    small = {one.key: one.number for one in true if 0 < (one.obs_value or 0) < COUNT}

    assert found_back(true, protected(true, strict), strict, small) == set()


def test_a_sum_over_a_hidden_part_is_a_range() -> None:
    figures = [count(117, "11002", indicator="foreign_nationals"), count(3, "11007", indicator="foreign_nationals")]
    (made,) = on_geography(protected(figures, ALONE), answers().catalogue, "2025")

    assert made.limits == (118, 121)


@pytest.fixture
def secret(tmp_path: Path) -> Answers:
    """Answers about one share of a register that hides small numbers, in a real store."""
    catalogue, listed = answers().catalogue, answers().catalogue.codelists["source"]
    register = replace(listed["statbel_census_2011"], code="ksz", label="KSZ")
    codelists = {**catalogue.codelists, "source": Codelist("source", {**listed.codes, "ksz": register})}
    store = open_store(read_settings({"DATABASE_URL": sqlite_url(tmp_path / "store.sqlite")}), catalogue)
    facts = {"indicator": "de_42", "breakdown": {}, "source": "ksz", "time_period": "2020-01-01", "note": "GEHEIM"}
    publish(store, observation(**facts, numerator=3.0, denominator=7654321.0, printed="GEHEIM"), dataset="ksz")
    return Answers(store, Catalogue(catalogue.indicators, codelists, catalogue.areas))


def test_the_store_keeps_the_number_and_no_public_way_gives_it(secret: Answers) -> None:
    with closing(secret.store) as store:
        one, edition = secret.catalogue.indicators["de_42"], secret.newest
        (kept,) = [each for each in store.raw_observations("de_42") if each.source == "ksz"]
        forms = [csv_of(edition, one, {"vorm": form}) for form in ("", "standaard", "sdmx")]
        ways = [*forms, json.dumps(json_of(edition, one, {}))]
        ways += [repr(edition.view(one, {"weergave": view})) for view in ("grafiek", "tabel")]
        alone = replace(secret.catalogue, indicators={"de_42": one})
        ways += [told(workbook_of(edition, one, {})), told(archive(store, alone))]

    assert (kept.numerator, kept.denominator) == (3, 7654321)
    assert [way[:80] for way in ways if "GEHEIM" in way or "7654321" in way or "7.654.321" in way] == []
    assert "Verborgen om personen te beschermen" in ways[0]


def told(packed: bytes) -> str:
    """All text in a zip, and in the zips that it holds: a workbook is one."""
    with zipfile.ZipFile(io.BytesIO(packed)) as found:
        parts = [found.read(name) for name in found.namelist()]
    return "".join(told(one) if one[:2] == b"PK" else one.decode("utf-8", "replace") for one in parts)


def test_no_page_file_or_answer_asks_for_the_raw_numbers() -> None:
    readers = [*(HERE.parent / "indicators").rglob("*.py"), *(HERE.parent / "layouts").rglob("*.py")]
    readers += [HERE / name for name in ("export.py", "archive.py", "sdmx.py", "workbook.py", "snapshot.py")]

    asking = [one for one in readers if "raw_observations" in one.read_text(encoding="utf-8")]

    assert [one.name for one in asking] == ["impact.py"]  # it lays a draft over them, and hides what is small itself
    assert "return tuple(public(" in asking[0].read_text(encoding="utf-8")
