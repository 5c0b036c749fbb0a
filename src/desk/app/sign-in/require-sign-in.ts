import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { notYoursPage } from '../../pages/sign-in-pages.ts';
import { mayChange } from '../../sign-in/rights.ts';
import { sessionCookie } from './session-cookie.ts';
import type { Sessions } from '../../sign-in/sessions.ts';
import { noteWho } from '../../sign-in/who.ts';

/* Before anybody is known: the way in, and what its pages look like. */
const open = /^\/desk\/(?:sign-in|assets)(?:\/|$)/;

/*
 * Pages that are left open go on asking how far something is, and say whose they are: that keeps nobody signed in.
 * Whoever is at work opens a page, sends a form, or types.
 */
const isAtWork = ({ req }: Context): boolean =>
  req.header('sec-fetch-mode') === 'navigate' ||
  (req.method === 'POST' && !req.path.startsWith('/desk/typed/here/'));

/**
 * Lets in only who is signed in, and to change only what their role lets them.
 * @param deskUrl the origin at which people reach the desk
 * @param clock counts for sessions; that of a rehearsal, which stands still, does not
 */
export const requireSignIn =
  (all: Sessions, deskUrl: string, clock: () => Date): MiddlewareHandler =>
  async (context, next) => {
    const { path, method } = context.req;
    const secret = getCookie(context, sessionCookie(deskUrl));
    const who = secret === undefined ? undefined : all.find(secret, clock(), isAtWork(context));
    noteWho(context, who);
    if (open.test(path)) return next();
    const isRead = method === 'GET' || method === 'HEAD';
    if (!who) {
      const isVisit = context.req.header('sec-fetch-dest') === 'document';
      if (!isRead || !isVisit)
        return context.text('Sign in again: the session is over. What you typed is kept.\n', 401);
      const { pathname, search } = new URL(context.req.url);
      const next = new URLSearchParams({ next: `${pathname}${search}` });
      return context.redirect(`/desk/sign-in/?${next}`, 303);
    }
    if (isRead || mayChange(path).some((role) => who.roles.has(role))) return next();
    return context.html(notYoursPage(who, mayChange(path)), 403);
  };
