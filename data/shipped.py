"""The figures that come with the program, and how they enter the store.

Each shipped folder is a dataset. At the start its bytes are compared with the newest revision of that dataset: new or
changed figures become a further revision, equal ones change nothing, and what people uploaded themselves stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data.catalogue import HERE, Catalogue
from data.observations import CONSTANTS, figure_files, read_folder
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
    Dataset(
        "points",
        "Vlaamse en Belgische uitgevers, per cijfer genoemd",
        "Losse gepubliceerde cijfers na het plan: werk, onderwijs, welzijn, wonen, inburgering en herkomst. "
        "Cijfers via de pers dragen een merk.",
    ),
    Dataset(
        "statbel_census_2011",
        "Statbel",
        "Census 2011: werkzaamheids- en werkloosheidsgraad van 15 tot 64 jaar, naar nationaliteit en geboorteland, "
        "per gewest en provincie.",
    ),
    Dataset(
        "eurostat",
        "Eurostat",
        "Werkzaamheids- en werkloosheidsgraad naar nationaliteit in België en de buurlanden (1995-2024), "
        "asielzoekers (2008-2024) en mediaan inkomen (2015-2024).",
    ),
    Dataset(
        "statbel_population",
        "Statbel",
        "Inwoners met een vreemde nationaliteit op 1 januari, per gewest en leeftijd, 1992-2023 "
        "(de cijfers achter Figuur 1), en kinderen jonger dan 12 jaar, 2009-2015.",
    ),
    Dataset(
        "statbel_municipalities",
        "Statbel",
        "Inwoners met een vreemde nationaliteit op 1 januari, per gemeente van Vlaanderen en Brussel, naar geslacht en "
        "leeftijd, 2009-2015, op de gemeenten van 2018.",
    ),
)
"""In the order in which they were published after each other; each becomes one revision at the first start."""


def load_shipped(
    store: Store, catalogue: Catalogue, home: Path = HERE, datasets: Sequence[Dataset] = SHIPPED
) -> list[int]:
    """Publish the datasets that the store does not have yet, in order; give the numbers of the new revisions.

    A dataset that is known is not read. The store looks again when it writes, for programs that start together.
    """
    known = {revision.dataset: revision.sha256 for revision in store.revisions()}
    numbers = []
    for dataset in datasets:
        digest = digest_of(home / dataset.folder)
        if known.get(dataset.folder) != digest:
            figures = read_folder(home / dataset.folder, catalogue)
            numbers.append(store.publish_once(figures, dataset.author, dataset.note, dataset.folder, digest))
    return [number for number in numbers if number is not None]


def digest_of(folder: Path) -> str:
    """Give the SHA-256 over the names and bytes of the files with figures in a folder, and of their constants."""
    digest = hashlib.sha256()
    for path in (*figure_files(folder), *folder.glob(CONSTANTS)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
