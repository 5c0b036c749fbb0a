import { z } from 'zod';
import { publication } from '../../publication/site.ts';
import type { Wants } from '../lists/subscription.ts';
import type { Store } from '../store/store.ts';

/** Keeps whether the person of a token wants every bulletin of its list, or those that ask something of them. */
export const chooseWants = (store: Store, token: string, wants: Wants): boolean =>
  store.change('UPDATE subscriptions SET wants = $wants WHERE token = $token', { token, wants }) >
  0;

/** The region that is known of the person of a token; empty where none is. */
export const regionOf = (store: Store, token: string): string =>
  store.rows(
    z.object({ region: z.string() }),
    `SELECT s.region FROM subscriptions p JOIN subscribers s ON s.id = p.subscriber
     WHERE p.token = $token`,
    { token },
  )[0]?.region ?? '';

/**
 * Corrects the region of the person of a token to one of the publication's, or takes it away
 * (Privacy Act 2020, IPP 7).
 */
export const chooseRegion = (store: Store, token: string, region: string): boolean =>
  (region === '' || (publication().regions ?? []).includes(region)) &&
  store.change(
    `UPDATE subscribers SET region = $region
     WHERE id = (SELECT subscriber FROM subscriptions WHERE token = $token)`,
    { token, region },
  ) > 0;
