import { setTimeout as wait } from 'node:timers/promises';
import { findSiteFile } from './site-file.ts';
import { readPage, type SitePage } from './site-page.ts';

export type SiteAnswer =
  { kind: 'page'; page: SitePage } | { kind: 'folder' } | { kind: 'none' } | { kind: 'away' };

interface Held {
  answer: { kind: 'page'; page: SitePage };
  version: string;
  /** When the disk was last asked whether it is still so, by `performance.now()`. */
  seen: number;
}

/** For so many milliseconds nobody asks the disk again whether a page has changed. */
const fresh = 100;
/** In bytes of pages, each counted twice for what is compressed; the longest unasked for go first. */
const mostHeld = 64 * 1_048_576;
/** A folder that is being replaced is away for less than a millisecond, unless the disk is slow. */
const triesWhileAway = 10;

/**
 * The pages of the site in the folder `out`, kept in memory as they are asked for. A page that changed on the
 * disk is seen after a tenth of a second at most, and so is a site that was replaced whole.
 * @returns finds what a decoded path leads to; at once where that is known
 * @throws {Error} when a file cannot be read, though it may be there
 */
export function siteMemory(out: string): (name: string) => SiteAnswer | Promise<SiteAnswer> {
  const held = new Map<string, Held>();
  const asked = new Map<string, Promise<SiteAnswer>>();
  let size = 0;

  const drop = (name: string) => {
    size -= 2 * (held.get(name)?.answer.page.bytes?.length ?? 0);
    held.delete(name);
  };
  const hold = (name: string, one: Held) => {
    drop(name);
    held.set(name, one);
    size += 2 * (one.answer.page.bytes?.length ?? 0);
    for (const oldest of held.keys()) {
      if (size <= mostHeld) break;
      drop(oldest);
    }
  };

  const ask = async (name: string): Promise<SiteAnswer> => {
    const known = held.get(name);
    for (let tries = 1; ; tries += 1) {
      const found = await findSiteFile(out, name);
      if (found.kind === 'folder' || found.kind === 'none') {
        drop(name);
        return found;
      }
      if (known && (found.kind === 'away' || known.version === found.version)) {
        hold(name, { ...known, seen: performance.now() });
        return known.answer;
      }
      const page = found.kind === 'file' ? await readPage(name, found) : undefined;
      if (page && found.kind === 'file') {
        const answer = { kind: 'page', page } as const;
        hold(name, { answer, version: found.version, seen: performance.now() });
        return answer;
      }
      if (tries === triesWhileAway) return { kind: 'away' };
      await wait(20);
    }
  };

  return (name) => {
    const known = held.get(name);
    if (known && performance.now() - known.seen < fresh) return known.answer;
    // Those who ask for the same at the same time wait for one answer.
    const asking =
      asked.get(name) ??
      ask(name).finally(() => {
        asked.delete(name);
      });
    asked.set(name, asking);
    return asking;
  };
}
