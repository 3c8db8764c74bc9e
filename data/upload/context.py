"""What a file is checked against: catalogue, codelists, areas, what is published, and today."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from data.area_names import AreaNames, plain
from data.areas import NEWEST
from data.catalogue import Catalogue
from data.model import TRANSFORMATION, Observation

EVERYDAY = {
    "sex": {"man": "m", "vrouw": "f", "v": "f"},
    "nationality": {"belg": "be", "belgen": "be", "niet belg": "foreign", "niet belgen": "foreign"},
}
"""Words of Belgian tables that mean one code, in plain letters, beside the labels of the codelists."""


def nothing_stored(_indicator: str) -> Sequence[Observation]:
    """Give what an empty store has."""
    return ()


@dataclass(frozen=True)
class Context:
    """The surroundings of a check.

    Attributes:
        catalogue: indicators, codelists and areas.
        today: for years that lie in the future.
        stored: gives the published observations of an indicator.
        public: gives them as readers see them, with small numbers hidden.
        loaded: SHA-256 of files that were published before → number of the revision.
    """

    catalogue: Catalogue
    today: date
    stored: Callable[[str], Sequence[Observation]] = nothing_stored
    public: Callable[[str], Sequence[Observation]] = nothing_stored
    loaded: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def area_names(self) -> AreaNames:
        """Look areas up by code and by name, in the newest geography."""
        return AreaNames(self.catalogue.areas, self.catalogue.codelists["ref_area"], NEWEST)

    @cached_property
    def dimensions(self) -> Mapping[str, str]:
        """Give the dimensions of all indicators by plain name: id and label → id."""
        named = {TRANSFORMATION: TRANSFORMATION, "soort cijfer": TRANSFORMATION}
        for indicator in self.catalogue.indicators.values():
            for one in indicator.dimensions:
                named[plain(one.id)] = named[plain(one.label)] = one.id
        return named

    def dimension_label(self, dimension: str) -> str:
        """Name a dimension as its indicators do; its id where none has it."""
        found = self.catalogue.indicators.values()
        return next((it.label for one in found for it in one.dimensions if it.id == dimension), dimension)

    @cached_property
    def indicators(self) -> Mapping[str, str]:
        """Give the indicators by plain name: id, slug and title → id."""
        found = self.catalogue.indicators.values()
        return {plain(name): one.id for one in found for name in (one.title, one.slug, one.id)}

    def indicator_named(self, word: str) -> str:
        """Give the id of the indicator with a name; "" for an unknown one."""
        return self.indicators.get(plain_keeping_signs(word).replace(" plus ", " "), "")

    def words(self, field: str) -> Mapping[str, str]:
        """Give what the words of a codelist mean: codes, labels and phrases in plain letters → code."""
        known = self._words.get(field)
        if known is None:
            codes = self.catalogue.codelists[field].codes.values()
            named = [(name, one.code) for one in codes for name in (one.phrase, one.label, one.code) if name]
            known = {plain_keeping_signs(name): code for name, code in named} | EVERYDAY.get(field, {})
            self._words[field] = known
        return known

    @cached_property
    def _words(self) -> dict[str, Mapping[str, str]]:
        return {}


def plain_keeping_signs(word: str) -> str:
    """Reduce a word to what is compared; signs stay where they are all there is ("%") or count ("65+")."""
    return plain(word.replace("+", " plus ").replace("<", " kleiner ").replace(">", " groter ")) or word.strip()
