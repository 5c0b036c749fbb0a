import { z } from 'zod';

/**
 * The id of an audience as it may be written, whether or not there is one: also what was stored for an
 * audience whose entry is gone from `content/site.yaml` since. It stands in addresses and names of files.
 */
export const audienceId = z
  .string({ error: 'the id of an audience' })
  .max(40, 'an id of at most 40 characters')
  .regex(
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    'an id of lower-case letters, digits and hyphens that starts with a letter, such as "providers"',
  );
