import type { z } from 'zod';
import { type BlockName, contract } from '../../blocks/contract.ts';
import { firstHeadingIn } from '../first-heading.ts';

type Props<Name extends BlockName> = z.input<(typeof contract)[Name]['props']>;

/**
 * A block as an author writes it, whose props need not keep the contract yet: what somebody is still filling
 * in. Otherwise as `writeTag`.
 */
export function writeUnfinishedTag(
  name: BlockName,
  props: Readonly<Record<string, unknown>>,
  ...inside: readonly string[]
): string {
  const written = Object.keys(contract[name].props.shape).flatMap((key) => {
    const value = props[key];
    return typeof value === 'string' ? `${key}="${escapeValue(value)}"` : [];
  });
  const holds = inside.length > 0;
  const end = holds ? '>' : '/>';
  const open =
    firstHeadingIn(name, 0) > 0 && written.length > 3
      ? [`<${name}`, ...written.map((one) => `  ${one}`), end].join('\n')
      : `<${[name, ...written].join(' ')}${holds ? '' : ' '}${end}`;
  return holds ? [open, ...inside, `</${name}>`].filter(Boolean).join('\n\n') : open;
}

/**
 * A block as an author writes it, held by types to what the contract says it takes, in its order. A
 * tag that opens a section has each prop on a line of its own, where there are many: they are read
 * and changed like front matter.
 * @param inside what stands between its tags, with an empty line between each; nothing, for a block that
 *   holds nothing
 */
export const writeTag = <Name extends BlockName>(
  name: Name,
  props: Props<Name>,
  ...inside: readonly string[]
): string => writeUnfinishedTag(name, { ...props }, ...inside);

/** The value of a prop as it stands between its quotation marks. */
export const escapeValue = (value: string): string =>
  value
    .normalize('NFC')
    .replaceAll(/&(?=#|[a-z][a-z0-9]*;)/gi, '&amp;')
    .replaceAll('"', '&quot;');
