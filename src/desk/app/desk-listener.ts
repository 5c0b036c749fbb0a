import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createDeskApp } from './desk-app.ts';
import type { Desk } from './desk.ts';

/**
 * The desk under `/desk/`, for a server on this machine.
 * @param others answers what is not the desk's; left out, it leads to the desk
 */
export function deskListener(
  desk: Desk,
  report: (error: Error) => void,
  others?: RequestListener,
): RequestListener {
  const app = createDeskApp(desk, report);
  const ours = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  return (request, response) => {
    if (/^\/desk(?:[/?]|$)/.test(request.url ?? '')) return void ours(request, response);
    if (others) return others(request, response);
    response.writeHead(302, { Location: '/desk/' }).end();
  };
}
