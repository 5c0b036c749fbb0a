import { jpeg, png } from './pictures.ts';
import { edition, type Files } from './write-content.ts';

/*
 * What goes wrong with the files that documents link to and the pictures that they show, and what
 * authors are told. Used by tests only.
 */

const letter = (body: string, files: Files = {}): Files => ({
  'newsletters/2026-05-08.mdx': edition(body),
  ...files,
});

const shows = (name: string, bytes: Buffer | string): Files =>
  letter(`<Picture file="${name}" alt="The steps." />`, { [`files/${name}`]: bytes });

/** A fault, the files that have it, and the messages. */
export const badPublished: [fault: string, files: Files, messages: string[]][] = [
  [
    'a picture without words, with both, and without a name',
    letter(
      '<Picture file="steps.png" />\n\n<Picture file="steps.png" alt="The steps." decorative="yes" />\n\n<Picture alt="The steps." />',
      { 'files/steps.png': png(600, 300) },
    ),
    [
      'newsletters/2026-05-08.mdx:9: Expected "alt" in <Picture>: what the picture tells, in words, or decorative="yes" where it tells nothing. Found no "alt". Add alt="…".',
      'newsletters/2026-05-08.mdx:11: Expected either "alt" or "decorative", not both. Found both. Remove decorative="…" if the picture tells something, or else alt="…".',
      'newsletters/2026-05-08.mdx:13: Expected "file" in <Picture>: the name of a file. Found no "file". Add file="…".',
    ],
  ],
  [
    'pictures side by side that are one alone, or other than pictures',
    letter(
      '<Pictures>\n\n<Picture file="steps.png" decorative="yes" />\n\n</Pictures>\n\n<Pictures>\n\nKia ora.\n\n</Pictures>',
      { 'files/steps.png': png(600, 300) },
    ),
    [
      'newsletters/2026-05-08.mdx:9: Expected 2 or 3 pictures in <Pictures>, and nothing else. Found 1. Put words into the caption of a picture, and other pictures on lines of their own.',
      'newsletters/2026-05-08.mdx:15: Expected 2 or 3 pictures in <Pictures>, and nothing else. Found a paragraph. Put words into the caption of a picture, and other pictures on lines of their own.',
    ],
  ],
  [
    'attachments that are no files, or not there',
    letter(
      '<Attachments title="Forms">\n\n- [The form](/files/form.pdf)\n- [The page](/contacts/)\n- See [the form](/files/from.pdf)\n- [The form](/files/from.pdf)\n\n</Attachments>',
      { 'files/form.pdf': '%PDF-1.7' },
    ),
    [
      'newsletters/2026-05-08.mdx:12: Expected a link to a file at the start of each entry of <Attachments>. Found a link to /contacts/. Put the file into the folder files, and start the entry with [what it is](/files/name.pdf).',
      'newsletters/2026-05-08.mdx:13: Expected a file of the folder files: form.pdf. Found a link to /files/from.pdf. Write /files/form.pdf if that is what you meant.',
      'newsletters/2026-05-08.mdx:13: Expected a link to a file at the start of each entry of <Attachments>. Found an entry that starts with something else. Put the file into the folder files, and start the entry with [what it is](/files/name.pdf).',
      'newsletters/2026-05-08.mdx:14: Expected a file of the folder files: form.pdf. Found a link to /files/from.pdf. Write /files/form.pdf if that is what you meant.',
    ],
  ],
  [
    'a picture of a video that tells nothing',
    letter(
      '<Picture file="steps.png" decorative="yes" video="https://www.education.govt.nz/video" />',
      { 'files/steps.png': png(600, 300) },
    ),
    [
      'newsletters/2026-05-08.mdx:9: Expected what the video shows, in alt="…", and no "decorative". Found both. Remove decorative="…", and say in alt="…" what the video shows and how long it is.',
    ],
  ],
  [
    'a picture that is not there, and one that is none',
    letter(
      '<Picture file="setps.png" alt="The steps." />\n\n<Picture file="rules.pdf" alt="The rules." />',
      { 'files/steps.png': png(600, 300), 'files/rules.pdf': '%PDF-1.7' },
    ),
    [
      'newsletters/2026-05-08.mdx:9: Expected the name of a picture in the folder files: steps.png. Found "setps.png". Write "steps.png" if that is what you meant.',
      'newsletters/2026-05-08.mdx:11: Expected a picture in PNG or JPEG. Found rules.pdf, a PDF file. Link to it instead: [what it is](/files/rules.pdf).',
    ],
  ],
  [
    'a picture that moves',
    shows('steps.png', png(600, 300, true)),
    [
      'newsletters/2026-05-08.mdx:9: Expected a picture that stands still. Found steps.png, which moves. Save one frame of it: movement keeps some people from reading.',
    ],
  ],
  [
    'a picture that is too large',
    shows('steps.png', png(2500, 4)),
    [
      'newsletters/2026-05-08.mdx:9: Expected a picture of at most 500 KB and 2,400 pixels each way. Found steps.png, of 1 KB, 2,500 by 4 pixels. Make it smaller: 1,200 pixels wide is enough for a sharp picture on the page and in an email.',
    ],
  ],
  [
    'a photograph on its side',
    shows('hui.jpg', jpeg(600, 300, [[0x0112, 6]])),
    [
      'newsletters/2026-05-08.mdx:9: Expected a picture stored upright. Found hui.jpg, which mail programs would show on its side. Open it, turn it, and save it again.',
    ],
  ],
  [
    'a photograph that says where it was taken',
    shows(
      'hui.jpg',
      jpeg(600, 300, [
        [0x0112, 1],
        [0x8825, 26],
      ]),
    ),
    [
      'newsletters/2026-05-08.mdx:9: Expected a picture without the place where it was taken. Found hui.jpg, which tells everybody the place. Export it for the web, without location.',
    ],
  ],
  [
    'a picture cut short, and one of another kind than its name',
    letter('<Picture file="a.png" alt="A." />\n\n<Picture file="b.png" alt="B." />', {
      'files/a.png': png(600, 300).subarray(0, 20),
      'files/b.png': jpeg(600, 300),
    }),
    [
      'newsletters/2026-05-08.mdx:9: Expected a whole PNG picture. Found a.png, which ends too soon. Save the picture again.',
      'newsletters/2026-05-08.mdx:11: Expected a PNG file under the name b.png. Found a file of another kind. Save it again as PNG: another name does not change what is inside.',
    ],
  ],
  [
    'pictures and files of kinds that are not taken, and a name that is no address',
    letter('Hi.', {
      'files/steps.webp': 'RIFF',
      'files/macro.exe': 'MZ',
      'files/Rules 2026.pdf': '%PDF-1.7',
      'files/more/rules.pdf': '%PDF-1.7',
      'files/.hidden': '',
    }),
    [
      'files/macro.exe: Expected files that end with pdf, doc, docx, xls, xlsx, ppt, pptx, csv, zip, png, jpg, jpeg. Found macro.exe. Save it as one of these, or remove it.',
      'files/more: Expected files, and no folders between them. Found the folder more. Move its files up, so that each has one short address.',
      'files/Rules 2026.pdf: Expected a file name of lower-case letters, digits and hyphens. Found "Rules 2026.pdf". Rename the file: its name is part of its address.',
      'files/steps.webp: Expected pictures in PNG or JPEG. Found steps.webp, a picture in WebP. Many mail programs do not show WebP. Save it as PNG (drawings) or JPEG (photographs), and put that file here.',
    ],
  ],
  [
    'links to files that are not there, are not what they are called, or carry a label of their own',
    letter(
      [
        '[The rules](/files/rule.pdf), [the form](/files/form.docx) and [the dates [PDF, 3 KB]](/files/rules.pdf).',
        '',
        '<Button to="/files/dates.csv" label="Download the dates" />',
        '',
        '<Survey title="survey" url="/files/rules.pdf">\n\nAnswer it.\n\n</Survey>',
      ].join('\n'),
      { 'files/rules.pdf': '%PDF-1.7', 'files/form.docx': '<html>' },
    ),
    [
      'newsletters/2026-05-08.mdx:9: Expected a file of the folder files: form.docx, rules.pdf. Found a link to /files/rule.pdf. Write /files/rules.pdf if that is what you meant.',
      'newsletters/2026-05-08.mdx:9: Expected a Word file under the name form.docx. Found a file of another kind. Save it again as Word: another name does not change what is inside.',
      'newsletters/2026-05-08.mdx:9: Expected the words of a link to a file, without its kind and size. Found "the dates [PDF, 3 KB]". Remove what stands in brackets: [PDF, 1 KB] is added, read from the file itself.',
      'newsletters/2026-05-08.mdx:11: Expected a file of the folder files: form.docx, rules.pdf. Found a link to /files/dates.csv. Put the file into the folder files, beside newsletters and guidance.',
      'newsletters/2026-05-08.mdx:13: Expected the address of a page where people register or answer. Found a link to /files/rules.pdf. Link to the file in the text, or with a <Button>.',
    ],
  ],
  [
    'a file that nothing links to and that is empty',
    letter('Hi.', { 'files/rules.pdf': '' }),
    [
      'files/rules.pdf: Expected a PDF file under the name rules.pdf. Found an empty file. Save it again as PDF: another name does not change what is inside.',
    ],
  ],
];
