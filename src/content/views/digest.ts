import { movedWords } from '../../blocks/attendance.ts';
import { sessionWhen } from '../../blocks/session-times.ts';
import { formatLongDate, formatPeriod } from '../../dates/format.ts';
import { firstSentence, withoutLinks } from '../../document/first-sentence.ts';
import { type OutlineEntry, outlineOf, partsOf } from '../../document/outline.ts';
import { type BlockOf, eachBlock, type Flow, type Inline, isBlock } from '../../document/tree.ts';
import { variantFor } from '../../document/variant.ts';
import type { Audience } from '../../publication/site.ts';
import { dateRows } from './date-rows.ts';
import type { Mailing } from './mailings.ts';

/** An item as a digest has it: what a list of contents says, and one line of what it says itself. */
export type DigestEntry = OutlineEntry & {
  /** Its first sentence; empty where no paragraph opens it. */
  line: readonly Inline[];
};

/** Something with a day: a session, a row of key dates, the end of a survey, a day to keep free. */
export interface DigestDate {
  /** YYYY-MM-DD, or YYYY-MM-DDTHH:MM. */
  start: string;
  /** When it is, in lines: "11am to 11:45am", "Tuesday 19 May 2026". */
  when: readonly string[];
  /** What it is about, where its own words say so. */
  words: readonly Inline[];
  /** What is at the place where it is explained; nothing of what stands outside all items. */
  link: string | undefined;
  /** The item that explains it; nothing of what stands outside all items. */
  item: string | undefined;
  /** Where it is, and that it was moved. */
  more: readonly string[];
}

/** What a digest promises its reader: how the edition opens, what is due, what is when, and what else is in it. */
export interface Digest {
  lead: readonly Flow[];
  outline: readonly DigestEntry[];
  /** By time. */
  dates: readonly DigestDate[];
}

/** How an edition opens: all that stands before its first item, whoever that is for. */
export function leadOf(body: readonly Flow[]): readonly Flow[] {
  const at = body.findIndex((node) => isBlock(node, 'Item') || isBlock(node, 'Category'));
  return at < 0 ? body : body.slice(0, at);
}

/** The digest of an edition for one audience: made of what that audience gets by email, and of nothing else. */
export function digestOf(mailing: Mailing, audience: Audience): Digest {
  const reader = { audience, channel: 'email' } as const;
  const body = mailing.whole(mailing.body, audience);
  const lead = leadOf(body);
  const rest = variantFor(body.slice(lead.length), reader);
  const lines = new Map(
    partsOf(rest).flatMap(({ node }) =>
      isBlock(node, 'Item') ? [[node.props.id, firstSentence(node.children)] as const] : [],
    ),
  );
  const outline = outlineOf(rest);
  return {
    lead: variantFor(lead, reader),
    outline: outline.map((entry) => ({ ...entry, line: lines.get(entry.id) ?? [] })),
    dates: partsOf(rest)
      .flatMap(({ node }) =>
        datesIn(
          node,
          outline.find(({ id }) => isBlock(node, 'Item') && id === node.props.id),
        ),
      )
      .toSorted((a, b) => a.start.localeCompare(b.start)),
  };
}

function datesIn(part: Flow, item: OutlineEntry | undefined): DigestDate[] {
  const around = { words: [], link: item?.title, item: item?.id, more: [] };
  const told = eachBlock([part]).flatMap((block): DigestDate[] => {
    switch (block.name) {
      case 'Event':
        return block.children.flatMap((child) =>
          isBlock(child, 'Session')
            ? [{ ...around, ...sessionDate(child), link: block.props.title }]
            : [],
        );
      case 'Dates':
        return dateRows(block).map(({ when, from, words }) => ({
          ...around,
          start: from,
          when: [dayWords(when)],
          words: firstWords(words),
        }));
      case 'Survey': {
        const { closes, title } = block.props;
        if (closes === undefined) return [];
        const link = `The ${title} closes`;
        return [{ ...around, start: closes, when: [formatLongDate(closes)], link }];
      }
      default:
        return [];
    }
  });
  if (told.length > 0) return told;
  // Of what people are to keep a date for, the days that its text names.
  return (item?.times ?? []).map(({ start, lastDay }) => ({
    ...around,
    start,
    when: [start === lastDay ? formatLongDate(start) : formatPeriod(start, lastDay)],
  }));
}

function sessionDate({ props }: BlockOf<'Session'>) {
  const { times, days } = sessionWhen(props);
  return {
    start: props.start,
    when: [times, days],
    more: [props.place, movedWords(props.moved)].flatMap((line) => line ?? []),
  };
}

const dayWords = (when: BlockOf<'Day'> | BlockOf<'Period'>) =>
  isBlock(when, 'Day')
    ? formatLongDate(when.props.on)
    : formatPeriod(when.props.from, when.props.to);

function firstWords([first]: readonly Flow[]): Inline[] {
  return first?.type === 'paragraph' ? withoutLinks(first.children) : [];
}
