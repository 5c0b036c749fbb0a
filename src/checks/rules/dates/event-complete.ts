import { isWholeDay } from '../../../dates/format.ts';
import type { BlockUse } from '../../reading/page.ts';
import type { PageRule } from '../../rule.ts';

export default {
  id: 'event/complete',
  severity: 'error',
  runs: 'front matter',
  why: 'A session that ends before it starts, or shares its registration with another, sends people to the wrong place.',
  failing: {
    example:
      '<Event id="e" title="Drop-in" audience="Providers" mode="online" sameContent="yes">\n\n<Session id="one" start="2026-05-19T11:45" end="2026-05-19T11:00" register="https://www.education.govt.nz/a" />\n\n<Session id="two" start="2026-05-21T12:00" end="2026-05-21T12:45" register="https://www.education.govt.nz/a" />\n\n</Event>\n\n<Event id="f" title="Hui" audience="Providers" mode="online" sameContent="yes">\n\nCome.\n\n</Event>\n\n<Event id="g" title="Roadshow" audience="Providers" mode="in-person" sameContent="no">\n\n<Session id="one" start="2026-06-02" />\n\n</Event>',
    finds: [
      '2026-05-19T11:00',
      'https://www.education.govt.nz/a',
      '<Event id="f" title="Hui" audience="Providers" mode="online" sameContent="yes">',
      'in-person',
    ],
  },
  passing:
    '<Event id="e" title="Drop-in" audience="Providers" mode="online" sameContent="yes">\n\n<Session id="one" start="2026-05-19T11:00" end="2026-05-19T11:45" />\n\n<Session id="two" start="2026-05-21T12:00" end="2026-05-21T12:45" />\n\n</Event>',
  *check({ blocks }) {
    for (const event of blocks.filter(({ name }) => name === 'Event')) {
      const sessions = blocks.filter(({ name, parent }) => name === 'Session' && parent === event);
      if (sessions.length === 0) {
        yield {
          at: event.place,
          message: `“${event.props['title'] ?? ''}” has no session.`,
          suggestion: 'Add a <Session> with its start and end.',
        };
      }
      const placed = [event, ...sessions].some(({ props }) => props['place'] !== undefined);
      if (event.props['mode'] === 'in-person' && !placed) {
        yield {
          at: event.prop('mode'),
          message: `“${event.props['title'] ?? ''}” is in person, and says nowhere at which place.`,
          suggestion: 'Add place="…" with the address, so that calendars show it too.',
          severity: 'advice',
        };
      }
      const register = new Map<string, BlockUse>();
      for (const [index, session] of sessions.entries()) {
        const { start = '', register: to } = session.props;
        const { end = start } = session.props;
        const wholeDays = isWholeDay(start);
        if (end < start || (end === start && !wholeDays)) {
          yield {
            at: session.prop('end'),
            message: 'This session ends before it starts, or at the same time.',
            suggestion: 'Correct one of the two times.',
          };
        } else if (
          !wholeDays &&
          start.slice(0, 10) !== end.slice(0, 10) &&
          !end.endsWith('T00:00')
        ) {
          yield {
            at: session.prop('end'),
            message: 'This session ends on another day.',
            suggestion: 'Correct the date, or write a session for each day.',
            severity: 'warning',
          };
        }
        if (to !== undefined && register.has(to)) {
          yield {
            at: session.prop('register'),
            message: 'Another session of this event has the same address to register.',
            suggestion: 'Copy the address of this session.',
          };
        }
        if (to !== undefined) register.set(to, session);
        const other = sessions
          .slice(0, index)
          .find(
            ({ props }) =>
              !wholeDays &&
              props['place'] === session.props['place'] &&
              (props['start'] ?? '') < end &&
              start < (props['end'] ?? props['start'] ?? ''),
          );
        if (other && end > start) {
          yield {
            at: session.prop('start'),
            message: 'This session runs at the same time as another one of this event.',
            suggestion: 'Check the date and the time.',
            severity: 'warning',
          };
        }
      }
    }
  },
} satisfies PageRule;
