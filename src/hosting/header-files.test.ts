import { describe, expect, it } from 'vitest';
import { azureFile, headersFile } from './header-files.ts';
import { headersFor } from './header-rules.ts';

const names = [
  '404.html',
  '_astro/',
  'bulletins/',
  'calendar/',
  'feeds/',
  'guidance/',
  'robots.txt',
];
const paths = [
  '/',
  '/404.html',
  '/robots.txt',
  '/guidance/',
  '/guidance/home-education/',
  '/_astro/page.css',
  '/bulletins/2026-05-08/providers.html',
  '/calendar/providers.ics',
  '/calendar/newsletters/2026-05-08/drop-in/first.ics',
  '/feeds/',
  '/feeds/known-issues.json',
  '/feeds/schools/newsletters.xml',
];

/** The rules of a `_headers` file, after the hosts' own descriptions of it. */
function rulesOf(file: string) {
  return file
    .trim()
    .split('\n\n')
    .map((block) => {
      const [path = '', ...lines] = block.split('\n');
      const headers = lines.map((line) => {
        const [, name = '', value = ''] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
        return { name, value };
      });
      return { path, headers };
    });
}

const matches = (rule: string, path: string) =>
  rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule;

describe('the _headers file', () => {
  const rules = rulesOf(headersFile(names));

  it.each(paths)('gives %s what our own server gives it', (path) => {
    const found = rules
      .filter((rule) => matches(rule.path, path))
      .flatMap(({ headers }) => headers);
    expect(Object.fromEntries(found.map(({ name, value }) => [name, value]))).toEqual(
      headersFor(path),
    );
    // Some hosts join values that two rules give, so no two may.
    expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
  });

  it('stays within the hundred rules and 2,000 characters a line that Cloudflare Pages reads', () => {
    expect(rules.length).toBeLessThan(100);
    expect(
      Math.max(
        ...headersFile(names)
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThan(2000);
  });
});

describe('the file for Azure Static Web Apps', () => {
  it.each(paths.filter((path) => !path.startsWith('/feeds/')))(
    'gives %s what our own server gives it',
    (path) => {
      const config: {
        globalHeaders: Record<string, string>;
        routes: { route: string; headers: Record<string, string> }[];
      } = JSON.parse(azureFile());
      // One route at most serves a request, and its headers stand in the place of the global ones.
      const route = config.routes.find((one) => matches(one.route, path));
      expect({ ...config.globalHeaders, ...route?.headers }).toEqual(headersFor(path));
    },
  );
});

describe('the policy of the pages', () => {
  it('allows nothing inline and nothing from elsewhere', () => {
    for (const path of paths.filter((one) => !one.startsWith('/bulletins/'))) {
      const policy = headersFor(path)['Content-Security-Policy'] ?? '';
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*|data:/);
      expect(policy).toContain("default-src 'self'");
    }
  });

  it('lets a bulletin style itself inline, and run nothing', () => {
    const policy = headersFor('/bulletins/2026-05-08/providers.html')['Content-Security-Policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script');
  });
});
