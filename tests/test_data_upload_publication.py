import csv
import io
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import annexed
import pytest
from made import observation, publish, run
from openpyxl import load_workbook
from uploads import GHENT, PERSONS, book, checked, context, observed, text_book, tidy

from data.engines import sqlite_url
from data.export import rows_of, to_csv
from data.reading.limits import Limits
from data.store import Store
from data.upload.compare import compare
from data.upload.publication import NotPublished, Publication
from data.upload.publication import publish as publish_report
from data.upload.remarks import with_remarks
from data.upload.report import READY, Report, check, check_book
from data.upload.template import csv_template, heads, workbook_template

WHO = Publication("cijfers.csv", "An", "Nieuwe cijfers van 2023.", 0)


def changed(report: Report, **answers: str) -> Report:
    """The same report with answers to its warnings."""
    assert report.mapping
    return replace(report, mapping=replace(report.mapping, answers=answers))


def test_a_checked_file_becomes_a_revision(store: Store) -> None:
    number = publish_report(store, checked(tidy("44021;2023;5310")), WHO)

    (published,) = store.observations(PERSONS)
    assert published == observed(PERSONS, GHENT, "2023", 5310, printed="5310", revision=number)
    assert (store.revisions()[0].author, store.revisions()[0].note) == ("An", "Nieuwe cijfers van 2023.")


def test_a_second_file_adds_to_the_first_and_removes_nothing(store: Store) -> None:
    publish_report(store, checked(tidy("44021;2023;5310")), WHO)
    publish_report(store, checked(tidy("71016;2023;4310")), replace(WHO, seen=1))

    assert [(one.ref_area, one.obs_value) for one in store.observations(PERSONS)] == [(GHENT, 5310), ("71016", 4310)]


def test_a_file_checked_before_another_publication_is_refused_with_who_and_what(store: Store) -> None:
    publish_report(store, checked(tidy("44021;2023;5310")), replace(WHO, author="Bo"))

    with pytest.raises(NotPublished) as refused:
        publish_report(store, checked(tidy("44021;2023;5311")), WHO)

    (told,) = refused.value.findings
    assert told.code == "Z5"
    assert "publiceerde Bo versie 1 op" in told.message
    assert "0 nieuwe en 1 andere cijfers" in told.message
    assert [one.obs_value for one in store.observations(PERSONS)] == [5310]


def test_a_publication_of_another_indicator_does_not_stand_in_the_way(store: Store) -> None:
    publish(store, observation())

    assert publish_report(store, checked(tidy("44021;2023;5310")), WHO) == 2


def test_of_many_who_publish_at_once_one_wins(store: Store) -> None:
    reports = [checked(tidy(f"44021;2023;{value}")) for value in range(5000, 5006)]

    def attempt(report: Report) -> int | str:
        try:
            return publish_report(store, report, WHO)
        except NotPublished as refused:
            return refused.findings[0].code

    with ThreadPoolExecutor(6) as people:
        assert sorted(map(str, people.map(attempt, reports))) == ["1", *["Z5"] * 5]


@pytest.mark.parametrize(
    ("text", "who", "code"),
    [
        (tidy("44021;1899;5310"), WHO, "Z1"),
        (tidy("Vlaanderen;2023;5310"), WHO, "Z3"),
        (tidy("44021;2023;5310"), replace(WHO, note=" "), "Z3"),
        (tidy("44021;2023;5310"), replace(WHO, author=""), "Z3"),
        (tidy("44021;2023;5310"), replace(WHO, uploader="An"), "Z2"),
    ],
)
def test_what_is_not_complete_is_not_published(store: Store, text: str, who: Publication, code: str) -> None:
    with pytest.raises(NotPublished) as refused:
        publish_report(store, checked(text), who)

    assert [one.code for one in refused.value.findings] == [code]
    assert store.newest_revision() == 0


