import { parseArgs } from 'node:util';
import { dev } from 'astro';

/*
 * The process that shows pages while they are written: Astro's server for development, on this machine alone. It ends
 * with the process that started it, however that ends.
 */
const { values } = parseArgs({ options: { root: { type: 'string' }, cache: { type: 'string' } } });
const { root = '.', cache = 'node_modules/.astro' } = values;

process.on('disconnect', () => process.exit());
const server = await dev({
  root,
  cacheDir: cache,
  logLevel: 'error',
  server: { host: '127.0.0.1', port: 0 },
  vite: { cacheDir: cache },
});
process.send?.({ port: server.address.port });
