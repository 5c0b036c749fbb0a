import { formatLongDate, formatTime } from '../../src/dates/format.ts';
import { instantInNewZealand, localTimeAt } from '../../src/dates/new-zealand.ts';
import { sendViaProvider, type Begun } from '../../src/delivery/dispatch/send-via-provider.ts';
import {
  dispatchCounts,
  dispatchReasons,
  type DispatchCounts,
} from '../../src/delivery/ledger/dispatch-counts.ts';
import type { Dispatch } from '../../src/delivery/ledger/dispatch.ts';
import { orderToSend } from '../../src/delivery/orders/send-edition.ts';
import { keepRecord } from '../../src/delivery/record/record-keep.ts';
import { readBulletin } from '../../src/delivery/bulletins/read-bulletin.ts';
import type { Store } from '../../src/delivery/store/store.ts';
import { localTime } from '../../src/schemas/fields.ts';
import { SettingsError, type Settings } from '../../src/settings/settings.ts';
import type { Audience } from '../../src/publication/site.ts';
import { openTransport } from '../../src/delivery/orders/open-transport.ts';
import { parseName } from '../command-line/command-words.ts';
import { describeKept } from '../reports/describe-record.ts';
import { print, printJson } from '../command-line/print.ts';
import { showProgress } from '../command-line/show-progress.ts';
import { UsageError } from '../command-line/usage-error.ts';
import { withStore } from './with-store.ts';

/** What the flags of `send` ask for. */
export interface SendOrder {
  expect: number;
  at: Date | undefined;
  anyTime: boolean;
  workers: number;
  by: string;
}

interface SendFlags {
  via: string;
  expect?: string | undefined;
  at?: string | undefined;
  anyTime: boolean;
  workers: string;
  by?: string | undefined;
}

/**
 * Reads the flags that speak of real sending; undefined for the outbox.
 * @throws {UsageError} naming every flag at fault
 */
export function parseSendOrder({ via, expect, at, anyTime, workers, by }: SendFlags) {
  const faults: string[] = [];
  if (via === 'outbox') {
    if (expect !== undefined) faults.push('Expected --expect only with --via resend.');
    if (at !== undefined) faults.push('Expected --at only with --via resend.');
    if (anyTime) faults.push('Expected --any-time only with --via resend.');
    if (by !== undefined) faults.push('Expected --by only with --via resend.');
    if (faults.length > 0) throw new UsageError(faults);
    return undefined;
  }
  const number = (text: string, most: number) =>
    /^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
  if (!number(expect ?? '', 1e9)) {
    const found = expect === undefined ? 'nothing' : `"${expect}"`;
    faults.push(`Expected --expect N, how many subscribers you expect; found ${found}.`);
  }
  if (!number(workers, 32)) {
    faults.push(`Expected --workers to be a number from 1 to 32; found "${workers}".`);
  }
  const time = at === undefined ? undefined : localTime.safeParse(at);
  if (time?.success === false) {
    const [issue] = time.error.issues;
    faults.push(`Expected --at to be ${issue?.message}; found "${at}".`);
  }
  if (faults.length > 0) throw new UsageError(faults);
  const moment = time?.success ? instantInNewZealand(time.data) : undefined;
  const order: SendOrder = {
    expect: Number(expect),
    at: moment,
    anyTime,
    workers: Number(workers),
    by: by === undefined ? '' : parseName(by),
  };
  return order;
}

/** Sends through the provider, shows how far it is, and says what happened; 1 if anything is left. */
export async function sendForReal(
  order: SendOrder & { word: string; audience: Audience; json: boolean },
  settings: Settings,
): Promise<number> {
  const { word, audience, json } = order;
  if (settings.nowGiven) {
    throw new SettingsError(
      'PANUI_NOW: expected nothing when sending to real people; found a time.',
    );
  }
  const transport = await openTransport(settings);
  const bulletin = await readBulletin(settings.out, word, audience);
  const drain = drainSignal();
  return withStore(settings, async (store) => {
    let progress = { stop: () => undefined as void };
    let isCarried = false;
    try {
      const wish = { ...order, sendAt: order.at };
      const dispatch = await sendViaProvider({
        ...orderToSend(settings, bulletin, wish, {
          store,
          transport,
          signal: drain,
          now: () => store.now(),
        }),
        onBegin: (begun, begin) => {
          if (!json) print(describeBeginning(store, begun, begin, bulletin.hash !== begun.hash));
          isCarried = begin.carried;
          if (!isCarried) progress = showProgress(store, begun.id);
        },
      });
      progress.stop();
      const counts = dispatchCounts(store, dispatch.id);
      const { edition, status, reason, total } = dispatch;
      if (json) {
        const carried = isCarried;
        printJson({ edition, audience, via: 'resend', status, reason, total, carried, ...counts });
      } else if (!isCarried) print(describeEnd(dispatch, counts));
      if (isCarried) return 0;
      const record = await keepRecord(store, settings.data, edition, audience);
      if (!json && record) print(describeKept(record));
      const isSound = record === undefined || record.faults.length === 0;
      return status === 'done' && counts.needsPerson === 0 && isSound ? 0 : 1;
    } finally {
      progress.stop();
    }
  });
}

/** The first Ctrl-C lets requests in flight end; the second one stops at once, which is safe too. */
function drainSignal(): AbortSignal {
  const drain = new AbortController();
  const stop = () => {
    process.stderr.write('\nStopping: waiting for requests in flight …\n');
    drain.abort();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return drain.signal;
}

function describeBeginning(
  store: Store,
  { id, edition, audience, total, sendAt }: Dispatch,
  { resumed, carried }: Begun,
  rebuilt: boolean,
): string {
  const what = `${edition} for ${audience}, ${total} subscribers`;
  const time = sendAt === null ? undefined : localTimeAt(new Date(sendAt));
  const begins =
    time === undefined
      ? ''
      : ` It begins at ${formatTime(time)}, ${formatLongDate(time.slice(0, 10))}; ${carried ? '`serve` runs and sends it then, so that nothing has to stay open here' : 'keep this running'}.`;
  const other = rebuilt ? ' The bulletin was built anew since; what was frozen goes out.' : '';
  const leftOut = Object.entries(resumed ? {} : dispatchReasons(store, id).excluded).map(
    ([why, count]) => ` ${count} left out: ${why}.`,
  );
  return `${what}: ${resumed ? 'going on with what was begun' : 'frozen'}.${leftOut.join('')}${other}${begins}\n`;
}

function describeEnd(dispatch: Dispatch, counts: DispatchCounts): string {
  const { edition, audience, status, reason } = dispatch;
  const { accepted, excluded, needsPerson, pending, takenAsSent } = counts;
  const numbers = [
    `${accepted + takenAsSent} accepted`,
    ...(excluded > 0 ? [`${excluded} excluded`] : []),
    ...(needsPerson > 0 ? [`${needsPerson} waiting for a person (see \`resolve\`)`] : []),
    ...(pending > 0 ? [`${pending} to be sent`] : []),
  ].join(', ');
  const more =
    pending > 0 && status !== 'cancelled' ? 'Run the same command again to go on.\n' : '';
  const state = status === 'sending' || status === 'frozen' ? 'stopped' : status;
  return `${edition} for ${audience}: ${state}. ${numbers}.\n${reason === '' ? '' : `${reason}\n`}${more}`;
}
