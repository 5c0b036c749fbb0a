/**
 * The store's tables, one step a version: `PRAGMA user_version` says how many were taken.
 * A step that has been released never changes; a change is a new step at the end.
 * Moments are ISO 8601 in UTC, so that they sort as text.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE subscribers (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL DEFAULT '',
    organisation TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE subscriptions (
    list TEXT NOT NULL,
    subscriber INTEGER NOT NULL REFERENCES subscribers (id),
    token TEXT NOT NULL UNIQUE CHECK (length(token) >= 22),
    status TEXT NOT NULL CHECK (status IN ('subscribed', 'unsubscribed')),
    consent_basis TEXT NOT NULL DEFAULT '',
    consent_source TEXT NOT NULL DEFAULT '',
    consent_date TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (list, subscriber)
  ) STRICT, WITHOUT ROWID;`,
];
