import { readFile } from 'node:fs/promises';
import { checkAlone } from './check-alone.ts';

/** One mistake in an otherwise clean edition, and whether the checks found it. */
export interface PlantedFault {
  kind: string;
  text: string;
  /** The rule that should find it; empty where none knows it yet. */
  rule: string;
  found: boolean;
  /** Every rule that said something because of it. */
  said: readonly string[];
}

const files = ['dates', 'words', 'structure'];

/**
 * Checks every planted fault as an edition of its own. A fault counts as found where its rule
 * speaks, at any severity; what else is said of it does not count.
 * @param content the folder of the sample content
 */
export async function checkPlantedFaults(content: string): Promise<PlantedFault[]> {
  const faults = (await Promise.all(files.map(readFaults))).flat();
  const bodies = faults.map(({ text }) =>
    text.startsWith(subject)
      ? { body: clean, subject: text.slice(subject.length) }
      : { body: `${clean}\n\n${text}` },
  );
  const usual = await checkAlone(content, [{ body: clean }]);
  const before = usual.flatMap(({ findings }) => findings.map(({ rule }) => rule));
  const reports = await checkAlone(content, bodies);
  return faults.map((fault, index) => {
    const said = (reports[index]?.findings ?? [])
      .map(({ rule }) => rule)
      .filter((rule) => !before.includes(rule));
    return { ...fault, said, found: said.includes(fault.rule) };
  });
}

const subject = 'subject: ';

const clean =
  '<Greeting mi="Tēnā koutou katoa" />\n\nThank you for the calls you make before 8am. This edition is short, so that you can get back to your day.';

/** A line is `rule :: text`, below the kind it is of; `\n` in the text is a new line. */
async function readFaults(name: string): Promise<{ kind: string; rule: string; text: string }[]> {
  const lines = await readFile(new URL(`planted-faults/${name}.txt`, import.meta.url), 'utf8');
  let kind = '';
  return lines.split('\n').flatMap((line) => {
    if (line.startsWith('# ')) kind = line.slice(2);
    const [, rule, text] = /^(\S*) :: (.+)$/u.exec(line) ?? [];
    return rule === undefined || text === undefined
      ? []
      : [{ kind, rule, text: text.replaceAll(String.raw`\n`, '\n') }];
  });
}
