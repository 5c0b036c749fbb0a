import { gatherContent } from '../../content/reading/read-content.ts';
import { paths } from '../../content/paths.ts';
import { formatDate } from '../../dates/format.ts';
import { outlineOf } from '../../document/outline.ts';
import { isBlock } from '../../document/tree.ts';
import { withoutProse } from '../../document/without-prose.ts';
import { fileSize } from '../../files/content-file.ts';
import { audienceIds, audienceById, publication } from '../../publication/site.ts';
import { issueStatuses } from '../../schemas/known-issue.ts';
import type { Choice, Choices } from '../protocol/choices.ts';

/**
 * What the content folder has for somebody who writes to pick from, drafts too.
 * @throws {BadInput} where there is no such folder, or its site.yaml has faults
 */
export async function gatherChoices(folder: string): Promise<Choices> {
  const { content } = await gatherContent(folder, withoutProse);
  const { guidance, knownIssues, releases, newsletters, pages } = content;
  // What was withdrawn is not to be quoted any more.
  const holding = guidance.filter(({ data }) => !data.withdrawn);
  const titled = ({ id, data }: { id: string; data: { title: string } }): Choice => ({
    value: id,
    label: data.title,
  });
  const page = (value: string, label: string, detail: string): Choice => ({ value, label, detail });
  return {
    audience: audienceIds().map((id) => ({ value: id, label: audienceById(id).name })),
    contact: Array.from(content.contacts, ([value, { name, phone, email }]) => {
      const detail = [phone, email].filter(Boolean).join(', ');
      return { value, label: name, ...(detail !== '' && { detail }) };
    }),
    guidance: holding.map(titled),
    principle: holding.flatMap(({ id, body }) =>
      body.flatMap((node) =>
        isBlock(node, 'Principle')
          ? [{ value: node.props.id, label: node.props.title, of: id }]
          : [],
      ),
    ),
    'known-issue': knownIssues.map((one) => ({
      ...titled(one),
      detail: `${one.id.toUpperCase()}, ${issueStatuses[one.data.status].toLowerCase()}`,
    })),
    release: releases.map(titled),
    corrected: newsletters
      .filter(({ file }) => !content.drafts.has(file))
      .flatMap(({ id, data, body }): Choice[] => [
        { value: id, label: `Edition of ${formatDate(data.date)}`, detail: 'the whole of it' },
        ...outlineOf(body).map((item) => ({
          value: `${id}#${item.id}`,
          label: item.title,
          detail: formatDate(data.date),
        })),
      ]),
    picture: Array.from(content.files.values()).flatMap(({ name, bytes, pixels }) =>
      pixels
        ? [
            {
              value: name,
              label: name,
              detail: `${pixels.width} × ${pixels.height}, ${fileSize(bytes)}`,
            },
          ]
        : [],
    ),
    link: [
      ...holding.map(({ id, data }) => page(paths.guidance(id), data.title, 'Guidance')),
      ...knownIssues.map(({ id, data }) => page(paths.knownIssue(id), data.title, 'Known issue')),
      ...newsletters.map(({ id, data }) =>
        page(paths.newsletter(id), `${data.title}, ${id}`, 'Edition'),
      ),
      ...releases.map(({ id, data }) => page(paths.release(id), data.title, 'Release')),
      ...pages.map(({ id, data }) => page(paths.ownPage(id), data.title, 'Page of the site')),
      ...Array.from(content.files.keys(), (name) => page(paths.file(name), name, 'File')),
      page(paths.knownIssues, 'Known issues', 'List'),
      page(paths.guidanceList, 'Guidance', 'List'),
      page(paths.contacts, 'Contacts', 'List'),
    ],
    sender: publication().sender.name,
    glossary: Array.from(content.glossary, ([value, { term, meaning }]) => ({
      value,
      label: term,
      detail: meaning,
    })),
  };
}
