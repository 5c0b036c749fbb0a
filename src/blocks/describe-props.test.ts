import { describe, expect, it } from 'vitest';
import { contract, isBlockName } from './contract.ts';
import { describePlace, describeProps } from './describe-props.ts';

describe('what authors are told of a block', () => {
  it('names what is needed first, and the choices there are', () => {
    expect(describeProps('Callout')).toMatchObject([
      { name: 'kind', needed: true, means: 'How urgent it is.', choices: ['note', 'warning'] },
      { name: 'title', needed: true, means: 'What the callout says in short.', choices: [] },
    ]);
    const item = describeProps('Item');
    expect(item.map(({ name, needed }) => [name, needed]).slice(0, 4)).toEqual([
      ['id', true],
      ['title', true],
      ['action', true],
      ['task', false],
    ]);
    expect(item.find(({ name }) => name === 'audience')?.choices).toEqual(['providers', 'schools']);
  });

  it('says where it stands and what it holds', () => {
    expect(describePlace('Session')).toBe(
      'It stands on lines of its own, directly in <Event>. It holds nothing.',
    );
    expect(describePlace('Greeting')).toContain('directly in an edition, a correction or <For>');
  });

  it('is a sentence for every prop of every block', () => {
    for (const name of Object.keys(contract).filter(isBlockName))
      for (const { means } of describeProps(name)) expect(means).toMatch(/^[\p{Lu}"].*[.”"]$/u);
  });
});
