import { z } from 'zod';
import { asks } from '../schemas/asked.ts';
import { audience } from '../schemas/audience.ts';
import {
  action,
  anchor,
  contactId,
  day,
  dayOrTime,
  fileName,
  guidanceId,
  knownIssueId,
  line,
  link,
  linkWords,
  principleId,
  releaseId,
  reoLine,
} from '../schemas/fields.ts';
import { formatLongDate, formatPeriod, isWholeDay } from '../dates/format.ts';
import { moves } from './session-moves.ts';

/*
 * The contract: every block an author may write in MDX, and its props. The web
 * (src/components/blocks), the email (emails/blocks) and the text part (emails/text/blocks.ts)
 * each render all of them. Props are flat strings, so that a form can edit them.
 */

/** What may stand between a block's opening and closing tags. */
export type Holds = 'nothing' | 'list' | 'table' | 'prose' | 'blocks';

interface Definition<Props extends z.ZodObject> {
  /** What the block is for, in a sentence for authors. */
  purpose: string;
  props: Props;
  holds: Holds;
  /** The collections and blocks it may stand directly in; left out, anywhere that holds blocks. */
  within?: readonly string[];
}

interface OnItsOwn {
  place: 'own-line';
}

/** What may stand within a sentence. */
interface InSentence<Props extends z.ZodObject> {
  place: 'sentence' | 'either';
  /** What the block says there, near enough for checks to read the sentence and count its words. */
  printed(props: z.output<Props>): string;
}

export type BlockDefinition<Props extends z.ZodObject = z.ZodObject> = Definition<Props> &
  (OnItsOwn | InSentence<Props>);

/** Names a definition, and parses props into a named pair, so that the two keep together in types. */
function block<
  const Name extends string,
  Props extends z.ZodObject,
  Place extends BlockDefinition['place'],
>(name: Name, definition: BlockDefinition<Props> & { place: Place }) {
  const parse = (
    written: unknown,
  ): { block: { name: Name; props: z.output<Props> } } | { issues: z.core.$ZodIssue[] } => {
    const parsed = definition.props.safeParse(written);
    return parsed.success
      ? { block: { name, props: parsed.data } }
      : { issues: parsed.error.issues };
  };
  return { ...definition, parse };
}

/* What stands in "alt" where nobody wrote what the picture tells. */
const saysNoPicture =
  /^(?:[\w-]+\.(?:png|jpe?g|gif|svg|webp)|(?:an? |the )?(?:image|picture|photo(?:graph)?|graphic|screen ?shot|logo|icon|diagram)\.?)$/i;

