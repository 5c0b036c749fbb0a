import type { Flow, Inline } from '../blocks/tree.ts';
import type { Problem } from '../problem.ts';
import type { Content, Document } from './content.ts';
import { siteMap } from './site-map.ts';

/** Reports links to pages or anchors of this site that do not exist. */
export function checkLinks(content: Content, problems: Problem[]): void {
  const pages = siteMap(content);
  const check = (document: Document<unknown>, own: string) => {
    for (const { to, line } of eachLink(document.body)) {
      if (to.startsWith('https:')) continue;
      const { pathname, hash } = new URL(to, `https://site.example${own}`);
      const anchors = pages.get(pathname);
      const anchor = decodeURIComponent(hash.slice(1));
      if (anchors && (anchor === '' || anchors.has(anchor))) continue;
      problems.push({
        file: document.file,
        line,
        expected: anchors
          ? `an anchor of ${pathname}: ${[...anchors].join(', ') || 'it has none'}`
          : 'a page of this site',
        found: `a link to ${to}`,
        remedy: 'Open the page in the site and copy its address from there.',
      });
    }
  };
  const groups = [
    [content.newsletters, '/newsletters/'],
    [content.guidance, '/guidance/'],
    [content.knownIssues, '/known-issues/'],
    [content.releases, '/releases/'],
  ] as const;
  for (const [documents, folder] of groups) {
    for (const document of documents) check(document, `${folder}${document.id}/`);
  }
}

interface Found {
  to: string;
  line: number;
}

/** Every link in a text and in the props of its blocks. */
function* eachLink(nodes: readonly (Flow | Inline)[]): Generator<Found> {
  for (const node of nodes) {
    if (node.type === 'link') yield { to: node.to, line: node.line };
    if (node.type === 'list') yield* eachLink(node.items.flat());
    else if (node.type === 'block') {
      if (node.name === 'Button') yield { to: node.props.to, line: node.line };
      if (node.name === 'Session' && node.props.register) {
        yield { to: node.props.register, line: node.line };
      }
      if (node.name === 'Survey' && node.props.url) yield { to: node.props.url, line: node.line };
      yield* eachLink(node.children);
    } else if ('children' in node) yield* eachLink(node.children);
  }
}
