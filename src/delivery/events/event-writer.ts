import { setImmediate } from 'node:timers/promises';
import type { EventOutcome, NamedEvent } from './record-event.ts';

interface Waiting extends NamedEvent {
  resolve: (outcome: EventOutcome) => void;
  reject: (error: unknown) => void;
}

/** So many in one transaction; longer ones would keep others from the store. */
const together = 500;

/**
 * Writes reports down, those together that arrive while the store is busy: flushing the disk takes longer
 * than all the rest, and after a large dispatch thousands come in a second. Each is promised only when it is
 * on the disk. If some cannot be written, they are tried one by one, so that one spoils no other.
 * @param record writes all of them or none
 * @param spoilt whether an error may be the fault of one of them; any other is that of all
 */
export function eventWriter(
  record: (events: readonly NamedEvent[]) => Promise<EventOutcome[]>,
  spoilt: (error: unknown) => boolean,
) {
  const waiting: Waiting[] = [];
  let writing = false;
  const write = async (events: readonly Waiting[]) => {
    try {
      const outcomes = await record(events.map(({ webhookId, event }) => ({ webhookId, event })));
      for (const [at, outcome] of outcomes.entries()) events[at]?.resolve(outcome);
    } catch (error) {
      if (events.length > 1 && spoilt(error)) for (const one of events) await write([one]);
      else for (const { reject } of events) reject(error);
    }
  };
  const writeAll = async () => {
    writing = true;
    await setImmediate();
    while (waiting.length > 0) await write(waiting.splice(0, together));
    writing = false;
  };
  return (one: NamedEvent) =>
    new Promise<EventOutcome>((resolve, reject) => {
      waiting.push({ ...one, resolve, reject });
      if (!writing) void writeAll();
    });
}
