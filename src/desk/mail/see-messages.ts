import { messageTo } from '../../delivery/ledger/chunk-body.ts';
import { listRecipients } from '../../delivery/lists/list-recipients.ts';
import type { Recipient } from '../../delivery/lists/subscription.ts';
import { listWords } from '../../delivery/messages/message-headers.ts';
import type { Store } from '../../delivery/store/store.ts';
import type { BatchMessage } from '../../delivery/transports/transport.ts';
import type { Bulletin } from '../../schemas/bulletin.ts';

/** How many people a page names. */
export const peopleToPage = 100;

/** Some of the people who get a bulletin, in the order of its list, and how many there are. */
export function peopleOf(
  store: Store,
  { audience, asks }: Pick<Bulletin, 'audience' | 'asks'>,
  page: number,
): { people: Recipient[]; total: number } {
  const people: Recipient[] = [];
  let total = 0;
  const first = page * peopleToPage;
  for (const some of listRecipients(store, audience, { asks })) {
    for (const one of some) {
      if (total >= first && people.length < peopleToPage) people.push(one);
      total += 1;
    }
  }
  return { people, total };
}

/** The message to one person, as the provider would be given it now. */
export function messageNumber(
  store: Store,
  bulletin: Bulletin,
  siteUrl: string,
  number: number,
): BatchMessage | undefined {
  const { people } = peopleOf(store, bulletin, Math.floor((number - 1) / peopleToPage));
  const person = people[(number - 1) % peopleToPage];
  if (!person) return undefined;
  const { address, token } = person;
  const source = { bulletin, siteUrl, words: listWords(bulletin.audience) };
  return messageTo(source, { address, token, delivery: `0-${number}` });
}
