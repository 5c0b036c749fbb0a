import { caniemail } from 'caniemail';
import { HtmlValidate } from 'html-validate/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkAccess } from '../src/checks/bulletin-access/check-access.ts';
import { sentSize } from '../src/checks/bulletin-size/check-size.ts';
import { sampleBulletins } from '../src/testing/editions/sample-bulletins.ts';
import { featuresOf, isListed } from '../src/testing/editions/bulletin-features.ts';
import {
  clients,
  degrades,
  htmlExceptions,
  unlisted,
} from '../src/testing/editions/client-support.ts';

let all: Awaited<ReturnType<typeof sampleBulletins>>;
beforeAll(async () => {
  all = await sampleBulletins();
});

const each = (check: (html: string, name: string) => void) => {
  expect(all.length).toBeGreaterThanOrEqual(5);
  for (const { name, rendered } of all) check(rendered.bulletin.html, name);
};

describe('every bulletin', () => {
  it('is pure ASCII: mail programs cut or garble anything else', () => {
    each((html, name) => expect(html, name).toMatch(/^[\t\n -~]*$/));
  });

  it('stays under 45 KB in the sample, as sent under 55 KB', () => {
    each((html, name) => {
      expect(html.length, name).toBeLessThanOrEqual(45_000);
      expect(sentSize(html), name).toBeLessThanOrEqual(55_000);
    });
  });

  it('carries less than 8 KB of styles in its head, with no rule inside a rule but in one @media', () => {
    each((html, name) => {
      const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
        ([, css = '']) => css,
      );
      expect(styles.join('').length, name).toBeLessThan(8000);
      for (const css of styles) expect(depthOf(css), name).toBeLessThanOrEqual(2);
      for (const css of styles)
        expect(css, name).not.toMatch(/@[^{}]*\{[^{}]*@|@import|@font-face/);
    });
  });

  it('asks no host for anything and runs nothing', () => {
    each((html, name) => {
      expect(html, name).not.toMatch(/<(?:script|link|iframe|form|object|embed)\b|\son\w+=|url\(/i);
      expect(html, name).not.toMatch(/\ssrc="(?!https:)/);
      expect(html, name).not.toMatch(/data-astro|undefined|\[object/);
    });
  });

  it('is set in one font stack, of fonts that machines have', () => {
    each((html, name) => {
      const stacks = [...html.matchAll(/font(?:-family)?:[^;"]*?('Segoe[^;"]*|[A-Z][^;"]*)/g)];
      expect(stacks.length, name).toBeGreaterThan(2);
      expect([...new Set(stacks.map(([, stack]) => stack))], name).toEqual([
        "'Segoe UI',Helvetica,Arial,sans-serif",
      ]);
    });
  });

  it('has only absolute links', () => {
    each((html, name) => {
      for (const [, to] of html.matchAll(/href="([^"]*)"/g)) {
        expect(to, name).toMatch(/^(?:https:\/\/|mailto:|tel:|\{\{UNSUBSCRIBE_URL\}\}$)/);
      }
    });
  });

  it('has no accessibility finding of our own rules', () => {
    each((html, name) => expect(checkAccess(html), name).toEqual([]));
  });
});

describe('what mail programs support', () => {
  it('is looked up for every element, attribute and property, or reviewed where there is no entry', () => {
    const unknown = new Set<string>();
    each((html) => {
      for (const feature of featuresOf(html)) if (!isListed(feature)) unknown.add(feature);
    });
    expect([...unknown].filter((feature) => !(feature in unlisted)).toSorted()).toEqual([]);
    expect(Object.keys(unlisted).filter((feature) => !unknown.has(feature))).toEqual([]);
  });

  it('is known for everything a bulletin uses, and what one lacks degrades as reviewed', () => {
    const lacking = new Set<string>();
    each((html) => {
      const { issues } = caniemail({ clients: [...clients], html });
      for (const found of [issues.errors, issues.warnings]) {
        for (const list of found.values()) for (const { title } of list) lacking.add(title);
      }
      for (const feature of featuresOf(html))
        if (feature.startsWith('@media (')) lacking.add(feature);
    });
    expect([...lacking].filter((title) => !(title in degrades)).toSorted()).toEqual([]);
    expect(Object.keys(degrades).filter((title) => !lacking.has(title))).toEqual([]);
  });
});

describe('the HTML', () => {
  it('is valid but for the reviewed exceptions of mail', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: Object.fromEntries(Object.keys(htmlExceptions).map((rule) => [rule, 'off'])),
    });
    for (const { name, rendered } of all) {
      const report = await validator.validateString(rendered.bulletin.html);
      const found = report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
      );
      expect(found, name).toEqual([]);
    }
  });
});

/** How deep braces go. */
function depthOf(css: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of css) {
    if (sign === '{') deepest = Math.max(deepest, ++depth);
    if (sign === '}') depth--;
  }
  return deepest;
}
