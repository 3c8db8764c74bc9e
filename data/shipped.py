"""The figures that come with the program, and how they enter the store.

Each shipped folder is a dataset. At the start its bytes are compared with the newest revision of that dataset: new or
changed figures become a further revision, equal ones change nothing, and what people uploaded themselves stays.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from data.catalogue import HERE, Catalogue
from data.observations import figure_files, read_folder
from data.store import Store


@dataclass(frozen=True)
class Dataset:
    """A folder of figures beside this module, and who published it."""

    folder: str
    author: str
    note: str


SHIPPED = (
    Dataset(
        "annex",
        "Vlaamse overheid",
        "Omgevingsanalyse, bijlage 1 van het Vlaams actieplan integratie (2012). Overgenomen uit de gedrukte tekst.",
    ),
)


def load_shipped(store: Store, catalogue: Catalogue, home: Path = HERE) -> list[int]:
    """Publish the shipped datasets that the store does not have yet; give the numbers of the new revisions.

    A dataset that is known is not read. The store looks again when it writes, for programs that start together.
    """
    known = {revision.dataset: revision.sha256 for revision in store.revisions()}
    numbers = []
    for dataset in SHIPPED:
        digest = digest_of(home / dataset.folder)
        if known.get(dataset.folder) != digest:
            figures = read_folder(home / dataset.folder, catalogue)
            numbers.append(store.publish_once(figures, dataset.author, dataset.note, dataset.folder, digest))
    return [number for number in numbers if number is not None]


def digest_of(folder: Path) -> str:
    """Give the SHA-256 over the names and bytes of the files with figures in a folder."""
    digest = hashlib.sha256()
    for path in figure_files(folder):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
