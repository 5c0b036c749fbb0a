/**
 * "must" as the law says it, as part of a pattern: not where a reader is told how to do something ("you must log
 * in", "the file must be saved as PDF", "it must be hard").
 */
export const mustByLaw = String.raw`(?<!\b(?:you|field|file|form|password|box|page|name|number)s?\s+)\bmust\b(?!\s+(?:first |also |then )?(?:log|sign in|click|select|enter|press|tick|choose|open|upload|save|type|fill|scroll)\b|\s+be\s+(?:hard|nice|entered|uploaded|filled|saved|typed|ticked|selected|attached|completed|signed in|logged in)\b)`;
