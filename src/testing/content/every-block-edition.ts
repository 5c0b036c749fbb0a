import { type Audience, audienceIds } from '../../publication/site.ts';
import { randomFrom } from '../random-from.ts';

/*
 * Random editions for tests, and for nothing else: MDX from the vocabulary of blocks in which
 * every text holds a word that occurs once, so that a leak is found by looking for the word.
 */

/** Who may read a word: those of one audience and one channel, or of all where nothing is said. */
interface Scope {
  audiences: readonly Audience[];
  channels: readonly Channel[];
}

type Channel = 'web' | 'email';

export interface Word extends Scope {
  word: string;
}

export interface RandomText {
  mdx: string;
  words: Word[];
}

const everybody: Scope = { audiences: audienceIds(), channels: ['web', 'email'] };

const onlyFor = (only: Audience | '', around: Scope): Scope =>
  only ? { ...around, audiences: [only] } : around;

/** An edition of items, of categories and whatever may stand between them; the same seed gives the same edition. */
export function randomEdition(seed: number): RandomText {
  const maker = makerOf(seed, 'e');
  const { say, pick, many, flow } = maker;
  const item = (around = everybody) => {
    const only = pick<Audience | ''>(['', '', ...around.audiences]);
    const scope = onlyFor(only, around);
    const props = [
      `id="${say(scope)}" title="Title ${say(scope)}" topic="${say(scope)}" task="${say(scope)}"`,
      `who="${say(scope)}" action="${pick(['action-required', 'have-your-say'])}"`,
      only ? `audience="${only}"` : '',
    ];
    return `<Item ${props.join(' ')}>\n\n${flow(scope, 3, 3)}\n\n</Item>`;
  };
  /* Its own words are for those who get one of its items at least. */
  const category = () => {
    const only = pick<Audience | ''>(['', '', ...audienceIds()]);
    const first = maker.words.length;
    const items = many(1, 3, () => item(onlyFor(only, everybody)));
    const reached = maker.words.slice(first).flatMap(({ audiences }) => audiences);
    const scope = { ...everybody, audiences: audienceIds().filter((id) => reached.includes(id)) };
    const props = `title="Category ${say(scope)}"${only ? ` audience="${only}"` : ''}`;
    const between = items.map((one) => pick([() => one, () => `${flow(scope, 3, 2)}\n\n${one}`])());
    return `<Category ${props}>\n\n${between.join('\n\n')}\n\n</Category>`;
  };
  const letter = () => flow(everybody, 2, 3);
  const parts = [
    ...many(1, 5, () => pick([() => item(), () => item(), letter])()),
    ...many(0, 3, () => pick([category, category, letter])()),
  ];
  return {
    mdx: [`<Greeting mi="Kia ora ${say(everybody)}" />`, ...parts].join('\n\n'),
    words: maker.words,
  };
}

/** The text of a guidance page, with parts for one audience or channel. */
export function randomGuidance(seed: number): RandomText {
  const { flow, words } = makerOf(seed, 'g');
  return { mdx: flow(everybody, 2, 2, false), words };
}

function makerOf(seed: number, mark: string) {
  const next = randomFrom(seed);
  const words: Word[] = [];
  const pick = <T>(choices: readonly [T, ...T[]]): T =>
    choices[Math.floor(next() * choices.length)] ?? choices[0];
  const many = (least: number, most: number, make: () => string) =>
    Array.from({ length: least + Math.floor(next() * (most - least + 1)) }, make);
  const say = (scope: Scope) => {
    const word = `zq${mark}${String(words.length).padStart(4, '0')}x`;
    words.push({ word, ...scope });
    return word;
  };
  const sentence = (scope: Scope) =>
    pick([
      () => `Read ${say(scope)} and **${say(scope)}**.`,
      () => `Say <Reo mi="${say(scope)}" /> or *${say(scope)}*.`,
      () => `See [the ${say(scope)}](/contacts/).`,
    ])();
  const list = (scope: Scope) => many(1, 3, () => `- ${sentence(scope)}`).join('\n');
  const table = (scope: Scope) =>
    [
      `| ${say(scope)} | ${say(scope)} |`,
      '| --- | --: |',
      ...many(1, 3, () => `| ${sentence(scope)} | ${say(scope)} |`),
    ].join('\n');
  const within = (tag: string, inside: string) =>
    `<${tag}>\n\n${inside}\n\n</${tag.split(' ', 1)[0]}>`;

  function flow(scope: Scope, level: number, depth: number, quoting = true): string {
    const simple: [() => string, ...(() => string)[]] = [
      () => sentence(scope),
      () => `${'#'.repeat(level)} ${say(scope)}`,
      () => list(scope),
      () => `> ${sentence(scope)}`,
      () => table(scope),
      () => within(`Table title="${say(scope)}"`, table(scope)),
      () =>
        within(
          `Dates id="${say(scope)}" title="${say(scope)}"`,
          many(1, 3, () => `- <Day on="2026-05-15" /> ${sentence(scope)}`).join('\n'),
        ),
      () => `<SignOff mi="${say(scope)}" role="${say(scope)}" />`,
      () => within(`Callout kind="warning" title="${say(scope)}"`, sentence(scope)),
      () => within(`Checklist title="${say(scope)}" exception="${say(scope)}"`, list(scope)),
      () => within(`Survey title="${say(scope)}" reward="${say(scope)}"`, sentence(scope)),
      () => within('ComingUp', list(scope)),
      () => `<Reorua mi="${say(scope)}" en="${say(scope)}" />`,
      () => `<Button to="/contacts/" label="${say(scope)}" />`,
      () => `Ask <Contact id="service-desk" /> about ${say(scope)}.`,
    ];
    const nested = [
      ...audienceIds().map((audience) => () => {
        const audiences = scope.audiences.filter((each) => each === audience);
        return within(
          `For audience="${audience}"`,
          flow({ ...scope, audiences }, level, depth - 1, quoting),
        );
      }),
      ...(['web', 'email'] as const).map((channel) => () => {
        const channels = scope.channels.filter((each) => each === channel);
        const tag = channel === 'web' ? 'WebOnly' : 'EmailOnly';
        return within(tag, flow({ ...scope, channels }, level, depth - 1, quoting));
      }),
      () => {
        const session = `<Session id="${say(scope)}" start="2026-05-19T11:00" end="2026-05-19T12:00" />`;
        const props = `id="${say(scope)}" title="${say(scope)}" audience="Whānau ${say(scope)}" welcome="${say(scope)}" mode="online" sameContent="no"`;
        return within(`Event ${props}`, `${flow(scope, level, depth - 1, false)}\n\n${session}`);
      },
      ...(quoting ? [() => '<Guidance id="families" />'] : []),
    ];
    const choices: typeof simple = depth > 0 ? [...simple, ...nested, ...nested] : simple;
    return many(1, 3, () => pick(choices)()).join('\n\n');
  }

  return { words, pick, many, say, flow };
}
