import type { MiddlewareHandler } from 'hono';

/** In bytes. A document has at most 200 KB, and as a form up to three times that; a picture 20 MB, a Word document 30 MB. */
const most = 31_000_000;

/** Refuses bodies that are longer than anything of the desk, or do not say how long they are, before they are read. */
export const limitBodies: MiddlewareHandler = async (context, next) => {
  if (context.req.header('transfer-encoding') !== undefined)
    return context.text('The desk takes bodies that say how long they are.\n', 411);
  if (Number(context.req.header('content-length') ?? 0) > most)
    return context.text('That is more than the desk takes.\n', 413);
  return next();
};
