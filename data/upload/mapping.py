"""How a file is read: which column is which field, and what its words mean. Chosen by a person, kept as JSON.

The next file of the same source is read in the same way. Columns are named, not counted: they may move.
"""

from __future__ import annotations

import json
from collections import abc
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from data.errors import DataError

FIELDS = {
    "indicator": "Indicator",
    "ref_area": "Gebied",
    "ref_area_name": "Naam van het gebied",
    "time_period": "Periode",
    "obs_value": "Waarde",
    "unit_measure": "Eenheid",
    "obs_status": "Status",
    "qualifier": "Woorden van de bron",
    "numerator": "Teller",
    "denominator": "Noemer",
    "sample_size": "Aantal bevraagden",
    "lower": "Ondergrens",
    "upper": "Bovengrens",
    "source": "Bron",
    "source_ref": "Plaats in de bron",
    "printed": "Zoals gedrukt",
    "derivation": "Berekening",
    "note": "Opmerking",
    "breakdown": "Uitsplitsing (JSON)",
}
"""Fields that a column can be, with their Dutch names; each dimension of the indicator is one more."""

NUMBERS = ("numerator", "denominator", "sample_size", "lower", "upper")
COMMA, POINT, FRACTION = "comma", "point", "fraction"
TOTAL = "total"
"""What a word of a dimension can be translated to besides a code: the row is the total."""

SKIP = "skip"
"""A word translated to this skips its rows."""

OTHERS = "*"
"""Stands for every word that we do not know: `{"ref_area": {"*": "skip"}}` skips rows of unknown areas."""


@dataclass(frozen=True)
class Mapping:
    """How one sheet is read.

    Attributes:
        sheet: its name; "" for the first with figures.
        header_rows: positions from 1 of the rows with names; empty: found out.
        layout: the known layout that was recognised, "long" or "wide".
        columns: name of a column → field of an observation, or id of a dimension.
        values: name of a column with values → what holds for all its cells, as words: {"time_period": "2010"}.
        fixed: field → what holds for all rows.
        translations: field → word of the source → code, `total` or `skip`.
        readings: name of a column → "comma" or "point" (its decimal mark), or "fraction" (0,675 is 67,5%).
        missing: marker of the source → code of obs_status ("0" for a real zero).
        overlapping: dimensions whose groups overlap by the words of the source; their sums are not checked.
        answers: key of a finding → why it is right.
    """

    sheet: str = ""
    header_rows: tuple[int, ...] = ()
    layout: str = "long"
    columns: abc.Mapping[str, str] = field(default_factory=dict)
    values: abc.Mapping[str, abc.Mapping[str, str]] = field(default_factory=dict)
    fixed: abc.Mapping[str, str] = field(default_factory=dict)
    translations: abc.Mapping[str, abc.Mapping[str, str]] = field(default_factory=dict)
    readings: abc.Mapping[str, str] = field(default_factory=dict)
    missing: abc.Mapping[str, str] = field(default_factory=dict)
    overlapping: tuple[str, ...] = ()
    answers: abc.Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> str:
        """Write it as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str) -> Mapping:
        """Read it from JSON; what is left out has its default.

        Raises: DataError for what is not JSON, an unknown key or a value of the wrong kind.
        """
        try:
            content = json.loads(text)
        except ValueError as error:
            raise DataError(f"De koppeling is geen geldige JSON ({error}). Verbeter ze of maak een nieuwe.") from None
        known = {one.name: one for one in fields(cls)}
        if not isinstance(content, dict) or (unknown := sorted(content.keys() - known)):
            found = f"onbekende sleutel “{unknown[0]}”" if isinstance(content, dict) else "geen lijst van sleutels"
            raise DataError(f"De koppeling heeft {found}. Verwacht: {', '.join(known)}.")
        return cls(**{name: _typed(name, value) for name, value in content.items()})

    def translated(self, field: str, words: abc.Mapping[str, str]) -> Mapping:
        """Give a mapping with more translations of a field."""
        known = self.translations.get(field, {})
        return replace(self, translations={**self.translations, field: {**known, **words}})

    def field_columns(self, field: str) -> list[str]:
        """Name the columns that are linked to a field, in their order."""
        return [name for name, linked in self.columns.items() if linked == field]


def _typed(name: str, value: Any) -> Any:
    if name == "header_rows" and isinstance(value, list) and all(type(one) is int and one > 0 for one in value):
        return tuple(value)
    if name == "overlapping" and isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    if name in ("sheet", "layout") and isinstance(value, str):
        return value
    if name in ("values", "translations") and isinstance(value, dict) and all(map(_is_texts, value.values())):
        return value
    if name in ("columns", "fixed", "readings", "missing", "answers") and _is_texts(value):
        return value
    raise DataError(f"De koppeling heeft bij “{name}” iets dat we niet verwachten. Kijk in README hoe ze eruitziet.")


def _is_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
