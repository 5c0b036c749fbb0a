/* What a command is called where nobody sees one, the longest first. */
const words: readonly (readonly [RegExp, string])[] = [
  [/, build and approve it/g, ', publish and approve it'],
  [/Run `npm run -s panui -- build`/g, 'Publish the site'],
  [/run `npm run -s panui -- build`/g, 'publish the site'],
  [/Look at the list with `npm run -s panui -- lists`\. /g, ''],
  [/run `npm run -s panui -- approve [^`]*`/g, 'approve it on its page'],
  [/approve it for that day: `[^`]*`/g, 'approve it for that day'],
  [/Look at it with `npm run -s panui -- status [^`]*`/g, 'Look at its page'],
  [/Pause it first: `[^`]*`/g, 'Pause it first'],
  [/say --any-time if it has to be now/g, 'tick that it may go outside them'],
  [/say --expect (\d+)/g, 'type $1'],
  [/\bwith --at\b|Correct --at/g, 'on this page'],
  [/Correct the address after --to/g, 'Correct the address'],
  [/run the same command again/g, 'try again'],
];

/** A remedy as somebody reads it who works at the desk, and never at a terminal. */
export const inDeskWords = (remedy: string): string =>
  words.reduce((text, [command, said]) => text.replaceAll(command, said), remedy);
