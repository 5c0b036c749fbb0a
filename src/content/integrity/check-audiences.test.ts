import { describe, expect, it } from 'vitest';
import { rm } from 'node:fs/promises';
import {
  contacts,
  edition,
  type Files,
  guidance,
  knownIssue,
  refusal,
  release,
  site,
  writeContent,
} from '../../testing/content/write-content.ts';
import { gatherContent } from '../reading/read-content.ts';

const both = (body: string) =>
  edition(body).replace(
    '  schools:',
    '  providers:\n    subject: Two things\n    preheader: And one to know.\n  schools:',
  );
const manager = contacts
  .replaceAll('service-desk', 'manager')
  .replace('[providers, schools]', '[providers]');
const forProviders: Files = {
  'contacts.yaml': `${contacts}${manager}`,
  'known-issues/ki-001.mdx': knownIssue,
  'known-issues/ki-002.mdx': knownIssue
    .replace('audiences: [schools]', 'audiences: [providers]')
    .replace('related: [ki-001]', 'related: []'),
  'guidance/shared.mdx': guidance(
    '<Principle id="ask" title="Ask">\n\nAsk <Contact id="manager" />.\n\n</Principle>\n\n<Principle id="other" title="Other">\n\nWords.\n\n</Principle>',
  ).replace('[providers]', '[providers, schools]'),
};

const item = (audience: string, inside: string) =>
  `<Item id="one" title="One" action="for-information"${audience && ` audience="${audience}"`}>\n\n${inside}\n\n</Item>`;

const problemsOf = (body: string) => problemsWith({ 'newsletters/2026-05-08.mdx': both(body) });

async function problemsWith(files: Files): Promise<string[]> {
  const folder = await writeContent({ ...forProviders, ...files });
  const { problems } = await gatherContent(folder);
  await rm(folder, { recursive: true });
  return problems.map(({ line, found }) => `${line}: ${found}`);
}

const named = [
  ['a contact', 'Ask <Contact id="manager" />.'],
  ['a contact as a card', '<Contact id="manager" />'],
  ['a known issue', '<KnownIssue id="ki-002" />'],
  ['guidance', '<Guidance id="families" />'],
  ['a contact in guidance', '<Guidance id="shared" principle="ask" />'],
  ['a link to a known issue', 'Read [it](/known-issues/ki-002/).'],
  ['a link to a contact', 'Ask [them](/contacts/#manager).'],
  ['a link to their own page', 'Read [it](/newsletters/2026-05-08/providers/).'],
] as const;

describe('what is for providers only', () => {
  it.each(named)('stays out of what schools get: %s', async (_, inside) => {
    for (const audience of ['schools', '']) {
      const problems = await problemsOf(item(audience, inside));
      expect(problems).toEqual([expect.stringMatching(/which is for providers only$/)]);
    }
  });

  it.each(named)('is said to providers: %s', async (_, inside) => {
    expect(await problemsOf(item('providers', inside))).toEqual([]);
    expect(await problemsOf(`<For audience="providers">\n\n${inside}\n\n</For>`)).toEqual([]);
  });

  it('leaves the rest of guidance that is for both', async () => {
    expect(await problemsOf(item('schools', '<Guidance id="shared" principle="other" />'))).toEqual(
      [],
    );
  });
});

describe('a reference for some readers only', () => {
  const providersOnly = release.replace('[providers, schools]', '[providers]');
  const cases: [string, Files, string[]][] = [
    [
      'whom to tell of a known issue',
      { 'known-issues/ki-001.mdx': knownIssue.replace('service-desk', 'manager') },
      ['11: "manager", which is for providers only'],
    ],
    [
      'the release that mends a known issue, and a release that names only what its readers are not told',
      { 'releases/as-cms-may.mdx': providersOnly },
      ['10: "as-cms-may", which is for providers only', '10: "ki-001", which is for schools only'],
    ],
    [
      'a known issue that looks like it',
      { 'known-issues/ki-001.mdx': knownIssue.replace('[ki-001]', '[ki-002]') },
      ['12: "ki-002", which is for providers only'],
    ],
    [
      'who keeps guidance true',
      {
        'guidance/school.mdx': guidance('Words.')
          .replace('[providers]', '[schools]')
          .replace('service-desk', 'manager'),
      },
      ['6: "manager", which is for providers only'],
    ],
    [
      'where to go instead of a contact',
      {
        'contacts.yaml': `${contacts}  notFor: [{ what: Your contract, instead: manager }]\n${manager}`,
      },
      ['8: "manager", which is for providers only'],
    ],
    [
      'whom the whole site names',
      { 'site.yaml': site.replace('contact: service-desk', 'contact: manager') },
      ['16: "manager", which is for providers only'],
    ],
    [
      'what stands in a known issue: a contact, a link or guidance',
      {
        'known-issues/ki-001.mdx': knownIssue.replace(
          'Look at',
          'Ask <Contact id="manager" />, or see [it](/known-issues/ki-002/).\n\n<Guidance id="families" />\n\nLook at',
        ),
      },
      [
        '15: <Contact>, which is for providers only',
        '15: a link to /known-issues/ki-002/, which is for providers only',
        '17: <Guidance>, which is for providers only',
      ],
    ],
    [
      'what stands in a release, by its address too',
      {
        'releases/as-cms-may.mdx': release.replace(
          'Your role',
          'See [it](/known-issues/ki-002/).\n\nYour role',
        ),
      },
      ['13: a link to /known-issues/ki-002/, which is for providers only'],
    ],
  ];
  it.each(cases)('is told in its own file: %s', async (_, files, expected) => {
    expect((await problemsWith(files)).toSorted()).toEqual(expected.toSorted());
  });

  it('may be one of several known issues, of which each reader is shown their own', async () => {
    const files = {
      'known-issues/ki-001.mdx': knownIssue
        .replace('[schools]', '[providers, schools]')
        .replace('[ki-001]', '[ki-002]'),
      'releases/as-cms-may.mdx': release.replace('[ki-001]', '[ki-001, ki-002]'),
    };
    expect(await problemsWith(files)).toEqual([]);
  });

  it('is told with what to do', async () => {
    const files = {
      ...forProviders,
      'known-issues/ki-001.mdx': knownIssue.replace('service-desk', 'manager'),
    };
    expect(await refusal(files)).toMatchInlineSnapshot(`
      "known-issues/ki-001.mdx:11
        Expected a contact that is for schools, as this is.
        Found "manager", which is for providers only.
        Name another contact, or add schools to the "audiences" of manager.

      1 problem. Nothing was changed."
    `);
  });
});
