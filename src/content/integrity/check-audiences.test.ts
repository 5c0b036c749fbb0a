import { describe, expect, it } from 'vitest';
import { rm } from 'node:fs/promises';
import {
  contacts,
  edition,
  type Files,
  guidance,
  knownIssue,
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
  'known-issues/ki-002.mdx': knownIssue.replace('audiences: [schools]', 'audiences: [providers]'),
  'known-issues/ki-003.mdx': knownIssue
    .replace('audiences: [schools]', 'audiences: [providers, schools]')
    .replace('Look at your role first.', '<Guidance id="families" />'),
  'guidance/shared.mdx': guidance(
    '<Principle id="ask" title="Ask">\n\nAsk <Contact id="manager" />.\n\n</Principle>\n\n<Principle id="other" title="Other">\n\nWords.\n\n</Principle>',
  ).replace('[providers]', '[providers, schools]'),
};

const item = (audience: string, inside: string) =>
  `<Item id="one" title="One" action="for-information"${audience && ` audience="${audience}"`}>\n\n${inside}\n\n</Item>`;

async function problemsOf(body: string): Promise<string[]> {
  const folder = await writeContent({ ...forProviders, 'newsletters/2026-05-08.mdx': both(body) });
  const { problems } = await gatherContent(folder);
  await rm(folder, { recursive: true });
  return problems.map(({ line, found }) => `${line}: ${found}`);
}

const named = [
  ['a contact', 'Ask <Contact id="manager" />.'],
  ['a contact as a card', '<Contact id="manager" />'],
  ['a known issue', '<KnownIssue id="ki-002" />'],
  ['guidance', '<Guidance id="families" />'],
  ['guidance in a known issue', '<KnownIssue id="ki-003" />'],
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

describe('a known issue', () => {
  const problemsWith = async (files: Files) => {
    const folder = await writeContent({ ...forProviders, ...files });
    const { problems } = await gatherContent(folder);
    await rm(folder, { recursive: true });
    return problems.map(({ line, expected, found, remedy }) => ({ line, expected, found, remedy }));
  };

  it('names nobody and nothing that its readers should not hear of, in its keys and its text', async () => {
    const problems = await problemsWith({
      'known-issues/ki-004.mdx': knownIssue
        .replace(/reportTo: .*/, 'reportTo: manager')
        .replace(
          'Look at your role first.',
          'Ask <Contact id="manager" />, or see [it](/known-issues/ki-002/).',
        ),
    });
    expect(problems.map(({ line, found }) => `${line}: ${found}`)).toMatchInlineSnapshot(`
      [
        "11: "reportTo: manager", which is for providers only",
        "15: <Contact>, which is for providers only",
        "15: a link to /known-issues/ki-002/, which is for providers only",
      ]
    `);
    expect(problems[0]).toMatchInlineSnapshot(`
      {
        "expected": "only what is for schools, as the known issue is",
        "found": ""reportTo: manager", which is for providers only",
        "line": 11,
        "remedy": "Name another one, or add schools to its "audiences".",
      }
    `);
  });

  it('may name what is for its readers and for others', async () => {
    expect(
      await problemsWith({
        'known-issues/ki-004.mdx': knownIssue
          .replace('audiences: [schools]', 'audiences: [providers]')
          .replace(/reportTo: .*/, 'reportTo: manager')
          .replace('Look at your role first.', 'See [it](/known-issues/ki-002/).'),
      }),
    ).toEqual([]);
  });
});
