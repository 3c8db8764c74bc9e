"""Words as the search compares them: without capitals, accents and hyphens, and how well two of them fit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches

EXACT, SAME_STEM, BEGINNING, INSIDE = 1.0, 0.9, 0.8, 0.6
"""How well a word fits: the word itself, its plural, its beginning, and a part of a compound."""

LEAST_BEGINNING, LEAST_INSIDE, LEAST_TYPO = 3, 4, 4
"""How many letters a word needs to be looked for as a beginning, inside other words, and with a typing error."""

LONGEST_TYPO = 40
TYPO_CUTOFF = 0.8
"""The least likeness of a mistyped word (`difflib`): about one wrong letter in five."""

HYPHENS = "-‐‑‒–—−/"
UNWRITTEN = str.maketrans(dict.fromkeys("'’‘.", ""))
# fmt: off
STOP_WORDS = frozenset((
    "aan", "al", "als", "bij", "dat", "de", "den", "der", "die", "dit", "door", "een", "en", "er", "haar",
    "hebben", "heeft", "het", "hij", "hoe", "hoeveel", "hun", "ik", "in", "is", "je", "kan", "kun", "maar", "me",
    "met", "mijn", "naar", "of", "om", "onder", "op", "over", "te", "tot", "uit", "van", "veel", "voor", "waar",
    "wat", "we", "welke", "wie", "worden", "wordt", "zijn", "zich", "zo",
))
# fmt: on
"""Words that say nothing about what is looked for; they count only where there is nothing else."""


def plain(text: str) -> str:
    """Write a text without capitals, accents, apostrophes and points."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return bare.casefold().translate(UNWRITTEN)


def words_of(text: str) -> list[str]:
    """Give the words of a text; a hyphen parts two words."""
    return re.findall(r"[^\W_]+\+?", plain(text))


def indexed(text: str) -> frozenset[str]:
    """Give the words under which a text is found: each word, and what a hyphen joins also as one word."""
    joined = (re.sub(f"[{HYPHENS}]", "", one) for one in re.findall(rf"\w+(?:[{HYPHENS}]\w+)+", plain(text)))
    return frozenset([*words_of(text), *joined])


def asked(query: str, known: Collection[str]) -> list[str]:
    """Give the words of a query; "NT-2" is one word where only the joined word is known."""
    found: list[str] = []
    for token in query.split():
        parts = words_of(token)
        joined = "".join(parts)
        found += [joined] if joined in known and not all(one in known for one in parts) else parts
    return found


def without_stop_words(words: Sequence[str]) -> list[str]:
    """Leave out the words that say nothing, and single letters and digits, unless nothing else is there."""
    return [one for one in words if one not in STOP_WORDS and len(one) > 1] or list(words)


def stem(word: str) -> str:
    """Take the ending of a plural off: "leerlingen" and "leerling" are the same."""
    for ending in ("en", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_INSIDE:
            return word.removesuffix(ending)
    return word


def fit(word: str, other: str) -> float:
    """Tell how well a word that is asked fits a word of a text, from 0 to 1."""
    if word == other:
        return EXACT
    if stem(word) == stem(other):
        return SAME_STEM
    if len(word) >= LEAST_BEGINNING and other.startswith(word):
        return BEGINNING
    if len(word) >= LEAST_INSIDE and word in other:
        return INSIDE
    return 0.0


def fits(word: str, known: Iterable[str]) -> dict[str, float]:
    """Give all known words that a word fits, and how well."""
    return {other: found for other in known if (found := fit(word, other))}


def mended(word: str, known: Sequence[str]) -> str:
    """Give the known word that is most like a mistyped one; empty where none is like it."""
    if not LEAST_TYPO <= len(word) <= LONGEST_TYPO:
        return ""
    return next(iter(get_close_matches(word, known, n=1, cutoff=TYPO_CUTOFF)), "")
