import type { z } from 'zod';
import { type BlockName, contract } from '../blocks/contract.ts';

type Props<Name extends BlockName> = z.input<(typeof contract)[Name]['props']>;

/* As wide as the sample documents are written. */
const widest = 100;

/**
 * A block as an author writes it, held by types to what the contract says it takes.
 * @param inside what stands between its tags; left out, for a block that holds nothing
 */
export function writeTag<Name extends BlockName>(
  name: Name,
  props: Props<Name>,
  inside?: string,
): string {
  const written = Object.entries<unknown>(props).flatMap(([key, value]) =>
    typeof value === 'string' ? `${key}="${value.replaceAll('"', '&quot;')}"` : [],
  );
  const end = inside === undefined ? '/>' : '>';
  const line = `<${[name, ...written].join(' ')}${inside === undefined ? ' ' : ''}${end}`;
  const open =
    line.length <= widest
      ? line
      : [`<${name}`, ...written.map((one) => `  ${one}`), end].join('\n');
  return inside === undefined ? open : `${open}\n\n${inside}\n\n</${name}>`;
}
