"""Finds data about persons before anything is kept: national numbers, e-mail addresses, birth dates beside names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.reading.book import Book
from data.reading.sheets import Sheet
from data.upload.finding import Finding, finding, letter

NATIONAL = re.compile(r"(\d{2})[. ]?(\d{2})[. ]?(\d{2})[- ]?(\d{3})[. -]?(\d{2})")
SIGNED = re.compile(r"(?<!\d)\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?!\d)")
WRITTEN, DIGITS = 15, 11
EMAIL = re.compile(r"[^@\s;,]+@[^@\s;,]+\.[a-z]{2,}", re.IGNORECASE)
BIRTH_DAY = re.compile(
    r"((0?[1-9]|[12]\d|3[01])[-/.](0?[1-9]|1[0-2])[-/.](19|20)\d\d|(19|20)\d\d-\d\d-\d\d)(T00:00:00)?"
)
BIRTH_NAMES = re.compile(r"geboorte(datum|dag)|geboren op|birth ?(date|day)|date of birth", re.IGNORECASE)
PERSON_NAMES = re.compile(r"(voor|familie|achter)naam|naam en voornaam|first ?name|last ?name|surname", re.IGNORECASE)
FEW, SHARE = 2, 0.2
"""A column of bare digits is suspect from so many cells and this share on: one amount in a hundred passes by chance."""


def personal_data(book: Book) -> Finding | None:
    """Give the finding for the first sheet with data about persons; None where there are none."""
    for sheet in book.sheets:
        for found, columns in _suspects(sheet):
            letters = " en ".join(letter(index + 1) for index in columns)
            return finding("P1", sheet=sheet.name, column=columns[0] + 1, letters=letters, found=found)
    return None


def _suspects(sheet: Sheet) -> Iterator[tuple[str, list[int]]]:
    columns = [set(column) - {""} for column in zip(*sheet.rows, strict=True)]
    for words, test in (("rijksregisternummers", _has_national_numbers), ("e-mailadressen", _has_addresses)):
        if hit := [index for index, texts in enumerate(columns) if test(texts)]:
            yield words, hit
    born = [index for index, texts in enumerate(columns) if any(BIRTH_NAMES.search(one) for one in texts)]
    named = [index for index, texts in enumerate(columns) if any(PERSON_NAMES.fullmatch(one.strip()) for one in texts)]
    if named and any(sum(bool(BIRTH_DAY.fullmatch(one)) for one in columns[index]) >= FEW for index in born):
        yield "namen en geboortedatums", sorted({*named, *born})


def _has_national_numbers(texts: set[str]) -> bool:
    """Tell whether one is written with its signs, or a good part of the column are bare digits that pass."""
    if any(is_national_number(found[0]) for text in texts if len(text) >= WRITTEN and (found := SIGNED.search(text))):
        return True
    bare = sum(is_national_number(text) for text in texts if len(text.strip()) == DIGITS)
    return bare >= FEW and bare >= SHARE * len(texts)


def _has_addresses(texts: set[str]) -> bool:
    return sum(bool(EMAIL.search(text)) for text in texts if "@" in text) >= FEW


def is_national_number(text: str) -> bool:
    """Tell whether a text is a national number: its last two digits are 97 minus the rest modulo 97.

    Source: royal decree of 3 April 1984 on the composition of the identification number, article 4; for births from
    2000 on a 2 stands before the nine digits. The bis numbers of the social security have 20 or 40 added to the month.
    """
    found = NATIONAL.fullmatch(text.strip())
    if not found or int(found[2]) % 20 > 12 or int(found[3]) > 31:
        return False
    digits = "".join(found.groups()[:4])
    return int(found[5]) in (97 - int(digits) % 97, 97 - int("2" + digits) % 97)
