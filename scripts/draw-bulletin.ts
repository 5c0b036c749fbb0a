import { launchBrowser, screenshot } from '../src/testing/browser.ts';

/** How a bulletin is looked at. */
export interface Look {
  /** Of the window, in CSS pixels. */
  width: number;
  /** Whether the reader prefers dark colours. */
  dark: boolean;
  /** Every colour turned about, as mail programs do that know no dark colours. */
  inverted: boolean;
}

const inversion =
  '<style>html { background: #ffffff; filter: invert(1) hue-rotate(180deg); }</style>';

/**
 * A picture (PNG) of the whole bulletin in a real browser, without scripts and without a network,
 * as most mail programs show it.
 * @throws with what to do, where there is no browser
 */
export async function drawBulletin(html: string, look: Look): Promise<Buffer> {
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({
      viewport: { width: look.width, height: 800 },
      colorScheme: look.dark ? 'dark' : 'light',
      javaScriptEnabled: false,
      offline: true,
    });
    const page = await context.newPage();
    await page.setContent(look.inverted ? html.replace('</head>', `${inversion}</head>`) : html);
    return await screenshot(page, { fullPage: true });
  } finally {
    await browser.close();
  }
}
