import { type Grid, withoutTags } from '../src/rendering/grid.ts';

/*
 * A table for email. One of more than two columns stands as a list as long as nothing says that there is
 * room: each cell is a block that begins with what its column holds. A rule for wide windows in the head
 * (emails/styles.ts) makes cells of them again. So a phone whose program drops the head has a list too.
 * Outlook for Windows knows cells as nothing but cells: its table keeps the words in them, without a head.
 */

/** A table as HTML for email. */
export function table({ caption, columns, hasHead, rows, stacks }: Grid): string {
  const at = (index: number) => {
    const side = columns[index]?.side ?? 'left';
    return side === 'left' || stacks ? '' : ` align="${side}"`;
  };
  const sided = (name: string, index: number) => {
    const side = columns[index]?.side ?? 'left';
    return ` class="${name}${side === 'left' ? '' : ` ${side}`}"`;
  };
  const kind = stacks ? 'stack' : 'cell';
  const labels = columns.map(({ label }, index) =>
    label === ''
      ? '<td class="cell"></td>'
      : `<th scope="col"${sided(keeps(label) ? 'top keep' : 'top', index)}${at(index)}>${label}</th>`,
  );
  const said = (cell: string, index: number) => {
    const label = columns[index]?.label ?? '';
    return stacks && label !== '' && cell !== ''
      ? `<span class="says">${label}: </span>${cell}`
      : cell;
  };
  const body = rows.map(([first = '', ...cells]) => {
    const beside = cells.map((cell, index) => {
      const name = stacks && index === cells.length - 1 ? 'stack last' : kind;
      return `<td${sided(name, index + 1)}${at(index + 1)}>${said(cell, index + 1)}</td>`;
    });
    const name = stacks ? 'stack first' : 'cell';
    return `<tr><th scope="row"${sided(name, 0)}${at(0)}>${said(first, 0)}</th>${beside.join('')}</tr>`;
  });
  const head = `<tr>${labels.join('')}</tr>`;
  return [
    '<table class="grid" width="100%" cellpadding="0" cellspacing="0" border="0">',
    caption === undefined ? '' : `<caption class="caption">${caption}</caption>`,
    !hasHead ? '' : stacks ? `<thead class="tops">${head}</thead>` : `<thead>${head}</thead>`,
    `<tbody>${body.join('')}</tbody></table>`,
  ].join('');
}

/* Whether no word has so many letters that a narrow column would have to break it. */
const keeps = (label: string) =>
  withoutTags(label)
    .split(/[\s-]/)
    .every((word) => word.length < 16);
