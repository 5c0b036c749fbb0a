import { randomFrom } from '../random-from.ts';

/** Who may see a word: everybody, one audience, and of those only on the web or in email. */
type Reader = 'all' | 'providers' | 'schools';
const audiences = ['providers', 'schools'] as const;
type Channel = 'both' | 'web' | 'email';

const readersOf = (reader: Reader) => (reader === 'all' ? 'providers, schools' : reader);

/** A known issue that editions quote where only its own readers are told of it: see `randomEdition`. */
export const quotedIssue = (reader: Reader): string => `---
title: Symptom ${reader}both90001
status: partly-fixed
system: AS-CMS
area: Cases
audiences: [${readersOf(reader)}]
whatYouSee: The list says ${reader}both90002.
firstReported: 2025-04-01
lastUpdated: 2025-12-01
reportTo: ${reader === 'all' ? 'desk' : `team-${reader}`}
fixedIn: release-${reader}
related: [ki-${reader === 'all' ? 'providers, ki-schools' : 'all'}]
---

Meanwhile look at ${reader}both90003.
`;

/** A release that editions quote to its readers, which names a known issue of each audience. */
export const quotedRelease = (reader: Reader): string => `---
title: Release ${reader}both90004
system: AS-CMS
effective: 2025-12-01
summary: It mends much, ${reader}both90005.
audiences: [${readersOf(reader)}]
changes:
  - kind: fixed
    text: Much is mended, ${reader}both90006.
    knownIssues: [ki-all${reader === 'all' ? ', ki-providers, ki-schools' : `, ki-${reader}`}]
---

Your role decides what you see.
`;

/** Guidance that editions quote to its readers, whole or by its principle. */
export const quotedGuidance = (reader: Reader): string => `---
title: Advice ${reader}both90007
summary: It helps with ${reader}both90007.
audiences: [${readersOf(reader)}]
topic: Cases
owner: ${reader === 'all' ? 'desk' : `team-${reader}`}
lastReviewed: 2025-12-01
nextReview: 2027-12-01
---

<Principle id="first" title="First ${reader}both90008">

Then ${reader}both90009.${reader === 'all' ? '' : ` Ask <Contact id="team-${reader}" />.`}

</Principle>
`;

/** The contacts that editions name: two for everybody, and a team of each audience. */
export const namedContacts = `desk:
  name: Service Desk
  summary: For anything.
  audiences: [providers, schools]
  phone: 0800 422 599
  email: desk@ministry.example
manager:
  name: Relationship Manager
  summary: Your main contact.
  audiences: [providers, schools]
${audiences
  .map(
    (reader) => `team-${reader}:
  name: Team ${reader}both90000
  summary: For some.
  audiences: [${reader}]
  email: team@ministry.example
`,
  )
  .join('')}`;

/**
 * An edition of random structure in MDX. Every word that counts names who may see it: "providersboth7"
 * is for providers on the page and in email, "allweb8" for everybody on the page.
 * @param digests the audiences that get it as a digest
 */
