"""Step 4 over HTTP: what does not fit is told cell by cell, and mended in place or explained."""

import csv
import re
from io import BytesIO
from pathlib import Path

import pytest
from desk import Office, explain, findings, id_of, mend, place, publish, send, upload
from openpyxl import Workbook
from uploads import GHENT, PERSONS, PROFILE, observed, tidy

from data.accounts.rights import Grant, Role
from data.model import Observation

UPLOADER, APPROVER = Grant(Role.UPLOADER, GHENT), Grant(Role.APPROVER, GHENT)
REPOSITORY = Path(__file__).parent.parent
BUREAU = "kruispuntbank_inburgering"


def newcomers(*periods: str) -> list[Observation]:
    """What the annex prints of the target groups of newcomers."""
    with (REPOSITORY / "data" / "annex" / f"{PROFILE}.csv").open(encoding="utf-8") as file:
        rows = [one for one in csv.DictReader(file) if one["target_group"] and one["ref_area"] == "VLG"]
    return [
        observed(
            PROFILE, "VLG", one["time_period"], float(one["obs_value"]), source=BUREAU,
            breakdown={"target_group": one["target_group"]},
        )
        for one in rows
        if one["time_period"] in periods
    ]  # fmt: skip


def seeded() -> bytes:
    """The bad file of the design: names missing, "Vlaanderen", 24.1999, a sum of 90,4 and a jump from 23,2 to 35,2."""
    book = Workbook()
    sheet = book.active
    sheet.title = "gegevens"
    profile, group = "Profiel van de nieuwkomers", "doelgroep"
    for row in (
        ["Indicator", "Bron", "Gebied", "Periode", "Doelgroep", "Waarde", None],
        [profile, BUREAU, "Vlaams Gewest", 2010, f"verplichte {group}", "35,2", "x"],
        [profile, BUREAU, "Vlaams Gewest", 2010, f"rechthebbende {group}", "54,1", "x"],
        [profile, BUREAU, "Vlaams Gewest", 2010, "onbepaald", "1,07", "x"],
        ["Werkzoekenden", "vdab_2011", "Vlaanderen", "2011-06", None, "182.510", "x"],
        ["Personen met een goedgekeurde regularisatie", "vrind_2011", "België", 2010, None, "24.1999", "x"],
    ):
        sheet.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_the_seeded_bad_file_is_told_cell_by_cell_and_mended_in_place(work: Office) -> None:
    work.desk.store.publish(newcomers("2006", "2007", "2008", "2009"), "a", "n", "d", "")
    browser = work.browser()
    id_ = id_of(upload(browser, seeded(), "integratie_2010.xlsx"))
    text = browser.get(place(id_, "controleren")).text
    assert findings(browser, id_)[:4] == [
        "Fout: Kolommen zonder naam",
        "Fout: “Vlaanderen” kan twee gebieden betekenen",
        "Fout: “24.1999” is geen geldig getal",
        "Fout: De groepen tellen op tot 90,37%",
    ]
    assert [one for one in re.findall(r'<p class="place">(.*?)</p>', text)[:4]] == [
        "Rij 1, kolom G", "Rij 5, kolom C", "Rij 6, kolom F", "Rij 4, kolom F",
    ]  # fmt: skip
    assert "Vervang door 24.199<" in text
    assert re.search(r'<td class="fout"><a href="#melding-\d+">24\.1999', text)
    assert publish(browser, id_).headers["Location"].endswith("controleren?fouten=1")
    assert work.desk.store.newest_revision() == 1

    mend(browser, id_, do="cell", row="1", column="7", text="Lettertje")
    mend(browser, id_, do="word", field="ref_area", word="Vlaanderen", code="VL")
    mend(browser, id_, do="cell", row="6", column="6", text="24199")
    left = mend(browser, id_, do="cell", row="4", column="6", text="10,7")

    assert [one for one in left if one.startswith("Fout")] == []
    assert [one for one in left if "van 23,2 (2009) naar 35,2 (2010)" in one]
    explain(browser, id_, "De regels over de inburgeringsplicht zijn gewijzigd")
    assert publish(browser, id_).headers["Location"] == "/gegevens/versies/2"
    revision = work.desk.store.revisions()[-1]
    assert revision.note == "Nieuwe telling. Uitleg: De regels over de inburgeringsplicht zijn gewijzigd"
    regularised = work.desk.store.observations("regularised_persons")
    assert [(one.ref_area, one.obs_value) for one in regularised] == [("BE", 24199)]


@pytest.mark.parametrize(
    ("rows", "finding", "form", "value"),
    [
        (
            f"{GHENT};2023;n.v.t.",
            "Tekst in een cijferkolom: “n.v.t.”",
            {"do": "marker", "word": "n.v.t.", "code": "Q"},
            None,
        ),
        (f"{GHENT};2023;5.310", "Punt of komma?", {"do": "reading", "name": "Waarde", "mark": "comma"}, 5310),
        (
            "Gnet;2023;5310",
            "Gebied “Gnet” kennen we niet",
            {"do": "word", "field": "ref_area", "word": "Gnet", "code": GHENT},
            5310,
        ),
        (
            f"{GHENT};dit jaar;5310",
            "“dit jaar” is geen",
            {"do": "word", "field": "time_period", "word": "dit jaar", "text": "2023"},
            5310,
        ),
        (f"{GHENT};2023;-3", "Negatief getal (-3)", {"do": "cell", "row": 2, "column": 5, "text": "3310"}, 3310),
    ],
    ids=["marker", "decimal mark", "area", "period", "cell"],
)
def test_one_form_mends_one_finding(
    work: Office, rows: str, finding: str, form: dict[str, object], value: float | None
) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, tidy(rows)))
    assert [one for one in findings(browser, id_) if finding in one]

    assert [one for one in mend(browser, id_, **form) if one.startswith("Fout")] == []
    publish(browser, id_)
    assert [one.obs_value for one in work.desk.store.observations(PERSONS)] == [value]


def test_of_two_rows_for_one_number_one_is_left_out(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, tidy(f"{GHENT};2023;5310", f"{GHENT};2023;5311")))
    assert "Laat rij 2 weg" in browser.get(place(id_, "controleren")).text

    mend(browser, id_, do="row", row="2")

    publish(browser, id_)
    assert [one.obs_value for one in work.desk.store.observations(PERSONS)] == [5311]


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"do": "cell", "row": "2"},
        {"do": "cell", "row": "999999", "column": "9", "text": "1"},
        {"do": "reading", "name": "Waarde", "mark": "onzin"},
        {"do": "word", "field": "onzin", "word": "x", "code": "y"},
        {"do": "marker", "word": "x", "code": "onzin"},
        {"do": "row", "row": "²"},
        {"do": "answer", "key": "K", "text": " "},
    ],
)
def test_a_repair_that_makes_no_sense_changes_no_figure(work: Office, form: dict[str, str]) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, tidy(f"{GHENT};2023;5310")))

    assert send(browser, place(id_, "controleren"), **form).status_code == 302

    assert browser.get(place(id_, "controleren")).status_code == 200
    publish(browser, id_)
    assert [one.obs_value for one in work.desk.store.observations(PERSONS)] == [5310]
