import { modes } from '../../blocks/attendance.ts';
import { endOf } from '../../blocks/session-times.ts';
import { isWholeDay } from '../../dates/format.ts';
import { eachBlock, isBlock } from '../../document/tree.ts';
import type { Problem } from '../../problems/problem.ts';
import { allDocuments, type Content } from '../content.ts';

/** Reports sessions that end before they begin, and places of what nobody goes to. */
export function checkSessions(content: Content, problems: Problem[]): void {
  for (const { body, file, lineAt } of allDocuments(content)) {
    for (const event of eachBlock(body)) {
      if (!isBlock(event, 'Event')) continue;
      const sessions = event.children.filter((child) => isBlock(child, 'Session'));
      for (const { props, at } of sessions) {
        const { start } = props;
        const end = endOf(props);
        if (end > start || (end === start && isWholeDay(start))) continue;
        problems.push({
          file,
          line: lineAt(at),
          expected: '<Session> with an end after its start',
          found: `start ${start} and end ${end}`,
          remedy: 'Correct one of them.',
        });
      }
      const { mode } = event.props;
      for (const { props, at } of mode === 'in-person' ? [] : [event, ...sessions]) {
        if (props.place === undefined) continue;
        problems.push({
          file,
          line: lineAt(at),
          expected: 'a place only where people meet, in an event with mode="in-person"',
          found: `place="${props.place}" in an event ${modes[mode].toLowerCase()}`,
          remedy: 'Write mode="in-person", or take the place out.',
        });
      }
    }
  }
}
