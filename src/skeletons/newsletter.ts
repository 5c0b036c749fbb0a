import { formatDayMonth } from '../dates/format.ts';
import { addDays } from '../dates/plain-date.ts';
import { isWorkingDay } from '../dates/working-days.ts';
import { newsletterSchema } from '../schemas/newsletter.ts';
import type { Newsletter } from '../schemas/newsletter.ts';
import { type Audience, audienceIds } from '../publication/site.ts';
import { carryOver } from './carry-over.ts';
import { chooseContact } from './choose-contact.ts';
import { chooseDay } from './choose-day.ts';
import { findEdition, weeksAfter } from './find-edition.ts';
import type { Kind, Shelf } from './skeleton.ts';
import { writeFrontMatter } from '../document/write/write-front-matter.ts';
import { writeTag } from '../document/write/write-tag.ts';

/** An edition: an introduction, something to do, something to come to, and what comes next. */
export const newsletter: Kind<'newsletters'> = {
  collection: 'newsletters',
  word: 'newsletter',
  another: 'choose another day with --on',
  startsFrom: true,
  begin({ on, from }, shelf) {
    const { content, taken, today } = shelf;
    const chosen = on === undefined ? chooseDay(taken, today) : { day: on };
    const { day } = chosen;
    const contact = chooseContact(content);
    if (from !== undefined) return { id: day, ...chosen, ...startFrom(from, day, contact, shelf) };
    const items = [task(day, contact), session(day), comingUp(contact)];
    const parts = [top(day, audienceIds()), greeting, introduction, signOff, ...items];
    return { id: day, ...chosen, audiences: audienceIds(), parts };
  },
};

/** What an edition carries over to the next, for the audiences that it went to. */
function startFrom(from: string, day: string, contact: string | undefined, shelf: Shelf) {
  const edition = findEdition(from, shelf);
  const { told, ...carried } = carryOver(edition, weeksAfter(edition, day), shelf.content);
  const audiences = audienceIds().filter((audience) => edition.data.bulletins[audience]);
  const parts = [
    top(day, audiences, edition.data.bulletins),
    ...carried.greeting,
    introduction,
    ...carried.signOff,
    ...carried.promised,
    ...carried.standing,
    ...(carried.saysWhatComesNext ? [] : [comingUp(contact)]),
  ];
  return { audiences, parts, carried: told };
}

/* Who got a digest gets one again. */
const top = (day: string, audiences: readonly Audience[], before: Newsletter['bulletins'] = {}) =>
  writeFrontMatter(newsletterSchema, {
    state: 'draft',
    date: day,
    summary:
      'TBC: what is in this edition, in one or two sentences for the archive and the search.',
    bulletins: Object.fromEntries(
      audiences.map((audience) => [
        audience,
        {
          subject: `TBC for ${formatDayMonth(day)}: most urgent fact, its date`,
          preheader: `TBC: what else is in it for ${audience}, in 40 to 100 characters.`,
          ...(before[audience]?.form === 'digest' && { form: 'digest' as const }),
        },
      ]),
    ),
  });

const greeting = writeTag('Greeting', { mi: 'Kia ora koutou' });

const introduction = 'TBC: say in two or three short paragraphs what matters most in this edition.';

const signOff = writeTag('SignOff', {
  mi: 'Ngā mihi',
  role: 'TBC: the role of the person who signs',
  team: 'TBC: their team',
});

function task(day: string, contact: string | undefined): string {
  const due = workingDayAfter(day, 14);
  const by = `Do it by ${writeTag('Day', { on: due })} (TBC: the right day, here and as the due date).`;
  const help =
    contact === undefined ? '' : ` For help, write to ${writeTag('Contact', { id: contact })}.`;
  return writeTag(
    'Item',
    {
      id: 'tbc-task',
      title: 'TBC: what readers have to do',
      action: 'action-required',
      due,
      topic: 'TBC: what it is about, in a word or two',
    },
    `TBC: say what to do, how and why. ${by}${help}`,
  );
}

function session(day: string): string {
  const on = workingDayAfter(day, 11);
  const event = writeTag(
    'Event',
    {
      id: 'tbc-event',
      title: 'TBC: what the session is called',
      audience: 'TBC: whom it is meant for',
      mode: 'online',
      sameContent: 'yes',
    },
    'TBC: the right day and times, and the address where people register.',
    writeTag('Session', {
      id: 'tbc-session',
      start: `${on}T11:00`,
      end: `${on}T11:45`,
      register: 'https://registration.example/tbc',
    }),
  );
  return writeTag(
    'Item',
    {
      id: 'tbc-session-item',
      title: 'TBC: what people can come to',
      action: 'save-the-date',
      topic: 'TBC: what it is about, in a word or two',
    },
    'TBC: say who should come, and what they will take away.',
    event,
  );
}

function comingUp(contact: string | undefined): string {
  const next = writeTag('ComingUp', {}, '- TBC: a topic of the next edition');
  const ask =
    contact === undefined
      ? []
      : [
          `Is there something you would like to read about? Tell ${writeTag('Contact', { id: contact })}.`,
        ];
  return writeTag(
    'Item',
    {
      id: 'coming-up',
      title: 'Coming up in our next newsletter',
      action: 'for-information',
      topic: 'This newsletter',
    },
    next,
    ...ask,
  );
}

/** The first working day at least `count` days after `day`. */
function workingDayAfter(day: string, count: number): string {
  const later = addDays(day, count);
  return isWorkingDay(later) ? later : workingDayAfter(later, 1);
}
