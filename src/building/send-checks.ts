import { z } from 'zod';
import { BadInput } from '../problems/problem.ts';
import { problemSchema } from './build-report.ts';
import { startBuildThread } from './build-thread.ts';

/** The checks of a build for sending, in a thread of their own while pages are rendered. */
export interface SendChecks {
  /**
   * Call it once all bulletins are written: checks them, and waits for everything.
   * @throws {BadInput} with every error in every document, or in every bulletin, at once
   */
  finish: () => Promise<void>;
}

const verdictSchema = z.object({ problems: z.array(problemSchema) });

/**
 * Starts to hold every document against the rules, and the bulletins once they are there.
 * @param folder the content folder, of which the end of the build says whether it is as it was read
 * @param out the folder into which the bulletins come
 */
export function startSendChecks(folder: string, out: string): SendChecks {
  const program = new URL('send-checks-thread.ts', import.meta.url);
  const thread = startBuildThread(program, { folder, out });
  return {
    finish: async () => {
      const { problems } = verdictSchema.parse(await thread.finish());
      if (problems.length > 0) throw new BadInput(problems);
    },
  };
}
