import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { exampleBulletin, writeExampleBulletin } from './example-bulletin.ts';
import { keepRecord } from './record-keep.ts';
import { asSentPath, publishRecords } from './record-archive.ts';
import { verifyRecord } from './record-verify.ts';

const bulletin = exampleBulletin();
let settings: { content: string; out: string; data: string };

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'panui-record-'));
  settings = {
    content: join(folder, 'content'),
    out: join(folder, 'out'),
    data: join(folder, 'data'),
  };
  await mkdir(join(settings.content, 'newsletters'), { recursive: true });
  await writeFile(join(settings.content, 'newsletters/2026-05-08.mdx'), 'Kia ora');
  await writeExampleBulletin(settings.out, bulletin);
});

describe('the archive on the web', () => {
  it('shows a bulletin as it was sent, without anybody’s way to unsubscribe', async () => {
    await keepRecord(bulletin, settings);
    await writeExampleBulletin(settings.out, exampleBulletin({ html: '<p>A new template</p>' }));
    await publishRecords(settings.data, settings.out);
    const shown = await readFile(join(settings.out, asSentPath('2026-05-08', 'providers')), 'utf8');
    expect(shown).toBe(bulletin.html.replace('{{UNSUBSCRIBE_URL}}', bulletin.webUrl));
  });

  it('shows no record that was changed since it was kept', async () => {
    const folder = await keepRecord(bulletin, settings);
    await writeFile(join(folder, 'bulletin.html'), '<p>Other words</p>');
    await expect(publishRecords(settings.data, settings.out)).rejects.toThrow(
      'bulletin.html was changed since it was kept. bulletin.html is not the part in bulletin.json.',
    );
  });
});

describe('the record of a bulletin', () => {
  it('keeps source, parts and hash with checksums that any program can check', async () => {
    const folder = await keepRecord(bulletin, settings);
    expect(await readFile(join(folder, 'source.mdx'), 'utf8')).toBe('Kia ora');
    expect(await readFile(join(folder, 'bulletin.html'), 'utf8')).toBe(bulletin.html);
    expect(await verifyRecord(folder)).toMatchObject({
      hash: bulletin.hash,
      missing: ['approvals.json', 'list.json', 'result.json'],
      faults: [],
    });
    if (process.platform === 'linux') {
      const { stdout } = await promisify(execFile)('sha256sum', ['--check', 'SHA256SUMS'], {
        cwd: folder,
      });
      expect(stdout).toContain('bulletin.html: OK');
    }
  });

  it('takes in approvals, list and result when they are known, and loses nothing', async () => {
    await keepRecord(bulletin, settings, { 'approvals.json': [{ by: 'Editor' }] });
    await rm(settings.content, { recursive: true });
    const folder = await keepRecord(bulletin, settings, {
      'list.json': { size: 3 },
      'result.json': { accepted: 3 },
    });
    expect(await verifyRecord(folder)).toMatchObject({ missing: [], faults: [] });
    expect(await readFile(join(folder, 'approvals.json'), 'utf8')).toContain('Editor');
  });

  it('tells of everything changed, lost or added since', async () => {
    const folder = await keepRecord(bulletin, settings, { 'result.json': { accepted: 3 } });
    await writeFile(join(folder, 'bulletin.txt'), 'Other words');
    await writeFile(join(folder, 'note.txt'), 'A note');
    await rm(join(folder, 'result.json'));
    expect((await verifyRecord(folder)).faults).toMatchInlineSnapshot(`
      [
        "bulletin.txt was changed since it was kept.",
        "result.json was kept and is gone.",
        "note.txt was added by hand.",
        "bulletin.txt is not the part in bulletin.json.",
      ]
    `);
  });

  it('is not fooled by new checksums over another HTML part', async () => {
    const folder = await keepRecord(bulletin, settings);
    const altered = { ...bulletin, html: bulletin.html.replace('Kia ora', 'Tēnā') };
    await writeFile(join(folder, 'bulletin.json'), JSON.stringify(altered));
    expect((await verifyRecord(folder)).faults).toContain(
      'bulletin.json does not have its own hash.',
    );
  });

  it('never replaces a bulletin that went out by another', async () => {
    await keepRecord(bulletin, settings);
    const other = exampleBulletin({ subject: 'Another' });
    await writeExampleBulletin(settings.out, other);
    await expect(keepRecord(other, settings)).rejects.toThrow('What went out is never replaced.');
  });

  it('adds nothing to a record that was changed, so that new checksums cannot hide it', async () => {
    const folder = await keepRecord(bulletin, settings);
    await writeFile(join(folder, 'source.mdx'), 'Something else');
    await expect(keepRecord(bulletin, settings, { 'result.json': {} })).rejects.toThrow(
      'source.mdx was changed since it was kept',
    );
  });

  it('refuses a source that was changed after the build', async () => {
    const later = new Date(Date.now() + 60_000);
    await utimes(join(settings.content, 'newsletters/2026-05-08.mdx'), later, later);
    await expect(keepRecord(bulletin, settings)).rejects.toThrow(
      'a source that was changed after the build',
    );
  });
});
