import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from upload_specimens import ALWAYS, code_of, specimens, told
from uploads import (
    AREAS,
    GHENT,
    PERSONS,
    PROFILE,
    SHARE,
    SOURCE,
    TENANTS,
    book,
    checked,
    context,
    series,
    share,
    tidy,
)

from data.engines import sqlite_url
from data.store import Store
from data.upload.finding import ERROR, INFO, LEVELS, WARNING, Finding, finding, read_checks
from data.upload.mapping import Mapping
from data.upload.report import NEEDS_MAPPING, READY, REJECTED, Report, check_book

HEAD = ("Indicator", "Bron", "Gebied", "Periode", "Waarde")
ROW = (PERSONS, SOURCE, GHENT, "2023", "5310")


def codes(report: Report) -> set[str]:
    return {one.code for one in report.findings} - ALWAYS


def found(report: Report, code: str) -> Finding:
    return next(one for one in report.findings if one.code == code)


@pytest.fixture(scope="module")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store for all specimens: only one of them publishes."""
    with closing(Store(sqlite_url(tmp_path_factory.mktemp("small") / "store.sqlite"))) as store:
        store.prepare()
        yield store


@pytest.mark.parametrize("specimen", specimens(), ids=code_of)
def test_a_specimen_is_found_by_its_check_and_by_no_other(specimen: Path, small_store: Store) -> None:
    assert told(specimen, small_store) == {code_of(specimen)}


def test_every_check_has_one_specimen() -> None:
    assert sorted(map(code_of, specimens())) == sorted(read_checks())


def test_unknown_areas_can_be_skipped_all_at_once() -> None:
    text = tidy("Gnet;2023;5310", "44021;2023;5320")
    made = checked(text).mapping
    assert made

    report = checked(text, mapping=made.translated("ref_area", {"*": "skip"}))

    assert (report.status, report.counts["ready"], codes(report)) == (READY, 1, {"G11"})


def test_many_findings_of_one_kind_are_counted() -> None:
    report = checked(tidy(*(f"{GHENT};{year};-{year}" for year in range(1990, 2027)), *["44021;2001;-1"] * 90))

    assert Counter(one.code for one in report.findings)["D1"] <= 100
    assert "L9" in codes(checked(tidy(*(f"Dorp {number};2023;5310" for number in range(140)))))


def test_data_about_persons_are_refused_and_nothing_is_kept() -> None:
    report = checked(tidy("85.07.30-033.28;2023;5310"))

    assert (report.status, report.mapping, len(report.frame)) == (REJECTED, None, 0)
    assert "We hebben het bestand niet bewaard." in found(report, "P1").message


@pytest.mark.parametrize(
    "rows",
    [
        (("Naam", "Geboortedatum"), ("An", "30-07-1985"), ("Bo", "31-07-1985")),
        (("Voornaam", "Geboortedatum"), ("An", "30-07-1985"), ("Bo", "31-07-1985")),
        (("Contact", "Waarde"), ("an@gent.be", "1"), ("bo@gent.be", "2")),
        (("Nummer", "Waarde"), ("85073003328", "1"), ("85073003328 ", "2")),
    ],
)
def test_names_with_birth_dates_addresses_and_bare_numbers_are_personal(rows: tuple[tuple[str, ...], ...]) -> None:
    expected = set() if rows[0][0] == "Naam" else {"P1"}

    assert codes(check_book(book(*rows), None, context())) & {"P1"} == expected


def test_amounts_of_eleven_digits_are_not_national_numbers() -> None:
    amounts = [("85073003328",), ("85073003329",), *((str(10_000_000_000 + 977 * n),) for n in range(50))]

    assert "P1" not in codes(check_book(book(("Bedrag",), *amounts), None, context()))


def test_each_check_has_its_stage_level_and_sentences() -> None:
    table = read_checks()

    assert {one.level for one in table.values()} == set(LEVELS)
    for code, one in table.items():
        assert one.title, code
        assert one.message.endswith((".", "?", "”", "}")), code
        assert one.advice.endswith("."), code
        assert one.blocks or one.level != ERROR, code


def test_the_status_says_who_can_mend_it() -> None:
    assert checked(tidy("44021;2023;5310")).status == READY
    assert checked(tidy("Vlaanderen;2023;5310")).status == NEEDS_MAPPING
    assert checked(tidy("44021;2023;-3")).status == REJECTED


def test_an_error_says_where_what_and_how_to_mend_it() -> None:
    told = found(checked(tidy("44021;2023;5310", "71016;2023;24.19.99")), "W1")

    assert told.message == (
        "rij 3, kolom E: “24.19.99” is geen geldig getal. We verwachten een getal zoals 24.199 of 24199. "
        "Bedoelde je 24.199 of 241.999?"
    )
    assert (told.row, told.column, told.value, told.level) == (3, 5, "24.19.99", ERROR)
    assert told.advice == "Verbeter de cel in je bestand, of maak ze leeg."


def test_errors_come_before_warnings_before_the_rest() -> None:
    levels = [one.level for one in checked(tidy("44021;2023;n.b.", "44021;1899;-3", "2000;2022;5")).findings]

    assert levels == sorted(levels, key=(ERROR, WARNING, INFO).index)


def test_the_mapping_is_the_same_after_json() -> None:
    made = checked(tidy("44021;5310;5420", head="Gebied;2022;2023")).mapping
    assert made

    assert Mapping.from_json(made.to_json()) == made


def test_chosen_readings_decide_what_a_number_means() -> None:
    text = tidy("44021;2023;1.234")
    made = checked(text).mapping
    assert made

    for reading, value in (("comma", 1234.0), ("point", 1.234)):
        report = checked(text, mapping=replace(made, readings={"Waarde": reading}))
        assert list(report.frame["obs_value"]) == [value]
        assert list(report.frame["printed"]) == ["1.234"]


def test_fractions_become_percentages_only_when_chosen() -> None:
    rows = (f"{area};2023;0,675" for area in (GHENT, "71016", "41002", "11002"))
    text = tidy(*rows, indicator=SHARE)
    made = checked(text).mapping
    assert made

    report = checked(text, mapping=replace(made, readings={"Waarde": "fraction"}))

    assert list(report.frame["obs_value"]) == [67.5] * 4
    assert "W7" not in codes(report)


def test_one_decimal_point_among_commas_is_a_mistake_and_no_other_way_of_writing() -> None:
    values = zip(AREAS, ("35,2", "54,1", "9,7", "24.1999"), strict=False)

    report = checked(share(*(f"{area};2023;{value};;;;;;;;" for area, value in values)))

    assert [(one.row, one.value) for one in report.findings if one.code == "W1"] == [(5, "24.1999")]


def test_a_jump_larger_than_every_earlier_one_is_asked_about_in_a_short_series() -> None:
    earlier = series(SHARE, {GHENT: (9.0, 18.6, 18.3, 23.2)}, first=2006)

    report = checked(share(f"{GHENT};2010;35,2;;;;;;;;"), context=context(earlier))

    assert [one.code for one in report.findings if one.code == "T1"] == ["T1"]


def test_groups_that_overlap_are_not_added_up_once_the_mapping_says_so() -> None:
    text = tidy("VLG;2023;m;54,4", "VLG;2023;f;51", indicator=PROFILE, head="Gebied;Periode;Geslacht;Waarde")
    first = checked(text)
    told_first = found(first, "S1")
    assert first.mapping

    report = checked(text, mapping=replace(first.mapping, overlapping=(told_first.mend,)))

    assert (first.status, told_first.mend, report.status) == (NEEDS_MAPPING, "sex", READY)
    assert [one.code for one in report.open_warnings] == ["S5"]


def test_a_wrong_total_is_told_at_the_total_with_the_sum_that_would_mend_it() -> None:
    parts = [f"44021;2023;{code};10" for code in ("be", "eu", "non_eu", "unknown")]
    rows = ["44021;2023;;41", *parts]

    told_total = found(checked(tidy(*rows, indicator=TENANTS, head="Gebied;Periode;Nationaliteit;Waarde")), "S2")

    assert (told_total.row, told_total.value, told_total.mend) == (2, "41", "40")


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("Gebied;Periode;Waarde;", "44021;2023;5310;8", "Kolom F heeft cijfers maar geen naam."),
        ("Gebied;Periode;Waarde;;;", "44021;2023;5310;8;9;7", "De kolommen F, G en H hebben cijfers maar geen naam."),
    ],
)
def test_columns_without_a_name_are_named_by_their_letters(head: str, row: str, expected: str) -> None:
    assert expected in found(checked(tidy(row, head=head)), "K1").message


def test_every_code_stands_in_the_table_of_checks() -> None:
    table = (Path(__file__).parent.parent / "docs" / "upload-checks.md").read_text(encoding="utf-8")

    assert {code for code in read_checks() if not re.search(rf"\b{code}\b", table)} == set()


def test_a_namesake_of_a_province_is_asked_beside_provinces_and_read_among_municipalities() -> None:
    beside = checked(tidy("Limburg;2023;5310", "Antwerpen;2023;9310"))
    among = checked(tidy("Gent;2023;5310", "Antwerpen;2023;9310"))
    assert beside.mapping

    chosen = checked(
        tidy("Limburg;2023;5310", "Antwerpen;2023;9310"),
        mapping=beside.mapping.translated("ref_area", {"Antwerpen": "10000"}),
    )

    assert found(beside, "G12").value == "Antwerpen"
    assert [one.ref_area for one in among.observations()] == [GHENT, "11002"]
    assert [one.ref_area for one in chosen.observations()] == ["70000", "10000"]
    assert "G12" not in codes(chosen)


@pytest.mark.parametrize(("count", "expected"), [(1, "staat in 1 rij."), (1200, "staat in 1.200 rijen.")])
def test_a_count_is_written_as_people_do(count: int, expected: str) -> None:
    assert expected in finding("G2", value="Gnet", count=count, suggestion="").message
