from dataclasses import replace
from itertools import permutations
from urllib.parse import urlencode

import pytest
from annexed import view_of
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.selection import KEYS, Choices, Selection, in_words, parse_query, read_selection

CHOICES = Choices(
    views={"grafiek": "Grafiek", "kloof": "Kloof", "tabel": "Tabel"},
    cuts={"nationality": "Naar nationaliteit", "ecm-sex": "Naar groep “ECM” en geslacht", "totaal": "Totaal"},
    areas={"vlg": "Vlaams Gewest", "vlg+bhg": "Vlaams en Brussels Hoofdstedelijk Gewest", "be": "België"},
    groups={"be": "Belgische nationaliteit", "eu": "EU-nationaliteit", "non_eu": "niet-EU-nationaliteit"},
    years=["2006", "2008", "2010"],
    units={"procent": "Aandeel"},
)
YEARS = ["", "laatste", "2006", "2008", "2010", "2006..2008", "2008..2010", "2006..2010"]
LONG = "x" * 10_000
HOSTILE = [
    "<script>alert(1)</script>",
    "'; DROP TABLE observation; --",
    "../../etc/passwd",
    "%00",
    "\x00",
    "\ud800",
    "２０１０",
    "",
]


def some_of(words: object) -> st.SearchStrategy[tuple[str, ...]]:
    """Any choice among words, in the order of the list."""
    return st.sets(st.sampled_from(list(words))).map(lambda chosen: tuple(one for one in words if one in chosen))


selections = st.builds(
    Selection,
    weergave=st.sampled_from(list(CHOICES.views)),
    jaar=st.sampled_from(YEARS),
    gebied=some_of(CHOICES.areas),
    groep=some_of(CHOICES.groups),
    uitsplitsing=st.sampled_from(["", *CHOICES.cuts]),
    eenheid=st.sampled_from(["", "procent"]),
)


def read(search: str) -> tuple[Selection, list[str]]:
    return read_selection(parse_query(search), CHOICES)


@given(selections)
def test_what_is_written_is_read_back(selection: Selection) -> None:
    assert read(selection.to_search()) == (selection, [])


@given(selections, st.randoms())
def test_equal_views_have_equal_addresses_whatever_the_order_of_keys_and_members(selection: Selection, random) -> None:  # type: ignore[no-untyped-def]
    pairs = [
        (key, value if isinstance(value, str) else "~".join(random.sample(value, len(value))))
        for key in random.sample(KEYS, len(KEYS))
        if (value := getattr(selection, key))
    ]

    assert read(urlencode(pairs))[0].to_search() == selection.to_search()


def test_the_default_view_has_no_query() -> None:
    assert Selection().to_search() == ""


def test_only_what_differs_from_the_default_stands_in_the_address_in_a_fixed_order() -> None:
    selection = Selection("kloof", "2006..2010", ("vlg", "be"), ("non_eu",), "nationality", "procent")

    assert selection.to_search() == (
        "?weergave=kloof&jaar=2006..2010&gebied=vlg~be&groep=non_eu&uitsplitsing=nationality&eenheid=procent"
    )


def test_groups_in_another_order_are_the_same_choice() -> None:
    found = {read(f"groep={'~'.join(order)}")[0] for order in permutations(["be", "eu", "non_eu"])}

    assert found == {Selection(groep=("be", "eu", "non_eu"))}


@pytest.mark.parametrize(
    ("search", "selection"),
    [
        ("?jaar=2010..2010", Selection(jaar="2010")),
        ("?groep=be~be~eu", Selection(groep=("be", "eu"))),
        ("?weergave=grafiek", Selection()),
        ("?gebied=vlg%2Bbhg", Selection(gebied=("vlg+bhg",))),
        ("jaar=2008", Selection(jaar="2008")),
    ],
)
def test_the_same_choice_written_otherwise_is_read_as_one(search: str, selection: Selection) -> None:
    assert read(search) == (selection, [])


@pytest.mark.parametrize(
    "search",
    [
        "kleur=rood",
        "weergave=kaart",
        "weergave=",
        "jaar=2099",
        "jaar=2010..2006",
        "jaar=2006..2007",
        "jaar=2006..",
        "jaar=eergisteren",
        "gebied=mars",
        "gebied=",
        "groep=be~marsman",
        "uitsplitsing=sterrenbeeld",
        "eenheid=liter",
    ],
)
def test_an_unknown_key_or_value_is_ignored_and_reported(search: str) -> None:
    assert read(f"?{search}") == (Selection(), [search])


