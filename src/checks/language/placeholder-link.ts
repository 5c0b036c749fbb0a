/* Links that lead nowhere yet. Domains set aside for examples (RFC 2606) cannot lead anywhere. */
const nowhere =
  /^(?:|#|#?todo|tbc|tba|xx+|link|url|about:blank|javascript:.*)$|^https?:\/\/(?:[\w-]+\.)*(?:example(?:\.(?:com|org|net))?|invalid|test|localhost)(?:[:/?#]|$)/i;

/** Whether a link only holds the place of an address that is still missing. */
export const isPlaceholder = (to: string): boolean => nowhere.test(to.trim());
