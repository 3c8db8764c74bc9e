"""Steps 5 and 6 and the versions over HTTP: old against new, publishing, taking back, files, and who may what."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from annexed import catalogue as annex_catalogue
from desk import Office, explain, id_of, mend, office, place, publish, send, upload
from openpyxl import load_workbook
from signed_in import person
from uploads import GENK, GHENT, PERSONS, SOURCE, observed, tidy

from data.accounts.rights import Grant, Role
from data.catalogue import Catalogue

UPLOADER, APPROVER = Grant(Role.UPLOADER, GHENT), Grant(Role.APPROVER, GHENT)
REPOSITORY = Path(__file__).parent.parent
BUREAU = "kruispuntbank_inburgering"


@pytest.fixture
def two_pairs_of_eyes(tmp_path: Path, catalogue: Catalogue) -> Iterator[Office]:
    with office(tmp_path, catalogue, four_eyes=True) as opened:
        yield opened


def test_step_5_shows_new_changed_and_absent_figures_and_writes_nothing(work: Office) -> None:
    earlier = [
        observed(PERSONS, GHENT, period, value) for period, value in (("2021", 5000), ("2022", 5200), ("2023", 5300))
    ]
    work.desk.store.publish([*earlier, observed(PERSONS, GENK, "2023", 900)], "a", "n", "d", "")
    browser = work.browser()
    id_ = id_of(upload(browser, tidy(f"{GHENT};2023;5310", f"{GHENT};2024;5402")))
    explain(browser, id_, "Nageteld")
    before = work.tables()

    text = browser.get(place(id_, "voorbeeld")).text

    assert "1 nieuwe waarde, 1 gewijzigd, 1 verdwenen." in text
    assert "<td>5.300</td><td>5.310</td><td>+10</td>" in re.sub(r"\s*\n\s*", "", text)
    assert "de huidige reeks (3 punten), de zwarte de nieuwe (4)" in text
    assert work.tables() == before


def test_who_was_overtaken_is_told_by_whom_and_keeps_the_draft(work: Office) -> None:
    browser, other = work.browser(), work.browser("an@voorbeeld.be")
    mine, theirs = (
        id_of(upload(one, tidy(f"{GHENT};2023;{value}"))) for one, value in ((browser, 5310), (other, 5320))
    )
    seen = re.findall(r'name="seen" value="(\d+)"', browser.get(place(mine, "publiceren")).text)[0]
    publish(other, theirs, seen=seen)
    explain(browser, mine, "Nageteld")

    answer = publish(browser, mine, seen=seen)

    assert answer.status_code == 409
    assert "Sinds je controle publiceerde Iemand versie 1 op" in answer.text
    assert "0 nieuwe en 1 andere cijfers" in answer.text
    assert [one.obs_value for one in work.desk.store.observations(PERSONS)] == [5320]
    assert publish(browser, mine, seen="1").status_code == 302


def test_a_second_click_on_publish_publishes_nothing_more(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, tidy(f"{GHENT};2023;5310")))
    publish(browser, id_)

    assert publish(browser, id_).status_code in (403, 409)
    assert work.desk.store.newest_revision() == 1
    assert "Dit bestand werd versie 1" in browser.get(place(id_, "publiceren")).text


def test_a_publication_needs_a_note_for_readers(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, tidy(f"{GHENT};2023;5310")))

    answer = publish(browser, id_, note=" ")

    assert answer.status_code == 422
    assert '<a href="#note">Zeg in hoogstens 300 tekens wat er verandert' in answer.text


def test_with_two_pairs_of_eyes_an_uploader_waits_for_an_approver(two_pairs_of_eyes: Office) -> None:
    uploader = two_pairs_of_eyes.browser("op@voorbeeld.be", UPLOADER)
    approver = two_pairs_of_eyes.browser("goed@voorbeeld.be", APPROVER)
    id_ = id_of(upload(uploader, tidy(f"{GHENT};2023;5310"), area=GHENT))

    assert "Iemand anders moet dit nakijken" in uploader.get(place(id_, "publiceren")).text
    assert publish(uploader, id_).status_code == 403
    assert publish(approver, id_).status_code == 302


def test_figures_outside_the_municipality_are_left_to_the_administrator_of_everything(work: Office) -> None:
    uploader = work.browser("op@voorbeeld.be", UPLOADER)
    id_ = id_of(upload(uploader, tidy("VLG;2023;5310"), area=GHENT))

    assert "Dit bestand heeft cijfers buiten je gemeente" in uploader.get(place(id_, "publiceren")).text
    assert publish(uploader, id_).status_code == 403
    assert publish(work.browser(), id_).status_code == 302


def test_a_municipality_of_others_cannot_be_chosen(work: Office) -> None:
    answer = upload(work.browser("op@voorbeeld.be", UPLOADER), tidy(f"{GENK};2023;5310"), area=GENK)

    assert (answer.status_code, "Kies voor welke gemeente" in answer.text) == (422, True)


def test_a_version_is_taken_back_and_what_stood_before_comes_again(work: Office) -> None:
    work.desk.store.publish([observed(PERSONS, GHENT, "2023", 5000)], "a", "n", "d", "")
    approver = work.browser("goed@voorbeeld.be", APPROVER)
    id_ = id_of(upload(approver, tidy(f"{GHENT};2024;5402"), area=GHENT))
    publish(approver, id_)
    assert "Zet vorige versie terug" in approver.get("/gegevens/versies/2").text

    answer = send(approver, "/gegevens/versies/2", note="Fout bestand")

    assert answer.headers["Location"] == "/gegevens/versies/3"
    assert [one.obs_value for one in work.desk.store.observations(PERSONS)] == [5000]
    assert [one.obs_value for one in work.desk.store.observations(PERSONS, 2)] == [5000, 5402]
    assert send(approver, "/gegevens/versies/1", note="Alles weg").status_code == 404
    assert send(approver, "/gegevens/versies/9", note="x").status_code == 404


def test_the_original_comes_back_byte_for_byte_as_a_download(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, tidy(f"{GHENT};2023;5310"), "cijfers é.csv"))

    answer = browser.get(place(id_, "origineel"))

    assert answer.data == tidy(f"{GHENT};2023;5310").encode()
    assert answer.mimetype == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    answer.close()


def test_the_remarks_stand_at_the_cells(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, tidy("Gnet;2023;5310")))

    book = load_workbook(BytesIO(browser.get(place(id_, "opmerkingen")).data))

    assert "“Gnet” staat in 1 rij" in book.worksheets[0]["C2"].comment.text


def test_a_filled_in_template_passes_at_once(work: Office) -> None:
    browser = work.browser()
    slug = annex_catalogue().indicators[PERSONS].slug
    head = browser.get(f"/gegevens/sjabloon?indicator={slug}&vorm=csv").text
    cells = {"Indicator": PERSONS, "Gebied": "Gent", "Periode": "2023", "Waarde": "5310", "Bron": SOURCE}
    row = ";".join(cells.get(name, "") for name in head.strip("\ufeff\r\n").split(";"))

    text = browser.get(place(id_of(upload(browser, f"{head}{row}\r\n")), "controleren")).text

    assert "Gelukt. 1 cijfer staat klaar." in text
    assert browser.get("/gegevens/sjabloon?indicator=nee").status_code == 404


def test_every_write_stands_in_the_log(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, tidy("Gnet;2023;5310")))
    mend(browser, id_, do="word", field="ref_area", word="Gnet", code=GHENT)
    publish(browser, id_)
    send(browser, "/gegevens/versies/1", note="Fout")

    with work.accounts.database.reading() as connection:
        rows = connection.exec_driver_sql("SELECT action FROM audit_log ORDER BY number").scalars().all()
    assert rows[-4:] == ["opgeladen", "verbeterd", "gepubliceerd", "ingetrokken"]


def test_figures_appear_at_the_start_of_the_chosen_day_in_belgium(tmp_path: Path, catalogue: Catalogue) -> None:
    clock = {"now": datetime(2030, 1, 10, 12, tzinfo=UTC).timestamp()}
    with office(tmp_path, catalogue, now=lambda: clock["now"]) as work:
        browser = work.browser()
        id_ = id_of(upload(browser, tidy(f"{GHENT};2023;5310")))
        assert publish(browser, id_, day="2030-01-10").status_code == 422
        assert publish(browser, id_, day="2030-01-15", seen="0").headers["Location"] == "/gegevens/opladen"
        assert "Lezers zien deze cijfers vanaf 15 januari 2030, 0.00 uur" in browser.get(place(id_, "publiceren")).text
        clock["now"] = datetime(2030, 1, 14, 22, 59, tzinfo=UTC).timestamp()
        work.desk.publish_due()
        assert work.desk.store.newest_revision() == 0

        clock["now"] = datetime(2030, 1, 14, 23, tzinfo=UTC).timestamp()
        work.desk.publish_due()

        assert [one.obs_value for one in work.desk.store.observations(PERSONS)] == [5310]
        work.desk.publish_due()
        assert work.desk.store.newest_revision() == 1


def test_a_draft_that_was_overtaken_before_its_day_waits_for_a_person(tmp_path: Path, catalogue: Catalogue) -> None:
    clock = {"now": datetime(2030, 1, 10, 12, tzinfo=UTC).timestamp()}
    with office(tmp_path, catalogue, now=lambda: clock["now"]) as work:
        browser = work.browser()
        waits, comes = (id_of(upload(browser, tidy(f"{GHENT};2023;{value}"))) for value in (5310, 5320))
        publish(browser, waits, day="2030-01-15", seen="0")
        publish(browser, comes, seen="0")
        clock["now"] += 10 * 24 * 3600

        work.desk.publish_due()

        assert [one.obs_value for one in work.desk.store.observations(PERSONS)] == [5320]
        assert [one.status for one in work.desk.drafts.listed(person(work.accounts, "baas@voorbeeld.be", set()))] == [
            "draft"
        ]
