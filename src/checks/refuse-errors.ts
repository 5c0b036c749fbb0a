import { join } from 'node:path';
import { collections } from '../content/collections.ts';
import { BadInput } from '../problem.ts';
import { checkContent, type CheckOptions } from './check-content.ts';

/**
 * Lets an edition go on to be approved or sent only where no error stands.
 * @param edition its date, the name of its file
 * @throws {BadInput} with every error that stands in it
 */
export async function refuseErrors(
  edition: string,
  options: Pick<CheckOptions, 'folder' | 'out' | 'sendDay'>,
): Promise<void> {
  const file = join(options.folder, collections.newsletters.folder, `${edition}.mdx`);
  const { findings } = await checkContent({ ...options, for: 'send', files: [file] });
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new BadInput(
    errors.map(({ line, rule, words, message, suggestion }) => ({
      file,
      line,
      expected: `no error of the rule ${rule}`,
      found: `“${words.split('\n', 1)[0]?.slice(0, 80)}”. ${message.replace(/\.$/, '')}`,
      remedy: suggestion ?? 'Mend it, and check again.',
    })),
  );
}
