import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page, type PageScreenshotOptions } from 'playwright-core';

/** Where Chromium or Chrome stands on the systems people have. */
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Starts a real browser without a window: the one `CHROMIUM_PATH` names, else an installed one, else
 * the one that an npm package carries (Linux only).
 * @throws with what to do, where there is none
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  // Chromium refuses its sandbox to root, which is who tests run as in a container.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

/** The path of Chromium or Chrome: `CHROMIUM_PATH`, an installed one, or the carried one. */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  const installed = usual.find((path) => existsSync(path));
  if (installed) return installed;
  if (process.platform !== 'linux') {
    throw new Error(
      'No Chromium or Chrome found. Install one, or set CHROMIUM_PATH to its program.',
    );
  }
  const { default: carried } = await import('@sparticuz/chromium');
  return carried.executablePath();
}

/** A picture (PNG) of a page; Chromium gives up now and then on a busy machine, and is asked again. */
export async function screenshot(page: Page, options?: PageScreenshotOptions): Promise<Buffer> {
  for (let left = 3; ; left--) {
    try {
      return await page.screenshot(options);
    } catch (error) {
      if (left === 0 || !/Unable to capture/.test(String(error))) throw error;
    }
  }
}
