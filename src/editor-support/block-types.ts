import { contract, isBlockName, type BlockName } from '../blocks/contract.ts';
import { describePlace, describeProps } from '../blocks/describe-props.ts';
import type { KeyEntry } from '../schemas/describe-keys.ts';

/**
 * The contract as types of TypeScript, for editors: the language service of MDX takes the global type
 * `MDXProvidedComponents` for the components that a document may use without importing them. They are
 * written out rather than inferred from the schemas, because types that are inferred have no
 * descriptions and do not know the audiences. What a block may hold is left to the reader: a fault in
 * what stands between two tags has no place in the document that the language service could tell.
 */
export function blockTypes(): string {
  const names = Object.keys(contract).filter(isBlockName);
  return `/* What the contract of the blocks says (src/blocks/contract.ts), for editors. */
declare namespace Blocks {
${names.map(propsOf).join('\n')}
}

interface MDXProvidedComponents {
${names.map(componentOf).join('\n')}
}
`;
}

const componentOf = (name: BlockName) =>
  `  ${comment(`${contract[name].purpose} ${describePlace(name)}`)}
  ${name}: (props: Blocks.${name}) => null;`;

const propsOf = (name: BlockName) =>
  `  interface ${name} {\n${describeProps(name).map(propOf).join('\n')}\n  }`;

const propOf = ({ name, needed, means, choices }: KeyEntry) =>
  `    ${comment(means)}\n    ${name}${needed ? '' : '?'}: ${valueOf(choices)};`;

const valueOf = (choices: readonly string[]) =>
  choices.length > 0 ? choices.map((choice) => JSON.stringify(choice)).join(' | ') : 'string';

const comment = (text: string) => `/** ${text.replaceAll('*/', '* /')} */`;
