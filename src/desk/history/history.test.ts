import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sumOf } from '../../disk/read-file.ts';
import { guidance, writeContent } from '../../testing/content/write-content.ts';
import { describeChange } from './describe-change.ts';
import { historyOf } from '../../history/document-history.ts';
import { saveChange } from './save-change.ts';

const path = 'guidance/families.mdx';
const first = guidance('Families are welcome.');

async function folders() {
  const content = await writeContent({ [path]: first });
  const data = await mkdtemp(join(tmpdir(), 'panui-history-'));
  const file = join(content, path);
  let minute = 0;
  const save = async (text: string, by: string) => {
    const now = new Date(Date.UTC(2026, 4, 8, 9, minute++));
    const hash = sumOf(await readFile(file));
    return saveChange({ content, data, now }, { path, hash, text }, by);
  };
  return { content, data, file, save, history: () => historyOf(data, { file, path }) };
}

const changed = first.replace('welcome', 'always welcome');

describe('the history of a document', () => {
  it('is kept by the desk where there is no repository, what it was before at its end', async () => {
    const { save, history } = await folders();
    await save(changed, 'Hana');
    await save(first, 'Wiremu');
    const versions = await (await history()).versions();
    expect(versions.map(({ by }) => by)).toEqual(['Wiremu', 'Hana', '']);
    const texts = await Promise.all(versions.map(async ({ id }) => (await history()).text(id)));
    expect(texts).toEqual([first, changed, first]);
    expect(await (await history()).text('../../x')).toBeUndefined();
  });

  it('is that of Git in a repository, and touches no other change there', async () => {
    const { content, file, save, history, data } = await folders();
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], {
        cwd: content,
        encoding: 'utf8',
      });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Begin');
    await writeFile(join(content, 'contacts.yaml'), 'staged: by somebody\n');
    git('add', 'contacts.yaml');
    await writeFile(join(content, 'glossary.yaml'), 'changed: by somebody\n');
    await save(changed, 'Hana <b> Te Kanawa');
    expect(git('log', '-1', '--format=%an: %s', '--name-only').trim()).toBe(
      `Hana b Te Kanawa: Change ${path} at the desk\n\n${path}`,
    );
    expect(git('status', '--porcelain')).toBe('M  contacts.yaml\n M glossary.yaml\n');
    const versions = await (await history()).versions();
    expect(versions.map(({ words }) => words)).toEqual([`Change ${path} at the desk`, 'Begin']);
    expect(await (await history()).text(versions[1]?.id ?? '')).toBe(first);
    // A new file, which Git has not seen.
    const other = { file: join(content, 'guidance/new.mdx'), path: 'guidance/new.mdx' };
    await writeFile(other.file, first);
    const hash = sumOf(await readFile(other.file));
    const now = new Date('2026-05-08T00:00:00Z');
    await saveChange({ content, data, now }, { path: other.path, hash, text: changed }, 'Hana');
    expect(git('log', '-1', '--format=', '--name-only').trim()).toBe(other.path);
    expect(file).not.toBe(other.file);
  });

  it('is kept by the desk where Git does not take it', async () => {
    const { content, data, save } = await folders();
    const git = (...words: string[]) => execFileSync('git', words, { cwd: content });
    git('init', '--quiet');
    await writeFile(join(content, '.git/index.lock'), '');
    expect(await save(changed, 'Hana')).toMatchObject({ outcome: 'saved' });
    const kept = await readFile(
      join(data, 'desk/history', path, '2026-05-08T09-00-00-000Z.json'),
      'utf8',
    );
    expect(kept).toContain('always welcome');
  });
});

it('tells a change by its blocks and words', () => {
  const after = `${changed.replace('title: Working', 'title: Talking')}\nMore.\n`;
  expect(
    describeChange(first, after).map(({ words }) =>
      words.map(({ was, text }) => (was === 'same' ? text : `[${was} ${text}]`)).join(''),
    ),
  ).toMatchInlineSnapshot(`
    [
      "title: [gone Working][new Talking] with families
    ",
      "Families are [new always ]welcome.[gone 
    ][new 

    ]",
      "[new More.
    ]",
    ]
  `);
});
