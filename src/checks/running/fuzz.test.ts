import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contacts, edition, glossary, site } from '../../testing/content/write-content.ts';
import { checkContent } from './check-content.ts';
import { describeReport, githubAnnotations } from '../describe-report.ts';
import type { CheckReport } from '../finding.ts';
import { fixContent } from './fix-content.ts';
import { randomFrom } from '../../testing/random-from.ts';

const sample = fileURLToPath(new URL('../../../content/', import.meta.url));
let folder: string;
let seeds: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panui-fuzz-'));
  await writeFile(join(folder, 'site.yaml'), site);
  await writeFile(join(folder, 'contacts.yaml'), contacts);
  await writeFile(join(folder, 'glossary.yaml'), glossary);
  await writeFile(join(folder, 'kupu.yaml'), await readFile(join(sample, 'kupu.yaml')));
  seeds = await Promise.all(
    [
      'newsletters/2026-05-08.mdx',
      'newsletters/2026-04-10.mdx',
      'guidance/home-education.mdx',
      'releases/as-cms-2026-05-07.mdx',
    ].map((path) => readFile(join(sample, path), 'utf8')),
  );
});
afterAll(() => rm(folder, { recursive: true }));

/** Dice that fall the same way for the same seed. */
function dice(seed: number): (sides: number) => number {
  const random = randomFrom(seed);
  return (sides) => Math.floor(random() * sides);
}

/** Checks a text as an edition; every finding has to stand within it. */
async function check(
  text: string | Buffer,
  path = 'newsletters/2026-05-08.mdx',
): Promise<CheckReport> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  const report = await checkContent({ folder, for: 'send', files: [file] });
  const lines = String(text).replaceAll(/\r\n?/g, '\n').split('\n').length;
  for (const { line, column, message } of report.findings) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(message).toMatch(/\S/);
  }
  expect(describeReport(report)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect(describeReport(report)).not.toContain('\u001b');
  githubAnnotations(report);
  await fixContent({ folder, for: 'send', files: [file] });
  return report;
}

const errors = ({ findings }: CheckReport) =>
  findings.filter(({ severity }) => severity === 'error');

/* Milliseconds of processor time: what a pattern that doubles with each letter can never keep to. */
const patience = 60_000;

