import { type Context, Hono } from 'hono';
import { join } from 'node:path';
import { z } from 'zod';
import { checkContent } from '../../../checks/running/check-content.ts';
import { dayAt, instantInNewZealand } from '../../../dates/new-zealand.ts';
import { approvalState } from '../../../delivery/approval/approval.ts';
import { readBulletin } from '../../../delivery/bulletins/read-bulletin.ts';
import { approvalFaults, dateFaults, siteFaults } from '../../../delivery/dispatch/refusals.ts';
import { describeSendingHours } from '../../../delivery/dispatch/sending-hours.ts';
import { begunBefore } from '../../../delivery/ledger/begun-before.ts';
import { findDispatch } from '../../../delivery/ledger/dispatch.ts';
import { listSizes } from '../../../delivery/lists/list-sizes.ts';
import { mailedDocument } from '../../../delivery/orders/mailed-document.ts';
import { useStore } from '../../../delivery/store/use-store.ts';
import { BadInput, type Problem } from '../../../problems/problem.ts';
import { localTime } from '../../../schemas/fields.ts';
import { mailAddress } from '../../mail/list-mailings.ts';
import { peopleOf } from '../../mail/see-messages.ts';
import { sendingDays } from '../../mail/sending-days.ts';
import { missingPage } from '../../pages/fault-page.ts';
import { type SendForm, sendPage } from '../../pages/mail/send-page.ts';
import type { Desk } from '../desk.ts';
import { handOver } from './hand-over.ts';
import { bulletinOf } from './mail-desk.ts';

const formSchema = z.object({
  when: z.enum(['now', 'later']).catch('now'),
  day: z.string().catch(''),
  time: z.string().catch(''),
  anyTime: z.literal('yes').optional().catch(undefined).transform(Boolean),
  expect: z.string().catch(''),
}) satisfies z.ZodType<SendForm>;

/** Where a bulletin is sent: what will happen in words first, and the number typed. */
export function sendRoutes(desk: Desk): Hono {
  const routes = new Hono();

  routes.get('/', async (context) => {
    const today = dayAt(desk.settings().now);
    const form = { when: 'now', day: today, time: '09:00', anyTime: false, expect: '' } as const;
    return show(context, form, undefined);
  });

  routes.post('/', async (context) => {
    const place = bulletinOf(context);
    if (!place) return context.notFound();
    const { person } = place;
    const address = mailAddress(place);
    if (person === undefined) return context.redirect(`/desk/name/?next=${address}send/`, 303);
    const form = formSchema.parse(await context.req.parseBody());
    try {
      const { expect, sendAt } = readForm(form);
      const { anyTime } = form;
      await handOver(desk, place, { by: person, expect, sendAt, anyTime, isNew: true });
      return context.redirect(`${address}?done=${sendAt ? 'scheduled' : 'sent'}`, 303);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      return show(context, form, error.problems);
    }
  });

  async function show(context: Context, form: SendForm, refused: readonly Problem[] | undefined) {
    const place = bulletinOf(context);
    if (!place) return context.notFound();
    const { content, out, siteUrl, sendingHours, now, ...rest } = desk.settings();
    const { edition, audience, person } = place;
    const bulletin = await readBulletin(out, edition, audience);
    const document = await mailedDocument(content, edition);
    if (!document) return context.html(missingPage(person), 404);
    const files = [join(content, document.path)];
    const report = await checkContent({ folder: content, out, for: 'send', files });
    return useStore(rest, (store) => {
      const existing = findDispatch(store, edition, audience);
      const against = existing
        ? [begunBefore(store, existing)]
        : [
            ...approvalFaults(store, bulletin),
            ...siteFaults(bulletin, siteUrl),
            ...dateFaults(bulletin, dayAt(now)),
          ];
      const size = listSizes(store).find(({ list }) => list === audience);
      if (!size) return context.notFound();
      const { approved, by } = approvalState(store, bulletin);
      const page = sendPage({
        bulletin,
        size,
        getting: peopleOf(store, bulletin, 0).total,
        approvedBy: by.map(({ name }) => name),
        isApproved: approved,
        hours: describeSendingHours(sendingHours),
        days: sendingDays(dayAt(now)),
        report,
        path: document.path,
        problems: refused ?? against,
        isRefused: refused !== undefined,
        form,
        folder: content,
        person,
      });
      return context.html(page, refused ? 422 : 200);
    });
  }

  return routes;
}

/** @throws {BadInput} naming every field that cannot be used */
function readForm({ when, day, time, expect }: SendForm) {
  const moment = localTime.safeParse(`${day}T${time}`);
  const problems: Problem[] = [];
  if (!/^\s*\d{1,9}\s*$/.test(expect)) {
    const found = expect.trim() === '' ? 'nothing' : `“${expect}”`;
    const remedy = 'Type how many people you expect to get it.';
    problems.push({ file: 'the number', expected: 'a number of people', found, remedy });
  }
  if (when === 'later' && !moment.success) {
    const found = `“${day} ${time}”`;
    const remedy = 'Choose a day, and write a time.';
    problems.push({ file: 'the time to begin', expected: 'a day and a time', found, remedy });
  }
  if (problems.length > 0) throw new BadInput(problems);
  const isLater = when === 'later' && moment.success;
  return {
    expect: Number(expect),
    sendAt: isLater ? instantInNewZealand(moment.data) : undefined,
  };
}
