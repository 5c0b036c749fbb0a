import { feedList } from '../feeds/feed-list.ts';
import { headersFor } from './header-rules.ts';

/** A path, or everything beneath a folder ("/guidance/*"), and headers. */
interface Rule {
  path: string;
  headers: Record<string, string>;
}

/**
 * The `_headers` file that Netlify, Cloudflare Pages, GitLab Pages and others read. Where two rules
 * match a path, some of these hosts send the later value and some both, and two policies forbid what
 * either forbids; so no header is ever in two rules that match the same path.
 * @param names what stands at the top of the built site; folders end in "/"
 */
export function headersFile(names: readonly string[]): string {
  const shared = sharedHeaders();
  const rules: Rule[] = [
    { path: '/*', headers: shared },
    { path: '/', headers: own('/', shared) },
    ...names.map((name) => {
      const path = `/${name}`;
      return { path: name.endsWith('/') ? `${path}*` : path, headers: own(path, shared) };
    }),
    ...feedList()
      .flatMap(({ atom, json }) => [atom, json])
      .map((path) => ({ path, headers: own(path, { ...shared, ...headersFor('/feeds/') }) })),
  ];
  return rules
    .map(({ path, headers }) => [path, ...Object.entries(headers).map(asLine)].join('\n'))
    .join('\n\n')
    .concat('\n');
}

/** The `staticwebapp.config.json` that Azure Static Web Apps reads; there a route's header replaces the global one. */
export function azureFile(): string {
  const shared = headersFor('/');
  const folders = ['/bulletins/', '/feeds/', '/calendar/'];
  const config = {
    globalHeaders: shared,
    routes: folders.map((folder) => ({ route: `${folder}*`, headers: own(folder, shared) })),
    responseOverrides: { 404: { rewrite: '/404.html' } },
    mimeTypes: {
      '.ics': 'text/calendar; charset=utf-8',
      '.mjml': 'text/plain; charset=utf-8',
      '.pagefind': 'application/octet-stream',
      '.pf_fragment': 'application/octet-stream',
      '.pf_index': 'application/octet-stream',
      '.pf_meta': 'application/octet-stream',
    },
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}

const asLine = ([name, value]: readonly [string, string]) => `  ${name}: ${value}`;

/** What every path has alike: all but the policy. */
function sharedHeaders(): Record<string, string> {
  const { 'Content-Security-Policy': _, ...shared } = headersFor('/');
  return shared;
}

/** The headers of a path that `others` does not already give it. */
const own = (path: string, others: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headersFor(path)).filter(([name, value]) => others[name] !== value),
  );
