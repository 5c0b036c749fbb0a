import { beingListed } from './being-listed.ts';
import { acts } from './acts.ts';
import { counted } from './counted.ts';
import { mayHaveLeft } from './may-have-left.ts';
import { signingUp } from './signing-up.ts';

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
  `CREATE TABLE new_subscriptions (
    list TEXT NOT NULL,
    subscriber INTEGER NOT NULL REFERENCES subscribers (id),
    token TEXT NOT NULL UNIQUE CHECK (length(token) >= 22),
    status TEXT NOT NULL
      CHECK (status IN ('subscribed', 'unsubscribed', 'bounced', 'complained', 'removed')),
    consent_basis TEXT NOT NULL DEFAULT '',
    consent_source TEXT NOT NULL DEFAULT '',
    consent_date TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (list, subscriber)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO new_subscriptions SELECT * FROM subscriptions;
  DROP TABLE subscriptions;
  ALTER TABLE new_subscriptions RENAME TO subscriptions;
  -- The states that a subscription had before the one it is in.
  CREATE TABLE subscription_history (
    list TEXT NOT NULL, subscriber INTEGER NOT NULL REFERENCES subscribers (id),
    status TEXT NOT NULL, reason TEXT NOT NULL, changed_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX subscription_history_of ON subscription_history (subscriber);
  CREATE TRIGGER keep_history AFTER UPDATE OF status ON subscriptions WHEN old.status <> new.status
  BEGIN
    INSERT INTO subscription_history
    VALUES (old.list, old.subscriber, old.status, old.reason, old.changed_at);
  END;
  -- Keyed hashes of the addresses of people who asked to be forgotten.
  CREATE TABLE forgotten (
    address_hash TEXT PRIMARY KEY, forgotten_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE approvals (
    id INTEGER PRIMARY KEY,
    edition TEXT NOT NULL, audience TEXT NOT NULL,
    hash TEXT NOT NULL, parts TEXT NOT NULL,
    name TEXT NOT NULL, approved_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX approvals_of ON approvals (edition, audience);
  CREATE TABLE dispatches (
    id INTEGER PRIMARY KEY,
    edition TEXT NOT NULL, audience TEXT NOT NULL,
    status TEXT NOT NULL
      CHECK (status IN ('freezing', 'frozen', 'sending', 'paused', 'review', 'done', 'cancelled')),
    reason TEXT NOT NULL DEFAULT '',
    hash TEXT NOT NULL, bulletin TEXT NOT NULL, site_url TEXT NOT NULL,
    total INTEGER NOT NULL CHECK (total > 0),
    attempted INTEGER NOT NULL DEFAULT 0 CHECK (attempted IN (0, 1)),
    frozen_at TEXT NOT NULL, send_at TEXT, finished_at TEXT
  ) STRICT;
  -- Never a second dispatch, unless the first was cancelled before anything left.
  CREATE UNIQUE INDEX one_dispatch ON dispatches (edition, audience)
    WHERE status <> 'cancelled' OR attempted = 1;
  CREATE TRIGGER dispatch_is_frozen
  BEFORE UPDATE OF edition, audience, hash, bulletin, site_url, total ON dispatches
  BEGIN SELECT raise(ABORT, 'a frozen dispatch does not change'); END;
  CREATE TABLE chunks (
    dispatch INTEGER NOT NULL REFERENCES dispatches (id),
    seq INTEGER NOT NULL,
    first_position INTEGER NOT NULL, last_position INTEGER NOT NULL,
    people INTEGER NOT NULL CHECK (people BETWEEN 0 AND 100),
    idempotency_key TEXT UNIQUE, body_hash TEXT,
    status TEXT NOT NULL DEFAULT 'ready'
      CHECK (status IN ('ready', 'sending', 'unknown', 'accepted', 'split', 'refused', 'empty',
                        'review', 'resolved')),
    attempts INTEGER NOT NULL DEFAULT 0,
    first_attempt_at TEXT, next_attempt_at TEXT NOT NULL,
    owner TEXT, lease_until TEXT,
    maybe_sent INTEGER NOT NULL DEFAULT 0 CHECK (maybe_sent IN (0, 1)),
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (dispatch, seq),
    CHECK (attempts = 0 OR (idempotency_key IS NOT NULL AND first_attempt_at IS NOT NULL)),
    CHECK (status <> 'sending' OR (owner IS NOT NULL AND lease_until IS NOT NULL))
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX chunks_by_status ON chunks (dispatch, status, seq);
  CREATE TRIGGER chunk_is_frozen
  BEFORE UPDATE OF idempotency_key, body_hash, people, first_position, last_position ON chunks
  WHEN old.attempts > 0
  BEGIN SELECT raise(ABORT, 'a chunk does not change after its first attempt'); END;
  CREATE TABLE deliveries (
    dispatch INTEGER NOT NULL REFERENCES dispatches (id),
    position INTEGER NOT NULL,
    address TEXT NOT NULL, token TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'pending'
      CHECK (status IN ('pending', 'accepted', 'taken_as_sent', 'excluded', 'needs_person')),
    email_id TEXT, reason TEXT,
    -- What the provider reported later; it never leads to a sending.
    delivery TEXT CHECK (delivery IN ('sent', 'delivered', 'delayed', 'bounced', 'complained',
                                      'suppressed', 'failed')),
    delivery_at TEXT,
    PRIMARY KEY (dispatch, position),
    UNIQUE (dispatch, address),
    CHECK ((status = 'accepted') = (email_id IS NOT NULL)),
    CHECK (status IN ('pending', 'accepted') OR reason IS NOT NULL)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE attempts (
    dispatch INTEGER NOT NULL, seq INTEGER NOT NULL, number INTEGER NOT NULL,
    owner TEXT NOT NULL, started_at TEXT NOT NULL,
    finished_at TEXT, outcome TEXT, detail TEXT,
    PRIMARY KEY (dispatch, seq, number),
    FOREIGN KEY (dispatch, seq) REFERENCES chunks (dispatch, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER attempts_are_kept BEFORE UPDATE ON attempts WHEN old.outcome IS NOT NULL
  BEGIN SELECT raise(ABORT, 'the outcome of an attempt is written once'); END;
  CREATE TABLE decisions (
    dispatch INTEGER NOT NULL REFERENCES dispatches (id),
    seq INTEGER NOT NULL, decision TEXT NOT NULL, name TEXT NOT NULL, decided_at TEXT NOT NULL
  ) STRICT;
  -- One bucket for every worker of every process. Moments in milliseconds since 1970; recent is a
  -- JSON array of the last ones that were taken.
  CREATE TABLE pace (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    per_second REAL NOT NULL, recent TEXT NOT NULL, blocked_until INTEGER NOT NULL
  ) STRICT;
  INSERT INTO pace VALUES (1, 10, '[]', 0);`,
  `-- What the provider reported, once each, without an address. No dispatch: it is not about any of ours.
  CREATE TABLE events (
    webhook_id TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('sent', 'delivered', 'delayed', 'bounced', 'complained',
                                         'suppressed', 'failed')),
    lasting INTEGER NOT NULL CHECK (lasting IN (0, 1)), detail TEXT NOT NULL,
    email_id TEXT NOT NULL, created_at TEXT NOT NULL, received_at TEXT NOT NULL,
    dispatch INTEGER, position INTEGER,
    FOREIGN KEY (dispatch, position) REFERENCES deliveries (dispatch, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX events_of ON events (dispatch, position) WHERE dispatch IS NOT NULL;`,
  `-- What the provider said was left in its window, to the request that was sent at that moment.
  ALTER TABLE pace ADD COLUMN remaining INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE pace ADD COLUMN remaining_at INTEGER NOT NULL DEFAULT 0;`,
  `-- What the authors wrote, as it was when a dispatch was frozen: it is kept with what went out.
  CREATE TABLE sources (
    dispatch INTEGER NOT NULL REFERENCES dispatches (id),
    file TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (dispatch, file)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER sources_are_frozen BEFORE UPDATE ON sources
  BEGIN SELECT raise(ABORT, 'what was frozen does not change'); END;`,
  `-- recent holds requests now: [when it leaves, when it was answered or 0].
  UPDATE pace SET recent = '[]';`,
  `-- Who decided that somebody who bounced for good may be written to again, when and why.
  CREATE TABLE restorations (
    list TEXT NOT NULL, subscriber INTEGER NOT NULL REFERENCES subscribers (id),
    name TEXT NOT NULL, reason TEXT NOT NULL, restored_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX restorations_of ON restorations (subscriber, list);`,
  `-- Every "no" that outlives lists and moves, also of people who were never on a list. list is '*' for
  -- every list there is or will be. One that was lifted counts no more and stays, with who lifted it and why.
  CREATE TABLE suppressions (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL, list TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('unsubscribed', 'bounced', 'complained')),
    detail TEXT NOT NULL, source TEXT NOT NULL, said_on TEXT NOT NULL, kept_at TEXT NOT NULL,
    lifted_at TEXT, lifted_by TEXT,
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
  ) STRICT;
  CREATE UNIQUE INDEX suppressions_in_force ON suppressions (address, list, reason)
    WHERE lifted_at IS NULL;
  CREATE INDEX suppressions_of ON suppressions (address);
  -- Whatever code forgets to ask, nobody is put on a list against a no that is in force.
  CREATE TRIGGER no_is_kept_by_insert BEFORE INSERT ON subscriptions
  WHEN new.status = 'subscribed' AND EXISTS (SELECT 1 FROM suppressions n
    JOIN subscribers s ON s.id = new.subscriber AND s.address = n.address
    WHERE n.list IN (new.list, '*') AND n.lifted_at IS NULL)
  BEGIN SELECT raise(ABORT, 'a no is kept: this person is suppressed'); END;
  CREATE TRIGGER no_is_kept_by_update BEFORE UPDATE OF status ON subscriptions
  WHEN new.status = 'subscribed' AND EXISTS (SELECT 1 FROM suppressions n
    JOIN subscribers s ON s.id = new.subscriber AND s.address = n.address
    WHERE n.list IN (new.list, '*') AND n.lifted_at IS NULL)
  BEGIN SELECT raise(ABORT, 'a no is kept: this person is suppressed'); END;
  -- The key of a hash that came from another store; empty for the key of this one.
  ALTER TABLE forgotten ADD COLUMN key TEXT NOT NULL DEFAULT '';`,
  mayHaveLeft,
  `-- Reports are joined by the provider's id of the message.
  CREATE INDEX deliveries_of_message ON deliveries (email_id) WHERE email_id <> '';
  CREATE INDEX events_of_message ON events (email_id) WHERE email_id <> '';`,
  `-- When the command that carries a dispatch last said that it is there.
  ALTER TABLE dispatches ADD COLUMN alive_at TEXT;`,
  `-- When the dispatch was cancelled that an approval was given for: it holds for no other.
  ALTER TABLE approvals ADD COLUMN cancelled_at TEXT;
  UPDATE approvals SET cancelled_at = (SELECT max(d.finished_at) FROM dispatches d
    WHERE d.edition = approvals.edition AND d.audience = approvals.audience
      AND d.status = 'cancelled' AND d.attempted = 0 AND d.finished_at >= approvals.approved_at);`,
  counted,
  `-- What the messages of a dispatch say of their list, as the publication had it when it was frozen.
  ALTER TABLE dispatches ADD COLUMN list_name TEXT;
  ALTER TABLE dispatches ADD COLUMN unsubscribe_address TEXT;
  CREATE TRIGGER list_words_are_frozen
  BEFORE UPDATE OF list_name, unsubscribe_address ON dispatches
  BEGIN SELECT raise(ABORT, 'a frozen dispatch does not change'); END;`,
  `-- When \`serve\`, which carries what is scheduled, last said that it is there.
  CREATE TABLE carrier (id INTEGER PRIMARY KEY CHECK (id = 1), alive_at TEXT) STRICT;
  INSERT INTO carrier VALUES (1, NULL);`,
  `-- Reports that were refused, by why. ahead: of the clock here before that of the last one, in seconds.
  CREATE TABLE refused_reports (
    why TEXT PRIMARY KEY CHECK (why IN ('signature', 'clock')),
    count INTEGER NOT NULL, first_at TEXT NOT NULL, last_at TEXT NOT NULL, ahead INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;`,
  `-- Messages that failed after they were accepted and were sent once more: what the first one came to, who
  -- decided it, when and why.
  CREATE TABLE resendings (
    dispatch INTEGER NOT NULL, position INTEGER NOT NULL,
    email_id TEXT NOT NULL, delivery TEXT NOT NULL, delivery_at TEXT NOT NULL,
    name TEXT NOT NULL, reason TEXT NOT NULL, decided_at TEXT NOT NULL,
    PRIMARY KEY (dispatch, position),
    FOREIGN KEY (dispatch, position) REFERENCES deliveries (dispatch, position)
  ) STRICT, WITHOUT ROWID;`,
  signingUp,
  beingListed,
  acts,
];
