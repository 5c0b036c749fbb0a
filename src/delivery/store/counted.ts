/**
 * The step after which the people of a dispatch can become counts. `counted` of a report is the dispatch whose
 * people are not known one by one any more when it came.
 */
export const counted = `
  ALTER TABLE dispatches ADD COLUMN counted_at TEXT;
  CREATE TABLE delivery_counts (
    dispatch INTEGER NOT NULL REFERENCES dispatches (id),
    status TEXT NOT NULL, reason TEXT, delivery TEXT,
    people INTEGER NOT NULL CHECK (people > 0)
  ) STRICT;
  CREATE INDEX delivery_counts_of ON delivery_counts (dispatch);
  -- Everybody of a dispatch, one by one or counted.
  CREATE VIEW delivery_figures AS
    SELECT dispatch, status, reason, delivery, 1 AS people FROM deliveries
    UNION ALL SELECT dispatch, status, reason, delivery, people FROM delivery_counts;
  ALTER TABLE events ADD COLUMN counted INTEGER REFERENCES dispatches (id);`;
