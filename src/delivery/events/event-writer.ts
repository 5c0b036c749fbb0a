import type { Store } from '../store/store.ts';
import { recordEvents, type EventOutcome, type NamedEvent } from './record-event.ts';

interface Waiting extends NamedEvent {
  resolve: (outcome: EventOutcome) => void;
  reject: (error: unknown) => void;
}

/**
 * Writes reports down, those together that arrive while the disk is busy: flushing it takes longer than
 * all the rest, and after a large dispatch thousands come in a second. Each is promised only when it is on
 * the disk. If some cannot be written, they are tried one by one, so that one spoils no other.
 */
export function eventWriter(store: Store, now: () => Date) {
  let waiting: Waiting[] = [];
  const write = (events: readonly Waiting[]) => {
    try {
      const outcomes = recordEvents(store, events, now());
      for (const [at, outcome] of outcomes.entries()) events[at]?.resolve(outcome);
    } catch (error) {
      if (events.length > 1) for (const one of events) write([one]);
      else events[0]?.reject(error);
    }
  };
  const flush = () => {
    const events = waiting;
    waiting = [];
    write(events);
  };
  return (one: NamedEvent) =>
    new Promise<EventOutcome>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ ...one, resolve, reject });
    });
}
