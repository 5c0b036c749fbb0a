import { readFile } from 'node:fs/promises';
import { problemsBeforeBuild } from '../../src/building/problems-before-build.ts';
import { withoutDrafts } from '../../src/content/drafts.ts';
import { writeWhole } from '../../src/disk/write-whole.ts';
import { checkContent, type CheckOptions } from '../../src/checks/running/check-content.ts';
import { checkExternalLinks } from '../../src/checks/links/check-external-links.ts';
import { describeRules, ruleEntries } from '../../src/checks/rules/describe-rules.ts';
import { countOf, type CheckReport } from '../../src/checks/finding.ts';
import { describeFix, fixContent, type FixedFile } from '../../src/checks/running/fix-content.ts';
import { describeReport, githubAnnotations } from '../../src/checks/describe-report.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { collectEarly } from '../command-line/bound-memory.ts';
import { parseSendDay, sendDayFlag } from '../command-line/command-words.ts';
import { defineCommand } from '../command-line/define-command.ts';
import { print, printJson } from '../command-line/print.ts';
import { UsageError } from '../command-line/usage-error.ts';

export const examples = [
  ['check', 'say what has to be mended before the next edition can go out'],
  ['check content/newsletters/2026-05-08.mdx --for draft', 'one document, not finished yet'],
  ['check --links', 'ask other sites whether the pages we link to are still there'],
  ['check --fix', 'mend what is safe to mend, and show each change'],
] as const;

export default defineCommand({
  args: {
    file: {
      type: 'positional',
      required: false,
      valueHint: 'FILE…',
      description: 'the documents to report on; left out, all of them',
    },
    for: {
      type: 'enum',
      options: ['draft', 'send'],
      default: 'send',
      description:
        'what for: with draft, links and words may still be missing; with send, they may be only in documents with "state: draft"',
    },
    format: {
      type: 'enum',
      options: ['text', 'json', 'github'],
      default: 'text',
      description: 'for people, for programs, or as notes on a pull request at GitHub',
    },
    on: sendDayFlag,
    links: {
      type: 'boolean',
      description: 'instead, ask every site that the documents link to whether its page is there',
    },
    rules: {
      type: 'boolean',
      description: 'instead, list every rule with the reason for it',
    },
    fix: {
      type: 'boolean',
      description: 'mend macrons, dates, times and dashes, and show each change',
    },
  },
  async run({ args }) {
    collectEarly();
    const settings = readSettings();
    const options: CheckOptions = {
      folder: settings.content,
      out: settings.out,
      for: args.for === 'draft' ? 'draft' : 'send',
      files: args._,
      also: (content) =>
        problemsBeforeBuild(
          settings,
          content,
          args.for === 'draft' ? content : withoutDrafts(content),
        ),
      ...(args.on !== undefined && { sendDay: parseSendDay(args.on) }),
    };
    const modes = [args.rules && '--rules', args.links && '--links', args.fix && '--fix'].filter(
      Boolean,
    );
    if (modes.length > 1) {
      throw new UsageError([
        `Expected one of --rules, --links and --fix at a time; found ${modes.join(' and ')}.`,
      ]);
    }
    if (args.rules) {
      if (args.format === 'json') printJson(ruleEntries());
      else print(describeRules());
      return 0;
    }
    if (args.links) {
      const found = await checkExternalLinks({
        ...options,
        data: settings.data,
        now: settings.now,
      });
      show(args.format, found, []);
      return countOf(found, 'warning') > 0 ? 1 : 0;
    }
    const fixed = args.fix ? await writeFixes(await fixContent(options)) : [];
    const report = await checkContent(options);
    show(args.format, report, fixed);
    if (countOf(report, 'error') > 0) return 1;
    if (args.format === 'text' && args._.length > 0 && options.for === 'send') print(alone);
    return 0;
  },
});

/** A newsletter may be right, and quote a release that is not. */
const alone = `
Nothing else was checked. A build for sending wants every document right, those that are quoted too:
    npm run -s panui -- check
`;

function show(format: string, report: CheckReport, fixed: readonly FixedFile[]): void {
  if (format === 'json') {
    const changes = fixed.map(({ file, changes: lines }) => ({ file, changes: lines }));
    return printJson({ ...report, ...(changes.length > 0 && { fixed: changes }) });
  }
  for (const one of fixed) print(`${describeFix(one)}\n`);
  print(format === 'github' ? githubAnnotations(report) : describeReport(report));
}

/** Writes each file that nobody has changed since it was read. */
async function writeFixes(fixed: readonly FixedFile[]): Promise<readonly FixedFile[]> {
  for (const { file, before, after } of fixed) {
    const current = await readFile(file, 'utf8');
    if (current !== before) continue;
    await writeWhole(file, after);
  }
  return fixed;
}
