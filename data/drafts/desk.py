"""What the upload pages ask that changes something: receive a file, mend it, publish it, take it back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import IO

from sqlalchemy.exc import IntegrityError

from data.accounts.database import Database
from data.accounts.rights import Action, Actor, Forbidden, Owned, authorise
from data.catalogue import Catalogue
from data.drafts.draft import Draft, Status, with_report
from data.drafts.drafts import Drafts, mark_published, mark_withdrawn
from data.drafts.files import Files, Received
from data.drafts.looks import Looks
from data.errors import DataError
from data.reading.book import shown_name
from data.reading.limits import MB, Limits
from data.store import Store
from data.upload.finding import Finding
from data.upload.mapping import Mapping
from data.upload.publication import NotPublished, Publication, hindrances, passed, publish
from data.upload.report import check_book

QUOTA_BYTES = 200 * MB


class OverQuota(DataError):
    """A municipality sent too much in one day."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "Voor je gemeente is de voorbije 24 uur al 200 MB opgeladen. Dit bestand is niet bewaard. "
            "Probeer het morgen opnieuw."
        )


class Unkept(DataError):
    """A file of which nothing was kept, because of what stands in it."""

    def __init__(self, found: Finding) -> None:
        """Keep the reason."""
        super().__init__(f"{found.message} {found.advice}")


