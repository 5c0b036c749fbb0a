import type { CommandEntry, CommandModule } from './command-entry.ts';
import type { Argument, Arguments } from './define-command.ts';
import { choice, commonFlags, wordName } from './parse-line.ts';

const program = 'npm run -s panui --';

/** The help of the whole program: every command in a line. */
export function describeProgram(commands: readonly CommandEntry[]): string {
  const lines = commands.map(({ words, summary }): [string, string] => [words.join(' '), summary]);
  return [
    'Pānui publishes newsletters, guidance and known issues as a site and as email bulletins.',
    '',
    `Usage\n  ${program} COMMAND`,
    '',
    `Commands\n${columns(lines)}`,
    '',
    `Help on one of them\n  ${program} COMMAND --help`,
    '',
    `Example\n  ${program} send newest --audience providers`,
    '',
  ].join('\n');
}

/** The help of one command: how it is called, what it takes, and examples. */
export function describeCommand(
  { words, summary }: CommandEntry,
  args: Arguments,
  examples: CommandModule['examples'] = [],
): string {
  const name = words.join(' ');
  const all: Arguments = { ...args, ...commonFlags };
  const entries = Object.entries(all);
  const positionals = entries.filter(([, { type }]) => type === 'positional');
  const flags = entries.filter(([, { type }]) => type !== 'positional');
  const usage = [
    ...positionals.map(([one, { required, valueHint }]) =>
      optional(valueHint ?? wordName(one), required !== false),
    ),
    ...flags
      .filter(([one]) => !(one in commonFlags))
      .map(([one, flag]) => optional(flagName(one, flag), flag.required === true)),
  ].join(' ');
  const sections = [
    `panui ${name}: ${summary}`,
    `Usage\n  ${`${program} ${name} ${usage}`.trim()}`,
    ...section(
      'Arguments',
      positionals.map(([one, arg]) => [arg.valueHint ?? wordName(one), meaning(arg)]),
    ),
    ...section(
      'Options',
      flags.map(([one, flag]) => [flagName(one, flag), meaning(flag)]),
    ),
    ...section(
      examples.length === 1 ? 'Example' : 'Examples',
      examples.map(([line, what]) => [`${program} ${line}`, what]),
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

const optional = (text: string, required: boolean) => (required ? text : `[${text}]`);

function flagName(name: string, flag: Argument): string {
  if (flag.type === 'boolean') return `--${name}`;
  const value = flag.type === 'enum' ? flag.options.join('|') : flag.valueHint;
  return `--${name} ${value ?? name.toUpperCase()}`;
}

function meaning(arg: Argument): string {
  const standard = arg.default === undefined ? '' : ` (${arg.default} unless you say otherwise)`;
  return `${arg.description ?? choice(arg)}${standard}`;
}

function section(title: string, lines: [string, string][]): string[] {
  return lines.length === 0 ? [] : [`${title}\n${columns(lines)}`];
}

/** Two columns, or for long lines the second beneath the first. */
function columns(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([left]) => left.length));
  return lines
    .map(([left, right]) =>
      width > 44 ? `  ${left}\n      ${right}` : `  ${left.padEnd(width)}  ${right}`,
    )
    .join('\n');
}
