import { resolve } from 'node:path';
import { z } from 'zod';
import { moment } from './schemas/fields.ts';

const origin = z
  .url({ protocol: /^https?$/, error: 'a web address such as https://news.example.govt.nz' })
  .transform((url) => new URL(url).origin);

const environmentSchema = z.object({
  PANUI_CONTENT: z
    .string()
    .min(1)
    .default('content')
    .transform((path) => resolve(path)),
  PANUI_OUT: z
    .string()
    .min(1)
    .default('dist')
    .transform((path) => resolve(path)),
  PANUI_DATA: z
    .string()
    .min(1)
    .default('.panui')
    .transform((path) => resolve(path)),
  PANUI_SITE_URL: origin.optional(),
  PANUI_NOW: moment.optional(),
});

/** Where things are and what time it is, read once from the environment. Paths are absolute. */
export interface Settings {
  content: string;
  out: string;
  data: string;
  /** Origin of absolute links, without a trailing slash. */
  siteUrl: string;
  /** Whether `PANUI_SITE_URL` was given, or `siteUrl` is the local default. */
  siteUrlGiven: boolean;
  /** The present moment: the clock, or `PANUI_NOW` in a rehearsal or a test. */
  now: Date;
}

/** The settings were not understood; the message lists every variable at fault. */
export class SettingsError extends Error {}

/**
 * Reads the settings from environment variables; an empty variable counts as unset.
 * @throws {SettingsError} naming every variable that is wrong, what was expected and found.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return `${name}: expected ${message}; found "${environment[name]}".`;
    });
    throw new SettingsError(lines.join('\n'));
  }
  const values = parsed.data;
  return {
    content: values.PANUI_CONTENT,
    out: values.PANUI_OUT,
    data: values.PANUI_DATA,
    siteUrl: values.PANUI_SITE_URL ?? 'http://localhost:4321',
    siteUrlGiven: values.PANUI_SITE_URL !== undefined,
    now: values.PANUI_NOW ? new Date(values.PANUI_NOW) : new Date(),
  };
}
