import { contract, isBlockName, type BlockDefinition } from '../../blocks/contract.ts';
import type { BlockShape } from '../protocol/blocks.ts';
import { formOf } from './form-of.ts';
import { labelOf } from './label-of.ts';

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
        labels: Object.fromEntries(Object.keys(props.shape).map((key) => [key, labelOf(key)])),
      };
    });