describe('any text at all', () => {
  it('is refused where it is empty or no text', async () => {
    expect(
      errors(await check(''))
        .map(({ message }) => message)
        .join(),
    ).toContain('an empty file');
    const roll = dice(1);
    for (let round = 0; round < 20; round++) {
      const bytes = Buffer.from(Array.from({ length: 1 + roll(3000) }, () => roll(256)));
      expect(errors(await check(bytes)).length).toBeGreaterThan(0);
    }
    expect(errors(await check(Buffer.from([0xff, 0xfe, 0x00])))[0]?.message).toContain('UTF-8');
  });

  it.each([
    ['one long line', 'a'.repeat(10_000_000)],
    ['ten million spaces', ' '.repeat(10_000_000)],
    ['words', 'Kia ora e te whanau, 12-1pm on 8/5. '.repeat(290_000)],
    ['opening tags', '<Item>'.repeat(1_700_000)],
    ['brackets', '[('.repeat(5_000_000)],
    ['stars', '**a '.repeat(2_500_000)],
  ])('is answered at ten megabytes: %s', { timeout: 120_000 }, async (_, text) => {
    const start = process.cpuUsage();
    expect(errors(await check(edition(text))).length).toBeGreaterThan(0);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(patience);
  });

  it.each([
    ['a run of digits', '1'.repeat(60_000)],
    ['a run of letters', 'a'.repeat(60_000)],
    ['capitals', 'A'.repeat(60_000)],
    ['capitals apart', 'A '.repeat(30_000)],
    ['vowels', 'ā e '.repeat(15_000)],
    ['hyphens', 'a-'.repeat(30_000)],
    ['digits and hyphens', '1-'.repeat(30_000)],
    ['weekdays', 'Monday, '.repeat(8_000)],
    ['days', '1, 2 and '.repeat(8_000)],
    ['times', '1am to '.repeat(8_000)],
    ['at signs', 'a@a.'.repeat(15_000)],
    ['dots', 'a.'.repeat(30_000)],
    ['quotation marks', '“'.repeat(30_000)],
    ['straight quotation marks', '" '.repeat(30_000)],
    ['brackets', '[ '.repeat(30_000)],
    ['parentheses', '(A) '.repeat(15_000)],
    ['spaces', `a${' '.repeat(60_000)}b`],
    ['links', '[here](#) '.repeat(5_000)],
    ['entities', '&amp;'.repeat(12_000)],
    ['list entries', '\n- Entry'.repeat(6_000)],
    ['Contracts', 'Contract Relationship '.repeat(3_000)],
    ['capitals and hyphens', 'AB-'.repeat(20_000)],
    ['addresses', 'a@b.example '.repeat(5_000)],
    ['clauses', 'a, b; c: '.repeat(6_000)],
    ['headings', '# a\n\n'.repeat(12_000)],
    ['placeholders', 'TBC '.repeat(15_000)],
  ])('takes no rule for ever: %s', { timeout: 120_000 }, async (_, text) => {
    const start = process.cpuUsage();
    await check(edition(text));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(patience / 4);
  });

  it.each([
    ['quotations', '>'.repeat(5_000)],
    ['lists', '- '.repeat(5_000)],
    ['numbered lists', '1. '.repeat(5_000)],
    ['blocks', `${'<For audience="schools">\n\n'.repeat(700)}${'</For>\n\n'.repeat(700)}`],
    ['blocks in a sentence', `${'<Reo mi="a">'.repeat(700)}${'</Reo>'.repeat(700)}`],
  ])('is refused where %s stand hundreds deep within each other', async (_, text) => {
    const messages = errors(await check(edition(`${text} Words.`))).map(({ message }) => message);
    expect(messages.join()).toContain('found one that is dozens deep');
  });

  it('may have tags that do not match, in any order', async () => {
    const roll = dice(2);
    const parts = [
      '<Item id="a" title="A" action="for-information">',
      '</Item>',
      '<For audience="schools">',
      '</For>',
      '<Day on="2026-05-15" />',
      '<b>',
      '</b>',
      '{1}',
      '<!-- x -->',
      'words ',
      '\n\n',
      '- ',
      '## ',
      '**',
      '](',
      '[',
      '“',
      '<',
      '>',
      '&',
      '\\',
      '---\n',
    ];
    for (let round = 0; round < 120; round++) {
      const body = Array.from({ length: 3 + roll(40) }, () => parts[roll(parts.length)]).join('');
      await check(edition(body));
    }
  });

  it('may be the sample cut, doubled and turned around', async () => {
    const roll = dice(3);
    for (let round = 0; round < 60; round++) {
      const text = seeds[roll(seeds.length)] ?? '';
      const from = roll(text.length);
      const to = from + roll(400);
      const change = roll(4);
      const middle = text.slice(from, to);
      const changed =
        change === 0
          ? ''
          : change === 1
            ? middle + middle
            : change === 2
              ? [...middle].toReversed().join('')
              : String.fromCodePoint(32 + roll(0x3000));
      await check(text.slice(0, from) + changed + text.slice(to));
    }
  });

  it('says the same of it with any line ends, composed or not', async () => {
    const body =
      'Nga mihi to the whanau.\n\nCome on Tues 19 May, 11-11.45am.\n\n- Te Tahūhū o te Mātauranga';
    const found = async (text: string) =>
      (await check(text)).findings.map(({ rule, line, column, words }) => ({
        rule,
        line,
        column,
        words,
      }));
    const plain = await found(edition(body));
    expect(plain.length).toBeGreaterThan(5);
    expect(await found(edition(body).replaceAll('\n', '\r\n'))).toEqual(plain);
    expect(await found(edition(body).normalize('NFD'))).toEqual(plain);
    // A carriage return straight before a line feed would be one line end and not two.
    let turn = 0;
    const mixed = edition(body).replaceAll(
      '\n',
      () => ['\r\n', '\r', '\r\n', '\n'][turn++ % 4] ?? '\n',
    );
    expect(await found(mixed)).toEqual(plain);
  });

  it('may hold marks that turn its direction, and signs beyond the first plane', async () => {
    const report = await check(
      edition('Kia \u202eora\u202c \u200f\u2066x\u2069 😀 whanau and 𝒜 then whanau.'),
    );
    expect(report.findings.filter(({ words }) => words === 'whanau')).toHaveLength(2);
    for (const { text, column, words } of report.findings.filter((one) => one.words === 'whanau')) {
      expect(text.slice(column - 1, column - 1 + words.length)).toBe('whanau');
    }
  });
});
