import { type Grid, withoutTags } from '../rendering/grid.ts';

/** A table as HTML for the web. On a phone each cell says what its column holds. */
export function table({ caption, columns, hasHead, rows, stacks }: Grid): string {
  const side = (index: number) => {
    const name = columns[index]?.side;
    return name === undefined || name === 'left' ? '' : ` class="${name}"`;
  };
  const head = columns.map(({ label }, index) =>
    label === '' ? '<td></td>' : `<th scope="col"${side(index)}>${label}</th>`,
  );
  const attributes = (index: number) => {
    const label = withoutTags(columns[index]?.label ?? '');
    return `${side(index)}${label === '' ? '' : ` data-label="${label}"`}`;
  };
  const body = rows.map(([first = '', ...cells]) => {
    const said = cells.map((cell, index) => `<td${attributes(index + 1)}>${cell}</td>`);
    return `<tr><th scope="row"${attributes(0)}>${first}</th>${said.join('')}</tr>`;
  });
  return [
    `<table class="grid${stacks ? ' grid-stacks' : ''}">`,
    caption === undefined ? '' : `<caption>${caption}</caption>`,
    hasHead ? `<thead><tr>${head.join('')}</tr></thead>` : '',
    `<tbody>${body.join('')}</tbody></table>`,
  ].join('');
}