export function randomEdition(seed: number, date: string, digests: readonly string[] = []): string {
  const random = randomFrom(seed);
  const pick = <Value>(...values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(random() * values.length)] ?? values[0];
  let count = 0;
  const word = (reader: Reader, channel: Channel) => `${reader}${channel}${++count}`;

  const table = (said: () => string) => {
    const row = () => `| ${said()} | $${pick('12.50', '1,000')} | [${said()}](/newsletters/) |`;
    const head = pick(
      () => `| ${said()} | ${said()} | ${said()} |`,
      () => '| | | |',
    );
    return [head(), '| --- | --: | --- |', row(), row()].join('\n');
  };
  const prose = (reader: Reader, channel: Channel): string => {
    const said = () => word(reader, channel);
    return pick(
      () => `Some words ${said()} and **${said()}**, on <Day on="2026-05-1${pick(0, 1, 2)}" />.`,
      () => `- ${said()}\n- ${said()}\n  - ${said()}`,
      () => `1. ${said()} by ${pick('9am', '3:30pm')}\n2. ${said()} for $${pick('12.50', '1,000')}`,
      () => `> ${said()} in 2026. And ${said()}.`,
      () =>
        `See [${said()}](/newsletters/${date}/) and [${said()}](https://ministry.example/${said()}).`,
      () => `[${said()}](https://ministry.example/${said()})`,
      () => `### ${said()}\n\n${said()}`,
      () => table(said),
      () => `Write to <Contact id="desk" /> about ${said()}, or ask <Contact id="manager" />.`,
      () =>
        `${said()} ${'long words that wrap about - and 7. again '.repeat(pick(1, 2, 3))}${said()}`,
    )();
  };
  const block = (reader: Reader, channel: Channel): string => {
    const said = () => word(reader, channel);
    return pick(
      () => prose(reader, channel),
      () =>
        `<Callout kind="${pick('note', 'warning')}" title="${said()}">\n\n${said()}\n\n</Callout>`,
      () =>
        `<Checklist title="${said()}" exception="${said()}">\n\n- ${said()}\n- ${said()}\n\n</Checklist>`,
      () => `<Table title="${said()}">\n\n${table(said)}\n\n</Table>`,
      () =>
        `<Dates id="dates-${++count}" title="${said()}">\n\n- <Period from="2026-07-06" to="2026-07-1${pick(7, 8)}" /> ${said()}\n- <Day on="2026-06-30" /> [${said()}](/newsletters/)\n\n</Dates>`,
      () => `<KnownIssue id="ki-${reader}" />`,
      () => `<Release id="release-${reader}" />`,
      () => `<Guidance id="advice-${reader}"${pick('', ' principle="first"')} />`,
      () => `Ask <Contact id="${reader === 'all' ? 'desk' : `team-${reader}`}" /> about ${said()}.`,
      () => `<Contact id="${reader === 'all' ? 'manager' : `team-${reader}`}" />`,
      () => `<Button to="/newsletters/" label="Go to ${said()}" />`,
      () =>
        `<Survey title="${said()}" url="https://ministry.example/${said()}" closes="2026-06-0${pick(1, 2)}" reward="${said()}">\n\n${said()}\n\n</Survey>`,
      () => `<Reorua mi="${said()}" en="${said()}" />`,
      () =>
        `<Quote by="${said()}"${pick('', ` mi="${said()} / ${said()}"`)}>\n\n${said()}\\\n${said()}\n\n</Quote>`,
      () =>
        `<Event id="event-${++count}" title="${said()}" audience="${said()}" mode="online" sameContent="yes">\n\n${said()}\n\n<Session id="one" start="2026-05-19T1${pick(0, 1)}:00" end="2026-05-19T12:45" register="https://ministry.example/${said()}" />\n\n</Event>`,
    )();
  };
  const marked = (reader: Reader): string =>
    pick(
      () => block(reader, 'both'),
      () => block(reader, 'both'),
      () => `<WebOnly>\n\n${block(reader, 'web')}\n\n</WebOnly>`,
      () => `<EmailOnly>\n\n${block(reader, 'email')}\n\n</EmailOnly>`,
    )();
  const content = (reader: Reader): string => {
    if (reader !== 'all') return marked(reader);
    const other = pick<Reader>('providers', 'schools');
    return random() < 0.7
      ? marked('all')
      : `<For audience="${other}">\n\n${marked(other)}\n\n</For>`;
  };
  const several = (reader: Reader) =>
    Array.from({ length: pick(1, 2, 3) }, () => content(reader)).join('\n\n');
  /* In a category it is for the readers of the category, or for some of them. */
  const item = (
    of: Reader = 'all',
    reader = of === 'all' ? pick<Reader>('all', ...audiences) : of,
  ): string => {
    const said = () => word(reader, 'both');
    const props = [
      `id="item-${++count}" title="${said()}"`,
      pick(
        `action="action-required" task="${said()}" due="2026-05-2${pick(0, 1, 2)}" who="${said()}"`,
        `action="action-required" task="${said()}"`,
        `action="have-your-say"`,
        `action="for-information"`,
      ),
      reader === of ? '' : `audience="${reader}"`,
    ].join(' ');
    return `<Item ${props}>\n\n${several(reader)}\n\n</Item>`;
  };
  const formOf = (reader: Reader) => (digests.includes(reader) ? '    form: digest\n' : '');
  const letter = () => several('all').replaceAll(/^### /gm, '## ');
  // Some have words between their items, or after them.
  const part = () => (random() < 0.3 ? `${item()}\n\n${letter()}` : item());
  /* Its words are for those who get one of its items. */
  const category = (): string => {
    const of = pick<Reader>('all', ...audiences);
    const shown = of === 'all' ? pick<Reader>('all', ...audiences) : of;
    const words = () => (random() < 0.4 ? `${marked(shown)}\n\n` : '');
    const items = Array.from({ length: pick(1, 2) }, () => words() + item(of, shown));
    const props = `title="${word(shown, 'both')}"${of === 'all' ? '' : ` audience="${of}"`}`;
    return `<Category ${props}>\n\n${items.join('\n\n')}\n\n</Category>`;
  };
  return `---
date: ${date}
summary: Words of chance.
bulletins:
  providers:
    subject: Subject ${word('providers', 'email')}
    preheader: Preheader ${word('providers', 'both')}
${formOf('providers')}  schools:
    subject: Subject ${word('schools', 'email')}
    preheader: Preheader ${word('schools', 'both')}
${formOf('schools')}---

<Greeting mi="Kia ora" />

${letter()}

${[
  ...Array.from({ length: pick(1, 3, 5) }, part),
  ...Array.from({ length: pick(0, 1, 3) }, category),
].join('\n\n')}
${pick('', '\n<SignOff mi="Ngā mihi" role="Manager" />\n')}`;
}
