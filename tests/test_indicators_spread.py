import re
from xml.etree import ElementTree

from indicators.figures.spread import Cloud, cloud, key, lettered, strip

VALUES = {f"1{place:04}": float(place) for place in range(1, 21)}
SVG = "{http://www.w3.org/2000/svg}"


def shapes(drawn: str, name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(drawn).iter(f"{SVG}{name}"))


def test_every_municipality_is_a_dot_on_an_axis_from_zero_to_the_highest() -> None:
    drawn = strip(cloud(VALUES, "%"), None, None, None)

    (path,) = shapes(drawn, "path")
    assert path.attrib["d"].count("M") == 20
    assert [one.text for one in shapes(drawn, "text")] == ["0", "20%"]


def test_the_middle_half_lies_within_the_middle_eighty_percent() -> None:
    light, dark = shapes(strip(cloud(VALUES, "%"), None, None, None), "rect")

    assert float(light.attrib["x"]) < float(dark.attrib["x"])
    assert float(light.attrib["width"]) > float(dark.attrib["width"])


def test_a_dot_never_moves_between_visits_or_among_other_neighbours() -> None:
    alone, among = (cloud(values, "").drawn for values in ({"10020": 20.0}, VALUES))

    (place,) = re.findall(r'"(M[\d.]+ [\d.]+)h0"', alone)
    assert place in among


def test_the_municipality_the_region_and_the_group_stand_in_real_units() -> None:
    """The axis of 0 to 20 is 312 pixels wide and starts at pixel 14: 10 stands at 170."""
    drawn = strip(cloud(VALUES, "%"), 10, 10, 10)

    assert shapes(drawn, "circle")[0].attrib["cx"] == "170"
    assert [one.attrib["d"][:4] for one in shapes(drawn, "path")[1:]] == ["M170", "M170"]


def test_few_municipalities_have_no_bands() -> None:
    assert shapes(strip(cloud({"11001": 1.0}, "%"), None, None, None), "rect") == []


def test_letters_that_would_overlap_are_stacked() -> None:
    drawn = lettered(Cloud(20, "", "", ""), None, [("A", 10), ("B", 10.1), ("C", 19)])
    heights = {one.text: one.attrib["y"] for one in shapes(drawn, "text")}

    assert heights["A"] != heights["B"]
    assert heights["A"] == heights["C"]


def test_a_strip_without_any_number_still_has_its_axis() -> None:
    assert [one.text for one in shapes(strip(cloud({}, "%"), None, None, None), "text")] == ["0", "1%"]


def test_the_legend_draws_each_mark() -> None:
    assert all(key(mark).startswith("<svg") for mark in ("own", "region", "group", "bands", "dots"))
