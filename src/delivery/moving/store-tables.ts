/** A table of the store, and what its rows are known by. */
export interface StoreTable {
  name: string;
  /** The columns that put its rows in an order; every row has another value in them. */
  key: readonly string[];
  /** Whether its rows have a number of their own that they keep, `rowid` or `id`, which goes on counting. */
  counts?: 'rowid' | 'id';
}

/** Every table, those first that others refer to. */
export const storeTables: readonly StoreTable[] = [
  { name: 'subscribers', key: ['id'], counts: 'id' },
  { name: 'subscriptions', key: ['list', 'subscriber'] },
  { name: 'subscription_history', key: ['rowid'], counts: 'rowid' },
  { name: 'forgotten', key: ['address_hash'] },
  { name: 'secrets', key: ['name'] },
  { name: 'approvals', key: ['id'], counts: 'id' },
  { name: 'dispatches', key: ['id'], counts: 'id' },
  { name: 'stood_before', key: ['dispatch', 'subscriber'] },
  { name: 'sources', key: ['dispatch', 'file'] },
  { name: 'chunks', key: ['dispatch', 'seq'] },
  { name: 'deliveries', key: ['dispatch', 'position'] },
  { name: 'attempts', key: ['dispatch', 'seq', 'number'] },
  { name: 'decisions', key: ['dispatch', 'seq', 'decided_at', 'decision', 'name'] },
  { name: 'pace', key: ['id'] },
  { name: 'events', key: ['webhook_id'] },
  { name: 'restorations', key: ['rowid'], counts: 'rowid' },
  { name: 'suppressions', key: ['id'], counts: 'id' },
  { name: 'delivery_counts', key: ['dispatch', 'status', 'reason', 'delivery', 'people'] },
  { name: 'carrier', key: ['id'] },
  { name: 'sign_ups', key: ['address'] },
  { name: 'consents', key: ['id'], counts: 'id' },
  { name: 'refused_reports', key: ['why'] },
  { name: 'resendings', key: ['dispatch', 'position'] },
  { name: 'acts', key: ['id'] },
];