def test_a_warning_with_an_answer_is_published(store: Store) -> None:
    report = checked(tidy("44021;1899;5310"))
    asked = report.open_warnings[0]

    assert publish_report(store, changed(report, **{asked.key: "Zo oud is de reeks."}), WHO) == 1


def test_a_withdrawal_restores_what_stood_before_and_keeps_what_came_later(store: Store) -> None:
    for area, value in (("BE", 1.0), ("VLG", 2.0)):
        publish(store, observation(ref_area=area, obs_value=value), dataset=area)
    publish(store, *(observation(ref_area=area, obs_value=9.0) for area in ("BE", "VLG", "WG")), dataset="upload")
    publish(store, observation(ref_area="VLG", obs_value=5.0), dataset="later")

    assert store.withdraw(3, "An", "Een vergissing.") == 5

    values = {one.ref_area: one.obs_value for one in store.observations("work")}
    assert values == {"BE": 1.0, "VLG": 5.0}
    assert len(store.observations("work", 4)) == 3


def test_a_withdrawal_can_be_withdrawn(store: Store) -> None:
    publish(store, observation(obs_value=1.0))
    store.withdraw(1, "An", "Een vergissing.")
    assert store.observations("work") == ()

    store.withdraw(2, "An", "Toch niet.")

    assert [one.obs_value for one in store.observations("work")] == [1.0]


def test_a_comparison_tells_new_changed_vanished_and_same() -> None:
    stored = [observed(PERSONS, area, "2022", value) for area, value in ((GHENT, 10), ("71016", 20), ("41002", 30))]
    fresh = [*stored[:1], replace(stored[1], obs_value=21), observed(PERSONS, "11002", "2022", 40)]

    found = compare(fresh, lambda _: stored)

    assert (found.same, len(found.new), len(found.vanished)) == (1, 1, 1)
    assert [(old.obs_value, new.obs_value) for old, new in found.changed_numbers] == [(20, 21)]


def test_our_own_export_comes_back_unchanged(figures: annexed.ByIndicator) -> None:
    published = [one for observations in figures.values() for one in observations]
    text = "".join(to_csv(row for observations in figures.values() for row in rows_of(observations)))
    rows = list(csv.reader(io.StringIO(text, newline="")))

    report = check_book(replace(book(*rows), kind="csv"), None, context(published))

    assert report.status == READY
    comparison = compare(report.observations(), lambda indicator: figures[indicator])
    assert (comparison.same, comparison.new, comparison.changed) == (len(published), (), ())


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_filled_in_template_passes_the_check(kind: str, tmp_path: Path) -> None:
    catalogue = annexed.catalogue()
    indicator = catalogue.indicators["employment_rate_nationality"]
    row = {"indicator": indicator.title, "ref_area": "Vlaams Gewest", "time_period": 2023, "obs_value": 44.5}
    row |= {"nationality": "niet-EU-nationaliteit", "unit_measure": "%", "source": "VRIND 2011", "sample_size": 1200}
    path = tmp_path / f"sjabloon.{kind}"
    values = [row.get(field, "") for field in heads(indicator)]
    if kind == "xlsx":
        filled = load_workbook(BytesIO(workbook_template(indicator, catalogue)))
        filled["Cijfers"].append([one or None for one in values])
        filled.save(path)
    else:
        line = ";".join(str(one).replace(".", ",") for one in values)
        path.write_text(csv_template(indicator) + line + "\r\n", encoding="utf-8")

    report = check(path, path.name, None, context(), limits=Limits())

    assert (report.status, [one.code for one in report.findings if one.level != "info"]) == (READY, [])
    (made,) = report.observations()
    assert (made.ref_area, made.time_period, made.obs_value) == ("VLG", "2023", 44.5)
    assert (made.breakdown, made.source, made.sample_size) == ({"nationality": "non_eu"}, "vrind_2011", 1200)


