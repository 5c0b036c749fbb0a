/**
 * Where one subscription ends: no address, name or number in it, only its token, and short enough
 * that List-Unsubscribe is not folded, which breaks DKIM at some relays.
 * @param siteUrl the origin of the site, without a trailing slash
 */
export const unsubscribeUrl = (siteUrl: string, token: string) =>
  new URL(`/unsubscribe/${token}`, siteUrl).href;
