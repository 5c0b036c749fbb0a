import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

/* Independent readers of both formats, for tests and for nothing else. */

const moment = z.iso.datetime({ offset: true });
const author = z.object({ name: z.string().min(1) });

/** JSON Feed 1.1 (jsonfeed.org/version/1.1) as we use it: nothing but its own keys and `_` extensions. */
export const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string().min(1),
  language: z.string(),
  authors: z.array(author).min(1),
  items: z.array(
    z
      .object({
        id: z.string().min(1),
        url: z.url(),
        title: z.string().min(1),
        summary: z.string().min(1),
        content_html: z.string().min(1),
        date_published: moment,
        date_modified: moment,
        tags: z.array(z.string()),
      })
      .catchall(z.unknown())
      .refine((item) =>
        Object.keys(item).every((key) => key.startsWith('_') || key in jsonFeedKeys),
      ),
  ),
});

const jsonFeedKeys = {
  id: 0,
  url: 0,
  title: 0,
  summary: 0,
  content_html: 0,
  date_published: 0,
  date_modified: 0,
  tags: 0,
};

const link = z.strictObject({ '@rel': z.string(), '@type': z.string(), '@href': z.url() });
const many = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).default([]);

/** Atom (RFC 4287) as an XML parser gives it: every element that must be there, once where it must be. */
export const atomSchema = z.strictObject({
  '@xmlns': z.literal('http://www.w3.org/2005/Atom'),
  '@xml:lang': z.literal('en-NZ'),
  id: z.string().regex(/^tag:[a-z.-]+,2026:\//),
  title: z.string().min(1),
  subtitle: z.string().min(1),
  link: z.array(link).length(2),
  updated: moment,
  author,
  rights: z.string(),
  entry: many(
    z.strictObject({
      id: z.string().regex(/^tag:[a-z.-]+,2026:\//),
      title: z.string().min(1),
      link: z.array(link).length(1),
      published: moment,
      updated: moment,
      category: many(z.strictObject({ '@term': z.string().min(1) })),
      summary: z.string().min(1),
      content: z.strictObject({ '@type': z.literal('html'), '#text': z.string().min(1) }),
    }),
  ),
});

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name) => ['entry', 'link', 'category'].includes(name),
  htmlEntities: false,
});

/** Reads Atom and holds it against its schema. */
export function readAtom(xml: string): z.output<typeof atomSchema> {
  return atomSchema.parse(parser.parse(xml).feed);
}

/** Reads JSON Feed and holds it against its schema. */
export const readJsonFeed = (json: string): z.output<typeof jsonFeedSchema> =>
  jsonFeedSchema.parse(JSON.parse(json));
