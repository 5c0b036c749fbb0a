import { basename } from 'node:path';
import { dayAt } from '../../dates/new-zealand.ts';
import type { Audience } from '../../publication/site.ts';
import type { Store } from '../store/store.ts';
import { normaliseAddress } from '../list-files/address.ts';
import type { Columns, Field } from '../list-files/csv-columns.ts';
import { isNo, type No } from '../list-files/consent-words.ts';
import { forgottenTest, keepForgotten, readForgotten, type Forgotten } from './forgotten.ts';
import { dayOf } from '../list-files/read-day.ts';
import type { CsvRow } from '../list-files/read-csv.ts';
import { saidAbout, weightiest } from '../list-files/said-about.ts';
import { keepSuppressions, keptLine, openSuppressions, scopeOf } from './suppression.ts';

/** People of a file who are not taken in because it says that they are not on the list, by how. */
export type KeptOff = Record<No | 'forgotten' | 'removed', number>;

interface Order {
  list: Audience;
  file: string;
  now: Date;
  skipInvalid: boolean;
}

/** Gathers the nos among the rows of a list, to keep them with it. */
export interface NoCollector {
  /** Takes a row if it is of somebody who is not on the list, and may be told so. */
  take(columns: Columns, row: CsvRow): boolean;
  /** Keeps what was taken; call it inside the transaction that takes the others in. */
  keep(): void;
  counts: KeptOff;
}

/**
 * Rows that say no are refused like any other fault, unless the file is an export of ours, which is how a list
 * moves, or somebody asked to take the others in: then the no of each is kept, and so outlives the move.
 */
export function collectNos(store: Store, { list, file, now, skipInvalid }: Order): NoCollector {
  const today = dayAt(now);
  const waiting = openSuppressions(store);
  const forgotten: Forgotten[] = [];
  const isForgotten = forgottenTest(store);
  const counts = { unsubscribed: 0, bounced: 0, complained: 0, forgotten: 0, removed: 0 };
  return {
    counts,
    take: (columns, row) => {
      const cell = (field: Field) => row.cells[columns.positions.get(field) ?? -1]?.trim() ?? '';
      const gone = columns.ours ? readForgotten(cell('email'), cell('changed'), now) : undefined;
      if (gone) {
        forgotten.push(gone);
        counts.forgotten += 1;
        return true;
      }
      if (!columns.ours && !skipInvalid) return false;
      const says = weightiest(saidAbout(columns.consent, row.cells))?.says;
      if (columns.ours && says === 'removed') {
        counts.removed += 1;
        return true;
      }
      const address = normaliseAddress(cell('email'));
      if (!isNo(says) || !address.ok) return false;
      counts[says] += 1;
      if (isForgotten(address.address)) return true;
      waiting.add({
        address: address.address,
        list: scopeOf(cell('lists'), says, list),
        reason: says,
        detail: columns.ours ? keptLine(cell('reason').replace(/^'(?=[=+\-@])/, '')) : '',
        source: keptLine(basename(file)),
        saidOn: dayOf(cell('changed')) ?? today,
      });
      return true;
    },
    keep: () => {
      keepSuppressions(store, waiting, now);
      keepForgotten(store, forgotten, now);
    },
  };
}
