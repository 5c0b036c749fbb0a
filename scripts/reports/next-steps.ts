/** What somebody does next, and the command for it where there is one. */
export interface Step {
  do: string;
  run?: string;
}

/** How a command is called. */
export const program = 'npm run -s panui --';

/** Steps as lines for people, with what stands above them. */
export const nextSteps = (steps: readonly Step[]): string[] => [
  '',
  'Next',
  ...steps.flatMap(({ do: what, run }) => [
    `  ${what}`,
    ...(run === undefined ? [] : [`      ${run}`]),
  ]),
];

/** A path as a word of a command. */
export const asWord = (path: string): string => (/\s/.test(path) ? `"${path}"` : path);
