"""The words of the plan on our pages: always between quotation marks, and cut only at a word."""

from __future__ import annotations

INNER = str.maketrans({"“": "‘", "”": "’"})
"""Quotation marks inside a quotation become single ones, as Dutch writes them."""


def quoted(text: str) -> str:
    """Quote a text of the plan: “De Vlaamse overheid streeft naar 4% …”."""
    return f"“{text.translate(INNER)}”"


def shortened(text: str, most: int) -> str:
    """Keep the first words of a text, at most so many characters, with " …" for what is left out."""
    if len(text) <= most:
        return text
    return f"{text[: most + 1].rpartition(' ')[0].rstrip(' ,;:.–-')} …"


def same_words(first: str, second: str) -> bool:
    """Tell whether two texts differ in nothing but capitals and a last full stop."""
    return _bare(first) == _bare(second)


def _bare(text: str) -> str:
    return text.casefold().rstrip(". ")
