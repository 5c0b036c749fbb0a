import { beforeAll, describe, expect, it } from 'vitest';
import {
  correction,
  edition,
  guidance,
  knownIssue,
  writeContent,
} from '../../testing/content/write-content.ts';
import { readContent } from '../../content/reading/read-content.ts';
import { siteMap } from '../../content/views/site-map.ts';
import { searchRecords } from './gather-records.ts';
import type { SearchRecord } from './search-record.ts';
import { worthOf } from '../precedence.ts';

const item = (id: string, props: string, words: string) =>
  `<Item id="${id}" title="Title of ${id}" action="for-information" ${props}>\n\n${words}\n\n</Item>`;
const only = (audience: string, words: string) =>
  `<For audience="${audience}">\n\n${words}\n\n</For>`;

let records: SearchRecord[];
let pages: ReturnType<typeof siteMap>;
beforeAll(async () => {
  const content = await readContent(
    await writeContent({
      'newsletters/2026-05-08.mdx': edition(
        [
          '<Greeting mi="Kia ora koutou" />',
          'Words of the opening.',
          only('schools', 'Openingschools words.'),
          only('providers', 'Openingproviders words.'),
          item(
            'shared',
            '',
            `Words for all. ${'<Guidance id="families" principle="listen" />'.replace(/^/, '\n\n')}\n\n${only('schools', '### Partschools')}\n\n${only('providers', '- Partproviders')}\n\n<WebOnly>\n\nWebwords.\n\n</WebOnly>\n\n<EmailOnly>\n\nEmailwords.\n\n</EmailOnly>`,
          ),
          item('invoices', 'audience="providers"', 'Itemproviders words.'),
          item('enrolment', 'audience="schools"', 'Itemschools words.'),
          `<Category title="Grouped" audience="schools">\n\nCategoryschools words.\n\n${item('grouped', '', 'Groupschools words.')}\n\n</Category>`,
        ].join('\n\n'),
      ).replace(
        'bulletins:',
        'bulletins:\n  providers:\n    subject: Subjectproviders\n    preheader: Preheaderproviders',
      ),
      'corrections/2026-05-12-invoices.mdx': correction('We are sorry.').replace(
        'schools:',
        'providers:',
      ),
      'guidance/families.mdx': guidance(
        'Words before.\n\n<Principle id="listen" title="Listen first">\n\nQuotedwords of advice.\n\n</Principle>\n\n<Principle id="write" title="Write it down">\n\nOther advice.\n\n</Principle>',
      )
        .replace('[providers]', '[providers, schools]')
        .replace('topic:', 'aliases: [homeschool]\ntopic:'),
      'known-issues/ki-002.mdx': knownIssue.replace('workaround', 'fixed'),
    }),
  );
  records = searchRecords(content);
  pages = siteMap(content);
});

it('finds the lists of the site by what people call them, and of the authors’ guide no example', () => {
  const called = (url: string) => at(url).aliases;
  expect(called('/newsletters/')).toContain('old newsletters');
  expect(called('/events/')).toContain('what’s on');
  expect(called('/actions/')).toContain('deadlines');
  expect(called('/feeds/')).toContain('rss feed');
  expect(at('/help/keys/').precedence).toBe('guide');
});

const at = (url: string) => {
  const found = records.filter((record) => record.url === url);
  expect(found, url).toHaveLength(1);
  return found[0] ?? expect.unreachable();
};
const having = (word: string) =>
  records
    .filter((record) => JSON.stringify(record).includes(word))
    .map(({ url, audiences }) => `${url} ${audiences.join(', ')}`);

