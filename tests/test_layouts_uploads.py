"""The upload wizard over HTTP: six steps to a publication, refusals of which nothing stays, and who may what."""

import re
from io import BytesIO
from threading import Thread
from uuid import uuid4

import pytest
from desk import Office, id_of, place, publish, send, upload
from openpyxl import Workbook
from uploads import GHENT, PERSONS, tidy

from data.accounts.rights import Grant, Role
from data.drafts import drafts as rows_of_drafts

GOOD = tidy(f"{GHENT};2022;5310", f"{GHENT};2023;5350", f"{GHENT};2024;5402")
STEPS = {
    "bestand": "bestand",
    "blad": "blad en kolomkoppen",
    "kolommen": "kolommen koppelen",
    "controleren": "controleren",
    "voorbeeld": "voorbeeld",
    "publiceren": "publiceren",
}
UPLOADER, APPROVER = Grant(Role.UPLOADER, GHENT), Grant(Role.APPROVER, GHENT)
PERSONAL = "Naam;Rijksregisternummer\nAn;85.07.30-033.28\nBo;17.07.30-033.84\n"


def values(work: Office, indicator: str = PERSONS) -> list[float | None]:
    return [one.obs_value for one in work.desk.store.observations(indicator)]


def test_a_good_file_goes_through_six_steps_to_a_publication(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, GOOD))
    for number, (step, name) in enumerate(STEPS.items(), 1):
        assert f"<h1>Stap {number} van 6: {name}</h1>" in browser.get(place(id_, step)).text

    answer = publish(browser, id_)

    assert answer.headers["Location"] == "/gegevens/versies/1"
    assert values(work) == [5310, 5350, 5402]
    assert "Gelukt. Versie 1 staat online. 1 pagina is aangepast." in browser.get("/gegevens/versies/1").text


@pytest.mark.parametrize(
    ("content", "name", "status", "told"),
    [
        ("", "leeg.csv", 422, "is leeg"),
        ("\0\1\2" * 50, "x.xlsx", 422, "“x.xlsx” is geen tekst"),
        (PERSONAL, "mensen.csv", 422, "rijksregisternummers te bevatten. We hebben het bestand niet bewaard"),
        ("a;b\n" + "1;2\n" * 6_000_000, "groot.csv", 413, "Het maximum is 20 MB"),
        ("a;b\n" + "1;2\n" * 5_250_000, "net te groot.csv", 422, "Het maximum is 20 MB"),
    ],
    ids=["empty", "no table", "persons", "larger than a form", "larger than a file"],
)
def test_nothing_stays_of_a_file_that_is_refused(work: Office, content: str, name: str, status: int, told: str) -> None:
    browser = work.browser()
    before = work.tables()

    answer = upload(browser, content, name)

    assert (answer.status_code, told in answer.text) == (status, True)
    assert work.tables() == before
    assert work.kept() == []


def test_a_last_line_of_one_blank_is_no_row_of_figures(work: Office) -> None:
    browser = work.browser()

    id_ = id_of(upload(browser, f"{GOOD} "))

    assert "Gelukt. 3 cijfers staan klaar." in browser.get(place(id_, "controleren")).text


def test_a_broken_off_upload_leaves_no_file(work: Office) -> None:
    class Broken(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise ConnectionError

    with pytest.raises(ConnectionError):
        work.desk.files.receive(Broken(), "x.csv", 10)

    assert work.kept() == []


def test_a_form_without_a_file_or_with_a_wrong_year_says_so_at_its_field(work: Office) -> None:
    answer = send(work.browser(), "/gegevens/opladen", area="", period="vorig jaar")

    assert answer.status_code == 422
    assert '<a href="#file">Kies een bestand.</a>' in answer.text
    assert "“vorig jaar” is geen jaar" in answer.text


def test_the_same_form_sent_twice_is_one_upload(work: Office) -> None:
    browser, key = work.browser(), uuid4().hex

    first, second = (upload(browser, GOOD, key=key) for _ in range(2))

    assert first.headers["Location"] == second.headers["Location"]
    assert work.kept() == [id_of(first)]


def test_the_same_form_sent_ten_times_at_once_is_one_upload(work: Office) -> None:
    key, places = uuid4().hex, []
    browsers = [work.browser() for _ in range(10)]
    senders = [Thread(target=lambda one: places.append(id_of(upload(one, GOOD, key=key))), args=(b,)) for b in browsers]
    for one in senders:
        one.start()
    for one in senders:
        one.join()

    assert len(places) == 10
    assert work.kept() == sorted(set(places))


def test_the_name_of_a_file_is_shown_as_text_and_never_used_as_a_path(work: Office) -> None:
    browser = work.browser()

    id_ = id_of(upload(browser, GOOD, "../../<script>alert(1)</script>\u202e.csv"))

    text = browser.get(place(id_, "bestand")).text
    assert "../../&lt;script&gt;alert(1)&lt;/script&gt;.csv" in text
    assert work.kept() == [id_]
    assert (work.folder / id_).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("file", ["origineel", "opmerkingen"])
def test_a_name_with_any_letters_is_written_in_the_ascii_of_a_header(work: Office, file: str) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, GOOD, "../Belgie\u0308 \N{GRINNING FACE}.csv"))

    answer = browser.get(place(id_, file), buffered=True)

    assert answer.status_code == 200
    named = answer.headers["Content-Disposition"]  # as RFC 6266 wants it: gunicorn answers 500 to anything else
    assert named.isascii()
    assert "Belgi%C3%AB%20%F0%9F%98%80" in named
    assert "/" not in named


