"""Addresses of cells: "XFD1048576" is row 1 048 576, column 16 384, the last of Excel."""

from __future__ import annotations

DIGITS = "0123456789"
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""Excel specifications and limits; ECMA-376 itself sets no end."""


def position(address: str) -> tuple[int, int]:
    """Give row and column of an address, both from 1.

    Raises: ValueError, for what is no address, or one beyond the last cell of Excel.
    """
    letters = address.rstrip(DIGITS)
    row, column = int(address[len(letters) :][:10]), column_number(letters)
    if not (0 < row <= LAST_ROW and 0 < column <= LAST_COLUMN):
        raise ValueError(address)
    return row, column


def column_number(letters: str) -> int:
    """Give the place of a column: A is 1, XFD is 16 384.

    Raises: ValueError, for anything but one to three letters.
    """
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
        raise ValueError(letters)
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """Write a column as Excel does: 1 is A, 500 is SF."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
