"""The terms: read strictly, each word at one term, and the words of the design among them."""

from pathlib import Path

import pytest

from data.errors import CatalogueError
from data.terms import read_terms

GOOD = """
[[terms]]
id = "kloof"
term = "kloof"
meaning = "Verschil tussen twee groepen."
synonyms = ["kloven"]
old = ["achterstand"]
finds = []
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "terms.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_term_is_read_with_all_its_words(tmp_path: Path) -> None:
    (term,) = read_terms(written(tmp_path, GOOD))

    assert term.names == ("kloof", "kloven", "achterstand")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id = "kloof"', 'id = "De kloof"', "De kloof"),
        ("groepen.", "groepen", "punt"),
        ("finds = []", "", "finds"),
        ("finds = []", "finds = []\nextra = 1", "extra"),
        ('["kloven"]', '"kloven"', "lijst van teksten"),
        ('["kloven"]', '["kloven", " "]', "niet leeg"),
        ('["kloven"]', '["Kloof"]', "kloof"),
        ("[[terms]]", "[[term]]", "terms"),
        ("[[terms]]", "[[terms", "TOML"),
        ("finds = []", f"finds = []\n{GOOD}", "kloof"),
    ],
)
def test_a_mistake_refuses_the_file(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_terms(written(tmp_path, GOOD.replace(old, new, 1)))

    assert told in str(caught.value)
    assert "terms.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("allochtonen", "personen van buitenlandse herkomst"),
        ("autochtonen", "personen van Belgische herkomst"),
        ("vreemdelingen", "personen met een vreemde nationaliteit"),
        ("tewerkstellingsgraad", "werkzaamheidsgraad"),
        ("onthaalklas", "OKAN"),
        ("onthaalbureau", "Agentschap Integratie en Inburgering"),
        ("schoolse achterstand", "schoolse vertraging"),
        ("betrouwbaarheidsinterval", "onzekerheidsmarge"),
    ],
)
def test_an_old_word_belongs_to_the_term_that_replaces_it(word: str, term: str) -> None:
    assert [one.term for one in read_terms() if word in one.old] == [term]


def test_no_term_uses_an_old_word_as_its_own() -> None:
    terms = read_terms()
    old = {word.casefold() for one in terms for word in one.old}

    assert not {one.term.casefold() for one in terms} & old
