import type { Settings } from '../../src/settings/settings.ts';

/** Who reaches the desk that was opened, and how. */
export const whoMayCome = ({ signIn }: Pick<Settings, 'signIn'>): string =>
  signIn
    ? `People sign in at ${signIn.deskUrl}/desk/: have a server there that speaks HTTPS hand them on to this port.`
    : 'Only this machine can reach it.';
