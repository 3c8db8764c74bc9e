"""What one word of a file means: a code, or a problem that a person must solve. Each different word is asked once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping as Map
from dataclasses import dataclass, field

from data.area_names import REGIONS
from data.export import FORMULA_STARTS
from data.upload.context import Context, plain_keeping_signs
from data.upload.known import status_of_flags
from data.upload.mapping import OTHERS, SKIP, TOTAL, Mapping
from data.upload.words import period, school_year, serial_day, tidy

AMBIGUOUS_AREAS = {"vlaanderen", "flanders", "vlaamse gemeenschap"}
UNLOCATED = ("99991", "99992", "99993", "99999")
"""Codes of Swing for what cannot be located."""

TOTALS = {"totaal", "total", "_t", "t", "alle", "allen", "iedereen", "beide", "alle leeftijden", "alle geslachten", ""}
CONTESTED = {"allochtoon", "allochtonen", "autochtoon", "autochtonen", "vreemdeling", "vreemdelingen"}
FREE = ("qualifier", "source_ref", "printed", "derivation", "note", "ref_area_name", "breakdown")
"""Fields whose text is kept as it is."""

UNKNOWN = "\0"
"""What stands in the place of a code that was not found; a cell with it is not published."""

SPAN = re.compile(r"\d{4}-\d{4}")
"""Years from and to, for a growth or a change."""

NEAR = 0.6


@dataclass(frozen=True)
class Meaning:
    """The code that a word stands for; `problem` is a code of `data/checks.toml`, `words` fill its sentence."""

    code: str
    problem: str = ""
    words: Map[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Reader:
    """Knows what words mean in one mapping."""

    mapping: Mapping
    context: Context
    period_kinds: frozenset[str]
    namesakes: frozenset[str] = frozenset()

    def meaning(self, field: str, word: str) -> Meaning:
        """Give what a word means in a field."""
        if field in FREE:
            return Meaning(without_apostrophe(word))
        word = tidy(word)
        chosen = self.mapping.translations.get(field, {}).get(word)
        if chosen is not None:
            return self._chosen(field, chosen)
        if field == "ref_area" and word in self.namesakes:
            return Meaning(UNKNOWN, "G12")
        found = self._found(field, word)
        others = self.mapping.translations.get(field, {}).get(OTHERS)
        if found.code != UNKNOWN or others is None:
            return found
        return Meaning(SKIP, "G11") if others == SKIP else self._chosen(field, others)

    def _found(self, field: str, word: str) -> Meaning:
        if field == "ref_area":
            return self._area(word)
        if field == "time_period":
            return self._period(word)
        if field == "indicator":
            found = self.context.indicator_named(word)
            return Meaning(found) if found else Meaning(UNKNOWN, "K7", {"near": self._near_indicator(word)})
        return self._coded(field, word)

    def _chosen(self, field: str, chosen: str) -> Meaning:
        if chosen in (SKIP, TOTAL) or field == "time_period":
            return Meaning("" if chosen == TOTAL else chosen)
        known = self.context.catalogue.indicators if field == "indicator" else self.context.catalogue.codelists[field]
        return Meaning(chosen) if chosen in known else Meaning(UNKNOWN, "K12", {"chosen": chosen})

    def _area(self, word: str) -> Meaning:
        if not word:
            return Meaning("") if self.mapping.layout == "own" else Meaning(UNKNOWN, "G10")
        if word.removesuffix(".0") in UNLOCATED:
            return Meaning(SKIP, "G9")
        if word in self.context.catalogue.codelists["ref_area"]:
            return Meaning(word)
        if plain_keeping_signs(word) in AMBIGUOUS_AREAS:
            return Meaning(UNKNOWN, "G1")
        if any(map(str.isdigit, word)):
            return self._area_code(word.removesuffix(".0"))
        found = self.context.area_names.find(word)
        if found.code:
            return Meaning(found.code)
        labels = [self.context.catalogue.label("ref_area", code) for code in found.suggestions]
        return Meaning(UNKNOWN, "G2", {"suggestion": _either(labels)})

    def _area_code(self, word: str) -> Meaning:
        """Look a code up, also one that lost its first zero; names have no digits, so no near name is sought."""
        full = word.zfill(5) if word.isdigit() else word
        code = REGIONS.get(full, full)
        if code not in self.context.catalogue.codelists["ref_area"]:
            return Meaning(UNKNOWN, "G2", {"suggestion": ""})
        return Meaning(code, "G6", {"code": full}) if full != word else Meaning(code)

    def _period(self, word: str) -> Meaning:
        if not word:
            return Meaning("") if self.mapping.layout == "own" else Meaning(UNKNOWN, "J6")
        if found := school_year(word):
            is_expected = bool(self.period_kinds - {"year"}) or self.mapping.layout == "own"
            return Meaning(found) if is_expected else Meaning(UNKNOWN, "J1")
        if found := period(word):
            return self._dated(found)
        if self.mapping.layout == "own" and SPAN.fullmatch(word):
            return Meaning(word)
        if day := serial_day(word):
            return Meaning(UNKNOWN, "J5", {"day": day})
        return Meaning(UNKNOWN, "J6")

    def _dated(self, found: str) -> Meaning:
        year = int(found[:4])
        if year > self.context.today.year + 1:
            return Meaning(UNKNOWN, "J2", {"newest": self.context.today.year + 1})
        return Meaning(found, "J3") if year < 1990 else Meaning(found)

    def _coded(self, field: str, word: str) -> Meaning:
        words = self.context.words(field)
        codelist = self.context.catalogue.codelists[field]
        if word in codelist:
            return Meaning(word)
        if found := words.get(plain_keeping_signs(word)):
            return Meaning(found)
        if field == "obs_status":
            return Meaning(status_of_flags(word)) if not word or status_of_flags(word) else Meaning(UNKNOWN, "W16")
        if field == "unit_measure":
            return Meaning("") if not word else Meaning(UNKNOWN, "W14")
        if field == "source":
            return Meaning(UNKNOWN, "K11")
        if word.casefold() in TOTALS:
            return Meaning("")
        problem = "H2" if word.casefold() in CONTESTED else "H1"
        near = difflib.get_close_matches(plain_keeping_signs(word), words, 3, NEAR)
        labels = list(dict.fromkeys(codelist[words[one]].label for one in near))
        return Meaning(UNKNOWN, problem, {"suggestion": _either(labels)})

    def _near_indicator(self, word: str) -> str:
        near = difflib.get_close_matches(plain_keeping_signs(word), self.context.indicators, 3, NEAR)
        titles = [self.context.catalogue.indicators[self.context.indicators[one]].title for one in near]
        return _either(list(dict.fromkeys(titles)))


def without_apostrophe(text: str) -> str:
    """Undo what our own export does to text that a spreadsheet could take for a formula."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_STARTS) else text


def _either(names: list[str]) -> str:
    """Write a question with near names: " Bedoelde je “A” of “B”?"; empty without any."""
    return f" Bedoelde je {' of '.join(f'“{one}”' for one in names)}?" if names else ""
