import * as openid from 'openid-client';
import { z } from 'zod';
import { type Role, roles, type SignInSettings } from '../../settings/sign-in.ts';
import type { SignedIn } from './sessions.ts';

/** Why nobody could be signed in, in words for whoever tried. */
export class SignInRefused extends Error {}

/** What a browser takes to the sign-in service, and has to bring back. */
export interface Asked {
  state: string;
  nonce: string;
  verifier: string;
}

/** The sign-in service of an organisation: OpenID Connect with a code and a proof key (RFC 7636). */
export interface Provider {
  /** Where somebody signs in. */
  ask: () => Promise<{ url: URL; asked: Asked }>;
  /**
   * Whom the service vouches for.
   * @param back the address that the browser came back to
   * @throws {SignInRefused} when what it brought does not hold, or has no role at the desk
   */
  answer: (back: URL, asked: Asked) => Promise<SignedIn>;
  /** Where somebody signs out of the service too, where it has such a page. */
  signOut: () => Promise<URL | undefined>;
}

/** In seconds; a service that does not answer by then keeps nobody waiting longer. */
const timeout = 10;

export function provider(settings: SignInSettings): Provider {
  const back = `${settings.deskUrl}/desk/sign-in/back`;
  let found: Promise<openid.Configuration> | undefined;
  const service = () => {
    // It is asked again where it could not be reached.
    found ??= discover(settings).catch((error: unknown) => {
      found = undefined;
      throw new SignInRefused('The sign-in service does not answer. Try again in a minute.', {
        cause: error,
      });
    });
    return found;
  };
  return {
    ask: async () => {
      const configuration = await service();
      const asked = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      };
      const url = openid.buildAuthorizationUrl(configuration, {
        redirect_uri: back,
        scope: 'openid profile email',
        state: asked.state,
        nonce: asked.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(asked.verifier),
        code_challenge_method: 'S256',
      });
      return { url, asked };
    },
    answer: async (url, { state, nonce, verifier }) => {
      const configuration = await service();
      const tokens = await openid
        .authorizationCodeGrant(configuration, url, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        .catch(refuseUnended);
      const claims = tokens.claims();
      const says = claims?.['name'] !== undefined && claims[settings.groupsClaim] !== undefined;
      if (says || !claims || !configuration.serverMetadata().userinfo_endpoint)
        return whoIs(claims, settings);
      const more = await openid
        .fetchUserInfo(configuration, tokens.access_token, claims.sub)
        .catch(refuseUnended);
      return whoIs({ ...more, ...claims }, settings);
    },
    signOut: async () => {
      const configuration = await service();
      if (!configuration.serverMetadata().end_session_endpoint) return undefined;
      return openid.buildEndSessionUrl(configuration, {
        client_id: settings.clientId,
        post_logout_redirect_uri: `${settings.deskUrl}/desk/sign-in/out`,
      });
    },
  };
}

function refuseUnended(cause: unknown): never {
  throw new SignInRefused('The sign-in did not come to its end. Sign in once more.', { cause });
}

const discover = ({ issuer, clientId, clientSecret }: SignInSettings) =>
  openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout,
    // For a service on this machine, as a rehearsal has it; settings refuse it elsewhere. The package calls it
    // deprecated so that it is noticed.
    execute: issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [],
  });

const claimsSchema = z.looseObject({
  name: z.string().trim().min(1).max(80).optional(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
});

const groupsSchema = z.array(z.string()).catch([]);

/** Who somebody is by the claims of their token (OpenID Connect Core 1.0, 5.1), and what they may do. */
function whoIs(claims: unknown, settings: SignInSettings): SignedIn {
  const read = claimsSchema.safeParse(claims);
  const name = read.data?.name?.normalize('NFC').replaceAll(/[\p{Cc}\p{Cf}]/gu, '');
  if (!read.data || !name)
    throw new SignInRefused(
      'The sign-in service does not say what you are called. Ask whoever looks after it for the claim "name".',
    );
  const groups = new Set(groupsSchema.parse(read.data[settings.groupsClaim]));
  // An address that nobody checked could be anybody's.
  const address = read.data.email_verified === false ? undefined : read.data.email?.toLowerCase();
  const has = (role: Role) =>
    settings.members[role].some((one) =>
      one.includes('@') ? one.toLowerCase() === address : groups.has(one),
    );
  const own = roles.filter(has);
  if (own.length === 0)
    throw new SignInRefused(
      `${name}, you are signed in, and have no role at the desk. Ask whoever looks after Pānui to add one of your groups.`,
    );
  return { name, roles: new Set(own) };
}
