import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import type { Change, History } from './version.ts';

const run = promisify(execFile);

/** Runs Git beside a file, whatever repository the desk was started from. */
async function git(file: string, words: readonly string[]): Promise<string> {
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...env } = process.env;
  const options = { cwd: dirname(file), env: { ...env, LC_ALL: 'C' }, maxBuffer: 64 * 1_048_576 };
  const { stdout } = await run('git', ['--literal-pathspecs', ...words], options);
  return stdout;
}

/** Whether a file is in the working tree of a repository that does not ignore it, and Git is there. */
export async function isInGit(file: string): Promise<boolean> {
  try {
    await git(file, ['rev-parse', '--show-toplevel']);
  } catch {
    return false;
  }
  return git(file, ['check-ignore', '--quiet', '--', file]).then(
    () => false,
    () => true,
  );
}

const [field, record] = ['\u001f', '\u001e'];

/** The texts that a file had, from the commits that changed it. */
export const gitHistory = (file: string): History => ({
  versions: async () => {
    const format = `--format=%H${field}%an${field}%aI${field}%s${record}`;
    const log = await git(file, ['log', '--max-count=100', format, '--', file]);
    return log.split(record).flatMap((line) => {
      const [id, by, at, words] = line.trim().split(field);
      return id && by && at ? [{ id, by, at, words: words ?? '' }] : [];
    });
  },
  text: async (id) => {
    if (!/^[0-9a-f]{40}$/.test(id)) return undefined;
    return git(file, ['show', `${id}:./${basename(file)}`]).catch(() => undefined);
  },
});

/**
 * Commits one file in the name of whoever saved it. What else is changed or staged stays as it is; so does the index
 * where it cannot be committed, as in the middle of a merge.
 * @throws with what Git says
 */
export async function commitChange({ file, path, by }: Change): Promise<void> {
  const email = await git(file, ['config', 'user.email']).then(
    (text) => text.trim(),
    () => 'desk@localhost',
  );
  const name = by.replaceAll(/[<>\n]/g, '') || 'The desk';
  // A file that Git has not seen yet has no name that a commit could take.
  await git(file, ['add', '--intent-to-add', '--', file]);
  await git(file, [
    '-c',
    `user.name=${name}`,
    '-c',
    `user.email=${email}`,
    '-c',
    'commit.gpgsign=false',
    'commit',
    '--only',
    '--no-verify',
    '--quiet',
    '--message',
    `Change ${path} at the desk`,
    '--',
    file,
  ]);
}
