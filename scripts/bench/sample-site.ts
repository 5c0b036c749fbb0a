import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ownPages } from '../../src/testing/content/own-pages.ts';
import { randomFrom } from '../../src/testing/random-from.ts';

const subjects =
  'attendance school provider student case family guidance report invoice enrolment support whānau kura session release access role contact question answer review decision week term absence plan meeting application exemption message list page system service desk manager advisor ministry region office date time change notice record file comment summary'.split(
    ' ',
  );

/* As many different words as a site of this size has; those that are no subject are made of syllables. */
const vocabulary = [
  ...subjects,
  ...['ba', 'con', 'de', 'fer', 'gra', 'lo', 'men', 'pro', 'ri', 'sta', 'ten', 'ver'].flatMap(
    (one, _, syllables) =>
      syllables.flatMap((two) =>
        ['', ...syllables].flatMap((three) =>
          ['al', 'er', 'ing', 'ed'].map((end) => one + two + three + end),
        ),
      ),
  ),
];

/** Generated guidance pages and editions of a usual size: the content of a site to measure. */
export function sampleSite(pages: number, editions: number): Map<string, string> {
  const random = randomFrom(pages);
  // The word of rank r stands about 1/r as often as the first, as in any language (Zipf's law).
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'word';
  const sentence = () => {
    const words = Array.from({ length: 12 }, word).join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 4 }, sentence).join(' ');
  const files = new Map<string, string>(Object.entries(ownPages));
  files.set('site.yaml', readFileSync(new URL('../../content/site.yaml', import.meta.url), 'utf8'));
  files.set(
    'contacts.yaml',
    'desk:\n  name: Service Desk\n  summary: For questions.\n  audiences: [providers, schools]\n  email: desk@ministry.example\nattendance-service-inbox:\n  name: Inbox\n  summary: For questions.\n  audiences: [providers, schools]\n  email: inbox@ministry.example\n',
  );
  for (let page = 0; page < pages; page++) {
    const principles = Array.from(
      { length: 5 },
      (_, index) =>
        `<Principle id="principle-${index}" title="${word()} ${word()} ${index}">\n\n${paragraph()}\n\n- ${sentence()}\n- ${sentence()}\n\n</Principle>`,
    );
    files.set(
      `guidance/page-${page}.mdx`,
      `---\ntitle: Guidance ${page} on ${word()} and ${word()}\nsummary: ${sentence()}\naudiences: [providers, schools]\ntopic: ${word()}\nowner: desk\nlastReviewed: 2026-05-01\nnextReview: 2030-05-01\n---\n\n${paragraph()}\n\n${principles.join('\n\n')}\n`,
    );
  }
  const first = Date.UTC(2020, 0, 3);
  for (let edition = 0; edition < editions; edition++) {
    const date = new Date(first + edition * 14 * 86_400_000).toISOString().slice(0, 10);
    const items = Array.from(
      { length: 8 },
      (_, index) =>
        `<Item id="item-${index}" title="${sentence().slice(0, -1)}" action="for-information">\n\n${paragraph()}\n\n${paragraph()}\n\n</Item>`,
    );
    files.set(
      `newsletters/${date}.mdx`,
      `---\ndate: ${date}\nsummary: ${sentence()}\nbulletins:\n  providers:\n    subject: News of ${date}\n    preheader: ${sentence()}\n  schools:\n    subject: News of ${date}\n    preheader: ${sentence()}\n---\n\n<Greeting mi="Kia ora koutou" />\n\n${items.join('\n\n')}\n`,
    );
  }
  return files;
}

/** Writes files, by path, into a folder. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
