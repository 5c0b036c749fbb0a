import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../../document/yaml/yaml-values.ts';
import type { Palette, Publication } from '../../publication/site.ts';
import { audienceId } from '../../schemas/audience-id.ts';

const usable = z.looseObject({ audiences: z.record(audienceId, z.unknown()) });

/**
 * What a `site.yaml` that has faults says all the same, so that the faults of the documents can be told with
 * its own: whom they can be for. Everything else is empty, since nothing is made of such content. Undefined
 * where no audience can be read either.
 * @param folder the content folder, in which it is
 */
export function usablePublication(folder: string): Publication | undefined {
  const value = valueOf(join(folder, 'site.yaml'));
  const ids = Object.keys(usable.safeParse(value).data?.audiences ?? {});
  if (ids.length === 0) return undefined;
  const audiences = ids.map((id) => ({ id, name: id, longName: id, listId: '', why: '' }));
  return { ...empty, audiences };
}

/** Where a part cannot be parsed, nobody knows what else is missing. */
function valueOf(file: string): unknown {
  try {
    const document = readYaml(readFileSync(file, 'utf8'));
    return document.errors.length > 0 ? undefined : document.toJS();
  } catch {
    return undefined;
  }
}

const noColours: Palette = {
  ink: '',
  muted: '',
  paper: '',
  raised: '',
  rule: '',
  link: '',
  accent: '',
  onAccent: '',
  alert: '',
  onAlert: '',
  tint: '',
};

const empty: Omit<Publication, 'audiences'> = {
  name: '',
  strapline: '',
  organisation: { mi: '', en: '' },
  newsletter: '',
  contact: '',
  answersWithin: '',
  streetAddress: '',
  postalAddress: '',
  licence: { name: '', url: '' },
  namingDomain: '',
  sender: { name: '', address: '', unsubscribeAddress: '' },
  rules: { approver: 'anybody' },
  colours: { light: noColours, dark: noColours },
};
