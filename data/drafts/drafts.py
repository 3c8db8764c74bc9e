"""The rows of the uploads. A change asks for the right of the actor, and stands in the log, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, func, insert, select, update

from data.accounts import audit, sessions
from data.accounts.database import Database
from data.accounts.rights import Action, Actor, Forbidden, NotFound, authorise
from data.accounts.sign_in import SYSTEM
from data.drafts.draft import OPEN, Draft, Status, from_row
from data.tables import REMEMBERED_MAPPING, UPLOAD
from data.upload.mapping import Mapping

DAY_S = 24 * 3600
KEPT_S = 30 * DAY_S
PERIOD = "time_period"


class Drafts:
    """The uploads of one database."""

    def __init__(self, database: Database) -> None:
        """Keep the database."""
        self.database = database

    def one(self, actor: Actor, id_: str, action: Action = Action.READ_DRAFT) -> Draft:
        """Give a draft on which the actor has a right. Raises: NotFound, Forbidden."""
        with self.database.reading() as connection:
            return _one(connection, actor, id_, action)

    def listed(self, actor: Actor) -> list[Draft]:
        """Give the drafts that the actor may see and that can still change, the newest first."""
        query = select(UPLOAD).where(UPLOAD.c.status.in_(OPEN)).order_by(UPLOAD.c.changed_at.desc())
        return [one for one in self._all(query) if _may(actor, one, Action.READ_DRAFT)]

    def by_form(self, actor: Actor, form: str) -> Draft | None:
        """Find what this person sent with this form before; None where nothing came of it."""
        found = self._all(select(UPLOAD).where((UPLOAD.c.form == form) & (UPLOAD.c.account == actor.id)))
        return found[0] if found else None

    def of_revision(self, revision: int) -> Draft | None:
        """Find the upload that was published as this revision; None for figures that came with the program."""
        found = self._all(select(UPLOAD).where(UPLOAD.c.revision == revision))
        return found[0] if found else None

    def sent_today(self, ref_area: str) -> int:
        """Add up the bytes that came for a municipality in the last 24 hours."""
        since = self.database.now() - DAY_S
        query = select(func.sum(UPLOAD.c.size)).where((UPLOAD.c.ref_area == ref_area) & (UPLOAD.c.created_at > since))
        with self.database.reading() as connection:
            return connection.scalar(query) or 0

    def add(self, actor: Actor, draft: Draft) -> Draft:
        """Add a draft. Raises: IntegrityError of SQLAlchemy for a form that was sent before."""
        authorise(actor, Action.UPLOAD, draft.owned())
        now = self.database.now()
        made = replace(draft, account=actor.id, author=actor.email, created_at=now, changed_at=now)
        with self.database.writing() as connection:
            connection.execute(insert(UPLOAD).values(**made.row()))
            _tell(connection, actor, "opgeladen", made, f"sha256 {made.sha256}")
        return made

    def change(self, actor: Actor, draft: Draft, what: str, action: Action = Action.MAP) -> Draft:
        """Keep a changed draft. Raises: Forbidden for one that was published in the meantime; NotFound."""
        with self.database.writing() as connection:
            if not _one(connection, actor, draft.id, action).is_open:
                raise Forbidden("Dit bestand is al gepubliceerd. Laad een nieuw bestand op om iets te wijzigen.")
            changed = replace(draft, changed_at=self.database.now())
            connection.execute(update(UPLOAD).where(UPLOAD.c.id == draft.id).values(**changed.row()))
            _tell(connection, actor, what, changed)
        return changed

    def settle(self, draft: Draft) -> None:
        """Keep the status of a draft whose check took long, unless it was changed in the meantime."""
        is_same = (UPLOAD.c.id == draft.id) & (UPLOAD.c.changed_at == draft.changed_at)
        is_waiting = UPLOAD.c.status == Status.CHECKING.value
        with self.database.writing() as connection:
            connection.execute(update(UPLOAD).where(is_same & is_waiting).values(status=draft.status.value))

    def remove(self, actor: Actor, id_: str) -> Draft:
        """Remove a draft that was never published. Raises: Forbidden, NotFound."""
        with self.database.writing() as connection:
            draft = _one(connection, actor, id_, Action.DELETE_DRAFT)
            if not draft.is_open:
                raise Forbidden("Wat gepubliceerd is, blijft bewaard. Je kunt de versie wel intrekken.")
            connection.execute(delete(UPLOAD).where(UPLOAD.c.id == id_))
            _tell(connection, actor, "ontwerp gewist", draft)
        return draft

    def expire(self) -> list[str]:
        """Remove drafts that nobody touched for 30 days, and give their ids."""
        old = UPLOAD.c.status.in_(OPEN) & (UPLOAD.c.changed_at < self.database.now() - KEPT_S)
        found = [one.id for one in self._all(select(UPLOAD).where(old))]
        if found:
            with self.database.writing() as connection:
                connection.execute(delete(UPLOAD).where(UPLOAD.c.id.in_(found)))
        return found

    def due(self) -> list[tuple[Draft, Actor | None]]:
        """Give the drafts whose day has come, with who approved them; None for who has no account any more."""
        is_due = (UPLOAD.c.status == Status.APPROVED.value) & (UPLOAD.c.publish_at <= self.database.now())
        found = self._all(select(UPLOAD).where(is_due).order_by(UPLOAD.c.publish_at))
        if not found:
            return []
        with self.database.reading() as connection:
            return [(one, sessions.load_actor(connection, one.approver)) for one in found]

    def put_back(self, draft: Draft, why: str) -> None:
        """Let a draft that could not be published on its day wait for a person again."""
        is_approved = (UPLOAD.c.id == draft.id) & (UPLOAD.c.status == Status.APPROVED.value)
        with self.database.writing() as connection:
            if connection.execute(update(UPLOAD).where(is_approved).values(status=Status.DRAFT.value)).rowcount:
                audit.append(connection, SYSTEM, "niet gepubliceerd", draft.name, [draft.ref_area or "*"], why[:500])

    def remembered(self, source: str, ref_area: str) -> Mapping | None:
        """Give how the last published file of a source was read; None for a new source.

        What was said of its period is left out: the next file is of another year.
        """
        key = (REMEMBERED_MAPPING.c.source == source) & (REMEMBERED_MAPPING.c.ref_area == ref_area)
        with self.database.reading() as connection:
            text = connection.scalar(select(REMEMBERED_MAPPING.c.mapping).where(key))
        return _without_period(Mapping.from_json(text)) if text else None

    def _all(self, query) -> list[Draft]:  # type: ignore[no-untyped-def]
        with self.database.reading() as connection:
            return [from_row(dict(row)) for row in connection.execute(query).mappings()]


def _without_period(mapping: Mapping) -> Mapping:
    fixed = {field: word for field, word in mapping.fixed.items() if field != PERIOD}
    words = {field: known for field, known in mapping.translations.items() if field != PERIOD}
    return replace(mapping, fixed=fixed, translations=words)


def mark_published(connection: Connection, actor: Actor, draft: Draft, number: int, sources: Sequence[str]) -> None:
    """Note, in the transaction of the publication, that a draft became a revision, and how its sources were read.

    Raises: Forbidden when somebody published it in the meantime; the publication is then undone.
    """
    is_open = (UPLOAD.c.id == draft.id) & UPLOAD.c.status.in_(OPEN)
    values = {**draft.row(), "status": Status.PUBLISHED.value, "revision": number}
    if connection.execute(update(UPLOAD).where(is_open).values(**values)).rowcount != 1:
        raise Forbidden("Dit bestand is intussen gepubliceerd of gewist. Er is niets gewijzigd.")
    for source in sources:
        key = {"source": source, "ref_area": draft.ref_area}
        connection.execute(delete(REMEMBERED_MAPPING).filter_by(**key))
        connection.execute(insert(REMEMBERED_MAPPING).values(**key, mapping=draft.mapping.to_json()))
    _tell(connection, actor, "gepubliceerd", draft, f"versie {number}: {draft.note}")


def mark_withdrawn(connection: Connection, actor: Actor, draft: Draft | None, revision: int, number: int) -> None:
    """Note, in the transaction of the withdrawal, which revision was taken back by which."""
    if draft is not None:
        query = update(UPLOAD).where(UPLOAD.c.id == draft.id)
        connection.execute(query.values(status=Status.WITHDRAWN.value))
    areas = [draft.ref_area or "*"] if draft else ["*"]
    audit.append(connection, actor.email, "ingetrokken", f"versie {revision}", areas, f"door versie {number}")


def _one(connection: Connection, actor: Actor, id_: str, action: Action) -> Draft:
    row = connection.execute(select(UPLOAD).where(UPLOAD.c.id == id_)).mappings().one_or_none()
    if row is None:
        raise NotFound
    draft = from_row(dict(row))
    authorise(actor, action, draft.owned())
    return draft


def _may(actor: Actor, draft: Draft, action: Action) -> bool:
    try:
        authorise(actor, action, draft.owned())
    except (NotFound, Forbidden):
        return False
    return True


def _tell(connection: Connection, actor: Actor, what: str, draft: Draft, detail: str = "") -> None:
    audit.append(connection, actor.email, what, f"{draft.name} ({draft.id[:8]})", [draft.ref_area or "*"], detail)
