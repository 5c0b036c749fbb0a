import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { SignedIn } from './sessions.ts';

/** The cookie in which a browser keeps the name that somebody gave. */
export const nameCookie = 'panui-desk-name';

/* By request. Where people sign in, every request stands here, and a name that somebody gave counts for nothing. */
const known = new WeakMap<Request, SignedIn | 'nobody'>();

/** Remembers for a request who is signed in. */
export const noteWho = (context: Context, who: SignedIn | undefined): void => {
  known.set(context.req.raw, who ?? 'nobody');
};

/** Who is signed in; undefined where nobody is, or the desk is for this machine alone. */
export function signedIn(context: Context): SignedIn | undefined {
  const who = known.get(context.req.raw);
  return who === 'nobody' ? undefined : who;
}

/**
 * Who asks for something: the one place that decides it. That is whom the session of the request belongs to; on a desk
 * for this machine alone, a name that somebody gave and nobody checked. Undefined where nobody has said.
 */
export const personOf = (context: Context): string | undefined =>
  known.has(context.req.raw)
    ? signedIn(context)?.name
    : getCookie(context, nameCookie) || undefined;
