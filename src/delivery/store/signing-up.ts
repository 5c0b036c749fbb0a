/**
 * What people ask for on the page to sign up, until they confirm it or its time is over; what they consented to;
 * and whether they want every bulletin or those that ask something of them. `mail_key` is the provider's
 * idempotency key of the mail that is due, `mail_kind` what that mail says once it was tried.
 */
export const signingUp = `
  ALTER TABLE subscriptions ADD COLUMN wants TEXT NOT NULL DEFAULT 'every'
    CHECK (wants IN ('every', 'action'));
  CREATE TABLE sign_ups (
    address TEXT PRIMARY KEY,
    token TEXT NOT NULL UNIQUE CHECK (length(token) >= 22),
    lists TEXT NOT NULL,
    wants TEXT NOT NULL CHECK (wants IN ('every', 'action')),
    wording TEXT NOT NULL, source TEXT NOT NULL,
    asked_at TEXT NOT NULL, expires_at TEXT NOT NULL, confirmed_at TEXT,
    mail_at TEXT, mail_key TEXT NOT NULL, mail_kind TEXT, tried_at TEXT, mailed_at TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sign_ups_due ON sign_ups (mail_at) WHERE mail_at IS NOT NULL;
  CREATE TABLE consents (
    id INTEGER PRIMARY KEY,
    list TEXT NOT NULL, subscriber INTEGER NOT NULL REFERENCES subscribers (id),
    wording TEXT NOT NULL, source TEXT NOT NULL, asked_at TEXT NOT NULL, confirmed_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX consents_of ON consents (subscriber);`;
