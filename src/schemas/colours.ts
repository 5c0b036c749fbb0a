import { z } from 'zod';
import { contrast } from '../publication/contrast.ts';

const digits = /^#[0-9a-f]{6}$/i;

const colour = z
  .string({ error: 'a colour' })
  .regex(digits, 'a colour of "#" and six digits, such as "#0a5c4a"')
  .transform((written) => written.toLowerCase());

const paletteSchema = z.strictObject(
  {
    ink: colour.describe('Text and headings.'),
    muted: colour.describe('Text that matters less: dates, hints, notes.'),
    paper: colour.describe('The ground of a page.'),
    raised: colour.describe(
      'The ground of fields to type in, and the words at the head of an email.',
    ),
    rule: colour.describe('Thin lines that divide.'),
    link: colour.describe('Links.'),
    accent: colour.describe('The ground of buttons, and marks.'),
    onAccent: colour.describe('Words on a button.'),
    alert: colour.describe('The ground of “Action required”, and of nothing else.'),
    onAlert: colour.describe('Words on “Action required”.'),
    tint: colour.describe('The ground of boxes.'),
  },
  { error: 'a colour for each role' },
);

type Role = keyof z.output<typeof paletteSchema>;
type Theme = 'light' | 'dark';

/** Words in one colour on a ground in another, somewhere on the site or in a bulletin. */
interface Pair {
  words: Role;
  ground: Role;
  /** Of the words, where they keep a colour of the other theme. */
  wordsOf?: Theme;
}

const onGrounds = (words: Role): Pair[] =>
  (['paper', 'raised', 'tint'] as const).map((ground) => ({ words, ground }));

const everywhere: readonly Pair[] = [
  ...(['ink', 'muted', 'link', 'accent'] as const).flatMap(onGrounds),
  { words: 'onAccent', ground: 'accent' },
  { words: 'onAlert', ground: 'alert' },
];

const pairs: Readonly<Record<Theme, readonly Pair[]>> = {
  // By day the label "Action required" of an email has the colour of its text.
  light: [...everywhere, { words: 'ink', ground: 'alert' }],
  // At night the head of an email changes its ground and keeps its words.
  dark: [...everywhere, { words: 'raised', ground: 'tint', wordsOf: 'light' }],
};

/** WCAG 2.2, success criterion 1.4.3, for text of any size. */
const least = 4.5;

/** The colours of a publication, in the light and in the dark; words stand out wherever they stand. */
export const coloursSchema = z
  .strictObject(
    {
      light: paletteSchema.describe('By day.'),
      dark: paletteSchema.describe('At night, for people whose device asks for it.'),
    },
    { error: 'the colours of "light" and "dark"' },
  )
  .superRefine((colours, context) => {
    for (const theme of ['light', 'dark'] as const) {
      for (const { words, ground, wordsOf = theme } of pairs[theme]) {
        const [fore, back] = [colours[wordsOf][words], colours[theme][ground]];
        // What is no colour has been told.
        if (!digits.test(fore) || !digits.test(back)) continue;
        const ratio = contrast(fore, back);
        if (ratio >= least) continue;
        const inTheme = wordsOf === theme ? '' : ` of ${wordsOf}`;
        const further =
          contrast(fore, '#ffffff') > contrast(back, '#ffffff') ? 'darker' : 'lighter';
        const other = further === 'darker' ? 'lighter' : 'darker';
        context.addIssue({
          code: 'custom',
          path: [theme, wordsOf === theme ? words : ground],
          message: `at least ${least} to 1 between "${words}"${inTheme} and the ground "${ground}" in "${theme}", so that everybody can read it (WCAG 2.2, 1.4.3)`,
          params: {
            found: `${rounded(ratio)} to 1 between ${fore} and ${back}`,
            remedy: `Make "${words}"${inTheme} ${further}, or "${ground}" ${other}.`,
          },
        });
      }
    }
  });

/** Rounded down: 4.49 is not 4.5. */
const rounded = (ratio: number) => (Math.floor(ratio * 100) / 100).toFixed(2);
