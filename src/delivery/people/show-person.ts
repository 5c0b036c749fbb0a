import { z } from 'zod';
import { audienceId } from '../../schemas/audience-id.ts';
import { bulletinId } from '../../schemas/fields.ts';
import { deliveryState } from '../events/event.ts';
import { forgottenSince } from '../suppressions/forgotten.ts';
import type { Store } from '../store/store.ts';
import { subscriptionStatus, wants } from '../lists/subscription.ts';
import { suppressionsOf, type HeldSuppression } from '../suppressions/suppression.ts';

const personSchema = z.object({
  id: z.int(),
  address: z.string(),
  name: z.string(),
  organisation: z.string(),
  region: z.string(),
  createdAt: z.iso.datetime(),
});

const placeSchema = z.object({
  list: audienceId,
  status: subscriptionStatus,
  reason: z.string(),
  changedAt: z.iso.datetime(),
  consentBasis: z.string(),
  consentSource: z.string(),
  consentDate: z.string(),
  wants,
});

const consentSchema = z.object({
  list: audienceId,
  wording: z.string(),
  source: z.string(),
  askedAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime(),
});

const signUpSchema = z.object({
  lists: z.string(),
  wants,
  wording: z.string(),
  askedAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime().nullable(),
  mailedAt: z.iso.datetime().nullable(),
});

const earlierSchema = placeSchema.pick({ list: true, status: true, reason: true, changedAt: true });

const deliverySchema = z.object({
  edition: bulletinId,
  audience: audienceId,
  status: z.string(),
  reason: z.string().nullable(),
  emailId: z.string().nullable(),
  delivery: z.string().nullable(),
  deliveryAt: z.string().nullable(),
});

const reportSchema = z.object({
  edition: bulletinId,
  audience: audienceId,
  state: deliveryState,
  lasting: z.int().transform(Boolean),
  detail: z.string(),
  emailId: z.string(),
  at: z.iso.datetime(),
});

/** Everything held about one person. */
export interface Person {
  person: Omit<z.output<typeof personSchema>, 'id'> | null;
  /** Where they are, or were, on a list. */
  lists: z.output<typeof placeSchema>[];
  /** What they agreed to when they signed up by themselves, oldest first. */
  consents: z.output<typeof consentSchema>[];
  /** What they asked for on the page to sign up and have not confirmed, or confirmed lately. */
  signUp: z.output<typeof signUpSchema> | null;
  /** The states before, oldest first. */
  history: z.output<typeof earlierSchema>[];
  deliveries: z.output<typeof deliverySchema>[];
  /** What the provider reported on them, oldest first. */
  reports: z.output<typeof reportSchema>[];
  /** Every no that is kept of them, or was. */
  suppressions: HeldSuppression[];
  /** When they asked to be forgotten, if they did. */
  forgottenAt: string | null;
}

/**
 * Everything held about the person with a normalised address, as the Privacy Act 2020 (IPP 6) lets
 * them ask for.
 */
export function showPerson(store: Store, address: string): Person {
  const found = store.rows(
    personSchema,
    `SELECT id, address, name, organisation, region, created_at AS "createdAt" FROM subscribers
     WHERE address = $address`,
    { address },
  )[0];
  const id = found?.id ?? 0;
  const lists = store.rows(
    placeSchema,
    `SELECT list, status, reason, changed_at AS "changedAt", consent_basis AS "consentBasis",
       consent_source AS "consentSource", consent_date AS "consentDate", wants
     FROM subscriptions WHERE subscriber = $id ORDER BY list`,
    { id },
  );
  const consents = store.rows(
    consentSchema,
    `SELECT list, wording, source, asked_at AS "askedAt", confirmed_at AS "confirmedAt"
     FROM consents WHERE subscriber = $id ORDER BY id`,
    { id },
  );
  const [signUp = null] = store.rows(
    signUpSchema,
    `SELECT lists, wants, wording, asked_at AS "askedAt", confirmed_at AS "confirmedAt",
       mailed_at AS "mailedAt" FROM sign_ups WHERE address = $address`,
    { address },
  );
  const history = store.rows(
    earlierSchema,
    `SELECT list, status, reason, changed_at AS "changedAt" FROM subscription_history
     WHERE subscriber = $id ORDER BY changed_at`,
    { id },
  );
  const deliveries = store.rows(
    deliverySchema,
    `SELECT d.edition, d.audience, v.status, v.reason, v.email_id AS "emailId", v.delivery,
       v.delivery_at AS "deliveryAt"
     FROM dispatches d JOIN deliveries v ON v.dispatch = d.id AND v.address = $address
     ORDER BY d.edition, d.audience`,
    { address },
  );
  const reports = store.rows(
    reportSchema,
    `SELECT d.edition, d.audience, e.state, e.lasting, e.detail, e.email_id AS "emailId",
       e.created_at AS at
     FROM dispatches d JOIN deliveries v ON v.dispatch = d.id AND v.address = $address
       JOIN events e ON e.dispatch = v.dispatch AND e.position = v.position
     ORDER BY e.created_at, e.webhook_id`,
    { address },
  );
  const suppressions = suppressionsOf(store, address);
  const person = found ? personSchema.omit({ id: true }).parse(found) : null;
  const forgottenAt = forgottenSince(store)(address) ?? null;
  return {
    person,
    lists,
    consents,
    signUp,
    history,
    deliveries,
    reports,
    suppressions,
    forgottenAt,
  };
}
