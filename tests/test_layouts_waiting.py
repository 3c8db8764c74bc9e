"""Indicators that are described and have no figures yet: they are found, and clutter nothing."""

from typing import Any

from contents import of_class, of_type, page_at, text_of
from dash import Dash
from flask.testing import FlaskClient
from shipped import answers, slugs

PATH = "/indicator/werkloosheidsgraad-per-gemeente-naar-herkomst"
TITLE = "Werkloosheidsgraad per gemeente, naar herkomst"

CODES = [
    "DE_42",
    "DE_44",
    "DE_45",
    "DE_46",
    "DE_47",
    "DE_72",
    "DE_43",
    "DE_48",
    "DE_36",
    "DE_37",
    "DE_38",
    "DE_39",
    "DE_40",
    "DE_71",
    "DE_41",
    "DE_23",
    "DE_24",
    "DE_28",
    "DE_29",
    "DE_73",
    "DE_49",
    "DE_50",
    "DE_51",
    "DE_52",
    "DE_53",
    "DE_54",
    "DE_61",
    "DE_62",
    "DE_63",
    "DE_58",
    "DE_59",
    "DE_60",
    "DE_55",
    "DE_56",
    "DE_57",
    "ON_03",
    "ON_09",
    "ON_21",
    "ON_39",
    "ON_15",
    "ON_27",
    "ON_14",
    "ON_26",
    "ON_22",
    "ON_32",
    "ON_31",
    "ON_37",
    "ON_38",
    "ON_10",
    "WE_02",
    "WE_03",
    "WE_04",
    "WE_32",
    "WE_06",
    "WE_09",
    "WE_10",
    "WE_11",
    "WE_33",
    "WE_12",
    "WE_15",
    "WE_17",
    "WE_18",
    "WE_19",
    "WE_21",
    "WE_22",
    "WE_14",
    "WE_23",
    "WE_24",
    "WE_25",
    "WE_26",
    "AR_03",
    "AR_04",
    "AR_05",
    "AR_07",
    "AR_14",
    "WO_12",
    "LO_29",
    "LO_28",
    "DE_67",
    "DE_68",
    "SA_S_29",
    "SA_S_07",
    "SA_S_27",
    "SA_S_11",
    "SA_S_09",
    "SA_S_31",
    "SA_S_10",
    "SA_S_08",
]
"""Every code of the theme Integratie and of what the integratiescan uses, ranges written out."""

TRAPS = [("on_14", "on_15"), ("on_26", "on_27"), ("on_31", "on_32"), ("we_09", "we_17"), ("de_36", "de_42")]


def waiting(content: Any) -> list[str]:
    return [one["props"]["href"] for one in of_type(of_class(content, "waiting"), "Link")]


def test_every_code_of_the_local_monitors_has_one_entry() -> None:
    described = answers().catalogue.indicators

    assert len(set(CODES)) == len(CODES) == 88
    assert [code for code in CODES if code.lower() not in described] == []
    assert [code for code in CODES if f"Code {code} " not in " ".join(described[code.lower()].caveats)] == []


def test_what_only_looks_the_same_is_not_comparable_both_ways() -> None:
    described = answers().catalogue.indicators

    for one, other in TRAPS:
        assert other in described[one].not_comparable
        assert one in described[other].not_comparable


def test_an_unknown_unit_is_told_and_is_never_judged_as_a_share() -> None:
    described = [answers().catalogue.indicators[code.lower()] for code in CODES]
    unknown = [one for one in described if one.unit_measure == "not_stated"]

    assert {one.id for one in unknown} >= {"sa_s_27", "on_31", "ar_14", "de_49"}
    assert [one.id for one in unknown if "geen eenheid" not in " ".join(one.caveats)] == []


def test_the_sentences_of_an_indicator_name_what_it_measures() -> None:
    subjects = [answers().catalogue.indicators[code.lower()].sentence.subject for code in CODES]

    assert [one for one in subjects if not one or "deze indicator" in one] == []


def test_a_domain_lists_them_at_its_foot_and_not_among_the_figures(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, "/domein/werk")

    assert PATH in waiting(content)
    assert TITLE not in text_of(of_class(content, "line-table"))


def test_home_menu_and_count_have_only_indicators_with_figures() -> None:
    listed = [slug for domain in answers().domains() for _, slug in domain.indicators]

    assert sorted(listed) == sorted(slugs())


def test_all_of_them_are_listed_with_the_data_and_found_by_the_search(site: Dash, client: FlaskClient) -> None:
    links = waiting(page_at(site, client, "/gegevens"))
    found = [hit for _, hits in answers().newest.search.results("werkloosheidsgraad herkomst").groups for hit in hits]

    assert len(links) == len(CODES) - 3
    assert any(hit.title == TITLE and "nog geen cijfers" in hit.about for hit in found)


def test_its_page_says_once_that_there_are_none_and_how_to_add_them(site: Dash, client: FlaskClient) -> None:
    content = page_at(site, client, PATH)
    told = text_of(content)

    assert told.count("Nog geen cijfers") == 1
    assert "Er zijn nog geen cijfers" not in text_of(of_class(content, "info"))
    assert "Ga naar  Opladen . Daar vind je een sjabloon" in told
    assert "Download" not in told
    assert "Citeer" not in told
