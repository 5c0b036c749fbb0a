import { beingListedInPostgres } from '../being-listed.ts';
import { actsInPostgres } from '../acts.ts';
import { signingUpInPostgres } from '../signing-up.ts';

/** What came after the tables of `tables.ts`, a step a version, each as the step of `migrations` with its number. */
export const laterTables: readonly string[] = [
  signingUpInPostgres,
  beingListedInPostgres,
  actsInPostgres,
];