/** Every block by name. */
export const contract = {
  Greeting: block('Greeting', {
    purpose: 'Opens an edition.',
    props: z.strictObject({
      mi: reoLine.describe('The greeting in te reo Māori, such as “Kia ora koutou”.'),
    }),
    holds: 'nothing',
    place: 'own-line',
    within: ['newsletters', 'corrections', 'For'],
  }),
  SignOff: block('SignOff', {
    purpose: 'Closes the introduction, or an item that somebody else signs.',
    props: z.strictObject({
      mi: reoLine.describe('The closing words in te reo Māori, such as “Ngā mihi maioha”.'),
      role: line.describe('The role of the person who signs, never a name.'),
      roleMi: reoLine.optional().describe('The same role in te reo Māori.'),
      team: line.optional().describe('Their team.'),
    }),
    holds: 'nothing',
    place: 'own-line',
  }),
  For: block('For', {
    purpose: 'Keeps what is inside to one audience, on the web and in email.',
    props: z.strictObject({
      audience: audience.describe('The only audience that gets what is inside.'),
    }),
    holds: 'blocks',
    place: 'own-line',
  }),
  Item: block('Item', {
    purpose: 'One titled part of an edition.',
    props: z.strictObject({
      id: anchor.describe('The anchor of the item. It stays for ever, so that links keep working.'),
      title: line.describe(
        'The heading, in sentence case. It is also the entry under “In this edition”.',
      ),
      action: action.describe('What the reader is asked to do.'),
      task: line
        .optional()
        .describe(
          'For “What you need to do”: the task as one short instruction. Left out, the title.',
        ),
      due: dayOrTime
        .optional()
        .describe(
          'The last day to do it: 2026-05-15, or 2026-05-15T17:00 where it is due at a time of that day.',
        ),
      who: line
        .optional()
        .describe('Who must do it, where that is not everybody: “Non-school providers”.'),
      audience: audience
        .optional()
        .describe('The only audience that gets this item. Left out, everybody.'),
      mi: reoLine
        .optional()
        .describe('The title in te reo Māori, where it has one. It stands under the heading.'),
      topic: line
        .optional()
        .describe('What the item is about, for the archive: “AS-CMS”, “Invoicing”.'),
      legal: z
        .literal('yes', { error: '"yes", or no "legal" at all' })
        .optional()
        .describe('"yes" where a mistake has legal weight: two people must then approve.'),
    }),
    holds: 'blocks',
    place: 'own-line',
    within: ['newsletters', 'Category'],
  }),
  Category: block('Category', {
    purpose: 'Puts items of an edition under a heading of their own, such as “Need to know”.',
    props: z.strictObject({
      title: line.describe(
        'The heading, in sentence case. The items stand under it in “In this edition”, too.',
      ),
      audience: audience
        .optional()
        .describe('The only audience that gets this category. Left out, everybody.'),
    }),
    holds: 'blocks',
    place: 'own-line',
    within: ['newsletters'],
  }),
  Checklist: block('Checklist', {
    purpose: 'Things a reader must gather or tick off.',
    props: z.strictObject({
      title: line.describe('What the list is for: “Your invoice must include”.'),
      exception: line.optional().describe('Who does not need it, as a sentence.'),
    }),
    holds: 'list',
    place: 'own-line',
  }),
  Table: block('Table', {
    purpose: 'A table with a title, for figures or facts that are compared.',
    props: z.strictObject({
      title: line.describe(
        'What the table shows: “Payments by region”. It is read before the table.',
      ),
    }),
    holds: 'table',
    place: 'own-line',
  }),
  Dates: block('Dates', {
    purpose:
      'Key dates: a list whose entries each begin with a day or a period. It is put in order, and into the calendars.',
    props: z.strictObject({
      id: anchor.describe(
        'The anchor of the dates. It stays for ever, so that calendars keep them apart.',
      ),
      title: line.describe('What the dates are for: “Key dates for quarter 2”.'),
    }),
    holds: 'list',
    place: 'own-line',
  }),
  Contact: block('Contact', {
    purpose: 'How to reach somebody: a card on its own line, a link within a sentence.',
    props: z.strictObject({
      id: contactId.describe('A contact from contacts.yaml. In a sentence it becomes a link.'),
    }),
    holds: 'nothing',
    place: 'either',
    printed: ({ id: contact }) => contact.replaceAll('-', ' '),
  }),
  Event: block('Event', {
    purpose: 'Something people can attend, with one Session for each time it runs.',
    props: z.strictObject({
      id: anchor.describe('The anchor of the event.'),
      title: line.describe('What the event is called.'),
      audience: line.describe('Whom it is meant for, in words: “Providers”.'),
      welcome: line.optional().describe('Who else may come, as a sentence.'),
      mode: z
        .enum(['online', 'in-person', 'phone'], { error: 'a mode: online, in-person or phone' })
        .describe('How people take part.'),
      place: line
        .optional()
        .describe(
          'Where people meet, with the address: “Te Papa, 55 Cable Street, Wellington”. Calendars show it. Where sessions are in different places, say it there.',
        ),
      sameContent: z
        .enum(['yes', 'no'], { error: '"yes" or "no"' })
        .describe('"yes" when each session covers the same, so that people come to one.'),
    }),
    holds: 'blocks',
    place: 'own-line',
  }),
  Session: block('Session', {
    purpose: 'One time at which an event runs.',
    props: z
      .strictObject({
        id: anchor.describe('The anchor of the session within its event.'),
        start: dayOrTime.describe(
          'When it starts, New Zealand time: 2026-05-19T11:00, or 2026-05-19 where it is all day.',
        ),
        end: dayOrTime
          .optional()
          .describe('When it ends. Of whole days the last one; left out, all of one day.'),
        place: line
          .optional()
          .describe(
            'Where people meet for this session, where that is not the place of the event.',
          ),
        register: link
          .optional()
          .describe('Where to register. Left out, no registration is needed.'),
        moved: moves
          .optional()
          .describe(
            'The day you moved the session to this time; keep its id. Readers see it, and calendars that have the session take the new time. After a second move, both days with a comma between.',
          ),
      })
      .refine(({ start, end }) => end !== undefined || isWholeDay(start), {
        path: ['end'],
        error: 'when the session ends, such as 2026-05-19T11:45',
      })
      .refine(({ start, end }) => end === undefined || isWholeDay(start) === isWholeDay(end), {
        path: ['end'],
        error: 'an end as the start is written: both with a time, or both as days',
      }),
    holds: 'nothing',
    place: 'own-line',
    within: ['Event'],
  }),
  Survey: block('Survey', {
    purpose: 'Questions people are asked to answer.',
    props: z.strictObject({
      title: line.describe('What the survey is called.'),
      url: link.optional().describe('Where to answer. Left out, people were sent their own link.'),
      closes: day.optional().describe('The last day to answer.'),
      reward: line.optional().describe('What people may win, as a sentence.'),
    }),
    holds: 'prose',
    place: 'own-line',
  }),
  Guidance: block('Guidance', {
    purpose: 'Quotes guidance, whole or one principle of it, so that nobody copies it.',
    props: z.strictObject({
      id: guidanceId.describe('The guidance to quote: the name of a file in guidance.'),
      principle: principleId.optional().describe('One principle of it. Left out, the whole page.'),
    }),
    holds: 'nothing',
    place: 'own-line',
    within: [
      'newsletters',
      'corrections',
      'Category',
      'Item',
      'For',
      'WebOnly',
      'EmailOnly',
      'knownIssues',
    ],
  }),
  Principle: block('Principle', {
    purpose: 'One rule of a guidance page, with an anchor of its own.',
    props: z.strictObject({
      id: anchor.describe('The anchor of the principle. It stays for ever.'),
      title: line.describe('The principle in two to five words.'),
    }),
    holds: 'prose',
    place: 'own-line',
    within: ['guidance'],
  }),
  KnownIssue: block('KnownIssue', {
    purpose: 'Shows a known issue and its status.',
    props: z.strictObject({
      id: knownIssueId.describe('The known issue to show: the name of a file in known-issues.'),
    }),
    holds: 'nothing',
    place: 'own-line',
  }),
  Release: block('Release', {
    purpose: 'Shows what a release changed.',
    props: z.strictObject({
      id: releaseId.describe('The release to show: the name of a file in releases.'),
    }),
    holds: 'nothing',
    place: 'own-line',
    within: ['newsletters', 'corrections', 'Category', 'Item', 'For', 'WebOnly', 'EmailOnly'],
  }),
  Callout: block('Callout', {
    purpose: 'Sets one thing apart that a reader must not miss.',
    props: z.strictObject({
      kind: z
        .enum(['note', 'warning'], { error: 'a kind: note or warning' })
        .describe('How urgent it is.'),
      title: line.describe('What the callout says in short.'),
    }),
    holds: 'prose',
    place: 'own-line',
  }),
  Button: block('Button', {
    purpose: 'The one link a reader should follow next.',
    props: z.strictObject({
      to: link.describe('Where it leads.'),
      label: linkWords.describe('What happens there, starting with a verb.'),
    }),
    holds: 'nothing',
    place: 'own-line',
  }),
  Picture: block('Picture', {
    purpose: 'A picture, with words for those who cannot see it.',
    props: z
      .strictObject({
        file: asks('picture', fileName).describe(
          'The picture: the name of a PNG or JPEG in the folder files.',
        ),
        alt: line
          .optional()
          .describe('What the picture tells, in words: all of it, for people who cannot see it.'),
        decorative: z
          .literal('yes', { error: '"yes", or no "decorative" at all' })
          .optional()
          .describe('"yes" where it tells nothing that the text does not, in place of "alt".'),
        caption: line
          .optional()
          .describe('Words that everybody reads beneath it, such as a credit.'),
        video: link
          .optional()
          .describe(
            'Where a video can be watched that this is a picture of. The picture leads there; “alt” says what the video shows, and how long it is.',
          ),
      })
      .refine(({ decorative, video }) => decorative === undefined || video === undefined, {
        path: ['decorative'],
        error: 'what the video shows, in alt="…", and no "decorative"',
        params: {
          found: 'both',
          remedy:
            'Remove decorative="…", and say in alt="…" what the video shows and how long it is.',
        },
      })
      .refine(({ alt, decorative }) => alt !== undefined || decorative !== undefined, {
        path: ['alt'],
        error: 'what the picture tells, in words, or decorative="yes" where it tells nothing',
      })
      .refine(({ alt = '' }) => !saysNoPicture.test(alt), {
        path: ['alt'],
        error: 'what the picture tells, in words: neither the name of its file nor “image”',
      })
      .refine(({ alt, decorative }) => alt === undefined || decorative === undefined, {
        path: ['decorative'],
        error: 'either "alt" or "decorative", not both',
        params: {
          found: 'both',
          remedy: 'Remove decorative="…" if the picture tells something, or else alt="…".',
        },
      }),
    holds: 'nothing',
    place: 'own-line',
  }),
  Pictures: block('Pictures', {
    purpose:
      'Two or three pictures side by side, such as before and after; one beneath the other where there is no room.',
    props: z.strictObject({}),
    holds: 'blocks',
    place: 'own-line',
  }),
  Attachments: block('Attachments', {
    purpose: 'Files to download: a list whose entries are links to files of the folder files.',
    props: z.strictObject({
      title: line.describe('What the files are for: “Forms for quarter 2”.'),
    }),
    holds: 'list',
    place: 'own-line',
  }),
  Quote: block('Quote', {
    purpose: 'What somebody said or wrote, and who it was; a whakataukī in both languages.',
    props: z.strictObject({
      by: line.describe(
        'Who said it, with role or organisation: “Principal, Te Kura o Awatea”. Name people only who agreed to it. Of a saying, what it is: “Whakataukī”.',
      ),
      mi: reoLine
        .optional()
        .describe(
          'The same in te reo Māori, such as a whakataukī. It stands above the English; write " / " where a line of verse ends.',
        ),
    }),
    holds: 'prose',
    place: 'own-line',
  }),
  Fold: block('Fold', {
    purpose:
      'Text that not everybody needs: folded on the web page until a reader opens it, and open in email, in print and in plain text.',
    props: z.strictObject({
      title: line.describe('What is inside, in a few words. Readers decide by it.'),
    }),
    holds: 'blocks',
    place: 'own-line',
  }),
  ComingUp: block('ComingUp', {
    purpose: 'What the next edition will bring, in an item whose title says so.',
    props: z.strictObject({
      edition: day.optional().describe('The date of the next edition, once it is known.'),
    }),
    holds: 'list',
    place: 'own-line',
  }),
  Reorua: block('Reorua', {
    purpose: 'Te reo Māori and English side by side.',
    props: z.strictObject({
      mi: reoLine.describe('The words in te reo Māori.'),
      en: line.describe('The same in English.'),
    }),
    holds: 'nothing',
    place: 'either',
    printed: ({ mi, en }) => `${mi}, ${en}`,
  }),
  Reo: block('Reo', {
    purpose: 'Marks a te reo Māori phrase, so that screen readers say it in its own language.',
    props: z.strictObject({
      mi: reoLine.describe('A phrase in te reo Māori within an English sentence.'),
    }),
    holds: 'nothing',
    place: 'sentence',
    printed: ({ mi }) => mi,
  }),
  Day: block('Day', {
    purpose: 'A date, printed with its weekday and year.',
    props: z.strictObject({
      on: day.describe('A date. The weekday and the year are worked out.'),
    }),
    holds: 'nothing',
    place: 'sentence',
    printed: ({ on }) => formatLongDate(on),
  }),
  Period: block('Period', {
    purpose: 'A range of dates, or from a time to a time, such as an outage.',
    props: z
      .strictObject({
        from: dayOrTime.describe('The first day, or when it starts: 2026-06-12T18:00.'),
        to: dayOrTime.describe('The last day, or when it ends: 2026-06-15T07:00.'),
      })
      .refine(({ from, to }) => isWholeDay(from) === isWholeDay(to), {
        path: ['to'],
        error: 'a "to" as "from" is written: both with a time, or both as days',
      }),
    holds: 'nothing',
    place: 'sentence',
    printed: ({ from, to }) => formatPeriod(from, to),
  }),
  WebOnly: block('WebOnly', {
    purpose: 'Shown on the web page and left out of email.',
    props: z.strictObject({}),
    holds: 'blocks',
    place: 'own-line',
  }),
  EmailOnly: block('EmailOnly', {
    purpose: 'Shown in email and left out of the web page.',
    props: z.strictObject({}),
    holds: 'blocks',
    place: 'own-line',
  }),
};

export type BlockName = keyof typeof contract;

/** The props of a block after parsing, all of them strings. */
export type BlockProps<Name extends BlockName> = z.output<(typeof contract)[Name]['props']>;

export const isBlockName = (name: string): name is BlockName => Object.hasOwn(contract, name);
