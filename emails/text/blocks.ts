import {
  attendance,
  calendarLabel,
  eventCalendarLabel,
  movedWords,
  registerLabel,
} from '../../src/blocks/attendance.ts';
import { endOf, sessionWhen } from '../../src/blocks/session-times.ts';
import { calendarPage, deeper, resolveLink, type Context } from '../../src/rendering/context.ts';
import type { BlockName } from '../../src/blocks/contract.ts';
import { issueAsAt } from '../../src/rendering/issue-as-at.ts';
import { quotedGuidance } from '../../src/rendering/quoted-guidance.ts';
import { asAtNote } from '../../src/rendering/as-at-note.ts';
import { withdrawnNote } from '../../src/rendering/withdrawn-note.ts';
import { verseLines } from '../../src/document/verse-lines.ts';
import { outlineEntry } from '../../src/document/outline.ts';
import { isBlock, type Block } from '../../src/document/tree.ts';
import { anyPast, isPast, sessionOver } from '../../src/rendering/present.ts';
import { contactById, documentById } from '../../src/content/content.ts';
import { dateRows } from '../../src/content/views/date-rows.ts';
import { paths } from '../../src/content/paths.ts';
import { formatDate, formatLongDate, formatPeriod } from '../../src/dates/format.ts';
import { issueStatuses } from '../../src/schemas/known-issue.ts';
import { changesFor } from '../../src/rendering/changes-for.ts';
import type { Contact } from '../../src/schemas/contact.ts';
import { changeText } from './change-text.ts';
import { textOf, underDay } from './flow.ts';
import { itemLines } from './item-lines.ts';
import {
  addressed,
  bulleted,
  headed,
  headedAt,
  heavyRule,
  indented,
  paragraphs,
  rule,
  withAddresses,
} from './layout.ts';

type Renderers = {
  [Name in BlockName]: (
    node: Extract<Block, { name: Name }>,
    context: Context,
    inSentence: boolean,
  ) => string;
};

const inside = (node: Block, context: Context) => textOf(node.children, context);

const address = (words: string, to: string, context: Context) => ({
  words,
  url: resolveLink(to, context),
});

const action = (words: string, to: string, context: Context) =>
  addressed(address(words, to, context));

