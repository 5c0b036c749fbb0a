import type { Route } from 'playwright-core';
import { readTarget } from '../../src/service/http/read-target.ts';
import { findSiteFile } from '../../src/service/site/site-file.ts';
import { launchBrowser, screenshot } from '../../src/testing/browser.ts';

/** How a bulletin is looked at. */
export interface Look {
  /** Of the window, in CSS pixels. */
  width: number;
  /** Whether the reader prefers dark colours. */
  dark: boolean;
  /** Every colour turned about, as mail programs do that know no dark colours. */
  inverted: boolean;
  /** Whether pictures show; many programs leave them out until a reader asks. */
  images: boolean;
}

const inversion =
  '<style>html { background: #ffffff; filter: invert(1) hue-rotate(180deg); }</style>';

/**
 * A picture (PNG) of the whole bulletin in a real browser, without scripts, as most mail programs
 * show it. What it shows from the site comes from the build, and nothing from a network.
 * @param out the folder of the build
 * @throws with what to do, where there is no browser
 */
export async function drawBulletin(html: string, out: string, look: Look): Promise<Buffer> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({
      viewport: { width: look.width, height: 800 },
      colorScheme: look.dark ? 'dark' : 'light',
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.route('**/*', (route) => answer(route, look.images ? out : undefined));
    await page.setContent(look.inverted ? html.replace('</head>', `${inversion}</head>`) : html);
    return await screenshot(page, { fullPage: true });
  } finally {
    await browser.close();
  }
}

async function answer(route: Route, out: string | undefined): Promise<void> {
  const target = readTarget(route.request().url());
  const found = out && target ? await findSiteFile(out, target.name) : { kind: 'none' as const };
  await (found.kind === 'file' ? route.fulfill({ path: found.file }) : route.abort());
}
