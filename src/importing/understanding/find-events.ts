import { datesIn } from '../../checks/language/dates-in-text.ts';
import { timesIn } from '../../checks/language/times-in-text.ts';
import type { Flow, Heading, List } from '../../document/tree.ts';
import { localTime } from '../../schemas/fields.ts';
import { eachLink } from '../../document/each-link.ts';
import { block, trimmedWords } from '../nodes.ts';
import { nowhere } from '../reading/read-link.ts';
import type { Confidence } from '../notes.ts';
import { propose } from './propose.ts';
import type { Understanding } from './understanding.ts';

interface Session {
  start: string;
  end: string;
  register: string | undefined;
  words: string;
}

const isAboutTimes =
  /^(?:(?:session )?dates? and times?|(?:session )?times|dates|when)(?:\s*\([^)]*\))?:?$/i;

/**
 * A list whose every entry is a day, a time from and to, and at most a link to register is the sessions of an event.
 * The heading above it names the event, and the words beneath that heading belong to it.
 * @param title that of the item, for a list without a heading of its own
 */
export function findEvents(nodes: readonly Flow[], title: string, known: Understanding): Flow[] {
  const found: Flow[] = [];
  // From one heading to the next, those that only say "Dates and times" apart.
  const parts: Flow[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'heading' && !isAboutTimes.test(trimmedWords(node))) parts.push([node]);
    else parts.at(-1)?.push(node);
  }
  for (const part of parts) found.push(...(eventOf(part, title, known) ?? part));
  return found;
}

function eventOf(part: readonly Flow[], title: string, known: Understanding): Flow[] | undefined {
  const list = part.find(
    (node): node is List => node.type === 'list' && sessionsOf(node, known.day) !== undefined,
  );
  const sessions = list && sessionsOf(list, known.day);
  if (!list || !sessions) return undefined;
  const [first] = part;
  const heading = first?.type === 'heading' ? first : undefined;
  const times = part.filter((node): node is Heading => node.type === 'heading' && node !== heading);
  // The item has its own title already, and no two headings may say the same.
  const name = heading ? trimmedWords(heading) : `${title}: dates and times`;
  const said = part.map(trimmedWords).join(' ');
  const event = describe(heading ? name : title, said, sessions.length);
  const parts = sessions.map(({ start, end, register, words }) => ({
    made: `<Session start="${start}" end="${end}"${register ? ` register="${register}"` : ''} />`,
    words,
    links: register ? [register] : [],
    confidence: 'certain' as const,
    because: 'a day, a time from and to, and nothing else but where to register',
  }));
  if (!propose([event.proposal, ...parts], known)) return undefined;
  known.notes.toDo.push(...event.toDo);
  const id = known.anchor(name);
  const made = sessions.map(({ start, end, register }) => {
    const props = { id: sessionId(start, sessions), start, end, ...(register && { register }) };
    if (register === nowhere) {
      known.notes.toDo.push(`Say where people register for the session of ${start.slice(0, 10)}.`);
    }
    return block('Session', props);
  });
  for (const one of times) {
    known.notes.leftOut.push({
      words: trimmedWords(one),
      why: 'a heading above sessions, which are set apart of themselves',
    });
  }
  const inside = part
    .filter((node) => node !== heading && !(node.type === 'heading' && times.includes(node)))
    .flatMap((node) => (node === list ? made : [node]));
  // A heading alone says what the event says again.
  if (heading) return [block('Event', { id, title: name, ...event.props }, inside)];
  return part
    .filter((node) => !(node.type === 'heading' && times.includes(node)))
    .map((node) =>
      node === list ? block('Event', { id, title: name, ...event.props }, made) : node,
    );
}

function describe(name: string, said: string, count: number) {
  const audience = /\bfor ((?:\p{Lu}\p{L}+ ?(?:and )?)+)$/u.exec(name)?.[1]?.trim();
  const online = /\b(?:online|zoom|teams|webinar|virtual|video ?call)\b/i.test(said);
  const inPerson = /\b(?:in person|venue|held at|room \d)\b/i.test(said);
  const same =
    count === 1 || /\b(?:same (?:session|content|material)|twice|repeated)\b/i.test(said);
  const confidence: Confidence = online || inPerson ? 'likely' : 'a guess';
  const mode = inPerson && !online ? 'in-person' : 'online';
  const toDo = [
    ...(online || inPerson
      ? []
      : [`Say how people take part in “${name}”: the draft says online.`]),
    ...(same ? [] : [`Say whether each session of “${name}” covers the same: the draft says no.`]),
  ];
  const proposal = {
    made: `<Event title="${name}" mode="${mode}" sameContent="${same ? 'yes' : 'no'}">`,
    words: name,
    confidence,
    because:
      online || inPerson ? `the words say that it is ${mode}` : 'how people take part is not said',
  };
  const props = {
    audience: audience ?? 'TBC: whom it is meant for',
    mode,
    sameContent: same ? 'yes' : 'no',
  };
  return { props, proposal, toDo };
}

/** The day, and where two are on one day the time too. */
function sessionId(start: string, sessions: readonly Session[]): string {
  const day = start.slice(0, 10);
  const alone = sessions.filter((one) => one.start.startsWith(day)).length === 1;
  return alone ? day : `${day}-${start.slice(11).replace(':', '')}`;
}

/** The sessions of a list whose entries are nothing else, each at its own time. */
function sessionsOf({ items }: List, day: string): Session[] | undefined {
  const sessions = items.flatMap((item) => sessionOf(item, day) ?? []);
  const starts = new Set(sessions.map(({ start }) => start));
  return items.length > 0 && sessions.length === items.length && starts.size === items.length
    ? sessions
    : undefined;
}

const fillers =
  /\b(?:register|registration|registrations|here|join|book|rsvp|via|for|the|this|to|on|at|from|session|sessions|online|and|nzst|nzdt|nz|time|your|place|link|click|webinar|zoom|teams|day)\b/gi;

function sessionOf(item: readonly Flow[], day: string): Session | undefined {
  if (item.length !== 1) return undefined;
  const words = item.map(trimmedWords).join(' ');
  const dates = datesIn({ words }, day);
  const days = [...new Set(dates.map((date) => date.day))];
  const [time, ...others] = timesIn(words);
  const links = [...eachLink(item)];
  const [on] = days;
  if (on === undefined || days.length > 1 || !time || others.length > 0 || links.length > 1)
    return undefined;
  const [from, to] = time.right.split(' to ').map(clock);
  if (from === undefined || to === undefined) return undefined;
  let rest = words;
  for (const { from: at, to: end } of [...dates, time]) {
    rest = rest.slice(0, at) + ' '.repeat(end - at) + rest.slice(end);
  }
  const [link] = links;
  if (link?.words) rest = rest.replace(link.words.replaceAll(/\s+/g, ' ').trim(), ' ');
  if (/[\p{L}\p{N}]/u.test(rest.replaceAll(fillers, ' '))) return undefined;
  const [start, end] = [`${on}T${from}`, `${on}T${to}`];
  if (!localTime.safeParse(start).success || !localTime.safeParse(end).success || end <= start)
    return undefined;
  return { start, end, register: link?.to, words };
}

/** "11:45am" as 11:45, "midday" as 12:00. */
function clock(written: string): string | undefined {
  if (written === 'midday') return '12:00';
  if (written === 'midnight') return '00:00';
  const match = /^(\d{1,2})(?::(\d{2}))?([ap])m$/.exec(written);
  if (!match) return undefined;
  const hour = (Number(match[1]) % 12) + (match[3] === 'p' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${match[2] ?? '00'}`;
}
