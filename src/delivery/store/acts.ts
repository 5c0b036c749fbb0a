/**
 * The step after which everything that people do is kept, by whom and when, and nobody can change or delete it. Each
 * act bears a seal over itself and the seal before it. An approval keeps the words that were approved, so that what
 * changed since can be shown.
 */
export const acts = `
  CREATE TABLE acts (
    id INTEGER PRIMARY KEY,
    done_at TEXT NOT NULL, person TEXT NOT NULL, act TEXT NOT NULL,
    edition TEXT NOT NULL, audience TEXT NOT NULL, detail TEXT NOT NULL, seal TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER acts_do_not_change BEFORE UPDATE ON acts
  BEGIN SELECT raise(ABORT, 'what was done is kept as it was written'); END;
  CREATE TRIGGER acts_stay BEFORE DELETE ON acts
  BEGIN SELECT raise(ABORT, 'what was done is kept as it was written'); END;
  ALTER TABLE approvals ADD COLUMN words TEXT;`;

/** The same in PostgreSQL. */
export const actsInPostgres = `
  CREATE TABLE acts (
    id bigint PRIMARY KEY,
    done_at words NOT NULL, person words NOT NULL, act words NOT NULL,
    edition words NOT NULL, audience words NOT NULL, detail words NOT NULL, seal words NOT NULL
  );
  CREATE TRIGGER acts_do_not_change BEFORE UPDATE OR DELETE ON acts FOR EACH ROW
    EXECUTE FUNCTION refuse('what was done is kept as it was written');
  CREATE TRIGGER acts_stay BEFORE TRUNCATE ON acts
    EXECUTE FUNCTION refuse('what was done is kept as it was written');
  ALTER TABLE approvals ADD COLUMN words words;`;
