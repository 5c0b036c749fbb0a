import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Half of what a short command takes is compiling the same sources again.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/panui', import.meta.url)));
const { endWorkWithoutOutput } = await import('./command-line/lost-output.ts');
const { runLine } = await import('./command-line/run-command.ts');

endWorkWithoutOutput();
process.exitCode = await runLine(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
