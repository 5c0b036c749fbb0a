/**
 * The name of the cookie that holds a session. With this prefix a browser takes it from this very host alone, and over
 * HTTPS alone (RFC 6265bis, 4.1.3.2).
 */
export const sessionCookie = (deskUrl: string): string =>
  isSecure(deskUrl) ? '__Host-panui-desk' : 'panui-desk';

/** The cookie in which a browser keeps which of its sign-ins is under way. */
export const askedCookie = (deskUrl: string): string =>
  isSecure(deskUrl) ? '__Host-panui-sign-in' : 'panui-sign-in';

/** How both are kept: sent along from links on other pages, as that back from the sign-in service is, and read by no script. */
export const cookieOptions = (deskUrl: string) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(deskUrl) }) as const;

const isSecure = (url: string) => url.startsWith('https:');
