import { type Act, actWords, isActKind } from './act.ts';

/** "Comms Lead approved 2026-05-08 for providers. Hash 0123456789ab." */
export function describeAct({ person, act, edition, audience, detail }: Act): string {
  const who = person === '' ? 'Somebody who gave no name' : person;
  const what = isActKind(act) ? actWords[act] : act;
  const about = edition === '' ? '' : ` ${edition}${audience === '' ? '' : ` for ${audience}`}`;
  return `${who} ${what}${about}.${detail === '' ? '' : ` ${detail}`}`;
}
