"""`python -m indicators report`: files as people ask for them from a shell, and sentences where that cannot be."""

import re
from datetime import date
from pathlib import Path

import pytest
import shipped
from made import run
from openpyxl import load_workbook
from pypdf import PdfReader

from data.engines import sqlite_url
from indicators.report.batch import Order, make_all


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return sqlite_url(tmp_path_factory.mktemp("shell") / "store.sqlite")


def report(url: str, *arguments: object) -> str:
    """Run a command that should do its work, and give what it prints."""
    ended = run("-m", "indicators", "report", *map(str, arguments), url=url)
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout


def test_a_report_is_written_as_asked_with_the_address_of_the_site(url: str, tmp_path: Path) -> None:
    target = tmp_path / "gent.pdf"
    choices = ("--query", "hoofdstukken=uitleg&groepering=buren", "--site", "https://cijfers.example.be/")

    assert report(url, 44021, "--output", target, *choices) == f"Gemaakt: {target}\n"
    text = "".join(page.extract_text() for page in PdfReader(target).pages)
    assert "https://cijfers.example.be/gemeente/44021-gent/rapport?groepering=buren" in text
    assert "Waar staat Gent?" not in text


def test_a_page_stands_on_its_own(url: str, tmp_path: Path) -> None:
    target = tmp_path / "gent.html"
    report(url, 44021, "--format", "html", "--output", target)

    text = target.read_text(encoding="utf-8")
    assert re.findall(r'(?:src|href|action)="(?!#)([^"]*)"', text) == []
    assert "<h1>Gent: integratie in cijfers</h1>" in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["99999"], "“99999” kennen we niet"),
        ([], "Geef één NIS-code"),
        (["44021", "--all"], "Geef één NIS-code"),
        (["--all"], "Zeg met --output"),
        (["44021", "--query", "versie=99"], "Versie “99” bestaat niet"),
        (["44021", "--output", "/proc/nergens/gent.pdf"], "schrijven lukt niet"),
    ],
)
def test_a_mistake_is_one_sentence(url: str, arguments: list[str], told: str) -> None:
    ended = run("-m", "indicators", "report", *arguments, url=url)

    assert (ended.returncode, ended.stdout) == (2, "")
    assert told in ended.stderr
    assert re.fullmatch(r"[^\n]+\.\n", ended.stderr)


def test_many_reports_are_made_in_several_processes(tmp_path: Path) -> None:
    url = shipped.answers().store.url.render_as_string(hide_password=False)
    batches = make_all(url, ["44021", "73028"], tmp_path / "map", Order("pdf", {}, date(2026, 11, 25)), processes=2)

    names = [name for batch in batches for name in batch]
    assert sorted(names) == ["rapport-44021-gent.pdf", "rapport-73028-herstappe.pdf"]
    assert {len(PdfReader(file).pages) for file in (tmp_path / "map").iterdir()} == {4}


def test_a_workbook_has_each_number_with_count_definition_source_and_revision(url: str, tmp_path: Path) -> None:
    target = tmp_path / "gent.xlsx"
    report(url, 44021, "--format", "xlsx", "--output", target)

    book = load_workbook(target)
    heads, *rows = book["Cijfers"].iter_rows(values_only=True)
    wanted = ("Vreemde nationaliteit per gemeente", "Gent", "1 januari 2015")
    found = dict(zip(heads, next(row for row in rows if row[:3] == wanted), strict=True))
    assert (found["Waarde"], found["Teller"], found["Noemer"]) == (13.4, 33831, 253266)
    assert found["Berekening"] == "33.831 ÷ 253.266 × 100"
    assert found["Bron"] == "Statbel, open data bevolking"
    assert found["Definitie"].startswith("Het aandeel inwoners dat op 1 januari")
    assert found["Versie"] > 1
    assert book.sheetnames == ["Cijfers", "Definities", "Bronnen", "Ontbreekt", "Rapport"]
