/** One entry of a calendar: a session, a key date, or a day by which something is due. */
export interface CalendarEntry {
  /** Never changes, whatever else does (RFC 5545, 3.8.4.7). */
  uid: string;
  /** Counts the times the entry was moved (RFC 5545, 3.8.7.4). */
  sequence: number;
  /** The day its words last changed, YYYY-MM-DD in New Zealand. */
  revised: string;
  title: string;
  description: string;
  /** The page that says more, absolute. */
  url: string;
  location?: string;
  /**
   * A whole day YYYY-MM-DD, whole days from `day` to `until`, or New Zealand wall-clock times YYYY-MM-DDTHH:MM.
   * Whole days that people spend there are `busy`: a day by which to do something is not, nor are the hours of
   * an outage.
   */
  when: { day: string; until?: string; busy?: true } | { start: string; end: string; busy?: false };
}

/** Where an entry begins, for sorting: YYYY-MM-DD or YYYY-MM-DDTHH:MM. */
export const beginning = ({ when }: CalendarEntry): string =>
  'day' in when ? when.day : when.start;
