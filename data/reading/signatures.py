"""The first bytes of files that people choose by mistake, and what those files are."""

from __future__ import annotations

import re

ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""An OLE compound file: an old workbook, or a new one with a password ([MS-CFB] §2.2)."""

HEAD = 1024
"""How many bytes are looked at."""

SIGNATURES = (
    (rb"%PDF", "een pdf"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0|RIFF", "een afbeelding of geluid"),
    (rb"MZ.{0,62}\0|\x7fELF|#!/|\xca\xfe\xba\xbe", "een programma"),
    (rb"\x1f\x8b|\xfd7zXZ|BZh\d|7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd", "ingepakt, maar geen zip: pak het eerst uit"),
    (rb"PK\x05\x06|PK\x07\x08", "een lege of gesplitste zip"),
    (rb"\{\\rtf", "een tekstdocument (rtf)"),
    (rb"SQLite format 3", "een databank"),
    (rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|!--|html|head|body|table|svg|script|meta|div)", "een webpagina of XML"),
    (rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[\[{\"])", "JSON"),
)
"""Patterns at the start, from the specification of each format."""


def other_type(head: bytes) -> str:
    """Tell in Dutch what a file is that is neither a workbook, nor a zip, nor text; "" when nothing says so."""
    for pattern, found in SIGNATURES:
        if re.match(pattern, head, re.IGNORECASE | re.DOTALL):
            return found
    return ""
