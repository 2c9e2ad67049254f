"""Version 1: releases and editions, submissions, people, audit."""

from data.store.migrations.forever import append_only, fixed

NUMBER = 1

_KEPT: dict[str, tuple[str, ...]] = {
    "schema_version": ("version",),
    "raw_file": ("sha256",),
    "release": ("number", "id"),
    "observation": ("rowid",),
    "edition": ("number", "release"),
    "recall": ("release",),
    "fenomena": ("id",),
    "audit": ("number",),
}
_FIXED: dict[str, tuple[str, ...]] = {
    "submission": (
        *("id", "kind", "restores", "content_hash", "sha256", "file_name", "answers", "origin", "rows"),
        *("created_by", "created_at", "reason"),
    ),
    "error_report": ("id", "at", "text", "contact", "about"),
    "user": ("name", "since"),
}

_TABLES = """
CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL);
CREATE TABLE raw_file (sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64), content {bytes} NOT NULL);
CREATE TABLE submission (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('table', 'correction', 'rollback')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'returned', 'approved', 'rejected', 'scheduled', 'published')),
    mode TEXT NOT NULL CHECK (mode IN ('office', 'local')),
    base INTEGER NOT NULL,
    restores INTEGER CHECK ((restores IS NOT NULL) = (kind = 'rollback')),
    content_hash TEXT NOT NULL REFERENCES raw_file (sha256),
    sha256 TEXT REFERENCES raw_file (sha256) CHECK ((sha256 IS NULL) = (kind = 'rollback')),
    file_name TEXT NOT NULL,
    answers TEXT NOT NULL,
    origin TEXT NOT NULL,
    rows INTEGER NOT NULL,
    created_by TEXT NOT NULL CHECK (created_by <> ''),
    created_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    approved_by TEXT CHECK (approved_by <> ''),
    approved_at TEXT,
    approved_hash TEXT CHECK (approved_hash = content_hash),
    note TEXT NOT NULL,
    CHECK (approved_by <> created_by OR mode = 'local'),
    CHECK (state NOT IN ('approved', 'scheduled', 'published')
           OR (approved_by IS NOT NULL AND approved_at IS NOT NULL AND approved_hash IS NOT NULL))
);
CREATE TABLE release (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('shipped', 'table', 'correction', 'rollback')),
    mode TEXT NOT NULL CHECK (mode IN ('office', 'local')),
    effective_at TEXT NOT NULL,
    published_at TEXT NOT NULL,
    sha256 TEXT,
    content_hash TEXT NOT NULL,
    origin TEXT NOT NULL,
    rows INTEGER NOT NULL,
    created_by TEXT,
    approved_by TEXT,
    published_by TEXT,
    reason TEXT NOT NULL,
    submission INTEGER REFERENCES submission (id),
    base INTEGER,
    restores INTEGER CHECK ((restores IS NOT NULL) = (kind = 'rollback')),
    CHECK (approved_by <> created_by OR mode = 'local'),
    CHECK (kind = 'shipped' OR (created_by IS NOT NULL AND approved_by IS NOT NULL AND published_by IS NOT NULL
                                AND submission IS NOT NULL AND base IS NOT NULL AND effective_at >= published_at))
);
CREATE TABLE observation (
    rowid INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES release (number),
    region TEXT NOT NULL,
    approach TEXT NOT NULL,
    item TEXT NOT NULL,
    price_basis TEXT NOT NULL,
    frequency TEXT NOT NULL,
    period TEXT NOT NULL,
    measure TEXT NOT NULL,
    value {real} CHECK ((value IS NULL) = (status = 'withdrawn')),
    unit TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason = ''),
    source INTEGER REFERENCES release (number)
);
CREATE INDEX observation_release ON observation (release);
CREATE TABLE edition (
    number INTEGER PRIMARY KEY,
    release INTEGER NOT NULL UNIQUE REFERENCES release (number),
    content_hash TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    recorded_at TEXT NOT NULL
);
CREATE TABLE recall (
    release INTEGER PRIMARY KEY REFERENCES release (number),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE TABLE fenomena (
    id INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL REFERENCES submission (id),
    code TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    digest TEXT NOT NULL,
    details TEXT NOT NULL,
    previous TEXT NOT NULL UNIQUE,
    hash TEXT NOT NULL
);
CREATE TABLE "user" (
    name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('viewer', 'analyst', 'approver', 'admin')),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    since TEXT NOT NULL,
    revoked_at TEXT NOT NULL
);
CREATE TABLE error_report (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    contact TEXT NOT NULL,
    about TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'dismissed')),
    answered_by TEXT,
    answered_at TEXT,
    answer TEXT NOT NULL
);
CREATE TABLE draft (
    id TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    content {bytes} NOT NULL,
    answers TEXT NOT NULL,
    updated_at TEXT NOT NULL
);
CREATE TABLE deck (
    id TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    updated_at TEXT NOT NULL
);
"""


def statements(dialect: str) -> list[str]:
    """The tables, then what keeps them append-only."""
    kinds = {"bytes": "BLOB", "real": "REAL"} if dialect == "sqlite" else {"bytes": "BYTEA", "real": "DOUBLE PRECISION"}
    made = [statement.strip() for statement in _TABLES.format(**kinds).split(";\n") if statement.strip()]
    for table, keys in _KEPT.items():
        made += append_only(dialect, table, keys)
    for table, columns in _FIXED.items():
        made += fixed(dialect, table, columns)
    return made
