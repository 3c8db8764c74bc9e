from annexed import catalogue

from indicators.search import Search
from indicators.search_areas import municipalities

ENTRIES = tuple(municipalities(catalogue().areas))


def entry(key: str) -> str:
    return next(one.about for one in ENTRIES if one.key == key)


def test_every_flemish_municipality_of_now_has_one_entry() -> None:
    assert len(ENTRIES) == len({one.key for one in ENTRIES}) == 285


def test_a_former_name_leads_to_the_municipality_of_now() -> None:
    assert entry("46030-beveren-kruibeke-zwijndrecht").endswith("Vroeger Zwijndrecht, Beveren en Kruibeke.")
    assert "borsbeek" in next(one for one in ENTRIES if one.key == "11002-antwerpen").weights
    assert "kruibeke" in next(one for one in ENTRIES if one.key.startswith("46030")).weights


def test_a_municipality_without_a_merger_has_no_former_name() -> None:
    assert entry("44021-gent") == "Gemeente, NIS-code 44021."


def test_words_of_names_are_known_to_the_search() -> None:
    assert {"gent", "kruibeke", "44021"} <= set(Search(ENTRIES, ()).known)
