"""The search: old words, typing errors, order, and that everything is found by its own name."""

import pytest
from annexed import catalogue
from shipped import answers

from indicators.search import LONGEST, Note, Results, cleaned
from indicators.search_entries import GROUPS
from indicators.search_words import asked, fit, indexed, words_of

TITLES = [(one.title, one.slug) for one in catalogue().indicators.values()]


def found(query: object) -> Results:
    return answers().newest.search.results(query)


def keys(results: Results, group: str = "Indicatoren") -> list[str]:
    return [one.key for name, hits in results.groups for one in hits if name == group]


@pytest.mark.parametrize(("title", "slug"), TITLES)
def test_an_indicator_is_found_first_by_its_own_title(title: str, slug: str) -> None:
    assert keys(found(title))[0] == slug


@pytest.mark.parametrize(
    ("word", "slug", "term"),
    [
        ("allochtoon", "buitenlandse-herkomst", "personen van buitenlandse herkomst"),
        ("Allochtonen", "buitenlandse-herkomst", "personen van buitenlandse herkomst"),
        ("vreemdeling", "vreemde-nationaliteit", "personen met een vreemde nationaliteit"),
        ("tewerkstelling", "werkzaamheidsgraad", "werkzaamheidsgraad"),
        ("onthaalklassen", "onthaalonderwijs", "OKAN"),
        ("schoolse achterstand", "schoolse-vertraging", "schoolse vertraging"),
    ],
)
def test_an_old_word_finds_the_indicator_and_tells_our_word(word: str, slug: str, term: str) -> None:
    results = found(word)

    assert any(slug in key for key in keys(results))
    assert [(note.asked, note.term) for note in results.notes] == [(word.lower(), term)]


@pytest.mark.parametrize("word", ["OKAN", "okan", "NT2", "NT-2", "N.T.2", "OCMW", "taalles", "migrant", "nieuwkomer"])
def test_another_word_for_a_term_needs_no_remark(word: str) -> None:
    results = found(word)

    assert results.count > 1
    assert (results.notes, results.mended) == ((), ())


@pytest.mark.parametrize(
    ("typed", "taken", "slug"),
    [
        ("werkzaamheidgraad", "werkzaamheidsgraad", "werkzaamheidsgraad"),
        ("dicriminatie", "discriminatie", "ervaren-discriminatie"),
        ("kansarmoed-indx", "index", "kansarmoede-index"),
        ("werkloosheitsgraad", "werkloosheidsgraad", "werkloosheidsgraad"),
    ],
)
def test_a_typing_error_is_mended_and_told(typed: str, taken: str, slug: str) -> None:
    results = found(typed)

    assert slug in keys(results)
    assert taken in {better for _, better in results.mended}


def test_a_mistyped_old_word_is_mended_and_replaced() -> None:
    results = found("alochtoon")

    assert results.mended == (("alochtoon", "allochtoon"),)
    assert results.notes == (Note("allochtoon", "personen van buitenlandse herkomst", "buitenlandse-herkomst"),)


@pytest.mark.parametrize("query", ["xyzzyq", "qq", "🦊", "<script>alert(1)</script>", "' OR 1=1 --", "%00", "{{x*y}}"])
def test_what_is_nowhere_finds_nothing(query: str) -> None:
    assert found(query).count == 0
    assert found(query).query == query


@pytest.mark.parametrize("query", ["", "   ", None, 7, [], {}, "?!", "…", "\x00\n"])
def test_a_query_without_a_word_finds_nothing(query: object) -> None:
    assert (found(query).count, found(query).groups) == (0, ())


def test_groups_come_in_their_own_order() -> None:
    order = [name for name, _ in GROUPS]
    names = [name for name, _ in found("discriminatie").groups]

    assert order == ["Indicatoren", "Domeinen", "Gemeenten", "Doelen", "Acties in het plan", "Begrippen"]
    assert names == [one for one in order if one != "Gemeenten"]  # no municipality has that name


@pytest.mark.parametrize("query", ["werkzaamheid", "WERKZAAMHEID", "wérkzaamheid", " werkzaamheid. "])
def test_capitals_accents_and_points_do_not_count(query: str) -> None:
    assert found(query).groups == found("werkzaamheid").groups


def test_a_hyphen_is_no_difference() -> None:
    assert found("kansarmoede index").groups == found("Kansarmoede-index").groups


def test_the_same_query_always_gives_the_same_list() -> None:
    assert found("personen werk") == found("personen werk")


def test_every_word_must_be_there() -> None:
    assert set(keys(found("werkloosheidsgraad census"))) < set(keys(found("werkloosheidsgraad")))


def test_where_nothing_has_every_word_some_are_enough_and_that_is_told() -> None:
    results = found("zqxj werkloosheidsgraad")

    assert results.is_partial
    assert "werkloosheidsgraad" in keys(results)


def test_a_group_finds_the_indicators_that_have_figures_of_it() -> None:
    with_morocco = {
        one.slug
        for one in catalogue().indicators.values()
        for figure in answers().newest.snapshot.observations(one.id)
        if figure.breakdown.get("nationality") == "ma"
    }

    assert with_morocco
    assert with_morocco <= set(keys(found("Marokkaanse nationaliteit")))


def test_targets_actions_and_domains_are_found() -> None:
    assert "schoolverlaters-zonder-startkwalificatie" in keys(found("startkwalificatie"), "Doelen")
    assert "werk-1.5.7" in keys(found("prestarters ondernemingsvorming"), "Acties in het plan")
    assert keys(found("wonen"), "Domeinen")[0] == "wonen"
    assert "prioriteit-2" in keys(found("regierol van steden en gemeenten"), "Acties in het plan")


def test_every_word_of_a_term_finds_the_term() -> None:
    missed = [
        (one.term, name)
        for one in answers().terms
        for name in one.names
        if one.id not in keys(found(name), "Begrippen")
    ]

    assert missed == []


@pytest.mark.parametrize(
    ("query", "text", "is_cut"),
    [
        ("a" * LONGEST, "a" * LONGEST, False),
        ("a" * 10_000, "a" * LONGEST, True),
        ("werk\u202e\u200b\x00 \n wonen", "werk wonen", False),
        (["werk", "wonen"], "werk", False),
        ("\ud800werk", "werk", False),
    ],
)
def test_a_query_is_cleaned(query: object, text: str, is_cut: bool) -> None:
    assert cleaned(query) == (text, is_cut)


def test_a_long_query_is_cut_and_answered() -> None:
    results = found("werkloosheidsgraad " * 600)

    assert results.is_cut
    assert "werkloosheidsgraad" in keys(results)


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [
        ("werk", "werk", 1.0),
        ("leerlingen", "leerling", 0.9),
        ("werk", "werkloos", 0.8),
        ("armoede", "kansarmoede", 0.6),
        ("we", "werk", 0.0),
        ("mens", "werk", 0.0),
    ],
)
def test_how_well_a_word_fits(word: str, other: str, expected: float) -> None:
    assert fit(word, other) == expected


def test_words_are_plain() -> None:
    assert words_of("Eén niet-EU’er, diploma's: 4,25% (EU+)") == ["een", "niet", "euer", "diplomas", "4", "25", "eu+"]
    assert indexed("niet-EU") == {"niet", "eu", "nieteu"}
    assert asked("NT-2 niet-EU", {"nt2", "niet", "eu"}) == ["nt2", "niet", "eu"]
