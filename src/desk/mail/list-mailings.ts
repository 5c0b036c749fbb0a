import { readBuilt } from '../../delivery/bulletins/read-bulletin.ts';
import { listBulletins } from '../../delivery/bulletins/list-bulletins.ts';
import { approvalState } from '../../delivery/approval/approval.ts';
import { findDispatch, type DispatchStatus } from '../../delivery/ledger/dispatch.ts';
import type { Store } from '../../delivery/store/store.ts';
import type { Audience } from '../../publication/site.ts';

/** A bulletin that is built, and how far it has come. */
export interface Mailing {
  edition: string;
  audience: Audience;
  title: string;
  subject: string;
  /** Where its dispatch stands; before there is one, where the bulletin does. */
  state: DispatchStatus | 'draft' | 'open' | 'approved';
  /** When it begins, where that was said; in UTC. */
  sendAt: string | null;
}

/* An edition a month, and some corrections. */
const most = 16;

/** The bulletins of the newest editions that are built, newest first; those whose file was changed by hand are left out. */
export async function listMailings(store: Store, out: string): Promise<Mailing[]> {
  const built = await listBulletins(out);
  const editions = [...new Set(built.map(({ edition }) => edition))].slice(-most);
  const wanted = built.filter(({ edition }) => editions.includes(edition));
  const found = await Promise.all(
    wanted.map(async (one): Promise<Mailing[]> => {
      const bulletin = await readBuilt(one).catch(() => undefined);
      if (!bulletin) return [];
      const { edition, audience, title, subject } = bulletin;
      const dispatch = findDispatch(store, edition, audience);
      const before =
        bulletin.state === 'draft'
          ? 'draft'
          : approvalState(store, bulletin).approved
            ? 'approved'
            : 'open';
      const sendAt = dispatch?.sendAt ?? null;
      return [{ edition, audience, title, subject, state: dispatch?.status ?? before, sendAt }];
    }),
  );
  return found.flat().toSorted((a, b) => (a.edition < b.edition ? 1 : -1));
}

/** The address of the page of one bulletin. */
export const mailAddress = ({ edition, audience }: Pick<Mailing, 'edition' | 'audience'>): string =>
  `/desk/mail/${edition}/${audience}/`;
