import { carrierIsThere } from '../../../delivery/ledger/sign-of-life.ts';
import { leaveToCarrier, type SendWish } from '../../../delivery/orders/send-edition.ts';
import { useStore } from '../../../delivery/store/use-store.ts';
import type { Audience } from '../../../publication/site.ts';
import type { Desk } from '../desk.ts';

/**
 * Lets a bulletin go out, or go on, by the process that carries what is scheduled: `serve` where it runs, else one that
 * the desk starts. It goes on when the desk stops.
 * @throws {BadInput} naming every reason not to; nothing was changed
 */
export async function handOver(
  desk: Desk,
  place: { edition: string; audience: Audience },
  wish: Omit<SendWish, 'workers'>,
): Promise<void> {
  const transport = await desk.post.transport();
  const settings = desk.settings();
  const isCarried = await useStore(settings, async (store) => {
    const now = () => desk.post.now(store);
    await leaveToCarrier(settings, place, wish, { store, transport, now });
    return carrierIsThere(store, now());
  });
  if (!isCarried) desk.post.startCarrier();
}
