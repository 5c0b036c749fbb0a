import { contract, isBlockName, type BlockDefinition } from '../../blocks/contract.ts';
import type { BlockShape } from '../protocol/blocks.ts';
import { formOf } from './form-of.ts';
import { labelOf } from './label-of.ts';
import { askedOf } from '../../schemas/asked.ts';

/** Every block of the contract, as the editor needs it. */
export const blockShapes = (): BlockShape[] =>
  Object.keys(contract)
    .filter(isBlockName)
    .map((name) => {
      const { purpose, holds, place, within, props }: BlockDefinition = contract[name];
      return {
        name,
        label: labelOf(name),
        purpose,
        holds,
        place,
        ...(within && { within: [...within] }),
        props: formOf(props),
        labels: Object.fromEntries(
          Object.entries(props.shape).map(([key, schema]) => [key, propLabel(key, schema)]),
        ),
      };
    });

/** What is picked is called by what it is. */
function propLabel(key: string, schema: unknown): string {
  const asked = askedOf(schema);
  const isPicked = key === 'id' && asked !== undefined && asked !== 'anchor';
  return labelOf(isPicked ? asked.replace('-', ' ') : key);
}
