import { cp, glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { contract } from '../src/blocks/contract.ts';
import { checkContent } from '../src/checks/running/check-content.ts';
import { gatherContent } from '../src/content/reading/read-content.ts';
import { commands } from './command-line/all-commands.ts';
import { findCommand } from './command-line/find-command.ts';
import { literalWords } from './command-line/literal-words.ts';
import { parseLine } from './command-line/parse-line.ts';
import { runLine } from './command-line/run-command.ts';

/* What we show people to write and to run has to be right as it stands. */

const readme = await readFile('README.md', 'utf8');
const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((one) => rm(one, { recursive: true }))));

/** The sample content with more in it. */
async function sampleWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'panui-examples-'));
  folders.push(folder);
  await cp('content', folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  return folder;
}

describe('the documents that the README shows', () => {
  const blocks = [...readme.matchAll(/^( *)```mdx\n([\s\S]*?)^ *```/gm)].map(
    ([, margin = '', text = '']) => text.replaceAll(new RegExp(`^${margin}`, 'gm'), ''),
  );
  const [top = '', item = '', correction = ''] = blocks;

  it('are an edition and a correction, and can be sent as they stand', async () => {
    expect(blocks).toHaveLength(3);
    const folder = await sampleWith({
      'newsletters/2026-06-12.mdx': `${top}\n${item}`,
      'corrections/2026-05-12-invoice-date.mdx': correction,
    });
    expect((await gatherContent(folder)).problems).toEqual([]);
    const { findings } = await checkContent({ folder, for: 'send' });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('stand beside the name of every block', () => {
    expect(Object.keys(contract).filter((name) => !readme.includes(`<${name}>`))).toEqual([]);
  });
});

/** The words of a line as a shell has them. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) =>
    String(double ?? single ?? plain),
  );

/** What a line does wrong, read as the program reads it. */
async function faultsOf(line: string): Promise<string[]> {
  // What a shell does with the output is no part of it.
  const called = findCommand(commands, wordsOf(line.split(/ [|>] /)[0] ?? ''));
  if (!called) return [`"${line}" calls no command.`];
  const { default: command } = await called.entry.load();
  return parseLine(command.args, literalWords(command.args, called.rest)).faults;
}

describe('the command lines that we show', () => {
  it('are taken as they stand, those of every --help', async () => {
    let count = 0;
    for (const { load, words } of commands) {
      const { examples = [] } = await load();
      expect(examples.length, words.join(' ')).toBeGreaterThan(0);
      for (const [line] of examples) {
        expect(await faultsOf(line), line).toEqual([]);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(commands.length);
  });

  it('are taken as they stand, those of the README and the authors’ guide', async () => {
    const guide = await Array.fromAsync(glob('content/help/*.mdx'));
    let count = 0;
    for (const file of ['README.md', 'CONTRIBUTING.md', ...guide]) {
      const text = (await readFile(file, 'utf8')).replaceAll(/\n +/g, ' ');
      for (const [, line = ''] of text.matchAll(/npm run -s panui -- ([^`\n]+)/g)) {
        if (/[…<]/.test(line)) continue;
        expect(await faultsOf(line), `${file}: ${line}`).toEqual([]);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(8);
  });

  it('begin documents, those of `new`', async () => {
    const { examples = [] } =
      (await commands.find(({ words }) => words[0] === 'new')?.load()) ?? {};
    const folder = await sampleWith({});
    process.env['PANUI_CONTENT'] = folder;
    process.env['PANUI_NOW'] = '2026-05-12T09:00:00+12:00';
    const said: string[] = [];
    const quiet = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    for (const [line] of examples) {
      // The edition of the sample has other items than the one of the example.
      const words = wordsOf(line.replace('#invoices', '#quarter-1-reporting-and-invoicing'));
      const err = (text: string) => said.push(`${line}: ${text}`);
      expect(await runLine(words, { out: () => undefined, err }), said.join('\n')).toBe(0);
    }
    quiet.mockRestore();
    delete process.env['PANUI_CONTENT'];
    delete process.env['PANUI_NOW'];
    expect((await gatherContent(folder)).problems).toEqual([]);
  });
});
