import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { slowBy } from './fake-answers.ts';
import type { FakeProvider } from './fake-provider.ts';

/** The provider for tests behind a real port of this machine. */
export async function serveFakeProvider(provider: FakeProvider, delay = 0) {
  const server = createServer((request, response) => {
    void respond(provider, request, response, delay).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

async function respond(
  provider: FakeProvider,
  request: IncomingMessage,
  response: ServerResponse,
  delay: number,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const reply = provider.handle({
    method: request.method ?? '',
    path: request.url ?? '',
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: Buffer.concat(parts).toString('utf8'),
  });
  if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
  if (reply === 'hang') return;
  if (reply === 'drop') return void request.socket.destroy();
  if ('slow' in reply) {
    await new Promise((resolve) => setTimeout(resolve, slowBy));
    const { status, headers, body } = reply.slow;
    response.writeHead(status, headers).end(body);
    return;
  }
  if ('cut' in reply) {
    const { status, headers, body } = reply.cut;
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
    response.write(body.slice(0, Math.floor(body.length / 2)), () => request.socket.destroy());
    return;
  }
  response.writeHead(reply.status, reply.headers).end(reply.body);
}
