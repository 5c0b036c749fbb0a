import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../content.ts';
import { edition, guidance, writeContent } from '../../testing/content/write-content.ts';
import { contentToHand, takeContent } from './hand-over.ts';
import { readContent } from './read-content.ts';

const receiver = `
const { receiveContent } = await import(${JSON.stringify(new URL('hand-over.ts', import.meta.url))});
// Whoever hands over may be the quicker one.
await new Promise((resolve) => setTimeout(resolve, 50));
const { guidance, contacts } = await receiveContent();
console.log(guidance[0].data.title, contacts.get('service-desk').email);`;

function startReceiver() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', receiver], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const ended = Promise.all([
    new Promise((resolve) => child.on('exit', resolve)),
    text(child.stdout ?? Readable.from([])),
    text(child.stderr ?? Readable.from([])),
  ]);
  return { child, ended };
}

let content: Content;
beforeAll(async () => {
  content = await readContent(
    await writeContent({
      'newsletters/2026-05-08.mdx': edition('<Greeting mi="Kia ora koutou" />'),
      'guidance/families.mdx': guidance('Words.'),
    }),
  );
});

describe('handing over the content', () => {
  it('carries all of it but the lines', () => {
    const taken = takeContent(structuredClone(contentToHand(content)));
    expect(contentToHand(taken)).toEqual(contentToHand(content));
    expect(Object.keys(taken)).toEqual(Object.keys(content));
    expect(taken.guidance[0]?.lineOf(['title'])).toBe(1);
  });

  it('reaches another process, which ends by itself', async () => {
    const { child, ended } = startReceiver();
    child.send(contentToHand(content));
    expect(await ended).toEqual([0, 'Working with families desk@ministry.example\n', '']);
  });

  it('says so where the process that read the content is gone', async () => {
    const { child, ended } = startReceiver();
    child.disconnect();
    const [code, , errors] = await ended;
    expect(code).toBe(1);
    expect(errors).toContain('The build ended before its content was read.');
  });

  it('takes nothing else for content', () => {
    expect(() => takeContent('something')).toThrow();
    expect(() => takeContent({})).toThrow();
  });
});
