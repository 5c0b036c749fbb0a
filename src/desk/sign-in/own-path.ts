/* Nowhere but in the desk. */
const own = /^\/desk\/(?!\/)[\w\-./?=&%#]*$/;

/** Where to go on at the desk, as an address that was handed over says; the first page for any other. */
export const ownPath = (next: string | undefined): string =>
  next !== undefined && own.test(next) && !next.startsWith('/desk/sign-in') ? next : '/desk/';
