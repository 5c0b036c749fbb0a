import { audienceById, publication, type Audience } from '../../publication/site.ts';
import type { Wants } from '../lists/subscription.ts';

/** What one can choose to get, in the words of the page. */
export const wantsWords: Readonly<Record<Wants, string>> = {
  every: 'Every edition',
  action: 'Only editions that ask me to do something, and corrections',
};

/**
 * What somebody agrees to by pressing the button, in plain words: what they get, from whom, how they stop it, and
 * what is kept for it (Unsolicited Electronic Messages Act 2007, s 4 and 9; Privacy Act 2020, IPP 3).
 */
export function consentSentence(): string {
  const { newsletter, organisation } = publication();
  return `I agree that the ${organisation.en} emails me the ${newsletter} as I chose above, and keeps my address and my choices for that and nothing else. I can stop it at any time with the link in every email.`;
}

/** The same with what was chosen above it, as it is kept. */
export function consentWording(lists: readonly Audience[], wants: Wants): string {
  const names = lists.map((id) => audienceById(id).longName);
  return `${consentSentence()} Chosen: ${[...names, wantsWords[wants]].join('; ')}.`;
}