/** The plain-text rendering of the contract. */
export const textBlocks = {
  Greeting: ({ props }) => props.mi,
  SignOff: ({ props: { mi, role, roleMi, team } }) =>
    [mi, roleMi, team ? `${role}, ${team}` : role].filter(Boolean).join('\n'),
  For: inside,
  WebOnly: inside,
  EmailOnly: inside,
  Category: (node, context) =>
    paragraphs(heavyRule, headed(node.props.title), inside(node, deeper(context))),
  Item: (node, context) =>
    paragraphs(
      rule,
      headed(node.props.title),
      itemLines(outlineEntry(node), context.present).join('\n'),
      node.props.mi,
      inside(node, deeper(context)),
    ),
  Table: (node, context) => paragraphs(`${node.props.title}:`, inside(node, context)),
  Dates: (node, context) =>
    paragraphs(
      `${node.props.title}:`,
      dateRows(node)
        .map(({ when, to, words }) =>
          bulleted(
            [
              `${rendererOf(when.name)(when, context, true)}${isPast(to, context.present) ? ' (past)' : ''}`,
              underDay(words, context).replaceAll(/\n{2,}/g, '\n'),
            ].join('\n'),
          ),
        )
        .join('\n'),
    ),
  Checklist: (node, context) =>
    paragraphs(
      `${node.props.title}:`,
      textOf(node.children, context, '[ ] '),
      node.props.exception,
    ),
  Contact: ({ props: { id } }, context, inSentence) => {
    const contact = contactById(context.content, id);
    const { name, mi, people, summary, phone, phoneNote, email, hours } = contact;
    if (inSentence) return email ?? phone ?? name;
    return [
      name,
      mi,
      summary,
      phone && `Phone: ${phone}${phoneNote ? ` (${phoneNote})` : ''}`,
      email && `Email: ${email}`,
      hours && `Hours: ${hours}`,
      ...people.map((person) => bulleted(personText(person))),
    ]
      .filter(Boolean)
      .join('\n');
  },
  Event: (node, context) => {
    const sessions = node.children.filter((child) => isBlock(child, 'Session'));
    const words = node.children.filter((child) => !isBlock(child, 'Session'));
    const page = calendarPage(context);
    return paragraphs(
      headedAt(context.level)(node.props.title),
      textOf(words, deeper(context)),
      attendance(node.props, sessions),
      textOf(sessions, { ...context, event: node.props }),
      page !== undefined && sessions.length > 1 && !anyPast(sessions, context.present)
        ? action(
            eventCalendarLabel(sessions.length),
            paths.eventCalendar(page, node.props.id),
            context,
          )
        : undefined,
    );
  },
  Session: ({ props }, context) => {
    const { id, start, place, register, moved } = props;
    const { times, days } = sessionWhen(props);
    const page = calendarPage(context);
    const when = [times, days, place, movedWords(moved)];
    if (isPast(endOf(props).slice(0, 10), context.present))
      return paragraphs(when.filter(Boolean).join('\n'), sessionOver);
    return paragraphs(
      when.filter(Boolean).join('\n'),
      register ? action(registerLabel(start), register, context) : 'No need to register',
      page &&
        context.event &&
        action(calendarLabel(start), paths.sessionCalendar(page, context.event.id, id), context),
    );
  },
  Survey: (node, context) => {
    const { title, url, closes, reward } = node.props;
    const closed = isPast(closes, context.present);
    return paragraphs(
      inside(node, context),
      reward,
      closes && `${closed ? 'Closed' : 'Closes'} ${formatLongDate(closes)}`,
      url && !closed ? action(`Answer the ${title}`, url, context) : undefined,
    );
  },
  Guidance: ({ props }, context) => {
    const { page, living, nodes, anchor } = quotedGuidance(
      props,
      context,
      // Plain text of an edition's page is what the page is held against.
      context.edition === 'page' ? 'web' : 'email',
    );
    const { title, lastReviewed } = page.data;
    const reviewed = `${formatDate(lastReviewed)}${asAtNote(lastReviewed, context)}`;
    const source = address(title, `${paths.guidance(page.id)}${anchor}`, context);
    return paragraphs(
      textOf(nodes, { ...context, quotedFrom: paths.guidance(page.id) }),
      withAddresses(
        `From the guidance ${title}, last reviewed ${reviewed}.${withdrawnNote(living, context)}`,
        [source],
      ),
    );
  },
  Principle: (node, context) =>
    paragraphs(headedAt(context.level)(node.props.title), inside(node, deeper(context))),
  KnownIssue: ({ props }, context) => {
    const { id, data } = documentById(context.content.knownIssues, props.id);
    const { status, lastUpdated } = issueAsAt(data, context);
    return paragraphs(
      `[${issueStatuses[status].toUpperCase()}]`,
      action(`${id.toUpperCase()}: ${data.title}`, paths.knownIssue(id), context),
      data.whatYouSee,
      `Updated ${formatDate(lastUpdated)}${asAtNote(lastUpdated, context)}`,
    );
  },
  Release: ({ props }, context) => {
    const { id, data } = documentById(context.content.releases, props.id);
    return paragraphs(
      withAddresses(
        `${data.title}, in use from ${formatLongDate(data.effective)}. ${data.summary}`,
        [address(data.title, paths.release(id), context)],
      ),
      changesFor(data, context)
        .map((change) => changeText(change, context))
        .join('\n'),
    );
  },
  Callout: (node, context) => {
    const { kind, title } = node.props;
    return paragraphs(`${kind === 'warning' ? 'WARNING: ' : ''}${title}`, inside(node, context));
  },
  Button: ({ props: { to, label } }, context) => action(label, to, context),
  // Brackets set what a picture tells apart from the words around it; a decorative one is left out.
  Picture: ({ props: { alt, caption, video } }, context) =>
    paragraphs(
      video ? action(`[${alt}] Watch the video`, video, context) : alt && `[${alt}]`,
      caption,
    ),
  Pictures: (node, context) => inside(node, context),
  Attachments: (node, context) => paragraphs(`${node.props.title}:`, inside(node, context)),
  Quote: (node, context) => {
    const { by, mi } = node.props;
    const verse = mi === undefined ? undefined : verseLines(mi).join('\n');
    return indented(paragraphs(verse, inside(node, context), `– ${by}`), 4);
  },
  Fold: (node, context) => paragraphs(node.props.title, inside(node, context)),
  ComingUp: (node, context) => {
    const { edition } = node.props;
    return paragraphs(edition && `Next edition: ${formatLongDate(edition)}`, inside(node, context));
  },
  Reorua: ({ props: { mi, en } }, _context, inSentence) =>
    inSentence ? `${mi} (${en})` : `${mi}\n${en}`,
  Reo: ({ props }) => props.mi,
  Day: ({ props }) => formatLongDate(props.on),
  Period: ({ props }) => formatPeriod(props.from, props.to),
} satisfies Renderers;

const personText = ({ role, mi, duties, phone, email }: Contact['people'][number]) =>
  [role, mi, duties, phone && `Phone: ${phone}`, email && `Email: ${email}`]
    .filter(Boolean)
    .join('\n');

/* A method, so that a renderer which takes the node of its own name stands for one that takes any. */
interface AnyRenderer {
  render(node: Block, context: Context, inSentence: boolean): string;
}

/** The function that renders blocks of this name as text. */
export const rendererOf = (name: BlockName): AnyRenderer['render'] => textBlocks[name];
