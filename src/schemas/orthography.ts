import { z } from 'zod';

/** How te reo Māori is spelt in a document; some iwi and schools write double vowels. */
export const orthography = z
  .enum(['double-vowel'], { error: 'an orthography: double-vowel, or nothing for macrons' })
  .optional()
  .describe(
    'How te reo Māori is spelt: “double-vowel” for a text that writes long vowels twice, as some iwi and kura do. Left out, with macrons.',
  );
