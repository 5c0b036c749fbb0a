import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDesk, type Desk } from '../../desk/app/desk.ts';
import { createDeskApp } from '../../desk/app/desk-app.ts';
import { readSettings } from '../../settings/settings.ts';
import { type Files, writeContent } from './write-content.ts';

/** A desk for a test, over a small content folder of its own, asked as a browser at this machine asks. */
export interface TestDesk {
  desk: Desk;
  folder: string;
  data: string;
  out: string;
  get: (path: string, person?: string) => Promise<Response>;
  /** Sends a form. */
  post: (path: string, values: Record<string, string>, person?: string) => Promise<Response>;
  ask: (path: string, init?: RequestInit) => Promise<Response>;
}

/**
 * @param now a moment, such as 2026-05-08T09:00:00+12:00
 * @param more what else stands in the environment
 */
export async function deskOf(
  files: Files,
  now = '2026-05-08T09:00:00+12:00',
  more: Record<string, string> = {},
): Promise<TestDesk> {
  const folder = await writeContent(files);
  const place = await mkdtemp(join(tmpdir(), 'panui-desk-'));
  const [data, out] = [join(place, 'data'), join(place, 'dist')];
  const settings = readSettings({
    PANUI_CONTENT: folder,
    PANUI_DATA: data,
    PANUI_OUT: out,
    PANUI_NOW: now,
    ...more,
  });
  const desk: Desk = {
    ...createDesk(
      () => settings,
      () => undefined,
    ),
    preview: notStarted,
  };
  const app = createDeskApp(desk, (error) => {
    throw error;
  });
  const ask = async (path: string, init: RequestInit = {}) =>
    app.request(`http://localhost:4321${path}`, init);
  const headersOf = (person: string) => ({
    'Sec-Fetch-Site': 'same-origin',
    ...(person !== '' && { Cookie: `panui-desk-name=${person}` }),
  });
  return {
    desk,
    folder,
    data,
    out,
    ask,
    get: (path, person = 'Hana') => ask(path, { headers: headersOf(person) }),
    post: (path, values, person = 'Hana') =>
      ask(path, { method: 'POST', headers: headersOf(person), body: new URLSearchParams(values) }),
  };
}

/* What it shows is tested in a browser: nothing waits here for the seconds that it takes to start. */
export const notStarted: Desk['preview'] = {
  origin: () => new Promise(() => undefined),
  readAgain: () => Promise.resolve([]),
  stop: () => undefined,
};
