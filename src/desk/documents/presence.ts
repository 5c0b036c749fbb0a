/** Somebody who has a document open. */
interface Present {
  by: string;
  /** By `now`, in milliseconds. */
  at: number;
}

/* In milliseconds: a window says that it is there every five seconds. */
const patience = 12_000;

/** Who has which document open, window by window; only as long as the windows say so. */
export function presence(now: () => number = () => performance.now()) {
  const windows = new Map<string, Map<string, Present>>();
  const living = (path: string) =>
    [...(windows.get(path) ?? [])].filter(([, { at }]) => now() - at < patience);
  return {
    /** Notes that a window has a document open. */
    note(path: string, slot: string, by: string): void {
      const own = new Map(living(path));
      windows.set(path, own.set(slot, { by, at: now() }));
    },
    /** The names of all others who have it open, each once; a second window of one's own counts. */
    others: (path: string, slot: string): string[] => [
      ...new Set(living(path).flatMap(([other, { by }]) => (other === slot ? [] : [by]))),
    ],
    /** Whether a window has it open now. */
    isOpen: (path: string, slot: string): boolean => living(path).some(([one]) => one === slot),
  };
}

export type Presence = ReturnType<typeof presence>;
