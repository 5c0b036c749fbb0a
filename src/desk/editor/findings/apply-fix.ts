import type { EditorState, Transaction } from 'prosemirror-state';
import type { Field } from '../../protocol/document.ts';
import type { Finding } from '../../protocol/findings.ts';
import { asFields, asList } from '../form/field-values.ts';
import { propsOf } from '../model/block-dom.ts';

/** Mends a finding where it stands; says whether it could: its words may be gone. */
export function applyFix(
  tr: Transaction,
  { words, nth, prop, key, fix }: Finding,
  range: { from: number; to: number } | undefined,
): boolean {
  if (fix === undefined) return false;
  if (key !== undefined) {
    const fields = asFields(tr.doc.attrs['fields']);
    const mended = inField(fields, key.split('.'), (value) => replaceNth(value, words, nth, fix));
    if (!mended) return false;
    tr.setDocAttribute('fields', mended);
    return true;
  }
  if (!range) return false;
  const node = tr.doc.nodeAt(range.from);
  if (prop !== undefined && node) {
    const props = propsOf(node);
    const mended = replaceNth(props[prop] ?? '', words, nth, fix);
    if (mended === undefined) return false;
    tr.setNodeAttribute(range.from, 'props', { ...props, [prop]: mended });
    return true;
  }
  if (tr.doc.textBetween(range.from, range.to) !== words) return false;
  tr.insertText(fix, range.from, range.to);
  return true;
}

/** The document with a warning let stand. */
export function letStand(
  state: EditorState,
  { rule, words }: Finding,
  reason: string,
  by: string,
): Transaction {
  const fields = asFields(state.doc.attrs['fields']);
  const acks = [...asList(fields['acks']), { rule, ...(words !== '' && { words }), reason, by }];
  return state.tr.setDocAttribute('fields', { ...fields, acks });
}

function inField(
  value: Field,
  [key, ...rest]: readonly string[],
  change: (value: string) => string | undefined,
): Field | undefined {
  if (key === undefined) return typeof value === 'string' ? change(value) : undefined;
  if (typeof value === 'string') return undefined;
  const list = asList(value);
  const isList = Array.isArray(value);
  const inner = isList ? list[Number(key)] : asFields(value)[key];
  const changed = inner === undefined ? undefined : inField(inner, rest, change);
  if (changed === undefined) return undefined;
  return isList ? list.with(Number(key), changed) : { ...asFields(value), [key]: changed };
}

function replaceNth(text: string, words: string, nth: number, by: string): string | undefined {
  const parts = text.split(words);
  if (words === '' || parts.length < nth + 2) return undefined;
  return `${parts.slice(0, nth + 1).join(words)}${by}${parts.slice(nth + 1).join(words)}`;
}
