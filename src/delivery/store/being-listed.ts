/*
 * The step after which the people of a dispatch are written down some at a time. `listed_up_to` is the number of the
 * last subscriber whose turn has come, and empty once all are in; `chunk_people` is how many go into a chunk. How
 * somebody stood on the list when that began is kept where it changes before their turn comes, so that those get it
 * who were on the list at one moment. Of whoever was forgotten, the number alone is kept, and only until all are in.
 */

const columnsAndTable = (integer: string, text: string, end: string) => `
  ALTER TABLE dispatches ADD COLUMN listed_up_to ${integer};
  ALTER TABLE dispatches ADD COLUMN chunk_people ${integer};
  CREATE INDEX dispatches_being_listed ON dispatches (audience) WHERE listed_up_to IS NOT NULL;
  CREATE TABLE stood_before (
    dispatch ${integer} NOT NULL REFERENCES dispatches (id),
    subscriber ${integer} NOT NULL, was ${text} NOT NULL,
    PRIMARY KEY (dispatch, subscriber)
  )${end};
  -- Everybody of a dispatch: one by one, counted, or still to be written down.
  DROP VIEW delivery_figures;
  CREATE VIEW delivery_figures AS
    SELECT dispatch, status, reason, delivery, 1 AS people FROM deliveries
    UNION ALL SELECT dispatch, status, reason, delivery, people FROM delivery_counts
    UNION ALL SELECT d.id, 'pending', NULL, NULL, d.total - (
      SELECT coalesce(max(position), 0) FROM deliveries WHERE dispatch = d.id)
    FROM dispatches d WHERE d.listed_up_to IS NOT NULL;`;

const note = (place: 'old' | 'new', was: string, conflict = 'NOTHING') => `
    INSERT INTO stood_before (dispatch, subscriber, was)
    SELECT d.id, ${place}.subscriber, ${was} FROM dispatches d
    WHERE d.audience = ${place}.list AND d.listed_up_to < ${place}.subscriber
    ON CONFLICT (dispatch, subscriber) DO ${conflict};`;

const joined = note('new', `'none'`);
const changed = note('old', 'old.status');
const forgotten = note(
  'old',
  `CASE old.status WHEN 'subscribed' THEN 'forgotten' ELSE old.status END`,
  `UPDATE SET was = 'forgotten' WHERE stood_before.was = 'subscribed'`,
);

/** The step in an embedded store. */
export const beingListed = `${columnsAndTable('INTEGER', 'TEXT', ' STRICT, WITHOUT ROWID')}
  CREATE TRIGGER note_who_joins AFTER INSERT ON subscriptions
  BEGIN ${joined} END;
  CREATE TRIGGER note_who_changes AFTER UPDATE OF status ON subscriptions
  WHEN old.status <> new.status
  BEGIN ${changed} END;
  CREATE TRIGGER note_who_is_forgotten AFTER DELETE ON subscriptions
  BEGIN ${forgotten} END;`;

/** The same step in PostgreSQL. */
export const beingListedInPostgres = `${columnsAndTable('bigint', 'words', '')}
  CREATE FUNCTION note_who_joins() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN ${joined} RETURN NULL; END$$;
  CREATE TRIGGER note_who_joins AFTER INSERT ON subscriptions
    FOR EACH ROW EXECUTE FUNCTION note_who_joins();
  CREATE FUNCTION note_who_changes() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN ${changed} RETURN NULL; END$$;
  CREATE TRIGGER note_who_changes AFTER UPDATE OF status ON subscriptions FOR EACH ROW
    WHEN (old.status <> new.status) EXECUTE FUNCTION note_who_changes();
  CREATE FUNCTION note_who_is_forgotten() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN ${forgotten} RETURN NULL; END$$;
  CREATE TRIGGER note_who_is_forgotten AFTER DELETE ON subscriptions
    FOR EACH ROW EXECUTE FUNCTION note_who_is_forgotten();`;
