"""The bytes of uploads: one file each in one folder, under a name of our own, readable by this program only."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from uuid import uuid4

from data.errors import DataError
from data.reading.limits import MB
from data.reading.refusals import megabytes, refusal

CHUNK = 1024 * 1024
PART = ".part"
HOUR_S = 3600
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
FREE_BYTES, FREE_SHARE = 500 * MB, 0.05


class DiskFull(DataError):
    """There is no room for an upload; nothing was kept."""

    def __init__(self) -> None:
        """Say so, and what to do."""
        super().__init__(
            "De schijf van de server is bijna vol. Je bestand is niet bewaard. "
            "Verwittig wie de server beheert, en probeer het later opnieuw."
        )


class Lost(DataError):
    """A draft whose file is not there any more."""

    def __init__(self) -> None:
        """Say so, and what to do."""
        super().__init__("Het bestand staat niet meer op de server. Laad het opnieuw op.")


@dataclass(frozen=True)
class Received:
    """A file that came in: where it is, how large, its SHA-256. It has no draft yet."""

    id: str
    path: Path
    size: int
    sha256: str


class Files:
    """The folder with the bytes of all uploads."""

    def __init__(self, folder: Path) -> None:
        """Keep where it is; the folder is made when the first file comes."""
        self._folder = folder

    def receive(self, stream: IO[bytes], name: str, most: int) -> Received:
        """Write a stream to the disk, counting; whatever goes wrong, nothing of it stays.

        Raises: Refused for more than `most` bytes; DiskFull.
        """
        self._make_room()
        id_ = uuid4().hex
        path, size, digest = self._folder / f"{id_}{PART}", 0, hashlib.sha256()
        try:
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                while chunk := stream.read(CHUNK):
                    size += len(chunk)
                    if size > most:
                        raise refusal("B2", name, found=f"meer dan {megabytes(most)}", most=megabytes(most))
                    digest.update(chunk)
                    file.write(chunk)
        except BaseException as error:
            path.unlink(missing_ok=True)
            if isinstance(error, OSError) and error.errno in NO_ROOM:
                raise DiskFull from error
            raise
        return Received(id_, path, size, digest.hexdigest())

    def keep(self, received: Received) -> None:
        """Keep a file for good: it has a draft."""
        received.path.rename(self._folder / received.id)

    def drop(self, id_: str) -> None:
        """Remove a file, whether it was kept or not; one that is not there is fine."""
        for path in (self._folder / id_, self._folder / f"{id_}{PART}"):
            path.unlink(missing_ok=True)

    def path(self, id_: str) -> Path:
        """Give where a file is. Raises: Lost."""
        path = self._folder / id_
        if not path.is_file():
            raise Lost
        return path

    def sweep(self) -> None:
        """Remove what a start that was cut off left behind: unfinished files of more than an hour old."""
        for path in self._folder.glob(f"*{PART}"):
            if time.time() - path.stat().st_mtime > HOUR_S:
                path.unlink(missing_ok=True)

    def _make_room(self) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            disk = shutil.disk_usage(self._folder)
        except OSError as error:
            raise DiskFull from error
        if disk.free < FREE_BYTES and disk.free < FREE_SHARE * disk.total:
            raise DiskFull
