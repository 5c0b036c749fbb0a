import { expect, it } from 'vitest';
import { blockShapes as schema } from '../protocol/blocks.ts';
import { blockShapes } from './block-shapes.ts';

const shapes = blockShapes();
const shapeOf = (name: string) => shapes.find((shape) => shape.name === name);

it('tells the editor of every block what its form asks, and how', () => {
  expect(schema.parse(structuredClone(shapes))).toEqual(shapes);
  const { required, properties = {} } = shapeOf('Item')?.props ?? {};
  expect(required).toEqual(['id', 'title', 'action']);
  expect(properties['due']).toMatchObject({ asked: 'day', description: 'The last day to do it.' });
  expect(properties['audience']).toMatchObject({
    asked: 'audience',
    enum: ['providers', 'schools'],
  });
  expect(properties['id']).toMatchObject({ asked: 'anchor' });
  expect(properties['title']).not.toHaveProperty('asked');
  expect(shapeOf('Session')?.props.properties).toMatchObject({
    start: { asked: 'time' },
    register: { asked: 'link' },
  });
  expect(shapeOf('Reo')?.props.properties).toMatchObject({ mi: { language: 'mi' } });
});

it.each([
  ['Contact', 'id', 'contact'],
  ['KnownIssue', 'id', 'known-issue'],
  ['Guidance', 'id', 'guidance'],
  ['Release', 'id', 'release'],
  ['Picture', 'file', 'picture'],
])('lets people pick what %s shows', (name, prop, asked) => {
  expect(shapeOf(name)?.props.properties?.[prop]?.asked).toBe(asked);
});
