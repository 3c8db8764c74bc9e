"""Search over indicators, domains, targets, actions of the plan and terms, with old words and typing errors.

How a query is read: it is cut at `LONGEST` characters; capitals, accents, hyphens and invisible characters do not
count; words as "de" and "hoeveel" are left out. A word that no text has is replaced with the word most like it, and
that is told. A word, or words in a row, that the terms know also stand for the term and for what it `finds`; an old
word is told with the word that we use now.

What is found: the entries that have every word, or, where there are none, those that have some of them.

How results are ranked, within their group: first by how many words of the query an entry has; then by the sum over
these words of what the word counts where it stands (title 8, question and other names 4, groups and areas 3, text 1)
times how well it fits (the word 1, its plural 0.9, its beginning 0.8, inside a compound 0.6), where a term's own words
count for 0.9; and 20 more for an entry whose title is the query, 5 more where the title has it as a whole. Equal
entries keep the order of the site. So the same query always gives the same list.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from data.terms import Term
from indicators import search_words
from indicators.search_entries import GROUPS, Entry

LONGEST = 200
"""Characters of a query that are read; a longer one is cut, and told."""

MOST_WORDS = 12
MOST_OF_TERM = 6
SYNONYM = 0.9
WHOLE_TITLE, IN_TITLE = 20.0, 5.0


@dataclass(frozen=True)
class Note:
    """An old word that was asked, and the term that we use now."""

    asked: str
    term: str
    id: str


@dataclass(frozen=True)
class Hit:
    """One result."""

    kind: str
    key: str
    title: str
    about: str


@dataclass(frozen=True)
class Results:
    """What a query found. `mended` pairs mistyped words with the words that were looked for instead."""

    query: str
    is_cut: bool
    groups: tuple[tuple[str, tuple[Hit, ...]], ...] = ()
    notes: tuple[Note, ...] = ()
    mended: tuple[tuple[str, str], ...] = ()
    is_partial: bool = False

    @property
    def count(self) -> int:
        """Count the results."""
        return sum(len(hits) for _, hits in self.groups)


Ways = list[tuple[float, list[str]]]
"""The ways in which one part of a query can be met: what the way counts, and the words that it takes, all of them."""


class Search:
    """Answers queries from one list of entries; nothing of it changes."""

    def __init__(self, entries: Sequence[Entry], terms: Sequence[Term]) -> None:
        """Keep the entries, all their words, and the words of the terms."""
        self.entries = entries
        self.known = sorted({word for one in entries for word in one.weights})
        self._known = frozenset(self.known)
        self._terms = {_stems(name): (term, name in term.old) for term in terms for name in term.names}

    def results(self, query: object) -> Results:
        """Answer a query from outside: anything that is no text, or that has no letter, finds nothing."""
        text, is_cut = cleaned(query)
        words = search_words.asked(text, self._known)[:MOST_WORDS]
        if not words:
            return Results(text, is_cut)
        words, mended = self._mended(words)
        parts, notes = self._parts(words)
        ranked, is_partial = self._ranked(parts, words)
        groups = tuple((name, hits) for name, kinds in GROUPS if (hits := _hits(ranked, kinds)))
        return Results(text, is_cut, groups, notes, mended, is_partial)

    def _mended(self, words: Sequence[str]) -> tuple[list[str], tuple[tuple[str, str], ...]]:
        """Replace the words that no text has."""
        found, told = [], []
        for word in words:
            is_known = word in search_words.STOP_WORDS or search_words.fits(word, self.known)
            better = "" if is_known else search_words.mended(word, self.known)
            found.append(better or word)
            told += [(word, better)] if better else []
        return found, tuple(dict.fromkeys(told))

    def _parts(self, words: Sequence[str]) -> tuple[list[Ways], tuple[Note, ...]]:
        """Take a query apart into terms and single words, the longest terms first."""
        parts: list[Ways] = []
        notes: list[Note] = []
        useful, place = set(search_words.without_stop_words(words)), 0
        while place < len(words):
            length, term, is_old = self._term_at(words, place)
            own = words[place : place + length]
            if term:
                parts.append(_ways(own, term))
                notes += [Note(" ".join(own), term.term, term.id)] if is_old else []
            elif own[0] in useful:
                parts.append([(1.0, list(own))])
            place += length
        return parts, tuple(dict.fromkeys(notes))

    def _term_at(self, words: Sequence[str], place: int) -> tuple[int, Term | None, bool]:
        """Find the longest words of a term that start at a place: how many words, the term, and whether it is old."""
        for length in range(min(MOST_OF_TERM, len(words) - place), 0, -1):
            key = tuple(map(search_words.stem, words[place : place + length]))
            if key in self._terms:
                return length, *self._terms[key]
        return 1, None, False

    def _ranked(self, parts: Sequence[Ways], words: Sequence[str]) -> tuple[list[Entry], bool]:
        """Sort the entries that have every part of the query, or else the ones that have some."""
        fits = {word: search_words.fits(word, self.known) for ways in parts for _, way in ways for word in way}
        asked = " ".join(words)
        scored = []
        for place, entry in enumerate(self.entries):
            scores = [score for ways in parts if (score := _score(entry, ways, fits))]
            if scores:
                scored.append((-len(scores), -sum(scores) - _of_title(entry, asked), place))
        whole = [one for one in scored if one[0] == -len(parts)]
        return [self.entries[place] for *_, place in sorted(whole or scored)], bool(scored) and not whole


def cleaned(query: object) -> tuple[str, bool]:
    """Give the text of a query on one line without controls, and whether it was cut; of a list, the first text."""
    first = query[0] if isinstance(query, list) and query else query
    text = first if isinstance(first, str) else ""
    is_cut = len(text) > LONGEST
    seen = ("" if unicodedata.category(one) in ("Cf", "Cs", "Co", "Cn") else one for one in text[:LONGEST])
    return " ".join("".join(" " if unicodedata.category(one) == "Cc" else one for one in "".join(seen)).split()), is_cut


def _stems(name: str) -> tuple[str, ...]:
    return tuple(map(search_words.stem, search_words.words_of(name)))


def _ways(own: Sequence[str], term: Term) -> Ways:
    """Give the ways to meet a term: the words that were asked, our word for it, and what it finds."""
    others = [search_words.without_stop_words(search_words.words_of(one)) for one in (term.term, *term.finds)]
    return [(1.0, search_words.without_stop_words(own)), *((SYNONYM, one) for one in others)]


def _score(entry: Entry, ways: Ways, fits: dict[str, dict[str, float]]) -> float:
    """Give what the best way to meet a part of the query counts in an entry; 0 where it has none.

    A way of more words counts for its weakest word.
    """
    return max((counts * min(_word_score(entry, fits[word]) for word in way) for counts, way in ways if way))


def _word_score(entry: Entry, fitting: dict[str, float]) -> float:
    weights = entry.weights
    return max((weights[word] * fit for word, fit in fitting.items() if word in weights), default=0.0)


def _of_title(entry: Entry, asked: str) -> float:
    title = " ".join(search_words.words_of(entry.title))
    return WHOLE_TITLE if title == asked else IN_TITLE if f" {asked} " in f" {title} " else 0.0


def _hits(ranked: Sequence[Entry], kinds: Sequence[str]) -> tuple[Hit, ...]:
    return tuple(Hit(one.kind, one.key, one.title, one.about) for one in ranked if one.kind in kinds)
