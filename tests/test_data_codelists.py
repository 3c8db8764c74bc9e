from pathlib import Path

import pytest

from data.catalogue import HERE
from data.codelists import read_codelist, read_codelists
from data.errors import CatalogueError


def written(folder: Path, content: str) -> Path:
    path = folder / "sex.csv"
    path.write_bytes(content.encode("utf-8"))
    return path


def test_codes_keep_their_order_and_their_texts(tmp_path: Path) -> None:
    codelist = read_codelist(written(tmp_path, "code,label,phrase,family\nm,mannen,de mannen,be\nf,vrouwen,,\n"))

    assert (codelist.id, list(codelist.codes)) == ("sex", ["m", "f"])
    assert (codelist["m"].phrase, codelist["m"].family, codelist["f"].phrase) == ("de mannen", "be", "")


def test_a_column_of_a_list_alone_is_a_property(tmp_path: Path) -> None:
    codelist = read_codelist(written(tmp_path, "code,label,parent\nx,X,BE\ny,Y,\n"))

    assert [code.properties for code in codelist.codes.values()] == [{"parent": "BE"}, {"parent": ""}]


def test_the_mark_that_excel_puts_first_is_no_part_of_a_name(tmp_path: Path) -> None:
    assert list(read_codelist(written(tmp_path, "\ufeffcode,label\nm,mannen\n")).codes) == ["m"]


def test_an_unknown_code_comes_last(tmp_path: Path) -> None:
    codelist = read_codelist(written(tmp_path, "code,label\nm,mannen\nf,vrouwen\n"))

    assert [codelist.position(code) for code in ("f", "m", "x")] == [1, 0, 2]
    assert ("m" in codelist, "x" in codelist) == (True, False)


@pytest.mark.parametrize(
    ("content", "line", "found"),
    [
        ("code,name\nm,mannen\n", 1, "kolom label ontbreekt"),
        ("", 1, "kolom code, label ontbreekt"),
        ("code,label\nm,mannen\n,vrouwen\n", 3, "een onvolledige rij"),
        ("code,label\nm,\n", 2, "een onvolledige rij"),
        ("code,label\nm\n", 2, "een onvolledige rij"),
        ("code,label\nm,mannen,3\n", 2, "een onvolledige rij"),
        ("code,label\nm,mannen\nm,vrouwen\n", 3, "code “m” staat er twee keer"),
        ('code,label\nm,"mannen\n', 2, "geen geldige CSV"),
    ],
)
def test_a_mistake_is_refused_with_file_and_line(tmp_path: Path, content: str, line: int, found: str) -> None:
    path = written(tmp_path, content)

    with pytest.raises(CatalogueError) as caught:
        read_codelist(path)

    assert caught.value.where == f"{path}, regel {line}"
    assert caught.value.found.startswith(found)


def test_a_file_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "ref_area.csv"
    path.write_bytes("code,label\nBE,België\n".encode("latin-1"))

    with pytest.raises(CatalogueError, match="regel 2: tekens die geen UTF-8 zijn"):
        read_codelist(path)


def test_the_codelists_of_this_repository_are_valid() -> None:
    codelists = read_codelists(HERE / "codelists")

    assert {"domain", "unit_measure", "source", "obs_status", "ref_area", "transformation"} <= set(codelists)
