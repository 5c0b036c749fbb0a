import { randomBytes } from 'node:crypto';
import type { Role } from '../../settings/sign-in.ts';

/** Somebody whom the sign-in service vouched for. */
export interface SignedIn {
  name: string;
  roles: ReadonlySet<Role>;
}

/** Who is signed in; a restart of the desk signs everybody out. */
export interface Sessions {
  /** @returns the secret that a browser shows from now on */
  begin: (who: SignedIn, now: Date) => string;
  /**
   * Undefined once it ended, or was left alone for too long.
   * @param isAtWork whether somebody is at work, and not an open page asking by itself
   */
  find: (secret: string, now: Date, isAtWork: boolean) => SignedIn | undefined;
  end: (secret: string) => void;
}

/** A session that nobody used for an hour is over, and so is one that began in another working day. */
export const idle = 60 * 60_000;
export const longest = 12 * 60 * 60_000;

/* So that no flood of them fills the memory: the oldest go first. */
const most = 10_000;

export function sessions(): Sessions {
  const all = new Map<string, { who: SignedIn; begun: number; used: number }>();
  return {
    begin: (who, now) => {
      const secret = randomBytes(32).toString('base64url');
      const [oldest] = all.keys();
      if (all.size >= most && oldest !== undefined) all.delete(oldest);
      all.set(secret, { who, begun: now.getTime(), used: now.getTime() });
      return secret;
    },
    find: (secret, now, isAtWork) => {
      const session = all.get(secret);
      if (!session) return undefined;
      const time = now.getTime();
      if (time - session.used > idle || time - session.begun > longest) {
        all.delete(secret);
        return undefined;
      }
      if (isAtWork) session.used = time;
      return session.who;
    },
    end: (secret) => {
      all.delete(secret);
    },
  };
}
