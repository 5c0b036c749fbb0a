import { formatLongDate, formatPeriod, formatTime } from '../../dates/format.ts';
import { isRealDate } from '../../dates/plain-date.ts';
import type { BlockShape } from '../protocol/blocks.ts';
import type { Choice, Choices } from '../protocol/choices.ts';
import type { Asked, Form } from '../protocol/form.ts';
import type { Props } from '../protocol/tree.ts';

/** One prop of a block as people read it. */
export interface ToldProp {
  name: string;
  label: string;
  words: string;
  detail?: string;
  asked?: Asked;
  /** One of a few values. */
  isChoice: boolean;
  language?: 'mi';
}

/** What stands for a value among what can be picked; the value itself where it is none of that. */
export function choiceOf(choices: Choices, asked: Asked | undefined, value: string): Choice {
  const { sender: _, ...lists } = choices;
  const list = asked && new Map<string, readonly Choice[]>(Object.entries(lists)).get(asked);
  return list?.find((one) => one.value === value) ?? { value, label: value };
}

/** "for-information" is "For information". */
export const choiceWords = (value: string): string => {
  const words = value.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The props of a block that readers get something of, in the order of the contract; its title apart. */
export function tellProps(shape: BlockShape, props: Props, choices: Choices): ToldProp[] {
  return Object.entries(shape.props.properties ?? {}).flatMap(([name, form]) => {
    const value = props[name];
    if (value === undefined || value === '' || name === 'title' || form.asked === 'anchor')
      return [];
    return { name, label: shape.labels[name] ?? name, ...tellValue(form, value, choices) };
  });
}

function tellValue(form: Form, value: string, choices: Choices): Omit<ToldProp, 'name' | 'label'> {
  const { asked, language } = form;
  const isChoice = form.enum !== undefined || form.const !== undefined;
  const { label, detail } = choiceOf(choices, asked, value);
  const words =
    asked === 'day'
      ? dayWords(value)
      : asked === 'time'
        ? timeWords(value)
        : isChoice && asked !== 'audience'
          ? choiceWords(value)
          : label;
  return {
    words,
    isChoice,
    ...(detail !== undefined && { detail }),
    ...(asked && { asked }),
    ...(language && { language }),
  };
}

const dayWords = (day: string) => (isRealDate(day) ? formatLongDate(day) : day);

const timeWords = (time: string) =>
  isRealDate(time.slice(0, 10))
    ? `${formatTime(time)}, ${formatLongDate(time.slice(0, 10))}`
    : time;

/** What a block within a sentence says there, near enough to read the sentence. */
export function sentenceWords(shape: BlockShape, props: Props, choices: Choices): string {
  const told = tellProps(shape, props, choices);
  const [from, to] = told;
  if (from?.asked === 'day' && to?.asked === 'day') {
    const [first = '', last = ''] = Object.values(props);
    return isRealDate(first) && isRealDate(last)
      ? formatPeriod(first, last)
      : `${first} to ${last}`;
  }
  return told.map(({ words }) => words).join(', ') || shape.label;
}
