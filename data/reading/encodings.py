"""Which encoding the bytes of a text are in: its mark, then strict UTF-8, then Windows-1252.

Windows-1252 is last because nearly any bytes are valid in it; UTF-8 is hardly ever valid by accident. The signs of
text that was decoded wrongly once (“BelgiÃ«”) are told apart in `MOJIBAKE`.
"""

from __future__ import annotations

import codecs
import re
from typing import IO

BLOCK = 1024 * 1024

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

MOJIBAKE = re.compile("Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|Â[\u00a0-\u00bf]|â€|\ufffd|[a-z][‰‡‹]")
"""UTF-8 read as Windows-1252 (“Ã«” for ë), the sign for a lost character, and the letters of MS-DOS (“Belgi‰”)."""


def encoding_of(file: IO[bytes]) -> str:
    """Find the encoding of a whole text; "" when no encoding fits. Reads the file to its end."""
    first = file.read(BLOCK)
    for mark, encoding in MARKS:
        if first.startswith(mark):
            return encoding
    possible = {name: codecs.getincrementaldecoder(name)() for name in ("utf-8", "cp1252")}
    block = first
    while possible:
        for name, decoder in list(possible.items()):
            try:
                decoder.decode(block, final=not block)
            except UnicodeDecodeError:
                del possible[name]
        if not block:
            break
        block = file.read(BLOCK)
    return next(iter(possible), "")


def garbled_word(text: str) -> str:
    """Give the first word with the signs of a wrong encoding; "" when there is none."""
    sign = MOJIBAKE.search(text)
    if not sign:
        return ""
    before = re.search(r"\w*$", text[max(0, sign.start() - 30) : sign.start()])
    after = re.match(r"\w*", text[sign.end() :][:30])
    return (before[0] if before else "") + sign[0] + (after[0] if after else "")
