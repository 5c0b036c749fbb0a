import { ownCopy } from '../disk/own-copy.ts';
import type { Finding, Spot } from './finding.ts';
import { lineAt, locate } from './reading/locate.ts';
import type { Place } from './reading/page.ts';
import type { Fault, NotedFault, Rule } from './rule.ts';

/** A fault as it is told. */
export function toFinding(rule: Pick<Rule, 'id' | 'severity'>, fault: Fault): Finding {
  const { at, fix } = fault;
  return {
    ...tell(rule, { ...fault, at: spotOf(at) }),
    fixable: fix !== undefined,
    ...(fix !== undefined && { fix }),
  };
}

/** A fault in a page that is not at hand any more, as it is told. */
export const tell = (
  { id, severity }: Pick<Rule, 'id' | 'severity'>,
  { at, message, suggestion, severity: own }: NotedFault,
): Finding => ({
  rule: id,
  severity: own ?? severity,
  ...at,
  message,
  ...(suggestion !== undefined && { suggestion }),
  fixable: false,
});

/** A place in words that people and programs read, without the page. */
export function spotOf(at: Place): Spot {
  const { page, from, to } = at;
  const { source, file } = page;
  const { line, column } = locate(at);
  const whole = lineAt(page, line);
  return {
    file,
    line,
    column,
    words: ownCopy(source.slice(from, Math.min(to, from + 300))),
    text: ownCopy(source.slice(whole.from, Math.min(whole.to, whole.from + 2000))),
  };
}
