/**
 * What Gmail shows of a message: about 102 KB of HTML, counted as sent; what follows, the way to
 * unsubscribe among it, is cut off. The limits leave room for what a mail service adds.
 * In bytes: from the first on the checks warn, over the second no bulletin is built.
 */
export const sizeLimits = { warning: 80_000, refusal: 100_000 } as const;
