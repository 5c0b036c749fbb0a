import { isIP } from 'node:net';
import { resolve, sep } from 'node:path';
import { z } from 'zod';
import { moment } from '../schemas/fields.ts';
import { signInOf, type SignInSettings, signInVariables } from './sign-in.ts';

const originWords = 'a web address without a path, such as https://news.example.govt.nz';
const origin = z
  .url({ protocol: /^https?$/, error: originWords, abort: true })
  .refine(
    (url) => URL.canParse(url) && new URL(url).href === `${new URL(url).origin}/`,
    originWords,
  )
  .transform((url) => (URL.canParse(url) ? new URL(url).origin : url));

const networkWords =
  'addresses or networks with commas between them, such as 127.0.0.1, 10.0.0.0/8, ::1';

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  if (most === undefined || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

const folder = (byDefault: string) =>
  z
    .string()
    .min(1)
    .default(byDefault)
    .transform((path) => resolve(path));

const databaseWords = 'the address of a PostgreSQL database, such as postgres://user@host/panui';

/** The address of a PostgreSQL database; it may hold a password. */
export const databaseAddress = z
  .url({ protocol: /^postgres(ql)?$/, error: databaseWords, abort: true })
  .refine((url) => new URL(url).pathname.length > 1, databaseWords);

const keepWords = 'a number of months, at least 2';

const environmentSchema = z.object({
  PANUI_CONTENT: folder('content'),
  PANUI_OUT: folder('dist'),
  PANUI_DATA: folder('.panui'),
  PANUI_DATABASE_URL: databaseAddress.optional(),
  PANUI_SITE_URL: origin.optional(),
  PANUI_SERVICE_URL: origin.optional(),
  PANUI_NOW: moment.optional(),
  RESEND_API_KEY: z
    .string()
    .regex(/^[!-~]+$/, 'a key on one line without spaces')
    .optional(),
  RESEND_BASE_URL: origin.optional(),
  RESEND_WEBHOOK_SECRET: z
    .string()
    // Base64, at least 16 bytes of it.
    .regex(
      /^whsec_(?=.{24})(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
      'the whole signing secret of the webhook as Resend shows it: whsec_ and at least 24 letters',
    )
    .optional(),
  PANUI_TRUSTED_PROXY: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.array(z.string().refine(isNetwork, networkWords)))
    .default([]),
  PANUI_SENDING_HOURS: z
    .string()
    .regex(
      /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/,
      'hours of a working day such as 08:00-18:00',
    )
    .default('08:00-18:00'),
  PANUI_STOP_AFTER_REFUSED: z.coerce
    .number({ error: 'a number of messages, at least 1' })
    .int('a number of messages, at least 1')
    .min(1, 'a number of messages, at least 1')
    .default(20),
  // The provider lists for 30 days what it sent, and a store is held against that list.
  PANUI_KEEP_DELIVERIES: z.coerce
    .number({ error: keepWords })
    .int(keepWords)
    .min(2, keepWords)
    .max(1200, keepWords)
    .default(12),
  ...signInVariables,
});

/** Where things are and what time it is, read once from the environment. Paths are absolute. */
export interface Settings {
  content: string;
  out: string;
  data: string;
  /** The PostgreSQL database that holds the store, with its password; undefined for the embedded store in `data`. */
  databaseUrl: string | undefined;
  /** Origin of absolute links, without a trailing slash. */
  siteUrl: string;
  /** Whether `PANUI_SITE_URL` was given, or `siteUrl` is the local default. */
  siteUrlGiven: boolean;
  /** Origin of `serve`, where the site itself is shown by another server at another address. */
  serviceUrl: string | undefined;
  /** The present moment: the clock, or `PANUI_NOW` in a rehearsal or a test. */
  now: Date;
  /** Whether `PANUI_NOW` stands still for the clock; nothing real is sent then. */
  nowGiven: boolean;
  /** The provider: its key, which is secret, and where it is if not at its usual address. */
  resend: { apiKey?: string | undefined; baseUrl?: string | undefined };
  /** The secret with which the provider signs its reports. */
  webhookSecret: string | undefined;
  /** Proxies before `serve`, whose word on who asks is believed: addresses or networks. */
  trustedProxies: readonly string[];
  /** Hours of a working day in New Zealand in which sending may begin, as 08:00-18:00. */
  sendingHours: string;
  /** A dispatch pauses by itself once the provider has refused this many messages. */
  stopAfterRefused: number;
  /** For how many months after its end a dispatch has its people one by one. */
  keepDeliveries: number;
  /** Who signs people in to the desk; undefined where it is for this machine alone. */
  signIn: SignInSettings | undefined;
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
      const found = /KEY|SECRET|DATABASE/.test(name) ? 'something else' : `"${environment[name]}"`;
      return `${name}: expected ${message}; found ${found}.`;
    });
    throw new SettingsError(lines.join('\n'));
  }
  const values = parsed.data;
  expectApart(values.PANUI_OUT, [
    ['PANUI_CONTENT', values.PANUI_CONTENT],
    ['PANUI_DATA', values.PANUI_DATA],
  ]);
  const signIn = signInOf(values);
  if (Array.isArray(signIn)) throw new SettingsError(signIn.join('\n'));
  return {
    content: values.PANUI_CONTENT,
    out: values.PANUI_OUT,
    data: values.PANUI_DATA,
    databaseUrl: values.PANUI_DATABASE_URL,
    siteUrl: values.PANUI_SITE_URL ?? 'http://localhost:4321',
    siteUrlGiven: values.PANUI_SITE_URL !== undefined,
    serviceUrl: values.PANUI_SERVICE_URL,
    now: values.PANUI_NOW ? new Date(values.PANUI_NOW) : new Date(),
    nowGiven: values.PANUI_NOW !== undefined,
    resend: { apiKey: values.RESEND_API_KEY, baseUrl: values.RESEND_BASE_URL },
    webhookSecret: values.RESEND_WEBHOOK_SECRET,
    trustedProxies: values.PANUI_TRUSTED_PROXY,
    sendingHours: values.PANUI_SENDING_HOURS,
    stopAfterRefused: values.PANUI_STOP_AFTER_REFUSED,
    keepDeliveries: values.PANUI_KEEP_DELIVERIES,
    signIn,
  };
}

/** Where people leave, choose and sign up: at the site's own origin unless another was given. */
export const serviceOrigin = ({
  serviceUrl,
  siteUrl,
}: Pick<Settings, 'serviceUrl' | 'siteUrl'>): string => serviceUrl ?? siteUrl;

/** A build replaces its folder whole, so nothing that must last may stand in it. */
function expectApart(
  out: string,
  others: readonly (readonly [name: string, path: string])[],
): void {
  const within = (inner: string, outer: string) => `${inner}${sep}`.startsWith(`${outer}${sep}`);
  const lines = others
    .filter(([, path]) => within(path, out))
    .map(
      ([name, path]) =>
        `PANUI_OUT: expected a folder that does not hold ${name}, because a build replaces everything in it; found "${out}" and "${path}".`,
    );
  if (lines.length > 0) throw new SettingsError(lines.join('\n'));
}
