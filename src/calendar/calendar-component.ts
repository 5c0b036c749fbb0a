/** A property of a calendar as jCal has it (RFC 7265, 3.4), which ical.js turns into a line. */
export type CalendarProperty = [
  name: string,
  parameters: Readonly<Record<string, string>>,
  type: string,
  value: string | number | Readonly<Record<string, string | number>>,
];

/** A component of a calendar as jCal has it (RFC 7265, 3.3). */
export type CalendarComponent = [
  name: string,
  properties: CalendarProperty[],
  components: CalendarComponent[],
];
