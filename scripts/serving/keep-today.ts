import { dayAt, instantInNewZealand } from '../../src/dates/new-zealand.ts';
import { formatLongDate } from '../../src/dates/format.ts';
import { addDays } from '../../src/dates/plain-date.ts';
import { readBuiltNote } from '../../src/building/built-note.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { describeDaily, noteDailyFault } from './daily-fault.ts';

/** A build that can be stopped. */
export interface DailyBuild {
  /** Why it failed, or undefined where it did not. */
  ended: Promise<string | undefined>;
  stop: () => void;
}

/** What keeps the site up to the day. */
export interface Today {
  stop: () => Promise<void>;
}

/** The longest it waits before it looks again, in milliseconds: a clock can be set, and a machine sleep. */
const anHour = 3_600_000;

/**
 * Builds the site whenever it was built for an earlier day than it is in New Zealand: at once where it was, then
 * at each midnight, and after a failure each hour. The last good site stays meanwhile.
 * @param build starts a build
 * @param say writes one line to the log
 */
export function keepToday(
  settings: Pick<Settings, 'out' | 'data'>,
  build: () => DailyBuild,
  say: (line: string) => void,
): Today {
  let timer: NodeJS.Timeout | undefined;
  let running: DailyBuild | undefined;
  let stopped = false;
  let said = '';

  const look = async () => {
    const today = dayAt(new Date());
    const note = await readBuiltNote(settings.out);
    if (stopped || !note || note.day >= today) return;
    running = build();
    const words = await running.ended;
    running = undefined;
    if (stopped) return;
    const fault = words === undefined ? undefined : { day: today, words };
    await noteDailyFault(settings, fault);
    const line = fault ? describeDaily(fault) : `The site was built for ${formatLongDate(today)}.`;
    if (line !== said) say(line);
    said = line;
  };
  const next = () => {
    const midnight = instantInNewZealand(`${addDays(dayAt(new Date()), 1)}T00:00`);
    const wait = Math.min(anHour, (midnight?.getTime() ?? Infinity) - Date.now() + 1000);
    if (!stopped) timer = setTimeout(run, wait);
  };
  const run = () => {
    current = look()
      .catch((error: unknown) => say(`The daily build: ${String(error)}`))
      .then(next);
  };
  let current: Promise<void> = Promise.resolve();
  run();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      running?.stop();
      await current;
    },
  };
}
