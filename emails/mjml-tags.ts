/**
 * What a component of email printed, as MJML: `<mj_text>` becomes `<mj-text>`. Astro takes every tag with a
 * hyphen for a custom element, and several times as long for each: written with a hyphen, the tags of a
 * bulletin cost as much as all its words. Words cannot be meant: a "<" in them is escaped.
 */
export const mjmlTags = (printed: string): string => printed.replaceAll(/<(\/?)mj_/g, '<$1mj-');
