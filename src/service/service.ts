import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp, type AppOptions } from './app.ts';
import { answerHealth } from './health.ts';
import { answerText } from './http/answer-text.ts';
import { clientAddress, proxyList, visitorOf } from './http/client-address.ts';
import { faultOf, isGone, retryAfter, statusOf } from './http/fault-status.ts';
import { standardLimits, type RouteKind, type ServiceLimits } from './http/limits.ts';
import { rateLimit } from './http/rate-limit.ts';
import { readTarget } from './http/read-target.ts';
import type { RequestLine } from './http/request-log.ts';
import { serveSite } from './site/serve-site.ts';
import { webhookPath } from './webhook-routes.ts';

export interface ServiceOptions extends AppOptions {
  /** Gets a line for each request that was answered. */
  log?: ((line: RequestLine) => void) | undefined;
  limits?: ServiceLimits | undefined;
  /** What `/readyz` says besides, where somebody has to see to something that stops nothing. */
  notice?: (() => Promise<string | undefined>) | undefined;
  /** Proxies whose word on who asks is believed (`PANUI_TRUSTED_PROXY`). */
  trustedProxies?: readonly string[] | undefined;
}

/**
 * The whole service behind one port: the built site, health, and what `createApp` answers; each request within
 * the limits and with its line in the log.
 */
export function createService(options: ServiceOptions): RequestListener {
  const { out, log, report, limits = standardLimits, trustedProxies = [] } = options;
  const site = serveSite(out);
  const app = getRequestListener(createApp(options).fetch, { overrideGlobalObjects: false });
  const clientOf = clientAddress(proxyList(trustedProxies));
  const takeFrom = {
    site: rateLimit(limits.rates.site),
    person: rateLimit(limits.rates.person),
    signUp: rateLimit(limits.rates.signUp),
    reports: rateLimit(limits.rates.reports),
  } satisfies Record<RouteKind, unknown>;

  /** Gives the route for the log. */
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<string> => {
    const target = readTarget(request.url ?? '');
    if (!target) {
      answerText(response, 400, 'This address cannot be read.');
      return 'none';
    }
    const { kind, route } = routeOf(target.name, request.method === 'POST');
    const forwarded = request.headers['x-forwarded-for'];
    const client = clientOf(request.socket.remoteAddress, forwarded?.toString());
    const seconds = takeFrom[kind](visitorOf(client));
    if (seconds > 0) {
      const later = { 'Retry-After': String(seconds) };
      answerText(response, 429, 'Too many requests. Please wait a moment.', later);
      return route ?? 'none';
    }
    if (Number(request.headers['content-length'] ?? 0) > limits.bodies[kind]) {
      answerText(response, 413, 'That is more than this address takes.');
      return route ?? 'none';
    }
    if (route === undefined) return site(request, response, target);
    const health = answerHealth(target.name, response, options);
    if (health) await health;
    else {
      request.url = target.path + target.search;
      await app(request, response);
    }
    return route;
  };

  return (request, response) => {
    const began = performance.now();
    const answered = answer(request, response).catch((error: unknown) => {
      if (!isGone(error)) report?.(faultOf(error));
      refuse(response, error);
      return 'none';
    });
    if (!log) return;
    response.once('close', () => {
      const milliseconds = Math.round((performance.now() - began) * 10) / 10;
      const status = response.writableFinished ? response.statusCode : 499;
      void answered.then((route) =>
        log({
          time: new Date().toISOString(),
          method: request.method ?? '',
          route,
          status,
          milliseconds,
        }),
      );
    });
  };
}

/** Ends an answer that failed: with what is at fault where nothing was sent yet, else in the middle. */
function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  const status = statusOf(error);
  const sentence =
    status === 503
      ? 'Too much is asked for at this moment. Please try again.'
      : 'Something went wrong here. Please try again in a few minutes.';
  answerText(response, status, sentence, status === 503 ? retryAfter : {});
}

/* The form of an address that holds a token stands for it in the log. */
const forms: readonly (readonly [RegExp, RouteKind, string])[] = [
  [/^\/(?:healthz|readyz)$/, 'site', '/healthz'],
  [/^\/service\.css$/, 'site', '/service.css'],
  [/^\/unsubscribe\/[^/]+\/undo\/?$/, 'person', '/unsubscribe/:token/undo'],
  [/^\/unsubscribe(?:\/|$)/, 'person', '/unsubscribe/:token'],
  [/^\/preferences(?:\/|$)/, 'person', '/preferences/:token'],
  [/^\/sign-up\/?$/, 'signUp', '/sign-up'],
  [/^\/sign-up\/[^/]+\/?$/, 'person', '/sign-up/:token'],
  [new RegExp(`^${webhookPath}/?$`), 'reports', webhookPath],
];

/** Without a route it is the site's. To look at the page to sign up is as free as any other. */
function routeOf(name: string, posts: boolean): { kind: RouteKind; route?: string } {
  const found = forms.find(([form]) => form.test(name));
  if (!found) return { kind: 'site' };
  const [, kind, route] = found;
  if (kind === 'signUp' && !posts) return { kind: 'person', route };
  return { kind, route: name === '/readyz' ? name : route };
}
