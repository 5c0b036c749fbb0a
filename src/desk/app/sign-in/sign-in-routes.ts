import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { accountPage, outPage, refusedPage } from '../../pages/sign-in-pages.ts';
import { ownPath } from '../../sign-in/own-path.ts';
import { type Asked, type Provider, SignInRefused } from '../../sign-in/provider.ts';
import { askedCookie, cookieOptions, sessionCookie } from './session-cookie.ts';
import { longest, type Sessions } from '../../sign-in/sessions.ts';
import { signedIn } from '../../sign-in/who.ts';

/* Long enough for a second factor, in seconds. */
const patience = 600;

/* Of those who began and never came back. */
const mostUnderWay = 1000;

interface UnderWay {
  asked: Asked;
  next: string;
  until: number;
}

/**
 * The way in by the sign-in service, and out again.
 * @param report hears why the service could not be asked, or what it refused
 */
export function signInRoutes(
  service: Provider,
  all: Sessions,
  deskUrl: string,
  clock: () => Date,
  report: (error: Error) => void,
): Hono {
  const routes = new Hono({ strict: false });
  const underWay = new Map<string, UnderWay>();
  const options = cookieOptions(deskUrl);

  routes.get('/', async (context) => {
    const { url, asked } = await service.ask();
    const [oldest] = underWay.keys();
    if (underWay.size >= mostUnderWay && oldest !== undefined) underWay.delete(oldest);
    const until = clock().getTime() + patience * 1000;
    underWay.set(asked.state, { asked, next: ownPath(context.req.query('next')), until });
    // It binds the answer to this very browser: no page of somebody else can sign it in as them.
    setCookie(context, askedCookie(deskUrl), asked.state, { ...options, maxAge: patience });
    return context.redirect(url.href, 303);
  });

  routes.get('/back', async (context) => {
    const state = getCookie(context, askedCookie(deskUrl)) ?? '';
    deleteCookie(context, askedCookie(deskUrl), options);
    const begun = underWay.get(state);
    underWay.delete(state);
    if (!begun || begun.until < clock().getTime())
      throw new SignInRefused('This sign-in is too old, or was begun in another browser.');
    const { search } = new URL(context.req.url);
    const who = await service.answer(new URL(`${deskUrl}/desk/sign-in/back${search}`), begun.asked);
    // A session that this browser had before is over: two people may sit at it one after the other.
    all.end(getCookie(context, sessionCookie(deskUrl)) ?? '');
    const secret = all.begin(who, clock());
    setCookie(context, sessionCookie(deskUrl), secret, { ...options, maxAge: longest / 1000 });
    return context.redirect(begun.next, 303);
  });

  routes.get('/account', (context) => {
    const who = signedIn(context);
    return who ? context.html(accountPage(who)) : context.redirect('/desk/sign-in/', 303);
  });

  routes.post('/out', async (context) => {
    all.end(getCookie(context, sessionCookie(deskUrl)) ?? '');
    deleteCookie(context, sessionCookie(deskUrl), options);
    return context.redirect('/desk/sign-in/out', 303);
  });

  routes.get('/out', async (context) => {
    const further = await service.signOut().catch(() => undefined);
    return context.html(outPage(further?.href));
  });

  routes.onError((error, context) => {
    if (!(error instanceof SignInRefused)) throw error;
    const { message, cause } = error;
    // What the service said; it names no person and no secret.
    if (cause instanceof Error) report(new Error(`Sign-in: ${message} (${cause.message})`));
    return context.html(refusedPage(message), cause ? 502 : 403);
  });
  return routes;
}
