/**
 * What Gmail shows of a message: about 102 KB of HTML, counted as sent; what follows, the way to
 * unsubscribe among it, is cut off. The limits leave room for what a mail service adds.
 * In bytes: from the first on the checks warn, over the second no bulletin is built.
 */
export const sizeLimits = { warning: 80_000, refusal: 100_000 } as const;

/** What a digest promises: it is there at once on a slow phone, and read in a minute. */
export const digestLimits = { warning: 25_000, refusal: 25_000 } as const;

/** The limits of a bulletin by its form; left out, the full one. */
export const limitsOf = (form: 'full' | 'digest' | undefined) =>
  form === 'digest' ? digestLimits : sizeLimits;
