import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HeldContent } from './content-source.ts';

/** Where the desk asks for what is typed to be read again. */
export const followPath = '/__panui/read';

/**
 * Reads what is typed, when the desk says that there is something new. The answer comes once pages can be asked for:
 * as JSON, what keeps texts from being shown as they are typed.
 */
export const followTyping =
  (source: HeldContent) =>
  (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
    if (request.method !== 'POST') return next();
    source.refresh().then(() => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(source.leftOut()));
    }, next);
  };
