import { readSettings } from '../settings/settings.ts';
import type { Content } from './content.ts';
import { handedOver, receiveContent } from './reading/hand-over.ts';
import { readContent } from './reading/read-content.ts';

let reading: Promise<Content> | undefined;

/** The content of the site being built: read once a build, afresh for every page while developing. */
export function siteContent(): Promise<Content> {
  if (import.meta.env.DEV) return readContent(readSettings().content);
  reading ??= process.env[handedOver] ? receiveContent() : readContent(readSettings().content);
  return reading;
}
