import type { Role } from '../../settings/sign-in.ts';

/** What a role lets somebody do, as pages say it. */
export const roleWords: Readonly<Record<Role, string>> = {
  author: 'write',
  approver: 'approve and publish',
  sender: 'send',
  administrator: 'do everything',
};

/*
 * Who may change what, by the address that a form is sent to; the first that fits holds. Everybody with a role may
 * look at everything. What stands in no row is for administrators, so that a new page is open to nobody by mistake.
 */
const rights: readonly (readonly [RegExp, readonly Role[]])[] = [
  [/^\/desk\/(?:write|api|ready|typed|history|new|import)(?:\/|$)/, ['author']],
  [/^\/desk\/publish(?:\/|$)/, ['approver']],
  [/^\/desk\/preview(?:\/|$)/, ['author', 'approver', 'sender']],
  [/^\/desk\/mail\/.*\/approve\/?$/, ['approver']],
  // To look at a bulletin before it goes out, and to stop it, is nobody's alone.
  [/^\/desk\/mail\/.*\/(?:test|rehearse)\/?$/, ['author', 'approver', 'sender']],
  [/^\/desk\/mail\/.*\/pause\/?$/, ['approver', 'sender']],
  [/^\/desk\/mail(?:\/|$)/, ['sender']],
];

/** The roles that may send a change to an address of the desk, an administrator besides. */
export const mayChange = (path: string): readonly Role[] => [
  ...(rights.find(([pattern]) => pattern.test(path))?.[1] ?? []),
  'administrator',
];
