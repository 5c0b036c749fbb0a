export const timeZone = 'Pacific/Auckland';

const wallClock = new Intl.DateTimeFormat('en-CA', {
  timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/* Every page of a build asks for the same moment. */
let last = { time: Number.NaN, shown: '' };

/** The wall-clock time in New Zealand at a moment, as YYYY-MM-DDTHH:MM. */
export function localTimeAt(moment: Date): string {
  const time = moment.getTime();
  if (time !== last.time) last = { time, shown: shownAt(moment) };
  return last.shown;
}

function shownAt(moment: Date): string {
  const part = Object.fromEntries(
    wallClock.formatToParts(moment).map(({ type, value }) => [type, value]),
  );
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}`;
}

/** The calendar day in New Zealand at a moment, as YYYY-MM-DD. */
export function dayAt(moment: Date): string {
  return localTimeAt(moment).slice(0, 10);
}

/**
 * The moment at which New Zealand clocks show `localTime` (YYYY-MM-DDTHH:MM).
 * In the hour that the end of daylight saving repeats, the first of the two.
 * Undefined for a time that the start of daylight saving skips.
 */
export function instantInNewZealand(localTime: string): Date | undefined {
  for (const offset of ['+13:00', '+12:00']) {
    const moment = new Date(`${localTime}:00${offset}`);
    if (localTimeAt(moment) === localTime) return moment;
  }
  return undefined;
}
