import type { Problem } from '../../problems/problem.ts';

type Words = Pick<Problem, 'expected' | 'found' | 'remedy'>;

const inQuotes = 'Put the whole value in quotation marks.';

/* The faults that people make in YAML, by the code of the parser (yaml.org/eemeli "Errors"). */
const known: Record<string, [found: string, remedy: string]> = {
  BAD_ALIAS: ['a value that starts with "*"', inQuotes],
  BAD_DIRECTIVE: ['a line that starts with "%"', inQuotes],
  BAD_DQ_ESCAPE: ['a backslash in quotation marks', 'Write it twice, or use single quotes.'],
  BAD_INDENT: [
    'a line that starts further left or right than the lines it belongs with',
    'Start keys of one group at the same place, two spaces further in than their group.',
  ],
  BAD_SCALAR_START: ['a value that starts with @, %, ` or another sign YAML keeps', inQuotes],
  BLOCK_AS_IMPLICIT_KEY: ['a second colon on the line', inQuotes],
  DUPLICATE_KEY: ['a key that is there already', 'Keep one of the two.'],
  MULTILINE_IMPLICIT_KEY: ['a line without a colon after its key', 'Write it as "key: value".'],
  MULTIPLE_DOCS: ['another start of a document', 'Remove the line of hyphens or dots.'],
  TAB_AS_INDENT: ['a tab at the start of the line', 'Use two spaces instead.'],
  UNEXPECTED_TOKEN: ['a value with words after its end, or with a sign YAML keeps', inQuotes],
};

/** What an error of the YAML parser means for an author. */
export function describeYamlError(code: string, message: string): Words {
  const [found, remedy] = isUnclosed(code, message)
    ? [
        'a quotation mark or bracket that opens and does not close',
        'Close it. If it is part of the words, put the whole value in quotation marks of the other kind.',
      ]
    : (known[code] ?? ['a line that cannot be read', inQuotes]);
  return { expected: 'lines of "key: value"', found, remedy };
}

/** Whether something opened and did not close; the parser sees it only where the text ends. */
export const isUnclosed = (code: string, message: string): boolean =>
  code === 'MISSING_CHAR' || /\bend with a [\]}]/.test(message);
