import { Hono } from 'hono';
import { setTimeout as wait } from 'node:timers/promises';
import { dayAt } from '../../dates/new-zealand.ts';
import { mattersOf } from '../documents/attention.ts';
import { findDocuments } from '../documents/find-documents.ts';
import { listDocuments } from '../documents/list-documents.ts';
import { promisesOf } from '../documents/promises.ts';
import { homePage } from '../pages/home-page.ts';
import type { Desk } from './desk.ts';
import { personOf } from '../sign-in/who.ts';

/* In milliseconds. A page that waits for longer feels broken; the checks of a thousand pages take longer. */
const patience = 2500;

/** The first page of the desk; with `?q=` only what was asked for, with `?kind=` all documents of a kind. */
export function homeRoutes(desk: Desk): Hono {
  const routes = new Hono();
  routes.get('/', async (context) => {
    const { now, out, data, databaseUrl } = desk.settings();
    const today = dayAt(now);
    const shelf = await desk.look();
    const documents = await listDocuments(shelf, { out, data, databaseUrl }, today);
    const question = (context.req.query('q') ?? '').trim().slice(0, 200);
    const report =
      question === ''
        ? await Promise.race([desk.checks(shelf), wait(patience, undefined)])
        : undefined;
    return context.html(
      homePage({
        documents,
        found: question === '' ? documents : findDocuments(documents, question),
        matters: mattersOf(shelf, documents, report, today),
        isChecked: report !== undefined,
        next: documents.filter((one) => isAhead(one, today)).toSorted(byDay),
        promised: promisesOf(shelf.content)[0],
        question,
        kind: context.req.query('kind'),
        today,
        person: personOf(context),
      }),
    );
  });
  return routes;
}

type Listed = Awaited<ReturnType<typeof listDocuments>>[number];

/** Whether a mailing is still to go out: a draft, or one that is ready for a day to come. */
const isAhead = ({ kind, state, day }: Listed, today: string) =>
  (kind === 'newsletters' || kind === 'corrections') &&
  (state === 'draft' ||
    state === 'scheduled' ||
    state === 'sending' ||
    (state !== 'sent' && day >= today));

const byDay = (a: Listed, b: Listed) => a.day.localeCompare(b.day);
