import type { Values } from '../store.ts';

export interface Statement {
  text: string;
  values: (string | number | null)[];
}

/* What stands between quotation marks, a name of ours, and the schema of temporary tables. */
const piece = /'[^']*'|\$([a-z]\w*)|\btemp\./gi;

/**
 * A statement of the store as PostgreSQL reads it: names become positions, each with the type of its value,
 * which it would otherwise guess from what stands around it; temporary tables stand in `pg_temp`.
 */
export function toPostgres(sql: string, given: Values): Statement {
  const positions = new Map<string, number>();
  const values: Statement['values'] = [];
  const text = sql.replaceAll(piece, (found, name: string | undefined) => {
    if (found === 'temp.') return 'pg_temp.';
    if (name === undefined) return found;
    const value = given[name];
    if (value === undefined) throw new Error(`a statement has no value for ${found}`);
    const known = positions.get(name);
    if (known === undefined) values.push(typeof value === 'bigint' ? String(value) : value);
    const position = known ?? values.length;
    positions.set(name, position);
    return `$${position}${typeOf(value)}`;
  });
  return { text, values };
}

function typeOf(value: string | number | bigint | null): string {
  if (value === null) return '';
  if (typeof value === 'string') return '::text';
  return typeof value === 'bigint' || Number.isInteger(value) ? '::bigint' : '::float8';
}
