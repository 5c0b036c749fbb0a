import { expect, it } from 'vitest';
import { Document, isScalar, isSeq, Scalar, visit } from 'yaml';
import { randomFrom } from '../../testing/random-from.ts';
import { readYaml } from '../yaml/yaml-values.ts';
import { editFields, type Field, type Fields } from './edit-fields.ts';
import { splice } from './splice.ts';

/* Front matter as somebody may write it by hand, in every style of YAML and with comments, of which one key changes. */

const words =
  `Kia ora|No: 1 # one|yes|null|~|2026-05-08|- x|# none|it's|"both" 'marks'|Māori| spaced |0800 555 010|@x|{a}|[b` +
  `|*star|&and|!bang|%pct|---|...|ends:|a, b|two\nlines|three\n\n  lines\n|` +
  'A sentence that is long enough that whoever writes it by hand breaks it over two lines';

function writer(seed: number) {
  const random = randomFrom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const oneOf = <Value>(...values: Value[]): Value => {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error('Nothing to choose from.');
    return value;
  };
  const several = <Value>(make: () => Value) => Array.from({ length: 1 + below(3) }, make);
  const text = () => oneOf(...words.split('|'));
  const fields = (make: () => Field): Fields =>
    Object.fromEntries(several(() => oneOf('a', 'b', 'c', 'note')).map((key) => [key, make()]));
  const value = (): Field =>
    oneOf<() => Field>(
      text,
      text,
      () => several(text),
      () => fields(text),
      () => fields(() => oneOf<Field>(text(), several(text), fields(text))),
      () => several(() => fields(text)),
    )();
  /* One key with its value, as its lines stand in the source. */
  const part = (key: string) => {
    const written = value();
    const document = new Document({ [key]: written }, { schema: 'failsafe' });
    visit(document, {
      Scalar(at, node) {
        if (at === 'key') return;
        node.type = oneOf(
          Scalar.PLAIN,
          Scalar.QUOTE_DOUBLE,
          Scalar.QUOTE_SINGLE,
          Scalar.BLOCK_LITERAL,
          Scalar.BLOCK_FOLDED,
        );
      },
      Seq(_, node) {
        node.flow = node.items.every((item) => isScalar(item)) && oneOf(true, false);
      },
    });
    const node = document.get(key, true);
    const inLine = isScalar(node)
      ? !String(node.type).startsWith('BLOCK')
      : isSeq(node) && node.flow;
    const lines = document.toString({ lineWidth: oneOf(0, 40), indent: oneOf(2, 4) });
    const comment = inLine && lines.trimEnd().split('\n').length === 1 && oneOf(true, false);
    const made = comment ? `${lines.trimEnd()}  # kept\n` : lines;
    // What it says: not every text can be written in every style.
    return { key, value: read(made)[key] ?? '', lines: made };
  };
  const between = () => oneOf('', '', '\n', '# A remark\n', '\n# Two\n# lines\n');
  return { oneOf, value, part, between };
}

const read = (yaml: string): Fields => readYaml(yaml).toJS();

it('says what it shall of 400 random front matters, and keeps every byte but the lines of the key that changed', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const { oneOf, value, part, between } = writer(seed);
    const parts = ['title', 'summary', 'date', 'aliases', 'last'].map(part);
    const gaps = parts.map(between);
    const at = oneOf(0, 1, 2, 3, 4);
    const side = (from: number, to: number) =>
      parts.slice(from, to).map(({ lines }, index) => (gaps[from + index] ?? '') + lines);
    const before = side(0, at).join('') + (gaps[at] ?? '');
    const lines = parts[at]?.lines ?? '';
    const after = side(at + 1, parts.length).join('');
    const yaml = before + lines + after;
    const old = read(yaml);
    expect(old).toEqual(Object.fromEntries(parts.map((one) => [one.key, one.value])));
    expect(editFields(yaml, 0, old)).toEqual([]);

    const written = (wanted: Fields) => {
      const text = splice(yaml, editFields(yaml, 0, wanted));
      expect(read(text), `seed ${seed}:\n${yaml}=>\n${text}`).toEqual(wanted);
      return text;
    };
    const expectKept = (text: string, head: string) => {
      expect(text.slice(0, head.length)).toBe(head);
      expect(text.slice(text.length - after.length)).toBe(after);
    };
    const keys = Object.entries(old);
    const key = keys[at]?.[0] ?? '';
    expectKept(written({ ...old, [key]: value() }), before);
    expect(written(Object.fromEntries(keys.toSpliced(at, 1)))).toBe(before + after);
    const added = Object.fromEntries(keys.toSpliced(at + 1, 0, ['added', value()]));
    expectKept(written(added), before + lines);
  }
});
