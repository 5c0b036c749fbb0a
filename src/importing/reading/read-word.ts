import mammoth from 'mammoth';
import { BadInput } from '../../problems/problem.ts';
import type { Notes } from '../notes.ts';
import type { Source } from '../source.ts';
import { readHtml } from './read-html.ts';
import { decodeXml, scanRelationships, scanWord, type WordText } from './scan-word.ts';
import { mostParagraphs } from './limits.ts';
import { wordNumbers } from './word-numbers.ts';
import { unzip } from './unzip.ts';

const isText = (name: string) => /\.(?:xml|rels|vml)$/i.test(name);

const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  // By which LibreOffice tells the head of a table.
  "p[style-name='Table Heading'] => p:fresh > strong:fresh",
  'strike => s',
  'comment-reference => sup.comment',
];

/**
 * A Word document. Changes that are still tracked are taken as made; they are listed, and so are comments, headers
 * and footers, which are no part of the text. What it says is taken from its XML, apart from how it is converted.
 * @throws {BadInput} for one that is damaged, far too large, or not made by Word or a program like it
 */
export async function readWord(bytes: Buffer, file: string, notes: Notes): Promise<Source> {
  const parts = unzip(bytes, file, isText);
  const main = partOf(parts, 'word/document.xml');
  if (main === undefined) throw notWord(file);
  for (const [name, part] of parts) {
    if (isText(name) && /<!(?:DOCTYPE|ENTITY)/i.test(part.toString('latin1')))
      throw declares(file, name);
  }
  const tags = main.split('<').length - 1;
  if (tags > mostTags) throw tooMany(file, tags, 'tags', mostTags);
  const text = scanWord(main);
  if (text.paragraphs.length > mostParagraphs)
    throw tooMany(file, text.paragraphs.length, 'paragraphs', mostParagraphs);
  noteAround(parts, text, notes);
  const html = await convert(bytes, file);
  const numbers = wordNumbers(text, partOf(parts, 'word/numbering.xml') ?? '');
  const source = readHtml(html, file, notes, { numbers });
  return { ...source, format: 'docx', stated: state(parts, text) };
}

const partOf = (parts: ReadonlyMap<string, Buffer>, name: string): string | undefined =>
  parts
    .get(name)
    ?.toString('utf8')
    .replace(/^\uFEFF/, '');

async function convert(bytes: Buffer, file: string): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: bytes },
      { styleMap: styles, externalFileAccess: false, includeEmbeddedStyleMap: false },
    );
    return value.replaceAll(
      /<sup class="comment">.*?<\/sup>|<dl><dt id="comment-[\s\S]*?<\/dl>/g,
      '',
    );
  } catch (error) {
    throw new BadInput([
      {
        file,
        expected: 'a Word document that can be read',
        found: `one that cannot: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
        remedy: 'Open it in Word, save it again as a Word document (.docx), and import that.',
      },
    ]);
  }
}

/** Notes what stands around the text of a document, and what was done to it. */
function noteAround(parts: ReadonlyMap<string, Buffer>, text: WordText, notes: Notes): void {
  for (const words of text.deleted) {
    notes.leftOut.push({ words, why: 'deleted while changes were tracked' });
  }
  for (const words of text.inserted) {
    notes.mended.push(`“${words}” was put in while changes were tracked, and stays.`);
  }
  const comments = partOf(parts, 'word/comments.xml') ?? '';
  for (const [, attributes = '', inside = ''] of comments.matchAll(
    /<w:comment\b([^>]*)>([^]*?)<\/w:comment>/g,
  )) {
    const author = decodeXml(/w:author="([^"]*)"/.exec(attributes)?.[1] ?? 'somebody');
    const words = scanWord(inside).paragraphs.join('\n');
    notes.leftOut.push({ words, why: `a comment of ${author}` });
  }
  for (const name of [...parts.keys()].toSorted()) {
    const kind = /^word\/(header|footer)\d*\.xml$/.exec(name)?.[1];
    const words =
      kind === undefined ? '' : scanWord(partOf(parts, name) ?? '').paragraphs.join('\n');
    if (words !== '') notes.leftOut.push({ words, why: `the ${kind} of each page` });
  }
  if ([...parts.keys()].some((name) => /vbaProject/i.test(name))) {
    notes.toDo.push(
      'Ask why the document holds macros, which run programs: none was run or taken.',
    );
  }
}

function state(parts: ReadonlyMap<string, Buffer>, text: WordText): Source['stated'] {
  const around = [...parts.keys()]
    .filter((name) => /^word\/(?:header|footer|footnotes|endnotes|comments)\d*\.xml$/.test(name))
    .map((name) => scanWord(partOf(parts, name) ?? ''));
  const targets = scanRelationships(partOf(parts, 'word/_rels/document.xml.rels') ?? '');
  const texts = [text, ...around];
  return {
    passages: [...texts.flatMap(({ paragraphs }) => paragraphs), ...text.deleted, ...text.alts],
    links: [...text.linkIds.flatMap((id) => targets.get(id) ?? []), ...text.fields],
  };
}

/* A long newsletter has 20,000. The conversion of more takes many seconds, and hundreds of megabytes. */
const mostTags = 100_000;

const tooMany = (file: string, found: number, what: string, most: number) =>
  new BadInput([
    {
      file,
      expected: `a Word document of at most ${most.toLocaleString('en-NZ')} ${what}, far more than the longest newsletter has`,
      found: found.toLocaleString('en-NZ'),
      remedy: 'Import its parts one by one.',
    },
  ]);

const notWord = (file: string) =>
  new BadInput([
    {
      file,
      expected: 'a Word document (.docx)',
      found: 'an archive that is none',
      remedy: 'Open it in the program that made it, and save it as a Word document.',
    },
  ]);

const declares = (file: string, name: string) =>
  new BadInput([
    {
      file,
      expected: 'a Word document that declares nothing',
      found: `declarations of XML in ${name}, which Word never writes`,
      remedy: 'Do not open it: ask who sent it.',
    },
  ]);
