import { z } from 'zod';

/** What somebody may do at the desk; an administrator may do all of it. */
export const roles = ['author', 'approver', 'sender', 'administrator'] as const;
export type Role = (typeof roles)[number];

const names = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
  )
  .default([]);

const secureWords =
  'an https address without a path, such as https://desk.example.govt.nz; http is for this machine alone';

const isLocal = (url: string) => /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname);
const isSafe = (url: string) => URL.canParse(url) && (url.startsWith('https:') || isLocal(url));

/** The environment variables of sign-in to the desk. */
export const signInVariables = {
  PANUI_DESK_URL: z
    .url({ protocol: /^https?$/, error: secureWords, abort: true })
    .refine((url) => isSafe(url) && new URL(url).pathname === '/', secureWords)
    .transform((url) => (URL.canParse(url) ? new URL(url).origin : url))
    .optional(),
  PANUI_OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'the https address of the sign-in service', abort: true })
    .refine(isSafe, 'the https address of the sign-in service')
    .optional(),
  PANUI_OIDC_CLIENT_ID: z.string().optional(),
  PANUI_OIDC_CLIENT_SECRET: z.string().optional(),
  PANUI_OIDC_GROUPS: z.string().default('groups'),
  PANUI_DESK_AUTHORS: names,
  PANUI_DESK_APPROVERS: names,
  PANUI_DESK_SENDERS: names,
  PANUI_DESK_ADMINISTRATORS: names,
} as const;

type Values = z.output<z.ZodObject<typeof signInVariables>>;

/** Who signs people in to the desk (OpenID Connect Core 1.0), and what they may do there. */
export interface SignInSettings {
  /** The origin at which people reach the desk. */
  deskUrl: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The claim that lists somebody's groups. */
  groupsClaim: string;
  /** By role, the groups that have it; an entry with an @ is one person's address. */
  members: Readonly<Record<Role, readonly string[]>>;
}

/**
 * What the variables say together; undefined where none of them is set, and the desk is for this machine alone.
 * @returns what is missing or too much, as lines, in place of settings
 */
export function signInOf(values: Values): SignInSettings | undefined | string[] {
  const needed = [
    'PANUI_DESK_URL',
    'PANUI_OIDC_ISSUER',
    'PANUI_OIDC_CLIENT_ID',
    'PANUI_OIDC_CLIENT_SECRET',
  ] as const;
  const members = {
    author: values.PANUI_DESK_AUTHORS,
    approver: values.PANUI_DESK_APPROVERS,
    sender: values.PANUI_DESK_SENDERS,
    administrator: values.PANUI_DESK_ADMINISTRATORS,
  };
  const hasMembers = Object.values(members).some(({ length }) => length > 0);
  if (needed.every((name) => values[name] === undefined) && !hasMembers) return undefined;
  const lines = needed
    .filter((name) => values[name] === undefined)
    .map(
      (name) =>
        `${name}: expected a value, because sign-in to the desk needs ${needed.join(', ')} together; found none.`,
    );
  if (!hasMembers)
    lines.push(
      'PANUI_DESK_ADMINISTRATORS: expected at least one group or address in this or PANUI_DESK_AUTHORS, PANUI_DESK_APPROVERS or PANUI_DESK_SENDERS; found none, so nobody could come in.',
    );
  if (lines.length > 0) return lines;
  return {
    deskUrl: values.PANUI_DESK_URL ?? '',
    issuer: values.PANUI_OIDC_ISSUER ?? '',
    clientId: values.PANUI_OIDC_CLIENT_ID ?? '',
    clientSecret: values.PANUI_OIDC_CLIENT_SECRET ?? '',
    groupsClaim: values.PANUI_OIDC_GROUPS,
    members,
  };
}
