import type { Element, Nodes } from 'hast';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseHtml } from '../src/checks/parity/read-html.ts';
import { sampleBulletins } from '../src/testing/editions/sample-bulletins.ts';

/*
 * Outlook for Windows draws with Word. What it draws of CSS is little and, by Can I email, this:
 * padding of cells, borders of cells up to 8 pixels, lists by their margin, sizes in pixels.
 */

interface Styled {
  tag: string;
  parent: Element | undefined;
  style: ReadonlyMap<string, string>;
}

let all: { name: string; html: string; styled: Styled[] }[];
beforeAll(async () => {
  all = (await sampleBulletins()).map(({ name, rendered: { bulletin } }) => ({
    name,
    html: bulletin.html,
    styled: styledIn(parseHtml(bulletin.html)),
  }));
});

const offenders = (is: (one: Styled) => boolean) =>
  all.flatMap(({ name, styled }) =>
    styled
      .filter(is)
      .map(({ tag, style }) => `${name}: <${tag}> ${JSON.stringify(Object.fromEntries(style))}`),
  );

const isSet = (value: string | undefined) =>
  value !== undefined && !/^(?:0(?:px)?|none)(?: 0(?:px)?)*$/.test(value);

describe('what is written into the elements of a bulletin', () => {
  it('is there to look at', () => {
    for (const { name, styled } of all) expect(styled.length, name).toBeGreaterThan(20);
  });

  it('pads cells alone, and a button by the cell around it', () => {
    const padded = offenders(({ tag, parent, style }) => {
      const inButton = /mso-padding-alt/.test(String(parent?.properties['style']));
      return isSet(style.get('padding')) && !/^t[dh]$/.test(tag) && !(tag === 'a' && inButton);
    });
    expect(padded).toEqual([]);
  });

  it('gives borders to cells alone, at most 8 pixels wide', () => {
    const wrong = offenders(({ tag, style }) =>
      [...style].some(
        ([property, value]) =>
          /^border(?:-(?:top|right|bottom|left))?$/.test(property) &&
          isSet(value) &&
          (!/^t[dh]$/.test(tag) || Number.parseFloat(value) > 8),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('moves lists in by their margin, so that no mark stands outside the sheet', () => {
    const outside = offenders(
      ({ tag, style }) =>
        /^[ou]l$/.test(tag) && !/ (?:2[0-9]|3[0-9])px$/.test(style.get('margin') ?? ''),
    );
    expect(outside).toEqual([]);
  });

  it('asks for nothing that Word leaves out without a cell in its place', () => {
    const wrong = offenders(({ style }) =>
      [...style].some(
        ([property, value]) =>
          /^(?:float|position|transform|box-shadow|background-image|gap)$/.test(property) ||
          /flex|grid|url\(|calc\(|-\d|\d(?:em|rem|vw|vh)\b/.test(value),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('gives Outlook tables of 640 pixels of its own, each closed', () => {
    for (const { name, html } of all) {
      const outlooks = [...html.matchAll(/<!--\[if mso \| IE\]>([^]*?)<!\[endif\]-->/g)];
      const own = outlooks.map(([, table = '']) => table).join('');
      expect(own.match(/<table/g)?.length, name).toBe(own.match(/<\/table>/g)?.length);
      expect(own, name).toContain('width="640"');
    }
  });
});

function styledIn(node: Nodes, parent?: Element): Styled[] {
  if (node.type !== 'element') {
    return 'children' in node ? node.children.flatMap((child) => styledIn(child, parent)) : [];
  }
  const style = String(node.properties['style'] ?? '');
  const pairs = style.split(';').flatMap((rule): [string, string][] => {
    const [property = '', value = ''] = rule.split(/:(.*)/).map((part) => part.trim());
    return property === '' ? [] : [[property, value]];
  });
  return [
    ...(pairs.length > 0 ? [{ tag: node.tagName, parent, style: new Map(pairs) }] : []),
    ...node.children.flatMap((child) => styledIn(child, node)),
  ];
}
