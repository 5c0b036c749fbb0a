import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withUnsaved } from '../../content/reading/unsaved.ts';
import { addDays } from '../../dates/plain-date.ts';
import {
  contacts,
  edition,
  glossary,
  guidance,
  knownIssue,
  site,
  writeContent,
} from '../../testing/content/write-content.ts';
import { randomFrom } from '../../testing/random-from.ts';
import { rules } from '../rules/all-rules.ts';
import { checkContent } from './check-content.ts';
import { keepChecks } from './report-on-changed.ts';

const examples = rules.flatMap(({ failing: { example } }) =>
  typeof example === 'string' ? [example] : [],
);
/* What each rule finds at fault. Words alone change nothing for any other page, and most edits are such. */
const prose = [...examples.filter((text) => !/[#<\]]/.test(text)), 'The Service Desk (SD) helps.'];
/* What other pages lead to, or what leads to them. */
const more = [
  ...examples,
  '## Meetings\n\nThe team meets on Tuesday.',
  'Read [about meetings](/guidance/page-1/#meetings) and [more](/guidance/page-2/).',
  'Quote it: <Guidance id="page-1" />',
  'Who <is this',
  '<KnownIssue id="ki-001" />',
];

it('finds after any edits what a check finds that keeps nothing', async () => {
  const random = randomFrom(15);
  const anyOf = <One>(all: readonly One[]) => all[Math.floor(random() * all.length)];
  const sometimes = () => random() < 0.2;
  const text = () => [anyOf(prose), anyOf(sometimes() ? more : prose)].join('\n\n');
  const asDraft = (source: string) =>
    sometimes() ? source.replace('---\n', '---\nstate: draft\n') : source;
  const editionOn = (date: string) =>
    asDraft(
      edition(text())
        .replace('2026-05-08', date)
        .replace('One thing to do', sometimes() ? `Two things, ${date}` : 'One thing to do'),
    );
  const page = () =>
    asDraft(guidance(text()).replace('2027-05-03', sometimes() ? '2026-05-02' : '2027-05-03'));
  const makers: Record<string, () => string | undefined> = {
    'guidance/page-1.mdx': page,
    'guidance/page-2.mdx': () => (sometimes() ? undefined : page()),
    'known-issues/ki-001.mdx': () =>
      knownIssue.replace('2026-05-07', anyOf(['2026-05-07', '2026-01-07']) ?? ''),
    'glossary.yaml': () =>
      random() < 0.5
        ? glossary
        : `${glossary}sd:\n  term: SD\n  expansion: school day\n  meaning: A day.\n`,
    'contacts.yaml': () =>
      random() < 0.5 ? contacts : contacts.replace('0800 555 010', '0800 555 011'),
    'kupu.yaml': () => (random() < 0.5 ? 'words: [whānau]\n' : undefined),
    'site.yaml': () => site.replace('Wellington', anyOf(['Wellington', 'Porirua']) ?? ''),
  };
  for (let number = 0; number < 4; number++) {
    const date = addDays('2026-05-08', 7 * number);
    makers[`newsletters/${date}.mdx`] = () => editionOn(date);
  }
  const names = Object.keys(makers);
  const first = Object.fromEntries(names.map((name) => [name, makers[name]?.()]));
  const folder = await writeContent({ ...first, 'site.yaml': site });
  const kept = keepChecks(folder);
  const rulesFound = new Set<string>();
  for (let turn = 0; turn < 40; turn++) {
    const name = anyOf(names) ?? '';
    const source = makers[name]?.();
    const file = join(folder, name);
    const isTyped = source !== undefined && random() < 0.5;
    if (source === undefined) await rm(file, { force: true });
    else if (!isTyped) await writeFile(file, source);
    const options = {
      folder,
      for: random() < 0.5 ? ('send' as const) : ('draft' as const),
      ...(random() < 0.6 && source !== undefined && name !== 'site.yaml' && { files: [file] }),
    };
    const unsaved = new Map(isTyped ? [[file, source]] : []);
    const [again, anew] = await withUnsaved(unsaved, async () => [
      await checkContent({ ...options, kept }),
      await checkContent(options),
    ]);
    expect(again, `turn ${turn}, ${name}`).toEqual(anew);
    for (const { rule } of [...anew.findings, ...anew.inDrafts]) rulesFound.add(rule);
  }
  await rm(folder, { recursive: true });
  for (const rule of ['document/refused', 'mail/subject', 'acronym/conflict'])
    expect(rulesFound).toContain(rule);
});

it('reads no page again that stands as it was', async () => {
  const folder = await writeContent({ 'guidance/page-1.mdx': guidance('Kia ora.') });
  const kept = keepChecks(folder);
  const file = join(folder, 'newsletters', '2026-05-08.mdx');
  await checkContent({ folder, for: 'send', kept });
  const before = new Map(kept.reports);
  await writeFile(file, edition('Kia ora koutou.'));
  await checkContent({ folder, for: 'send', kept });
  await rm(folder, { recursive: true });
  const made = [...kept.reports].filter(([name, one]) => before.get(name) !== one);
  expect(before.size).toBeGreaterThan(5);
  expect(made.map(([name]) => name)).toEqual([file]);
});

it('looks again at a page that stands as it was, where what it speaks of is changed', async () => {
  const linked = '## Meetings\n\nThe team meets on Tuesday.';
  const speaks = `${linked}\n\nRead [about meetings](/guidance/page-2/#meetings). The Service Desk (SD) helps. Ask the whanau.`;
  const folder = await writeContent({
    'guidance/page-1.mdx': guidance(speaks),
    'guidance/page-2.mdx': guidance(linked),
  });
  const kept = keepChecks(folder);
  const file = join(folder, 'guidance', 'page-1.mdx');
  const options = { folder, for: 'send' as const };
  const changes: Record<string, string> = {
    'guidance/page-2.mdx': guidance(linked.replace('Meetings', 'Where we meet')),
    'glossary.yaml': `${glossary}sd:\n  term: SD\n  expansion: school day\n  meaning: A day.\n`,
    'kupu.yaml': 'words: [whānau]\n',
    'newsletters/2027-06-04.mdx': edition('Kia ora.').replace('2026-05-08', '2027-06-04'),
  };
  const findingsOf = async () => {
    const [again, anew] = [await checkContent({ ...options, kept }), await checkContent(options)];
    expect(again).toEqual(anew);
    return anew.findings.filter((one) => one.file === file);
  };
  let before = await findingsOf();
  for (const [name, source] of Object.entries(changes)) {
    await writeFile(join(folder, name), source);
    const now = await findingsOf();
    expect(now, name).not.toEqual(before);
    before = now;
  }
  await rm(folder, { recursive: true });
});
