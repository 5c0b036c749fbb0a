import { eachLink, type FoundLink } from '../../document/each-link.ts';
import { type BlockOf, eachBlock, isBlock, type Span } from '../../document/tree.ts';
import {
  type ContentFile,
  fileAt,
  fileLabel,
  isFileAddress,
  isLabelled,
} from '../../files/content-file.ts';
import { filesFolder } from '../../files/read-files.ts';
import type { Problem } from '../../problems/problem.ts';
import { closest } from '../../problems/closest.ts';
import { allDocuments, type Content } from '../content.ts';
import { paths } from '../paths.ts';

type Words = Pick<Problem, 'expected' | 'found' | 'remedy'>;

/** Reports links to files and pictures that are not there, and files that cannot be published. */
export function checkFiles(content: Content, problems: Problem[]): void {
  const { files } = content;
  const used = new Set<ContentFile>();
  for (const { body, file, lineAt } of allDocuments(content)) {
    const report = (at: Readonly<Span>, words: Words | undefined) => {
      if (words) problems.push({ file, line: lineAt(at), ...words });
    };
    for (const link of eachLink(body)) {
      if (!isFileAddress(link.to)) continue;
      const target = fileAt(link.to, files);
      if (target) used.add(target);
      report(link.at, target ? (target.fault ?? mislabelled(link, target)) : missing(link, files));
    }
    for (const block of eachBlock(body)) {
      if (isBlock(block, 'Attachments')) checkEntries(block, report);
      if (isBlock(block, 'Pictures')) report(block.at, unlikePictures(block));
      if (!isBlock(block, 'Picture')) continue;
      const shown = files.get(block.props.file);
      if (shown) used.add(shown);
      report(block.at, shown ? unshowable(shown) : missingPicture(block.props.file, files));
    }
  }
  for (const found of files.values()) {
    if (found.fault && !used.has(found)) problems.push({ file: found.file, ...found.fault });
  }
}

/** Reports entries of attachments that do not begin with a link to a file. */
function checkEntries(
  { children: [list] }: BlockOf<'Attachments'>,
  report: (at: Readonly<Span>, words: Words) => void,
): void {
  if (list?.type !== 'list') return;
  list.items.forEach(([first], index) => {
    const link = first?.type === 'paragraph' ? first.children[0] : undefined;
    if (link?.type === 'link' && isFileAddress(link.to)) return;
    report(list.itemsAt[index] ?? list.at, {
      expected: 'a link to a file at the start of each entry of <Attachments>',
      found:
        link?.type === 'link' ? `a link to ${link.to}` : 'an entry that starts with something else',
      remedy: `Put the file into the folder ${filesFolder}, and start the entry with [what it is](${paths.file('name.pdf')}).`,
    });
  });
}

/** What is wrong where pictures stand side by side: something else, one alone, or more than there is room for. */
function unlikePictures({ children }: BlockOf<'Pictures'>): Words | undefined {
  const other = children.find((child) => !isBlock(child, 'Picture'));
  if (!other && (children.length === 2 || children.length === 3)) return undefined;
  return {
    expected: '2 or 3 pictures in <Pictures>, and nothing else',
    found: other
      ? `a ${other.type === 'block' ? `<${other.name}>` : other.type}`
      : `${children.length}`,
    remedy: 'Put words into the caption of a picture, and other pictures on lines of their own.',
  };
}

function missing({ to }: FoundLink, files: Content['files']): Words {
  const addresses = [...files.keys()].map((name) => paths.file(name));
  const meant = closest(to, addresses);
  return {
    expected: `a file of the folder ${filesFolder}: ${[...files.keys()].join(', ') || 'it has none yet'}`,
    found: `a link to ${to}`,
    remedy: meant
      ? `Write ${meant} if that is what you meant.`
      : `Put the file into the folder ${filesFolder}, beside newsletters and guidance.`,
  };
}

function mislabelled({ to, words }: FoundLink, file: ContentFile): Words | undefined {
  if (words === undefined) {
    return {
      expected: 'the address of a page where people register or answer',
      found: `a link to ${to}`,
      remedy: 'Link to the file in the text, or with a <Button>.',
    };
  }
  if (!isLabelled(words)) return undefined;
  return {
    expected: 'the words of a link to a file, without its kind and size',
    found: `"${words}"`,
    remedy: `Remove what stands in brackets: ${fileLabel(file)} is added, read from the file itself.`,
  };
}

function missingPicture(name: string, files: Content['files']): Words {
  const pictures = [...files.values()].filter(({ pixels }) => pixels).map((one) => one.name);
  const meant = closest(name, pictures);
  return {
    expected: `the name of a picture in the folder ${filesFolder}: ${pictures.join(', ') || 'there is none yet'}`,
    found: `"${name}"`,
    remedy: meant
      ? `Write "${meant}" if that is what you meant.`
      : `Put the picture into the folder ${filesFolder}, as PNG or JPEG.`,
  };
}

function unshowable({ name, kind, pixels, fault }: ContentFile): Words | undefined {
  if (fault ?? pixels) return fault;
  return {
    expected: 'a picture in PNG or JPEG',
    found: `${name}, a ${kind} file`,
    remedy: `Link to it instead: [what it is](${paths.file(name)}).`,
  };
}
