from pathlib import Path

import pytest

from data.area_groups import read_area_groups
from data.catalogue import read_catalogue
from data.errors import CatalogueError

AREAS = read_catalogue().areas


def written(folder: Path, text: str) -> Path:
    path = folder / "groepen.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_gives_each_municipality_its_group(tmp_path: Path) -> None:
    path = written(tmp_path, "nis;groep\n44021;a0\n11002;a0\n")

    assert read_area_groups(path, AREAS) == {"44021": "a0", "11002": "a0"}


def test_without_a_list_there_are_no_groups() -> None:
    assert read_area_groups(None, AREAS) == {}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "regel 1"),
        ("code,groep\n", "regel 1"),
        ("nis;groep\n99999;a0\n", "regel 2"),
        ("nis;groep\n11056;a0\n", "regel 2"),
        ("nis;groep\n44021;a0\n44021;a1\n", "regel 3"),
        ("nis;groep\n44021;\n", "regel 2"),
        ("nis;groep\n44021\n", "regel 2"),
        ("nis;groep\n\n", "regel 2"),
    ],
)
def test_a_mistake_is_refused_with_file_and_line(tmp_path: Path, text: str, where: str) -> None:
    with pytest.raises(CatalogueError, match=where):
        read_area_groups(written(tmp_path, text), AREAS)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="geen bestand"):
        read_area_groups(tmp_path / "nee.csv", AREAS)
