import { audienceIds } from '../publication/site.ts';

/**
 * The audience that the examples are shown to: the first of the publication.
 * @throws where there is none, which its schema refuses
 */
export function exampleAudience(): string {
  const [first] = audienceIds();
  if (first === undefined) throw new Error('A publication has at least one audience.');
  return first;
}

/** The text of an example with the audiences of the publication in the place of those of the sample. */
export const withAudiences = (text: string): string =>
  text
    .replaceAll('audience="providers"', `audience="${exampleAudience()}"`)
    .replaceAll('[providers, schools]', `[${audienceIds().join(', ')}]`)
    .replaceAll('[providers]', `[${exampleAudience()}]`);
