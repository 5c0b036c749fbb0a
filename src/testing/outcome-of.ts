import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** What a program printed, and the code that it ended with, once it has ended. */
export async function outcomeOf(
  child: ChildProcessWithoutNullStreams,
): Promise<{ code: number; out: string; err: string }> {
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: Number(code), out, err };
}