def test_a_good_choice_beside_an_unknown_one_still_counts() -> None:
    assert read("?jaar=2008&kleur=rood&groep=eu") == (Selection(jaar="2008", groep=("eu",)), ["kleur=rood"])


def test_of_a_repeated_key_the_last_counts() -> None:
    assert read("?jaar=2006&jaar=2010") == (Selection(jaar="2010"), [])


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("key", [*KEYS, "x"])
def test_a_hostile_value_is_only_reported(key: str, value: str) -> None:
    selection, unknown = read_selection({key: value}, CHOICES)

    assert (selection, unknown) == (Selection(), [f"{key}={value}"[:80]])


@pytest.mark.parametrize("value", [["2010"], 2010, None, {"a": 1}, b"2010"])
def test_a_value_that_is_no_text_is_only_reported(value: object) -> None:
    assert read_selection({"jaar": value}, CHOICES) == (Selection(), [f"jaar={value}"])


def test_what_is_reported_is_short() -> None:
    (told,) = read_selection({"groep": LONG}, CHOICES)[1]

    assert len(told) == 80


@pytest.mark.parametrize("search", [f"?jaar={LONG}", f"?{LONG}=1", LONG, None, 5, ["jaar=2010"]])
def test_a_query_of_ten_kilobytes_and_what_is_no_query_give_no_keys(search: object) -> None:
    assert parse_query(search) == {}


@given(st.text(max_size=300))
def test_no_query_raises_and_what_is_understood_is_written_again(search: str) -> None:
    selection, unknown = read(search)

    assert read(selection.to_search()) == (selection, [])
    assert all(len(told) <= 80 for told in unknown)


@settings(deadline=None)  # the first page reads the figures
@given(st.dictionaries(st.sampled_from([*KEYS, "x"]), st.text(max_size=40) | st.sampled_from(HOSTILE)))
def test_a_page_is_made_for_any_query(query: dict[str, str]) -> None:
    shown = view_of("employment_rate", **query)

    assert {told.split("=")[0] for told in shown.unknown} <= set(query)
    assert shown.title


def test_a_choice_is_said_in_words_with_names_as_they_are() -> None:
    selection = Selection("kloof", "2006..2010", ("vlg", "be"), ("eu", "non_eu"), "ecm-sex")

    assert in_words(selection, CHOICES) == (
        "Kloof, Vlaams Gewest en België, EU-nationaliteit en niet-EU-nationaliteit, "
        "naar groep “ECM” en geslacht, 2006 tot 2010"
    )
    assert in_words(replace(selection, jaar="laatste"), CHOICES).endswith("nieuwste cijfer")


@pytest.mark.parametrize(
    ("jaar", "years"),
    [("", ("", "")), ("2010", ("2010", "2010")), ("2006..2010", ("2006", "2010"))],
)
def test_a_choice_of_years_has_a_first_and_a_last(jaar: str, years: tuple[str, str]) -> None:
    assert Selection(jaar=jaar).years == years


def test_only_what_has_figures_can_be_chosen() -> None:
    choices = view_of("employment_rate").choices

    assert list(choices.views) == ["grafiek", "kloof", "tabel"]
    assert choices.cuts == {
        "nationality": "Naar nationaliteit",
        "country_of_birth": "Naar geboorteland",
        "nationality-sex": "Naar nationaliteit en geslacht",
    }
    assert (choices.areas, choices.groups, list(choices.years)) == ({}, {}, ["2010"])


def test_a_page_without_gaps_offers_no_gap_view_and_a_whole_is_no_breakdown() -> None:
    assert list(view_of("newcomers").choices.views) == ["grafiek", "tabel"]
    assert list(view_of("caw_guidance_share").choices.cuts) == ["origin", "caw_service-origin"]


def test_a_companion_gives_the_choice_of_unit_and_its_own_choices() -> None:
    shown = view_of("newcomers", eenheid="procent")

    assert view_of("newcomers").choices.units == {"procent": "Profiel van de nieuwkomers"}
    assert (shown.shown.id, shown.indicator.id) == ("newcomers_profile", "newcomers")
    assert "target_group" in shown.choices.cuts