def test_a_workbook_template_offers_lists() -> None:
    catalogue = annexed.catalogue()

    made = load_workbook(BytesIO(workbook_template(catalogue.indicators["employment_rate"], catalogue)))

    rules = made["Cijfers"].data_validations.dataValidation
    column = next(cell.column_letter for cell in made["Cijfers"][1] if cell.value == "Geslacht")
    assert "vrouwen" in [cell.value for cell in made["Keuzelijsten"][column]]
    assert all(rule.type == "list" and rule.formula1.startswith("=lijst_") for rule in rules)
    assert made["Keuzelijsten"].sheet_state == "hidden"


def test_the_workbook_with_remarks_marks_the_cells_and_holds_no_formula(tmp_path: Path) -> None:
    text = tidy("44021;2023;-3;=1+1", head="Gebied;Periode;Waarde;Opmerking")

    made = load_workbook(BytesIO(with_remarks(text_book(text).sheets[0], checked(text).findings)))

    cell = made.worksheets[0]["E2"]
    assert cell.value == "-3"
    assert cell.comment.text.startswith("fout: rij 2, kolom E: -3 is negatief.")
    cells = [one for sheet in made.worksheets for row in sheet for one in row]
    assert [one.value for one in cells if one.data_type == "f"] == []


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return sqlite_url(tmp_path_factory.mktemp("shell") / "store.sqlite")


@pytest.fixture
def files(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    file, mapping = tmp_path / "cijfers.csv", tmp_path / "koppeling.json"
    file.write_text(tidy("44021;2023;55310"), encoding="utf-8")
    made = checked(tidy("44021;2023;55310")).mapping
    assert made
    mapping.write_text(replace(made, answers={"M4": "Dit is een andere bron."}).to_json(), encoding="utf-8")
    return file, mapping


def test_the_shell_checks_publishes_and_withdraws(files: tuple[Path, Path], url: str) -> None:
    file, mapping = map(str, files)

    checked_file = run("-m", "data", "check", file, "--json", url=url)
    told = json.loads(checked_file.stdout)
    assert (checked_file.returncode, told["status"], told["counts"]["ready"]) == (0, "ready", 1)
    assert {"code", "level", "message", "sheet", "row", "column", "value", "advice"} <= told["findings"][0].keys()
    facts = ("--author", "An", "--note", "Nieuw.")
    published = run("-m", "data", "publish", file, "--mapping", mapping, *facts, url=url)
    assert (published.returncode, published.stderr) == (0, "")
    assert "staat online: 1 cijfers." in published.stdout
    number = published.stdout.split()[2]
    withdrawn = run("-m", "data", "withdraw", number, *facts, url=url)
    assert withdrawn.stdout.startswith(f"Gelukt. Versie {number} is ingetrokken")
    with closing(Store(url)) as store:
        assert [one for one in store.observations(PERSONS) if one.ref_area == GHENT] == []


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", "rejected", 1),
        (b"%PDF-1.7", "rejected", 1),
        (b"\0\1\2", "rejected", 1),
        (b"a;b\n1;2\n", "needs_mapping", 0),
    ],
)
def test_any_file_gets_a_report_and_never_a_trace(
    content: bytes, status: str, code: int, url: str, tmp_path: Path
) -> None:
    file = tmp_path / "bestand.xlsx"
    file.write_bytes(content)

    ended = run("-m", "data", "check", str(file), "--json", url=url)

    assert (ended.returncode, ended.stderr) == (code, "")
    assert json.loads(ended.stdout)["status"] == status


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "nergens.csv"),
        ("template", "bestaat_niet"),
        ("withdraw", "99", "--author", "An", "--note", "Weg."),
        ("withdraw", "1", "--author", " ", "--note", "Weg."),
    ],
)
def test_a_command_that_cannot_be_done_is_one_sentence(arguments: tuple[str, ...], url: str) -> None:
    ended = run("-m", "data", *arguments, url=url)

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.count("\n") == 1
