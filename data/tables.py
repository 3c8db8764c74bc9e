"""The tables of the store, for SQLite and PostgreSQL alike.

An observation is never changed: a later revision adds a row with the same key, or a row that is `removed`. What readers
see *as of* a revision is, for each key, the row of the newest revision up to it.

Schema 2 added the accounts: who may change something. Times in those tables are seconds since 1970 in UTC, which both
databases compare alike. A secret (password, session, link) is never stored, only what it hashes to.

Schema 3 added the uploads, and how the files of a source were read last time.
"""

from sqlalchemy import Boolean, Column, DateTime, Float, ForeignKey, Integer, MetaData, String, Table

SCHEMA_VERSION = 3

METADATA = MetaData()

SCHEMA = Table("schema_version", METADATA, Column("version", Integer, primary_key=True))

REVISION = Table(
    "revision",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("published_at", DateTime(timezone=True), nullable=False),
    Column("author", String, nullable=False),
    Column("note", String, nullable=False),
    Column("dataset", String, nullable=False),
    Column("sha256", String(64), nullable=False),
)

OBSERVATION = Table(
    "observation",
    METADATA,
    Column("indicator", String, primary_key=True),
    Column("ref_area", String, primary_key=True),
    Column("time_period", String, primary_key=True),
    Column("breakdown", String, primary_key=True),
    Column("source", String, primary_key=True),
    Column("source_ref", String, primary_key=True),
    Column("revision", Integer, ForeignKey("revision.number"), primary_key=True),
    Column("removed", Boolean, nullable=False, default=False),
    Column("obs_value", Float),
    Column("unit_measure", String, nullable=False),
    Column("obs_status", String, nullable=False),
    Column("qualifier", String, nullable=False),
    Column("numerator", Float),
    Column("denominator", Float),
    Column("sample_size", Float),
    Column("lower", Float),
    Column("upper", Float),
    Column("printed", String, nullable=False),
    Column("derivation", String, nullable=False),
    Column("note", String, nullable=False),
    sqlite_with_rowid=False,
)

ACCOUNT = Table(
    "account",
    METADATA,
    Column("id", String, primary_key=True),
    Column("email", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("password_hash", String),
    Column("subject", String, unique=True),
    Column("disabled", Boolean, nullable=False, default=False),
    Column("created_at", Integer, nullable=False),
)

ROLE_GRANT = Table(
    "role_grant",
    METADATA,
    Column("account", String, ForeignKey("account.id"), primary_key=True),
    Column("role", String, primary_key=True),
    Column("ref_area", String, primary_key=True),
)

SESSION = Table(
    "account_session",
    METADATA,
    Column("hash", String(64), primary_key=True),
    Column("account", String, ForeignKey("account.id"), nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("seen_at", Integer, nullable=False),
)

ONE_TIME_LINK = Table(
    "one_time_link",
    METADATA,
    Column("hash", String(64), primary_key=True),
    Column("purpose", String, nullable=False),
    Column("account", String, ForeignKey("account.id")),
    Column("expires_at", Integer, nullable=False),
)

LOGIN_ATTEMPT = Table(
    "login_attempt",
    METADATA,
    Column("key", String, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_at", Integer, nullable=False),
    Column("blocked_until", Integer, nullable=False),
)

ORGANISATION = Table(
    "organisation",
    METADATA,
    Column("orgcode", String, primary_key=True),
    Column("ref_area", String, nullable=False),
)

AUDIT = Table(
    "audit_log",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("ref_areas", String, nullable=False),
    Column("detail", String, nullable=False),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

UPLOAD = Table(
    "upload",
    METADATA,
    Column("id", String, primary_key=True),
    Column("form", String, nullable=False, unique=True),
    Column("account", String, ForeignKey("account.id"), nullable=False),
    Column("author", String, nullable=False),
    Column("ref_area", String, nullable=False),
    Column("name", String, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("status", String, nullable=False),
    Column("mapping", String, nullable=False),
    Column("why", String, nullable=False),
    Column("edits", String, nullable=False),
    Column("encoding", String, nullable=False),
    Column("separator", String, nullable=False),
    Column("note", String, nullable=False),
    Column("publish_at", Integer, nullable=False),
    Column("approver", String, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("changed_at", Integer, nullable=False),
)

REMEMBERED_MAPPING = Table(
    "remembered_mapping",
    METADATA,
    Column("source", String, primary_key=True),
    Column("ref_area", String, primary_key=True),
    Column("mapping", String, nullable=False),
)

ADDED_IN: dict[int, tuple[Table, ...]] = {
    2: (ACCOUNT, ROLE_GRANT, SESSION, ONE_TIME_LINK, LOGIN_ATTEMPT, ORGANISATION, AUDIT),
    3: (UPLOAD, REMEMBERED_MAPPING),
}
"""The tables that each schema version added to the one before it."""
