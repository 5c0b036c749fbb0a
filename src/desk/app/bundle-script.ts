import { fileURLToPath } from 'node:url';

/* What each page may run. Loading the bundler takes a while, and only who opens a page waits for it. */
const scripts = {
  frame: '../browser/frame.ts',
  find: '../browser/find.ts',
  write: '../browser/write.ts',
  preview: '../browser/preview.ts',
  progress: '../browser/progress.ts',
  drop: '../browser/drop.ts',
  editor: '../editor/start.ts',
} as const;

export type Script = keyof typeof scripts;

export const isScript = (name: string): name is Script => Object.hasOwn(scripts, name);

const bundled = new Map<Script, Promise<string>>();

/** A module of the desk as a browser runs it, with all that it imports; bundled once, when it is first asked for. */
export function bundleScript(name: Script): Promise<string> {
  const known = bundled.get(name) ?? bundle(name);
  bundled.set(name, known);
  known.catch(() => bundled.delete(name));
  return known;
}

async function bundle(name: Script): Promise<string> {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: fileURLToPath(new URL(scripts[name], import.meta.url)) },
    },
  });
  const chunks = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [entry] = chunks.filter((one) => one.type === 'chunk');
  if (!entry) throw new Error(`Nothing came of bundling ${name}.`);
  return entry.code;
}
