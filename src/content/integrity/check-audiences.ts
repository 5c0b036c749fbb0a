import { eachLink } from '../../document/each-link.ts';
import { eachBlock, type Flow, isBlock, type Span } from '../../document/tree.ts';
import { variantFor } from '../../document/variant.ts';
import type { Problem } from '../../problems/problem.ts';
import { type Audience, audienceIds } from '../../publication/site.ts';
import type { Content, Document } from '../content.ts';
import { paths } from '../paths.ts';

/** Something that says whom it is for, as one document names it. */
interface Named {
  at: Readonly<Span>;
  found: string;
  audiences: readonly Audience[];
}

/**
 * Reports what reaches an audience that it is not for, in what an audience gets of an edition or a
 * correction: a contact, guidance that is quoted and a contact in it, a known issue or a release, and links to one
 * of these but guidance: its page is written to be read by everybody, and a quotation says its words to readers
 * who did not ask. So too in known issues and releases, whose words go wherever they are quoted, and
 * into the feeds of their audiences.
 */
export function checkAudiences(content: Content, problems: Problem[]): void {
  for (const document of [...content.newsletters, ...content.corrections])
    check(
      document,
      audienceIds().filter((one) => document.data.bulletins[one]),
      content,
      problems,
    );
  for (const document of [...content.knownIssues, ...content.releases])
    check(document, document.data.audiences, content, problems);
}

function check(
  { body, file, lineAt }: Document<unknown>,
  readers: readonly Audience[],
  content: Content,
  problems: Problem[],
): void {
  const told = new Set<string>();
  for (const audience of readers) {
    const nodes = (['web', 'email'] as const).flatMap((channel) =>
      variantFor(body, { audience, channel }),
    );
    for (const { at, found, audiences } of [
      ...namedIn(nodes, content),
      ...quotedIn(nodes, audience, content),
    ]) {
      const line = lineAt(at);
      if (audiences.includes(audience) || told.has(`${line} ${found}`)) continue;
      told.add(`${line} ${found}`);
      problems.push({
        file,
        line,
        expected: `only what is for ${audience} in what ${audience} get`,
        found: `${found}, which is for ${audiences.join(' and ')} only`,
        remedy: `Put it into <For audience="${audiences[0]}"> … </For> or an item of theirs, or add ${audience} to its "audiences".`,
      });
    }
  }
}

function namedIn(nodes: readonly Flow[], content: Content): Named[] {
  const named: Named[] = [];
  const name = (at: Readonly<Span>, found: string, audiences: readonly Audience[] | undefined) => {
    if (audiences) named.push({ at, found, audiences });
  };
  const dataOf = <Data>(documents: readonly Document<Data>[], id: string) =>
    documents.find((one) => one.id === id)?.data;
  for (const block of eachBlock(nodes)) {
    const { at } = block;
    const found = `<${block.name}>`;
    if (isBlock(block, 'Contact')) name(at, found, content.contacts.get(block.props.id)?.audiences);
    if (isBlock(block, 'Guidance'))
      name(at, found, dataOf(content.guidance, block.props.id)?.audiences);
    if (isBlock(block, 'KnownIssue'))
      name(at, found, dataOf(content.knownIssues, block.props.id)?.audiences);
    if (isBlock(block, 'Release'))
      name(at, found, dataOf(content.releases, block.props.id)?.audiences);
  }
  const owners = ownersOf(content);
  for (const { to, at } of eachLink(nodes)) name(at, `a link to ${to}`, owners(to));
  return named;
}

/** What stands in the guidance that is quoted, at the place of the quotation. */
const quotedIn = (nodes: readonly Flow[], audience: Audience, content: Content): Named[] =>
  eachBlock(nodes).flatMap((block) => {
    if (!isBlock(block, 'Guidance')) return [];
    const body = variantFor(principleOf(block.props, content) ?? [], {
      audience,
      channel: 'email',
    });
    return namedIn(body, content)
      .filter(({ found }) => found.startsWith('<'))
      .map((one) => ({ ...one, at: block.at, found: `<Guidance> with ${one.found} in it` }));
  });

/** The part of guidance that is quoted: one principle, or all of it. */
function principleOf(
  { id, principle }: { id: string; principle?: string | undefined },
  { guidance }: Content,
): readonly Flow[] | undefined {
  const body = guidance.find((one) => one.id === id)?.body;
  if (principle === undefined) return body;
  return body?.filter((node) => isBlock(node, 'Principle') && node.props.id === principle);
}

/** Whom the page, or the contact, at an address is for; nothing where it is for everybody. */
function ownersOf(content: Content): (to: string) => readonly Audience[] | undefined {
  const owners = new Map<string, readonly Audience[]>();
  for (const { id, data } of content.knownIssues) owners.set(paths.knownIssue(id), data.audiences);
  for (const { id, data } of content.releases) owners.set(paths.release(id), data.audiences);
  for (const { id } of content.newsletters)
    for (const one of audienceIds()) owners.set(paths.newsletterFor(id, one), [one]);
  for (const [id, { audiences }] of content.contacts) owners.set(paths.contact(id), audiences);
  return (to) => owners.get(to) ?? owners.get(to.replace(/[#?].*$/, ''));
}
