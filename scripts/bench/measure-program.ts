import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** One program to run: Node with words, or another by its path. */
export interface Program {
  /** Left out, Node. */
  path?: string;
  words: readonly string[];
  /** The folder that it runs in. */
  cwd: string;
  environment?: Readonly<Record<string, string>>;
}

/** What it took. */
export interface Measured {
  seconds: number;
  /** Of the largest Node process among it and its children. */
  megabytes: number;
}

/**
 * Runs a program to its end.
 * @throws where it fails
 */
export async function measureProgram(program: Program): Promise<Measured> {
  const { path = process.execPath, words, cwd, environment = {} } = program;
  const folder = await mkdtemp(join(tmpdir(), 'panui-peaks-'));
  try {
    const peaks = join(folder, 'peaks');
    const hook = join(folder, 'peak.mjs');
    await writeFile(peaks, '');
    await writeFile(
      hook,
      `import { appendFileSync } from 'node:fs';
process.on('exit', () => appendFileSync(${JSON.stringify(peaks)}, process.resourceUsage().maxRSS + '\\n'));`,
    );
    const env = {
      ...process.env,
      ...environment,
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_OPTIONS: `--import=${pathToFileURL(hook)}`,
    };
    const begun = performance.now();
    const child = spawn(path, words, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
    const code = await new Promise((resolve, reject) =>
      child.once('error', reject).once('close', resolve),
    );
    if (code !== 0) throw new Error(`${path} ${words.join(' ')} ended with ${String(code)}.`);
    const seconds = (performance.now() - begun) / 1000;
    const kilobytes = (await readFile(peaks, 'utf8')).split('\n').map(Number);
    return { seconds, megabytes: Math.round(Math.max(...kilobytes) / 1024) };
  } finally {
    await rm(folder, { recursive: true });
  }
}
