import { spawn } from 'node:child_process';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { edition, writeContent } from '../src/testing/content/write-content.ts';
import { outcomeOf } from '../src/testing/outcome-of.ts';

const program = fileURLToPath(new URL('check-mdx.ts', import.meta.url));

/** Runs the MDX part of `npm run check` over a content folder. */
async function check(folder: string) {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, PANUI_CONTENT: folder },
  });
  const { code, out, err } = await outcomeOf(child);
  const names = [`${relative(process.cwd(), folder)}/`, `${folder}/`];
  return { code, out, err: names.reduce((said, name) => said.replaceAll(name, ''), err) };
}

describe('npm run check', () => {
  it('tells a wrong key, a wrong prop and a block that does not exist, each once', async () => {
    const folder = await writeContent({
      'newsletters/2026-05-08.mdx': edition(
        '<Item id="a" title="A" action="soon">\n\nAsk <Contakt id="desk" />.\n\n</Item>',
      ).replace('summary:', 'sumary:'),
    });
    expect(await check(folder)).toMatchInlineSnapshot(`
      {
        "code": 1,
        "err": "newsletters/2026-05-08.mdx:3
        Expected only these keys: title, date, summary, bulletins, state, orthography, acks.
        Found "sumary".
        Write "summary" if that is what you meant.

      newsletters/2026-05-08.mdx:9
        Expected an action: action-required, have-your-say, save-the-date or for-information.
        Found action="soon" in <Item>.
        Write action="…" with an action: action-required, have-your-say, save-the-date or for-information.

      newsletters/2026-05-08.mdx:11
        Expected one of the blocks: Greeting, SignOff, For, Item, Category, Checklist, Table, Dates, Contact, Event, Session, Survey, Guidance, Principle, KnownIssue, Release, Callout, Button, Picture, Pictures, Attachments, Quote, Fold, ComingUp, Reorua, Reo, Day, Period, WebOnly, EmailOnly.
        Found <Contakt>.
        Write <Contact> if that is what you meant.

      3 problems. Nothing was changed.
      ",
        "out": "",
      }
    `);
  });

  it('finds nothing in the sample, and says how much it read', async () => {
    const sample = fileURLToPath(new URL('../content', import.meta.url));
    expect(await check(sample)).toEqual({
      code: 0,
      out: expect.stringMatching(/^[1-9]\d* MDX files: nothing is wrong with them\.\n$/),
      err: '',
    });
  });

  it('says where it looked when there is nothing', async () => {
    const { code, err } = await check('/nowhere');
    expect(code).toBe(2);
    expect(err).toContain('Found no such folder.');
  });
});
