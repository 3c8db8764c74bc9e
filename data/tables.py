"""The tables of the store, for SQLite and PostgreSQL alike.

An observation is never changed: a later revision adds a row with the same key, or a row that is `removed`. What readers
see *as of* a revision is, for each key, the row of the newest revision up to it.
"""

from sqlalchemy import Boolean, Column, DateTime, Float, ForeignKey, Integer, MetaData, String, Table

SCHEMA_VERSION = 1

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