def test_a_municipality_that_sent_200_mb_in_a_day_must_wait(work: Office) -> None:
    browser = work.browser()
    upload(browser, GOOD)
    with work.accounts.database.writing() as connection:
        connection.execute(rows_of_drafts.UPLOAD.update().values(size=201 * 1024 * 1024))

    answer = upload(browser, GOOD)

    assert answer.status_code == 429
    assert "al 200 MB opgeladen" in answer.text


def test_a_source_and_a_year_from_step_1_hold_for_all_rows(work: Office) -> None:
    browser = work.browser()
    text = f"Indicator;Gebied;Waarde\n{PERSONS};{GHENT};5310\n"
    id_ = id_of(upload(browser, text, source="vrind_2011", period="2023"))

    assert publish(browser, id_).status_code == 302
    assert [(one.time_period, one.source) for one in work.desk.store.observations(PERSONS)] == [("2023", "vrind_2011")]


def wide() -> bytes:
    """A workbook as people have it: a title, years across under a merged name, a footnote, and another sheet."""
    book = Workbook()
    book.active.append(["Lees mij"])
    sheet = book.create_sheet("Cijfers")
    for row in (
        ["Inwoners per gemeente"],
        [],
        ["Gemeente", 2022, 2023],
        ["Gent", 5310, 5350],
        ["Genk", 5200, 5230],
        [],
        ["Bron: eigen telling"],
    ):
        sheet.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_step_2_shows_title_names_and_footnote_and_tells_that_years_stand_across(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, wide(), "wijd.xlsx"))

    text = browser.get(place(id_, "blad")).text

    rows = re.findall(r'<tr class="(\w*)"><th scope="row">(\d)</th>', text)
    assert rows == [
        ("titel", "1"),
        ("", "2"),
        ("kop", "3"),
        ("cijfers", "4"),
        ("cijfers", "5"),
        ("", "6"),
        ("voetnoot", "7"),
    ]
    assert "We herkennen een breed bestand" in text
    assert re.search(r'value="Cijfers" checked', text)


def test_another_sheet_and_other_header_rows_are_read_again(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, wide(), "wijd.xlsx"))

    send(browser, place(id_, "blad"), sheet="Cijfers", first="4", last="4", again="1")
    assert "<li>Gent</li>" in browser.get(place(id_, "blad")).text
    send(browser, place(id_, "blad"), sheet="Sheet", first="4", last="4", again="1")

    assert "<li>Lees mij</li>" in browser.get(place(id_, "blad")).text
    wrong = send(browser, place(id_, "blad"), sheet="Sheet", first="900", last="2")
    assert (wrong.status_code, "De kop telt hoogstens 3 rijen" in wrong.text) == (422, True)


def test_a_wide_workbook_is_published_once_its_indicator_and_source_are_chosen(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, wide(), "wijd.xlsx"))
    stopped = browser.get(place(id_, "voorbeeld"))
    assert stopped.headers["Location"] == place(id_, "controleren?fouten=1")
    told = browser.get(stopped.headers["Location"]).text
    assert "We missen de kolom “Indicator”" in told

    send(browser, place(id_, "kolommen"), all_indicator=PERSONS, all_source="vrind_2011")

    assert publish(browser, id_).status_code == 302
    assert values(work) == [5310, 5350, 5200, 5230]
    assert (
        "onthouden van vorige keer"
        in browser.get(place(id_of(upload(browser, wide(), "w.xlsx", source="vrind_2011")), "kolommen")).text
    )


def test_a_column_that_a_person_links_is_called_chosen(work: Office) -> None:
    browser = work.browser()
    text = f"Indicator;Bron;Gebied;Periode;Hoeveel;Iets\n{PERSONS};vrind_2011;{GHENT};2023;5310;x\n"
    id_ = id_of(upload(browser, text))

    send(browser, place(id_, "kolommen"), f5="note")

    page = browser.get(place(id_, "kolommen")).text
    assert page.count("zelf gekozen") == 1
    assert page.count(">voorgesteld<") == 5


def test_what_was_kept_for_later_is_in_the_list_and_still_there(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, GOOD, "later.csv"))

    answer = send(browser, place(id_, "kolommen"), f0="", later="1")

    assert answer.headers["Location"] == "/gegevens/opladen"
    text = browser.get("/gegevens/opladen").text
    assert "Je kunt later verder bij “Mijn opladingen”" in text
    assert f'href="{place(id_, "controleren")}" aria-label="Ga verder met later.csv"' in text


def test_an_upload_of_the_same_layout_keeps_the_links_of_the_one_that_it_replaces(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, wide(), "wijd.xlsx"))
    send(browser, place(id_, "kolommen"), all_indicator=PERSONS, all_source="vrind_2011")

    better = id_of(upload(browser, wide(), "beter.xlsx", earlier=id_))

    assert "Gelukt. 4 cijfers staan klaar." in browser.get(place(better, "controleren")).text


def test_a_draft_that_was_wiped_is_gone_with_its_file(work: Office) -> None:
    browser = work.browser()
    id_ = id_of(upload(browser, GOOD))

    send(browser, place(id_, "wissen"))

    assert work.kept() == []
    assert browser.get(place(id_, "controleren")).status_code == 404


def test_drafts_that_nobody_touched_for_30_days_are_swept(work: Office) -> None:
    browser = work.browser()
    old, new = (id_of(upload(browser, GOOD)) for _ in range(2))
    with work.accounts.database.writing() as connection:
        table = rows_of_drafts.UPLOAD
        connection.execute(
            table.update().where(table.c.id == old).values(changed_at=work.accounts.database.now() - 2_592_001)
        )

    work.desk.sweep()

    assert work.kept() == [new]
