import { dayAt } from '../../../src/dates/new-zealand.ts';
import { withdrawGuidance } from '../../../src/retiring/withdraw-guidance.ts';
import { day, line } from '../../../src/schemas/fields.ts';
import { readSettings } from '../../../src/settings/settings.ts';
import { jsonFlag } from '../../command-line/command-words.ts';
import { defineCommand } from '../../command-line/define-command.ts';
import { print, printJson } from '../../command-line/print.ts';
import { UsageError } from '../../command-line/usage-error.ts';
import { describeWithdrawn } from '../../reports/describe-retired.ts';

export const examples = [
  [
    'withdraw home-education --reason "The rules changed on 1 July." --instead as-cms-access',
    'keep its address and wording, marked as withdrawn today, and lead to what holds now',
  ],
  [
    'withdraw home-education --reason "The service has ended." --dry-run',
    'say what would change, and what still leads there',
  ],
] as const;

export default defineCommand({
  args: {
    guidance: {
      type: 'positional',
      required: true,
      description: 'the guidance, by its name: what stands in its address',
    },
    reason: {
      type: 'string',
      valueHint: 'TEXT',
      description: 'why it does not hold any more, as a sentence that readers see',
    },
    instead: {
      type: 'string',
      valueHint: 'GUIDANCE',
      description: 'the guidance that holds in its place; left out, none does',
    },
    on: {
      type: 'string',
      valueHint: 'DAY',
      description: 'the first day on which it does not hold, such as 2026-06-12; left out, today',
    },
    'dry-run': { type: 'boolean', description: 'say what would change, and write nothing' },
    json: jsonFlag,
  },
  async run({ args }) {
    const { content: folder, now } = readSettings();
    const on = day.safeParse(args.on ?? dayAt(now));
    const why = line.safeParse(args.reason ?? '');
    const faults = [
      args._.length > 1 ? `Expected one GUIDANCE; found ${args._.length}.` : undefined,
      why.success ? undefined : 'Expected --reason to say why, as a sentence that readers see.',
      on.success
        ? undefined
        : `Expected --on to be a day that exists, written 2026-06-12; found "${args.on}".`,
    ].filter((fault) => fault !== undefined);
    if (faults.length > 0 || !why.success || !on.success) throw new UsageError(faults);
    const wish = { id: args.guidance, on: on.data, why: why.data, instead: args.instead };
    const isDry = args['dry-run'];
    const withdrawn = await withdrawGuidance(wish, { folder, write: !isDry });
    if (args.json) printJson(withdrawn);
    else print(describeWithdrawn(withdrawn, isDry));
    return withdrawn.toMend.length > 0 ? 1 : 0;
  },
});
