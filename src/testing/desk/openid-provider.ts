import { once } from 'node:events';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

/** Somebody whom the service knows, by the name that they sign in with. */
export interface Account {
  name?: string;
  groups?: readonly string[];
  email?: string;
  email_verified?: boolean;
}

export const client = { id: 'panui', secret: 'a-secret-of-the-tests-alone-0123456789' } as const;

/**
 * A real OpenID provider on this machine, in which everybody signs in by name alone.
 * @param deskUrl the origin to which it leads back
 * @param inToken whether the token says who somebody is, or it has to be asked for
 */
export async function openidProvider(
  deskUrl: string,
  accounts: Record<string, Account>,
  inToken = true,
) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  const service = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${deskUrl}/desk/sign-in/back`],
        post_logout_redirect_uris: [`${deskUrl}/desk/sign-in/out`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    // Some say who somebody is in the token, some only when they are asked (OpenID Connect Core 1.0, 5.4).
    conformIdTokenClaims: !inToken,
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...accounts[sub] }),
    }),
    cookies: { keys: ['of the tests'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
  });
  server.on('request', service.callback());
  return {
    issuer,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A browser without a window: it keeps cookies and follows where it is led. */
export function browserFor(
  deskUrl: string,
  desk: (request: Request) => Response | Promise<Response>,
) {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: URL) => {
    const jar = jars.get(url.origin) ?? new Map<string, string>();
    jars.set(url.origin, jar);
    return jar;
  };
  const visit = async (to: string, init: RequestInit = {}) => {
    const url = new URL(to, deskUrl);
    const jar = jarOf(url);
    const headers = new Headers({
      'Sec-Fetch-Site': 'same-origin',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
      ...(jar.size > 0 && {
        Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      }),
    });
    const request = new Request(url, { ...init, headers, redirect: 'manual' });
    const response = url.origin === deskUrl ? await desk(request) : await fetch(request);
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '' || /Max-Age=0|expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return { url, response };
  };
  /** Visits a page, and whatever it leads to. */
  const follow = async (to: string, init?: RequestInit) => {
    let { url, response } = await visit(to, init);
    for (let left = 12; left > 0; left--) {
      const next = response.headers.get('location');
      if (next === null) return { url, response };
      ({ url, response } = await visit(new URL(next, url).href));
    }
    throw new Error('it is led in circles');
  };
  /** Goes to a page of the desk and signs in by name where it is asked to. */
  const signIn = async (login: string, to = '/desk/') => {
    let at = await follow(to);
    for (const form of [{ prompt: 'login', login, password: 'any' }, { prompt: 'consent' }]) {
      if (!at.url.pathname.startsWith('/interaction/')) break;
      const body = new URLSearchParams(form);
      at = await follow(at.url.href, { method: 'POST', body });
    }
    return at;
  };
  return { visit, follow, signIn, jarOf };
}
