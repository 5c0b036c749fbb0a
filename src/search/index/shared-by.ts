import type { Flow } from '../../document/tree.ts';
import { variantFor } from '../../document/variant.ts';
import type { Audience } from '../../publication/site.ts';

/** The part of a text that each of a record's audiences gets on the web, so that no record gives away another's words. */
export const sharedBy = (audiences: readonly Audience[], nodes: readonly Flow[]): readonly Flow[] =>
  audiences.reduce((rest, audience) => variantFor(rest, { audience, channel: 'web' }), nodes);
