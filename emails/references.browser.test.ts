import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../src/testing/browser.ts';
import { compareLooks, comparePictures } from '../src/testing/look/compare-looks.ts';
import { fromPng, toPng } from '../src/testing/look/picture.ts';
import { readLook } from '../src/testing/look/read-look.ts';
import { reducePicture } from '../src/testing/look/reduce-picture.ts';
import { sampleBulletins } from '../src/testing/editions/sample-bulletins.ts';

/*
 * How every sample bulletin, and an edition of every example of the contract, is meant to look:
 * place, type and colours of each element as text, and a reduced picture of the whole.
 */
const folder = 'emails/references';
const renewing = process.env['PANUI_REFERENCES'] === 'renew';
const view = { width: 640, dark: false };

const bulletins = (await sampleBulletins()).map(({ rendered: { bulletin } }) => bulletin);
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  if (renewing) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
});
afterAll(() => browser.close());

const draw = async (html: string) => ({
  look: await readLook(browser, html),
  picture: await reducePicture(browser, html, view),
});

describe('the look of a sample bulletin', () => {
  it.each(bulletins)('is that of its reference: $edition for $audience', async (bulletin) => {
    const file = join(folder, `${bulletin.edition}-${bulletin.audience}`);
    const { look, picture } = await draw(bulletin.html);
    if (renewing) {
      await writeFile(`${file}.txt`, look);
      await writeFile(`${file}.png`, toPng(picture));
      return;
    }
    const reference = await readFile(`${file}.txt`, 'utf8').catch(() => '');
    const drawn = await readFile(`${file}.png`).catch(() => undefined);
    const differences = compareLooks(reference, look);
    const inPicture = drawn ? comparePictures(fromPng(drawn), picture) : `${file}.png is not there`;
    if (inPicture) differences.push(inPicture);
    if (differences.length > 0) expect.fail(tell(file, differences));
  });

  it('is kept for no bulletin that is gone', async () => {
    const expected = bulletins.flatMap(({ edition, audience }) =>
      ['png', 'txt'].map((form) => `${edition}-${audience}.${form}`),
    );
    expect((await readdir(folder)).toSorted()).toEqual(expected.toSorted());
  });
});

const most = 12;

function tell(file: string, differences: readonly string[]): string {
  const rest = differences.length - most;
  return [
    `This bulletin looks other than its reference, ${file}:`,
    ...differences.slice(0, most).map((difference) => `  ${difference}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    'If it should look so, run `npm run references`, look at what Git says has changed, and commit it with your change.',
  ].join('\n');
}

describe('the comparison with a reference', () => {
  const sample = bulletins.find(({ edition }) => edition === '2026-04-10')?.html ?? '';
  let reference: Awaited<ReturnType<typeof draw>>;
  beforeAll(async () => {
    reference = await draw(sample);
  });

  it('finds nothing where nothing changed', async () => {
    const { look, picture } = await draw(sample);
    expect(compareLooks(reference.look, look)).toEqual([]);
    expect(comparePictures(fromPng(toPng(reference.picture)), picture)).toBeUndefined();
  });

  it.each([
    ['the colour of a link, by a shade', /color:#0a5c4a/, 'color:#0a5c4b', 'colours in the light'],
    ['a colour in the dark alone', /#6fd3b5/g, '#6fd3b4', 'colours in the dark'],
    [
      'the space over a heading, by two pixels',
      /margin:18px 0 10px/,
      'margin:20px 0 10px',
      'at 360 pixels',
    ],
    ['the size of letters', /font-size:40px/, 'font-size:39px', 'type'],
    ['an item that is lost', /<li>.*?<\/li>/, '', 'is gone'],
    ['a border that is lost', /border-top:1px solid #d9d5ca/, 'border:0', 'is gone'],
    ['words', /need to do/, 'must do', 'is gone'],
    [
      'space at the side on a wide screen alone',
      '</head>',
      '<style>@media (min-width:600px){h1{margin-left:3px!important}}</style></head>',
      'at 640 pixels',
    ],
  ])('finds %s', async (_, what, instead, where) => {
    const look = await readLook(browser, sample.replace(what, instead));
    expect(compareLooks(reference.look, look).join('\n')).toContain(where);
  });

  it('finds in the picture what lies over the words', async () => {
    const veil =
      '<div style="position:absolute;top:304px;left:0;width:40px;height:40px;background:#0a5c4a"></div></body>';
    const { picture } = await draw(sample.replace('</body>', veil));
    expect(comparePictures(reference.picture, picture)).toBe(
      'the picture differs, first at 0 pixels from the left and 304 from the top',
    );
  });
});
