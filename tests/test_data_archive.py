"""Everything in one zip: what is in it, and that it is as of a revision."""

import csv
import io
import json
import zipfile
from functools import cache

import pytest
from openpyxl import load_workbook
from shipped import answers

from data.archive import archive
from data.errors import UnknownRevision
from data.export import all_rows, to_csv
from data.shipped import SHIPPED

NEWEST = len(SHIPPED)


@cache
def zipped(revision: int | None = None) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(archive(answers().store, answers().catalogue, revision)))


def rows(name: str, revision: int | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(zipped(revision).read(name).decode("utf-8"), newline=""), strict=True))


def test_the_zip_has_what_its_readme_says_and_is_whole() -> None:
    catalogue = answers().catalogue
    filled = [one for one in catalogue.indicators.values() if answers().store.observations(one.id)]
    expected = {"LEESMIJ.txt", "cijfers.csv", "indicatoren.json", "versies.csv"}
    expected |= {f"sdmx/{one.id}.csv" for one in filled}
    expected |= {f"excel/{one.slug}.xlsx" for one in filled}
    expected |= {f"lijsten/{name}.csv" for name in catalogue.codelists}

    assert sorted(zipped().namelist()) == sorted(expected)
    assert zipped().testzip() is None
    assert "Integratie in cijfers, versie 6" in zipped().read("LEESMIJ.txt").decode("utf-8")


@pytest.mark.parametrize("revision", [1, None])
def test_all_figures_are_those_of_the_revision(revision: int | None) -> None:
    assert zipped(revision).read("cijfers.csv").decode("utf-8") == "".join(to_csv(all_rows(answers().store, revision)))


def test_without_a_revision_it_is_the_newest() -> None:
    assert len(rows("cijfers.csv")) == len(list(all_rows(answers().store, NEWEST))) == 19352
    assert len(rows("cijfers.csv", 1)) == 643


@pytest.mark.parametrize("revision", [1, None])
def test_the_three_forms_have_the_same_figures(revision: int | None) -> None:
    slug = answers().catalogue.indicators["asylum_applicants"].slug
    book = load_workbook(io.BytesIO(zipped(revision).read(f"excel/{slug}.xlsx")))
    values = [one.obs_value for one in answers().store.observations("asylum_applicants", revision)]

    assert [float(row["OBS_VALUE"]) for row in rows("sdmx/asylum_applicants.csv", revision)] == values
    assert [
        float(row["obs_value"]) for row in rows("cijfers.csv", revision) if row["indicator"] == "asylum_applicants"
    ] == values
    column = next(one for one in book["Cijfers"].iter_cols(values_only=True) if one[0] == "Waarde")
    assert list(column[1:]) == values


def test_the_revisions_are_those_up_to_its_own() -> None:
    first, all_of_them = ([row["dataset"] for row in rows("versies.csv", revision)] for revision in (1, None))

    assert first == ["annex"]
    assert all_of_them == [one.folder for one in SHIPPED]


def test_the_codelists_and_descriptions_are_those_of_the_catalogue() -> None:
    catalogue = answers().catalogue
    described = json.loads(zipped().read("indicatoren.json"))

    assert described.keys() == catalogue.indicators.keys()
    assert described["social_tenants"]["title"] == catalogue.indicators["social_tenants"].title
    for name, codelist in catalogue.codelists.items():
        assert [row["code"] for row in rows(f"lijsten/{name}.csv")] == list(codelist.codes)


def test_an_unknown_revision_is_refused() -> None:
    with pytest.raises(UnknownRevision):
        archive(answers().store, answers().catalogue, NEWEST + 1)
