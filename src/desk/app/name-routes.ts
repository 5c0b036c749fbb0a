import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { z } from 'zod';
import { line } from '../../schemas/fields.ts';
import { ownPath } from '../sign-in/own-path.ts';
import { namePage } from '../pages/name-page.ts';
import { nameCookie, personOf } from '../sign-in/who.ts';

const nameSchema = z.object({
  name: line.refine((name) => name.length <= 80),
  next: z.string().optional(),
});

/** Where somebody says who they are: it stands beside what they change, and is kept in their browser for a year. */
export function nameRoutes(): Hono {
  const routes = new Hono();
  routes.get('/', (context) =>
    context.html(namePage({ person: personOf(context), next: context.req.query('next') })),
  );
  routes.post('/', async (context) => {
    const given = nameSchema.safeParse(await context.req.parseBody());
    if (!given.success) {
      const next = context.req.query('next');
      return context.html(namePage({ person: personOf(context), next, isWrong: true }), 422);
    }
    const { name, next } = given.data;
    setCookie(context, nameCookie, name.normalize('NFC'), {
      path: '/desk',
      httpOnly: true,
      sameSite: 'Strict',
      maxAge: 31_536_000,
    });
    return context.redirect(ownPath(next), 303);
  });
  return routes;
}
