"""Mistakes that a person can mend, told in Dutch: where, what was found, what was expected, what to do."""

from __future__ import annotations

from data.model import Revision


class DataError(Exception):
    """Base of all errors that are shown to a person as one sentence, without a trace."""

    @property
    def public(self) -> str:
        """What anyone on the web may read of it."""
        return str(self)


class CatalogueError(DataError):
    """A file that describes or holds figures is not as it should be; the start is refused."""

    def __init__(self, where: str, found: str, expected: str) -> None:
        """Keep the three parts, so that tests and pages can use each of them.

        Args:
            where: file and, where there is one, line: "data/annex/x.csv, regel 3".
            found: what stands there.
            expected: what should stand there.
        """
        super().__init__(f"{where}: {found}. Verwacht: {expected}.")
        self.where, self.found, self.expected = where, found, expected


class StoreError(DataError):
    """The database cannot be used; the sentence says what to do. Nothing was overwritten.

    It often names the file or the server of the database. That is for who runs the program, and stays out of `public`.
    """

    @property
    def public(self) -> str:
        """Say only that it cannot be used now."""
        return "De databank van deze site is nu niet te gebruiken. Er is niets gewijzigd. Probeer het later opnieuw."


class UnknownRevision(DataError):
    """A revision number that does not exist."""

    def __init__(self, revision: int, newest: int) -> None:
        """Name the number asked for and the numbers that exist."""
        super().__init__(f"Versie {revision} bestaat niet. De versies lopen van 1 tot {newest}.")


class Overtaken(DataError):
    """Another revision of the same indicator came after the check; nothing was published."""

    def __init__(self, revision: Revision) -> None:
        """Keep the revision that came in between."""
        when = f"{revision.published_at:%d-%m-%Y om %H:%M} UTC"
        found = f"Sinds je controle publiceerde {revision.author} versie {revision.number} op {when}."
        super().__init__(f"{found} Er is niets gepubliceerd. Controleer het bestand opnieuw.")
        self.revision = revision


class UnknownIndicator(DataError):
    """A name that no indicator has."""

    def __init__(self, name: str) -> None:
        """Name what was asked for."""
        super().__init__(f"De indicator “{name}” bestaat niet.")
