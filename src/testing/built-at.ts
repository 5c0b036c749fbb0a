/** The moment at which the tests' site is built: the morning of the newest sample edition. */
export const builtAt = new Date('2026-05-08T09:00:00+12:00');
