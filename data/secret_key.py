"""The key that signs cookies: from the environment, or made once and kept in a file that only its owner reads."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from data.errors import DataError

SHORTEST = 32
FILE = "secret_key"


def secret_key(given: str, folder: Path) -> str:
    """Give the key that was set, else that of the file in this folder, which is made where there is none.

    Raises: DataError for a key that can be guessed, or a file that cannot be made.
    """
    if given and len(given) < SHORTEST:
        raise DataError(
            f"SECRET_KEY is te kort. Verwacht: minstens {SHORTEST} willekeurige tekens. Laat ze leeg: we maken er een."
        )
    return given or _kept(folder / FILE)


def _kept(file: Path) -> str:
    """Read the file; of programs that make it at the same time one wins, and all read the same key."""
    fresh = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    try:
        file.parent.mkdir(exist_ok=True)
        if not file.exists():
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
                opened.write(secrets.token_urlsafe(48))
            with suppress(FileExistsError):
                os.link(fresh, file)
        key = file.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(
            f"De sleutel {file} maken of lezen lukt niet ({error.strerror}). Zet zelf SECRET_KEY."
        ) from error
    finally:
        fresh.unlink(missing_ok=True)
    if len(key) < SHORTEST:
        raise DataError(f"De sleutel {file} is te kort. Verwijder het bestand: dan maken we een nieuwe.")
    return key
