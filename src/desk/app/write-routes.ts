import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { plainText } from '../../document/plain-text.ts';
import { withAck, withState } from '../documents/change-top.ts';
import { mendText } from '../documents/check-text.ts';
import { writeAddress } from '../documents/desk-document.ts';
import { dropKept, dropSaved, keepBase, keepUnsaved, readBase } from '../documents/keep-unsaved.ts';
import { type Choice, mergedText, mergeTexts } from '../documents/merge-texts.ts';
import { openToWrite } from '../documents/open-to-write.ts';
import { readSource } from '../documents/read-source.ts';
import { saveChange } from '../history/save-change.ts';
import { titleOf } from '../documents/title-of.ts';
import { mergePage } from '../pages/merge-page.ts';
import { writePage } from '../pages/write-page.ts';
import type { Desk } from './desk.ts';
import { personOf } from '../sign-in/who.ts';

/** What the page sends on which a document is written: its text, and one button. */
const orderSchema = z.looseObject({
  text: z.string(),
  hash: z.string(),
  slot: z.string().regex(/^[\w-]{1,64}$/),
  mend: z.string().optional(),
  acknowledge: z.string().optional(),
  draft: z.string().optional(),
  discard: z.string().optional(),
  merge: z.string().optional(),
});
type Order = z.output<typeof orderSchema>;

const dones: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  same: 'There was nothing to save: it says this already.',
  mended: 'Mended. Look at it, then save.',
  stands: 'It stands, with your reason at the top of the file. Save to keep that.',
  begun: 'Begun. Wherever it says “TBC” there is something to write.',
  imported:
    'Made. Read it beside what it was made of; wherever it says “TBC” there is something to write.',
  again: 'This is how it was. Look at it, then save it to have it so again.',
  nothing: 'Nothing could be mended without a change of what it says.',
  discarded: 'This is what is saved.',
  name: 'Say who you are first: a warning stands with a name beside it.',
  reason: 'Write why it is right as it is, then let it stand.',
  ready: 'It is ready. It goes onto the site when somebody publishes.',
};

/** The page on which a document is written, and what its buttons do. */
export function writeRoutes(desk: Desk): Hono {
  const routes = new Hono();

  routes.get('/:path{.+}', async (context) => {
    const path = context.req.param('path');
    const settings = desk.settings();
    const person = personOf(context);
    const wanted = context.req.query('slot');
    const who = { person: person ?? '', present: desk.present, wanted };
    const open = await openToWrite(settings, path, who);
    const report = await desk.checkText(open.source, open.text);
    // Whoever writes soon wants to see it, and it takes some seconds to start.
    void desk.preview.origin().catch(() => undefined);
    return context.html(
      writePage({
        open,
        title: titleOf(await desk.look(), path),
        report,
        person,
        now: settings.now,
        done: dones[context.req.query('done') ?? ''],
        hasEditor: path.endsWith('.mdx'),
      }),
    );
  });

  routes.post('/:path{.+}', async (context) => {
    const path = context.req.param('path');
    const order = orderSchema.parse(await context.req.parseBody());
    if (order.discard !== undefined) {
      await dropKept(desk.settings().data, path, order.slot);
      return context.redirect(`${writeAddress(path)}?done=discarded`, 303);
    }
    if (order.mend !== undefined) return mend(context, path, order, order.mend);
    if (order.acknowledge !== undefined) return letStand(context, path, order, order.acknowledge);
    if (order.merge !== undefined) return merge(context, path, order);
    const text = order.draft === undefined ? order.text : withState(order.text, 'draft');
    return save(context, path, { ...order, text });
  });

  async function save(context: Context, path: string, order: Order) {
    const settings = desk.settings();
    const { data, now } = settings;
    const { slot, hash, text } = order;
    const by = personOf(context) ?? '';
    const saved = await saveChange(settings, { path, hash, text }, by);
    if (saved.outcome !== 'changed-meanwhile') {
      await dropSaved(data, path, { slot, by, text: plainText(text) });
      return context.redirect(`${writeAddress(path)}?done=${saved.outcome}`, 303);
    }
    await keepUnsaved(data, { path, slot, base: hash, by, at: now.toISOString(), text });
    const theirs = plainText(saved.theirs.original);
    const base = await readBase(data, hash);
    return context.html(
      mergePage({
        path,
        title: titleOf(await desk.look(), path),
        stretches: mergeTexts(base && plainText(base), plainText(text), theirs),
        text: plainText(text),
        hash,
        slot,
        theirs: saved.theirs.hash,
        person: personOf(context),
      }),
      409,
    );
  }

  /** Joins both texts as was chosen; where the file has changed once more, there is another choice to make. */
  async function merge(context: Context, path: string, order: Order) {
    const { content, data } = desk.settings();
    const source = await readSource(content, path);
    if (source.hash !== order['theirs']) return save(context, path, order);
    const base = await readBase(data, order.hash);
    const stretches = mergeTexts(
      base && plainText(base),
      plainText(order.text),
      plainText(source.original),
    );
    const open = stretches.filter(({ changed }) => changed === 'both');
    const choices = open.map((_, index) => choice.parse(order[`choice-${index}`]));
    await keepBase(data, source.original);
    const text = mergedText(stretches, choices);
    return save(context, path, { ...order, hash: source.hash, text });
  }

  /** Keeps a text that was changed for its author, who then looks at it. */
  async function keep(context: Context, path: string, order: Order, text: string, done: string) {
    const { data, now } = desk.settings();
    const by = personOf(context) ?? '';
    const { slot, hash } = order;
    await keepUnsaved(data, { path, slot, base: hash, by, at: now.toISOString(), text });
    return context.redirect(`${writeAddress(path)}?slot=${slot}&done=${done}`, 303);
  }

  async function mend(context: Context, path: string, order: Order, which: string) {
    const settings = desk.settings();
    const source = await readSource(settings.content, path);
    const before = plainText(order.text);
    const { findings } = await desk.checkText(source, before);
    const wanted = findings.filter(
      ({ line, column }) => which === 'all' || which === `${line}:${column}`,
    );
    const after = mendText(before, source, wanted);
    return keep(context, path, order, after, after === before ? 'nothing' : 'mended');
  }

  async function letStand(context: Context, path: string, order: Order, id: string) {
    const source = await readSource(desk.settings().content, path);
    const said = ackSchema.parse({
      rule: order[`rule-${id}`],
      words: order[`words-${id}`] || undefined,
      reason: order[`reason-${id}`],
      by: personOf(context) ?? '',
    });
    const [reason, by] = [said.reason.trim(), said.by];
    if (reason === '' || by === '') {
      return keep(context, path, order, plainText(order.text), by === '' ? 'name' : 'reason');
    }
    const words = said.words?.includes('\n') ? undefined : said.words;
    const ack = { rule: said.rule, ...(words !== undefined && { words }), reason, by };
    return keep(context, path, order, withAck(plainText(order.text), source, ack), 'stands');
  }

  return routes;
}

const ackSchema = z.object({
  rule: z.string(),
  words: z.string().optional(),
  reason: z.string(),
  by: z.string(),
});
const choice: z.ZodType<Choice> = z.enum(['mine', 'theirs', 'both']).catch('both');
