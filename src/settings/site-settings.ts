import { readSettings, type Settings } from './settings.ts';

let read: Settings | undefined;

/** The settings as pages ask for them: read once a build, and for every page while developing. */
export function siteSettings(): Settings {
  if (import.meta.env.DEV) return readSettings();
  return (read ??= readSettings());
}