describe('what a search can find', () => {
  it('is every page and every item, contact and term with an anchor, for the audiences it is for', () => {
    expect(
      records
        .filter(({ kind }) => kind !== 'page')
        .map(({ kind, url, audiences }) => `${kind} ${url} ${audiences.join(', ')}`),
    ).toEqual([
      'guidance /guidance/families/ providers, schools',
      'known-issue /known-issues/ki-001/ schools',
      'known-issue /known-issues/ki-002/ schools',
      'newsletter /newsletters/2026-05-08/ providers, schools',
      'newsletter /newsletters/2026-05-08/#shared providers, schools',
      'newsletter /newsletters/2026-05-08/#invoices providers',
      'newsletter /newsletters/2026-05-08/#enrolment schools',
      'newsletter /newsletters/2026-05-08/#grouped schools',
      'correction /corrections/2026-05-12-invoices/ providers',
      'release /releases/as-cms-may/ providers, schools',
      'contact /contacts/#service-desk providers, schools',
      'term /glossary/#asp providers, schools',
    ]);
  });

  it('leads to pages and anchors that exist', () => {
    const urls = records.flatMap(({ url, parts = [] }) => [
      url,
      ...parts.map(({ id }) => `${url}#${id}`),
    ]);
    expect(urls).toContain('/guidance/families/#listen');
    const nowhere = urls.filter((url) => {
      const [path = '', anchor] = url.split('#');
      const anchors = pages.get(path);
      return !anchors || (anchor !== undefined && !anchors.has(anchor));
    });
    expect(nowhere).toEqual([]);
  });

  it('has the words a reader sees and those that people search with', () => {
    expect(at('/guidance/families/')).toMatchObject({
      title: 'Working with families',
      note: 'Last reviewed 1 May 2026',
      words: 'How to work with a family. Words before.',
      aliases: ['homeschool'],
      parts: [
        { id: 'listen', title: 'Listen first', words: 'Quotedwords of advice.' },
        { id: 'write', title: 'Write it down', words: 'Other advice.' },
      ],
    });
    expect(at('/known-issues/ki-001/')).toMatchObject({
      note: 'KI-001. Workaround available. Updated 7 May 2026',
      aliases: ['ki-001', 'ki-1'],
    });
    expect(at('/known-issues/ki-001/').words).toContain('The list is empty.');
    expect(at('/releases/as-cms-may/').words).toContain('Fixed: The list is full again.');
    expect(at('/contacts/#service-desk')).toMatchObject({
      note: '0800 555 010, desk@ministry.example',
      words: 'For anything about AS-CMS. Merging cases.',
      aliases: ['0800 555 010', '0800555010', 'desk@ministry.example'],
    });
    expect(at('/corrections/2026-05-12-invoices/')).toMatchObject({
      title: 'The date for invoices',
      note: 'Correction to the newsletter of 8 May 2026, 12 May 2026',
      words: 'Send your invoice by 14 May 2026. Send your invoice by 15 May 2026. We are sorry.',
    });
    expect(at('/glossary/#asp')).toMatchObject({
      title: 'ASP: attendance service provider',
      words: 'Who helps students back to school.',
      aliases: ['attendance service'],
    });
  });

  it('puts living guidance and open known issues before what is settled, and that before news', () => {
    const weight = (url: string) => worthOf[at(url).precedence];
    expect(weight('/guidance/families/')).toBe(weight('/known-issues/ki-001/'));
    expect(weight('/known-issues/ki-001/')).toBeGreaterThan(weight('/known-issues/ki-002/'));
    expect(weight('/known-issues/ki-002/')).toBeGreaterThan(
      weight('/newsletters/2026-05-08/#shared'),
    );
  });

  it('finds quoted guidance where it lives, and in the newsletter only by its title', () => {
    expect(having('Quotedwords')).toEqual(['/guidance/families/ providers, schools']);
    expect(at('/newsletters/2026-05-08/#shared').words).toContain('Working with families');
  });

  it('never has the words for one audience in a record for another or for everybody', () => {
    expect(having('Itemproviders')).toEqual(['/newsletters/2026-05-08/#invoices providers']);
    expect(having('Itemschools')).toEqual(['/newsletters/2026-05-08/#enrolment schools']);
    for (const part of ['Opening', 'Part', 'Subject', 'Preheader']) {
      expect(having(`${part}providers`)).toEqual([]);
      expect(having(`${part}schools`)).toEqual([]);
    }
  });

  it('has what is on the web only, and nothing that is in email only', () => {
    expect(having('Webwords')).toEqual(['/newsletters/2026-05-08/#shared providers, schools']);
    expect(having('Emailwords')).toEqual([]);
  });
});
