import json
from pathlib import Path
from typing import Any

import pytest
from bounded import AREAS, written

from data.boundaries import read_boundaries
from data.errors import CatalogueError

SQUARE = [[4.0, 51.0], [4.1, 51.0], [4.1, 51.1], [4.0, 51.1], [4.0, 51.0]]


def feature(code: object, kind: str = "Polygon", coordinates: object = (SQUARE,)) -> dict[str, Any]:
    return {"type": "Feature", "id": code, "geometry": {"type": kind, "coordinates": coordinates}}


def refusal(folder: Path, *features: object) -> str:
    content = {"type": "FeatureCollection", "features": features}
    (folder / "x.geojson").write_text(json.dumps(content), encoding="utf-8")
    (folder / "bron.txt").write_text("Verzonnen", encoding="utf-8")
    with pytest.raises(CatalogueError) as error:
        read_boundaries(folder, AREAS)
    return str(error.value)


def test_boundaries_are_read_for_each_flemish_municipality_with_their_source(tmp_path: Path) -> None:
    found = read_boundaries(written(tmp_path), AREAS)

    assert found
    assert (len(found.rings), found.source) == (285, "Verzonnen vierkanten")
    assert [ring.shape for ring in found.rings["44021"]] == [(5, 2)]


def test_without_a_folder_there_are_no_boundaries() -> None:
    assert read_boundaries(None, AREAS) is None


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (feature("99999"), "de code “99999”"),
        (feature("11056"), "de code “11056”"),
        (feature(""), "de code “”"),
        ("tekst", "geen veelhoek"),
        (feature("44021", "Point", [4, 51]), "geen veelhoek"),
        (feature("44021", coordinates=[[["<b>", 51.0]] * 4]), "geen veelhoek"),
        (feature("44021", coordinates=[SQUARE[:3]]), "minder dan drie hoeken"),
        (feature("44021", coordinates=[[[104000, 193000]] * 4]), "een punt buiten België"),
        (feature("44021", coordinates=[[[float("nan"), 51.0]] * 4]), "een punt buiten België"),
    ],
)
def test_a_mistake_is_refused_with_file_and_feature(tmp_path: Path, one: object, told: str) -> None:
    found = refusal(tmp_path, feature("11002"), one)

    assert "x.geojson, gebied 2" in found
    assert told in found


def test_a_municipality_that_stands_there_twice_or_not_at_all_is_named(tmp_path: Path) -> None:
    assert "gebied 2: de code “44021”" in refusal(tmp_path, feature("44021"), feature(44021))
    assert "geen grens van Aartselaar (11001)" in refusal(tmp_path, feature("44021"))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"type": "Topology"}', "[" * 100_000])
def test_what_is_no_geojson_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.geojson").write_text(text, encoding="utf-8")

    with pytest.raises(CatalogueError, match="GeoJSON"):
        read_boundaries(tmp_path, AREAS)


def test_a_folder_without_a_file_or_without_a_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="geen bestand .geojson"):
        read_boundaries(tmp_path, AREAS)
    (written(tmp_path) / "bron.txt").unlink()
    with pytest.raises(CatalogueError, match="geen bron"):
        read_boundaries(tmp_path, AREAS)
