import type { MiddlewareHandler } from 'hono';

/* By these names a browser on this machine reaches it, and by no other. */
const local: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Lets nobody in but a browser that shows the desk itself: on this machine, or where people sign in, at the address
 * that the desk has for them. A request by another name is that of a
 * page which had its name lead here (DNS rebinding); one from another origin is forged, and so is a change that does not
 * say where it comes from (Fetch Metadata, `Sec-Fetch-Site`; RFC 6454, `Origin`). Another port of this machine is
 * another origin.
 * @param deskUrl the origin at which people reach a desk with sign-in; before it stands a server that speaks HTTPS
 */
export const guard =
  (deskUrl?: string): MiddlewareHandler =>
  async (context, next) => {
    const { method, url } = context.req;
    const asked = new URL(url);
    const isOwnName =
      deskUrl === undefined ? local.has(asked.hostname) : asked.host === new URL(deskUrl).host;
    if (!isOwnName) {
      const where = deskUrl ?? 'localhost';
      return context.text(
        `Expected the desk to be opened at ${where}; found ${asked.hostname}.\n${remedy}\n`,
        421,
      );
    }
    const origin = deskUrl ?? asked.origin;
    const from = {
      site: context.req.header('sec-fetch-site'),
      origin: context.req.header('origin'),
      isVisit: context.req.header('sec-fetch-mode') === 'navigate',
    };
    const isOwn = method === 'GET' || method === 'HEAD' ? mayRead(from) : mayChange(from, origin);
    if (isOwn) return next();
    return context.text(`The desk takes this from its own pages alone.\n${remedy}\n`, 403);
  };

const remedy = 'Open it at the address that was printed when it was started.';

interface From {
  site: string | undefined;
  origin: string | undefined;
  isVisit: boolean;
}

/** A link on another page may lead here; its scripts, pictures and frames may not. */
const mayRead = ({ site, isVisit }: From) =>
  site === undefined || site === 'same-origin' || site === 'none' || isVisit;

const mayChange = ({ site, origin }: From, own: string) =>
  site === undefined ? origin === own : site === 'same-origin' && (origin ?? own) === own;
