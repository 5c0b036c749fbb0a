import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../../testing/sending/test-run.ts';
import { requestLog, type RequestLine } from './request-log.ts';

const line: RequestLine = {
  time: '2026-05-08T02:00:00.000Z',
  method: 'GET',
  route: '/',
  status: 200,
  milliseconds: 0.4,
};

it('writes each line once and whole, and says how many it had to drop', async () => {
  const name = join(emptyFolder(), 'log');
  const file = await open(name, 'a');
  const log = requestLog(file.fd);
  const most = 100_000;
  for (let at = 0; at < most; at += 1) log.add(line);
  await log.flush();
  log.add({ ...line, route: '/last' });
  await log.flush();
  await file.close();
  const lines = (await readFile(name, 'utf8')).trimEnd().split('\n');
  const [dropped] = lines.flatMap((one) => /"dropped":(\d+)/.exec(one)?.[1] ?? []);
  const kept = lines.filter((one) => one === JSON.stringify(line)).length;
  expect(kept + Number(dropped)).toBe(most);
  expect(lines.at(-1)).toBe(JSON.stringify({ ...line, route: '/last' }));
});
