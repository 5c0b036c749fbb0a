import { z } from 'zod';

/** How te reo Māori is spelt in a document: left out, with macrons; some iwi and schools write double vowels. */
export const orthography = z
  .enum(['double-vowel'], { error: 'an orthography: double-vowel, or nothing for macrons' })
  .optional();
