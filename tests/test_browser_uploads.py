"""The upload wizard in a browser: a wide workbook by mouse, a long CSV by keyboard alone; axe at each step."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desk import ADMINISTRATOR, Office, office
from flask import Flask
from openpyxl import Workbook
from playwright.sync_api import Page, expect
from reading import inside
from signed_in import PASSWORD, person
from test_browser_beheer import fill, press
from test_layouts_uploads_checking import newcomers, seeded
from uploads import AREAS, PERSONS, PROFILE, series

from data.catalogue import Catalogue

Axe = Callable[[Page, str], list[str]]
SIZES = ({"width": 390, "height": 844}, {"width": 320, "height": 640}, {"width": 1440, "height": 900})
STEPS = ("bestand", "blad en kolomkoppen", "kolommen koppelen", "controleren", "voorbeeld", "publiceren")


@pytest.fixture
def work(tmp_path: Path, catalogue: Catalogue) -> Iterator[Office]:
    with office(tmp_path, catalogue) as opened:
        person(opened.accounts, "an@voorbeeld.be", {ADMINISTRATOR})
        yield opened


@pytest.fixture
def place(work: Office, serve: Callable[[Flask], str]) -> str:
    return serve(work.server)


def is_step(page: Page, axe: Axe, number: int) -> None:
    """Expect a step without faults of accessibility, also on a phone."""
    heading = f"Stap {number} van 6: {STEPS[number - 1]}"
    for size in SIZES:
        page.set_viewport_size(size)
        assert axe(page, heading) == []
        inside(page)


def sign_in(page: Page, place: str) -> None:
    page.goto(f"{place}/gegevens/opladen")
    fill(page, **{"E-mailadres": "an@voorbeeld.be"}, Wachtwoord=PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Stap 1 van 6: bestand")


def wide(folder: Path) -> Path:
    """A workbook as people have it: a title, merged names in two rows, years across, one mistyped cell, a footnote."""
    book = Workbook()
    sheet = book.active
    sheet.title = "inwoners"
    for row in (
        ["Inwoners van vreemde herkomst"],
        [],
        ["Gebied", "Aantal inwoners", None],
        [None, 2022, 2023],
        ["Gent", 1022, 1035],
        ["Genk", 1065, "1.08O"],
        [],
        ["Bron: eigen telling"],
    ):
        sheet.append(row)
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:C3")
    book.save(folder / "inwoners per gemeente.xlsx")
    return folder / "inwoners per gemeente.xlsx"


def test_a_wide_workbook_is_mapped_mended_explained_and_published(
    page: Page, axe: Axe, work: Office, place: str, tmp_path: Path, complaints: list[str]
) -> None:
    work.desk.store.publish(series(PERSONS, {AREAS[0]: (900, 940), AREAS[1]: (1000, 1030)}), "a", "n", "d", "")
    sign_in(page, place)
    is_step(page, axe, 1)
    page.get_by_label("Bestand", exact=True).set_input_files(wide(tmp_path))
    page.get_by_role("button", name="Laad het bestand op").click()
    is_step(page, axe, 2)
    expect(page.get_by_text("De kop staat in 2 rijen. We voegen ze samen.")).to_be_visible()
    page.get_by_role("button", name="Volgende: kolommen koppelen").click()
    is_step(page, axe, 3)
    page.get_by_label("Indicator", exact=True).select_option(PERSONS)
    page.get_by_label("Bron", exact=True).select_option("vrind_2011")
    page.get_by_role("button", name="Volgende: controleren").click()
    is_step(page, axe, 4)
    page.get_by_role("link", name="Volgende: voorbeeld").click(force=True)
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("alert").get_by_role("link").first.click()
    card = page.locator(".finding.fout")
    card.get_by_label("Typ een ander getal").fill("1080")
    with page.expect_navigation():
        card.get_by_role("button", name="Vervang").click()
    explain_all(page, "Nageteld door de stad")
    page.get_by_role("link", name="Volgende: voorbeeld").click()
    is_step(page, axe, 5)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stap 4 van 6: controleren")
    page.go_forward()
    page.get_by_role("link", name="Volgende: publiceren").click()
    page.get_by_role("button", name="Publiceer versie 2").click()
    expect(page.get_by_role("alert")).to_be_focused()
    is_step(page, axe, 6)
    page.get_by_label("Noot voor de lezer").fill("Cijfers van 2022 en 2023")
    page.get_by_role("button", name="Publiceer versie 2").click()

    assert axe(page, "Versie 2") == []
    expect(page.get_by_role("status")).to_contain_text("Gelukt. Versie 2 staat online.")
    assert {one.obs_value for one in work.desk.store.observations(PERSONS)} >= {1022, 1035, 1065, 1080}
    complaints[:] = [one for one in complaints if "422" not in one]  # the form that was sent without a note


FAULTS = {
    "Kolommen zonder naam": "Rij 1, kolom G",
    "“Vlaanderen” kan twee gebieden betekenen": "Rij 5, kolom C",
    "“24.1999” is geen geldig getal": "Rij 6, kolom F",
    "De groepen tellen op tot 90,37%": "Rij 4, kolom F",
}
"""What is wrong in the seeded file, and where it is told."""


def mend(page: Page, title: str, button: str, **text: str) -> None:
    card = page.locator(".finding").filter(has_text=title)
    for label, value in text.items():
        card.get_by_label(label).fill(value)
    with page.expect_navigation():  # the page before it also said "Bewaard"
        card.get_by_role("button", name=button, exact=True).click()


def explain_all(page: Page, why: str) -> None:
    """Answer the warnings that ask why, each on the page that the answer before it gave."""
    while page.locator(".why .primary").count():
        page.locator(".why:has(.primary) input[name=text]").first.fill(why)
        with page.expect_navigation():
            page.locator(".why .primary").first.click()


def test_each_fault_of_the_seeded_file_is_told_mended_and_compared_in_the_browser(
    page: Page, axe: Axe, work: Office, place: str, tmp_path: Path
) -> None:
    work.desk.store.publish(newcomers("2006", "2007", "2008", "2009"), "a", "n", "d", "")
    (tmp_path / "integratie_2010.xlsx").write_bytes(seeded())
    sign_in(page, place)
    page.get_by_label("Bestand", exact=True).set_input_files(tmp_path / "integratie_2010.xlsx")
    page.get_by_role("button", name="Laad het bestand op").click()
    page.get_by_role("link", name="Controleren").click()
    for title, where in FAULTS.items():
        card = page.locator(".finding.fout").filter(has_text=title)
        expect(card.locator(".place")).to_have_text(where)
        expect(card.locator(".note")).not_to_be_empty()
        expect(card.locator("button")).not_to_have_count(0)
    page.get_by_role("link", name="24.1999 (fout)").click()
    expect(page.locator(".finding:target")).to_contain_text("“24.1999” is geen geldig getal")
    mend(page, "Kolommen zonder naam", "Bewaar de naam", **{"Naam van kolom G": "letter"})
    mend(page, "“Vlaanderen” kan twee gebieden betekenen", "de bron zegt het niet")
    mend(page, "“24.1999” is geen geldig getal", "Vervang door 24.199")
    mend(page, "De groepen tellen op tot", "Vervang", **{"Typ een ander getal": "10,7"})
    explain_all(page, "De regels zijn gewijzigd")
    page.get_by_role("link", name="Volgende: voorbeeld").click()

    assert axe(page, "Stap 5 van 6: voorbeeld") == []
    expect(page.get_by_text("De grijze lijn is de huidige reeks").first).to_be_visible()
    assert work.desk.store.newest_revision() == 1


def long(folder: Path) -> Path:
    """Text as Excel saves it, in the layout of our template."""
    shares = (("verplichte doelgroep", "36,2"), ("rechthebbende doelgroep", "53,1"), ("onbepaald", "10,7"))
    rows = [f"{PROFILE};vrind_2011;Vlaams Gewest;2010;{group};{share}" for group, share in shares]
    file = folder / "profiel.csv"
    file.write_text("\n".join(["Indicator;Bron;Gebied;Periode;Doelgroep;Waarde", *rows]), encoding="cp1252")
    return file


def test_a_long_csv_is_published_with_the_keyboard_alone(page: Page, work: Office, place: str, tmp_path: Path) -> None:
    sign_in(page, place)
    page.get_by_label("Bestand", exact=True).set_input_files(long(tmp_path))  # the dialog is the browser's own
    for name in (
        "Laad het bestand op",
        "Volgende: kolommen koppelen",
        "Volgende: controleren",
        "Volgende: voorbeeld",
        "Volgende: publiceren",
    ):
        press(page, name)
        expect(page.get_by_role("heading", level=1)).not_to_have_text("")
    fill(page, Noot="Eerste cijfers")
    press(page, "Publiceer versie 1")

    expect(page.get_by_role("heading", level=1)).to_have_text("Versie 1")
    assert sorted(one.obs_value or 0 for one in work.desk.store.observations(PROFILE)) == [10.7, 36.2, 53.1]
