"""The layouts that people have, read as they are: small files of our own in each of them; every figure is made up."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from upload_specimens import book_of
from uploads import GHENT, PERSONS, SHARE, SOURCE, TENANTS, context, lines

from data.upload.report import Report, check_book

EMPLOYMENT = "employment_rate_eurostat"


def read(path: Path, content: str | bytes, **chosen: object) -> Report:
    """Check a file as it is suggested; `chosen` are words to translate by field, or `fixed`."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    mapping = check_book(book_of(path), None, context()).mapping
    assert mapping
    mapping = replace(mapping, fixed={**mapping.fixed, **chosen.pop("fixed", {})})
    for field, words in chosen.items():
        mapping = mapping.translated(field, words)
    return check_book(book_of(path), mapping, context())


def figures(report: Report) -> list[tuple[str, str, str, float | None, str]]:
    """What was understood: area, period, breakdown, value, status."""
    return [
        (one.ref_area, one.time_period, ",".join(sorted(one.breakdown.values())), one.obs_value, one.obs_status)
        for one in report.observations()
    ]


def codes(report: Report) -> set[str]:
    return {one.code for one in report.findings}


def workbook(**sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook with these rows in these sheets."""
    made, file = Workbook(), io.BytesIO()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(file)
    return file.getvalue()


CODED = lines(
    "STRUCTURE,STRUCTURE_ID,freq,unit,Unit of measure,sex,Sex,age,Age class,citizen,Country of citizenship,geo,Geo,"
    "TIME_PERIOD,Time,OBS_VALUE,Observation value,OBS_FLAG,Observation status",
    "dataflow,ESTAT:LFSA_ERGAN(1.0),A,PC,Percentage,F,Females,Y15-64,From 15,FOR,Foreign,BE,Belgium,2023,,41.5,,b,x",
    "dataflow,ESTAT:LFSA_ERGAN(1.0),A,PC,Percentage,T,Total,Y15-64,From 15 to 64,NAT,Own,BE,Belgium,2023,,62.1,,,",
    "dataflow,ESTAT:LFSA_ERGAN(1.0),A,PC,Percentage,T,Total,Y15-64,From 15 to 64,NAT,Own,AT,Austria,2023,,,,u,",
)
LABELLED = lines(
    "DATAFLOW,LAST UPDATE,freq,unit,citizen,sex,age,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS",
    "ESTAT:LFSA_ERGAN$V(1.0),21/03/25,Annual,Percentage,Foreign country,Females,Y15-64,Belgium,2023,41.5,b,",
    "ESTAT:LFSA_ERGAN$V(1.0),21/03/25,Annual,Percentage,Reporting country,Total,Y15-64,Belgium,2023,62.1,,",
    "ESTAT:LFSA_ERGAN$V(1.0),21/03/25,Annual,Percentage,Reporting country,Total,Y15-64,Austria,2023,,u,",
)
ACROSS = lines(
    "freq,unit,sex,age,citizen,geo\\TIME_PERIOD\t2022 \t2023 ",
    "A,PC,F,Y15-64,FOR,BE\t: \t41.5 b",
    "A,PC,T,Y15-64,NAT,BE\t61.8 \t62.1 ",
    "A,PC,T,Y15-64,NAT,AT\t: u\t70.0 bu",
)


@pytest.mark.parametrize(
    ("name", "text"), [("a.csv", CODED), ("b.csv", LABELLED), ("c.tsv", ACROSS)], ids=["codes", "labels", "tsv"]
)
def test_eurostat_is_read_with_codes_with_labels_and_as_tsv_with_flags(tmp_path: Path, name: str, text: str) -> None:
    fixed = {"indicator": EMPLOYMENT, "source": "eurostat_lfsa_ergan"}

    report = read(tmp_path / name, text, fixed=fixed, age={"Y15-64": "total"}, ref_area={"*": "skip"})

    told = [one for one in figures(report) if one[1] == "2023"]
    assert report.known.startswith("Eurostat")
    assert told == [("BE", "2023", "f,foreign", 41.5, "B"), ("BE", "2023", "own", 62.1, "A")]
    assert report.status == "ready"


def test_eurostat_names_its_data_set_and_a_flag_without_a_number_is_no_figure(tmp_path: Path) -> None:
    austria = {"Austria": "NL", "AT": "NL"}

    for name, text in (("a.csv", CODED), ("b.csv", LABELLED)):
        report = read(tmp_path / name, text, fixed={"indicator": EMPLOYMENT}, age={"Y15-64": "total"}, ref_area=austria)

        assert report.mapping
        assert report.mapping.fixed["source"] == "eurostat_lfsa_ergan"
        assert figures(report)[-1] == ("NL", "2023", "own", None, "O")


def test_a_column_of_a_known_layout_that_says_more_is_told(tmp_path: Path) -> None:
    head = "STRUCTURE_ID,isced11,sex,Sex,geo,TIME_PERIOD,OBS_VALUE"
    rows = ("T,Total,BE,2022,31", "F,Females,BE,2022,32", "T,Total,BE,2023,33")
    levels = [f"ESTAT:X(1.0),{level},{row}" for level in ("ED0-2", "ED5-8") for row in rows]

    told = next(one for one in read(tmp_path / "a.csv", lines(head, *levels)).findings if one.code == "K5")

    assert "niet: “isced11”." in told.message


def swing(*rows: str) -> str:
    return lines("period,geolevel,geoitem,v1,v2", *rows)


def test_swing_is_read_with_its_own_markers(tmp_path: Path) -> None:
    rows = ("2023,gemeente,44021,5310,1", "2023,gemeente,71016,-99996,2", "2023,gemeente,41002,-99997,3")
    more = ("2023,gemeente,11002,-99998,4", "2023,gemeente,12025,-99999,5", "2023,gemeente,24062,0,6")

    report = read(
        tmp_path / "a.txt", swing(*rows, *more), fixed={"source": SOURCE}, indicator={"v1": PERSONS, "*": "skip"}
    )

    assert [(value, status) for *_, value, status in figures(report)] == [
        (5310, "A"), (None, "O"), (None, "Q"), (None, "M"), (None, "L"), (0, "A"),
    ]  # fmt: skip
    assert report.known == "Swing (Provincies in Cijfers)"


def test_of_a_swing_template_the_sheet_with_figures_is_read(tmp_path: Path) -> None:
    head = ("period", "geolevel", "geoitem", "TE VERWIJDEREN bij upload\nnaam", "onderwerp")
    sectors = [head, *[(2023, "sector", f"44021A{row}", "naam", None) for row in range(100, 120)]]
    content = workbook(sectoren=sectors, voorbeeld=[head, (2023, "gemeente", 44021, "Gent", 5310)])

    report = read(tmp_path / "a.xlsx", content, fixed={"source": SOURCE}, indicator={"onderwerp": PERSONS})

    assert figures(report) == [(GHENT, "2023", "", 5310, "A")]
    assert "Niet gelezen: “sectoren”." in next(one for one in report.findings if one.code == "L3").message


def test_the_extract_of_the_gemeente_stadsmonitor_is_read(tmp_path: Path) -> None:
    """Its layout is known from documentation only."""
    rows = [("Gent", 44021, "Aandeel", 2023, 12.5), ("Genk", 71016, "Aandeel", 2023, None)]
    content = workbook(AR_03=[("Gemeente", "NIS-code", "Indicator", "Jaar", "Procent (%)"), *rows])

    report = read(tmp_path / "GSM.xlsx", content, fixed={"source": SOURCE}, indicator={"Aandeel": SHARE})

    assert report.known == "Gemeente-Stadsmonitor"
    assert figures(report) == [(GHENT, "2023", "", 12.5, "A"), ("71016", "2023", "", None, "O")]


STATBEL = "\ufeff" + "".join(
    f"{row}\r\n"
    for row in (
        "CD_REFNIS|TX_DESCR_NL|CD_SEX|CD_NATLTY|TX_NATLTY_NL|CD_YEAR|MS_POPULATION|MS_OTHER",
        "44021|Gent|M|BEL|Belgen|2023|530|1",
        "44021|Gent|F|ETR|niet-Belgen|2023|62|2",
    )
)


def test_statbel_open_data_is_read_as_text_and_zipped(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("TF_SOC_POP_STRUCT_2023.txt", STATBEL)

    for name, content in (("a.txt", STATBEL.encode()), ("a.zip", packed.getvalue())):
        words = {"indicator": {"MS_POPULATION": TENANTS, "*": "skip"}, "sex": {"M": "total", "F": "total"}}
        report = read(tmp_path / name, content, fixed={"source": SOURCE}, **words)

        assert report.known == "Statbel (open data, TF_*)"
        assert figures(report) == [(GHENT, "2023", "be", 530, "A"), (GHENT, "2023", "foreign", 62, "A")]


def test_be_stat_writes_fractions_and_a_hierarchy_of_areas(tmp_path: Path) -> None:
    rows = [
        '"België","Vlaams Gewest","Provincie Antwerpen","","0.675"', '"België","Vlaams Gewest","","","0.681"',
        '"België","Brussels Hoofdstedelijk Gewest","","","0.601"', '"België","","","","0.65"',
    ]  # fmt: skip
    text = lines('"België","Gewest","Provincie","Arrondissement","Graad"', *rows)

    report = read(tmp_path / "a.csv", text, fixed={"source": SOURCE, "time_period": "2023"}, indicator={"Graad": SHARE})

    assert [area for area, *_ in figures(report)] == ["10000", "VLG", "BHG", "BE"]
    assert codes(report) >= {"W7"}


@pytest.mark.parametrize("marker", ["-", "x", "?", ".."])
def test_a_marker_that_sources_use_differently_is_asked_once_for_the_column(tmp_path: Path, marker: str) -> None:
    rows = [f"{PERSONS};{SOURCE};{area};2023;{marker}" for area in (GHENT, "71016")]
    path = tmp_path / "a.csv"
    path.write_text(lines("Indicator;Bron;Gebied;Periode;Waarde", *rows), encoding="utf-8")

    report = check_book(book_of(path), None, context())

    (told,) = [one for one in report.findings if one.code == "W5"]
    assert f"“{marker}” staat in 2 cellen" in told.message
    assert (report.status, report.counts["ready"]) == ("needs_mapping", 0)


@pytest.mark.parametrize(
    ("marker", "status"), [("", "O"), (":", "O"), ("n.b.", "O"), ("<5", "Q"), ("-", "M"), ("..", "L"), ("x", "Q")]
)
def test_a_marker_means_what_everyone_or_the_mapping_says(tmp_path: Path, marker: str, status: str) -> None:
    path = tmp_path / "a.csv"
    row = f"{PERSONS};{SOURCE};{GHENT};2023;{marker}"
    path.write_text(lines("Indicator;Bron;Gebied;Periode;Waarde", row), encoding="utf-8")
    suggested = check_book(book_of(path), None, context()).mapping
    assert suggested
    chosen = replace(suggested, missing={"-": "M", "..": "L", "x": "Q", **suggested.missing})

    assert figures(check_book(book_of(path), chosen, context())) == [(GHENT, "2023", "", None, status)]


@pytest.mark.parametrize(
    ("code", "value", "place"), [("W2", "1.234", 4), ("G1", "Vlaanderen", 2), ("J1", "2009-2010", 3)]
)
def test_what_can_be_read_in_two_ways_is_asked_once_for_the_column(
    tmp_path: Path, code: str, value: str, place: int
) -> None:
    cells = [PERSONS, SOURCE, GHENT, "2023", "531"]
    cells[place] = value
    path = tmp_path / "a.csv"
    row = ";".join(cells)
    path.write_text(lines("Indicator;Bron;Gebied;Periode;Waarde", row, row), encoding="utf-8")

    report = check_book(book_of(path), None, context())

    assert [(one.code, one.value) for one in report.findings if one.level == "fout"] == [(code, value)]
    assert report.counts["ready"] == 0


@pytest.mark.parametrize(("word", "code"), [("Belg", "be"), ("Belgen", "be"), ("niet-Belgen", "foreign")])
def test_everyday_words_of_belgian_tables_are_known(tmp_path: Path, word: str, code: str) -> None:
    path = tmp_path / "a.csv"
    row = f"{TENANTS};{SOURCE};{GHENT};2023;{word};531"
    path.write_text(lines("Indicator;Bron;Gebied;Periode;Nationaliteit;Waarde", row), encoding="utf-8")

    assert figures(check_book(book_of(path), None, context())) == [(GHENT, "2023", code, 531, "A")]


def test_rows_without_a_column_for_their_area_are_asked_and_not_called_doubles(tmp_path: Path) -> None:
    rows = [f"{PERSONS};{SOURCE};2023;{value}" for value in (5310, 5420)]
    path = tmp_path / "a.csv"
    path.write_text(lines("Indicator;Bron;Periode;Waarde", *rows), encoding="utf-8")

    report = check_book(book_of(path), None, context())

    assert (report.status, codes(report)) == ("needs_mapping", {"K3", "L1"})
