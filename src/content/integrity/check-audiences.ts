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
 * Reports what reaches an audience that it is not for, in what an audience gets of an edition or a correction: a
 * contact, guidance that is quoted and a contact in it, a known issue or a release, and links to one of these but
 * guidance: its page is written to be read by everybody, and a quotation says its words to readers who did not ask.
 * And on the page of a known issue, whom to tell, the release that mends it, and what its text names.
 */
export function checkAudiences(content: Content, problems: Problem[]): void {
  checkKnownIssues(content, problems);
  for (const document of [...content.newsletters, ...content.corrections])
    check(
      document,
      audienceIds().filter((one) => document.data.bulletins[one]),
      content,
      problems,
    );
}

/** Reports what the page of a known issue names that is not for everybody for whom the issue is. */
function checkKnownIssues(content: Content, problems: Problem[]): void {
  for (const { data, body, file, lineOf, lineAt } of content.knownIssues) {
    const { reportTo, fixedIn } = data;
    const fromKeys = [
      { reportTo, audiences: content.contacts.get(reportTo)?.audiences },
      { fixedIn, audiences: audiencesOf(content.releases, fixedIn) },
    ].map(({ audiences, ...named }) => {
      const [[key, id] = ['', '']] = Object.entries(named);
      return { line: lineOf([key]), found: `"${key}: ${id}"`, audiences };
    });
    // Guidance is written to be read by everybody.
    const fromText = namedIn(body, content)
      .filter(({ found }) => found !== '<Guidance>')
      .map(({ at, ...one }) => ({ line: lineAt(at), ...one }));
    for (const { line, found, audiences } of [...fromKeys, ...fromText]) {
      const left = data.audiences.filter((one) => audiences && !audiences.includes(one));
      if (!audiences || left.length === 0) continue;
      problems.push({
        file,
        line,
        expected: `only what is for ${data.audiences.join(' and ')}, as the known issue is`,
        found: `${found}, which is for ${audiences.join(' and ')} only`,
        remedy: `Name another one, or add ${left.join(' and ')} to its "audiences".`,
      });
    }
  }
}

const audiencesOf = (
  documents: readonly Document<{ audiences: readonly Audience[] }>[],
  id: string | undefined,
) => documents.find((one) => one.id === id)?.data.audiences;

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
  for (const block of eachBlock(nodes)) {
    const { at } = block;
    const found = `<${block.name}>`;
    if (isBlock(block, 'Contact')) name(at, found, content.contacts.get(block.props.id)?.audiences);
    if (isBlock(block, 'Guidance')) name(at, found, audiencesOf(content.guidance, block.props.id));
    if (isBlock(block, 'KnownIssue'))
      name(at, found, audiencesOf(content.knownIssues, block.props.id));
    if (isBlock(block, 'Release')) name(at, found, audiencesOf(content.releases, block.props.id));
  }
  const owners = ownersOf(content);
  for (const { to, at } of eachLink(nodes)) name(at, `a link to ${to}`, owners(to));
  return named;
}

/** What stands in the guidance and the known issues that are quoted, at the place of the quotation. */
const quotedIn = (nodes: readonly Flow[], audience: Audience, content: Content): Named[] =>
  eachBlock(nodes).flatMap((block) => {
    const body = isBlock(block, 'Guidance')
      ? principleOf(block.props, content)
      : isBlock(block, 'KnownIssue')
        ? content.knownIssues.find(({ id }) => id === block.props.id)?.body
        : undefined;
    return namedIn(variantFor(body ?? [], { audience, channel: 'email' }), content)
      .filter(({ found }) => found.startsWith('<'))
      .map((one) => ({ ...one, at: block.at, found: `<${block.name}> with ${one.found} in it` }));
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