class Desk:
    """Everything between an upload and a publication, on one store."""

    def __init__(
        self, store: Store, catalogue: Catalogue, database: Database, folder: Path, limits: Limits, *, four_eyes: bool
    ) -> None:
        """Put the parts together; `four_eyes` says that nobody publishes what he uploaded himself."""
        self.store, self.catalogue, self.limits, self.four_eyes = store, catalogue, limits, four_eyes
        self.drafts, self.files = Drafts(database), Files(folder)
        self.looks = Looks(store, catalogue, self.files, limits)

    def sweep(self) -> None:
        """Remove drafts that nobody touched for 30 days, and files that were never finished."""
        self.files.sweep()
        for id_ in self.drafts.expire():
            self.files.drop(id_)

    def receive(self, actor: Actor, stream: IO[bytes], draft: Draft) -> Draft:
        """Keep a file as a draft, read as its columns suggest.

        `draft` says form, municipality and name, and the mapping to begin with: its columns are suggestions, its fixed
        values are choices. Nothing is kept of a file that is refused.

        Raises: Refused, OverQuota, DiskFull, Busy; Unkept for data about persons.
        """
        authorise(actor, Action.UPLOAD, draft.owned())
        if earlier := self.drafts.by_form(actor, draft.form):
            return earlier
        if self.drafts.sent_today(draft.ref_area) > QUOTA_BYTES:
            raise OverQuota
        named = replace(draft, name=shown_name(draft.name))
        received = self.files.receive(stream, named.name, self.limits.file_bytes)
        try:
            return self._keep(actor, received, named)
        finally:
            received.path.unlink(missing_ok=True)

    def _keep(self, actor: Actor, received: Received, draft: Draft) -> Draft:
        book, context = self.looks.read(received.path, draft.name), self.looks.context(draft.ref_area)
        begun = draft.mapping if draft.mapping.columns or draft.mapping.values else None
        remembered = begun or self.drafts.remembered(draft.mapping.fixed.get("source", ""), draft.ref_area)
        report = check_book(book, None, context, remembered)
        if report.mapping is None:
            raise Unkept(report.findings[0])
        mapping = _with_fixed(report.mapping, draft.mapping)
        why = report.why
        if mapping != report.mapping:
            report = check_book(book, mapping, context)
        facts = {"id": received.id, "size": received.size, "sha256": received.sha256, "mapping": mapping, "why": why}
        try:
            made = self.drafts.add(actor, with_report(replace(draft, **facts), report))  # type: ignore[arg-type]
        except IntegrityError:  # the same form, sent twice at once: the first one counts
            return self.drafts.by_form(actor, draft.form) or draft
        self.files.keep(received)
        return made

    def change(self, actor: Actor, draft: Draft, what: str) -> Draft:
        """Check a draft that was changed, and keep it with the status that it now has.

        While the check takes longer than a person waits, that status is "checking"; `settle` ends it.
        """
        if not self.looks.is_checked(draft):
            return self.drafts.change(actor, replace(draft, status=Status.CHECKING), what)
        return self.drafts.change(actor, with_report(draft, self.looks.report(draft)), what)

    def settle(self, draft: Draft) -> None:
        """Keep the status of a draft that is now checked."""
        if draft.status is Status.CHECKING:
            self.drafts.settle(with_report(draft, self.looks.report(draft)))

    def remove(self, actor: Actor, id_: str) -> Draft:
        """Remove a draft and its file."""
        removed = self.drafts.remove(actor, id_)
        self.files.drop(id_)
        return removed

    def may_publish(self, actor: Actor, draft: Draft) -> None:
        """Return when the actor may publish the draft. Raises: Forbidden, with the sentence that says why; NotFound."""
        areas = self.looks.report(draft).frame
        beyond = "ref_area" in areas and any(one != draft.ref_area for one in areas["ref_area"].unique())
        authorise(actor, Action.PUBLISH, draft.owned(reaches_beyond=beyond), four_eyes=self.four_eyes)

    def publish(self, actor: Actor, draft: Draft, note: str, seen: int) -> int:
        """Publish a draft that was looked at as of revision `seen`, and give the number; all of it or nothing.

        Raises: NotPublished, with the reasons; Forbidden.
        """
        self.may_publish(actor, draft)
        report = self.looks.report(draft)
        sources = sorted({one for one in report.frame["source"].unique() if one})
        kept = replace(draft, note=note)
        return publish(
            self.store,
            report,
            Publication(draft.name, actor.name, told(note, draft.mapping), min(seen, self.store.newest_revision())),
            lambda connection, number: mark_published(connection, actor, kept, number, sources),
        )

    def approve(self, actor: Actor, draft: Draft, note: str, seen: int, publish_at: int) -> Draft:
        """Let a draft be published from a moment on, as of which readers see it; until then it can be changed.

        Raises: NotPublished, with the reasons; Forbidden.
        """
        self.may_publish(actor, draft)
        publication = Publication(draft.name, actor.name, told(note, draft.mapping), seen)
        late = passed(publish_at, self.drafts.database.now())
        if problems := [*hindrances(self.looks.report(draft), publication), *late]:
            raise NotPublished(problems)
        seen = min(seen, self.store.newest_revision())
        facts = {"note": note, "publish_at": publish_at, "approver": actor.id, "seen": seen}
        approved = replace(draft, status=Status.APPROVED, **facts)  # type: ignore[arg-type]
        return self.drafts.change(actor, approved, "goedgekeurd", Action.PUBLISH)

    def publish_due(self) -> None:
        """Publish the drafts whose day has come; one that cannot be, waits for a person, and the log says why."""
        for draft, actor in self.drafts.due():
            try:
                if actor is None:
                    raise Forbidden("Wie het goedkeurde, heeft geen account meer.")
                self.publish(actor, draft, draft.note, draft.seen)
            except DataError as error:
                self.drafts.put_back(draft, str(error))

    def withdraw(self, actor: Actor, revision: int, note: str) -> int:
        """Take a revision back, and give the number of the revision that does so.

        Raises: UnknownRevision, Forbidden, NotFound.
        """
        draft = self.may_withdraw(actor, revision)
        return self.store.withdraw(
            revision,
            actor.name,
            note,
            lambda connection, number: mark_withdrawn(connection, actor, draft, revision, number),
        )

    def may_withdraw(self, actor: Actor, revision: int) -> Draft | None:
        """Give the upload behind a revision, when the actor may take it back; shipped figures belong to no one area.

        Raises: UnknownRevision, Forbidden, NotFound.
        """
        self.store.resolve(revision)
        draft = self.drafts.of_revision(revision)
        authorise(actor, Action.WITHDRAW, draft.owned() if draft else Owned(""))
        return draft


def _with_fixed(suggested: Mapping, chosen: Mapping) -> Mapping:
    """Add what was chosen for all rows, where no column says it."""
    linked = {*suggested.columns.values(), *(field for one in suggested.values.values() for field in one)}
    fixed = {field: word for field, word in chosen.fixed.items() if field not in linked}
    return replace(suggested, fixed={**suggested.fixed, **fixed})


def told(note: str, mapping: Mapping) -> str:
    """Write the note of a revision for readers, with the explanations that were given with the warnings."""
    given = list(dict.fromkeys(one.strip() for one in mapping.answers.values() if one.strip()))
    note = note.strip()
    if not (given and note):
        return note
    return f"{note}{'' if note[-1] in '.!?' else '.'} Uitleg: {'; '.join(given)}"
