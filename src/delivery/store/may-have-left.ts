/**
 * The step after which a chunk says when the first byte of it may have left, and not only that it was
 * tried. Of chunks from before, those count that were claimed and never proved to have stayed here.
 * An attempt keeps its key: a chunk of which people were taken out gets a new one.
 */
export const mayHaveLeft = `
  CREATE TABLE new_chunks (
    dispatch INTEGER NOT NULL REFERENCES dispatches (id),
    seq INTEGER NOT NULL,
    first_position INTEGER NOT NULL, last_position INTEGER NOT NULL,
    people INTEGER NOT NULL CHECK (people BETWEEN 0 AND 100),
    idempotency_key TEXT UNIQUE, body_hash TEXT,
    status TEXT NOT NULL DEFAULT 'ready'
      CHECK (status IN ('ready', 'sending', 'unknown', 'accepted', 'split', 'refused', 'empty',
                        'review', 'resolved')),
    attempts INTEGER NOT NULL DEFAULT 0,
    -- Empty while it is sure that no byte has left.
    may_have_left_at TEXT,
    next_attempt_at TEXT NOT NULL,
    owner TEXT, lease_until TEXT,
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (dispatch, seq),
    CHECK (attempts = 0 OR idempotency_key IS NOT NULL),
    CHECK (may_have_left_at IS NULL OR attempts > 0),
    CHECK (status <> 'sending' OR (owner IS NOT NULL AND lease_until IS NOT NULL)),
    CHECK (may_have_left_at IS NULL OR status NOT IN ('ready', 'empty', 'refused', 'split')),
    CHECK (may_have_left_at IS NOT NULL OR status NOT IN ('unknown', 'accepted'))
  ) STRICT, WITHOUT ROWID;
  INSERT INTO new_chunks
  SELECT dispatch, seq, first_position, last_position, people, idempotency_key, body_hash, status,
    attempts, iif(status IN ('sending', 'unknown', 'accepted', 'review', 'resolved'), first_attempt_at, NULL),
    next_attempt_at, owner, lease_until, reason FROM chunks;
  CREATE TABLE new_attempts (
    dispatch INTEGER NOT NULL, seq INTEGER NOT NULL, number INTEGER NOT NULL,
    idempotency_key TEXT NOT NULL,
    owner TEXT NOT NULL, started_at TEXT NOT NULL,
    finished_at TEXT, outcome TEXT, detail TEXT,
    PRIMARY KEY (dispatch, seq, number),
    FOREIGN KEY (dispatch, seq) REFERENCES new_chunks (dispatch, seq)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO new_attempts
  SELECT a.dispatch, a.seq, a.number, c.idempotency_key, a.owner, a.started_at, a.finished_at,
    a.outcome, a.detail
  FROM attempts a JOIN chunks c ON c.dispatch = a.dispatch AND c.seq = a.seq;
  DROP TABLE attempts;
  DROP TABLE chunks;
  ALTER TABLE new_chunks RENAME TO chunks;
  ALTER TABLE new_attempts RENAME TO attempts;
  CREATE INDEX chunks_by_status ON chunks (dispatch, status, seq);
  CREATE TRIGGER chunk_is_frozen
  BEFORE UPDATE OF idempotency_key, body_hash, people, first_position, last_position ON chunks
  WHEN old.may_have_left_at IS NOT NULL
  BEGIN SELECT raise(ABORT, 'a chunk does not change once a byte of it may have left'); END;
  CREATE TRIGGER attempts_are_kept BEFORE UPDATE ON attempts WHEN old.outcome IS NOT NULL
  BEGIN SELECT raise(ABORT, 'the outcome of an attempt is written once'); END;
  UPDATE dispatches SET attempted = 0 WHERE attempted = 1 AND status NOT IN ('done', 'cancelled')
    AND NOT EXISTS (SELECT 1 FROM chunks c WHERE c.dispatch = dispatches.id
      AND c.may_have_left_at IS NOT NULL);`;
