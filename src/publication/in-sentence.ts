/**
 * The name of an audience within a sentence: "providers", of "Providers"; a short form such as
 * "ISP schools" and a name keep their capitals.
 */
export function inSentence(audience: string): string {
  const keeps = /^\p{Lu}\S*\p{Lu}/u.test(audience) || isName.test(audience);
  return keeps ? audience : audience.charAt(0).toLowerCase() + audience.slice(1);
}

/* Names with which the people that something is for may begin. */
const isName = /^(?:Aotearoa|English|Māori|New Zealand|Pacific|Pasifika|Te)(?![\p{L}\p{M}])/u;
