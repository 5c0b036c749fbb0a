import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { readContent } from '../../content/reading/read-content.ts';

/*
 * A small content folder for tests, and for nothing else: one good document of each kind, with
 * files added, replaced or (with `undefined`) left out.
 */

export type Files = Record<string, string | Buffer | undefined>;

/** A new temporary folder with the good documents and `files` over them. */
export async function writeContent(files: Files = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'panui-'));
  for (const [path, text] of Object.entries({ ...goodFiles, ...files })) {
    if (text === undefined) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** What reading the good documents with `files` over them says is wrong, without the folder's name. */
export async function refusal(files: Files): Promise<string> {
  const folder = await writeContent(files);
  const error: unknown = await readContent(folder).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error('The content was read, and nothing refused.');
  return error.message
    .replaceAll(`${relative(process.cwd(), folder)}/`, '')
    .replaceAll(`${folder}/`, '');
}

/** An edition with `body` as its text, which starts on line 9. */
export const edition = (body: string): string => `---
date: 2026-05-08
summary: What this edition says.
bulletins:
  schools:
    subject: One thing to do
    preheader: And one to know.
---
${body}
`;

/** A correction of an item of that edition, with `body` as its text, which starts on line 12. */
export const correction = (body: string): string => `---
title: The date for invoices
date: 2026-05-12
corrects: 2026-05-08#invoices
said: Send your invoice by 14 May 2026.
now: Send your invoice by 15 May 2026.
bulletins:
  schools:
    subject: "Correction: invoices are due 15 May"
    preheader: We gave the wrong day.
---
${body}
`;

/** Guidance with `body` as its text, which starts on line 10. */
export const guidance = (body: string): string => `---
title: Working with families
summary: How to work with a family.
audiences: [providers]
topic: Home education
owner: service-desk
lastReviewed: 2026-05-01
nextReview: 2027-05-03
---
${body}
`;

export const knownIssue = `---
title: A case is missing
status: workaround
system: AS-CMS
area: Cases
audiences: [schools]
whatYouSee: The list is empty.
firstReported: 2026-04-01
lastUpdated: 2026-05-07
fixedIn: as-cms-may
reportTo: service-desk
related: [ki-001]
---

Look at your role first.
`;

export const release = `---
title: AS-CMS release of 7 May 2026
system: AS-CMS
effective: 2026-05-07
summary: What changed in May.
audiences: [providers, schools]
changes:
  - kind: fixed
    text: The list is full again.
    knownIssues: [ki-001]
---

Your role decides what you see.
`;

export const contacts = `service-desk:
  name: Service Desk
  summary: For anything about AS-CMS.
  audiences: [providers, schools]
  phone: 0800 555 010
  email: desk@ministry.example
  purposes: [Merging cases]
`;

export const glossary = `asp:
  term: ASP
  expansion: attendance service provider
  meaning: Who helps students back to school.
  aliases: [attendance service]
`;

/** The publication of the sample, whose readers are sent to the contact that `contacts` has. */
export const site = (
  await readFile(new URL('../../../content/site.yaml', import.meta.url), 'utf8')
).replace('contact: attendance-service-inbox', 'contact: service-desk');

const goodFiles: Files = {
  'site.yaml': site,
  'newsletters/2026-05-08.mdx': edition('Kia ora.'),
  'guidance/families.mdx': guidance('Families are welcome to read this.'),
  'known-issues/ki-001.mdx': knownIssue,
  'releases/as-cms-may.mdx': release,
  'contacts.yaml': contacts,
  'glossary.yaml': glossary,
};
