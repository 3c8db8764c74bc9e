"""Mends a draft in one way at a time: a cell, a row, a word, a marker, a decimal mark, an answer. Pure."""

from __future__ import annotations

from dataclasses import replace

from data.drafts.draft import Draft
from data.drafts.edits import LONGEST, key
from data.upload.mapping import COMMA, FRACTION, POINT

LONGEST_ANSWER = 300
READINGS = (COMMA, POINT, FRACTION)


def cell(draft: Draft, row: int, column: int, text: str) -> Draft:
    """Put another text in a cell; empty: it has no value."""
    return replace(draft, edits={**draft.edits, key(row, column): text.strip()[:LONGEST]})


def without_row(draft: Draft, row: int) -> Draft:
    """Leave a row out."""
    return replace(draft, edits={**draft.edits, key(row, 0): ""})


def word(draft: Draft, field: str, text: str, code: str) -> Draft:
    """Say what a word of the file means: a code, "total" or "skip"."""
    return replace(draft, mapping=draft.mapping.translated(field, {text: code}))


def marker(draft: Draft, text: str, status: str) -> Draft:
    """Say what a marker in a column of numbers means: a code of obs_status, or "0" for a real zero."""
    return replace(draft, mapping=replace(draft.mapping, missing={**draft.mapping.missing, text: status}))


def reading(draft: Draft, column: str, mark: str) -> Draft:
    """Say how the numbers of a column are written: "comma", "point" or "fraction"."""
    return replace(draft, mapping=replace(draft.mapping, readings={**draft.mapping.readings, column: mark}))


def answer(draft: Draft, finding: str, why: str) -> Draft:
    """Say why a warning is right; an empty answer takes an earlier one back."""
    answers = {**draft.mapping.answers, finding: why.strip()[:LONGEST_ANSWER]}
    kept = {name: text for name, text in answers.items() if text}
    return replace(draft, mapping=replace(draft.mapping, answers=kept))
